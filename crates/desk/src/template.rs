//! Texts that are sent again and again: four that come with the program, and those that were kept here.

use axum::response::Response;
use samskab_kernel::{Id, Instant};
use samskab_store::{Connection, Event, Result as StoreResult, Tx};
use samskab_web::{Cx, Error, Result, form::Choice};
use serde::Serialize;
use uuid::Uuid;

use crate::{T, list::StaffList, views};

/// The mark of a kept text.
enum TemplateRow {}
type TemplateId = Id<TemplateRow>;

samskab_store::statements! {
    ALL = "select id, subject, body from message_template where tenant_id = $1 order by subject, id limit 100";
    /// The same subject again is the same text, changed.
    SAVE = "insert into message_template (id, tenant_id, subject, body, updated_at) values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, subject) do update set body = excluded.body, updated_at = excluded.updated_at";
    REMOVE = "delete from message_template where tenant_id = $1 and id = $2";
}

#[derive(samskab_store::Row)]
struct Kept {
    id: TemplateId,
    subject: String,
    body: String,
}

/// A subject and a text that somebody may begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MessageTemplate {
    /// The code in the form: the id of a stored template, or the number of one that comes with the program.
    pub code: String,
    pub subject: String,
    pub body: String,
    /// Kept here: it can be removed.
    pub is_kept: bool,
}

/// Those kept here, then those that come with the program and were not kept under the same subject. One query.
pub(crate) async fn all(cx: &Cx, connection: &mut Connection) -> Result<Vec<MessageTemplate>> {
    let t = T(cx.locale);
    let kept: Vec<Kept> = connection.query(&ALL).bind(cx.tenant.id).all().await?;
    let kept = kept.into_iter().map(|one| MessageTemplate {
        code: one.id.to_string(),
        subject: one.subject,
        body: one.body,
        is_kept: true,
    });
    let mut all: Vec<MessageTemplate> = kept.collect();
    let given = [
        (t.template_thanks(), t.template_thanks_text()),
        (t.template_needed(), t.template_needed_text()),
        (t.template_coffee(), t.template_coffee_text()),
        (t.template_changed(), t.template_changed_text()),
    ];
    for (number, (subject, body)) in (1..).zip(given) {
        if all.iter().all(|one| one.subject != subject) {
            let (subject, body) = (subject.to_owned(), body.to_owned());
            all.push(MessageTemplate { code: format!("{number}"), subject, body, is_kept: false });
        }
    }
    Ok(all)
}

pub(crate) fn choices(templates: &[MessageTemplate]) -> Vec<Choice> {
    templates.iter().map(|one| Choice::of(one.code.clone(), one.subject.clone())).collect()
}

/// Called in the transaction of what was sent.
pub(crate) async fn save(tx: &mut Tx, subject: &str, body: &str) -> StoreResult<()> {
    let (id, now): (TemplateId, Instant) = (tx.new_id(), tx.now());
    let tenant = tx.tenant();
    let query = tx.query(&SAVE).bind(id).bind(tenant).bind(subject.to_owned());
    query.bind(body.to_owned()).bind(now).execute().await?;
    Ok(())
}

/// Who removed which text that all who work here share.
#[derive(Serialize)]
struct TemplateRemoved {
    template: TemplateId,
}

impl Event for TemplateRemoved {
    const KIND: &'static str = "template.removed";
    fn subject(&self) -> Uuid {
        self.template.uuid()
    }
}

samskab_web::form! {
    pub struct RemoveTemplateForm {
        skabelon: hidden,
        tilbage: hidden,
    }
}

/// POST {list}/skabeloner/fjern
pub(crate) async fn remove(
    cx: Cx,
    list: &'static dyn StaffList,
    form: RemoveTemplateForm,
) -> Result<Response> {
    cx.require(list.may(&cx))?;
    let id: TemplateId = form.skabelon.parse().or(Err(Error::NotFound))?;
    let mut tx = cx.write().await?;
    let query = tx.query(&REMOVE).bind(cx.tenant.id).bind(id);
    if query.execute().await? == 0 {
        return Err(Error::NotFound);
    }
    tx.record(TemplateRemoved { template: id }).await?;
    tx.commit().await?;
    let back = views::asked(list, &form.tilbage).address(list.facts().path);
    cx.redirect_saying(back, "success", "template-removed")
}
