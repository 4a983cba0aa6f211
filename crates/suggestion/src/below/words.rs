//! Who says yes to the tavshedserklæring, by which door; and what the place does before somebody can begin.

use axum::http::StatusCode;
use samskab_engagement::engagement::{Engagement, State, store};
use samskab_engagement::testing::{World, accepted};
use samskab_kernel::Day;
use samskab_organisation::person::{self, PersonId};
use samskab_requirement::{Lack, Missing, Precondition, missing};
use samskab_store::{Db, db_test};
use samskab_taskbank::task::{Requirement, Task};

const PETRA: &str = "petra@post.example";
const READ: [(&str, &str); 1] = [("version", "1")];
const BY_TELEPHONE: [(&str, &str); 2] = [("version", "1"), ("how", "Pr. telefon mandag")];

async fn world(db: &Db) -> World {
    World::with(db, &[samskab_finding::module], Vec::new()).await
}

async fn asks_for(world: &World, requirements: &[Requirement]) -> Task {
    world.task(|task| task.requirements = requirements.to_vec()).await
}

async fn lacks(world: &World, person: PersonId, task: &Task) -> Vec<Missing> {
    let mut reader = world.db.read().await.unwrap();
    let today = world.clock.now().day();
    missing(&mut reader, world.town.tenant, person, task, today).await.unwrap()
}

async fn lone(world: &World) -> String {
    world.cookie(world.town.contact_solgaarden).await
}

/// Somebody whom Lone wrote down, accepted and noted a yes of. Nothing but what the task asks for is missing.
async fn written_down(world: &World, task: &Task, who: &[(&str, &str)]) -> Engagement {
    let lone = lone(world).await;
    let form = format!("/opgaver/{}/interesse/paa-vegne", task.id);
    let entered = world.post_as(&form, who, &lone).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.body);
    world.post_as(&format!("{}/accept", entered.location()), &[("text", "Kom gerne")], &lone).await;
    let mut reader = world.db.read().await.unwrap();
    let engagement =
        store::of_task(&mut reader, world.town.tenant, task.id).await.unwrap().pop().expect("an agreement");
    drop(reader);
    for (verb, fields) in [("ja-paa-vegne", BY_TELEPHONE.as_slice()), ("ja", READ.as_slice())] {
        let said = world.post_as(&format!("{}/{verb}", engagement.href()), fields, &lone).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{verb}: {}", said.body);
    }
    found(world, &engagement).await
}

async fn found(world: &World, engagement: &Engagement) -> Engagement {
    let mut reader = world.db.read().await.unwrap();
    store::find(&mut reader, world.town.tenant, engagement.id).await.unwrap().unwrap()
}

/// The path of the first link in the mail to Petra that has these words, from where they stand.
async fn link(world: &World, words: &str) -> String {
    let mails = world.mails_to(PETRA).await;
    let mut found = mails.iter().filter_map(|mail| Some(&mail.body[mail.body.find(words)?..]));
    let from = found.next().unwrap_or_else(|| panic!("{words}: {mails:?}"));
    let path = from.split_once("://").filter(|_| !words.starts_with('/'));
    let path = path.and_then(|(_, rest)| Some(&rest[rest.find('/')?..])).unwrap_or(from);
    path.split_whitespace().next().unwrap().to_owned()
}

/// Makes an account with Petra's address under this name.
async fn joins(world: &World, name: &str) -> person::Person {
    let sent = world.post("/bliv-frivillig", &[("name", name), ("email", PETRA)]).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
    world.post(&link(world, "/bliv-frivillig/").await, &[]).await;
    world.work().await;
    let mut reader = world.db.read().await.unwrap();
    let found = person::store::find_by_email(&mut reader, world.town.tenant, &PETRA.parse().unwrap()).await;
    found.unwrap().expect("an account")
}

#[db_test]
async fn whoever_has_no_account_accepts_the_words_by_the_link_in_the_mail(db: Db) {
    let world = world(&db).await;
    let task = asks_for(&world, &[Requirement::Confidentiality]).await;
    let engagement = written_down(&world, &task, &[("name", "Petra Prøve"), ("email", PETRA)]).await;
    assert_eq!(engagement.state, State::Proposed);
    assert!(!world.get_as("/overblik", &lone(&world).await).await.body.contains("skrive under på tavsheds"));
    let words = &link(&world, "Læs og godkend tavshedserklæringen:").await;
    let agreement = words.strip_suffix("/tavshedserklaering").expect("the first link leads to the words");
    assert!(world.get(agreement).await.body.contains(words), "the page of the agreement leads there too");
    assert!(world.get(words).await.body.contains("heller ikke derhjemme"));

    assert_eq!(world.post(words, &[("version", "7")]).await.status, 422, "what was not read is not accepted");
    let said = world.post(words, &READ).await;
    assert_eq!((said.status, said.location()), (StatusCode::SEE_OTHER, agreement), "{}", said.body);
    world.work().await;
    assert_eq!(found(&world, &engagement).await.state, State::Active, "nothing else was missing");
    assert!(world.get(words).await.body.contains("Du har godkendt teksten"));
    let unknown = world.get("/aftaler/ukendt/tavshedserklaering").await;
    assert_eq!(unknown.status, StatusCode::GONE, "{}", unknown.body);
}

#[db_test]
async fn an_account_finds_what_was_agreed_on_with_its_address_and_name(db: Db) {
    let world = world(&db).await;
    let task = asks_for(&world, &[Requirement::Confidentiality]).await;
    let engagement = written_down(&world, &task, &[("name", "Petra Prøve"), ("email", PETRA)]).await;
    let petra = joins(&world, "Petra Prøve Hansen").await;
    assert_eq!(found(&world, &engagement).await.person, petra.id);
    let own = world.get_as("/min-side/krav", &world.cookie(petra.id).await).await.body;
    assert!(own.contains("Læs og godkend") && own.contains(&task.title), "{own}");
    let mut reader = world.db.read().await.unwrap();
    let written = person::store::find(&mut reader, world.town.tenant, engagement.person).await.unwrap();
    assert!(written.is_none(), "they are one");
}

#[db_test]
async fn an_address_mistyped_into_a_strangers_gives_the_stranger_nothing(db: Db) {
    let world = world(&db).await;
    let task = asks_for(&world, &[Requirement::Confidentiality]).await;
    let engagement = written_down(&world, &task, &[("name", "Bent Prøve"), ("email", PETRA)]).await;
    let petra = joins(&world, "Petra Prøve").await;
    assert_ne!(found(&world, &engagement).await.person, petra.id);
    let own = world.get_as("/min-side/krav", &world.cookie(petra.id).await).await.body;
    assert!(own.contains("linket i mailen fra stedet") && !own.contains("Der mangler ikke noget"), "{own}");
}

#[db_test]
async fn what_was_signed_on_paper_is_noted_by_the_place_and_taken_away_again(db: Db) {
    let world = world(&db).await;
    let task = asks_for(&world, &[Requirement::Confidentiality]).await;
    let engagement = written_down(&world, &task, &[("name", "Bent Prøve"), ("phone", "12 90 10 10")]).await;
    let lone = lone(&world).await;
    let waits = "Lad Bent skrive under på tavshedserklæringen";
    assert!(world.get_as("/overblik", &lone).await.body.contains(waits), "nobody can mail Bent a link");
    let page = format!("{}/krav/tavshedserklaering", engagement.href());
    let shown = world.get_as(&page, &lone).await.body;
    assert!(shown.contains("heller ikke derhjemme") && shown.contains("/notering"), "{shown}");
    let day = [("dag", "2026-03-02")];
    let noted = world.post_as(&format!("{page}/notering"), &day, &lone).await;
    assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.body);
    assert!(lacks(&world, engagement.person, &task).await.is_empty());
    let elsewhere = asks_for(&world, &[Requirement::Confidentiality]).await;
    assert!(lacks(&world, engagement.person, &elsewhere).await.is_empty(), "it counts everywhere");
    assert!(!world.get_as("/overblik", &lone).await.body.contains(waits));
    let removed = world.post_as(&format!("{page}/fjern"), &[], &lone).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER, "{}", removed.body);
    assert_eq!(lacks(&world, engagement.person, &task).await[0].lack, Lack::NotBegun);

    // What was signed are the words of that day.
    let asta = world.cookie(world.town.coordinator).await;
    world.clock.set(Day::of(2026, 3, 4).at(9, 0));
    let new = [("tekst", "Du lover at tie."), ("version", "1")];
    world.post_as("/krav/tavshedserklaering", &new, &asta).await;
    let late = world.post_as(&format!("{page}/notering"), &day, &lone).await;
    assert!(late.status == 422 && late.body.contains("Teksten er ændret siden den dag"), "{}", late.body);
}

#[db_test]
async fn what_the_volunteer_said_is_not_taken_away_by_the_place(db: Db) {
    let world = world(&db).await;
    let task = asks_for(&world, &[Requirement::Confidentiality]).await;
    let engagement = accepted(&world, &task).await;
    let vilma = world.cookie(engagement.person).await;
    world.post_as(&format!("/aftaler/{}/tavshedserklaering", engagement.id), &READ, &vilma).await;
    assert!(lacks(&world, engagement.person, &task).await.is_empty());
    let remove = format!("{}/krav/tavshedserklaering/fjern", engagement.href());
    let refused = world.post_as(&remove, &[], &lone(&world).await).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert!(lacks(&world, engagement.person, &task).await.is_empty());
}

#[db_test]
async fn what_the_place_does_before_the_first_day_waits_for_it_from_the_moment_both_said_yes(db: Db) {
    let world = world(&db).await;
    let task = world
        .task(|task| {
            task.requirements = vec![Requirement::ChildrensCertificate, Requirement::DrivingLicence];
            task.min_age = Some(18);
        })
        .await;
    let engagement = accepted(&world, &task).await;
    let (lone, vilma) = (lone(&world).await, world.cookie(engagement.person).await);
    let overview = async || world.get_as("/overblik", &lone).await.body;
    let waits = ["Bestil børneattest til Vilma", "Se kørekortet hos Vilma", "Notér, om Vilma er fyldt 18 år"];
    world.post_as(&format!("/aftaler/{}/ja", engagement.id), &READ, &vilma).await;
    let seen = overview().await;
    assert!(waits.iter().all(|what| !seen.contains(what)), "nothing is agreed on yet: {seen}");
    world.post_as(&format!("{}/ja", engagement.href()), &READ, &lone).await;
    let first = found(&world, &engagement).await.begins_on.expect("a first day");
    let seen = overview().await;
    let before = samskab_kernel::Locale::Da.weekday_and_day(first.plus_days(-1), world.clock.now().day());
    for what in waits {
        let (_, item) = seen.split_once(what).unwrap_or_else(|| panic!("{what}: {seen}"));
        assert!(item.split("</article>").next().unwrap().contains(&before), "{what} before {before}: {item}");
    }
    let krav = format!("{}/krav", engagement.href());
    for (verb, field) in [
        ("koerekort/notering", ("dag", "2026-03-02")),
        ("alder/notering", ("alder", "nu")),
        ("boerneattest/behov", ("fordi", "direct_contact")),
    ] {
        let noted = world.post_as(&format!("{krav}/{verb}"), &[field], &lone).await;
        assert_eq!(noted.status, StatusCode::SEE_OTHER, "{verb}: {}", noted.body);
    }
    let seen = overview().await;
    assert!(seen.contains(waits[0]) && waits[1..].iter().all(|what| !seen.contains(what)), "{seen}");
    assert!(!seen.contains("Skriv først, hvorfor"), "the next step is to order it: {seen}");
    let missing = lacks(&world, engagement.person, &task).await;
    assert_eq!(missing.iter().map(|one| one.what).collect::<Vec<_>>(), [Precondition::ChildrensCertificate]);
}
