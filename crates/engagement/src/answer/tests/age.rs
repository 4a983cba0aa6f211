//! An age that the municipality knows already, over HTTP: a task asks for twenty-one, and the CV says sixteen.

use samskab_kernel::{Day, Id};
use samskab_organisation::person::{self, Person, PersonId};
use samskab_volunteers::volunteer::{self, Age, Cv};

use super::*;

/// Somebody with an account, whose CV says that they are sixteen.
async fn sixteen(world: &World) -> PersonId {
    let id: PersonId = world.db.dice().id(NOW);
    let person =
        Person { email_confirmed_at: Some(NOW), ..Person::new(id, "Vilma", VILMA.parse().ok(), NOW) };
    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    person::store::add(&mut tx, &person).await.unwrap();
    let cv: Id<_> = world.db.dice().id(NOW);
    let cv = Cv { age: Age::Born(Day::of(2009, 6, 1)), ..Cv::new(cv, id, NOW) };
    volunteer::store::save(&mut tx, &cv).await.unwrap();
    tx.commit().await.unwrap();
    id
}

const TICKED: [(&str, &str); 3] = [("name", "Vilma"), ("email", VILMA), ("of_age", "ja")];

#[db_test]
async fn the_form_says_what_the_cv_says_and_does_not_wave_it_through(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.min_age = Some(21)).await;
    let vilma = sixteen(&world).await;
    let cookie = world.cookie(vilma).await;
    let page = world.get_as(&form(&task), &cookie).await;
    for says in
        ["Dit CV siger, at du er for ung", "Efter dit CV er du 16", "href=\"/min-side/cv\"", "Lone Papsen"]
    {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
    let refused = world.post_as(&form(&task), &TICKED, &cookie).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Opgaven kræver 21 år, og dit CV siger, at du er 16"), "{}", refused.body);
    assert!(world.all_of(VILMA).await.is_empty());

    let older = world.task(|task| task.min_age = Some(16)).await;
    let sent = world.post_as(&form(&older), &TICKED, &cookie).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
}

#[db_test]
async fn whoever_answers_is_told_when_the_cv_says_otherwise(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.min_age = Some(21)).await;
    sixteen(&world).await;
    // Not signed in: nothing is told of an address that anybody could have typed.
    let sent = world.post(&form(&task), &TICKED).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert!(!sent.body.contains("CV"));
    let link = world.link().await;
    let own = world.get(&link).await;
    assert!(own.body.contains("med din e-mail siger noget andet"), "{}", own.body);
    world.post(&format!("{link}/bekraeft"), &[]).await;
    let interest = world.all_of(VILMA).await.remove(0);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let answer = world.get_as(&interest.href(), &lone).await;
    assert!(answer.body.contains("er den frivillige ikke 21 år"), "{}", answer.body);
    assert!(!answer.body.contains("16 år"), "and no more than that");
}

#[db_test]
async fn the_age_that_was_ticked_is_not_asked_for_again(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.min_age = Some(16)).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let on_behalf = format!("{}/paa-vegne", form(&task));
    let asked = world.get_as(&on_behalf, &lone).await.body;
    assert!(asked.contains("Personen er fyldt 16 år") && !asked.contains("Jeg er fyldt"), "{asked}");
    let karla = [("name", "Karla Pebernød"), ("phone", "12 45 00 01")];
    let refused = world.post_as(&on_behalf, &karla, &lone).await.body;
    assert!(refused.contains("Sæt flueben, hvis personen er det"), "{refused}");
    let karla = [&karla[..], &[("of_age", "ja")]].concat();
    let entered = world.post_as(&on_behalf, &karla, &lone).await;
    let interest = entered.location().to_owned();
    assert!(
        world.get_as(&interest, &lone).await.body.contains("Jeg er fyldt 16 år"),
        "it stands in the history"
    );
    world.post_as(&format!("{interest}/accept"), &[("text", "Ja")], &lone).await;
    let id = interest.rsplit('/').next().unwrap().parse().unwrap();
    let mut reader = db.read().await.unwrap();
    let engagement = crate::engagement::store::of_interest(&mut reader, world.town.tenant, id).await.unwrap();
    let engagement = engagement.unwrap();
    let missing = samskab_requirement::missing(
        &mut reader,
        world.town.tenant,
        engagement.person,
        &task,
        Day::of(2026, 3, 7),
    );
    assert_eq!(missing.await.unwrap(), [], "the place has read it and said yes");
}
