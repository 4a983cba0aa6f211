//! GET and POST /organer/{id}/moeder/nyt: one meeting, or a series of them over the year.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Instant, Locale, codes, jiff::ToSpan};
use samskab_organisation::body::{self, Body, BodyId, Membership, members};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, Field},
};

use super::{Meeting, agenda, as_beginning, cadence, event::MeetingPlanned, letter::write_dates, store};
use crate::{
    T,
    authority::{Action, Tie, may},
};

codes! {
    enum Repeat { Once => "en", Monthly => "maaned", Quarterly => "kvartal", HalfYearly => "halvaar" }
}

impl Repeat {
    fn months(self) -> i32 {
        match self {
            Self::Once => 0,
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::HalfYearly => 6,
        }
    }
}

/// Meetings of a series at most.
const MOST: i64 = 12;

samskab_web::form! {
    pub struct PlanForm {
        titel: text(meeting_title).hint(meeting_title_hint).optional().max(120),
        dag: day(meeting_day).required(),
        fra: clock(meeting_from).required(),
        til: clock(meeting_to).required(),
        holdt: tick(meeting_was_held).hint(meeting_was_held_hint).unmarked(),
        sted: text(meeting_place).hint(meeting_place_hint).optional().max(200),
        gentag: choice(meeting_repeat).among(repeats).without_first(),
        antal: number(meeting_count).hint(meeting_count_hint).optional().between(1, MOST),
        skriv: tick(meeting_tell_dates).hint(meeting_tell_dates_hint),
    }
}

fn repeats(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![
        Choice::of(Repeat::Once.code(), t.meeting_repeat_once()),
        Choice::of(Repeat::Monthly.code(), t.meeting_repeat_monthly()),
        Choice::of(Repeat::Quarterly.code(), t.meeting_repeat_quarterly()),
        Choice::of(Repeat::HalfYearly.code(), t.meeting_repeat_half_yearly()),
    ]
}

#[derive(Template)]
#[template(path = "meeting/plan.html")]
struct PlanPage {
    shell: Shell,
    t: T,
    form: PlanForm,
    /// The day is gone: whether the meeting was held is asked.
    is_past: bool,
    /// How many meetings the year has, where the body has a rule about it.
    cadence: String,
    action: String,
    back: String,
}

async fn run(cx: &Cx, connection: &mut Connection, id: BodyId) -> Result<(Body, Membership)> {
    let body = body::store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    let membership = members(connection, cx.tenant.id, &body, cx.today()).await?;
    cx.require(may(&cx.actor, Action::RunMeetings, Tie::of(&cx.actor, &membership)))?;
    Ok((body, membership))
}

pub async fn show(cx: Cx, Path(id): Path<BodyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (body, _) = run(&cx, &mut reader, id).await?;
    // The next one is most often like the last one.
    let last = store::of_body(&mut reader, cx.tenant.id, id).await?.into_iter().next();
    let form = match last {
        Some(last) => PlanForm {
            fra: cx.locale.time(last.starts_at),
            til: cx.locale.time(last.ends_at),
            sted: last.place,
            ..PlanForm::default()
        },
        None => PlanForm::default(),
    };
    let page = page(&cx, &mut reader, &body, form).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<BodyId>, Form(form): Form<PlanForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (body, membership) = run(&cx, &mut tx, id).await?;
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let place = form.sted().text(&mut check).unwrap_or_default();
    let day = form.dag().day_ahead(&mut check, cx.today());
    let (from, to) = (form.fra().clock(&mut check), form.til().clock(&mut check));
    let count = form.antal().number(&mut check).unwrap_or(1);
    let repeat = form.gentag.parse().unwrap_or(Repeat::Once);
    if let (Some(from), Some(to)) = (from, to)
        && to <= from
    {
        check.refuse(&form.til(), t.meeting_ends_before());
    }
    if let Some(day) = day
        && !body.validity.holds_on(day)
    {
        check.refuse(&form.dag(), t.meeting_body_not_there());
    }
    if is_past(&cx, day, from) && !form.holdt().is_ticked() {
        refuse_past(&cx, &mut check, day, (&form.dag(), &form.fra()));
    }
    let errors = check.done().err();
    let (Some(day), Some(from), Some(to), None) = (day, from, to, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        let page = page(&cx, &mut tx, &body, form).await?;
        return cx.invalid(page);
    };
    let count = if repeat == Repeat::Once { 1 } else { count };
    let mut planned = Vec::new();
    for number in 0..count {
        let day = day_of(day, repeat, number);
        if !body.validity.holds_on(day) {
            break;
        }
        let times = (at(day, from), at(day, to));
        // Nobody is told of a day that is gone.
        let is_told = form.skriv().is_ticked() && times.0 > cx.now();
        let dates_sent_at = is_told.then(|| cx.now());
        let new = Meeting::new(cx.new_id(), body.id, times, cx.now());
        let meeting = Meeting { title: title.clone(), place: place.clone(), dates_sent_at, ..new };
        store::add(&mut tx, &meeting).await?;
        standing(&mut tx, &body, &meeting).await?;
        tx.record(MeetingPlanned::of(&meeting)).await?;
        planned.push(meeting);
    }
    let Some(first) = planned.first() else { return cx.redirect(body.href()) };
    if first.starts_at > cx.now() {
        agenda::fill(&cx, &mut tx, &body, first).await?;
    }
    let told: Vec<Meeting> = planned.iter().filter(|one| one.dates_sent_at.is_some()).cloned().collect();
    write_dates(&cx, &mut tx, &body, &told, &membership.people()).await?;
    tx.commit().await?;
    let to = if count > 1 { body.href() } else { first.href() };
    let said = match told.is_empty() {
        _ if first.was_entered_as_held() => "meeting-flash-held",
        true => "meeting-flash-planned",
        false => "meeting-flash-planned-told",
    };
    cx.redirect_saying(to, "success", said)
}

/// Whether a meeting then has begun by now; of a day alone, when it is over.
pub(super) fn is_past(cx: &Cx, day: Option<Day>, from: Option<i64>) -> bool {
    match (day, from) {
        (Some(day), Some(from)) => at(day, from) <= cx.now(),
        (Some(day), None) => day < cx.today(),
        _ => false,
    }
}

/// Says about a meeting in the past what has passed: the day, or, if it is today, the hour.
pub(super) fn refuse_past(
    cx: &Cx,
    check: &mut Check,
    day: Option<Day>,
    (date, from): (&Field<'_>, &Field<'_>),
) {
    let t = T(cx.locale);
    match day == Some(cx.today()) {
        true => check.refuse(from, t.meeting_hour_is_past()),
        false => check.refuse(date, t.meeting_day_is_past()),
    }
}

/// The `number`th meeting of a series: the same weekday, in the same week of its month.
fn day_of(first: Day, repeat: Repeat, number: i64) -> Day {
    let months = repeat.months().saturating_mul(i32::try_from(number).unwrap_or(0));
    if months == 0 {
        return first;
    }
    let week = (first.date().day() - 1) / 7;
    let Ok(month) = first.date().first_of_month().checked_add(months.months()) else { return first };
    let nth = |week: i8| month.nth_weekday_of_month(week + 1, first.weekday());
    // The fifth Thursday is not in every month: then the last one.
    nth(week).or_else(|_| month.nth_weekday_of_month(-1, first.weekday())).map_or(first, Day::from)
}

/// Minutes after midnight on the clock in Denmark.
pub fn at(day: Day, minutes: i64) -> Instant {
    let part = |number: i64| i8::try_from(number).unwrap_or(0);
    day.at(part(minutes / 60), part(minutes % 60))
}

/// The points that stand on every agenda of the body (RS-73).
async fn standing(tx: &mut Tx, body: &Body, meeting: &Meeting) -> Result<()> {
    for (place, line) in (1..).zip(body.standing_items.lines().map(str::trim).filter(|line| !line.is_empty()))
    {
        let new = super::Item::new(tx.new_id(), meeting.id, line, super::Verb::Discusses, tx.now());
        let item = super::Item { place, source: format!("{}{line}", super::agenda_item::STANDING), ..new };
        store::add_item(tx, &item).await?;
    }
    Ok(())
}

async fn page(cx: &Cx, connection: &mut Connection, body: &Body, form: PlanForm) -> Result<PlanPage> {
    let t = T(cx.locale);
    let year = store::of_year(connection, cx.tenant.id, cx.today()).await?;
    let mut unread = Check::new(cx.locale);
    let typed = (form.dag().day(&mut unread), form.fra().clock(&mut unread));
    Ok(PlanPage {
        shell: cx
            .shell(t.meeting_plan())
            .under("/organer", t.body_list_title())
            .under(body.href(), &body.name)
            .here(),
        t,
        is_past: is_past(cx, typed.0, typed.1),
        cadence: said(t, body, &year, cx.now()),
        action: format!("{}/moeder/nyt", body.href()),
        back: body.href(),
        form,
    })
}

/// How many meetings the year has, in words; empty where there is no rule.
pub(crate) fn said(t: T, body: &Body, year: &[Meeting], now: Instant) -> String {
    if body.meetings_min.is_none() && body.meetings_max.is_none() {
        return String::new();
    }
    let cadence = of_body(body, year, now);
    let all = cadence.held + cadence.planned;
    let rule = match (body.meetings_min, body.meetings_max) {
        (Some(min), Some(max)) if min != max => t.cadence_between(max, min),
        (Some(number), _) | (None, Some(number)) => t.cadence_number(number),
        (None, None) => String::new(),
    };
    let state = match (cadence.missing, cadence.too_many) {
        (0, 0) => t.cadence_enough(cadence.held, cadence.planned),
        (missing, 0) => t.cadence_missing(all, missing),
        (_, too_many) => t.cadence_too_many(all, too_many),
    };
    as_beginning(&format!("{rule} {state}"))
}

pub(crate) fn of_body(body: &Body, year: &[Meeting], now: Instant) -> cadence::Cadence {
    let own = || year.iter().filter(|meeting| meeting.body == body.id);
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let held = count(own().filter(|meeting| meeting.starts_at <= now).count());
    let planned = count(own().filter(|meeting| meeting.starts_at > now).count());
    cadence::of(body.meetings_min, body.meetings_max, held, planned, now.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_keeps_its_weekday_and_its_week_of_the_month() {
        // The second Thursday of March.
        let first = Day::of(2026, 3, 12);
        let days: Vec<String> =
            (0..4).map(|number| day_of(first, Repeat::Quarterly, number).to_string()).collect();
        assert_eq!(days, ["2026-03-12", "2026-06-11", "2026-09-10", "2026-12-10"]);
        // A fifth Friday: the last one, where there are four.
        let fifth = Day::of(2026, 1, 30);
        assert_eq!(day_of(fifth, Repeat::Monthly, 1), Day::of(2026, 2, 27));
        assert_eq!(day_of(fifth, Repeat::Once, 5), fifth);
    }
}
