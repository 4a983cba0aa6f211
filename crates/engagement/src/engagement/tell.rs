//! Telling the other side: a letter to the volunteer, news to those who answer for the place.

use samskab_kernel::{Dice, Locale, TenantId, contact::Email};
use samskab_organisation::answering::{languages, responsible};
use samskab_organisation::{
    answering,
    person::{self, Person},
    sign_in,
};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::{notice, task};
use samskab_web::{Cx, Services, Tenant, session::Opens, token};

use super::{
    Engagement, Side,
    called::{CallAbout, to_call},
    letter::{News, Writer},
};
use crate::T;
use samskab_interest::{Rung, letter::when_and_where};

/// The kinds of older news that news of this kind replaces, for a reader who has not read them yet: each step towards
/// an agreement contains the one before, and what is agreed on is neither proposed nor changed any more.
fn contained_in(kind: &str) -> &'static [&'static str] {
    match kind {
        "engagement.yes" => &["engagement.yes", "engagement.agreed", "engagement.begun"],
        "engagement.agreed" | "engagement.begun" => &[
            "engagement.yes",
            "engagement.agreed",
            "engagement.begun",
            "engagement.proposed",
            "engagement.changed",
        ],
        _ => &[],
    }
}

/// Minutes for which a link in a letter can sign somebody in, once.
const LINK_MINUTES: i64 = 7 * 24 * 60;

/// What every letter needs, in a request as in a job.
pub(super) struct LetterContext<'a> {
    pub municipality: &'a Tenant,
    dice: &'a Dice,
    absolute: Box<dyn Fn(&str) -> String + Send + Sync + 'a>,
}

impl<'a> LetterContext<'a> {
    pub fn of(cx: &'a Cx) -> Self {
        let absolute = Box::new(|path: &str| cx.absolute(path));
        Self { municipality: &cx.tenant, dice: cx.services.db.dice(), absolute }
    }

    pub fn of_job(services: &'a Services, municipality: &'a Tenant) -> Self {
        let absolute = Box::new(|path: &str| services.absolute(municipality.id, path));
        Self { municipality, dice: services.db.dice(), absolute }
    }
}

/// Writes to the volunteer, if there is an address; whoever has none is called, which waits for the place until it is
/// noted.
pub(super) async fn volunteer(
    tx: &mut Tx,
    letters: &LetterContext<'_>,
    engagement: &Engagement,
    news: News<'_>,
) -> Result<()> {
    let tenant = tx.tenant();
    let Some(person) = person::store::find(tx, tenant, engagement.person).await? else { return Ok(()) };
    let interest = interest_of(tx, tenant, engagement).await?;
    let email =
        interest.as_ref().and_then(|interest| interest.email.clone()).or_else(|| person.email.clone());
    let Some(to) = email else {
        return match CallAbout::of(news) {
            Some(about) => to_call(tx, engagement, about).await,
            None => Ok(()),
        };
    };
    let today = tx.now().day();
    let Some(shown) = task::store::shown(tx, tenant, engagement.task, today).await? else { return Ok(()) };
    let ladder = answering::ladder(tx, tenant, shown.task.poster, today).await?;
    let locale = interest.as_ref().map_or(person.locale, |interest| interest.locale);
    let link = link(tx, letters, engagement, &person, interest.as_ref()).await?;
    let writer = Writer {
        municipality: letters.municipality,
        locale,
        first_name: person.first_name(),
        task: &shown.task.title,
        by: &shown.poster_name,
        link,
        call: shown.whom_to_call(&ladder, letters.municipality, locale),
        facts: when_and_where(&shown.task, locale, today),
        today,
    };
    samskab_mail::send(tx, writer.write(to, news)).await?;
    Ok(())
}

/// Everybody with an interest has its link, with an account or without; others sign in by the link, for this page.
async fn link(
    tx: &mut Tx,
    letters: &LetterContext<'_>,
    engagement: &Engagement,
    person: &Person,
    interest: Option<&samskab_interest::Interest>,
) -> Result<String> {
    let secret = token::fresh(letters.dice);
    if let Some(interest) = interest {
        samskab_interest::store::add_link(tx, interest.id, &secret).await?;
        return Ok((letters.absolute)(&format!("/aftaler/{secret}")));
    }
    let page = engagement.own_href();
    sign_in::add_link(tx, &secret, person.id, LINK_MINUTES, Opens::Only(&page)).await?;
    Ok((letters.absolute)(&format!("/log-ind/{secret}?videre={page}")))
}

/// Tells those who answer for the place, in their language; whoever does it themselves hears nothing.
pub(super) async fn place(
    tx: &mut Tx,
    engagement: &Engagement,
    kind: &'static str,
    text: impl Fn(T, &str, &str) -> String,
) -> Result<()> {
    let (tenant, today) = (tx.tenant(), tx.now().day());
    let Some(task) = task::store::find(tx, tenant, engagement.task).await? else { return Ok(()) };
    let Some(person) = person::store::find(tx, tenant, engagement.person).await? else { return Ok(()) };
    let ladder = answering::ladder(tx, tenant, task.poster, today).await?;
    let told = responsible(&ladder, task.contact, Rung::Contact);
    let contained = contained_in(kind);
    if !contained.is_empty() {
        notice::settle_kinds(tx, &engagement.href(), contained).await?;
    }
    let actor = tx.stamp().actor;
    for (who, locale) in languages(tx, tenant, &told).await? {
        if Some(who.uuid()) == actor {
            continue;
        }
        let text = text(T(locale), person.first_name(), &task.title);
        notice::tell(tx, who, kind, text, engagement.href()).await?;
    }
    Ok(())
}

/// Tells the side that did not do it: the volunteer by letter, the place by news of this `kind`.
pub(super) async fn other(
    tx: &mut Tx,
    letters: &LetterContext<'_>,
    doer: Side,
    engagement: &Engagement,
    news: News<'_>,
    (kind, said): (&'static str, impl Fn(T, &str, &str) -> String),
) -> Result<()> {
    match doer {
        Side::Volunteer => place(tx, engagement, kind, said).await,
        Side::Place => volunteer(tx, letters, engagement, news).await,
    }
}

/// The interest that the agreement came from. Runs at most one query.
async fn interest_of(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: &Engagement,
) -> Result<Option<samskab_interest::Interest>> {
    match engagement.interest {
        Some(id) => samskab_interest::store::find(connection, tenant, id).await,
        None => Ok(None),
    }
}

/// In which language they are written to, and their agreement is written.
pub(super) async fn language(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: &Engagement,
) -> Result<Locale> {
    if let Some(interest) = interest_of(connection, tenant, engagement).await? {
        return Ok(interest.locale);
    }
    let person = person::store::find(connection, tenant, engagement.person).await?;
    Ok(person.map_or(Locale::Da, |person| person.locale))
}

/// Whether a letter reaches them; else somebody must call.
pub(super) async fn has_address(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: &Engagement,
) -> Result<bool> {
    let Some(person) = person::store::find(connection, tenant, engagement.person).await? else {
        return Ok(false);
    };
    Ok(reach(connection, engagement, &person, tenant).await?.0.is_some())
}

/// The address a letter would go to.
pub(super) async fn reach(
    connection: &mut Connection,
    engagement: &Engagement,
    person: &Person,
    tenant: samskab_kernel::TenantId,
) -> Result<(Option<Email>, Option<samskab_kernel::contact::Phone>)> {
    let interest = interest_of(connection, tenant, engagement).await?;
    let (email, phone) = interest.map_or((None, None), |interest| (interest.email, interest.phone));
    Ok((email.or_else(|| person.email.clone()), phone.or_else(|| person.phone.clone())))
}
