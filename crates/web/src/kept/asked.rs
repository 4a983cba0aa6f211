//! Whether a request may be answered with a kept page, and with which.

use axum::{
    extract::MatchedPath,
    http::{HeaderMap, Method, header, request::Parts},
};
use samskab_kernel::{Instant, Locale, TenantId};

use super::Keeping;
use crate::{
    app::{host, is_secure, locale_chosen},
    cx::FLASH_COOKIE,
    forwarded::host_name,
    session,
};

/// Everything of a request that a public page may depend on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub tenant: TenantId,
    pub locale: Locale,
    pub secure: bool,
    pub fragment: bool,
    encoding: Encoding,
    host: String,
    /// The path, and the parameters in the order of their names.
    address: String,
}

impl Key {
    /// Bytes of text in it.
    pub fn length(&self) -> usize {
        self.host.len() + self.address.len()
    }

    /// The key of a request by a browser that takes no compression.
    #[cfg(test)]
    pub fn of(tenant: TenantId, address: &str) -> Self {
        Self {
            tenant,
            locale: Locale::Da,
            secure: false,
            fragment: false,
            encoding: Encoding::Plain,
            host: String::new(),
            address: address.to_owned(),
        }
    }
}

/// How the answer is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Encoding {
    Plain,
    Gzip,
}

impl Encoding {
    /// As the compression chooses. `None` for those who weigh one against another or take anything: no browser does,
    /// and they get a page of their own.
    fn of(headers: &HeaderMap) -> Option<Self> {
        let mut chosen = Self::Plain;
        for value in headers.get_all(header::ACCEPT_ENCODING) {
            for name in value.to_str().ok()?.split(',').map(str::trim) {
                match name.to_ascii_lowercase().as_str() {
                    name if name.contains([';', '*']) => return None,
                    "gzip" | "x-gzip" => chosen = Self::Gzip,
                    _ => {}
                }
            }
        }
        Some(chosen)
    }
}

/// Longer addresses are nobody's bookmark.
const LONGEST_ADDRESS: usize = 2000;

pub(super) struct KeptRequest {
    pub key: Key,
    /// The version of the municipality's settings that is known.
    pub settings: u64,
}

impl KeptRequest {
    /// `None` when this request must be answered for itself: it changes something, comes with a session or a message,
    /// chooses a language (which sets a cookie), or is for a route whose pages are not kept.
    pub async fn read(keeping: &Keeping, parts: &Parts, now: Instant) -> Option<Self> {
        if !matches!(parts.method, Method::GET | Method::HEAD) {
            return None;
        }
        let route = parts.extensions.get::<MatchedPath>()?;
        if !keeping.routes.contains(route.as_str()) {
            return None;
        }
        let headers = &parts.headers;
        let has = |cookie| session::cookie(headers, cookie).is_some_and(|value| !value.is_empty());
        if has(session::COOKIE) || has(FLASH_COOKIE) {
            return None;
        }
        let (path, query) = (parts.uri.path(), parts.uri.query().unwrap_or_default());
        if query.contains("sprog=") || path.len() + query.len() > LONGEST_ADDRESS {
            return None;
        }
        let host = host(headers);
        let tenant = keeping.services.tenants.at(host_name(&host), now).await.ok()??;
        let key = Key {
            tenant: tenant.id,
            locale: locale_chosen(headers).unwrap_or_default(),
            secure: is_secure(&keeping.services, headers, &parts.extensions),
            fragment: headers.contains_key("hx-request"),
            encoding: Encoding::of(headers)?,
            host,
            address: address(path, query),
        };
        Some(Self { key, settings: tenant.version })
    }
}

/// Repeated parameters of one name keep their order: it may mean something.
fn address(path: &str, query: &str) -> String {
    let mut pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
    pairs.sort_by_key(|pair| pair.split('=').next());
    let mut address = path.to_owned();
    for (at, pair) in pairs.into_iter().enumerate() {
        address.push(if at == 0 { '?' } else { '&' });
        address.push_str(pair);
    }
    address
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn the_order_of_the_parameters_does_not_matter_but_that_of_the_values() {
        assert_eq!(address("/opgaver", "tema=social&dag=weekend"), "/opgaver?dag=weekend&tema=social");
        assert_eq!(address("/opgaver", "emne=b&dag=x&emne=a"), "/opgaver?dag=x&emne=b&emne=a");
        assert_eq!(address("/", ""), "/");
        assert_ne!(address("/opgaver", "q=a%26b"), address("/opgaver", "q=a&b"));
    }

    #[test]
    fn browsers_get_what_they_take() {
        let of = |accepts: &'static str| {
            let headers =
                HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accepts))]);
            Encoding::of(&headers)
        };
        assert_eq!(of("gzip, deflate, br, zstd"), Some(Encoding::Gzip));
        assert_eq!(of("gzip, deflate"), Some(Encoding::Gzip));
        assert_eq!(of("identity"), Some(Encoding::Plain));
        assert_eq!(of("br;q=0.1, gzip"), None);
        assert_eq!(of("*"), None);
        assert_eq!(Encoding::of(&HeaderMap::new()), Some(Encoding::Plain));
    }
}
