//! /hoeringer/{id}/bemaerkninger and /bemaerkninger/{id}: what was said, cut into points; shared out with a day; and what comes
//! of each. Those that say the same are one line, and are answered once.

use askama::Template;
use axum::{extract::Path, response::Response as Page};
use samskab_document::ChangeKind;
use samskab_kernel::{Locale, danish::sort_key};
use samskab_organisation::{
    person::{self, PersonId},
    position,
};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, query},
    paging,
};
use samskab_writing::content::Fate;
use serde::Deserialize;

use crate::{
    T,
    authority::{Action, Tie, may, may_keep},
    event::RemarksAssessed,
    finish::{Finish, finish},
    hearing::{Block, Hearing, HearingId, block_name, deeper, numbered, shortened, under},
    remark::{Remark, RemarkId, Verdict, cut as pieces, sameness},
    response::Response,
    source::{ChangedBlock, Redline, outcome},
    store,
    text::lines,
};

/// The button that keeps what stands there as a sentence for others.
const KEEP: &str = "gem";
/// More sentences nobody reads through.
const MOST_PHRASES: usize = 60;

/// Lines on one page.
const PAGE_SIZE: usize = 50;
/// Senders that are named; the others are counted.
const MOST_NAMED: usize = 10;

samskab_web::form! {
    pub(crate) struct AssignForm {
        valgt: several(remark_chosen),
        hvem: choice(remark_assignee).first(remark_nobody).optional(),
        frist: day(remark_due).optional(),
        tema: text(remark_theme).hint(remark_theme_hint).optional().max(80),
    }
}

samskab_web::form! {
    pub(crate) struct AssessForm {
        tema: text(remark_theme).hint(remark_theme_hint).optional().max(80),
        udfald: radio(remark_verdict).among(verdicts).required(),
        fordi: paragraph(remark_because).hint(remark_because_hint).optional().unmarked().rows(5).max(4000),
        /// Which sentence is put in, or [`KEEP`].
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

/// Those that say the same, the first of them before the others.
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

fn tie(cx: &Cx, remark: &Remark) -> Tie {
    let is_assigned = cx.actor.person.is_some() && remark.assignee.map(PersonId::uuid) == cx.actor.person;
    if is_assigned { Tie::Assigned } else { Tie::None }
}

/// Everybody who has a position, by name; one query.
async fn staff(cx: &Cx, connection: &mut Connection) -> Result<Vec<(PersonId, String)>> {
    let held = position::store::all(connection, cx.tenant.id, cx.today()).await?;
    let mut people: Vec<(PersonId, String)> =
        held.into_iter().flat_map(|held| held.appointments).map(|one| (one.person, one.name)).collect();
    people.sort_by_cached_key(|(id, name)| (sort_key(name), *id));
    people.dedup_by_key(|(id, _)| *id);
    Ok(people)
}

/// Seven queries, whatever the number of remarks.
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
    let people = staff(cx, connection).await?;
    let asked: ListQuery = query(cx);
    let is_mine = asked.min == "ja" || !may_keep(cx);
    let groups = grouped(&all);
    // One may have come later than the answer of the others.
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
    let staff = staff(&cx, &mut tx).await?;
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

#[derive(Template)]
#[template(path = "hearing/remark.html")]
struct RemarkPage {
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
    /// Of a stored text: which of its blocks can be said to have changed.
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

/// At most ten queries.
async fn page(
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

fn forms(remark: &Remark) -> (AssessForm, CutForm) {
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
async fn locked(cx: &Cx, tx: &mut Tx, id: RemarkId) -> Result<Option<(Remark, Hearing)>> {
    let (remark, _) = find(cx, tx, id).await?;
    store::locked(tx, remark.hearing).await?;
    let (remark, hearing) = find(cx, tx, id).await?;
    Ok(Some((remark, hearing)).filter(|(_, hearing)| hearing.can_assess(cx.now())))
}

fn too_late(cx: &Cx, id: RemarkId) -> Result<Page> {
    cx.redirect_saying(format!("/bemaerkninger/{id}"), "warning", "hearing-flash-was-changed")
}

/// What comes of it, and of all that say the same.
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
        // What is said anew is approved anew.
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

/// POST …/standardsvar: a sentence that is kept is put behind what stands in the form, or what stands there is kept. Nothing
/// of the assessment is stored, and nothing that was typed is lost.
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

/// One point becomes several, where an empty line stands; in all that say the same.
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
