//! Something that somebody must do after a meeting: it has an owner and a day, is shown on their *Mit overblik* and
//! on the next agenda until it is done, or is taken away with a reason.

pub(super) mod change;
mod letter;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Id, Instant, TenantId};
use samskab_organisation::{
    body::{self, Body, BodyId, Membership, members},
    person::PersonId,
};
use samskab_store::{Connection, Record, Result as StoreResult, Tx};
use samskab_web::{Check, Cx, Error, Form, Result, Shell, error::OrNotFound as _};

use super::{ItemId, store};
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
    /// When it was done, or taken away.
    pub done_at: Option<Instant>,
    /// What came of it.
    pub outcome: String,
    /// When what, who or until when was last changed.
    pub changed_at: Option<Instant>,
    /// Why it was taken away; empty: it was not.
    pub removed_reason: String,
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
    LOCK = "update follow_up set updated_at = updated_at where tenant_id = $1 and id = $2";
}

samskab_store::events! {
    pub about follow_up(FollowUpId) { body: BodyId }
    impl { fn of(one: &FollowUp) { follow_up: one.id, body: one.body } }

    FollowUpAdded => "follow_up.added";
    FollowUpChanged => "follow_up.changed";
    FollowUpRemoved => "follow_up.removed";
    FollowUpDone => "follow_up.done";
}

impl FollowUp {
    pub fn href(&self) -> String {
        format!("/opfoelgninger/{}", self.id)
    }

    pub fn is_removed(&self) -> bool {
        !self.removed_reason.is_empty()
    }

    /// Whether the minutes contain it: a follow-up that was taken away before they were approved was never in them.
    pub(super) fn stands_in_minutes(&self, approved_at: Option<Instant>) -> bool {
        !self.is_removed() || approved_at.is_some_and(|approved| self.done_at > Some(approved))
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
    /// Also part of a point's form, where nobody has to add one: whoever fills in one field is asked for all.
    pub struct FollowUpForm {
        hvad: text(follow_up_matter).hint(follow_up_matter_hint).unmarked().max(300),
        hvem: choice(follow_up_who).unmarked(),
        frist: day(follow_up_due).unmarked(),
    }
}

/// What the form means.
pub(super) struct FollowUpDraft {
    matter: String,
    person: PersonId,
    due_on: Day,
}

impl FollowUpDraft {
    fn is_of(&self, one: &FollowUp) -> bool {
        one.matter == self.matter && one.person == Some(self.person) && one.due_on == self.due_on
    }
}

impl FollowUpForm {
    pub(super) fn is_empty(&self) -> bool {
        self.fields().iter().all(|field| field.is_empty())
    }

    /// Reads the form. All fields are required; one of `people` does it, on `earliest` – the day of the meeting – or
    /// later. Errors are noted in the form.
    pub(super) fn read(
        &self,
        cx: &Cx,
        check: &mut Check,
        people: &[PersonId],
        earliest: Day,
    ) -> Option<FollowUpDraft> {
        let matter = self.hvad().required(true).text(check);
        let who = self.hvem().required(true);
        let person: Option<PersonId> = who.code(check);
        let person = person.filter(|person| people.contains(person));
        if person.is_none() && !check.refuses(&[self.hvem()]) {
            check.refuse(&self.hvem(), T(cx.locale).follow_up_who_missing());
        }
        let due_on = self.frist().required(true).day_ahead(check, cx.today());
        if due_on.is_some_and(|day| day < earliest) {
            check.refuse(&self.frist(), T(cx.locale).follow_up_due_too_early());
        }
        Some(FollowUpDraft { matter: matter?, person: person?, due_on: due_on? })
    }
}

samskab_web::form! {
    pub struct DoneForm {
        resultat: paragraph(follow_up_outcome).hint(follow_up_outcome_hint).optional().rows(3).max(1000),
    }
}

/// With the transaction in which its point is minuted. The same page sent twice adds it once.
pub(super) async fn add(
    cx: &Cx,
    tx: &mut Tx,
    (body, item): (BodyId, ItemId),
    draft: FollowUpDraft,
) -> StoreResult<()> {
    let open = open_of_body(tx, cx.tenant.id, body).await?;
    if open.iter().any(|one| one.item == item && draft.is_of(one)) {
        return Ok(());
    }
    let one = FollowUp {
        id: cx.new_id(),
        body,
        item,
        matter: draft.matter,
        person: Some(draft.person),
        due_on: draft.due_on,
        done_at: None,
        outcome: String::new(),
        changed_at: None,
        removed_reason: String::new(),
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    save_new(tx, &one).await?;
    tx.record(FollowUpAdded::of(&one)).await
}

pub async fn save_new(tx: &mut Tx, one: &FollowUp) -> StoreResult<()> {
    tx.write(&ADD, one).execute().await?;
    Ok(())
}

/// What others write about it at the same time waits until the transaction ends.
async fn lock(tx: &mut Tx, id: FollowUpId) -> StoreResult<()> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
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
    /// Why it was taken away; empty: it was not.
    removed: String,
    outcome: String,
    item: Option<(String, String)>,
    form: DoneForm,
    action: String,
    /// The reader can correct what was written down wrong.
    may_change: bool,
    back: String,
}

/// A follow-up with the body it is of, and how the reader stands to it.
struct FollowUpOfBody {
    one: FollowUp,
    body: Body,
    membership: Membership,
    /// The reader runs the meetings of the body.
    runs: bool,
}

impl FollowUpOfBody {
    async fn read(cx: &Cx, connection: &mut Connection, id: FollowUpId) -> Result<Self> {
        let one: Option<FollowUp> = connection.query(&FIND).bind(cx.tenant.id).bind(id).optional().await?;
        let one = one.or_not_found()?;
        let body = body::store::find(connection, cx.tenant.id, one.body).await?.or_not_found()?;
        let membership = members(connection, cx.tenant.id, &body, cx.today()).await?;
        let runs = may(&cx.actor, Action::RunMeetings, Tie::of(&cx.actor, &membership));
        Ok(Self { one, body, membership, runs })
    }

    /// The same, for its owner, and for those who run the meetings.
    async fn known(cx: &Cx, connection: &mut Connection, id: FollowUpId) -> Result<Self> {
        let found = Self::read(cx, connection, id).await?;
        let is_mine = found.one.person.is_some_and(|person| cx.actor.person == Some(person.uuid()));
        if !is_mine && !found.runs {
            return Err(Error::NotFound);
        }
        Ok(found)
    }
}

pub async fn show(cx: Cx, Path(id): Path<FollowUpId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = FollowUpOfBody::known(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &found, DoneForm::default()).await?;
    cx.page(page)
}

pub async fn done(cx: Cx, Path(id): Path<FollowUpId>, Form(form): Form<DoneForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    lock(&mut tx, id).await?;
    let found = FollowUpOfBody::known(&cx, &mut tx, id).await?;
    if found.one.is_removed() {
        return cx.redirect_saying(found.one.href(), "warning", "follow-up-flash-closed");
    }
    let mut check = Check::new(cx.locale);
    let outcome = form.resultat().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &found, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let to = cx.back_to_overview_or(found.body.href());
    if found.one.done_at.is_none() {
        let one = FollowUp { done_at: Some(cx.now()), outcome, updated_at: cx.now(), ..found.one };
        tx.write(&SAVE, &one).execute().await?;
        tx.record(FollowUpDone::of(&one)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(to, "success", "follow-up-flash-done")
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    FollowUpOfBody { one, body, runs, .. }: &FollowUpOfBody,
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
        removed: one.removed_reason.clone(),
        outcome: one.outcome.clone(),
        item: item.map(|item| (item.title.clone(), item.href())),
        form,
        action: one.href(),
        may_change: *runs && one.done_at.is_none(),
        back: body.href(),
    })
}
