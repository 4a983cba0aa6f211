//! What whoever was called to a meeting is written when its minutes are approved: once, each in their own language, with the
//! decisions by their numbers. What was said behind closed doors stands behind the link.

use samskab_mail::Message;
use samskab_organisation::{
    letter::Sender,
    person::{self, PersonId},
};
use samskab_store::{Result, Tx};
use samskab_web::Cx;

use crate::{
    T,
    meeting::{AnswerKind, Item, MeetingOfBody, store, when},
};

/// One letter to each who was called and has an address; none to the one who notes it. Two queries.
pub(super) async fn tell_approved(
    cx: &Cx,
    tx: &mut Tx,
    found: &MeetingOfBody,
    decisions: &[Item],
) -> Result<()> {
    let called = store::answers(tx, cx.tenant.id, found.meeting.id).await?;
    let called: Vec<PersonId> = called
        .into_iter()
        .filter(|answer| answer.answer != AnswerKind::NotCalled)
        .map(|answer| answer.person_id)
        .filter(|id| cx.actor.person != Some(id.uuid()))
        .collect();
    if called.is_empty() {
        return Ok(());
    }
    let (sender, today) = (Sender::of(&cx.tenant), tx.now().day());
    let (name, link) = (found.meeting.called(&found.body.name), cx.absolute(&found.meeting.href()));
    let open = || decisions.iter().filter(|item| !item.is_closed);
    for person in person::store::find_many(tx, cx.tenant.id, &called).await? {
        let Some(to) = person.email.clone() else { continue };
        let (t, locale) = (T(person.locale), person.locale);
        let time = when(&found.meeting, locale, today);
        let letter = sender.greet(locale, person.first_name());
        let letter = letter.paragraph(&t.minutes_mail_approved(name.as_str(), time));
        let letter = match open().next() {
            Some(_) => letter
                .paragraph(&t.minutes_mail_decisions(open().count()))
                .list(open().map(|item| format!("{} {}", item.decision_number, item.title))),
            None => letter,
        };
        let letter = letter.link(t.minutes_mail_read(), &link);
        let subject =
            t.minutes_mail_approved_subject(name.as_str(), locale.day(found.meeting.starts_at.day()));
        let body = sender.finish(locale, letter, t.minutes_mail_why());
        samskab_mail::send(tx, Message { to, subject, body, reply_to: None }).await?;
    }
    Ok(())
}
