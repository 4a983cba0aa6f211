//! An import can be taken back until somebody has built on it: whoever builds is known by every context.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use samskab::program::IMPORTS;
use samskab_store::{Db, db_test, sqlx::types::Uuid};

use crate::{
    rows,
    schema::references,
    town::{HOST, House, Visitor},
};

/// What a foreign key leads from and who is not asked, with the reason.
const BINDS_NOBODY: [(&str, &str); 10] = [
    ("unit_version.unit_id", "the unit itself"),
    ("coverage.area_id", "numbers of a month that the program counts"),
    ("suggestion.person_id", "the program's, made anew every night"),
    ("suggestion.task_id", "the program's, made anew every night"),
    ("task_seen.task_id", "how often it stood in a list"),
    ("person_page.person_id", "the id of a page"),
    ("saved_view.person_id", "how somebody wants to see a list again"),
    ("person_looked_at.person_id", "that somebody was found in a list"),
    ("invitation.interest_id", "leads to no row of an import"),
    ("interest.channel_id", "leads to no row of an import"),
];

/// Whatever is added tomorrow with a foreign key to what an import writes says how it is built on, or that it binds
/// nobody.
#[db_test]
async fn every_foreign_key_to_what_an_import_writes_is_asked_before_it_is_taken_back(db: Db) {
    let modules = samskab::program::modules(true);
    let built: Vec<_> = modules.iter().flat_map(|module| module.built.iter()).collect();
    let things = ["unit", "position", "appointment", "person", "association", "task"];
    let mut asked = 0;
    for (table, columns) in references(&db).await {
        for (column, to) in columns {
            let name = format!("{table}.{column}");
            if !things.contains(&to.as_str()) || BINDS_NOBODY.iter().any(|(known, _)| *known == name) {
                continue;
            }
            let is_asked = built.iter().filter(|built| built.on == to).any(|built| {
                let words: Vec<&str> = built.by.statement().sql().split_whitespace().collect();
                let sql = words.join(" ");
                sql.contains(&format!("from {table} ")) && sql.contains(&column)
            });
            assert!(is_asked, "nobody says that {name} builds on {to}: see crates/web/src/built.rs");
            asked += 1;
        }
    }
    assert!(asked > 40, "the schema is read: {asked}");
    assert!(IMPORTS.kinds().count() == 4);
}

async fn send(house: &House, visitor: &Visitor, file: &str) -> String {
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\ntasks\r\n--x\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"opgaver.csv\"\r\n\
         Content-Type: text/csv\r\n\r\n{file}\r\n--x--\r\n"
    );
    let request = visitor
        .request(Method::POST, "/import")
        .header(header::ORIGIN, format!("http://{}", visitor.host))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(body));
    let answer = house.send(request.unwrap()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.header("location").to_owned()
}

/// A volunteer has shown interest in one of two imported tasks: that one stays, with its interest, and the other goes.
#[db_test]
async fn a_task_that_somebody_is_interested_in_stays_when_its_import_is_undone(db: Db) {
    let mut house = House::with_demo(&db).await;
    let association = rows::texts(
        &db,
        "select name from association where state = 'approved' and branch = '' order by name",
    )
    .await[0]
        .clone();
    let coordinator = rows::ids(
        &db,
        "select a.person_id from appointment a join position p on p.id = a.position_id
         where p.kind = 'central_coordinator' and a.capacity = 'holder' and a.valid_to is null",
    )
    .await[0];
    let asta = house.signed_in(coordinator).await;
    let email = rows::texts(
        &db,
        "select n.email from person n join association_contact c on c.person_id = n.id
        join association a on a.id = c.association_id where a.name <> '' order by n.email",
    )
    .await[0]
        .clone();
    let row = |number: &str, title: &str| {
        format!(
            "{number};{association};{title};Kom og vær med.;Lav kaffe;Socialt;28-03-2026;14.00;16.00;nej;2;{email};forening;ja\n"
        )
    };
    let header = "Nr;Forening;Titel;Kort fortalt;Det skal du lave;Tema;Dato;Kl. fra;Kl. til;Hjemmefra;Antal frivillige;Kontaktpersonens e-mail;Forsikring;Offentliggør\n";
    let file = format!("{header}{}{}", row("7001", "Kaffe med en nabo"), row("7002", "Te med en nabo"));
    let run = send(&house, &asta, &file).await;
    house.work().await;
    let page = house.get(&asta, &run).await;
    house.post(&asta, &format!("{run}/gennemfoerelse"), "").await;
    house.work().await;
    house.catch_up().await;
    let called = |title: &str| format!("select id from task where title = '{title}'");
    let coffee: Vec<Uuid> = rows::ids(&db, &called("Kaffe med en nabo")).await;
    let [coffee] = coffee[..] else { panic!("imported: {}", page.body) };

    let anybody = Visitor::anonymous(HOST);
    let form = house.interest_form(&anybody, coffee, "nabo@post.example").await;
    assert!(house.post(&anybody, &form.action, &form.body()).await.is_allowed());

    let preview = house.get(&asta, &format!("{run}/fortrydelse")).await;
    assert!(preview.body.contains("Nogen har vist interesse."), "{}", preview.body);
    house.post(&asta, &format!("{run}/fortrydelse"), "").await;
    house.work().await;
    house.catch_up().await;
    let told = house.get(&asta, &run).await;
    assert!(told.body.contains("Importen er fortrudt"), "{}", told.body);
    assert_eq!(rows::ids(&db, &called("Kaffe med en nabo")).await, [coffee]);
    assert!(rows::ids(&db, &called("Te med en nabo")).await.is_empty());
    assert_eq!(house.get(&anybody, &format!("/opgaver/{coffee}")).await.status, StatusCode::OK);
    let found = house.get(&anybody, "/opgaver?q=%22med+en+nabo%22").await.body;
    assert!(found.contains("Kaffe med en nabo") && !found.contains("Te med en nabo"), "nor found any more");
}
