//! Files that a reader fetches.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};

use crate::{Error, Result};

/// A file of this media type that a browser saves under `name`. It holds what stands in the database now, mostly of
/// people: no cache keeps it.
///
/// # Errors
/// Neither may hold what no header holds, such as a line break.
pub fn download(media_type: &str, name: &str, body: impl Into<Body>) -> Result<Response> {
    let value = |text: &str| HeaderValue::from_str(text).map_err(|error| Error::Fault(error.to_string()));
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, value(media_type)?);
    headers.insert(header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"{name}\""))?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
