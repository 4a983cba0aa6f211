//! Who is asked: bodies with the right to be heard, associations, and others; proposed with the reason for it.

use samskab_kernel::{Id, Instant, codes, contact::Email, danish::fold, text::one_line};
use samskab_organisation::{
    association::AssociationId,
    body::{Body, BodyId, BodyKind, HearingStrength, heard_about},
};
use samskab_store::Record;

use crate::{T, hearing::HearingId};

/// The mark of a party.
pub enum PartyRow {}
pub type PartyId = Id<PartyRow>;

codes! {
    /// What a party has answered.
    pub enum PartyAnswer {
        None => "none",
        NoRemarks => "no_remarks",
        Response => "response",
    }
}

impl PartyAnswer {
    pub fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::None => (t.party_answer_none(), "wait", "hourglass"),
            Self::NoRemarks => (t.party_answer_no_remarks(), "good", "check"),
            Self::Response => (t.party_answer_response(), "good", "chat"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "hearing_party", alias = "p")]
pub struct Party {
    pub id: PartyId,
    #[record(column = "hearing_id", fixed)]
    pub hearing: HearingId,
    #[record(column = "body_id", fixed)]
    pub body: Option<BodyId>,
    #[record(column = "association_id", fixed)]
    pub association: Option<AssociationId>,
    #[record(fixed)]
    pub name: String,
    /// `None`: is told on paper or by telephone.
    #[record(fixed)]
    pub email: Option<Email>,
    #[record(fixed)]
    pub basis: HearingStrength,
    /// Why it is asked.
    #[record(fixed)]
    pub reason: String,
    pub answer: PartyAnswer,
    pub answered_at: Option<Instant>,
    /// What letters were written: marked by `store::mark_…`, and not with the answer.
    #[record(fixed)]
    pub invited_at: Option<Instant>,
    #[record(fixed)]
    pub week_at: Option<Instant>,
    #[record(fixed)]
    pub day_at: Option<Instant>,
    /// When they were told of the latest news.
    #[record(fixed)]
    pub told_at: Option<Instant>,
    #[record(fixed)]
    pub created_at: Instant,
}

/// Somebody who should be asked, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub body: BodyId,
    pub name: String,
    pub basis: HearingStrength,
    /// Why, as those read it who choose.
    pub why: String,
    /// What is kept of that with the party: the text of the rule that gives it its right. Empty: it follows from the basis and the body.
    pub reason: String,
}

/// Labels that were once stored as a reason, in both languages and as they were worded then: each says no more than
/// the basis and the body say by themselves.
const FORMER_LABELS: [&str; 13] = [
    "Skal høres efter loven",
    "Must be heard by law",
    "Bliver hørt",
    "Is heard",
    "Kan blive hørt",
    "May be heard",
    "Et råd, som kan have en mening om det",
    "A council that may have an opinion about it",
    "A council that may have an opinion on it",
    "MED-udvalget, når forslaget berører medarbejdernes arbejde",
    "Medarbejderne i MED, hvis forslaget rører deres arbejde",
    "The staff in MED, if the proposal affects their work",
    "The staff in MED, if the proposal touches their work",
];

/// Why a council, or a body of co-determination, without a right of its own is asked nevertheless: once in the words
/// for those who choose, and once for the body itself.
fn usual_reason(t: T, body: &Body) -> Option<(&'static str, &'static str)> {
    match (body.hearing_strength, body.kind) {
        (None, BodyKind::Council) => Some((t.party_because_council(), t.party_why_council())),
        (None, BodyKind::Med) => Some((t.party_because_med(), t.party_why_med())),
        _ => None,
    }
}

/// The only body of this name, or of one of its other names; `None`: there is none, or there are several. Pure.
pub fn body_named<'a>(bodies: &'a [Body], name: &str) -> Option<&'a Body> {
    let name = fold(&one_line(name));
    if name.is_empty() {
        return None;
    }
    let is_called = |body: &&Body| {
        let mut names = std::iter::once(body.name.as_str()).chain(body.aliases.split(';'));
        names.any(|one| fold(&one_line(one)) == name)
    };
    let mut found = bodies.iter().filter(is_called);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Who should be asked and is not: the bodies whose right to be heard covers the subject, then the other councils and the bodies
/// of co-determination, which have no right of their own. What is heard here concerns volunteering (RS-22). Pure.
pub fn proposed(t: T, bodies: &[Body], subject: &str, asked: &[Party]) -> Vec<Proposal> {
    let asked: Vec<BodyId> = asked.iter().filter_map(|party| party.body_among(bodies)).collect();
    let is_asked = |body: BodyId| asked.contains(&body);
    let rights = heard_about(bodies, None, subject, true);
    let mut proposals: Vec<Proposal> = bodies
        .iter()
        .filter(|body| !is_asked(body.id))
        .filter_map(|body| {
            let right = rights.iter().find(|right| right.body == body.id);
            let (basis, why, reason) = match right {
                Some(right) => {
                    let label = right.strength.label(samskab_organisation::T(t.0));
                    let why = if right.scope.is_empty() { label } else { right.scope.as_str() };
                    (right.strength, why, right.scope.as_str())
                }
                None => (HearingStrength::Voluntary, usual_reason(t, body)?.0, ""),
            };
            let (why, reason) = (why.to_owned(), reason.to_owned());
            Some(Proposal { body: body.id, name: body.name.clone(), basis, why, reason })
        })
        .collect();
    // Bodies that a law names come first; within that the bodies' own order.
    proposals.sort_by_key(|one| one.basis);
    proposals
}

/// Reminders, in days before the closing.
pub const WEEK_DAYS: i64 = 7;
pub const LAST_DAYS: i64 = 1;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    Week,
    Day,
}

impl Party {
    /// The body that the party is: the chosen one, or the one with the name that somebody wrote. Plan, case and
    /// proposals ask here whether a body was asked. Pure.
    pub fn body_among(&self, bodies: &[Body]) -> Option<BodyId> {
        match (self.body, self.association) {
            (Some(body), _) => Some(body),
            (None, Some(_)) => None,
            (None, None) => body_named(bodies, &self.name).map(|body| body.id),
        }
    }

    /// What somebody wrote of why it is asked, or the rule says; empty: it follows from the basis and the body.
    fn own_reason(&self) -> &str {
        match FORMER_LABELS.contains(&self.reason.as_str()) {
            true => "",
            false => &self.reason,
        }
    }

    /// Why it is asked though it has no right, where that follows from the body.
    fn usual_reason(&self, t: T, body: Option<&Body>) -> Option<(&'static str, &'static str)> {
        match self.basis {
            HearingStrength::Voluntary => usual_reason(t, body?),
            HearingStrength::Statutory | HearingStrength::Local => None,
        }
    }

    /// Why it is asked, as those read it who keep the hearing; empty: its basis says it. `body`: the one that it is. Pure.
    pub(crate) fn why(&self, t: T, body: Option<&Body>) -> String {
        let why = match self.own_reason() {
            "" => self.usual_reason(t, body).map_or("", |(why, _)| why),
            reason => reason,
        };
        why.to_owned()
    }

    /// Why it is asked, as it is told so in whole sentences; empty: nobody said why. `body`: the one that it is. Pure.
    pub(crate) fn because(&self, t: T, body: Option<&Body>) -> String {
        let reason = self.own_reason().trim_end_matches('.');
        let has_right = self.basis != HearingStrength::Voluntary;
        let is_rule = body.is_some_and(|body| body.hearing_scope == self.reason);
        match has_right {
            true if reason.is_empty() => t.party_why_right().to_owned(),
            true if is_rule => t.party_why_rule(reason),
            true => t.party_why_right_because(reason),
            false if reason.is_empty() => {
                self.usual_reason(t, body).map_or_else(String::new, |(_, told)| told.to_owned())
            }
            false => t.party_why(reason),
        }
    }

    /// Which reminder is due: each once, only to those who were invited and have not answered, and none of the week to somebody
    /// who was invited within it.
    pub fn reminder(&self, closes_at: Instant, now: Instant) -> Option<Reminder> {
        let invited = self.invited_at?;
        if self.answer != PartyAnswer::None || now >= closes_at {
            return None;
        }
        let (week, day) = (closes_at.plus_days(-WEEK_DAYS), closes_at.plus_days(-LAST_DAYS));
        if now >= day {
            (self.day_at.is_none() && invited < day).then_some(Reminder::Day)
        } else if now >= week {
            (self.week_at.is_none() && invited < week).then_some(Reminder::Week)
        } else {
            None
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use samskab_kernel::{Clock, Day, Dice, Locale, Validity};

    use super::*;

    /// Ældrerådet, with its right by law.
    pub(crate) fn party(invited_at: Option<Instant>) -> Party {
        let dice = Dice::seeded(1);
        let now = Clock::real().now();
        Party {
            id: dice.id(now),
            hearing: dice.id(now),
            body: None,
            association: None,
            name: "Ældrerådet".to_owned(),
            email: None,
            basis: HearingStrength::Statutory,
            reason: String::new(),
            answer: PartyAnswer::None,
            answered_at: None,
            invited_at,
            week_at: None,
            day_at: None,
            told_at: None,
            created_at: now,
        }
    }

    #[test]
    fn who_has_not_answered_is_reminded_a_week_and_a_day_before_and_each_once() {
        let closes_at = Day::of(2026, 4, 1).at(12, 0);
        let asked = party(Some(closes_at.plus_days(-30)));
        assert_eq!(asked.reminder(closes_at, closes_at.plus_days(-8)), None);
        assert_eq!(asked.reminder(closes_at, closes_at.plus_days(-7)), Some(Reminder::Week));
        assert_eq!(asked.reminder(closes_at, closes_at.plus_days(-1)), Some(Reminder::Day));
        assert_eq!(asked.reminder(closes_at, closes_at), None);
        let told = Party { week_at: Some(closes_at.plus_days(-7)), ..asked.clone() };
        assert_eq!(told.reminder(closes_at, closes_at.plus_days(-6)), None);
        let answered = Party { answer: PartyAnswer::NoRemarks, ..asked };
        assert_eq!(answered.reminder(closes_at, closes_at.plus_days(-1)), None);
        assert_eq!(party(None).reminder(closes_at, closes_at.plus_days(-1)), None, "nobody asked them");
        let late = party(Some(closes_at.plus_days(-3)));
        assert_eq!(late.reminder(closes_at, closes_at.plus_days(-2)), None, "the invitation is fresh");
        assert_eq!(late.reminder(closes_at, closes_at.plus_days(-1)), Some(Reminder::Day));
    }

    #[test]
    fn what_a_law_says_is_proposed_first_and_nobody_twice() {
        let dice = Dice::seeded(2);
        let now = Clock::real().now();
        let always = Validity::since(Day::of(2018, 1, 1));
        let body = |name: &str, kind, strength, scope: &str| Body {
            hearing_strength: strength,
            hearing_scope: scope.to_owned(),
            ..Body::named(dice.id(now), name, kind, always)
        };
        let bodies = [
            body(
                "Frivilligrådet",
                BodyKind::Council,
                Some(HearingStrength::Local),
                "Alt af betydning for det frivillige",
            ),
            body("Handicaprådet", BodyKind::Council, Some(HearingStrength::Statutory), ""),
            body("Hovedudvalget", BodyKind::Med, None, ""),
            body("Byrådet", BodyKind::Political, None, ""),
            body("Ældrerådet", BodyKind::Council, Some(HearingStrength::Statutory), ""),
        ];
        let asked = [Party { body: Some(bodies[4].id), ..party(None) }];
        let t = T(Locale::Da);
        let proposals = proposed(t, &bodies, "", &asked);
        let said: Vec<(&str, &str)> =
            proposals.iter().map(|one| (one.name.as_str(), one.why.as_str())).collect();
        assert_eq!(
            said[0],
            ("Handicaprådet", HearingStrength::Statutory.label(samskab_organisation::T(Locale::Da)))
        );
        assert_eq!(said[1], ("Frivilligrådet", "Alt af betydning for det frivillige"));
        assert_eq!(said[2], ("Hovedudvalget", t.party_because_med()));
        assert_eq!(said.len(), 3);
        // What is worded here is not kept: another day, or in another language, it is worded otherwise.
        let kept: Vec<&str> = proposals.iter().map(|one| one.reason.as_str()).collect();
        assert_eq!(kept, ["", "Alt af betydning for det frivillige", ""]);
        // Somebody wrote its name by hand: it is asked.
        let by_hand = [Party { name: " handicaprådet".to_owned(), ..party(None) }];
        assert_eq!(by_hand[0].body_among(&bodies), Some(bodies[1].id));
        assert!(proposed(t, &bodies, "", &by_hand).iter().all(|one| one.body != bodies[1].id));
        let twice = [bodies[1].clone(), Body { id: dice.id(now), ..bodies[1].clone() }];
        assert_eq!(by_hand[0].body_among(&twice), None, "there are two of that name");
    }

    #[test]
    fn why_somebody_is_asked_is_said_in_whole_sentences() {
        let t = T(Locale::Da);
        let dice = Dice::seeded(3);
        let body = |kind, scope: &str| Body {
            hearing_scope: scope.to_owned(),
            ..Body::named(dice.id(Clock::real().now()), "", kind, Validity::since(Day::of(2018, 1, 1)))
        };
        let because = |basis, reason: &str, body: Option<&Body>| {
            Party { basis, reason: reason.to_owned(), ..party(None) }.because(t, body)
        };
        let rule = "Alle forslag, der vedrører de ældre";
        assert_eq!(
            because(HearingStrength::Statutory, rule, Some(&body(BodyKind::Council, rule))),
            "I har ret til at blive hørt. Reglen siger: »Alle forslag, der vedrører de ældre«."
        );
        assert_eq!(because(HearingStrength::Local, rule, None), t.party_why_right_because(rule));
        for label in ["", HearingStrength::Statutory.label(samskab_organisation::T(Locale::En))] {
            let council = body(BodyKind::Council, "");
            assert_eq!(because(HearingStrength::Statutory, label, Some(&council)), t.party_why_right());
        }
        // A council and MED are told as what they are, whatever was kept of it, and in whatever words.
        let (council, med) = (body(BodyKind::Council, ""), body(BodyKind::Med, ""));
        for kept in ["", t.party_because_med(), "The staff in MED, if the proposal touches their work"] {
            assert_eq!(because(HearingStrength::Voluntary, kept, Some(&med)), t.party_why_med());
        }
        for kept in ["", "A council that may have an opinion about it"] {
            assert_eq!(because(HearingStrength::Voluntary, kept, Some(&council)), t.party_why_council());
        }
        assert_eq!(
            because(HearingStrength::Voluntary, "Kender hverdagen.", None),
            t.party_why("Kender hverdagen")
        );
        assert_eq!(because(HearingStrength::Voluntary, "", None), "");
    }
}
