//! From the first click to the answer over HTTP, in the small town every test knows. It is Monday
//! 2 March 2026, nine o'clock, and Solgården wants help on Saturday.

mod age;
mod called_off;
mod leaving;
mod list;
mod meanwhile;
mod queries;
mod shown;
mod time;

use axum::http::{StatusCode, header};
use samskab_kernel::{Day, jiff::SignedDuration};
use samskab_organisation::{
    answering::Poster,
    person::{self, Person},
    testing::NOW,
};
use samskab_store::{Db, db_test};
use samskab_taskbank::task::{self, Requirement, Task, Time, time::Turn};

use crate::testing::{VILMA, World};
use samskab_interest::{State, StateKind, store};

fn form(task: &Task) -> String {
    format!("/opgaver/{}/interesse", task.id)
}

const VILMA_WRITES: [(&str, &str); 3] =
    [("name", "Vilma Godvilje"), ("email", VILMA), ("message", "Jeg læser gerne højt.")];

#[db_test]
async fn a_citizen_shows_interest_and_the_contact_answers_and_both_see_it(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.places = Some(1)).await;

    let page = world.get(&form(&task)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Du får svar senest torsdag den 5. marts."), "the promise stands on the page");
    assert!(page.body.contains("Lone Papsen") && page.body.contains("12 70 11 05"), "and whom to call");

    let sent = world.post(&form(&task), &VILMA_WRITES).await;
    assert_eq!(
        (sent.status, sent.location()),
        (StatusCode::SEE_OTHER, format!("{}/tak", form(&task)).as_str())
    );
    assert_eq!(world.get(sent.location()).await.status, StatusCode::OK);
    world.work().await;
    let lone = "lone.papsen@fjordlund.example";
    assert!(world.mails_to(lone).await.is_empty(), "nobody else hears of it before it is confirmed");

    // A mail scanner opens the link: nothing happens.
    let link = world.link().await;
    let own = world.get(&link).await;
    assert!(own.body.contains("Bekræft, at det er dig"), "{}", own.body);
    assert_eq!(world.all_of(VILMA).await[0].state, State::Unconfirmed);
    let confirmed = world.post(&format!("{link}/bekraeft"), &[]).await;
    assert_eq!(confirmed.location(), link);
    let interest = world.all_of(VILMA).await.remove(0);
    assert_eq!(interest.state, State::New);
    assert!(world.get(&link).await.body.contains("Du får svar senest torsdag den 5. marts."));

    // The contact sees it on the one list, and only there and behind it the address.
    world.work().await;
    let lone_signed_in = world.cookie(world.town.contact_solgaarden).await;
    let overview = world.get_as("/overblik", &lone_signed_in).await;
    assert!(overview.body.contains("Svar Vilma"), "{}", overview.body);
    assert!(!overview.body.contains(VILMA));
    let answer = world.get_as(&interest.href(), &lone_signed_in).await;
    assert!(answer.body.contains(VILMA) && answer.body.contains("Jeg læser gerne højt."));
    assert!(answer.body.contains("<dd>Vilma Godvilje</dd>"));
    let letter = world.get_as(&format!("{}?svar=accept", interest.href()), &lone_signed_in).await;
    assert!(
        letter.body.contains("Kære Vilma") && letter.body.contains("Lone Papsen, Plejehjemmet Solgården")
    );

    let said = world
        .post_as(
            &format!("{}/accept", interest.href()),
            &[("text", "Kære Vilma\n\nKom gerne!")],
            &lone_signed_in,
        )
        .await;
    assert_eq!((said.status, said.location()), (StatusCode::SEE_OTHER, interest.href().as_str()));
    let mails = world.mails_to(VILMA).await;
    assert_eq!(mails.len(), 2, "one to confirm, one with the answer");
    assert!(mails.iter().any(|mail| mail.subject.starts_with("Ja tak") && mail.body.contains("Kom gerne!")));
    assert_eq!(world.task_state(&task).await, task::StateKind::Filled, "the last place is taken");
    let own = world.get(&link).await;
    assert!(
        own.body.contains("har sagt ja til dig") && own.body.contains("Kom gerne!"),
        "the first link still works"
    );
    world.work_at(Day::of(2026, 3, 3).at(7, 30)).await;
    assert!(world.mails_to(lone).await.is_empty(), "what she has answered is no news to her");

    // And she can get out of it again; the place is free once more.
    let out = world.post(&format!("{link}/fortryd"), &[("reason", "Jeg er blevet syg")]).await;
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    assert_eq!(world.all_of(VILMA).await[0].state, State::Withdrawn);
    assert_eq!(world.task_state(&task).await, task::StateKind::Open);
    world.work().await;
    world.work_at(Day::of(2026, 3, 4).at(7, 30)).await;
    let news = world.mails_to(lone).await.remove(0);
    assert!(news.subject.contains("Vilma kan ikke alligevel"), "{}", news.subject);
}

/// The value of a hidden field of a page.
fn hidden(body: &str, name: &str) -> String {
    let after = body.split(&format!("name=\"{name}\"")).nth(1).expect(name);
    after.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
}

#[db_test]
async fn a_yes_given_with_the_agreement_read_is_the_places_yes_to_it(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let (vilma, bent) = (world.interest(&task, "Vilma").await, world.interest(&task, "Bent").await);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let engagement = async |interest: samskab_interest::InterestId| {
        let mut reader = db.read().await.unwrap();
        crate::engagement::store::of_interest(&mut reader, world.town.tenant, interest)
            .await
            .unwrap()
            .unwrap()
    };
    let page = world.get_as(&format!("{}?svar=accept", vilma.href()), &lone).await.body;
    assert!(page.contains("Læs aftalen, som I siger ja til"), "{page}");
    let read = hidden(&page, "aftale");
    let yes = [("text", "Kære Vilma\n\nKom gerne!"), ("aftale", read.as_str())];
    world.post_as(&format!("{}/accept", vilma.href()), &yes, &lone).await;
    let agreed = engagement(vilma.id).await;
    assert!(agreed.place_yes.is_some() && agreed.volunteer_yes.is_none(), "only hers is missing");
    assert!(!world.get_as("/overblik", &lone).await.body.contains("Aftale mangler jeres ja"));
    let letter = world.mails_to(VILMA).await.remove(0);
    assert!(letter.subject.starts_with("Ja tak"), "{}", letter.subject);
    for said in ["Hvornår: ", "Hvor: ", "Læs aftalen, og sig ja eller nej:"] {
        assert!(letter.body.contains(said), "{said}: {}", letter.body);
    }
    // Word by word what was read, or the place is asked on the agreement's own page.
    let yes = [("text", "Kære Bent\n\nKom gerne!"), ("aftale", read.as_str())];
    let said = world.post_as(&format!("{}/accept", bent.href()), &yes, &lone).await;
    assert!(engagement(bent.id).await.place_yes.is_none(), "it was Vilma's agreement that was read");
    let flash = |key: &str| {
        let cookies = said.headers.get_all(header::SET_COOKIE);
        cookies.iter().any(|cookie| cookie.to_str().unwrap().contains(key))
    };
    assert!(flash("engagement-flash-read-another"), "and it is said: {:?}", said.headers);
    assert!(world.get_as("/overblik", &lone).await.body.contains("Aftale mangler jeres ja"));
}

#[db_test]
async fn the_agreement_is_read_with_the_name_of_the_account_as_it_will_be_proposed(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let account = Person::new(db.dice().id(NOW), "Vilma Andersen Godvilje", VILMA.parse().ok(), NOW);
    person::store::add(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    let vilma = world.interest(&task, "Vilma").await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = world.get_as(&format!("{}?svar=accept", vilma.href()), &lone).await.body;
    let read = hidden(&page, "aftale");
    let yes = [("text", "Kære Vilma\n\nKom gerne!"), ("aftale", read.as_str())];
    world.post_as(&format!("{}/accept", vilma.href()), &yes, &lone).await;
    let mut reader = db.read().await.unwrap();
    let agreed = crate::engagement::store::of_interest(&mut reader, world.town.tenant, vilma.id).await;
    let agreed = agreed.unwrap().unwrap();
    assert_eq!(agreed.person, account.id);
    assert!(agreed.place_yes.is_some(), "the yes counts");
}

#[db_test]
async fn a_letter_says_that_all_places_are_taken_only_when_they_are(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.places = Some(1)).await;
    let (vilma, bent) = (world.interest(&task, "Vilma").await, world.interest(&task, "Bent").await);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let letters = async || {
        let read = async |answer: &str| {
            let page = world.get_as(&format!("{}?svar={answer}", bent.href()), &lone).await.body;
            // The letter, and not the reasons that can be chosen beside it.
            let letter = page.split("<textarea").nth(1).and_then(|rest| rest.split("</textarea>").next());
            letter.is_some_and(|letter| letter.contains("Alle pladser"))
        };
        (read("afslag").await, read("venteliste").await)
    };
    assert_eq!(letters().await, (false, false), "a place is free");
    world.post_as(&format!("{}/accept", vilma.href()), &[("text", "Kom!")], &lone).await;
    assert_eq!(letters().await, (true, true));
}

#[db_test]
async fn somebody_without_an_address_is_called_and_keeps_the_link(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let sent = world.post(&form(&task), &[("name", "Bent"), ("phone", "12 90 10 10")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(sent.location().starts_with("/interesse/"), "{}", sent.location());
    let own = world.get(sent.location()).await;
    assert!(own.body.contains("Gem dette link") && own.body.contains("De ringer til dig"), "{}", own.body);
    assert!(world.mails().await.is_empty());
    world.work().await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let mut reader = db.read().await.unwrap();
    let interest = store::of_task(&mut reader, world.town.tenant, task.id).await.unwrap().remove(0);
    drop(reader);
    assert_eq!(interest.state, State::New);
    let page = world.get_as(&interest.href(), &lone).await;
    assert!(page.body.contains("Ring op") && page.body.contains("12 90 10 10"));
    let noted =
        world.post_as(&format!("{}/opkald", interest.href()), &[("note", "Tog ikke telefonen")], &lone).await;
    assert_eq!(noted.status, StatusCode::SEE_OTHER);
    world.post_as(&format!("{}/invitation", interest.href()), &[("text", "Han kommer onsdag")], &lone).await;
    assert!(world.mails().await.is_empty(), "there is nobody to mail");
    let own = world.get(sent.location()).await;
    assert!(own.body.contains("Tog ikke telefonen") && own.body.contains("Han kommer onsdag"));
    let changed = world
        .post(&format!("{}/telefon", sent.location().split('?').next().unwrap()), &[("phone", "")])
        .await;
    assert_eq!(changed.status, StatusCode::UNPROCESSABLE_ENTITY, "the number is the only way to him");
}

#[db_test]
async fn what_is_wrong_is_said_at_the_field_and_everything_is_kept(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.min_age = Some(18)).await;
    let page =
        world.post(&form(&task), &[("name", ""), ("message", "Jeg vil så gerne"), ("persons", "99")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["name-error", "email-error", "persons-error", "of_age-error"] {
        assert!(page.body.contains(field), "{field}");
    }
    assert!(page.body.contains("Jeg vil så gerne"));
    // The age is a wall, also for somebody who insists.
    let insists =
        world.post(&form(&task), &[("name", "Nour"), ("email", "nour@post.example"), ("anyway", "ja")]).await;
    assert_eq!(insists.status, StatusCode::UNPROCESSABLE_ENTITY);
    let of_age =
        world.post(&form(&task), &[("name", "Nour"), ("email", "nour@post.example"), ("of_age", "ja")]).await;
    assert_eq!(of_age.status, StatusCode::SEE_OTHER);
}

#[db_test]
async fn a_missing_licence_is_said_first_and_can_be_passed_over(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.requirements = vec![Requirement::DrivingLicence]).await;
    let page = world.post(&form(&task), &VILMA_WRITES).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("Før du sender") && page.body.contains("Send alligevel"), "{}", page.body);
    assert!(world.all_of(VILMA).await.is_empty());
    let mut again = VILMA_WRITES.to_vec();
    again.push(("anyway", "ja"));
    assert_eq!(world.post(&form(&task), &again).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        world.all_of(VILMA).await[0].lacks,
        [Requirement::DrivingLicence],
        "and those who answer know"
    );
}

#[db_test]
async fn only_the_owner_of_an_address_learns_what_else_it_said_yes_to(db: Db) {
    let world = World::new(&db).await;
    let coffee = world.task(|_| {}).await;
    let other = world.task(|task| task.title = "Indkøb".into()).await;
    world.interest(&coffee, "Vilma").await;
    // A stranger who tries the address sees nothing of it, neither on the same task nor on another.
    let tries = world.post(&form(&other), &VILMA_WRITES).await;
    assert_eq!(tries.location(), format!("{}/tak", form(&other)));
    let same = world.post(&form(&coffee), &VILMA_WRITES).await;
    assert_eq!(same.location(), format!("{}/tak", form(&coffee)));
    assert_eq!(world.all_of(VILMA).await.len(), 2, "the same twice is not two");
    let told = world.mails_to(VILMA).await;
    assert!(told.iter().any(|mail| mail.body.contains("Du har allerede vist interesse")));
    world.post(&form(&coffee), &VILMA_WRITES).await;
    assert_eq!(world.mails_to(VILMA).await.len(), told.len(), "a third time at once sends no third mail");
    // Behind the link of the new one, before it is confirmed, the conflict is said.
    let confirm = told.iter().find(|mail| mail.subject.starts_with("Bekræft")).unwrap();
    let at = confirm.body.find("/interesse/").unwrap();
    let link = confirm.body[at..].split_whitespace().next().unwrap();
    let own = world.get(link).await;
    assert!(
        own.body.contains("lørdag den 7. marts kl. 14.00–16.00") && own.body.contains("Bekræft alligevel"),
        "{}",
        own.body
    );
}

#[db_test]
async fn somebody_signed_in_needs_no_mail_and_finds_everything_again(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let me = world.town.contact_school;
    world.change_person(me, |person| person.email_confirmed_at = Some(NOW)).await;
    let cookie = world.cookie(me).await;
    let page = world.get_as(&form(&task), &cookie).await;
    assert!(page.body.contains("mette.eksempel@fjordlund.example"), "the form knows me");
    let fields = [("name", "Mette Eksempel"), ("email", "mette.eksempel@fjordlund.example")];
    let sent = world.post_as(&form(&task), &fields, &cookie).await;
    assert!(sent.location().starts_with("/interesse/"));
    let interest = world.all_of("mette.eksempel@fjordlund.example").await.remove(0);
    assert_eq!(interest.state, State::New);
    let mine = world.get_as("/mine-interesser", &cookie).await;
    assert!(
        mine.body.contains("Kaffe og højtlæsning")
            && mine.body.contains(&format!("/interesse/{}", interest.id))
    );
    assert_eq!(world.get_as(&format!("/interesse/{}", interest.id), &cookie).await.status, StatusCode::OK);
    let somebody_else = world.cookie(world.town.chair_handball).await;
    assert_eq!(
        world.get_as(&format!("/interesse/{}", interest.id), &somebody_else).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(world.get(&format!("/interesse/{}", interest.id)).await.status, StatusCode::UNAUTHORIZED);
    // An invitation waits on her own list until she answers it.
    let lone = world.cookie(world.town.contact_solgaarden).await;
    world.post_as(&format!("{}/invitation", interest.href()), &[("text", "Kom forbi?")], &lone).await;
    assert!(world.get_as("/overblik", &cookie).await.body.contains("Svar på en invitation"));
    world.post_as(&format!("/interesse/{}/svar", interest.id), &[("reply", "Torsdag")], &cookie).await;
    assert!(!world.get_as("/overblik", &cookie).await.body.contains("Svar på en invitation"));
}

#[db_test]
async fn only_those_who_answer_see_who_it_is(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let interest = world.interest(&task, "Vilma").await;
    let list = format!("/opgaver/{}/interesserede", task.id);
    let on_behalf = format!("{}/paa-vegne", form(&task));
    for address in [interest.href(), list.clone(), on_behalf.clone()] {
        assert_eq!(world.get(&address).await.status, StatusCode::UNAUTHORIZED, "{address}");
        for stranger in [world.town.chair_handball, world.town.contact_school, world.town.key_schools] {
            let cookie = world.cookie(stranger).await;
            assert_eq!(world.get_as(&address, &cookie).await.status, StatusCode::FORBIDDEN, "{address}");
        }
        for own in [
            world.town.contact_solgaarden,
            world.town.deputy_solgaarden,
            world.town.key_care,
            world.town.coordinator,
        ] {
            let cookie = world.cookie(own).await;
            assert_eq!(world.get_as(&address, &cookie).await.status, StatusCode::OK, "{address}");
        }
    }
    let stranger = world.cookie(world.town.chair_handball).await;
    for verb in ["invitation", "accept", "venteliste", "afslag", "opkald"] {
        let address = format!("{}/{verb}", interest.href());
        let tried = world.post_as(&address, &[("text", "Kom"), ("note", "Kom")], &stranger).await;
        assert_eq!(tried.status, StatusCode::NOT_FOUND, "{verb}");
    }
    assert_eq!(world.find(interest.id).await.unwrap().state, State::New);
    for address in [form(&task), format!("/opgaver/{}", task.id), format!("{}/tak", form(&task))] {
        assert!(!world.get(&address).await.body.contains(VILMA), "{address}");
    }
    assert_eq!(world.get("/interesse/gaettet").await.status, StatusCode::GONE);
    assert_eq!(world.post("/interesse/gaettet/fortryd", &[]).await.status, StatusCode::GONE);
}

#[db_test]
async fn what_is_not_confirmed_is_seen_by_nobody_who_answers(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    world.post(&form(&task), &VILMA_WRITES).await;
    let interest = world.all_of(VILMA).await.remove(0);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    assert_eq!(world.get_as(&interest.href(), &lone).await.status, StatusCode::NOT_FOUND);
    let list = world.get_as(&format!("/opgaver/{}/interesserede", task.id), &lone).await;
    assert!(!list.body.contains("Vilma"));
}

#[db_test]
async fn somebody_who_phoned_is_written_down(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let address = format!("{}/paa-vegne", form(&task));
    let sent = world.post_as(&address, &[("name", "Vilma Godvilje"), ("email", VILMA)], &lone).await;
    assert!(sent.location().starts_with("/interesser/"), "{}", sent.body);
    let interest = world.all_of(VILMA).await.remove(0);
    assert_eq!((interest.state, interest.entered_by), (State::New, Some(world.town.contact_solgaarden)));
    assert!(world.mails_to(VILMA).await[0].body.contains("Tak for snakken"));
    let again = world.post_as(&address, &[("name", "Vilma"), ("email", VILMA)], &lone).await;
    assert_eq!(again.location(), interest.href());
}

#[db_test]
async fn a_machine_that_fills_the_hidden_field_is_not_heard(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let mut fields = VILMA_WRITES.to_vec();
    fields.push(("website", "https://billige-piller.example"));
    assert_eq!(world.post(&form(&task), &fields).await.status, StatusCode::SEE_OTHER);
    assert!(world.all_of(VILMA).await.is_empty());
}

#[db_test]
async fn a_closed_task_says_so_kindly_and_a_draft_does_not_exist(db: Db) {
    let world = World::new(&db).await;
    let closed = world.task(|task| task.state = task::State::Closed { reason: String::new() }).await;
    let page = world.post(&form(&closed), &VILMA_WRITES).await;
    assert_eq!(page.status, StatusCode::GONE);
    assert!(page.body.contains("/opgaver?tema=social"));
    let draft = world.task(|task| task.state = task::State::Draft { sent_back: None }).await;
    assert_eq!(world.get(&form(&draft)).await.status, StatusCode::NOT_FOUND);
}

#[db_test]
async fn twenty_who_give_away_the_last_place_at_once_give_it_once(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.places = Some(1)).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let mut interests = Vec::new();
    for number in 0..20 {
        interests.push(world.interest(&task, &format!("Frivillig{number}")).await);
    }
    let world = std::sync::Arc::new(world);
    let mut running = Vec::new();
    for interest in &interests {
        let (world, lone, address) = (world.clone(), lone.clone(), format!("{}/accept", interest.href()));
        running.push(tokio::spawn(async move {
            world.post_as(&address, &[("text", "Ja tak")], &lone).await.status
        }));
    }
    let mut given = 0;
    for one in running {
        match one.await.unwrap() {
            StatusCode::SEE_OTHER => given += 1,
            status => {
                assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "the others are told that it is full")
            }
        }
    }
    assert_eq!(given, 1);
    let mut reader = db.read().await.unwrap();
    assert_eq!(store::taken(&mut reader, world.town.tenant, task.id).await.unwrap(), 1);
    drop(reader);
    assert_eq!(world.task_state(&task).await, task::StateKind::Filled);
}

#[db_test]
async fn two_who_answer_the_same_person_at_once_answer_once(db: Db) {
    let world = std::sync::Arc::new(World::new(&db).await);
    let task = world.task(|_| {}).await;
    let interest = world.interest(&task, "Vilma").await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let mut running = Vec::new();
    for verb in ["afslag", "invitation", "afslag", "afslag"] {
        let (world, lone, address) = (world.clone(), lone.clone(), format!("{}/{verb}", interest.href()));
        running.push(tokio::spawn(async move {
            world.post_as(&address, &[("text", "Kære Vilma")], &lone).await.status
        }));
    }
    for one in running {
        one.await.unwrap();
    }
    let state = world.find(interest.id).await.unwrap().state.kind();
    let mails = world.mails_to(VILMA).await;
    // An invitation may still be followed by a no; a no is never followed by anything.
    assert!(state == StateKind::Declined && mails.len() <= 2, "{state} with {} mails", mails.len());
    assert_eq!(mails.iter().filter(|mail| mail.subject.starts_with("Svar på")).count(), 1);
}

#[db_test]
async fn the_same_answer_sent_twice_is_given_once_and_is_no_mistake(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let interest = world.interest(&task, "Vilma").await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let asta = world.cookie(world.town.coordinator).await;
    let accept = format!("{}/accept", interest.href());
    for _ in 0..2 {
        let answer = world.post_as(&accept, &[("text", "Ja tak")], &lone).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, interest.href().as_str()));
    }
    assert_eq!(world.mails_to(VILMA).await.len(), 1);
    let another = world.post_as(&accept, &[("text", "Ja tak fra Asta")], &asta).await;
    assert_eq!(another.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(another.body.contains("Der er givet et andet svar") && another.body.contains("Ja tak fra Asta"));
}

#[db_test]
async fn who_answers_somebody_that_withdrew_meanwhile_is_told_so_and_keeps_the_letter(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let interest = world.interest(&task, "Vilma").await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let gone = interest.clone().withdraw(NOW).unwrap();
    assert!(store::save(&mut tx, &gone, StateKind::New).await.unwrap());
    tx.commit().await.unwrap();
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let text = [("text", "Kære Vilma, vi glæder os")];
    let answer = world.post_as(&format!("{}/accept", interest.href()), &text, &lone).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Vilma har trukket sig, mens du skrev"), "{}", answer.body);
    assert!(answer.body.contains("Kære Vilma, vi glæder os"));
}

#[db_test]
async fn a_task_that_begins_before_the_promised_answer_says_so_with_a_number_to_call(db: Db) {
    let world = World::new(&db).await;
    // Three working days after Monday is Thursday.
    let on = |day| Time::OneOff { day, turn: Turn { start_minute: 14 * 60, duration: 120 } };
    let tuesday = world.task(|task| task.time = on(Day::of(2026, 3, 3))).await;
    let saturday = world.task(|_| {}).await;
    let said = "Opgaven begynder, før vi har lovet at svare";
    for address in [format!("/opgaver/{}", tuesday.id), form(&tuesday)] {
        let page = world.get(&address).await.body;
        let at = page.find(said).unwrap_or_else(|| panic!("{address} says nothing"));
        assert!(page[at..at + 600].contains("href=\"tel:"), "{}", &page[at..at + 600]);
        assert!(
            !world
                .get(&address.replace(&tuesday.id.to_string(), &saturday.id.to_string()))
                .await
                .body
                .contains(said)
        );
    }
    let sent = world.post(&form(&tuesday), &VILMA_WRITES).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "sending stays allowed");
}

#[db_test]
async fn nobody_signs_for_a_place_they_are_not_in(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.poster = Poster::Association(world.town.handball)).await;
    let interest = world.interest(&task, "Vilma").await;
    let letter = format!("{}?svar=accept", interest.href());
    let signature = |name: &str, page: &str| {
        let at = page.find(&format!("{name}, ")).expect("a signature");
        page[at..].lines().next().unwrap().to_owned()
    };
    let asta = world.get_as(&letter, &world.cookie(world.town.coordinator).await).await;
    let signed = signature("Asta Prøvested", &asta.body);
    assert!(signed.contains("Fjordlund Kommune") && !signed.contains("ndbold"), "{signed}");
    let agnes = world.get_as(&letter, &world.cookie(world.town.coordinator_handball).await).await;
    let signed = signature("Agnes Sagnby", &agnes.body);
    assert!(signed.contains("ndbold"), "{signed}");
}

#[db_test]
async fn a_free_place_is_pointed_out_and_never_assigned(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.places = Some(1)).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let first = world.interest(&task, "Vilma").await;
    world.clock.set(NOW.plus(SignedDuration::from_mins(1)));
    let second = world.interest(&task, "Bent").await;
    world.post_as(&format!("{}/accept", first.href()), &[("text", "Ja tak")], &lone).await;
    world.post_as(&format!("{}/venteliste", second.href()), &[("text", "Vent lidt")], &lone).await;
    let full = world.get_as("/overblik", &lone).await;
    assert!(!full.body.contains("En plads er ledig"));
    // A yes can be taken back, with words.
    let back =
        world.post_as(&format!("{}/venteliste", first.href()), &[("text", "Vi tog fejl")], &lone).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert_eq!(world.find(first.id).await.unwrap().state, State::Waitlisted);
    assert_eq!(
        world.find(second.id).await.unwrap().state,
        State::Waitlisted,
        "nobody is moved up by a machine"
    );
    let overview = world.get_as("/overblik", &lone).await;
    assert!(overview.body.contains("En plads er ledig"), "{}", overview.body);
    let list = world.get_as(&format!("/opgaver/{}/interesserede", task.id), &lone).await;
    assert!(list.body.contains("Vilma står først på ventelisten"), "{}", list.body);
}

#[db_test]
async fn a_place_is_offered_in_order_with_a_day_to_answer_by(db: Db) {
    let world = World::new(&db).await;
    let task = world
        .task(|task| {
            task.places = Some(1);
            task.time = samskab_taskbank::task::Time::Flexible {
                minutes_per_week: Some(60),
                note: String::new(),
                until: None,
            };
            task.state = samskab_taskbank::task::State::Open(samskab_taskbank::task::state::Open::from(
                NOW,
                NOW.plus_days(60),
            ));
        })
        .await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let mut all = Vec::new();
    for (minute, name) in ["Ida", "Vilma", "Bent"].into_iter().enumerate() {
        world.clock.set(NOW.plus(SignedDuration::from_mins(minute as i64)));
        all.push(world.interest(&task, name).await);
    }
    let [ida, vilma, bent] = all.as_slice() else { unreachable!() };
    let answer = async |interest: &samskab_interest::Interest, verb: &str| {
        let said = world.post_as(&format!("{}/{verb}", interest.href()), &[("text", "Kære du")], &lone).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    };
    answer(ida, "accept").await;
    answer(vilma, "venteliste").await;
    answer(bent, "venteliste").await;
    world.work().await;

    // Ida cannot after all: the place is kept for Vilma, who is told by when to answer.
    let mut tx = db.begin(world.stamp()).await.unwrap();
    store::add_link(&mut tx, ida.id, "idas-link").await.unwrap();
    store::add_link(&mut tx, vilma.id, "vilmas-link").await.unwrap();
    store::add_link(&mut tx, bent.id, "bents-link").await.unwrap();
    tx.commit().await.unwrap();
    world.clock.set(NOW.plus(SignedDuration::from_hours(2)));
    world.post("/interesse/idas-link/fortryd", &[]).await;
    world.work().await;
    let mail = world.mails_to("vilma@post.example").await.remove(0);
    assert_eq!(mail.subject, "Der er blevet en plads: Kaffe og højtlæsning");
    assert!(mail.body.contains("Svar senest torsdag den 5. marts kl. 23.59"), "{}", mail.body);
    assert_eq!(
        world.task_state(&task).await,
        samskab_taskbank::task::StateKind::Filled,
        "nobody else gets it"
    );
    let overview = world.get_as("/overblik", &lone).await;
    assert!(!overview.body.contains("En plads er ledig"), "{}", overview.body);
    let bents = world.get("/interesse/bents-link").await;
    assert!(bents.body.contains("Du er nummer 2 på listen"), "{}", bents.body);
    let page = world.get("/interesse/vilmas-link").await;
    assert!(page.body.contains("Ja tak, jeg vil have pladsen"), "{}", page.body);

    // She does not answer: it goes to Bent, and she stands behind him.
    world.work_at(Day::of(2026, 3, 6).at(0, 15)).await;
    world.work().await;
    let over = world.mails_to("vilma@post.example").await.remove(0);
    assert!(over.subject.starts_with("Pladsen er gået videre"), "{}", over.subject);
    assert!(world.get("/interesse/vilmas-link").await.body.contains("Du er nummer 2 på listen"));
    let late = world.post("/interesse/vilmas-link/pladsen", &[]).await;
    assert_eq!(late.location(), "/interesse/vilmas-link", "too late is told and takes nothing");
    assert_eq!(world.find(vilma.id).await.unwrap().state, State::Waitlisted);
    assert!(world.mails_to("bent@post.example").await[0].subject.starts_with("Der er blevet en plads"));

    // Bent takes it: an agreement waits for both, and the task stays full.
    let taken = world.post("/interesse/bents-link/pladsen", &[]).await;
    assert_eq!(taken.location(), "/aftaler/bents-link");
    assert_eq!(world.find(bent.id).await.unwrap().state, State::Accepted);
    assert_eq!(world.get("/aftaler/bents-link").await.status, StatusCode::OK);
    assert_eq!(world.task_state(&task).await, samskab_taskbank::task::StateKind::Filled);
}

#[db_test]
async fn an_offer_that_everybody_passes_on_opens_the_task_again(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.places = Some(1)).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let ida = world.interest(&task, "Ida").await;
    world.clock.set(NOW.plus(SignedDuration::from_mins(1)));
    let vilma = world.interest(&task, "Vilma").await;
    world.post_as(&format!("{}/accept", ida.href()), &[("text", "Ja tak")], &lone).await;
    world.post_as(&format!("{}/venteliste", vilma.href()), &[("text", "Vent lidt")], &lone).await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    store::add_link(&mut tx, ida.id, "idas-link").await.unwrap();
    store::add_link(&mut tx, vilma.id, "vilmas-link").await.unwrap();
    tx.commit().await.unwrap();
    world.post("/interesse/idas-link/fortryd", &[]).await;
    world.work().await;
    let passed = world.post("/interesse/vilmas-link/pladsen/nej", &[]).await;
    assert_eq!(passed.status, StatusCode::SEE_OTHER);
    world.work().await;
    assert_eq!(world.find(vilma.id).await.unwrap().state, State::Waitlisted, "she stays on the list");
    let mut reader = db.read().await.unwrap();
    let book = samskab_store::events::of(&mut reader, world.town.tenant, vilma.id.uuid()).await.unwrap();
    drop(reader);
    let of_the_offer: Vec<&str> = book
        .iter()
        .map(|event| event.kind.as_str())
        .filter(|kind| matches!(*kind, "interest.offered" | "interest.passed"))
        .collect();
    assert_eq!(of_the_offer, ["interest.offered", "interest.passed"], "how many are free is read again");
    assert_eq!(
        world.mails_to("vilma@post.example").await.len(),
        2,
        "the waiting list and the offer, no third"
    );
    assert_eq!(world.task_state(&task).await, samskab_taskbank::task::StateKind::Open);
}

#[db_test]
async fn the_page_of_a_task_knows_who_is_in_it(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let href = format!("/opgaver/{}", task.id);
    let engagement = crate::testing::accepted(&world, &task).await;
    let at = world.clock.now();
    world.change_person(engagement.person, |person| person.email_confirmed_at = Some(at)).await;
    let vilma = world.cookie(engagement.person).await;
    let page = world.get_as(&href, &vilma).await;
    assert!(
        page.body.contains("Du er næsten med") && page.body.contains(&engagement.own_href()),
        "{}",
        page.body
    );
    assert!(!page.body.contains("/interesse\""), "whoever is in it is not asked again: {}", page.body);
    let stranger = world.get(&href).await;
    assert!(stranger.body.contains("/interesse\"") && !stranger.body.contains("Du er næsten med"));
    let lone = world.cookie(world.town.contact_solgaarden).await;
    assert!(!world.get_as(&href, &lone).await.body.contains("Du er næsten med"), "another is not in it");
}

#[db_test]
async fn the_page_of_a_task_tells_where_an_interest_stands(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let interest = world.interest(&task, "Lone.Papsen").await;
    let lone = world.town.deputy_solgaarden;
    let at = world.clock.now();
    let email = interest.email.clone();
    world
        .change_person(lone, |person| {
            person.email = email;
            person.email_confirmed_at = Some(at);
        })
        .await;
    let cookie = world.cookie(lone).await;
    let page = world.get_as(&format!("/opgaver/{}", task.id), &cookie).await;
    assert!(
        page.body.contains("Din besked er modtaget") && page.body.contains("Du får svar senest"),
        "{}",
        page.body
    );
}
