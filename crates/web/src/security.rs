//! The headers and checks that apply to every page.

use axum::http::{HeaderMap, HeaderValue, Method, header};

/// Nothing from elsewhere, nothing inline. `form-action` keeps a hijacked form at home.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

pub(crate) fn add_headers(headers: &mut HeaderMap, secure: bool) {
    let mut set = |name: header::HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(
        header::HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(self), payment=()",
    );
    if secure {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
}

/// A post to an address that ends so may come from a mail program, which sends no cookie and no origin (RFC 8058): the
/// secret in the address is all it knows, and all its handler may ask.
pub const ONE_CLICK: &str = "/afmeld";

/// Whether a request that changes something comes from our own pages (ADR 0004). Browsers say
/// so in `Sec-Fetch-Site`, older ones in `Origin`; whoever says nothing is refused.
pub(crate) fn comes_from_us(method: &Method, headers: &HeaderMap, host: &str) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match text("sec-fetch-site") {
        Some("same-origin" | "none") => true,
        Some(_) => false,
        None => text("origin").is_some_and(|origin| {
            origin.split_once("://").is_some_and(|(_, origin_host)| origin_host.eq_ignore_ascii_case(host))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| ((*name).parse().unwrap(), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn a_post_from_another_site_is_refused() {
        let post = |pairs: &[_]| comes_from_us(&Method::POST, &headers(pairs), "frivillig.example");
        assert!(post(&[("sec-fetch-site", "same-origin")]));
        assert!(post(&[("origin", "https://frivillig.example")]));
        assert!(!post(&[("sec-fetch-site", "cross-site"), ("origin", "https://frivillig.example")]));
        assert!(!post(&[("sec-fetch-site", "same-site")]), "another municipality under the same domain");
        assert!(!post(&[("origin", "https://ond.example")]));
        assert!(!post(&[("origin", "null")]));
        assert!(!post(&[]), "whoever says nothing is refused");
        assert!(comes_from_us(&Method::GET, &headers(&[("sec-fetch-site", "cross-site")]), "x"));
    }
}
