//! /tekster/{id}/stemmer/uddrag: all points that were made, with what came of each; shared out, and joined where they say the same.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::danish::sort_key;
use samskab_organisation::{person::PersonId, position};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    form::{Choice, query},
    paging,
};
use samskab_writing::text::TextId;
use serde::Deserialize;

use super::{VoicedText, Way, overview::tema, shortened};
use crate::{
    T,
    authority::{Action, VoiceTie, may},
    event::PointsChanged,
    excerpt::{Point, PointId, PointLine, Verdict},
    store,
};

/// Lines on one page.
const PAGE_SIZE: usize = 50;

samskab_web::form! {
    /// One form for what is done with the chosen ones; each button posts to an address of its own.
    pub struct ChosenForm {
        valgt: several(point_chosen),
        hvem: choice(point_assignee).first(point_nobody).optional(),
        frist: day(point_due).optional(),
        tema: text(point_theme).hint(input_theme_hint).optional().max(80),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ListQuery {
    side: Option<usize>,
    /// waits, mine, or the code of a verdict.
    vis: String,
    tema: Option<String>,
}

#[derive(Template)]
#[template(path = "voices/points.html")]
struct PointsPage {
    shell: Shell,
    t: T,
    ways: Vec<Way>,
    waiting: usize,
    all: usize,
    lines: Vec<Line>,
    filters: Vec<(String, String, bool)>,
    themes: Vec<(String, String, bool)>,
    form: ChosenForm,
    people: Vec<Choice>,
    previous: String,
    next: String,
    position: String,
    base: String,
    may_work: bool,
}

struct Line {
    id: PointId,
    said: String,
    about: String,
    state: (&'static str, &'static str, &'static str),
}

fn is_mine(cx: &Cx, point: &Point) -> bool {
    cx.actor.person.is_some() && point.assignee.map(PersonId::uuid) == cx.actor.person
}

/// How the reader is related to a point.
pub(super) fn tie_to(cx: &Cx, found: &VoicedText, point: &Point) -> VoiceTie {
    VoiceTie { to_body: found.tie, is_assigned: is_mine(cx, point) }
}

/// The list of points. Runs two queries, and those of the text.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &VoicedText,
    form: ChosenForm,
) -> Result<PointsPage> {
    let t = T(cx.locale);
    let mut all = store::point_lines(connection, cx.tenant.id, found.text.id).await?;
    let reads = found.may(cx, Action::ReadVoices);
    let is_own = |line: &PointLine| {
        may(&cx.actor, Action::AnswerPoints, tie_to(cx, found, &line.point)) && is_mine(cx, &line.point)
    };
    // Whoever is only asked to answer sees the points they are asked about.
    cx.require(reads || all.iter().any(is_own))?;
    if !reads {
        all.retain(is_own);
    }
    // Points that wait for a verdict come first.
    all.sort_by_key(|line| line.point.verdict.is_some());
    let people = position::store::staff(connection, cx.tenant.id, cx.today()).await?;
    let asked: ListQuery = query(cx);
    let has_theme = |line: &PointLine| asked.tema.as_ref().is_none_or(|theme| *theme == line.point.theme);
    let in_state = |line: &PointLine, vis: &str| match vis {
        "waits" => line.point.verdict.is_none(),
        "mine" => is_mine(cx, &line.point) && line.point.verdict.is_none(),
        "nobody" => line.point.assignee.is_none() && line.point.verdict.is_none(),
        vis => vis.parse().map_or(true, |verdict: Verdict| line.point.verdict == Some(verdict)),
    };
    let shown: Vec<&PointLine> =
        all.iter().filter(|line| has_theme(line) && in_state(line, &asked.vis)).collect();
    let base = format!("{}/uddrag", found.base());
    let with_theme = asked.tema.as_ref().map(|theme| format!("&{}", tema(theme))).unwrap_or_default();
    let filter = |vis: &'static str, label: &str| {
        let count = all.iter().filter(|line| has_theme(line) && in_state(line, vis)).count();
        (format!("{base}?vis={vis}{with_theme}"), format!("{label} ({count})"), asked.vis == vis, count)
    };
    let mut filters = vec![filter("", t.point_filter_all()), filter("waits", t.point_filter_waiting())];
    filters.push(filter("mine", t.point_filter_mine()));
    filters.push(filter("nobody", t.point_filter_nobody()));
    filters.extend(Verdict::ALL.iter().map(|verdict| filter(verdict.code(), verdict.label(t))));
    filters.retain(|(.., is_here, count)| *count > 0 || *is_here);
    let mut names: Vec<&str> = all.iter().map(|line| line.point.theme.as_str()).collect();
    names.sort_by_cached_key(|name| (name.is_empty(), sort_key(name)));
    names.dedup();
    let theme = |name: &&str| {
        let label = if name.is_empty() { t.voices_no_theme() } else { name };
        let href = format!("{base}?vis={}&{}", asked.vis, tema(name));
        (href, label.to_owned(), asked.tema.as_deref() == Some(*name))
    };
    let mut themes: Vec<(String, String, bool)> = Vec::new();
    if names.len() > 1 {
        themes.push((
            format!("{base}?vis={}", asked.vis),
            t.point_all_themes().to_owned(),
            asked.tema.is_none(),
        ));
        themes.extend(names.iter().take(40).map(theme));
    }
    let line = |line: &&PointLine| {
        let point = &line.point;
        let assignee = point.assignee.and_then(|id| people.iter().find(|(person, _)| *person == id));
        let about = [
            (line.times > 1).then(|| t.point_so_many(line.times)),
            Some(point.theme.clone()).filter(|theme| !theme.is_empty() && asked.tema.is_none()),
            assignee.map(|(_, name)| name.clone()),
            point
                .due_on
                .filter(|_| point.verdict.is_none())
                .map(|day| t.point_due_on(cx.locale.short_day(day, cx.today()))),
        ];
        Line {
            id: point.id,
            said: shortened(&line.said, 160),
            about: about.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            state: Verdict::said(point.verdict, t),
        }
    };
    let paging = paging::Page::new(asked.side, PAGE_SIZE);
    let address = |side: Option<usize>| {
        let vis = filters.iter().find(|(_, _, is_here, _)| *is_here);
        let href = vis.map_or(format!("{base}?vis={with_theme}"), |(href, ..)| href.clone());
        side.map(|side| format!("{href}&side={side}")).unwrap_or_default()
    };
    Ok(PointsPage {
        shell: found.below(cx, t.point_list_title()),
        t,
        ways: found.ways(cx, "/uddrag"),
        waiting: all.iter().filter(|line| line.point.verdict.is_none()).count(),
        all: all.len(),
        lines: shown.iter().skip(paging.offset()).take(PAGE_SIZE).map(line).collect(),
        previous: address(paging.previous()),
        next: address(paging.next(shown.len())),
        position: t.voices_page_of(paging.count(shown.len()), paging.number),
        filters: filters.into_iter().map(|(href, label, is_here, _)| (href, label, is_here)).collect(),
        themes,
        form,
        people: people.iter().map(|(id, name)| Choice::of(id.to_string(), name.clone())).collect(),
        base,
        may_work: found.may(cx, Action::WorkWithVoices),
    })
}

pub async fn list(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::read(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &found, ChosenForm::default()).await?;
    cx.page(page)
}

/// The chosen ones, in the order of the list; at most a page of them.
async fn chosen(cx: &Cx, connection: &mut Connection, form: &ChosenForm) -> Result<Vec<Point>> {
    let mut chosen = Vec::new();
    for id in form.valgt.iter().filter_map(|id| id.parse::<PointId>().ok()).take(PAGE_SIZE) {
        chosen.extend(store::find_point(connection, cx.tenant.id, id).await?);
    }
    Ok(chosen)
}

/// POST …/uddrag/fordel: who answers the chosen ones, until when, under which theme.
pub async fn assign(cx: Cx, Path(id): Path<TextId>, Form(form): Form<ChosenForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let due_on = form.frist().day_ahead(&mut check, cx.today());
    let theme = form.tema().text(&mut check).unwrap_or_default();
    if form.valgt.is_empty() {
        check.refuse(&form.valgt(), T(cx.locale).point_choose());
    }
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &found, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let staff = position::store::staff(&mut tx, cx.tenant.id, cx.today()).await?;
    let assignee = form.hvem.parse::<PersonId>().ok();
    let assignee = assignee.filter(|id| staff.iter().any(|(person, _)| person == id));
    for point in chosen(&cx, &mut tx, &form).await?.into_iter().filter(|point| point.text == id) {
        let point = Point {
            assignee: assignee.or(point.assignee),
            due_on: due_on.or(point.due_on),
            theme: if theme.is_empty() { point.theme.clone() } else { theme.clone() },
            ..point
        };
        store::save_point(&mut tx, &point.changed(cx.now())).await?;
    }
    tx.record(PointsChanged::of(id)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/uddrag", found.base()), "success", "voices-flash-assigned")
}

/// POST …/uddrag/saml: the chosen ones say the same, and are answered once.
pub async fn join(cx: Cx, Path(id): Path<TextId>, Form(form): Form<ChosenForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let t = T(cx.locale);
    let mut chosen = chosen(&cx, &mut tx, &form).await?;
    chosen.retain(|point| point.text == id);
    // The answered one, else the oldest, is the one that stays.
    chosen.sort_by_key(|point| (point.verdict.is_none(), point.created_at, point.id));
    let mut check = Check::new(cx.locale);
    if chosen.len() < 2 {
        check.refuse(&form.valgt(), t.point_join_two());
    }
    let (stays, others) = chosen.split_first().map_or((None, &[][..]), |(first, rest)| (Some(first), rest));
    let joined = others.iter().try_fold(stays.cloned(), |point, other| match point {
        Some(point) => point.joined(other).map(Some),
        None => Some(None),
    });
    if joined.is_none() {
        check.refuse(&form.valgt(), t.point_join_answers());
    }
    let errors = check.done().err();
    let (Some(Some(joined)), None) = (joined, &errors) else {
        let page = page(&cx, &mut tx, &found, form.with_errors(errors.unwrap_or_default())).await?;
        return cx.invalid(page);
    };
    let joined = joined.changed(cx.now());
    for other in others {
        store::move_excerpts(&mut tx, other.id, joined.id).await?;
        store::remove_point(&mut tx, other.id).await?;
    }
    store::save_point(&mut tx, &joined).await?;
    tx.record(PointsChanged::of(id)).await?;
    tx.commit().await?;
    cx.redirect_saying(joined.href(), "success", "voices-flash-joined")
}
