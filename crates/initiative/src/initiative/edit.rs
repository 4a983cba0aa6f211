//! /indsatser/ny and /indsatser/{id}/rediger: what is done, whose it is, until when, and under which focus area.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_meetings::position_choices;
use samskab_organisation::{person::PersonId, position};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, form::Choice};

use super::{Initiative, InitiativeChanged, InitiativeId, begin, for_action, store};
use crate::{
    T,
    authority::{Action, Tie, may},
};

samskab_web::form! {
    pub struct InitiativeForm {
        titel: text(initiative_title).required().max(150),
        om: paragraph(initiative_about).optional().rows(5).max(3000),
        maal: text(initiative_goal).hint(initiative_goal_hint).optional().max(300),
        fokus: choice(focus_area_label).first(initiative_no_focus_area).optional(),
        stilling: choice(initiative_owner).hint(initiative_owner_hint).first(initiative_owner_none).optional(),
        person: choice(initiative_owner_or_person).hint(initiative_owner_or_person_hint).first(initiative_owner_nobody).optional(),
        fra: day(initiative_starts_on).optional(),
        til: day(initiative_ends_on).optional(),
        vis: tick(initiative_is_public).hint(initiative_is_public_hint),
    }
}

#[derive(Template)]
#[template(path = "initiative/form.html")]
struct FormPage {
    shell: Shell,
    t: T,
    form: InitiativeForm,
    areas: Vec<Choice>,
    positions: Vec<Choice>,
    people: Vec<Choice>,
    action: String,
    back: String,
}

/// What can be chosen. Three queries.
struct Choices {
    areas: Vec<Choice>,
    positions: Vec<Choice>,
    people: Vec<Choice>,
}

impl Choices {
    async fn read(cx: &Cx, connection: &mut Connection) -> Result<Self> {
        let areas = store::focus_areas(connection, cx.tenant.id).await?;
        let held = position::store::all(connection, cx.tenant.id, cx.today()).await?;
        let mut people: Vec<(PersonId, String)> =
            held.iter().flat_map(|held| held.holders()).map(|one| (one.person, one.name.clone())).collect();
        people.sort_by_cached_key(|(id, name)| (samskab_kernel::danish::sort_key(name), *id));
        people.dedup();
        Ok(Self {
            areas: areas
                .into_iter()
                .map(|(id, title, year)| Choice::of(id.to_string(), format!("{year}: {title}")))
                .collect(),
            positions: position_choices(cx, connection).await?,
            people: people.into_iter().map(|(id, name)| Choice::of(id.to_string(), name)).collect(),
        })
    }
}

/// The value, where it can be chosen.
fn chosen<V: std::str::FromStr>(choices: &[Choice], value: &str) -> Option<V> {
    choices.iter().find(|one| one.value == value).and_then(|one| one.value.parse().ok())
}

fn page(cx: &Cx, one: Option<&Initiative>, choices: Choices, form: InitiativeForm) -> FormPage {
    let t = T(cx.locale);
    let title = if one.is_some() { t.initiative_edit() } else { t.initiative_new() };
    let shell = cx.shell(title).under("/indsatser", t.initiative_list_title());
    FormPage {
        shell: match one {
            Some(one) => shell.under(one.href(), &one.title).here(),
            None => shell.here(),
        },
        t,
        form,
        areas: choices.areas,
        positions: choices.positions,
        people: choices.people,
        action: one.map_or_else(|| "/indsatser/ny".to_owned(), |one| format!("{}/rediger", one.href())),
        back: one.map_or_else(|| "/indsatser".to_owned(), Initiative::href),
    }
}

/// The initiative as the form says it; the form with its errors.
fn read(
    cx: &Cx,
    form: &InitiativeForm,
    was: Initiative,
    choices: &Choices,
) -> std::result::Result<Initiative, Box<InitiativeForm>> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let about = form.om().text(&mut check).unwrap_or_default();
    let goal = form.maal().text(&mut check).unwrap_or_default();
    let (starts_on, ends_on) = (form.fra().day(&mut check), form.til().day(&mut check));
    if let (Some(from), Some(to)) = (starts_on, ends_on)
        && to < from
    {
        check.refuse(&form.til(), t.initiative_ends_before());
    }
    let owner_position = chosen(&choices.positions, &form.stilling);
    let owner_person = chosen(&choices.people, &form.person);
    if owner_position.is_some() && owner_person.is_some() {
        check.refuse(&form.person(), t.initiative_two_owners());
    }
    match check.done() {
        Err(errors) => Err(Box::new(form.clone().with_errors(errors))),
        Ok(()) => Ok(Initiative {
            title,
            about,
            goal,
            focus_area: chosen(&choices.areas, &form.fokus),
            owner_position,
            owner_person,
            starts_on,
            ends_on,
            is_public: form.vis().is_ticked(),
            updated_at: cx.now(),
            ..was
        }),
    }
}

pub async fn new(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepInitiatives, Tie::None))?;
    let mut reader = cx.read().await?;
    let choices = Choices::read(&cx, &mut reader).await?;
    let fokus = cx.query().and_then(|query| query.strip_prefix("fokus=")).unwrap_or_default().to_owned();
    let form = InitiativeForm { vis: samskab_web::form::ticked(true), fokus, ..InitiativeForm::default() };
    cx.page(page(&cx, None, choices, form))
}

pub async fn add(cx: Cx, Form(form): Form<InitiativeForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepInitiatives, Tie::None))?;
    let mut tx = cx.write().await?;
    let choices = Choices::read(&cx, &mut tx).await?;
    match read(&cx, &form, Initiative::new(cx.new_id(), "", cx.now()), &choices) {
        Ok(one) => {
            begin(&mut tx, &one).await?;
            tx.commit().await?;
            cx.redirect_saying(one.href(), "success", "initiative-flash-added")
        }
        Err(form) => cx.invalid(page(&cx, None, choices, *form)),
    }
}

pub async fn show(cx: Cx, Path(id): Path<InitiativeId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (one, _) = for_action(&cx, &mut reader, id, Action::KeepInitiatives).await?;
    let choices = Choices::read(&cx, &mut reader).await?;
    let code = |id: Option<String>| id.unwrap_or_default();
    let form = InitiativeForm {
        titel: one.title.clone(),
        om: one.about.clone(),
        maal: one.goal.clone(),
        fokus: code(one.focus_area.map(|id| id.to_string())),
        stilling: code(one.owner_position.map(|id| id.to_string())),
        person: code(one.owner_person.map(|id| id.to_string())),
        fra: code(one.starts_on.map(|day| day.to_string())),
        til: code(one.ends_on.map(|day| day.to_string())),
        vis: samskab_web::form::ticked(one.is_public),
        ..InitiativeForm::default()
    };
    cx.page(page(&cx, Some(&one), choices, form))
}

pub async fn save(
    cx: Cx,
    Path(id): Path<InitiativeId>,
    Form(form): Form<InitiativeForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    for_action(&cx, &mut tx, id, Action::KeepInitiatives).await?;
    let before = store::locked(&mut tx, id).await?.ok_or(samskab_web::Error::NotFound)?;
    let choices = Choices::read(&cx, &mut tx).await?;
    match read(&cx, &form, before.clone(), &choices) {
        Ok(one) => {
            store::save(&mut tx, &one).await?;
            tx.record(InitiativeChanged::of(&one)).await?;
            tx.commit().await?;
            cx.redirect_saying(one.href(), "success", "initiative-flash-saved")
        }
        Err(form) => cx.invalid(page(&cx, Some(&before), choices, *form)),
    }
}
