//! Fjordlund: the one small invented town used by the demo, the tests and the screenshots.
//! Its content is in `town/*.toml`; here it is loaded.

mod aims;
mod days;
mod dialogues;
mod engagements;
mod files;
mod hearings;
mod initiatives;
mod interests;
mod matches;
mod matters;
mod meetings;
mod policies;
mod reach;
mod shifts;
mod tasks;
mod voices;
mod volunteers;
mod who;
mod words;
mod writing;

use std::collections::HashMap;

use anyhow::{Context as _, anyhow, bail};
use engagements::Helper;
use files::{Entry, Files};
use initiatives::OnAgendas;
use interests::Volunteer;
use samskab_interest::InterestId;
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
use samskab_taskbank::task::Task;
use samskab_web::DemoPerson;
use serde_json::json;

pub const TOWN: &str = "Fjordlund Kommune";

/// Whom one can sign in as, in the order of the town's own list.
///
/// # Errors
/// When the town's files cannot be read.
pub fn sign_ins() -> anyhow::Result<Vec<DemoPerson>> {
    sign_ins_of(&Files::read(&files::TOWN)?)
}

fn sign_ins_of(files: &Files) -> anyhow::Result<Vec<DemoPerson>> {
    let (people, volunteers) = (files.entries("person")?, files.entries("volunteer")?);
    let mut list = Vec::new();
    for entry in files.entries("demo_sign_in")? {
        let (all, key) = match entry.text_if_any("person")? {
            Some(person) => (&people, person),
            None => (&volunteers, entry.text("volunteer")?),
        };
        let person = with_key(all, key)?;
        list.push(DemoPerson {
            email: person.text("email")?.to_owned(),
            name: person.text("name")?.to_owned(),
            shows: entry.text("shows")?.to_owned(),
            shows_in_english: entry.text("shows_en")?.to_owned(),
        });
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
///
/// # Errors
/// When the town's files do not fit together, or another municipality is in the database.
pub async fn load_if_empty(db: &Db, now: Instant) -> anyhow::Result<bool> {
    load(db, now, &Files::read(&files::TOWN)?).await
}

async fn load(db: &Db, now: Instant, files: &Files) -> anyhow::Result<bool> {
    let slug = files.entry("municipality")?.text("key")?.to_owned();
    let there: Option<TenantId> =
        db.read().await?.query(&FIND_TOWN).bind(slug.clone()).optional_scalar().await?;
    if there.is_some() {
        return Ok(false);
    }
    let others: Vec<String> = db.read().await?.query(&OTHER_TOWNS).scalars().await?;
    if let Some(other) = others.first() {
        bail!(
            "{other} lives in this database, and the demo's town answers at every host name. Give the demo \
             a place of its own: samskab demo --data DIR (without --database-url or DATABASE_URL)"
        );
    }
    let tenant = create(db, now, files).await?;
    if let Err(error) = move_in(db, tenant, now, files).await {
        // Half a town would look like a whole one at the next start.
        let mut tx = db.begin(Stamp { tenant, actor: None, now }).await?;
        tx.query(&FORGET_TOWN).bind(slug).execute().await?;
        tx.commit().await?;
        return Err(error);
    }
    Ok(true)
}

async fn create(db: &Db, now: Instant, files: &Files) -> anyhow::Result<TenantId> {
    let town = files.entry("municipality")?;
    let preset = town.text("preset")?;
    let preset = preset::find(preset).with_context(|| format!("there is no preset “{preset}”"))?;
    let settings = json!({
        "profile": {
            "tagline": "Frivillig i Fjordlund",
            "tagline_en": "Volunteer in Fjordlund",
            "slogan": town.text("slogan")?,
            "slogan_en": town.text("slogan_en")?,
            "welcome": town.text("welcome")?,
            "welcome_en": town.text("welcome_en")?,
            "address": town.text("address")?,
            "phone": town.text("phone")?,
            "email": town.text("email")?,
            "colour": town.text("primary_colour")?,
            "colour_dark": "#083e49",
            "on_colour": "#ffffff",
        },
        "volunteering": { "promise_days": town.number::<u32>("promise_days")? },
        "organisation": { "focus_areas": files.file_with("focus_area")?.value("focus_area")? },
        // Our own drawing, handed on as it is.
        "map": files.file_with("map")?.value("map")?,
    });
    let new = NewMunicipality {
        slug: town.text("key")?,
        name: town.text("name")?,
        code: town.text("code")?,
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
    let mut town = DemoTown {
        db: db.clone(),
        tx,
        now,
        today: now.day(),
        promise_days: files.entry("municipality")?.number("promise_days")?,
        places: HashMap::new(),
        units: HashMap::new(),
        people: HashMap::new(),
        positions: HashMap::new(),
        associations: HashMap::new(),
        tasks: HashMap::new(),
        interests: HashMap::new(),
        helpers: HashMap::new(),
        names: HashMap::new(),
        volunteers: HashMap::new(),
        on_agendas: OnAgendas::default(),
    };
    town.add_who(files).await?;
    town.add_tasks(files).await?;
    town.add_interests(files).await?;
    let given = town.add_cvs(files).await?;
    town.add_engagements(files).await?;
    town.add_shifts(files).await?;
    let looks = town.add_reach(files).await?;
    town.add_coverage().await?;
    town.add_meetings(files).await?;
    town.add_dialogues(files).await?;
    town.add_texts(files).await?;
    town.add_year_wheel(files).await?;
    town.add_enquiries(files).await?;
    town.add_matters(files).await?;
    town.add_initiatives(files).await?;
    town.add_aims(files).await?;
    town.add_hearings(files).await?;
    town.add_voices(files).await?;
    town.add_policies(files).await?;
    town.add_seen(files).await?;
    let asked = town.asked(files)?;
    sign_ins_of(files)?;
    files.all_is_read()?;
    town.tx.commit().await?;
    volunteers::add_consents(db, tenant, now, given).await?;
    reach::add_looks(db, tenant, now, looks).await?;
    matches::add_matches(db, tenant, now, asked).await
}

/// The town while it is being built: what each key in the files has become.
struct DemoTown {
    db: Db,
    tx: Tx,
    now: Instant,
    today: Day,
    /// Working days within which an interest is answered.
    promise_days: u32,
    places: HashMap<String, Place>,
    units: HashMap<String, UnitId>,
    people: HashMap<String, PersonId>,
    positions: HashMap<String, PositionId>,
    associations: HashMap<String, AssociationId>,
    tasks: HashMap<String, Task>,
    /// Interests by volunteer and task.
    interests: HashMap<(String, String), InterestId>,
    /// Those who are engaged, by volunteer and task.
    helpers: HashMap<(String, String), Helper>,
    /// The names of people.
    names: HashMap<String, String>,
    volunteers: HashMap<String, Volunteer>,
    on_agendas: OnAgendas,
}

impl DemoTown {
    /// In office hours.
    fn days_ago(&self, days: i64) -> Instant {
        days::ago(self.now, days)
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

/// The entry of that key.
fn with_key<'a, 'f>(all: &'a [Entry<'f>], key: &str) -> anyhow::Result<&'a Entry<'f>> {
    let is_it = |entry: &&Entry<'_>| entry.text_if_any("key").ok().flatten() == Some(key);
    all.iter().find(is_it).ok_or_else(|| anyhow!("nobody in the town's files is called “{key}”"))
}

#[cfg(test)]
mod tests {
    use samskab_store::testing;

    use super::*;

    /// Monday 2 March 2026, 9 o'clock in Denmark.
    const NOW: Instant = samskab_organisation::testing::NOW;

    /// The error when the town is loaded with `was` replaced by `is` where it first occurs in `file`.
    async fn said_of(file: &str, was: &str, is: &str) -> String {
        let mut texts = files::TOWN.map(|(name, text)| (name, text.to_owned()));
        for (name, text) in &mut texts {
            if *name == file {
                assert!(text.contains(was), "{file} has no “{was}”");
                *text = text.replacen(was, is, 1);
            }
        }
        let texts = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
        let database = testing::sqlite().await;
        let said = load(&database.db(), NOW, &Files::read(&texts).unwrap()).await.unwrap_err().to_string();
        let left: Vec<String> =
            database.db().read().await.unwrap().query(&OTHER_TOWNS).scalars().await.unwrap();
        assert!(left.is_empty(), "half a town stays: {left:?}");
        database.close().await;
        said
    }

    #[tokio::test]
    async fn a_misspelt_field_and_a_missing_one_are_named_with_file_and_entry() {
        assert_eq!(
            said_of("units.toml", "\nvisiting =", "\nvisitting =").await,
            "units.toml, unit 1 (kommunen): nothing is called visitting here"
        );
        assert_eq!(
            said_of("tasks.toml", "\nsummary =", "\nsumary =").await,
            "tasks.toml, task 1 (loerdagskaffe-solgaarden): summary is missing"
        );
        assert_eq!(
            said_of(
                "tasks.toml",
                "\nwhen = { kind = \"one_off\", weekday = \"saturday\"",
                "\nwhen = { kind = \"one_off\", weekday = \"caturday\""
            )
            .await,
            "tasks.toml, task 1 (loerdagskaffe-solgaarden), when, weekday = \"caturday\": not a weekday"
        );
        assert_eq!(
            said_of("channels.toml", "\n[[pupil]]", "\n[[pupils]]").await,
            "no file of the town has “pupil”"
        );
        assert_eq!(
            said_of("interests.toml", "\n[[interest]]", "\n[[interes]]\na = 1\n[[interest]]").await,
            "interests.toml: nothing is called interes here"
        );
    }

    #[tokio::test]
    async fn the_town_moves_in_once() {
        let database = testing::sqlite().await;
        assert!(load_if_empty(&database.db(), NOW).await.unwrap());
        assert!(!load_if_empty(&database.db(), NOW).await.unwrap());
        database.close().await;
    }

    #[test]
    fn everybody_one_can_sign_in_as_is_in_the_files() {
        let all = sign_ins().unwrap();
        assert_eq!(all.len(), 10);
        assert!(all.iter().all(|one| one.email.ends_with(".example") && !one.shows.is_empty()));
        assert!(all.iter().all(|one| !one.shows_in_english.is_empty()));
    }
}
