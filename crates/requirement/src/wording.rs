//! The words for how a requirement stands: for the volunteer, and for the place.

use samskab_kernel::Locale;
use samskab_taskbank::{catalogue, task::Task};

use crate::T;
use crate::{Because, Lack, Precondition, Standing};

/// The codes in the address of a page.
const SEGMENTS: [(Precondition, &str); 7] = [
    (Precondition::ChildrensCertificate, "boerneattest"),
    (Precondition::Confidentiality, "tavshedserklaering"),
    (Precondition::Course, "kursus"),
    (Precondition::Introduction, "introduktion"),
    (Precondition::InformationMeeting, "informationsmoede"),
    (Precondition::DrivingLicence, "koerekort"),
    (Precondition::MinimumAge, "alder"),
];

impl Precondition {
    pub fn segment(self) -> &'static str {
        SEGMENTS.iter().find(|(what, _)| *what == self).map_or("", |(_, segment)| segment)
    }

    pub fn of_segment(segment: &str) -> Option<Self> {
        SEGMENTS.iter().find(|(_, known)| *known == segment).map(|(what, _)| *what)
    }

    pub fn name(self, locale: Locale) -> &'static str {
        catalogue::requirement(self.code()).map_or(self.code(), |words| words.name(locale))
    }

    pub fn about(self, locale: Locale) -> &'static str {
        catalogue::requirement(self.code()).map_or("", |words| words.about(locale))
    }
}

impl Because {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::DirectContact => t.requirement_because_direct_contact(),
            Self::MovesAmong => t.requirement_because_moves_among(),
            Self::FixedAttachment => t.requirement_because_fixed_attachment(),
        }
    }
}

/// A word, its colour and its icon: the component `state`.
pub type StateWord = (&'static str, &'static str, &'static str);

/// How far it is, in a word. `sees_refusal`: whether the reader may know that the task cannot be given.
pub fn word(standing: Standing, sees_refusal: bool, t: T) -> StateWord {
    match standing {
        Standing::InOrder { .. } => (t.requirement_state_in_order(), "good", "check"),
        Standing::Lacks(Lack::Refused { .. }) if sees_refusal => {
            (t.requirement_state_refused(), "bad", "close")
        }
        Standing::Lacks(Lack::Ordered { .. } | Lack::Consented { .. }) => {
            (t.requirement_state_under_way(), "wait", "hourglass")
        }
        Standing::Lacks(Lack::RunOut { .. } | Lack::NewText) => (t.requirement_state_again(), "wait", "sync"),
        Standing::Lacks(_) => (t.requirement_state_lacks(), "wait", "hourglass"),
    }
}

/// One sentence for the volunteer: the state, or what to do now.
pub fn for_volunteer(task: &Task, what: Precondition, standing: Standing, t: T) -> String {
    let lack = match standing {
        Standing::InOrder { since, until, .. } => return in_order(since, until, t),
        Standing::Lacks(lack) => lack,
    };
    match (what, lack) {
        (_, Lack::Refused { .. }) => t.requirement_own_refused().to_owned(),
        (_, Lack::RunOut { on }) => t.requirement_own_run_out(t.0.day(on)),
        (Precondition::ChildrensCertificate, Lack::TooYoung { years }) => {
            t.requirement_own_certificate_young(years)
        }
        (Precondition::ChildrensCertificate, Lack::Ordered { on }) => {
            t.requirement_own_certificate_ordered(t.0.day(on))
        }
        (Precondition::ChildrensCertificate, Lack::Consented { .. }) => {
            t.requirement_own_certificate_consented().to_owned()
        }
        (Precondition::ChildrensCertificate, _) => t.requirement_own_certificate().to_owned(),
        (Precondition::Confidentiality, Lack::NewText) => t.requirement_own_new_text().to_owned(),
        (Precondition::Confidentiality, _) => t.requirement_own_confidentiality().to_owned(),
        (Precondition::Course, _) => t.requirement_own_course().to_owned(),
        (Precondition::Introduction, _) => t.requirement_own_introduction().to_owned(),
        (Precondition::InformationMeeting, _) => match task.information_meeting.as_str() {
            "" => t.requirement_own_meeting().to_owned(),
            when_and_where => t.requirement_own_meeting_at(when_and_where),
        },
        (Precondition::DrivingLicence, _) => t.requirement_own_licence().to_owned(),
        (Precondition::MinimumAge, Lack::TooYoung { years }) => t.requirement_own_too_young(years),
        (Precondition::MinimumAge, Lack::OldEnoughFrom { day, years }) => {
            t.requirement_own_old_enough_from(t.0.day(day), years)
        }
        (Precondition::MinimumAge, Lack::AgeUnknown { years }) => t.requirement_own_age_unknown(years),
        (Precondition::MinimumAge, _) => t.requirement_own_age_unknown(0),
    }
}

/// One sentence for the place. That a task cannot be given is told to its assessor and the coordinator only.
pub fn for_place(what: Precondition, standing: Standing, sees_refusal: bool, t: T) -> String {
    let lack = match standing {
        Standing::InOrder { since, until, renew_by } => {
            return match renew_by {
                Some(day) => {
                    let assessed = since.map_or_else(String::new, |since| t.0.day(since));
                    t.requirement_place_assessed(assessed, t.0.day(day))
                }
                None => in_order(since, until, t),
            };
        }
        Standing::Lacks(lack) => lack,
    };
    match (what, lack) {
        (_, Lack::Refused { .. }) if sees_refusal => t.requirement_place_refused().to_owned(),
        (_, Lack::Refused { .. }) => t.requirement_place_ask().to_owned(),
        (_, Lack::RunOut { on }) => t.requirement_place_run_out(t.0.day(on)),
        (Precondition::ChildrensCertificate, Lack::TooYoung { years }) => {
            t.requirement_place_certificate_young(years)
        }
        (Precondition::ChildrensCertificate, Lack::NotBegun) => t.requirement_place_certificate().to_owned(),
        (Precondition::ChildrensCertificate, Lack::Ordered { on }) => {
            t.requirement_place_certificate_ordered(t.0.day(on))
        }
        (Precondition::ChildrensCertificate, Lack::Consented { on }) => {
            t.requirement_place_certificate_consented(t.0.day(on))
        }
        (Precondition::ChildrensCertificate, _) => t.requirement_place_certificate_needed().to_owned(),
        (Precondition::Confidentiality, Lack::NewText) => t.requirement_place_new_text().to_owned(),
        (Precondition::Confidentiality, _) => t.requirement_place_confidentiality().to_owned(),
        (Precondition::InformationMeeting, _) => t.requirement_place_meeting().to_owned(),
        (Precondition::Introduction, _) => t.requirement_place_introduction().to_owned(),
        (Precondition::MinimumAge, Lack::TooYoung { years }) => t.requirement_place_too_young(years),
        (Precondition::MinimumAge, Lack::OldEnoughFrom { day, years }) => {
            t.requirement_place_old_enough_from(t.0.day(day), years)
        }
        (Precondition::MinimumAge, Lack::AgeUnknown { years }) => t.requirement_place_age_unknown(years),
        _ => t.requirement_place_not_noted().to_owned(),
    }
}

fn in_order(since: Option<samskab_kernel::Day>, until: Option<samskab_kernel::Day>, t: T) -> String {
    match (since, until) {
        (Some(since), Some(until)) => t.requirement_in_order_until(t.0.day(since), t.0.day(until)),
        (Some(since), None) => t.requirement_in_order_since(t.0.day(since)),
        (None, _) => t.requirement_in_order_by_cv().to_owned(),
    }
}

/// What the volunteer can do now: address and label. `None`: the place must do the next step.
pub fn next_of_volunteer(
    what: Precondition,
    standing: Standing,
    t: T,
) -> Option<(&'static str, &'static str)> {
    match (what, standing) {
        (Precondition::Confidentiality, Standing::Lacks(_)) => {
            Some(("/min-side/krav/tavshedserklaering", t.requirement_read_and_accept()))
        }
        (Precondition::MinimumAge, Standing::Lacks(Lack::AgeUnknown { .. })) => {
            Some(("/min-side/cv", t.requirement_say_age()))
        }
        _ => None,
    }
}

/// What the place does next, on the page of that requirement. `None`: the next step is the volunteer's alone, or
/// there is none.
pub fn next_of_place(
    what: Precondition,
    standing: Standing,
    sees_refusal: bool,
    t: T,
) -> Option<&'static str> {
    match (what, standing) {
        (_, Standing::Lacks(Lack::Refused { .. })) => sees_refusal.then(|| t.requirement_see()),
        (Precondition::ChildrensCertificate, Standing::Lacks(lack)) => match lack {
            Lack::NotBegun => Some(t.requirement_step_need()),
            Lack::Needed => Some(t.requirement_step_order()),
            Lack::Ordered { .. } => Some(t.requirement_step_consent()),
            Lack::Consented { .. } => Some(t.requirement_step_assess()),
            _ => None,
        },
        (Precondition::MinimumAge, Standing::Lacks(Lack::TooYoung { .. })) => None,
        (_, Standing::Lacks(_)) => Some(t.requirement_step_note()),
        (_, Standing::InOrder { since: None, .. }) => None,
        (_, Standing::InOrder { .. }) => Some(t.requirement_see()),
    }
}
