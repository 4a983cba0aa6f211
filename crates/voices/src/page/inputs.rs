//! /tekster/{id}/stemmer/input: what was said, one by one; and one is written down, or corrected.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Locale, danish::sort_key};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Errors, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, query},
    paging,
};
use samskab_writing::text::TextId;
use serde::Deserialize;

use super::{VoicedText, Way, shortened};
use crate::{
    T,
    authority::Action,
    contact::holds_contact,
    event::InputsChanged,
    input::{Gravity, Input, InputId, InputKind, InputLine, InputState, LONGEST},
    participant::{Participant, ParticipantId, ParticipantKind},
    store,
};

/// Lines on one page.
const PAGE_SIZE: usize = 50;
/// At most this many inputs may a text have.
pub(super) const MOST_INPUTS: i64 = 5000;

samskab_web::form! {
    pub struct InputForm {
        slags: radio(input_kind).among(InputKind::choices).required(),
        hvem: text(input_source).hint(input_source_hint).unmarked().max(120),
        deltager: choice(input_participant).hint(input_participant_hint).first(input_participant_none).optional(),
        hvem_slags: choice(input_source_kind).first(input_source_kind_none).among(ParticipantKind::choices).optional(),
        dag: day(input_day).optional(),
        sted: text(input_place).optional().max(120),
        tekst: paragraph(input_said).hint(input_said_hint).required().rows(10).max(LONGEST),
        form: radio(input_form).among(forms).required(),
        tema: text(input_theme).hint(input_theme_hint).optional().max(80),
        grad: radio(input_gravity).hint(input_gravity_hint).among(Gravity::choices).unmarked(),
        kontakt: tick(input_contact_ok),
        version: hidden,
    }
}

const QUOTE: &str = "quote";
const SUMMARY: &str = "summary";

fn forms(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![Choice::of(QUOTE, t.input_form_quote()), Choice::of(SUMMARY, t.input_form_summary())]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ListQuery {
    side: Option<usize>,
    vis: String,
}

#[derive(Template)]
#[template(path = "voices/inputs.html")]
struct InputsPage {
    shell: Shell,
    t: T,
    ways: Vec<Way>,
    lines: Vec<Line>,
    filters: Vec<(String, String, bool)>,
    previous: String,
    next: String,
    position: String,
    base: String,
    may_work: bool,
    is_filtered: bool,
}

struct Line {
    href: String,
    begins: String,
    about: String,
    state: (&'static str, &'static str, &'static str),
}

fn line(cx: &Cx, line: &InputLine) -> Line {
    let t = T(cx.locale);
    let day = line.said_on.map(|day| cx.locale.short_day(day, cx.today()));
    let gravity = line.gravity.map(|gravity| gravity.label(t).to_owned());
    let theme = Some(line.theme.clone()).filter(|theme| !theme.is_empty());
    let excerpts = (line.excerpts > 0).then(|| t.input_excerpts(line.excerpts));
    let about = [Some(kind_and_source(t, line)), gravity, day, theme, excerpts];
    Line {
        href: line.href(),
        begins: shortened(&line.begins, 160),
        about: about.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        state: line.state().said(t),
    }
}

fn kind_and_source(t: T, line: &InputLine) -> String {
    let from_form = if line.is_from_form { format!(" · {}", t.input_from_form()) } else { String::new() };
    format!("{} · {} · {}{from_form}", t.input_number(line.number), line.kind.label(t), line.source)
}

/// The list of inputs to a text. Runs one query, and those of the text.
pub async fn list(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::followed(&cx, &mut reader, id).await?;
    let all = store::input_lines(&mut reader, cx.tenant.id, id).await?;
    drop(reader);
    let t = T(cx.locale);
    let asked: ListQuery = query(&cx);
    let shows = |line: &&InputLine| match asked.vis.as_str() {
        "" => true,
        "waiting" => !line.state().is_settled(),
        vis => {
            vis.parse().is_ok_and(|state: InputState| line.state() == state)
                || vis.parse().is_ok_and(|kind: InputKind| line.kind == kind)
        }
    };
    let shown: Vec<&InputLine> = all.iter().filter(shows).collect();
    let base = format!("{}/input", found.base());
    let filter = |vis: &str, label: &str, count: usize| {
        let href = if vis.is_empty() { base.clone() } else { format!("{base}?vis={vis}") };
        (href, format!("{label} ({count})"), asked.vis == vis)
    };
    let waiting = all.iter().filter(|line| !line.state().is_settled()).count();
    let mut filters = vec![
        filter("", t.input_filter_all(), all.len()),
        filter("waiting", t.input_filter_waiting(), waiting),
    ];
    for state in InputState::ALL {
        let count = all.iter().filter(|line| line.state() == *state).count();
        if count > 0 {
            filters.push(filter(state.code(), state.said(t).0, count));
        }
    }
    for kind in InputKind::ALL {
        let count = all.iter().filter(|line| line.kind == *kind).count();
        if count > 0 {
            filters.push(filter(kind.code(), kind.label(t), count));
        }
    }
    let paging = paging::Page::new(asked.side, PAGE_SIZE);
    let vis = if filters.iter().any(|(.., is_here)| *is_here) { asked.vis.as_str() } else { "" };
    let address =
        |side: Option<usize>| side.map(|side| format!("{base}?vis={vis}&side={side}")).unwrap_or_default();
    cx.page(InputsPage {
        shell: found.below(&cx, t.input_list_title()),
        t,
        ways: found.ways(&cx, "/input"),
        lines: shown.iter().skip(paging.offset()).take(PAGE_SIZE).map(|one| line(&cx, one)).collect(),
        previous: address(paging.previous()),
        next: address(paging.next(shown.len())),
        position: t.voices_page_of(paging.count(shown.len()), paging.number),
        filters: if all.is_empty() { Vec::new() } else { filters },
        is_filtered: !all.is_empty(),
        base: found.base(),
        may_work: found.may(&cx, Action::WorkWithVoices),
    })
}

#[derive(Template)]
#[template(path = "voices/input_form.html")]
struct FormPage {
    shell: Shell,
    t: T,
    form: InputForm,
    participants: Vec<Choice>,
    themes: Vec<String>,
    /// The text contains an address or a number: the form asks whether that is intended.
    asks_contact: bool,
    /// Changed by somebody else meanwhile: the input as it is now.
    theirs: Vec<String>,
    action: String,
    back: String,
}

pub(super) fn participant_choices(mut all: Vec<Participant>) -> Vec<Choice> {
    all.sort_by_cached_key(|one| sort_key(&one.name));
    all.into_iter().map(|one| Choice::of(one.id.to_string(), one.name)).collect()
}

/// The form for an input, new or changed. Runs two queries.
async fn form_page(
    cx: &Cx,
    connection: &mut Connection,
    (found, input): (&VoicedText, Option<&Input>),
    form: InputForm,
    theirs: Vec<String>,
) -> Result<FormPage> {
    let (t, tenant, id) = (T(cx.locale), cx.tenant.id, found.text.id);
    let participants = store::participants(connection, tenant, id).await?;
    let title = match input {
        Some(input) => t.input_change(input.number),
        None => t.input_new().to_owned(),
    };
    Ok(FormPage {
        shell: found.deeper(cx, title, ("input", t.input_list_title())),
        t,
        asks_contact: holds_contact(&form.tekst) && !form.errors.is_empty(),
        form,
        participants: participant_choices(participants),
        themes: store::themes(connection, tenant, id).await?,
        theirs,
        action: match input {
            Some(input) => format!("{}/rediger", input.href()),
            None => format!("{}/input/nyt", found.base()),
        },
        back: match input {
            Some(input) => input.href(),
            None => format!("{}/input", found.base()),
        },
    })
}

pub async fn new(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::worked(&cx, &mut reader, id).await?;
    let form = InputForm { form: SUMMARY.to_owned(), ..InputForm::default() };
    let page = form_page(&cx, &mut reader, (&found, None), form, Vec::new()).await?;
    cx.page(page)
}

/// The input as the form changes it, or what is wrong.
async fn read(
    cx: &Cx,
    connection: &mut Connection,
    input: Input,
    form: &InputForm,
) -> Result<std::result::Result<Input, Errors>> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let kind: Option<InputKind> = form.slags().code(&mut check);
    let source = form.hvem().text(&mut check).unwrap_or_default();
    let source_kind: Option<ParticipantKind> = form.hvem_slags().code(&mut check);
    let said_on = form.dag().day_ahead(&mut check, cx.today());
    let place = form.sted().text(&mut check).unwrap_or_default();
    let said = form.tekst().text(&mut check).unwrap_or_default();
    let theme = form.tema().text(&mut check).unwrap_or_default();
    let gravity: Option<Gravity> = form.grad().code(&mut check);
    let participant = match form.deltager.parse::<ParticipantId>() {
        Ok(id) => store::find_participant(connection, cx.tenant.id, id).await?,
        Err(_) => None,
    };
    let participant = participant.filter(|one| one.text == input.text);
    let source = match (&participant, source.is_empty()) {
        (Some(one), true) => one.name.clone(),
        _ => source,
    };
    if source.is_empty() && !check.refuses(&[form.hvem()]) {
        check.refuse(&form.hvem(), t.input_source_missing());
    }
    if kind == Some(InputKind::Concern) && gravity.is_none() && !check.refuses(&[form.grad()]) {
        check.refuse(&form.grad(), t.input_gravity_missing());
    }
    if holds_contact(&said) && !form.kontakt().is_ticked() && !check.refuses(&[form.tekst()]) {
        check.refuse(&form.tekst(), t.input_contact());
    }
    let errors = check.done().err();
    let (Some(kind), None) = (kind, &errors) else { return Ok(Err(errors.unwrap_or_default())) };
    Ok(Ok(Input {
        kind,
        source_kind: source_kind.or(participant.as_ref().map(|one| one.kind)),
        participant: participant.map(|one| one.id),
        source,
        said_on,
        place,
        is_quote: form.form == QUOTE,
        said,
        theme,
        gravity: gravity.filter(|_| kind == InputKind::Concern),
        ..input
    }))
}

pub async fn add(cx: Cx, Path(id): Path<TextId>, Form(form): Form<InputForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let empty = Input::new(cx.new_id(), id, InputKind::Dialogue, "", cx.now());
    let input = match read(&cx, &mut tx, empty, &form).await? {
        Ok(input) => input,
        Err(errors) => {
            let form = form.with_errors(errors);
            let page = form_page(&cx, &mut tx, (&found, None), form, Vec::new()).await?;
            return cx.invalid(page);
        }
    };
    let Some(input) = numbered(&mut tx, input).await? else {
        return cx.redirect_saying(format!("{}/input", found.base()), "warning", "voices-flash-full");
    };
    tx.record(InputsChanged::of(id)).await?;
    tx.commit().await?;
    cx.redirect_saying(input.href(), "success", "voices-flash-input-added")
}

/// Stores it with the next number; whoever calls has locked the text. `None`: there are as many as there may be.
pub(super) async fn numbered(tx: &mut Tx, input: Input) -> Result<Option<Input>> {
    let tenant = tx.tenant();
    let number = store::next_number(tx, tenant, input.text).await?;
    if number > MOST_INPUTS {
        return Ok(None);
    }
    let input = Input { number, ..input };
    store::add_input(tx, &input).await?;
    Ok(Some(input))
}

async fn find(cx: &Cx, connection: &mut Connection, id: InputId) -> Result<(Input, VoicedText)> {
    let input = store::find_input(connection, cx.tenant.id, id).await?.or_not_found()?;
    let found = VoicedText::worked(cx, connection, input.text).await?;
    Ok((input, found))
}

pub async fn edit(cx: Cx, Path(id): Path<InputId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (input, found) = find(&cx, &mut reader, id).await?;
    let form = InputForm {
        slags: input.kind.code().to_owned(),
        hvem: input.source.clone(),
        deltager: input.participant.map(|id| id.to_string()).unwrap_or_default(),
        hvem_slags: input.source_kind.map(|kind| kind.code().to_owned()).unwrap_or_default(),
        dag: input.said_on.map(|day| day.to_string()).unwrap_or_default(),
        sted: input.place.clone(),
        tekst: input.said.clone(),
        form: if input.is_quote { QUOTE } else { SUMMARY }.to_owned(),
        tema: input.theme.clone(),
        grad: input.gravity.map(|one| one.code().to_owned()).unwrap_or_default(),
        kontakt: samskab_web::form::ticked(holds_contact(&input.said)),
        version: input.revision.to_string(),
        ..InputForm::default()
    };
    let page = form_page(&cx, &mut reader, (&found, Some(&input)), form, Vec::new()).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<InputId>, Form(form): Form<InputForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (input, _) = find(&cx, &mut tx, id).await?;
    let found = VoicedText::locked(&cx, &mut tx, input.text).await?;
    let (input, _) = find(&cx, &mut tx, id).await?;
    let read = read(&cx, &mut tx, input.clone(), &form).await?;
    let changed = match read {
        // Somebody saved meanwhile: nothing is written before the reader has seen both.
        Ok(changed) if changed != input && form.version != input.revision.to_string() => {
            let mut errors = Errors::default();
            errors.add(&form.tekst(), T(cx.locale).voices_changed_meanwhile());
            let form = InputForm { version: input.revision.to_string(), ..form.with_errors(errors) };
            let theirs = super::lines(&input.said);
            let page = form_page(&cx, &mut tx, (&found, Some(&input)), form, theirs).await?;
            return cx.invalid(page);
        }
        Ok(changed) => changed,
        Err(errors) => {
            let form = form.with_errors(errors);
            let page = form_page(&cx, &mut tx, (&found, Some(&input)), form, Vec::new()).await?;
            return cx.invalid(page);
        }
    };
    let changed = changed.changed(cx.now());
    store::save_input(&mut tx, &changed).await?;
    tx.record(InputsChanged::of(changed.text)).await?;
    tx.commit().await?;
    cx.redirect_saying(changed.href(), "success", "voices-flash-saved")
}
