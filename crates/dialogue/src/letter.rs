//! What those who come are written, each in their own language. Each mail has a link of its own to their page.

use samskab_kernel::{Day, Dice, Locale, text::as_beginning};
use samskab_mail::{CalendarFile, CalendarKind, Message};
use samskab_organisation::letter::Sender;
use samskab_store::{Result, Tx};
use samskab_web::{
    Tenant,
    icalendar::{Event, mailed},
    token,
};

use crate::{Dialogue, Guest, GuestState, T, store};

/// What is told.
#[derive(Debug, Clone, Copy)]
pub(crate) enum News<'a> {
    /// They signed up: with a place, or on the waiting list.
    SignedUp,
    /// They signed up once more; only the owner of the address learns that they had.
    Again,
    /// A place became free.
    GotPlace,
    /// Another time or place.
    Moved {
        before: &'a Dialogue,
    },
    Cancelled {
        reason: &'a str,
    },
    /// Those who hold the meeting took them off.
    TakenOff,
    Reminder,
}

/// What every letter needs.
pub(crate) struct Writer<'a> {
    pub municipality: &'a Tenant,
    /// `https://…`, without a slash at its end.
    pub address: String,
    pub dialogue: &'a Dialogue,
    pub dice: &'a Dice,
    pub today: Day,
}

impl Writer<'_> {
    /// One letter, for those who have an address.
    pub(crate) async fn write(&self, tx: &mut Tx, guest: &Guest, news: News<'_>) -> Result<()> {
        let Some(to) = guest.email.clone() else { return Ok(()) };
        let secret = token::fresh(self.dice);
        store::add_link(tx, guest.id, &secret).await?;
        let link = format!("{}/tilmeldinger/{secret}", self.address);
        let (subject, body) = self.letter(guest, news, &link);
        let message = Message { to, subject, body, reply_to: None };
        match self.calendar(guest, news) {
            Some(calendar) => samskab_mail::send_with_calendar(tx, message, calendar).await?,
            None => samskab_mail::send(tx, message).await?,
        };
        Ok(())
    }

    /// A file to open, and no invitation: anybody may have typed the address (ADR 0020). It says no more than the letter.
    fn calendar(&self, guest: &Guest, news: News<'_>) -> Option<CalendarFile> {
        let kind = match news {
            News::Reminder => return None,
            News::Cancelled { .. } | News::TakenOff => CalendarKind::OfferedOff,
            _ => CalendarKind::Offered,
        };
        let event = self.dialogue.event_of(guest, format!("{}{}", self.address, self.dialogue.href()));
        let event = Event { description: self.dialogue.access.clone(), ..event };
        Some(mailed(kind, "borgermoede.ics", &[event]))
    }

    fn letter(&self, guest: &Guest, news: News<'_>, link: &str) -> (String, String) {
        let (locale, dialogue) = (guest.locale, self.dialogue);
        let (t, title) = (T(locale), dialogue.title.as_str());
        let sender = Sender::of(self.municipality);
        let has_place = guest.state == GuestState::Place;
        let (subject, text) = match news {
            News::SignedUp | News::Again if has_place => {
                (t.dialogue_mail_place_subject(title), t.dialogue_mail_place(guest.persons, title))
            }
            News::SignedUp | News::Again => {
                (t.dialogue_mail_waiting_subject(title), t.dialogue_mail_waiting(title))
            }
            News::GotPlace => (t.dialogue_mail_got_subject(title), t.dialogue_mail_got(guest.persons, title)),
            News::Moved { before } => {
                let time = before.when_in(locale, self.today);
                (t.dialogue_mail_moved_subject(title), t.dialogue_mail_moved(time, title))
            }
            News::Cancelled { reason } => {
                (t.dialogue_mail_cancelled_subject(title), t.dialogue_mail_cancelled(reason, title))
            }
            News::TakenOff => (t.dialogue_mail_off_subject(title), t.dialogue_mail_off(title)),
            News::Reminder => {
                let days = dialogue.starts_at.day().number() - self.today.number();
                (t.dialogue_mail_reminder_subject(title), t.dialogue_mail_reminder(days, title))
            }
        };
        let letter = sender.greet(locale, guest.first_name()).paragraph(&text);
        let letter = match news {
            News::Cancelled { .. } => letter,
            _ => letter.list(self.facts(t, locale)),
        };
        let label = match news {
            News::Cancelled { .. } | News::TakenOff => t.dialogue_mail_see(),
            _ => t.dialogue_mail_own(),
        };
        let letter = letter.link(label, link);
        let letter = match news {
            News::Reminder => letter,
            News::Moved { .. } => letter.paragraph(t.dialogue_mail_file_moved()),
            News::Cancelled { .. } | News::TakenOff => letter.paragraph(t.meeting_mail_file_off()),
            News::SignedUp | News::Again if !has_place => letter.paragraph(t.dialogue_mail_file_waiting()),
            _ => letter.paragraph(t.meeting_mail_file()),
        };
        let letter = match news {
            News::Again => letter.paragraph(t.dialogue_mail_again()),
            News::SignedUp => letter.paragraph(t.dialogue_mail_not_you()),
            _ => letter,
        };
        (subject, sender.finish(locale, letter, &t.dialogue_mail_why(title)))
    }

    fn facts(&self, t: T, locale: Locale) -> Vec<String> {
        let dialogue = self.dialogue;
        let mut facts = vec![as_beginning(&dialogue.when_in(locale, self.today)), dialogue.place.clone()];
        if !dialogue.access.is_empty() {
            facts.push(t.dialogue_mail_access(dialogue.access.as_str()));
        }
        facts
    }
}
