//! Telling those who answer that something happened to an interest. A job, so that the volunteer's
//! own post stays short.

use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::{Instant, TenantId, codes};
use samskab_organisation::answering::{self};
use samskab_organisation::answering::{languages, responsible};
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_taskbank::{notice, task};
use samskab_web::Services;
use serde::{Deserialize, Serialize};

use super::{Interest, InterestId, Rung, State, offer, rules::first_in_line, store};
use crate::T;

codes! {
    /// News for those who answer.
    pub enum News { New => "interest.new", Replied => "interest.replied", Withdrawn => "interest.withdrawn" }
}

/// Somebody has withdrawn, and somebody else waits for the place: unlike the news alone, that asks for something.
const NEXT_IN_LINE: &str = "interest.next_in_line";

#[derive(Serialize, Deserialize)]
pub struct TellAnswerers {
    pub interest: InterestId,
    pub news: News,
    /// When it happened.
    pub at: Instant,
}

impl Job for TellAnswerers {
    const KIND: &'static str = "interest.tell";
    fn unique_key(&self) -> Option<String> {
        Some(format!("{} {}", self.interest, self.news))
    }
}

/// Asks for them to be told when, and only if, this transaction commits.
pub async fn spread(tx: &mut Tx, interest: InterestId, news: News) -> Result<()> {
    let at = tx.now();
    enqueue(tx, &TellAnswerers { interest, news, at }, at).await
}

pub async fn tell_answerers(services: Services, tenant: TenantId, job: TellAnswerers) -> Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(interest) = store::find(&mut tx, tenant, job.interest).await? else { return Ok(()) };
    let href = interest.href();
    if is_settled(&interest, job.news) {
        return Ok(());
    }
    let also = (job.news == News::Withdrawn).then_some(NEXT_IN_LINE);
    for kind in std::iter::once(job.news.code()).chain(also) {
        if notice::was_told(&mut tx, tenant, kind, &href, job.at).await? {
            return Ok(());
        }
    }
    let Some(task) = task::store::find(&mut tx, tenant, interest.task).await? else { return Ok(()) };
    let ladder = answering::ladder(&mut tx, tenant, task.poster, now.day()).await?;
    let next = match job.news {
        News::Withdrawn => next_in_line(&mut tx, tenant, &task).await?,
        News::New | News::Replied => None,
    };
    let mut told = responsible(&ladder, task.contact, Rung::Contact);
    // Whoever wrote the interest down need not be told.
    told.retain(|answerer| job.news != News::New || Some(answerer.person) != interest.entered_by);
    for (person, locale) in languages(&mut tx, tenant, &told).await? {
        let (t, name, title) = (T(locale), interest.first_name(), &task.title);
        let text = match (job.news, &next) {
            (News::New, _) if interest.email.is_none() => t.interest_news_call(name, title),
            (News::New, _) => t.interest_news_new(name, title),
            (News::Replied, _) => t.interest_news_replied(name, title),
            (News::Withdrawn, None) => t.interest_news_withdrawn(name, title),
            (News::Withdrawn, Some(first)) => t.interest_news_withdrawn_next(first, name, title),
        };
        let kind = if next.is_some() { NEXT_IN_LINE } else { job.news.code() };
        notice::tell(&mut tx, person, kind, text, href.clone()).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Somebody had answered before the news was sent.
fn is_settled(interest: &Interest, news: News) -> bool {
    match news {
        News::New => interest.state != State::New,
        News::Replied => !matches!(interest.state, State::Invited { .. }),
        News::Withdrawn => interest.state != State::Withdrawn,
    }
}

/// The first name of whoever is first on the waiting list, when there is room.
async fn next_in_line(
    connection: &mut Connection,
    tenant: TenantId,
    task: &task::Task,
) -> Result<Option<String>> {
    let Some(places) = task.places else { return Ok(None) };
    let interests = store::of_task(connection, tenant, task.id).await?;
    let taken = store::taken(connection, tenant, task.id).await?;
    let passed = offer::passed(connection, tenant, task.id).await?;
    Ok(first_in_line(&interests, &passed, places - taken).map(|interest| interest.first_name().to_owned()))
}
