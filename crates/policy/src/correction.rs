//! A slip in an adopted text that was corrected, and why, for everybody to read.

use samskab_kernel::{Id, Instant, Locale};
use samskab_organisation::person::PersonId;
use samskab_store::Record;

use crate::{
    T,
    policy::{Policy, PolicyId},
};

/// The mark of a correction.
pub enum CorrectionRow {}
pub type CorrectionId = Id<CorrectionRow>;

/// A slip that was corrected after the policy was adopted.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "policy_correction", alias = "c")]
pub struct Correction {
    pub id: CorrectionId,
    #[record(column = "policy_id", fixed)]
    pub policy: PolicyId,
    #[record(fixed)]
    pub from_number: i64,
    #[record(fixed)]
    pub number: i64,
    #[record(fixed)]
    pub reason: String,
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
}

/// Corrections that lead from the version that was adopted to the one that everybody reads, the first first. When it
/// is noted afterwards that the council changed the text in its meeting, another version is the adopted one, and
/// corrections of the former version are left out.
pub(crate) fn in_force(all: &[Correction], policy: &Policy) -> Vec<Correction> {
    let mut number = policy.corrected_number;
    let mut found = Vec::new();
    // Backwards: two may begin at one version, and the later one is read.
    for one in all.iter().rev() {
        if number == Some(one.number) && number != policy.adopted_number {
            number = Some(one.from_number);
            found.push(one.clone());
        }
    }
    found.reverse();
    found
}

impl Correction {
    /// "3. marts 2026, version 5: Stavefejl i afsnittet om kørsel"
    pub fn said(&self, locale: Locale) -> String {
        T(locale).correct_said(locale.day(self.created_at.day()), self.number, self.reason.as_str())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use samskab_kernel::Day;
    use samskab_meetings::meeting::{Item, Verb};
    use uuid::Uuid;

    use super::*;
    use crate::policy::PolicyKind;

    fn now() -> Instant {
        Day::of(2026, 3, 2).at(9, 0)
    }

    fn correction(from_number: i64, number: i64) -> Correction {
        Correction {
            id: Uuid::from_u128(9).into(),
            policy: Uuid::from_u128(1).into(),
            from_number,
            number,
            reason: format!("{from_number} til {number}"),
            person: None,
            created_at: now(),
        }
    }

    #[test]
    fn what_was_corrected_in_another_version_than_the_adopted_one_is_no_correction_of_it() {
        let item = Item::new(Uuid::from_u128(2).into(), Uuid::from_u128(3).into(), "", Verb::Adopts, now());
        let put = Policy::new(Uuid::from_u128(1).into(), "Politik", PolicyKind::Values, now());
        let adopted = Policy { put_number: Some(2), ..put }.adopt(&item, Day::of(2026, 3, 2), now());
        let told = |policy: &Policy, all: &[(i64, i64)]| -> Vec<String> {
            let all: Vec<Correction> = all.iter().map(|(from, to)| correction(*from, *to)).collect();
            in_force(&all, policy).into_iter().map(|one| one.reason).collect()
        };
        assert_eq!(told(&adopted, &[]), [""; 0]);
        let corrected = Policy { corrected_number: Some(4), ..adopted };
        assert_eq!(told(&corrected, &[(2, 3), (3, 4)]), ["2 til 3", "3 til 4"]);
        // The words about the change alone do not take back what was corrected.
        let said = corrected.clone().amend(2, "Afsnit 2".into(), now()).unwrap();
        assert_eq!((said.adopted_number, said.public_number()), (Some(2), Some(4)));
        assert_eq!(told(&said, &[(2, 3), (3, 4)]), ["2 til 3", "3 til 4"]);
        // Another version is the adopted one; one of those that were corrected, too.
        for number in [3, 5] {
            let amended = corrected.clone().amend(number, "Afsnit 2".into(), now()).unwrap();
            assert_eq!(amended.public_number(), Some(number));
            assert_eq!(told(&amended, &[(2, 3), (3, 4)]), [""; 0], "{number}");
        }
        let amended = corrected.amend(5, "Afsnit 2".into(), now()).unwrap();
        let again = Policy { corrected_number: Some(6), ..amended };
        assert_eq!(told(&again, &[(2, 3), (3, 4), (5, 6)]), ["5 til 6"]);
        // Back at a version that was corrected once.
        let back = Policy { adopted_number: Some(2), corrected_number: Some(7), ..again };
        assert_eq!(told(&back, &[(2, 3), (3, 4), (5, 6), (2, 7)]), ["2 til 7"]);
    }
}
