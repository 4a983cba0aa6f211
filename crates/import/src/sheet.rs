//! `/import/{id}` of a workbook with several sheets: which one is it?

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice, shell::Breadcrumb};

use crate::{
    Imports, T, check,
    file::{Charset, Grid, Text},
    kind::Kind,
    run::{self, Run, State},
    setting::RunId,
    workbook,
};

samskab_web::form! {
    /// The sheets are numbered from 0, in the order of the workbook.
    pub(crate) struct SheetForm {
        sheet as "ark": radio(import_field_sheet),
    }
}

#[derive(Template)]
#[template(path = "sheet.html")]
struct SheetPage {
    shell: Shell,
    t: T,
    action: String,
    form: SheetForm,
    choices: Vec<Choice>,
}

/// The page of a run that is [`State::Choosing`]: chosen is the first sheet with a header that is known.
pub(crate) fn page(cx: &Cx, kind: &Kind, run: &Run, sheets: &[Grid]) -> Result<Response> {
    let sheet = workbook::likeliest(kind.columns, sheets).to_string();
    cx.page(sheet_page(cx, run, sheets, SheetForm { sheet, ..SheetForm::default() }))
}

fn sheet_page(cx: &Cx, run: &Run, sheets: &[Grid], form: SheetForm) -> SheetPage {
    let t = T(cx.locale);
    let choice = |(place, sheet): (usize, &Grid)| {
        let rows = t.import_sheet_rows(sheet.lines.len(), sheet.place.header_row.to_string());
        Choice::of(place.to_string(), sheet.place.sheet.clone()).hint(rows)
    };
    let mut shell = cx.shell(t.import_run_title(run.file_name.as_str()));
    shell.breadcrumbs = vec![
        Breadcrumb { href: Some("/import".into()), label: t.import_title().into() },
        Breadcrumb { href: None, label: run.file_name.clone() },
    ];
    SheetPage {
        shell,
        t,
        action: format!("{}/ark", run.href()),
        form,
        choices: sheets.iter().enumerate().map(choice).collect(),
    }
}

/// `POST /import/{id}/ark`. What is wrong with the sheet as a whole is said at once, and another can be chosen.
pub(crate) async fn choose(
    cx: Cx,
    imports: Imports,
    Path(id): Path<RunId>,
    Form(form): Form<SheetForm>,
) -> Result<Response> {
    imports.require(&cx)?;
    let mut tx = cx.write().await?;
    let run = run::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    if run.state != State::Choosing || run.is_forgotten {
        return cx.redirect(run.href());
    }
    let kind = imports.kind(&run.kind).or_not_found()?;
    let sheets = run::sheets(&mut tx, cx.tenant.id, id).await?;
    let mut check = Check::new(cx.locale);
    let chosen = form.sheet.parse().ok().and_then(|place: usize| sheets.get(place));
    let read = chosen.map(|sheet| read(kind, sheet, cx.locale));
    match read {
        Some(Ok((text, rows))) => {
            run::choose(&mut tx, id, text, rows).await?;
            tx.commit().await?;
            return cx.redirect(run.href());
        }
        Some(Err(refused)) => check.refuse(&form.sheet(), refused.text(T(cx.locale))),
        None => check.refuse(&form.sheet(), T(cx.locale).import_choose_sheet()),
    }
    cx.invalid(sheet_page(&cx, &run, &sheets, form.with_errors(check.errors)))
}

fn read(kind: &Kind, sheet: &Grid, locale: samskab_kernel::Locale) -> Result<(Text, usize), check::Refused> {
    // The run stores which program the workbook came from.
    let text = Text::of_sheets(Charset::Xlsx, std::slice::from_ref(sheet))?;
    let (_, rows) = check::rows(kind, &text.sheet()?, locale)?;
    let count = rows.len();
    Ok((text, count))
}
