//! What the members are written about a meeting, each in their own language. The letter carries the entry for their
//! calendar: whoever is called is invited, and the entry moves and is cancelled with the meeting; dates without an
//! agenda come as a file (ADR 0020).

use samskab_kernel::{Day, Locale, contact::Email};
use samskab_mail::{CalendarKind, Letter, Message};
use samskab_organisation::{
    body::Body,
    letter::Sender,
    person::{self, PersonId},
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{
    Cx,
    icalendar::{Event, mailed},
};

use super::{Item, ItemState, Meeting, MeetingOfBody, agenda_item::numbered, as_beginning, store, when};
use crate::T;

/// What is told.
#[derive(Debug, Clone, Copy)]
pub(super) enum News<'a> {
    /// The agenda, for the first time or anew.
    Called {
        items: &'a [Item],
        again: bool,
    },
    /// Another time or place.
    Moved {
        before: &'a Meeting,
    },
    Cancelled {
        reason: &'a str,
    },
}

/// Whoever counts on the meeting: who was called; before that, the members, when they were told the date.
pub(super) async fn told_of(
    connection: &mut Connection,
    cx: &Cx,
    found: &MeetingOfBody,
) -> Result<Vec<PersonId>> {
    let meeting = &found.meeting;
    match (meeting.called_at, meeting.dates_sent_at) {
        (None, None) => Ok(Vec::new()),
        (None, Some(_)) => Ok(found.membership.people()),
        (Some(_), _) => {
            let answers = store::answers(connection, cx.tenant.id, meeting.id).await?;
            Ok(answers.into_iter().map(|answer| answer.person_id).collect())
        }
    }
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
    let is_called = found.meeting.called_at.is_some();
    let kind = match (news, is_called) {
        (News::Cancelled { .. }, true) => CalendarKind::InvitedOff,
        (News::Cancelled { .. }, false) => CalendarKind::OfferedOff,
        (_, true) => CalendarKind::Invited,
        (_, false) => CalendarKind::Offered,
    };
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
            is_ahead: found.meeting.is_ahead(tx.now()),
            kind,
        };
        let entry = entry(cx, T(person.locale), &found.meeting, &found.body, kind);
        let calendar = mailed(kind, "moede.ics", &[entry]);
        samskab_mail::send_with_calendar(tx, letter.message(to, news), calendar).await?;
    }
    Ok(())
}

/// The dates of one or several meetings that were planned, to each of `people` in one letter.
pub(super) async fn write_dates(
    cx: &Cx,
    tx: &mut Tx,
    body: &Body,
    meetings: &[Meeting],
    people: &[PersonId],
) -> Result<()> {
    if people.is_empty() || meetings.is_empty() {
        return Ok(());
    }
    let (sender, today) = (Sender::of(&cx.tenant), tx.now().day());
    for person in person::store::find_many(tx, cx.tenant.id, people).await? {
        let Some(to) = person.email.clone() else { continue };
        let (t, locale) = (T(person.locale), person.locale);
        let line = |one: &Meeting| {
            let parts = [as_beginning(&when(one, locale, today)), one.title.clone(), one.place.clone()];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            parts.join(", ")
        };
        let letter = sender
            .greet(locale, person.first_name())
            .paragraph(&t.meeting_mail_dates(&body.name, meetings.len()))
            .list(meetings.iter().map(line))
            .paragraph(t.meeting_mail_dates_more())
            .paragraph(t.meeting_mail_file())
            .link(t.meeting_mail_see_body(), &cx.absolute(&body.href()));
        let kind = CalendarKind::Offered;
        let entries: Vec<Event> = meetings.iter().map(|one| entry(cx, t, one, body, kind)).collect();
        let message = Message {
            to,
            subject: t.meeting_mail_dates_subject(&body.name, meetings.len()),
            body: sender.finish(locale, letter, &t.meeting_mail_why(&body.name)),
            reply_to: None,
        };
        samskab_mail::send_with_calendar(tx, message, mailed(kind, "moeder.ics", &entries)).await?;
    }
    Ok(())
}

/// The entry for the reader's calendar. Nothing personal beyond what the letter says.
fn entry(cx: &Cx, t: T, meeting: &Meeting, body: &Body, kind: CalendarKind) -> Event {
    let event = meeting.event(cx, body);
    let about = match kind {
        CalendarKind::Invited if meeting.is_ahead(cx.now()) => t.meeting_entry_answer(&event.url),
        _ => t.meeting_entry_see(&event.url),
    };
    let lines = [event.description.as_str(), &about];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    Event { description: lines.join("\n"), ..event }
}

struct MeetingLetter<'a> {
    sender: Sender<'a>,
    locale: Locale,
    first_name: &'a str,
    body: &'a str,
    meeting: &'a Meeting,
    link: &'a str,
    today: Day,
    is_ahead: bool,
    kind: CalendarKind,
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
                // With the numbers that the page shows, on which withdrawn points are counted too.
                let points = items.iter().enumerate();
                let points =
                    points.filter(|(_, item)| item.state != ItemState::Withdrawn).map(|(number, item)| {
                        format!("{} ({})", numbered(number, &item.title), item.verb.label(t))
                    });
                let letter = self.placed(t, letter.paragraph(&text)).list(points);
                let letter = self.answered(t, letter);
                let day = self.locale.day(self.meeting.starts_at.day());
                (t.meeting_mail_called_subject(self.body, day), letter)
            }
            News::Moved { before } => {
                let day = self.locale.day(self.meeting.starts_at.day());
                let has_time =
                    (before.starts_at, before.ends_at) == (self.meeting.starts_at, self.meeting.ends_at);
                let (subject, text) = match has_time {
                    true => (
                        t.meeting_mail_elsewhere_subject(self.body, day),
                        t.meeting_mail_elsewhere(self.body, &time),
                    ),
                    false if !self.is_ahead => (
                        t.meeting_mail_moved_subject(self.body, day),
                        t.meeting_mail_was_held(when(before, self.locale, self.today), self.body, &time),
                    ),
                    false => (
                        t.meeting_mail_moved_subject(self.body, day),
                        t.meeting_mail_moved(when(before, self.locale, self.today), self.body, &time),
                    ),
                };
                (subject, self.answered(t, self.placed(t, letter.paragraph(&text))))
            }
            News::Cancelled { reason } => {
                let letter = letter.paragraph(&t.meeting_mail_cancelled(self.body, &time));
                let letter = letter.paragraph(&t.meeting_mail_reason(reason));
                let letter = letter.link(t.meeting_mail_see(), self.link);
                let day = self.locale.day(self.meeting.starts_at.day());
                let subject = t.meeting_mail_cancelled_subject(self.body, day);
                (subject, letter.paragraph(t.meeting_mail_file_off()))
            }
        };
        let body = self.sender.finish(self.locale, letter, &t.meeting_mail_why(self.body));
        Message { to, subject, body, reply_to: None }
    }

    fn placed(&self, t: T, letter: Letter) -> Letter {
        match self.meeting.place.as_str() {
            "" => letter,
            place => letter.paragraph(&t.meeting_mail_place(place)),
        }
    }

    /// Adds where to answer, and what the file is for.
    fn answered(&self, t: T, letter: Letter) -> Letter {
        match self.kind {
            CalendarKind::Invited if !self.is_ahead => letter.link(t.meeting_mail_see(), self.link),
            CalendarKind::Invited => {
                letter.link(t.meeting_mail_answer(), self.link).paragraph(t.meeting_mail_entry())
            }
            _ => letter.link(t.meeting_mail_see(), self.link).paragraph(t.meeting_mail_file()),
        }
    }
}
