//! What the meetings of those who decide do with a proposal, in the transaction in which they do it: it comes onto an agenda
//! that is filled, off one that is cancelled, and is settled when the minutes are approved (RD-14).

use samskab_kernel::Locale;
use samskab_meetings::meeting::{
    self, Item, ItemId, ItemState, Meeting, MeetingId, MeetingState, PROPOSAL, Verb,
    event::{AgendaFilled, ItemAdded, ItemChanged, MeetingCancelled, MinutesApproved},
};
use samskab_organisation::body::{self, BodyId, in_charge};
use samskab_store::{Event as _, Reaction, Result, Tx};

use super::{
    NoteKind, Proposal, ProposalMoved, ProposalSettled, ProposalState,
    letter::{News, tell},
    store,
};
use crate::{
    T,
    initiative::{self, Initiative},
};

pub const REACTIONS: [Reaction; 4] = [
    Reaction {
        to: AgendaFilled::KIND,
        react: |tx, meeting, _| Box::pin(fill(tx, MeetingId::from_uuid(*meeting))),
    },
    Reaction { to: ItemChanged::KIND, react: |tx, item, _| Box::pin(changed(tx, ItemId::from_uuid(*item))) },
    Reaction {
        to: MeetingCancelled::KIND,
        react: |tx, meeting, _| Box::pin(cancelled(tx, MeetingId::from_uuid(*meeting))),
    },
    Reaction {
        to: MinutesApproved::KIND,
        react: |tx, meeting, _| Box::pin(approved(tx, MeetingId::from_uuid(*meeting))),
    },
];

/// Puts proposals that wait for a body on its agenda, each once; one that was taken off stays off.
async fn fill(tx: &mut Tx, id: MeetingId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(meeting) = meeting::store::find(tx, tenant, id).await? else { return Ok(()) };
    let day = meeting.starts_at.day();
    let mut waiting = store::waiting(tx, tenant).await?;
    waiting.retain(|proposal| proposal.waits_for_agenda(day));
    if waiting.is_empty() {
        return Ok(());
    }
    let bodies = body::store::every(tx, tenant).await?;
    let body = bodies.iter().find(|body| body.id == meeting.body);
    let is_theirs = |one: &Proposal| {
        in_charge(&bodies, one.decided_by, now.day()).is_some_and(|body| body.id == meeting.body)
    };
    let there = meeting::store::items(tx, tenant, id).await?;
    let mut place = there.iter().map(|item| item.place).max().unwrap_or(0);
    for proposal in waiting.into_iter().filter(is_theirs) {
        let source = format!("{PROPOSAL}{}", proposal.id);
        if there.iter().any(|item| item.source == source) {
            continue;
        }
        place += 1;
        let item = item(tx, &proposal, &meeting, place, source);
        let Some(Ok(proposal)) =
            store::locked(tx, proposal.id).await?.map(|proposal| proposal.place(item.id, now))
        else {
            continue;
        };
        meeting::store::add_item(tx, &item).await?;
        tx.record(ItemAdded::of(&item)).await?;
        store::save(tx, &proposal).await?;
        let name = body.map(|body| body.name.as_str()).unwrap_or_default();
        let said = format!("{name} · {}", Locale::Da.day(day));
        store::note(tx, proposal.id, NoteKind::OnAgenda, said, None).await?;
        tell(tx, &proposal, News::OnAgenda).await?;
        tx.record(ProposalMoved::of(&proposal)).await?;
    }
    Ok(())
}

/// Puts waiting proposals on the body's next unsent agenda, where there is one.
pub(super) async fn fill_next(tx: &mut Tx, body: BodyId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let coming = meeting::store::all_next(tx, tenant, now).await?;
    let is_open = |one: &&Meeting| one.body == body && one.state == MeetingState::Planned;
    match coming.iter().find(is_open) {
        Some(next) => fill(tx, next.id).await,
        None => Ok(()),
    }
}

/// Minutes are in Danish. A text that its writer keeps from others is for the members only.
fn item(tx: &Tx, proposal: &Proposal, meeting: &Meeting, place: i64, source: String) -> Item {
    let t = T(Locale::Da);
    // The questions of the form ask its writer; whoever reads an agenda is not asked.
    let texts = &proposal.texts;
    let parts = [
        (t.proposal_item_what(), &texts.what),
        (t.proposal_item_for_whom(), &texts.for_whom),
        (t.proposal_item_why(), &texts.why),
        (t.proposal_item_needs(), &texts.needs),
    ];
    let parts = parts.iter().filter(|(_, text)| !text.is_empty());
    let about = parts.map(|(label, text)| format!("{label}: {text}")).collect::<Vec<_>>().join("\n\n");
    Item {
        place,
        source,
        about,
        proposal: t.proposal_item_proposal().to_owned(),
        is_closed: !proposal.shows_text,
        ..Item::new(tx.new_id(), meeting.id, proposal.texts.title.clone(), Verb::Decides, tx.now())
    }
}

/// The proposal that a point puts to the body, while nobody else writes it.
async fn of(tx: &mut Tx, item: &Item) -> Result<Option<Proposal>> {
    match item.source.strip_prefix(PROPOSAL).and_then(|id| id.parse().ok()) {
        Some(id) => store::locked(tx, id).await,
        None => Ok(None),
    }
}

async fn changed(tx: &mut Tx, id: ItemId) -> Result<()> {
    let tenant = tx.tenant();
    match meeting::store::find_item(tx, tenant, id).await? {
        Some(item) if item.state == ItemState::Withdrawn => take_off(tx, &item).await,
        _ => Ok(()),
    }
}

async fn take_off(tx: &mut Tx, item: &Item) -> Result<()> {
    let now = tx.now();
    let Some(Ok(proposal)) = of(tx, item).await?.map(|proposal| proposal.take_off(item.id, now)) else {
        return Ok(());
    };
    store::save(tx, &proposal).await?;
    taken_off(tx, &proposal).await
}

/// It waits for an agenda again; its writer is told, because they were told a day.
async fn taken_off(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    store::note(tx, proposal.id, NoteKind::OffAgenda, "", None).await?;
    tell(tx, proposal, News::OffAgenda).await?;
    tx.record(ProposalMoved::of(proposal)).await
}

/// What was on the agenda waits for the next one, and is on it at once where there is one that nobody has been sent.
async fn cancelled(tx: &mut Tx, id: MeetingId) -> Result<()> {
    let tenant = tx.tenant();
    let items = meeting::store::items(tx, tenant, id).await?;
    if !items.iter().any(Item::is_proposal) {
        return Ok(());
    }
    for item in items.iter().filter(|item| item.is_proposal()) {
        take_off(tx, item).await?;
    }
    let Some(meeting) = meeting::store::find(tx, tenant, id).await? else { return Ok(()) };
    fill_next(tx, meeting.body).await
}

/// What the minutes say is final.
async fn approved(tx: &mut Tx, id: MeetingId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for item in meeting::store::items(tx, tenant, id).await? {
        let Some(proposal) = of(tx, &item).await? else { continue };
        // It was taken off the agenda, but the meeting decided about it.
        let proposal = match proposal.item.is_none() && item.verdict.is_some() {
            true => proposal.clone().place(item.id, now).unwrap_or(proposal),
            false => proposal,
        };
        if let Ok(proposal) = proposal.settle(&item, now) {
            settle(tx, &proposal, item.is_closed).await?;
        }
    }
    Ok(())
}

/// What was said behind closed doors is not in the note, because everybody reads notes.
async fn settle(tx: &mut Tx, proposal: &Proposal, is_closed: bool) -> Result<()> {
    store::save(tx, proposal).await?;
    let (kind, said, news) = match proposal.state {
        ProposalState::Approved => {
            begin(tx, proposal).await?;
            (NoteKind::Approved, proposal.decision_number.clone(), News::Approved)
        }
        ProposalState::Rejected => (NoteKind::Rejected, proposal.reason.clone(), News::Rejected),
        ProposalState::Postponed => (NoteKind::Postponed, proposal.reason.clone(), News::Postponed),
        _ => return taken_off(tx, proposal).await,
    };
    let said = if is_closed { String::new() } else { said };
    store::note(tx, proposal.id, kind, said, None).await?;
    tell(tx, proposal, news).await?;
    tx.record(ProposalSettled::of(proposal)).await
}

/// The owner and the dates are filled in next: until then the initiative waits for whoever leads volunteering.
async fn begin(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    let new = Initiative {
        about: proposal.texts.what.clone(),
        proposal: Some(proposal.id),
        is_public: proposal.shows_text,
        decision_number: proposal.decision_number.clone(),
        ..Initiative::new(tx.new_id(), proposal.texts.title.clone(), tx.now())
    };
    initiative::begin(tx, &new).await
}

/// The writer takes it back: a point that nobody has dealt with comes off the agenda with it.
pub(super) async fn withdraw_item(tx: &mut Tx, item: ItemId) -> Result<()> {
    meeting::change_open(tx, item, |item| Item { state: ItemState::Withdrawn, ..item }).await
}

/// The writer keeps it from others after all: a point that nobody has dealt with is for the members only from now on.
pub(super) async fn close_item(tx: &mut Tx, item: ItemId) -> Result<()> {
    meeting::change_open(tx, item, |item| Item { is_closed: true, ..item }).await
}
