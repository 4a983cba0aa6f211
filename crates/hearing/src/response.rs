//! An answer: who gives it, what it says to which paragraph, and what of it anybody may read. The rules are pure.

use samskab_kernel::{Id, Instant, Locale, codes, contact::Email, danish::fold};
use samskab_organisation::person::PersonId;
use samskab_store::Record;
use samskab_writing::change::reach::{self, ReachWords};

use crate::{
    T,
    hearing::{Hearing, HearingId, Publication},
    party::{Party, PartyId},
    text::BlockId,
};

/// The mark of a response.
pub enum ResponseRow {}
pub type ResponseId = Id<ResponseRow>;
/// The mark of what it says to one paragraph.
pub enum PartRow {}
pub type PartId = Id<PartRow>;

codes! {
    pub enum SenderKind {
        Citizen => "citizen",
        Association => "association",
        Council => "council",
        Workplace => "workplace",
        Authority => "authority",
        Company => "company",
    }
}

impl SenderKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Citizen => t.sender_citizen(),
            Self::Association => t.sender_association(),
            Self::Council => t.sender_council(),
            Self::Workplace => t.sender_workplace(),
            Self::Authority => t.sender_authority(),
            Self::Company => t.sender_company(),
        }
    }
}

codes! {
    pub enum ResponseState {
        /// Only its writer sees it, and it does not count.
        Draft => "draft",
        /// In time, and to be confirmed by the link in the mail.
        Sent => "sent",
        Confirmed => "confirmed",
        Withdrawn => "withdrawn",
    }
}

codes! {
    /// Why somebody looks at it before it is public.
    pub enum HoldReason {
        No => "",
        /// The hearing asks for it.
        Screened => "screened",
        /// There is an e-mail address in it.
        Address => "address",
        /// There is something like a telephone number in it.
        Number => "number",
        /// It is written for somebody who was asked, and not by the way they were asked.
        Behalf => "behalf",
        /// Words had been taken out of it, and its sender has changed it since.
        Changed => "changed",
    }
}

impl HoldReason {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::No => "",
            Self::Screened => t.held_screened(),
            Self::Address => t.held_address(),
            Self::Number => t.held_number(),
            Self::Behalf => t.held_behalf(),
            Self::Changed => t.held_changed(),
        }
    }

    /// The same for its sender.
    pub fn told(self, t: T) -> &'static str {
        match self {
            Self::Behalf => t.held_behalf_own(),
            other => other.label(t),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "hearing_response", alias = "r")]
pub struct Response {
    pub id: ResponseId,
    #[record(column = "hearing_id", fixed)]
    pub hearing: HearingId,
    #[record(column = "party_id", fixed)]
    pub party: Option<PartyId>,
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    /// Its number, in the order in which answers were sent; `None`: a draft.
    pub number: Option<i64>,
    pub kind: SenderKind,
    pub name: String,
    pub on_behalf_of: String,
    /// `None`: the address was deleted.
    #[record(fixed)]
    pub email: Option<Email>,
    #[record(fixed)]
    pub locale: Locale,
    /// The name is not public.
    pub is_nameless: bool,
    /// The answer is never public.
    pub is_closed: bool,
    pub state: ResponseState,
    pub sent_at: Option<Instant>,
    pub published_at: Option<Instant>,
    pub held: HoldReason,
    /// Why it is not published at all.
    pub hidden_reason: String,
    /// When the sender was told of the latest news; set by `store::mark_…`, like the reply, and not saved with the
    /// answer.
    #[record(fixed)]
    pub told_at: Option<Instant>,
    #[record(fixed)]
    pub replied_at: Option<Instant>,
    pub version: i64,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// What a response says, to the whole text or to one paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "hearing_part", alias = "x")]
pub struct Part {
    pub id: PartId,
    #[record(column = "hearing_id", fixed)]
    pub hearing: HearingId,
    #[record(column = "response_id", fixed)]
    pub response: ResponseId,
    #[record(column = "block_id")]
    pub block: Option<BlockId>,
    #[record(fixed)]
    pub place: i64,
    pub said: String,
    /// The public text with words blacked out; `None`: as it was said.
    pub shown: Option<String>,
    pub shown_reason: String,
}

impl Part {
    /// What anybody may read.
    pub fn shown(&self) -> &str {
        self.shown.as_deref().unwrap_or(&self.said)
    }
}

/// At most this many parts: more is not one answer.
pub const MOST_PARTS: usize = 30;
/// At most this many characters in one part.
pub const LONGEST_PART: usize = 10_000;

impl Response {
    /// The first name, for the greeting of a letter.
    pub fn first_name(&self) -> &str {
        samskab_kernel::text::first_name(&self.name)
    }

    /// Counts as an answer, whether or not it can be read.
    pub fn counts(&self) -> bool {
        self.state == ResponseState::Confirmed
    }

    pub fn is_public(&self) -> bool {
        self.counts() && !self.is_closed && self.published_at.is_some()
    }

    /// Waits for somebody to look at it.
    pub fn waits_for_a_look(&self) -> bool {
        self.counts() && !self.is_closed && self.published_at.is_none() && self.hidden_reason.is_empty()
    }

    /// Who anybody may read that it is from. `is_anonymous`: in the variant without any names.
    pub fn public_name(&self, t: T, is_anonymous: bool) -> String {
        let number = self.number.unwrap_or_default();
        if is_anonymous || self.is_closed {
            return t.sender_anonymous(self.kind.label(t), number);
        }
        match (self.on_behalf_of.as_str(), self.is_nameless) {
            ("", false) => self.name.clone(),
            ("", true) => t.sender_anonymous(self.kind.label(t), number),
            (behalf, false) => t.sender_behalf(behalf, self.name.as_str()),
            (behalf, true) => behalf.to_owned(),
        }
    }

    /// The same for those who keep the hearing.
    pub fn full_name(&self, t: T) -> String {
        match self.on_behalf_of.as_str() {
            // A sender whose account was deleted has no name any more.
            _ if self.name.is_empty() => self.public_name(t, false),
            "" => self.name.clone(),
            behalf => t.sender_behalf(behalf, self.name.as_str()),
        }
    }

    /// Whether it bears the name of this party.
    pub fn names(&self, party: &Party) -> bool {
        let names = [fold(self.on_behalf_of.trim()), fold(self.name.trim())];
        names.contains(&fold(party.name.trim()))
    }

    /// Whether it is written for one of these who were asked, and not by the link they were asked with: anybody can type a name.
    pub fn speaks_for(&self, parties: &[Party]) -> bool {
        self.party.is_none() && parties.iter().any(|party| self.names(party))
    }

    /// Whether it bears the name of this party and comes from the address at which it was asked. Its sender has shown that the
    /// address is theirs.
    pub fn is_from(&self, party: &Party) -> bool {
        self.names(party) && self.email.is_some() && self.email == party.email
    }

    /// Confirmed: published at once where the hearing does that and nothing in it asks for a look. What was changed after words
    /// had been taken out of it waits until somebody publishes it, however often it is changed. `parties`: who was asked.
    #[must_use]
    pub fn confirmed(self, hearing: &Hearing, parts: &[Part], parties: &[Party], now: Instant) -> Self {
        let held = match hearing.publication {
            _ if self.held == HoldReason::Changed => HoldReason::Changed,
            _ if self.speaks_for(parties) => HoldReason::Behalf,
            Publication::Screened => HoldReason::Screened,
            Publication::AtOnce => parts
                .iter()
                .map(|part| gate(&part.said))
                .chain([gate(&self.public_name(T(self.locale), false))])
                .find(|held| *held != HoldReason::No)
                .unwrap_or(HoldReason::No),
        };
        let is_shown = held == HoldReason::No && !self.is_closed && self.hidden_reason.is_empty();
        Self {
            state: ResponseState::Confirmed,
            held,
            published_at: is_shown.then(|| self.published_at.unwrap_or(now)),
            version: self.version + 1,
            updated_at: now,
            ..self
        }
    }
}

/// What must not become public by itself: e-mail addresses, numbers like telephone numbers. (CPR numbers are refused when they
/// are typed.)
pub fn gate(text: &str) -> HoldReason {
    match reach::found(text) {
        Some(ReachWords::Address) => HoldReason::Address,
        Some(ReachWords::Number) => HoldReason::Number,
        None => HoldReason::No,
    }
}

/// Files of one response.
pub const MOST_FILES: usize = 3;

/// A text with words blacked out: each of `words`, one a line, becomes a mark of its length in the public version.
/// `None`: one of them is not in the text.
pub fn redacted(said: &str, words: &str) -> Option<String> {
    let mut shown = said.to_owned();
    for word in words.lines().map(str::trim).filter(|word| !word.is_empty()) {
        if !shown.contains(word) {
            return None;
        }
        shown = shown.replace(word, MARK);
    }
    Some(shown)
}

/// Shown in place of words that were blacked out.
pub const MARK: &str = "█████";

#[cfg(test)]
mod tests {
    use samskab_kernel::{Clock, Dice, cpr};

    use super::*;
    use crate::hearing::HearingState;

    fn hearing(now: Instant) -> Hearing {
        Hearing {
            title: "Frivilligpolitik".to_owned(),
            closes_at: now.plus_days(9),
            state: HearingState::Announced,
            ..Hearing::new(Dice::seeded(4).id(now), now)
        }
    }

    fn response() -> Response {
        let (dice, now) = (Dice::seeded(3), Clock::real().now());
        Response {
            id: dice.id(now),
            hearing: dice.id(now),
            party: None,
            person: None,
            number: Some(12),
            kind: SenderKind::Citizen,
            name: "Prøve Testesen".to_owned(),
            on_behalf_of: String::new(),
            email: None,
            locale: Locale::Da,
            is_nameless: false,
            is_closed: false,
            state: ResponseState::Confirmed,
            sent_at: Some(now),
            published_at: Some(now),
            held: HoldReason::No,
            hidden_reason: String::new(),
            told_at: None,
            replied_at: None,
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }

    #[test]
    fn a_name_is_public_only_where_its_owner_lets_it() {
        let t = T(Locale::Da);
        let named = response();
        assert_eq!(named.public_name(t, false), "Prøve Testesen");
        assert_eq!(named.public_name(t, true), "Borger (svar 12)");
        let nameless = Response { is_nameless: true, ..named.clone() };
        assert_eq!(nameless.public_name(t, false), "Borger (svar 12)");
        let behalf = Response { on_behalf_of: "Ældrerådet".to_owned(), kind: SenderKind::Council, ..named };
        assert_eq!(behalf.public_name(t, false), "Ældrerådet ved Prøve Testesen");
        assert_eq!(Response { is_nameless: true, ..behalf.clone() }.public_name(t, false), "Ældrerådet");
        assert_eq!(behalf.public_name(t, true), "Råd eller udvalg (svar 12)");
        let closed = Response { is_closed: true, ..behalf };
        assert!(!closed.is_public() && !closed.public_name(t, false).contains("Testesen"));
    }

    #[test]
    fn addresses_and_numbers_of_others_are_caught_before_they_are_public() {
        for (text, held) in [
            ("Skriv til Fru Ærlig på aerlig@post.example, hun ved det.", HoldReason::Address),
            ("Ring til naboen på 12 34 56 78.", HoldReason::Number),
            ("Ring 12345678", HoldReason::Number),
            ("Ring +45 12345678", HoldReason::Number),
            ("Ring +4512345678", HoldReason::Number),
            ("Ring (+45) 12 34 56 78", HoldReason::Number),
            ("Ring 0045 12345678", HoldReason::Number),
            ("Ring 004512345678", HoldReason::Number),
            ("Ring 12-34-56-78", HoldReason::Number),
            ("Ring 12.34.56.78", HoldReason::Number),
            ("Ring +45 12.34.56.78.", HoldReason::Number),
            ("Ring 12\u{a0}34\u{a0}56\u{a0}78", HoldReason::Number),
            ("I 2026 brugte vi 1 200 000 kr. på 14 projekter @ home", HoldReason::No),
            ("Kl. 19.30 den 12.03.2026", HoldReason::No),
            ("Kl. 19.30-21.00, 12-03-2026 eller 2026-03-12", HoldReason::No),
            ("CVR og 123456789 er noget andet", HoldReason::No),
        ] {
            assert_eq!(gate(text), held, "{text}");
        }
        assert_eq!(gate(&cpr::made_up()), HoldReason::Number);
    }

    #[test]
    fn the_name_of_those_one_speaks_for_is_looked_at_like_the_text() {
        let now = Clock::real().now();
        let (named, hearing) = (response(), hearing(now));
        assert_eq!(named.clone().confirmed(&hearing, &[], &[], now).held, HoldReason::No);
        for (behalf, held) in
            [("Klubben, 12345678", HoldReason::Number), ("a@post.example", HoldReason::Address)]
        {
            let behalf = Response { on_behalf_of: behalf.to_owned(), ..named.clone() }.confirmed(
                &hearing,
                &[],
                &[],
                now,
            );
            assert_eq!((behalf.held, behalf.published_at), (held, None));
        }
    }

    #[test]
    fn whoever_takes_the_name_of_a_party_is_looked_at_wherever_it_stands() {
        let (own, parties) = (response(), [crate::party::tests::party(None)]);
        assert!(!own.speaks_for(&parties));
        assert!(Response { name: " ældrerådet ".to_owned(), ..own.clone() }.speaks_for(&parties));
        assert!(Response { on_behalf_of: "Ældrerådet".to_owned(), ..own.clone() }.speaks_for(&parties));
        let asked = Response { name: "Ældrerådet".to_owned(), party: Some(parties[0].id), ..own };
        assert!(!asked.speaks_for(&parties), "it came by the link they were asked with");
    }

    #[test]
    fn words_are_taken_out_and_what_does_not_stand_there_is_not() {
        assert_eq!(redacted("Fru Ærlig og Fru Ærlig", "Fru Ærlig").as_deref(), Some("█████ og █████"));
        assert_eq!(redacted("Fru Ærlig", "Hr. Ærlig"), None);
        assert_eq!(redacted("Fru Ærlig", "").as_deref(), Some("Fru Ærlig"));
    }
}
