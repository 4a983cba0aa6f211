//! What somebody is written when a follow-up of theirs is changed, passed on or taken away, in their own language; none to the
//! one who does it.

use samskab_mail::Message;
use samskab_organisation::{
    body::Body,
    letter::Sender,
    person::{self, PersonId},
};
use samskab_store::{Result, Tx};
use samskab_web::Cx;

use super::FollowUp;
use crate::T;

/// What is told.
#[derive(Debug, Clone, Copy)]
pub(super) enum News {
    /// It is theirs now.
    Given,
    Changed,
    /// It is somebody else's now.
    Passed,
    Removed,
}

/// Writes to the person `to` about their follow-up, unless they made the change themselves. Runs one query.
pub(super) async fn tell(
    cx: &Cx,
    tx: &mut Tx,
    (one, body): (&FollowUp, &Body),
    to: PersonId,
    news: News,
) -> Result<()> {
    if cx.actor.person == Some(to.uuid()) {
        return Ok(());
    }
    let Some(person) = person::store::find(tx, cx.tenant.id, to).await? else { return Ok(()) };
    let Some(to) = person.email.clone() else { return Ok(()) };
    let (t, sender) = (T(person.locale), Sender::of(&cx.tenant));
    let (name, matter) = (body.name.as_str(), one.matter.as_str());
    let day = person.locale.day(one.due_on);
    let (subject, text) = match news {
        News::Given => (t.follow_up_mail_given_subject(name), t.follow_up_mail_given(name, day, matter)),
        News::Changed => {
            (t.follow_up_mail_changed_subject(name), t.follow_up_mail_changed(name, day, matter))
        }
        News::Passed => (t.follow_up_mail_passed_subject(name), t.follow_up_mail_passed(name, matter)),
        News::Removed => (t.follow_up_mail_removed_subject(name), t.follow_up_mail_removed(name, matter)),
    };
    let letter = sender.greet(person.locale, person.first_name()).paragraph(&text);
    let letter = match news {
        News::Removed => letter.paragraph(&t.meeting_mail_reason(one.removed_reason.as_str())),
        _ => letter,
    };
    let letter = match news {
        News::Passed => letter.link(t.meeting_mail_see_body(), &cx.absolute(&body.href())),
        _ => letter.link(t.follow_up_mail_see(), &cx.absolute(&one.href())),
    };
    let body = sender.finish(person.locale, letter, t.follow_up_mail_why());
    samskab_mail::send(tx, Message { to, subject, body, reply_to: None }).await?;
    Ok(())
}
