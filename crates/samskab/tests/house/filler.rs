//! A row of somebody's in every table, for the tests that look at what becomes of all of them.

use std::collections::{BTreeMap, BTreeSet};

use samskab_store::{Db, sqlx::types::Uuid};

use crate::{
    rows,
    schema::{references, schema},
    town::NOW,
};

/// Whose rows they are.
#[derive(Debug, Clone, Copy)]
pub struct Somebody {
    pub id: Uuid,
    pub name: &'static str,
    pub email: &'static str,
    pub phone: &'static str,
    /// Behind every text of theirs, so that two of them have two keys.
    pub mark: &'static str,
}

/// Fills every table with a row of somebody's: each column that leads to a person leads to them, each that may
/// hold an address holds theirs. A table that is added tomorrow is filled tomorrow.
pub struct Filler<'a> {
    db: &'a Db,
    pub tables: BTreeMap<String, Vec<String>>,
    pub leads_to: BTreeMap<String, BTreeMap<String, String>>,
    tenant: Uuid,
    person: Somebody,
    /// Whether what is more than a text says what can be read: else no page and no rule finds anything in it.
    is_readable: bool,
    /// The id of the row of each table that is there.
    pub done: BTreeMap<String, Option<Uuid>>,
}

/// Columns in which a name or an address of a volunteer may stand, beside the person's own row.
fn personal(whose: &Somebody, table: &str, column: &str) -> Option<String> {
    let Somebody { name, email, phone, .. } = whose;
    Some(match (table, column) {
        ("interest" | "volunteer_sign_up", "name") => (*name).to_owned(),
        (_, "email" | "recipient")
            if table != "unit_version" && table != "association" && table != "position" =>
        {
            (*email).to_owned()
        }
        ("interest", "phone") => (*phone).to_owned(),
        ("mail", "body") | ("notice", "text") => format!("{name} kommer"),
        _ => return None,
    })
}

/// What can be read where a text is more than a text: days, and the codes of states and kinds.
fn readable(table: &str, column: &str) -> Option<&'static str> {
    Some(match (table, column) {
        ("appointment", "capacity") => "holder",
        ("association_contact", "role") => "chair",
        ("booking", "state") => "booked",
        ("engagement", "state") => "active",
        ("engagement", "begins_by") => "place",
        ("fulfilment", "requirement") => "confidentiality",
        ("fulfilment", "state") => "needed",
        ("fulfilment", "because") => "",
        ("interest", "state") => "new",
        ("interest", "locale") => "da",
        ("interest" | "invitation", "lacks" | "heard_from" | "parts" | "reason") => "",
        ("invitation", "state") => "sent",
        ("volunteer_cv", "rhythm" | "company") => "either",
        ("volunteer_cv", "languages") => "da",
        (
            "volunteer_cv",
            "transport" | "postcode" | "topics" | "target_groups" | "competences" | "not_topics"
            | "not_target_groups",
        ) => "",
        ("volunteer_consent", "fields") => "",
        (_, "valid_from" | "first_day" | "last_day" | "day" | "begins_on" | "ends_on" | "issued_on") => {
            "2026-01-01"
        }
        _ => return None,
    })
}

impl<'a> Filler<'a> {
    pub async fn new(db: &'a Db, tenant: Uuid, person: Somebody) -> Self {
        let (tables, leads_to) = (schema(db).await, references(db).await);
        let columns = "id, tenant_id, name, email, phone, locale, mail_choice, created_at";
        let (id, of) = (rows::literal(db, person.id), rows::literal(db, tenant));
        let Somebody { name, email, phone, .. } = person;
        let values = format!("{id}, {of}, '{name}', '{email}', '{phone}', 'da', 'daily', 1");
        rows::execute(db, &format!("insert into person ({columns}) values ({values})")).await;
        // What the program itself keeps is there already.
        let there = ["tenant", "person", "tenant_host", "schema_migration"];
        let done = there.into_iter().map(|table| (table.to_owned(), None)).collect();
        Self { db, tables, leads_to, tenant, person, is_readable: false, done }
    }

    pub fn readable(self) -> Self {
        Self { is_readable: true, ..self }
    }

    pub async fn fill_all(&mut self) {
        for table in self.tables.keys().cloned().collect::<Vec<_>>() {
            self.fill(&table).await;
        }
    }

    /// Every column that holds the id of a person, by foreign key or by name: "engagement.person_id".
    pub fn columns_of_people(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for (table, columns) in &self.tables {
            for column in columns {
                let (name, rest) = column.split_once(' ').unwrap();
                let leads = self.leads_to.get(table).and_then(|columns| columns.get(name));
                if leads.is_some_and(|other| other == "person")
                    || leads.is_none() && rest.starts_with("uuid") && Self::is_somebody(name)
                {
                    found.insert(format!("{table}.{name}"));
                }
            }
        }
        found
    }

    fn readable_as(&self, table: &str, column: &str) -> Option<&'static str> {
        // In which capacity somebody holds a position every exit of a person reads.
        let is_always_read = (table, column) == ("appointment", "capacity");
        readable(table, column).filter(|_| self.is_readable || is_always_read)
    }

    /// Holds an id without a foreign key.
    fn is_somebody(column: &str) -> bool {
        column.contains("person") || column.ends_with("_by") || column == "actor_id"
    }

    pub async fn fill(&mut self, table: &str) -> Option<Uuid> {
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
                (_, Some("person")) => rows::literal(self.db, self.person.id),
                (_, Some(other)) if other == table || is_null => "null".to_owned(),
                (_, Some(other)) => {
                    let other = other.to_owned();
                    let id = Box::pin(self.fill(&other)).await;
                    rows::literal(self.db, id.unwrap())
                }
                (name, None) => match kind {
                    "uuid" if Self::is_somebody(name) => rows::literal(self.db, self.person.id),
                    "uuid" if is_null => "null".to_owned(),
                    "uuid" => rows::literal(self.db, self.db.dice().uuid(NOW)),
                    // After those the program has recorded and will record.
                    "bigint" if table == "event" => format!("{}", 1_000_000 + self.person.mark.len()),
                    "bigint" | "double" => "1".to_owned(),
                    "boolean" => "false".to_owned(),
                    _ if table == "job" && name == "payload" => {
                        format!("'{{\"person\":\"{}\"}}'", self.person.id)
                    }
                    _ => match (personal(&self.person, table, name), self.readable_as(table, name)) {
                        (Some(text), _) => format!("'{text}'"),
                        (None, Some(text)) => format!("'{text}'"),
                        (None, None) if is_null => "null".to_owned(),
                        (None, None) => format!("'{table}{}'", self.person.mark),
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

    /// Where their id or one of these texts stands: table and column.
    pub async fn traces(&self, texts: &[&str]) -> Vec<String> {
        let mut traces = Vec::new();
        for (table, columns) in &self.tables {
            for column in columns {
                let (name, rest) = column.split_once(' ').unwrap();
                let condition = if rest.starts_with("uuid") {
                    format!("{name} = {}", rows::literal(self.db, self.person.id))
                } else if rest.starts_with("text") {
                    let id = self.person.id.to_string();
                    let texts = texts.iter().copied().chain([id.as_str()]);
                    texts.map(|text| format!("{name} like '%{text}%'")).collect::<Vec<_>>().join(" or ")
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
