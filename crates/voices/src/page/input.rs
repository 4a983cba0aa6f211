//! /input/{id}: what was said, and the passages that were cut from it; it is set aside with a reason, or deleted.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::body::{self, BodyKind};
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::{VoicedText, concern::ConcernForm, cut::CutForm, lines};
use crate::{
    T,
    authority::Action,
    event::InputsChanged,
    excerpt::{ExcerptId, Point, Verdict, stands_in},
    input::{Input, InputFacts, InputId, InputKind, state_of},
    store,
};

samskab_web::form! {
    pub struct AsideForm {
        hvorfor: paragraph(input_aside_why).hint(input_aside_why_hint).required().rows(2).max(500),
    }
}

#[derive(Template)]
#[template(path = "voices/input.html")]
struct InputPage {
    shell: Shell,
    t: T,
    facts: Vec<(&'static str, String)>,
    state: (&'static str, &'static str, &'static str),
    said: Vec<String>,
    is_quote: bool,
    set_aside: String,
    excerpts: Vec<ExcerptLine>,
    choices: Vec<Choice>,
    themes: Vec<String>,
    cut: CutForm,
    aside: AsideForm,
    concern: Option<ConcernForm>,
    answer: Vec<String>,
    bodies: Vec<Choice>,
    base: String,
    may_work: bool,
    can_remove: bool,
}

struct ExcerptLine {
    id: ExcerptId,
    said: String,
    href: String,
    about: String,
    state: (&'static str, &'static str, &'static str),
    can_remove: bool,
}

/// The forms of the page, as they were sent.
#[derive(Default)]
pub(super) struct InputForms {
    pub cut: CutForm,
    pub aside: AsideForm,
    pub concern: Option<ConcernForm>,
}

/// An input and its text, for whoever reads it.
pub(super) async fn find(
    cx: &Cx,
    connection: &mut Connection,
    id: InputId,
    action: Action,
) -> Result<(Input, VoicedText)> {
    let input = store::find_input(connection, cx.tenant.id, id).await?.or_not_found()?;
    let found = VoicedText::read(cx, connection, input.text).await?;
    cx.require(found.may(cx, action))?;
    Ok((input, found))
}

/// The same for those who work with it, while nobody else writes about the voices of the text.
pub(super) async fn locked(cx: &Cx, tx: &mut Tx, id: InputId) -> Result<(Input, VoicedText)> {
    let (input, _) = find(cx, tx, id, Action::WorkWithVoices).await?;
    VoicedText::locked(cx, tx, input.text).await?;
    find(cx, tx, id, Action::WorkWithVoices).await
}

/// The page of an input. Runs four queries; one more for a concern.
pub(super) async fn page(
    cx: &Cx,
    connection: &mut Connection,
    (input, found): (&Input, &VoicedText),
    forms: InputForms,
) -> Result<impl Template + use<>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let excerpts = store::excerpts_of_input(connection, tenant, input.id).await?;
    let points = store::points_of_input(connection, tenant, input.id).await?;
    let themes = store::themes(connection, tenant, input.text).await?;
    let is_concern = input.kind == InputKind::Concern;
    let mut bodies = match is_concern {
        true => body::all(connection, tenant, cx.today()).await?,
        false => Vec::new(),
    };
    let med = bodies.iter().find(|body| Some(body.id) == input.med).map(|body| body.name.clone());
    bodies.retain(|body| body.kind == BodyKind::Med || Some(body.id) == input.med);
    let point_of = |id| points.iter().find(|point: &&Point| point.id == id);
    let unanswered = excerpts
        .iter()
        .filter(|one| point_of(one.point).is_some_and(|point| point.verdict.is_none()))
        .count();
    let state = state_of(InputFacts {
        is_concern,
        is_set_aside: !input.set_aside.is_empty(),
        has_answer: !input.answer.is_empty(),
        excerpts: i64::try_from(excerpts.len()).unwrap_or(i64::MAX),
        unanswered: i64::try_from(unanswered).unwrap_or(i64::MAX),
    });
    let choices = lines(&input.said).into_iter().zip(1..).map(|(line, number)| {
        let is_cut = excerpts.iter().any(|one| stands_in(&one.said, &line));
        let choice = Choice::of(number.to_string(), line);
        if is_cut { choice.hint(t.cut_is_cut()) } else { choice }
    });
    let excerpt = |one: &crate::excerpt::Excerpt| {
        let point = point_of(one.point);
        let mut about = Vec::new();
        if let Some(point) = point {
            about.extend(Some(point.theme.clone()).filter(|theme| !theme.is_empty()));
            about.extend(Some(point.because.clone()).filter(|because| !because.is_empty()));
        }
        ExcerptLine {
            id: one.id,
            said: one.said.clone(),
            href: format!("/uddrag/{}", one.point),
            about: about.join(" · "),
            state: Verdict::said(point.and_then(|point| point.verdict), t),
            can_remove: point.is_none_or(|point| point.verdict.is_none()),
        }
    };
    let may_work = found.may(cx, Action::WorkWithVoices);
    let concern = match (is_concern && may_work, forms.concern) {
        (true, Some(form)) => Some(form),
        (true, None) => Some(ConcernForm::of(input)),
        (false, _) => None,
    };
    Ok(InputPage {
        shell: found.deeper(cx, t.input_title(input.number), ("input", t.input_list_title())),
        t,
        facts: facts(cx, input, med),
        state: state.said(t),
        said: lines(&input.said),
        is_quote: input.is_quote,
        set_aside: input.set_aside.clone(),
        choices: choices.collect(),
        can_remove: may_work && excerpts.is_empty(),
        excerpts: excerpts.iter().map(excerpt).collect(),
        themes,
        cut: if forms.cut.tema_uddrag.is_empty() && forms.cut.errors.is_empty() {
            CutForm { tema_uddrag: input.theme.clone(), ..forms.cut }
        } else {
            forms.cut
        },
        aside: forms.aside,
        concern,
        answer: lines(&input.answer),
        bodies: bodies.iter().map(|body| Choice::of(body.id.to_string(), body.name.clone())).collect(),
        base: input.href(),
        may_work,
    })
}

fn facts(cx: &Cx, input: &Input, med: Option<String>) -> Vec<(&'static str, String)> {
    let t = T(cx.locale);
    let day = |day| cx.locale.day(day);
    let source = match input.source_kind {
        // »HovedMED« says that it is MED.
        Some(kind) if input.source.to_lowercase().contains(&kind.label(t).to_lowercase()) => {
            input.source.clone()
        }
        Some(kind) => format!("{} ({})", input.source, kind.label(t).to_lowercase()),
        None => input.source.clone(),
    };
    let told = med.map(|med| match input.med_on {
        Some(on) => format!("{med}, {}", day(on)),
        None => med,
    });
    let mut facts = vec![(t.input_kind(), input.kind.label(t).to_owned()), (t.input_source(), source)];
    let more = [
        (t.input_day(), input.said_on.map(day)),
        (t.input_place(), Some(input.place.clone())),
        (t.input_theme(), Some(input.theme.clone())),
        (t.input_gravity(), input.gravity.map(|one| one.label(t).to_owned())),
        (t.concern_med(), told),
    ];
    let filled = |(name, value): (&'static str, Option<String>)| {
        value.filter(|value| !value.is_empty()).map(|value| (name, value))
    };
    facts.extend(more.into_iter().filter_map(filled));
    if input.is_from_form {
        facts.push((t.input_origin(), t.input_from_form().to_owned()));
    }
    facts
}

pub async fn show(cx: Cx, Path(id): Path<InputId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (input, found) = find(&cx, &mut reader, id, Action::ReadVoices).await?;
    let page = page(&cx, &mut reader, (&input, &found), InputForms::default()).await?;
    cx.page(page)
}

/// POST …/laeg-til-side: sets the input aside, with a reason. Only while no passage is cut from it.
pub async fn set_aside(cx: Cx, Path(id): Path<InputId>, Form(form): Form<AsideForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (input, found) = locked(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let why = form.hvorfor().text(&mut check);
    if !store::excerpts_of_input(&mut tx, cx.tenant.id, id).await?.is_empty() {
        check.refuse(&form.hvorfor(), T(cx.locale).input_aside_has_excerpts());
    }
    let errors = check.done().err();
    let (Some(why), None) = (why, &errors) else {
        let forms =
            InputForms { aside: form.with_errors(errors.unwrap_or_default()), ..InputForms::default() };
        let page = page(&cx, &mut tx, (&input, &found), forms).await?;
        return cx.invalid(page);
    };
    let input = Input { set_aside: why, ..input }.changed(cx.now());
    store::save_input(&mut tx, &input).await?;
    tx.record(InputsChanged::of(input.text)).await?;
    tx.commit().await?;
    cx.redirect_saying(input.href(), "success", "voices-flash-set-aside")
}

/// POST …/tag-op: it is looked at after all.
pub async fn take_up(cx: Cx, Path(id): Path<InputId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (input, _) = locked(&cx, &mut tx, id).await?;
    let input = Input { set_aside: String::new(), ..input }.changed(cx.now());
    store::save_input(&mut tx, &input).await?;
    tx.record(InputsChanged::of(input.text)).await?;
    tx.commit().await?;
    cx.redirect_saying(input.href(), "success", "voices-flash-taken-up")
}

/// POST …/slet: what was written down by mistake, or should not be kept at all. Only while nothing is cut from it.
pub async fn remove(cx: Cx, Path(id): Path<InputId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (input, found) = locked(&cx, &mut tx, id).await?;
    if !store::excerpts_of_input(&mut tx, cx.tenant.id, id).await?.is_empty() {
        return cx.redirect_saying(input.href(), "warning", "voices-flash-has-excerpts");
    }
    store::remove_input(&mut tx, id).await?;
    tx.record(InputsChanged::of(input.text)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/input", found.base()), "success", "voices-flash-input-removed")
}
