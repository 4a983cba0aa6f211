//! The pages: a file is sent, judged apart from the request, read, carried out, forgotten.

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use rust_xlsxwriter::{Formula, Workbook};
use samskab_import::Imports;
use samskab_jobs::Worker;
use samskab_kernel::Clock;
use samskab_organisation::testing::{NOW, Town, services_at, signed_in, town};
use samskab_store::{Db, db_test};
use samskab_web::Services;
use tower::ServiceExt as _;

const IMPORTS: Imports =
    Imports { kinds: &[&samskab_organisation::import::KINDS], may_import: samskab_organisation::import::may };

struct House {
    db: Db,
    town: Town,
    router: Router,
    services: Services,
    cookie: String,
    clock: Clock,
}

async fn house(db: Db) -> House {
    let town = town(&db).await;
    let modules = || vec![samskab_organisation::module(), samskab_import::module(IMPORTS)];
    let clock = Clock::standing_at(NOW);
    let services = services_at(&db, &clock, &modules());
    let (router, _) = samskab_web::app(&services, modules());
    let cookie = signed_in(&db, &town, town.coordinator).await;
    House { db, town, router, services, cookie, clock }
}

impl House {
    async fn ask(&self, request: Request<Body>) -> (StatusCode, String, Vec<u8>) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let to = response
            .headers()
            .get(header::LOCATION)
            .map(|to| to.to_str().unwrap().to_owned())
            .unwrap_or_default();
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, to, body.to_vec())
    }

    fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost")
            .header(header::ORIGIN, "http://localhost")
            .header(header::COOKIE, &self.cookie)
    }

    async fn get(&self, path: &str) -> (StatusCode, String) {
        let (status, _, body) = self.ask(self.request("GET", path).body(Body::empty()).unwrap()).await;
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    async fn post(&self, path: &str) -> (StatusCode, String) {
        let (status, to, _) = self.ask(self.request("POST", path).body(Body::empty()).unwrap()).await;
        (status, to)
    }

    async fn send(&self, kind: &str, bytes: &[u8]) -> (StatusCode, String, String) {
        self.send_named(kind, "foreninger.csv", bytes).await
    }

    async fn send_named(&self, kind: &str, name: &str, bytes: &[u8]) -> (StatusCode, String, String) {
        let mut body = format!(
            "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n--x\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--x--\r\n");
        let request =
            self.request("POST", "/import").header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        let (status, to, page) = self.ask(request.body(Body::from(body)).unwrap()).await;
        (status, to, String::from_utf8_lossy(&page).into_owned())
    }

    /// How many associations have this name.
    async fn called(&self, name: &str) -> i64 {
        samskab_store::statements! {
            CALLED = "select count(*) from association where tenant_id = $1 and name = $2";
        }
        let mut reader = self.db.read().await.unwrap();
        reader.query(&CALLED).bind(self.town.tenant).bind(name.to_owned()).scalar().await.unwrap()
    }

    async fn work(&self, now: samskab_kernel::Instant) {
        self.clock.set(now);
        let worker = Worker::new(self.db.clone(), self.clock.clone(), self.services.clone())
            .register_all(samskab_import::jobs(IMPORTS));
        worker.run_until_idle(now).await.unwrap();
    }
}

/// Law B.4: the house never has one, by whichever door it is carried in.
#[db_test]
async fn a_certificate_is_refused_at_the_door_with_the_reason(db: Db) {
    let house = house(db).await;
    for (name, bytes) in [
        ("Børneattest Vilma.csv", b"Navn;CVR\n" as &[u8]),
        ("liste.csv", b"Privat straffeattest fra Kriminalregisteret"),
    ] {
        let (status, _, page) = house.send_named("associations", name, bytes).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(
            page.contains("Upload aldrig en børneattest") && page.contains("file-error"),
            "{name}: {page}"
        );
    }
    // A picture may be one, and whoever took the wrong file reads what is wrong with it first.
    for (name, bytes) in [("scan.csv", b"%PDF-1.7" as &[u8]), ("foto.png", b"\x89PNG")] {
        let (status, _, page) = house.send_named("associations", name, bytes).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(page.contains("Det er et billede eller en PDF"), "{name}: {page}");
    }
    let (status, _, _) = house.send("associations", FILE).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "and a list is taken in");
}

const FILE: &[u8] = include_bytes!("../../../organisation/tests/data/foreninger.csv");

#[db_test]
async fn a_file_is_sent_tried_saved_and_forgotten(db: Db) {
    let house = house(db).await;
    let (status, to, _) = house.send("associations", FILE).await;
    assert_eq!(status, StatusCode::SEE_OTHER);

    let (_, page) = house.get(&to).await;
    assert!(
        page.contains("Vi læser filen") && page.contains("http-equiv=\"refresh\""),
        "under way, also without scripts"
    );
    house.work(NOW).await;
    let (_, page) = house.get(&to).await;
    assert!(page.contains("Intet er gemt endnu") && page.contains("12345678"), "{page}");
    assert!(!page.contains("http-equiv=\"refresh\""));
    // It opens on the rows that need a person.
    assert!(page.contains("aria-current=\"true\">Skal ses"), "{page}");
    assert!(
        !page.contains("s-report-new\"><td class=\"s-report-row\">2<"),
        "what is in order comes after: {page}"
    );
    let (_, rejected) = house.get(&format!("{to}?vis=rejected")).await;
    assert!(
        !rejected.contains("Åkær Spejdergruppe</td><td><span class=\"s-state s-state-good"),
        "only the rejected"
    );

    let (status, _) = house.post(&format!("{to}/gennemfoerelse")).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    // Impatient: nothing happens twice.
    house.post(&format!("{to}/gennemfoerelse")).await;
    house.work(NOW).await;
    let (_, page) = house.get(&to).await;
    assert!(page.contains("rækker er gemt"), "{page}");

    let (status, rejected) = house.get(&format!("{to}/afviste")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        rejected.lines().next().unwrap().ends_with(";Fejl")
            && rejected.contains("'=HYPERLINK") == rejected.contains("HYPERLINK")
    );

    // Two days later the file and its personal data are gone; that it was imported stays.
    house.work(NOW.plus_days(2)).await;
    assert_eq!(house.get(&format!("{to}/afviste")).await.0, StatusCode::NOT_FOUND);
    let (_, page) = house.get(&to).await;
    assert!(page.contains("Rapporten er slettet") && !page.contains("12345678"));
    let (_, page) = house.get("/import").await;
    assert!(page.contains("foreninger.csv"));
}

/// A title above the headers, a second sheet, a postcode as a number, an error and something personal.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Noter").unwrap().write(0, 0, "Trukket ud i marts").unwrap();
    let sheet = book.add_worksheet().set_name("Foreninger").unwrap();
    sheet.write(0, 0, "Foreninger i Fjordlund").unwrap();
    for (column, header) in (0..).zip(["Foreningsnavn", "Postnr.", "E-mail", "Formål"]) {
        sheet.write(1, column, header).unwrap();
    }
    let number = samskab_kernel::cpr::made_up();
    for (row, name, purpose) in [
        (2, "Fjordlund Rokkelaug", "Vi spinder".to_owned()),
        (3, "Fjordlund Regnefejl", "Vi regner".to_owned()),
        (4, "Fjordlund Roklub", format!("Formand født {number}")),
    ] {
        sheet.write(row, 0, name).unwrap();
        sheet.write(row, 1, 800).unwrap();
        sheet.write(row, 3, purpose).unwrap();
    }
    sheet.write(3, 2, Formula::new("=VLOOKUP(1,A:B,2)").set_result("#N/A")).unwrap();
    book.save_to_buffer().unwrap()
}

#[db_test]
async fn a_workbook_is_sent_as_it_is_and_its_sheet_is_chosen(db: Db) {
    samskab_store::statements! { KEPT = "select content from import_run where tenant_id = $1"; }
    let house = house(db).await;
    let (status, to, page) = house.send_named("associations", "foreninger.csv", &workbook()).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "by its bytes, not by its name: {page}");
    let (_, page) = house.get(&to).await;
    assert!(
        page.contains("Hvilket ark vil du hente ind?") && page.contains("3 rækker, overskrifter i række 2")
    );
    let chosen = |value: &str| {
        let input = page.split("<input").find(|input| input.contains(&format!("value=\"{value}\""))).unwrap();
        input.split('>').next().unwrap().contains("checked")
    };
    assert!(chosen("1") && !chosen("0"), "the first with a known header: {page}");
    let (_, list) = house.get("/import").await;
    assert!(list.contains("Mangler valg af ark"), "{list}");

    let choose = |sheet: &str| {
        let request = house
            .request("POST", &format!("{to}/ark"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        house.ask(request.body(Body::from(format!("ark={sheet}"))).unwrap())
    };
    for (sheet, said) in [("0", "mangler kolonnen"), ("7", "Vælg et ark"), ("", "Vælg et ark")] {
        let (status, _, page) = choose(sheet).await;
        let page = String::from_utf8_lossy(&page);
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains(said), "{sheet}: {page}");
    }
    let (status, again, _) = choose("1").await;
    assert_eq!((status, &again), (StatusCode::SEE_OTHER, &to));
    let kept: String = {
        let mut reader = house.db.read().await.unwrap();
        reader.query(&KEPT).bind(house.town.tenant).optional_scalar().await.unwrap().unwrap()
    };
    assert!(kept.contains("født ••••••-••••") && !kept.contains("1234"), "{kept}");
    assert!(!kept.contains("Trukket ud"), "the other sheet is forgotten");
    assert_eq!(choose("1").await.1, to, "chosen twice, it is judged once");

    house.work(NOW).await;
    let (_, page) = house.get(&format!("{to}?vis=alle")).await;
    assert!(page.contains("Læst fra Excel: Ark »Foreninger«, overskrifter i række 2."), "{page}");
    assert!(
        page.contains("data-title=\"Linje\">3</td><td data-title=\"Navn\">Fjordlund Rokkelaug"),
        "{page}"
    );
    assert!(page.contains("<strong>E-mail:</strong> Formlen i feltet giver fejlen #N/A."), "{page}");
    assert!(page.contains("Det ligner et CPR-nummer") && !page.contains("ikke et postnummer"), "{page}");

    house.post(&format!("{to}/gennemfoerelse")).await;
    house.work(NOW).await;
    assert_eq!(house.called("Fjordlund Rokkelaug").await, 1);
    assert_eq!(house.called("Fjordlund Regnefejl").await, 0);
    let (_, rejected) = house.get(&format!("{to}/afviste")).await;
    assert!(rejected.contains("Fjordlund Regnefejl;0800;") && !rejected.contains("Rokkelaug"), "{rejected}");

    // A sheet that is never chosen is forgotten with its file.
    let (_, unchosen, _) = house.send("associations", &workbook()).await;
    house.work(NOW.plus_days(2)).await;
    let (_, page) = house.get(&unchosen).await;
    assert!(page.contains("Rapporten er slettet") && !page.contains("Hvilket ark"), "{page}");
}

#[db_test]
async fn a_certificate_in_a_workbook_is_refused_too(db: Db) {
    let house = house(db).await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Navn").unwrap();
    sheet.write(1, 0, "Privat straffeattest fra Kriminalregisteret").unwrap();
    let (status, _, page) = house.send("associations", &book.save_to_buffer().unwrap()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Upload aldrig en børneattest"), "{page}");
}

#[db_test]
async fn what_is_wrong_with_the_file_is_said_at_the_field(db: Db) {
    let house = house(db).await;
    let cases: [(&str, &[u8], &str); 5] = [
        ("associations", b"By;Telefon\nFjordlund;1\n", "mangler kolonnen Foreningsnavn"),
        ("associations", b"PK\x03\x04regneark", "Det er hverken et regneark eller en CSV-fil"),
        ("associations", b"Navn\n", "ingen rækker"),
        ("associations", b"Navn;By\n\"aldrig lukket;By\nA;B\n", "linje 2"),
        ("", b"Navn\nA\n", "Vælg, hvad der er i filen"),
    ];
    for (kind, bytes, expected) in cases {
        let (status, _, page) = house.send(kind, bytes).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{expected}");
        assert!(page.contains(expected), "{expected}: {page}");
    }
}

#[db_test]
async fn a_file_that_is_far_too_large_is_answered_with_a_page_and_the_next_step(db: Db) {
    let house = house(db).await;
    let large = vec![b'a'; 21 * 1024 * 1024];
    let (status, _, page) = house.send("associations", &large).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Filen er større end 10 MB. Del den i flere."), "{page}");

    // A browser says beforehand how much it sends.
    let request = house
        .request("POST", "/import")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header(header::CONTENT_LENGTH, large.len());
    let (status, _, page) = house.ask(request.body(Body::from(large)).unwrap()).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    let page = String::from_utf8_lossy(&page);
    assert!(page.contains("Det, du sendte, er for stort") && page.contains("del den i flere"), "{page}");
}

#[db_test]
async fn a_number_like_a_cpr_number_is_not_kept_for_a_moment(db: Db) {
    samskab_store::statements! { KEPT = "select content from import_run where tenant_id = $1"; }
    let house = house(db).await;
    let number = samskab_kernel::cpr::made_up();
    let file = format!("Navn;Formål\nFjordlund Roklub;Formand født {number}\nSkovens Kor;Vi synger\n");
    let (_, to, _) = house.send("associations", file.as_bytes()).await;
    let kept: String = {
        let mut reader = house.db.read().await.unwrap();
        reader.query(&KEPT).bind(house.town.tenant).optional_scalar().await.unwrap().unwrap()
    };
    assert!(kept.contains("født ••••••-••••") && !kept.contains("1234"), "{kept}");

    // The row says why it is rejected, and only that row is.
    house.work(NOW).await;
    let (_, page) = house.get(&to).await;
    assert!(page.contains("CPR-nummer") && !page.contains("1234"), "{page}");
    let (_, rejected) = house.get(&format!("{to}/afviste")).await;
    assert!(rejected.contains("Roklub") && !rejected.contains("Kor;"), "{rejected}");
}

#[db_test]
async fn only_coordinators_and_administrators_import(db: Db) {
    let house = house(db).await;
    let key_person = signed_in(&house.db, &house.town, house.town.key_care).await;
    let (_, to, _) = house.send("associations", FILE).await;
    let house = House { cookie: key_person, ..house };
    assert_eq!(house.get("/import").await.0, StatusCode::FORBIDDEN);
    assert_eq!(house.get(&to).await.0, StatusCode::FORBIDDEN);
    assert_eq!(house.get("/import/skabelon/units").await.0, StatusCode::FORBIDDEN);
    assert_eq!(house.post(&format!("{to}/gennemfoerelse")).await.0, StatusCode::NOT_FOUND);
    assert_eq!(house.send("associations", FILE).await.0, StatusCode::FORBIDDEN);
    let house = House { cookie: String::new(), ..house };
    assert_eq!(house.get("/import").await.0, StatusCode::UNAUTHORIZED);
}

#[db_test]
async fn a_template_has_the_headers_and_can_be_sent_back(db: Db) {
    let house = house(db).await;
    for kind in IMPORTS.kinds() {
        let (status, text) = house.get(&format!("/import/skabelon/{}", kind.code)).await;
        assert_eq!(status, StatusCode::OK);
        assert!(text.contains(kind.columns[0].header), "{text}");
        let (_, _, page) = house.send(kind.code, text.as_bytes()).await;
        assert!(page.contains("ingen rækker"), "every header is known: {page}");
    }
}

/// The whole way: saved, looked at, undone, and told afterwards; what somebody has edited stays, and a week later
/// nothing is left to undo with.
#[db_test]
async fn an_import_is_undone_from_its_page_for_a_week(db: Db) {
    samskab_store::statements! {
        EDIT = "update association set about = 'Ny tekst' where tenant_id = $1 and name = $2";
        TRACES = "select traces from import_run where tenant_id = $1";
        EVENTS = "select count(*) from event where tenant_id = $1 and kind = 'association.import_undone'";
    }
    let house = house(db).await;
    let tenant = house.town.tenant;
    let file = "Navn;Formål\nFjordlund Roklub;Vi ror\nSkovens Kor;Vi synger\n".as_bytes();
    let (_, to, _) = house.send("associations", file).await;
    house.work(NOW).await;
    let undo = format!("{to}/fortrydelse");
    // Nothing is saved yet, so nothing can be undone.
    assert_eq!(house.post(&undo).await.1, to);
    house.post(&format!("{to}/gennemfoerelse")).await;
    house.work(NOW).await;
    let (_, page) = house.get(&to).await;
    assert!(
        page.contains(&format!("href=\"{undo}\"")) && page.contains("Du kan fortryde importen til"),
        "{page}"
    );

    let mut tx = house.db.begin(samskab_store::Stamp { tenant, actor: None, now: NOW }).await.unwrap();
    tx.query(&EDIT).bind(tenant).bind("Skovens Kor".to_owned()).execute().await.unwrap();
    tx.commit().await.unwrap();
    let (_, page) = house.get(&undo).await;
    assert!(page.contains("1 række bliver stående") && page.contains("Er ændret siden importen."), "{page}");
    assert!(page.contains("1 række bliver fortrudt") && page.contains("Fortryd den ene række"), "{page}");

    house.post(&undo).await;
    house.post(&undo).await;
    house.work(NOW.plus_days(3)).await;
    let (_, page) = house.get(&to).await;
    assert!(page.contains("Importen er fortrudt") && page.contains("Er ændret siden importen."), "{page}");
    assert!(page.contains("Fjordlund Roklub") && page.contains("Skovens Kor"), "row by row: {page}");
    assert_eq!(house.called("Fjordlund Roklub").await, 0, "it is gone");
    assert_eq!(house.called("Skovens Kor").await, 1);
    let kept = async || -> String {
        let mut reader = house.db.read().await.unwrap();
        reader.query(&TRACES).bind(tenant).optional_scalar().await.unwrap().unwrap()
    };
    let mut reader = house.db.read().await.unwrap();
    let events: i64 = reader.query(&EVENTS).bind(tenant).scalar().await.unwrap();
    drop(reader);
    assert_eq!(events, 1, "pressed twice, done once");
    assert!(kept().await.contains("Roklub"));

    house.work(NOW.plus_days(8)).await;
    assert_eq!(kept().await, "", "its time is over");
    let (_, page) = house.get(&to).await;
    assert!(page.contains("Importen er fortrudt") && !page.contains("Roklub"), "{page}");
}

#[db_test]
async fn after_a_week_an_import_stays(db: Db) {
    let house = house(db).await;
    let (_, to, _) = house.send("associations", b"Navn\nFjordlund Roklub\n").await;
    house.work(NOW).await;
    house.post(&format!("{to}/gennemfoerelse")).await;
    house.work(NOW).await;
    house.work(NOW.plus_days(7)).await;
    let (_, page) = house.get(&to).await;
    assert!(page.contains("Importen kan ikke længere fortrydes") && !page.contains("/fortrydelse"), "{page}");
    assert_eq!(house.post(&format!("{to}/fortrydelse")).await.1, to);
    house.work(NOW.plus_days(7)).await;
    assert_eq!(house.called("Fjordlund Roklub").await, 1);
}
