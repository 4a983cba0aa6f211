//! One small named town that every test knows: Fjordlund with two departments, three institutions,
//! an association, and people in the roles (style, habit 10).

pub mod browser;

use samskab_kernel::{Clock, Day, Instant, TenantId, Validity, instant::MICROS_A_SECOND};
use samskab_store::{Db, Result, Stamp, Tx};
use samskab_web::{Config, Module, Services};
use serde_json::json;

use crate::{
    association::{self, Association, AssociationId, AssociationKind, Contact, ContactRole, State, Theme},
    person::{self, Person, PersonId},
    place::{self, Place},
    position::{self, Capacity, Position, PositionId, PositionKind},
    preset::{self, NewMunicipality, Takes},
    unit::{self, Unit, UnitId, UnitKind},
};

/// The ids of everything there is in Fjordlund.
#[derive(Debug, Clone, Copy)]
pub struct Town {
    pub tenant: TenantId,
    /// Level 1. Its coordinator is Asta Prøvested; Malthe Skabelon is her deputy.
    pub central: UnitId,
    /// Level 2: Sundhed og Omsorg.
    pub care: UnitId,
    /// Level 2: Børn, Skole og Familie.
    pub schools: UnitId,
    /// Level 3 under `care`, with a local contact and a deputy.
    pub solgaarden: UnitId,
    /// Level 3 under `care`, without anybody.
    pub havblik: UnitId,
    /// Level 3 under `schools`, with a local contact and no deputy.
    pub school: UnitId,
    /// An approved association with a chair and a volunteer coordinator.
    pub handball: AssociationId,

    pub administrator: PersonId,
    pub coordinator: PersonId,
    pub deputy_coordinator: PersonId,
    /// The liaison of `care`.
    pub key_care: PersonId,
    /// A second key person of `care`.
    pub key_care_health: PersonId,
    /// The liaison of `schools`.
    pub key_schools: PersonId,
    pub contact_solgaarden: PersonId,
    pub deputy_solgaarden: PersonId,
    pub ambassador_solgaarden: PersonId,
    pub contact_school: PersonId,
    pub chair_handball: PersonId,
    pub coordinator_handball: PersonId,

    pub position_coordinator: PositionId,
    pub position_key_care: PositionId,
    pub position_key_care_health: PositionId,
    pub position_key_schools: PositionId,
    pub position_contact_solgaarden: PositionId,
    pub position_contact_school: PositionId,
}

/// Monday 2 March 2026, 9 o'clock in Denmark: an ordinary working day.
pub const NOW: Instant = Instant::from_micros(1_772_438_400 * MICROS_A_SECOND);

/// The organisation of Fjordlund is as old as this.
pub const SINCE: Day = Day::of(2018, 10, 1);

/// Builds the town as the only tenant, at every host name.
pub async fn town(db: &Db) -> Town {
    town_at(db, "fjordlund", "*").await
}

/// The same town under another slug and host, to try whether anything leaks from one to the other.
pub async fn town_at(db: &Db, slug: &str, host: &str) -> Town {
    build(db, slug, host).await.expect("the town of the tests")
}

/// Services with a clock that stands at [`NOW`].
pub fn services(db: &Db, modules: &[Module]) -> Services {
    services_at(db, &Clock::standing_at(NOW), modules)
}

pub fn services_at(db: &Db, clock: &Clock, modules: &[Module]) -> Services {
    Services::new(db.clone(), clock.clone(), Config::default(), crate::identify::identify, modules)
}

/// The cookie of somebody signed in: the value of the header `cookie`.
pub async fn signed_in(db: &Db, town: &Town, person: PersonId) -> String {
    let stamp = Stamp { tenant: town.tenant, actor: Some(person.uuid()), now: NOW };
    let mut tx = db.begin(stamp).await.expect("a transaction");
    let secret = samskab_web::session::begin(&mut tx, person.uuid(), db.dice()).await.expect("a session");
    tx.commit().await.expect("the session is committed");
    format!("{}={secret}", samskab_web::session::COOKIE)
}

async fn build(db: &Db, slug: &str, host: &str) -> Result<Town> {
    let preset = preset::find("ringkoebing-skjern").expect("the preset of the founding paper");
    let new = NewMunicipality {
        slug,
        name: "Fjordlund Kommune",
        code: "0999",
        hosts: &[host],
        preset,
        takes: Takes::BodiesOnly,
        settings: json!({ "profile": {
            "tagline": "Frivillig i Fjordlund", "tagline_en": "Volunteer in Fjordlund",
            "phone": "70 00 95 61", "email": "frivillig@fjordlund.example",
        } }),
    };
    let tenant = preset::create(db, NOW, new).await?;
    let mut tx = db.begin(Stamp { tenant, actor: None, now: NOW }).await?;
    let town = fill(&mut tx, tenant).await?;
    tx.commit().await?;
    Ok(town)
}

async fn fill(tx: &mut Tx, tenant: TenantId) -> Result<Town> {
    for (postcode, city, latitude, longitude) in
        [("9561", "Fjordlund", 56.858, 10.125), ("9563", "Lynghavn", 56.884, 10.266)]
    {
        let place =
            Place { postcode: postcode.parse().expect("a postcode"), city: city.into(), latitude, longitude };
        place::save(tx, &place).await?;
    }
    let central = unit(tx, "Fjordlund Kommune", UnitKind::Central, None, "9561 Fjordlund").await?;
    let care = unit(tx, "Sundhed og Omsorg", UnitKind::Sector, Some(central), "9561 Fjordlund").await?;
    let schools =
        unit(tx, "Børn, Skole og Familie", UnitKind::Sector, Some(central), "9561 Fjordlund").await?;
    let solgaarden =
        unit(tx, "Plejehjemmet Solgården", UnitKind::CareHome, Some(care), "9561 Fjordlund").await?;
    let havblik = unit(tx, "Plejehjemmet Havblik", UnitKind::CareHome, Some(care), "9563 Lynghavn").await?;
    let school = unit(tx, "Fjordlund Skole", UnitKind::School, Some(schools), "9561 Fjordlund").await?;

    let administrator = person(tx, "Ib Opdigt", "12 70 57 63").await?;
    let coordinator = person(tx, "Asta Prøvested", "12 70 94 76").await?;
    let deputy_coordinator = person(tx, "Malthe Skabelon", "12 70 41 89").await?;
    let key_care = person(tx, "Karen Tænkthøj", "12 70 11 02").await?;
    let key_care_health = person(tx, "Bente Kulisse", "12 70 11 03").await?;
    let key_schools = person(tx, "Erik Fiktiv", "12 70 11 04").await?;
    let contact_solgaarden = person(tx, "Lone Papsen", "12 70 11 05").await?;
    let deputy_solgaarden = person(tx, "Viggo Skitse", "12 70 11 06").await?;
    let ambassador_solgaarden = person(tx, "Connie Opdigt", "12 70 91 19").await?;
    let contact_school = person(tx, "Mette Eksempel", "12 70 11 07").await?;
    let chair_handball = person(tx, "Abel Demosen", "12 70 27 33").await?;
    let coordinator_handball = person(tx, "Agnes Sagnby", "12 70 64 46").await?;

    position(tx, central, PositionKind::Administrator, "Systemadministrator", administrator, "").await?;
    let position_coordinator = position(
        tx,
        central,
        PositionKind::CentralCoordinator,
        "Central frivillighedskoordinator",
        coordinator,
        "volunteering_in_general grants",
    )
    .await?;
    let key = PositionKind::KeyPerson;
    let position_key_care =
        position(tx, care, key, "Konsulent og nøgleperson", key_care, "older_people dementia").await?;
    let position_key_care_health =
        position(tx, care, key, "Sundhedskonsulent og nøgleperson", key_care_health, "health").await?;
    let position_key_schools =
        position(tx, schools, key, "Skolekonsulent og nøgleperson", key_schools, "schools").await?;
    let contact = PositionKind::LocalContact;
    let position_contact_solgaarden =
        position(tx, solgaarden, contact, "Aktivitetsmedarbejder", contact_solgaarden, "").await?;
    let position_contact_school = position(tx, school, contact, "Pædagog", contact_school, "").await?;
    position(tx, solgaarden, PositionKind::Ambassador, "Frivillighedsambassadør", ambassador_solgaarden, "")
        .await?;

    let always = Validity::since(SINCE);
    for (held, deputy) in
        [(position_coordinator, deputy_coordinator), (position_contact_solgaarden, deputy_solgaarden)]
    {
        position::store::appoint(tx, held, deputy, Capacity::Deputy, always).await?;
    }
    position::store::make_liaison(tx, care, position_key_care, SINCE).await?;
    position::store::make_liaison(tx, schools, position_key_schools, SINCE).await?;

    let handball: AssociationId = tx.new_id();
    let mut association = Association::new(
        handball,
        "Fjordlund Håndboldklub",
        AssociationKind::Association,
        Theme::Folkeoplysning,
        NOW,
    );
    association.state = State::Approved;
    association.postcode = "9561".parse().ok();
    association.city = "Fjordlund".into();
    association.place = Some((56.858, 10.125));
    association.phone = "12 70 27 00".parse().ok();
    association.email = "post@haandbold.example".parse().ok();
    association::store::add(tx, &association).await?;
    for (who, role) in
        [(chair_handball, ContactRole::Chair), (coordinator_handball, ContactRole::VolunteerCoordinator)]
    {
        let contact = Contact { is_public: true, ..Contact::new(tx.new_id(), handball, who, role, SINCE) };
        association::store::add_contact(tx, &contact).await?;
    }

    Ok(Town {
        tenant,
        central,
        care,
        schools,
        solgaarden,
        havblik,
        school,
        handball,
        administrator,
        coordinator,
        deputy_coordinator,
        key_care,
        key_care_health,
        key_schools,
        contact_solgaarden,
        deputy_solgaarden,
        ambassador_solgaarden,
        contact_school,
        chair_handball,
        coordinator_handball,
        position_coordinator,
        position_key_care,
        position_key_care_health,
        position_key_schools,
        position_contact_solgaarden,
        position_contact_school,
    })
}

async fn unit(tx: &mut Tx, name: &str, kind: UnitKind, parent: Option<UnitId>, town: &str) -> Result<UnitId> {
    let id = tx.new_id();
    let (postcode, city) = town.split_once(' ').unwrap_or_default();
    let unit = Unit {
        address: "Prøvevej 1".into(),
        postcode: postcode.into(),
        city: city.into(),
        place: Some(if postcode == "9561" { (56.858, 10.125) } else { (56.884, 10.266) }),
        phone: "70 00 95 62".parse().ok(),
        ..Unit::named(id, name, kind, parent, SINCE)
    };
    unit::store::add(tx, &unit).await?;
    Ok(id)
}

/// The address is the name: `asta.proevested@fjordlund.example`.
async fn person(tx: &mut Tx, name: &str, phone: &str) -> Result<PersonId> {
    let id = tx.new_id();
    let address = samskab_kernel::danish::fold(name).replace([' ', '-'], ".");
    let mut person = Person::new(id, name, format!("{address}@fjordlund.example").parse().ok(), NOW);
    person.phone = phone.parse().ok();
    person::store::add(tx, &person).await?;
    Ok(id)
}

async fn position(
    tx: &mut Tx,
    unit: UnitId,
    kind: PositionKind,
    title: &str,
    holder: PersonId,
    topics: &str,
) -> Result<PositionId> {
    let id = tx.new_id();
    let position = Position { topics: topics.into(), ..Position::new(id, unit, kind, title, SINCE) };
    position::store::add(tx, &position).await?;
    position::store::appoint(tx, id, holder, Capacity::Holder, Validity::since(SINCE)).await?;
    Ok(id)
}
