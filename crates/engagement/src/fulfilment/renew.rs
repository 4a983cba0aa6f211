//! What ends soon, for several volunteers at once: they are asked to renew it, or it is noted that new børneattester were
//! ordered. Both are done with rows that somebody chose on /frivillige.

use samskab_desk::{Action, Outcome, Preview};
use samskab_kernel::{Day, Instant};
use samskab_organisation::{
    answering::{self, Ladder, Poster},
    association::AssociationId,
    person::{self, PersonId},
    unit::UnitId,
};
use samskab_requirement::authority::{self, may};
use samskab_requirement::{
    FulfilmentId, Precondition, StateKind, event::RequirementChanged, rules::CERTIFICATE_FROM_YEARS, store,
};
use samskab_store::{Connection, Statement, Tx};
use samskab_taskbank::{
    authority::TaskResource,
    notice::{self, Truth},
    task::store::poster,
};
use samskab_web::{Cx, Result};
use uuid::Uuid;

use super::watch;
use crate::{
    T,
    engagement::{self, SOON_DAYS},
};

/// Days before anybody is asked again.
const DAYS_BETWEEN: i64 = 14;
const HREF: &str = "/min-side/krav";
const ASKED: &str = "requirement.ending";
const ORDERED: &str = "requirement.certificate";

/// What is noted of some volunteers that a task of theirs asks for, each once for each task.
const ASKED_FOR: &str =
    "select f.id, f.person_id, f.requirement, f.state, coalesce(f.valid_to, $2) as valid_to, f.warned_at,
        f.ordered_on, t.title, t.unit_id, t.association_id, t.contact_person_id, n.name, n.email
    from fulfilment f
    join engagement e on e.tenant_id = f.tenant_id and e.person_id = f.person_id
        and (f.task_id is null or f.task_id = e.task_id)
    join task t on t.id = e.task_id
    join person n on n.id = f.person_id
    where f.tenant_id = $1 and t.requirements like '%' || f.requirement || '%'";

samskab_store::statements! {
    /// What ends of it.
    ENDING_OF = ASKED_FOR, "and e.state in ('active', 'paused') and f.state = 'fulfilled'
        and f.valid_to is not null and f.valid_to <= $2 and f.person_id in ({list})
        order by n.name, f.valid_to, f.id, e.id";
    /// The børneattester that are ordered now: the first of somebody, and a new one for what ends.
    CERTIFICATES_OF = ASKED_FOR, "and e.state <> 'ended' and f.requirement = 'childrens_certificate'
        and (f.state in ('needed', 'ordered') or f.state = 'fulfilled' and f.valid_to <= $2)
        and f.person_id in ({list}) order by n.name, f.valid_to, f.id, e.id";
}

#[derive(samskab_store::Row)]
struct Ending {
    id: FulfilmentId,
    person_id: PersonId,
    requirement: Precondition,
    state: StateKind,
    valid_to: Day,
    warned_at: Option<Instant>,
    ordered_on: Option<Day>,
    title: String,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    contact_person_id: Option<PersonId>,
    name: String,
    email: Option<String>,
}

impl Ending {
    fn poster(&self) -> Poster {
        poster(self.unit_id, self.association_id)
    }

    /// "Kursus · 12. jan."
    fn said(&self, cx: &Cx) -> String {
        format!("{} · {}", self.requirement.name(cx.locale), cx.locale.short_day(self.valid_to, cx.today()))
    }
}

/// What `statement` finds of the chosen, where the reader notes it; each once, and the names of those with nothing of it.
async fn chosen(
    cx: &Cx,
    connection: &mut Connection,
    statement: &'static Statement,
    ids: &[Uuid],
) -> Result<(Vec<Ending>, Vec<String>)> {
    let people: Vec<PersonId> = ids.iter().copied().map(PersonId::from_uuid).collect();
    let query = connection.query(statement).bind(cx.tenant.id).bind(cx.today().plus_days(SOON_DAYS));
    let mut ending: Vec<Ending> = query.bind_list(&people).all().await?;
    ending.retain(|one| {
        may(&cx.actor, authority::Action::NoteRequirements, TaskResource::new_for(one.poster()))
    });
    ending.dedup_by_key(|one| one.id);
    let rest: Vec<PersonId> =
        people.into_iter().filter(|id| ending.iter().all(|one| one.person_id != *id)).collect();
    let rest = person::store::find_many(connection, cx.tenant.id, &rest).await?;
    Ok((ending, rest.into_iter().map(|person| person.name).collect()))
}

/// The requirements that the action applies to, and the people who are left out, with the reason.
type Sorted = (Vec<Ending>, Vec<(String, String)>);

fn sorted(
    (ending, nothing): (Vec<Ending>, Vec<String>),
    why_nothing: &'static str,
    why_not: impl Fn(&Ending) -> Option<&'static str>,
) -> Sorted {
    let mut left_out: Vec<(String, String)> =
        nothing.into_iter().map(|name| (name, why_nothing.to_owned())).collect();
    let mut can = Vec::new();
    for one in ending {
        match why_not(&one) {
            None => can.push(one),
            Some(why) => left_out.push((one.name, why.to_owned())),
        }
    }
    left_out.dedup();
    (can, left_out)
}

async fn to_ask(cx: &Cx, connection: &mut Connection, ids: &[Uuid]) -> Result<Sorted> {
    let t = T(cx.locale);
    let recently = cx.now().plus_days(-DAYS_BETWEEN);
    let chosen = chosen(cx, connection, &ENDING_OF, ids).await?;
    Ok(sorted(chosen, t.renew_nothing(), |one| match () {
        () if one.requirement == Precondition::ChildrensCertificate => Some(t.renew_place_orders()),
        () if one.email.is_none() => Some(t.renew_no_email()),
        () if one.warned_at.is_some_and(|at| at > recently) => Some(t.renew_asked()),
        () => None,
    }))
}

async fn to_order(cx: &Cx, connection: &mut Connection, ids: &[Uuid]) -> Result<Sorted> {
    let t = T(cx.locale);
    let chosen = chosen(cx, connection, &CERTIFICATES_OF, ids).await?;
    let people: Vec<PersonId> = chosen.0.iter().map(|one| one.person_id).collect();
    let ages = store::ages(connection, cx.tenant.id, &people).await?;
    let is_old_enough = |one: &Ending| {
        let age = ages.get(&one.person_id).copied().unwrap_or_default();
        age.is_at_least(CERTIFICATE_FROM_YEARS, cx.today()) == Some(true)
    };
    Ok(sorted(chosen, t.renew_no_certificate(), |one| match () {
        () if one.ordered_on.is_some() => Some(t.renew_ordered_already()),
        // Somebody must have said that they are fifteen.
        () if one.state == StateKind::Needed && !is_old_enough(one) => Some(t.renew_age_unknown()),
        () => None,
    }))
}

/// The volunteers are asked to renew what ends.
pub(crate) static ASK: Action = Action {
    code: "forny",
    label: |locale| T(locale).renew_ask(),
    symbol: "refresh",
    preview: |cx, connection, ids| {
        Box::pin(async move {
            let t = T(cx.locale);
            let (can, left_out) = to_ask(cx, connection, ids).await?;
            Ok(Preview {
                heading: t.renew_ask_heading(can.len()),
                consequence: t.renew_ask_consequence().to_owned(),
                button: t.renew_ask().to_owned(),
                lines: can.iter().map(|one| (one.name.clone(), one.said(cx))).collect(),
                left_out,
                words: None,
            })
        })
    },
    carry_out: |cx, ids, _| {
        Box::pin(async move {
            let mut tx = cx.write().await?;
            let (can, left_out) = to_ask(cx, &mut tx, ids).await?;
            let posters: Vec<Poster> = can.iter().map(Ending::poster).collect();
            let ladders = answering::ladders(&mut tx, cx.tenant.id, &posters, cx.today()).await?;
            for one in &can {
                ask(&mut tx, cx, one, ladders.get(&one.poster())).await?;
            }
            tx.commit().await?;
            Ok(Outcome { said: T(cx.locale).renew_asked_done(can.len()), left_out, undo: Vec::new() })
        })
    },
    undo: None,
};

async fn ask(tx: &mut Tx, cx: &Cx, one: &Ending, ladder: Option<&Ladder>) -> Result<()> {
    let Some(person) = person::store::find(tx, cx.tenant.id, one.person_id).await? else { return Ok(()) };
    let locale = person.locale;
    let call = ladder.and_then(|ladder| {
        answering::whom_to_call(ladder, one.contact_person_id, ("", None), &cx.tenant, locale)
    });
    let text = watch::own_ending(one.requirement, one.valid_to, &one.title, locale, call);
    notice::tell(tx, person.id, ASKED, text, HREF).await?;
    watch::note_warned(tx, one.id).await?;
    Ok(())
}

/// New børneattester were ordered today. Nothing is sent before the news are gathered; until then it can be taken back.
pub(crate) static ORDER: Action = Action {
    code: "bestilt",
    label: |locale| T(locale).renew_order(),
    symbol: "check",
    preview: |cx, connection, ids| {
        Box::pin(async move {
            let t = T(cx.locale);
            let (can, left_out) = to_order(cx, connection, ids).await?;
            Ok(Preview {
                heading: t.renew_order_heading(can.len()),
                consequence: t.renew_order_consequence().to_owned(),
                button: t.renew_order().to_owned(),
                lines: can.iter().map(|one| (one.name.clone(), one.title.clone())).collect(),
                left_out,
                words: None,
            })
        })
    },
    carry_out: |cx, ids, _| Box::pin(order(cx, ids)),
    undo: Some(|cx, marks| Box::pin(take_back(cx, marks))),
};

async fn order(cx: &Cx, ids: &[Uuid]) -> Result<Outcome> {
    let (t, now) = (T(cx.locale), cx.now());
    let mut tx = cx.write().await?;
    let (can, left_out) = to_order(cx, &mut tx, ids).await?;
    let mut outcome = Outcome { left_out, ..Outcome::default() };
    let mut changed = Vec::new();
    for one in can {
        let was = store::find(&mut tx, cx.tenant.id, one.id).await?;
        let next = was.as_ref().and_then(|was| was.clone().order(cx.today(), now).ok());
        let (Some(was), Some(next)) = (was, next) else {
            outcome.left_out.push((one.name, t.renew_ordered_already().to_owned()));
            continue;
        };
        if !store::save(&mut tx, &next, &was).await? {
            outcome.left_out.push((one.name, t.renew_ordered_already().to_owned()));
            continue;
        }
        if let Some(person) = person::store::find(&mut tx, cx.tenant.id, one.person_id).await? {
            let text = T(person.locale).requirement_news_ordered(&one.title);
            let truth = Truth { about: Some(person.id), until: None };
            notice::tell_while(&mut tx, person.id, ORDERED, text, HREF, truth).await?;
        }
        outcome.undo.push(one.id.to_string());
        changed.push(RequirementChanged { person: was.person, task: was.task });
    }
    outcome.said = t.renew_ordered_done(changed.len());
    for event in changed {
        tx.record(event).await?;
    }
    tx.commit().await?;
    Ok(outcome)
}

/// The wrong button: as it was, for those who have not been told.
async fn take_back(cx: &Cx, marks: &[String]) -> Result<Outcome> {
    let t = T(cx.locale);
    let ids: Vec<FulfilmentId> = marks.iter().filter_map(|mark| mark.parse().ok()).collect();
    let mut tx = cx.write().await?;
    let mut noted = Vec::new();
    for id in ids {
        noted.extend(store::find(&mut tx, cx.tenant.id, id).await?);
    }
    let people: Vec<Uuid> = noted.iter().map(|one| one.person.uuid()).collect();
    // Only where the reader notes requirements.
    let (reached, _) = chosen(cx, &mut tx, &CERTIFICATES_OF, &people).await?;
    let mut outcome = Outcome::default();
    let mut changed = Vec::new();
    for was in noted {
        let Some(row) = reached.iter().find(|one| one.id == was.id) else { continue };
        let next = was.clone().take_back_order(cx.now());
        let was_told = !notice::take_back(&mut tx, HREF, was.person).await?;
        match next {
            Ok(next) if !was_told && store::save(&mut tx, &next, &was).await? => {
                changed.push(RequirementChanged { person: was.person, task: was.task });
            }
            _ => outcome.left_out.push((row.name.clone(), t.renew_was_told().to_owned())),
        }
    }
    outcome.said = t.renew_taken_back(changed.len());
    for event in changed {
        engagement::look_again(&mut tx, event.person).await?;
        tx.record(event).await?;
    }
    tx.commit().await?;
    Ok(outcome)
}
