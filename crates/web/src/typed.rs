//! What somebody sent after their session had ended, in another window or by its age: it is handed back to them on the
//! page that says so, ready to be sent again once they have signed in. Nothing of it is kept here.

use axum::{
    body::{Body, to_bytes},
    http::{Method, header, request::Parts},
};

use crate::Cx;

/// The largest form that is handed back, in bytes. Files are sent in another way and are never handed back.
const MOST: usize = 256 * 1024;

/// A form that was sent: to where, and its fields in their order.
pub(crate) struct Typed {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

/// Reads the form, where whoever sent it is not signed in. Also returns the body, for the page it was sent to.
pub(crate) async fn read(cx: &Cx, parts: &Parts, body: Body) -> (Body, Option<Typed>) {
    let is_form = parts
        .headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    let length =
        parts.headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if parts.method != Method::POST
        || cx.actor.is_signed_in()
        || !is_form
        || length.is_none_or(|length: usize| length > MOST)
    {
        return (body, None);
    }
    // The length was said, so this fails only where the sender is gone.
    let Ok(bytes) = to_bytes(body, MOST).await else { return (Body::empty(), None) };
    let fields = serde_html_form::from_bytes(&bytes).unwrap_or_default();
    (Body::from(bytes), Some(Typed { action: cx.path_and_query(), fields }))
}
