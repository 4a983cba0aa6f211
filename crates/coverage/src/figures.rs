//! The numbers of an area: counted today (`standing`), and kept month by month (`store`).

use samskab_store::Record;

/// The numbers of an area, or of all of them, as they are kept month by month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Record)]
pub struct Figures {
    /// Institutions that ought to take part: without the excused (RS-18).
    pub institutions: i64,
    /// Institutions with a contact person or an ambassador.
    pub with_contact: i64,
    pub with_open_task: i64,
    /// Institutions with a contact and an open task: the key figure's numerator (VB-02).
    pub asking: i64,
    pub with_volunteers: i64,
    pub active_volunteers: i64,
    /// Median; `None`: nothing to answer.
    pub answer_minutes: Option<i64>,
}

impl Figures {
    /// Sums what can be summed; a median of several cannot.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            institutions: self.institutions + other.institutions,
            with_contact: self.with_contact + other.with_contact,
            with_open_task: self.with_open_task + other.with_open_task,
            asking: self.asking + other.asking,
            with_volunteers: self.with_volunteers + other.with_volunteers,
            active_volunteers: self.active_volunteers + other.active_volunteers,
            answer_minutes: None,
        }
    }

    /// The share that asks, in whole per cent; `None` where there is nobody to ask.
    pub fn percent(&self) -> Option<i64> {
        (self.institutions > 0).then(|| (self.asking * 100 + self.institutions / 2) / self.institutions)
    }
}

/// The middle one; of an even number the earlier of the two.
pub fn median(mut numbers: Vec<i64>) -> Option<i64> {
    numbers.sort_unstable();
    numbers.get(numbers.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_one_of_the_numbers() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![7]), Some(7));
        assert_eq!(median(vec![90, 1, 5]), Some(5));
        assert_eq!(median(vec![4, 3, 2, 1]), Some(2));
    }

    #[test]
    fn per_cent_is_rounded_as_people_do() {
        let figures = |asking, institutions| Figures { asking, institutions, ..Figures::default() };
        assert_eq!(figures(2, 3).percent(), Some(67));
        assert_eq!(figures(1, 3).percent(), Some(33));
        assert_eq!(figures(1, 8).percent(), Some(13));
    }
}
