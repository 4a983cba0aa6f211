//! What this context deletes by itself, as the page about it says (law B.7). The jobs are in `engagement::forget`
//! and `fulfilment::watch`.

use samskab_requirement as requirement;
use samskab_web::retention::Rule;

use crate::{T, engagement, fulfilment::watch};

pub fn rules() -> Vec<Rule> {
    vec![
        Rule {
            job: "requirement.forget",
            what: |locale| T(locale).requirement_retention_refused(),
            purpose: |locale| T(locale).requirement_retention_refused_purpose(),
            kept: |tenant, locale| {
                T(locale).retention_days(requirement::Settings::of(tenant).refused_retention_days)
            },
            due: |connection, tenant, now| {
                let days = requirement::Settings::of(tenant).refused_retention_days;
                Box::pin(watch::refused_due(connection, tenant.id, now.plus_days(-days)))
            },
        },
        Rule {
            job: "requirement.forget",
            what: |locale| T(locale).requirement_retention_stalled(),
            purpose: |locale| T(locale).requirement_retention_stalled_purpose(),
            kept: |_, locale| T(locale).retention_days(watch::STALLED_DAYS),
            due: |connection, tenant, now| Box::pin(watch::stalled_due(connection, tenant.id, now)),
        },
        Rule {
            job: "requirement.forget",
            what: |locale| T(locale).declaration_retention(),
            purpose: |locale| T(locale).declaration_retention_purpose(),
            kept: |_, locale| T(locale).requirement_retention_years(watch::DECLARATION_YEARS),
            due: |connection, tenant, now| Box::pin(watch::declarations_due(connection, tenant.id, now)),
        },
        Rule {
            job: "engagement.forget",
            what: |locale| T(locale).engagement_retention(),
            purpose: |locale| T(locale).engagement_retention_purpose(),
            kept: |tenant, locale| {
                T(locale).retention_days(engagement::Settings::of(tenant).engagement_retention_days)
            },
            due: |connection, tenant, now| {
                let days = engagement::Settings::of(tenant).engagement_retention_days;
                Box::pin(engagement::forget::due(connection, tenant.id, now.plus_days(-days)))
            },
        },
    ]
}
