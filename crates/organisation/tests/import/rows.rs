//! What becomes of rows: judged, written, sent again.

use samskab_import::{
    Column, Judge, Kind, Outcome, Row, Same, Setting, T, Verdict,
    check::Carried,
    file::Charset,
    report,
    testing::{carry_out, counts, dry_run, import, readable, says_no_code, sheet},
};
use samskab_kernel::{Day, Locale};
use samskab_organisation::{
    association::{self, Theme},
    import::KINDS,
    place, position,
    testing::{NOW, town},
    unit::{self, Level, Unit, UnitId, UnitKind},
};
use samskab_store::{Connection, Db, Result, Tx, db_test};

use crate::{kind, rows_in_all, setting};

const ASSOCIATIONS: &[u8] = include_bytes!("../data/foreninger.csv");
const UNITS: &[u8] = include_bytes!("../data/enheder.csv");
const POSITIONS: &str = "\
Enhed;Rolle;Titel;Navn;E-mail;Telefon;Fra;Til;Stedfortræder
Plejehjemmet Havblik;lokal kontaktperson;Sygeplejerske;Frida Fabel;frida@fjordlund.example;12 34 56 01;01-01-2026;;nej
Plejehjemmet Havblik;lokal kontaktperson;Sygeplejerske;Gerda Gisning;gerda@fjordlund.example;;01-01-2026;;ja
Plejehjemmet Solgården;kontaktperson;Aktivitetsmedarbejder;Hans Hypotese;hans@fjordlund.example;;01-04-2026;;
Sundhed og Omsorg;nøgleperson;Nøgleperson;Ida Idé;ida@fjordlund.example;;01-01-2026;;
Sundhed og Omsorg;nøgleperson;Nøgleperson;Jens Jeopardi;jens@fjordlund.example;;01-01-2026;;
Sundhed og Omsorg;ambassadør;;Knud Kunstig;;;;;
Findes Ikke;leder;;Lis Løgn;;;;;
Plejehjemmet Havblik;kok;;Mads Myte;;;31-02-2026;;
Plejehjemmet Havblik;leder;;;;;;;
";

#[db_test]
async fn a_messy_file_of_associations_says_row_by_row_what_is_wrong(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let report = dry_run(&db, &setting, kind("associations").unwrap(), &sheet(ASSOCIATIONS)).await;
    insta::assert_snapshot!("associations", readable(&report));
}

#[db_test]
async fn a_messy_file_of_units_says_row_by_row_what_is_wrong(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let report = dry_run(&db, &setting, kind("units").unwrap(), &sheet(UNITS)).await;
    insta::assert_snapshot!("units", readable(&report));
}

#[db_test]
async fn a_file_of_positions_says_row_by_row_what_happens(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let report = dry_run(&db, &setting, kind("positions").unwrap(), &sheet(POSITIONS.as_bytes())).await;
    insta::assert_snapshot!("positions", readable(&report));
}

#[db_test]
async fn the_same_file_a_second_time_changes_nothing(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    for (code, bytes) in
        [("units", UNITS), ("positions", POSITIONS.as_bytes()), ("associations", ASSOCIATIONS)]
    {
        let (kind, sheet) = (kind(code).unwrap(), sheet(bytes));
        let [added, changed, unchanged, rejected] = counts(&import(&db, &setting, kind, &sheet).await);
        assert!(added > 0, "{code}");
        let before = rows_in_all(&db, town.tenant).await;
        let again = import(&db, &setting, kind, &sheet).await;
        assert_eq!(
            counts(&again),
            [0, 0, added + changed + unchanged, rejected],
            "{code}\n{}",
            readable(&again)
        );
        assert_eq!(rows_in_all(&db, town.tenant).await, before, "{code}");
    }
}

#[db_test]
async fn what_was_accepted_is_there_as_the_file_says(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    import(&db, &setting, kind("associations").unwrap(), &sheet(ASSOCIATIONS)).await;
    let mut reader = db.read().await.unwrap();
    let all = association::store::all(&mut reader, town.tenant).await.unwrap();
    let named = |name: &str| all.iter().find(|one| one.name == name).unwrap();
    let scouts = named("Åkær Spejdergruppe");
    assert_eq!(
        (scouts.members, scouts.approved_folkeoplysning, scouts.theme),
        (Some(1252), true, Theme::Folkeoplysning)
    );
    assert_eq!(scouts.state, association::State::Approved);
    let place = place::find(&mut reader, town.tenant, &"9561".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!(scouts.place, Some(place.point()), "found by its postcode");
    assert_eq!(named("Café for ensomme").address, "Forsamlingshuset indgang fra gården");
    assert_eq!(named("Østerbæk Aftenskole \"Aktiv hele livet\"").members, Some(346));
    assert_eq!(named("=2+3").name, "=2+3", "a formula is text");
    assert_eq!(named("Åkirke Lektiecafé").email, None, "“ingen mail” is no address");
}

#[db_test]
async fn rejected_rows_are_mended_and_sent_again(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let kind = kind("associations").unwrap();
    let file = sheet(ASSOCIATIONS);
    let report = import(&db, &setting, kind, &file).await;
    let bytes = report::rejected(&file, &report, T(Locale::Da));
    let rejected = sheet(&bytes);
    assert_eq!(rejected.charset, Charset::Windows1252, "as it came");
    assert_eq!(rejected.header.last().unwrap(), "Fejl");
    assert_eq!(rejected.lines.len(), report.count(Verdict::Rejected));
    assert!(rejected.lines[0].cells.last().unwrap().starts_with("CVR-nr.:"), "{:?}", rejected.lines[0]);

    // As it is, every row is rejected again, and the column with the reasons is no new column.
    let again = dry_run(&db, &setting, kind, &rejected).await;
    assert!(!again.ignored.iter().any(|header| header == "Fejl"));

    let mended =
        encoding_rs::WINDOWS_1252.decode(&bytes).0.replace("12345678", "13748136").replace(";695;", ";6950;");
    let outcome = import(&db, &setting, kind, &sheet(mended.as_bytes())).await;
    // The double of the scouts is here by now: not a double in this file, and nothing new.
    assert_eq!(counts(&outcome)[..3], [2, 0, 1], "{}", readable(&outcome));
}

/// Two clubs that are called the same in one town, as there are.
const ALIKE: &str = "\
Foreningsnavn;Postnr.;Adresse;Telefon
Skakklubben;9561;Havnegade 1;12 00 00 01
Skakklubben;9561;Skolevej 7;12 00 00 02
";

#[db_test]
async fn name_and_postcode_are_no_identity(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let kind = kind("associations").unwrap();
    let file = sheet(ALIKE.as_bytes());
    let report = import(&db, &setting, kind, &file).await;
    assert_eq!(counts(&report), [1, 0, 0, 1], "{}", readable(&report));
    // Sent again unmended, the rejected row changes nobody.
    let rejected = sheet(&report::rejected(&file, &report, T(Locale::Da)));
    let again = import(&db, &setting, kind, &rejected).await;
    assert_eq!(counts(&again), [0, 0, 0, 1], "{}", readable(&again));
    assert!(readable(&again).contains("Vi kan ikke se, om det er den samme"), "{}", readable(&again));
    let first = async || {
        let mut reader = db.read().await.unwrap();
        let all = association::store::all(&mut reader, town.tenant).await.unwrap();
        let mut chess = all.into_iter().filter(|one| one.name == "Skakklubben");
        let found = chess.next().unwrap();
        assert_eq!(chess.next(), None);
        found
    };
    assert_eq!(first().await.address, "Havnegade 1");
    // A telephone number in another writing is the same number: that one is meant, and its street is mended.
    let moved = "Foreningsnavn;Postnr.;Adresse;Telefon\nSkakklubben;9561;Strandvej 3;+45 12000001\n";
    let changed = import(&db, &setting, kind, &sheet(moved.as_bytes())).await;
    assert_eq!(counts(&changed), [0, 1, 0, 0], "{}", readable(&changed));
    assert_eq!(first().await.address, "Strandvej 3");
}

#[db_test]
async fn a_mac_writes_the_same_names(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let kind = kind("associations").unwrap();
    let composed = "Nr;Foreningsnavn;Postnr.\n7;Åkær Caf\u{e9}klub;9561\n";
    let apart = "Nr;Foreningsnavn;Postnr.\n7;A\u{30a}kær Cafe\u{301}klub;9561\n";
    assert_eq!(counts(&import(&db, &setting, kind, &sheet(composed.as_bytes())).await), [1, 0, 0, 0]);
    let again = import(&db, &setting, kind, &sheet(apart.as_bytes())).await;
    assert_eq!(counts(&again), [0, 0, 1, 0], "{}", readable(&again));
}

#[db_test]
async fn the_last_line_of_an_export_becomes_no_association(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let file = format!("{ALIKE}Udtrukket 28-11-2026 fra foreningsportalen;;;\n");
    let report = import(&db, &setting, kind("associations").unwrap(), &sheet(file.as_bytes())).await;
    assert_eq!(counts(&report), [1, 0, 0, 2], "{}", readable(&report));
    assert!(readable(&report).contains("bundlinjen fra et udtræk"), "{}", readable(&report));
}

#[db_test]
async fn a_change_of_a_unit_keeps_what_it_was(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let units = kind("units").unwrap();
    let file = |text: &str| {
        sheet(format!("Nr;Overordnet nr;Navn;Niveau;Telefon;Gyldig fra;Gyldig til\n{text}").as_bytes())
    };
    import(
        &db,
        &setting,
        units,
        &file("1;;Fjordlund;1;;;\n20;1;Kultur;2;;01-10-2018;\n21;20;Biblioteket;3;12345678;01-10-2018;"),
    )
    .await;

    // An empty cell takes nothing away; a new name holds from today.
    let report = import(&db, &setting, units, &file("21;20;Hovedbiblioteket;3;;01-10-2018;")).await;
    assert_eq!(counts(&report), [0, 1, 0, 0]);
    let mut reader = db.read().await.unwrap();
    let id = unit::store::by_number(&mut reader, town.tenant).await.unwrap()["21"];
    let versions = unit::store::versions(&mut reader, town.tenant, id).await.unwrap();
    let seen: Vec<(&str, Day, Option<Day>)> =
        versions.iter().map(|unit| (unit.name.as_str(), unit.validity.from, unit.validity.to)).collect();
    let yesterday = NOW.day().plus_days(-1);
    assert_eq!(
        seen,
        [("Biblioteket", Day::of(2018, 10, 1), Some(yesterday)), ("Hovedbiblioteket", NOW.day(), None)]
    );
    assert!(versions.iter().all(|unit| unit.phone.is_some()));
    drop(reader);

    // A plan for the summer, then the end.
    import(&db, &setting, units, &file("21;20;Bibliotekshuset;3;;01-07-2026;")).await;
    let mut reader = db.read().await.unwrap();
    assert_eq!(
        unit::store::find(&mut reader, town.tenant, id, NOW.day()).await.unwrap().unwrap().name,
        "Hovedbiblioteket"
    );
    drop(reader);
    let ends = file("21;20;Bibliotekshuset;3;;01-07-2026;31-12-2026");
    assert_eq!(counts(&import(&db, &setting, units, &ends).await), [0, 1, 0, 0]);
    assert_eq!(counts(&import(&db, &setting, units, &ends).await), [0, 0, 1, 0]);
    let mut reader = db.read().await.unwrap();
    assert!(unit::store::find(&mut reader, town.tenant, id, Day::of(2026, 12, 31)).await.unwrap().is_some());
    assert!(unit::store::find(&mut reader, town.tenant, id, Day::of(2027, 1, 1)).await.unwrap().is_none());
}

#[db_test]
async fn a_new_holder_succeeds_the_one_before(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    import(&db, &setting, kind("positions").unwrap(), &sheet(POSITIONS.as_bytes())).await;
    let mut reader = db.read().await.unwrap();
    let every =
        position::store::every_appointment(&mut reader, town.tenant, town.position_contact_solgaarden)
            .await
            .unwrap();
    let holders: Vec<_> = every
        .iter()
        .filter(|one| one.capacity == position::Capacity::Holder)
        .map(|one| (one.name.as_str(), one.validity.from, one.validity.to))
        .collect();
    assert_eq!(
        holders,
        [
            ("Hans Hypotese", Day::of(2026, 4, 1), None),
            ("Lone Papsen", samskab_organisation::testing::SINCE, Some(Day::of(2026, 3, 31))),
        ]
    );
}

/// A kind whose third row cannot be written: it has the id of the second.
static BREAKS: Kind = Kind::of::<Breaks>(|_, _| None);

struct Breaks {
    first: UnitId,
    second: UnitId,
}

impl Judge for Breaks {
    const CODE: &'static str = "breaks";
    const EVENT: &'static str = "unit.imported";
    const UNDONE: &'static str = "unit.import_undone";
    const THINGS: &'static [samskab_import::Thing] = &[];
    const COLUMNS: &'static [Column] = &[Column::new("name", "Navn", &[], "").required()];

    type Draft = ();
    type Key = ();
    type Change = Unit;

    async fn look_up(_: &mut Connection, setting: &Setting) -> Result<Self> {
        Ok(Self { first: setting.new_id(), second: setting.new_id() })
    }

    fn read(&self, _: &mut Row, _: &Setting) {}

    fn same(&self, (): &()) -> Option<Same<()>> {
        None
    }

    fn judge(&mut self, place: usize, row: &mut Row, (): &(), setting: &Setting) -> Outcome<Unit> {
        let id = if place == 0 { self.first } else { self.second };
        Outcome::Added(Unit::named(id, row.cell("name"), UnitKind::Central, None, setting.today()))
    }

    fn touches(_: &Unit) -> Vec<samskab_import::Touched> {
        Vec::new()
    }

    async fn write(unit: Unit, tx: &mut Tx) -> Result<()> {
        unit::store::add(tx, &unit).await
    }
}

#[db_test]
async fn when_a_row_in_the_middle_fails_nothing_is_written(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let file = sheet(b"Navn\nen\nto\ntre\nfire\n");
    let before = rows_in_all(&db, town.tenant).await;
    let seen = dry_run(&db, &setting, &BREAKS, &file).await;
    assert_eq!(counts(&seen), [4, 0, 0, 0]);
    let carried = carry_out(&db, &setting, &BREAKS, &file, &seen).await;
    assert!(matches!(carried, Carried::Failed { line: 4, .. }), "{carried:?}");
    assert_eq!(rows_in_all(&db, town.tenant).await, before);
}

#[db_test]
async fn what_was_changed_since_the_dry_run_is_not_overwritten_unseen(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let (kind, file) = (
        kind("associations").unwrap(),
        sheet(
            "Navn;Postnr.;E-mail;Telefon\nFjordlund Håndboldklub;9561;post@haandbold.example;12 12 12 12\n"
                .as_bytes(),
        ),
    );
    let seen = dry_run(&db, &setting, kind, &file).await;
    assert_eq!(counts(&seen), [0, 1, 0, 0]);
    // Somebody else is quicker.
    let mut tx = db.begin(setting.stamp()).await.unwrap();
    let mut club = association::store::find(&mut tx, town.tenant, town.handball).await.unwrap().unwrap();
    club.phone = "13 13 13 13".parse().ok();
    association::store::save(&mut tx, &club).await.unwrap();
    tx.record(association::AssociationChanged { association: town.handball }).await.unwrap();
    tx.commit().await.unwrap();
    let carried = carry_out(&db, &setting, kind, &file, &seen).await;
    let Carried::Otherwise(now) = carried else { panic!("{carried:?}") };
    assert_eq!(now.rows[0].changes[0].from, "13 13 13 13");
    let mut reader = db.read().await.unwrap();
    assert_eq!(association::store::find(&mut reader, town.tenant, town.handball).await.unwrap(), Some(club));
}

#[db_test]
async fn ten_thousand_rows_cost_a_few_questions_and_one_write_each(db: Db) {
    const ROWS: u64 = 10_000;
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let kind = kind("associations").unwrap();
    let mut text = String::from("Nr;Foreningsnavn;Adresse;Postnr.;By;E-mail;Kategori;Antal medlemmer\n");
    for number in 1..=ROWS {
        text.push_str(&format!(
            "{number};Forening {number};Vej {number};9561;Fjordlund;kontakt@forening{number}.example;Kultur;{}\n",
            number % 900
        ));
    }
    let file = sheet(text.as_bytes());
    let began = samskab_store::queries_run();
    let seen = dry_run(&db, &setting, kind, &file).await;
    let judged = samskab_store::queries_run();
    assert_eq!(counts(&seen), [ROWS as usize, 0, 0, 0]);
    assert!(judged - began < 20, "{} queries to judge", judged - began);
    import(&db, &setting, kind, &file).await;
    let written = samskab_store::queries_run();
    assert!(written - judged < ROWS + 50, "{} queries to write", written - judged);
    let again = dry_run(&db, &setting, kind, &file).await;
    assert_eq!(counts(&again), [0, 0, ROWS as usize, 0]);
    assert!(samskab_store::queries_run() - written < 20);
}

/// A file of one municipality sees nothing of another's.
#[db_test]
async fn two_municipalities_import_the_same_numbers(db: Db) {
    let here = town(&db).await;
    let there = samskab_organisation::testing::town_at(&db, "nabo", "nabo.example").await;
    let file = sheet("Nr;Foreningsnavn;Postnr.\n1;Skakklubben;9561\n".as_bytes());
    let kind = kind("associations").unwrap();
    for town in [here, there] {
        let setting = setting(&db, &town).await;
        assert_eq!(counts(&import(&db, &setting, kind, &file).await), [1, 0, 0, 0]);
    }
}

#[test]
fn every_kind_explains_itself_in_both_languages_and_its_examples_can_be_imported() {
    for kind in &KINDS {
        for locale in Locale::ALL {
            for text in [kind.label(locale), kind.about(locale), kind.recognised_by(locale)] {
                assert!(text != kind.code && !text.is_empty(), "{} {locale:?}", kind.code);
            }
        }
        let mut keys: Vec<&str> = kind.columns.iter().map(|column| column.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), kind.columns.len(), "{} has a column twice", kind.code);
    }
    assert_eq!(Level::ALL.len(), 3);
}

#[db_test]
async fn no_report_calls_a_column_by_its_code(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    for kind in &KINDS {
        says_no_code(&db, &setting, kind).await;
    }
}

#[db_test]
async fn who_is_an_administrator_is_not_said_by_a_coordinators_file(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let file = "Enhed;Rolle;Titel;Navn;E-mail;Fra;Stedfortræder\n\
                Fjordlund Kommune;administrator;Systemadministrator;Asta Prøvested;asta@fjordlund.example;02-03-2026;ja\n\
                Fjordlund Kommune;administrator;Systemejer;Asta Prøvested;asta@fjordlund.example;02-03-2026;nej\n";
    let of = |actor| Setting { actor, ..setting.clone() };
    let positions = kind("positions").unwrap();
    for (actor, expected) in [
        (Some(town.coordinator.uuid()), [0, 0, 0, 2]),
        (Some(town.administrator.uuid()), [2, 0, 0, 0]),
        (None, [2, 0, 0, 0]),
    ] {
        let report = dry_run(&db, &of(actor), positions, &sheet(file.as_bytes())).await;
        assert_eq!(counts(&report), expected, "{}", readable(&report));
    }
}
