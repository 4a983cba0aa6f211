//! The table `volunteer_cv`, read with the consent that was given last.

use samskab_kernel::{Day, Instant, TenantId, contact::Postcode};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};

use super::{Age, Availability, Company, Cv, CvId, Field, Language, Rhythm, Transport, pseudonym};
use crate::task::store::{codes_text, listed};

/// Every column of [`Row`].
const CV_COLUMNS: &str =
    "c.id, c.person_id, c.pseudonym, c.topics, c.target_groups, c.competences, c.not_topics,
        c.not_target_groups, c.languages, c.driving_licence, c.rhythm, c.minutes_per_week,
        c.availability, c.postcode, c.latitude, c.longitude, c.reach_km, c.transport, c.from_home,
        c.company, c.about, c.is_adult, c.born_on, c.volunteer_since, c.paused_until, c.created_at,
        c.updated_at, k.fields, k.expires_at";
const WITH_CONSENT: &str = "from volunteer_cv c
    left join volunteer_consent k on k.tenant_id = c.tenant_id and k.person_id = c.person_id and
        k.withdrawn_at is null";

samskab_store::statements! {
    FIND = "select", CV_COLUMNS, WITH_CONSENT, "where c.tenant_id = $1 and c.person_id = $2";
    FIND_BY_ID = "select", CV_COLUMNS, WITH_CONSENT, "where c.tenant_id = $1 and c.id = $2";
    FIND_MANY = "select", CV_COLUMNS, WITH_CONSENT, "where c.tenant_id = $1 and c.person_id in ({list})";
    ALL = "select", CV_COLUMNS, WITH_CONSENT, "where c.tenant_id = $1 order by c.id";
    FINDABLE = "select", CV_COLUMNS, "from volunteer_consent k join volunteer_cv c
               on c.tenant_id = k.tenant_id and c.person_id = k.person_id
            where k.tenant_id = $1 and k.withdrawn_at is null and k.expires_at > $2 and k.fields <> ''
              and (c.paused_until is null or c.paused_until <= $3)";
    IS_TAKEN = "select count(*) from volunteer_cv where tenant_id = $1 and pseudonym = $2";
    SAVE = "insert into volunteer_cv (id, tenant_id, person_id, pseudonym, topics, target_groups, competences,
               not_topics, not_target_groups, languages, driving_licence, rhythm, minutes_per_week, availability,
               postcode, latitude, longitude, reach_km, transport, from_home, company, about, is_adult, born_on,
               volunteer_since, paused_until, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
               $22, $23, $24, $25, $26, $27, $28)
            on conflict (tenant_id, person_id) do update set
               topics = excluded.topics, target_groups = excluded.target_groups,
               competences = excluded.competences, not_topics = excluded.not_topics,
               not_target_groups = excluded.not_target_groups, languages = excluded.languages,
               driving_licence = excluded.driving_licence, rhythm = excluded.rhythm,
               minutes_per_week = excluded.minutes_per_week, availability = excluded.availability,
               postcode = excluded.postcode, latitude = excluded.latitude, longitude = excluded.longitude,
               reach_km = excluded.reach_km, transport = excluded.transport, from_home = excluded.from_home,
               company = excluded.company, about = excluded.about, is_adult = excluded.is_adult,
               born_on = excluded.born_on, volunteer_since = excluded.volunteer_since,
               paused_until = excluded.paused_until, updated_at = excluded.updated_at";
    DELETE = "delete from volunteer_cv where tenant_id = $1 and person_id = $2";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: CvId,
    person_id: PersonId,
    pseudonym: String,
    topics: String,
    target_groups: String,
    competences: String,
    not_topics: String,
    not_target_groups: String,
    languages: String,
    driving_licence: bool,
    rhythm: Rhythm,
    minutes_per_week: Option<i64>,
    availability: i64,
    postcode: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    reach_km: Option<i64>,
    transport: String,
    from_home: bool,
    company: Company,
    about: String,
    is_adult: Option<bool>,
    born_on: Option<Day>,
    volunteer_since: Option<i64>,
    paused_until: Option<Day>,
    created_at: Instant,
    updated_at: Instant,
    fields: Option<String>,
    expires_at: Option<Instant>,
}

impl From<Row> for Cv {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            pseudonym: row.pseudonym,
            topics: words(&row.topics),
            target_groups: words(&row.target_groups),
            competences: words(&row.competences),
            not_topics: words(&row.not_topics),
            not_target_groups: words(&row.not_target_groups),
            languages: listed(&row.languages),
            driving_licence: row.driving_licence,
            rhythm: row.rhythm,
            minutes_per_week: row.minutes_per_week,
            availability: Availability::of_number(row.availability),
            postcode: row.postcode.parse().ok(),
            place: row.latitude.zip(row.longitude),
            reach_km: row.reach_km,
            transport: row.transport.parse().ok(),
            from_home: row.from_home,
            company: row.company,
            about: row.about,
            age: match (row.born_on, row.is_adult) {
                (Some(day), _) => Age::Born(day),
                (None, Some(true)) => Age::Adult,
                (None, _) => Age::NotSaid,
            },
            volunteer_since: row.volunteer_since,
            paused_until: row.paused_until,
            // A consent ends with its last day: at the midnight after it.
            consent_until: row.expires_at.map(|end| end.day().plus_days(-1)),
            shows: row.fields.as_deref().map(listed::<Field>).unwrap_or_default(),
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn cvs(rows: Vec<Row>) -> Vec<Cv> {
    rows.into_iter().map(Cv::from).collect()
}

/// The CV of a person.
pub async fn find(connection: &mut Connection, tenant: TenantId, person: PersonId) -> Result<Option<Cv>> {
    Ok(connection.query(&FIND).bind(tenant).bind(person).optional::<Row>().await?.map(Cv::from))
}

pub async fn find_by_id(connection: &mut Connection, tenant: TenantId, id: CvId) -> Result<Option<Cv>> {
    Ok(connection.query(&FIND_BY_ID).bind(tenant).bind(id).optional::<Row>().await?.map(Cv::from))
}

/// The CVs of those who have one, in no particular order.
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
) -> Result<Vec<Cv>> {
    Ok(cvs(connection.query(&FIND_MANY).bind(tenant).bind_list(people).all().await?))
}

/// Every CV, findable or not: for the market, that suggests tasks to everybody.
pub async fn all(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Cv>> {
    Ok(cvs(connection.query(&ALL).bind(tenant).all().await?))
}

/// Those that [`Cv::is_findable`] at `now`, in no particular order.
pub async fn findable(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Vec<Cv>> {
    Ok(cvs(connection.query(&FINDABLE).bind(tenant).bind(now).bind(now.day()).all().await?))
}

/// An id whose pseudonym nobody has.
pub async fn fresh_id(tx: &mut Tx) -> Result<CvId> {
    let tenant = tx.tenant();
    loop {
        let id = tx.new_id();
        let taken: i64 = tx.query(&IS_TAKEN).bind(tenant).bind(pseudonym(id)).scalar().await?;
        if taken == 0 {
            return Ok(id);
        }
    }
}

/// Adds the CV, or changes what it says. What it shows and until when is the consent's: [`super::consent`].
pub async fn save(tx: &mut Tx, cv: &Cv) -> Result<()> {
    let tenant = tx.tenant();
    let (is_adult, born_on) = match cv.age {
        Age::NotSaid => (None, None),
        Age::Adult => (Some(true), None),
        Age::Born(day) => (Some(false), Some(day)),
    };
    tx.query(&SAVE)
        .bind(cv.id)
        .bind(tenant)
        .bind(cv.person)
        .bind(cv.pseudonym.clone())
        .bind(cv.topics.join(" "))
        .bind(cv.target_groups.join(" "))
        .bind(cv.competences.join(" "))
        .bind(cv.not_topics.join(" "))
        .bind(cv.not_target_groups.join(" "))
        .bind(codes_text::<Language>(&cv.languages))
        .bind(cv.driving_licence)
        .bind(cv.rhythm)
        .bind(cv.minutes_per_week)
        .bind(cv.availability.number())
        .bind(cv.postcode.as_ref().map(Postcode::to_string).unwrap_or_default())
        .bind(cv.place.map(|(latitude, _)| latitude))
        .bind(cv.place.map(|(_, longitude)| longitude))
        .bind(cv.reach_km)
        .bind(cv.transport.map(Transport::code).unwrap_or_default().to_owned())
        .bind(cv.from_home)
        .bind(cv.company)
        .bind(cv.about.clone())
        .bind(is_adult)
        .bind(born_on)
        .bind(cv.volunteer_since)
        .bind(cv.paused_until)
        .bind(cv.created_at)
        .bind(cv.updated_at)
        .execute()
        .await?;
    Ok(())
}

/// Takes the CV away; the consents stay as evidence, withdrawn.
pub async fn delete(tx: &mut Tx, person: PersonId) -> Result<()> {
    let tenant = tx.tenant();
    super::consent::withdraw(tx, person).await?;
    crate::matching::suggestion::store::forget_person(tx, person).await?;
    tx.query(&DELETE).bind(tenant).bind(person).execute().await?;
    Ok(())
}
