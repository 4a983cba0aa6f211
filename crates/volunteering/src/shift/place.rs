//! The task and the place behind a shift, and how both sides are told of something.

use std::sync::Arc;

use samskab_kernel::{Instant, Locale, TenantId};
use samskab_organisation::{
    answering::{self, Answerer, Ladder},
    person::{self, Person, PersonId},
    sign_in,
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{Cx, Tenant, app::Services, token};

use super::{
    Shift,
    letter::{Word, Writer},
};
use crate::{
    T,
    interest::{
        Rung,
        letter::WhomToCall,
        news::languages,
        responsible::{responsible, to_call},
    },
    notice,
    task::{self, Task, TaskId},
};

/// A link in a mail about a shift signs in for a week.
const LINK_MINUTES: i64 = 7 * 24 * 60;

/// Everything a letter about a shift needs.
pub struct Place {
    services: Services,
    municipality: Arc<Tenant>,
    pub task: Task,
    /// Who posts the task.
    pub name: String,
    pub ladder: Ladder,
}

impl Place {
    /// At most five queries.
    pub async fn read(
        services: &Services,
        municipality: &Arc<Tenant>,
        connection: &mut Connection,
        task: TaskId,
        now: Instant,
    ) -> Result<Option<Self>> {
        let tenant = municipality.id;
        let Some(shown) = task::store::shown(connection, tenant, task, now.day()).await? else {
            return Ok(None);
        };
        let ladder = answering::ladder(connection, tenant, shown.task.poster, now.day()).await?;
        Ok(Some(Self {
            services: services.clone(),
            municipality: Arc::clone(municipality),
            task: shown.task,
            name: shown.poster_name,
            ladder,
        }))
    }

    pub async fn of(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Option<Self>> {
        Self::read(&cx.services, &cx.tenant, connection, task, cx.now()).await
    }

    pub fn tenant(&self) -> TenantId {
        self.municipality.id
    }

    /// Those whose work it is.
    pub fn responsible(&self) -> Vec<&Answerer> {
        responsible(&self.ladder, self.task.contact, Rung::Contact)
    }

    pub fn whom_to_call(&self, locale: Locale) -> Option<WhomToCall> {
        to_call(&self.ladder, self.task.contact)
            .map(|answerer| WhomToCall::of(answerer, locale))
            .or_else(|| WhomToCall::municipality(&self.municipality))
    }

    /// The plan, where those who answer see the shift.
    pub fn plan_href(&self, shift: &Shift) -> String {
        format!("/opgaver/{}/vagter#vagt-{}", self.task.id, shift.id)
    }

    /// Those who answer for the place hear of it, by mail as they have chosen.
    pub async fn tell(
        &self,
        tx: &mut Tx,
        shift: &Shift,
        kind: &'static str,
        text: impl Fn(T) -> String,
    ) -> Result<()> {
        for (person, locale) in languages(tx, self.tenant(), &self.responsible()).await? {
            notice::tell(tx, person, kind, text(T(locale)), self.plan_href(shift)).await?;
        }
        Ok(())
    }

    /// Those who answer for the place get a mail of its own, now: it is soon.
    pub async fn tell_at_once(
        &self,
        tx: &mut Tx,
        shift: &Shift,
        subject: impl Fn(T) -> String,
        text: impl Fn(T) -> String,
    ) -> Result<()> {
        let ids: Vec<PersonId> = self.responsible().iter().map(|answerer| answerer.person).collect();
        if ids.is_empty() {
            return Ok(());
        }
        for person in person::store::find_many(tx, self.tenant(), &ids).await? {
            let Some(to) = person.email.clone() else { continue };
            let t = T(person.locale);
            let link = self.services.absolute(self.tenant(), &self.plan_href(shift));
            let writer = self.writer(&person, link);
            samskab_mail::send(tx, writer.to_place(to, subject(t), &text(t), &self.name)).await?;
        }
        Ok(())
    }

    /// A letter to a volunteer; `false`: they have no e-mail, somebody must call.
    pub async fn write(&self, tx: &mut Tx, person: &Person, shift: &Shift, word: Word<'_>) -> Result<bool> {
        let Some(to) = person.email.clone() else { return Ok(false) };
        let secret = token::fresh(self.services.db.dice());
        sign_in::add_link(tx, &secret, person.id, LINK_MINUTES).await?;
        let path = format!("/log-ind/{secret}?videre={}", shift.href());
        let writer = self.writer(person, self.services.absolute(self.tenant(), &path));
        samskab_mail::send(tx, writer.to_volunteer(to, shift, word)).await?;
        Ok(true)
    }

    fn writer<'a>(&'a self, person: &'a Person, link: String) -> Writer<'a> {
        Writer {
            municipality: &self.municipality,
            locale: person.locale,
            first_name: person.first_name(),
            task: &self.task,
            link,
            call: self.whom_to_call(person.locale),
        }
    }
}
