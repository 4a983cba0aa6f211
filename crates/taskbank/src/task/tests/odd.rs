//! A time that is unusual: what cannot be is refused at its field, what may be right is asked about once.

use samskab_store::{Db, db_test};

use super::*;

fn at<'a>(contact: &'a str, day: &'a str, start: &'a str, end: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut fields = filled_in(contact);
    for (name, value) in [("day", day), ("start", start), ("end", end)] {
        fields.iter_mut().filter(|(known, _)| *known == name).for_each(|field| field.1 = value);
    }
    fields.push(("action", "save"));
    fields
}

/// The hidden field with which the same time is meant.
fn sure(page: &str) -> String {
    let field = page.split("name=\"sure\"").nth(1).unwrap().split('>').next().unwrap();
    field.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[db_test]
async fn a_closed_day_and_a_doubled_hour_are_asked_about_once(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let contact = lone.to_string();
    for (day, start, said) in [
        ("2026-04-03", "14.00", "Den 3. april 2026 er der lukket de fleste steder: langfredag."),
        ("2026-10-25", "02.30", "Kl. 02.30 kommer to gange den nat"),
    ] {
        let mut fields = at(&contact, day, start, "16.00");
        if day == "2026-10-25" {
            fields.iter_mut().filter(|(name, _)| *name == "end").for_each(|field| field.1 = "04.00");
        }
        let asked = site.post(lone, &new_for(&site.town), &fields).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.body.contains(said) && asked.body.contains("Lørdagskaffe"), "{said}: {}", asked.body);
        let sure = sure(&asked.body);
        fields.push(("sure", &sure));
        let saved = site.post(lone, &new_for(&site.town), &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        // It stands; who changes its words is not asked again.
        let fields = at(&contact, day, start, if day == "2026-10-25" { "04.00" } else { "16.00" });
        let again = site.post(lone, &format!("{}/rediger", saved.location), &fields).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.body);
    }
    let plain = site.post(lone, &new_for(&site.town), &at(&contact, "2026-03-07", "14.00", "16.00")).await;
    assert_eq!(plain.status, StatusCode::SEE_OTHER, "an ordinary Saturday: {}", plain.body);
}

#[db_test]
async fn a_time_that_does_not_exist_is_refused_at_its_field(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let contact = lone.to_string();
    for (day, start, end, field) in
        [("2026-03-29", "02.30", "05.00", "start"), ("2026-03-28", "23.00", "02.30", "end")]
    {
        let answer = site.post(lone, &new_for(&site.town), &at(&contact, day, start, end)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let said = "Kl. 02.30 findes ikke den nat, fordi uret stilles frem.";
        assert!(answer.body.contains(said), "{}", answer.body);
        assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "at {field}: {}", answer.body);
    }
}
