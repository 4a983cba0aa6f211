//! Advice about a plan, as a good colleague would give it. None of it stops anybody.

use samskab_hearing::period::{Period, SHORT_DAYS};
use samskab_organisation::body::{Body, BodyKind};

use super::Facts;
use crate::{
    T,
    step::{Step, StepId, StepKind, StepState, StepVerb},
};

/// Days from the closing of a hearing to the committee: answers are read, the text adjusted, the agenda sent.
const ADJUST_DAYS: i32 = 14;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarningKind {
    /// A body with the right to be heard is only told afterwards.
    InformedAfterwards,
    /// The plan has no such step.
    NotInPlan,
    /// Co-determination comes after the decision, or not at all.
    MedAfterwards,
    ShortHearing,
    /// The hearing is over the summer or Christmas.
    HolidayHearing,
    /// Its text is not the policy's.
    OtherText,
    /// These were asked, and said nothing.
    AskedInVain,
    /// These were asked and have not answered, and were heard at a meeting of the plan.
    HeardAtAMeeting,
    /// Planned before something that must come first.
    WrongOrder,
    /// Headings of the text put to those who decide have nothing written under them.
    EmptyHeadings,
    /// No meeting of the body is within the time of the step.
    NoMeeting,
    TooClose,
    BodyEnded,
    NoDialogueWithStaff,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub kind: WarningKind,
    /// The step that the warning is about.
    pub step: Option<StepId>,
    /// A body or several, a step, a number of days, or headings, one a line.
    pub about: String,
}

impl Warning {
    pub fn label(&self, t: T) -> String {
        let about = self.about.as_str();
        // In the same words as the hearing's own form.
        let hearing = samskab_hearing::T(t.0);
        match self.kind {
            WarningKind::InformedAfterwards => t.warning_informed_afterwards(about),
            WarningKind::NotInPlan => t.warning_not_in_plan(about),
            WarningKind::MedAfterwards => t.warning_med_afterwards().to_owned(),
            WarningKind::ShortHearing => {
                hearing.hearing_is_short(about.parse::<i64>().unwrap_or_default(), SHORT_DAYS)
            }
            WarningKind::HolidayHearing => hearing.hearing_is_holiday().to_owned(),
            WarningKind::OtherText => t.warning_other_text(about),
            WarningKind::AskedInVain => t.item_silent(about),
            WarningKind::HeardAtAMeeting => t.warning_heard_at_a_meeting(about),
            WarningKind::WrongOrder => t.warning_wrong_order(about),
            WarningKind::EmptyHeadings => {
                let names: Vec<&str> = about.lines().collect();
                hearing.hearing_empty_headings(names.len(), names.join(", "))
            }
            WarningKind::NoMeeting => t.warning_no_meeting(about),
            WarningKind::TooClose => t.warning_too_close(about),
            WarningKind::BodyEnded => t.warning_body_ended(about),
            WarningKind::NoDialogueWithStaff => t.warning_no_dialogue_with_staff().to_owned(),
        }
    }
}

/// All of them, those about the whole plan first. `empty`: the headings of the newest version under which nothing is written.
pub fn warnings(facts: &Facts<'_>, empty: &[String]) -> Vec<Warning> {
    let live: Vec<&Step> = facts.steps.iter().filter(|step| step.state != StepState::Cancelled).collect();
    let mut found = Vec::new();
    let mut warn = |kind, step: Option<&Step>, about: &str| {
        found.push(Warning { kind, step: step.map(|step| step.id), about: about.to_owned() });
    };
    // A plan in which nothing is decided cannot come too late with anybody.
    let decision = live.iter().find(|step| is_decision(step));
    if let Some(decision) = decision {
        let hears = |step: &&&Step| step.verb.is_talk() && step.starts_on <= decision.ends_on;
        for right in
            facts.rights.iter().filter(|right| right.is_binding() && Some(right.body) != decision.body)
        {
            let is_asked = facts.hearings.iter().any(|fact| fact.asked.contains(&right.body));
            let mut own = live.iter().filter(|step| step.body == Some(right.body));
            if is_asked || own.clone().any(|step| hears(&step)) {
                continue;
            }
            let kind = match own.next() {
                Some(_) => WarningKind::InformedAfterwards,
                None => WarningKind::NotInPlan,
            };
            warn(kind, live.iter().find(|step| step.body == Some(right.body)).copied(), &right.name);
        }
        let med = |step: &&&Step| {
            let body = facts.bodies.iter().find(|body| Some(body.id) == step.body);
            body.is_some_and(|body| body.kind == BodyKind::Med)
        };
        let mut meds = facts.bodies.iter().filter(|body| body.kind == BodyKind::Med);
        let has_med = meds.clone().next().is_some();
        // A statement of MED about the text counts as a discussion, whether or not the plan has a row for it.
        let has_said = meds.any(|body| facts.came.contains(&body.id));
        if has_med && !has_said && !live.iter().filter(med).any(|step| hears(&step)) {
            warn(WarningKind::MedAfterwards, live.iter().find(med).copied(), "");
        }
    }
    let committee = live.iter().find(|step| step.kind == StepKind::Committee).copied();
    let (silent, elsewhere) = facts.silent();
    for (kind, bodies) in [(WarningKind::AskedInVain, silent), (WarningKind::HeardAtAMeeting, elsewhere)] {
        if !bodies.is_empty() {
            warn(kind, committee, &named(&bodies));
        }
    }
    if live.iter().any(|step| step.kind == StepKind::Dialogue)
        && !live.iter().any(|step| step.kind == StepKind::StaffDialogue)
    {
        warn(WarningKind::NoDialogueWithStaff, None, "");
    }
    for step in &live {
        // A step that is done needs no other order.
        if let Some(rank) = step.kind.rank().filter(|_| facts.is_to_do(step)) {
            let ends_on = facts.span(step).1;
            let later = live.iter().find(|one| {
                one.kind.rank().is_some_and(|other| other < rank)
                    && facts.is_to_do(one)
                    && facts.span(one).0 > ends_on
            });
            if let Some(first) = later {
                warn(WarningKind::WrongOrder, Some(step), &first.title);
            }
        }
        let is_written = facts.of_kind(StepKind::Write).all(|one| facts.is_done(one));
        let is_put = step.kind.is_decided_in_a_meeting() && facts.is_to_do(step) && is_written;
        if is_put && !empty.is_empty() {
            warn(WarningKind::EmptyHeadings, Some(step), &empty.join("\n"));
        }
        if step.kind == StepKind::Hearing {
            let period = match facts.hearing_of(step) {
                Some(fact) => fact.period(),
                None => Period { opens_at: step.starts_on.start(), closes_at: step.ends_on.end() },
            };
            if period.is_short() {
                warn(WarningKind::ShortHearing, Some(step), &period.days().to_string());
            }
            if period.is_mostly_holiday() {
                warn(WarningKind::HolidayHearing, Some(step), "");
            }
            let heard = step.hearing.and_then(|id| facts.heard_of(id));
            if let Some(fact) = facts.hearing_of(step).filter(|_| heard.is_some_and(|heard| !heard.is_own)) {
                warn(WarningKind::OtherText, Some(step), &fact.title);
            }
            let closes = period.last_day();
            let committee = live.iter().find(|one| one.kind == StepKind::Committee);
            if let Some(committee) = committee.filter(|one| {
                facts.is_to_do(one)
                    && one.starts_on > closes.plus_days(-1)
                    && one.ends_on < closes.plus_days(ADJUST_DAYS)
            }) {
                let days = committee.ends_on.number() - closes.number();
                warn(WarningKind::TooClose, Some(committee), &days.to_string());
            }
        }
        let body = facts.bodies.iter().find(|body| Some(body.id) == step.body);
        if let Some(body) = body.filter(|_| step.is_open() && step.item.is_none()) {
            if body.validity.to.is_some_and(|last| last < step.starts_on) {
                warn(WarningKind::BodyEnded, Some(step), &body.name);
            } else if step.item_verb().is_some()
                && step.ends_on >= facts.today
                && !facts.meetings.iter().any(|(of, day)| {
                    *of == body.id && *day >= step.starts_on && *day <= step.ends_on && *day >= facts.today
                })
            {
                warn(WarningKind::NoMeeting, Some(step), &body.name);
            }
        }
    }
    found.sort_by_key(|warning| warning.step.is_some());
    found
}

/// "Handicaprådet, Ældrerådet"
pub(crate) fn named(bodies: &[&Body]) -> String {
    bodies.iter().map(|body| body.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Where something is decided: the first that adopts or recommends.
fn is_decision(step: &Step) -> bool {
    step.kind.is_decided_in_a_meeting() || step.verb == StepVerb::Adopts
}
