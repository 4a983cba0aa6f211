//! What can keep a page from being shown, and what the reader can do next.
//!
//! The error travels to the outermost layer, which knows the reader's language and the
//! municipality and writes the page.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use samskab_kernel::Locale;

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such page, or not one this reader may know of.
    #[error("not found")]
    NotFound,
    /// Only after signing in; the page says so and leads back.
    #[error("sign in first")]
    SignIn,
    /// Signed in, but this is somebody else's decision.
    #[error("not allowed")]
    Forbidden,
    /// The request cannot be read: an old form, a cut-off upload.
    #[error("bad request: {0}")]
    BadRequest(String),
    /// A link of a mail that leads to nothing: what it led to is gone, or a part of it was lost on the way.
    #[error("the link leads to nothing")]
    LostLink(LostLink),
    #[error("too many requests")]
    TooMany,
    #[error(transparent)]
    Store(#[from] samskab_store::Error),
    #[error(transparent)]
    Template(#[from] askama::Error),
    /// A fault of ours, in words for the log.
    #[error("{0}")]
    Fault(String),
}

impl Error {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::LostLink(_) => StatusCode::GONE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Store(error) if error.is_unavailable() => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store(_) | Self::Template(_) | Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// What is said of a link that leads to nothing, by the context in whose mail it stood. That it may have been copied
/// without its end, the page says of every link.
#[derive(Debug, Clone, Copy)]
pub struct LostLink {
    /// What else may have happened to it, and what its reader does then.
    pub text: fn(Locale) -> &'static str,
    pub step: Option<NextStep>,
}

/// What the way to the next step is called, and where it leads.
pub type NextStep = (fn(Locale) -> &'static str, &'static str);

/// What a failed response carries to the layer that writes the page.
#[derive(Clone, Copy)]
pub(crate) struct Failed {
    pub status: StatusCode,
    pub link: Option<LostLink>,
}

pub(crate) fn failed_with(response: &Response) -> Option<StatusCode> {
    response.extensions().get::<Failed>().map(|failed| failed.status)
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(error = %self, "a request failed");
        } else {
            tracing::debug!(error = %self, "a request was refused");
        }
        let link = match self {
            Self::LostLink(link) => Some(link),
            _ => None,
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(Failed { status, link });
        response
    }
}

/// `store::find(…).await?.or_not_found()?`
pub trait OrNotFound<T> {
    fn or_not_found(self) -> Result<T>;
}
impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self) -> Result<T> {
        self.ok_or(Error::NotFound)
    }
}
