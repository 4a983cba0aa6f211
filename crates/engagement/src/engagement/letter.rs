//! What a volunteer is written about an engagement, in the volunteer's language.

use samskab_kernel::{Day, Locale, contact::Email};
use samskab_mail::{Letter, Message};
use samskab_organisation::answering::WhomToCall;
use samskab_taskbank::{notice::mail::signed, task::time::as_beginning};
use samskab_web::Tenant;

use super::coming::Times;
use crate::T;

/// What a letter tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News<'a> {
    /// There is an agreement to read.
    Proposed,
    /// The place changed the text, its words or the day: the volunteer is asked again.
    Changed {
        begins_on: Option<Day>,
    },
    /// Both have said yes. `missing`: what is in order before they begin, in words.
    Agreed {
        begins_on: Day,
        missing: &'a [String],
        /// Of these the tavshedserklæring, which is read and accepted behind the link.
        accepts_words: bool,
    },
    /// Nothing is missing any more.
    Begun {
        begins_on: Day,
    },
    TalkSoon {
        on: Day,
    },
    /// The place moved the talk.
    TalkDay {
        on: Day,
    },
    PauseOver,
    /// The place noted a pause or its end.
    /// `shifts`: those in the pause, which they no longer have.
    Paused {
        until: Day,
        shifts: &'a [Times],
    },
    Resumed,
    /// The place ended it, in its own words.
    /// `has_helped`: else it ended before its first time. `shifts`: those that went with it.
    Ended {
        thanks: &'a str,
        has_helped: bool,
        shifts: &'a [Times],
    },
    /// The volunteer stopped, and it is over.
    Stopped {
        has_helped: bool,
        shifts: &'a [Times],
    },
    /// The task was called off.
    Cancelled {
        reason: &'a str,
        has_helped: bool,
    },
    /// The task ends on a day to come, and the agreement with it.
    EndsOn {
        last_day: Day,
        reason: &'a str,
    },
    /// Another place has the task from now on.
    TaskMoved,
    /// The task is at another time or place from now on.
    TaskTimes {
        /// Each change: how it was and how it is now.
        changes: &'a [String],
        /// Whether the time changes; otherwise only the place does.
        is_time: bool,
        /// Their shifts that went along, as they are now.
        shifts: &'a [Times],
    },
    /// Somebody of the place writes in their own words, to one or to several.
    Written {
        subject: &'a str,
        text: &'a str,
        /// Who wrote.
        by: &'a str,
        /// The address to which a reply goes.
        reply_to: Option<&'a Email>,
    },
    /// The place thanks afterwards.
    Thanks {
        thanks: &'a str,
    },
}

/// What every letter about an engagement needs.
pub(super) struct Writer<'a> {
    pub municipality: &'a Tenant,
    pub locale: Locale,
    pub first_name: &'a str,
    /// Title of the task, and who posts it.
    pub task: &'a str,
    pub by: &'a str,
    /// The volunteer's page of the agreement, absolute.
    pub link: String,
    pub call: Option<WhomToCall>,
    /// When and where it is, a line each.
    pub facts: [String; 2],
    /// The day it is written.
    pub today: Day,
}

impl Writer<'_> {
    pub fn write(&self, to: Email, news: News<'_>) -> Message {
        let t = T(self.locale);
        let day = |day: Day| self.locale.weekday_and_day(day, self.today);
        let (task, by) = (self.task, self.by);
        let greeting = || Letter::new(&t.engagement_mail_greeting(self.first_name));
        let why = |reason: &str| {
            if reason.is_empty() { String::new() } else { t.interest_text_why(reason) }
        };
        let (subject, letter) = match news {
            News::Proposed => (
                t.engagement_mail_proposed_subject(task),
                greeting()
                    .paragraph(&t.engagement_mail_proposed(by, task))
                    .link(t.engagement_mail_read_link(), &self.link),
            ),
            News::Changed { begins_on } => (
                t.engagement_mail_changed_subject(task),
                greeting()
                    .paragraph(&t.engagement_mail_changed(by, task))
                    .paragraph(&begins_on.map(|on| t.engagement_mail_day(day(on))).unwrap_or_default())
                    .link(t.engagement_mail_read_link(), &self.link),
            ),
            News::Agreed { begins_on, missing, accepts_words } => {
                let letter = greeting().paragraph(&t.engagement_mail_agreed(by, task));
                let (subject, letter) = if missing.is_empty() {
                    let letter = letter.paragraph(&t.engagement_mail_day(day(begins_on))).list(&self.facts);
                    (t.engagement_mail_agreed_subject(task), letter)
                } else {
                    let letter = letter.paragraph(t.engagement_mail_missing()).list(missing);
                    let letter = match accepts_words {
                        true => letter.link(
                            t.requirement_mail_accept_link(),
                            &format!("{}/tavshedserklaering", self.link),
                        ),
                        false => letter,
                    };
                    (t.engagement_mail_agreed_missing_subject(missing.len(), task), letter)
                };
                (subject, letter.link(t.engagement_mail_link(), &self.link))
            }
            News::Begun { begins_on } => (
                t.engagement_mail_begun_subject(task),
                greeting()
                    .paragraph(&t.engagement_mail_begun(by, task))
                    .paragraph(&t.engagement_mail_day(day(begins_on)))
                    .list(&self.facts)
                    .link(t.engagement_mail_link(), &self.link),
            ),
            News::TalkSoon { on } => (
                t.engagement_mail_talk_subject(task),
                greeting()
                    .paragraph(&t.engagement_mail_talk(by, day(on), task))
                    .paragraph(t.engagement_mail_talk_what())
                    .link(t.engagement_mail_link(), &self.link),
            ),
            News::TalkDay { on } => (
                t.engagement_mail_talk_day_subject(task),
                greeting()
                    .paragraph(&t.engagement_mail_talk_day(by, day(on), task))
                    .link(t.engagement_mail_link(), &self.link),
            ),
            News::PauseOver => (
                t.engagement_mail_pause_over_subject(task),
                greeting()
                    .paragraph(&t.engagement_mail_pause_over(by, task))
                    .link(t.engagement_mail_pause_over_link(), &self.link),
            ),
            News::Paused { until, shifts } => {
                let letter = greeting().paragraph(&t.engagement_mail_paused(by, day(until), task));
                let letter = self.without(letter, shifts).link(t.engagement_mail_link(), &self.link);
                (t.engagement_mail_paused_subject(task), letter)
            }
            News::Resumed => (
                t.engagement_mail_resumed_subject(task),
                greeting()
                    .paragraph(&t.engagement_mail_resumed(by, task))
                    .link(t.engagement_mail_link(), &self.link),
            ),
            News::Ended { thanks, has_helped, shifts } => {
                let subject = match has_helped {
                    true => t.engagement_mail_ended_subject(task),
                    false => t.engagement_mail_ended_before_subject(task),
                };
                let letter = Letter::new(thanks).paragraph(&t.engagement_mail_ended(by, task));
                let letter = self.without(letter, shifts).link(t.engagement_mail_ended_link(), &self.link);
                (subject, letter)
            }
            News::Stopped { has_helped, shifts } => {
                let (subject, text) = match has_helped {
                    true => (t.engagement_mail_stopped_subject(task), t.engagement_mail_stopped(by, task)),
                    false => (
                        t.engagement_mail_stopped_before_subject(task),
                        t.engagement_mail_stopped_before(by, task),
                    ),
                };
                let letter = self.without(greeting().paragraph(&text), shifts);
                (subject, letter.link(t.engagement_mail_ended_link(), &self.link))
            }
            News::Cancelled { reason, has_helped } => (
                t.engagement_mail_cancelled_subject(task),
                greeting()
                    .paragraph(&match has_helped {
                        true => t.engagement_mail_cancelled(by, task),
                        false => t.engagement_mail_cancelled_before(by, task),
                    })
                    .list(&self.facts)
                    .paragraph(&why(reason))
                    .link(t.engagement_mail_ended_link(), &self.link),
            ),
            News::EndsOn { last_day, reason } => (
                t.engagement_mail_ends_on_subject(task),
                greeting()
                    .paragraph(&t.engagement_mail_ends_on(by, day(last_day), task))
                    .paragraph(&why(reason))
                    .link(t.engagement_mail_link(), &self.link),
            ),
            News::TaskMoved => (
                t.engagement_mail_task_moved_subject(task),
                greeting()
                    .paragraph(&t.engagement_mail_task_moved(by, task))
                    .link(t.engagement_mail_link(), &self.link),
            ),
            News::TaskTimes { changes, is_time, shifts } => {
                let (subject, text) = match is_time {
                    true => (t.engagement_mail_times_subject(task), t.engagement_mail_times(by, task)),
                    false => (t.engagement_mail_place_subject(task), t.engagement_mail_place(by, task)),
                };
                let letter = greeting().paragraph(&text).list(changes);
                let letter = if shifts.is_empty() {
                    letter
                } else {
                    let line = |times: &Times| as_beginning(&self.locale.from_to(*times, self.today));
                    letter.paragraph(t.engagement_mail_shifts_along()).list(shifts.iter().map(line))
                };
                let letter = letter.paragraph(t.engagement_mail_times_read());
                (subject, letter.link(t.engagement_mail_read_link(), &self.link))
            }
            News::Written { subject, text, by: who, .. } => (
                subject.to_owned(),
                greeting()
                    .paragraph(text)
                    .paragraph(&format!("{who}\n{by}"))
                    .link(t.engagement_mail_link(), &self.link),
            ),
            News::Thanks { thanks } => (
                t.engagement_mail_thanks_subject(task),
                Letter::new(thanks).link(t.engagement_mail_ended_link(), &self.link),
            ),
        };
        // Words of the place already end with a greeting from somebody with a name.
        let in_own_words = matches!(news, News::Ended { .. } | News::Thanks { .. } | News::Written { .. });
        let closing = if in_own_words { "" } else { t.notice_mail_closing() };
        let letter = letter.paragraph(&self.whom_to_call());
        let body = signed(
            letter,
            self.municipality,
            samskab_taskbank::T(t.0),
            closing,
            &match news {
                News::Cancelled { .. } => t.interest_mail_why_agreed(task),
                _ => t.engagement_mail_why(task),
            },
        );
        let reply_to = match news {
            News::Written { reply_to, .. } => reply_to.cloned(),
            _ => None,
        };
        Message { to, subject, body, reply_to }
    }

    /// The shifts that went with the agreement, where there are any.
    fn without(&self, letter: Letter, shifts: &[Times]) -> Letter {
        if shifts.is_empty() {
            return letter;
        }
        let line = |times: &Times| self.locale.from_to(*times, self.today);
        letter.paragraph(T(self.locale).engagement_mail_shifts_gone()).list(shifts.iter().map(line))
    }

    fn whom_to_call(&self) -> String {
        let t = T(self.locale);
        match &self.call {
            None => String::new(),
            Some(call) if call.role.is_empty() => t.interest_mail_call_place(&call.name, &call.phone),
            Some(call) => t.interest_mail_call(&call.name, &call.phone, &call.role),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn every_letter_reads_well_in_both_languages() {
        let settings = json!({ "profile": { "phone": "70 00 95 61" } });
        let fjordlund =
            Tenant::new(Uuid::from_u128(3).into(), "fjordlund", "Fjordlund Kommune", "0999", settings);
        let first = Day::of(2026, 3, 3);
        let missing = ["Tavshedserklæring: Du læser og godkender en kort tekst.".to_owned()];
        let thanks = "Kære Vilma\n\nTak for din hjælp.\n\nVenlig hilsen\nLone Papsen, Plejehjemmet Solgården";
        let tuesday = |day: Day| (day.at(14, 0), day.at(16, 0));
        let shifts = [tuesday(first.plus_days(7)), tuesday(first.plus_days(14))];
        let changes = ["Før: Tirsdage kl. 14.00–16.00".to_owned(), "Nu: Tirsdage kl. 15.00–17.00".to_owned()];
        let elsewhere = ["Før: Salen".to_owned(), "Nu: Haven".to_owned()];
        let letters = [
            ("proposed", News::Proposed),
            ("changed", News::Changed { begins_on: Some(first) }),
            ("agreed", News::Agreed { begins_on: first, missing: &[], accepts_words: false }),
            ("agreed_missing", News::Agreed { begins_on: first, missing: &missing, accepts_words: true }),
            ("begun", News::Begun { begins_on: first }),
            ("talk", News::TalkSoon { on: Day::of(2026, 4, 14) }),
            ("talk_day", News::TalkDay { on: Day::of(2026, 4, 21) }),
            ("paused", News::Paused { until: Day::of(2026, 5, 1), shifts: &shifts }),
            ("pause_over", News::PauseOver),
            ("resumed", News::Resumed),
            ("ended", News::Ended { thanks, has_helped: true, shifts: &shifts }),
            ("ended_before", News::Ended { thanks, has_helped: false, shifts: &[] }),
            ("stopped", News::Stopped { has_helped: true, shifts: &shifts }),
            ("stopped_before", News::Stopped { has_helped: false, shifts: &[] }),
            ("thanks", News::Thanks { thanks }),
            ("cancelled", News::Cancelled { reason: "Solgården lukker.", has_helped: true }),
            ("cancelled_before", News::Cancelled { reason: "", has_helped: false }),
            ("ends_on", News::EndsOn { last_day: Day::of(2026, 3, 31), reason: "Solgården lukker." }),
            ("task_moved", News::TaskMoved),
            ("task_times", News::TaskTimes { changes: &changes, is_time: true, shifts: &shifts }),
            ("task_place", News::TaskTimes { changes: &elsewhere, is_time: false, shifts: &[] }),
            (
                "written",
                News::Written {
                    subject: "Ny kaffemaskine",
                    text: "Vi har fået en ny kaffemaskine.\nKom ti minutter før, så viser jeg den.",
                    by: "Lone Papsen",
                    reply_to: None,
                },
            ),
        ];
        for locale in Locale::ALL {
            let writer = Writer {
                municipality: &fjordlund,
                locale,
                first_name: "Vilma",
                task: "Kaffe og højtlæsning",
                by: "Plejehjemmet Solgården",
                link: "https://frivillig.fjordlund.example/aftaler/hemmeligt".into(),
                call: Some(WhomToCall {
                    name: "Lone Papsen".into(),
                    role: "Aktivitetsmedarbejder".into(),
                    phone: "12 70 11 05".into(),
                }),
                facts: ["Hvornår: Lørdage kl. 10.00–12.00".to_owned(), "Hvor: Solgården".to_owned()],
                today: Day::of(2026, 3, 2),
            };
            let written: Vec<String> = letters
                .iter()
                .map(|(name, news)| {
                    let message = writer.write("vilma@post.example".parse().unwrap(), *news);
                    format!("═══ {name}\nEmne: {}\n\n{}", message.subject, message.body)
                })
                .collect();
            insta::assert_snapshot!(format!("letters_{}", locale.code()), written.join("\n"));
        }
    }
}
