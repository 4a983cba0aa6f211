//! The addresses of a list.

use axum::response::Response;
use samskab_web::{Access, Cx, Form, Result, Routes};

use crate::{
    chosen::{self, ChosenForm, UndoForm},
    export,
    list::StaffList,
    page,
    template::{self, RemoveTemplateForm},
    views::{self, RemoveViewForm, ViewForm, ViewOutcome},
};

/// The pages of a list: itself, its files, and what is done with chosen rows.
pub fn routes(list: &'static dyn StaffList) -> Routes {
    let path = list.facts().path;
    let under = |end: &str| -> &'static str { Box::leak(format!("{path}{end}").into_boxed_str()) };
    Routes::new()
        .get(path, Access::Decided, move |cx: Cx| page::show(cx, list))
        .get(under(".xlsx"), Access::Decided, move |cx: Cx| export::workbook(cx, list))
        .get(under(".csv"), Access::Decided, move |cx: Cx| export::spreadsheet(cx, list))
        .post(under("/valgte"), Access::Decided, move |cx: Cx, Form(form): Form<ChosenForm>| {
            chosen::preview(cx, list, form)
        })
        .post(under("/valgte/udfoer"), Access::Decided, move |cx: Cx, Form(form): Form<ChosenForm>| {
            chosen::carry_out(cx, list, form)
        })
        .post(under("/valgte/fortryd"), Access::Decided, move |cx: Cx, Form(form): Form<UndoForm>| {
            chosen::undo(cx, list, form)
        })
        .post(
            under("/skabeloner/fjern"),
            Access::Decided,
            move |cx: Cx, Form(form): Form<RemoveTemplateForm>| template::remove(cx, list, form),
        )
        .post(under("/visninger"), Access::Decided, move |cx: Cx, Form(form): Form<ViewForm>| {
            save_view(cx, list, form)
        })
        .post(under("/visninger/fjern"), Access::Decided, move |cx: Cx, Form(form): Form<RemoveViewForm>| {
            views::remove(cx, list, form)
        })
}

async fn save_view(cx: Cx, list: &'static dyn StaffList, form: ViewForm) -> Result<Response> {
    match views::save(&cx, list, form).await? {
        ViewOutcome::Saved(response) => Ok(response),
        ViewOutcome::Refused(asked, form) => page::refused(cx, list, asked, form).await,
    }
}
