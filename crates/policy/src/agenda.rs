//! What meetings do with the plan of a process, in their own transaction: a step is put on an agenda that is filled,
//! taken off one that is cancelled, and settled when the minutes are approved. A policy is adopted this way and no
//! other (CF-12, CF-20).

use samskab_hearing::{event::HearingPlanned, hearing::HearingId};
use samskab_jobs::enqueue;
use samskab_kernel::Locale;
use samskab_meetings::meeting::{
    self, Item, ItemId, ItemState, Meeting, MeetingId, Verb, change_open,
    event::{AgendaFilled, ItemAdded, ItemChanged, MeetingCancelled, MinutesApproved},
    source_of_step,
};
use samskab_store::{Event as _, Reaction, Result, Tx};
use samskab_writing::{
    change::lapse_later,
    store as texts,
    text::{TakesChanges, Text, TextPublished, TextState},
};

use crate::{
    T,
    annexed::AnnexCase,
    letter::{News, tell_signups},
    policy::{Policy, PolicyAdopted, PolicyId, PolicyReplaced, PolicyState},
    process::Process,
    rules::named,
    show::outcome,
    step::{Step, StepChanged, StepHeld, StepId, StepKind, StepMoved},
    store,
};

pub(crate) const REACTIONS: [Reaction; 5] = [
    Reaction {
        to: HearingPlanned::KIND,
        react: |tx, hearing, _| Box::pin(heard(tx, HearingId::from_uuid(*hearing))),
    },
    Reaction {
        to: AgendaFilled::KIND,
        react: |tx, meeting, _| Box::pin(filled(tx, MeetingId::from_uuid(*meeting))),
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

/// Steps that wait in plans are put on the agenda; a hearing that belongs to a plan is not put there a second time.
async fn filled(tx: &mut Tx, id: MeetingId) -> Result<()> {
    fill(tx, id).await?;
    without_doubles(tx, id).await
}

/// Where a plan has this body heard, the hearing itself was put on the agenda a moment ago (`samskab_hearing::agenda`): one matter
/// is one point.
async fn without_doubles(tx: &mut Tx, id: MeetingId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let items = meeting::store::items(tx, tenant, id).await?;
    let is_new = |item: &&Item| item.hearing().is_some() && item.created_at == now;
    let new: Vec<&Item> = items.iter().filter(is_new).collect();
    if new.is_empty() {
        return Ok(());
    }
    for item in items.iter().filter(|item| item.verb == Verb::Hears && item.state == ItemState::Open) {
        let Some((policy, _)) = step_of(tx, item).await? else { continue };
        let hearings = store::hearings_of(tx, tenant, &policy).await?;
        for double in &new {
            if hearings.iter().any(|hearing| Some(hearing.id.uuid()) == double.hearing()) {
                meeting::remove(tx, double).await?;
            }
        }
    }
    Ok(())
}

/// What the plan says that this body does by now – and the council, once the committee has recommended –, and for which nothing is missing, each once.
async fn fill(tx: &mut Tx, id: MeetingId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(meeting) = meeting::store::find(tx, tenant, id).await? else { return Ok(()) };
    let day = meeting.starts_at.day();
    let mut waiting = store::of_body(tx, tenant, meeting.body).await?;
    // Whether the council's step is for an earlier meeting than it was planned for, its plan says.
    waiting.retain(|step| step.is_for_agenda_of(day) || step.kind == StepKind::Council);
    if waiting.is_empty() {
        return Ok(());
    }
    let there = meeting::store::items(tx, tenant, id).await?;
    let mut place = there.iter().map(|item| item.place).max().unwrap_or(0);
    let mut policies: Vec<PolicyId> = Vec::new();
    for step in &waiting {
        if !policies.contains(&step.policy) {
            policies.push(step.policy);
        }
    }
    for id in policies {
        let Some(policy) = store::locked(tx, id).await? else { continue };
        // Its plan is read again, now that nobody else writes it; once, however many of its steps wait for this body.
        let mut process = Process::read(tx, tenant, policy, now).await?;
        for step in waiting.iter().filter(|step| step.policy == id) {
            let source = source_of_step(step.id.uuid(), step.kind.is_decided_in_a_meeting());
            let Some(at) = process.steps.iter().position(|one| one.id == step.id) else { continue };
            let step = process.steps[at].clone();
            let facts = process.facts();
            let waits = facts.is_for_agenda_of(&step, day) && facts.over(&step).is_none();
            let is_ready = waits && facts.gaps(&step).is_empty();
            // A point that was taken off this agenda stays off it.
            if !is_ready || there.iter().any(|item| item.source == source) {
                continue;
            }
            place += 1;
            let item = item(tx, &process, &step, &meeting, place, source);
            meeting::store::add_item(tx, &item).await?;
            tx.record(ItemAdded::of(&item)).await?;
            let step = Step { item: Some(item.id), updated_at: now, ..step };
            store::save_step(tx, &step).await?;
            tx.record(StepMoved::of(&step)).await?;
            if step.kind.is_decided_in_a_meeting() {
                process.policy.put_number = Some(process.newest_version());
                process.policy.updated_at = now;
                store::save(tx, &process.policy).await?;
                let number = process.policy.put_number;
                enqueue(tx, &AnnexCase { item: item.id, step: step.id, number }, now).await?;
            }
            process.steps[at] = step;
        }
    }
    Ok(())
}

/// The committee's recommendation, for the council.
fn recommended(t: T, process: &Process) -> Option<String> {
    let committee =
        process.steps.iter().rev().find(|one| one.kind == StepKind::Committee && one.is_approved())?;
    let day = committee.done_on.map(|day| t.0.day(day)).unwrap_or_default();
    Some(t.item_recommended(process.who(committee), day, outcome(t, committee)))
}

/// Agendas are in Danish.
fn item(tx: &Tx, process: &Process, step: &Step, meeting: &Meeting, place: i64, source: String) -> Item {
    let t = T(Locale::Da);
    let (policy, title) = (&process.policy, process.policy.title.as_str());
    let verb = step.item_verb().unwrap_or(Verb::Discusses);
    let mut about: Vec<String> = [policy.about.clone(), step.matter.clone()].into();
    if step.kind.is_decided_in_a_meeting() {
        about.push(t.item_version(process.newest_version()));
        if step.kind == StepKind::Council {
            about.extend(recommended(t, process));
        }
        let facts = process.facts();
        let others = process.heard.iter().filter(|heard| !heard.is_own);
        let closed =
            |id: HearingId| process.hearings.iter().find(|fact| fact.hearing == id && fact.is_closed());
        let others = others.filter_map(|heard| closed(heard.hearing));
        about.extend(others.map(|fact| t.item_other_text(fact.title.as_str())));
        let (silent, elsewhere) = facts.silent();
        if !silent.is_empty() {
            about.push(t.item_silent(named(&silent)));
        }
        if !elsewhere.is_empty() {
            about.push(t.warning_heard_at_a_meeting(named(&elsewhere)));
        }
        let excepted = facts.excepted(step).into_iter();
        about.extend(excepted.map(|one| t.item_excepted(one.reason.as_str(), facts.waived(t, one))));
    }
    about.retain(|text| !text.is_empty());
    Item {
        place,
        source,
        about: about.join("\n\n"),
        proposal: match step.kind {
            StepKind::Committee => t.item_recommend(title),
            StepKind::Council => t.item_adopt(title),
            _ => String::new(),
        },
        case_number: policy.case_number.clone(),
        kle: policy.kle.clone(),
        ..Item::new(tx.new_id(), meeting.id, format!("{title}: {}", step.title), verb, tx.now())
    }
}

async fn changed(tx: &mut Tx, id: ItemId) -> Result<()> {
    let tenant = tx.tenant();
    match meeting::store::find_item(tx, tenant, id).await? {
        Some(item) if item.state == ItemState::Withdrawn => take_off(tx, &item).await,
        _ => Ok(()),
    }
}

/// The step that a point is about, while nobody else writes its policy.
async fn step_of(tx: &mut Tx, item: &Item) -> Result<Option<(Policy, Step)>> {
    let tenant = tx.tenant();
    let Some(id) = item.step_of_plan().map(StepId::from_uuid) else { return Ok(None) };
    let Some(step) = store::find_step(tx, tenant, id).await? else { return Ok(None) };
    let Some(policy) = store::locked(tx, step.policy).await? else { return Ok(None) };
    let step = store::find_step(tx, tenant, id).await?;
    Ok(step.map(|step| (policy, step)))
}

async fn take_off(tx: &mut Tx, item: &Item) -> Result<()> {
    let now = tx.now();
    match step_of(tx, item).await? {
        Some((_, step)) if step.item == Some(item.id) && step.is_open() => {
            let step = Step { item: None, updated_at: now, ..step };
            store::save_step(tx, &step).await?;
            tx.record(StepMoved::of(&step)).await
        }
        _ => Ok(()),
    }
}

/// A step that was on the agenda waits for the next one, and is put on it at once where there is one.
async fn cancelled(tx: &mut Tx, id: MeetingId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let items = meeting::store::items(tx, tenant, id).await?;
    if items.iter().all(|item| item.step_of_plan().is_none()) {
        return Ok(());
    }
    for item in items.iter().filter(|item| item.step_of_plan().is_some()) {
        take_off(tx, item).await?;
    }
    let Some(meeting) = meeting::store::find(tx, tenant, id).await? else { return Ok(()) };
    match meeting::store::next(tx, tenant, meeting.body, now).await? {
        Some(next) => fill(tx, next.id).await,
        None => Ok(()),
    }
}

/// A hearing of the policy's own text belongs to the step of the hearing, where nobody has chosen another for it.
async fn heard(tx: &mut Tx, id: HearingId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let hearing = samskab_hearing::store::find(tx, tenant, id).await?;
    let Some(text) = hearing.and_then(|hearing| hearing.source) else { return Ok(()) };
    for policy in store::of_text(tx, tenant, text).await? {
        let Some(policy) = store::locked(tx, policy.id).await?.filter(Policy::is_under_way) else { continue };
        let steps = store::steps(tx, tenant, policy.id).await?;
        let step = steps
            .into_iter()
            .find(|step| step.kind == StepKind::Hearing && step.is_open() && step.hearing.is_none());
        if let Some(step) = step {
            let step = Step { hearing: Some(id), updated_at: now, ..step };
            store::save_step(tx, &step).await?;
            tx.record(StepChanged::of(&step)).await?;
        }
    }
    Ok(())
}

/// What waits for other bodies now – the council, once the committee has said yes – comes onto their next agendas.
async fn fill_next(tx: &mut Tx, policy: &Policy) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let steps = store::steps(tx, tenant, policy.id).await?;
    let mut bodies: Vec<_> = steps
        .iter()
        .filter(|step| step.is_open() && step.item.is_none())
        .filter_map(|step| step.body)
        .collect();
    bodies.sort_unstable();
    bodies.dedup();
    for body in bodies {
        if let Some(next) = meeting::store::next(tx, tenant, body, now).await? {
            fill(tx, next.id).await?;
        }
    }
    Ok(())
}

/// What the minutes say is final.
async fn approved(tx: &mut Tx, id: MeetingId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(meeting) = meeting::store::find(tx, tenant, id).await? else { return Ok(()) };
    let on = meeting.starts_at.day();
    for item in meeting::store::items(tx, tenant, id).await? {
        let Some((policy, step)) = step_of(tx, &item).await? else { continue };
        let Some(step) = step.minuted(&item, on, now) else { continue };
        store::save_step(tx, &step).await?;
        match step.is_open() {
            true => tx.record(StepMoved::of(&step)).await?,
            false => tx.record(StepHeld::of(&step)).await?,
        }
        if step.kind == StepKind::Council && step.is_approved() && policy.is_under_way() {
            adopt(tx, policy.clone(), &item, on).await?;
        }
        fill_next(tx, &policy).await?;
    }
    Ok(())
}

/// The version that was put to the council is what everybody reads from now on; what it takes the place of is over.
async fn adopt(tx: &mut Tx, policy: Policy, item: &Item, on: samskab_kernel::Day) -> Result<()> {
    let now = tx.now();
    let policy = policy.adopt(item, on, now);
    store::save(tx, &policy).await?;
    close(tx, &policy).await?;
    if let Some(before) = policy.revises {
        let before = store::locked(tx, before).await?;
        if let Some(before) = before.filter(|before| before.state == PolicyState::Adopted) {
            let before = Policy { state: PolicyState::Replaced, state_since: now, updated_at: now, ..before };
            store::save(tx, &before).await?;
            tx.record(PolicyReplaced::of(&before)).await?;
        }
    }
    tell_signups(tx, &policy, News::Adopted).await?;
    tx.record(PolicyAdopted::of(&policy)).await
}

/// The adopted version is what everybody reads, with what was corrected since.
pub(crate) async fn publish(tx: &mut Tx, policy: &Policy) -> Result<()> {
    let tenant = tx.tenant();
    let (Some(text), Some(number)) = (policy.text, policy.public_number()) else { return Ok(()) };
    let there = texts::locked(tx, text).await?;
    let version = texts::version_numbered(tx, tenant, text, number).await?;
    if let (Some(text), Some(_)) = (there, version) {
        let text = Text { state: TextState::Published { number }, ..text };
        texts::save(tx, &text).await?;
        tx.record(TextPublished::of(&text)).await?;
    }
    Ok(())
}

/// What is adopted is published, and takes no proposals any more: those without an answer end, and whoever made them is told.
pub(crate) async fn close(tx: &mut Tx, policy: &Policy) -> Result<()> {
    if let Some(id) = policy.text
        && let Some(text) = texts::locked(tx, id).await?
    {
        texts::save(tx, &Text { takes_changes: TakesChanges::Never, ..text }).await?;
        lapse_later(tx, id).await?;
    }
    publish(tx, policy).await
}

/// The plan no longer wants it: a point that nobody has dealt with comes off its agenda.
pub(crate) async fn withdraw_item(tx: &mut Tx, step: &Step) -> Result<()> {
    match step.item {
        Some(item) => change_open(tx, item, |item| Item { state: ItemState::Withdrawn, ..item }).await,
        None => Ok(()),
    }
}
