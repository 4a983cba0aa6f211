//! Telling the other side: a letter to the volunteer, news to those who answer for the place.

use samskab_kernel::{Dice, Locale, contact::Email};
use samskab_organisation::{
    answering::{self, Ladder},
    person::{self, Person},
    sign_in,
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{Cx, Tenant, app::Services, token};

use super::{
    Engagement,
    letter::{News, Writer},
};
use crate::{
    T,
    interest::{
        self, Rung,
        letter::WhomToCall,
        news::languages,
        responsible::{responsible, to_call},
    },
    notice,
    task::{self, Task},
};

/// A link in a letter signs in once, within so many minutes.
const LINK_MINUTES: i64 = 7 * 24 * 60;

/// What every letter needs, in a request as in a job.
pub(super) struct Desk<'a> {
    pub municipality: &'a Tenant,
    dice: &'a Dice,
    absolute: Box<dyn Fn(&str) -> String + Send + Sync + 'a>,
}

impl<'a> Desk<'a> {
    pub fn of(cx: &'a Cx) -> Self {
        let absolute = Box::new(|path: &str| cx.absolute(path));
        Self { municipality: &cx.tenant, dice: cx.services.db.dice(), absolute }
    }

    pub fn of_job(services: &'a Services, municipality: &'a Tenant) -> Self {
        let absolute = Box::new(|path: &str| services.absolute(municipality.id, path));
        Self { municipality, dice: services.db.dice(), absolute }
    }
}

/// Writes to the volunteer, if there is an address; whoever has none is called, which the place sees.
pub(super) async fn volunteer(
    tx: &mut Tx,
    desk: &Desk<'_>,
    engagement: &Engagement,
    news: News<'_>,
) -> Result<()> {
    let tenant = tx.tenant();
    let Some(person) = person::store::find(tx, tenant, engagement.person).await? else { return Ok(()) };
    let interest = match engagement.interest {
        Some(id) => interest::store::find(tx, tenant, id).await?,
        None => None,
    };
    let email =
        interest.as_ref().and_then(|interest| interest.email.clone()).or_else(|| person.email.clone());
    let Some(to) = email else { return Ok(()) };
    let today = tx.now().day();
    let Some(shown) = task::store::shown(tx, tenant, engagement.task, today).await? else { return Ok(()) };
    let ladder = answering::ladder(tx, tenant, shown.task.poster, today).await?;
    let locale = interest.as_ref().map_or(person.locale, |interest| interest.locale);
    let link = link(tx, desk, engagement, &person, interest.as_ref()).await?;
    let writer = Writer {
        municipality: desk.municipality,
        locale,
        first_name: person.first_name(),
        task: &shown.task.title,
        by: &shown.poster_name,
        link,
        call: whom_to_call(&ladder, &shown.task, locale, desk.municipality),
    };
    samskab_mail::send(tx, writer.write(to, news)).await?;
    Ok(())
}

/// Everybody with an interest has its link, with an account or without; others sign in by the link.
async fn link(
    tx: &mut Tx,
    desk: &Desk<'_>,
    engagement: &Engagement,
    person: &Person,
    interest: Option<&interest::Interest>,
) -> Result<String> {
    let secret = token::fresh(desk.dice);
    if let Some(interest) = interest {
        interest::store::add_link(tx, interest.id, &secret).await?;
        return Ok((desk.absolute)(&format!("/aftaler/{secret}")));
    }
    sign_in::add_link(tx, &secret, person.id, LINK_MINUTES).await?;
    Ok((desk.absolute)(&format!("/log-ind/{secret}?videre={}", engagement.own_href())))
}

pub(super) fn whom_to_call(
    ladder: &Ladder,
    task: &Task,
    locale: Locale,
    municipality: &Tenant,
) -> Option<WhomToCall> {
    to_call(ladder, task.contact)
        .map(|answerer| WhomToCall::of(answerer, locale))
        .or_else(|| WhomToCall::municipality(municipality))
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

/// The address a letter would go to.
pub(super) async fn reach(
    connection: &mut Connection,
    engagement: &Engagement,
    person: &Person,
    tenant: samskab_kernel::TenantId,
) -> Result<(Option<Email>, Option<samskab_kernel::contact::Phone>)> {
    let interest = match engagement.interest {
        Some(id) => interest::store::find(connection, tenant, id).await?,
        None => None,
    };
    let (email, phone) = interest.map_or((None, None), |interest| (interest.email, interest.phone));
    Ok((email.or_else(|| person.email.clone()), phone.or_else(|| person.phone.clone())))
}
