//! Each January the associations that must declare are told, once; until they have, it waits in Mit overblik.

use samskab_jobs::Failure;
use samskab_kernel::{Day, TenantId};
use samskab_organisation::{
    association::{self, Association, AssociationId, Contact, State},
    identify::role,
    person,
};
use samskab_store::{Connection, Stamp};
use samskab_web::{Cx, WorkItem, app::Services, module::BoxFuture};

use super::{Gates, Settings, href, may_sign_by_role, store, year_of};
use crate::{T, notice, notice::mail::municipality};

const KIND: &str = "requirement.declaration";
/// Told in the first weeks of the year.
const MONTH: i8 = 1;

/// Who must: those approved under folkeoplysningsloven (law B.4), and those whose tasks wait for it.
fn must(association: &Association, gates: Gates, with_children: &[AssociationId]) -> bool {
    association.state == State::Approved
        && (association.approved_folkeoplysning
            || gates == Gates::All
            || gates == Gates::Children && with_children.contains(&association.id))
}

pub async fn remind(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    if now.day().date().month() != MONTH {
        return Ok(());
    }
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let gates = Settings::of(&municipality).declaration_gates;
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let year = year_of(now);
    let signed = store::of_year(&mut tx, tenant, year).await?;
    let with_children = store::with_children(&mut tx, tenant).await?;
    let associations: Vec<AssociationId> = association::store::all(&mut tx, tenant)
        .await?
        .into_iter()
        .filter(|one| must(one, gates, &with_children))
        .map(|one| one.id)
        .filter(|id| !signed.iter().any(|one| one.association == *id))
        .collect();
    let contacts = association::store::contacts(&mut tx, tenant, &associations, now.day()).await?;
    let new_year = Day::of(now.day().date().year(), 1, 1).start();
    for id in associations {
        let href = href(id);
        if notice::was_told(&mut tx, tenant, KIND, &href, new_year).await? {
            continue;
        }
        let own: Vec<&Contact> = contacts.iter().filter(|one| one.association_id == id).collect();
        let signing: Vec<&Contact> = own.iter().copied().filter(|one| may_sign_by_role(one.role)).collect();
        for contact in if signing.is_empty() { own } else { signing } {
            let Some(person) = person::store::find(&mut tx, tenant, contact.person_id).await? else {
                continue;
            };
            let text = T(person.locale).declaration_news_declaration(year.to_string());
            notice::tell(&mut tx, person.id, KIND, text, href.clone()).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// What waits for the contacts of an association. At most four queries.
pub fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, samskab_web::Result<Vec<WorkItem>>> {
    Box::pin(waiting(cx, connection))
}

async fn waiting(cx: &Cx, connection: &mut Connection) -> samskab_web::Result<Vec<WorkItem>> {
    let own: Vec<AssociationId> = cx
        .actor
        .standings
        .iter()
        .filter(|standing| standing.role == role::ASSOCIATION)
        .map(|standing| standing.place.into())
        .collect();
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let (t, year) = (T(cx.locale), year_of(cx.now()));
    let gates = Settings::of(&cx.tenant).declaration_gates;
    let associations = association::store::find_many(connection, cx.tenant.id, &own).await?;
    let signed = store::of_year(connection, cx.tenant.id, year).await?;
    let with_children = match gates {
        Gates::Children => store::with_children(connection, cx.tenant.id).await?,
        Gates::Nothing | Gates::All => Vec::new(),
    };
    let first = Day::of(cx.now().day().date().year(), 1, 1);
    Ok(associations
        .iter()
        .filter(|one| must(one, gates, &with_children))
        .filter(|one| !signed.iter().any(|declaration| declaration.association == one.id))
        .map(|one| WorkItem {
            heading: t.worklist_kind_requirement_declaration(),
            title: t.declaration_work_declaration(year.to_string()),
            detail: one.full_name(),
            href: href(one.id),
            since: first.start().max(one.state_since),
            due: None,
            reason: None,
            act: None,
        })
        .collect())
}
