//! What is deleted here by itself, as the page about it says (law B.7). The job is `invitation::sweep`.

use samskab_taskbank::seen;
use samskab_web::retention::Rule;

use super::{INVITATIONS_KEPT_DAYS, invitation};
use crate::T;

pub(crate) fn rules() -> Vec<Rule> {
    vec![
        Rule {
            job: "matching.sweep",
            what: |locale| T(locale).retention_invitations(),
            purpose: |locale| T(locale).retention_invitations_purpose(),
            kept: |_, locale| T(locale).retention_days(INVITATIONS_KEPT_DAYS),
            due: |connection, tenant, now| {
                let before = now.plus_days(-INVITATIONS_KEPT_DAYS);
                Box::pin(invitation::store::forgettable(connection, tenant.id, before))
            },
        },
        Rule {
            job: "matching.sweep",
            what: |locale| T(locale).retention_task_seen(),
            purpose: |locale| T(locale).retention_task_seen_purpose(),
            kept: |_, locale| T(locale).retention_days(i64::from(seen::KEPT_DAYS)),
            due: |connection, tenant, now| {
                let before = now.day().plus_days(-seen::KEPT_DAYS);
                Box::pin(seen::forgettable(connection, tenant.id, before))
            },
        },
    ]
}
