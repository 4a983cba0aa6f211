//! Fjordlund: the one small invented town used by the demo, the tests and the screenshots.
//! What it is made of stands in `demo/*.toml`; here it is moved in.

mod engagements;
mod files;
mod interests;
mod matches;
mod reach;
mod reach_files;
mod shifts;
mod tasks;
mod volunteer_files;
mod volunteers;
mod who;

use std::{collections::HashMap, str::FromStr};

use anyhow::{Context as _, anyhow};
use engagements::Helper;
use files::Files;
use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::{
    association::AssociationId,
    person::PersonId,
    place::Place,
    position::PositionId,
    preset::{self, NewMunicipality, Takes},
    unit::UnitId,
};
use samskab_store::{Db, Stamp, Tx};
use samskab_volunteering::{
    interest::InterestId,
    task::{Task, TaskId},
};
use samskab_web::app::DemoPerson;
use serde_json::json;

pub const TOWN: &str = "Fjordlund Kommune";

/// Whom one can sign in as, in the order of the town's own list.
///
/// # Errors
/// When the town's files cannot be read.
pub fn sign_ins() -> anyhow::Result<Vec<DemoPerson>> {
    let files = Files::read()?;
    let mut list = Vec::new();
    for entry in &files.town.demo_sign_in {
        let person = files.people.iter().find(|person| entry.person.as_ref() == Some(&person.key));
        let volunteer = files
            .interests
            .volunteer
            .iter()
            .find(|volunteer| entry.volunteer.as_ref() == Some(&volunteer.key));
        let (name, email) = match (person, volunteer) {
            (Some(person), _) => (&person.name, Some(&person.email)),
            (None, Some(volunteer)) => (&volunteer.name, volunteer.email.as_ref()),
            (None, None) => anyhow::bail!("nobody in the town is “{:?}”", entry.person),
        };
        let email = email.with_context(|| format!("{name} has no e-mail to sign in with"))?;
        list.push(DemoPerson { email: email.clone(), name: name.clone(), shows: entry.shows.clone() });
    }
    Ok(list)
}

samskab_store::statements! {
    FIND_TOWN = "select id from tenant where slug = $1";
    /// The demo answers at every name, so it cannot share.
    OTHER_TOWNS = "select name from tenant order by name";
    FORGET_TOWN = "delete from tenant where slug = $1";
}

/// Loads the town unless there is one; says whether it did.
pub async fn load_if_empty(db: &Db, now: Instant) -> anyhow::Result<bool> {
    let files = Files::read()?;
    let slug = files.town.municipality.key.clone();
    let there: Option<TenantId> =
        db.read().await?.query(&FIND_TOWN).bind(slug.clone()).optional_scalar().await?;
    if there.is_some() {
        return Ok(false);
    }
    let others: Vec<String> = db.read().await?.query(&OTHER_TOWNS).scalars().await?;
    if let Some(other) = others.first() {
        anyhow::bail!(
            "{other} lives in this database, and the demo's town answers at every host name. Give the demo \
             a place of its own: samskab demo --data DIR (without --database-url or DATABASE_URL)"
        );
    }
    let tenant = create(db, now, &files).await?;
    if let Err(error) = move_in(db, tenant, now, &files).await {
        // Half a town would look like a whole one at the next start.
        let mut tx = db.begin(Stamp { tenant, actor: None, now }).await?;
        tx.query(&FORGET_TOWN).bind(slug).execute().await?;
        tx.commit().await?;
        return Err(error);
    }
    Ok(true)
}

async fn create(db: &Db, now: Instant, files: &Files) -> anyhow::Result<TenantId> {
    let town = &files.town.municipality;
    let preset =
        preset::find(&town.preset).with_context(|| format!("there is no preset “{}”", town.preset))?;
    let settings = json!({
        "profile": {
            "tagline": "Frivillig i Fjordlund",
            "tagline_en": "Volunteer in Fjordlund",
            "slogan": town.slogan,
            "welcome": town.welcome,
            "address": town.address,
            "phone": town.phone,
            "email": town.email,
            "colour": town.primary_colour,
            "colour_dark": "#083e49",
            "on_colour": "#ffffff",
        },
        "volunteering": { "promise_days": town.promise_days },
        "map": files.town.map,
    });
    let new = NewMunicipality {
        slug: &town.key,
        name: &town.name,
        code: &town.code,
        hosts: &["*"],
        preset,
        takes: Takes::BodiesOnly,
        settings,
    };
    Ok(preset::create(db, now, new).await?)
}

/// Everything else in one transaction, but for what people have said yes to on days of their own.
async fn move_in(db: &Db, tenant: TenantId, now: Instant, files: &Files) -> anyhow::Result<()> {
    let tx = db.begin(Stamp { tenant, actor: None, now }).await?;
    let mut town = Town {
        db: db.clone(),
        tx,
        now,
        today: now.day(),
        places: HashMap::new(),
        units: HashMap::new(),
        people: HashMap::new(),
        positions: HashMap::new(),
        associations: HashMap::new(),
        tasks: HashMap::new(),
        whole_tasks: HashMap::new(),
        interests: HashMap::new(),
        helpers: HashMap::new(),
        names: HashMap::new(),
    };
    town.add_who(files).await?;
    town.add_tasks(files).await?;
    town.add_interests(files).await?;
    let given = town.add_cvs(files).await?;
    town.add_engagements(files).await?;
    town.add_shifts(files).await?;
    let looks = town.add_reach(files).await?;
    town.add_coverage().await?;
    town.add_seen(files).await?;
    let asked = town.asked(files)?;
    town.tx.commit().await?;
    volunteers::add_consents(db, tenant, now, given).await?;
    reach::add_looks(db, tenant, now, looks).await?;
    matches::add_matches(db, tenant, now, asked).await
}

/// The town while it is being built: what each key in the files has become.
struct Town {
    db: Db,
    tx: Tx,
    now: Instant,
    today: Day,
    places: HashMap<String, Place>,
    units: HashMap<String, UnitId>,
    people: HashMap<String, PersonId>,
    positions: HashMap<String, PositionId>,
    associations: HashMap<String, AssociationId>,
    tasks: HashMap<String, TaskId>,
    whole_tasks: HashMap<String, Task>,
    /// By volunteer and task.
    interests: HashMap<(String, String), InterestId>,
    /// Those who are engaged, by volunteer and task.
    helpers: HashMap<(String, String), Helper>,
    /// What people are called.
    names: HashMap<String, String>,
}

impl Town {
    fn whole_task(&self, key: &str) -> anyhow::Result<&Task> {
        self.whole_tasks.get(key).ok_or_else(|| anyhow!("no task in the demo's files is called “{key}”"))
    }

    fn days_ago(&self, days: i64) -> Instant {
        self.now.plus_days(-days)
    }

    fn city(&self, postcode: &str) -> String {
        self.places.get(postcode).map(|place| place.city.clone()).unwrap_or_default()
    }

    /// Near the middle of the district, never twice in the same spot, so that the map is readable.
    fn point(&self, postcode: &str, key: &str) -> Option<(f64, f64)> {
        let place = self.places.get(postcode)?;
        let hash = key.bytes().fold(7_u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(u32::from(byte)));
        let spread = |bits: u32| (f64::from(bits % 1000) / 1000.0 - 0.5) * 0.016;
        Some((place.latitude + spread(hash), place.longitude + spread(hash >> 10) * 1.8))
    }
}

/// The id behind a key of the files.
fn known<I: Copy>(ids: &HashMap<String, I>, key: &str) -> anyhow::Result<I> {
    ids.get(key).copied().ok_or_else(|| anyhow!("nobody in the demo's files is called “{key}”"))
}

/// A text of the files as what it means.
fn parsed<V: FromStr>(text: &str) -> anyhow::Result<V>
where
    V::Err: std::fmt::Display,
{
    text.parse().map_err(|error: V::Err| anyhow!("“{text}” in the demo's files: {error}"))
}

fn parsed_if_any<V: FromStr>(text: Option<&str>) -> anyhow::Result<Option<V>>
where
    V::Err: std::fmt::Display,
{
    text.filter(|text| !text.is_empty()).map(parsed).transpose()
}

fn all_parsed<V: FromStr>(texts: &[String]) -> anyhow::Result<Vec<V>>
where
    V::Err: std::fmt::Display,
{
    texts.iter().map(|text| parsed(text)).collect()
}
