use samskab_import::{Report, Verdict, testing};
use samskab_kernel::Locale;
use samskab_organisation::testing::{NOW, Town, town};
use samskab_store::{Db, Stamp, db_test};

use super::*;

const FILE: &str = "\
Nr;Enhed;Forening;Titel;Kort fortalt;Det skal du lave;Tema;Dato;Ugedage;Kl. fra;Kl. til;Timer om ugen;Hjemmefra;Antal frivillige;Kontaktpersonens e-mail;Det gør de ansatte;Det gør de frivillige;Det aftales først;Forsikring;Krav;Offentliggør
1;Plejehjemmet Solgården;;Kaffe og højtlæsning;Læs avisen for beboerne.;Lav kaffe | Læs højt;Socialt;28-03-2026;;14.00;16.00;;nej;2;lone.papsen@fjordlund.example;Pleje;Kaffe;Ture ud af huset;arbejde;tavshedspligt;ja
2;;Fjordlund Håndboldklub;Træner for de små;Giv børn glæde ved bolden.;Træn de yngste;Idræt;;tirsdag, torsdag;16;17.30;;;1;abel.demosen@fjordlund.example;;;;forening;børneattest;ja
;;Fjordlund Håndboldklub;Klip film til hjemmesiden;Når det passer dig.;Klip film;;;;;;1,5;ja;;;;;;;;ja
3;Plejehjemmet Solgården;Fjordlund Håndboldklub;To steder på en gang;;;;;;;;;;;;;;;;;
4;Findes Ikke;;Ukendt sted;;;;;;;;;;;;;;;;;
5;Plejehjemmet Havblik;;Umulig tid;;;;31-02-2026;;25.00;;;;mange;ukendt@fjordlund.example;;;;;;måske
1;Plejehjemmet Solgården;;Samme nummer;;;;;;;;;;;;;;;;;
";

async fn setting(db: &Db, town: &Town) -> Setting {
    testing::setting(db, town.tenant, town.coordinator.uuid(), NOW).await
}

async fn import(db: &Db, setting: &Setting, text: &str) -> Report {
    testing::import(db, setting, &KINDS[0], &testing::sheet(text.as_bytes())).await
}

fn verdicts(report: &Report) -> Vec<Verdict> {
    report.rows.iter().map(|row| row.verdict).collect()
}

fn columns(report: &Report, place: usize) -> Vec<&str> {
    report.rows[place].problems.iter().map(|note| note.column.as_str()).collect()
}

#[db_test]
async fn tasks_come_in_as_if_typed_and_twice_changes_nothing(db: Db) {
    use Verdict::{Added, Changed, Rejected, Unchanged};
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let report = import(&db, &setting, FILE).await;
    assert_eq!(
        verdicts(&report),
        [Added, Added, Added, Rejected, Rejected, Rejected, Rejected],
        "{report:#?}"
    );
    assert_eq!(columns(&report, 3), ["Enhed"]);
    assert_eq!(columns(&report, 4), ["Enhed"]);
    for column in ["Dato", "Kontaktpersonens e-mail", "Offentliggør"] {
        assert!(columns(&report, 5).contains(&column), "{column}: {:?}", report.rows[5]);
    }
    assert_eq!(columns(&report, 6), ["Nr"]);
    assert!(report.rows[2].remarks[0].text.contains("Vælg en kontaktperson"), "{:?}", report.rows[2]);

    let mut reader = db.read().await.unwrap();
    let posters = [Poster::Unit(town.solgaarden), Poster::Association(town.handball)];
    let tasks = store::list_for_posters(&mut reader, town.tenant, &posters).await.unwrap();
    drop(reader);
    let titled = |title: &str| tasks.iter().find(|task| task.title == title).unwrap();
    let coffee = titled("Kaffe og højtlæsning");
    assert!(coffee.state.is_open(), "{:?}", coffee.missing(NOW));
    assert_eq!(
        (coffee.does.as_slice(), coffee.city.as_str()),
        (&["Lav kaffe".to_owned(), "Læs højt".into()][..], "Fjordlund")
    );
    assert_eq!(coffee.contact, Some(town.contact_solgaarden));
    assert_eq!(
        titled("Træner for de små").time.sentence(Locale::Da, NOW.day()),
        "hver tirsdag og torsdag kl. 16.00–17.30"
    );
    assert!(matches!(titled("Klip film til hjemmesiden").state, State::Draft { .. }));

    let again = import(&db, &setting, FILE).await;
    assert_eq!(verdicts(&again)[..3], [Unchanged; 3], "{again:#?}");

    let changed = import(
        &db,
        &setting,
        "Nr;Enhed;Titel;Kl. til;Antal frivillige\n1;Plejehjemmet Solgården;Kaffe og højtlæsning;16.30;\n",
    )
    .await;
    assert_eq!(verdicts(&changed), [Changed]);
    assert_eq!(changed.rows[0].changes.len(), 1, "an empty cell takes nothing away: {:?}", changed.rows[0]);
    assert_eq!(changed.rows[0].changes[0].to, "16.30");
    assert!(changed.rows[0].remarks[0].text.contains("får ikke besked"), "{:?}", changed.rows[0]);
}

#[db_test]
async fn an_association_that_has_not_declared_gets_a_draft_and_reads_why(db: Db) {
    let town = town(&db).await;
    let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
    crate::testing::set_settings(&mut tx, r#"{"declaration_gates": "all"}"#).await;
    tx.commit().await.unwrap();
    let setting = setting(&db, &town).await;
    let report = import(&db, &setting, FILE).await;
    let state = async |title: &str, poster: Poster| {
        let mut reader = db.read().await.unwrap();
        let tasks = store::list_for_poster(&mut reader, town.tenant, poster).await.unwrap();
        tasks.into_iter().find(|task| task.title == title).unwrap().state
    };
    let handball = Poster::Association(town.handball);
    assert!(report.rows[1].remarks[0].text.contains("årets erklæring"), "{:?}", report.rows[1]);
    assert!(matches!(state("Træner for de små", handball).await, State::Draft { .. }));
    let solgaarden = Poster::Unit(town.solgaarden);
    assert!(state("Kaffe og højtlæsning", solgaarden).await.is_open(), "a unit declares nothing");

    crate::testing::declare(&db, &town).await;
    let report = import(&db, &setting, FILE).await;
    assert_eq!(report.rows[1].verdict, Verdict::Changed, "{:?}", report.rows[1]);
    assert!(state("Træner for de små", handball).await.is_open());
}

#[test]
fn weekdays_as_people_write_them() {
    for text in ["tirsdag, torsdag", "Tirsdage og torsdage", "ti/to", "2 4", "TIRSDAG\ntorsdag"] {
        assert_eq!(weekdays(text), Some(vec!["2".to_owned(), "4".to_owned()]), "{text}");
    }
    assert_eq!(weekdays("Lørdag"), Some(vec!["6".to_owned()]));
    assert_eq!(weekdays("hver anden uge"), None);
    assert_eq!(weekdays(""), None);
}

#[test]
fn every_word_for_a_requirement_or_an_insurance_is_in_the_catalogue() {
    for text in ["boerneattest", "tavshedspligt", "kursus", "intro", "infomoede", "koerekort"] {
        assert!(requirement_called(text).is_some_and(|key| catalogue::requirement(key).is_some()), "{text}");
    }
    for text in ["arbejde", "indsats", "forening", "egen", "uafklaret"] {
        assert!(insurance_called(text).is_some_and(|key| catalogue::insurance(key).is_some()), "{text}");
    }
}

#[db_test]
async fn what_the_catalogue_names_is_known_by_its_names_and_everyday_words(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    let file = "Nr;Enhed;Titel;Målgrupper;Godt at kunne;Krav\n\
        1;Plejehjemmet Solgården;Kaffe;Mennesker, der savner selskab|ældre;læse højt, klaver;\n\
        2;Plejehjemmet Solgården;Film;ufoer;Teater og film;kørekort | flyvecertifikat\n";
    let report = import(&db, &setting, file).await;
    assert_eq!(verdicts(&report), [Verdict::Added, Verdict::Rejected], "{report:#?}");
    assert_eq!(columns(&report, 1), ["Krav", "Målgrupper"]);
    assert!(report.rows[1].problems[1].text.contains("»ufoer«"), "{:?}", report.rows[1].problems);
    let mut reader = db.read().await.unwrap();
    let tasks = store::list_for_posters(&mut reader, town.tenant, &[Poster::Unit(town.solgaarden)]).await;
    let task = tasks.unwrap().into_iter().find(|task| task.title == "Kaffe").unwrap();
    assert_eq!(task.target_groups, ["lonely_people", "older_people"]);
    assert_eq!(task.competences, ["reading_aloud", "music"]);
}

const TO_UNDO: &str = "\
Nr;Enhed;Titel;Kort fortalt;Det skal du lave;Tema;Dato;Kl. fra;Kl. til;Hjemmefra;Antal frivillige;Kontaktpersonens e-mail;Det gør de ansatte;Det gør de frivillige;Det aftales først;Forsikring;Offentliggør
11;Plejehjemmet Solgården;Kaffe om lørdagen;Læs avisen.;Lav kaffe;Socialt;28-03-2026;14.00;16.00;nej;2;lone.papsen@fjordlund.example;Pleje;Kaffe;Ture;arbejde;ja
12;Plejehjemmet Solgården;Sang om søndagen;Syng med.;Syng;Socialt;29-03-2026;14.00;16.00;nej;2;lone.papsen@fjordlund.example;Pleje;Sang;Ture;arbejde;nej
13;Plejehjemmet Solgården;Gåtur om mandagen;Gå med.;Gå;Socialt;30-03-2026;14.00;16.00;nej;2;lone.papsen@fjordlund.example;Pleje;Gang;Ture;arbejde;nej
";

/// One is published since and stays; one that was there gets its former title back; what nobody has met goes.
#[db_test]
async fn an_import_of_tasks_is_taken_back_but_for_what_was_published_since(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    import(&db, &setting, &TO_UNDO.replace("Gåtur om mandagen", "Gåtur hver mandag")).await;
    let changed =
        TO_UNDO.replace("11;Plejehjemmet", "21;Plejehjemmet").replace("12;Plejehjemmet", "22;Plejehjemmet");
    let changed = changed.replace("Kaffe om", "Te om").replace("Sang om", "Dans om");
    let sheet = testing::sheet(changed.as_bytes());
    let run = testing::imported(&db, &setting, &KINDS[0], &sheet).await;

    let solgaarden = [Poster::Unit(town.solgaarden)];
    let mut tx = db.begin(Stamp { now: NOW.plus_days(1), ..setting.stamp() }).await.unwrap();
    let tasks = store::list_for_posters(&mut tx, town.tenant, &solgaarden).await.unwrap();
    let dance = tasks.into_iter().find(|task| task.title == "Dans om søndagen").unwrap();
    let settings = Settings::of(&setting.tenant);
    let dance = dance.publish(&settings, NOW.plus_days(1)).unwrap();
    store::save(&mut tx, &dance).await.unwrap();
    tx.commit().await.unwrap();

    let rows = testing::taken_back(&db, &setting, &KINDS[0], run, &traces::BUILT).await;
    let why = "Er offentliggjort siden importen, så frivillige kan se den.";
    let said: Vec<(&str, &str)> = rows.iter().map(|(name, stays)| (name.as_str(), stays.as_str())).collect();
    assert_eq!(said, [("Te om lørdagen", ""), ("Dans om søndagen", why), ("Gåtur om mandagen", "")]);
    let mut reader = db.read().await.unwrap();
    let tasks = store::list_for_posters(&mut reader, town.tenant, &solgaarden).await.unwrap();
    let mut titles: Vec<&str> = tasks.iter().map(|task| task.title.as_str()).collect();
    titles.sort_unstable();
    assert_eq!(titles, ["Dans om søndagen", "Gåtur hver mandag", "Kaffe om lørdagen", "Sang om søndagen"]);
}

#[db_test]
async fn no_report_calls_a_column_by_its_code(db: Db) {
    let town = town(&db).await;
    let setting = setting(&db, &town).await;
    testing::says_no_code(&db, &setting, &KINDS[0]).await;
    let report =
        testing::dry_run(&db, &setting, &KINDS[0], &testing::sheet("Titel\nKaffe\n".as_bytes())).await;
    assert!(
        report.rows[0]
            .problems
            .iter()
            .any(|note| note.to_string() == "Skriv enten en enhed eller en forening."),
        "{:?}",
        report.rows[0].problems
    );
}
