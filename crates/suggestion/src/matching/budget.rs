//! Nobody is asked too often (FX-06). Pure.

use samskab_kernel::{Day, Instant};
use samskab_organisation::{answering::Poster, person::PersonId};

use super::{Settings, invitation::store::SentTo};

/// Why somebody is left in peace for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spared {
    /// Has had `count` invitations this week, from anybody.
    Enough { count: i64 },
    /// Has heard from this place lately; may be asked again on this day.
    HeardFromYou { again: Day },
}

/// Days over which invitations are counted.
pub const WEEK_DAYS: i64 = 7;

impl Settings {
    /// How many days back [`spared`] must know the sent invitations.
    pub fn looks_back(&self) -> i64 {
        self.invitation_cooldown_days.max(WEEK_DAYS)
    }
}

/// Whether `person` is spared an invitation of `by` at `now`. `sent`: what was sent since [`Settings::looks_back`].
pub fn spared(
    person: PersonId,
    by: Poster,
    sent: &[SentTo],
    settings: &Settings,
    now: Instant,
) -> Option<Spared> {
    let own: Vec<&SentTo> = sent.iter().filter(|one| one.person_id == person).collect();
    let last =
        own.iter().filter(|one| one.wave == 0 && one.poster() == Some(by)).map(|one| one.sent_at).max();
    let again = last.map(|at| at.plus_days(settings.invitation_cooldown_days)).filter(|again| now < *again);
    if let Some(again) = again {
        return Some(Spared::HeardFromYou { again: again.day() });
    }
    let week = now.plus_days(-WEEK_DAYS);
    let count = i64::try_from(own.iter().filter(|one| one.sent_at > week).count()).unwrap_or(i64::MAX);
    (count >= settings.invitation_budget_per_week).then_some(Spared::Enough { count })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const NOW: Day = Day::of(2026, 11, 22);

    fn person() -> PersonId {
        Uuid::from_u128(1).into()
    }
    fn place(number: u128) -> Poster {
        Poster::Unit(Uuid::from_u128(number).into())
    }
    fn sent(by: u128, days_ago: i32) -> SentTo {
        SentTo::of(person(), NOW.plus_days(-days_ago).at(9, 0), 0, place(by))
    }
    fn at_noon(by: u128, sent: &[SentTo]) -> Option<Spared> {
        spared(person(), place(by), sent, &Settings::default(), NOW.at(12, 0))
    }

    #[test]
    fn three_a_week_are_enough_whoever_asks() {
        let week = [sent(2, 0), sent(3, 3), sent(4, 6)];
        assert_eq!(at_noon(9, &week), Some(Spared::Enough { count: 3 }));
        assert_eq!(at_noon(9, &week[..2]), None);
        assert_eq!(at_noon(9, &[sent(2, 0), sent(3, 3), sent(4, 8)]), None, "last week's are forgotten");
    }

    #[test]
    fn a_place_does_not_ask_again_within_a_fortnight() {
        assert_eq!(at_noon(2, &[sent(2, 13)]), Some(Spared::HeardFromYou { again: NOW.plus_days(1) }));
        assert_eq!(at_noon(2, &[sent(2, 15)]), None);
        assert_eq!(at_noon(3, &[sent(2, 13)]), None, "another place may");
    }

    #[test]
    fn what_somebody_else_got_is_no_matter() {
        let other = SentTo::of(Uuid::from_u128(8).into(), NOW.at(9, 0), 0, place(2));
        assert_eq!(at_noon(2, &[other]), None);
    }
}
