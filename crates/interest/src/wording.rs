//! The words an answer begins with; whoever answers changes them freely.

use samskab_kernel::Locale;
use samskab_taskbank::catalogue;

use super::{Interest, StateKind, StepKind};
use crate::T;

/// A letter to begin from, in the volunteer's language. `reason`: which kind of no, a key of
/// `catalogue::decline_texts`; empty: none is chosen, and there is no letter yet. `is_full`: there is no place for them,
/// which is said only when it is so.
pub fn proposal(
    answer: StateKind,
    reason: &str,
    is_full: bool,
    interest: &Interest,
    task: &str,
    place: &str,
    contact: &str,
) -> String {
    let t = T(interest.locale);
    let volunteer = interest.first_name();
    match answer {
        StateKind::Invited => t.interest_text_invited(contact, place, task, volunteer),
        // An answer given on the telephone is noted; nobody reads a letter out.
        StateKind::Accepted if interest.email.is_none() => t.interest_text_accepted_call(task),
        StateKind::Accepted => t.interest_text_accepted(contact, place, task, volunteer),
        StateKind::Waitlisted if is_full => t.interest_text_waitlisted(contact, place, task, volunteer),
        StateKind::Waitlisted => t.interest_text_waitlisted_undecided(contact, place, task, volunteer),
        _ if reason.is_empty() => String::new(),
        _ => decline(reason, interest, task, place, contact),
    }
}

/// The words when a yes is taken back.
pub fn taken_back(interest: &Interest, task: &str, place: &str, contact: &str) -> String {
    T(interest.locale).interest_text_taken_back(contact, place, task, interest.first_name())
}

/// The words with another answer (`answer`) after a no was given.
pub fn after_no(answer: StateKind, interest: &Interest, task: &str, place: &str, contact: &str) -> String {
    let (t, volunteer) = (T(interest.locale), interest.first_name());
    match answer {
        StateKind::Invited => t.interest_text_invited_after_no(contact, place, task, volunteer),
        StateKind::Accepted => t.interest_text_accepted_after_no(contact, place, task, volunteer),
        _ => t.interest_text_waitlisted_after_no(contact, place, task, volunteer),
    }
}

/// The parts of a letter about a task that is cancelled.
#[derive(Debug, Clone, Copy)]
pub struct Cancellation<'a> {
    pub first_name: &'a str,
    pub task: &'a str,
    /// When it would have been, in the middle of a sentence.
    pub when: &'a str,
    pub place: &'a str,
    pub contact: &'a str,
    /// The reason as the public reads it; may be empty.
    pub reason: &'a str,
    /// How many shifts go with the agreement that ends; `None`: there is no agreement, they wait for an answer.
    pub shifts: Option<usize>,
}

/// The task will not happen: when it would have been, why, and what ends with it.
pub fn cancelled(locale: Locale, said: Cancellation<'_>) -> String {
    let t = T(locale);
    let ends = match said.shifts {
        Some(shifts) => t.interest_text_cancelled_agreed(shifts),
        None => t.interest_text_cancelled_waiting().to_owned(),
    };
    let why = match said.reason.trim() {
        "" => String::new(),
        reason => t.interest_text_cancelled_why(reason),
    };
    let (contact, place) = (said.contact, said.place);
    let letter =
        t.interest_text_cancelled(contact, &ends, place, said.task, said.first_name, said.when, &why);
    // Without a reason its paragraph is empty.
    letter.replace("\n\n\n\n", "\n\n")
}

fn decline(reason: &str, interest: &Interest, task: &str, place: &str, contact: &str) -> String {
    let texts = catalogue::decline_texts();
    let Some(text) = texts.iter().find(|text| text.kind == reason).or_else(|| texts.first()) else {
        return String::new();
    };
    let missing = interest.lacks.first().and_then(|requirement| catalogue::requirement(requirement.code()));
    let requirement = missing.map_or("…", |requirement| requirement.name(interest.locale)).to_lowercase();
    text.text(interest.locale)
        .trim()
        .replace("{volunteer}", interest.first_name())
        .replace("{task}", task)
        .replace("{place}", place)
        .replace("{contact}", contact)
        .replace("{requirement}", &requirement)
}

impl StepKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Shown => t.interest_step_shown(),
            Self::EnteredOnBehalf => t.interest_step_entered(),
            Self::Confirmed => t.interest_step_confirmed(),
            Self::OfAge => t.interest_step_of_age(),
            Self::Invited => t.interest_step_invited(),
            Self::Replied => t.interest_step_replied(),
            Self::Accepted => t.interest_step_accepted(),
            Self::Waitlisted => t.interest_step_waitlisted(),
            Self::Offered => t.interest_step_offered(),
            Self::Passed => t.interest_step_passed(),
            Self::Declined => t.interest_step_declined(),
            Self::Withdrawn => t.interest_step_withdrawn(),
            Self::Ended => t.interest_step_ended(),
            Self::Called => t.interest_step_called(),
            Self::PhoneChanged => t.interest_step_phone(),
            Self::Late => t.interest_step_late(),
        }
    }
}

/// The state of an interest in a word, to those who answer: an invitation that was answered waits for them.
pub fn state_label(state: StateKind, has_replied: bool, locale: Locale) -> &'static str {
    match state {
        StateKind::Invited if has_replied => T(locale).interest_state_replied(),
        state => state.label(locale),
    }
}

impl StateKind {
    /// A short word shown with a name.
    pub fn label(self, locale: Locale) -> &'static str {
        let t = T(locale);
        match self {
            Self::Unconfirmed => t.interest_state_unconfirmed(),
            Self::New => t.interest_state_new(),
            Self::Invited => t.interest_state_invited(),
            Self::Accepted => t.interest_state_accepted(),
            Self::Waitlisted => t.interest_state_waitlisted(),
            Self::Declined => t.interest_state_declined(),
            Self::Withdrawn => t.interest_state_withdrawn(),
            Self::Ended => t.interest_state_ended(),
        }
    }
}
