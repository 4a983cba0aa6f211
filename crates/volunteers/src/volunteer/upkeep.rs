//! What time does to a CV (law B.7): a reminder before a consent runs out and before a CV that nobody keeps up
//! is deleted; looks and sign-ups go when their time is up. Once a day.

use samskab_jobs::Failure;
use samskab_kernel::{Day, Instant, Locale, TenantId, contact::Email};
use samskab_organisation::{person::PersonId, sign_in};
use samskab_store::{Connection, Event, Result, Stamp, Tx};
use samskab_taskbank::notice::mail::municipality;
use samskab_web::{Services, Tenant, retention::Rule, session::Opens};
use serde::Serialize;
use uuid::Uuid;

use super::{CvDeleted, mail::Mail, months_after, store};
use crate::T;

pub(crate) const JOB: &str = "volunteer.upkeep";
/// Months after it was last changed or said to be right.
const MONTHS_KEPT: i64 = 13;
const MONTHS_UNTIL_TOLD: i64 = 12;
/// From the letter to the deletion: time to say that it is right.
const DAYS_TO_ANSWER: i64 = 28;
/// Who has looked is kept for a year.
const LOOK_MONTHS: i64 = 12;
/// How long before its end one is reminded of a consent.
const REMIND_DAYS: i64 = 31;
/// How long the link in a reminder signs in.
const LINK_MINUTES: i64 = 14 * 24 * 60;

/// Somebody was told by mail that the CV will be deleted.
#[derive(Serialize)]
struct ToldOfCvDeletion {
    #[serde(skip)]
    person: PersonId,
}
impl Event for ToldOfCvDeletion {
    const KIND: &'static str = "volunteer.told_of_cv_deletion";
    fn subject(&self) -> Uuid {
        self.person.uuid()
    }
}

samskab_store::statements! {
    CONSENTS_TO_REMIND = "select p.id, p.name, p.email, p.locale, k.expires_at
                          from volunteer_consent k join person p on p.id = k.person_id
                          join volunteer_cv c on c.tenant_id = k.tenant_id and c.person_id = k.person_id
                          where k.tenant_id = $1 and k.withdrawn_at is null and k.reminded_at is null
                            and k.expires_at > $2 and k.expires_at <= $3 and p.email is not null
                          order by k.expires_at limit 500";
    REMINDED = "update volunteer_consent set reminded_at = $3
                where tenant_id = $1 and person_id = $2 and withdrawn_at is null";
    CVS_TO_TELL = "select p.id, p.name, p.email, p.locale, c.updated_at as expires_at
                   from volunteer_cv c join person p on p.id = c.person_id
                   where c.tenant_id = $1 and c.updated_at < $2 and p.email is not null
                     and not exists (select 1 from event e
                                     where e.tenant_id = c.tenant_id and e.subject_id = c.person_id and e.kind = $3
                                       and e.at > c.updated_at)
                   order by c.updated_at limit 500";
    /// Nobody with an address loses a CV without having been told.
    CVS_DUE = "select c.person_id from volunteer_cv c join person p on p.id = c.person_id
               where c.tenant_id = $1 and c.updated_at < $2
                 and (p.email is null
                      or exists (select 1 from event e
                                 where e.tenant_id = c.tenant_id and e.subject_id = c.person_id and e.kind = $3
                                   and e.at <= $4 and e.at > c.updated_at))
               order by c.updated_at limit 500";
    LOOKS_DUE = "select count(*) from cv_look where tenant_id = $1 and at < $2";
    LOOKS = "delete from cv_look where tenant_id = $1 and at < $2";
    SIGN_UPS_DUE = "select count(*) from volunteer_sign_up where tenant_id = $1 and expires_at <= $2";
    SIGN_UPS = "delete from volunteer_sign_up where tenant_id = $1 and expires_at <= $2";
}

#[derive(samskab_store::Row)]
struct ToRemind {
    id: PersonId,
    name: String,
    email: Email,
    locale: Locale,
    expires_at: Instant,
}

impl ToRemind {
    fn mail<'a>(&'a self, municipality: &'a Tenant, today: Day) -> Mail<'a> {
        let first_name = self.name.split_whitespace().next().unwrap_or_default();
        Mail { municipality, locale: self.locale, first_name, today }
    }
}

fn months_before(now: Instant, months: i64) -> Instant {
    months_after(now.day(), -months).start()
}

pub(super) async fn keep_up(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    remind_of_consents(&services, &municipality, &mut tx).await?;
    tell_of_cvs(&services, &municipality, &mut tx).await?;
    let deleted = delete_cvs(&mut tx).await?;
    store::take_time_out_of_ids(&mut tx).await?;
    let looks = tx.query(&LOOKS).bind(tenant).bind(months_before(now, LOOK_MONTHS)).execute().await?;
    let sign_ups = tx.query(&SIGN_UPS).bind(tenant).bind(now).execute().await?;
    tx.commit().await?;
    if deleted + looks + sign_ups > 0 {
        tracing::info!(cvs = deleted, looks, sign_ups, "what volunteers said was forgotten");
    }
    Ok(())
}

/// A link that signs in for a page of Min side, and leads there.
async fn link(services: &Services, tx: &mut Tx, person: PersonId, page: &str) -> Result<String> {
    let secret = samskab_web::token::fresh(services.db.dice());
    sign_in::add_link(tx, &secret, person, LINK_MINUTES, Opens::Only(page)).await?;
    Ok(services.absolute(tx.tenant(), &format!("/log-ind/{secret}?videre={page}")))
}

async fn remind_of_consents(services: &Services, municipality: &Tenant, tx: &mut Tx) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let soon = now.plus_days(REMIND_DAYS);
    let people: Vec<ToRemind> = tx.query(&CONSENTS_TO_REMIND).bind(tenant).bind(now).bind(soon).all().await?;
    for person in people {
        let link = link(services, tx, person.id, "/min-side/cv/samtykke").await?;
        let last_day = person.expires_at.day().plus_days(-1);
        let message =
            person.mail(municipality, now.day()).consent_ends(person.email.clone(), last_day, &link);
        samskab_mail::send(tx, message).await?;
        tx.query(&REMINDED).bind(tenant).bind(person.id).bind(now).execute().await?;
    }
    Ok(())
}

async fn tell_of_cvs(services: &Services, municipality: &Tenant, tx: &mut Tx) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let people: Vec<ToRemind> = tx
        .query(&CVS_TO_TELL)
        .bind(tenant)
        .bind(months_before(now, MONTHS_UNTIL_TOLD))
        .bind(ToldOfCvDeletion::KIND.to_owned())
        .all()
        .await?;
    for person in people {
        let link = link(services, tx, person.id, "/min-side/cv/behold").await?;
        let message = person.mail(municipality, now.day()).cv_ends(person.email.clone(), &link);
        samskab_mail::send(tx, message).await?;
        tx.record(ToldOfCvDeletion { person: person.id }).await?;
    }
    Ok(())
}

async fn cvs_overdue(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Vec<PersonId>> {
    connection
        .query(&CVS_DUE)
        .bind(tenant)
        .bind(months_before(now, MONTHS_KEPT))
        .bind(ToldOfCvDeletion::KIND.to_owned())
        .bind(now.plus_days(-DAYS_TO_ANSWER))
        .scalars()
        .await
}

async fn delete_cvs(tx: &mut Tx) -> Result<u64> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let overdue = cvs_overdue(tx, tenant, now).await?;
    for person in &overdue {
        store::delete(tx, *person).await?;
        tx.record(CvDeleted { person: *person }).await?;
    }
    Ok(overdue.len() as u64)
}

/// As the page about what is deleted shows them.
pub fn rules() -> Vec<Rule> {
    vec![
        Rule {
            job: JOB,
            what: |locale| T(locale).volunteer_retention_cv(),
            purpose: |locale| T(locale).volunteer_retention_cv_purpose(),
            kept: |_, locale| T(locale).volunteer_retention_cv_kept(MONTHS_KEPT, MONTHS_UNTIL_TOLD),
            due: |connection, tenant, now| {
                Box::pin(async move {
                    let overdue = cvs_overdue(connection, tenant.id, now).await?;
                    Ok(i64::try_from(overdue.len()).unwrap_or(i64::MAX))
                })
            },
        },
        Rule {
            job: JOB,
            what: |locale| T(locale).volunteer_retention_looks(),
            purpose: |locale| T(locale).volunteer_retention_looks_purpose(),
            kept: |_, locale| T(locale).volunteer_retention_months(LOOK_MONTHS),
            due: |connection, tenant, now| {
                Box::pin(async move {
                    let before = months_before(now, LOOK_MONTHS);
                    connection.query(&LOOKS_DUE).bind(tenant.id).bind(before).scalar().await
                })
            },
        },
        Rule {
            job: JOB,
            what: |locale| T(locale).volunteer_retention_sign_ups(),
            purpose: |locale| T(locale).volunteer_retention_sign_ups_purpose(),
            kept: |_, locale| T(locale).retention_days(super::sign_up::DAYS),
            due: |connection, tenant, now| {
                Box::pin(
                    async move { connection.query(&SIGN_UPS_DUE).bind(tenant.id).bind(now).scalar().await },
                )
            },
        },
    ]
}
