//! A unit of the municipality: where it stands, what it is called, from when until when.
//!
//! A unit keeps its id through every reorganisation (RS-10). What changes is a version with a
//! validity; a version is never overwritten once its first day has come.

use samskab_kernel::{
    Day, Validity, codes,
    contact::{Email, Phone},
    danish::sort_key,
};
use samskab_store::Record;

use crate::T;
pub use crate::id::UnitId;

pub mod events;
pub mod store;
pub mod timeline;

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
    /// The level directly above; none for the central one.
    pub const fn above(self) -> Option<Self> {
        match self {
            Self::Central => None,
            Self::Department => Some(Self::Central),
            Self::Institution => Some(Self::Department),
        }
    }

    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Central => t.unit_level_central(),
            Self::Department => t.unit_level_department(),
            Self::Institution => t.unit_level_institution(),
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
    /// What kind of place it is.
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
    /// The level that units of this kind have.
    pub const fn level(self) -> Level {
        match self {
            Self::Central => Level::Central,
            Self::Sector | Self::Staff => Level::Department,
            _ => Level::Institution,
        }
    }

    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Central => t.unit_kind_central(),
            Self::Sector => t.unit_kind_sector(),
            Self::Staff => t.unit_kind_staff(),
            Self::CareHome => t.unit_kind_care_home(),
            Self::ActivityCentre => t.unit_kind_activity_centre(),
            Self::HealthCentre => t.unit_kind_health_centre(),
            Self::TrainingCentre => t.unit_kind_training_centre(),
            Self::School => t.unit_kind_school(),
            Self::Daycare => t.unit_kind_daycare(),
            Self::Childminding => t.unit_kind_childminding(),
            Self::YouthClub => t.unit_kind_youth_club(),
            Self::CrisisCentre => t.unit_kind_crisis_centre(),
            Self::DropInCentre => t.unit_kind_drop_in_centre(),
            Self::SupportedHousing => t.unit_kind_supported_housing(),
            Self::Hostel => t.unit_kind_hostel(),
            Self::Library => t.unit_kind_library(),
            Self::CultureHouse => t.unit_kind_culture_house(),
            Self::Museum => t.unit_kind_museum(),
            Self::SportsGround => t.unit_kind_sports_ground(),
            Self::MusicSchool => t.unit_kind_music_school(),
            Self::LanguageSchool => t.unit_kind_language_school(),
            Self::JobCentre => t.unit_kind_job_centre(),
            Self::IntegrationHouse => t.unit_kind_integration_house(),
            Self::NatureSchool => t.unit_kind_nature_school(),
            Self::RecyclingCentre => t.unit_kind_recycling_centre(),
            Self::Other => t.unit_kind_other(),
        }
    }
}

/// A unit as it is during one validity.
#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "unit_version", alias = "v", beside("id"), also("sort_key" = sort_key(&self.name)))]
pub struct Unit {
    #[record(column = "unit_id")]
    pub id: UnitId,
    /// The municipality's own number, from an import.
    #[record(sql = "u.number")]
    pub number: Option<String>,
    #[record(column = "parent_id")]
    pub parent: Option<UnitId>,
    pub name: String,
    pub level: Level,
    pub kind: UnitKind,
    pub address: String,
    pub postcode: String,
    pub city: String,
    /// Latitude and longitude, WGS84.
    #[record(pair("latitude", "longitude"))]
    pub place: Option<(f64, f64)>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub about: String,
    /// When and how to come by.
    pub visiting: String,
    #[record(flatten)]
    pub validity: Validity,
    /// Who took over, once it has closed.
    #[record(sql = "u.successor_id")]
    pub successor: Option<UnitId>,
}

impl Unit {
    /// A unit with nothing but its name and its place in the organisation.
    pub fn named(
        id: UnitId,
        name: impl Into<String>,
        kind: UnitKind,
        parent: Option<UnitId>,
        from: Day,
    ) -> Self {
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
