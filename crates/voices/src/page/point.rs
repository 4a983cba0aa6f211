//! /uddrag/{id}: a point, who made it, and what came of it: used, partly or not, because …, in which paragraph.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::{person::PersonId, position};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, ticked},
};
use samskab_writing::{
    store as texts,
    text::{BlockId, WrittenBlock},
};

use super::{VoicedText, lines, points::tie_to, shortened};
use crate::{
    T,
    authority::{Action, may},
    event::PointsChanged,
    excerpt::{Excerpt, ExcerptId, Point, PointId, Verdict},
    input::InputLine,
    store,
};

samskab_web::form! {
    pub struct PointForm {
        udfald: radio(point_verdict).among(Verdict::choices).required(),
        fordi: paragraph(point_because).hint(point_because_hint).optional().rows(5).max(4000),
        afsnit: choice(point_block).hint(point_block_hint).first(point_block_none).optional().width(""),
        tema: text(point_theme).hint(input_theme_hint).optional().max(80),
        hvem: choice(point_assignee).first(point_nobody).optional(),
        frist: day(point_due).optional(),
        lukket: tick(voices_closed).hint(point_closed_hint),
        version: hidden,
    }
}

#[derive(Template)]
#[template(path = "voices/point.html")]
struct PointPage {
    shell: Shell,
    t: T,
    state: (&'static str, &'static str, &'static str),
    excerpts: Vec<ExcerptLine>,
    block: Option<LinkedBlock>,
    form: PointForm,
    blocks: Vec<Choice>,
    people: Vec<Choice>,
    themes: Vec<String>,
    /// Answered by somebody else meanwhile: what they said.
    theirs: Vec<(&'static str, String)>,
    base: String,
    back: String,
    may_work: bool,
    may_answer: bool,
    because: Vec<String>,
}

struct ExcerptLine {
    id: ExcerptId,
    said: Vec<String>,
    about: String,
    /// Empty: the reader may not read the input.
    href: String,
}

/// The paragraph that a point is linked to.
pub(super) struct LinkedBlock {
    /// The paragraph's current words; of a paragraph that was taken out, its words then.
    pub words: Vec<String>,
    pub is_removed: bool,
    /// The paragraph's address; empty: the reader may see none.
    pub href: String,
}

/// The linked paragraph as the text is now.
pub(super) fn linked(point: &Point, blocks: &[WrittenBlock], href: &str) -> Option<LinkedBlock> {
    let id = point.block?;
    let stands = blocks.iter().find(|block| block.id == id);
    Some(match stands {
        Some(block) => LinkedBlock {
            words: lines(&block.content),
            is_removed: false,
            href: if href.is_empty() { String::new() } else { format!("{href}#afsnit-{id}") },
        },
        None => LinkedBlock { words: lines(&point.block_words), is_removed: true, href: String::new() },
    })
}

/// A point and its text, for whoever reads it or is asked to answer it.
async fn find(cx: &Cx, connection: &mut Connection, id: PointId) -> Result<(Point, VoicedText)> {
    let point = store::find_point(connection, cx.tenant.id, id).await?.or_not_found()?;
    let found = VoicedText::read(cx, connection, point.text).await?;
    let tie = tie_to(cx, &found, &point);
    cx.require(may(&cx.actor, Action::ReadVoices, tie) || may(&cx.actor, Action::AnswerPoints, tie))?;
    Ok((point, found))
}

/// The page of a point. Runs five queries.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    (point, found): (&Point, &VoicedText),
    form: PointForm,
    is_behind: bool,
) -> Result<PointPage> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let excerpts = store::excerpts_of_point(connection, tenant, point.id).await?;
    let inputs = store::input_lines(connection, tenant, point.text).await?;
    let blocks = texts::blocks(connection, tenant, point.text).await?;
    let people = position::store::staff(connection, cx.tenant.id, cx.today()).await?;
    let themes = store::themes(connection, tenant, point.text).await?;
    let reads = found.may(cx, Action::ReadVoices);
    let excerpt = |one: &Excerpt| {
        let input: Option<&InputLine> = inputs.iter().find(|line| line.id == one.input);
        let about = input.map(|line| {
            format!("{} · {} · {}", t.input_number(line.number), line.kind.label(t), line.source)
        });
        ExcerptLine {
            id: one.id,
            said: lines(&one.said),
            about: about.unwrap_or_default(),
            href: if reads { format!("/input/{}", one.input) } else { String::new() },
        }
    };
    let filled = blocks.iter().filter(|block| !block.content.trim().is_empty());
    let mut choices: Vec<Choice> =
        filled.map(|block| Choice::of(block.id.to_string(), shortened(&block.content, 90))).collect();
    if let Some(gone) = point.block.filter(|id| !blocks.iter().any(|block| block.id == *id)) {
        let said = t.point_block_removed(shortened(&point.block_words, 70));
        choices.insert(0, Choice::of(gone.to_string(), said));
    }
    let theirs = match is_behind {
        false => Vec::new(),
        true => vec![
            (t.point_verdict(), Verdict::said(point.verdict, t).0.to_owned()),
            (t.point_because(), point.because.clone()),
            (t.point_theme(), point.theme.clone()),
        ],
    };
    let href = if found.reads_text(cx) { found.text.href() } else { String::new() };
    Ok(PointPage {
        shell: found.deeper(cx, t.point_title(), ("uddrag", t.point_list_title())),
        t,
        state: Verdict::said(point.verdict, t),
        excerpts: excerpts.iter().map(excerpt).collect(),
        block: linked(point, &blocks, &href),
        form,
        blocks: choices,
        people: people.iter().map(|(id, name)| Choice::of(id.to_string(), name.clone())).collect(),
        themes,
        theirs: theirs.into_iter().filter(|(_, said)| !said.is_empty()).collect(),
        base: point.href(),
        back: format!("{}/uddrag", found.base()),
        may_work: found.may(cx, Action::WorkWithVoices),
        may_answer: may(&cx.actor, Action::AnswerPoints, tie_to(cx, found, point)),
        because: lines(&point.because),
    })
}

fn form(point: &Point) -> PointForm {
    PointForm {
        udfald: point.verdict.map_or(Verdict::WAITS, Verdict::code).to_owned(),
        fordi: point.because.clone(),
        afsnit: point.block.map(|id| id.to_string()).unwrap_or_default(),
        tema: point.theme.clone(),
        hvem: point.assignee.map(|id| id.to_string()).unwrap_or_default(),
        frist: point.due_on.map(|day| day.to_string()).unwrap_or_default(),
        lukket: ticked(point.is_closed),
        version: point.revision.to_string(),
        ..PointForm::default()
    }
}

pub async fn show(cx: Cx, Path(id): Path<PointId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (point, found) = find(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, (&point, &found), form(&point), false).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<PointId>, Form(form): Form<PointForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (point, found) = find(&cx, &mut tx, id).await?;
    cx.require(may(&cx.actor, Action::AnswerPoints, tie_to(&cx, &found, &point)))?;
    texts::locked(&mut tx, point.text).await?;
    // Read again, now that nobody else writes.
    let (point, found) = find(&cx, &mut tx, id).await?;
    let t = T(cx.locale);
    let may_work = found.may(&cx, Action::WorkWithVoices);
    let mut check = Check::new(cx.locale);
    let verdict: Option<Verdict> = match form.udfald.as_str() {
        Verdict::WAITS => None,
        _ => form.udfald().code(&mut check),
    };
    let because = form.fordi().text(&mut check).unwrap_or_default();
    let theme = form.tema().text(&mut check).unwrap_or_default();
    let due_on = if may_work { form.frist().day_ahead(&mut check, cx.today()) } else { point.due_on };
    let needs_reason = matches!(verdict, Some(Verdict::Partly | Verdict::NotUsed));
    if needs_reason && because.is_empty() && !check.refuses(&[form.fordi()]) {
        check.refuse(&form.fordi(), t.point_because_missing());
    }
    let blocks = texts::blocks(&mut tx, cx.tenant.id, point.text).await?;
    let chosen = form.afsnit.parse::<BlockId>().ok();
    let stands = blocks.iter().find(|block| Some(block.id) == chosen);
    // A paragraph that was taken out stays linked, with the words it had.
    let (block, block_words) = match (stands, chosen) {
        (Some(block), _) => (Some(block.id), block.content.clone()),
        (None, Some(id)) if point.block == Some(id) => (Some(id), point.block_words.clone()),
        _ => (None, String::new()),
    };
    let mut assignee = point.assignee;
    if may_work {
        let chosen = form.hvem.parse::<PersonId>().ok();
        let staff = position::store::staff(&mut tx, cx.tenant.id, cx.today()).await?;
        // An assignee without a position any more is kept, until somebody else is chosen.
        assignee =
            chosen.filter(|id| staff.iter().any(|(person, _)| person == id) || point.assignee == Some(*id));
    }
    let changed = Point {
        verdict,
        because,
        theme,
        block,
        block_words,
        is_closed: form.lukket().is_ticked(),
        assignee,
        due_on,
        answered_at: verdict
            .map(|_| point.answered_at.filter(|_| point.verdict == verdict).unwrap_or(cx.now())),
        ..point.clone()
    };
    let errors = check.done().err();
    let is_behind = form.version != point.revision.to_string();
    if is_behind && changed != point || errors.is_some() {
        let mut errors = errors.unwrap_or_default();
        if is_behind {
            let field = PointForm::default();
            errors.add(&field.fordi(), t.voices_changed_meanwhile());
        }
        let form = PointForm { version: point.revision.to_string(), ..form.with_errors(errors) };
        let page = page(&cx, &mut tx, (&point, &found), form, is_behind).await?;
        return cx.invalid(page);
    }
    store::save_point(&mut tx, &changed.changed(cx.now())).await?;
    tx.record(PointsChanged::of(point.text)).await?;
    tx.commit().await?;
    let reads = found.may(&cx, Action::ReadVoices);
    // Somebody who was only asked about this point may have no list to return to.
    let to = if reads { format!("{}/uddrag", found.base()) } else { point.href() };
    cx.redirect_saying(cx.back_to_overview_or(to), "success", "voices-flash-answered")
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Clock, Dice};

    use samskab_writing::text::BlockKind;

    use super::*;

    #[test]
    fn a_paragraph_that_was_taken_out_says_the_words_it_had() {
        let (dice, now) = (Dice::seeded(5), Clock::real().now());
        let text = dice.id(now);
        let id: BlockId = dice.id(now);
        let point = Point {
            block: Some(id),
            block_words: "Vi kører gerne.".to_owned(),
            ..Point::new(dice.id(now), text, "", now)
        };
        let block = WrittenBlock {
            id,
            text,
            place: 1,
            kind: BlockKind::Paragraph,
            content: "Vi kører alle.".to_owned(),
            revision: 2,
            removed_at: None,
            created_at: now,
            updated_at: now,
        };
        let stands = linked(&point, &[block], "/tekster/1").unwrap();
        assert_eq!((stands.is_removed, stands.words), (false, vec!["Vi kører alle.".to_owned()]));
        let gone = linked(&point, &[], "/tekster/1").unwrap();
        assert_eq!((gone.is_removed, gone.words), (true, vec!["Vi kører gerne.".to_owned()]));
    }
}
