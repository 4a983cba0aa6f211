//! The letters to a deputy: somebody will be away, or is not away after all.

use samskab_kernel::Locale;
use samskab_mail::Message;
use samskab_store::{Result, Tx};
use samskab_web::Cx;

use crate::{
    T,
    answering::WhileAway,
    letter::Sender,
    person::{Person, PersonId, store},
    position::Absence,
};

/// What happened to an absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AbsenceNews {
    Added,
    TakenBack,
}

/// Writes to each deputy once, whatever the number of their positions; returns whether anybody was written to.
pub(super) async fn tell(
    cx: &Cx,
    tx: &mut Tx,
    news: AbsenceNews,
    absence: &Absence,
    positions: &[WhileAway],
) -> Result<bool> {
    let mut deputies: Vec<PersonId> =
        positions.iter().flat_map(|position| &position.deputies).copied().collect();
    deputies.sort_unstable();
    deputies.dedup();
    if deputies.is_empty() {
        return Ok(false);
    }
    let tenant = tx.tenant();
    let Some(away) = store::find(tx, tenant, absence.person).await? else { return Ok(false) };
    let people = store::find_many(tx, tenant, &deputies).await?;
    let mut is_told = false;
    for deputy in &people {
        let own = positions.iter().filter(|position| position.deputies.contains(&deputy.id));
        let own: Vec<String> = own.map(WhileAway::position).collect();
        if let Some(message) = message(cx, news, (&away, absence), deputy, &own) {
            samskab_mail::send(tx, message).await?;
            is_told = true;
        }
    }
    Ok(is_told)
}

/// `None` where the deputy has no address.
fn message(
    cx: &Cx,
    news: AbsenceNews,
    (away, absence): (&Person, &Absence),
    deputy: &Person,
    positions: &[String],
) -> Option<Message> {
    let (locale, to) = (deputy.locale, deputy.email.clone()?);
    let (t, sender) = (T(locale), Sender::of(&cx.tenant));
    let name = away.name.as_str();
    let (first, last) = (locale.day(absence.first_day), locale.day(absence.last_day));
    let greeting = sender.greet(locale, deputy.first_name());
    let (subject, letter) = match news {
        AbsenceNews::Added => {
            let letter = greeting
                .paragraph(&t.mail_stand_in_text(first, last, name))
                .list(positions)
                .paragraph(t.mail_stand_in_what())
                .link(t.mail_stand_in_link(), &cx.absolute("/overblik"));
            (t.mail_stand_in_subject(name, period(locale, absence)), letter)
        }
        AbsenceNews::TakenBack => {
            let letter = greeting.paragraph(&t.mail_stand_in_not_text(first, last, name));
            (t.mail_stand_in_not_subject(name), letter)
        }
    };
    let body = sender.finish(locale, letter, &t.mail_stand_in_why(name));
    Some(Message { to, subject, body, reply_to: None })
}

/// "9. marts 2026 til 13. marts 2026"
pub(super) fn period(locale: Locale, absence: &Absence) -> String {
    T(locale).profile_absence_period(locale.day(absence.first_day), locale.day(absence.last_day))
}
