//! GET /opgaver/{id}/hvorfor: why does nobody come? Seen by how many, kept away by what, what one change would open,
//! compared with tasks like it, and the next step for each.

mod store;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_finding::card::unbroken;
use samskab_kernel::{Locale, jiff::civil::Weekday, told};
use samskab_matching::{Gate, GateKind, Opening, PartOfDay, Responsiveness, Slots, Volunteer, gates};
use samskab_organisation::person::PersonId;
use samskab_taskbank::task::{self, Requirement, Task, TaskId};
use samskab_volunteers::volunteer::look;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _};

use super::{
    market::{Markets, opening_id, person_id},
    words,
};
use crate::T;
use crate::authority::{Action, may};

/// Fewer persons than this are never told apart (law B.7).
const FEW: u32 = 5;
const _: () = assert!(FEW as i64 == told::FEW, "one number in the house");
/// Days over which is counted what was seen and who was interested.
const DAYS: i64 = 28;
/// Days for which a task must have been public before it is compared with others.
const NEW_DAYS: i64 = 7;

#[derive(Template)]
#[template(path = "matching/why_nobody.html")]
struct WhyPage {
    shell: Shell,
    t: T,
    title: String,
    href: String,
    when: String,
    is_open: bool,
    figures: Vec<(&'static str, String)>,
    findings: Vec<Finding>,
    /// What keeps people away, and how many.
    kept_away: Vec<(String, String)>,
    of: String,
    /// What one change would open.
    changes: Vec<Change>,
    comparison: Vec<(String, String, String)>,
    compared_with: i64,
    answers: String,
    answers_usual: String,
}

/// Something to know, and what to do about it.
struct Finding {
    what: String,
    next: &'static str,
    href: String,
}

struct Change {
    what: String,
    href: String,
    next: &'static str,
}

pub(super) async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let (t, now, tenant) = (T(cx.locale), cx.now(), cx.tenant.id);
    let mut reader = cx.read().await?;
    let shown = task::store::shown(&mut reader, tenant, id, now.day()).await?.or_not_found()?;
    let task = &shown.task;
    cx.require(may(&cx.actor, Action::Understand, task))?;
    let since = now.plus_days(-DAYS);
    let own = store::reach(&mut reader, tenant, id, since).await?;
    let similar = store::similar(&mut reader, tenant, task, since).await?;
    let by_place = look::place_of(&cx, &mut reader, Some(task.poster)).await?;
    drop(reader);
    let markets = cx.services.state::<Markets>();
    let outlook = markets
        .ask(tenant, |town| {
            let opening = town.everybody.opening(opening_id(id))?;
            let everybody = town.everybody.volunteers();
            let counted: Vec<PersonId> = everybody.iter().map(|one| person_id(one.id)).collect();
            Some((Outlook::of(opening, everybody), counted))
        })
        .flatten();
    let (outlook, counted) = outlook.unzip();
    if let Some(counted) = counted.filter(|counted| !counted.is_empty()) {
        let mut tx = cx.write().await?;
        look::log(&mut tx, &counted, look::Kind::Counted, &by_place, Some(id)).await?;
        tx.commit().await?;
    }
    let answers = markets.ask(tenant, |town| (town.answers_of(task.poster), town.usual_answers()));
    let (own_answers, usual) = answers.unwrap_or_default();
    let href = format!("/opgaver/{id}");
    // How often it was seen says nothing before it has been there for a week.
    let is_new = task.published_at.is_none_or(|at| at > now.plus_days(-NEW_DAYS));
    let similar_seen = if is_new { None } else { Some(similar.as_slice()) };
    let findings = findings(&own, similar_seen, outlook.as_ref(), own_answers, &href, t);
    let median = |of: fn(&store::Reach) -> i64| median(similar.iter().map(of).collect());
    let number = |number: i64| t.0.number(number);
    cx.page(WhyPage {
        shell: cx
            .shell(t.matching_why_nobody_title())
            .under("/opgaver", t.task_find())
            .under(href.clone(), task.title.clone())
            .here(),
        t,
        title: task.title.clone(),
        when: unbroken(&task.time.sentence(cx.locale, now.day())),
        is_open: task.state.is_open(),
        figures: vec![
            (t.matching_seen_list(), number(own.list)),
            (t.matching_seen_suggestion(), number(own.suggestion)),
            (t.matching_seen_page(), number(own.page)),
            (t.matching_interested_count(), number(own.interested)),
        ],
        findings,
        kept_away: outlook.as_ref().map(|outlook| outlook.kept_away(t)).unwrap_or_default(),
        of: outlook.as_ref().map(|outlook| said(outlook.of, outlook.may_be_told().of, t)).unwrap_or_default(),
        changes: outlook.as_ref().map(|outlook| outlook.changes(task, &href, t)).unwrap_or_default(),
        comparison: vec![
            (t.matching_compare_seen().to_owned(), number(own.seen()), number(median(store::Reach::seen))),
            (
                t.matching_compare_interested().to_owned(),
                number(own.interested),
                number(median(|one| one.interested)),
            ),
        ],
        compared_with: i64::try_from(similar.len()).unwrap_or_default(),
        answers: answer_time(own_answers, t),
        answers_usual: if usual.answered == 0 { String::new() } else { answer_time(usual, t) },
        href,
    })
}

/// The median; 0 of none.
fn median(mut numbers: Vec<i64>) -> i64 {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

/// A count of persons as it may be told.
pub(super) fn few(count: u32, t: T) -> String {
    match count {
        0 => t.matching_nobody().to_owned(),
        count if count < FEW => t.matching_fewer_than(i64::from(FEW)),
        count => t.0.number(i64::from(count)),
    }
}

/// A number of people in words, held back where the difference to another number would be only a few.
fn said(count: u32, may_be_told: bool, t: T) -> String {
    if count >= FEW && !may_be_told { t.matching_not_told().to_owned() } else { few(count, t) }
}

/// Which numbers of an [`Outlook`] may be shown together.
struct MayBeTold {
    of: bool,
    open: bool,
    by: Vec<bool>,
}

fn answer_time(answers: Responsiveness, t: T) -> String {
    if answers.asked == 0 {
        return t.matching_answers_none().to_owned();
    }
    let tenths = answers.waited.checked_div(answers.answered).unwrap_or_default();
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let point = if t.0 == Locale::Da { ',' } else { '.' };
    let days = if tenth == 0 { whole.to_string() } else { format!("{whole}{point}{tenth}") };
    if answers.answered == 0 {
        return t.matching_answers_never(i64::from(answers.asked));
    }
    t.matching_answers(i64::from(answers.answered), i64::from(answers.asked), days)
}

/// How suited the volunteers of the municipality are for one task.
#[derive(Default)]
struct Outlook {
    of: u32,
    open: u32,
    by: Vec<(GateKind, u32)>,
    /// For those whom only the minimum age keeps away: their ages in years.
    ages: Vec<u8>,
    licence_alone: u32,
    language_alone: u32,
    distance_alone: u32,
    full_alone: u32,
    /// For those whom only the times keep away: how many could come, by weekday and part of the day.
    times: Vec<(Slots, u32)>,
    times_alone: u32,
}

impl Outlook {
    /// Computes it in one pass over everybody with a CV.
    fn of(opening: &Opening, volunteers: &[Volunteer]) -> Self {
        let mut outlook = Self::default();
        let slots = every_slot();
        outlook.times = slots.iter().map(|slot| (*slot, 0)).collect();
        for volunteer in volunteers {
            let closed = gates(volunteer, opening);
            // Who is in contact already is not kept away.
            if closed.iter().any(|gate| matches!(gate, Gate::AlreadyInContact)) {
                continue;
            }
            outlook.of += 1;
            outlook.open += u32::from(closed.is_empty());
            for gate in &closed {
                outlook.count(gate.kind());
            }
            if let [only] = closed.as_slice() {
                outlook.count_alone(*only, volunteer);
            }
        }
        outlook
    }

    fn count(&mut self, kind: GateKind) {
        match self.by.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => self.by.push((kind, 1)),
        }
    }

    fn count_alone(&mut self, gate: Gate, volunteer: &Volunteer) {
        match gate {
            Gate::TooYoung { age, .. } => self.ages.push(age),
            Gate::NoLicence => self.licence_alone += 1,
            Gate::NoCommonLanguage { .. } => self.language_alone += 1,
            Gate::TooFar { .. } => self.distance_alone += 1,
            Gate::Full { .. } => self.full_alone += 1,
            Gate::NotAtThoseTimes { .. } => {
                self.times_alone += 1;
                for (slot, count) in &mut self.times {
                    *count += u32::from(!volunteer.availability.common(*slot).is_empty());
                }
            }
            _ => {}
        }
    }

    /// Everybody less those for whom it is open, or less those whom one condition keeps away, must not be a few.
    fn may_be_told(&self) -> MayBeTold {
        let mut numbers = told::Numbers::default();
        let of = numbers.count(i64::from(self.of));
        let mut part = |count: u32| {
            let (part, rest) =
                (numbers.count(i64::from(count)), numbers.unsaid(i64::from(self.of.saturating_sub(count))));
            numbers.sum(of, &[part, rest]);
            part
        };
        let open = part(self.open);
        let by: Vec<told::Cell> = self.by.iter().map(|(_, count)| part(*count)).collect();
        let told = numbers.decide();
        MayBeTold {
            of: told.may_be_told(of),
            open: told.may_be_told(open),
            by: by.into_iter().map(|cell| told.may_be_told(cell)).collect(),
        }
    }

    /// Each condition in words, the one that keeps most away first.
    fn kept_away(&self, t: T) -> Vec<(String, String)> {
        let mut by: Vec<(GateKind, u32, bool)> = self
            .by
            .iter()
            .zip(self.may_be_told().by)
            .map(|((kind, count), may_be_told)| (*kind, *count, may_be_told))
            .collect();
        by.sort_by_key(|(kind, count, _)| (std::cmp::Reverse(*count), *kind));
        let words = |kind| {
            Some(match kind {
                GateKind::TooYoung => t.matching_kept_age(),
                GateKind::AgeUnknown => t.matching_kept_age_unknown(),
                GateKind::NoLicence => t.matching_kept_licence(),
                GateKind::Lacks => t.matching_kept_lacks(),
                GateKind::Never => t.matching_kept_never(),
                GateKind::Full => t.matching_kept_full(),
                GateKind::NotFromHome => t.matching_kept_from_home(),
                GateKind::NoCommonLanguage => t.matching_kept_language(),
                GateKind::NotAtThoseTimes => t.matching_kept_times(),
                GateKind::TooFar => t.matching_kept_distance(),
                GateKind::Paused | GateKind::AlreadyInContact | GateKind::Refused => return None,
            })
        };
        by.into_iter()
            .filter_map(|(kind, count, may_be_told)| {
                Some((words(kind)?.to_owned(), said(count, may_be_told, t)))
            })
            .collect()
    }

    /// What single changes would open, where each opens the task to at least [`FEW`] people, so that nobody can be
    /// identified.
    fn changes(&self, task: &Task, href: &str, t: T) -> Vec<Change> {
        let mut changes: Vec<(u32, Change)> = Vec::new();
        let edit = |anchor: &str| format!("{href}/rediger#{anchor}");
        let mut add = |count: u32, what: String, href: String| {
            if count >= FEW {
                changes.push((count, Change { what, href, next: t.matching_change_edit() }));
            }
        };
        if let Some((years, count)) = self.best_age(task.min_age) {
            let what = t.matching_change_age(i64::from(count), i64::from(years));
            add(count, what, edit("min_age"));
        }
        if task.requirements.contains(&Requirement::DrivingLicence) {
            let what = t.matching_change_licence(i64::from(self.licence_alone));
            add(self.licence_alone, what, edit("requirements"));
        }
        let best = self.times.iter().max_by_key(|(slots, count)| (*count, std::cmp::Reverse(first(*slots))));
        if let Some((slots, count)) = best {
            let what = t.matching_change_times(i64::from(*count), words::slots(*slots, t));
            add(*count, what, edit("time_kind"));
        }
        let what = t.matching_change_language(i64::from(self.language_alone));
        add(self.language_alone, what, edit("languages"));
        let what = t.matching_change_distance(i64::from(self.distance_alone));
        add(self.distance_alone, what, edit("remote"));
        let what = t.matching_change_places(i64::from(self.full_alone));
        add(self.full_alone, what, edit("places"));
        changes.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        changes.into_iter().map(|(_, change)| change).collect()
    }

    /// The highest age below the task's own that lets enough of the young in.
    fn best_age(&self, min_age: Option<i64>) -> Option<(u8, u32)> {
        let asks = u8::try_from(min_age?).ok()?;
        let at = |years: u8| self.ages.iter().filter(|age| **age >= years).count();
        (13..asks)
            .rev()
            .map(|years| (years, u32::try_from(at(years)).unwrap_or(u32::MAX)))
            .find(|(_, count)| *count >= FEW)
    }
}

fn every_slot() -> Vec<Slots> {
    let days = Weekday::Monday.cycle_forward().take(7);
    // Nobody is asked to move a task into the night.
    let parts = [PartOfDay::Morning, PartOfDay::Afternoon, PartOfDay::Evening];
    days.flat_map(|day| parts.map(|part| Slots::of(day, part))).collect()
}

fn first(slots: Slots) -> Option<(i8, PartOfDay)> {
    slots.iter().next().map(|(day, part)| (day.to_monday_zero_offset(), part))
}

/// The most telling first; at most four.
/// `similar`: how tasks like it are seen; `None`: it is too new to be compared.
fn findings(
    own: &store::Reach,
    similar: Option<&[store::Reach]>,
    outlook: Option<&Outlook>,
    answers: Responsiveness,
    href: &str,
    t: T,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add =
        |what: String, next: &'static str, href: String| findings.push(Finding { what, next, href });
    let usual = similar.map(|similar| median(similar.iter().map(store::Reach::seen).collect()));
    if let Some(outlook) = outlook {
        if outlook.open >= FEW && own.interested == 0 && outlook.may_be_told().open {
            let what = t.matching_finding_suits(i64::from(outlook.open));
            add(what, t.matching_next_invite(), format!("{href}/frivillige"));
        } else if outlook.of >= FEW && outlook.open == 0 {
            add(
                t.matching_finding_suits_nobody().to_owned(),
                t.matching_next_edit(),
                format!("{href}/rediger"),
            );
        }
    }
    if usual.is_some_and(|usual| own.seen() * 2 < usual) {
        add(t.matching_finding_seldom_seen().to_owned(), t.matching_next_poster(), format!("{href}/plakat"));
    } else if usual.is_some() && own.page > 0 && own.interested == 0 && own.page * 10 < own.list {
        add(t.matching_finding_not_opened().to_owned(), t.matching_next_edit(), format!("{href}/rediger"));
    } else if own.page >= 20 && own.interested == 0 {
        add(t.matching_finding_opened_only().to_owned(), t.matching_next_edit(), format!("{href}/rediger"));
    }
    if answers.asked > answers.answered {
        let late = i64::from(answers.asked - answers.answered);
        add(t.matching_finding_unanswered(late), t.matching_next_answer(), format!("{href}/interesserede"));
    }
    if own.invited > 0 && own.interested == 0 {
        add(t.matching_finding_invited(own.invited), t.matching_next_invited(), format!("{href}/frivillige"));
    }
    findings
}

#[cfg(test)]
mod tests {
    use samskab_matching::{Age, OpeningId};
    use uuid::Uuid;

    use super::*;

    fn volunteer(number: u128, years: u8) -> Volunteer {
        Volunteer { age: Age::Years(years), ..Volunteer::new(Uuid::from_u128(number).into()) }
    }

    fn asks_for(years: u8) -> Opening {
        let id: OpeningId = Uuid::from_u128(99).into();
        let day = samskab_kernel::Day::of(2026, 11, 1);
        Opening { min_age: Some(years), ..Opening::new(id, Uuid::from_u128(98), day) }
    }

    #[test]
    fn what_a_lower_age_opens_is_told_when_nobody_can_be_recognised() {
        let young = |count: u128| (0..count).map(|number| volunteer(number, 16)).collect::<Vec<_>>();
        let opening = asks_for(18);
        assert_eq!(Outlook::of(&opening, &young(4)).best_age(Some(18)), None, "four are too few");
        assert_eq!(Outlook::of(&opening, &young(6)).best_age(Some(18)), Some((16, 6)));
        assert_eq!(Outlook::of(&opening, &young(6)).open, 0);
    }

    #[test]
    fn few_are_never_counted_out() {
        let t = T(Locale::Da);
        assert_eq!(few(0, t), "ingen");
        assert_eq!(few(4, t), "færre end 5");
        assert_eq!(few(5, t), "5");
    }

    #[test]
    fn what_is_left_of_everybody_is_not_a_few_either() {
        let t = T(Locale::Da);
        let outlook = Outlook { of: 12, open: 10, by: vec![(GateKind::NoLicence, 2)], ..Outlook::default() };
        assert!(outlook.may_be_told().of && !outlook.may_be_told().open, "twelve less ten is two");
        let outlook = Outlook { of: 12, open: 0, by: vec![(GateKind::NoLicence, 9)], ..Outlook::default() };
        assert_eq!(outlook.kept_away(t)[0].1, "vises ikke", "three have a licence");
        let outlook = Outlook { of: 30, open: 20, by: vec![(GateKind::NoLicence, 9)], ..Outlook::default() };
        assert!(outlook.may_be_told().open && outlook.kept_away(t)[0].1 == "9");
    }

    #[test]
    fn the_best_other_time_is_the_one_when_most_of_those_kept_away_can() {
        let mut opening = asks_for(0);
        opening.min_age = None;
        let tuesday = Slots::of(Weekday::Tuesday, PartOfDay::Afternoon);
        opening.time = samskab_matching::Time::Weekly {
            slots: Slots::of(Weekday::Monday, PartOfDay::Morning),
            minutes_a_week: None,
        };
        let others: Vec<Volunteer> =
            (0..6).map(|number| Volunteer { availability: tuesday, ..volunteer(number, 40) }).collect();
        let outlook = Outlook::of(&opening, &others);
        let best = outlook.times.iter().max_by_key(|(_, count)| *count).unwrap();
        assert_eq!((best.0, best.1, outlook.times_alone), (tuesday, 6, 6));
    }

    #[test]
    fn the_middle_of_a_few() {
        assert_eq!(median(vec![9, 1, 3]), 3);
        assert_eq!(median(Vec::new()), 0);
    }
}
