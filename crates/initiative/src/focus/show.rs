//! GET /fokus and /fokus/{id}: the focus areas of a year with what is done about them, in words that are true: what is not
//! begun, what stopped and why, and since when nobody has said anything.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::body::{self, Body, BodyId};
use samskab_web::{Cx, Error, Result, Shell, form};

use super::{FocusArea, FocusAreaId, rules, store};
use crate::{
    T, aim,
    authority::{Action, Tie, may},
    initiative::{self, Initiative, InitiativeState, Owners, Status, rules::Progress},
};

samskab_web::form! {
    pub struct YearQuery {
        aar: text(focus_year).unmarked().max(4),
    }
}

#[derive(Template)]
#[template(path = "focus/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    year: i64,
    copied_year: String,
    next_year: i64,
    is_past: bool,
    areas: Vec<AreaLine>,
    /// The other years: address, label, whether it is this one.
    years: Vec<(String, i64, bool)>,
    may_keep: bool,
    can_copy: bool,
}

struct AreaLine {
    title: String,
    href: String,
    why: String,
    /// Where it is not decided yet; for those who write it.
    draft: &'static str,
    bar: Bar,
    stopped: Vec<(String, String, String)>,
}

/// How it goes, in words, and one piece for each initiative.
pub(crate) struct Bar {
    words: String,
    pieces: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "focus/show.html")]
struct AreaPage {
    shell: Shell,
    t: T,
    title: String,
    year: i64,
    draft: &'static str,
    why: String,
    goals: Vec<String>,
    decided: Vec<String>,
    bar: Bar,
    lines: Vec<InitiativeLine>,
    /// The same in the year before and after: label and address.
    others: Vec<(String, String)>,
    may_keep: bool,
    add: String,
    edit: String,
    pick: String,
    /// What it serves: address and name.
    aims: Vec<(String, String)>,
}

struct InitiativeLine {
    title: String,
    href: String,
    owner: String,
    state: (&'static str, &'static str, &'static str),
    goal: String,
    /// The newest that was told, with its day.
    told: String,
    /// It is continued in another year: "Fortsætter i 2027".
    goes_on: String,
    old: String,
}

fn bar(t: T, initiatives: &[&Initiative]) -> Bar {
    let progress = Progress::of(initiatives.iter().map(|one| one.state));
    let parts = [
        (progress.done, t.focus_done(progress.done)),
        (progress.under_way, t.focus_under_way(progress.under_way)),
        (progress.not_begun, t.focus_not_begun(progress.not_begun)),
        (progress.stopped, t.focus_has_stopped(progress.stopped)),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    let words = match progress.total() {
        0 => t.focus_nothing().to_owned(),
        total => t.focus_progress(parts.join(", "), total),
    };
    let piece = |state: InitiativeState| (state.code(), state.said(t).2);
    Bar { words, pieces: progress.pieces().into_iter().map(piece).collect() }
}

/// The focus areas of one year. Runs three queries.
pub async fn list(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let may_keep = may(&cx.actor, Action::KeepFocusAreas, Tie::None);
    let sees_all = may(&cx.actor, Action::SeeAll, Tie::None);
    let asked: YearQuery = form::query(&cx);
    let mut reader = cx.read().await?;
    let all = store::every(&mut reader, cx.tenant.id).await?;
    let this_year = i64::from(cx.today().date().year());
    let shown: Vec<&FocusArea> = all.iter().filter(|area| area.is_for_all() || may_keep).collect();
    let mut years: Vec<i64> = shown.iter().map(|area| area.year).chain([this_year]).collect();
    years.sort_unstable();
    years.dedup();
    years.reverse();
    let year = asked.aar.trim().parse().ok().filter(|year| years.contains(year)).unwrap_or(this_year);
    let own: Vec<&FocusArea> = shown.iter().copied().filter(|area| area.year == year).collect();
    let ids: Vec<FocusAreaId> = own.iter().flat_map(|area| rules::line_of(&all, area.id)).collect();
    let mut initiatives = initiative::store::of_focus_areas(&mut reader, cx.tenant.id, &ids).await?;
    drop(reader);
    let can_copy = may_keep && own.iter().any(|area| rules::goes_on(&all, &initiatives, area));
    initiatives.retain(|one| one.is_public || sees_all);
    let line = |area: &&FocusArea| {
        let under = rules::under(&all, &initiatives, area.id);
        let stopped = under.iter().filter(|one| one.state == InitiativeState::Stopped);
        AreaLine {
            title: area.title.clone(),
            href: area.href(),
            why: area.why.clone(),
            draft: if area.is_for_all() { "" } else { area.state.label(t) },
            bar: bar(t, &under),
            stopped: stopped.map(|one| (one.href(), one.title.clone(), one.state_reason.clone())).collect(),
        }
    };
    let year_link = |one: &i64| (format!("/fokus?aar={one}"), *one, *one == year);
    cx.page(ListPage {
        shell: cx.shell(t.focus_title_of(year.to_string())).here(),
        t,
        year,
        copied_year: year.to_string(),
        next_year: year + 1,
        is_past: year < this_year,
        areas: own.iter().map(line).collect(),
        years: if years.len() > 1 { years.iter().map(year_link).collect() } else { Vec::new() },
        may_keep,
        can_copy,
    })
}

/// One focus area with what is done about it. Runs at most seven queries.
pub async fn show(cx: Cx, Path(id): Path<FocusAreaId>) -> Result<Response> {
    let t = T(cx.locale);
    let may_keep = may(&cx.actor, Action::KeepFocusAreas, Tie::None);
    let sees_all = may(&cx.actor, Action::SeeAll, Tie::None);
    let mut reader = cx.read().await?;
    let all = store::every(&mut reader, cx.tenant.id).await?;
    let area = all.iter().find(|area| area.id == id && (area.is_for_all() || may_keep));
    let area = area.ok_or(Error::NotFound)?;
    let ids = rules::line_of(&all, id);
    let mut initiatives = initiative::store::of_focus_areas(&mut reader, cx.tenant.id, &ids).await?;
    initiatives.retain(|one| one.is_public || sees_all);
    let statuses = initiative::store::newest_statuses(&mut reader, cx.tenant.id, &initiatives).await?;
    let owners = Owners::of(&cx, &mut reader, &initiatives).await?;
    let bodies = body::store::every(&mut reader, cx.tenant.id).await?;
    let aims = aim::store::of_focus_area(&mut reader, cx.tenant.id, id).await?;
    let aims = aim::pick::shown(&cx, &mut reader, aims).await?;
    drop(reader);
    let line = |one: &Initiative| {
        let told = statuses.iter().find(|status| status.initiative == one.id);
        let later =
            all.iter().find(|area| Some(area.id) == one.focus_area && area.id != id && area.is_for_all());
        InitiativeLine {
            title: one.title.clone(),
            href: one.href(),
            owner: owners.said(&cx, one),
            state: one.state.said(t),
            goal: one.goal.clone(),
            told: told.map(|status| told_on(&cx, t, status)).unwrap_or_default(),
            goes_on: later.map(|area| t.initiative_goes_on(area.year.to_string())).unwrap_or_default(),
            old: match one.is_old(cx.now()) {
                true => t.initiative_is_old(cx.locale.day(one.told_at.day())),
                false => String::new(),
            },
        }
    };
    let under: Vec<&Initiative> = initiatives.iter().collect();
    let before = all.iter().find(|other| Some(other.id) == area.copied_from);
    let after = all.iter().find(|other| other.copied_from == Some(id));
    let others = before.into_iter().chain(after).filter(|other| other.is_for_all() || may_keep);
    cx.page(AreaPage {
        shell: cx.shell(area.title.clone()).under("/fokus", t.focus_title()).here(),
        t,
        title: area.title.clone(),
        year: area.year,
        draft: if area.is_for_all() { "" } else { area.state.label(t) },
        why: area.why.clone(),
        goals: area.goals().map(str::to_owned).collect(),
        decided: decided(t, area, &bodies),
        bar: bar(t, &under),
        lines: under.into_iter().map(line).collect(),
        others: others
            .map(|other| (t.focus_same_in(other.title.as_str(), other.year.to_string()), other.href()))
            .collect(),
        may_keep,
        add: format!("/indsatser/ny?fokus={id}"),
        edit: format!("{}/rediger", area.href()),
        pick: format!("{}/maal", area.href()),
        aims,
    })
}

fn told_on(cx: &Cx, t: T, status: &Status) -> String {
    t.initiative_told_on(cx.locale.day(status.created_at.day()), status.said.as_str())
}

/// Who recommended it and who decided it, with the numbers under which that is cited.
fn decided(t: T, area: &FocusArea, bodies: &[Body]) -> Vec<String> {
    let name = |id: Option<BodyId>| {
        let body = bodies.iter().find(|body| Some(body.id) == id);
        body.map(|body| body.name.as_str())
    };
    let recommended = name(area.recommended_by).map(|body| match area.recommended_number.as_str() {
        "" => t.focus_recommended_by(body),
        number => t.focus_recommended_by_numbered(body, number),
    });
    let decided =
        name(area.decided_by).filter(|_| area.is_for_all()).map(|body| match area.decided_number.as_str() {
            "" => t.focus_decided_by(body),
            number => t.focus_decided_by_numbered(body, number),
        });
    recommended.into_iter().chain(decided).collect()
}
