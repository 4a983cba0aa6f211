//! A proposal is taken in as a paragraph of its own or by taking the paragraph out, is declined with a reason, or is taken out of
//! the public. Other words for a paragraph are taken in where they are joined (`join.rs`).

use axum::{extract::Path, response::Response};
use samskab_document::MOST_BLOCKS;
use samskab_store::Tx;
use samskab_web::{Check, Cx, Form, Result};

use super::show::{AcceptForm, AcceptWay, DeclineForm, SeenChange, page};
use crate::{
    T,
    change::{
        ChangeAnswered, ChangeHidden, ChangeId, ChangeProposal, ChangeState, News, store as changes, writer,
    },
    store,
    text::{BlockKind, Text, TextWritten, WrittenBlock},
};

/// For those who write the text, while nobody else writes it.
async fn locked(cx: &Cx, tx: &mut Tx, id: ChangeId) -> Result<SeenChange> {
    let seen = SeenChange::read(cx, tx, id).await?;
    cx.require(seen.may_write(cx))?;
    if let Some(text) = seen.change.text {
        store::locked(tx, text).await?;
    }
    changes::locked(tx, id).await?;
    SeenChange::read(cx, tx, id).await
}

/// The answer is stored, and whoever proposed it is told.
pub(super) async fn answered(cx: &Cx, tx: &mut Tx, change: &ChangeProposal) -> Result<()> {
    changes::save(tx, change).await?;
    writer(cx).tell(tx, change, News::Answered).await?;
    Ok(tx.record(ChangeAnswered::of(change)).await?)
}

/// What is written in the text, with a new time.
pub(super) async fn written(cx: &Cx, tx: &mut Tx, text: &Text) -> Result<()> {
    store::save(tx, &Text { updated_at: cx.now(), ..text.clone() }).await?;
    Ok(tx.record(TextWritten::of(text)).await?)
}

fn was_answered(cx: &Cx, change: &ChangeProposal) -> Result<Response> {
    cx.redirect_saying(change.href(), "warning", "change-flash-was-answered")
}

/// POST …/tag-med
pub async fn accept(cx: Cx, Path(id): Path<ChangeId>, Form(form): Form<AcceptForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = locked(&cx, &mut tx, id).await?;
    let (t, change) = (T(cx.locale), seen.change.clone());
    let way = AcceptWay::of(&change, seen.block.as_ref());
    let Some(found) = seen.found.as_ref().filter(|_| change.state == ChangeState::Open) else {
        return was_answered(&cx, &change);
    };
    if matches!(way, AcceptWay::Join | AcceptWay::Nothing) {
        return cx.redirect(change.href());
    }
    let mut check = Check::new(cx.locale);
    let is_inserted = way == AcceptWay::Insert;
    let words = if is_inserted { form.tekst().text(&mut check).unwrap_or_default() } else { String::new() };
    let answer = form.fordi().text(&mut check).unwrap_or_default();
    let href = change.href();
    let blocks = store::blocks(&mut tx, cx.tenant.id, found.text.id).await?;
    if is_inserted && blocks.len() >= MOST_BLOCKS {
        check.refuse(&form.tekst(), t.text_is_full());
    }
    let revision = seen.block.as_ref().map(|block| block.revision.to_string()).unwrap_or_default();
    if !is_inserted && form.version != revision {
        check.refuse(&form.fordi(), t.change_paragraph_was_written());
    }
    let Ok(change) = change.accept(words.clone(), answer.clone(), cx.now()) else {
        return was_answered(&cx, &seen.change);
    };
    if change.state == ChangeState::Altered && answer.is_empty() && !check.refuses(&[form.fordi()]) {
        check.refuse(&form.fordi(), t.change_altered_because());
    }
    if let Err(errors) = check.done() {
        let forms = (form.with_errors(errors), DeclineForm::default());
        let page = page(&cx, &mut tx, &seen, None, forms).await?;
        return cx.invalid(page);
    }
    match (way, seen.block.clone()) {
        (AcceptWay::Remove, Some(block)) => {
            let (now, revision) = (cx.now(), block.revision + 1);
            let block = WrittenBlock { removed_at: Some(now), revision, updated_at: now, ..block };
            store::save_block(&mut tx, &block).await?;
        }
        (_, block) => {
            // Below the paragraph, or where that was; at the end where that is unknown.
            let last = || blocks.last().map_or(0, |block| block.place);
            let place = block.map_or_else(last, |block| block.place) + 1;
            let kind = match change.shape {
                crate::change::ChangeShape::Words => change.base_kind,
                _ => BlockKind::Paragraph,
            };
            store::insert_block(&mut tx, found.text.id, place, kind, &words).await?;
        }
    }
    written(&cx, &mut tx, &found.text).await?;
    answered(&cx, &mut tx, &change).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "change-flash-accepted")
}

/// POST …/afvis
pub async fn decline(cx: Cx, Path(id): Path<ChangeId>, Form(form): Form<DeclineForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = locked(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let answer = form.hvorfor_ikke().text(&mut check).unwrap_or_default();
    let href = seen.change.href();
    let Ok(change) = seen.change.clone().decline(answer, cx.now()) else {
        return was_answered(&cx, &seen.change);
    };
    if let Err(errors) = check.done() {
        let forms = (AcceptForm::default(), form.with_errors(errors));
        let page = page(&cx, &mut tx, &seen, None, forms).await?;
        return cx.invalid(page);
    }
    answered(&cx, &mut tx, &change).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "change-flash-declined")
}

async fn show_or_hide(cx: &Cx, id: ChangeId, is_hidden: bool, said: &'static str) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = locked(cx, &mut tx, id).await?;
    let change = ChangeProposal { is_hidden, updated_at: cx.now(), ..seen.change };
    changes::save(&mut tx, &change).await?;
    tx.record(ChangeHidden::of(&change)).await?;
    tx.commit().await?;
    cx.redirect_saying(change.href(), "success", said)
}

/// POST …/skjul: only those who write the text and whoever proposed it read it.
pub async fn hide(cx: Cx, Path(id): Path<ChangeId>) -> Result<Response> {
    show_or_hide(&cx, id, true, "change-flash-hidden").await
}

/// POST …/vis
pub async fn put_back(cx: Cx, Path(id): Path<ChangeId>) -> Result<Response> {
    show_or_hide(&cx, id, false, "change-flash-shown").await
}
