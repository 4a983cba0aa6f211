//! How often one address, or one account from whatever address, may try something. Kept in memory: a restart forgives.
//!
//! An address that tries too often has to wait. An account never has: a stranger could try for its owner. Too many
//! passwords only close the way by password, and too many mails to one address are simply not sent.

use std::{net::IpAddr, num::NonZeroU32, sync::Arc};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use samskab_kernel::{TenantId, contact::Email};

use crate::token;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limited {
    /// Passwords and sign-in links, by address.
    SignIn,
    /// Passwords, by account.
    Password,
    /// Mails to one address that anybody can have sent.
    Mail,
    /// Posts from people who are not signed in.
    AnonymousPost,
    /// Codes that somebody holds on paper, as of a frivilligbevis: nobody tries them all.
    CodeCheck,
    /// Short links on posters, which lead on.
    ShortLink,
}

/// Attempts per minute and address; passwords also per minute and account.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub sign_in: u32,
    pub anonymous_posts: u32,
    /// Per hour and recipient, of each kind. A link to sign in works for half an hour, so with at least two mails an
    /// hour the newest in somebody's post works whoever asked for it.
    pub mails: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { sign_in: 10, anonymous_posts: 20, mails: 6 }
    }
}

/// A school that checks its pupils' proofs gets on; who guesses does not.
const CODE_CHECKS: u32 = 30;
/// Many read one poster behind one address of a library; nobody counts visits up with it.
const SHORT_LINKS: u32 = 60;

/// Whose attempts are counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Whose {
    Address(IpAddr),
    /// The hash of the account that somebody tries to sign in to. Many addresses that guess one password are slowed
    /// down together, and no e-mail address is kept in memory.
    Account(String),
}

impl Whose {
    pub(crate) fn account(email: &Email, kind: &str) -> Self {
        Self::Account(token::hash(&format!("{kind} {email}")))
    }
}

type Key = (TenantId, Whose);

#[derive(Clone)]
pub(crate) struct Limiters {
    sign_in: Arc<DefaultKeyedRateLimiter<Key>>,
    anonymous_posts: Arc<DefaultKeyedRateLimiter<Key>>,
    code_checks: Arc<DefaultKeyedRateLimiter<Key>>,
    passwords: Arc<DefaultKeyedRateLimiter<Key>>,
    mails: Arc<DefaultKeyedRateLimiter<Key>>,
    short_links: Arc<DefaultKeyedRateLimiter<Key>>,
}

impl Limiters {
    pub fn new(limits: Limits) -> Self {
        let at_least_one = |number: u32| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        let limiter =
            |per_minute: u32| Arc::new(RateLimiter::keyed(Quota::per_minute(at_least_one(per_minute))));
        Self {
            sign_in: limiter(limits.sign_in),
            anonymous_posts: limiter(limits.anonymous_posts),
            code_checks: limiter(CODE_CHECKS),
            passwords: limiter(limits.sign_in),
            mails: Arc::new(RateLimiter::keyed(Quota::per_hour(at_least_one(limits.mails)))),
            short_links: limiter(SHORT_LINKS),
        }
    }

    pub fn allow(&self, what: Limited, tenant: TenantId, whose: Whose) -> bool {
        let limiter = match what {
            Limited::SignIn => &self.sign_in,
            Limited::AnonymousPost => &self.anonymous_posts,
            Limited::CodeCheck => &self.code_checks,
            Limited::Password => &self.passwords,
            Limited::Mail => &self.mails,
            Limited::ShortLink => &self.short_links,
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
    fn an_account_is_slowed_down_whatever_the_address_and_each_kind_of_mail_by_itself() {
        let limiters = Limiters::new(Limits { sign_in: 2, anonymous_posts: 2, mails: 2 });
        let tenant: TenantId = Dice::seeded(1).id(Clock::real().now());
        let account =
            |name: &str, kind: &str| Whose::account(&format!("{name}@post.example").parse().unwrap(), kind);
        let anna = || account("anna", "password");
        assert!(limiters.allow(Limited::Password, tenant, anna()));
        assert!(limiters.allow(Limited::Password, tenant, anna()));
        assert!(!limiters.allow(Limited::Password, tenant, anna()));
        assert!(limiters.allow(Limited::Password, tenant, account("bo", "password")));
        assert!(limiters.allow(Limited::SignIn, tenant, Whose::Address([127, 0, 0, 1].into())));
        for kind in ["sign_in", "interest"] {
            let mails = (0..5).filter(|_| limiters.allow(Limited::Mail, tenant, account("anna", kind)));
            assert_eq!(mails.count(), 2, "{kind}");
        }
    }
}
