//! Two registrations are one person: their CV, their yes to being found, their groups, and who looked at whom.
//!
//! Of two CVs the one that was kept up last stays, with the consent that was given for it and no other: nobody is found
//! by what they did not say yes to.

use samskab_kernel::TenantId;
use samskab_organisation::{identify::Who as _, person::PersonId};
use samskab_store::{Connection, Result, Statement, Tx};
use samskab_web::{
    Cx, Services,
    merge::{Alike, Clash, Merges, Moving, Pair, count, run},
    module::BoxFuture,
    personal::{Line, Section},
};
use uuid::Uuid;

use crate::{
    T,
    volunteer::{Cv, CvChanged, CvDeleted, consent, forget_sign_ups, groups, store},
};

pub const MERGES: Merges = Merges {
    place: 40,
    columns: &[
        "cv_look.by_person_id",
        "cv_looked_at.person_id",
        "pupil_project.person_id",
        "volunteer_consent.person_id",
        "volunteer_cv.person_id",
        "volunteer_group.person_id",
    ],
    preview,
    carry_out,
};

samskab_store::statements! {
    MOVE_CV = "update volunteer_cv set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_CONSENTS = "update volunteer_consent set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_OWN_LOOKS = "update cv_look set by_person_id = $2 where tenant_id = $1 and by_person_id = $3";
    /// Somebody saw both in one list.
    SEEN_TWICE = "delete from cv_looked_at where tenant_id = $1 and person_id = $3
                  and look_id in (select look_id from cv_looked_at where tenant_id = $1 and person_id = $2)";
    MOVE_LOOKS = "update cv_looked_at set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_GROUPS = "update volunteer_group set person_id = $2 where tenant_id = $1 and person_id = $3";
    /// A pupil has only one project.
    DROP_PROJECT = "delete from pupil_project where tenant_id = $1 and person_id = $3
                    and exists (select 1 from pupil_project own where own.tenant_id = $1 and own.person_id = $2)";
    MOVE_PROJECT = "update pupil_project set person_id = $2 where tenant_id = $1 and person_id = $3";
    COUNT_PROJECTS = "select count(*) from pupil_project where tenant_id = $1 and person_id = $2";
    /// The same name in the same postal district.
    NEIGHBOURS = "select other.person_id from volunteer_cv own
                  join person me on me.id = own.person_id
                  join volunteer_cv other on other.tenant_id = own.tenant_id and other.postcode = own.postcode
                      and other.person_id <> own.person_id
                  join person n on n.id = other.person_id and lower(n.name) = lower(me.name)
                  where own.tenant_id = $1 and own.person_id = $2 and own.postcode <> '' order by other.person_id limit 10";
}

async fn both(connection: &mut Connection, tenant: TenantId, pair: Pair) -> Result<(Option<Cv>, Option<Cv>)> {
    let stays = store::find(connection, tenant, PersonId::from_uuid(pair.stays)).await?;
    let gone = store::find(connection, tenant, PersonId::from_uuid(pair.gone)).await?;
    Ok((stays, gone))
}

/// Whose CV and consent are deleted: of two the ones that were not kept up, else those of the person without a CV.
fn let_go(stays: Option<&Cv>, gone: Option<&Cv>, pair: Pair) -> Uuid {
    match (stays, gone) {
        (Some(stays), Some(gone)) if gone.updated_at > stays.updated_at => pair.stays,
        (None, Some(_)) => pair.stays,
        _ => pair.gone,
    }
}

#[samskab_store::compiled_once]
async fn preview(cx: &Cx, connection: &mut Connection, pair: Pair) -> samskab_web::Result<Vec<Moving>> {
    let t = T(cx.locale);
    let mut all = Vec::new();
    match both(connection, cx.tenant.id, pair).await? {
        (Some(stays), Some(gone)) => {
            let kept = cx.locale.day(stays.updated_at.max(gone.updated_at).day());
            let clash = Clash::new(t.merge_cv_twice(), t.merge_cv_twice_outcome(kept));
            all.push(Moving::new(t.merge_cv()).with([clash]));
        }
        (None, Some(_)) => all.push(Moving::new(t.merge_cv())),
        (_, None) => {}
    }
    let groups = groups::of_person(connection, cx.tenant.id, PersonId::from_uuid(pair.gone)).await?.len();
    if groups > 0 {
        all.push(Moving::new(t.merge_groups(groups)));
    }
    if count(cx, connection, &COUNT_PROJECTS, pair.gone).await? > 0 {
        let is_twice = count(cx, connection, &COUNT_PROJECTS, pair.stays).await? > 0;
        let clash = Clash::new(t.merge_project_twice(), t.merge_project_twice_outcome());
        all.push(Moving::new(t.merge_project()).with(is_twice.then_some(clash)));
    }
    Ok(all)
}

#[samskab_store::compiled_once]
async fn carry_out(_services: &Services, tx: &mut Tx, pair: Pair) -> Result<()> {
    let tenant = tx.tenant();
    let (stays, gone) = both(tx, tenant, pair).await?;
    let lost = PersonId::from_uuid(let_go(stays.as_ref(), gone.as_ref(), pair));
    if stays.is_some() && gone.is_some() {
        store::delete(tx, lost).await?;
    } else {
        consent::withdraw(tx, lost).await?;
    }
    let moving: [&Statement; 8] = [
        &MOVE_CV,
        &MOVE_CONSENTS,
        &MOVE_OWN_LOOKS,
        &SEEN_TWICE,
        &MOVE_LOOKS,
        &MOVE_GROUPS,
        &DROP_PROJECT,
        &MOVE_PROJECT,
    ];
    run(tx, pair, &moving).await?;
    if gone.is_some() {
        tx.record_last(&CvDeleted { person: PersonId::from_uuid(pair.gone) })?;
        tx.record_last(&CvChanged { person: PersonId::from_uuid(pair.stays) })?;
    }
    Ok(())
}

/// A link to begin with that was sent to an address nobody has any more.
pub fn readdress<'a>(
    tx: &'a mut Tx,
    change: &'a samskab_web::merge::Readdressed,
) -> BoxFuture<'a, Result<()>> {
    Box::pin(forget_sign_ups(tx, Some(&change.from)))
}

/// People of the same name and from the same postal district.
pub fn alike<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, samskab_web::Result<Vec<Alike>>> {
    Box::pin(async move {
        let why = T(cx.locale).alike_name_and_postcode();
        let found: Vec<PersonId> =
            connection.query(&NEIGHBOURS).bind(cx.tenant.id).bind(person).scalars().await?;
        Ok(found.into_iter().map(|one| Alike { person: one.uuid(), why: why.to_owned() }).collect())
    })
}

/// Whether there is a CV and whether it is shared; its content is only shown in the bank.
pub fn about<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, samskab_web::Result<Vec<Section>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let cv = store::find(connection, cx.tenant.id, PersonId::from_uuid(person)).await?;
        let Some(cv) = cv.filter(|_| cx.actor.is_coordinator()) else { return Ok(Vec::new()) };
        let line = Line {
            title: t.volunteer_about_cv().to_owned(),
            detail: t.volunteer_about_kept_up(cx.locale.day(cv.updated_at.day())),
            ..Line::default()
        };
        Ok(vec![Section { heading: t.volunteer_about().to_owned(), lines: vec![line], ..Section::default() }])
    })
}
