//! The place said yes to an interest: both are asked to agree.

use samskab_kernel::{Day, Instant, Locale, holiday::ClosingDays};
use samskab_organisation::{
    answering,
    person::{self, PersonId},
};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::{
    catalogue,
    task::{self, Task, Time, store::ShownTask},
};
use samskab_web::{Tenant, token};

use super::{
    Agreement, EndedBy, Engagement, EngagementId, Settings, Side, StepKind, Words,
    event::{EngagementEnded, EngagementProposed},
    store, tell,
    text::{Filled, fill},
};
use samskab_interest::{Interest, InterestId, history::By};
use samskab_requirement::{self as requirement, Fulfilment, Precondition, event::RequirementChanged};

/// Proposes an engagement for an accepted interest, in the transaction that accepts it. There is one live
/// engagement an interest: a second call gives the first again. `by`: who of the place accepted; `None`: the
/// volunteer accepted the place's invitation.
#[samskab_store::compiled_once]
pub async fn propose(
    tx: &mut Tx,
    municipality: &Tenant,
    interest: &Interest,
    person: PersonId,
    by: Option<PersonId>,
) -> Result<EngagementId> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let before = store::of_interest(tx, tenant, interest.id).await?;
    if let Some(before) = before.filter(|before| before.state.is_live()) {
        return Ok(before.id);
    }
    let shown = task::store::shown(tx, tenant, interest.task, now.day()).await?;
    let draft = match &shown {
        Some(shown) => {
            let name =
                person::store::find(tx, tenant, person).await?.map_or_else(String::new, |found| found.name);
            AgreementDraft::of(tx, municipality, shown, &name, interest.locale, now.day()).await?
        }
        None => AgreementDraft::default(),
    };
    let engagement = Engagement::proposed(tx.new_id(), interest, person, draft.begins_on, now);
    store::add(tx, &engagement).await?;
    store::add_agreement(tx, engagement.id, &first_version(draft.text, draft.begins_on, now)).await?;
    let by_whom = by.map_or(By::Volunteer, By::Person);
    store::add_step(tx, engagement.id, by_whom, StepKind::Proposed, "").await?;
    if let Some(shown) = &shown {
        note_age(tx, interest, &shown.task, person, by).await?;
    }
    if by.is_none() {
        let said = |t: crate::T, name: &str, title: &str| t.engagement_news_proposed(name, title);
        tell::place(tx, &engagement, "engagement.proposed", said).await?;
    }
    tx.record(EngagementProposed::of(&engagement)).await?;
    Ok(engagement.id)
}

/// Who shows interest in a task with a lowest age says that they are as old, and whoever of the place reads that and says
/// yes has noted it: nobody is asked twice. Not where their own CV says something else.
async fn note_age(
    tx: &mut Tx,
    interest: &Interest,
    task: &Task,
    person: PersonId,
    by: Option<PersonId>,
) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(years) = task.min_age.filter(|_| !interest.known_too_young) else { return Ok(()) };
    let steps = samskab_interest::store::steps(tx, tenant, interest.id).await?;
    let said = |step: &&samskab_interest::Step| {
        step.kind == samskab_interest::StepKind::OfAge && step.text.parse().is_ok_and(|age: i64| age >= years)
    };
    let Some(said) = steps.iter().find(said) else { return Ok(()) };
    let missing = requirement::missing(tx, tenant, person, task, now.day()).await?;
    if !missing.iter().any(|missing| missing.what == Precondition::MinimumAge) {
        return Ok(());
    }
    let state = requirement::State::Fulfilled {
        on: now.day(),
        by: by.or(interest.entered_by),
        valid_to: None,
        text_version: None,
        age: Some((years, said.at.day())),
        renewal: None,
    };
    let (id, task) = (tx.new_id(), Some(task.id));
    let noted = Fulfilment::new(id, person, Precondition::MinimumAge, task, state, now);
    requirement::store::add(tx, &noted).await?;
    tx.record_last(&RequirementChanged { person, task })
}

/// What two are asked to agree on, before anything is stored.
#[derive(Debug, Clone, Default)]
pub struct AgreementDraft {
    pub text: String,
    /// The next day on which the task is done; `None` where they find one together.
    pub begins_on: Option<Day>,
}

impl AgreementDraft {
    /// The municipality's own text or the house's, filled from the task. At most three queries.
    pub async fn of(
        connection: &mut Connection,
        municipality: &Tenant,
        shown: &ShownTask,
        volunteer: &str,
        locale: Locale,
        today: Day,
    ) -> Result<Self> {
        let ladder = answering::ladder(connection, municipality.id, shown.task.poster, today).await?;
        let call = shown.whom_to_call(&ladder, municipality, locale);
        let contact = call.map_or_else(String::new, |call| format!("{}, {}", call.name, call.phone));
        let settings = Settings::of(municipality);
        let own = locale.choose(&settings.agreement_text, &settings.agreement_text_en);
        let template = if own.trim().is_empty() { catalogue::agreement_text(locale) } else { own };
        let filled = Filled {
            locale,
            volunteer,
            place: &shown.poster_name,
            contact: &contact,
            task: &shown.task,
            today,
        };
        let closing = task::Settings::of(municipality).closing_days();
        Ok(Self { text: fill(template, &filled), begins_on: first_day(&shown.task, &closing, today) })
    }

    /// A mark that is the same for the same words and the same day: it proves that what was read is what is agreed
    /// on.
    pub fn mark(&self) -> String {
        mark(&self.text, self.begins_on)
    }
}

fn mark(text: &str, begins_on: Option<Day>) -> String {
    token::hash(&format!("{}\n{text}", begins_on.map(|day| day.to_string()).unwrap_or_default()))
}

/// Whoever of the place said yes to the interest read the agreement with it: their yes is the place's yes to the
/// agreement, when it is word by word what they read (`read`, its [`AgreementDraft::mark`]) and names a day. Else they are
/// asked on its page. Whether the place has said yes.
pub async fn agree_as_read(tx: &mut Tx, id: EngagementId, read: &str, by: PersonId) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(engagement) = store::locked(tx, id).await? else { return Ok(false) };
    let Some(agreement) = store::agreement(tx, tenant, id, engagement.version).await? else {
        return Ok(false);
    };
    let has_said_yes = engagement.place_yes.is_some();
    let is_read = agreement.begins_on.is_some() && mark(&agreement.text, agreement.begins_on) == read;
    if !is_read {
        return Ok(has_said_yes);
    }
    let version = engagement.version;
    let Ok(agreed) = engagement.say_yes(Side::Place, version, Some(by), now) else {
        return Ok(has_said_yes);
    };
    store::save(tx, &agreed).await?;
    store::add_step_of(tx, id, 1, By::Person(by), StepKind::Yes).await?;
    Ok(true)
}

pub fn first_version(text: String, begins_on: Option<Day>, now: Instant) -> Agreement {
    Agreement {
        version: 1,
        text,
        volunteer: Words::default(),
        place: Words::default(),
        begins_on,
        changed: Vec::new(),
        agreed_at: None,
        created_at: now,
        updated_at: now,
    }
}

/// The next day on which the task is done; `None` where they find one together.
pub(super) fn first_day(task: &Task, closing: &ClosingDays, today: Day) -> Option<Day> {
    match task.time {
        Time::OneOff { day, .. } if day >= today => Some(day),
        _ => {
            let coming = task.occurrences(today.plus_days(1), today.plus_days(60), closing);
            coming.first().map(|(start, _)| start.day())
        }
    }
}

/// The yes to the interest is taken back, by the volunteer or by the place, or the task will not happen: then
/// there is nothing to agree on either. The interest and its place in the task are the caller's. False when
/// they have begun and only the volunteer or the task may end it this way: nothing was written.
pub async fn take_back(tx: &mut Tx, interest: InterestId, by: EndedBy) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(found) = store::of_interest(tx, tenant, interest).await? else { return Ok(true) };
    let Some(engagement) = store::locked(tx, found.id).await? else { return Ok(true) };
    if engagement.state.has_begun() && by == EndedBy::Place {
        return Ok(false);
    }
    let Ok(engagement) = engagement.end(by, None, String::new(), now) else { return Ok(true) };
    super::end::save_ended(tx, &engagement, None).await?;
    tx.record_last(&EngagementEnded::of(&engagement))?;
    Ok(true)
}
