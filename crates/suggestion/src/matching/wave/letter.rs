//! What those are written who are asked to stand in, and that it is solved.

use samskab_kernel::contact::Email;
use samskab_mail::{Letter, Message};
use samskab_organisation::person::{self, Person};
use samskab_shifts::shift::Shift;
use samskab_store::{Result, Tx};
use samskab_taskbank::task;
use samskab_web::{Services, Tenant, token};

use crate::{
    T,
    matching::invitation::{
        Invitation,
        letter::{finish, one_time_link},
    },
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
        let when = self.shift.when(t.0, self.invitation.sent_at.day());
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
    let link = services.absolute(municipality.id, "/min-side");
    samskab_mail::send(tx, solved_message(municipality, &person, to, &task.title, &link)).await?;
    Ok(())
}

fn solved_message(municipality: &Tenant, person: &Person, to: Email, title: &str, link: &str) -> Message {
    let t = T(person.locale);
    let letter = Letter::new(&t.notice_mail_greeting(person.first_name()))
        .paragraph(&t.matching_mail_solved(title))
        .link(t.matching_mail_solved_link(), link);
    let body = finish(letter, municipality, t);
    Message { to, subject: t.matching_mail_solved_subject().to_owned(), body, reply_to: None }
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;

    use super::*;
    use crate::matching::invitation::letter::tests::{asked, fjordlund, vilma};

    #[test]
    fn every_letter_reads_well_in_both_languages() {
        let day = Day::of(2026, 3, 3);
        let (fjordlund, invitation) = (fjordlund(), asked());
        let times = (day.at(14, 0), day.at(16, 0));
        let id = uuid::Uuid::from_u128(1);
        let shift = Shift::new(id.into(), invitation.task, None, "", times, 1, 2, day.at(8, 0));
        let (title, link) = ("Kaffe og højtlæsning", "https://frivillig.fjordlund.example/invitationer/1");
        for locale in samskab_kernel::Locale::ALL {
            let person = vilma(locale);
            let to = || person.email.clone().unwrap();
            let stand_in = |is_mate| {
                let (municipality, invitation) = (&fjordlund, &invitation);
                let by = "Plejehjemmet Solgården";
                let asked = StandInAsked {
                    municipality,
                    invitation,
                    shift: &shift,
                    title,
                    by,
                    person: &person,
                    is_mate,
                };
                asked.message(to(), link)
            };
            let letters = [
                ("mate", stand_in(true)),
                ("stand_in", stand_in(false)),
                ("solved", solved_message(&fjordlund, &person, to(), title, link)),
            ];
            let written: Vec<String> = letters
                .iter()
                .map(|(name, message)| format!("═══ {name}\nEmne: {}\n\n{}", message.subject, message.body))
                .collect();
            insta::assert_snapshot!(format!("letters_{}", locale.code()), written.join("\n"));
        }
    }
}
