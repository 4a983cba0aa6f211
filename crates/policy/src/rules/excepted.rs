//! Exceptions: gaps that a process went on in spite of, and for which steps they count.

use super::{Facts, Gap, Missing};
use crate::{
    T,
    policy::Exception,
    step::{Step, StepId, StepKind},
};

impl Missing {
    /// How it is said that one went on without it; `None`: nobody can. Without a text there is nothing to adopt, and only the council
    /// adopts.
    fn waiver(self) -> Option<fn(T, &str) -> String> {
        let said: fn(T, &str) -> String = match self {
            Self::Leader
            | Self::Plan
            | Self::Written
            | Self::Version
            | Self::HearingOpen
            | Self::Council
            | Self::Adopted => return None,
            Self::Consulted => |t, _| t.waived_consulted().to_owned(),
            Self::Departments => |t, _| t.waived_departments().to_owned(),
            Self::Hearing => |t, _| t.waived_hearing().to_owned(),
            Self::Answers => |t, about| t.waived_answers(number(about)),
            Self::Note => |t, _| t.waived_note().to_owned(),
            Self::Changed => |t, about| t.waived_changed(number(about)),
            Self::Voices => |t, about| t.waived_voices(number(about)),
            Self::Adjusted => |t, _| t.waived_adjusted().to_owned(),
            Self::Heard => |t, about| t.waived_heard(about),
            Self::Confirmed => |t, about| t.waived_confirmed(about),
            Self::Committee => |t, _| t.waived_committee().to_owned(),
        };
        Some(said)
    }

    /// A sentence about the gap for the exception; `None`: this gap allows no exception.
    pub fn waived(self, t: T, about: &str) -> Option<String> {
        self.waiver().map(|said| said(t, about))
    }

    /// Whether one may go on without it when somebody writes down why.
    pub fn can_be_excepted(self) -> bool {
        self.waiver().is_some()
    }
}

/// The number in a gap that counts something.
fn number(about: &str) -> i64 {
    about.parse().unwrap_or_default()
}

impl Gap {
    /// The sentence that is stored when somebody goes on without it.
    pub fn waived(&self, t: T) -> String {
        self.missing.waived(t, &self.name).unwrap_or_else(|| self.label(t))
    }
}

impl Facts<'_> {
    /// Whether somebody has gone on without it.
    pub fn is_excepted(&self, step: &Step, gap: &Gap) -> bool {
        self.exceptions.iter().any(|one| self.holds(one, step, gap))
    }

    /// The exceptions that were written down for this step or for one before it: whoever decides reads all of them.
    pub fn excepted(&self, step: &Step) -> Vec<&Exception> {
        let gaps = self.all_gaps(step);
        self.exceptions.iter().filter(|one| gaps.iter().any(|gap| self.holds(one, step, gap))).collect()
    }

    /// Whether an exception covers this gap of this step. An exception made for the committee also counts for the
    /// council, and one about the text at its adjustment counts for both.
    fn holds(&self, one: &Exception, step: &Step, gap: &Gap) -> bool {
        let is_of = |kind: StepKind, of: StepId| self.of_kind(kind).any(|step| step.id == of);
        let is_for_step = one.step == step.id
            || step.kind == StepKind::Council && is_of(StepKind::Committee, one.step)
            || step.kind.is_decided_in_a_meeting()
                && gap.missing == Missing::Changed
                && is_of(StepKind::Adjust, one.step);
        let is_the_gap = one.missing == gap.missing.code() && one.about == gap.about;
        gap.missing.can_be_excepted() && is_for_step && is_the_gap
    }

    /// An exception in words that say what is the case: "Handicaprådet er ikke hørt."
    pub fn waived(&self, t: T, one: &Exception) -> String {
        let missing = one.missing.parse::<Missing>().ok();
        let said = missing.and_then(|missing| missing.waived(t, &self.called(missing, &one.about)?));
        said.unwrap_or_else(|| one.said.clone())
    }

    /// The current name of the body or department that lacks something; `None`: it no longer exists.
    fn called(&self, missing: Missing, about: &str) -> Option<String> {
        match missing {
            Missing::Heard => {
                let body = self.bodies.iter().find(|body| body.id.to_string() == about);
                body.map(|body| body.name.clone())
            }
            Missing::Confirmed => {
                let department = self.departments.iter().find(|one| one.unit.to_string() == about);
                department.map(|one| one.name.clone())
            }
            _ => Some(about.to_owned()),
        }
    }
}
