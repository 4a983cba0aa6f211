//! The place said yes to an interest: both are asked to agree.

use samskab_kernel::{Day, Instant, Locale, holiday::ClosingDays};
use samskab_organisation::{
    answering,
    person::{self, PersonId},
};
use samskab_store::{Result, Tx};
use samskab_taskbank::{
    catalogue,
    task::{self, Task, Time, store::ShownTask},
};
use samskab_web::Tenant;

use super::{
    Agreement, EndedBy, Engagement, EngagementId, Settings, StepKind, Words,
    event::{EngagementEnded, EngagementProposed},
    store, tell,
    text::{Filled, fill},
};
use samskab_interest::{Interest, InterestId, history::By};

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
    let closing = task::Settings::of(municipality).closing_days();
    let begins_on = shown.as_ref().and_then(|shown| first_day(&shown.task, &closing, now.day()));
    let engagement = Engagement::proposed(tx.new_id(), interest, person, begins_on, now);
    let text = match &shown {
        Some(shown) => usual_text(tx, municipality, shown, person, interest.locale).await?,
        None => String::new(),
    };
    store::add(tx, &engagement).await?;
    store::add_agreement(tx, engagement.id, &first_version(text, begins_on, now)).await?;
    let by_whom = by.map_or(By::Volunteer, By::Person);
    store::add_step(tx, engagement.id, by_whom, StepKind::Proposed, "").await?;
    if by.is_none() {
        let said = |t: crate::T, name: &str, title: &str| t.engagement_news_proposed(name, title);
        tell::place(tx, &engagement, "engagement.proposed", said).await?;
    }
    tx.record(EngagementProposed::of(&engagement)).await?;
    Ok(engagement.id)
}

/// The municipality's own text or the house's, filled from the task.
async fn usual_text(
    tx: &mut Tx,
    municipality: &Tenant,
    shown: &ShownTask,
    person: PersonId,
    locale: Locale,
) -> Result<String> {
    let (tenant, today) = (tx.tenant(), tx.now().day());
    let ladder = answering::ladder(tx, tenant, shown.task.poster, today).await?;
    let call = shown.whom_to_call(&ladder, municipality, locale);
    let contact = call.map_or_else(String::new, |call| format!("{}, {}", call.name, call.phone));
    let volunteer =
        person::store::find(tx, tenant, person).await?.map_or_else(String::new, |found| found.name);
    let settings = Settings::of(municipality);
    let own = locale.choose(&settings.agreement_text, &settings.agreement_text_en);
    let template = if own.trim().is_empty() { catalogue::agreement_text(locale) } else { own };
    Ok(fill(
        template,
        &Filled {
            locale,
            volunteer: &volunteer,
            place: &shown.poster_name,
            contact: &contact,
            task: &shown.task,
            today,
        },
    ))
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
fn first_day(task: &Task, closing: &ClosingDays, today: Day) -> Option<Day> {
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
