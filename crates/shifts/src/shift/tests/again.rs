//! The same shifts are made a second time only with a yes.

use samskab_store::db_test;

use super::*;

#[db_test]
async fn what_is_there_already_is_made_again_only_with_a_yes(db: Db) {
    let (world, task, ..) = coffee(&db).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let plan = format!("/opgaver/{}/vagter", task.id);
    let series = [
        ("rytme", "uge"),
        ("dag", "2026-03-03"),
        ("start", "14"),
        ("slut", "16"),
        ("til", "2026-03-24"),
        ("titel", "Kaffe"),
    ];
    let make = async |sure: &str| {
        let mut fields = series.to_vec();
        fields.push(("sikker", sure));
        world.post_as(&format!("{plan}/ny"), &fields, &lone).await
    };
    let made = make("").await;
    assert_eq!((made.status, made.location()), (StatusCode::SEE_OTHER, &*format!("{plan}?lavet=4")));
    assert!(world.get_as(made.location(), &lone).await.body.contains("4 vagter er lavet"));
    // Back, and the same button again.
    let again = make("").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("Der er allerede 4 vagter på de tidspunkter"), "{}", again.body);
    assert!(again.body.contains("value=\"Kaffe\""), "what was typed is kept: {}", again.body);
    assert_eq!(world.shifts(&task).await.len(), 4);
    // It is meant so: once.
    let key = again.body.split("name=\"sikker\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(make(key).await.status, StatusCode::SEE_OTHER);
    assert_eq!(world.shifts(&task).await.len(), 8);
    assert_eq!(make(key).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the same yes is no yes to a third");
    let one = [("rytme", "en-gang"), ("dag", "2026-03-31"), ("start", "14"), ("slut", "16")];
    let made = world.post_as(&format!("{plan}/ny"), &one, &lone).await;
    assert!(world.get_as(made.location(), &lone).await.body.contains("1 vagt er lavet"), "{}", made.body);
    let again = world.post_as(&format!("{plan}/ny"), &one, &lone).await;
    assert!(again.body.contains("Der er allerede en vagt på det tidspunkt"), "{}", again.body);
}
