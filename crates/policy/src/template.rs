//! Plans to begin with, as data: the guide's steps, a reorganisation, a sprint with trials; the plan of another policy here; or
//! one that was kept (`own_template.rs`).

use std::sync::LazyLock;

use samskab_kernel::{Day, Instant, codes};
use samskab_organisation::body::{Body, BodyId, BodyKind};
use serde::{Deserialize, Serialize};

use crate::{
    T,
    policy::PolicyId,
    step::{Lane, Precision, Step, StepId, StepKind, StepState, StepVerb},
};

codes! {
    pub enum PlanTemplate {
        Guide => "guide",
        Sprint => "sprint",
        Reorganisation => "reorganisation",
        Empty => "empty",
    }
}

impl PlanTemplate {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Guide => t.template_guide(),
            Self::Sprint => t.template_sprint(),
            Self::Reorganisation => t.template_reorganisation(),
            Self::Empty => t.template_empty(),
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Guide => include_str!("../plans/guide.toml"),
            Self::Sprint => include_str!("../plans/sprint.toml"),
            Self::Reorganisation => include_str!("../plans/reorganisation.toml"),
            Self::Empty => "step = []",
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanFile {
    step: Vec<StepDraft>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepDraft {
    #[serde(default)]
    printed: String,
    kind: String,
    verb: String,
    title: String,
    #[serde(default)]
    matter: String,
    #[serde(default)]
    lane: String,
    /// The first body of this kind does it, where there is only one.
    #[serde(default)]
    body_kind: String,
    /// Weeks from the beginning of the process.
    week: i32,
    weeks: i32,
}

static PLANS: LazyLock<Vec<(PlanTemplate, Vec<StepDraft>)>> = LazyLock::new(|| {
    let read = |one: &PlanTemplate| {
        let file: PlanFile = toml::from_str(one.text()).unwrap_or(PlanFile { step: Vec::new() });
        (*one, file.step)
    };
    PlanTemplate::ALL.iter().map(read).collect()
});

/// The steps of a template from a day on, ids and bodies not yet in them.
fn drafts(template: PlanTemplate) -> &'static [StepDraft] {
    PLANS.iter().find(|(one, _)| *one == template).map(|(_, steps)| steps.as_slice()).unwrap_or_default()
}

/// The plan of a template that begins on a day. A body is filled in where the municipality has just one of its kind.
pub fn steps_of(
    template: PlanTemplate,
    policy: PolicyId,
    begins: Day,
    bodies: &[Body],
    now: Instant,
    mut new_id: impl FnMut() -> StepId,
) -> Vec<Step> {
    let only = |kind: BodyKind| {
        let mut of_kind = bodies.iter().filter(|body| body.kind == kind);
        match (of_kind.next(), of_kind.next()) {
            (Some(body), None) => Some(body.id),
            _ => None,
        }
    };
    let step = |(place, draft): (i64, &StepDraft)| {
        let kind: StepKind = draft.kind.parse().unwrap_or(StepKind::Other);
        let from = begins.plus_days(draft.week * 7);
        let to = from.plus_days((draft.weeks * 7 - 1).max(0));
        let precision = if draft.weeks <= 1 { Precision::Month } else { Precision::Months };
        let (starts_on, ends_on) = precision.span(from, to);
        let precision = match starts_on.date().first_of_month() == ends_on.date().first_of_month() {
            true => Precision::Month,
            false => precision,
        };
        let body = match kind {
            StepKind::Council => only(BodyKind::Political),
            StepKind::Committee => only(BodyKind::Committee),
            _ => draft.body_kind.parse().ok().and_then(only),
        };
        Step {
            place,
            printed: draft.printed.clone(),
            verb: draft.verb.parse().unwrap_or(StepVerb::Treats),
            title: draft.title.clone(),
            matter: draft.matter.clone(),
            lane: draft.lane.parse().unwrap_or(kind.usual_lane()),
            precision,
            body,
            ..Step::new(new_id(), policy, kind, (starts_on, ends_on), now)
        }
    };
    (1..).zip(drafts(template)).map(step).collect()
}

/// A step of a plan that is used again: how far it is from the beginning, without any outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateStep {
    pub kind: StepKind,
    pub verb: StepVerb,
    pub title: String,
    pub matter: String,
    pub lane: Lane,
    pub printed: String,
    pub body: Option<BodyId>,
    /// The name of the body at that time; empty: there is none.
    pub body_name: String,
    /// Who does it, where it is no body.
    pub organ: String,
    /// Days after the first step of the plan.
    pub offset: i32,
    /// Months that a period of months lasts after its first; 0: a day, or one month.
    pub length: i32,
    pub precision: Precision,
}

impl TemplateStep {
    /// Who does it, in words; empty: nobody is named.
    pub fn who(&self) -> &str {
        if self.body_name.is_empty() { &self.organ } else { &self.body_name }
    }
}

/// What is used again of a plan: the steps that were not cancelled, with the same distances.
pub fn template_steps(steps: &[Step], bodies: &[Body]) -> Vec<TemplateStep> {
    let live: Vec<&Step> = steps.iter().filter(|step| step.state != StepState::Cancelled).collect();
    let Some(first) = live.iter().map(|step| step.starts_on).min() else { return Vec::new() };
    let of = |step: &Step| TemplateStep {
        kind: step.kind,
        verb: step.verb,
        title: step.title.clone(),
        matter: step.matter.clone(),
        lane: step.lane,
        printed: step.printed.clone(),
        body: step.body,
        body_name: bodies
            .iter()
            .find(|body| Some(body.id) == step.body)
            .map_or(String::new(), |body| body.name.clone()),
        organ: step.organ.clone(),
        offset: step.starts_on.number() - first.number(),
        length: step.more_months(),
        precision: step.precision,
    };
    live.into_iter().map(of).collect()
}

/// The steps of a stored plan, begun on a day. A body that no longer exists is named in words.
pub fn begun_with(
    steps: &[TemplateStep],
    policy: PolicyId,
    begins: Day,
    is_there: impl Fn(BodyId) -> bool,
    now: Instant,
    mut new_id: impl FnMut() -> StepId,
) -> Vec<Step> {
    let step = |(place, one): (i64, &TemplateStep)| {
        let span = one.precision.beginning(begins.plus_days(one.offset), one.length);
        let body = one.body.filter(|body| is_there(*body));
        let is_gone = body.is_none() && one.organ.is_empty();
        Step {
            place,
            printed: one.printed.clone(),
            verb: one.verb,
            title: one.title.clone(),
            matter: one.matter.clone(),
            lane: one.lane,
            precision: one.precision,
            body,
            organ: if is_gone { one.body_name.clone() } else { one.organ.clone() },
            ..Step::new(new_id(), policy, one.kind, span, now)
        }
    };
    (1..).zip(steps).map(step).collect()
}

/// The plan of another policy, begun again: the same steps with the same distances, without their outcomes.
pub fn copied(
    steps: &[Step],
    policy: PolicyId,
    begins: Day,
    now: Instant,
    new_id: impl FnMut() -> StepId,
) -> Vec<Step> {
    begun_with(&template_steps(steps, &[]), policy, begins, |_| true, now, new_id)
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Validity;
    use uuid::Uuid;

    use super::*;

    fn made(template: PlanTemplate) -> Vec<Step> {
        let begins = Day::of(2026, 3, 2);
        let mut next = 0;
        steps_of(template, Uuid::from_u128(1).into(), begins, &[], begins.at(9, 0), || {
            next += 1;
            Uuid::from_u128(next).into()
        })
    }

    #[test]
    fn every_template_is_read_and_each_code_in_it_is_known() {
        for template in PlanTemplate::ALL {
            let file: PlanFile = toml::from_str(template.text()).expect("a plan");
            for step in &file.step {
                assert!(step.kind.parse::<StepKind>().is_ok(), "{}", step.kind);
                assert!(step.verb.parse::<StepVerb>().is_ok(), "{}", step.verb);
                assert!(step.lane.is_empty() || step.lane.parse::<Lane>().is_ok(), "{}", step.lane);
                assert!(step.body_kind.is_empty() || step.body_kind.parse::<BodyKind>().is_ok());
            }
        }
        assert_eq!(made(PlanTemplate::Guide).len(), 13);
        assert_eq!(made(PlanTemplate::Reorganisation).len(), 10, "the ten rows of RS-85");
    }

    #[test]
    fn the_guide_is_in_the_order_in_which_it_can_be_done_and_keeps_the_printed_numbers() {
        let steps = made(PlanTemplate::Guide);
        let ranks: Vec<u8> = steps.iter().filter_map(|step| step.kind.rank()).collect();
        assert!(ranks.is_sorted(), "{ranks:?}");
        let printed: Vec<&str> =
            steps.iter().map(|step| step.printed.as_str()).filter(|number| !number.is_empty()).collect();
        assert_eq!(printed, ["1", "2", "3", "4", "5", "6", "9", "8", "10", "10"]);
    }

    #[test]
    fn a_plan_is_used_again_as_far_apart_and_without_what_came_of_it() {
        let steps = made(PlanTemplate::Guide);
        let held = Step { outcome: "Sagt".into(), state: StepState::Held, ..steps[0].clone() };
        let mut next = 90;
        let later = Day::of(2027, 3, 1);
        let again =
            copied(&[held, steps[7].clone()], Uuid::from_u128(2).into(), later, later.at(9, 0), || {
                next += 1;
                Uuid::from_u128(next).into()
            });
        assert_eq!((again[0].state, again[0].outcome.as_str()), (StepState::Planned, ""));
        assert_eq!(again[0].starts_on, later);
        assert_eq!(again[1].starts_on.date().month(), steps[7].starts_on.date().month());
    }

    #[test]
    fn a_plan_that_was_kept_names_a_body_that_is_gone_and_leaves_out_what_was_cancelled() {
        let body = Body::named(
            Uuid::from_u128(70).into(),
            "HovedMED",
            BodyKind::Med,
            Validity::since(Day::of(2018, 1, 1)),
        );
        let steps = made(PlanTemplate::Guide);
        let with = Step { body: Some(body.id), ..steps[1].clone() };
        let off = Step { state: StepState::Cancelled, ..steps[2].clone() };
        let kept =
            template_steps(&[steps[0].clone(), with, off, steps[7].clone()], std::slice::from_ref(&body));
        let titles: Vec<&str> = kept.iter().map(|step| step.title.as_str()).collect();
        assert_eq!(titles, [&steps[0], &steps[1], &steps[7]].map(|step| step.title.as_str()));
        assert_eq!((kept[1].body, kept[1].who()), (Some(body.id), "HovedMED"));
        let text = serde_json::to_string(&kept).expect("JSON");
        assert_eq!(serde_json::from_str::<Vec<TemplateStep>>(&text).expect("steps"), kept);
        let begins = Day::of(2027, 3, 1);
        let begun = |is_there: bool| {
            let mut next = 90;
            begun_with(
                &kept,
                Uuid::from_u128(2).into(),
                begins,
                |_| is_there,
                begins.at(9, 0),
                || {
                    next += 1;
                    Uuid::from_u128(next).into()
                },
            )
        };
        let (there, gone) = (begun(true), begun(false));
        assert_eq!((there[1].body, there[1].organ.as_str()), (Some(body.id), ""));
        assert_eq!((gone[1].body, gone[1].organ.as_str()), (None, "HovedMED"));
        assert_eq!(there[0].starts_on, begins);
        assert_eq!(there[2].more_months(), steps[7].more_months());
        assert_eq!(there[2].starts_on.date().month(), steps[7].starts_on.date().month());
    }
}
