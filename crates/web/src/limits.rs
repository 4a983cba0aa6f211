//! How often one address may try something. Kept in memory: a restart forgives.

use std::{net::IpAddr, num::NonZeroU32, sync::Arc};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use samskab_kernel::TenantId;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limited {
    /// Passwords and sign-in links.
    SignIn,
    /// Posts from people who are not signed in.
    AnonymousPost,
}

/// Attempts per minute and address.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub sign_in: u32,
    pub anonymous_posts: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { sign_in: 10, anonymous_posts: 20 }
    }
}

type Key = (TenantId, IpAddr);

#[derive(Clone)]
pub(crate) struct Limiters {
    sign_in: Arc<DefaultKeyedRateLimiter<Key>>,
    anonymous_posts: Arc<DefaultKeyedRateLimiter<Key>>,
}

impl Limiters {
    pub fn new(limits: Limits) -> Self {
        let limiter = |per_minute: u32| {
            Arc::new(RateLimiter::keyed(Quota::per_minute(
                NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN),
            )))
        };
        Self { sign_in: limiter(limits.sign_in), anonymous_posts: limiter(limits.anonymous_posts) }
    }

    pub fn allow(&self, what: Limited, tenant: TenantId, address: IpAddr) -> bool {
        let limiter = match what {
            Limited::SignIn => &self.sign_in,
            Limited::AnonymousPost => &self.anonymous_posts,
        };
        // A limiter that has met very many addresses forgets the quiet ones.
        if limiter.len() > 10_000 {
            limiter.retain_recent();
        }
        limiter.check_key(&(tenant, address)).is_ok()
    }
}
