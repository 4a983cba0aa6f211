//! GET /politikker/{id}/plan: the plan drawn in lanes with a table behind it, what is missing before each step, and what a good
//! colleague would say (RS-85, VB-24).

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_hearing::hearing::Phase;
use samskab_kernel::Day;
use samskab_organisation::identify::Who as _;
use samskab_web::{Cx, Result, Shell};

use crate::{
    T,
    agenda_point::{AgendaPoint, agenda_points},
    carry::can_say_unchanged,
    policy::PolicyId,
    process::{Process, Seen},
    rules::{Gap, Missing, Standing},
    show::outcome,
    step::{Lane, Step, StepKind, StepState},
};

/// The drawing: 1,000 wide, a row for each lane.
pub(crate) const WIDTH: i32 = 1000;
const LEFT: i32 = 150;
const TOP: i32 = 40;
const ROW: i32 = 44;
const BAR: i32 = 26;

pub(crate) struct Drawing {
    height: i32,
    lanes: Vec<(i32, &'static str)>,
    /// The line before a month, and its short name.
    months: Vec<(i32, String)>,
    bars: Vec<BarDrawn>,
    /// The position of today in the drawing; `None`: outside.
    today: Option<i32>,
}

/// A step in it, with its number in the table.
struct BarDrawn {
    x: i32,
    y: i32,
    width: i32,
    number: usize,
    class: &'static str,
}

/// A row of the table.
struct PlanRow {
    number: usize,
    id: String,
    href: String,
    title: String,
    matter: String,
    when: String,
    moved: String,
    who: String,
    verb: &'static str,
    printed: String,
    state: (&'static str, &'static str, &'static str),
    outcome: String,
    /// What was said before it was opened again, and why it was.
    earlier: Vec<String>,
    /// The text that was heard; empty: it is no hearing, or has none yet.
    heard: String,
    /// What is missing, whether one may go on without it, and the gap's key.
    gaps: Vec<(String, bool, String)>,
    excepted: Vec<(String, String)>,
    warnings: Vec<String>,
    links: Vec<(String, String)>,
    /// The address for making a hearing of the text; empty: not here, or not yet.
    make_hearing: String,
    can_hold: bool,
    can_say_unchanged: bool,
    can_change: bool,
    can_reopen: bool,
    /// The address for planning another hearing instead of this one, which was held; empty: not here.
    hear_again: String,
}

#[derive(Template)]
#[template(path = "policy/plan.html")]
struct PlanPage {
    shell: Shell,
    t: T,
    title: String,
    drawing: Option<Drawing>,
    rows: Vec<PlanRow>,
    /// About the whole plan.
    warnings: Vec<String>,
    leads: bool,
    /// There is something to keep as a template.
    can_keep: bool,
    is_locked: bool,
    locked: String,
    base: String,
}

/// Some twenty queries, one for each step that is on an agenda, and one for each of their meetings.
pub(crate) async fn show(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_reading(&cx, &mut reader, id).await?;
    let steps: Vec<&Step> = seen.process.steps.iter().collect();
    let points = agenda_points(&cx, &mut reader, &steps).await?;
    drop(reader);
    let (t, leads) = (T(cx.locale), seen.leads(&cx));
    let process = &seen.process;
    let is_over = !process.policy.takes_steps();
    let said = if leads { process.warnings()? } else { Vec::new() };
    let rows = (1..).zip(&process.steps).map(|(number, step)| {
        let mut row = row(&cx, t, process, step, number, leads && !is_over);
        let own = points.iter().filter(|point| point.step.id == step.id);
        row.links.extend(own.map(|point| on_agenda(&cx, process, point)));
        row.warnings = said.iter().filter(|one| one.step == Some(step.id)).map(|one| one.label(t)).collect();
        row
    });
    cx.page(PlanPage {
        rows: rows.collect(),
        shell: process.policy.under(&cx, t.plan_title()),
        t,
        title: process.policy.title.clone(),
        drawing: drawing(&cx, process),
        warnings: said.iter().filter(|one| one.step.is_none()).map(|one| one.label(t)).collect(),
        leads: leads && !is_over,
        can_keep: leads && process.steps.iter().any(|step| step.state != StepState::Cancelled),
        is_locked: process.policy.locked_at.is_some(),
        locked: process.policy.locked_at.map(|at| cx.locale.day(at.day())).unwrap_or_default(),
        base: process.policy.href(),
    })
}

/// Where a step is on an agenda, and what that is called.
fn on_agenda(cx: &Cx, process: &Process, point: &AgendaPoint) -> (String, String) {
    let day = cx.locale.day(point.meeting.starts_at.day());
    (point.item.href(), T(cx.locale).plan_on_agenda(process.who(point.step), day))
}

fn row(cx: &Cx, t: T, process: &Process, step: &Step, number: usize, leads: bool) -> PlanRow {
    let facts = process.facts();
    let standing = facts.standing(step);
    let is_open = step.is_open() && standing != Standing::Done;
    let is_to_do = facts.is_to_do(step);
    let mut gaps: Vec<Gap> = if is_open && leads { facts.gaps(step) } else { Vec::new() };
    // What the committee waits for is shown at the committee's step.
    if gaps.iter().any(|gap| gap.missing == Missing::Committee) {
        gaps.retain(|gap| matches!(gap.missing, Missing::Committee | Missing::Council));
    }
    let mut links = Vec::new();
    // A hearing that is not announced is seen by those who keep hearings.
    let sees_drafts = cx.actor.is_coordinator();
    if let Some(fact) = facts.hearing_of(step).filter(|fact| fact.phase != Phase::Draft || sees_drafts) {
        links.push((format!("/hoeringer/{}", fact.hearing), fact.title.clone()));
    }
    let is_ready = gaps.is_empty();
    // Gaps are only shown for a step that is still to be done.
    gaps.retain(|_| is_to_do);
    // The text goes to hearing from here, where nobody has made one yet and nothing is missing.
    let waits_for_hearing = is_to_do && step.kind == StepKind::Hearing && step.hearing.is_none();
    let make_hearing = match &process.text {
        Some(text) if leads && is_ready && waits_for_hearing => format!("/hoeringer/ny?tekst={}", text.id),
        _ => String::new(),
    };
    PlanRow {
        number,
        id: step.id.to_string(),
        href: step.href(),
        title: step.title.clone(),
        matter: step.matter.clone(),
        when: facts.time(step, cx.locale),
        moved: step.moved_from.map(|day| cx.locale.day(day)).unwrap_or_default(),
        who: process.who(step),
        verb: step.verb.label(t),
        printed: if leads { printed(t, step) } else { String::new() },
        state: standing.said(t),
        outcome: outcome(t, step),
        earlier: step.earlier.lines().map(str::to_owned).collect(),
        heard: step.hearing.and_then(|id| facts.heard_of(id)).map_or(String::new(), |heard| {
            match heard.is_own {
                true => t.plan_heard(heard.number),
                false => t.plan_heard_other().to_owned(),
            }
        }),
        gaps: gaps.iter().map(|gap| (gap.label(t), gap.missing.can_be_excepted(), gap.key())).collect(),
        excepted: process
            .exceptions
            .iter()
            .filter(|one| one.step == step.id)
            .map(|one| (facts.waived(t, one), one.reason.clone()))
            .collect(),
        warnings: Vec::new(),
        links,
        make_hearing,
        can_hold: leads && is_open && is_ready && step.kind.is_held_here(),
        can_say_unchanged: leads && is_open && is_ready && can_say_unchanged(process, step),
        can_change: leads && step.is_open(),
        can_reopen: leads && step.can_be_reopened(process.policy.adopted_on),
        // Not while people can answer again: the hearing was given a later closing.
        hear_again: match leads && process.policy.is_under_way() && step.was_heard() && facts.is_done(step) {
            true => format!("{}/trin/nyt?efter={}", process.policy.href(), step.id),
            false => String::new(),
        },
    }
}

/// The number in the printed guide, for those who lead: they have the guide at hand. Empty: the guide does not have
/// the step.
fn printed(t: T, step: &Step) -> String {
    match (step.printed.as_str(), step.kind) {
        ("", _) => String::new(),
        (number, StepKind::Hearing | StepKind::Adjust) => {
            format!("{} {}", t.plan_printed(number), t.plan_printed_order())
        }
        (number, _) => t.plan_printed(number),
    }
}

/// From the first day of the first month to the last of the last; nothing for a plan without steps.
fn drawing(cx: &Cx, process: &Process) -> Option<Drawing> {
    let t = T(cx.locale);
    let facts = process.facts();
    let live: Vec<(usize, &Step)> =
        (1..).zip(&process.steps).filter(|(_, step)| step.state != StepState::Cancelled).collect();
    let spans: Vec<(Day, Day)> = live.iter().map(|(_, step)| facts.span(step)).collect();
    let from = spans.iter().map(|(from, _)| *from).min()?;
    let to = spans.iter().map(|(_, to)| *to).max()?;
    let from = Day::of(from.date().year(), from.date().month(), 1);
    let days = (to.number() - from.number()).max(1);
    // A plan of more than ten years is drawn as nothing.
    if days > 3660 {
        return None;
    }
    let x = |day: Day| LEFT + (day.number() - from.number()) * (WIDTH - LEFT - 10) / days;
    let used: Vec<Lane> =
        Lane::ALL.iter().copied().filter(|lane| live.iter().any(|(_, step)| step.lane == *lane)).collect();
    // Steps of a lane that overlap in time are drawn in rows below each other.
    let mut rows: Vec<(Lane, Vec<i32>)> = used.iter().map(|lane| (*lane, Vec::new())).collect();
    let mut placed = Vec::new();
    for ((number, step), (starts_on, ends_on)) in live.iter().zip(&spans) {
        let (start, end) = (x(*starts_on), x(*ends_on).max(x(*starts_on) + BAR));
        let Some((_, ends)) = rows.iter_mut().find(|(lane, _)| *lane == step.lane) else { continue };
        let row = ends.iter().position(|last| *last + 4 <= start).unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(last) => *last = end,
            None => ends.push(end),
        }
        placed.push((step.lane, row, start, end, *number, *step));
    }
    let mut top = TOP;
    let mut tops = Vec::new();
    for (lane, ends) in &rows {
        tops.push((*lane, top));
        top += ROW * i32::try_from(ends.len()).unwrap_or(1);
    }
    let y_of = |lane: Lane, row: usize| {
        let top = tops.iter().find(|(one, _)| *one == lane).map_or(TOP, |(_, top)| *top);
        top + ROW * i32::try_from(row).unwrap_or(0) + (ROW - BAR) / 2
    };
    let bars = placed
        .into_iter()
        .map(|(lane, row, start, end, number, step)| BarDrawn {
            x: start,
            y: y_of(lane, row),
            width: end - start,
            number,
            class: match facts.standing(step) {
                Standing::Skipped | Standing::Dropped => Standing::Cancelled.code(),
                standing => standing.code(),
            },
        })
        .collect();
    Some(Drawing {
        height: top + 10,
        lanes: tops.iter().map(|(lane, top)| (*top, lane.label(t))).collect(),
        months: months(cx, from, to, &x),
        bars,
        today: (process.today >= from && process.today <= to).then(|| x(process.today)),
    })
}

/// Every month, or every third where the plan is long.
fn months(cx: &Cx, from: Day, to: Day, x: &impl Fn(Day) -> i32) -> Vec<(i32, String)> {
    let mut months = Vec::new();
    let each = if to.number() - from.number() > 500 { 3 } else { 1 };
    let (mut year, mut month) = (from.date().year(), from.date().month());
    loop {
        let day = Day::of(year, month, 1);
        if day > to {
            return months;
        }
        let name: String = cx.locale.month(month).chars().take(3).collect();
        let name = if month == 1 || months.is_empty() { format!("{name} {year}") } else { name };
        months.push((x(day), name));
        month += each;
        if month > 12 {
            (year, month) = (year + 1, month - 12);
        }
    }
}
