//! From when until when something is true. What is effective-dated is never overwritten (RS-10).

use crate::Day;

/// Valid from the start of `from` until the end of `to`; `None` means until further notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    pub from: Day,
    pub to: Option<Day>,
}

impl Validity {
    pub fn since(from: Day) -> Self {
        Self { from, to: None }
    }

    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_counts_and_the_day_after_does_not() {
        let old = Validity { from: Day::of(2013, 1, 1), to: Some(Day::of(2018, 9, 30)) };
        let new = Validity::since(Day::of(2018, 10, 1));
        assert!(old.holds_on(Day::of(2018, 9, 30)) && !new.holds_on(Day::of(2018, 9, 30)));
        assert!(!old.holds_on(Day::of(2018, 10, 1)) && new.holds_on(Day::of(2018, 10, 1)));
        assert!(!old.overlaps(&new));
        assert!(old.overlaps(&Validity::since(Day::of(2018, 9, 30))));
    }
}
