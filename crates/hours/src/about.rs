//! What the coordinator reads here of a person: the time they have given.

use samskab_organisation::{identify::Who as _, person::PersonId};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result,
    personal::{Line, Section},
};
use uuid::Uuid;

use crate::{
    T,
    hours::{self, duration},
};

/// Years of the past that are shown.
const YEARS: usize = 5;

/// What the coordinator reads about the time a person has given, by year. Runs one query.
#[samskab_store::compiled_once]
pub async fn about(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Section>> {
    if !cx.actor.is_coordinator() {
        return Ok(Vec::new());
    }
    let t = T(cx.locale);
    let mut years: Vec<(String, i64)> = Vec::new();
    for sum in hours::store::sums_by_year(connection, cx.tenant.id, PersonId::from_uuid(person)).await? {
        match years.iter_mut().find(|(year, _)| *year == sum.year) {
            Some((_, minutes)) => *minutes += sum.minutes,
            None => years.push((sum.year, sum.minutes)),
        }
    }
    years.sort_by(|one, other| other.0.cmp(&one.0));
    let given = years.iter().take(YEARS).map(|(year, minutes)| Line {
        title: year.clone(),
        detail: duration::said(t, *minutes),
        ..Line::default()
    });
    Ok(vec![Section {
        heading: t.hours_about().to_owned(),
        lines: given.collect(),
        nothing: t.hours_about_nothing().to_owned(),
        ..Section::default()
    }])
}
