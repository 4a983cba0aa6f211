//! Times of the year that have a name and move: Easter, Christmas, the schools' holidays. Pure and computed, for every
//! year.

use jiff::civil::{ISOWeekDate, Weekday};

use crate::{Day, Locale, holiday::Holiday};

crate::codes! {
    /// A time of the year, by its name in an address.
    pub enum Season {
        /// From the day before Christmas Eve to the second day of Christmas.
        Christmas => "jul",
        /// From the weekend before Christmas Eve to 2 January, as the schools have it.
        ChristmasBreak => "juleferie",
        NewYear => "nytaar",
        /// Week 7, with the weekends around it: so in most municipalities.
        WinterBreak => "vinterferie",
        /// From Maundy Thursday to Easter Monday.
        Easter => "paaske",
        /// The week before included, as the schools have it.
        EasterBreak => "paaskeferie",
        Whitsun => "pinse",
        /// From the last Saturday of June (folkeskoleloven § 14 a) to the end of week 32, when most schools begin.
        SummerBreak => "sommerferie",
        /// Week 42, with the weekends around it.
        AutumnBreak => "efteraarsferie",
    }
}

impl Season {
    /// Its first and last day, the next time it comes; while it lasts, what is left of it.
    pub fn days(self, today: Day) -> (Day, Day) {
        let year = today.date().year();
        // Of last year, too: on the second of January its Christmas is not over.
        let times = (year - 1..=year + 1).filter_map(|year| self.of_year(year));
        let mut coming = times.filter(|(_, last)| *last >= today);
        coming.next().map_or((today, today), |(first, last)| (first.max(today), last))
    }

    /// First and last day, in the year in which it begins.
    fn of_year(self, year: i16) -> Option<(Day, Day)> {
        let of = |month, day| jiff::civil::Date::new(year, month, day).ok().map(Day::from);
        let holiday = |wanted: Holiday| {
            let mut days = (0..366).map(|ahead| of(1, 1).map(|first| first.plus_days(ahead)));
            days.find_map(|day| day.filter(|day| Holiday::of(*day) == Some(wanted)))
        };
        let week_with_weekends = |week| {
            let monday =
                ISOWeekDate::new(year, week, Weekday::Monday).ok().map(|monday| Day::from(monday.date()))?;
            Some((monday.plus_days(-2), monday.plus_days(6)))
        };
        Some(match self {
            Self::Christmas => (of(12, 23)?, of(12, 26)?),
            Self::ChristmasBreak => {
                let eve = of(12, 24)?;
                let saturday = (1..=7)
                    .map(|back| eve.plus_days(-back))
                    .find(|day| day.weekday() == Weekday::Saturday)?;
                (saturday, of(12, 31)?.plus_days(2))
            }
            Self::NewYear => (of(12, 31)?, of(12, 31)?.plus_days(1)),
            Self::WinterBreak => week_with_weekends(7)?,
            Self::Easter => (holiday(Holiday::MaundyThursday)?, holiday(Holiday::EasterMonday)?),
            Self::EasterBreak => {
                let monday = holiday(Holiday::EasterMonday)?;
                (monday.plus_days(-9), monday)
            }
            Self::Whitsun => (holiday(Holiday::WhitSunday)?, holiday(Holiday::WhitMonday)?),
            Self::SummerBreak => {
                let june = of(6, 30)?;
                let saturday = (0..7)
                    .map(|back| june.plus_days(-back))
                    .find(|day| day.weekday() == Weekday::Saturday)?;
                (saturday, week_with_weekends(32)?.1)
            }
            Self::AutumnBreak => week_with_weekends(42)?,
        })
    }

    /// When it is, as part of a sentence: "i påsken".
    pub const fn said(self, locale: Locale) -> &'static str {
        let (danish, english) = match self {
            Self::Christmas => ("i julen", "at Christmas"),
            Self::ChristmasBreak => ("i juleferien", "in the Christmas holidays"),
            Self::NewYear => ("til nytår", "at New Year"),
            Self::WinterBreak => ("i vinterferien", "in the winter break"),
            Self::Easter => ("i påsken", "at Easter"),
            Self::EasterBreak => ("i påskeferien", "in the Easter holidays"),
            Self::Whitsun => ("i pinsen", "at Whitsun"),
            Self::SummerBreak => ("i sommerferien", "in the summer holidays"),
            Self::AutumnBreak => ("i efterårsferien", "in the autumn break"),
        };
        match locale {
            Locale::Da => danish,
            Locale::En => english,
        }
    }

    /// Its name by itself: "Påske".
    pub const fn name(self, locale: Locale) -> &'static str {
        let (danish, english) = match self {
            Self::Christmas => ("Jul", "Christmas"),
            Self::ChristmasBreak => ("Juleferie", "Christmas holidays"),
            Self::NewYear => ("Nytår", "New Year"),
            Self::WinterBreak => ("Vinterferie", "Winter break"),
            Self::Easter => ("Påske", "Easter"),
            Self::EasterBreak => ("Påskeferie", "Easter holidays"),
            Self::Whitsun => ("Pinse", "Whitsun"),
            Self::SummerBreak => ("Sommerferie", "Summer holidays"),
            Self::AutumnBreak => ("Efterårsferie", "Autumn break"),
        };
        match locale {
            Locale::Da => danish,
            Locale::En => english,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_of_the_year_are_those_of_the_calendar() {
        let today = Day::of(2026, 1, 5);
        for (season, first, last) in [
            (Season::Easter, Day::of(2026, 4, 2), Day::of(2026, 4, 6)),
            (Season::EasterBreak, Day::of(2026, 3, 28), Day::of(2026, 4, 6)),
            (Season::Whitsun, Day::of(2026, 5, 24), Day::of(2026, 5, 25)),
            (Season::WinterBreak, Day::of(2026, 2, 7), Day::of(2026, 2, 15)),
            (Season::SummerBreak, Day::of(2026, 6, 27), Day::of(2026, 8, 9)),
            (Season::AutumnBreak, Day::of(2026, 10, 10), Day::of(2026, 10, 18)),
            (Season::Christmas, Day::of(2026, 12, 23), Day::of(2026, 12, 26)),
            (Season::ChristmasBreak, Day::of(2026, 12, 19), Day::of(2027, 1, 2)),
            (Season::NewYear, Day::of(2026, 12, 31), Day::of(2027, 1, 1)),
        ] {
            assert_eq!(season.days(today), (first, last), "{season}");
        }
    }

    #[test]
    fn while_it_lasts_it_is_what_is_left_and_afterwards_the_next() {
        let good_friday = Day::of(2026, 4, 3);
        assert_eq!(Season::Easter.days(good_friday), (good_friday, Day::of(2026, 4, 6)));
        assert_eq!(Season::Easter.days(Day::of(2026, 4, 7)).0, Day::of(2027, 3, 25));
        let second = Day::of(2026, 1, 2);
        assert_eq!(Season::ChristmasBreak.days(second), (second, second), "of last year");
        assert_eq!(Season::NewYear.days(second).0, Day::of(2026, 12, 31));
    }
}
