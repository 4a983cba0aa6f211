//! The pages of one unit: what it is and has been, and every change of it.

mod add;
mod close;
mod closed;
mod describe;
mod fields;
mod history;
mod moved;
mod reopen;
mod reorganise;
mod settle;
mod show;

pub(super) use settle::jobs;

use samskab_web::{Access, Routes};

pub(super) fn routes() -> Routes {
    Routes::new()
        .kept("/enheder/{id}", show::show)
        .get("/enheder/ny", Access::Decided, add::new)
        .post("/enheder/ny", Access::Decided, add::create)
        .get("/enheder/{id}/rediger", Access::Decided, describe::edit)
        .post("/enheder/{id}/rediger", Access::Decided, describe::save)
        .get("/enheder/{id}/omorganisering", Access::Decided, reorganise::edit)
        .post("/enheder/{id}/omorganisering", Access::Decided, reorganise::save)
        .get("/enheder/{id}/lukning", Access::Decided, close::ask)
        .post("/enheder/{id}/lukning", Access::Decided, close::close)
        .get("/enheder/{id}/genaabning", Access::Decided, reopen::ask)
        .post("/enheder/{id}/genaabning", Access::Decided, reopen::reopen)
}
