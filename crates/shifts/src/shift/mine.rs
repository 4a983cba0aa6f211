//! GET /min-side/vagter: my shifts, what I am asked, and the open ones where I help.

use askama::Template;
use axum::response::Response;
use samskab_engagement::engagement::{self, Engagement, State as EngagementState};
use samskab_organisation::person::PersonId;
use samskab_requirement::Book;
use samskab_taskbank::task::{self, Task, TaskId, time::as_beginning};
use samskab_web::{Cx, Result, Shell};

use super::{
    BookingState, Shift, ShiftId,
    hindrance::{Question, Standing, taken, taken_without},
    own::me,
    store::{self, BookingLine, Busy, Coming},
    wording::{State, fullness, seeking},
};
use crate::T;

/// Days ahead for which open shifts are shown.
const DAYS: i64 = 56;
const MOST: usize = 60;

#[derive(Template)]
#[template(path = "shift/mine.html")]
struct MinePage {
    shell: Shell,
    t: T,
    mine: Vec<Line>,
    asked: Vec<Line>,
    open: Vec<Line>,
    helps: bool,
}

pub struct Line {
    pub href: String,
    pub when: String,
    pub title: String,
    pub about: String,
    pub state: State,
    /// Why they cannot sign up.
    pub reason: String,
}

pub async fn show(cx: Cx) -> Result<Response> {
    let (t, me, tenant, now) = (T(cx.locale), me(&cx)?, cx.tenant.id, cx.now());
    let mut reader = cx.read().await?;
    let mine = store::coming_of_person(&mut reader, tenant, me, now, 100).await?;
    let engagements = engagement::store::of_person(&mut reader, tenant, me).await?;
    let mut tasks: Vec<TaskId> = engagements
        .iter()
        .filter(|engagement| engagement.state.has_begun())
        .map(|engagement| engagement.task)
        .collect();
    tasks.sort_unstable();
    tasks.dedup();
    let asked = store::asked_of_person(&mut reader, tenant, me, now).await?;
    let mut shifts = store::open_of_tasks(&mut reader, tenant, &tasks, now, now.plus_days(DAYS)).await?;
    // What they are asked about stands above.
    shifts.retain(|shift| mine.iter().chain(&asked).all(|coming| coming.shift.id != shift.id));
    let ids: Vec<ShiftId> = shifts.iter().map(|shift| shift.id).collect();
    let lines = store::bookings_of_shifts(&mut reader, tenant, &ids).await?;
    let busy = store::busy(&mut reader, tenant, me, now.plus_days(-1), now.plus_days(DAYS + 2)).await?;
    let tasks = if tasks.is_empty() {
        Vec::new()
    } else {
        task::store::find_many(&mut reader, tenant, &tasks).await?
    };
    let book = Book::of(&mut reader, tenant, &[me], now.day()).await?;
    let around =
        Around { me, lines: &lines, busy: &busy, engagements: &engagements, tasks: &tasks, book: &book };
    let open = shifts.iter().filter_map(|shift| open_line(&cx, shift, &around)).take(MOST).collect();
    cx.page(MinePage {
        shell: cx.shell(t.shift_mine_title()).under("/min-side", t.shift_my_page()).here(),
        t,
        mine: mine.iter().map(|coming| mine_line(&cx, coming)).collect(),
        asked: asked
            .iter()
            .map(|coming| Line {
                state: (asked_in_words(t, coming).to_owned(), "wait", "chat"),
                ..mine_line(&cx, coming)
            })
            .collect(),
        open,
        helps: !tasks.is_empty(),
    })
}

/// That a colleague asks for it: to take it, or to exchange it.
fn asked_in_words(t: T, coming: &Coming) -> &'static str {
    let is_swap = coming.booking.asked.is_some_and(|asked| asked.swap_for.is_some());
    if is_swap { t.shift_asked_you_to_swap() } else { t.shift_asked_you() }
}

/// One of my own.
pub fn mine_line(cx: &Cx, coming: &Coming) -> Line {
    let t = T(cx.locale);
    let (booking, shift) = (&coming.booking, &coming.shift);
    let (word, tone, symbol) = match booking.state {
        BookingState::Seeking => seeking(t, booking),
        _ if !booking.is_confirmed(shift) => (t.shift_mine_unconfirmed(), "wait", "warning"),
        _ if booking.other_shift.is_some() => (t.shift_asked_you(), "wait", "chat"),
        _ if booking.asked.is_some() => (t.shift_mine_asking(), "wait", "hourglass"),
        _ => (t.shift_mine_booked(), "good", "check"),
    };
    Line {
        href: shift.href(),
        when: as_beginning(&shift.when(cx.locale, cx.today())),
        title: coming.title.clone(),
        about: shift.title.clone(),
        state: (word.to_owned(), tone, symbol),
        reason: String::new(),
    }
}

/// What the answer about each open shift is made from, read once for all of them.
struct Around<'a> {
    me: PersonId,
    lines: &'a [BookingLine],
    busy: &'a [Busy],
    engagements: &'a [Engagement],
    tasks: &'a [Task],
    book: &'a Book,
}

fn open_line(cx: &Cx, shift: &Shift, around: &Around<'_>) -> Option<Line> {
    let t = T(cx.locale);
    let Around { lines, busy, engagements, tasks, .. } = around;
    let task = tasks.iter().find(|task| task.id == shift.task)?;
    let engagement = engagements
        .iter()
        .find(|engagement| engagement.task == shift.task && engagement.state.has_begun())?;
    let of_shift = || lines.iter().filter(|line| line.booking.shift == shift.id);
    let there = taken(of_shift().map(|line| &line.booking));
    // A place that is given up can be taken.
    let given_up = of_shift().filter(|line| line.booking.state == BookingState::Seeking);
    let given_up = given_up.max_by_key(|line| line.booking.persons).map(|line| &line.booking);
    let seeks = given_up.is_some();
    let near = |other: &&Busy| {
        let day = samskab_kernel::jiff::SignedDuration::from_hours(11);
        shift.starts_at.minus(day) < other.ends_at && other.starts_at < shift.ends_at.plus(day)
    };
    let busy: Vec<Busy> = busy.iter().filter(near).cloned().collect();
    let question = Question {
        shift,
        taken: given_up.map_or(there, |theirs| taken_without(shift, there, theirs)),
        persons: engagement.persons,
        standing: match engagement.state {
            EngagementState::Paused { until } => Standing::Paused { until: Some(until) },
            _ => Standing::Active,
        },
        is_mine: false,
        busy: &busy,
        place: task.place,
        // As signing up asks it: a course may have run out since they began.
        missing: around.book.missing(around.me, task, shift.starts_at.day()),
    };
    let hindrance = question.hindrance(cx.now());
    let state = match &hindrance {
        _ if seeks => (t.shift_answer_seeks().to_owned(), "wait", "sync"),
        Some(super::hindrance::Hindrance::Full { .. }) => (t.shift_state_full().to_owned(), "", "check"),
        _ => fullness(t, shift, there),
    };
    Some(Line {
        href: shift.href(),
        when: as_beginning(&shift.when(cx.locale, cx.today())),
        title: task.title.clone(),
        about: shift.title.clone(),
        state,
        reason: hindrance.map(|hindrance| hindrance.sentence(t, cx.today())).unwrap_or_default(),
    })
}
