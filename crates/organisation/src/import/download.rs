//! Files to fetch: the rejected rows of an import, and an empty template of each kind.

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use samskab_web::{Cx, Error, Result, error::OrNotFound as _};

use super::{
    check,
    file::{self, Charset},
    kind, require,
    run::{self, RunId},
};
use crate::T;

/// `GET /import/{id}/afviste`: the rejected rows as they came, with the reasons.
pub async fn rejected(cx: Cx, Path(id): Path<RunId>) -> Result<Response> {
    require(&cx)?;
    let mut reader = cx.read().await?;
    let run = run::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let sheet = run::sheet(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let report = run::report(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let bytes = check::rejected(&sheet, &report, T(run.locale));
    download(bytes, sheet.charset, &format!("afviste-{}.csv", run.kind))
}

/// `GET /import/skabelon/{kind}`: the headers and nothing else.
pub async fn template(cx: Cx, Path(code): Path<String>) -> Result<Response> {
    require(&cx)?;
    let kind = kind(&code).or_not_found()?;
    let header = kind.columns.iter().map(|column| column.header.to_owned()).collect();
    let bytes = file::write(Charset::Utf8Marked, ';', [header]);
    download(bytes, Charset::Utf8Marked, &format!("skabelon-{}.csv", kind.code))
}

fn download(bytes: Vec<u8>, charset: Charset, name: &str) -> Result<Response> {
    let charset = if charset == Charset::Windows1252 { "windows-1252" } else { "utf-8" };
    let value = |text: String| HeaderValue::from_str(&text).map_err(|error| Error::Fault(error.to_string()));
    let headers = [
        (header::CONTENT_TYPE, value(format!("text/csv; charset={charset}"))?),
        (header::CONTENT_DISPOSITION, value(format!("attachment; filename=\"{name}\""))?),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, bytes).into_response())
}
