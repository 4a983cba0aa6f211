//! Opbevaring: what this context deletes by itself, and when (law B.7). Each rule is one daily job, so
//! that one that fails does not stop the others.

pub mod people;
mod sweep;

use samskab_jobs::{Failure, Handler};
use samskab_kernel::{Instant, TenantId, jiff::SignedDuration};
use samskab_store::{Event, Result, Stamp, Tx};
use samskab_web::{Services, module::BoxFuture, retention::Rule};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::T;

/// Something was deleted because its time was up: how much, never what.
#[derive(Serialize)]
pub struct TimeWasUp {
    #[serde(skip)]
    pub tenant: TenantId,
    /// The job that carries out the rule.
    pub rule: &'static str,
    pub count: u64,
}
impl Event for TimeWasUp {
    const KIND: &'static str = "retention.deleted";
    fn subject(&self) -> Uuid {
        self.tenant.uuid()
    }
}

/// The data of [`TimeWasUp`], as it is read from the book of events.
#[derive(Deserialize)]
pub struct WasUp {
    pub rule: String,
    pub count: u64,
}

const SESSIONS: &str = "retention.sessions";
const LINKS: &str = "retention.links";
const ASSOCIATIONS: &str = "retention.associations";
const PEOPLE: &str = "retention.people";

/// The rules of this context and those of the mail it sends.
pub fn rules() -> Vec<Rule> {
    vec![
        Rule {
            job: SESSIONS,
            what: |locale| T(locale).retention_sessions(),
            purpose: |locale| T(locale).retention_sessions_purpose(),
            kept: |_, locale| T(locale).retention_sessions_kept().to_owned(),
            due: |connection, tenant, now| Box::pin(sweep::sessions_due(connection, tenant.id, now)),
        },
        Rule {
            job: LINKS,
            what: |locale| T(locale).retention_links(),
            purpose: |locale| T(locale).retention_links_purpose(),
            kept: |_, locale| T(locale).retention_links_kept().to_owned(),
            due: |connection, tenant, now| Box::pin(sweep::links_due(connection, tenant.id, now)),
        },
        Rule {
            job: ASSOCIATIONS,
            what: |locale| T(locale).retention_associations(),
            purpose: |locale| T(locale).retention_associations_purpose(),
            kept: |_, locale| T(locale).retention_days(sweep::DAYS_UNCONFIRMED),
            due: |connection, tenant, now| Box::pin(sweep::associations_due(connection, tenant.id, now)),
        },
        Rule {
            job: "import.forget",
            what: |locale| T(locale).retention_imports(),
            purpose: |locale| T(locale).retention_imports_purpose(),
            kept: |_, locale| T(locale).retention_days(samskab_import::run::KEPT_DAYS),
            due: |connection, tenant, now| {
                Box::pin(samskab_import::run::to_forget(connection, tenant.id, now))
            },
        },
        Rule {
            job: "import.forget",
            what: |locale| T(locale).retention_import_traces(),
            purpose: |locale| T(locale).retention_import_traces_purpose(),
            kept: |_, locale| T(locale).retention_days(samskab_import::undo::DAYS),
            due: |connection, tenant, now| {
                Box::pin(samskab_import::run::traces_to_forget(connection, tenant.id, now))
            },
        },
        Rule {
            job: PEOPLE,
            what: |locale| T(locale).retention_people(),
            purpose: |locale| T(locale).retention_people_purpose(),
            kept: |_, locale| {
                T(locale).retention_people_kept(
                    i64::from(people::MONTHS_KEPT),
                    i64::from(people::MONTHS_UNTIL_TOLD),
                )
            },
            due: |connection, tenant, now| Box::pin(people::due(connection, tenant.id, now)),
        },
        Rule {
            job: "mail.forget",
            what: |locale| T(locale).retention_mail(),
            purpose: |locale| T(locale).retention_mail_purpose(),
            kept: |_, locale| T(locale).retention_days(samskab_mail::DAYS_KEPT),
            due: |connection, tenant, now| Box::pin(samskab_mail::to_forget(connection, tenant.id, now)),
        },
    ]
}

type Sweep = for<'a> fn(&'a Services, &'a mut Tx) -> BoxFuture<'a, Result<u64>>;

/// One job for each rule, every day and in every municipality; and one that removes what was deleted from the
/// database files too.
pub fn jobs() -> Vec<Handler<Services>> {
    vec![
        daily(SESSIONS, |_, tx| Box::pin(samskab_web::session::sweep(tx))),
        daily(LINKS, |_, tx| Box::pin(sweep::links(tx))),
        daily(ASSOCIATIONS, |services, tx| Box::pin(sweep::associations(services, tx))),
        Handler::every(PEOPLE, A_DAY, |services: Services, tenant| async move {
            let now = services.clock.now();
            people::tell(&services, tenant, now).await?;
            carry_out(&services, tenant, now, PEOPLE, |services, tx| Box::pin(people::delete(services, tx)))
                .await?;
            Ok::<(), Failure>(())
        }),
        Handler::every(
            "retention.files",
            SignedDuration::from_hours(1),
            |services: Services, _| async move {
                services.db.forget_deleted().await?;
                Ok::<(), Failure>(())
            },
        ),
    ]
}

const A_DAY: SignedDuration = SignedDuration::from_hours(24);

fn daily(rule: &'static str, sweep: Sweep) -> Handler<Services> {
    Handler::every(rule, A_DAY, move |services: Services, tenant| async move {
        carry_out(&services, tenant, services.clock.now(), rule, sweep).await?;
        Ok::<(), Failure>(())
    })
}

/// Deletes in one transaction, and writes into the book how much it was, when it was anything.
async fn carry_out(
    services: &Services,
    tenant: TenantId,
    now: Instant,
    rule: &'static str,
    sweep: Sweep,
) -> Result<u64> {
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let count = sweep(services, &mut tx).await?;
    if count > 0 {
        tx.record(TimeWasUp { tenant, rule, count }).await?;
    }
    tx.commit().await?;
    Ok(count)
}
