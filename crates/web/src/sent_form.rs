//! A form that somebody sent after their session had ended, in another window or by its age: the page that says so
//! shows what they typed, ready to be sent again once they have signed in. Nothing of it is stored here.

use axum::{
    body::{Body, HttpBody as _, to_bytes},
    http::{Method, header, request::Parts},
};

use crate::Cx;

/// The largest form that is handed back, in bytes. Files are sent in another way and are never handed back.
const MOST: u64 = 256 * 1024;

/// A form that was sent: to where, and its fields in their order.
pub(crate) struct SentForm {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

/// Reads the form, where whoever sent it is not signed in; `None` where it is not handed back. Also returns the body, for
/// the page it was sent to.
pub(crate) async fn read(cx: &Cx, parts: &Parts, body: Body) -> (Body, Option<SentForm>) {
    let is_form = parts
        .headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    // How long it is, is known before it is read; where it is not, it is left to whoever it was sent to.
    let is_small = body.size_hint().upper().is_some_and(|length| length <= MOST);
    if parts.method != Method::POST || cx.actor.is_signed_in() || !is_form || !is_small {
        return (body, None);
    }
    // This fails only where the sender is gone.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return (Body::empty(), None) };
    let fields: Vec<(String, String)> = serde_html_form::from_bytes(&bytes).unwrap_or_default();
    // A password is written into no page, and where nothing was typed there is nothing to hand back.
    let is_handed_back = !fields.is_empty() && !fields.iter().any(|(name, _)| name.contains("password"));
    let sent = is_handed_back.then(|| SentForm { action: cx.path_and_query(), fields });
    (Body::from(bytes), sent)
}
