//! Associations and their contacts in the database.

use samskab_kernel::{
    Cvr, Day, Instant, TenantId,
    contact::{Email, Phone, Postcode},
    danish,
};
use samskab_store::{Connection, Result, Tx};

use super::{Association, AssociationId, AssociationKind, Contact, ContactId, State, Theme};
use crate::person::PersonId;

/// Every column of [`AssociationRow`].
const WHOLE_ASSOCIATIONS: &str =
    "select id, number, name, kind, theme, topics, branch, parent_organisation, cvr, p_number,
        target_groups, about, address, postcode, city, latitude, longitude, phone, email, website,
        approved_folkeoplysning, members, founded, state, state_reason, state_since, created_at,
        updated_at
    from association";

samskab_store::statements! {
    FIND_MANY = WHOLE_ASSOCIATIONS, "where tenant_id = $1 and id in ({list})";
    ALL = WHOLE_ASSOCIATIONS, "where tenant_id = $1 order by sort_key, id";
    IN_STATE = "select id from association where tenant_id = $1 and state = $2 order by state_since, id";
    ADD = "insert into association (id, tenant_id, number, name, sort_key, kind, theme, topics, branch,
                                    parent_organisation, cvr, p_number, target_groups, about, address, postcode, city,
                                    latitude, longitude, phone, email, website, approved_folkeoplysning, members,
                                    founded, state, state_reason, state_since, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
                   $22, $23, $24, $25, $26, $27, $28, $29, $30)";
    SAVE = "update association set number = $3, name = $4, sort_key = $5, kind = $6, theme = $7, topics = $8,
                   branch = $9, parent_organisation = $10, cvr = $11, p_number = $12, target_groups = $13,
                   about = $14, address = $15, postcode = $16, city = $17, latitude = $18, longitude = $19,
                   phone = $20, email = $21, website = $22, approved_folkeoplysning = $23, members = $24,
                   founded = $25, state = $26, state_reason = $27, state_since = $28, updated_at = $29
            where tenant_id = $1 and id = $2";
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
                   and exists (select 1 from association_contact c
                               where c.association_id = s.id and c.person_id = $2
                                 and c.valid_from <= $3 and (c.valid_to is null or c.valid_to >= $3))
                 order by s.sort_key, s.id";
    NAMES = "select id, name, branch, cvr from association
             where tenant_id = $1 and state in ('pending', 'approved')";
    ADD_CONFIRMATION = "insert into association_confirmation (token_hash, tenant_id, association_id, person_id,
                                                              expires_at)
                        values ($1, $2, $3, $4, $5)";
    CONFIRMATION = "select association_id, person_id from association_confirmation
                    where token_hash = $1 and tenant_id = $2 and expires_at > $3";
    END_CONFIRMATIONS = "delete from association_confirmation where association_id = $1 and tenant_id = $2";
}

#[derive(sqlx::FromRow)]
struct AssociationRow {
    id: AssociationId,
    number: Option<String>,
    name: String,
    kind: AssociationKind,
    theme: Theme,
    topics: String,
    branch: String,
    parent_organisation: String,
    cvr: Option<Cvr>,
    p_number: Option<String>,
    target_groups: String,
    about: String,
    address: String,
    postcode: String,
    city: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    phone: Option<Phone>,
    email: Option<Email>,
    website: Option<String>,
    approved_folkeoplysning: bool,
    members: Option<i64>,
    founded: Option<i64>,
    state: String,
    state_reason: String,
    state_since: Instant,
    created_at: Instant,
    updated_at: Instant,
}

impl From<AssociationRow> for Association {
    fn from(row: AssociationRow) -> Self {
        Self {
            id: row.id,
            number: row.number,
            name: row.name,
            kind: row.kind,
            theme: row.theme,
            topics: row.topics,
            branch: row.branch,
            parent_organisation: row.parent_organisation,
            cvr: row.cvr,
            p_number: row.p_number,
            target_groups: row.target_groups,
            about: row.about,
            address: row.address,
            postcode: row.postcode.parse::<Postcode>().ok(),
            city: row.city,
            place: row.latitude.zip(row.longitude),
            phone: row.phone,
            email: row.email,
            website: row.website,
            approved_folkeoplysning: row.approved_folkeoplysning,
            members: row.members,
            founded: row.founded,
            // A code of another version of the program shows to nobody but coordinators.
            state: State::of(&row.state, row.state_reason).unwrap_or(State::Unconfirmed),
            state_since: row.state_since,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

fn into_associations(rows: Vec<AssociationRow>) -> Vec<Association> {
    rows.into_iter().map(Association::from).collect()
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: AssociationId,
) -> Result<Option<Association>> {
    Ok(find_many(connection, tenant, &[id]).await?.pop())
}

/// Those that exist, in the order of `ids`.
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[AssociationId],
) -> Result<Vec<Association>> {
    let mut found = into_associations(connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await?);
    found.sort_by_key(|association| ids.iter().position(|id| *id == association.id));
    Ok(found)
}

/// All of them, in every state, in Danish alphabetical order.
pub async fn all(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Association>> {
    Ok(into_associations(connection.query(&ALL).bind(tenant).all().await?))
}

/// Those the coordinator has yet to decide about, the longest waiting first.
pub async fn waiting(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Association>> {
    let pending = State::Pending.code().to_owned();
    let ids: Vec<AssociationId> = connection.query(&IN_STATE).bind(tenant).bind(pending).scalars().await?;
    find_many(connection, tenant, &ids).await
}

/// Those a person speaks for on `day`, in every state.
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

pub async fn add(tx: &mut Tx, association: &Association) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD)
        .bind(association.id)
        .bind(tenant)
        .bind(association.number.clone())
        .bind(association.name.clone())
        .bind(danish::sort_key(&association.full_name()))
        .bind(association.kind)
        .bind(association.theme)
        .bind(association.topics.clone())
        .bind(association.branch.clone())
        .bind(association.parent_organisation.clone())
        .bind(association.cvr)
        .bind(association.p_number.clone())
        .bind(association.target_groups.clone())
        .bind(association.about.clone())
        .bind(association.address.clone())
        .bind(postcode(association))
        .bind(association.city.clone())
        .bind(association.place.map(|(latitude, _)| latitude))
        .bind(association.place.map(|(_, longitude)| longitude))
        .bind(association.phone.clone())
        .bind(association.email.clone())
        .bind(association.website.clone())
        .bind(association.approved_folkeoplysning)
        .bind(association.members)
        .bind(association.founded)
        .bind(association.state.code().to_owned())
        .bind(association.state.reason().to_owned())
        .bind(association.state_since)
        .bind(association.created_at)
        .bind(association.updated_at)
        .execute()
        .await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, association: &Association) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SAVE)
        .bind(tenant)
        .bind(association.id)
        .bind(association.number.clone())
        .bind(association.name.clone())
        .bind(danish::sort_key(&association.full_name()))
        .bind(association.kind)
        .bind(association.theme)
        .bind(association.topics.clone())
        .bind(association.branch.clone())
        .bind(association.parent_organisation.clone())
        .bind(association.cvr)
        .bind(association.p_number.clone())
        .bind(association.target_groups.clone())
        .bind(association.about.clone())
        .bind(association.address.clone())
        .bind(postcode(association))
        .bind(association.city.clone())
        .bind(association.place.map(|(latitude, _)| latitude))
        .bind(association.place.map(|(_, longitude)| longitude))
        .bind(association.phone.clone())
        .bind(association.email.clone())
        .bind(association.website.clone())
        .bind(association.approved_folkeoplysning)
        .bind(association.members)
        .bind(association.founded)
        .bind(association.state.code().to_owned())
        .bind(association.state.reason().to_owned())
        .bind(association.state_since)
        .bind(association.updated_at)
        .execute()
        .await?;
    Ok(())
}

fn postcode(association: &Association) -> String {
    association.postcode.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// Name, phone and e-mail of the contact stand with the person and are not written here.
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

/// Whether the contact stands on the public page.
pub async fn set_public(tx: &mut Tx, id: ContactId, is_public: bool) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SET_PUBLIC).bind(tenant).bind(id).bind(is_public).execute().await?;
    Ok(())
}

/// Who speaks for these associations on `day`; for each, the public ones first, then by name.
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
pub async fn likely_same(
    connection: &mut Connection,
    tenant: TenantId,
    association: &Association,
) -> Result<Vec<(AssociationId, String)>> {
    #[derive(sqlx::FromRow)]
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

/// Whom and what the link in the mail confirms; `None` when it is used, too old or of another municipality.
pub(super) async fn confirmation(
    connection: &mut Connection,
    tenant: TenantId,
    token: &str,
    now: Instant,
) -> Result<Option<(AssociationId, PersonId)>> {
    let hash = samskab_web::token::hash(token);
    connection.query(&CONFIRMATION).bind(hash).bind(tenant).bind(now).optional().await
}

pub(super) async fn end_confirmations(tx: &mut Tx, association: AssociationId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&END_CONFIRMATIONS).bind(association).bind(tenant).execute().await?;
    Ok(())
}
