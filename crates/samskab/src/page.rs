//! Pages that belong to no context: the user guide, and the demo's post box.

mod help;
mod postbox;

use samskab_web::{Access, Module, Routes};

pub fn module(demo: bool) -> Module {
    let mut routes = Routes::new().get("/hjaelp", Access::Public, help::index).get(
        "/hjaelp/{page}",
        Access::Public,
        help::show,
    );
    if demo {
        routes = routes.get("/demo/postkasse", Access::Public, postbox::show);
    }
    Module { name: "samskab", routes, ..Module::default() }
}
