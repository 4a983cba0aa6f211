//! How often one address, or one account from whatever address, may try something. Kept in memory: a restart forgives.

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
    /// Codes that somebody holds on paper, as of a frivilligbevis: nobody tries them all.
    CodeCheck,
}

/// Attempts per minute and address; those to sign in also per minute and account.
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

/// A school that checks its pupils' proofs gets on; who guesses does not.
const CODE_CHECKS: u32 = 30;

/// Whose attempts are counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Whose {
    Address(IpAddr),
    /// The hash of what somebody wants in as. Many addresses that guess at one password are slowed
    /// down together, and no e-mail address stays in memory.
    Account(String),
}

type Key = (TenantId, Whose);

#[derive(Clone)]
pub(crate) struct Limiters {
    sign_in: Arc<DefaultKeyedRateLimiter<Key>>,
    anonymous_posts: Arc<DefaultKeyedRateLimiter<Key>>,
    code_checks: Arc<DefaultKeyedRateLimiter<Key>>,
}

impl Limiters {
    pub fn new(limits: Limits) -> Self {
        let limiter = |per_minute: u32| {
            Arc::new(RateLimiter::keyed(Quota::per_minute(
                NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN),
            )))
        };
        Self {
            sign_in: limiter(limits.sign_in),
            anonymous_posts: limiter(limits.anonymous_posts),
            code_checks: limiter(CODE_CHECKS),
        }
    }

    pub fn allow(&self, what: Limited, tenant: TenantId, whose: Whose) -> bool {
        let limiter = match what {
            Limited::SignIn => &self.sign_in,
            Limited::AnonymousPost => &self.anonymous_posts,
            Limited::CodeCheck => &self.code_checks,
        };
        // A limiter that has met very many forgets the quiet ones.
        if limiter.len() > 10_000 {
            limiter.retain_recent();
        }
        limiter.check_key(&(tenant, whose)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Clock, Dice};

    use super::*;

    #[test]
    fn an_account_is_slowed_down_whatever_the_address() {
        let limiters = Limiters::new(Limits { sign_in: 2, anonymous_posts: 2 });
        let tenant: TenantId = Dice::seeded(1).id(Clock::real().now());
        let anna = || Whose::Account("anna".to_owned());
        assert!(limiters.allow(Limited::SignIn, tenant, anna()));
        assert!(limiters.allow(Limited::SignIn, tenant, anna()));
        assert!(!limiters.allow(Limited::SignIn, tenant, anna()));
        assert!(limiters.allow(Limited::SignIn, tenant, Whose::Account("bo".to_owned())));
        assert!(limiters.allow(Limited::SignIn, tenant, Whose::Address([127, 0, 0, 1].into())));
    }
}
