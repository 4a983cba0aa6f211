//! Somebody who deletes the account leaves nothing behind, in any table of either database (law B.7).

use std::collections::BTreeMap;

use samskab_organisation::person::{self, PersonId};
use samskab_store::{Db, Stamp, db_test, sqlx::types::Uuid, testing};

use crate::{
    rows,
    schema::{references, schema},
    town::{House, NOW, config},
};

const NAME: &str = "Sletmig Heltvæk";
const EMAIL: &str = "sletmig@borger.example";
const PHONE: &str = "12909090";

/// Fills every table with a row of somebody's: each column that leads to a person leads to them, each that may
/// hold an address holds theirs. A table that is added tomorrow is filled tomorrow.
struct Filler<'a> {
    db: &'a Db,
    tables: BTreeMap<String, Vec<String>>,
    leads_to: BTreeMap<String, BTreeMap<String, String>>,
    tenant: Uuid,
    person: Uuid,
    /// The id of the row of each table that is there.
    done: BTreeMap<String, Option<Uuid>>,
}

/// Columns in which a name or an address of a volunteer may stand, beside the person's own row.
fn personal(table: &str, column: &str) -> Option<String> {
    Some(match (table, column) {
        ("interest" | "volunteer_sign_up", "name") => NAME.to_owned(),
        (_, "email" | "recipient")
            if table != "unit_version" && table != "association" && table != "position" =>
        {
            EMAIL.to_owned()
        }
        ("interest", "phone") => PHONE.to_owned(),
        ("mail", "body") | ("notice", "text") => format!("{NAME} kommer"),
        _ => return None,
    })
}

impl Filler<'_> {
    /// Holds an id without a foreign key.
    fn is_somebody(column: &str) -> bool {
        column.contains("person") || column.ends_with("_by") || column == "actor_id"
    }

    async fn fill(&mut self, table: &str) -> Option<Uuid> {
        if let Some(id) = self.done.get(table) {
            return *id;
        }
        let columns = self.tables[table].clone();
        let has_id = columns.iter().any(|column| column.starts_with("id uuid"));
        let id = has_id.then(|| self.db.dice().uuid(NOW));
        // A row that leads to its own table leads to nothing.
        self.done.insert(table.to_owned(), id);
        let leads_to = self.leads_to.get(table).cloned().unwrap_or_default();
        let (mut names, mut values) = (Vec::new(), Vec::new());
        for column in &columns {
            let mut words = column.split_whitespace();
            let (name, kind) = (words.next().unwrap(), words.next().unwrap());
            let is_null = !column.ends_with("not null");
            let value = match (name, leads_to.get(name).map(String::as_str)) {
                ("id", _) if has_id => rows::literal(self.db, id.unwrap()),
                (_, Some("tenant")) => rows::literal(self.db, self.tenant),
                (_, Some("person")) => rows::literal(self.db, self.person),
                (_, Some(other)) if other == table || is_null => "null".to_owned(),
                (_, Some(other)) => {
                    let other = other.to_owned();
                    let id = Box::pin(self.fill(&other)).await;
                    rows::literal(self.db, id.unwrap())
                }
                (name, None) => match kind {
                    "uuid" if Self::is_somebody(name) => rows::literal(self.db, self.person),
                    "uuid" if is_null => "null".to_owned(),
                    "uuid" => rows::literal(self.db, self.db.dice().uuid(NOW)),
                    // After those the program will record.
                    "bigint" if table == "event" => "1000".to_owned(),
                    "bigint" | "double" => "1".to_owned(),
                    "boolean" => "false".to_owned(),
                    _ if table == "job" && name == "payload" => {
                        format!("'{{\"person\":\"{}\"}}'", self.person)
                    }
                    _ => match personal(table, name) {
                        Some(text) => format!("'{text}'"),
                        None if is_null => "null".to_owned(),
                        None => format!("'{table}'"),
                    },
                },
            };
            names.push(name.to_owned());
            values.push(value);
        }
        let sql = format!("insert into {table} ({}) values ({})", names.join(", "), values.join(", "));
        rows::execute(self.db, &sql).await;
        id
    }

    /// Where something of the person stands: table and column.
    async fn traces(&self) -> Vec<String> {
        let mut traces = Vec::new();
        for (table, columns) in &self.tables {
            for column in columns {
                let (name, rest) = column.split_once(' ').unwrap();
                let condition = if rest.starts_with("uuid") {
                    format!("{name} = {}", rows::literal(self.db, self.person))
                } else if rest.starts_with("text") {
                    let id = self.person;
                    [NAME, "Sletmig", EMAIL, PHONE, &id.to_string()]
                        .map(|text| format!("{name} like '%{text}%'"))
                        .join(" or ")
                } else {
                    continue;
                };
                let found =
                    rows::numbers(self.db, &format!("select count(*) from {table} where {condition}")).await;
                if found[0] > 0 {
                    traces.push(format!("{table}.{name}"));
                }
            }
        }
        traces
    }
}

#[db_test]
async fn whoever_deletes_the_account_leaves_nothing_behind(db: Db) {
    let tenant = testing::tenant(&db).await;
    let house = House::open(&db, &config()).await;
    let person = db.dice().uuid(NOW);
    let mut filler = Filler {
        db: &db,
        tables: schema(&db).await,
        leads_to: references(&db).await,
        tenant: tenant.uuid(),
        person,
        done: BTreeMap::new(),
    };
    rows::execute(
        &db,
        &format!(
            "insert into person (id, tenant_id, name, email, phone, locale, mail_choice, created_at)
             values ({}, {}, '{NAME}', '{EMAIL}', '{PHONE}', 'da', 'daily', 1)",
            rows::literal(&db, person),
            rows::literal(&db, tenant.uuid()),
        ),
    )
    .await;
    // What the program itself keeps is there already.
    for there in ["tenant", "person", "tenant_host", "schema_migration"] {
        filler.done.insert(there.to_owned(), None);
    }
    for table in filler.tables.keys().cloned().collect::<Vec<_>>() {
        filler.fill(&table).await;
    }
    let before = filler.traces().await;
    let led: Vec<String> = filler
        .leads_to
        .iter()
        .flat_map(|(table, columns)| {
            let to_person = columns.iter().filter(|(_, other)| *other == "person");
            to_person.map(move |(column, _)| format!("{table}.{column}"))
        })
        .collect();
    assert!(led.len() > 20, "the schema is read: {led:?}");
    for column in &led {
        assert!(before.contains(column), "{column} leads to a person and is not tried; {before:?}");
    }

    let stamp = Stamp { tenant, actor: None, now: NOW };
    let mut tx = db.begin(stamp).await.unwrap();
    person::erase(&house.program.services, &mut tx, PersonId::from_uuid(person)).await.unwrap();
    tx.commit().await.unwrap();

    // Nothing leads from the id in the book of events to anybody: it says that somebody did something.
    let after: Vec<String> =
        filler.traces().await.into_iter().filter(|trace| !trace.starts_with("event.")).collect();
    assert!(after.is_empty(), "still known: {after:?}");
}
