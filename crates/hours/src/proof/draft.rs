//! A proof as it is being made: which tasks, which period, which words.

use samskab_kernel::Day;
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{Check, Cx, Errors, Result, form};

use super::{
    Content, Helped, Kind,
    store::{self, GivenHours, PupilProject, vouched_for},
};
use crate::{T, hours};

samskab_web::form! {
    pub struct ProofForm {
        /// The id the proof will have: the same page sent twice is one.
        nummer: hidden,
        aftale: several(proof_tasks).required(),
        fra: day(proof_from).optional(),
        til: day(proof_to).optional(),
        laert: paragraph(proof_learned).hint(proof_learned_hint).optional().max(LEARNED),
        /// A pupil's certificate: `ja`.
        elev: tick(form::by_the_page).says_itself(),
        /// `vis`: look first; `udsted`: issue.
        handling: hidden,
    }
}

/// The longest text about what was learned: with it, everything still stands on one page.
const LEARNED: usize = 700;

/// The most tasks on one page.
pub const MOST_TASKS: usize = 8;

/// What a proof is made from.
pub struct Material {
    pub helped: Vec<hours::store::Helped>,
    pub pupil: Option<PupilProject>,
}

pub async fn material(cx: &Cx, connection: &mut Connection, person: PersonId) -> Result<Material> {
    let helped = helped(cx, connection, person).await?;
    let pupil = store::pupil_project(connection, cx.tenant.id, person).await?;
    Ok(Material { helped, pupil })
}

/// Where the person has helped; an engagement that has not begun yet proves nothing.
pub async fn helped(
    cx: &Cx,
    connection: &mut Connection,
    person: PersonId,
) -> samskab_store::Result<Vec<hours::store::Helped>> {
    let today = cx.now().day();
    let mut helped = hours::store::helped(connection, cx.tenant.id, person, today).await?;
    helped.retain(|one| one.begins_on <= today);
    Ok(helped)
}

/// What would be printed on the proof, or what is wrong with the form.
pub async fn content(
    cx: &Cx,
    connection: &mut Connection,
    person: PersonId,
    material: &Material,
    form: &ProofForm,
) -> Result<std::result::Result<(Kind, Content), Errors>> {
    let (t, today) = (T(cx.locale), cx.now().day());
    let mut check = Check::new(cx.locale);
    let project = material.pupil.as_ref().filter(|_| form.elev().is_ticked());
    let chosen: Vec<&hours::store::Helped> = material
        .helped
        .iter()
        .filter(|one| project.is_some() || form.aftale.contains(&one.engagement.to_string()))
        .collect();
    if chosen.is_empty() {
        check.refuse(&form.aftale(), t.proof_choose_tasks());
    }
    if chosen.len() > MOST_TASKS {
        check.refuse(&form.aftale(), t.proof_too_many_tasks(MOST_TASKS));
    }
    let from = form.fra().day(&mut check);
    let to = form.til().day(&mut check);
    let (from, to) = project.map_or((from, to), |project| (Some(project.begins_on), Some(project.ends_on)));
    let to = to.map_or(today, |to| to.min(today));
    if from.is_some_and(|from| from > to) {
        check.refuse(&form.fra(), t.proof_from_after_to());
    }
    let learned = form.laert().text(&mut check);
    let from_or_ever = from.unwrap_or(Day::of(1900, 1, 1));
    let given = store::given(connection, cx.tenant.id, person, from_or_ever, to).await?;
    let places: Vec<Helped> =
        chosen.iter().filter_map(|one| helped_within(one, from_or_ever, to, today, &given)).collect();
    if !chosen.is_empty() && places.is_empty() && check.errors.is_empty() {
        check.refuse(&form.fra(), t.proof_nothing_in_period());
    }
    let minutes: i64 = places.iter().map(|place| place.minutes).sum();
    if let Some(project) = project
        && minutes < project.hours_wanted * 60
    {
        let reached = hours::duration::said(t, minutes);
        check.refuse(&form.elev(), t.proof_pupil_not_reached(reached, project.hours_wanted));
    }
    let school = project.map(|project| project.school.clone()).unwrap_or_default();
    let kind = if project.is_some() { Kind::Pupil } else { Kind::Volunteer };
    match check.done() {
        Err(errors) => Ok(Err(errors)),
        Ok(()) => Ok(Ok((kind, Content { places, learned: learned.unwrap_or_default(), school }))),
    }
}

/// The part of a task that lies in the period; `None`: none of it does.
fn helped_within(
    one: &hours::store::Helped,
    from: Day,
    to: Day,
    today: Day,
    given: &[GivenHours],
) -> Option<Helped> {
    let begins = one.begins_on.max(from);
    let ends = one.ended_on.unwrap_or(today).min(to);
    let (minutes, noted_by_place) = vouched_for(given, one, today);
    if begins > ends && minutes == 0 {
        return None;
    }
    let is_still_there = one.ended_on.is_none() && to >= today;
    Some(Helped {
        title: one.title.clone(),
        by: one.poster_name.clone(),
        from: begins.min(ends),
        to: (!is_still_there).then_some(ends.max(begins)),
        minutes,
        noted_by_place,
    })
}
