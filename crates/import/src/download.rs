//! Files to fetch: the rejected rows of an import, and an empty template of each kind.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Result, download, error::OrNotFound as _};

use crate::{
    Imports, T,
    file::{self, Charset},
    report, run,
    setting::RunId,
};

/// `GET /import/{id}/afviste`: the rejected rows as they came, with the reasons.
pub(crate) async fn rejected(cx: Cx, imports: Imports, Path(id): Path<RunId>) -> Result<Response> {
    imports.require(&cx)?;
    let mut reader = cx.read().await?;
    let run = run::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let sheet = run::sheet(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let report = run::report(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let bytes = report::rejected(&sheet, &report, T(run.locale));
    let charset = if sheet.charset == Charset::Windows1252 { "windows-1252" } else { "utf-8" };
    download(&format!("text/csv; charset={charset}"), &format!("afviste-{}.csv", run.kind), bytes)
}

/// `GET /import/skabelon/{kind}`: the headers and nothing else.
pub(crate) async fn template(cx: Cx, imports: Imports, Path(code): Path<String>) -> Result<Response> {
    imports.require(&cx)?;
    let kind = imports.kind(&code).or_not_found()?;
    let header = kind.columns.iter().map(|column| column.header.to_owned()).collect();
    file::spreadsheet(&format!("skabelon-{}.csv", kind.code), [header])
}
