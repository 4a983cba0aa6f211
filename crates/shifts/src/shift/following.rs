//! GET and POST /vagter/{id}/foelgende: this shift and the following ones come at other times. The old
//! series ends the day before and a new one begins. Each shift that is laid out goes along with its
//! people, who are asked again; those changed by hand stay as they are.

use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Instant, holiday::ClosingDays};
use samskab_store::Tx;
use samskab_web::{Cx, Error, Form, Result, error::OrNotFound as _};

use super::{
    Rule, Series, SeriesId, Shift, ShiftId,
    change::{self, Happened},
    edit::{Affected, ConfirmPage, find, shell},
    event::{SeriesChanged, SeriesPlanned},
    form::{Meant, ShiftForm, rhythms},
    gathered,
    hindrance::taken,
    lay_out,
    make::{FormPage, closing_days},
    place::Place,
    recurrence::Frequency,
    store::{self, BookingLine},
};
use crate::T;

pub async fn show(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (shift, place) = find(&cx, &mut reader, id).await?;
    let (series, day) = shift.series.ok_or(Error::NotFound)?;
    let series = store::find_series(&mut reader, cx.tenant.id, series).await?.or_not_found()?;
    if shift.has_begun(cx.now()) {
        return cx.redirect_saying(place.plan_href(&shift), "warning", "shift-flash-over");
    }
    let form = ShiftForm::of_series(cx.locale, &series, day.max(cx.now().day()));
    cx.page(page(&cx, &shift, &series, &place, form))
}

pub async fn save(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<ShiftForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (shift, place) = find(&cx, &mut tx, id).await?;
    let (series, _) = shift.series.ok_or(Error::NotFound)?;
    let series = store::locked_series(&mut tx, series).await?.or_not_found()?;
    let meant = match form.parse(&cx, true) {
        Ok(meant) => meant,
        Err(errors) => return cx.invalid(page(&cx, &shift, &series, &place, form.with_errors(errors))),
    };
    let questions = form.questions(&cx, &meant, &place.task, 0);
    if !questions.is_empty() {
        return cx.invalid(page(&cx, &shift, &series, &place, form).asking(questions, meant.key(0)));
    }
    let Some(rule) = meant.rule.clone() else {
        return cx.redirect(format!("{}/rediger", shift.href()));
    };
    let change = Change::read(&mut tx, &series, meant, rule, closing_days(&cx), cx.now()).await?;
    if change.touches_people() && !form.is_confirmed() {
        return cx.page(ask_once(&cx, &shift, &place, &change, &form));
    }
    let asked = change.touches_people();
    change.carry_out(&mut tx, &place, series, T(cx.locale).shift_plan_changed_reason()).await?;
    tx.commit().await?;
    let said = if asked { "shift-flash-moved-asked" } else { "shift-flash-changed" };
    cx.redirect_saying(super::make::plan(place.task.id), "success", said)
}

/// What a change of a series does to the shifts that are laid out.
struct Change {
    meant: Meant,
    rule: Rule,
    new: SeriesId,
    /// Before and after.
    kept: Vec<(Shift, Shift)>,
    /// Shifts on days that the new series does not have.
    dropped: Vec<Shift>,
    lines: Vec<BookingLine>,
    closing: ClosingDays,
    now: Instant,
}

impl Change {
    /// Reads the shifts and locks them.
    async fn read(
        tx: &mut Tx,
        series: &Series,
        meant: Meant,
        rule: Rule,
        closing: ClosingDays,
        now: Instant,
    ) -> samskab_store::Result<Self> {
        let tenant = tx.tenant();
        let shifts = store::of_series(tx, tenant, series.id, meant.day).await?;
        let ids: Vec<ShiftId> = shifts.iter().map(|shift| shift.id).collect();
        store::lock_shifts(tx, &ids).await?;
        let shifts: Vec<Shift> = store::of_series(tx, tenant, series.id, meant.day)
            .await?
            .into_iter()
            .filter(|shift| !shift.has_begun(now))
            .collect();
        let lines = store::bookings_of_shifts(tx, tenant, &ids).await?;
        let horizon = now.day().plus_days(lay_out::DAYS_AHEAD);
        let mut new_days = rule.days(meant.day, horizon);
        new_days.retain(|day| meant.on_closed_days.state_on(*day, &closing).is_some());
        let old_days: Vec<Day> = shifts.iter().filter_map(|shift| shift.series.map(|(_, day)| day)).collect();
        let pairs = pair(&old_days, &new_days, rule.frequency == Frequency::Monthly);
        let new: SeriesId = tx.new_id();
        let mut change =
            Self { meant, rule, new, kept: Vec::new(), dropped: Vec::new(), lines, closing, now };
        for (shift, day) in shifts.into_iter().zip(pairs) {
            match day {
                Some(day) => {
                    let after = change.after(&shift, day);
                    change.kept.push((shift, after));
                }
                // Changed by hand, or cancelled: it stays what it is.
                None if shift.by_hand || !shift.is_planned() => {}
                None => change.dropped.push(shift),
            }
        }
        Ok(change)
    }

    fn there(&self, shift: &Shift) -> i64 {
        taken(self.lines.iter().filter(|line| line.booking.shift == shift.id).map(|line| &line.booking))
    }

    fn after(&self, shift: &Shift, day: Day) -> Shift {
        let adopted = Shift { series: Some((self.new, day)), updated_at: self.now, ..shift.clone() };
        if shift.by_hand || !shift.is_planned() {
            return adopted;
        }
        Shift {
            title: self.meant.title.clone(),
            minimum: self.meant.minimum,
            // Nobody is sent away by a smaller number.
            wanted: self.meant.wanted.max(self.there(shift)),
            ..adopted.moved_to(self.meant.turn.on(day), self.now)
        }
    }

    fn asked(&self) -> impl Iterator<Item = &(Shift, Shift)> {
        self.kept.iter().filter(|(before, after)| before.sequence != after.sequence && self.there(before) > 0)
    }

    fn told(&self) -> impl Iterator<Item = &Shift> {
        self.dropped.iter().filter(|shift| self.there(shift) > 0)
    }

    fn touches_people(&self) -> bool {
        self.asked().next().is_some() || self.told().next().is_some()
    }

    async fn carry_out(
        self,
        tx: &mut Tx,
        place: &Place,
        series: Series,
        reason: &str,
    ) -> samskab_store::Result<()> {
        let now = self.now;
        let (old, task) = (series.id, series.task);
        let ended = Series {
            rule: series.rule.clone().until(self.meant.day.plus_days(-1)),
            updated_at: now,
            ..series
        };
        store::save_series(tx, &ended).await?;
        let new = Series {
            id: self.new,
            task,
            title: self.meant.title.clone(),
            rule: self.rule.clone(),
            starts_on: self.meant.day,
            turn: self.meant.turn,
            minimum: self.meant.minimum,
            wanted: self.meant.wanted,
            on_closed_days: self.meant.on_closed_days,
            laid_out_to: None,
            created_at: now,
            updated_at: now,
        };
        store::add_series(tx, &new).await?;
        let mut happened: Vec<Happened> = Vec::new();
        let mut told = Vec::new();
        for (before, after) in &self.kept {
            happened.push(change::save(tx, before, after, &mut told).await?);
        }
        for shift in self.dropped {
            if !store::forget_shift(tx, shift.id).await? {
                happened.extend(change::cancel(tx, shift, reason, &mut told).await?);
            }
        }
        gathered::write(tx, place, told, reason).await?;
        lay_out::lay_out_series(tx, new, &self.closing).await?;
        change::record_last(tx, &happened)?;
        tx.record_last(&SeriesChanged { series: old, task })?;
        tx.record_last(&SeriesPlanned { series: self.new, task })
    }
}

/// Which new day each old one becomes: the same day, else one of the same week (or month), in order.
fn pair(old: &[Day], new: &[Day], by_month: bool) -> Vec<Option<Day>> {
    let mut free: Vec<Day> = new.to_vec();
    let mut pairs: Vec<Option<Day>> = old
        .iter()
        .map(|day| {
            let at = free.iter().position(|other| other == day)?;
            Some(free.remove(at))
        })
        .collect();
    let period = |day: Day| {
        if by_month {
            (i32::from(day.date().year()), i32::from(day.date().month()))
        } else {
            (0, day.plus_days(-i32::from(day.weekday().to_monday_zero_offset())).number())
        }
    };
    for (day, paired) in old.iter().zip(&mut pairs) {
        if paired.is_none()
            && let Some(at) = free.iter().position(|other| period(*other) == period(*day))
        {
            *paired = Some(free.remove(at));
        }
    }
    pairs
}

fn ask_once(cx: &Cx, shift: &Shift, place: &Place, change: &Change, form: &ShiftForm) -> ConfirmPage {
    let t = T(cx.locale);
    let lines = &change.lines;
    ConfirmPage {
        shell: shell(cx, place, t.shift_confirm_title()),
        t,
        title: t.shift_confirm_title(),
        lead: t.shift_confirm_lead().to_owned(),
        asked: change.asked().map(|(before, after)| Affected::new(cx, before, Some(after), lines)).collect(),
        told: change.told().map(|shift| Affected::new(cx, shift, None, lines)).collect(),
        action: format!("{}/foelgende", shift.href()),
        back: place.plan_href(shift),
        button: t.shift_confirm_button(),
        fields: form.again(),
    }
}

fn page(cx: &Cx, shift: &Shift, series: &Series, place: &Place, form: ShiftForm) -> FormPage {
    let t = T(cx.locale);
    FormPage {
        shell: shell(cx, place, t.shift_following_title()),
        t,
        title: t.shift_following_title(),
        lead: t.shift_following_lead(series.rule.sentence(
            cx.locale,
            series.starts_on,
            series.turn,
            cx.now().day(),
        )),
        action: format!("{}/foelgende", shift.href()),
        back: place.plan_href(shift),
        button: t.shift_edit_button(),
        rhythms: rhythms(cx.locale, false),
        form,
        questions: Vec::new(),
        key: String::new(),
        may_repeat: true,
        following_href: String::new(),
    }
}

#[cfg(test)]
mod pairing {
    use super::*;

    fn days(text: &str) -> Vec<Day> {
        text.split(' ').filter_map(|day| format!("2026-12-{day}").parse().ok()).collect()
    }

    fn paired(old: &str, new: &str) -> String {
        let pairs = pair(&days(old), &days(new), false);
        let name = |day: Option<Day>| day.map_or("-".into(), |day| format!("{:02}", day.date().day()));
        pairs.into_iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_shift_goes_to_the_same_day_or_stays_in_its_week() {
        // December 2026: the 1st is a Tuesday.
        assert_eq!(paired("01 08 15", "01 08 15"), "01 08 15", "only the hours change");
        assert_eq!(paired("01 08 15", "02 09 16"), "02 09 16", "Tuesdays become Wednesdays");
        assert_eq!(paired("01 08 15 22", "01 15"), "01 - 15 -", "every second week");
        assert_eq!(paired("01 03 08 10", "03 10"), "- 03 - 10", "Tuesdays fall away, Thursdays stay");
        assert_eq!(paired("01 03", "02 04"), "02 04", "in order");
    }
}
