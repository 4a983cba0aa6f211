//! Whatever somebody types into any field of any form: a number like a CPR number is stored nowhere, and a field of
//! one line stores neither a line break nor a control of the direction of writing.

use samskab_store::{Db, testing};

use crate::{
    forms::{self, Form},
    links::walk,
    rows,
    schema::schema,
    town::{HOST, House, Visitor},
};

/// In digits of another script with a dash nobody types, so that only a look behind the spelling finds it.
fn number() -> String {
    let spelt = samskab_kernel::cpr::made_up().replace('-', "\u{2011}");
    let fullwidth = |sign: char| {
        sign.to_digit(10).and_then(|digit| char::from_u32(u32::from('０') + digit)).unwrap_or(sign)
    };
    spelt.chars().map(fullwidth).collect()
}

const BREAKS: [char; 9] =
    ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}', '\u{202e}', '\u{2066}', '\u{200f}'];

/// The fields of a form that a person types into.
fn typed_into(form: &Form) -> Vec<String> {
    let fields = form.fields.iter().filter(|field| {
        ["text", "email", "tel", "search", "url", "textarea", "password"].contains(&field.kind.as_str())
    });
    fields.map(|field| field.name.clone()).collect()
}

/// Every text of the database that holds `wanted`, with its table and column.
async fn stored(db: &Db, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (table, columns) in schema(db).await {
        for column in columns.iter().filter(|column| column.contains(" text")) {
            let name = column.split_whitespace().next().unwrap_or_default();
            let texts =
                rows::texts(db, &format!("select distinct {name} from {table} where {name} is not null"))
                    .await;
            found.extend(
                texts.into_iter().filter(|text| wanted(text)).map(|text| format!("{table}.{name}: {text:?}")),
            );
        }
    }
    found
}

/// The forms that a stranger, a volunteer, a contact and a coordinator meet, each once.
async fn every_form(house: &House) -> Vec<(Visitor, Form)> {
    let db = &house.db;
    let mut visitors =
        vec![(Visitor::anonymous(HOST), vec!["/", "/log-ind", "/bliv-frivillig", "/foreninger/tilmeld"])];
    for email in ["rosa.digtved@", "vilma.", "lone."] {
        let person = rows::ids(db, &format!("select id from person where email like '{email}%'")).await;
        for person in person {
            let starts = vec![
                "/overblik",
                "/mine-opgaver",
                "/min-profil",
                "/min-side",
                "/opsaetning",
                "/organisation",
            ];
            visitors.push((house.signed_in(person).await, starts));
        }
    }
    let mut forms = Vec::new();
    let mut met = std::collections::HashSet::new();
    for (visitor, starts) in visitors {
        for (_, address, answer) in walk(house, &visitor, &starts, 1, 160).await {
            for form in forms::forms(&answer.body, &address) {
                let names: Vec<String> = form.fields.iter().map(|field| field.name.clone()).collect();
                if !typed_into(&form).is_empty() && met.insert(names) {
                    forms.push((visitor.clone(), form));
                }
            }
        }
    }
    forms
}

#[tokio::test]
async fn no_field_of_any_form_stores_what_may_not_be_stored() {
    let database = testing::sqlite().await;
    let db = database.db();
    let house = House::with_demo(&db).await;
    let before = stored(&db, |text| text.contains(&BREAKS[..])).await;
    assert!(before.is_empty(), "{before:?}");
    let forms = every_form(&house).await;
    let mut sent = 0;
    for (visitor, form) in &forms {
        for field in typed_into(form) {
            let kind = form.fields.iter().find(|one| one.name == field).map_or("", |one| one.kind.as_str());
            let personal = match kind {
                "email" => format!("{}@post.example", number()),
                "password" => continue,
                _ => format!("Mit er {}", number()),
            };
            let answer =
                house.post(visitor, &form.action, &form.clone().with(&field, &personal).body()).await;
            assert!(!answer.status.is_server_error(), "{} {field}", form.action);
            let broken = format!("Aktiv{}Bcc", BREAKS.iter().collect::<String>());
            let answer = house.post(visitor, &form.action, &form.clone().with(&field, &broken).body()).await;
            assert!(!answer.status.is_server_error(), "{} {field}", form.action);
            sent += 1;
        }
    }
    house.work().await;
    assert!(forms.len() > 20 && sent > 60, "{sent} fields of {} forms", forms.len());
    let digits: String = number().chars().filter(|sign| *sign != '\u{2011}').collect();
    let last = digits.chars().rev().take(4).collect::<Vec<_>>();
    let last: String = last.into_iter().rev().collect();
    let kept = stored(&db, |text| text.contains(&last)).await;
    assert!(kept.is_empty(), "{kept:#?}");
    // The marks of direction may stand in a paragraph.
    let turned = stored(&db, |text| text.contains(&BREAKS[..8])).await;
    assert!(turned.is_empty(), "{turned:#?}");
    database.close().await;
}
