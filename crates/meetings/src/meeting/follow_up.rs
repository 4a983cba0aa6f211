//! What somebody does after a meeting: it has an owner and a day, stands on their *Mit overblik* and on the next agenda, and
//! is there until it is done.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Id, Instant, TenantId};
use samskab_organisation::{
    body::{self, BodyId, members},
    person::PersonId,
};
use samskab_store::{Connection, Record, Result as StoreResult, Tx};
use samskab_web::{Check, Cx, Error, Form, Result, Shell, error::OrNotFound as _};

use super::{ItemId, agenda, minutes, store};
use crate::{
    T,
    authority::{Action, Tie, may},
};

/// The mark of a follow-up.
pub enum FollowUpRow {}
pub type FollowUpId = Id<FollowUpRow>;

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "follow_up", alias = "f")]
pub struct FollowUp {
    pub id: FollowUpId,
    #[record(column = "body_id")]
    pub body: BodyId,
    #[record(column = "item_id", fixed)]
    pub item: ItemId,
    pub matter: String,
    /// `None`: whose it was is gone; those who run the meetings see to it.
    #[record(column = "person_id")]
    pub person: Option<PersonId>,
    pub due_on: Day,
    pub done_at: Option<Instant>,
    /// What came of it.
    pub outcome: String,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

samskab_store::statements! {
    FIND = FollowUp::SELECT, "where f.tenant_id = $1 and f.id = $2";
    OPEN_OF_BODY = FollowUp::SELECT, "where f.tenant_id = $1 and f.body_id = $2 and f.done_at is null
        order by f.due_on, f.id limit 500";
    OF_MEETING = FollowUp::SELECT, "join agenda_item i on i.id = f.item_id
        where f.tenant_id = $1 and i.meeting_id = $2 order by f.due_on, f.id";
    OPEN_OF_PERSON = FollowUp::SELECT, "where f.tenant_id = $1 and f.person_id = $2 and f.done_at is null
        order by f.due_on, f.id limit 500";
    ADD = FollowUp::INSERT;
    SAVE = FollowUp::UPDATE;
}

samskab_store::events! {
    pub about follow_up(FollowUpId) { body: BodyId }
    impl { fn of(one: &FollowUp) { follow_up: one.id, body: one.body } }

    FollowUpAdded => "follow_up.added";
    FollowUpDone => "follow_up.done";
}

impl FollowUp {
    pub fn href(&self) -> String {
        format!("/opfoelgninger/{}", self.id)
    }
}

pub async fn open_of_body(
    connection: &mut Connection,
    tenant: TenantId,
    body: BodyId,
) -> StoreResult<Vec<FollowUp>> {
    connection.query(&OPEN_OF_BODY).bind(tenant).bind(body).all().await
}

pub async fn of_meeting(
    connection: &mut Connection,
    tenant: TenantId,
    meeting: super::MeetingId,
) -> StoreResult<Vec<FollowUp>> {
    connection.query(&OF_MEETING).bind(tenant).bind(meeting).all().await
}

pub async fn open_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> StoreResult<Vec<FollowUp>> {
    connection.query(&OPEN_OF_PERSON).bind(tenant).bind(person).all().await
}

samskab_web::form! {
    pub struct FollowUpForm {
        hvad: text(follow_up_matter).hint(follow_up_matter_hint).required().max(300),
        hvem: choice(follow_up_who).required(),
        frist: day(follow_up_due).required(),
    }
}

samskab_web::form! {
    pub struct DoneForm {
        resultat: paragraph(follow_up_outcome).hint(follow_up_outcome_hint).optional().rows(3).max(1000),
    }
}

/// POST /punkter/{id}/opfoelgning
pub async fn add(cx: Cx, Path(id): Path<ItemId>, Form(form): Form<FollowUpForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (item, found) = agenda::find(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let matter = form.hvad().text(&mut check).unwrap_or_default();
    let person: Option<PersonId> = form.hvem().code(&mut check);
    let person = person.filter(|person| found.membership.people().contains(person));
    if person.is_none() && !check.refuses(&[form.hvem()]) {
        check.refuse(&form.hvem(), T(cx.locale).follow_up_who_missing());
    }
    let due_on = form.frist().day_ahead(&mut check, cx.today());
    let errors = check.done().err();
    let (Some(person), Some(due_on), None) = (person, due_on, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        return minutes::item::refused(&cx, &mut tx, &found, &item, form).await;
    };
    let one = FollowUp {
        id: cx.new_id(),
        body: found.body.id,
        item: id,
        matter,
        person: Some(person),
        due_on,
        done_at: None,
        outcome: String::new(),
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    save_new(&mut tx, &one).await?;
    tx.record(FollowUpAdded::of(&one)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/punkter/{id}/referat"), "success", "follow-up-flash-added")
}

pub async fn save_new(tx: &mut Tx, one: &FollowUp) -> StoreResult<()> {
    tx.write(&ADD, one).execute().await?;
    Ok(())
}

#[derive(Template)]
#[template(path = "meeting/follow_up.html")]
struct FollowUpPage {
    shell: Shell,
    t: T,
    matter: String,
    due: String,
    done: String,
    outcome: String,
    item: Option<(String, String)>,
    form: DoneForm,
    action: String,
    back: String,
}

/// Whose it is, and those who run the meetings.
async fn find(cx: &Cx, connection: &mut Connection, id: FollowUpId) -> Result<(FollowUp, body::Body)> {
    let one: Option<FollowUp> = connection.query(&FIND).bind(cx.tenant.id).bind(id).optional().await?;
    let one = one.or_not_found()?;
    let body = body::store::find(connection, cx.tenant.id, one.body).await?.or_not_found()?;
    let is_mine = one.person.is_some_and(|person| cx.actor.person == Some(person.uuid()));
    let membership = members(connection, cx.tenant.id, &body, cx.today()).await?;
    if !is_mine && !may(&cx.actor, Action::RunMeetings, Tie::of(&cx.actor, &membership)) {
        return Err(Error::NotFound);
    }
    Ok((one, body))
}

pub async fn show(cx: Cx, Path(id): Path<FollowUpId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (one, body) = find(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &one, &body, DoneForm::default()).await?;
    cx.page(page)
}

pub async fn done(cx: Cx, Path(id): Path<FollowUpId>, Form(form): Form<DoneForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (one, body) = find(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let outcome = form.resultat().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &one, &body, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let to = cx.back_to_overview_or(body.href());
    if one.done_at.is_none() {
        let one = FollowUp { done_at: Some(cx.now()), outcome, updated_at: cx.now(), ..one };
        tx.write(&SAVE, &one).execute().await?;
        tx.record(FollowUpDone::of(&one)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(to, "success", "follow-up-flash-done")
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    one: &FollowUp,
    body: &body::Body,
    form: DoneForm,
) -> Result<FollowUpPage> {
    let t = T(cx.locale);
    let item = store::find_item(connection, cx.tenant.id, one.item).await?;
    Ok(FollowUpPage {
        shell: cx
            .shell(t.follow_up_title())
            .under("/organer", t.body_list_title())
            .under(body.href(), &body.name)
            .here(),
        t,
        matter: one.matter.clone(),
        due: cx.locale.day(one.due_on),
        done: one.done_at.map(|at| cx.locale.day(at.day())).unwrap_or_default(),
        outcome: one.outcome.clone(),
        item: item.map(|item| (item.title.clone(), item.href())),
        form,
        action: one.href(),
        back: body.href(),
    })
}
