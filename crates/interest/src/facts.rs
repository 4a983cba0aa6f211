//! What the municipality knows already about somebody who shows interest, where the task asks for something else.

use samskab_kernel::{Day, TenantId, contact::Email};
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_taskbank::task::Task;
use samskab_volunteers::volunteer::{self, Age, years_between};

/// How old somebody is by their own CV, when that is younger than the task asks for. `None`: old enough, or they have
/// not said enough to know.
pub fn too_young(age: Age, min_age: Option<i64>, today: Day) -> Option<i64> {
    let min_age = min_age?;
    match age {
        Age::Born(day) if age.is_at_least(min_age, today) == Some(false) => Some(years_between(day, today)),
        Age::Born(_) | Age::Adult | Age::NotSaid => None,
    }
}

/// As [`too_young`], by the CV of `person`. Runs one query when the task asks for an age.
pub async fn too_young_by_cv(
    connection: &mut Connection,
    tenant: TenantId,
    task: &Task,
    person: PersonId,
    today: Day,
) -> samskab_store::Result<Option<i64>> {
    if task.min_age.is_none() {
        return Ok(None);
    }
    let cv = volunteer::store::find(connection, tenant, person).await?;
    Ok(cv.and_then(|cv| too_young(cv.age, task.min_age, today)))
}

/// As [`too_young_by_cv`], by the CV of whoever has shown that the address is theirs. One query when the task asks for an
/// age and there is an address.
pub async fn too_young_by_address(
    connection: &mut Connection,
    tenant: TenantId,
    task: &Task,
    email: Option<&Email>,
    today: Day,
) -> samskab_store::Result<Option<i64>> {
    let (Some(email), Some(_)) = (email, task.min_age) else { return Ok(None) };
    let cv = volunteer::store::find_by_address(connection, tenant, email).await?;
    Ok(cv.and_then(|cv| too_young(cv.age, task.min_age, today)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_is_said() {
        let today = Day::of(2026, 3, 2);
        let sixteen = Age::Born(Day::of(2009, 6, 1));
        assert_eq!(too_young(sixteen, Some(21), today), Some(16));
        assert_eq!(too_young(sixteen, Some(16), today), None);
        assert_eq!(too_young(sixteen, None, today), None);
        assert_eq!(too_young(Age::Adult, Some(21), today), None, "an adult may be twenty-one");
        assert_eq!(too_young(Age::NotSaid, Some(21), today), None);
        assert_eq!(too_young(Age::Born(Day::of(2005, 3, 2)), Some(21), today), None, "from the birthday on");
    }
}
