//! Policies: one that was adopted by the council, one that is in hearing now, and one in dialogue.

use anyhow::Context as _;
use samskab_hearing::store as hearings;
use samskab_kernel::{Day, Instant, Locale, contact::Email, jiff::civil::Weekday};
use samskab_meetings::meeting::{self, Item, ItemState, Meeting, MeetingState, Verdict, source_of_step};
use samskab_organisation::{
    body::{self, Body, BodyId},
    unit::UnitId,
};
use samskab_policy::{
    correction::Correction,
    own_template::{self, OwnTemplate},
    policy::{Exception, Policy},
    signup::{Signup, SignupState},
    step::{Step, StepKind},
    store,
    template::{PlanTemplate, steps_of, template_steps},
};
use samskab_writing::{
    store as texts,
    text::{TakesChanges, Text, TextKind, TextState, WrittenBlock},
};

use super::{
    DemoTown, days,
    files::{Entry, Files},
};

impl DemoTown {
    pub(super) async fn add_policies(&mut self, files: &Files) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let bodies = body::store::every(&mut self.tx, tenant).await?;
        for entry in files.entries("policy")? {
            self.add_policy(&entry, &bodies).await?;
        }
        Ok(())
    }

    async fn add_policy(&mut self, entry: &Entry<'_>, bodies: &[Body]) -> anyhow::Result<()> {
        let begins = days::office_day_before(self.today.plus_days(entry.number("begins")?));
        let made = begins.at(9, 0);
        let call_days: Option<i32> = entry.number_if_any("call_days")?;
        let new = Policy::new(self.tx.new_id(), entry.text("title")?, entry.parsed("kind")?, made);
        let policy = Policy {
            about: entry.text("about")?.to_owned(),
            leader: Some(entry.known("leader", &self.positions)?),
            steering: entry.text_or_empty("steering")?,
            political: entry.text_or_empty("political")?,
            administrative: entry.text_or_empty("administrative")?,
            is_section34: entry.flag("section34")?.unwrap_or(false),
            case_number: entry.text_or_empty("case")?,
            kle: entry.text_or_empty("kle")?,
            is_public: entry.flag("shown")?.unwrap_or(false),
            locked_at: Some(days::office_day_before(begins.plus_days(30)).at(11, 0).min(self.now)),
            call: entry.text_or_empty("call")?,
            call_until: call_days.map(|days| days::office_day_after(self.today.plus_days(days))),
            ..new
        };
        let body = match entry.text_if_any("body")? {
            Some(name) => bodies.iter().find(|body| body.name == name).map(|body| body.id),
            None => None,
        };
        let policy = Policy { body, ..policy };
        let text = match entry.text_if_any("text")? {
            Some(title) => {
                let tenant = self.tx.tenant();
                let all = texts::all(&mut self.tx, tenant).await?;
                all.into_iter().find(|text| text.title == title).context("the text of the policy")?
            }
            None => self.text_of_policy(entry, &policy).await?,
        };
        let policy = Policy { text: Some(text.id), ..policy };
        store::add(&mut self.tx, &policy).await?;
        let units: Vec<UnitId> = entry.all_known("departments", &self.units)?;
        store::set_departments(&mut self.tx, policy.id, &[], &units).await?;
        let confirmed: Option<usize> = entry.number_if_any("confirmed")?;
        let said_on = Some(self.days_ago(20).day());
        for unit in units.iter().take(confirmed.unwrap_or(0)) {
            store::confirm(&mut self.tx, policy.id, *unit, said_on).await?;
        }
        let steps = self.add_plan(entry, &policy, begins, bodies).await?;
        // It is agreed in the step that says so.
        let agreed = steps.iter().find(|step| step.kind == StepKind::Plan).and_then(Step::was_done_on);
        let locked_at = agreed.map(|day| day.at(11, 0).min(self.now)).or(policy.locked_at);
        let policy = Policy { locked_at, ..policy };
        store::save(&mut self.tx, &policy).await?;
        if let Some(name) = entry.text_if_any("kept_as")? {
            self.keep_plan(name, entry.text("kept_for")?, &policy, (&steps, bodies)).await?;
        }
        for one in entry.entries("exception")? {
            self.add_exception(&one, &policy, &steps, bodies).await?;
        }
        for one in entry.entries("signup")? {
            self.add_signup(&one, &policy).await?;
        }
        for adopted in entry.entries("adopted_by")? {
            self.adopt(&adopted, &policy, &steps, &text, bodies).await?;
        }
        Ok(())
    }

    async fn text_of_policy(&mut self, entry: &Entry<'_>, policy: &Policy) -> anyhow::Result<Text> {
        let days: i64 = entry.number("version_days")?;
        let at = self.days_ago(days);
        let text =
            Text { title: policy.title.clone(), kind: TextKind::Policy, ..Text::new(self.tx.new_id(), at) };
        texts::add(&mut self.tx, &text).await?;
        self.write(entry, &text).await?;
        texts::keep_version(&mut self.tx, &text, "Forslag", None, at).await?;
        Ok(text)
    }

    async fn add_plan(
        &mut self,
        entry: &Entry<'_>,
        policy: &Policy,
        begins: samskab_kernel::Day,
        bodies: &[Body],
    ) -> anyhow::Result<Vec<Step>> {
        let template: PlanTemplate = entry.parsed("template")?;
        let (done, now) = (entry.number::<usize>("done")?, self.now);
        let outcomes = entry.texts("outcomes")?;
        let hearing = match entry.text_if_any("hearing")? {
            Some(title) => {
                let tenant = self.tx.tenant();
                let all = hearings::newest(&mut self.tx, tenant).await?;
                let found = all.into_iter().find(|one| one.title == title);
                Some(found.with_context(|| format!("there is no hearing “{title}”"))?)
            }
            None => None,
        };
        let named = |field| -> anyhow::Result<_> {
            let name = entry.text(field)?;
            let body = bodies.iter().find(|body| body.name == name);
            Ok(body.ok_or_else(|| entry.wrong(field, &"there is no such body"))?.id)
        };
        let (committee, med) = (named("committee")?, named("med")?);
        let open_meeting = self.open_meeting(entry).await?;
        let drafts = steps_of(template, policy.id, begins, bodies, now, || self.tx.new_id());
        let (mut steps, mut late, mut done_on) = (Vec::new(), 0, begins);
        for (number, step) in drafts.into_iter().enumerate() {
            let mut step = later(step, late);
            let is_meeting = step.kind.is_decided_in_a_meeting();
            if is_meeting {
                let more = days::out_of_july(step.starts_on, step.ends_on);
                (step, late) = (later(step, more), late + more);
            }
            match (step.kind, &hearing) {
                (StepKind::Committee, _) => step.body = Some(committee),
                (StepKind::StaffDialogue, _) => step.body = Some(med),
                (StepKind::Hearing, Some(hearing)) => {
                    step.hearing = Some(hearing.id);
                    let from = step.starts_on.min(hearing.opens_at.day());
                    let to = step.ends_on.max(hearing.closes_at.day());
                    (step.starts_on, step.ends_on) = step.precision.span(from, to);
                }
                _ => {}
            }
            let outcome = outcomes.get(number).cloned().unwrap_or_default();
            let on = days::office_day_before(middle(&step).min(self.today.plus_days(-1)));
            // Where people met, it was done on the day on which they met.
            let met = match step.kind {
                StepKind::StaffDialogue => self.last_meeting(med, step.ends_on).await?,
                _ if open_meeting.is_some_and(|(at, _)| at == number + 1) => open_meeting.map(|(_, day)| day),
                _ => None,
            };
            // A step is never done before an earlier one.
            let met = met.filter(|day| *day >= done_on);
            let on = met.unwrap_or(on);
            done_on = if met.is_some() { on } else { done_on.max(on) };
            let step = match number < done && !is_meeting {
                true => step.clone().hold(outcome, done_on, now).unwrap_or(step),
                false => step,
            };
            store::add_step(&mut self.tx, &step).await?;
            steps.push(step);
        }
        Ok(steps)
    }

    /// The last day on or before this one on which a body met, of the meetings behind us.
    async fn last_meeting(&mut self, body: BodyId, until: Day) -> anyhow::Result<Option<Day>> {
        let (tenant, now) = (self.tx.tenant(), self.now);
        let meetings = meeting::store::of_body(&mut self.tx, tenant, body).await?;
        let met = |one: &&Meeting| one.state != MeetingState::Cancelled && one.ends_at <= now;
        Ok(meetings.iter().filter(met).map(|one| one.starts_at.day()).filter(|day| *day <= until).max())
    }

    /// Which step was a meeting for everybody, and the day of that meeting.
    async fn open_meeting(&mut self, entry: &Entry<'_>) -> anyhow::Result<Option<(usize, Day)>> {
        let Some(title) = entry.text_if_any("open_meeting")? else { return Ok(None) };
        let (tenant, from, to) = (self.tx.tenant(), self.now.plus_days(-400), self.now);
        let all = samskab_dialogue::store::between(&mut self.tx, tenant, from, to).await?;
        let step = entry.number("open_meeting_step")?;
        Ok(all.into_iter().find(|one| one.title == title).map(|one| (step, one.starts_at.day())))
    }

    /// Its plan is kept, so that others can begin with it.
    async fn keep_plan(
        &mut self,
        name: &str,
        about: &str,
        policy: &Policy,
        (steps, bodies): (&[Step], &[Body]),
    ) -> anyhow::Result<()> {
        let at = self.days_ago(30);
        let template = OwnTemplate {
            id: self.tx.new_id(),
            name: name.to_owned(),
            about: about.to_owned(),
            steps: template_steps(steps, bodies),
            policy: Some(policy.id),
            person: None,
            created_at: at,
            updated_at: at,
        };
        own_template::store::add(&mut self.tx, &template).await?;
        Ok(())
    }

    async fn add_exception(
        &mut self,
        entry: &Entry<'_>,
        policy: &Policy,
        steps: &[Step],
        bodies: &[Body],
    ) -> anyhow::Result<()> {
        let kind: StepKind = entry.parsed("kind")?;
        let name = entry.text("body")?;
        let body = bodies.iter().find(|body| body.name == name).context("the body of the exception")?;
        let step = steps.iter().find(|step| step.kind == kind).context("the step of the exception")?;
        let exception = Exception {
            id: self.tx.new_id(),
            policy: policy.id,
            step: step.id,
            missing: entry.text("missing")?.to_owned(),
            about: body.id.to_string(),
            said: samskab_policy::T(Locale::Da).waived_heard(name),
            reason: entry.text("reason")?.to_owned(),
            person: Some(entry.known("person", &self.people)?),
            created_at: days::office_day_after(step.starts_on).at(10, 0),
        };
        Ok(store::add_exception(&mut self.tx, &exception).await?)
    }

    async fn add_signup(&mut self, entry: &Entry<'_>, policy: &Policy) -> anyhow::Result<()> {
        // A volunteer of the town, or somebody without an account.
        let volunteer = match entry.text_if_any("volunteer")? {
            Some(_) => Some(entry.known("volunteer", &self.volunteers)?.person.clone()),
            None => None,
        };
        let name = match &volunteer {
            Some(person) => person.name.clone(),
            None => entry.text("name")?.to_owned(),
        };
        let at = self.days_ago(entry.number("days")?);
        let address = format!("{}@borger.example", samskab_kernel::danish::fold(&name).replace(' ', "."));
        let own = volunteer.as_ref().and_then(|person| person.email.clone());
        let email: Email = match own {
            Some(email) => email,
            None => address.parse().context("the address of somebody who signed up")?,
        };
        let id = self.tx.new_id();
        let signup = Signup {
            id,
            policy: policy.id,
            person: volunteer.map(|person| person.id),
            name,
            email,
            comes_from: entry.parsed("from")?,
            association: entry.text_or_empty("association")?,
            why: entry.text("why")?.to_owned(),
            locale: Locale::Da,
            state: entry.parsed_if_any("state")?.unwrap_or(SignupState::Waiting),
            answer: entry.text_or_empty("answer")?,
            // Nobody has the secret of a demo.
            link_hash: id.to_string(),
            created_at: at,
            updated_at: at,
        };
        Ok(store::add_signup(&mut self.tx, &signup).await?)
    }

    /// First the committee, then the council, each in a meeting with minutes.
    async fn adopt(
        &mut self,
        entry: &Entry<'_>,
        policy: &Policy,
        steps: &[Step],
        text: &Text,
        bodies: &[Body],
    ) -> anyhow::Result<()> {
        let mut last: Option<(Item, Day, Instant)> = None;
        for (kind, number) in
            [(StepKind::Committee, entry.text("committee")?), (StepKind::Council, entry.text("council")?)]
        {
            let step = steps.iter().find(|step| step.kind == kind).context("a step of the decision")?;
            let body = bodies.iter().find(|body| Some(body.id) == step.body).context("who decides")?;
            // In the time that the plan says.
            let day = days::meeting_day(middle(step), Weekday::Tuesday, self.today, &[]);
            // The council has read what the committee recommends.
            let day = match &last {
                Some((_, before, _)) if day <= *before => days::meeting_day_after(*before, Weekday::Tuesday),
                _ => day,
            };
            let times = (day.at(16, 0), day.at(18, 0));
            let written = |before: i32| days::office_day_before(day.plus_days(-before)).at(10, 0);
            let made = written(60);
            let meeting = Meeting {
                place: "Byrådssalen".to_owned(),
                state: MeetingState::Approved,
                state_since: times.1,
                called_at: Some(written(8)),
                ..Meeting::new(self.tx.new_id(), body.id, times, made)
            };
            meeting::store::add(&mut self.tx, &meeting).await?;
            self.add_attendance(&meeting, body).await?;
            let verb = step.item_verb().context("what they do")?;
            let title = format!("{}: {}", policy.title, step.title);
            let item = Item {
                source: source_of_step(step.id.uuid(), true),
                state: ItemState::Decided,
                verdict: Some(Verdict::Approved),
                decision: match kind {
                    StepKind::Council => "Byrådet vedtager politikken.",
                    _ => "Udvalget anbefaler byrådet at vedtage politikken.",
                }
                .to_owned(),
                case_number: policy.case_number.clone(),
                kle: policy.kle.clone(),
                decision_number: format!("{number}/{}", day.date().year()),
                ..Item::new(self.tx.new_id(), meeting.id, title, verb, made)
            };
            meeting::store::add_item(&mut self.tx, &item).await?;
            let placed = Step { item: Some(item.id), ..step.clone() };
            let held = placed.minuted(&item, day, times.1).context("the minutes say it")?;
            store::save_step(&mut self.tx, &held).await?;
            last = Some((item, day, times.1));
        }
        let Some((item, day, at)) = last else { return Ok(()) };
        let put = Policy { put_number: Some(1), ..policy.clone() };
        let adopted = put.adopt(&item, day, at);
        let corrected = self.correct(entry, &adopted, text).await?;
        store::save(&mut self.tx, &corrected).await?;
        let number = corrected.public_number().context("what is adopted has a number")?;
        let (state, takes_changes) = (TextState::Published { number }, TakesChanges::Never);
        texts::save(&mut self.tx, &Text { state, takes_changes, ..text.clone() }).await?;
        Ok(())
    }

    /// A slip in what was adopted, where the town has one.
    async fn correct(&mut self, entry: &Entry<'_>, policy: &Policy, text: &Text) -> anyhow::Result<Policy> {
        let Some(slip) = entry.text_if_any("slip")? else { return Ok(policy.clone()) };
        let (tenant, at) = (self.tx.tenant(), self.days_ago(entry.number("corrected")?));
        let blocks = texts::blocks(&mut self.tx, tenant, text.id).await?;
        let block = blocks.into_iter().find(|block| block.content.contains(slip)).context("the slip")?;
        let content = block.content.replace(slip, entry.text("right")?);
        texts::save_block(&mut self.tx, &WrittenBlock { content, updated_at: at, ..block }).await?;
        let reason = entry.text("because")?;
        let name = samskab_policy::T(Locale::Da).correct_version(reason);
        let version = texts::keep_version(&mut self.tx, text, &name, None, at).await?;
        let correction = Correction {
            id: self.tx.new_id(),
            policy: policy.id,
            from_number: 1,
            number: version.number,
            reason: reason.to_owned(),
            person: None,
            created_at: at,
        };
        store::add_correction(&mut self.tx, &correction).await?;
        Ok(Policy { corrected_number: Some(version.number), ..policy.clone() })
    }
}

/// The step moved `days` days later; it lasts as many whole months as before.
fn later(step: Step, days: i32) -> Step {
    if days == 0 {
        return step;
    }
    // Months are not equally long: the last day stays in its own.
    let (from, to) = (step.starts_on.plus_days(days), step.ends_on.plus_days(days - 3));
    let (starts_on, ends_on) = step.precision.span(from, to);
    Step { starts_on, ends_on, ..step }
}

fn middle(step: &Step) -> Day {
    step.starts_on.plus_days((step.ends_on.number() - step.starts_on.number()) / 2)
}
