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

#[db_test]
async fn what_was_moved_to_other_hours_is_not_offered_again(db: Db) {
    let (world, task, ..) = coffee(&db).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let plan = format!("/opgaver/{}/vagter", task.id);
    assert!(world.get_as(&plan, &lone).await.body.contains("Lav vagter efter opgavens tid"));
    let series = world.series(&task, 2).await;
    let mut tx = world.begin().await;
    let turn = Turn { start_minute: 15 * 60, duration: 60 };
    store::save_series(&mut tx, &Series { turn, ..series }).await.unwrap();
    for shift in store::coming_of_task(&mut tx, world.town.tenant, task.id, NOW, 99).await.unwrap() {
        let times = turn.on(shift.starts_at.day());
        store::save_shift(&mut tx, &shift.moved_to(times, NOW)).await.unwrap();
    }
    tx.commit().await.unwrap();
    let page = world.get_as(&plan, &lone).await.body;
    assert!(!page.contains("Lav vagter efter opgavens tid"), "{page}");
}

#[db_test]
async fn whoever_has_an_agreement_hears_that_the_task_is_divided_into_shifts(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let plan = format!("/opgaver/{}/vagter", task.id);
    world.press(&format!("{plan}/fra-opgaven"), &lone).await;
    world.work().await;
    assert_eq!(world.subjects("vilma@post.example").await, ["Vælg dine vagter: Kaffe og højtlæsning"]);
    let page = world.get_as(&plan, &lone).await.body;
    assert!(page.contains("er ikke på nogen vagt endnu: Bent Prøvemand, Vilma Godvilje."), "{page}");
    let shift = world.shifts(&task).await.remove(0);
    world.sign_up(&shift, vilma).await;
    let page = world.get_as(&plan, &lone).await.body;
    assert!(page.contains("er ikke på nogen vagt endnu: Bent Prøvemand."), "{page}");
    // A shift more is no news to those who choose theirs already.
    let one = [("rytme", "en-gang"), ("dag", "2026-03-05"), ("start", "14"), ("slut", "16")];
    world.post_as(&format!("{plan}/ny"), &one, &lone).await;
    world.work().await;
    assert_eq!(world.subjects("bent@post.example").await.len(), 1);
}
