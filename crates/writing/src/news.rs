//! Those who follow a text – the members of its body – are mailed when a version gets a name or is published: each as often as
//! they have chosen (*Min profil*), everything since the last mail in one.

use samskab_jobs::{Failure, Handler, Job, enqueue};
use samskab_kernel::{Instant, TenantId};
use samskab_mail::Message;
use samskab_organisation::{
    body::{self, members},
    letter::Sender,
    person::{self, MailChoice, PersonId, schedule},
};
use samskab_store::{Result, Stamp, Tx};
use samskab_web::Services;
use serde::{Deserialize, Serialize};

use crate::{
    T,
    store::{self, VersionLine},
    text::{Text, TextId, TextState},
};

/// A version is news for those who want their mails at this pace.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct TextNews {
    text: TextId,
    number: i64,
    pace: MailChoice,
    /// When it became news.
    at: Instant,
}

impl Job for TextNews {
    const KIND: &'static str = "text.news";
    fn unique_key(&self) -> Option<String> {
        Some(format!("{}-{}-{}", self.pace.code(), self.text, self.number))
    }
}

pub(crate) fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::new::<TextNews, _, _>(run)]
}

/// Called in the transaction in which the version was named or published. Nobody follows a text without a body.
pub(crate) async fn tell(tx: &mut Tx, text: &Text, number: i64) -> Result<()> {
    let at = tx.now();
    if text.body.is_none() {
        return Ok(());
    }
    for (pace, due) in schedule::paces(at) {
        enqueue(tx, &TextNews { text: text.id, number, pace, at }, due).await?;
    }
    Ok(())
}

/// Something to tell: it has a name, or everybody reads it.
fn is_news(text: &Text, version: &VersionLine) -> bool {
    !version.name.is_empty() || text.state == TextState::Published { number: version.number }
}

/// The versions that one mail tells of, the newest first: this one, and those before it that had not been mailed when the next
/// one came. `None`: a newer one came in time and tells of this, too; or it is no news any more.
fn bundle<'a>(text: &Text, all: &'a [VersionLine], news: &TextNews) -> Option<Vec<&'a VersionLine>> {
    let due = |at: Instant| schedule::due_at(news.pace, at);
    let own = all.iter().find(|one| one.number == news.number).filter(|one| is_news(text, one))?;
    let limit = due(news.at)?;
    let is_later = |one: &&VersionLine| one.number > news.number && is_news(text, one);
    if all.iter().filter(is_later).any(|one| one.created_at < limit) {
        return None;
    }
    let mut older: Vec<&VersionLine> =
        all.iter().filter(|one| one.number < news.number && is_news(text, one)).collect();
    older.sort_by_key(|one| std::cmp::Reverse(one.number));
    let (mut told, mut next) = (vec![own], news.at);
    for one in older {
        if due(one.created_at).is_none_or(|due| due <= next) {
            break;
        }
        told.push(one);
        next = one.created_at;
    }
    Some(told)
}

async fn run(services: Services, tenant: TenantId, job: TextNews) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(text) = store::find(&mut tx, tenant, job.text).await? else { return Ok(()) };
    let Some(of) = text.body else { return Ok(()) };
    let Some(body) = body::store::find(&mut tx, tenant, of).await? else { return Ok(()) };
    let all = store::versions(&mut tx, tenant, text.id).await?;
    let Some(told) = bundle(&text, &all, &job) else { return Ok(()) };
    let people = members(&mut tx, tenant, &body, now.day()).await?.people();
    let is_own = |person: PersonId| told.iter().all(|version| version.person_id == Some(person));
    let sender = Sender::of(&municipality);
    for person in person::store::find_many(&mut tx, tenant, &people).await? {
        let Some(to) = person.email.clone() else { continue };
        if person.mail_choice != job.pace || is_own(person.id) {
            continue;
        }
        let t = T(person.locale);
        let line = |version: &&VersionLine| {
            let said = match version.name.as_str() {
                "" => t.version_said(version.number),
                name => t.version_said_named(name, version.number),
            };
            match text.state == (TextState::Published { number: version.number }) {
                true => t.text_mail_line_public(said),
                false => said,
            }
        };
        let letter = sender.greet(person.locale, person.first_name());
        let letter = letter.paragraph(&t.text_mail_news(body.name.as_str(), text.title.as_str()));
        let letter = letter.list(told.iter().map(line));
        let letter = letter.link(t.text_mail_read(), &services.absolute(tenant, &text.href()));
        let letter = letter
            .link(t.text_mail_versions(), &services.absolute(tenant, &format!("{}/versioner", text.href())));
        let profile = services.absolute(tenant, "/min-profil");
        let why = t.text_mail_why(body.name.as_str(), profile);
        let message = Message {
            to,
            subject: t.text_mail_subject(text.title.as_str()),
            body: sender.finish(person.locale, letter, &why),
            reply_to: None,
        };
        samskab_mail::send(&mut tx, message).await?;
    }
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;
    use uuid::Uuid;

    use super::*;
    use crate::text::TextKind;

    const DAY: Day = Day::of(2026, 3, 2);

    fn text(public: Option<i64>) -> Text {
        Text {
            kind: TextKind::Rules,
            title: "Regler".into(),
            state: public.map_or(TextState::Draft, |number| TextState::Published { number }),
            ..Text::new(Uuid::from_u128(1).into(), DAY.at(8, 0))
        }
    }

    fn version(number: i64, name: &str, at: Instant) -> VersionLine {
        let id = Uuid::from_u128(u128::from(number.unsigned_abs())).into();
        VersionLine { id, number, name: name.into(), person_id: None, created_at: at }
    }

    fn told(text: &Text, all: &[VersionLine], number: i64, pace: MailChoice) -> Option<Vec<i64>> {
        let at = all.iter().find(|one| one.number == number).unwrap().created_at;
        let news = TextNews { text: text.id, number, pace, at };
        bundle(text, all, &news).map(|told| told.iter().map(|one| one.number).collect())
    }

    #[test]
    fn what_came_before_the_mail_is_in_it_and_the_newest_tells() {
        let text = text(None);
        let all = [
            version(1, "Første", DAY.at(9, 0)),
            version(2, "", DAY.at(10, 0)),
            version(3, "Til mødet", DAY.at(11, 0)),
            version(4, "Efter mødet", DAY.plus_days(1).at(9, 0)),
        ];
        assert_eq!(told(&text, &all, 1, MailChoice::Daily), None, "the third tells of it");
        assert_eq!(told(&text, &all, 2, MailChoice::Daily), None, "it has no name");
        assert_eq!(told(&text, &all, 3, MailChoice::Daily), Some(vec![3, 1]));
        assert_eq!(
            told(&text, &all, 4, MailChoice::Daily),
            Some(vec![4]),
            "the others were in yesterday's mail"
        );
        assert_eq!(told(&text, &all, 1, MailChoice::AtOnce), Some(vec![1]));
        assert_eq!(told(&text, &all, 4, MailChoice::Weekly), Some(vec![4, 3, 1]));
        assert_eq!(told(&text, &all, 4, MailChoice::Never), None);
    }

    #[test]
    fn what_is_published_without_a_name_is_news_until_it_is_withdrawn() {
        let all = [version(1, "", DAY.at(9, 0))];
        assert_eq!(told(&text(Some(1)), &all, 1, MailChoice::AtOnce), Some(vec![1]));
        assert_eq!(told(&text(None), &all, 1, MailChoice::AtOnce), None);
    }
}
