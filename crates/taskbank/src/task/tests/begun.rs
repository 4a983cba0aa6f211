//! A new task begins from what was published last, as long as nothing is typed.

use samskab_store::{Db, db_test};

use super::*;

const COPY: &str = "Begynd med en kopi af";

#[db_test]
async fn what_was_published_last_can_be_copied_until_something_is_typed(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let form = site.get(Some(lone), &new_for(&site.town)).await.location;
    assert!(!site.get(Some(lone), &form).await.body.contains(COPY), "nothing was published");

    let older = Task { title: "Gåtur".into(), ..complete(&db, &site.town) };
    let older = older.publish(&Settings::default(), NOW.plus_days(-1)).unwrap();
    let newest = complete(&db, &site.town).publish(&Settings::default(), NOW).unwrap();
    let draft = Task { title: "En kladde".into(), ..complete(&db, &site.town) };
    for task in [&older, &newest, &draft] {
        add(&db, &site.town, task).await;
    }
    let page = site.get(Some(lone), &form).await.body;
    assert!(page.contains(COPY) && page.contains(&format!("/opgaver/{}/kopi", newest.id)), "{page}");
    for other in [&older, &draft] {
        assert!(!page.contains(&format!("/opgaver/{}/kopi", other.id)), "{page}");
    }
    let abel = site.town.chair_handball;
    let theirs = format!("/opgaver/ny?for=forening-{}", site.town.handball);
    let theirs = site.get(Some(abel), &theirs).await.location;
    assert!(!site.get(Some(abel), &theirs).await.body.contains(COPY), "another's is not theirs");

    // Whoever has typed would lose it.
    let contact = lone.to_string();
    for action in ["aid", "preview", "save"] {
        let mut fields = filled_in(&contact);
        // A closed day, which is asked about before it is saved.
        fields.iter_mut().filter(|(name, _)| *name == "day").for_each(|field| field.1 = "2026-04-03");
        fields.push(("action", action));
        let answer = site.post(lone, &form, &fields).await;
        assert!(answer.body.contains("Lørdagskaffe på Solgården"), "{action}: {}", answer.body);
        assert!(!answer.body.contains(COPY), "{action}: {}", answer.body);
    }
}

#[db_test]
async fn enter_in_a_field_saves_the_draft(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let form = site.get(Some(lone), &new_for(&site.town)).await.location;
    let page = site.get(Some(lone), &form).await.body;
    let first = page.split("data-draft").nth(1).and_then(|form| form.split("type=\"submit\"").nth(1));
    let first = first.and_then(|button| button.split('>').next()).unwrap();
    assert!(first.contains("name=\"action\" value=\"save\""), "what Enter presses: {first}");
}

#[db_test]
async fn a_task_is_for_a_day_that_somebody_plans_for(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let contact = lone.to_string();
    for (day, says) in
        [("9999-06-01", "højst 50 år"), ("2206-06-01", "højst 50 år"), ("30-02-2027", "»30-02-2027«")]
    {
        let mut fields = filled_in(&contact);
        fields.iter_mut().filter(|(name, _)| *name == "day").for_each(|field| field.1 = day);
        fields.push(("action", "publish"));
        let answer = site.post(lone, &new_for(&site.town), &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        assert!(
            answer.body.contains(says) && answer.body.contains("id=\"day-error\""),
            "{day}: {}",
            answer.body
        );
    }
}

#[db_test]
async fn the_list_of_errors_follows_the_page(db: Db) {
    let site = Site::open(&db, "{}").await;
    let too_long = "x".repeat(201);
    let mut fields =
        vec![("course", too_long.as_str()), ("venue", &too_long), ("postcode", "95"), ("action", "save")];
    fields.extend(ALL_GROUPS);
    let answer = site.post(site.town.contact_solgaarden, &new_for(&site.town), &fields).await;
    let at = |field: &str| answer.body.find(&format!("href=\"#{field}\"")).unwrap();
    assert!(at("venue") < at("postcode") && at("postcode") < at("course"), "{}", answer.body);
}
