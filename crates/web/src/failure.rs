//! The page for what failed: it says what happened and offers the next step.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use samskab_kernel::{Day, Locale};
use uuid::Uuid;

use crate::{
    Shell, T,
    cx::{Cx, FLASH_COOKIE},
    error::LostLink,
    health,
    sent_form::SentForm,
};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    shell: Shell,
    heading: &'static str,
    text: &'a str,
    action: Option<(&'static str, String)>,
    reference: Option<Uuid>,
    /// The next step opens in a window of its own: this one is needed afterwards.
    in_new_window: bool,
    /// The typed fields, shown again so that nothing is lost.
    sent: Option<SentForm>,
}

pub(crate) fn failure_page(cx: &Cx, status: StatusCode, id: Uuid) -> Response {
    let t = T(cx.locale);
    let (heading, text, action) = match status {
        StatusCode::NOT_FOUND => {
            (t.not_found_title(), t.not_found_text(), Some((t.not_found_action(), "/opgaver".to_owned())))
        }
        StatusCode::FORBIDDEN => {
            (t.forbidden_title(), t.forbidden_text(), Some((t.forbidden_action(), "/overblik".to_owned())))
        }
        StatusCode::TOO_MANY_REQUESTS => (t.too_many_title(), t.too_many_text(), None),
        StatusCode::PAYLOAD_TOO_LARGE => (t.too_large_title(), t.too_large_text(), None),
        status if status.is_client_error() => (t.bad_request_title(), t.bad_request_text(), None),
        StatusCode::SERVICE_UNAVAILABLE => (t.unavailable_title(), t.unavailable_text(), None),
        _ => (t.fault_title(), t.fault_text(), None),
    };
    let reference = status.is_server_error().then_some(id);
    error_response(
        cx,
        status,
        ErrorPage {
            shell: cx.shell(heading),
            heading,
            text,
            action,
            reference,
            in_new_window: false,
            sent: None,
        },
    )
}

/// A link of a mail that leads to nothing.
pub(crate) fn lost_link(cx: &Cx, link: LostLink) -> Response {
    let t = T(cx.locale);
    let heading = t.lost_link_title();
    let text = format!("{} {}", t.lost_link_copy(), (link.text)(cx.locale));
    let page = ErrorPage {
        shell: cx.shell(heading),
        heading,
        text: &text,
        action: link.step.map(|(label, href)| (label(cx.locale), href.to_owned())),
        reference: None,
        in_new_window: false,
        sent: None,
    };
    error_response(cx, StatusCode::GONE, page)
}

/// A page for those who are signed in. Whoever sent something gets it back, where that may be: signing in happens in a
/// window of its own, and what was typed waits in this one.
pub(crate) fn sign_in_first(cx: &Cx, sent: Option<SentForm>) -> Response {
    let t = T(cx.locale);
    let is_post = cx.request.sent_from.is_some();
    let heading = match is_post {
        _ if cx.is_by_letter() => t.letter_link_title(),
        true => t.signed_out_title(),
        false => t.sign_in_title(),
    };
    let text = match (is_post, &sent) {
        (false, _) if cx.is_by_letter() => t.letter_link_text(),
        (false, _) => t.sign_in_text(),
        (true, Some(_)) => t.signed_out_typed(),
        (true, None) => t.signed_out_lost(),
    };
    let action = Some((t.sign_in_action(), cx.sign_in_href()));
    // Even where the fields are not shown again: the browser still has them, one page back.
    let in_new_window = is_post;
    let shell = cx.shell(heading);
    error_response(
        cx,
        StatusCode::UNAUTHORIZED,
        ErrorPage { shell, heading, text, action, reference: None, in_new_window, sent },
    )
}

pub(crate) fn cross_site(cx: &Cx, id: Uuid) -> Response {
    let t = T(cx.locale);
    let (heading, text) = (t.cross_site_title(), t.cross_site_text());
    let page = ErrorPage {
        shell: cx.shell(heading),
        heading,
        text,
        action: None,
        reference: Some(id),
        in_new_window: false,
        sent: None,
    };
    error_response(cx, StatusCode::FORBIDDEN, page)
}

fn error_response(cx: &Cx, status: StatusCode, page: ErrorPage<'_>) -> Response {
    let mut response = match page.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "the error page itself failed");
            status.into_response()
        }
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == StatusCode::TOO_MANY_REQUESTS {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        let (name, value) = health::COME_AGAIN;
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if cx.flash.is_some() {
        cx.set_cookie(response.headers_mut(), FLASH_COOKIE, "", Some(0));
    }
    response
}

pub(crate) fn no_tenant() -> Response {
    let t = T(Locale::Da);
    (StatusCode::NOT_FOUND, format!("{}. {}\n", t.no_tenant_title(), t.no_tenant_text())).into_response()
}

pub(crate) fn has_ended(cx: &Cx, ended: Day) -> Response {
    let t = T(cx.locale);
    let text = t.ended_text(cx.locale.day(ended));
    let heading = t.ended_title();
    let page = ErrorPage {
        shell: cx.shell(heading),
        heading,
        text: &text,
        action: None,
        reference: None,
        in_new_window: false,
        sent: None,
    };
    error_response(cx, StatusCode::GONE, page)
}
