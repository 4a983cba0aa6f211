//! Everything a handler needs to know about the request it answers, in one parameter.

use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use samskab_kernel::{Day, Id, Instant, Locale, contact::Email};
use samskab_store::{Reader, Stamp, Tx};

use crate::{
    Actor, Error, Result, Services, Shell, Tenant,
    app::encode,
    form::in_page_order,
    forwarded::{counted_as, host_name},
    kept::Wish,
    limits::{Limited, Whose},
    shell::Flash,
};

/// Tenant, actor, locale, time and services of one request. Cheap to clone.
#[derive(Clone)]
pub struct Cx {
    pub services: Services,
    pub tenant: Arc<Tenant>,
    pub actor: Arc<Actor>,
    pub locale: Locale,
    pub(crate) flash: Option<Flash>,
    pub(crate) request: Arc<RequestFacts>,
    pub(crate) now: Instant,
    pub(crate) decided: Arc<AtomicBool>,
    pub(crate) wish: Wish,
    /// The number of the book of events when the request came, where somebody has asked for it.
    pub(crate) book: Option<i64>,
}

#[derive(Debug)]
pub(crate) struct RequestFacts {
    pub path: String,
    pub query: Option<String>,
    pub host: String,
    pub secure: bool,
    pub address: IpAddr,
    pub wants_fragment: bool,
    pub session: Option<String>,
    /// The session came from a letter's link: it opens what the letter is about and nothing else.
    pub by_letter: bool,
    /// For a post: the path of the page with the form.
    pub sent_from: Option<String>,
    /// And what that page asked for after its `?`.
    pub sent_query: Option<String>,
}

/// The address with `name` set to `value`, keeping the rest of the query.
fn address(path: &str, query: Option<&str>, name: &str, value: &str) -> String {
    let kept = query.iter().flat_map(|query| query.split('&'));
    let kept = kept.filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(name));
    let mut query: Vec<String> = kept.map(str::to_owned).collect();
    query.push(format!("{name}={value}"));
    format!("{path}?{}", query.join("&"))
}

impl Cx {
    /// When the request came. One time for everything it does.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// The calendar day in Denmark.
    pub fn today(&self) -> Day {
        self.now().day()
    }

    pub fn new_id<K>(&self) -> Id<K> {
        self.services.db.dice().id(self.now)
    }

    /// A fresh secret for a link.
    pub fn secret(&self) -> String {
        crate::token::fresh(self.services.db.dice())
    }

    pub fn path(&self) -> &str {
        &self.request.path
    }

    pub fn query(&self) -> Option<&str> {
        self.request.query.as_deref()
    }

    pub fn path_and_query(&self) -> String {
        match &self.request.query {
            Some(query) => format!("{}?{query}", self.request.path),
            None => self.request.path.clone(),
        }
    }

    /// This page in the other language. A form that was refused has no page of its own address: it
    /// leads back to the page it was sent from.
    pub(crate) fn in_language(&self, code: &str) -> String {
        match &self.request.sent_from {
            Some(page) => address(page, self.request.sent_query.as_deref(), "sprog", code),
            None => self.with_query("sprog", code),
        }
    }

    /// This page's address with `name` set to `value`, keeping the rest of the query.
    pub fn with_query(&self, name: &str, value: &str) -> String {
        address(&self.request.path, self.request.query.as_deref(), name, value)
    }

    /// This page's address without what stood after it in a mail – a full stop, a bracket –, where something did. It is
    /// never part of a link of ours.
    pub(crate) fn without_the_marks_of_a_sentence(&self) -> Option<String> {
        let path = &self.request.path;
        let mut meant = path.as_str();
        while let Some(shorter) = AFTER_A_LINK.iter().find_map(|mark| meant.strip_suffix(mark)) {
            meant = shorter;
        }
        // Two slashes would be another host.
        let is_ours = !meant.starts_with("//") && !meant.starts_with("/\\");
        let is_other = meant.len() < path.len() && meant.len() > 1 && is_ours;
        is_other.then(|| match &self.request.query {
            Some(query) => format!("{meant}?{query}"),
            None => meant.to_owned(),
        })
    }

    /// The id of what this page adds once it is sent, which stands in its address; `None`: see [`Cx::begin`].
    pub fn begun<K>(&self) -> Option<Id<K>> {
        let query = self.request.query.as_deref()?;
        let id = query.split('&').find_map(|pair| pair.strip_prefix(BEGUN)?.strip_prefix('='))?;
        id.parse().ok()
    }

    /// Leads to this page under an address with a fresh id, [`Cx::begun`]: the same page sent twice, or gone back to, adds
    /// one thing. What is sent with other words is another thing, and gets an id of its own.
    pub fn begin(&self) -> Result<Response> {
        self.redirect(self.with_query(BEGUN, &self.new_id::<()>().to_string()))
    }

    /// *Mit overblik* if the form was on that page, else `href`: what is done in the list leads back to the list.
    pub fn back_to_overview_or(&self, href: String) -> String {
        match self.request.sent_from.as_deref() {
            Some(OVERVIEW) => OVERVIEW.to_owned(),
            _ => href,
        }
    }

    /// `https://frivillig.fjordlund.example/opgaver/…`: for mails and feeds.
    ///
    /// Whoever asks writes the `Host`, and the link may go to somebody else by mail. So only a name of
    /// the municipality's own is believed; where every name is answered, the configured address counts.
    pub fn absolute(&self, path: &str) -> String {
        let name = host_name(&self.request.host);
        if self.services.config.public_url.is_some() && !self.services.tenants.knows(name) {
            return self.services.absolute(self.tenant.id, path);
        }
        let scheme = if self.request.secure { "https" } else { "http" };
        format!("{scheme}://{name}{}{path}", self.services.port())
    }

    pub fn is_secure(&self) -> bool {
        self.request.secure
    }

    pub fn session_secret(&self) -> Option<&str> {
        self.request.session.as_deref()
    }

    /// Whether htmx asks for the changed part of a page only.
    pub fn wants_fragment(&self) -> bool {
        self.request.wants_fragment
    }

    /// Whether somebody came by a letter's link and has not signed in for the rest.
    pub(crate) fn is_by_letter(&self) -> bool {
        self.request.by_letter
    }

    /// Where one signs in and comes back to this page. What is posted to has often no page of its own: then to the one
    /// with the form.
    pub(crate) fn sign_in_href(&self) -> String {
        let back = self.request.sent_from.clone().unwrap_or_else(|| self.path_and_query());
        format!("/log-ind?videre={}", encode(&back))
    }

    pub async fn read(&self) -> Result<Reader> {
        Ok(self.services.db.read().await?)
    }

    pub async fn write(&self) -> Result<Tx> {
        Ok(self.services.db.begin(self.stamp()).await?)
    }

    pub fn stamp(&self) -> Stamp {
        Stamp { tenant: self.tenant.id, actor: self.actor.person, now: self.now }
    }

    /// The decision of a context's authority; the guard of the route sees that it was taken.
    ///
    /// # Errors
    /// [`Error::Forbidden`], or [`Error::SignIn`] when signing in could help.
    pub fn require(&self, allowed: bool) -> Result<()> {
        self.decided.store(true, Ordering::Relaxed);
        match (allowed, self.actor.is_signed_in()) {
            (true, _) => Ok(()),
            (false, true) => Err(Error::Forbidden),
            (false, false) => Err(Error::SignIn),
        }
    }

    pub(crate) fn was_decided(&self) -> bool {
        self.decided.load(Ordering::Relaxed)
    }

    /// # Errors
    /// [`Error::TooMany`] when this address has tried too often.
    pub fn limit(&self, what: Limited) -> Result<()> {
        self.limit_whose(what, Whose::Address(counted_as(self.request.address)))
    }

    fn limit_whose(&self, what: Limited, whose: Whose) -> Result<()> {
        if self.allows(what, whose) { Ok(()) } else { Err(Error::TooMany) }
    }

    fn allows(&self, what: Limited, whose: Whose) -> bool {
        self.services.limiters.allow(what, self.tenant.id, whose)
    }

    /// Whether one more password may be tried for `email` (known or not), from any address. When not, a stranger
    /// may have tried them: the owner is never refused for it, but signs in with a link instead.
    pub fn may_try_password(&self, email: &Email) -> bool {
        self.allows(Limited::Password, Whose::account(email, "password"))
    }

    /// Whether one more mail of this kind may be sent to whoever has this address because somebody typed it into a
    /// form. When not, the last ones are so fresh that their links work still, and the answer is the same.
    pub fn may_mail(&self, email: &Email, kind: &'static str) -> bool {
        self.allows(Limited::Mail, Whose::account(email, kind))
    }

    pub fn shell(&self, title: impl Into<String>) -> Shell {
        Shell::new(self, title)
    }

    pub fn page(&self, page: impl Template) -> Result<Response> {
        self.page_with(StatusCode::OK, page)
    }

    /// The same page again, with errors at the fields and everything that was typed.
    pub fn invalid(&self, page: impl Template) -> Result<Response> {
        self.page_with(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    pub fn page_with(&self, status: StatusCode, page: impl Template) -> Result<Response> {
        self.rendered(status, page.render())
    }

    /// Not generic over the page, so that it is compiled once and not with every template.
    fn rendered(&self, status: StatusCode, page: askama::Result<String>) -> Result<Response> {
        let page = if status == StatusCode::UNPROCESSABLE_ENTITY { in_page_order(page?) } else { page? };
        let mut response = (status, Html(page)).into_response();
        let caching = if self.actor.is_signed_in() { "no-store" } else { "private, no-cache" };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("cookie"));
        Ok(response)
    }

    pub fn redirect(&self, to: impl AsRef<str>) -> Result<Response> {
        let to = HeaderValue::from_str(to.as_ref()).map_err(|error| Error::Fault(error.to_string()))?;
        let mut response = StatusCode::SEE_OTHER.into_response();
        response.headers_mut().insert(header::LOCATION, to);
        Ok(response)
    }

    /// Redirects and shows the message `key` of the shell's texts on the next page.
    pub fn redirect_saying(
        &self,
        to: impl AsRef<str>,
        kind: &'static str,
        key: &'static str,
    ) -> Result<Response> {
        let mut response = self.redirect(to)?;
        self.set_cookie(response.headers_mut(), FLASH_COOKIE, &format!("{kind}.{key}"), Some(60));
        Ok(response)
    }

    /// Sets a cookie that scripts cannot read. `None`: until the browser closes.
    pub fn set_cookie(&self, headers: &mut HeaderMap, name: &str, value: &str, max_age: Option<i64>) {
        let age = max_age.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
        let secure = if self.request.secure { "; Secure" } else { "" };
        let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }

    /// Puts the session's secret in the browser.
    pub fn set_session(&self, headers: &mut HeaderMap, secret: &str) {
        self.set_cookie(headers, crate::session::COOKIE, secret, Some(crate::session::LIFE_DAYS * 86_400));
    }

    pub fn clear_session(&self, headers: &mut HeaderMap) {
        self.set_cookie(headers, crate::session::COOKIE, "", Some(0));
    }
}

/// Under which name the id of what a page adds stands in its address.
const BEGUN: &str = "kladde";

/// What a sentence has after a link, as it comes in an address.
const AFTER_A_LINK: [&str; 17] =
    [".", ",", ";", ":", "!", ")", "]", ">", "'", "\"", "%3E", "%3e", "%22", "%5D", "%29", "%C2%BB", "%20"];

/// Mit overblik.
const OVERVIEW: &str = "/overblik";

pub(crate) const FLASH_COOKIE: &str = "besked";
pub(crate) const LOCALE_COOKIE: &str = "sprog";

/// Reads a flash cookie: `success.flash-saved`. Only our own texts can be shown by it.
pub(crate) fn flash(
    cookie: &str,
    locale: Locale,
    texts: &[fn(Locale, &str) -> Option<&'static str>],
) -> Option<Flash> {
    let (kind, key) = cookie.split_once('.')?;
    let kind = ["success", "info", "warning", "error"].into_iter().find(|known| *known == kind)?;
    let text = texts.iter().find_map(|text| text(locale, key))?;
    Some(Flash { kind, text: text.to_owned() })
}

impl FromRequestParts<Services> for Cx {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Services) -> Result<Self> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Error::Fault("no Cx: the layer is missing".into()))
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_page_in_the_other_language_is_about_the_same() {
        let page = |query| address("/vagtplan/aflys", query, "sprog", "en");
        assert_eq!(page(Some("dag=2026-12-01&sted=1")), "/vagtplan/aflys?dag=2026-12-01&sted=1&sprog=en");
        assert_eq!(page(Some("sprog=da&dag=2026-12-01")), "/vagtplan/aflys?dag=2026-12-01&sprog=en");
        assert_eq!(page(None), "/vagtplan/aflys?sprog=en");
    }
}
