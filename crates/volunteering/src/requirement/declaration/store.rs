//! The table `association_declaration`.

use samskab_kernel::{Id, Instant, TenantId};
use samskab_organisation::{association::AssociationId, person::PersonId};
use samskab_store::{Connection, Result, Tx};

use super::Declaration;

/// Every column of [`Row`].
const WHOLE_DECLARATIONS: &str =
    "select association_id, year, has_children, signed_by, signed_name, signed_role, signed_at
    from association_declaration";

samskab_store::statements! {
    FIND = WHOLE_DECLARATIONS, "where tenant_id = $1 and association_id = $2 and year = $3";
    OF_YEAR = WHOLE_DECLARATIONS, "where tenant_id = $1 and year = $2";
    OF_ASSOCIATION = WHOLE_DECLARATIONS, "where tenant_id = $1 and association_id = $2 order by year desc";
    ADD = "insert into association_declaration (id, tenant_id, association_id, year, has_children, signed_by,
               signed_name, signed_role, signed_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing";
    /// Associations that are somewhere public with a task for children: target groups are space separated keys.
    WITH_CHILDREN = "select distinct association_id from task
                     where tenant_id = $1 and association_id is not null and state in ('open', 'filled', 'awaiting')
                       and (target_groups like '%children%' or target_groups like '%families%')";
}

enum DeclarationRow {}

#[derive(sqlx::FromRow)]
struct Row {
    association_id: AssociationId,
    year: i64,
    has_children: bool,
    signed_by: Option<PersonId>,
    signed_name: String,
    signed_role: String,
    signed_at: Instant,
}

impl From<Row> for Declaration {
    fn from(row: Row) -> Self {
        Self {
            association: row.association_id,
            year: row.year,
            has_children: row.has_children,
            signed_by: row.signed_by,
            signed_name: row.signed_name,
            signed_role: row.signed_role,
            signed_at: row.signed_at,
        }
    }
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    association: AssociationId,
    year: i64,
) -> Result<Option<Declaration>> {
    let query = connection.query(&FIND).bind(tenant).bind(association).bind(year);
    Ok(query.optional::<Row>().await?.map(Declaration::from))
}

pub async fn of_year(connection: &mut Connection, tenant: TenantId, year: i64) -> Result<Vec<Declaration>> {
    let rows: Vec<Row> = connection.query(&OF_YEAR).bind(tenant).bind(year).all().await?;
    Ok(rows.into_iter().map(Declaration::from).collect())
}

/// The newest year first.
pub async fn of_association(
    connection: &mut Connection,
    tenant: TenantId,
    association: AssociationId,
) -> Result<Vec<Declaration>> {
    let rows: Vec<Row> = connection.query(&OF_ASSOCIATION).bind(tenant).bind(association).all().await?;
    Ok(rows.into_iter().map(Declaration::from).collect())
}

/// False when the year is signed already.
pub async fn add(tx: &mut Tx, declaration: &Declaration) -> Result<bool> {
    let (id, tenant): (Id<DeclarationRow>, _) = (tx.new_id(), tx.tenant());
    let added = tx
        .query(&ADD)
        .bind(id)
        .bind(tenant)
        .bind(declaration.association)
        .bind(declaration.year)
        .bind(declaration.has_children)
        .bind(declaration.signed_by)
        .bind(declaration.signed_name.clone())
        .bind(declaration.signed_role.clone())
        .bind(declaration.signed_at)
        .execute()
        .await?;
    Ok(added == 1)
}

/// Associations with a task for children or families.
pub async fn with_children(connection: &mut Connection, tenant: TenantId) -> Result<Vec<AssociationId>> {
    connection.query(&WITH_CHILDREN).bind(tenant).scalars().await
}
