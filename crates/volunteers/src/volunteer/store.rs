//! The table `volunteer_cv`, read with the consent that was given last.

use samskab_kernel::{Day, Instant, TenantId, contact::Email};
use samskab_organisation::person::PersonId;
use samskab_store::{
    Connection, Record, Result, Tx,
    record::{Stored, Words},
    sqlx::error::BoxDynError,
};

use super::{Age, Availability, Cv, CvId, Field, pseudonym};

const WITH_CONSENT: &str =
    "left join volunteer_consent k on k.tenant_id = c.tenant_id and k.person_id = c.person_id and
        k.withdrawn_at is null";

samskab_store::statements! {
    FIND = Cv::SELECT, WITH_CONSENT, "where c.tenant_id = $1 and c.person_id = $2";
    /// Only of a person who has shown that the address is theirs.
    FIND_BY_ADDRESS = Cv::SELECT, "join person n on n.tenant_id = c.tenant_id and n.id = c.person_id", WITH_CONSENT,
        "where c.tenant_id = $1 and n.email = $2 and n.email_confirmed_at is not null";
    FIND_BY_ID = Cv::SELECT, WITH_CONSENT, "where c.tenant_id = $1 and c.id = $2";
    FIND_MANY = Cv::SELECT, WITH_CONSENT, "where c.tenant_id = $1 and c.person_id in ({list})";
    ALL = Cv::SELECT, WITH_CONSENT, "where c.tenant_id = $1 order by c.id";
    FINDABLE = "select", Cv::COLUMNS, "from volunteer_consent k join volunteer_cv c
               on c.tenant_id = k.tenant_id and c.person_id = k.person_id
            where k.tenant_id = $1 and k.withdrawn_at is null and k.expires_at > $2 and k.fields <> ''
              and (c.paused_until is null or c.paused_until <= $3)";
    IS_TAKEN = "select count(*) from volunteer_cv where tenant_id = $1 and pseudonym = $2";
    IDS = "select id from volunteer_cv where tenant_id = $1";
    CHANGE_ID = "update volunteer_cv set id = $3 where tenant_id = $1 and id = $2";
    SAVE = Cv::INSERT, "on conflict (tenant_id, person_id) do update set", Cv::EXCLUDED;
    DELETE = "delete from volunteer_cv where tenant_id = $1 and person_id = $2";
}

#[derive(Record)]
pub(super) struct AgeColumns {
    is_adult: Option<bool>,
    born_on: Option<Day>,
}

impl From<AgeColumns> for Age {
    fn from(columns: AgeColumns) -> Self {
        match (columns.born_on, columns.is_adult) {
            (Some(day), _) => Self::Born(day),
            (None, Some(true)) => Self::Adult,
            (None, _) => Self::NotSaid,
        }
    }
}

impl From<&Age> for AgeColumns {
    fn from(age: &Age) -> Self {
        let (is_adult, born_on) = match *age {
            Age::NotSaid => (None, None),
            Age::Adult => (Some(true), None),
            Age::Born(day) => (Some(false), Some(day)),
        };
        Self { is_adult, born_on }
    }
}

impl Stored<Self> for Availability {
    type Column = i64;

    fn write(value: &Self) -> Result<i64, BoxDynError> {
        Ok(value.number())
    }

    fn read(column: i64) -> Result<Self, BoxDynError> {
        Ok(Self::of_number(column))
    }
}

/// A consent ends with its last day: at the midnight after it.
pub(super) enum LastDay {}

impl Stored<Option<Day>> for LastDay {
    type Column = Option<Instant>;

    fn write(value: &Option<Day>) -> Result<Option<Instant>, BoxDynError> {
        Ok(value.map(|day| day.end()))
    }

    fn read(column: Option<Instant>) -> Result<Option<Day>, BoxDynError> {
        Ok(column.map(|end| end.day().plus_days(-1)))
    }
}

/// The fields that a consent was given for; none without a consent.
pub(super) enum ConsentedFields {}

impl Stored<Vec<Field>> for ConsentedFields {
    type Column = Option<String>;

    fn write(value: &Vec<Field>) -> Result<Option<String>, BoxDynError> {
        Words::write(value).map(Some)
    }

    fn read(column: Option<String>) -> Result<Vec<Field>, BoxDynError> {
        Words::read(column.unwrap_or_default())
    }
}

/// The CV of a person.
pub async fn find(connection: &mut Connection, tenant: TenantId, person: PersonId) -> Result<Option<Cv>> {
    connection.query(&FIND).bind(tenant).bind(person).optional().await
}

/// The CV of whoever has shown that the address is theirs.
pub async fn find_by_address(
    connection: &mut Connection,
    tenant: TenantId,
    email: &Email,
) -> Result<Option<Cv>> {
    connection.query(&FIND_BY_ADDRESS).bind(tenant).bind(email.clone()).optional().await
}

pub async fn find_by_id(connection: &mut Connection, tenant: TenantId, id: CvId) -> Result<Option<Cv>> {
    connection.query(&FIND_BY_ID).bind(tenant).bind(id).optional().await
}

/// The CVs of those who have one, in no particular order.
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
) -> Result<Vec<Cv>> {
    connection.query(&FIND_MANY).bind(tenant).bind_list(people).all().await
}

/// Every CV, findable or not: for the market, that suggests tasks to everybody.
pub async fn all(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Cv>> {
    connection.query(&ALL).bind(tenant).all().await
}

/// Those that [`Cv::is_findable`] at `now`, in no particular order.
pub async fn findable(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Vec<Cv>> {
    connection.query(&FINDABLE).bind(tenant).bind(now).bind(now.day()).all().await
}

/// An id whose pseudonym nobody has. It is part of addresses that staff see, and does not reveal since when somebody
/// is registered.
pub async fn fresh_id(tx: &mut Tx) -> Result<CvId> {
    let tenant = tx.tenant();
    loop {
        let id = tx.timeless_id();
        let taken: i64 = tx.query(&IS_TAKEN).bind(tenant).bind(pseudonym(id)).scalar().await?;
        if taken == 0 {
            return Ok(id);
        }
    }
}

/// Ids that were given when they still told the time are changed; the pseudonym stays.
pub(super) async fn take_time_out_of_ids(tx: &mut Tx) -> Result<()> {
    let tenant = tx.tenant();
    let ids: Vec<CvId> = tx.query(&IDS).bind(tenant).scalars().await?;
    for id in ids.into_iter().filter(|id| id.uuid().get_version_num() == 7) {
        let timeless: CvId = tx.timeless_id();
        tx.query(&CHANGE_ID).bind(tenant).bind(id).bind(timeless).execute().await?;
    }
    Ok(())
}

/// Adds the CV, or changes what it says. What it shows and until when is the consent's: [`super::consent`].
pub async fn save(tx: &mut Tx, cv: &Cv) -> Result<()> {
    tx.write(&SAVE, cv).execute().await?;
    Ok(())
}

/// Takes the CV away; the consents stay as evidence, withdrawn.
pub async fn delete(tx: &mut Tx, person: PersonId) -> Result<()> {
    let tenant = tx.tenant();
    super::consent::withdraw(tx, person).await?;
    tx.query(&DELETE).bind(tenant).bind(person).execute().await?;
    Ok(())
}
