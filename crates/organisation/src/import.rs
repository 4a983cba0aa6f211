//! Import from CSV.

use samskab_web::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
