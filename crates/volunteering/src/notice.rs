//! News for people, bundled into few mails.

use samskab_web::{Routes, app::Services};

pub fn routes() -> Routes {
    Routes::new()
}

pub fn jobs() -> Vec<samskab_jobs::Handler<Services>> {
    Vec::new()
}
