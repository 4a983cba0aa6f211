//! /tekster/{id}/stemmer/deltagere: who takes part, and how far each has come.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Locale, danish::sort_key};
use samskab_organisation::{
    association::{self, AssociationId, State, Theme},
    body::{self, BodyId},
    topic,
    unit::{self, Level, Unit, UnitId},
};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, query},
    paging,
};
use samskab_writing::{store as texts, text::TextId};
use serde::Deserialize;

use super::{VoicedText, Way, heard::hearings};
use crate::{
    T,
    authority::Action,
    coverage::{self, CoverageLine},
    event::ParticipantsChanged,
    participant::{Participant, ParticipantId, ParticipantKind, SizeClass, Tick},
    store::{self, MOST_PARTICIPANTS},
};

/// Lines on one page.
const PAGE_SIZE: usize = 100;

samskab_web::form! {
    pub struct AddForm {
        forening: choice(participant_association).first(participant_nobody).unmarked(),
        enhed: choice(participant_unit).first(participant_nobody).unmarked(),
        organ: choice(participant_body).first(participant_nobody).unmarked(),
        navn: text(participant_group).hint(participant_group_hint).unmarked().max(120),
        slags: choice(participant_kind).hint(participant_kind_hint).among(ParticipantKind::choices).unmarked(),
        omraade: choice(participant_area).first(participant_area_none).optional(),
        tema: choice(participant_theme).first(participant_theme_none).among(themes).optional(),
    }
}

samskab_web::form! {
    pub struct AllForm {
        /// The theme whose associations are added; empty: all.
        af_tema: choice(participant_all_theme).first(participant_all_themes).among(themes).unmarked(),
        /// "foreninger" or "omraader": which button was pressed.
        hvem: hidden,
    }
}

samskab_web::form! {
    pub struct TickForm {
        valgt: several(participant_chosen),
        hvad: radio(participant_tick).among(ticks).required(),
        dag: day(participant_tick_day).hint(participant_tick_day_hint).optional(),
    }
}

samskab_web::form! {
    pub struct ParticipantForm {
        navn: text(participant_name).required().max(120),
        slags: choice(participant_kind).among(ParticipantKind::choices).without_first().required(),
        omraade: choice(participant_area).first(participant_area_none).optional(),
        tema: choice(participant_theme).first(participant_theme_none).among(themes).optional(),
        stoerrelse: choice(participant_size).first(participant_size_unknown).among(SizeClass::choices).optional(),
        planlagt: day(participant_planned).optional(),
        inviteret: day(participant_invited).optional(),
        kom: day(participant_came).optional(),
        /// The revision that was read.
        version: hidden,
    }
}

fn themes(locale: Locale) -> Vec<Choice> {
    topic::themes().iter().map(|theme| Choice::of(theme.key.clone(), theme.name(locale))).collect()
}

fn ticks(locale: Locale) -> Vec<Choice> {
    Tick::ALL.iter().map(|tick| Choice::of(tick.code(), tick.label(T(locale)))).collect()
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ListQuery {
    side: Option<usize>,
    vis: String,
}

#[derive(Template)]
#[template(path = "voices/participants.html")]
struct ParticipantsPage {
    shell: Shell,
    t: T,
    ways: Vec<Way>,
    lines: Vec<Line>,
    filters: Vec<(String, String, bool)>,
    add: AddForm,
    all: AllForm,
    tick: TickForm,
    associations: Vec<Choice>,
    units: Vec<Choice>,
    bodies: Vec<Choice>,
    areas: Vec<Choice>,
    previous: String,
    next: String,
    position: String,
    base: String,
    may_work: bool,
}

struct Line {
    id: ParticipantId,
    name: String,
    about: String,
    /// "inviteret 3. marts".
    days: String,
    state: (&'static str, &'static str, &'static str),
    /// The page of the participant; empty: the reader may see none.
    href: String,
    /// Asked in a hearing, and not written down here.
    is_asked: bool,
}

fn line(cx: &Cx, areas: &[Unit], line: &CoverageLine, may_work: bool) -> Line {
    let t = T(cx.locale);
    let one = &line.participant;
    let area = one.area.and_then(|area| areas.iter().find(|unit| unit.id == area));
    let area = area.map(|unit| unit.name.clone()).filter(|name| *name != one.name);
    let theme = one.theme.and_then(|theme| topic::theme(theme.code()));
    let size = one.size.map(|size| size.label(t).to_owned());
    let theme = theme.map(|theme| theme.name(cx.locale).to_owned());
    let asked = line.asked_in.map(|_| t.participant_asked().to_owned());
    let about: Vec<String> =
        [Some(one.kind.label(t).to_owned()), area, theme, size, asked].into_iter().flatten().collect();
    let day = |tick: Tick, day: Option<Day>| {
        day.map(|day| format!("{} {}", tick.label(t).to_lowercase(), cx.locale.short_day(day, cx.today())))
    };
    let days: Vec<String> = [
        day(Tick::Planned, one.planned_on),
        day(Tick::Invited, one.invited_on),
        day(Tick::Came, one.came_on),
    ]
    .into_iter()
    .flatten()
    .collect();
    let state = match (line.reflected > 0, line.heard > 0, one.came_on, one.invited_on) {
        (true, ..) => (t.participant_reflected(), "good", "check"),
        (_, true, ..) => (t.participant_heard(), "good", "chat"),
        (_, _, Some(_), _) => (t.participant_came(), "", "person"),
        (_, _, _, Some(_)) => (t.participant_invited(), "wait", "hourglass"),
        _ => (t.participant_not_invited(), "wait", "warning"),
    };
    Line {
        id: one.id,
        name: one.name.clone(),
        about: about.join(" · "),
        days: days.join(" · "),
        state,
        href: match (line.asked_in, may_work) {
            (Some(hearing), _) => format!("/hoeringer/{hearing}"),
            (None, true) => format!("/stemmedeltagere/{}", one.id),
            (None, false) => String::new(),
        },
        is_asked: line.asked_in.is_some(),
    }
}

/// The page of those who take part in a text. Runs at most eleven queries, and those of the text.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &VoicedText,
    (add, tick): (AddForm, TickForm),
) -> Result<ParticipantsPage> {
    let (t, tenant, today) = (T(cx.locale), cx.tenant.id, cx.today());
    let may_work = found.may(cx, Action::WorkWithVoices);
    let given = hearings(cx, connection, found.text.id, may_work).await?;
    let mut all = coverage::lines(connection, (tenant, today), found.text.id, &given).await?;
    all.sort_by_cached_key(|line| sort_key(&line.participant.name));
    let units = unit::store::all(connection, tenant, today).await?;
    let (mut associations, mut bodies) = (Vec::new(), Vec::new());
    if may_work {
        // Somebody who was asked in a hearing can be registered here, too, and then both are one line.
        let own = || all.iter().filter(|line| line.asked_in.is_none());
        let is_there = |is_it: &dyn Fn(&Participant) -> bool| own().any(|line| is_it(&line.participant));
        associations = association::store::all(connection, tenant).await?;
        associations.retain(|one| {
            one.state == State::Approved && !is_there(&|other| other.association == Some(one.id))
        });
        bodies = body::all(connection, tenant, today).await?;
        bodies.retain(|one| !is_there(&|other| other.body == Some(one.id)));
    }
    let asked: ListQuery = query(cx);
    let shows = |line: &&CoverageLine| match asked.vis.as_str() {
        "not_invited" => line.participant.invited_on.is_none(),
        "not_heard" => line.heard == 0,
        kind => {
            kind.parse().is_ok_and(|kind: ParticipantKind| line.participant.kind == kind) || kind.is_empty()
        }
    };
    let shown: Vec<&CoverageLine> = all.iter().filter(shows).collect();
    let base = format!("{}/deltagere", found.base());
    let filter = |vis: &str, label: &str, count: usize| {
        let href = if vis.is_empty() { base.clone() } else { format!("{base}?vis={vis}") };
        (href, format!("{label} ({count})"), asked.vis == vis)
    };
    let mut filters = vec![filter("", t.participant_filter_all(), all.len())];
    for (vis, label, count) in [
        (
            "not_invited",
            t.participant_filter_not_invited(),
            all.iter().filter(|one| one.participant.invited_on.is_none()).count(),
        ),
        ("not_heard", t.participant_filter_not_heard(), all.iter().filter(|one| one.heard == 0).count()),
    ] {
        filters.push(filter(vis, label, count));
    }
    for kind in ParticipantKind::ALL {
        let count = all.iter().filter(|one| one.participant.kind == *kind).count();
        if count > 0 {
            filters.push(filter(kind.code(), kind.label(t), count));
        }
    }
    let paging = paging::Page::new(asked.side, PAGE_SIZE);
    let address = |side: Option<usize>| {
        let vis = filters.iter().position(|(.., is_here)| *is_here).map_or("", |_| asked.vis.as_str());
        side.map(|side| format!("{base}?vis={vis}&side={side}")).unwrap_or_default()
    };
    let departments = units.iter().filter(|unit| unit.level == Level::Department);
    let choice = |unit: &Unit| Choice::of(unit.id.to_string(), unit.name.clone());
    let is_new = |unit: &&Unit| !all.iter().any(|line| line.participant.unit == Some(unit.id));
    Ok(ParticipantsPage {
        shell: found.below(cx, t.participant_title()),
        t,
        ways: found.ways(cx, "/deltagere"),
        lines: shown
            .iter()
            .skip(paging.offset())
            .take(PAGE_SIZE)
            .map(|one| line(cx, &units, one, may_work))
            .collect(),
        previous: address(paging.previous()),
        next: address(paging.next(shown.len())),
        position: t.voices_page_of(paging.count(shown.len()), paging.number),
        filters: if all.is_empty() { Vec::new() } else { filters },
        add,
        all: AllForm::default(),
        tick,
        associations: associations
            .iter()
            .map(|one| Choice::of(one.id.to_string(), one.full_name()))
            .collect(),
        units: units.iter().filter(is_new).map(choice).collect(),
        bodies: bodies.iter().map(|one| Choice::of(one.id.to_string(), one.name.clone())).collect(),
        areas: departments.map(choice).collect(),
        base,
        may_work,
    })
}

fn tick_form() -> TickForm {
    TickForm { hvad: Tick::Invited.code().to_owned(), ..TickForm::default() }
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::followed(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &found, (AddForm::default(), tick_form())).await?;
    cx.page(page)
}

/// What the form names: an association, a unit, a body, or a group. `None`: it names nobody.
async fn named(
    cx: &Cx,
    tx: &mut Tx,
    found: &VoicedText,
    form: &AddForm,
    check: &mut Check,
) -> Result<Option<Participant>> {
    let (tenant, today, now, text) = (cx.tenant.id, cx.today(), cx.now(), found.text.id);
    let name = form.navn().text(check).unwrap_or_default();
    let kind = form.slags().code::<ParticipantKind>(check);
    if let Ok(id) = form.forening.parse::<AssociationId>() {
        let association = association::store::find(tx, tenant, id).await?.or_not_found()?;
        return Ok(Some(Participant::association(cx.new_id(), text, &association, now)));
    }
    let units = unit::store::all(tx, tenant, today).await?;
    if let Ok(id) = form.enhed.parse::<UnitId>() {
        let unit = units.iter().find(|unit| unit.id == id).or_not_found()?;
        return Ok(Some(Participant::unit(cx.new_id(), text, unit, &units, now)));
    }
    if let Ok(id) = form.organ.parse::<BodyId>() {
        let body = body::store::find(tx, tenant, id).await?.or_not_found()?;
        return Ok(Some(Participant::body(cx.new_id(), text, &body, &units, now)));
    }
    let t = T(cx.locale);
    if name.is_empty() && !check.refuses(&[form.navn()]) {
        check.refuse(&form.navn(), t.participant_missing());
    } else if kind.is_none() && !check.refuses(&[form.slags()]) {
        check.refuse(&form.slags(), t.participant_kind_missing());
    }
    let area = form.omraade.parse::<UnitId>().ok();
    let group = kind.map(|kind| Participant {
        area: area.filter(|area| units.iter().any(|unit| unit.id == *area)),
        theme: form.tema.parse().ok(),
        ..Participant::group(cx.new_id(), text, kind, name, now)
    });
    Ok(group)
}

pub async fn add(cx: Cx, Path(id): Path<TextId>, Form(form): Form<AddForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let named = named(&cx, &mut tx, &found, &form, &mut check).await?;
    let there = store::participants(&mut tx, cx.tenant.id, id).await?;
    if let Some(named) = &named {
        let is_it = |one: &&Participant| {
            one.name == named.name
                || one.association.is_some() && one.association == named.association
                || one.unit.is_some() && one.unit == named.unit
                || one.body.is_some() && one.body == named.body
        };
        if there.iter().any(|one| is_it(&one)) {
            check.refuse(&form.navn(), T(cx.locale).participant_is_there(named.name.as_str()));
        }
    }
    let errors = check.done().err();
    let (Some(participant), None) = (named, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        let page = page(&cx, &mut tx, &found, (form, tick_form())).await?;
        return cx.invalid(page);
    };
    let to = format!("{}/deltagere", found.base());
    if there.len() >= MOST_PARTICIPANTS {
        return cx.redirect_saying(to, "warning", "voices-flash-full");
    }
    store::add_participant(&mut tx, &participant).await?;
    tx.record(ParticipantsChanged::of(id)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "voices-flash-participant-added")
}

/// POST …/deltagere/alle: all associations of a theme, or all, or all departments, that are not among them.
pub async fn add_all(cx: Cx, Path(id): Path<TextId>, Form(form): Form<AllForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let (tenant, now) = (cx.tenant.id, cx.now());
    let there = store::participants(&mut tx, tenant, id).await?;
    let new: Vec<Participant> = if form.hvem == "omraader" {
        let units = unit::store::all(&mut tx, tenant, cx.today()).await?;
        let departments = units.iter().filter(|unit| unit.level == Level::Department);
        let departments = departments.filter(|unit| !there.iter().any(|one| one.unit == Some(unit.id)));
        departments.map(|unit| Participant::unit(cx.new_id(), id, unit, &units, now)).collect()
    } else {
        let theme: Option<Theme> = form.af_tema.parse().ok();
        let all = association::store::all(&mut tx, tenant).await?;
        let all = all.iter().filter(|one| one.state == State::Approved);
        let all = all.filter(|one| theme.is_none_or(|theme| one.theme == theme));
        let all = all.filter(|one| !there.iter().any(|other| other.association == Some(one.id)));
        all.map(|one| Participant::association(cx.new_id(), id, one, now)).collect()
    };
    let room = MOST_PARTICIPANTS.saturating_sub(there.len());
    for participant in new.iter().take(room) {
        store::add_participant(&mut tx, participant).await?;
    }
    tx.record(ParticipantsChanged::of(id)).await?;
    tx.commit().await?;
    let said = match new.is_empty() {
        true => "voices-flash-nobody-new",
        false => "voices-flash-participants-added",
    };
    cx.redirect_saying(format!("{}/deltagere", found.base()), "success", said)
}

/// POST …/deltagere/saet-dag: the chosen ones were planned, invited or came on a day.
pub async fn tick(cx: Cx, Path(id): Path<TextId>, Form(form): Form<TickForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let what: Option<Tick> = form.hvad().code(&mut check);
    let day = form.dag().day_ahead(&mut check, cx.today());
    if form.valgt.is_empty() {
        check.refuse(&form.valgt(), T(cx.locale).participant_choose());
    }
    let errors = check.done().err();
    let (Some(what), None) = (what, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        let page = page(&cx, &mut tx, &found, (AddForm::default(), form)).await?;
        return cx.invalid(page);
    };
    let day = day.unwrap_or(cx.today());
    let there = store::participants(&mut tx, cx.tenant.id, id).await?;
    for one in there.into_iter().filter(|one| form.valgt.contains(&one.id.to_string())).take(PAGE_SIZE) {
        store::save_participant(&mut tx, &one.ticked(what, day).changed()).await?;
    }
    tx.record(ParticipantsChanged::of(id)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/deltagere", found.base()), "success", "voices-flash-ticked")
}

#[derive(Template)]
#[template(path = "voices/participant.html")]
struct ParticipantPage {
    shell: Shell,
    t: T,
    form: ParticipantForm,
    areas: Vec<Choice>,
    /// What somebody else has saved since the form was read.
    theirs: Vec<(&'static str, String)>,
    base: String,
    back: String,
}

async fn find(cx: &Cx, connection: &mut Connection, id: ParticipantId) -> Result<(Participant, VoicedText)> {
    let participant = store::find_participant(connection, cx.tenant.id, id).await?.or_not_found()?;
    let found = VoicedText::worked(cx, connection, participant.text).await?;
    Ok((participant, found))
}

async fn one_page(
    cx: &Cx,
    connection: &mut Connection,
    (participant, found): (&Participant, &VoicedText),
    form: ParticipantForm,
    is_behind: bool,
) -> Result<ParticipantPage> {
    let t = T(cx.locale);
    let units = unit::store::all(connection, cx.tenant.id, cx.today()).await?;
    let theirs = if is_behind { saved(cx, participant, &units) } else { Vec::new() };
    let departments = units.iter().filter(|unit| unit.level == Level::Department);
    Ok(ParticipantPage {
        shell: found.deeper(cx, participant.name.clone(), ("deltagere", t.participant_title())),
        t,
        form,
        areas: departments.map(|unit| Choice::of(unit.id.to_string(), unit.name.clone())).collect(),
        theirs,
        base: format!("/stemmedeltagere/{}", participant.id),
        back: format!("{}/deltagere", found.base()),
    })
}

/// The saved values with the form's labels; empty ones are left out.
fn saved(cx: &Cx, one: &Participant, units: &[Unit]) -> Vec<(&'static str, String)> {
    let t = T(cx.locale);
    let day = |day: Option<Day>| day.map(|day| cx.locale.day(day)).unwrap_or_default();
    let area = units.iter().find(|unit| Some(unit.id) == one.area).map(|unit| unit.name.clone());
    let theme = one.theme.and_then(|theme| topic::theme(theme.code()));
    let all = [
        (t.participant_name(), one.name.clone()),
        (t.participant_kind(), one.kind.label(t).to_owned()),
        (t.participant_area(), area.unwrap_or_default()),
        (t.participant_theme(), theme.map(|theme| theme.name(cx.locale).to_owned()).unwrap_or_default()),
        (t.participant_size(), one.size.map(|size| size.label(t).to_owned()).unwrap_or_default()),
        (t.participant_planned(), day(one.planned_on)),
        (t.participant_invited(), day(one.invited_on)),
        (t.participant_came(), day(one.came_on)),
    ];
    all.into_iter().filter(|(_, said)| !said.is_empty()).collect()
}

/// GET /stemmedeltagere/{id}
pub async fn edit(cx: Cx, Path(id): Path<ParticipantId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (one, found) = find(&cx, &mut reader, id).await?;
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let form = ParticipantForm {
        navn: one.name.clone(),
        slags: one.kind.code().to_owned(),
        omraade: one.area.map(|area| area.to_string()).unwrap_or_default(),
        tema: one.theme.map(|theme| theme.code().to_owned()).unwrap_or_default(),
        stoerrelse: one.size.map(|size| size.code().to_owned()).unwrap_or_default(),
        planlagt: day(one.planned_on),
        inviteret: day(one.invited_on),
        kom: day(one.came_on),
        version: one.revision.to_string(),
        ..ParticipantForm::default()
    };
    let page = one_page(&cx, &mut reader, (&one, &found), form, false).await?;
    cx.page(page)
}

pub async fn save(
    cx: Cx,
    Path(id): Path<ParticipantId>,
    Form(form): Form<ParticipantForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (one, _) = find(&cx, &mut tx, id).await?;
    texts::locked(&mut tx, one.text).await?;
    // Read again, now that nobody else writes.
    let (one, found) = find(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let name = form.navn().text(&mut check);
    let kind = form.slags().code::<ParticipantKind>(&mut check);
    let theme = form.tema().code::<Theme>(&mut check);
    let size = form.stoerrelse().code::<SizeClass>(&mut check);
    let today = cx.today();
    let planned_on = form.planlagt().day_ahead(&mut check, today);
    let invited_on = form.inviteret().day_ahead(&mut check, today);
    let came_on = form.kom().day_ahead(&mut check, today);
    let units = unit::store::all(&mut tx, cx.tenant.id, today).await?;
    let area = form.omraade.parse::<UnitId>().ok();
    let area = area.filter(|area| units.iter().any(|unit| unit.id == *area));
    let changed = Participant {
        name: name.unwrap_or_default(),
        kind: kind.unwrap_or(one.kind),
        area,
        theme,
        size,
        planned_on,
        invited_on,
        came_on,
        ..one.clone()
    };
    let errors = check.done().err();
    let is_behind = form.version != one.revision.to_string();
    if is_behind && changed != one || errors.is_some() {
        let mut errors = errors.unwrap_or_default();
        if is_behind {
            errors.add(&ParticipantForm::default().navn(), T(cx.locale).voices_changed_meanwhile());
        }
        let form = ParticipantForm { version: one.revision.to_string(), ..form.with_errors(errors) };
        let page = one_page(&cx, &mut tx, (&one, &found), form, is_behind).await?;
        return cx.invalid(page);
    }
    store::save_participant(&mut tx, &changed.clone().changed()).await?;
    tx.record(ParticipantsChanged::of(changed.text)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/deltagere", found.base()), "success", "voices-flash-saved")
}

/// POST /stemmedeltagere/{id}/fjern: what they said stays.
pub async fn remove(cx: Cx, Path(id): Path<ParticipantId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (one, found) = find(&cx, &mut tx, id).await?;
    store::remove_participant(&mut tx, id).await?;
    tx.record(ParticipantsChanged::of(one.text)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/deltagere", found.base()), "success", "voices-flash-participant-removed")
}
