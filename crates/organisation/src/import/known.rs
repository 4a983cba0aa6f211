//! What several kinds of import look things up in: read once, however many rows the file has.

use std::collections::HashMap;

use samskab_import::{
    Row, Setting,
    column::{folded, plain},
};
use samskab_kernel::{
    Day, TenantId,
    contact::{Email, Phone, Postcode},
};
use samskab_store::{Connection, Result};

use crate::{
    association::{self, Association, AssociationId, Theme},
    person::PersonId,
    place::Place,
    topic,
    unit::{self, Unit, UnitId},
};

samskab_store::statements! {
    EVERYBODY = "select id, name, email, phone from person where tenant_id = $1";
}

/// Units by what people call them.
pub struct Units {
    /// The latest version of each unit.
    pub latest: HashMap<UnitId, Unit>,
    pub by_number: HashMap<String, UnitId>,
    /// Units by folded name, also those that have ended.
    pub by_name: HashMap<String, Vec<UnitId>>,
    today: Day,
}

impl Units {
    pub async fn read(connection: &mut Connection, setting: &Setting) -> Result<Self> {
        let tenant = setting.tenant.id;
        // Oldest first, so that the latest is the one that stays.
        let versions = unit::store::every_version(connection, tenant).await?;
        let latest: HashMap<UnitId, Unit> = versions.into_iter().map(|unit| (unit.id, unit)).collect();
        let mut by_name: HashMap<String, Vec<UnitId>> = HashMap::new();
        // In one order always: the dry run and the import must find the same.
        let mut units: Vec<&Unit> = latest.values().collect();
        units.sort_by_key(|unit| unit.id);
        for unit in units {
            by_name.entry(folded(&unit.name)).or_default().push(unit.id);
        }
        let mut by_number = unit::store::by_number(connection, tenant).await?;
        by_number.retain(|_, id| latest.contains_key(id));
        Ok(Self { latest, by_number, by_name, today: setting.today() })
    }

    /// The unit with this number, else the only unit of this name that has not ended.
    pub fn called(&self, text: &str) -> Option<UnitId> {
        let is_here = |id: &&UnitId| {
            self.latest.get(*id).is_some_and(|unit| unit.validity.to.is_none_or(|to| to >= self.today))
        };
        let by_name = || {
            let mut named = self.by_name.get(&folded(text)).into_iter().flatten().filter(is_here);
            named.next().copied().filter(|_| named.next().is_none())
        };
        self.by_number.get(text).copied().or_else(by_name)
    }
}

/// Associations by what people call them.
pub struct Associations {
    pub all: HashMap<AssociationId, Association>,
    by_number: HashMap<String, AssociationId>,
    by_name: HashMap<String, Vec<AssociationId>>,
    by_cvr: HashMap<String, Vec<AssociationId>>,
}

impl Associations {
    pub async fn read(connection: &mut Connection, setting: &Setting) -> Result<Self> {
        let all = association::store::all(connection, setting.tenant.id).await?;
        let (mut by_name, mut by_cvr): (HashMap<_, Vec<_>>, HashMap<_, Vec<_>>) = Default::default();
        for one in &all {
            by_name.entry(folded(&one.full_name())).or_default().push(one.id);
            if let Some(cvr) = one.cvr {
                by_cvr.entry(cvr.to_string()).or_default().push(one.id);
            }
        }
        Ok(Self {
            by_number: all.iter().filter_map(|one| Some((one.number.clone()?, one.id))).collect(),
            by_name,
            by_cvr,
            all: all.into_iter().map(|one| (one.id, one)).collect(),
        })
    }

    /// The association with this number, else the only one with this name or CVR number.
    pub fn called(&self, text: &str) -> Option<AssociationId> {
        let cvr = || only(self.by_cvr.get(&text.parse::<samskab_kernel::Cvr>().ok()?.to_string()));
        self.by_number.get(text).copied().or_else(|| only(self.by_name.get(&folded(text)))).or_else(cvr)
    }
}

fn only<I: Copy>(ids: Option<&Vec<I>>) -> Option<I> {
    match ids.map(Vec::as_slice) {
        Some([only]) => Some(*only),
        _ => None,
    }
}

/// A person as far as an import needs to know.
#[derive(Clone, samskab_store::Row)]
pub struct Somebody {
    pub id: PersonId,
    pub name: String,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
}

pub async fn everybody(connection: &mut Connection, setting: &Setting) -> Result<Vec<Somebody>> {
    everybody_of(connection, setting.tenant.id).await
}

/// Everybody a municipality knows, in no order.
#[samskab_store::compiled_once]
pub async fn everybody_of(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Somebody>> {
    connection.query(&EVERYBODY).bind(tenant).all().await
}

/// The postal districts with their middles.
pub struct Places(HashMap<String, Place>);

impl Places {
    pub async fn read(connection: &mut Connection, setting: &Setting) -> Result<Self> {
        let places = crate::place::all(connection, setting.tenant.id).await?;
        Ok(Self(places.into_iter().map(|place| (place.postcode.to_string(), place)).collect()))
    }

    pub fn at(&self, postcode: &str) -> Option<&Place> {
        self.0.get(postcode)
    }

    pub fn of(&self, postcode: Option<&Postcode>) -> Option<&Place> {
        self.at(postcode?.as_str())
    }
}

/// Sets the coordinates of something that has `moved` to another postal district: the middle of the district, and its
/// city when the row names none.
pub(super) fn settle(
    row: &mut Row,
    moved: bool,
    district: Option<&Place>,
    city: &mut String,
    point: &mut Option<(f64, f64)>,
) {
    let usual = || district.filter(|_| moved).map(|district| district.city.clone());
    row.fill("city", |row, key| row.text(key, 80).or_else(usual), city);
    if moved {
        *point = district.map(Place::point);
    }
}

/// The four themes (RD-04) and the words other systems sort by, with the keys of the topics they
/// mean. `text` as [`plain`] writes it.
pub fn theme_called(text: &str) -> Option<(Theme, &'static str)> {
    Some(match text {
        "folkeoplysning" | "oplysning" | "folkeoplysningogidraet" | "aftenskole" => {
            (Theme::Folkeoplysning, "teaching")
        }
        "idraet" | "sport" | "motion" | "idraetogmotion" => (Theme::Folkeoplysning, "sport"),
        "fritid" | "hobby" => (Theme::Folkeoplysning, ""),
        "boernogunge" | "boerneogunge" => (Theme::Folkeoplysning, "children young_people"),
        "spejder" | "spejdere" => (Theme::Folkeoplysning, "scouts"),
        "natur" | "naturogmiljoe" | "miljoe" | "groen" => (Theme::Culture, "nature"),
        "lokalsamfund" | "landsby" | "lokal" | "borgerforening" => (Theme::Culture, "village"),
        "kultur" | "culture" => (Theme::Culture, ""),
        "musik" => (Theme::Culture, "music"),
        "lokalhistorie" => (Theme::Culture, "local_history"),
        "social" | "socialt" | "frivilligtsocialtarbejde" | "socialtarbejde" | "humanitaert" => {
            (Theme::Social, "")
        }
        "sundhed" | "patientforening" => (Theme::Social, "health"),
        "aeldre" | "pensionister" => (Theme::Social, "conversation"),
        "enkeltpersoner" | "netvaerk" | "individual" | "enkeltpersonerognetvaerk" => (Theme::Individual, ""),
        other => {
            let topic =
                topic::topics().iter().find(|topic| topic.names().iter().any(|name| plain(name) == other))?;
            (Theme::Social, topic.key.as_str())
        }
    })
}
