//! Signing in and out.
use samskab_web::Routes;
pub fn routes() -> Routes {
    Routes::new()
}
