//! The id of a person's page. It is part of addresses that staff see, and contains no time, as the person's own id
//! would: nobody should read from an address since when somebody is known here.

use std::collections::HashMap;

use samskab_kernel::{Id, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};

/// The mark of a page.
pub enum PageRow {}
pub type PageId = Id<PageRow>;

samskab_store::statements! {
    OF = "select person_id, id from person_page where tenant_id = $1 and person_id in ({list})";
    WHOSE = "select person_id from person_page where tenant_id = $1 and id = $2";
    ADD = "insert into person_page (id, tenant_id, person_id) values ($1, $2, $3)
           on conflict (tenant_id, person_id) do nothing";
}

pub(crate) fn href(page: PageId) -> String {
    format!("{}/{page}", crate::PATH)
}

/// The pages of these people; those who have none yet get one.
pub(crate) async fn of(tx: &mut Tx, people: &[PersonId]) -> Result<HashMap<PersonId, PageId>> {
    let tenant = tx.tenant();
    let mut known = find(tx, tenant, people).await?;
    let missing: Vec<PersonId> = people.iter().filter(|one| !known.contains_key(one)).copied().collect();
    if missing.is_empty() {
        return Ok(known);
    }
    for person in missing {
        let page: PageId = tx.timeless_id();
        tx.query(&ADD).bind(page).bind(tenant).bind(person).execute().await?;
    }
    // Somebody else may have looked at the same moment.
    known.extend(find(tx, tenant, people).await?);
    Ok(known)
}

async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, PageId>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let found: Vec<(PersonId, PageId)> = connection.query(&OF).bind(tenant).bind_list(people).all().await?;
    Ok(found.into_iter().collect())
}

/// The person whose page it is.
pub(crate) async fn whose(
    connection: &mut Connection,
    tenant: TenantId,
    page: PageId,
) -> Result<Option<PersonId>> {
    connection.query(&WHOSE).bind(tenant).bind(page).optional_scalar().await
}
