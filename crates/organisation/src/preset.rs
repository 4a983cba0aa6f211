//! Presets: where a municipality begins. Five descriptions as data – an empty one and one modelled
//! on each of the four municipalities in the founding papers – with roles, never persons.

use std::{collections::HashMap, sync::LazyLock};

use samskab_kernel::{Day, Id, Instant, TenantId, Validity, contact::Postcode};
use samskab_store::{Db, Result, Stamp, Tx};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    body::{self, Body, BodyId, BodyKind, HearingStrength, MemberRule},
    place::{self, Place},
    position::{self, Position, PositionKind},
    unit::{self, Level, Unit, UnitId, UnitKind},
};

/// A municipality described as data. The comments at the top of the files say what each field means.
#[derive(Debug, Deserialize)]
pub struct Preset {
    pub municipality: Municipality,
    vocabulary: Value,
    level: Vec<Value>,
    #[serde(default)]
    unit: Vec<PresetUnit>,
    #[serde(default)]
    body: Vec<PresetBody>,
    #[serde(default)]
    position: Vec<PresetPosition>,
    #[serde(default)]
    value: Vec<Value>,
    #[serde(default)]
    focus_area: Vec<Value>,
    #[serde(default)]
    theme: Vec<Value>,
    #[serde(default)]
    med_level: Vec<Value>,
    #[serde(default)]
    actor: Vec<Value>,
    rules: Rules,
    colours: Colours,
    #[serde(default)]
    place: Vec<PresetPlace>,
}

#[derive(Debug, Deserialize)]
pub struct Municipality {
    pub key: String,
    pub name: String,
    pub short_name: String,
    pub code: String,
    council_name: String,
}

#[derive(Debug, Deserialize)]
struct PresetUnit {
    key: String,
    name: String,
    level: Level,
    kind: UnitKind,
    parent: Option<String>,
    valid_from: Option<Day>,
}

#[derive(Debug, Deserialize)]
struct PresetBody {
    key: String,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    r#type: BodyKind,
    hearing_strength: Option<HearingStrength>,
    #[serde(default)]
    hearing_scope: String,
    med_level: Option<i64>,
    min_meetings: Option<i64>,
    max_meetings: Option<i64>,
    #[serde(default)]
    members: String,
    /// Roles or facts the membership is derived from.
    #[serde(default)]
    members_from: Vec<String>,
    reports_to: Option<String>,
    successor: Option<String>,
    valid_from: Option<Day>,
    /// The first day it no longer exists.
    valid_to: Option<Day>,
    #[serde(default)]
    element: String,
}

#[derive(Debug, Deserialize)]
struct PresetPosition {
    role: String,
    title: String,
    unit: Option<String>,
    count: Count,
    per: String,
    valid_from: Option<Day>,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Count {
    One,
    OneOrMore,
    Optional,
}

#[derive(Debug, Deserialize)]
struct Rules {
    promise_days: i64,
    unit_tasks_need_approval: bool,
    association_first_task_needs_approval: bool,
    task_expiry_days: i64,
    task_nudge_days: i64,
    interest_retention_days: i64,
    political_goals: i64,
}

#[derive(Debug, Deserialize)]
struct Colours {
    primary: String,
    primary_dark: String,
}

#[derive(Debug, Deserialize)]
struct PresetPlace {
    postcode: Postcode,
    city: String,
    lat: f64,
    lon: f64,
}

static PRESETS: LazyLock<Vec<Preset>> = LazyLock::new(|| {
    let texts = [
        include_str!("../presets/blank.toml"),
        include_str!("../presets/ringkoebing-skjern.toml"),
        include_str!("../presets/rudersdal.toml"),
        include_str!("../presets/faxe.toml"),
        include_str!("../presets/viborg.toml"),
    ];
    texts
        .into_iter()
        .filter_map(|text| read(text).inspect_err(|error| tracing::error!(%error, "a preset")).ok())
        .collect()
});

fn read(text: &str) -> Result<Preset, toml::de::Error> {
    toml::from_str(text)
}

/// All presets, the empty one first.
pub fn presets() -> &'static [Preset] {
    &PRESETS
}

/// The preset with this key; the empty one's is `kommune`.
pub fn find(key: &str) -> Option<&'static Preset> {
    presets().iter().find(|preset| preset.municipality.key == key)
}

impl Preset {
    /// The tenant's settings as this preset proposes them.
    pub fn settings(&self, slogan: Option<&str>) -> Value {
        let (short, rules) = (&self.municipality.short_name, &self.rules);
        let tagline = slogan.map_or_else(|| format!("Frivillig i {short}"), str::to_owned);
        json!({
            "profile": {
                "tagline": tagline,
                "tagline_en": format!("Volunteer in {short}"),
                "colour": self.colours.primary,
                "colour_dark": self.colours.primary_dark,
                "on_colour": "#ffffff",
            },
            "organisation": {
                "preset": self.municipality.key,
                "vocabulary": self.vocabulary,
                "levels": self.level,
                "council_name": self.municipality.council_name,
                "values": self.value,
                "focus_areas": self.focus_area,
                "themes": self.theme,
                "med_levels": self.med_level,
                "actors": self.actor,
                "political_goals": rules.political_goals,
            },
            "volunteering": {
                "promise_days": rules.promise_days,
                "unit_tasks_need_approval": rules.unit_tasks_need_approval,
                "association_first_task_needs_approval": rules.association_first_task_needs_approval,
                "task_lifetime_days": rules.task_expiry_days,
                "task_nudge_days": rules.task_nudge_days,
                "ask_if_current_after_days": rules.task_expiry_days - rules.task_nudge_days,
                "interest_retention_days": rules.interest_retention_days,
            },
        })
    }
}

/// What a new municipality takes over from its preset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Units, positions without holders, bodies and places.
    Everything,
    /// Bodies; whoever begins the municipality adds its units, positions and places.
    BodiesOnly,
}

/// A municipality that is to begin.
pub struct NewMunicipality<'a> {
    /// Short name in lower case; unique on this installation.
    pub slug: &'a str,
    pub name: &'a str,
    /// The municipality's number.
    pub code: &'a str,
    /// Host names without a port; `*` answers for every name that no other has.
    pub hosts: &'a [&'a str],
    pub preset: &'a Preset,
    pub takes: Takes,
    /// Laid over the preset's settings, section by section and key by key.
    pub settings: Value,
}

samskab_store::statements! {
    ADD_TENANT = "insert into tenant (id, slug, name, code, settings, created_at) values ($1, $2, $3, $4, $5, $6)";
    ADD_HOST = "insert into tenant_host (host, tenant_id) values ($1, $2)";
}

/// Denmark's municipalities are those of the reform of 2007: what a preset does not date is as old.
const SINCE_THE_REFORM: Day = Day::of(2007, 1, 1);

/// Begins a municipality, in one transaction.
///
/// # Errors
/// Also when the slug or a host name is taken.
#[samskab_store::compiled_once]
pub async fn create(db: &Db, now: Instant, new: NewMunicipality<'_>) -> Result<TenantId> {
    let tenant: TenantId = db.dice().id(now);
    let mut tx = db.begin(Stamp { tenant, actor: None, now }).await?;
    let mut settings = new.preset.settings(None);
    lay_over(&mut settings, &new.settings);
    tx.query(&ADD_TENANT)
        .bind(tenant)
        .bind(new.slug.to_owned())
        .bind(new.name.to_owned())
        .bind(new.code.to_owned())
        .bind(settings.to_string())
        .bind(now)
        .execute()
        .await?;
    for host in new.hosts {
        tx.query(&ADD_HOST).bind((*host).to_owned()).bind(tenant).execute().await?;
    }
    add_bodies(&mut tx, new.preset).await?;
    if new.takes == Takes::Everything {
        add_units_and_positions(&mut tx, new.preset, new.name, now.day()).await?;
        for place in &new.preset.place {
            let place = Place {
                postcode: place.postcode.clone(),
                city: place.city.clone(),
                latitude: place.lat,
                longitude: place.lon,
            };
            place::save(&mut tx, &place).await?;
        }
    }
    tx.commit().await?;
    Ok(tenant)
}

fn lay_over(below: &mut Value, above: &Value) {
    match (below, above) {
        (Value::Object(below), Value::Object(above)) => {
            for (key, value) in above {
                lay_over(below.entry(key.clone()).or_insert(Value::Null), value);
            }
        }
        (_, Value::Null) => {}
        (below, above) => *below = above.clone(),
    }
}

async fn add_bodies(tx: &mut Tx, preset: &Preset) -> Result<()> {
    let ids: HashMap<&str, BodyId> =
        preset.body.iter().map(|body| (body.key.as_str(), tx.new_id())).collect();
    let id_of = |key: &Option<String>| key.as_deref().and_then(|key| ids.get(key)).copied();
    let mut bodies = Vec::new();
    for body in &preset.body {
        let Some(id) = ids.get(body.key.as_str()) else { continue };
        let above = preset.body.iter().find(|above| Some(&above.key) == body.reports_to.as_ref());
        let validity = Validity {
            from: body.valid_from.unwrap_or(SINCE_THE_REFORM),
            to: body.valid_to.map(|gone| gone.plus_days(-1)),
        };
        bodies.push(Body {
            aliases: body.aliases.join(";"),
            members: body.members.clone(),
            rule: member_rule(&body.members_from),
            refers_to: above.map(|above| above.name.clone()).unwrap_or_default(),
            reports_to_id: id_of(&body.reports_to),
            successor_id: id_of(&body.successor),
            meetings_min: body.min_meetings,
            meetings_max: body.max_meetings,
            hearing_strength: body.hearing_strength,
            hearing_scope: body.hearing_scope.clone(),
            med_level: body.med_level,
            element: body.element.clone(),
            ..Body::named(*id, body.name.clone(), body.r#type, validity)
        });
    }
    // Each exists before another one names it.
    for body in &bodies {
        body::add(tx, &Body { reports_to_id: None, successor_id: None, ..body.clone() }).await?;
    }
    for body in bodies.iter().filter(|body| body.reports_to_id.or(body.successor_id).is_some()) {
        body::store::save(tx, body).await?;
    }
    Ok(())
}

fn member_rule(from: &[String]) -> Option<MemberRule> {
    match from.first()?.as_str() {
        "folkeoplysende" => Some(MemberRule::Associations),
        _ => Some(MemberRule::KeyPersons),
    }
}

async fn add_units_and_positions(tx: &mut Tx, preset: &Preset, name: &str, today: Day) -> Result<()> {
    let ids: HashMap<&str, UnitId> =
        preset.unit.iter().map(|unit| (unit.key.as_str(), tx.new_id())).collect();
    let id_of = |key: &str| ids.get(key).copied().unwrap_or_else(|| Id::from_uuid(uuid::Uuid::nil()));
    for unit in &preset.unit {
        let parent = unit.parent.as_deref().map(id_of);
        let from = unit.valid_from.unwrap_or(SINCE_THE_REFORM);
        // The central unit is the municipality itself, whatever it is called here.
        let name = if unit.level == Level::Central { name } else { &unit.name };
        let unit = Unit { level: unit.level, ..Unit::named(id_of(&unit.key), name, unit.kind, parent, from) };
        unit::store::add(tx, &unit).await?;
    }
    for wanted in &preset.position {
        // Roles in projects come with the projects; optional ones are for each unit to decide.
        let Ok(kind) = wanted.role.parse::<PositionKind>() else { continue };
        if wanted.count == Count::Optional {
            continue;
        }
        for unit in &preset.unit {
            let stands_here = match &wanted.unit {
                Some(key) => *key == unit.key,
                None => {
                    wanted.per == unit.level.code()
                        || (wanted.per == "municipality" && unit.level == Level::Central)
                }
            };
            if !stands_here {
                continue;
            }
            let from = wanted.valid_from.unwrap_or(today);
            let position = Position::new(tx.new_id(), id_of(&unit.key), kind, &wanted.title, from);
            position::store::add(tx, &position).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Locale, instant::MICROS_A_SECOND};
    use samskab_store::db_test;

    use super::*;
    use crate::vocabulary::Settings;

    #[test]
    fn all_five_can_be_read_and_point_at_what_exists() {
        let keys: Vec<&str> = presets().iter().map(|preset| preset.municipality.key.as_str()).collect();
        assert_eq!(keys, ["kommune", "ringkoebing-skjern", "rudersdal", "faxe", "viborg"]);
        for preset in presets() {
            let units: Vec<&str> = preset.unit.iter().map(|unit| unit.key.as_str()).collect();
            let bodies: Vec<&str> = preset.body.iter().map(|body| body.key.as_str()).collect();
            for unit in &preset.unit {
                assert_eq!(unit.kind.level(), unit.level, "{}", unit.name);
                let parent = unit.parent.as_deref();
                assert!(parent.is_none_or(|parent| units.contains(&parent)), "{}", unit.name);
            }
            for position in &preset.position {
                assert!(
                    position.unit.as_deref().is_none_or(|unit| units.contains(&unit)),
                    "{}",
                    position.title
                );
                assert!(position.role == "project_role" || position.role.parse::<PositionKind>().is_ok());
            }
            for body in &preset.body {
                assert!(
                    body.reports_to.as_deref().is_none_or(|above| bodies.contains(&above)),
                    "{}",
                    body.name
                );
            }
            assert!(
                samskab_web::assets::Theme::new(
                    &preset.colours.primary,
                    &preset.colours.primary_dark,
                    "#ffffff"
                )
                .is_ok()
            );
        }
    }

    #[db_test]
    async fn each_begins_a_municipality_of_its_own(db: Db) {
        let now = Instant::from_micros(1_772_438_400 * MICROS_A_SECOND);
        for preset in presets() {
            let key = &preset.municipality.key;
            let host = format!("{key}.example");
            let new = NewMunicipality {
                slug: key,
                name: &preset.municipality.name,
                code: &preset.municipality.code,
                hosts: &[&host],
                preset,
                takes: Takes::Everything,
                settings: json!({ "profile": { "phone": "70 00 00 00" } }),
            };
            let tenant = create(&db, now, new).await.unwrap();
            let mut reader = db.read().await.unwrap();
            let units = unit::store::all(&mut reader, tenant, now.day()).await.unwrap();
            assert_eq!(units.iter().filter(|unit| unit.level == Level::Central).count(), 1, "{key}");
            for unit in &units {
                let parent = unit.parent.and_then(|id| units.iter().find(|unit| unit.id == id));
                assert_eq!(parent.map(|parent| parent.level), unit.level.above(), "{}", unit.name);
            }
            let held = position::store::all(&mut reader, tenant, now.day()).await.unwrap();
            let coordinators =
                held.iter().filter(|held| held.position.kind == PositionKind::CentralCoordinator);
            assert_eq!(coordinators.count(), 1, "{key}");
            for held in &held {
                let level = units.iter().find(|unit| unit.id == held.position.unit).map(|unit| unit.level);
                assert!(
                    level.is_some_and(|level| held.position.kind.stands_on(level)),
                    "{}",
                    held.position.title
                );
                assert!(held.is_vacant());
            }
            assert!(!body::all(&mut reader, tenant, now.day()).await.unwrap().is_empty());
            let known = samskab_web::tenant::Tenants::new(db.clone()).at(&host, now).await.unwrap().unwrap();
            assert_eq!(
                (known.profile.phone.as_str(), known.profile.on_colour.as_str()),
                ("70 00 00 00", "#ffffff")
            );
            let settings: Settings = known.section(Settings::SECTION);
            assert!(
                settings.word("coordinator", Locale::Da).is_some()
                    && settings.level(Level::Central, Locale::En).is_some()
            );
        }
    }
}
