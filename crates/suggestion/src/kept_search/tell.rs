//! One mail with what is new in all searches of an address whose turn it is; and what has ended is deleted.

use std::collections::HashSet;

use samskab_finding::search::Search;
use samskab_jobs::Failure;
use samskab_kernel::{Instant, Locale, TenantId};
use samskab_mail::{Letter, Message};
use samskab_store::{Connection, Stamp};
use samskab_taskbank::{
    notice::mail::{municipality, signed},
    task::{StateKind, TaskCard, TaskId, store as tasks, time::as_beginning},
};
use samskab_web::{Services, Tenant, token};

use super::{KeptSearch, store};
use crate::T;

pub(super) const JOB: &str = "kept_search.tell";
/// At most this many tasks of a search are named in a mail; the others are behind its link.
const NAMED: usize = 10;
/// At most this many of the newest tasks are examined.
const LOOKED_AT: usize = 200;
/// Days for which the links of an address without a search are kept: whoever stops twice reads that it is stopped.
const LINKS_KEPT_DAYS: i64 = 60;

/// What is new in one search.
struct News<'a> {
    kept: &'a KeptSearch,
    tasks: Vec<TaskCard>,
}

/// Every quarter of an hour; each address in a transaction of its own.
pub(super) async fn tell(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let stamp = Stamp { tenant, actor: None, now };
    let mut tx = services.db.begin(stamp).await?;
    store::forget(&mut tx, now.plus_days(-LINKS_KEPT_DAYS)).await?;
    tx.commit().await?;
    let mut reader = services.db.read().await?;
    let all = store::confirmed(&mut reader, tenant, now).await?;
    drop(reader);
    let due: Vec<KeptSearch> = all.into_iter().filter(|kept| kept.is_due(now)).collect();
    for of_one in due.chunk_by(|one, other| one.email == other.email) {
        let mut tx = services.db.begin(stamp).await?;
        let news = news(&services, &mut tx, tenant, of_one, now).await?;
        if let Some(first) = news.first() {
            let secret = token::fresh(services.db.dice());
            store::add_link(&mut tx, &first.kept.email, &secret).await?;
            let absolute = |path: &str| services.absolute(tenant, path);
            let writer = Writer { municipality: &municipality, locale: first.kept.locale };
            let own = absolute(&format!("/soegninger/{secret}"));
            let message = writer.news(first.kept, &news, &own, now, absolute);
            samskab_mail::send_until_stopped(&mut tx, message, format!("{own}/afmeld")).await?;
        }
        for kept in of_one {
            let told = KeptSearch { told_until: now, told_on: Some(now.day()), ..kept.clone() };
            store::save(&mut tx, &told).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Searches with something new, each task in the first search that finds it. Two queries a search.
async fn news<'a>(
    services: &Services,
    connection: &mut Connection,
    tenant: TenantId,
    searches: &'a [KeptSearch],
    now: Instant,
) -> Result<Vec<News<'a>>, Failure> {
    let mut told: HashSet<TaskId> = HashSet::new();
    let mut all = Vec::new();
    for kept in searches {
        let mut tasks = found(services, connection, tenant, kept, now).await?;
        tasks.retain(|card| told.insert(card.id));
        if !tasks.is_empty() {
            all.push(News { kept, tasks });
        }
    }
    Ok(all)
}

/// What was published since the owner was last told and is still offered, the newest first. Only what the words
/// really say: a search that finds nothing is no search for something like it.
async fn found(
    services: &Services,
    connection: &mut Connection,
    tenant: TenantId,
    kept: &KeptSearch,
    now: Instant,
) -> Result<Vec<TaskCard>, Failure> {
    let t = samskab_finding::T(kept.locale);
    let search = Search::kept(connection, tenant, kept.filters(), now.day(), t).await?;
    let newest = search.newest(&services.index, tenant, LOOKED_AT);
    let ids = newest.map_err(|error| Failure::temporary(error.to_string()))?;
    let mut cards = tasks::cards(connection, tenant, &ids, now.day()).await?;
    cards.retain(|card| {
        card.state == StateKind::Open
            && card.expires_at.is_none_or(|expires| expires > now)
            && card.published_at.is_some_and(|published| published > kept.told_until && published <= now)
    });
    Ok(cards)
}

/// The letters about kept searches.
pub(super) struct Writer<'a> {
    pub municipality: &'a Tenant,
    pub locale: Locale,
}

impl Writer<'_> {
    fn finish(&self, kept: &KeptSearch, subject: String, letter: Letter, why: &str) -> Message {
        let t = T(self.locale);
        let body =
            signed(letter, self.municipality, samskab_taskbank::T(self.locale), t.notice_mail_closing(), why);
        Message { to: kept.email.clone(), subject, body, reply_to: None }
    }

    /// Is the address yours?
    pub fn confirm(&self, kept: &KeptSearch, link: &str) -> Message {
        let t = T(self.locale);
        let letter = Letter::new(t.kept_mail_greeting())
            .paragraph(&t.kept_mail_confirm_text(&self.municipality.name, &kept.said))
            .link(t.kept_mail_confirm_link(), link)
            .paragraph(t.kept_mail_confirm_not_you());
        let why = t.kept_mail_why(&self.municipality.name);
        self.finish(kept, t.kept_mail_confirm_subject().to_owned(), letter, &why)
    }

    /// `first`: whose address it is.
    fn news(
        &self,
        first: &KeptSearch,
        news: &[News<'_>],
        own: &str,
        now: Instant,
        absolute: impl Fn(&str) -> String,
    ) -> Message {
        let t = T(self.locale);
        let count = news.iter().map(|one| one.tasks.len()).sum::<usize>();
        let mut letter = Letter::new(t.kept_mail_greeting()).paragraph(t.kept_mail_news_text());
        for one in news {
            letter = letter.paragraph(&t.kept_mail_news_of(&one.kept.said));
            for card in one.tasks.iter().take(NAMED) {
                let when = as_beginning(&card.time.sentence(self.locale, now.day()));
                let line = format!("{}\n{} · {when}", card.title, card.poster_name);
                letter = letter.link(&line, &absolute(&format!("/opgaver/{}", card.id)));
            }
            if one.tasks.len() > NAMED {
                let more = t.kept_mail_news_more(one.tasks.len() - NAMED);
                letter = letter.link(&more, &absolute(&one.kept.href()));
            }
        }
        if let Some(ending) = news.iter().map(|one| one.kept).find(|kept| kept.ends_soon(now)) {
            letter = letter
                .paragraph(&t.kept_mail_ends(self.locale.weekday_and_day(ending.ends_at.day(), now.day())));
        }
        let letter = letter.link(t.kept_mail_stop(), own);
        // Nothing is mailed before its owner has confirmed it.
        let why = t.kept_mail_why_kept(&self.municipality.name);
        self.finish(first, t.kept_mail_news_subject(count), letter, &why)
    }
}
