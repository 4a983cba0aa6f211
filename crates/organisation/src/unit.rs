//! A unit of the municipality: where it stands, what it is called, from when until when.
//!
//! A unit keeps its id through every reorganisation (RS-10). What changes is a version with a
//! validity; a version is never overwritten once its first day has come.

use samskab_kernel::{
    Day, Id, Validity, codes,
    contact::{Email, Phone},
};
use samskab_web::{Access, Routes};

pub mod store;

/// The mark of a unit.
pub enum UnitMark {}
pub type UnitId = Id<UnitMark>;

codes! {
    /// The three levels of the organisation (RS-12, RS-13, RS-14).
    pub enum Level {
        /// Niveau 1: the municipality's common coordination.
        Central => "central",
        /// Niveau 2: a department or staff area (fag- eller stabsområde).
        Department => "department",
        /// Niveau 3: where volunteers and staff meet.
        Institution => "institution",
    }
}

impl Level {
    /// The level a unit of this level stands under; none for the central one.
    pub const fn above(self) -> Option<Self> {
        match self {
            Self::Central => None,
            Self::Department => Some(Self::Central),
            Self::Institution => Some(Self::Department),
        }
    }

    /// 1, 2 or 3, as the papers count.
    pub const fn number(self) -> u8 {
        match self {
            Self::Central => 1,
            Self::Department => 2,
            Self::Institution => 3,
        }
    }
}

codes! {
    /// What kind of place it is. The codes are the words of the field.
    pub enum UnitKind {
        Central => "central",
        Sector => "sector",
        Staff => "staff",
        CareHome => "plejehjem",
        ActivityCentre => "aktivitetscenter",
        HealthCentre => "sundhedshus",
        TrainingCentre => "traeningscenter",
        School => "skole",
        Daycare => "dagtilbud",
        Childminding => "dagpleje",
        YouthClub => "klub",
        CrisisCentre => "krisecenter",
        DropInCentre => "vaerested",
        SupportedHousing => "botilbud",
        Hostel => "herberg",
        Library => "bibliotek",
        CultureHouse => "kulturhus",
        Museum => "museum",
        SportsGround => "idraetsanlaeg",
        MusicSchool => "musikskole",
        LanguageSchool => "sprogskole",
        JobCentre => "jobcenter",
        IntegrationHouse => "integrationshus",
        NatureSchool => "naturskole",
        RecyclingCentre => "genbrugsplads",
        Other => "andet",
    }
}

impl UnitKind {
    /// The level units of this kind stand on.
    pub const fn level(self) -> Level {
        match self {
            Self::Central => Level::Central,
            Self::Sector | Self::Staff => Level::Department,
            _ => Level::Institution,
        }
    }
}

/// A unit as it is during one validity.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    pub id: UnitId,
    /// The municipality's own number, from an import.
    pub number: Option<String>,
    pub parent: Option<UnitId>,
    pub name: String,
    pub level: Level,
    pub kind: UnitKind,
    pub address: String,
    pub postcode: String,
    pub city: String,
    /// Latitude and longitude, WGS84.
    pub place: Option<(f64, f64)>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub about: String,
    /// When and how to come by.
    pub visiting: String,
    pub validity: Validity,
    /// Who took over, once it has closed.
    pub successor: Option<UnitId>,
}

impl Unit {
    /// A unit with nothing but its name and its place in the organisation.
    pub fn named(id: UnitId, name: impl Into<String>, kind: UnitKind, parent: Option<UnitId>, from: Day) -> Self {
        Self {
            id,
            number: None,
            parent,
            name: name.into(),
            level: kind.level(),
            kind,
            address: String::new(),
            postcode: String::new(),
            city: String::new(),
            place: None,
            phone: None,
            email: None,
            about: String::new(),
            visiting: String::new(),
            validity: Validity::since(from),
            successor: None,
        }
    }

    pub fn href(&self) -> String {
        format!("/enheder/{}", self.id)
    }
}

/// Public and staff pages about units.
pub fn routes() -> Routes {
    Routes::new()
}

/// What a unit's coordinator or key persons have to see to.
pub fn work_items<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Vec<samskab_web::WorkItem>>> {
    let _ = Access::Public;
    Box::pin(async { Ok(Vec::new()) })
}
