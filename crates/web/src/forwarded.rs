//! Who really asks when there is a proxy in front: what its headers say, as far as they are believed.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    str::FromStr,
};

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap},
};

/// Which proxies are believed when they say for whom they ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum TrustedProxies {
    /// No proxy: nothing is in front of the program.
    #[default]
    Nobody,
    /// One proxy, on this machine or in a private network with it. The last address in its header is who asks.
    Nearest,
    /// Those with these addresses, one behind the other.
    Listed(Vec<Network>),
}

/// `10.0.0.0/8`, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u32,
}

impl Network {
    fn holds(self, address: IpAddr) -> bool {
        let shift = |width: u32| width - self.bits.min(width);
        match (self.address, address) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let differs = u32::from(own) ^ u32::from(other);
                differs.checked_shr(shift(32)).unwrap_or(0) == 0
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let differs = u128::from(own) ^ u128::from(other);
                differs.checked_shr(shift(128)).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = NotProxies;
    fn from_str(text: &str) -> Result<Self, NotProxies> {
        let wrong = || NotProxies(text.to_owned());
        let (address, bits) =
            text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(width), str::parse::<u32>).map_err(|_| wrong())?;
        if bits > width { Err(wrong()) } else { Ok(Self { address: address.to_canonical(), bits }) }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is neither true, false, nor a list of addresses such as 127.0.0.1, 10.0.0.0/8")]
pub struct NotProxies(String);

impl FromStr for TrustedProxies {
    type Err = NotProxies;
    fn from_str(text: &str) -> Result<Self, NotProxies> {
        match text.trim() {
            "false" | "0" => Ok(Self::Nobody),
            "true" | "1" => Ok(Self::Nearest),
            list => {
                let words = list.split([',', ' ']).filter(|word| !word.is_empty());
                let networks = words.map(str::parse).collect::<Result<Vec<Network>, _>>()?;
                if networks.is_empty() {
                    Err(NotProxies(text.to_owned()))
                } else {
                    Ok(Self::Listed(networks))
                }
            }
        }
    }
}

impl TrustedProxies {
    pub fn believes(&self, peer: IpAddr) -> bool {
        match self {
            Self::Nobody => false,
            Self::Nearest => is_near(peer),
            Self::Listed(networks) => networks.iter().any(|network| network.holds(peer)),
        }
    }

    /// Who asks. Every proxy adds at the end whom it saw, on a line of its own or on the same, so the list is read
    /// from its end, as far as those who wrote it are believed.
    pub(crate) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        if !self.believes(peer) {
            return peer;
        }
        let mut nearest = peer;
        for said in values(headers, "x-forwarded-for").into_iter().rev() {
            // Something that is no address was not written by a proxy we believe.
            let Some(address) = address_in(said) else { break };
            nearest = address;
            let is_ours = matches!(self, Self::Listed(_)) && self.believes(address);
            if !is_ours {
                break;
            }
        }
        nearest
    }

    /// Whether the reader's own connection is encrypted, as the nearest proxy says.
    pub(crate) fn says_https(&self, peer: IpAddr, headers: &HeaderMap) -> bool {
        self.believes(peer)
            && values(headers, "x-forwarded-proto")
                .last()
                .is_some_and(|proto| proto.eq_ignore_ascii_case("https"))
    }
}

/// Loopback, or a network that the internet does not reach.
fn is_near(peer: IpAddr) -> bool {
    match peer.to_canonical() {
        IpAddr::V4(peer) => peer.is_loopback() || peer.is_private() || peer.is_link_local(),
        IpAddr::V6(peer) => peer.is_loopback() || peer.is_unique_local() || peer.is_unicast_link_local(),
    }
}

/// All values of a header that is a list, whether they came on one line or on several.
fn values<'h>(headers: &'h HeaderMap, name: &str) -> Vec<&'h str> {
    let lines = headers.get_all(name).iter().map(|line| line.to_str().unwrap_or("?"));
    lines.flat_map(|line| line.split(',')).map(str::trim).collect()
}

/// With or without a port, which some proxies add.
fn address_in(said: &str) -> Option<IpAddr> {
    let said = said.trim_matches('"');
    let bare = || said.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(said).parse().ok();
    said.parse::<SocketAddr>()
        .map(|address| address.ip())
        .ok()
        .or_else(bare)
        .map(|ip: IpAddr| ip.to_canonical())
}

/// Headers that proxies write. A request with one of them does not come from somebody at this machine.
const WRITTEN_BY_PROXIES: [&str; 10] = [
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-proto",
    "x-forwarded-host",
    "x-forwarded-port",
    "x-forwarded-server",
    "x-real-ip",
    "x-client-ip",
    "true-client-ip",
    "via",
];

pub(crate) fn came_by_a_proxy(headers: &HeaderMap) -> bool {
    WRITTEN_BY_PROXIES.iter().any(|name| headers.contains_key(*name))
        || headers.keys().any(|name| name.as_str().starts_with("cf-"))
}

/// The machine at the other end of the connection.
pub(crate) fn peer(extensions: &Extensions) -> IpAddr {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>();
    peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ConnectInfo(peer)| peer.ip().to_canonical())
}

/// Whose attempts are counted together: an address, or the /64 that one connection to the internet has in IPv6.
/// Within it anybody takes a new address for every request.
pub(crate) fn counted_as(address: IpAddr) -> IpAddr {
    const HOST: u128 = (1 << 64) - 1;
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from(u128::from(address) & !HOST)),
        address => address,
    }
}

/// The name in a `Host`, without the port.
pub(crate) fn host_name(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        let line = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        lines.iter().map(line).collect()
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn nobody_is_believed_who_is_not_named() {
        let forged = headers(&[("x-forwarded-for", "192.0.2.1"), ("x-forwarded-proto", "https")]);
        for (proxies, peer) in [
            (TrustedProxies::Nobody, "127.0.0.1"),
            (TrustedProxies::Nearest, "203.0.113.9"),
            ("10.1.0.0/16".parse().unwrap(), "10.2.0.1"),
        ] {
            assert_eq!(proxies.client(ip(peer), &forged), ip(peer), "{proxies:?}");
            assert!(!proxies.says_https(ip(peer), &forged));
        }
        assert!(TrustedProxies::Nearest.says_https(ip("127.0.0.1"), &forged));
    }

    #[test]
    fn the_last_that_a_believed_proxy_saw_asks_on_however_many_lines_it_stands() {
        let nearest = |lines: &[_]| TrustedProxies::Nearest.client(ip("10.0.0.1"), &headers(lines));
        assert_eq!(nearest(&[("x-forwarded-for", "192.0.2.66, 203.0.113.9")]), ip("203.0.113.9"));
        assert_eq!(
            nearest(&[("x-forwarded-for", "192.0.2.66"), ("x-forwarded-for", "203.0.113.9")]),
            ip("203.0.113.9"),
            "what a stranger wrote stands on the first line"
        );
        assert_eq!(nearest(&[("x-forwarded-for", "203.0.113.9:4711")]), ip("203.0.113.9"));
        assert_eq!(nearest(&[("x-forwarded-for", "[2001:db8::1]:4711")]), ip("2001:db8::1"));
        assert_eq!(nearest(&[("x-forwarded-for", "::ffff:203.0.113.9")]), ip("203.0.113.9"));
        assert_eq!(nearest(&[("x-forwarded-for", "192.0.2.66, nonsense")]), ip("10.0.0.1"));
        assert_eq!(nearest(&[]), ip("10.0.0.1"));
        // An intranet's own address is who asks, not one more proxy.
        assert_eq!(nearest(&[("x-forwarded-for", "192.0.2.66, 10.7.7.7")]), ip("10.7.7.7"));
    }

    #[test]
    fn listed_proxies_stand_one_behind_the_other() {
        let proxies: TrustedProxies = "127.0.0.1, 10.0.0.0/8 2001:db8::/32".parse().unwrap();
        let client = |line| proxies.client(ip("127.0.0.1"), &headers(&[("x-forwarded-for", line)]));
        assert_eq!(client("192.0.2.66, 203.0.113.9, 10.0.0.3, 2001:db8:1::3"), ip("203.0.113.9"));
        assert_eq!(client("10.0.0.4, 10.0.0.3"), ip("10.0.0.4"));
        assert_eq!(client("nonsense, 10.0.0.3"), ip("10.0.0.3"));
    }

    #[test]
    fn a_setting_that_is_none_is_refused() {
        assert_eq!("false".parse(), Ok(TrustedProxies::Nobody));
        assert_eq!("1".parse(), Ok(TrustedProxies::Nearest));
        for wrong in ["", "ja", "10.0.0.0/33", "10.0.0", "127.0.0.1; 10.0.0.1"] {
            assert!(wrong.parse::<TrustedProxies>().is_err(), "{wrong}");
        }
        let everybody: Network = "0.0.0.0/0".parse().unwrap();
        assert!(everybody.holds(ip("203.0.113.9")) && !everybody.holds(ip("::1")));
    }

    #[test]
    fn any_header_of_a_proxy_is_seen() {
        assert!(!came_by_a_proxy(&headers(&[("host", "a.example"), ("user-agent", "prometheus")])));
        for name in ["forwarded", "via", "x-forwarded-for", "x-real-ip", "cf-connecting-ip"] {
            assert!(came_by_a_proxy(&headers(&[(name, "x")])), "{name}");
        }
    }

    #[test]
    fn one_connection_to_the_internet_is_counted_as_one() {
        let same = counted_as(ip("2001:db8:1:2:aaaa::1")) == counted_as(ip("2001:db8:1:2:bbbb::2"));
        assert!(same && counted_as(ip("2001:db8:1:3::1")) != counted_as(ip("2001:db8:1:2::1")));
        assert_eq!(counted_as(ip("::ffff:203.0.113.9")), ip("203.0.113.9"));
        assert_ne!(counted_as(ip("203.0.113.9")), counted_as(ip("203.0.113.8")));
    }

    #[test]
    fn a_host_loses_its_port_and_nothing_else() {
        for (host, name) in [
            ("a.example:8080", "a.example"),
            ("a.example", "a.example"),
            ("[::1]:80", "[::1]"),
            ("[::1]", "[::1]"),
            ("a.example:x@b.example", "a.example:x@b.example"),
        ] {
            assert_eq!(host_name(host), name);
        }
    }
}
