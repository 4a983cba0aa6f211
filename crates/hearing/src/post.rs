//! What follows by itself: invitations when a hearing opens, reminders, news, what came of each answer; and what is forgotten
//! (law B.7). Every letter is noted with whom it went to, in one transaction: a job that runs twice writes nobody twice.

use samskab_jobs::{Failure, Handler};
use samskab_kernel::{Instant, TenantId, jiff::SignedDuration};
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_web::{Services, Tenant, retention::Rule};

use crate::{
    T,
    hearing::{Block, Change, ChangeKind, Hearing, HearingId, HearingState},
    letter::{PartyNews, SenderNews, Writer},
    party::WEEK_DAYS,
    remark::Remark,
    response::ResponseId,
    source::{Redline, outcome},
    store,
};

/// Days after the closing for which an answer that was never handed in is kept.
const DRAFT_DAYS: i64 = 30;
/// Days for which addresses are kept: somebody may ask what came of their answer.
const ADDRESS_DAYS: i64 = 730;

pub(crate) fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::every("hearing.post", SignedDuration::from_mins(1), post),
        Handler::every("hearing.remind", SignedDuration::from_hours(1), remind),
        Handler::every("hearing.forget", SignedDuration::from_hours(24), forget),
    ]
}

/// The hearings of a round of letters, each read once.
struct Round<'a> {
    services: &'a Services,
    municipality: &'a Tenant,
    now: Instant,
    read: Vec<ReadHearing>,
}

/// The data that letters about a hearing need.
struct ReadHearing {
    hearing: Hearing,
    news: Option<Change>,
    heard: Vec<Block>,
    redline: Option<Redline>,
}

impl Round<'_> {
    async fn hearing(&mut self, tx: &mut Tx, id: HearingId) -> Result<Option<usize>> {
        if let Some(at) = self.read.iter().position(|one| one.hearing.id == id) {
            return Ok(Some(at));
        }
        let Some(hearing) = store::find(tx, self.municipality.id, id).await? else { return Ok(None) };
        let changes = store::changes(tx, self.municipality.id, id).await?;
        let is_news = |change: &&Change| {
            matches!(change.kind, ChangeKind::Extended | ChangeKind::Reopened | ChangeKind::CalledOff)
        };
        let news = changes.iter().rev().find(is_news).cloned();
        // Only the reply says what became of the text.
        let heard = match hearing.state {
            HearingState::Answered => store::blocks(tx, self.municipality.id, id).await?,
            _ => Vec::new(),
        };
        let redline = match hearing.state {
            HearingState::Answered => outcome(tx, self.municipality.id, &hearing, &heard).await?,
            _ => None,
        };
        self.read.push(ReadHearing { hearing, news, heard, redline });
        Ok(Some(self.read.len() - 1))
    }

    fn writer(&self, at: usize) -> Writer<'_> {
        Writer {
            municipality: self.municipality,
            address: self.services.absolute(self.municipality.id, ""),
            hearing: &self.read[at].hearing,
            dice: self.services.db.dice(),
            today: self.now.day(),
        }
    }
}

/// One round each minute, of at most some hundred letters; at most seven queries for each hearing in it.
async fn post(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let mut round = Round { services: &services, municipality: &municipality, now, read: Vec::new() };
    for party in store::to_invite(&mut tx, tenant, now).await? {
        let Some(at) = round.hearing(&mut tx, party.hearing).await? else { continue };
        round.writer(at).tell_party(&mut tx, &party, PartyNews::Invited).await?;
        store::mark_invited(&mut tx, party.id).await?;
    }
    for party in store::parties_to_tell(&mut tx, tenant).await? {
        let Some(at) = round.hearing(&mut tx, party.hearing).await? else { continue };
        if let Some(change) = &round.read[at].news {
            round.writer(at).tell_party(&mut tx, &party, PartyNews::Changed(change)).await?;
        }
        store::mark_party_told(&mut tx, party.id).await?;
    }
    for response in store::responses_to_tell(&mut tx, tenant).await? {
        let Some(at) = round.hearing(&mut tx, response.hearing).await? else { continue };
        if let Some(change) = &round.read[at].news {
            round.writer(at).tell_sender(&mut tx, &response, SenderNews::Changed(change)).await?;
        }
        store::mark_response_told(&mut tx, response.id).await?;
    }
    reply(&mut tx, &mut round, tenant).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells everybody who answered, once, what came of each of their remarks.
async fn reply(tx: &mut Tx, round: &mut Round<'_>, tenant: TenantId) -> Result<()> {
    let responses = store::to_reply(tx, tenant).await?;
    let ids: Vec<ResponseId> = responses.iter().map(|response| response.id).collect();
    let remarks = store::remarks_of(tx, tenant, &ids).await?;
    for response in responses {
        let Some(at) = round.hearing(tx, response.hearing).await? else { continue };
        let ReadHearing { heard, redline, .. } = &round.read[at];
        let changed = |remark: &Remark| redline.as_ref().and_then(|redline| redline.of_remark(remark, heard));
        let own = remarks.iter().filter(|remark| remark.response == response.id);
        let own: Vec<_> = own.map(|remark| (remark, changed(remark))).collect();
        round.writer(at).tell_sender(tx, &response, SenderNews::Reply(&own)).await?;
        store::mark_replied(tx, response.id).await?;
    }
    Ok(())
}

/// In waking hours: reminds each party once.
async fn remind(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    if !(7..20).contains(&now.in_denmark().hour()) {
        return Ok(());
    }
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let mut round = Round { services: &services, municipality: &municipality, now, read: Vec::new() };
    for party in store::to_remind(&mut tx, tenant, now, now.plus_days(WEEK_DAYS)).await? {
        let Some(at) = round.hearing(&mut tx, party.hearing).await? else { continue };
        let Some(reminder) = party.reminder(round.read[at].hearing.closes_at, now) else { continue };
        round.writer(at).tell_party(&mut tx, &party, PartyNews::Reminded).await?;
        store::mark_reminded(&mut tx, party.id, reminder).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn forget(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let drafts = store::forget_drafts(&mut tx, now.plus_days(-DRAFT_DAYS)).await?;
    let addresses = store::forget_addresses(&mut tx, now.plus_days(-ADDRESS_DAYS)).await?;
    tx.commit().await?;
    if drafts + addresses > 0 {
        tracing::info!(drafts, addresses, "drafts and addresses of hearings forgotten");
    }
    Ok(())
}

pub(crate) fn retention() -> Vec<Rule> {
    vec![
        Rule {
            job: "hearing.forget",
            what: |locale| T(locale).hearing_retention_drafts(),
            purpose: |locale| T(locale).hearing_retention_drafts_purpose(),
            kept: |_, locale| T(locale).retention_days(DRAFT_DAYS),
            due: |connection, tenant, now| Box::pin(drafts_due(connection, tenant.id, now)),
        },
        Rule {
            job: "hearing.forget",
            what: |locale| T(locale).hearing_retention_addresses(),
            purpose: |locale| T(locale).hearing_retention_addresses_purpose(),
            kept: |_, locale| T(locale).retention_days(ADDRESS_DAYS),
            due: |connection, tenant, now| Box::pin(addresses_due(connection, tenant.id, now)),
        },
    ]
}

async fn drafts_due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    store::forgettable_drafts(connection, tenant, now.plus_days(-DRAFT_DAYS)).await
}

async fn addresses_due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    store::forgettable_addresses(connection, tenant, now.plus_days(-ADDRESS_DAYS)).await
}
