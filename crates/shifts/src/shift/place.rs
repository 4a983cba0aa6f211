//! The task and the place behind a shift, and how both sides are told of something.

use std::sync::Arc;

use samskab_engagement::engagement;
use samskab_interest::Rung;
use samskab_kernel::{
    Day, Instant, Locale, TenantId,
    contact::{Email, Phone},
};
use samskab_organisation::answering::{WhomToCall, languages, responsible, whom_to_call};
use samskab_organisation::{
    answering::{self, Answerer, Ladder},
    person::{self, Person, PersonId},
    sign_in,
};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::{
    notice,
    task::{self, Task, TaskId, time::as_beginning},
};
use samskab_web::{Cx, Services, Tenant, exit::Farewell, session::Opens, token};

use super::{
    Shift,
    hindrance::taken,
    letter::{Word, Writer},
    store,
};
use crate::T;

/// A link in a mail about a shift signs in for a week.
const LINK_MINUTES: i64 = 7 * 24 * 60;
/// A gap so near is told by a mail of its own.
const GAP_NEAR_DAYS: i64 = 7;

/// Everything a letter about a shift needs.
pub struct Place {
    services: Services,
    municipality: Arc<Tenant>,
    pub task: Task,
    /// Who posts the task.
    pub name: String,
    phone: Option<Phone>,
    pub ladder: Ladder,
}

impl Place {
    /// Reads what a letter about a shift of this task needs. Runs at most five queries.
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
            phone: shown.poster_phone,
            ladder,
        }))
    }

    pub async fn of(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Option<Self>> {
        Self::read(&cx.services, &cx.tenant, connection, task, cx.now()).await
    }

    pub fn tenant(&self) -> TenantId {
        self.municipality.id
    }

    /// The people who answer for the task.
    pub fn responsible(&self) -> Vec<&Answerer> {
        responsible(&self.ladder, self.task.contact, Rung::Contact)
    }

    /// The people who answer for the task, except whoever is doing this.
    fn told(&self, tx: &Tx) -> Vec<&Answerer> {
        let actor = tx.stamp().actor;
        let mut told = self.responsible();
        told.retain(|answerer| Some(answerer.person.uuid()) != actor);
        told
    }

    pub fn whom_to_call(&self, locale: Locale) -> Option<WhomToCall> {
        let place = (self.name.as_str(), self.phone.as_ref());
        whom_to_call(&self.ladder, self.task.contact, place, &self.municipality, locale)
    }

    /// The plan, where those who answer see the shift.
    pub fn plan_href(&self, shift: &Shift) -> String {
        format!("/opgaver/{}/vagter#vagt-{}", self.task.id, shift.id)
    }

    /// Those who answer for the place hear what `about` has done, by mail as they have chosen: while it is so, and until
    /// the shift is over. Whoever does it themselves hears nothing.
    pub async fn tell(
        &self,
        tx: &mut Tx,
        shift: &Shift,
        about: Option<PersonId>,
        kind: &'static str,
        text: impl Fn(T) -> String,
    ) -> Result<()> {
        let truth = notice::Truth { about, until: Some(shift.ends_at) };
        let told = self.told(tx);
        for (person, locale) in languages(tx, self.tenant(), &told).await? {
            notice::tell_while(tx, person, kind, text(T(locale)), self.plan_href(shift), truth).await?;
        }
        Ok(())
    }

    /// Called when `person` has got a place in the shift: an earlier notice that they cannot come is withdrawn, and
    /// notices that others cannot come are withdrawn when there are enough. Returns whether this fills a gap that the
    /// people who answer for the place were told of.
    pub async fn somebody_comes(&self, tx: &mut Tx, shift: &Shift, person: PersonId) -> Result<bool> {
        let lines = store::bookings_of_shifts(tx, self.tenant(), &[shift.id]).await?;
        let there = taken(lines.iter().map(|line| &line.booking));
        let own = taken(lines.iter().map(|line| &line.booking).filter(|booking| booking.person == person));
        let enough = there >= shift.minimum;
        let is_gap = enough && there - own < shift.minimum;
        let mut absent: Vec<(PersonId, bool)> = lines
            .iter()
            .filter(|line| !line.booking.state.is_live() && (enough || line.booking.person == person))
            .map(|line| (line.booking.person, line.booking.gave_up()))
            .collect();
        absent.sort_unstable_by_key(|(person, gave_up)| (*person, !gave_up));
        absent.dedup_by_key(|(person, _)| *person);
        let mut was_told = false;
        for (person, gave_up) in absent {
            let was_news = notice::take_back(tx, &self.plan_href(shift), person).await?;
            was_told |= gave_up && !was_news;
        }
        Ok(is_gap && was_told)
    }

    /// Tells the place that somebody comes instead of those who could not: at once when the shift is soon, as the gap
    /// was told.
    pub async fn tell_filled(&self, tx: &mut Tx, shift: &Shift, person: PersonId) -> Result<()> {
        let Some(person) = person::store::find(tx, self.tenant(), person).await? else { return Ok(()) };
        let (name, task, today) = (person.first_name(), self.task.title.as_str(), tx.now().day());
        let when = |t: T| shift.when(t.0, today);
        let text = |t: T| t.shift_mail_comes(name, task, when(t));
        if shift.is_soon(tx.now()) {
            return self
                .tell_at_once(tx, shift, |t| t.shift_mail_comes_subject(name, when(t)), text, |_| Vec::new())
                .await;
        }
        self.tell(tx, shift, Some(person.id), "shift.comes", text).await
    }

    /// Those who answer for the place get a mail of its own, now: it is soon. `times`: the shifts it is about, where they
    /// are several.
    pub async fn tell_at_once(
        &self,
        tx: &mut Tx,
        shift: &Shift,
        subject: impl Fn(T) -> String,
        text: impl Fn(T) -> String,
        times: impl Fn(T) -> Vec<String>,
    ) -> Result<()> {
        let ids: Vec<PersonId> = self.told(tx).iter().map(|answerer| answerer.person).collect();
        if ids.is_empty() {
            return Ok(());
        }
        for person in person::store::find_many(tx, self.tenant(), &ids).await? {
            let Some(to) = person.email.clone() else { continue };
            let t = T(person.locale);
            let link = self.absolute(&self.plan_href(shift));
            let writer = self.writer(&person, link, tx.now().day());
            samskab_mail::send(tx, writer.to_place(to, subject(t), &text(t), &times(t), &self.name)).await?;
        }
        Ok(())
    }

    /// Somebody's account is gone who was on these `shifts` of the task. Where it makes one `lacking` soon, those who
    /// answer for the place get a mail of its own, now; else it is news.
    pub async fn tell_of_gaps(
        &self,
        tx: &mut Tx,
        shifts: &[&Shift],
        lacking: &[&Shift],
        farewell: Farewell,
    ) -> Result<()> {
        let how = farewell.code();
        let Some(first) = lacking.first().or_else(|| shifts.first()) else { return Ok(()) };
        let soon = lacking.first().is_some_and(|one| one.starts_at < tx.now().plus_days(GAP_NEAR_DAYS));
        let title = self.task.title.as_str();
        if !soon {
            return self
                .tell(tx, first, None, "shift.account_gone", |t| t.shift_news_account_gone(how, title))
                .await;
        }
        let today = tx.now().day();
        let subject = |t: T| t.shift_mail_account_gone_subject(title, first.when(t.0, today));
        let times = |t: T| lacking.iter().map(|shift| as_beginning(&shift.when(t.0, today))).collect();
        self.tell_at_once(tx, first, subject, |t| t.shift_mail_account_gone(how, title), times).await
    }

    /// Where a letter about the task reaches them: at their own address, or the one that they were written down with.
    pub async fn address_of(&self, tx: &mut Tx, person: &Person) -> Result<Option<Email>> {
        if person.email.is_some() {
            return Ok(person.email.clone());
        }
        engagement::store::address_of(tx, self.tenant(), self.task.id, person.id).await
    }

    /// A letter to a volunteer; `false`: they have no e-mail, somebody must call.
    pub async fn write(&self, tx: &mut Tx, person: &Person, shift: &Shift, word: Word<'_>) -> Result<bool> {
        let Some(to) = self.address_of(tx, person).await? else { return Ok(false) };
        let link = self.link(tx, person, shift).await?;
        let writer = self.writer(person, link, tx.now().day());
        samskab_mail::send(tx, writer.to_volunteer(to, shift, word)).await?;
        Ok(true)
    }

    /// A link for a letter. Letters are forwarded to whoever might stand in: it opens the shift, and asks to sign in for
    /// the rest.
    pub(super) async fn link(&self, tx: &mut Tx, person: &Person, shift: &Shift) -> Result<String> {
        let secret = token::fresh(self.services.db.dice());
        let page = shift.href();
        sign_in::add_link(tx, &secret, person.id, LINK_MINUTES, Opens::Only(&page)).await?;
        Ok(self.absolute(&format!("/log-ind/{secret}?videre={page}")))
    }

    pub(super) fn absolute(&self, path: &str) -> String {
        self.services.absolute(self.tenant(), path)
    }

    pub(super) fn writer<'a>(&'a self, person: &'a Person, link: String, today: Day) -> Writer<'a> {
        Writer {
            municipality: &self.municipality,
            locale: person.locale,
            today,
            first_name: person.first_name(),
            task: &self.task,
            link,
            all: self.absolute("/min-side/vagter"),
            call: self.whom_to_call(person.locale),
        }
    }
}
