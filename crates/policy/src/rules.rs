//! What must be in order before a step is done, and what a good colleague would say about the plan (CF-10 to CF-24, RS-85).
//! Pure: everything that is looked at is in [`Facts`].

mod excepted;
mod heard;
mod over;
mod time;
mod warning;

use samskab_hearing::{
    hearing::{HearingId, Phase},
    period::Period,
};
use samskab_kernel::{Day, Instant, codes};
use samskab_organisation::{
    body::{Body, BodyId, BodyKind, Right},
    unit::UnitId,
};
use samskab_writing::text::VersionId;

pub use heard::Heard;
pub use over::over;
pub(crate) use warning::named;
pub use warning::{Warning, WarningKind, warnings};

use crate::{
    T,
    policy::{Department, Exception, Policy},
    step::{Step, StepKind, StepState},
};

codes! {
    /// What is missing before a step.
    pub enum Missing {
        /// There is no project leader (CF-14).
        Leader => "leader",
        /// No volunteer was asked how the process should be (CF-15).
        Consulted => "consulted",
        /// Fewer than two departments are with it (CF-21).
        Departments => "departments",
        /// The plan is not agreed.
        Plan => "plan",
        /// Nothing is written together yet.
        Written => "written",
        /// The text has no version.
        Version => "version",
        /// The plan has no hearing.
        Hearing => "hearing",
        /// The hearing is not closed.
        HearingOpen => "hearing_open",
        /// Answers to it have no assessment.
        Answers => "answers",
        /// The note of the hearing is not published.
        Note => "note",
        /// Remarks were taken up, and the text has no newer version than the one that was heard.
        Changed => "changed",
        /// Something that was said on the way has no answer (CF-08).
        Voices => "voices",
        /// The text is not adjusted, and nobody has said that nothing gave rise to a change.
        Adjusted => "adjusted",
        /// A body with the right to be heard was not (RS-22, RS-25).
        Heard => "heard",
        /// A department has not said that the policy is its own (CF-24).
        Confirmed => "confirmed",
        /// No committee has recommended the policy (CF-12).
        Committee => "committee",
        /// The body that adopts is not the council (CF-20).
        Council => "council",
        /// The policy is not adopted yet.
        Adopted => "adopted",
    }
}

impl Missing {
    pub fn label(self, t: T, about: &str) -> String {
        match self {
            Self::Leader => t.missing_leader().to_owned(),
            Self::Consulted => t.missing_consulted().to_owned(),
            Self::Departments => t.missing_departments().to_owned(),
            Self::Plan => t.missing_plan().to_owned(),
            Self::Written => t.missing_written().to_owned(),
            Self::Version => t.missing_version().to_owned(),
            Self::Hearing => t.missing_hearing().to_owned(),
            Self::HearingOpen => t.missing_hearing_open().to_owned(),
            Self::Answers => t.missing_answers(about),
            Self::Note => t.missing_note().to_owned(),
            Self::Changed => t.missing_changed(about.parse::<i64>().unwrap_or_default()),
            Self::Voices => t.missing_voices(about),
            Self::Adjusted => t.missing_adjusted().to_owned(),
            Self::Heard => t.missing_heard(about),
            Self::Confirmed => t.missing_confirmed(about),
            Self::Committee => t.missing_committee().to_owned(),
            Self::Council => t.missing_council().to_owned(),
            Self::Adopted => t.missing_adopted().to_owned(),
        }
    }
}

/// What is missing, and who or what lacks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub missing: Missing,
    /// The id of the body or the department; empty: of the process.
    pub about: String,
    /// The name of what it is about, or how many.
    pub name: String,
}

impl Gap {
    fn of(missing: Missing) -> Self {
        Self { missing, about: String::new(), name: String::new() }
    }

    pub fn label(&self, t: T) -> String {
        self.missing.label(t, &self.name)
    }

    /// Identifies the gap in a form.
    pub fn key(&self) -> String {
        format!("{}:{}", self.missing.code(), self.about)
    }
}

/// A hearing of the process, as far as the plan looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HearingFact {
    pub hearing: HearingId,
    pub title: String,
    pub phase: Phase,
    /// Everybody may read the hearing.
    pub is_public: bool,
    pub opens_at: Instant,
    pub closes_at: Instant,
    /// The version of the policy's own text that was heard; `None`: another text was heard, or a typed one.
    pub version: Option<VersionId>,
    /// Remarks without an assessment.
    pub open_remarks: i64,
    /// The bodies that were asked.
    pub asked: Vec<BodyId>,
    /// Those of them that have not answered, not even that they have no remarks.
    pub silent: Vec<BodyId>,
}

impl HearingFact {
    pub(crate) fn period(&self) -> Period {
        Period { opens_at: self.opens_at, closes_at: self.closes_at }
    }

    /// The hearing has taken place.
    pub(crate) fn is_closed(&self) -> bool {
        matches!(self.phase, Phase::Closed | Phase::Answered)
    }
}

/// Everything that the checks look at.
pub struct Facts<'a> {
    pub policy: &'a Policy,
    /// In their order.
    pub steps: &'a [Step],
    pub exceptions: &'a [Exception],
    /// Somebody holds the position of the project leader today.
    pub has_leader: bool,
    pub departments: &'a [Department],
    /// Departments whose staff have taken part in another way.
    pub other_departments: usize,
    /// Bodies that took part in the making of the text.
    pub came: &'a [BodyId],
    /// The number of the newest version of the text; 0: there is none.
    pub newest_version: i64,
    /// What was said about the text and has no answer.
    pub waiting_voices: usize,
    pub hearings: &'a [HearingFact],
    /// The same hearings, compared with the text.
    pub heard: &'a [Heard],
    /// Who has a right to be heard about it.
    pub rights: &'a [Right],
    pub bodies: &'a [Body],
    /// When bodies meet: each day a meeting of theirs is planned for or was held.
    pub meetings: &'a [(BodyId, Day)],
    pub today: Day,
}

/// The state of a step today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Done,
    Cancelled,
    /// Its hearing is open.
    Running,
    /// Its time has come or is over, and nothing is missing.
    Ready,
    /// Something is missing.
    Waits,
    /// Its time is over.
    Late,
    Coming,
    /// The policy was adopted, and it was not carried out before.
    Skipped,
    /// The policy was given up or replaced, and it was not carried out.
    Dropped,
}

impl Standing {
    /// In words, with its colour and its icon.
    pub fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Done => (t.standing_done(), "good", "check"),
            Self::Cancelled => (t.standing_cancelled(), "", "close"),
            Self::Running => (t.standing_running(), "good", "chat"),
            Self::Ready => (t.standing_ready(), "wait", "arrow-forward"),
            Self::Waits => (t.standing_waits(), "wait", "hourglass"),
            Self::Late => (t.standing_late(), "bad", "warning"),
            Self::Coming => (t.standing_coming(), "", "calendar-month"),
            Self::Skipped => (t.standing_skipped(), "", "close"),
            Self::Dropped => (t.standing_dropped(), "", "close"),
        }
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Running => "running",
            Self::Ready => "ready",
            Self::Waits => "waits",
            Self::Late => "late",
            Self::Coming => "coming",
            Self::Skipped => "skipped",
            Self::Dropped => "dropped",
        }
    }
}

impl Facts<'_> {
    pub fn hearing_of(&self, step: &Step) -> Option<&HearingFact> {
        self.hearings.iter().find(|fact| Some(fact.hearing) == step.hearing)
    }

    /// A hearing is done when it is closed, whoever ticks it off.
    pub fn is_done(&self, step: &Step) -> bool {
        match step.state {
            StepState::Cancelled => false,
            _ if step.kind == StepKind::Hearing && step.hearing.is_some() => {
                self.hearing_of(step).is_some_and(HearingFact::is_closed)
            }
            StepState::Held => step.verdict != Some(samskab_meetings::meeting::Verdict::Rejected),
            StepState::Planned => false,
        }
    }

    pub fn standing(&self, step: &Step) -> Standing {
        if self.is_done(step) {
            return Standing::Done;
        }
        let is_open = |fact: &HearingFact| fact.phase == Phase::Open;
        // A hearing that was held may have been opened again: then people can answer, whatever was written down.
        if step.state != StepState::Cancelled && self.hearing_of(step).is_some_and(is_open) {
            return Standing::Running;
        }
        if let Some(over) = self.over(step) {
            return over;
        }
        // A hearing that was opened again and then called off heard nobody, whatever was written down.
        let is_off = self.hearing_of(step).is_some_and(|fact| fact.phase == Phase::CalledOff);
        let state = if is_off && step.state == StepState::Held { StepState::Planned } else { step.state };
        match (state, self.gaps(step).is_empty()) {
            (StepState::Cancelled, _) => Standing::Cancelled,
            (StepState::Held, _) => Standing::Done,
            (StepState::Planned, _) if step.is_late(self.today) => Standing::Late,
            // A step on an agenda is not in the future.
            (StepState::Planned, _) if step.starts_on > self.today && step.item.is_none() => Standing::Coming,
            (StepState::Planned, true) => Standing::Ready,
            (StepState::Planned, false) => Standing::Waits,
        }
    }

    /// Whether nobody waits for it any more, see [`over`].
    pub fn over(&self, step: &Step) -> Option<Standing> {
        over(self.policy, self.steps, step)
    }

    /// Whether it is still to be done.
    pub fn is_to_do(&self, step: &Step) -> bool {
        step.is_open() && !self.is_done(step) && self.over(step).is_none()
    }

    /// The first that is still to be done.
    pub fn next(&self) -> Option<&Step> {
        self.steps.iter().find(|step| self.is_to_do(step))
    }

    /// What is missing before the step, except what somebody decided to go on without.
    pub fn gaps(&self, step: &Step) -> Vec<Gap> {
        let mut gaps = self.all_gaps(step);
        gaps.retain(|gap| !self.is_excepted(step, gap));
        gaps
    }

    fn of_kind(&self, kind: StepKind) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.kind == kind && step.state != StepState::Cancelled)
    }

    fn is_done_with(&self, kind: StepKind) -> bool {
        let mut any = false;
        let all = self.of_kind(kind).all(|step| {
            any = true;
            self.is_done(step)
        });
        any && all
    }

    /// Everything that is missing before a step, whether or not one may go on without it.
    fn all_gaps(&self, step: &Step) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let mut need = |is_there: bool, missing: Missing| {
            if !is_there {
                gaps.push(Gap::of(missing));
            }
        };
        let rank = step.kind.rank().unwrap_or(0);
        need(rank < 1 || self.has_leader, Missing::Leader);
        match step.kind {
            StepKind::Plan => {
                need(self.is_done_with(StepKind::Consult), Missing::Consulted);
                need(self.departments.len() + self.other_departments >= 2, Missing::Departments);
            }
            StepKind::Write => need(self.policy.locked_at.is_some(), Missing::Plan),
            StepKind::Hearing => {
                need(self.policy.locked_at.is_some(), Missing::Plan);
                need(self.of_kind(StepKind::Write).all(|step| self.is_done(step)), Missing::Written);
                need(self.newest_version > 0, Missing::Version);
            }
            StepKind::Adjust => {
                self.need_hearing(&mut need);
                gaps.extend(self.unchanged());
            }
            StepKind::Committee => self.before_decision(&mut gaps, step),
            StepKind::Council => {
                let committee = self.of_kind(StepKind::Committee).last();
                need(committee.is_some_and(Step::is_approved), Missing::Committee);
                self.before_decision(&mut gaps, step);
                let adopts = self.bodies.iter().find(|body| Some(body.id) == step.body);
                let is_council = adopts.is_some_and(|body| body.kind == BodyKind::Political);
                if !is_council {
                    gaps.push(Gap::of(Missing::Council));
                }
            }
            // An evaluation looks at whether the policy works. A trial is evaluated earlier.
            StepKind::Evaluate => {
                let is_trial = self.of_kind(StepKind::Pilot).next().is_some();
                need(is_trial || self.policy.was_adopted(), Missing::Adopted);
            }
            _ => {}
        }
        gaps
    }

    /// Remarks were accepted, but the text has not changed since the hearing. The number is part of the gap: an
    /// exception given for ten remarks does not cover an eleventh.
    fn unchanged(&self) -> Option<Gap> {
        let is_same = |heard: &&Heard| heard.taken_up > 0 && self.newest_version <= heard.number;
        let count: i64 = self.heard.iter().filter(is_same).map(|heard| heard.taken_up).sum();
        let name = count.to_string();
        (count > 0).then(|| Gap { missing: Missing::Changed, about: name.clone(), name })
    }

    /// How many remarks of all hearings were accepted.
    pub fn taken_up(&self) -> i64 {
        self.heard.iter().map(|heard| heard.taken_up).sum()
    }

    /// What is known about the text of a hearing.
    pub fn heard_of(&self, hearing: HearingId) -> Option<&Heard> {
        self.heard.iter().find(|heard| heard.hearing == hearing)
    }

    /// Bodies that were asked in a hearing that is closed, and have not answered it: those that said nothing anywhere, and those that
    /// were heard in a step of the plan. Plan and agenda ask here.
    pub fn silent(&self) -> (Vec<&Body>, Vec<&Body>) {
        let over = self.hearings.iter().filter(|fact| fact.is_closed());
        let silent: Vec<BodyId> = over.flat_map(|fact| fact.silent.iter().copied()).collect();
        let bodies = self.bodies.iter().filter(|body| silent.contains(&body.id));
        bodies.partition(|body| !self.was_heard_in_a_step(body.id))
    }

    fn need_hearing(&self, need: &mut impl FnMut(bool, Missing)) {
        match self.of_kind(StepKind::Hearing).count() {
            0 => need(false, Missing::Hearing),
            _ => need(self.is_done_with(StepKind::Hearing), Missing::HearingOpen),
        }
    }

    /// Gaps that matter before anybody decides about the text as a whole.
    fn before_decision(&self, gaps: &mut Vec<Gap>, step: &Step) {
        self.need_hearing(&mut |is_there, missing| {
            if !is_there {
                gaps.push(Gap::of(missing));
            }
        });
        let open: i64 = self.hearings.iter().map(|fact| fact.open_remarks).sum();
        if open > 0 {
            // The number is part of the gap: an exception given for ten open remarks does not cover an eleventh.
            gaps.push(Gap { missing: Missing::Answers, about: open.to_string(), name: open.to_string() });
        } else if self.hearings.iter().any(|fact| fact.phase == Phase::Closed) {
            gaps.push(Gap::of(Missing::Note));
        }
        gaps.extend(self.unchanged());
        if self.waiting_voices > 0 {
            let name = self.waiting_voices.to_string();
            gaps.push(Gap { missing: Missing::Voices, about: name.clone(), name });
        }
        // A plan without a hearing has nothing to adjust.
        let is_adjusted = self.of_kind(StepKind::Adjust).all(|step| self.is_done(step));
        let has_adjustment = self.of_kind(StepKind::Adjust).next().is_some();
        if !is_adjusted || !has_adjustment && self.of_kind(StepKind::Hearing).next().is_some() {
            gaps.push(Gap::of(Missing::Adjusted));
        }
        if self.newest_version == 0 {
            gaps.push(Gap::of(Missing::Version));
        }
        for right in self.rights.iter().filter(|right| right.is_binding()) {
            if Some(right.body) != step.body && !self.was_heard(right.body) {
                let about = right.body.to_string();
                gaps.push(Gap { missing: Missing::Heard, about, name: right.name.clone() });
            }
        }
        for department in self.departments.iter().filter(|one| one.confirmed_on.is_none()) {
            let about = department.unit.to_string();
            gaps.push(Gap { missing: Missing::Confirmed, about, name: department.name.clone() });
        }
    }

    /// Asked in a hearing that is closed, or in a step of the plan that was held. Being informed is not being heard.
    pub fn was_heard(&self, body: BodyId) -> bool {
        let in_hearing = self.hearings.iter().any(|fact| fact.is_closed() && fact.asked.contains(&body));
        in_hearing || self.was_heard_in_a_step(body)
    }

    fn was_heard_in_a_step(&self, body: BodyId) -> bool {
        use crate::step::StepVerb::{Discusses, Hears, Treats};
        self.steps.iter().any(|step| {
            step.state == StepState::Held
                && step.body == Some(body)
                && matches!(step.verb, Hears | Discusses | Treats)
        })
    }

    /// The departments, as one reads them.
    pub fn department(&self, unit: UnitId) -> Option<&Department> {
        self.departments.iter().find(|one| one.unit == unit)
    }
}

#[cfg(test)]
mod tests;
