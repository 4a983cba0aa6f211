//! What those are written who are asked to stand in, and that it is solved.

use samskab_kernel::contact::Email;
use samskab_mail::{Letter, Message};
use samskab_organisation::person::{self, Person};
use samskab_store::{Result, Tx};
use samskab_web::{Tenant, app::Services, token};

use crate::{
    T,
    matching::invitation::{
        Invitation,
        letter::{finish, one_time_link},
    },
    shift::Shift,
    task,
};

pub struct StandInAsked<'a> {
    pub municipality: &'a Tenant,
    pub invitation: &'a Invitation,
    pub shift: &'a Shift,
    pub title: &'a str,
    pub by: &'a str,
    pub person: &'a Person,
    /// Helps with the same task already.
    pub is_mate: bool,
}

impl StandInAsked<'_> {
    pub async fn mail(&self, tx: &mut Tx, services: &Services, to: Email) -> Result<()> {
        let secret = token::fresh(services.db.dice());
        let link = one_time_link(tx, &secret, self.person, &self.invitation.href()).await?;
        let message = self.message(to, &services.absolute(self.municipality.id, &link));
        samskab_mail::send(tx, message).await?;
        Ok(())
    }

    fn message(&self, to: Email, link: &str) -> Message {
        let t = T(self.person.locale);
        let when = when(self.shift, t);
        let asks = if self.is_mate {
            t.matching_mail_mate(self.by, self.title, &when)
        } else {
            t.matching_mail_stand_in(self.by, self.title, &when)
        };
        let letter = Letter::new(&t.notice_mail_greeting(self.person.first_name()))
            .paragraph(&asks)
            .link(t.matching_mail_link(), link)
            .paragraph(t.matching_mail_stand_in_free());
        let body = finish(letter, self.municipality, t);
        Message { to, subject: t.matching_mail_stand_in_subject(&when), body, reply_to: None }
    }
}

fn when(shift: &Shift, t: T) -> String {
    format!("{}–{}", t.0.day_and_time(shift.starts_at), t.0.time(shift.ends_at))
}

/// Somebody else was quicker: said, so that nobody keeps the evening free.
pub async fn solved(
    tx: &mut Tx,
    services: &Services,
    municipality: &Tenant,
    asked: &Invitation,
) -> Result<()> {
    let Some(person) = person::store::find(tx, municipality.id, asked.person).await? else { return Ok(()) };
    let Some(to) = person.email.clone() else { return Ok(()) };
    let Some(task) = task::store::find(tx, municipality.id, asked.task).await? else { return Ok(()) };
    let t = T(person.locale);
    let letter = Letter::new(&t.notice_mail_greeting(person.first_name()))
        .paragraph(&t.matching_mail_solved(&task.title))
        .link(t.matching_mail_solved_link(), &services.absolute(municipality.id, "/min-side"));
    let body = finish(letter, municipality, t);
    let message = Message { to, subject: t.matching_mail_solved_subject().to_owned(), body, reply_to: None };
    samskab_mail::send(tx, message).await?;
    Ok(())
}
