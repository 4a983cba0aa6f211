//! /hoeringer/{id}/bemaerkninger: what was said, cut into points and shared out with a day. Those that say the same are one line.

use askama::Template;
use axum::{extract::Path, response::Response as Page};
use samskab_organisation::{person::PersonId, position};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, query},
    paging,
};
use serde::Deserialize;

use crate::{
    T,
    authority::{Action, Tie, may, may_keep},
    event::RemarksAssessed,
    finish::{Finish, finish},
    hearing::{Hearing, HearingId, block_name, numbered, shortened, under},
    remark::{Remark, RemarkId, Verdict},
    store,
};

/// Lines on one page.
const PAGE_SIZE: usize = 50;

samskab_web::form! {
    pub(crate) struct AssignForm {
        valgt: several(remark_chosen),
        hvem: choice(remark_assignee).first(remark_nobody).optional(),
        frist: day(remark_due).optional(),
        tema: text(remark_theme).hint(remark_theme_hint).optional().max(80),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ListQuery {
    side: Option<usize>,
    min: String,
    vis: String,
}

#[derive(Template)]
#[template(path = "hearing/remarks.html")]
struct RemarksPage {
    shell: Shell,
    t: T,
    counts: String,
    lines: Vec<RemarkLine>,
    form: AssignForm,
    people: Vec<Choice>,
    can_assign: bool,
    finish: Option<Finish>,
    is_open: bool,
    filters: Vec<(String, &'static str, bool)>,
    previous: String,
    next: String,
    position: String,
    base: String,
}

struct RemarkLine {
    id: RemarkId,
    excerpt: String,
    about: String,
    state: (&'static str, &'static str, &'static str),
}

/// Remarks in groups that say the same, the first of each group in front.
pub(crate) fn grouped(remarks: &[Remark]) -> Vec<Vec<&Remark>> {
    let mut places = std::collections::HashMap::new();
    let mut groups: Vec<Vec<&Remark>> = Vec::new();
    for remark in remarks {
        let place = *places.entry(remark.sameness.as_str()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[place].push(remark);
    }
    groups
}

pub(crate) fn tie(cx: &Cx, remark: &Remark) -> Tie {
    let is_assigned = cx.actor.person.is_some() && remark.assignee.map(PersonId::uuid) == cx.actor.person;
    if is_assigned { Tie::Assigned } else { Tie::None }
}

/// The list of remarks. Runs seven queries, whatever the number of remarks.
pub(crate) async fn list(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let hearing = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let page = list_page(&cx, &mut reader, &hearing, AssignForm::default()).await?;
    cx.page(page)
}

async fn list_page(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
    form: AssignForm,
) -> Result<RemarksPage> {
    let t = T(cx.locale);
    let all = store::remarks(connection, cx.tenant.id, hearing.id).await?;
    let is_own = |remark: &Remark| match tie(cx, remark) {
        Tie::Assigned => may(&cx.actor, Action::AssessRemarks, Tie::Assigned),
        Tie::None => false,
    };
    let has_own = all.iter().any(is_own);
    cx.require(may_keep(cx) || has_own)?;
    let blocks = store::blocks(connection, cx.tenant.id, hearing.id).await?;
    let numbered = numbered(&blocks);
    let people = position::store::staff(connection, cx.tenant.id, cx.today()).await?;
    let asked: ListQuery = query(cx);
    let is_mine = asked.min == "ja" || !may_keep(cx);
    let groups = grouped(&all);
    // A remark may have come later than the answer of the others.
    let is_unanswered = |group: &Vec<&Remark>| group.iter().any(|remark| !remark.is_settled(hearing));
    let of_reader = |group: &Vec<&Remark>| group.iter().position(|remark| tie(cx, remark) == Tie::Assigned);
    let open = groups.iter().filter(|group| is_unanswered(group)).count();
    let counts = t.remark_counts(groups.len() - open, open, all.len());
    let shown: Vec<&Vec<&Remark>> = groups
        .iter()
        .filter(|group| !is_mine || of_reader(group).is_some())
        .filter(|group| asked.vis != "mangler" || is_unanswered(group))
        .collect();
    let paging = paging::Page::new(asked.side, PAGE_SIZE);
    let line = |group: &&Vec<&Remark>| {
        let first = group[of_reader(group).unwrap_or_default()];
        let name = first.assignee.and_then(|id| people.iter().find(|(person, _)| *person == id));
        let mut about = vec![block_name(t, &numbered, first.block)];
        if group.len() > 1 {
            about.push(t.remark_so_many(group.len()));
        }
        if !first.theme.is_empty() {
            about.push(first.theme.clone());
        }
        about.extend(name.map(|(_, name)| name.clone()));
        about.extend(first.due_on.map(|day| t.remark_due_on(cx.locale.short_day(day, cx.today()))));
        let state = match group.iter().all(|remark| remark.verdict.is_some()) && is_unanswered(group) {
            true => (t.remark_to_approve(), "wait", "visibility"),
            false => Verdict::said(first.verdict.filter(|_| !is_unanswered(group)), t),
        };
        RemarkLine { id: first.id, excerpt: shortened(&first.excerpt, 160), about: about.join(" · "), state }
    };
    let base = format!("{}/bemaerkninger", hearing.href());
    let kept: Vec<String> = [("min", &asked.min), ("vis", &asked.vis)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}&", if value == "mangler" { "mangler" } else { "ja" }))
        .collect();
    let address = |side: Option<usize>| {
        side.map(|side| format!("{base}?{}side={side}", kept.concat())).unwrap_or_default()
    };
    let can_assess = hearing.can_assess(cx.now());
    let finish = finish(cx, connection, hearing).await?;
    Ok(RemarksPage {
        shell: under(cx, hearing, t.remark_title()),
        t,
        counts,
        lines: shown.iter().skip(paging.offset()).take(PAGE_SIZE).map(line).collect(),
        form,
        people: people.iter().map(|(id, name)| Choice::of(id.to_string(), name.clone())).collect(),
        can_assign: may(&cx.actor, Action::AssignRemarks, Tie::None) && can_assess,
        finish,
        is_open: !can_assess && hearing.takes_responses(cx.now()),
        filters: match may_keep(cx) {
            false => Vec::new(),
            true => vec![
                (base.clone(), t.remark_all(), asked.min.is_empty() && asked.vis.is_empty()),
                (format!("{base}?vis=mangler"), t.remark_open(), asked.vis == "mangler"),
                (format!("{base}?min=ja"), t.remark_mine(), asked.min == "ja"),
            ],
        },
        previous: address(paging.previous()),
        next: address(paging.next(shown.len())),
        position: t.hearing_page_of(paging.count(shown.len()), paging.number),
        base: hearing.href(),
    })
}

/// POST …/bemaerkninger/fordel: who assesses the chosen ones, until when, under which theme.
pub(crate) async fn assign(cx: Cx, Path(id): Path<HearingId>, Form(form): Form<AssignForm>) -> Result<Page> {
    let mut tx = cx.write().await?;
    store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::AssignRemarks, Tie::None))?;
    let hearing = store::locked(&mut tx, id).await?.or_not_found()?;
    if !hearing.can_assess(cx.now()) {
        return cx.redirect_saying(hearing.href(), "warning", "hearing-flash-was-changed");
    }
    let mut check = Check::new(cx.locale);
    let due_on = form.frist().day_ahead(&mut check, cx.today());
    let theme = form.tema().text(&mut check).unwrap_or_default();
    if form.valgt.is_empty() {
        check.refuse(&form.valgt(), T(cx.locale).remark_choose());
    }
    if let Err(errors) = check.done() {
        let page = list_page(&cx, &mut tx, &hearing, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let assignee = form.hvem.parse::<PersonId>().ok();
    let staff = position::store::staff(&mut tx, cx.tenant.id, cx.today()).await?;
    let assignee = assignee.filter(|id| staff.iter().any(|(person, _)| person == id));
    let remarks = store::remarks(&mut tx, cx.tenant.id, id).await?;
    // At most a page of them.
    for remark in remarks.iter().filter(|remark| form.valgt.contains(&remark.id.to_string())).take(PAGE_SIZE)
    {
        let assignee = assignee.or(remark.assignee);
        let theme = if theme.is_empty() { &remark.theme } else { &theme };
        store::assign(&mut tx, remark, assignee, due_on.or(remark.due_on), theme).await?;
    }
    tx.record(RemarksAssessed::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/bemaerkninger", hearing.href()), "success", "hearing-flash-assigned")
}
