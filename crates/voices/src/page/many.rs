//! /tekster/{id}/stemmer/input/mange: many inputs are pasted at once, one after each empty line; they are shown before they are kept.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, form::Choice};
use samskab_writing::text::TextId;

use super::{
    VoicedText,
    inputs::{numbered, participant_choices},
};
use crate::{
    T,
    contact::holds_contact,
    event::InputsChanged,
    input::{Gravity, Input, InputKind, LONGEST, parted},
    participant::{ParticipantId, ParticipantKind},
    store,
};

/// At most this many inputs in one paste.
const MOST: usize = 200;
/// Longest paste, in characters.
const LONGEST_PASTE: usize = 100_000;
/// The button that saves the pieces.
const KEEP: &str = "gem";

samskab_web::form! {
    pub struct ManyForm {
        tekst: paragraph(many_said).hint(many_said_hint).required().rows(12).max(LONGEST_PASTE),
        slags: choice(input_kind).among(InputKind::choices).required(),
        hvem: text(many_source).hint(input_source_hint).required().max(120),
        deltager: choice(input_participant).first(input_participant_none).optional(),
        hvem_slags: choice(input_source_kind).first(input_source_kind_none).among(ParticipantKind::choices).optional(),
        dag: day(input_day).optional(),
        sted: text(input_place).optional().max(120),
        tema: text(input_theme).hint(input_theme_hint).optional().max(80),
        /// Which button was pressed.
        knap: hidden,
    }
}

#[derive(Template)]
#[template(path = "voices/many.html")]
struct ManyPage {
    shell: Shell,
    t: T,
    form: ManyForm,
    participants: Vec<Choice>,
    /// The separate inputs, each with whether it contains an address or a number; empty: not split yet.
    pieces: Vec<(String, bool)>,
    action: String,
    back: String,
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &VoicedText,
    (form, pieces): (ManyForm, Vec<String>),
) -> Result<ManyPage> {
    let t = T(cx.locale);
    let participants = store::participants(connection, cx.tenant.id, found.text.id).await?;
    let back = format!("{}/input", found.base());
    Ok(ManyPage {
        shell: found.deeper(cx, t.many_title(), ("input", t.input_list_title())),
        t,
        form,
        participants: participant_choices(participants),
        pieces: pieces.into_iter().map(|piece| (piece.clone(), holds_contact(&piece))).collect(),
        action: format!("{back}/mange"),
        back,
    })
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::worked(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &found, (ManyForm::default(), Vec::new())).await?;
    cx.page(page)
}

pub async fn add(cx: Cx, Path(id): Path<TextId>, Form(form): Form<ManyForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let said = form.tekst().text(&mut check).unwrap_or_default();
    let kind: Option<InputKind> = form.slags().code(&mut check);
    let source = form.hvem().text(&mut check).unwrap_or_default();
    let source_kind: Option<ParticipantKind> = form.hvem_slags().code(&mut check);
    let said_on = form.dag().day_ahead(&mut check, cx.today());
    let place = form.sted().text(&mut check).unwrap_or_default();
    let theme = form.tema().text(&mut check).unwrap_or_default();
    let pieces = parted(&said);
    if pieces.len() > MOST {
        check.refuse(&form.tekst(), t.many_too_many(MOST));
    } else if pieces.iter().any(|piece| piece.chars().count() > LONGEST) {
        check.refuse(&form.tekst(), t.many_too_long(LONGEST));
    }
    let errors = check.done().err();
    let (Some(kind), None) = (kind, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        let page = page(&cx, &mut tx, &found, (form, Vec::new())).await?;
        return cx.invalid(page);
    };
    if form.knap != KEEP {
        let page = page(&cx, &mut tx, &found, (form, pieces)).await?;
        return cx.page(page);
    }
    let participant = match form.deltager.parse::<ParticipantId>() {
        Ok(id) => store::find_participant(&mut tx, cx.tenant.id, id).await?,
        Err(_) => None,
    };
    let participant = participant.filter(|one| one.text == id);
    let mut is_full = false;
    for piece in pieces {
        let input = Input {
            participant: participant.as_ref().map(|one| one.id),
            source_kind: source_kind.or(participant.as_ref().map(|one| one.kind)),
            source: source.clone(),
            said_on,
            place: place.clone(),
            theme: theme.clone(),
            is_quote: true,
            // How grave each is, is said when it is read.
            gravity: (kind == InputKind::Concern).then_some(Gravity::Grave),
            ..Input::new(cx.new_id(), id, kind, piece, cx.now())
        };
        is_full |= numbered(&mut tx, input).await?.is_none();
    }
    tx.record(InputsChanged::of(id)).await?;
    tx.commit().await?;
    let to = format!("{}/input", found.base());
    match is_full {
        true => cx.redirect_saying(to, "warning", "voices-flash-full"),
        false => cx.redirect_saying(to, "success", "voices-flash-many-added"),
    }
}
