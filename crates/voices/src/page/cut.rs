//! An input is cut into passages: lines are chosen, the passage is typed, or the whole is one. The same words make the same point.

use axum::{extract::Path, response::Response};
use samskab_store::Tx;
use samskab_web::{Check, Cx, Form, Result, error::OrNotFound as _};

use super::{
    VoicedText,
    input::{InputForms, locked, page},
};
use crate::{
    T,
    event::PointsChanged,
    excerpt::{Excerpt, ExcerptId, Point, lines, sameness, stands_in},
    input::{Input, InputId, LONGEST},
    store,
};

/// At most this many passages are cut from one input.
const MOST_EXCERPTS: usize = 500;

samskab_web::form! {
    pub struct CutForm {
        linjer: several(cut_lines).hint(cut_lines_hint),
        passage: paragraph(cut_passage).hint(cut_passage_hint).optional().rows(3).at_most(LONGEST),
        tema_uddrag: text(cut_theme).hint(input_theme_hint).optional().max(80),
    }
}

samskab_web::form! {
    pub struct WholeForm {
        tema: hidden,
    }
}

/// Stores a passage as one that waits, or with those that say the same. `false`: this input says it already.
pub(super) async fn store_excerpt(
    cx: &Cx,
    tx: &mut Tx,
    input: &Input,
    said: &str,
    theme: &str,
) -> Result<bool> {
    let tenant = cx.tenant.id;
    let there = store::excerpts_of_input(tx, tenant, input.id).await?;
    let sameness = sameness(said);
    if there.iter().any(|one| one.sameness == sameness) || there.len() >= MOST_EXCERPTS {
        return Ok(false);
    }
    let point = match store::find_same(tx, tenant, input.text, &sameness).await? {
        Some(same) => same.point,
        None => {
            let point = Point::new(cx.new_id(), input.text, theme, cx.now());
            store::add_point(tx, &point).await?;
            point.id
        }
    };
    let excerpt = Excerpt {
        id: cx.new_id(),
        text: input.text,
        input: input.id,
        point,
        // Its position; a passage that is not in the input word for word comes last.
        place: place(&input.said, said),
        said: said.to_owned(),
        sameness,
        created_at: cx.now(),
    };
    store::add_excerpt(tx, &excerpt).await?;
    if !input.set_aside.is_empty() {
        let input = Input { set_aside: String::new(), ..input.clone() }.changed(cx.now());
        store::save_input(tx, &input).await?;
    }
    tx.record(PointsChanged::of(input.text)).await?;
    Ok(true)
}

fn place(whole: &str, said: &str) -> i64 {
    let first = lines(said).first().copied().unwrap_or_default();
    i64::try_from(whole.find(first).unwrap_or(whole.len())).unwrap_or(i64::MAX)
}

pub async fn cut(cx: Cx, Path(id): Path<InputId>, Form(form): Form<CutForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (input, found) = locked(&cx, &mut tx, id).await?;
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let typed = form.passage().text(&mut check).unwrap_or_default();
    let theme = form.tema_uddrag().text(&mut check).unwrap_or_default();
    let chosen: Vec<&str> = lines(&input.said)
        .into_iter()
        .zip(1_usize..)
        .filter(|(_, number)| form.linjer.contains(&number.to_string()))
        .map(|(line, _)| line)
        .collect();
    if chosen.is_empty() && typed.is_empty() && !check.refuses(&[form.passage()]) {
        check.refuse(&form.passage(), t.cut_nothing());
    } else if !typed.is_empty() && !stands_in(&input.said, &typed) {
        check.refuse(&form.passage(), t.cut_not_there());
    }
    if let Err(errors) = check.done() {
        let forms = InputForms { cut: form.with_errors(errors), ..InputForms::default() };
        let page = page(&cx, &mut tx, (&input, &found), forms).await?;
        return cx.invalid(page);
    }
    let mut is_new = false;
    if !chosen.is_empty() {
        is_new |= store_excerpt(&cx, &mut tx, &input, &chosen.join("\n"), &theme).await?;
    }
    if !typed.is_empty() {
        is_new |= store_excerpt(&cx, &mut tx, &input, &typed, &theme).await?;
    }
    tx.commit().await?;
    said(&cx, &input, is_new)
}

/// POST …/hele: the whole input is one passage.
pub async fn whole(cx: Cx, Path(id): Path<InputId>, Form(form): Form<WholeForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (input, _) = locked(&cx, &mut tx, id).await?;
    let theme = if form.tema.is_empty() { input.theme.clone() } else { form.tema };
    let is_new = store_excerpt(&cx, &mut tx, &input, &input.said, &theme).await?;
    tx.commit().await?;
    said(&cx, &input, is_new)
}

fn said(cx: &Cx, input: &Input, is_new: bool) -> Result<Response> {
    let to = format!("{}#uddrag", input.href());
    match is_new {
        true => cx.redirect_saying(to, "success", "voices-flash-cut"),
        false => cx.redirect_saying(to, "info", "voices-flash-cut-before"),
    }
}

/// An excerpt, its point and its text, while nobody else writes about them.
async fn excerpt(cx: &Cx, tx: &mut Tx, id: ExcerptId) -> Result<(Excerpt, Point)> {
    let excerpt = store::find_excerpt(tx, cx.tenant.id, id).await?.or_not_found()?;
    VoicedText::locked(cx, tx, excerpt.text).await?;
    let excerpt = store::find_excerpt(tx, cx.tenant.id, id).await?.or_not_found()?;
    let point = store::find_point(tx, cx.tenant.id, excerpt.point).await?.or_not_found()?;
    Ok((excerpt, point))
}

/// POST /udklip/{id}/skil: it says something else than the others, and gets an answer of its own.
pub async fn part(cx: Cx, Path(id): Path<ExcerptId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (excerpt, point) = self::excerpt(&cx, &mut tx, id).await?;
    let others = store::excerpts_of_point(&mut tx, cx.tenant.id, point.id).await?;
    if others.len() < 2 {
        return cx.redirect(point.href());
    }
    let own = Point {
        assignee: point.assignee,
        due_on: point.due_on,
        ..Point::new(cx.new_id(), point.text, point.theme.clone(), cx.now())
    };
    store::add_point(&mut tx, &own).await?;
    store::move_excerpt(&mut tx, &Excerpt { point: own.id, ..excerpt }).await?;
    tx.record(PointsChanged::of(own.text)).await?;
    tx.commit().await?;
    cx.redirect_saying(own.href(), "success", "voices-flash-parted")
}

/// POST /udklip/{id}/fjern: it was cut by mistake. What is answered stays.
pub async fn remove(cx: Cx, Path(id): Path<ExcerptId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (excerpt, point) = self::excerpt(&cx, &mut tx, id).await?;
    let to = format!("/input/{}#uddrag", excerpt.input);
    if point.verdict.is_some() {
        return cx.redirect_saying(to, "warning", "voices-flash-is-answered");
    }
    store::remove_excerpt(&mut tx, id).await?;
    if store::excerpts_of_point(&mut tx, cx.tenant.id, point.id).await?.is_empty() {
        store::remove_point(&mut tx, point.id).await?;
    }
    tx.record(PointsChanged::of(point.text)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "voices-flash-excerpt-removed")
}
