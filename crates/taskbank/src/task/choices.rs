//! What can be chosen in the form in which a task is written.

use samskab_kernel::{Day, Locale};
use samskab_web::form::Choice;

use super::{
    ApproachKind, Channel, Company, Language, Remote, Requirement, Through,
    time::{TimeKind, as_beginning},
};
use crate::{T, catalogue};

fn each<C: Copy + ToString>(all: &[C], label: impl Fn(C) -> &'static str) -> Vec<Choice> {
    all.iter().map(|one| Choice::of(one.to_string(), label(*one))).collect()
}

pub(super) fn time_kinds(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    each(TimeKind::ALL, |kind| match kind {
        TimeKind::OneOff => t.task_form_one_off(),
        TimeKind::Weekly => t.task_form_weekly(),
        TimeKind::Flexible => t.task_form_flexible(),
    })
}

/// The weekdays by number, 1 to 7.
pub(super) fn weekdays(locale: Locale) -> Vec<Choice> {
    // Monday 5 January 2026 and the six days after it.
    let names = (0..7).map(|day| locale.weekday(Day::of(2026, 1, 5).plus_days(day).weekday()));
    names
        .zip(1..)
        .map(|(name, number): (&str, i32)| Choice::of(number.to_string(), as_beginning(name)))
        .collect()
}

pub(super) fn remotes(locale: Locale) -> Vec<Choice> {
    each(Remote::ALL, |remote| remote.label(T(locale)))
}

pub(super) fn insurances(locale: Locale) -> Vec<Choice> {
    let classes = catalogue::insurance_classes().iter().filter(|class| !class.nobody_chooses);
    classes.map(|class| Choice::of(&class.key, class.name(locale)).hint(class.for_poster(locale))).collect()
}

pub(super) fn throughs(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    each(Through::ALL, |through| match through {
        Through::Direct => t.task_form_through_direct(),
        Through::Association => t.task_form_through_association(),
    })
}

pub(super) fn themes(locale: Locale) -> Vec<Choice> {
    let themes = catalogue::themes().iter();
    themes.map(|theme| Choice::of(&theme.key, theme.name(locale)).hint(theme.about(locale))).collect()
}

pub(super) fn topics(locale: Locale) -> Vec<Choice> {
    catalogue::topics().iter().map(|topic| Choice::of(&topic.key, topic.name(locale))).collect()
}

pub(super) fn target_groups(locale: Locale) -> Vec<Choice> {
    catalogue::target_groups().iter().map(|group| Choice::of(&group.key, group.name(locale))).collect()
}

pub(super) fn competences(locale: Locale) -> Vec<Choice> {
    catalogue::competences().iter().map(|one| Choice::of(&one.key, one.name(locale))).collect()
}

pub(super) fn companies(locale: Locale) -> Vec<Choice> {
    each(Company::ALL, |company| company.label(T(locale)))
}

pub(super) fn languages(locale: Locale) -> Vec<Choice> {
    each(Language::ALL, |language| language.label(T(locale)))
}

pub(super) fn requirements(locale: Locale) -> Vec<Choice> {
    let choice = |requirement: &Requirement| {
        let words = catalogue::requirement(requirement.code())?;
        Some(Choice::of(requirement.code(), words.name(locale)).hint(words.about(locale)))
    };
    Requirement::ALL.iter().filter_map(choice).collect()
}

/// The approaches, with “none of them” first.
pub(super) fn approaches(locale: Locale) -> Vec<Choice> {
    let none = Choice::of("", T(locale).task_form_approach_none());
    let choice = |kind: &ApproachKind| {
        let words = catalogue::approach(kind.code())?;
        Some(Choice::of(kind.code(), words.name(locale)).hint(words.short(locale)))
    };
    std::iter::once(none).chain(ApproachKind::ALL.iter().filter_map(choice)).collect()
}

pub(super) fn channels(locale: Locale) -> Vec<Choice> {
    each(Channel::ALL, |channel| channel.label(T(locale)))
}

/// The answers to each question of the aid (RS-81).
pub(super) fn aid_answers(locale: Locale) -> Vec<Choice> {
    catalogue::aid::answers().iter().map(|one| Choice::of(&one.key, one.name(locale))).collect()
}

fn aid_question(key: &str, locale: Locale) -> &'static str {
    let question = catalogue::aid::questions().iter().find(|question| question.key == key);
    question.map_or("", |question| question.name(locale))
}

pub(super) fn aid_task(locale: Locale) -> &'static str {
    aid_question("task", locale)
}

pub(super) fn aid_solution(locale: Locale) -> &'static str {
    aid_question("solution", locale)
}

pub(super) fn aid_work(locale: Locale) -> &'static str {
    aid_question("work", locale)
}
