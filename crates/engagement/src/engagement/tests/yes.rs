//! Of the two who agree one has said yes: nobody is called in before the other has. And a task that is called off.

use axum::http::StatusCode;
use samskab_store::{Db, db_test};

use super::{VILMA, accepted, of_interest, weekly};
use crate::testing::World;

#[db_test]
async fn whom_the_place_has_said_yes_to_is_in_with_their_own_yes(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, _) = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = world.get_as(&interest.href(), &lone).await.body;
    assert!(page.contains("Mangler at sige ja til aftalen"), "{page}");
    let mails = world.mails_to(VILMA).await;
    assert!(
        mails.iter().any(|mail| mail.subject.starts_with("Ja tak – læs aftalen, og sig ja")),
        "{mails:?}"
    );
    assert!(!mails.iter().any(|mail| mail.body.contains("du er med")), "{mails:?}");
    let mine = world.get_as("/mine-opgaver", &lone).await.body;
    assert!(mine.contains("Ingen er med endnu. 1 aftale mangler et ja"), "{mine}");
}

#[db_test]
async fn with_somebody_without_an_address_the_agreement_is_gone_through_by_telephone(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let form = format!("/opgaver/{}/interesse", task.id);
    world.post(&form, &[("name", "Bent Prøve"), ("phone", "12 90 10 10")]).await;
    let mut reader = db.read().await.unwrap();
    let interest =
        samskab_interest::store::of_task(&mut reader, world.town.tenant, task.id).await.unwrap().remove(0);
    drop(reader);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let yes = world.get_as(&format!("{}?svar=accept", interest.href()), &lone).await.body;
    assert!(yes.contains("Vi har sagt ja tak til hjælp med") && !yes.contains("Kære Bent"), "{yes}");
    assert!(!yes.contains("får et link"), "no letter reaches him: {yes}");
    world.post_as(&format!("{}/accept", interest.href()), &[("text", "Han er med")], &lone).await;
    let page = world.get_as(&interest.href(), &lone).await.body;
    let engagement = of_interest(&world, &interest).await;
    assert!(page.contains("Ring, gå aftalen igennem sammen"), "{page}");
    assert!(page.contains("Læs aftalen, og sig ja"), "first the place says its own yes: {page}");
    world.post_as(&format!("{}/ja", engagement.href()), &[("version", "1")], &lone).await;
    let page = world.get_as(&interest.href(), &lone).await.body;
    assert!(page.contains(&format!("href=\"{}#noter-ja\"", engagement.href())), "{page}");
    let agreement = world.get_as(&engagement.href(), &lone).await.body;
    assert!(agreement.contains("id=\"noter-ja\" open"), "the way to note it stands open: {agreement}");
}

#[db_test]
async fn the_letter_of_a_cancelled_task_is_shown_before_and_says_when_why_and_what_ends(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let close = format!("/opgaver/{}/luk", task.id);
    let page = world.get_as(&close, &lone).await.body;
    for says in ["Se den mail, de får", "Det er fordi: [det, du skriver herunder]", "Aftalen er slut med det"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    let off = [("outcome", "cancelled"), ("text", "Vi har influenza i huset.")];
    assert_eq!(world.post_as(&close, &off, &lone).await.status, StatusCode::SEE_OTHER);
    world.work().await;
    let mails = world.mails_to(VILMA).await;
    let mail = mails.iter().find(|mail| mail.subject.starts_with("Aflyst")).expect("she is told");
    let body = mail.body.split_whitespace().collect::<Vec<_>>().join(" ");
    let why = body.find("Det er fordi: Vi har influenza i huset.").expect(&body);
    assert!(why < body.find("Venlig hilsen").expect(&body), "above the signature: {body}");
    assert!(body.contains("hver tirsdag kl. 14.00–16.00"), "when it would have been: {body}");
    assert!(body.contains("fordi du havde en aftale om"), "{body}");
    let ended = world.get_as(&engagement.href(), &lone).await.body;
    assert!(ended.contains("har aflyst opgaven. De skriver: Vi har influenza i huset."), "{ended}");
    assert!(!of_interest(&world, &interest).await.state.is_live());
}
