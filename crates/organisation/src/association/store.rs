//! Associations and their contacts in the database.

use samskab_kernel::{Cvr, Day, Instant, TenantId, danish};
use samskab_store::{Connection, Record, Result, Row, Tx};

use super::{Association, AssociationId, Contact, ContactId, State};
use crate::person::PersonId;

samskab_store::statements! {
    FIND_MANY = Association::SELECT, "where tenant_id = $1 and id in ({list})";
    ALL = Association::SELECT, "where tenant_id = $1 order by sort_key, id";
    IN_STATE = "select id from association where tenant_id = $1 and state = $2 order by state_since, id";
    ADD = Association::INSERT;
    pub(crate) SAVE = Association::UPDATE;
    ADD_CONTACT = "insert into association_contact (id, tenant_id, association_id, person_id, role, is_public,
                                                    valid_from, valid_to)
                   values ($1, $2, $3, $4, $5, $6, $7, $8)";
    END_CONTACT = "update association_contact set valid_to = $3 where tenant_id = $1 and id = $2";
    SET_PUBLIC = "update association_contact set is_public = $3 where tenant_id = $1 and id = $2";
    CONTACTS = "select c.id, c.association_id, c.person_id, p.name, p.phone, p.email, c.role, c.is_public,
                       c.valid_from, c.valid_to
                from association_contact c join person p on p.id = c.person_id
                where c.tenant_id = $1 and c.valid_from <= $2 and (c.valid_to is null or c.valid_to >= $2)
                  and c.association_id in ({list})";
    OF_PERSON = "select s.id from association s
                 where s.tenant_id = $1
                   and s.id in (select c.association_id from association_contact c
                                where c.tenant_id = $1 and c.person_id = $2
                                  and c.valid_from <= $3 and (c.valid_to is null or c.valid_to >= $3))
                 order by s.sort_key, s.id";
    NAMES = "select id, name, branch, cvr from association
             where tenant_id = $1 and state in ('pending', 'approved')";
    ADD_CONFIRMATION = "insert into association_confirmation (token_hash, tenant_id, association_id, person_id,
                                                              expires_at)
                        values ($1, $2, $3, $4, $5)";
    CONFIRMATION = "select association_id, person_id from association_confirmation
                    where token_hash = $1 and tenant_id = $2 and expires_at > $3";
}

#[derive(Record)]
pub(super) struct StateColumns {
    state: String,
    state_reason: String,
}

impl From<StateColumns> for State {
    fn from(columns: StateColumns) -> Self {
        // A code of another version of the program shows to nobody but coordinators.
        Self::of(&columns.state, columns.state_reason).unwrap_or(Self::Unconfirmed)
    }
}

impl From<&State> for StateColumns {
    fn from(state: &State) -> Self {
        Self { state: state.code().to_owned(), state_reason: state.reason().to_owned() }
    }
}

#[samskab_store::compiled_once]
pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: AssociationId,
) -> Result<Option<Association>> {
    Ok(find_many(connection, tenant, &[id]).await?.pop())
}

/// Those that exist, in the order of `ids`.
#[samskab_store::compiled_once]
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[AssociationId],
) -> Result<Vec<Association>> {
    let mut found: Vec<Association> = connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await?;
    found.sort_by_key(|association| ids.iter().position(|id| *id == association.id));
    Ok(found)
}

/// All of them, in every state, in Danish alphabetical order.
#[samskab_store::compiled_once]
pub async fn all(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Association>> {
    connection.query(&ALL).bind(tenant).all().await
}

/// Associations that the coordinator must decide about, the longest waiting first.
pub(crate) async fn waiting(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Association>> {
    let pending = State::Pending.code().to_owned();
    let ids: Vec<AssociationId> = connection.query(&IN_STATE).bind(tenant).bind(pending).scalars().await?;
    find_many(connection, tenant, &ids).await
}

/// Associations that a person speaks for on `day`, in every state.
#[samskab_store::compiled_once]
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    day: Day,
) -> Result<Vec<Association>> {
    let ids: Vec<AssociationId> =
        connection.query(&OF_PERSON).bind(tenant).bind(person).bind(day).scalars().await?;
    find_many(connection, tenant, &ids).await
}

#[samskab_store::compiled_once]
pub async fn add(tx: &mut Tx, association: &Association) -> Result<()> {
    tx.write(&ADD, association).execute().await?;
    Ok(())
}

#[samskab_store::compiled_once]
pub async fn save(tx: &mut Tx, association: &Association) -> Result<()> {
    tx.write(&SAVE, association).execute().await?;
    Ok(())
}

/// The contact's name, phone and e-mail are stored with the person and are not written here.
#[samskab_store::compiled_once]
pub async fn add_contact(tx: &mut Tx, contact: &Contact) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD_CONTACT)
        .bind(contact.id)
        .bind(tenant)
        .bind(contact.association_id)
        .bind(contact.person_id)
        .bind(contact.role)
        .bind(contact.is_public)
        .bind(contact.valid_from)
        .bind(contact.valid_to)
        .execute()
        .await?;
    Ok(())
}

/// `last_day` is the last on which the person speaks for the association.
pub async fn end_contact(tx: &mut Tx, id: ContactId, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&END_CONTACT).bind(tenant).bind(id).bind(last_day).execute().await?;
    Ok(())
}

/// Sets whether the contact is shown on the public page.
pub(crate) async fn set_public(tx: &mut Tx, id: ContactId, is_public: bool) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SET_PUBLIC).bind(tenant).bind(id).bind(is_public).execute().await?;
    Ok(())
}

/// Who speaks for these associations on `day`; for each, the public ones first, then by name.
#[samskab_store::compiled_once]
pub async fn contacts(
    connection: &mut Connection,
    tenant: TenantId,
    associations: &[AssociationId],
    day: Day,
) -> Result<Vec<Contact>> {
    let mut contacts: Vec<Contact> =
        connection.query(&CONTACTS).bind(tenant).bind(day).bind_list(associations).all().await?;
    contacts.sort_by_cached_key(|contact| {
        let place = associations.iter().position(|id| *id == contact.association_id);
        (place, !contact.is_public, danish::sort_key(&contact.name))
    });
    Ok(contacts)
}

/// Associations already here that are probably the same: the name with its branch reads alike when
/// folded, or the CVR number and the branch are the same. A warning only: a CVR number is shared by
/// all branches of a national organisation (law B.12).
pub(crate) async fn likely_same(
    connection: &mut Connection,
    tenant: TenantId,
    association: &Association,
) -> Result<Vec<(AssociationId, String)>> {
    #[derive(Row)]
    struct Known {
        id: AssociationId,
        name: String,
        branch: String,
        cvr: Option<Cvr>,
    }
    let known: Vec<Known> = connection.query(&NAMES).bind(tenant).all().await?;
    let own_branch = danish::fold(&association.branch);
    Ok(known
        .into_iter()
        .filter(|known| known.id != association.id)
        .filter(|known| {
            let same_number = known.cvr.is_some() && known.cvr == association.cvr;
            let (name, branch) = (format!("{} {}", known.name, known.branch), &association.branch);
            reads_alike(&name, &format!("{} {branch}", association.name))
                || same_number && danish::fold(&known.branch) == own_branch
        })
        .map(|known| {
            let full = if known.branch.is_empty() {
                known.name
            } else {
                format!("{}, {}", known.name, known.branch)
            };
            (known.id, full)
        })
        .collect())
}

/// Whether two names differ in capitals, accents and spaces at most.
pub(super) fn reads_alike(one: &str, other: &str) -> bool {
    let plain = |name: &str| danish::fold(name).split_whitespace().collect::<String>();
    plain(one) == plain(other)
}

pub(super) async fn add_confirmation(
    tx: &mut Tx,
    token: &str,
    association: AssociationId,
    person: PersonId,
    expires_at: Instant,
) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD_CONFIRMATION)
        .bind(samskab_web::token::hash(token))
        .bind(tenant)
        .bind(association)
        .bind(person)
        .bind(expires_at)
        .execute()
        .await?;
    Ok(())
}

/// Whom and what the link in the mail confirms, or has confirmed; `None` when it is too old or of another municipality.
pub(super) async fn confirmation(
    connection: &mut Connection,
    tenant: TenantId,
    token: &str,
    now: Instant,
) -> Result<Option<(AssociationId, PersonId)>> {
    let hash = samskab_web::token::hash(token);
    connection.query(&CONFIRMATION).bind(hash).bind(tenant).bind(now).optional().await
}
