//! A mail to a volunteer came back. Those who look after them hear it, and call: the volunteer waits for an answer that
//! was given.

use samskab_kernel::{TenantId, contact::Email};
use samskab_mail::{MailCameBack, MailId};
use samskab_organisation::{
    answering::{self, Rung, languages, responsible},
    person,
};
use samskab_store::{Connection, Event as _, Reaction, Result, Tx};
use samskab_taskbank::{notice, task};
use uuid::Uuid;

use crate::{
    T,
    engagement::{self, Engagement},
};
use samskab_interest::{Interest, State};

pub const TELL: Reaction =
    Reaction { to: MailCameBack::KIND, react: |tx, mail, _| Box::pin(tell(tx, *mail)) };

const KIND: &str = "mail.came_back";
/// Several mails that come back are told once.
const ONCE_IN_DAYS: i64 = 3;

async fn tell(tx: &mut Tx, mail: Uuid) -> Result<()> {
    let tenant = tx.tenant();
    let Some(to) = samskab_mail::recipient(tx, tenant, MailId::from_uuid(mail)).await? else { return Ok(()) };
    let engagements = engagements_of(tx, tenant, &to).await?;
    for engagement in &engagements {
        tell_once(tx, engagement.task, engagement.href(), &to).await?;
    }
    for interest in samskab_interest::store::live_of_email(tx, tenant, &to).await? {
        let is_agreed = engagements.iter().any(|engagement| engagement.interest == Some(interest.id));
        if !is_agreed && waits(&interest) {
            tell_once(tx, interest.task, interest.href(), &to).await?;
        }
    }
    Ok(())
}

/// An address that nobody has confirmed may be anybody's, or a slip of the finger.
fn waits(interest: &Interest) -> bool {
    !matches!(interest.state, State::Unconfirmed)
}

async fn engagements_of(
    connection: &mut Connection,
    tenant: TenantId,
    to: &Email,
) -> Result<Vec<Engagement>> {
    let Some(person) = person::store::find_by_email(connection, tenant, to).await? else {
        return Ok(Vec::new());
    };
    let mut engagements = engagement::store::of_person(connection, tenant, person.id).await?;
    engagements.retain(|engagement| engagement.state.is_live());
    Ok(engagements)
}

async fn tell_once(tx: &mut Tx, task: task::TaskId, href: String, to: &Email) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    if notice::was_told(tx, tenant, KIND, &href, now.plus_days(-ONCE_IN_DAYS)).await? {
        return Ok(());
    }
    let Some(task) = task::store::find(tx, tenant, task).await? else { return Ok(()) };
    let ladder = answering::ladder(tx, tenant, task.poster, now.day()).await?;
    let told = responsible(&ladder, task.contact, Rung::Contact);
    for (person, locale) in languages(tx, tenant, &told).await? {
        let is_their_own =
            person::store::find(tx, tenant, person).await?.is_some_and(|one| one.email.as_ref() == Some(to));
        if !is_their_own {
            notice::tell(
                tx,
                person,
                KIND,
                T(locale).engagement_news_mail_came_back(&task.title),
                href.clone(),
            )
            .await?;
        }
    }
    Ok(())
}
