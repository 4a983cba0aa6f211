//! Telling people what happens to a task that is theirs, each in their own language.

use samskab_organisation::person::{self, PersonId};
use samskab_store::{Result, Tx};

use super::Task;
use crate::{T, notice};

/// What a person is told about a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    /// It waits for the reader's yes.
    Awaiting,
    Approved,
    SentBack,
    /// The question whether it is still current.
    Asked,
    SoonExpires,
    /// Taken down because its time is over.
    Expired,
    /// Taken down because nobody answered for it.
    Unanswered,
    /// The reader answers for it from now on.
    HandedOver,
}

impl News {
    const fn kind(self) -> &'static str {
        match self {
            Self::Awaiting => "task_awaiting",
            Self::Approved => "task_approved",
            Self::SentBack => "task_sent_back",
            Self::Asked => "task_asked_if_current",
            Self::SoonExpires => "task_soon_expires",
            Self::Expired | Self::Unanswered => "task_expired",
            Self::HandedOver => "task_handed_over",
        }
    }

    fn text(self, t: T, title: &str) -> String {
        match self {
            Self::Awaiting => t.task_news_awaiting(title),
            Self::Approved => t.task_news_approved(title),
            Self::SentBack => t.task_news_sent_back(title),
            Self::Asked => t.task_news_asked(title),
            Self::SoonExpires => t.task_news_soon_expires(title),
            Self::Expired => t.task_news_expired(title),
            Self::Unanswered => t.task_news_unanswered(title),
            Self::HandedOver => t.task_news_handed_over(title),
        }
    }
}

/// Tells each of `people` once; the one who does it needs no telling.
pub(super) async fn tell(tx: &mut Tx, people: &[PersonId], task: &Task, news: News) -> Result<()> {
    let href = format!("/opgaver/{}", task.id);
    if matches!(news, News::Approved | News::SentBack) {
        // Nobody is asked for a yes that somebody else has said meanwhile.
        notice::settle(tx, &href).await?;
    }
    let actor = tx.stamp().actor;
    let mut people: Vec<PersonId> =
        people.iter().copied().filter(|person| Some(person.uuid()) != actor).collect();
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    for person in person::store::find_many(tx, tenant, &people).await? {
        let text = news.text(T(person.locale), &task.title);
        notice::tell(tx, person.id, news.kind(), text, href.clone()).await?;
    }
    Ok(())
}

/// The one who wrote it and the one who answers for it.
pub(super) fn owners(task: &Task) -> Vec<PersonId> {
    task.contact.into_iter().chain(task.created_by).collect()
}
