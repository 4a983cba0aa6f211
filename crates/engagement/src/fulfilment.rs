//! Noting what is in order: the place notes what a volunteer has (law B.4, B.6), the volunteer says yes to a text or gives
//! consent, and time takes things away again. What a task asks for, and what fulfils it, is [`requirement`].
//!
//! [`requirement`]: samskab_requirement

mod arrange;
mod certificate;
mod helper;
mod note;
mod of_engagement;
mod of_task;
mod own;
pub(crate) mod renew;
mod section;
#[cfg(test)]
mod tests;
pub mod watch;

use samskab_jobs::Handler;
use samskab_kernel::jiff::SignedDuration;
use samskab_web::{Access, Routes, Services};

pub use section::section;
pub use watch::work_items;

pub fn routes() -> Routes {
    Routes::new()
        .get("/opgaver/{id}/krav", Access::Decided, of_task::show)
        .get("/engagementer/{id}/krav", Access::Decided, of_engagement::show)
        .get("/engagementer/{id}/krav/{krav}", Access::Decided, of_engagement::show_one)
        .post("/engagementer/{id}/krav/{krav}/notering", Access::Decided, note::note)
        .post("/engagementer/{id}/krav/{krav}/fjern", Access::Decided, note::remove)
        .post("/engagementer/{id}/krav/boerneattest/behov", Access::Decided, certificate::need)
        .post("/engagementer/{id}/krav/boerneattest/bestilling", Access::Decided, certificate::order)
        .post("/engagementer/{id}/krav/boerneattest/samtykke", Access::Decided, certificate::consent)
        .post("/engagementer/{id}/krav/boerneattest/vurdering", Access::Decided, certificate::assess)
        .post("/engagementer/{id}/krav/boerneattest/fortryd", Access::Decided, certificate::take_back)
        .get("/min-side/krav", Access::SignedIn, own::show)
        .get("/min-side/krav/tavshedserklaering", Access::SignedIn, own::accept::show)
        .post("/min-side/krav/tavshedserklaering", Access::SignedIn, own::accept::accept)
        .post("/min-side/krav/{id}/samtykke", Access::SignedIn, own::consent::give)
        .get("/aftaler/{key}/tavshedserklaering", Access::Link, own::accept::show_by_link)
        .post("/aftaler/{key}/tavshedserklaering", Access::Link, own::accept::accept_by_link)
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::every("requirement.warn", SignedDuration::from_hours(12), watch::warn),
        Handler::every("requirement.forget", SignedDuration::from_hours(24), watch::forget),
    ]
}
