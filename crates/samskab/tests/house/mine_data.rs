//! The machine-readable copy of somebody's data is what its published schema says, for every person of the demo.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use boon::{Compiler, SchemaIndex, Schemas};
use samskab_store::{Db, db_test, sqlx::types::Uuid};
use serde_json::{Value, json};

use crate::{
    rows,
    town::{HOST, House, NOW, Visitor},
};

const PATH: &str = "/api/mine-data.schema.json";

fn compiled(schema: Value) -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    // A day that does not exist is no day.
    compiler.enable_format_assertions();
    compiler.add_resource("http://samskab.example/schema.json", schema).unwrap();
    let index = compiler.compile("http://samskab.example/schema.json", &mut schemas).unwrap();
    (schemas, index)
}

/// What nobody of the demo has, so that every part of the schema is met.
async fn give_the_rest(db: &Db, person: Uuid) {
    let (person_id, text) = (rows::literal(db, person), person.to_string());
    let from = format!("from person p where p.id = {person_id}");
    let id = || rows::literal(db, db.dice().uuid(NOW));
    let inserts = [
        format!(
            "insert into calendar_address (token_hash, tenant_id, person_id, created_at)
             select 'hash', p.tenant_id, p.id, NOW {from}"
        ),
        format!(
            "insert into suggestion_declined (tenant_id, person_id, task_id, reason, at)
             select p.tenant_id, p.id, (select t.id from task t order by t.title limit 1), 'too_far', NOW
             {from}"
        ),
        format!(
            "insert into notice (id, tenant_id, person_id, kind, text, href, created_at)
             select {}, p.tenant_id, p.id, 'interest', 'Nyt om en opgave', '/overblik', NOW {from}",
            id()
        ),
        format!(
            "insert into kept_search (id, tenant_id, email, locale, search, said, rhythm, told_until, ends_at, created_at)
             select {}, p.tenant_id, p.email, 'da', 'q=strand', '»strand«', 'weekly', NOW, NOW,
                 NOW {from}",
            id()
        ),
        format!(
            "insert into import_run (id, tenant_id, kind, file_name, locale, charset, content, state, rows_total,
                 created_at, undo_until, traces)
             select {}, p.tenant_id, 'positions', 'stillinger.csv', 'da', 'utf-8', '', 'imported', 1, NOW,
                 NOW + 86400000000, '\"{text}\"' {from}",
            id()
        ),
        format!(
            "insert into email_change (token_hash, tenant_id, person_id, email, expires_at)
             select 'hash', p.tenant_id, p.id, 'ny@post.example', NOW + 86400000000 {from}"
        ),
    ];
    let look = id();
    let look_inserts = [
        format!(
            "insert into person_look (id, tenant_id, by_place, kind, at)
             select {look}, p.tenant_id, 'Frivillighedskoordinator', 'opened', NOW {from}"
        ),
        format!(
            "insert into person_looked_at (tenant_id, look_id, person_id) select p.tenant_id, {look}, p.id {from}"
        ),
    ];
    for insert in inserts.into_iter().chain(look_inserts) {
        rows::execute(db, &insert.replace("NOW", &NOW.micros().to_string())).await;
    }
}

#[db_test]
async fn everybody_s_copy_is_what_the_schema_says(db: Db) {
    let house = House::with_demo(&db).await;
    let published = house.get(&Visitor::anonymous(HOST), PATH).await;
    assert_eq!(published.status, StatusCode::OK);
    assert!(published.header("content-type").starts_with("application/schema+json"));
    let schema: Value = serde_json::from_str(&published.body).unwrap();
    let parts: BTreeSet<String> = schema["properties"].as_object().unwrap().keys().cloned().collect();
    let (schemas, index) = compiled(schema);

    let people = rows::ids(&db, "select id from person order by id").await;
    assert!(people.len() > 30, "the town has people: {}", people.len());
    let confirmed =
        "select id from person where email is not null and email_confirmed_at is not null limit 1";
    give_the_rest(&db, rows::ids(&db, confirmed).await[0]).await;
    let mut met = BTreeSet::new();
    let mut whole = json!(null);
    for person in people {
        let visitor = house.signed_in(person).await;
        let answer = house.get(&visitor, "/min-side/data.json").await;
        assert_eq!(answer.status, StatusCode::OK, "{person}");
        let copy: Value = serde_json::from_str(&answer.body).unwrap();
        if let Err(error) = schemas.validate(&copy, index) {
            panic!("{person}: {error}\n{}", answer.body);
        }
        met.extend(copy.as_object().unwrap().keys().cloned());
        if copy.get("cv").is_some() && copy.get("engagements").is_some() {
            whole = copy;
        }
    }
    let unmet: Vec<&String> = parts.difference(&met).collect();
    assert_eq!(unmet, [""; 0], "parts of the schema that nobody's copy has");

    // And the schema tells right from wrong.
    for (pointer, wrong) in [
        ("/made_at", json!("lørdag den 28. november")),
        ("/account/0/created_at", json!("2026-02-31T10:00:00Z")),
        ("/account/0/mail_choice", json!("Med det samme")),
        ("/cv/0/driving_licence", json!("ja")),
        ("/cv/0/languages", json!("dansk, engelsk")),
        ("/engagements/0/state", json!("I gang")),
    ] {
        let mut copy = whole.clone();
        *copy.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} in {whole:#}")) = wrong;
        assert!(schemas.validate(&copy, index).is_err(), "{pointer}");
    }
}
