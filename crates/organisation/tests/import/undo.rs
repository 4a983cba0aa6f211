//! An import is taken back: what nobody has built on goes or is as it was, and what somebody has built on stays.

use samskab_import::testing::{imported, sheet, taken_back};
use samskab_kernel::Day;
use samskab_organisation::{
    association,
    import::BUILT,
    position,
    testing::{NOW, town},
    unit::{self, Unit, UnitKind},
};
use samskab_store::{Db, Stamp, db_test};

use crate::{kind, setting};

samskab_store::statements! {
    TOWN_ROWS = "select 'unit', cast(count(*) as text) from unit where tenant_id = $1
        union all select 'version ' || name, coalesce(phone, '') || coalesce(valid_to, '') || valid_from || coalesce(email, '')
            from unit_version where tenant_id = $1
        union all select 'person ' || name, coalesce(phone, '') || coalesce(email, '') from person where tenant_id = $1
        union all select 'position ' || title, kind from position where tenant_id = $1
        union all select 'appointment', valid_from || coalesce(valid_to, '') || capacity from appointment where tenant_id = $1
        union all select 'association ' || name, coalesce(email, '') || city || topics || sort_key from association where tenant_id = $1";
}

/// Everything an import of this context may touch, in words.
async fn whole(db: &Db, tenant: samskab_kernel::TenantId) -> Vec<(String, String)> {
    let mut reader = db.read().await.unwrap();
    let mut rows: Vec<(String, String)> = reader.query(&TOWN_ROWS).bind(tenant).all().await.unwrap();
    rows.sort();
    rows
}

const UNITS: &str = "\
Nr;Overordnet nr;Navn;Niveau;Type;Telefon;Gyldig til
1;;Fjordlund Kommune;1;;;
;;Plejehjemmet Solgården;3;plejehjem;70 80 90 10;
;;Plejehjemmet Havblik;3;plejehjem;;01-12-2026
900;1;Kultur og Fritid Nyt;2;fag;;
901;900;Kulturhuset Lygten;3;kulturhus;;
";
const POSITIONS: &str = "\
Enhed;Rolle;Titel;Navn;E-mail;Telefon;Fra
Plejehjemmet Solgården;lokal kontaktperson;Lokal kontaktperson;Frida Fabel;frida@fjordlund.example;12 34 56 01;01-03-2026
Plejehjemmet Havblik;leder;Leder;Gerda Gisning;gerda@fjordlund.example;;01-03-2026
Plejehjemmet Havblik;ambassadør;Ambassadør;Gerda Gisning;gerda@fjordlund.example;;01-03-2026
";
const ASSOCIATIONS: &str = "\
Foreningsnavn;Postnr.;E-mail
Skovens Kor;;kor@fjordlund.example
Fjordlund Roklub;;ro@fjordlund.example
";

#[db_test]
async fn everything_is_as_it_was_when_nobody_has_built_on_it(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    for (code, file) in [("units", UNITS), ("positions", POSITIONS), ("associations", ASSOCIATIONS)] {
        let before = whole(&db, town.tenant).await;
        let kind = kind(code).unwrap();
        let run = imported(&db, &setting, kind, &sheet(file.as_bytes())).await;
        assert_ne!(whole(&db, town.tenant).await, before, "{code}: something was written");
        let rows = taken_back(&db, &setting, kind, run, &BUILT).await;
        assert!(!rows.is_empty() && rows.iter().all(|(_, stays)| stays.is_empty()), "{code}: {rows:?}");
        assert_eq!(whole(&db, town.tenant).await, before, "{code}");
    }
}

#[db_test]
async fn an_association_that_somebody_has_edited_stays_and_the_others_go(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let kind = kind("associations").unwrap();
    let run = imported(&db, &setting, kind, &sheet(ASSOCIATIONS.as_bytes())).await;
    let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
    let all = association::store::all(&mut tx, town.tenant).await.unwrap();
    let mut choir = all.into_iter().find(|one| one.name == "Skovens Kor").unwrap();
    choir.about = "Vi synger hver onsdag.".to_owned();
    association::store::save(&mut tx, &choir).await.unwrap();
    tx.commit().await.unwrap();

    let rows = taken_back(&db, &setting, kind, run, &BUILT).await;
    let stays = |name: &str| rows.iter().find(|(row, _)| row == name).unwrap().1.clone();
    assert_eq!(stays("Skovens Kor"), "Er ændret siden importen.");
    assert_eq!(stays("Fjordlund Roklub"), "");
    let mut reader = db.read().await.unwrap();
    let names: Vec<String> = association::store::all(&mut reader, town.tenant)
        .await
        .unwrap()
        .into_iter()
        .map(|one| one.name)
        .collect();
    assert!(names.contains(&"Skovens Kor".to_owned()) && !names.contains(&"Fjordlund Roklub".to_owned()));
}

/// A place that was put under an imported department keeps it, and with it what the department stands on.
#[db_test]
async fn a_unit_with_something_under_it_stays(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let kind = kind("units").unwrap();
    let run = imported(&db, &setting, kind, &sheet(UNITS.as_bytes())).await;
    let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
    let department = unit::store::by_number(&mut tx, town.tenant).await.unwrap()["900"];
    let id = tx.new_id();
    let house = Unit::named(id, "Musikskolen", UnitKind::CultureHouse, Some(department), NOW.day());
    unit::store::add(&mut tx, &house).await.unwrap();
    tx.commit().await.unwrap();

    let rows = taken_back(&db, &setting, kind, run, &BUILT).await;
    let stays = |name: &str| rows.iter().find(|(row, _)| row == name).unwrap().1.clone();
    assert_eq!(stays("Kultur og Fritid Nyt"), "Andre enheder hører under den.");
    assert_eq!(stays("Kulturhuset Lygten"), "", "nothing stands on it");
    assert_eq!(stays("Plejehjemmet Solgården"), "", "what was changed is as it was");
}

/// Two rows made one person; one of the positions has gone on. The other goes, and the person stays for the first.
#[db_test]
async fn somebody_whose_time_was_changed_stays_with_all_that_belongs_to_it(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let kind = kind("positions").unwrap();
    let run = imported(&db, &setting, kind, &sheet(POSITIONS.as_bytes())).await;
    let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
    let held = position::store::all(&mut tx, town.tenant, Day::of(2026, 3, 20)).await.unwrap();
    let ambassador = held.iter().find(|held| held.position.title == "Ambassadør").unwrap();
    let appointment = ambassador.appointments[0].id;
    position::store::end_appointment(&mut tx, appointment, Day::of(2026, 6, 30)).await.unwrap();
    tx.commit().await.unwrap();

    let rows = taken_back(&db, &setting, kind, run, &BUILT).await;
    let stays = |name: &str| rows.iter().find(|(row, _)| row.contains(name)).unwrap().1.clone();
    assert_eq!(stays("Frida Fabel"), "");
    assert_eq!(stays("Gerda Gisning, Ambassadør"), "Er ændret siden importen.");
    // She was made by the row of the leader, so that one stays with her.
    assert_eq!(stays("Gerda Gisning, Leder"), "Har fået en stilling til.");
}
