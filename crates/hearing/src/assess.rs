//! /bemaerkninger/{id}: what comes of a point, and of all that say the same; they are answered once.

use askama::Template;
use axum::{extract::Path, response::Response as Page};
use samskab_document::ChangeKind;
use samskab_kernel::{Locale, danish::sort_key};
use samskab_organisation::person::{self, PersonId};
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};
use samskab_writing::content::Fate;

use crate::{
    T,
    authority::{Action, Tie, may},
    event::RemarksAssessed,
    hearing::{Block, Hearing, block_name, deeper, numbered, shortened},
    remark::{Remark, RemarkId, Verdict, cut as pieces, sameness},
    remarks::tie,
    response::Response,
    source::{ChangedBlock, Redline, outcome},
    store,
    text::lines,
};

/// Senders that are named; the others are counted.
const MOST_NAMED: usize = 10;

samskab_web::form! {
    pub(crate) struct AssessForm {
        tema: text(remark_theme).hint(remark_theme_hint).optional().max(80),
        udfald: radio(remark_verdict).among(verdicts).required(),
        fordi: paragraph(remark_because).hint(remark_because_hint).optional().unmarked().rows(5).max(4000),
        /// The sentence to insert, or the wish to store the answer as a sentence.
        saet_ind: hidden,
        aendret: choice(remark_changed).hint(remark_changed_hint).first(remark_changed_own).optional().width(""),
    }
}

samskab_web::form! {
    pub(crate) struct CutForm {
        dele: paragraph(remark_cut).hint(remark_cut_hint).required().rows(8).max(12_000),
    }
}

fn verdicts(locale: Locale) -> Vec<Choice> {
    Verdict::ALL.iter().map(|one| Choice::of(one.code(), one.label(T(locale)))).collect()
}

#[derive(Template)]
#[template(path = "hearing/remark.html")]
pub(crate) struct RemarkPage {
    shell: Shell,
    t: T,
    excerpt: Vec<String>,
    about: String,
    quoted: Vec<String>,
    senders: Vec<(String, String)>,
    more: String,
    said_once: String,
    state: (&'static str, &'static str, &'static str),
    form: AssessForm,
    cut: CutForm,
    themes: Vec<String>,
    can_assess: bool,
    /// For a stored text: the blocks that can be named as changed.
    changes: Vec<Choice>,
    change: Option<ChangedBlock>,
    /// "Vurderet af …"; empty: nothing waits for an approval.
    to_approve: String,
    can_approve: bool,
    /// Sentences that are kept: id, and what they say.
    phrases: Vec<(String, String)>,
    w: samskab_writing::T,
    base: String,
    back: String,
}

async fn find(cx: &Cx, connection: &mut Connection, id: RemarkId) -> Result<(Remark, Hearing)> {
    let remark = store::find_remark(connection, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::AssessRemarks, tie(cx, &remark)))?;
    let hearing = store::find(connection, cx.tenant.id, remark.hearing).await?.or_not_found()?;
    Ok((remark, hearing))
}

/// The page of a remark. Runs at most ten queries.
pub(crate) async fn page(
    cx: &Cx,
    connection: &mut Connection,
    (remark, hearing): (&Remark, &Hearing),
    (form, cut): (AssessForm, CutForm),
) -> Result<RemarkPage> {
    let t = T(cx.locale);
    let blocks = store::blocks(connection, cx.tenant.id, hearing.id).await?;
    let numbered = numbered(&blocks);
    let redline = outcome(connection, cx.tenant.id, hearing, &blocks).await?;
    let all = store::remarks(connection, cx.tenant.id, hearing.id).await?;
    let same: Vec<&Remark> = all.iter().filter(|one| one.sameness == remark.sameness).collect();
    let responses = store::counted(connection, cx.tenant.id, hearing.id).await?;
    let sees = may(&cx.actor, Action::ReadResponses, Tie::None);
    let sender = |one: &&Remark| {
        let response: &Response = responses.iter().find(|response| response.id == one.response)?;
        let href = if sees { format!("/indkomne-svar/{}", response.id) } else { String::new() };
        let name = if sees { response.full_name(t) } else { response.public_name(t, false) };
        Some((href, name))
    };
    let mut themes: Vec<String> =
        all.iter().map(|one| one.theme.clone()).filter(|theme| !theme.is_empty()).collect();
    themes.sort_by_cached_key(|theme| sort_key(theme));
    themes.dedup();
    themes.truncate(30);
    let quoted = blocks.iter().find(|block| Some(block.id) == remark.block);
    let to_approve = match remark.waits_for_approval(hearing) {
        false => String::new(),
        true => {
            let who = match remark.assessed_by {
                Some(person) => person::store::find(connection, cx.tenant.id, person).await?,
                None => None,
            };
            t.remark_assessed_by(who.map_or_else(|| t.remark_assessed_by_nobody().to_owned(), |who| who.name))
        }
    };
    let me = cx.actor.person.map(PersonId::from_uuid);
    let can_approve = may(&cx.actor, Action::AssessRemarks, Tie::None)
        && me.is_some_and(|me| remark.can_be_approved_by(me));
    let phrases = store::phrases(connection, cx.tenant.id).await?;
    let back = format!("{}/bemaerkninger", hearing.href());
    Ok(RemarkPage {
        shell: deeper(cx, hearing, t.remark_one().to_owned(), (&back, t.remark_title())),
        t,
        excerpt: lines(&remark.excerpt),
        about: block_name(t, &numbered, remark.block),
        quoted: quoted.map(|block| lines(&block.said)).unwrap_or_default(),
        senders: same.iter().filter_map(sender).take(MOST_NAMED).collect(),
        more: match same.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => t.remark_more_senders(more),
        },
        said_once: if same.len() > 1 { t.remark_answered_once(same.len()) } else { String::new() },
        state: Verdict::said(remark.verdict, t),
        form,
        cut,
        themes,
        can_assess: hearing.can_assess(cx.now()),
        can_approve: can_approve && !to_approve.is_empty(),
        to_approve,
        phrases: phrases.into_iter().map(|one| (one.id.to_string(), one.said)).collect(),
        changes: changes(t, &numbered, redline.as_ref()),
        change: redline.as_ref().and_then(|redline| redline.of_remark(remark, &blocks)),
        w: samskab_writing::T(cx.locale),
        base: format!("/bemaerkninger/{}", remark.id),
        back,
    })
}

/// The paragraphs that were heard, and what was added since.
fn changes(t: T, numbered: &[(String, &Block)], redline: Option<&Redline>) -> Vec<Choice> {
    let own = numbered.iter().filter_map(|(_, block)| {
        Some(Choice::of(block.source?.to_string(), block_name(t, numbered, Some(block.id))))
    });
    let added = redline.into_iter().flat_map(|redline| &redline.blocks);
    let added = added.filter(|block| block.fate == Fate::Added).map(|block| {
        let words: String = block.words.iter().map(|change| change.text.as_str()).collect();
        Choice::of(block.id.to_string(), t.remark_changed_new(shortened(&words, 60)))
    });
    own.chain(added).collect()
}

pub(crate) fn forms(remark: &Remark) -> (AssessForm, CutForm) {
    let assess = AssessForm {
        tema: remark.theme.clone(),
        udfald: remark.verdict.map(|verdict| verdict.code().to_owned()).unwrap_or_default(),
        fordi: remark.assessment.clone(),
        aendret: remark.changed.map(|id| id.to_string()).unwrap_or_default(),
        ..AssessForm::default()
    };
    (assess, CutForm { dele: remark.excerpt.clone(), ..CutForm::default() })
}

pub(crate) async fn show(cx: Cx, Path(id): Path<RemarkId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let (remark, hearing) = find(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, (&remark, &hearing), forms(&remark)).await?;
    cx.page(page)
}

/// The remark, while nobody else writes about the hearing and as long as it is assessed.
pub(crate) async fn locked(cx: &Cx, tx: &mut Tx, id: RemarkId) -> Result<Option<(Remark, Hearing)>> {
    let (remark, _) = find(cx, tx, id).await?;
    store::locked(tx, remark.hearing).await?;
    let (remark, hearing) = find(cx, tx, id).await?;
    Ok(Some((remark, hearing)).filter(|(_, hearing)| hearing.can_assess(cx.now())))
}

pub(crate) fn too_late(cx: &Cx, id: RemarkId) -> Result<Page> {
    cx.redirect_saying(format!("/bemaerkninger/{id}"), "warning", "hearing-flash-was-changed")
}

/// Saves what came of a remark, and of all that say the same.
pub(crate) async fn save(cx: Cx, Path(id): Path<RemarkId>, Form(form): Form<AssessForm>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let Some((remark, hearing)) = locked(&cx, &mut tx, id).await? else { return too_late(&cx, id) };
    let mut check = Check::new(cx.locale);
    let theme = form.tema().text(&mut check).unwrap_or_default();
    let verdict: Option<Verdict> = form.udfald().code(&mut check);
    let assessment = form.fordi().text(&mut check).unwrap_or_default();
    let needs_reason = matches!(verdict, Some(Verdict::Partly | Verdict::NotUsed));
    if needs_reason && assessment.is_empty() && !check.refuses(&[form.fordi()]) {
        check.refuse(&form.fordi(), T(cx.locale).remark_because_missing());
    }
    if let Err(errors) = check.done() {
        let (_, cut) = forms(&remark);
        let page = page(&cx, &mut tx, (&remark, &hearing), (form.with_errors(errors), cut)).await?;
        return cx.invalid(page);
    }
    let changed = form.aendret.parse().ok().filter(|_| hearing.source.is_some());
    let remark = Remark {
        theme,
        verdict,
        assessment,
        changed,
        assessed_at: Some(cx.now()),
        assessed_by: cx.actor.person.map(PersonId::from_uuid),
        // A changed assessment must be approved again.
        approved_at: None,
        approved_by: None,
        ..remark
    };
    store::answer_same(&mut tx, &remark).await?;
    tx.record(RemarksAssessed::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/bemaerkninger", hearing.href()), "success", "hearing-flash-assessed")
}

/// POST …/godkend: another than whoever assessed it has seen it; it counts now, with all that say the same.
pub(crate) async fn approve(cx: Cx, Path(id): Path<RemarkId>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let Some((remark, hearing)) = locked(&cx, &mut tx, id).await? else { return too_late(&cx, id) };
    cx.require(may(&cx.actor, Action::AssessRemarks, Tie::None))?;
    let me = cx.actor.person.map(PersonId::from_uuid);
    let Some(me) = me.filter(|me| remark.waits_for_approval(&hearing) && remark.can_be_approved_by(*me))
    else {
        return cx.redirect_saying(
            format!("/bemaerkninger/{id}"),
            "warning",
            "hearing-flash-another-approves",
        );
    };
    let remark = Remark { approved_at: Some(cx.now()), approved_by: Some(me), ..remark };
    store::answer_same(&mut tx, &remark).await?;
    tx.record(RemarksAssessed::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/bemaerkninger", hearing.href()), "success", "hearing-flash-approved")
}

/// One remark becomes several, cut at empty lines; so do all remarks that say the same.
pub(crate) async fn cut(cx: Cx, Path(id): Path<RemarkId>, Form(form): Form<CutForm>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let Some((remark, hearing)) = locked(&cx, &mut tx, id).await? else { return too_late(&cx, id) };
    let mut check = Check::new(cx.locale);
    let typed = form.dele().text(&mut check).unwrap_or_default();
    let pieces = pieces(&remark.excerpt, &typed);
    if pieces.is_none() && !check.refuses(&[form.dele()]) {
        check.refuse(&form.dele(), T(cx.locale).remark_cut_nothing());
    }
    let errors = check.done().err();
    let (Some(pieces), None) = (pieces, &errors) else {
        let (assess, _) = forms(&remark);
        let forms = (assess, form.with_errors(errors.unwrap_or_default()));
        let page = page(&cx, &mut tx, (&remark, &hearing), forms).await?;
        return cx.invalid(page);
    };
    let all = store::remarks(&mut tx, cx.tenant.id, hearing.id).await?;
    // A piece that says what others say already has their answer, or waits for one with them.
    let mut others = Vec::new();
    for excerpt in &pieces {
        let piece = Remark { sameness: sameness(excerpt, remark.block), ..remark.clone() };
        others.push(store::same_as(&mut tx, cx.tenant.id, &piece).await?);
    }
    let as_others = |piece: Remark, at: usize| match others.get(at) {
        Some(Some(other)) => piece.answered_as(other.clone()),
        _ => piece,
    };
    for same in all.into_iter().filter(|one| one.sameness == remark.sameness) {
        for (excerpt, at) in pieces.iter().skip(1).zip(1_i64..) {
            let sameness = sameness(excerpt, same.block);
            let (id, excerpt) = (cx.new_id(), excerpt.clone());
            let piece = Remark { id, excerpt, sameness, place: same.place + at, ..same.clone() };
            store::add_remark(&mut tx, &as_others(piece, usize::try_from(at).unwrap_or_default())).await?;
        }
        let sameness = sameness(&pieces[0], same.block);
        let piece = Remark { excerpt: pieces[0].clone(), sameness, ..same };
        store::save_remark(&mut tx, &as_others(piece, 0)).await?;
    }
    tx.record(RemarksAssessed::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/bemaerkninger", hearing.href()), "success", "hearing-flash-cut")
}
