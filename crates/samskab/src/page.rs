//! Pages that belong to no context: the user guide, what did not succeed, the schema of a
//! person's data, and the demo's post box.

mod failed;
mod help;
mod postbox;
mod schema;

use samskab_web::{Access, Module, Routes};

use crate::T;

/// Where an administrator sees what did not succeed.
pub const FAILED: &str = failed::PATH;

pub fn module(demo: bool) -> Module {
    let mut routes = Routes::new()
        .kept("/hjaelp", help::index)
        .kept("/hjaelp/{page}", help::show)
        .get("/api/mine-data.schema.json", Access::Public, schema::show)
        .get(failed::PATH, Access::Decided, failed::show)
        .post("/opsaetning/fejl/mails/{mail}/igen", Access::Decided, failed::send_again)
        .post("/opsaetning/fejl/mails/{mail}/fjern", Access::Decided, failed::let_mail_go)
        .post("/opsaetning/fejl/arbejde/{job}/igen", Access::Decided, failed::try_again)
        .post("/opsaetning/fejl/arbejde/{job}/fjern", Access::Decided, failed::let_job_go);
    if demo {
        routes = routes.get("/demo/postkasse", Access::Public, postbox::show).get(
            "/demo/postkasse/mails/{mail}/kalender.ics",
            Access::Public,
            postbox::calendar,
        );
    }
    Module {
        name: "samskab",
        routes,
        work_items: vec![failed::work_items],
        destinations: vec![help::destinations],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}
