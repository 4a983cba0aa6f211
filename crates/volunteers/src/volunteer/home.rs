//! /min-side: what I have said yes to, what is offered, my times – assembled from what each part has for me.

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Day, Instant, Locale};
use samskab_organisation::{
    identify::Who as _,
    person::{PersonId, store as people},
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, app, error::OrNotFound as _, module::WorkItem, personal::Section};

use super::{Cv, me, months_after, pupil, store};
use crate::T;

/// What waits for me, most urgent first.
struct Waiting {
    title: String,
    detail: String,
    href: String,
    when: String,
}

/// The state of the CV, and the next step.
struct CvPanel {
    /// Word, tone and symbol of the component `state`; an empty word: none yet.
    state: (&'static str, &'static str, &'static str),
    text: String,
    /// Said below: what would make it more useful.
    more: &'static str,
    primary: (&'static str, &'static str),
    secondary: Option<(&'static str, &'static str)>,
}

impl CvPanel {
    fn of(cv: Option<&Cv>, locale: Locale, today: Day) -> Self {
        let t = T(locale);
        let (edit, sharing) = ("/min-side/cv", "/min-side/cv/samtykke");
        let Some(cv) = cv else {
            return Self {
                state: ("", "", ""),
                text: t.volunteer_cv_panel_none_text().to_owned(),
                more: t.volunteer_cv_panel_none(),
                primary: (edit, t.volunteer_cv_panel_make()),
                secondary: None,
            };
        };
        let said = |day: Day| locale.day(day);
        let more = if cv.is_useful() { "" } else { t.volunteer_cv_panel_unfinished() };
        let edit = (edit, t.volunteer_cv_panel_edit());
        match cv.consent_until {
            None => Self {
                state: (t.volunteer_cv_panel_hidden(), "", "lock"),
                text: t.volunteer_cv_panel_hidden_text().to_owned(),
                more,
                primary: (sharing, t.volunteer_cv_panel_share()),
                secondary: Some(edit),
            },
            Some(last) if last < today => Self {
                state: (t.volunteer_cv_panel_ended(), "wait", "hourglass"),
                text: t.volunteer_cv_panel_ended_text(said(last)),
                more,
                primary: (sharing, t.volunteer_consent_renew()),
                secondary: Some(edit),
            },
            Some(last) => {
                let (state, text) = match cv.paused_until.filter(|until| today < *until) {
                    Some(until) => (
                        (t.volunteer_cv_panel_paused(), "wait", "hourglass"),
                        t.volunteer_cv_panel_paused_text(said(until)),
                    ),
                    None => (
                        (t.volunteer_cv_panel_visible(), "good", "visibility"),
                        t.volunteer_cv_panel_visible_text(said(last), cv.pseudonym.as_str()),
                    ),
                };
                let sharing = (sharing, t.volunteer_cv_panel_sharing());
                Self { state, text, more, primary: edit, secondary: Some(sharing) }
            }
        }
    }
}

#[derive(Template)]
#[template(path = "volunteer/home.html")]
struct HomePage {
    shell: Shell,
    t: T,
    hello: String,
    is_empty: bool,
    waiting: Vec<Waiting>,
    cv: CvPanel,
    has_cv: bool,
    sections: Vec<Section>,
    pupil: Option<pupil::Progress>,
    has_role: bool,
}

pub async fn show(cx: Cx) -> Result<Response> {
    let (t, today, id) = (T(cx.locale), cx.now().day(), me(&cx)?);
    let waiting = waiting(&cx).await?;
    let mut reader = cx.read().await?;
    let person = people::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let cv = store::find(&mut reader, cx.tenant.id, id).await?;
    let sections = sections(&cx, &mut reader, id).await?;
    let pupil = pupil::progress(&cx, &mut reader, id).await?;
    drop(reader);
    let is_empty = cv.is_none() && sections.iter().all(|section| section.lines.is_empty());
    cx.page(HomePage {
        shell: cx.shell(t.volunteer_home_title()),
        t,
        hello: t.volunteer_home_hello(person.first_name()),
        is_empty,
        waiting,
        cv: CvPanel::of(cv.as_ref(), cx.locale, today),
        has_cv: cv.is_some(),
        sections,
        pupil,
        has_role: cx.actor.is_staff() || !cx.actor.posters().is_empty(),
    })
}

/// What the reader has said yes to first, then what is offered. A part that has nothing to say is left out.
async fn sections(cx: &Cx, connection: &mut Connection, me: PersonId) -> Result<Vec<Section>> {
    let mut sections = Vec::new();
    for section in &cx.services.sections {
        sections.extend((section.read)(cx, connection, me.uuid()).await?);
    }
    sections.retain(|section| !section.heading.is_empty());
    // What is not empty comes first; the order is otherwise as it was.
    sections.sort_by_key(|section| section.lines.is_empty());
    Ok(sections)
}

/// The work items of somebody without a role are all their own; what waits for a role is shown in Mit overblik.
async fn waiting(cx: &Cx) -> Result<Vec<Waiting>> {
    let has_role = !cx.actor.standings.is_empty();
    let said =
        |due: Instant| T(cx.locale).volunteer_home_by(cx.locale.weekday_and_day(due.last_day(), cx.today()));
    Ok(app::work_items(cx)
        .await?
        .into_iter()
        .filter(|item| !has_role || item.is_own())
        .map(|item| Waiting {
            title: item.title,
            detail: item.detail,
            href: item.href,
            when: item.due.map(said).unwrap_or_default(),
        })
        .collect())
}

/// A consent that runs out within a month, a CV that says too little.
pub async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let (t, today) = (T(cx.locale), cx.now().day());
    let Some(cv) = store::find(connection, cx.tenant.id, me(cx)?).await? else { return Ok(Vec::new()) };
    let mut items = Vec::new();
    if let Some(last) = cv.consent_until.filter(|_| runs_out_soon(&cv, today)) {
        items.push(WorkItem {
            heading: t.worklist_kind_volunteer_consent(),
            title: t.volunteer_work_consent().to_owned(),
            detail: t.volunteer_work_consent_detail(cx.locale.weekday_and_day(last, cx.today())),
            href: "/min-side/cv/samtykke".to_owned(),
            since: last.plus_days(-31).start(),
            due: Some(last.end()),
            reason: None,
            act: None,
        });
    }
    if !cv.is_useful() {
        items.push(WorkItem {
            heading: t.worklist_kind_volunteer_cv(),
            title: t.volunteer_work_cv().to_owned(),
            detail: t.volunteer_work_cv_detail().to_owned(),
            href: "/min-side/cv".to_owned(),
            since: cv.updated_at,
            due: None,
            reason: None,
            act: None,
        });
    }
    Ok(items)
}

/// Whether a consent runs out so soon that one is asked to renew it.
pub fn runs_out_soon(cv: &Cv, today: Day) -> bool {
    !cv.shows.is_empty()
        && cv.consent_until.is_some_and(|last| today <= last && last <= months_after(today, 1))
}
