//! The pages of one position: what belongs to it, who holds it, who steps in, and why there is none.

mod add;
mod appoint;
mod edit;
mod end;
mod fields;
mod holiday;
mod liaison;
mod show;
mod waiver;

use samskab_web::{Access, Routes};

pub(super) fn routes() -> Routes {
    Routes::new()
        .kept("/stillinger/{id}", show::show)
        .get("/enheder/{id}/stillinger/ny", Access::Decided, add::new)
        .post("/enheder/{id}/stillinger/ny", Access::Decided, add::create)
        .get("/stillinger/{id}/rediger", Access::Decided, edit::edit)
        .post("/stillinger/{id}/rediger", Access::Decided, edit::save)
        .get("/stillinger/{id}/udnaevnelse", Access::Decided, appoint::ask)
        .post("/stillinger/{id}/udnaevnelse", Access::Decided, appoint::appoint)
        .get("/stillinger/{id}/nedlaeggelse", Access::Decided, end::ask)
        .post("/stillinger/{id}/nedlaeggelse", Access::Decided, end::end)
        .get("/stillinger/{id}/udnaevnelser/{appointment}/ophoer", Access::Decided, end::ask_appointment)
        .post("/stillinger/{id}/udnaevnelser/{appointment}/ophoer", Access::Decided, end::end_appointment)
        .post("/stillinger/{id}/kontakt-til-koordinator", Access::Decided, liaison::make)
        .get("/enheder/{id}/uden-kontaktperson", Access::Decided, waiver::ask)
        .post("/enheder/{id}/uden-kontaktperson", Access::Decided, waiver::waive)
        .post("/enheder/{id}/uden-kontaktperson/ophoer", Access::Decided, waiver::end)
        .get("/min-ferie", Access::SignedIn, holiday::show)
}
