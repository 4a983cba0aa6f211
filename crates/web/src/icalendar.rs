//! A calendar file as RFC 5545 wants it. Pure: what is in it decides every byte, so that a reader who
//! has it already can be told so.
//!
//! Times are in UTC: each shift is laid out, nothing comes again in the file, so no time zone has to be
//! described, and every calendar program shows the same hour (ADR 0011).

use samskab_kernel::{Instant, text::folded_line};
use samskab_mail::{CalendarFile, CalendarKind};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Confirmed,
    /// The time changed, and the person has not said yes to it.
    Tentative,
    Cancelled,
}

#[derive(Debug, Clone)]
pub struct Event {
    pub uid: String,
    pub sequence: i64,
    pub status: Status,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub created_at: Instant,
    pub modified_at: Instant,
    pub summary: String,
    pub location: String,
    pub description: String,
    pub url: String,
    /// How long before it the calendar rings; `None`: not at all.
    pub alarm_minutes: Option<i64>,
}

/// The whole file. `name`: what calendar programs call it.
pub fn write(name: &str, events: &[Event]) -> String {
    let mut file = File::begun("PUBLISH");
    file.text("NAME", name);
    file.text("X-WR-CALNAME", name);
    file.line("X-WR-TIMEZONE", "Europe/Copenhagen");
    // RFC 7986, and the same for programs that are older.
    file.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    file.line("X-PUBLISHED-TTL", "PT1H");
    file.ended_after(events)
}

/// A calendar file for a mail; `name` is the file's. The method says what calendar programs do with it (RFC 5546). It
/// is not a named calendar and is not fetched again, because it only carries these events.
pub fn mailed(kind: CalendarKind, name: &str, events: &[Event]) -> CalendarFile {
    let content = File::begun(kind.method()).ended_after(events);
    CalendarFile { kind, name: name.to_owned(), content }
}

struct File(String);

impl File {
    fn begun(method: &str) -> Self {
        let mut file = Self(String::new());
        file.line("BEGIN", "VCALENDAR");
        file.line("VERSION", "2.0");
        file.line("PRODID", "-//Samskab//Kalender//DA");
        file.line("CALSCALE", "GREGORIAN");
        file.line("METHOD", method);
        file
    }

    fn ended_after(mut self, events: &[Event]) -> String {
        for event in events {
            self.event(event);
        }
        self.line("END", "VCALENDAR");
        self.0
    }

    fn event(&mut self, event: &Event) {
        self.line("BEGIN", "VEVENT");
        self.line("UID", &event.uid);
        self.line("SEQUENCE", &event.sequence.to_string());
        self.line("DTSTAMP", &stamp(event.modified_at));
        self.line("CREATED", &stamp(event.created_at));
        self.line("LAST-MODIFIED", &stamp(event.modified_at));
        match whole_days(event) {
            Some((from, to)) => {
                self.line("DTSTART;VALUE=DATE", &from);
                self.line("DTEND;VALUE=DATE", &to);
            }
            None => {
                self.line("DTSTART", &stamp(event.starts_at));
                self.line("DTEND", &stamp(event.ends_at));
            }
        }
        self.text("SUMMARY", &event.summary);
        self.text("LOCATION", &event.location);
        self.text("DESCRIPTION", &event.description);
        self.line("URL", &event.url);
        let (status, transparency) = match event.status {
            Status::Confirmed => ("CONFIRMED", "OPAQUE"),
            Status::Tentative => ("TENTATIVE", "OPAQUE"),
            Status::Cancelled => ("CANCELLED", "TRANSPARENT"),
        };
        self.line("STATUS", status);
        self.line("TRANSP", transparency);
        if let Some(minutes) = event.alarm_minutes.filter(|_| event.status != Status::Cancelled) {
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.text("DESCRIPTION", &event.summary);
            self.line("TRIGGER", &format!("-PT{minutes}M"));
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    /// Words of people; left out when empty.
    fn text(&mut self, name: &str, value: &str) {
        if !value.trim().is_empty() {
            self.line(name, &escape(value.trim()));
        }
    }

    fn line(&mut self, name: &str, value: &str) {
        self.0.push_str(&folded_line(&format!("{name}:{value}")));
    }
}

/// `20261124T130000Z`
fn stamp(at: Instant) -> String {
    at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Section 3.3.11.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\n' => escaped.push_str("\\n"),
            character if character.is_control() => {}
            character => escaped.push(character),
        }
    }
    escaped
}

/// An event from midnight to midnight in Denmark is the whole day, whatever the reader's time zone; its end is the
/// day after.
fn whole_days(event: &Event) -> Option<(String, String)> {
    let date = |at: Instant| {
        let day = at.day();
        (day.start() == at).then(|| day.date().strftime("%Y%m%d").to_string())
    };
    let (from, to) = (date(event.starts_at)?, date(event.ends_at)?);
    (event.ends_at > event.starts_at).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samskab_kernel::Day;

    use super::*;

    fn event() -> Event {
        let day = Day::of(2026, 11, 24);
        Event {
            uid: "0193".into(),
            sequence: 2,
            status: Status::Confirmed,
            starts_at: day.at(14, 0),
            ends_at: day.at(16, 0),
            created_at: day.at(8, 0),
            modified_at: day.at(9, 30),
            summary:
                "Frivillig: Kaffe, kage; og højtlæsning \\ hygge på den store terrasse ved søen i Lynghavn"
                    .into(),
            location: "Havestuen\r\nSolvangen 12".into(),
            description: String::new(),
            url: "https://frivillig.fjordlund.example/vagter/0193".into(),
            alarm_minutes: None,
        }
    }

    #[test]
    fn a_file_as_a_calendar_program_reads_it() {
        let day = samskab_kernel::Day::of(2026, 9, 25);
        let whole = write("Kalender", &[Event { starts_at: day.start(), ends_at: day.end(), ..event() }]);
        assert!(whole.contains("DTSTART;VALUE=DATE:20260925\r\nDTEND;VALUE=DATE:20260926\r\n"), "{whole}");
        let rings = Event { alarm_minutes: Some(60), ..event() };
        let gone = Event { uid: "0194".into(), sequence: 1, status: Status::Cancelled, ..rings.clone() };
        // Read back by another parser in `e2e/calendar.test.mjs`.
        insta::assert_snapshot!(write("Mine vagter", &[rings, gone]).replace("\r\n", "\n"));
    }

    #[test]
    fn what_goes_with_a_mail_says_what_it_is_and_makes_no_calendar_of_its_own() {
        let of = |kind| mailed(kind, "moede.ics", &[event()]);
        for (kind, method) in [
            (CalendarKind::Invited, "REQUEST"),
            (CalendarKind::InvitedOff, "CANCEL"),
            (CalendarKind::Offered, "PUBLISH"),
            (CalendarKind::OfferedOff, "CANCEL"),
        ] {
            let content = of(kind).content;
            assert!(content.contains(&format!("METHOD:{method}\r\n")), "{content}");
            assert!(!content.contains("X-WR-CALNAME") && content.contains("SEQUENCE:2\r\n"), "{content}");
        }
        let sent = of(CalendarKind::Invited).addressed(
            "Østerbæk Kommune",
            "frivillig@xn--sterbk-tua2l.example",
            "aase@post.example",
        );
        insta::assert_snapshot!(sent.replace("\r\n", "\n"));
    }

    /// What a reader does first (section 3.1).
    fn unfold(file: &str) -> String {
        file.replace("\r\n ", "")
    }

    fn unescape(text: &str) -> String {
        let mut characters = text.chars();
        let mut plain = String::new();
        while let Some(character) = characters.next() {
            match character {
                '\\' => match characters.next() {
                    Some('n') => plain.push('\n'),
                    Some(other) => plain.push(other),
                    None => {}
                },
                other => plain.push(other),
            }
        }
        plain
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_nothing_is_lost(summary in "[a-zæøåÆ😀\\\\;,: \n\"]{0,300}") {
            let file = write("Mine vagter", &[Event { summary: summary.clone(), ..event() }]);
            prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= samskab_kernel::text::CALENDAR_LINE, "{} octets: {line}", line.len());
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let unfolded = unfold(&file);
            let read = unfolded.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).map(unescape);
            prop_assert_eq!(read.unwrap_or_default(), summary.trim());
        }
    }
}
