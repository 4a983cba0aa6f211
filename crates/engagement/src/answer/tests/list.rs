//! Everybody who is interested as a list, and a kind no to several.

use super::*;

#[db_test]
async fn a_full_task_is_answered_with_one_kind_no_to_all_who_wait(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.places = Some(1)).await;
    let mut ids = Vec::new();
    for name in ["Anna", "Bo", "Carla"] {
        ids.push(world.interest(&task, name).await.id.to_string());
    }
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let listed = world.get_as(&format!("/interesserede?opgave={}", task.id), &lone).await.body;
    assert!(listed.contains("3 interesserede"), "{listed}");
    let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("valgt", id.as_str())).collect();
    fields.push(("handling", "afslag"));
    let preview = world.post_as("/interesserede/valgte", &fields, &lone).await.body;
    assert!(preview.contains("Sig pænt nej til 3") && preview.contains("Kære {fornavn}"), "{preview}");
    let letter = preview.split("<textarea").nth(1).unwrap_or_default();
    assert!(!letter.contains("besat"), "a place is free, so no letter says that they are taken: {letter}");
    let unknown = [&fields[..], &[("tekst", "Hej {fornavn}, nej tak {navn}")]].concat();
    let refused = world.post_as("/interesserede/valgte/udfoer", &unknown, &lone).await.body;
    assert!(refused.contains("Vi kan ikke udfylde {navn}") && refused.contains("{fornavn}"), "{refused}");
    assert!(world.mails_to("anna@post.example").await.is_empty());

    fields.push(("tekst", "Kære {fornavn}\n\nTak for dit tilbud om {opgave}. Venlig hilsen {mit navn}"));
    let done = world.post_as("/interesserede/valgte/udfoer", &fields, &lone).await.body;
    assert!(done.contains("3 har fået et nej og en tak"), "{done}");
    for name in ["Anna", "Bo", "Carla"] {
        let mails = world.mails_to(&format!("{}@post.example", name.to_lowercase())).await;
        let one = mails.iter().filter(|mail| mail.body.contains("Tak for dit tilbud om")).collect::<Vec<_>>();
        assert_eq!(one.len(), 1, "{name}");
        assert!(
            one[0].body.contains(&format!("Kære {name}")) && !one[0].body.contains('{'),
            "{}",
            one[0].body
        );
    }
    // Sent twice, it is done once.
    let again = world.post_as("/interesserede/valgte/udfoer", &fields, &lone).await.body;
    assert!(again.contains("Ingen fik en mail") && again.contains("har fået svar"), "{again}");
    // And whoever does not answer there reaches nobody.
    let other = world.cookie(world.town.contact_school).await;
    let none = world.post_as("/interesserede/valgte", &fields, &other).await.body;
    assert!(!none.contains("Anna"), "{none}");
    assert!(world.get_as("/interesserede?tilstand=alle", &other).await.body.contains("0 interesserede"));
}
