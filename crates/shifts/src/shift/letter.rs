//! What is written about a shift, in the language of whoever reads it.

use samskab_kernel::{Day, Instant, Locale, contact::Email};
use samskab_mail::{Letter, Message};
use samskab_organisation::answering::WhomToCall;
use samskab_taskbank::{notice::mail::signed, task::Task};
use samskab_web::Tenant;

use super::Shift;
use crate::T;

/// What a volunteer is told in a letter.
#[derive(Debug, Clone, Copy)]
pub enum Word<'a> {
    /// The time changed: say yes or no to the new one.
    Moved {
        before: (Instant, Instant),
    },
    Cancelled {
        reason: &'a str,
    },
    Tomorrow,
    /// Their agreement has begun, and its day is this shift's: they are on it.
    PutOn,
    /// Their agreement has begun: they choose their shifts, this one or another.
    Choose,
    /// A colleague asks whether they would take it, perhaps in exchange for this one.
    Asked {
        by: &'a str,
        in_return: Option<&'a Shift>,
    },
    /// The place asks whether they would come to another one instead.
    OtherShift {
        by: &'a str,
        place: &'a str,
        instead: &'a Shift,
    },
    /// Somebody took it: the reader is free.
    Taken {
        by: &'a str,
    },
    /// They exchanged: this one is the reader's from now on.
    Swapped {
        by: &'a str,
        given: &'a Shift,
    },
    /// They seek a stand-in, and nobody is left to ask.
    NobodyLeft,
    /// The colleague who was asked cannot.
    Declined {
        by: &'a str,
    },
}

/// What every letter about a shift needs.
pub struct Writer<'a> {
    pub municipality: &'a Tenant,
    pub locale: Locale,
    /// The day it is written.
    pub today: Day,
    pub first_name: &'a str,
    pub task: &'a Task,
    /// The shift's page, absolute: signed in by it, for a volunteer; the plan, for the place.
    pub link: String,
    /// The address of the page with all shifts that somebody has or can take, for signed-in readers.
    pub all: String,
    pub call: Option<WhomToCall>,
}

impl Writer<'_> {
    pub fn to_volunteer(&self, to: Email, shift: &Shift, word: Word<'_>) -> Message {
        let (t, link) = (T(self.locale), self.link.as_str());
        let (task, time) = (self.task.title.as_str(), shift.when(t.0, self.today));
        let letter = self.greeting();
        let (subject, letter) = match word {
            Word::Moved { before } => {
                let by = t.0.day_and_time(shift.confirm_by(), self.today);
                let text = t.shift_mail_moved(t.0.from_to(before, self.today), task, &time);
                let letter = letter.paragraph(&text).paragraph(&if shift.confirm_by() > shift.updated_at {
                    t.shift_mail_moved_answer(by)
                } else {
                    t.shift_mail_moved_answer_now().to_owned()
                });
                (t.shift_mail_moved_subject(task), letter.link(t.shift_mail_moved_link(), link))
            }
            Word::Cancelled { reason } => {
                let letter = letter.paragraph(&t.shift_mail_cancelled(task, &time));
                let letter =
                    if reason.is_empty() { letter } else { letter.paragraph(&t.shift_mail_reason(reason)) };
                (t.shift_mail_cancelled_subject(task), letter.link(t.shift_mail_link(), link))
            }
            Word::Tomorrow => {
                let letter = letter
                    .paragraph(&t.shift_mail_tomorrow(task, &time))
                    .paragraph(&samskab_taskbank::task::view::place_line(self.task, samskab_taskbank::T(t.0)))
                    .paragraph(t.shift_mail_tomorrow_cannot());
                (t.shift_mail_tomorrow_subject(task), letter.link(t.shift_mail_link(), link))
            }
            Word::PutOn => {
                let letter = letter
                    .paragraph(&t.shift_mail_put_on(task, &time))
                    .paragraph(&samskab_taskbank::task::view::place_line(self.task, samskab_taskbank::T(t.0)))
                    .paragraph(t.shift_mail_put_on_cannot());
                (t.shift_mail_put_on_subject(task), letter.link(t.shift_mail_link(), link))
            }
            Word::Choose => {
                let letter =
                    letter.paragraph(&t.shift_mail_choose(task)).paragraph(&t.shift_mail_choose_next(&time));
                let letter = letter.link(t.shift_mail_choose_link(), link);
                (t.shift_mail_choose_subject(task), letter.link(t.shift_mail_choose_all(), self.all.as_str()))
            }
            Word::Asked { by, in_return } => {
                let letter = letter.paragraph(&t.shift_mail_asked(by, task, &time));
                let letter = match in_return {
                    None => letter,
                    Some(other) => {
                        letter.paragraph(&t.shift_mail_asked_in_return(by, other.when(t.0, self.today)))
                    }
                };
                let letter = letter.paragraph(t.shift_mail_asked_free());
                (t.shift_mail_asked_subject(by), letter.link(t.shift_mail_asked_link(), link))
            }
            Word::OtherShift { by, place, instead } => {
                let other = instead.when(t.0, self.today);
                let letter = letter
                    .paragraph(&t.shift_mail_other(by, place, task, &time))
                    .paragraph(&t.shift_mail_other_instead(other))
                    .paragraph(t.shift_mail_other_free());
                (t.shift_mail_other_subject(place), letter.link(t.shift_mail_asked_link(), link))
            }
            Word::Taken { by } => {
                let letter = letter.paragraph(&t.shift_mail_taken(by, task, &time));
                (t.shift_mail_taken_subject(task), letter.link(t.shift_mail_link(), link))
            }
            Word::Swapped { by, given } => {
                let letter = letter
                    .paragraph(&t.shift_mail_swapped(by, task, &time))
                    .paragraph(&t.shift_mail_swapped_given(by, given.when(t.0, self.today)))
                    .paragraph(&samskab_taskbank::task::view::place_line(
                        self.task,
                        samskab_taskbank::T(t.0),
                    ));
                (t.shift_mail_swapped_subject(&time), letter.link(t.shift_mail_link(), link))
            }
            Word::NobodyLeft => {
                let letter = letter.paragraph(&t.shift_mail_nobody_left(task, &time));
                (t.shift_mail_nobody_left_subject(task), letter.link(t.shift_mail_link(), link))
            }
            Word::Declined { by } => {
                let letter = letter.paragraph(&t.shift_mail_declined(by, task, &time));
                (t.shift_mail_declined_subject(by), letter.link(t.shift_mail_link(), link))
            }
        };
        Message { to, subject, body: self.finish_with_call(letter), reply_to: None }
    }

    /// A letter to a volunteer ends with whom they can call.
    pub(super) fn finish_with_call(&self, letter: Letter) -> String {
        let t = T(self.locale);
        let call = match &self.call {
            None => String::new(),
            Some(call) if call.role.is_empty() => t.interest_mail_call_place(&call.name, &call.phone),
            Some(call) => t.interest_mail_call(&call.name, &call.phone, &call.role),
        };
        self.finish(letter.paragraph(&call), &t.shift_mail_why(&self.task.title))
    }

    /// Those who answer for the place, where it is too soon for news that is gathered. `by`: what the place is called.
    /// `times`: the shifts it is about, where they are several.
    pub fn to_place(&self, to: Email, subject: String, text: &str, times: &[String], by: &str) -> Message {
        let t = T(self.locale);
        let letter = self.greeting().paragraph(text);
        let letter = if times.is_empty() { letter } else { letter.list(times) };
        let letter = letter.link(t.shift_mail_plan_link(), &self.link);
        Message { to, subject, body: self.finish(letter, &t.shift_mail_why_place(by)), reply_to: None }
    }

    pub(super) fn greeting(&self) -> Letter {
        Letter::new(&T(self.locale).interest_mail_greeting(self.first_name))
    }

    fn finish(&self, letter: Letter, why: &str) -> String {
        let t = T(self.locale);
        signed(letter, self.municipality, samskab_taskbank::T(t.0), t.notice_mail_closing(), why)
    }
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;
    use samskab_organisation::{answering::Poster, association::Theme};
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    const TUESDAY: Day = Day::of(2026, 3, 3);

    fn shift(day: Day, changed: Instant) -> Shift {
        let times = (day.at(14, 0), day.at(16, 0));
        Shift::new(Uuid::from_u128(1).into(), Uuid::from_u128(2).into(), None, "", times, 1, 2, changed)
    }

    #[test]
    fn every_letter_reads_well_in_both_languages() {
        let settings = json!({ "profile": { "phone": "70 00 95 61" } });
        let fjordlund =
            Tenant::new(Uuid::from_u128(3).into(), "fjordlund", "Fjordlund Kommune", "0999", settings);
        let poster = Poster::Unit(Uuid::from_u128(4).into());
        let mut task = Task::draft(Uuid::from_u128(2).into(), poster, Theme::Social, None, TUESDAY.at(8, 0));
        task.title = "Kaffe og højtlæsning".into();
        task.address = "Møllebakken 19".into();
        task.postcode = "9561".parse().ok();
        task.city = "Fjordlund".into();
        let later = shift(TUESDAY.plus_days(14), TUESDAY.at(8, 0));
        let soon = shift(TUESDAY, TUESDAY.plus_days(-1).at(20, 0));
        let other = shift(TUESDAY.plus_days(7), TUESDAY.at(8, 0));
        let before = (TUESDAY.plus_days(15).at(9, 0), TUESDAY.plus_days(15).at(11, 0));
        let letters = [
            ("moved", &later, Word::Moved { before }),
            ("moved_soon", &soon, Word::Moved { before }),
            ("cancelled", &later, Word::Cancelled { reason: "Vi har influenza i huset." }),
            ("cancelled_without_a_reason", &later, Word::Cancelled { reason: "" }),
            ("tomorrow", &later, Word::Tomorrow),
            ("put_on", &later, Word::PutOn),
            ("choose", &later, Word::Choose),
            ("asked", &later, Word::Asked { by: "Bent P.", in_return: None }),
            ("asked_in_return", &later, Word::Asked { by: "Bent P.", in_return: Some(&other) }),
            (
                "other_shift",
                &later,
                Word::OtherShift { by: "Lone Papsen", place: "Plejehjemmet Solgården", instead: &other },
            ),
            ("taken", &later, Word::Taken { by: "Bent P." }),
            ("swapped", &other, Word::Swapped { by: "Bent P.", given: &later }),
            ("nobody_left", &later, Word::NobodyLeft),
            ("declined", &later, Word::Declined { by: "Bent P." }),
        ];
        for locale in Locale::ALL {
            let t = T(locale);
            let writer = Writer {
                municipality: &fjordlund,
                locale,
                today: soon.starts_at.day(),
                first_name: "Vilma",
                task: &task,
                link: "https://frivillig.fjordlund.example/vagter/1".into(),
                all: "https://frivillig.fjordlund.example/min-side/vagter".into(),
                call: Some(WhomToCall {
                    name: "Lone Papsen".into(),
                    role: "Aktivitetsmedarbejder".into(),
                    phone: "12 70 11 05".into(),
                }),
            };
            let said = |name: &str, message: Message| {
                format!("═══ {name}\nEmne: {}\n\n{}", message.subject, message.body)
            };
            let mut written: Vec<String> = letters
                .iter()
                .map(|(name, shift, word)| {
                    said(name, writer.to_volunteer("vilma@post.example".parse().unwrap(), shift, *word))
                })
                .collect();
            let subject = t.shift_mail_gave_up_subject("Vilma", soon.when(locale, soon.starts_at.day()));
            let text =
                t.shift_mail_gave_up(0, 1, "Vilma", &task.title, soon.when(locale, soon.starts_at.day()));
            let lone = Writer { first_name: "Lone", ..writer };
            let to = "lone.papsen@fjordlund.example".parse().unwrap();
            written.push(said("gave_up", lone.to_place(to, subject, &text, &[], "Plejehjemmet Solgården")));
            insta::assert_snapshot!(format!("letters_{}", locale.code()), written.join("\n"));
        }
    }
}
