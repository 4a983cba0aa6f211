//! When the owner of a search is told. Pure.

use samskab_kernel::{Day, Instant, jiff::civil::Weekday};

use super::{KeptSearch, Rhythm};

/// The hour before which nobody is mailed.
const FROM_HOUR: i8 = 7;
const TO_HOUR: i8 = 21;

/// The last day up to and including `today` on which a search with this rhythm is mailed.
fn last_turn(rhythm: Rhythm, today: Day) -> Day {
    match rhythm {
        Rhythm::Daily => today,
        Rhythm::Weekly => {
            let after_friday = i32::from(today.weekday().to_monday_zero_offset())
                - i32::from(Weekday::Friday.to_monday_zero_offset());
            today.plus_days(-after_friday.rem_euclid(7))
        }
    }
}

impl KeptSearch {
    /// Whether its turn has come and its owner has not been told since. A turn that was missed is made good.
    pub fn is_due(&self, now: Instant) -> bool {
        let today = now.day();
        let Some(confirmed) = self.confirmed_at else { return false };
        let told = self.told_on.unwrap_or_else(|| confirmed.day());
        (today.at(FROM_HOUR, 0)..today.at(TO_HOUR, 0)).contains(&now)
            && now < self.ends_at
            && told < last_turn(self.rhythm, today)
    }
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Locale;
    use uuid::Uuid;

    use super::*;

    /// Kept on Thursday 26 November 2026.
    fn kept(rhythm: Rhythm) -> KeptSearch {
        let at = Day::of(2026, 11, 26).at(20, 0);
        let kept = KeptSearch {
            id: Uuid::from_u128(1).into(),
            email: "vilma@post.example".parse().unwrap(),
            locale: Locale::Da,
            search: "q=kaffe".into(),
            said: "kaffe".into(),
            rhythm,
            confirmed_at: None,
            told_until: at,
            told_on: None,
            ends_at: at.plus_days(2),
            created_at: at,
        };
        assert!(!kept.is_due(Day::of(2026, 11, 27).at(8, 0)), "nobody has said that the address is theirs");
        kept.confirm(at)
    }

    #[test]
    fn a_weekly_search_is_told_of_on_friday_morning_and_then_not_before_the_next() {
        let weekly = kept(Rhythm::Weekly);
        assert!(!weekly.is_due(Day::of(2026, 11, 26).at(20, 30)));
        assert!(!weekly.is_due(Day::of(2026, 11, 27).at(6, 59)), "not at night");
        assert!(weekly.is_due(Day::of(2026, 11, 27).at(7, 0)));
        assert!(!weekly.is_due(Day::of(2026, 11, 27).at(21, 0)));
        assert!(weekly.is_due(Day::of(2026, 11, 28).at(7, 0)), "the program stood still on Friday");
        let told = KeptSearch { told_on: Some(Day::of(2026, 11, 28)), ..weekly };
        assert!(!told.is_due(Day::of(2026, 12, 3).at(12, 0)));
        assert!(told.is_due(Day::of(2026, 12, 4).at(7, 0)));
    }

    #[test]
    fn a_daily_search_is_told_of_the_next_morning_and_none_after_its_end() {
        let daily = kept(Rhythm::Daily);
        assert!(!daily.is_due(Day::of(2026, 11, 26).at(20, 30)), "today's tasks were on the page");
        assert!(daily.is_due(Day::of(2026, 11, 27).at(7, 0)));
        assert!(daily.is_due(Day::of(2027, 11, 26).at(8, 0)));
        assert!(!daily.is_due(Day::of(2027, 11, 27).at(8, 0)), "a year after the yes");
    }
}
