//! GET and POST /opgaver/{id}/frivillige: who suits a task, by pseudonym, and inviting them.
//!
//! No person is ranked (FX-06): the order spreads invitations and changes by the day, and no number is shown.

mod send;

use std::collections::HashMap;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_finding::card::unbroken;
use samskab_matching::Match;
use samskab_organisation::person::PersonId;
use samskab_shifts::shift::{self, Shift};
use samskab_store::Connection;
use samskab_taskbank::{
    catalogue,
    task::{self, Task, TaskId, store::ShownTask},
};
use samskab_volunteers::volunteer::{self, Cv, Field, look};
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, form};

use super::{
    Settings,
    budget::{Spared, spared},
    invitation::{self, Invitation, State},
    market::{Markets, person_id},
    wave::opening_of,
    words,
};
use crate::T;
use crate::authority::{Action, may};

pub(super) use send::send;

/// At most this many, which is as many as one looks through.
const SHOWN: usize = 20;

samskab_web::form! {
    pub(super) struct InviteForm {
        /// The ids of the chosen CVs.
        hvem: several(matching_invite_who),
        /// The shift that somebody is missing on; empty: it is about the task and its own times.
        vagt: hidden,
        message: paragraph(matching_invite_message).hint(matching_invite_message_hint).rows(4).max(600),
    }
}

#[derive(Template)]
#[template(path = "matching/invite.html")]
struct InvitePage {
    shell: Shell,
    t: T,
    title: String,
    href: String,
    when: String,
    is_open: bool,
    candidates: Vec<Candidate>,
    may_invite_any: bool,
    sent: Vec<SentView>,
    form: InviteForm,
    why_href: String,
}

/// Somebody who suits, as far as they show themselves.
struct Candidate {
    cv: String,
    name: String,
    reasons: Vec<String>,
    facts: Vec<(&'static str, String)>,
    about: String,
    is_chosen: bool,
    /// Why they are not asked now; empty: they may be.
    spared: String,
}

struct SentView {
    id: String,
    name: String,
    state: &'static str,
    tone: &'static str,
    symbol: &'static str,
    when: String,
    may_withdraw: bool,
    /// Only after a yes: the page with name and contact.
    interest_href: String,
}

pub(super) async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let shown = task::store::shown(&mut reader, cx.tenant.id, id, cx.now().day()).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Invite, &shown.task))?;
    let asked: InviteForm = form::query(&cx);
    let shift = shift_of(&cx, &mut reader, &shown.task, &asked.vagt).await?;
    let t = T(cx.locale);
    let message = match &shift {
        Some(shift) => t.matching_invite_message_shift(&shown.task.title, shift.when(cx.locale, cx.today())),
        None => t.matching_invite_message_start(&shown.task.title),
    };
    let vagt = shift.map(|shift| shift.id.to_string()).unwrap_or_default();
    let form = InviteForm { message, vagt, ..InviteForm::default() };
    let (page, people) = InvitePage::read(&cx, &mut reader, &shown, form).await?;
    let by_place = look::place_of(&cx, &mut reader, Some(shown.task.poster)).await?;
    drop(reader);
    if !people.is_empty() {
        let mut tx = cx.write().await?;
        look::log(&mut tx, &people, look::Kind::Listed, &by_place, Some(id)).await?;
        tx.commit().await?;
    }
    cx.page(page)
}

/// The shift that is asked about: one of the task's that can still be filled.
async fn shift_of(cx: &Cx, connection: &mut Connection, task: &Task, vagt: &str) -> Result<Option<Shift>> {
    let Ok(id) = vagt.parse() else { return Ok(None) };
    let shift = shift::store::find(connection, cx.tenant.id, id).await?;
    Ok(shift.filter(|shift| shift.task == task.id && shift.is_planned() && !shift.has_begun(cx.now())))
}

/// Whom the task, or one shift of it, suits best today among those who may be found.
fn suited(cx: &Cx, task: &Task, shift: Option<&Shift>) -> Vec<Match> {
    let today = cx.today();
    let found = cx.services.state::<Markets>().ask(cx.tenant.id, |town| match shift {
        None => town.best_findable(task.id, SHOWN, today),
        Some(shift) => {
            let turn = opening_of(task, shift, cx.now());
            town.findable.best_volunteers_for(&turn, SHOWN, &town.everybody.circumstances(today))
        }
    });
    found.unwrap_or_default()
}

/// Who suits it best today, with what is known of them; only those who may be found.
async fn candidates(
    cx: &Cx,
    connection: &mut Connection,
    task: &Task,
    shift: Option<&Shift>,
) -> Result<Vec<(Cv, Match)>> {
    let today = cx.now().day();
    let found = suited(cx, task, shift);
    let people: Vec<PersonId> = found.iter().map(|one| person_id(one.volunteer)).collect();
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let cvs = volunteer::store::find_many(connection, cx.tenant.id, &people).await?;
    let mut by_person: HashMap<PersonId, Cv> = cvs.into_iter().map(|cv| (cv.person, cv)).collect();
    // Asked of the database again: a consent may have been taken back this second.
    let of = |one: Match| {
        let cv = by_person.remove(&person_id(one.volunteer)).filter(|cv| cv.is_findable(today))?;
        Some((cv, one))
    };
    Ok(found.into_iter().filter_map(of).collect())
}

impl InvitePage {
    async fn read(
        cx: &Cx,
        connection: &mut Connection,
        shown: &ShownTask,
        form: InviteForm,
    ) -> Result<(Self, Vec<PersonId>)> {
        let (t, now, tenant) = (T(cx.locale), cx.now(), cx.tenant.id);
        let task = &shown.task;
        let settings = Settings::of(&cx.tenant);
        let shift = shift_of(cx, connection, task, &form.vagt).await?;
        let candidates = candidates(cx, connection, task, shift.as_ref()).await?;
        let people: Vec<PersonId> = candidates.iter().map(|(cv, _)| cv.person).collect();
        let since = now.plus_days(-settings.looks_back());
        let sent_to = invitation::store::sent_to(connection, tenant, &people, since).await?;
        let view = |(cv, found): &(Cv, Match)| {
            let spared = spared(cv.person, task.poster, &sent_to, &settings, now);
            Candidate {
                cv: cv.id.to_string(),
                name: t.matching_pseudonym(&cv.pseudonym),
                reasons: words::about_volunteer(&found.explanation, cv, t),
                facts: facts(cv, t),
                about: if cv.shows(Field::About) { cv.about.clone() } else { String::new() },
                is_chosen: form.hvem.contains(&cv.id.to_string()),
                spared: spared.map(|spared| spared.words(t, now.day())).unwrap_or_default(),
            }
        };
        let views: Vec<Candidate> = candidates.iter().map(view).collect();
        let sent = invitation::store::of_task(connection, tenant, task.id).await?;
        let sent: Vec<Invitation> = sent.into_iter().filter(|one| one.stand_in.is_none()).collect();
        let sent = sent_views(connection, cx, &sent).await?;
        let href = format!("/opgaver/{}", task.id);
        let page = Self {
            shell: cx
                .shell(t.matching_invite_title())
                .under("/opgaver", t.task_find())
                .under(href.clone(), task.title.clone())
                .here(),
            t,
            title: task.title.clone(),
            when: unbroken(&match &shift {
                Some(shift) => shift.when(cx.locale, now.day()),
                None => task.time.sentence(cx.locale, now.day()),
            }),
            is_open: task.state.is_open(),
            may_invite_any: views.iter().any(|candidate| candidate.spared.is_empty()),
            candidates: views,
            sent,
            form,
            why_href: format!("{href}/hvorfor"),
            href,
        };
        Ok((page, people))
    }
}

impl Spared {
    pub fn words(self, t: T, today: samskab_kernel::Day) -> String {
        match self {
            Self::Enough { count } => t.matching_spared_enough(count),
            Self::HeardFromYou { again } => t.matching_spared_heard(t.0.weekday_and_day(again, today)),
        }
    }
}

/// What somebody shows of themselves besides the reasons: icon and words.
fn facts(cv: &Cv, t: T) -> Vec<(&'static str, String)> {
    let mut facts: Vec<(&'static str, String)> = Vec::new();
    let mut add = |symbol, text: String| {
        if !text.is_empty() {
            facts.push((symbol, text));
        }
    };
    if cv.shows(Field::Area) {
        let postcode = cv.postcode.as_ref().map(ToString::to_string).unwrap_or_default();
        add(
            "location",
            match cv.reach_km {
                Some(km) if !postcode.is_empty() => t.matching_fact_area_reach(t.0.number(km), &postcode),
                _ => postcode,
            },
        );
    }
    if cv.shows(Field::Competences) {
        let named = cv.competences.iter().filter_map(|key| catalogue::competence(key));
        let named: Vec<String> = named.map(|one| one.name(t.0).to_owned()).collect();
        add("how-to-reg", named.join(" · "));
        if cv.driving_licence {
            add("car", t.matching_fact_licence().to_owned());
        }
    }
    if cv.shows(Field::Languages) && !cv.languages.is_empty() {
        let named: Vec<String> =
            cv.languages.iter().map(|one| one.label(samskab_taskbank::T(t.0)).to_owned()).collect();
        add("language", named.join(", "));
    }
    if cv.shows(Field::Experience)
        && let Some(year) = cv.volunteer_since
    {
        add("groups", t.matching_fact_since(year));
    }
    facts
}

async fn sent_views(connection: &mut Connection, cx: &Cx, sent: &[Invitation]) -> Result<Vec<SentView>> {
    let (t, now) = (T(cx.locale), cx.now());
    let people: Vec<PersonId> = sent.iter().map(|one| one.person).collect();
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let cvs = volunteer::store::find_many(connection, cx.tenant.id, &people).await?;
    Ok(sent
        .iter()
        .map(|one| {
            let cv = cvs.iter().find(|cv| cv.person == one.person);
            let (state, tone, symbol) = one.state.words(t);
            SentView {
                id: one.id.to_string(),
                name: cv.map_or_else(
                    || t.matching_pseudonym_gone().to_owned(),
                    |cv| t.matching_pseudonym(&cv.pseudonym),
                ),
                state,
                tone,
                symbol,
                when: t.0.short_day(one.state_since.day(), now.day()),
                may_withdraw: one.is_open(now),
                interest_href: one.interest.map(samskab_interest::href).unwrap_or_default(),
            }
        })
        .collect())
}

impl State {
    /// Word, tone and symbol of the component `state`.
    pub fn words(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Sent => (t.matching_state_sent(), "wait", "hourglass"),
            Self::Accepted => (t.matching_state_accepted(), "good", "check"),
            Self::Declined => (t.matching_state_declined(), "", "close"),
            Self::Expired => (t.matching_state_expired(), "", "time"),
            Self::Withdrawn => (t.matching_state_withdrawn(), "", "close"),
        }
    }
}
