//! /hoeringer/standardsvar: sentences that are used again. One is added to the text of an assessment, or that text is
//! stored as a new sentence.

use askama::Template;
use axum::{extract::Path, response::Response as Page};
use samskab_web::{Check, Cx, Form, Result, Shell};

use crate::{
    T,
    assess::{AssessForm, forms, locked, page, too_late},
    authority::may_keep,
    remark::RemarkId,
    store,
};

/// The button that stores the text of an assessment as a sentence for others.
const KEEP: &str = "gem";
/// At most this many sentences: nobody reads more.
const MOST_PHRASES: usize = 60;

/// POST …/standardsvar: a stored sentence is added to the text in the form, or that text is stored as a sentence. The
/// assessment itself is not saved, and nothing that was typed is lost.
pub(crate) async fn phrase(cx: Cx, Path(id): Path<RemarkId>, Form(form): Form<AssessForm>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let Some((remark, hearing)) = locked(&cx, &mut tx, id).await? else { return too_late(&cx, id) };
    let phrases = store::phrases(&mut tx, cx.tenant.id).await?;
    let (_, cut) = forms(&remark);
    let mut check = Check::new(cx.locale);
    let typed = form.fordi().text(&mut check).unwrap_or_default();
    let chosen = phrases.iter().find(|one| one.id.to_string() == form.saet_ind);
    let is_known = phrases.iter().any(|one| one.said == typed);
    let form = match chosen {
        Some(phrase) if form.fordi.trim().is_empty() => AssessForm { fordi: phrase.said.clone(), ..form },
        Some(phrase) => AssessForm { fordi: format!("{}\n{}", form.fordi.trim_end(), phrase.said), ..form },
        None if form.saet_ind == KEEP && typed.is_empty() => {
            check.refuse(&form.fordi(), T(cx.locale).phrase_empty());
            form
        }
        None if form.saet_ind == KEEP && phrases.len() >= MOST_PHRASES && !is_known => {
            check.refuse(&form.fordi(), T(cx.locale).phrase_too_many());
            form
        }
        None => form,
    };
    let errors = check.done().err();
    let is_kept = form.saet_ind == KEEP && errors.is_none() && !is_known;
    if is_kept {
        store::add_phrase(&mut tx, &typed).await?;
    }
    let form = form.with_errors(errors.unwrap_or_default());
    let page = page(&cx, &mut tx, (&remark, &hearing), (form, cut)).await?;
    if is_kept {
        tx.commit().await?;
    }
    cx.page(page)
}

#[derive(Template)]
#[template(path = "hearing/phrases.html")]
struct PhrasesPage {
    shell: Shell,
    t: T,
    phrases: Vec<(String, String)>,
}

/// GET /hoeringer/standardsvar
pub(crate) async fn phrases(cx: Cx) -> Result<Page> {
    cx.require(may_keep(&cx))?;
    let mut reader = cx.read().await?;
    let phrases = store::phrases(&mut reader, cx.tenant.id).await?;
    let t = T(cx.locale);
    cx.page(PhrasesPage {
        shell: cx.shell(t.phrase_title()).under("/hoeringer", t.hearing_list_title()).here(),
        t,
        phrases: phrases.into_iter().map(|one| (one.id.to_string(), one.said)).collect(),
    })
}

/// POST /standardsvar/{id}/slet
pub(crate) async fn remove_phrase(cx: Cx, Path(id): Path<store::PhraseId>) -> Result<Page> {
    let mut tx = cx.write().await?;
    cx.require(may_keep(&cx))?;
    if !store::phrases(&mut tx, cx.tenant.id).await?.iter().any(|one| one.id == id) {
        return Err(samskab_web::Error::NotFound);
    }
    store::remove_phrase(&mut tx, id).await?;
    tx.commit().await?;
    cx.redirect_saying("/hoeringer/standardsvar", "success", "hearing-flash-phrase-removed")
}
