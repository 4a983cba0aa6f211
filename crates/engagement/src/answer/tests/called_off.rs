//! What stands on the page and the list of those who answer: a call that is owed, a yes that cannot be given.

use samskab_taskbank::task::store as tasks;

use super::*;

/// Lykke, who left a telephone number and nothing else.
async fn lykke(world: &World, task: &Task) -> (samskab_interest::Interest, String) {
    let sent = world.post(&form(task), &[("name", "Lykke Uden"), ("phone", "12 94 38 78")]).await;
    let own = sent.location().split('?').next().unwrap().to_owned();
    let mut reader = world.db.read().await.unwrap();
    let all = store::of_task(&mut reader, world.town.tenant, task.id).await.unwrap();
    (all.into_iter().find(|one| one.name == "Lykke Uden").unwrap(), own)
}

#[db_test]
async fn whoever_can_only_be_called_about_a_cancelled_task_is_called_and_offered_nothing(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let (lykke, own) = lykke(&world, &task).await;
    let before = world.get_as(&lykke.href(), &lone).await.body;
    let mark = hidden(&world.get_as(&format!("{}?svar=accept", lykke.href()), &lone).await.body, "tilstand");
    assert!(before.contains("Sig ja tak"));
    let luk = world.get_as(&format!("/opgaver/{}/luk", task.id), &lone).await.body;
    assert!(luk.contains("1 har ingen e-mail og skal ringes op"), "{luk}");
    let off = [("outcome", "cancelled"), ("text", "Vi har influenza i huset.")];
    world.post_as(&format!("/opgaver/{}/luk", task.id), &off, &lone).await;

    let overview = world.get_as("/overblik", &lone).await.body;
    assert!(overview.contains("Ring til Lykke, og sig, at opgaven er aflyst"), "{overview}");
    assert!(!overview.contains("Svar Lykke"), "{overview}");
    let page = world.get_as(&lykke.href(), &lone).await.body;
    assert!(page.contains("Opgaven er aflyst. Ring til Lykke") && page.contains("influenza"), "{page}");
    for offered in ["Sig ja tak", "Invitér", "Sæt på venteliste", "Sig pænt nej"] {
        assert!(!page.contains(offered), "{offered}: {page}");
    }
    for mark in [mark.as_str(), ""] {
        let yes = [("text", "Kom!"), ("tilstand", mark)];
        let refused = world.post_as(&format!("{}/accept", lykke.href()), &yes, &lone).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(
        world.get(&own).await.body.contains("har aflyst opgaven. De skriver: Vi har influenza"),
        "hers too"
    );
    let called = world.post_as(&format!("{}/opkald", lykke.href()), &[("sagt", "ja")], &lone).await;
    assert_eq!(called.status, StatusCode::SEE_OTHER, "{}", called.body);
    assert_eq!(world.find(lykke.id).await.unwrap().state, State::Declined);
    assert!(!world.get_as("/overblik", &lone).await.body.contains("Lykke"));
}

#[db_test]
async fn a_task_that_takes_nobody_leaves_a_kind_no(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let vilma = world.interest(&task, "Vilma").await;
    let closed = task.clone().close(String::new(), world.clock.now()).unwrap();
    let mut tx = db.begin(world.stamp()).await.unwrap();
    tasks::save(&mut tx, &closed).await.unwrap();
    tx.commit().await.unwrap();
    let page = world.get_as(&vilma.href(), &lone).await.body;
    assert!(page.contains("Sig pænt nej tak") && page.contains("Opgaven tager ikke imod flere"), "{page}");
    assert!(!page.contains("svar=accept") && !page.contains("svar=invitation"), "{page}");
    let refused = world.post_as(&format!("{}/accept", vilma.href()), &[("text", "Kom!")], &lone).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("åbn opgaven igen"), "{}", refused.body);
    world.post_as(&format!("{}/afslag", vilma.href()), &[("text", "Nej tak")], &lone).await;
    assert_eq!(world.find(vilma.id).await.unwrap().state, State::Declined);
}

#[db_test]
async fn an_answer_to_an_invitation_waits_for_the_place_with_a_deadline(db: Db) {
    let world = World::new(&db).await;
    let task = world
        .task(|task| {
            task.time = Time::Flexible { minutes_per_week: Some(60), note: String::new(), until: None }
        })
        .await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    world.post(&form(&task), &VILMA_WRITES).await;
    let link = world.link().await;
    world.post(&format!("{link}/bekraeft"), &[]).await;
    let vilma = world.all_of(VILMA).await.remove(0);
    world.post_as(&format!("{}/invitation", vilma.href()), &[("text", "Hvornår?")], &lone).await;
    world.interest(&task, "Bent").await;
    let invited = world.get_as("/overblik", &lone).await.body;
    assert!(!invited.contains("Vilma"), "it is hers to answer");
    let list = world.get_as("/interesserede", &lone).await.body;
    let stands = |list: &str, name: &str| list.find(name).unwrap();
    assert!(stands(&list, "Bent") < stands(&list, "Vilma Godvilje"), "who waits for an answer stands first");

    world.clock.set(Day::of(2026, 3, 10).at(10, 0));
    world.post(&format!("{link}/svar"), &[("reply", "Ring onsdag efter kl. 15")]).await;
    let overview = world.get_as("/overblik", &lone).await.body;
    assert!(overview.contains("Vend tilbage til Vilma, der har svaret på invitationen"), "{overview}");
    let page = world.get_as(&vilma.href(), &lone).await.body;
    assert!(page.contains("Har svaret på invitationen") && page.contains("Svar senest fredag den 13. marts"));
    let list = world.get_as("/interesserede", &lone).await.body;
    assert!(list.contains("Har svaret på invitationen") && list.contains("fre. 13. mar."), "{list}");
    assert!(world.get(&link).await.body.contains("De vender tilbage senest fredag den 13. marts"));
    // And it climbs as every other answer that is owed.
    world.work_at(Day::of(2026, 3, 16).at(10, 0)).await;
    let told = world.find(vilma.id).await.unwrap().promise.unwrap().told;
    assert_eq!(told, samskab_interest::Rung::Deputies);
    world.post_as(&format!("{}/accept", vilma.href()), &[("text", "Kom!")], &lone).await;
    assert!(!world.get_as("/overblik", &lone).await.body.contains("Vend tilbage til Vilma"));
}

#[db_test]
async fn that_all_places_are_taken_is_said_before_anybody_is_called(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.places = Some(1)).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let (lykke, _) = lykke(&world, &task).await;
    let vilma = world.interest(&task, "Vilma").await;
    world.post_as(&format!("{}/accept", vilma.href()), &[("text", "Kom!")], &lone).await;
    let page = world.get_as(&format!("{}?svar=accept", lykke.href()), &lone).await.body;
    assert!(page.contains("Alle pladser er besat.") && !page.contains("Jeg har ringet – gem"), "{page}");
    assert!(page.contains("Sæt på venteliste"), "{page}");
    // The address of a form that was refused leads back to its page.
    let address = format!("{}/accept", lykke.href());
    let refused = world.post_as(&address, &[("text", "")], &lone).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = world.get_as(&address, &lone).await;
    assert_eq!(again.location(), format!("{}?svar=accept", lykke.href()));
}
