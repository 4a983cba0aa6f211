//! GET /opgaver/{id}/vagter: the plan, for those who answer for the task. Who comes, how many are
//! missing, who has not answered.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_engagement::engagement::{self, store::EngagementLine};
use samskab_kernel::{Instant, holiday::ClosingDays};
use samskab_taskbank::task::{self, TaskId, time::as_beginning};
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, form};

use super::{
    BookingState, Series, Shift, ShiftState,
    hindrance::taken,
    make::{is_there, of_task},
    rules::Answer,
    store::{self, BookingLine},
    wording::{State, fullness},
};
use crate::T;
use crate::authority::{Action, may};

/// Days for which past shifts are shown, to note who was there.
const PAST_DAYS: i64 = 35;

samskab_web::form! {
    struct PlanQuery {
        /// How many shifts were made just now.
        lavet: hidden,
    }
}

#[derive(Template)]
#[template(path = "shift/plan.html")]
struct PlanPage {
    shell: Shell,
    t: T,
    /// The shift that was just made; empty: none.
    made: String,
    title: String,
    task_href: String,
    new_href: String,
    /// Posts the task's own times as shifts; empty: it has none, or they are there.
    from_task: String,
    from_task_sentence: String,
    series: Vec<String>,
    coming: Vec<ShiftLine>,
    past: Vec<ShiftLine>,
    engaged: usize,
    /// The names of those of them who are on no shift to come, and their agreements: whom one can write to.
    without: String,
    write_to: Vec<String>,
    /// The names of those who have agreed and cannot begin yet.
    agreed: String,
}

struct ShiftLine {
    id: String,
    href: String,
    when: String,
    title: String,
    reason: String,
    state: State,
    numbers: String,
    people: Vec<PersonLine>,
    is_planned: bool,
    /// It is on a closed day, and nobody has said yet whether it is held.
    is_asked: bool,
    /// What the day is called, when the place is closed on it.
    closed: String,
    is_short: bool,
    /// Whether who was there is noted.
    is_noted: bool,
}

struct PersonLine {
    name: String,
    /// How many come along, besides.
    persons: i64,
    state: State,
    stands_in: bool,
    /// The number to call, where no mail can go.
    call: String,
}

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let t = T(cx.locale);
    let (tenant, now) = (cx.tenant.id, cx.now());
    let mut reader = cx.read().await?;
    let task = task::store::find(&mut reader, tenant, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::PlanShifts, &task))?;
    let series = store::series_of_task(&mut reader, tenant, id).await?;
    let coming = store::coming_of_task(&mut reader, tenant, id, now, 200).await?;
    let past = store::past_of_task(&mut reader, tenant, id, now, now.plus_days(-PAST_DAYS)).await?;
    let ids: Vec<_> = coming.iter().chain(&past).map(|shift| shift.id).collect();
    let lines = store::bookings_of_shifts(&mut reader, tenant, &ids).await?;
    let engaged = engagement::store::active_of_task(&mut reader, tenant, id).await?;
    let agreed = engagement::store::agreed_of_task(&mut reader, tenant, id).await?;
    let (today, closing) = (now.day(), task::Settings::of(&cx.tenant).closing_days());
    let own = of_task(&task, &cx).filter(|meant| !is_there(meant, &series, &coming, today));
    let is_on_one = |one: &EngagementLine| {
        let mut theirs =
            lines.iter().map(|line| &line.booking).filter(|booking| booking.person == one.person);
        theirs.any(|booking| booking.state.is_live() && coming.iter().any(|shift| shift.id == booking.shift))
    };
    let is_divided = coming.iter().any(Shift::is_planned);
    let without: Vec<_> = engaged.iter().filter(|one| is_divided && !is_on_one(one)).collect();
    cx.page(PlanPage {
        shell: cx
            .shell(t.shift_plan_title())
            .under("/opgaver", t.task_find())
            .under(format!("/opgaver/{id}"), task.title.clone())
            .here(),
        t,
        made: form::query::<PlanQuery>(&cx)
            .lavet
            .parse::<usize>()
            .map(|made| t.shift_plan_made(made))
            .unwrap_or_default(),
        title: task.title.clone(),
        task_href: format!("/opgaver/{id}"),
        new_href: format!("/opgaver/{id}/vagter/ny"),
        from_task: own.as_ref().map(|_| format!("/opgaver/{id}/vagter/fra-opgaven")).unwrap_or_default(),
        from_task_sentence: as_beginning(&task.time.sentence(cx.locale, today)),
        series: series
            .iter()
            .filter(|series| series.goes_on(today))
            .map(|series| sentence(&cx, series))
            .collect(),
        coming: coming.iter().map(|shift| line(t, shift, &lines, &closing, now)).collect(),
        past: past
            .iter()
            .map(|shift| line(t, shift, &lines, &closing, now))
            .filter(|line| line.is_planned && !line.people.is_empty())
            .collect(),
        without: without.iter().map(|line| line.name.as_str()).collect::<Vec<_>>().join(", "),
        write_to: without.iter().map(|line| line.engagement.to_string()).collect(),
        engaged: engaged.len(),
        agreed: agreed.join(", "),
    })
}

fn sentence(cx: &Cx, series: &Series) -> String {
    let t = T(cx.locale);
    let when = series.rule.sentence(cx.locale, series.starts_on, series.turn, cx.now().day());
    let numbers = numbers(t, series.minimum, series.wanted);
    if series.title.is_empty() {
        format!("{when}. {numbers}")
    } else {
        format!("{}: {when}. {numbers}", series.title)
    }
}

fn numbers(t: T, minimum: i64, wanted: i64) -> String {
    if minimum == wanted { t.shift_numbers_same(wanted) } else { t.shift_numbers(minimum, wanted) }
}

fn line(t: T, shift: &Shift, lines: &[BookingLine], closing: &ClosingDays, now: Instant) -> ShiftLine {
    let of_shift = || lines.iter().filter(|line| line.booking.shift == shift.id);
    let is_over = shift.is_over(now);
    let there = taken(of_shift().map(|line| &line.booking));
    let is_there = |line: &&BookingLine| {
        line.booking.state.is_live()
            || matches!(line.booking.state, BookingState::Attended | BookingState::Absent)
    };
    let people: Vec<PersonLine> = of_shift()
        .filter(is_there)
        .map(|line| PersonLine {
            name: line.name.clone(),
            persons: line.booking.persons - 1,
            state: match line.booking.state {
                BookingState::Attended => (t.shift_answer_attended().to_owned(), "good", "check"),
                BookingState::Absent => (t.shift_answer_absent().to_owned(), "", "close"),
                _ if is_over => (t.shift_answer_not_noted().to_owned(), "wait", "help"),
                _ => Answer::of(&line.booking, shift, now).state(t),
            },
            stands_in: line.booking.engagement.is_none(),
            call: match (&line.email, &line.phone) {
                (None, Some(phone)) => phone.spaced(),
                _ => String::new(),
            },
        })
        .collect();
    let is_noted =
        of_shift().any(|line| matches!(line.booking.state, BookingState::Attended | BookingState::Absent));
    ShiftLine {
        id: shift.id.to_string(),
        href: shift.href(),
        when: as_beginning(&shift.when(t.0, now.day())),
        title: shift.title.clone(),
        reason: shift.state_reason.clone(),
        state: match (is_over, is_noted) {
            (false, _) => fullness(t, shift, there),
            (true, true) => (t.shift_state_noted().to_owned(), "good", "check"),
            (true, false) => (t.shift_state_not_noted().to_owned(), "wait", "hourglass"),
        },
        numbers: numbers(t, shift.minimum, shift.wanted),
        people,
        is_planned: shift.is_planned(),
        is_asked: shift.state == ShiftState::Asked,
        closed: closing
            .why_closed(shift.starts_at.day(), t.0)
            .map(|why| as_beginning(&why))
            .unwrap_or_default(),
        is_short: shift.is_planned() && !is_over && there < shift.minimum,
        is_noted,
    }
}
