//! GET /api/mine-data.schema.json: what the machine-readable copy of somebody's data holds, for whoever reads it.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use samskab_web::{Cx, Result};

/// A promise like the open data: names and codes stay. The house tests hold every person of the demo against it.
pub(super) const SCHEMA: &str = include_str!("../../schemas/mine-data.schema.json");

pub async fn show(_cx: Cx) -> Result<Response> {
    let content_type = HeaderValue::from_static("application/schema+json; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, content_type)], SCHEMA).into_response())
}
