//! The table `association_declaration`.

use samskab_kernel::{Id, TenantId};
use samskab_organisation::association::AssociationId;
use samskab_store::{Connection, Result, Tx};
use uuid::Uuid;

use super::Declaration;

samskab_store::statements! {
    FIND = Declaration::SELECT, "where tenant_id = $1 and association_id = $2 and year = $3 and replaced_at is null";
    OF_YEAR = Declaration::SELECT, "where tenant_id = $1 and year = $2 and replaced_at is null";
    OF_ASSOCIATION = Declaration::SELECT, "where tenant_id = $1 and association_id = $2
                                           order by year desc, signed_at desc";
    ADD = Declaration::INSERT, "on conflict do nothing";
    REPLACE = "update association_declaration set replaced_at = $4
               where tenant_id = $1 and association_id = $2 and year = $3 and replaced_at is null";
    TITLE_OF_TASK = "select title from task where tenant_id = $1 and association_id = $2 and id = $3";
    /// Associations that are somewhere public with a task for children: target groups are space separated keys.
    WITH_CHILDREN = "select distinct association_id from task
                     where tenant_id = $1 and association_id is not null and state in ('open', 'filled', 'awaiting')
                       and (target_groups like '%children%' or target_groups like '%families%')";
}

enum DeclarationRow {}

/// The title of a task of the association.
pub(super) async fn title_of_task(
    connection: &mut Connection,
    tenant: TenantId,
    association: AssociationId,
    task: Uuid,
) -> Result<Option<String>> {
    connection.query(&TITLE_OF_TASK).bind(tenant).bind(association).bind(task).optional_scalar().await
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    association: AssociationId,
    year: i64,
) -> Result<Option<Declaration>> {
    connection.query(&FIND).bind(tenant).bind(association).bind(year).optional().await
}

pub async fn of_year(connection: &mut Connection, tenant: TenantId, year: i64) -> Result<Vec<Declaration>> {
    connection.query(&OF_YEAR).bind(tenant).bind(year).all().await
}

/// The newest first, also those that were replaced.
pub async fn of_association(
    connection: &mut Connection,
    tenant: TenantId,
    association: AssociationId,
) -> Result<Vec<Declaration>> {
    connection.query(&OF_ASSOCIATION).bind(tenant).bind(association).all().await
}

/// Replaces the declaration with another; false when somebody was quicker.
pub async fn replace(tx: &mut Tx, declaration: &Declaration) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let query = tx.query(&REPLACE).bind(tenant).bind(declaration.association).bind(declaration.year);
    Ok(query.bind(now).execute().await? == 1 && add(tx, declaration).await?)
}

/// False when the year is signed already.
pub async fn add(tx: &mut Tx, declaration: &Declaration) -> Result<bool> {
    let id: Id<DeclarationRow> = tx.new_id();
    Ok(tx.write(&ADD, declaration).bind_named("id", id).execute().await? == 1)
}

/// Associations with a task for children or families.
pub async fn with_children(connection: &mut Connection, tenant: TenantId) -> Result<Vec<AssociationId>> {
    connection.query(&WITH_CHILDREN).bind(tenant).scalars().await
}
