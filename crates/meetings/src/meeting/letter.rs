//! What the members are written about a meeting, each in their own language.

use samskab_kernel::{Day, Locale, contact::Email};
use samskab_mail::Message;
use samskab_organisation::{
    letter::Sender,
    person::{self, PersonId},
};
use samskab_store::{Result, Tx};
use samskab_web::Cx;

use super::{Item, ItemState, Meeting, MeetingOfBody, when};
use crate::T;

/// What is told.
#[derive(Debug, Clone, Copy)]
pub(super) enum News<'a> {
    /// The agenda, for the first time or anew.
    Called {
        items: &'a [Item],
        again: bool,
    },
    Moved {
        before: &'a Meeting,
    },
    Cancelled {
        reason: &'a str,
    },
}

/// One letter to each of `people` who has an address.
pub(super) async fn write(
    cx: &Cx,
    tx: &mut Tx,
    found: &MeetingOfBody,
    people: &[PersonId],
    news: News<'_>,
) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let sender = Sender::of(&cx.tenant);
    let link = cx.absolute(&found.meeting.href());
    for person in person::store::find_many(tx, cx.tenant.id, people).await? {
        let Some(to) = person.email.clone() else { continue };
        let letter = MeetingLetter {
            sender,
            locale: person.locale,
            first_name: person.first_name(),
            body: &found.body.name,
            meeting: &found.meeting,
            link: &link,
            today: tx.now().day(),
        };
        samskab_mail::send(tx, letter.message(to, news)).await?;
    }
    Ok(())
}

struct MeetingLetter<'a> {
    sender: Sender<'a>,
    locale: Locale,
    first_name: &'a str,
    body: &'a str,
    meeting: &'a Meeting,
    link: &'a str,
    today: Day,
}

impl MeetingLetter<'_> {
    fn message(&self, to: Email, news: News<'_>) -> Message {
        let t = T(self.locale);
        let time = when(self.meeting, self.locale, self.today);
        let letter = self.sender.greet(self.locale, self.first_name).paragraph(&self.meeting.title);
        let (subject, letter) = match news {
            News::Called { items, again } => {
                let text = match again {
                    true => t.meeting_mail_again(self.body, &time),
                    false => t.meeting_mail_called(self.body, &time),
                };
                let points = items.iter().filter(|item| item.state != ItemState::Withdrawn);
                let points = points
                    .enumerate()
                    .map(|(number, item)| format!("{}. {} ({})", number + 1, item.title, item.verb.label(t)));
                let letter = letter.paragraph(&text);
                let letter = match self.meeting.place.as_str() {
                    "" => letter,
                    place => letter.paragraph(&t.meeting_mail_place(place)),
                };
                let letter = letter.list(points).link(t.meeting_mail_answer(), self.link);
                let day = self.locale.day(self.meeting.starts_at.day());
                (t.meeting_mail_called_subject(self.body, day), letter)
            }
            News::Moved { before } => {
                let text = t.meeting_mail_moved(self.body, when(before, self.locale, self.today), &time);
                let letter = letter.paragraph(&text).link(t.meeting_mail_answer(), self.link);
                (t.meeting_mail_moved_subject(self.body), letter)
            }
            News::Cancelled { reason } => {
                let letter = letter.paragraph(&t.meeting_mail_cancelled(self.body, &time));
                let letter = letter.paragraph(&t.meeting_mail_reason(reason));
                (t.meeting_mail_cancelled_subject(self.body), letter.link(t.meeting_mail_see(), self.link))
            }
        };
        let body = self.sender.finish(self.locale, letter, &t.meeting_mail_why(self.body));
        Message { to, subject, body, reply_to: None }
    }
}
