//! /hoeringer/ny and /hoeringer/{id}/rediger: a hearing is planned, and its text written until it opens. What people answer to
//! is fixed then; whom to ask and what comes next can still be said.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Instant, Locale};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Errors, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, query, ticked},
};
use samskab_writing::{
    Reach, store as texts,
    text::{LANGUAGE, Text, TextId, Version},
};
use serde::Deserialize;

use crate::{
    T,
    authority::may_keep,
    event::{HearingChanged, HearingPlanned},
    hearing::{Block, Hearing, HearingId, Publication, under},
    period::{WrongClosing, at, planned},
    reader::kept,
    source::take,
    store,
    text::{self, MOST_BLOCKS, Piece, cut, lines, typed},
};

samskab_web::form! {
    pub(crate) struct HearingForm {
        titel: text(hearing_title).hint(hearing_title_hint).required().max(150),
        hvorfor: paragraph(hearing_why).hint(hearing_why_hint).required().rows(4).max(3000),
        tekst: paragraph(hearing_text).hint(hearing_text_hint).required().rows(14).max(100_000),
        aabner: day(hearing_opens_day).required(),
        aabner_kl: clock(hearing_opens_clock).required(),
        lukker: day(hearing_closes_day).hint(hearing_closes_day_hint).required(),
        lukker_kl: clock(hearing_closes_clock).hint(hearing_closes_clock_hint).required(),
        offentlig: radio(hearing_publication).among(publications).required(),
        naeste: paragraph(hearing_next).hint(hearing_next_hint).optional().rows(3).max(2000),
        kontakt: text(hearing_contact).hint(hearing_contact_hint).optional().max(200),
        sagsnummer: text(hearing_case).optional().max(60).width("m"),
        kle: text(hearing_kle).hint(hearing_kle_hint).optional().max(12).width("s"),
        fire_oejne: tick(hearing_four_eyes).hint(hearing_four_eyes_hint),
        /// The mark of the hearing as it was read.
        laest: hidden,
        /// For a new hearing: the stored text that is heard.
        fra: hidden,
    }
}

fn publications(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    Publication::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect()
}

#[derive(Template)]
#[template(path = "hearing/form.html")]
struct FormPage {
    shell: Shell,
    t: T,
    form: HearingForm,
    /// The text and the times are no longer changed here.
    is_fixed: bool,
    /// The stored text that is heard.
    source: Option<Text>,
    /// What was saved since the form was opened: the label, and the saved value.
    saved: Vec<(&'static str, Vec<String>)>,
    action: String,
    back: String,
}

/// The stored text of a hearing; one query.
async fn source_of(cx: &Cx, connection: &mut Connection, hearing: &Hearing) -> Result<Option<Text>> {
    match hearing.source {
        Some(source) => Ok(texts::find(connection, cx.tenant.id, source).await?),
        None => Ok(None),
    }
}

fn page(
    cx: &Cx,
    hearing: Option<&Hearing>,
    source: Option<Text>,
    form: HearingForm,
    now: Instant,
) -> FormPage {
    let t = T(cx.locale);
    match hearing {
        None => FormPage {
            shell: cx.shell(t.hearing_add()).under("/hoeringer", t.hearing_list_title()).here(),
            t,
            form,
            is_fixed: false,
            source,
            saved: Vec::new(),
            action: "/hoeringer/ny".to_owned(),
            back: "/hoeringer".to_owned(),
        },
        Some(hearing) => FormPage {
            shell: under(cx, hearing, t.hearing_change()),
            t,
            form,
            is_fixed: !hearing.can_write_text(now),
            source,
            saved: Vec::new(),
            action: format!("{}/rediger", hearing.href()),
            back: hearing.href(),
        },
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct NewQuery {
    /// The stored text that is to be heard.
    tekst: String,
}

/// A stored text that the reader may read; the page that says it is not there, if not.
async fn reached(cx: &Cx, connection: &mut Connection, asked: &str) -> Result<Option<Reach>> {
    match asked {
        "" => Ok(None),
        asked => {
            let id = asked.parse::<TextId>().ok().or_not_found()?;
            Ok(Some(samskab_writing::reach(cx, connection, id).await?.or_not_found()?))
        }
    }
}

pub(crate) async fn new(cx: Cx) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    let mut reader = cx.read().await?;
    let source = reached(&cx, &mut reader, &query::<NewQuery>(&cx).tekst).await?.map(|reach| reach.text);
    drop(reader);
    // Six weeks from Monday noon: time enough for a council to meet.
    let form = HearingForm {
        aabner_kl: cx.locale.time(cx.today().at(9, 0)),
        lukker_kl: cx.locale.time(cx.today().at(12, 0)),
        offentlig: Publication::AtOnce.code().to_owned(),
        titel: source.as_ref().map(|text| text.title.clone()).unwrap_or_default(),
        fra: source.as_ref().map(|text| text.id.to_string()).unwrap_or_default(),
        ..HearingForm::default()
    };
    cx.page(page(&cx, None, source, form, cx.now()))
}

/// The hearing and its text, as the form says them.
fn read(
    cx: &Cx,
    form: &HearingForm,
    was: &Hearing,
    now: Instant,
) -> std::result::Result<(Hearing, Vec<Piece>), Box<HearingForm>> {
    let (t, is_fixed) = (T(cx.locale), !was.can_write_text(now));
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let why = form.hvorfor().text(&mut check).unwrap_or_default();
    let pieces = match is_fixed || was.source.is_some() {
        true => Vec::new(),
        false => form.tekst().text(&mut check).map(|text| cut(&text)).unwrap_or_default(),
    };
    if pieces.len() > MOST_BLOCKS {
        check.refuse(&form.tekst(), t.hearing_text_too_long(MOST_BLOCKS));
    }
    let period = match is_fixed {
        true => Some(was.period()),
        false => times(cx, form, &mut check, now),
    };
    let publication = form.offentlig().code(&mut check).unwrap_or(Publication::AtOnce);
    let next = form.naeste().text(&mut check).unwrap_or_default();
    let contact = form.kontakt().text(&mut check).unwrap_or_default();
    let case_number = form.sagsnummer().text(&mut check).unwrap_or_default();
    let kle = form.kle().text(&mut check).unwrap_or_default();
    if !kle.chars().all(|sign| sign.is_ascii_digit() || sign == '.') {
        check.refuse(&form.kle(), t.hearing_kle_wrong());
    }
    let errors = check.done().err();
    let (Some(period), None) = (period, &errors) else {
        return Err(Box::new(form.clone().with_errors(errors.unwrap_or_default())));
    };
    let hearing = Hearing {
        title,
        why,
        next,
        contact,
        case_number,
        kle,
        publication,
        four_eyes: form.fire_oejne().is_ticked(),
        opens_at: period.opens_at,
        closes_at: period.closes_at,
        updated_at: now,
        ..was.clone()
    };
    Ok((hearing, pieces))
}

fn times(cx: &Cx, form: &HearingForm, check: &mut Check, now: Instant) -> Option<crate::period::Period> {
    let t = T(cx.locale);
    let (from, from_minute) = (form.aabner().day_ahead(check, cx.today()), form.aabner_kl().clock(check));
    let (until, until_minute) = (form.lukker().day_ahead(check, cx.today()), form.lukker_kl().clock(check));
    let (opens_at, closes_at) = (at(from?, from_minute?), at(until?, until_minute?));
    match planned(opens_at, closes_at, now) {
        Ok(period) => return Some(period),
        Err(WrongClosing::Past) => check.refuse(&form.lukker(), t.hearing_closes_past()),
        Err(_) => check.refuse(&form.lukker(), t.hearing_closes_before_opening()),
    }
    None
}

pub(crate) async fn add(cx: Cx, Form(form): Form<HearingForm>) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    let now = cx.now();
    let mut tx = cx.write().await?;
    let reach = reached(&cx, &mut tx, &form.fra).await?;
    let source = reach.as_ref().map(|reach| reach.text.id);
    let empty = Hearing { source, ..Hearing::new(cx.new_id(), now) };
    let (hearing, pieces) = match read(&cx, &form, &empty, now) {
        Ok(read) => read,
        Err(form) => return cx.invalid(page(&cx, None, reach.map(|reach| reach.text), *form, now)),
    };
    if let Some(reach) = reach {
        let Some(version) = to_hear(&cx, &mut tx, &reach).await? else {
            return cx.redirect_saying(reach.text.href(), "warning", "hearing-flash-text-is-empty");
        };
        let hearing = Hearing { version: Some(version.id), ..hearing };
        store::add(&mut tx, &hearing).await?;
        take(&mut tx, &hearing, &[], &texts::content_of(&version)?.blocks).await?;
        tx.record(HearingPlanned::of(&hearing)).await?;
        tx.commit().await?;
        return cx.redirect_saying(format!("{}/parter", hearing.href()), "success", "hearing-flash-planned");
    }
    store::add(&mut tx, &hearing).await?;
    write_text(&mut tx, &hearing, &[], &pieces).await?;
    tx.record(HearingPlanned::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/parter", hearing.href()), "success", "hearing-flash-planned")
}

/// The content of a text that is heard: for whoever writes it as it is now, for whoever follows it the newest
/// version, for others what everybody reads. `None`: nothing is written yet.
pub(crate) async fn to_hear(cx: &Cx, tx: &mut Tx, reach: &Reach) -> Result<Option<Version>> {
    let (tenant, text) = (cx.tenant.id, &reach.text);
    let found = if reach.may_write {
        let Some(text) = texts::locked(tx, text.id).await? else { return Ok(None) };
        let by = cx.actor.person.map(PersonId::from_uuid);
        match texts::content(tx, tenant, &text).await?.blocks.is_empty() {
            true => None,
            false => Some(texts::keep_if_changed(tx, &text, T(LANGUAGE).hearing_version_name(), by).await?),
        }
    } else if reach.may_follow {
        texts::newest_version(tx, tenant, text.id).await?
    } else {
        texts::public_version(tx, tenant, text).await?
    };
    Ok(found)
}

/// Writes the text anew; what says the same keeps its id. One statement for each paragraph that changed.
pub async fn write_text(
    tx: &mut Tx,
    hearing: &Hearing,
    before: &[Block],
    pieces: &[Piece],
) -> samskab_store::Result<()> {
    let old: Vec<(text::BlockId, Piece)> = before.iter().map(|block| (block.id, block.piece())).collect();
    let kept = text::kept(&old, pieces);
    for gone in before.iter().filter(|block| !kept.contains(&Some(block.id))) {
        store::remove_block(tx, gone.id).await?;
    }
    for ((piece, id), place) in pieces.iter().zip(kept).zip(1..) {
        let is_new = id.is_none();
        let block = Block {
            id: id.unwrap_or_else(|| tx.new_id()),
            hearing: hearing.id,
            place,
            kind: piece.kind,
            said: piece.said.clone(),
            source: None,
        };
        if is_new {
            store::add_block(tx, &block).await?;
        } else if !before.contains(&block) {
            store::save_block(tx, &block).await?;
        }
    }
    Ok(())
}

fn of_hearing(cx: &Cx, hearing: &Hearing, blocks: &[Block]) -> HearingForm {
    let day = |at: Instant| at.day().to_string();
    HearingForm {
        titel: hearing.title.clone(),
        hvorfor: hearing.why.clone(),
        tekst: match hearing.source {
            None => typed(blocks.iter().map(|block| (block.kind, block.said.as_str()))),
            Some(_) => String::new(),
        },
        aabner: day(hearing.opens_at),
        aabner_kl: cx.locale.time(hearing.opens_at),
        lukker: day(hearing.closes_at),
        lukker_kl: cx.locale.time(hearing.closes_at),
        offentlig: hearing.publication.code().to_owned(),
        naeste: hearing.next.clone(),
        kontakt: hearing.contact.clone(),
        sagsnummer: hearing.case_number.clone(),
        kle: hearing.kle.clone(),
        fire_oejne: ticked(hearing.four_eyes),
        laest: hearing.updated_at.micros().to_string(),
        ..HearingForm::default()
    }
}

/// Whether the form says another text than the one that is saved, or other times; where it says none, it does not.
fn is_rewritten(cx: &Cx, form: &HearingForm, saved: &HearingForm) -> bool {
    let mut check = Check::new(cx.locale);
    let mut times = |form: &HearingForm| {
        let opens = (form.aabner().day(&mut check), form.aabner_kl().clock(&mut check));
        [opens, (form.lukker().day(&mut check), form.lukker_kl().clock(&mut check))]
    };
    let mut pairs = times(form).into_iter().zip(times(saved));
    let text = cut(&form.tekst);
    !text.is_empty() && text != cut(&saved.tekst)
        || pairs.any(|(typed, was)| {
            typed.0.is_some() && typed.0 != was.0 || typed.1.is_some() && typed.1 != was.1
        })
}

/// Fields whose saved value differs from what was typed.
fn saved_otherwise(
    cx: &Cx,
    form: &HearingForm,
    saved: &HearingForm,
    hearing: &Hearing,
) -> Vec<(&'static str, Vec<String>)> {
    let t = T(cx.locale);
    let time = |at: Instant| vec![cx.locale.day_and_time(at, cx.today())];
    let mut other: Vec<(&'static str, Vec<String>)> = [
        (t.hearing_title(), &saved.titel, &form.titel),
        (t.hearing_why(), &saved.hvorfor, &form.hvorfor),
        (t.hearing_text(), &saved.tekst, &form.tekst),
        (t.hearing_next(), &saved.naeste, &form.naeste),
        (t.hearing_contact(), &saved.kontakt, &form.kontakt),
        (t.hearing_case(), &saved.sagsnummer, &form.sagsnummer),
        (t.hearing_kle(), &saved.kle, &form.kle),
    ]
    .into_iter()
    .filter(|(_, saved, typed)| lines(saved) != lines(typed))
    .map(|(label, saved, _)| (label, lines(saved)))
    .collect();
    if saved.offentlig != form.offentlig {
        other.push((t.hearing_publication(), vec![hearing.publication.label(t).to_owned()]));
    }
    if (&saved.aabner, &saved.aabner_kl) != (&form.aabner, &form.aabner_kl) {
        other.push((t.hearing_opens_day(), time(hearing.opens_at)));
    }
    if (&saved.lukker, &saved.lukker_kl) != (&form.lukker, &form.lukker_kl) {
        other.push((t.hearing_closes_day(), time(hearing.closes_at)));
    }
    other
}

pub(crate) async fn show(cx: Cx, Path(id): Path<HearingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let hearing = kept(&cx, &mut reader, id).await?;
    let blocks = store::blocks(&mut reader, cx.tenant.id, id).await?;
    let source = source_of(&cx, &mut reader, &hearing).await?;
    cx.page(page(&cx, Some(&hearing), source, of_hearing(&cx, &hearing, &blocks), cx.now()))
}

pub(crate) async fn save(
    cx: Cx,
    Path(id): Path<HearingId>,
    Form(form): Form<HearingForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    kept(&cx, &mut tx, id).await?;
    let before = store::locked(&mut tx, id).await?.or_not_found()?;
    // Not the time when the request came: it may have waited until the hearing was open.
    let (t, now) = (T(cx.locale), cx.services.clock.now());
    let blocks = store::blocks(&mut tx, cx.tenant.id, id).await?;
    let source = source_of(&cx, &mut tx, &before).await?;
    let as_saved = of_hearing(&cx, &before, &blocks);
    let is_fixed = !before.can_write_text(now);
    let (is_late, is_older) = (is_fixed && is_rewritten(&cx, &form, &as_saved), form.laest != as_saved.laest);
    if is_late || is_older {
        // Nothing is lost in silence: the page shows both what was typed and what is saved.
        let mut errors = Errors::default();
        if is_older {
            let field = if is_fixed { form.titel() } else { form.tekst() };
            errors.add(&field, t.hearing_was_saved_meanwhile());
        }
        if is_late {
            errors.add(&form.tekst(), t.hearing_text_was_fixed());
        }
        let saved = if is_older { saved_otherwise(&cx, &form, &as_saved, &before) } else { Vec::new() };
        let form = HearingForm { laest: as_saved.laest, ..form }.with_errors(errors);
        return cx.invalid(FormPage { saved, ..page(&cx, Some(&before), source, form, now) });
    }
    let (hearing, pieces) = match read(&cx, &form, &before, now) {
        Ok(read) => read,
        Err(form) => return cx.invalid(page(&cx, Some(&before), source, *form, now)),
    };
    store::save(&mut tx, &hearing).await?;
    if !is_fixed && hearing.source.is_none() {
        write_text(&mut tx, &hearing, &blocks, &pieces).await?;
    }
    tx.record(HearingChanged::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(hearing.href(), "success", "hearing-flash-changed")
}

/// As a day and a clock time are typed: for the form that moves a closing.
pub(crate) fn as_typed(cx: &Cx, at: Instant) -> (String, String) {
    let day: Day = at.day();
    (day.to_string(), cx.locale.time(at))
}
