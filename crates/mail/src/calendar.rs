//! The calendar file that goes with a mail, from which mail programs make an entry in the reader's calendar (RFC 5546,
//! RFC 6047; why so, ADR 0020). Who invites and who is invited is written into it when it leaves: addresses stand in the
//! mail and nowhere else, and may change until then.

use lettre::message::{Attachment, MultiPart, SinglePart, header::ContentType};
use samskab_kernel::{codes, text::folded_line};

codes! {
    pub enum CalendarKind {
        /// The reader is expected: the entry comes, moves and goes by itself.
        Invited => "invited",
        /// What they were invited to is cancelled.
        InvitedOff => "invited_off",
        /// A file to open, or to leave.
        Offered => "offered",
        /// What they were offered is cancelled.
        OfferedOff => "offered_off",
    }
}

impl CalendarKind {
    /// The method, as the file itself and its content type say it.
    pub fn method(self) -> &'static str {
        match self {
            Self::Invited => "REQUEST",
            Self::Offered => "PUBLISH",
            Self::InvitedOff | Self::OfferedOff => "CANCEL",
        }
    }

    fn is_invitation(self) -> bool {
        matches!(self, Self::Invited | Self::InvitedOff)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct CalendarFile {
    pub kind: CalendarKind,
    /// The file's name: letters, a dot, `ics`.
    pub name: String,
    /// A whole calendar, its lines ended by CR LF, without organiser and attendees.
    pub content: String,
}

impl CalendarFile {
    /// As it leaves: with the municipality that invites, at the address it sends from, and the reader, where they are
    /// invited. No answer is asked for: it would go to an address at which nobody counts it.
    pub fn addressed(&self, municipality: &str, from: &str, to: &str) -> String {
        let name: String = municipality.chars().filter(|sign| *sign != '"' && !sign.is_control()).collect();
        let mut lines = folded_line(&format!("ORGANIZER;CN=\"{name}\":mailto:{from}"));
        if self.kind.is_invitation() {
            lines.push_str(&folded_line(&format!(
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{to}"
            )));
        }
        self.content.replace(BEGIN, &format!("{BEGIN}{lines}"))
    }

    /// The text first, then the file. Outlook makes an entry only from a calendar that is sent as an alternative form
    /// of the text; everybody else finds the file. `mark`: the mail's, for the boundaries between its parts.
    pub(crate) fn with_text(&self, mark: &str, text: String, content: String) -> Option<MultiPart> {
        let calendar = format!("text/calendar; charset=utf-8; method={}", self.kind.method());
        let calendar = ContentType::parse(&calendar).ok()?;
        let text = SinglePart::plain(text);
        // The same mail gives the same bytes, so the boundaries are not random.
        let mixed = MultiPart::mixed().boundary(format!("mail-{mark}"));
        let attached = Attachment::new(self.name.clone());
        if !self.kind.is_invitation() {
            return Some(mixed.singlepart(text).singlepart(attached.body(content, calendar)));
        }
        let same = SinglePart::builder().header(calendar).body(content.clone());
        let both =
            MultiPart::alternative().boundary(format!("both-{mark}")).singlepart(text).singlepart(same);
        let file = ContentType::parse("application/ics").ok()?;
        Some(mixed.multipart(both).singlepart(attached.body(content, file)))
    }
}

/// Where each event of a file begins. A text in it cannot look so: its line breaks are written otherwise.
const BEGIN: &str = "BEGIN:VEVENT\r\n";
