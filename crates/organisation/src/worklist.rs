//! Mit overblik.
use samskab_web::Routes;
pub fn routes() -> Routes {
    Routes::new()
}
