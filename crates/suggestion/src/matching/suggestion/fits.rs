//! GET /opgaver/{id}/passer-det: why a task stands in the list of the one who asks, or why not and what to do.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_finding::card::Card;
use samskab_matching::{Gate, Weights, gates};
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_taskbank::{
    authority::{Action, may},
    task::{self, TaskId},
};
use samskab_volunteers::volunteer::{self, Cv};
use samskab_web::{Cx, Error, Result, Shell, error::OrNotFound as _, module::Part};

use super::{
    Busy,
    list::{PartView, of_a_hundred, parts, sentence},
};
use crate::{
    T,
    matching::{
        market::{Markets, opening_id, task_id, volunteer_id},
        words::{self, Hindrance},
    },
};

/// Whether a task suits somebody, for its own page.
pub enum Fit {
    /// "Passer til dig, fordi …"
    Suits(String),
    /// The first thing that is in the way.
    Hindered(String),
}

/// On the task's page, for the one who reads it.
#[derive(Template)]
#[template(path = "matching/on_task_page.html")]
struct OnTaskPage {
    shell: Shell,
    t: T,
    fit: Fit,
    fit_href: String,
}

/// Whether the task suits the reader, as a part of its page.
pub const ON_TASK_PAGE: Part = Part {
    of: samskab_taskbank::task::READER,
    read: |cx, connection, task| {
        Box::pin(async move {
            let Some(fit) = fit(cx, connection, TaskId::from_uuid(task)).await? else { return Ok(None) };
            let part = OnTaskPage {
                shell: cx.shell(""),
                t: T(cx.locale),
                fit,
                fit_href: format!("/opgaver/{task}/passer-det"),
            };
            part.render().map(Some).map_err(|error| Error::Fault(error.to_string()))
        })
    },
};

/// `None` for somebody without a CV or in contact already, and for a task that takes nobody.
pub async fn fit(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Option<Fit>> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(None) };
    let t = T(cx.locale);
    let markets = cx.services.state::<Markets>();
    // Asked first, without the database: most readers have no CV.
    let closed = markets.ask(cx.tenant.id, |town| {
        let volunteer = town.everybody.volunteer(volunteer_id(me))?;
        Some(gates(volunteer, town.everybody.opening(opening_id(task))?))
    });
    let Some(closed) = closed.flatten() else { return Ok(None) };
    // Whoever is in contact with them already knows.
    if closed.contains(&Gate::AlreadyInContact) {
        return Ok(None);
    }
    if let Some(first) = closed.first() {
        let cv = volunteer::store::find(connection, cx.tenant.id, me).await?;
        return Ok(cv.map(|cv| Fit::Hindered(words::hindrance(*first, task, &cv, t).what)));
    }
    let busy = Busy::of(connection, cx.tenant.id, me).await?;
    let time = match busy.is_empty() {
        true => None,
        false => task::store::find(connection, cx.tenant.id, task).await?.map(|task| task.time),
    };
    let found = markets.ask(cx.tenant.id, |town| {
        let volunteer = town.everybody.volunteer(volunteer_id(me))?;
        let free = time.as_ref().and_then(|time| busy.free(volunteer, time, cx.today()));
        let is_taken = time.is_some() && free.is_none();
        let asked = free.as_ref().unwrap_or(volunteer);
        Some((is_taken, town.everybody.explain(asked, opening_id(task), cx.today())?))
    });
    let Some((is_taken, found)) = found.flatten() else { return Ok(None) };
    let clash = time.as_ref().and_then(|time| busy.title(time, cx.today()));
    Ok(Some(match clash.filter(|_| is_taken) {
        Some(title) => Fit::Hindered(t.matching_gate_busy(title)),
        None => Fit::Suits(sentence(&found, t)),
    }))
}

#[derive(Template)]
#[template(path = "matching/fits.html")]
struct FitsPage {
    shell: Shell,
    t: T,
    title: String,
    task_href: String,
    has_cv: bool,
    /// Empty when nothing is in the way.
    hindrances: Vec<Hindrance>,
    why: String,
    parts: Vec<PartView>,
    total: String,
    version: String,
    interest_href: String,
    is_open: bool,
    others: Vec<Card>,
}

/// Others to look at instead.
const OTHERS: usize = 3;

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let (t, today) = (T(cx.locale), cx.now().day());
    let mut reader = cx.read().await?;
    let task = task::store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    may(&cx.actor, Action::See, &task).then_some(()).or_not_found()?;
    let cv = volunteer::store::find(&mut reader, cx.tenant.id, me).await?;
    let busy = Busy::of(&mut reader, cx.tenant.id, me).await?;
    let mut is_taken = false;
    let markets = cx.services.state::<Markets>();
    let found = markets
        .ask(cx.tenant.id, |town| {
            let volunteer = town.everybody.volunteer(volunteer_id(me))?;
            let others = town.everybody.best_openings(volunteer, OTHERS + 1, today);
            let opening = town.everybody.opening(opening_id(id));
            let this = opening.and_then(|opening| {
                let free = busy.free(volunteer, &task.time, today);
                is_taken = free.is_none();
                let found = town.everybody.explain(free.as_ref().unwrap_or(volunteer), opening.id, today)?;
                Some((gates(volunteer, opening), found))
            });
            Some((this, others))
        })
        .flatten();
    let (this, others) = found.map_or((None, Vec::new()), |(this, others)| (this, others));
    let ids: Vec<TaskId> =
        others.iter().map(|found| task_id(found.opening)).filter(|one| *one != id).take(OTHERS).collect();
    let cards = task::store::cards_to_show(&mut reader, &cx.tenant, &ids, today).await?;
    let days_off = samskab_finding::days_off(&cx, &mut reader).await?;
    let href = format!("/opgaver/{id}");
    let hindrances = |cv: &Cv| {
        let closed = this.as_ref().map(|(closed, _)| closed.as_slice()).unwrap_or_default();
        let mut hindrances: Vec<Hindrance> =
            closed.iter().map(|gate| words::hindrance(*gate, id, cv, t)).collect();
        let clash = busy.title(&task.time, today).filter(|_| is_taken && hindrances.is_empty());
        hindrances.extend(clash.map(|title| words::busy(title, t)));
        hindrances
    };
    cx.page(FitsPage {
        shell: cx
            .shell(t.matching_fits_title())
            .under("/opgaver", t.task_find())
            .under(href.clone(), task.title.clone())
            .here(),
        t,
        has_cv: cv.is_some(),
        hindrances: cv.as_ref().map(hindrances).unwrap_or_default(),
        why: this.as_ref().map(|(_, found)| sentence(found, t)).unwrap_or_default(),
        parts: this.as_ref().map(|(_, found)| parts(&found.score, t)).unwrap_or_default(),
        total: this
            .as_ref()
            .map(|(_, found)| of_a_hundred(i64::from(found.score.total), t.0))
            .unwrap_or_default(),
        version: Weights::default().version.to_string(),
        interest_href: format!("{href}/interesse"),
        is_open: task.state.is_open(),
        title: task.title,
        task_href: href,
        others: cards
            .iter()
            .map(|card| Card::of(card, None, days_off.of(card), cx.now(), samskab_finding::T(t.0)))
            .collect(),
    })
}
