//! A policy with everything that its checks look at, as it is read for a page, a verb or an agenda.

use samskab_hearing::source::empty_headings;
use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::{
    body::{self, Body, BodyId, Right, heard_about, members},
    identify::Who as _,
    person::PersonId,
    position::{self, Held},
};
use samskab_store::{Connection, Tx};
use samskab_voices::{
    coverage,
    settled::{self, WaitingCounts},
};
use samskab_web::{Cx, Error, Result, error::OrNotFound as _};
use samskab_writing::{
    store as texts,
    text::{Text, TextState, Version},
};

use crate::{
    authority::{Action, Tie, may},
    heard::heard,
    policy::{Department, Exception, Policy, PolicyId},
    rules::{Facts, Heard, HearingFact, Warning, warnings},
    step::{Step, StepId},
    store,
};

/// A policy with everything its pages need.
pub(crate) struct Process {
    pub policy: Policy,
    pub steps: Vec<Step>,
    pub exceptions: Vec<Exception>,
    pub leader: Option<Held>,
    pub departments: Vec<Department>,
    pub text: Option<Text>,
    /// The newest version of the text.
    pub newest: Option<Version>,
    /// What was said about the text, and how much of it has no answer.
    pub voices: WaitingCounts,
    /// Departments whose staff took part although the policy is not for them.
    pub other_departments: usize,
    /// Bodies that took part in the making of the text.
    pub came: Vec<BodyId>,
    pub hearings: Vec<HearingFact>,
    pub heard: Vec<Heard>,
    pub rights: Vec<Right>,
    pub bodies: Vec<Body>,
    pub meetings: Vec<(BodyId, Day)>,
    pub today: Day,
}

impl Process {
    /// Some sixteen queries, however long the plan.
    pub async fn read(
        connection: &mut Connection,
        tenant: TenantId,
        policy: Policy,
        now: Instant,
    ) -> samskab_store::Result<Self> {
        let today = now.day();
        let leader = match policy.leader {
            Some(id) => position::store::of_ids(connection, tenant, &[id], today).await?.pop(),
            None => None,
        };
        let steps = store::steps(connection, tenant, policy.id).await?;
        let text = match policy.text {
            Some(id) => texts::find(connection, tenant, id).await?,
            None => None,
        };
        let newest = match &text {
            Some(text) => texts::newest_version(connection, tenant, text.id).await?,
            None => None,
        };
        let departments = store::departments(connection, tenant, policy.id, today).await?;
        let (voices, took_part, came) = match policy.text {
            Some(id) => (
                settled::waiting(connection, tenant, id).await?,
                coverage::departments(connection, tenant, id).await?,
                coverage::bodies_that_came(connection, tenant, id).await?,
            ),
            None => (WaitingCounts::default(), Vec::new(), Vec::new()),
        };
        let bodies = body::store::every(connection, tenant).await?;
        let valid: Vec<Body> = bodies.iter().filter(|body| body.validity.holds_on(today)).cloned().collect();
        let hearings = store::hearings(connection, tenant, (&policy, &steps), &valid, now).await?;
        Ok(Self {
            exceptions: store::exceptions(connection, tenant, policy.id).await?,
            voices,
            other_departments: took_part
                .iter()
                .filter(|unit| departments.iter().all(|one| one.unit != **unit))
                .count(),
            departments,
            came,
            heard: heard(connection, tenant, policy.text, &hearings).await?,
            hearings,
            meetings: store::meetings(connection, tenant, &steps).await?,
            rights: heard_about(&valid, None, &policy.matter(), true),
            newest,
            leader,
            text,
            bodies,
            today,
            steps,
            policy,
        })
    }

    pub fn facts(&self) -> Facts<'_> {
        Facts {
            policy: &self.policy,
            steps: &self.steps,
            exceptions: &self.exceptions,
            has_leader: self.leader.as_ref().is_some_and(|held| !held.is_vacant()),
            departments: &self.departments,
            other_departments: self.other_departments,
            came: &self.came,
            waiting_voices: self.voices.waiting(),
            newest_version: self.newest_version(),
            hearings: &self.hearings,
            heard: &self.heard,
            rights: &self.rights,
            bodies: &self.bodies,
            meetings: &self.meetings,
            today: self.today,
        }
    }

    /// The number of the newest version of the text; 0: there is none.
    pub fn newest_version(&self) -> i64 {
        self.newest.as_ref().map_or(0, |version| version.number)
    }

    /// What a good colleague would say of the plan, while it is under way.
    pub fn warnings(&self) -> samskab_store::Result<Vec<Warning>> {
        if !self.policy.is_under_way() {
            return Ok(Vec::new());
        }
        let empty = match &self.newest {
            Some(version) => empty_headings(&texts::content_of(version)?.blocks),
            None => Vec::new(),
        };
        Ok(warnings(&self.facts(), &empty))
    }

    /// Everybody reads another version than the adopted one, or none.
    pub fn text_is_other(&self) -> bool {
        let read = self.text.as_ref().map(|text| text.state);
        match (read, self.policy.public_number()) {
            (Some(TextState::Published { number }), Some(public)) => number != public,
            _ => true,
        }
    }

    /// The version of its text that was heard first; `None`: none of its hearings was about it. Runs at most one
    /// query.
    pub async fn heard_version(
        &self,
        connection: &mut Connection,
        tenant: TenantId,
    ) -> samskab_store::Result<Option<Version>> {
        match self.hearings.iter().filter(|fact| fact.is_public).find_map(|fact| fact.version) {
            Some(id) => texts::find_version(connection, tenant, id).await,
            None => Ok(None),
        }
    }

    pub fn body(&self, id: Option<BodyId>) -> Option<&Body> {
        id.and_then(|id| self.bodies.iter().find(|body| body.id == id))
    }

    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// Who does a step, in words; empty: nobody is named.
    pub fn who(&self, step: &Step) -> String {
        self.body(step.body).map_or_else(|| step.organ.clone(), |body| body.name.clone())
    }
}

/// A policy, and how the reader stands to it.
pub(crate) struct Seen {
    pub process: Process,
    pub tie: Tie,
    /// Leads it, sits in the steering group, or reaches all: reads the text before it is published.
    pub follows_text: bool,
}

impl Seen {
    async fn of(cx: &Cx, connection: &mut Connection, policy: Policy) -> Result<Self> {
        let process = Process::read(connection, cx.tenant.id, policy, cx.now()).await?;
        let sits = sits(cx, connection, &process).await?;
        let tie = match (process.policy.is_led_by(cx, process.leader.as_ref()), sits) {
            (true, _) => Tie::Leads,
            (false, true) => Tie::Steers,
            (false, false) => Tie::None,
        };
        Ok(Self { process, tie, follows_text: tie != Tie::None || cx.actor.is_coordinator() })
    }

    /// For whoever may read the plan; others are told that it does not exist.
    pub async fn for_reading(cx: &Cx, connection: &mut Connection, id: PolicyId) -> Result<Self> {
        let policy = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
        let seen = Self::of(cx, connection, policy).await?;
        match seen.process.policy.is_for_all() || seen.may(cx, Action::ReadPlans) {
            true => Ok(seen),
            false => Err(Error::NotFound),
        }
    }

    /// For whoever leads it.
    pub async fn for_leading(cx: &Cx, connection: &mut Connection, id: PolicyId) -> Result<Self> {
        let policy = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
        let seen = Self::of(cx, connection, policy).await?;
        cx.require(seen.may(cx, Action::LeadProcess))?;
        Ok(seen)
    }

    /// The same, locked so that nobody else writes it.
    pub async fn locked(cx: &Cx, tx: &mut Tx, id: PolicyId) -> Result<Self> {
        let policy = store::locked(tx, id).await?.or_not_found()?;
        let seen = Self::of(cx, tx, policy).await?;
        cx.require(seen.may(cx, Action::LeadProcess))?;
        Ok(seen)
    }

    /// The same, by one of its steps.
    pub async fn of_step(cx: &Cx, tx: &mut Tx, id: StepId) -> Result<(Self, Step)> {
        let step = store::find_step(tx, cx.tenant.id, id).await?.or_not_found()?;
        let seen = Self::locked(cx, tx, step.policy).await?;
        let step = seen.process.step(id).cloned().or_not_found()?;
        Ok((seen, step))
    }

    pub fn may(&self, cx: &Cx, action: Action) -> bool {
        may(&cx.actor, action, self.tie)
    }

    pub fn leads(&self, cx: &Cx) -> bool {
        self.may(cx, Action::LeadProcess)
    }
}

/// Whether the reader sits in the steering group. None to six queries.
async fn sits(cx: &Cx, connection: &mut Connection, process: &Process) -> Result<bool> {
    match (cx.actor.person, process.body(process.policy.body)) {
        (Some(me), Some(body)) if !cx.actor.is_coordinator() => {
            Ok(members(connection, cx.tenant.id, body, cx.today()).await?.has(me))
        }
        _ => Ok(false),
    }
}

/// The signed-in person.
pub(crate) fn me(cx: &Cx) -> Option<PersonId> {
    cx.actor.person.map(PersonId::from_uuid)
}
