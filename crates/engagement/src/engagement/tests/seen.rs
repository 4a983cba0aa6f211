//! What is seen of engagements: on Min side, in the copy of what is known, and in the long list of a place.

use std::collections::HashSet;

use samskab_kernel::Day;
use samskab_organisation::person::{self, Person};
use samskab_store::{Db, db_test};

use super::{accepted, link, of_interest, weekly};
use crate::engagement::{Engagement, State, store};
use crate::testing::World;

#[db_test]
async fn min_side_shows_what_waits_for_her_yes_and_then_what_she_helps_with(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (_, engagement) = accepted(&world, &task).await;
    let vilma = world.cookie(engagement.person).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let home = world.get_as("/min-side", &vilma).await.body;
    for expected in
        ["Kaffe og højtlæsning", "Plejehjemmet Solgården", "Mangler et ja", &engagement.own_href()]
    {
        assert!(home.contains(expected), "{expected}: {home}");
    }
    world.post_as(&format!("{}/ja", engagement.own_href()), &[("version", "1")], &vilma).await;
    world.post_as(&format!("{}/ja", engagement.href()), &[("version", "1")], &lone).await;
    let home = world.get_as("/min-side", &vilma).await.body;
    assert!(home.contains("Aftalt, begynder senere") && !home.contains("Mangler et ja"), "{home}");
    world.post_as(&format!("{}/stop", engagement.own_href()), &[], &vilma).await;
    let home = world.get_as("/min-side", &vilma).await.body;
    assert!(!home.contains(&engagement.own_href()), "what is over is on its own page: {home}");
    assert!(home.contains("Du har ingen aftaler lige nu."), "she has said yes to something: {home}");
}

#[db_test]
async fn the_copy_of_what_is_known_has_every_version_and_the_words_of_both(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let own = link(&world).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let vilma = world.cookie(engagement.person).await;
    world.post(&format!("{own}/ord"), &[("can", "Jeg læser gerne højt")]).await;
    world.post_as(&format!("{}/ord", engagement.href()), &[("needs", "At du ringer")], &lone).await;
    world.post(&format!("{own}/ja"), &[("version", "1")]).await;
    let text = [("text", "## Det drejer sig om\nVi slutter til jul."), ("version", "1")];
    world.post_as(&format!("{}/tekst", engagement.href()), &text, &lone).await;
    world.post(&format!("{own}/stop"), &[("reason", "time"), ("note", "Vi flytter måske")]).await;
    assert_eq!(of_interest(&world, &interest).await.version, 2);

    let page = world.get_as("/min-side/data", &vilma).await.body;
    let file = world.get_as("/min-side/data.json", &vilma).await.body;
    for expected in
        ["Jeg læser gerne højt", "At du ringer", "Vi slutter til jul.", "Skænk kaffe", "Vi flytter måske"]
    {
        assert!(page.contains(expected), "{expected}: {page}");
        assert!(file.contains(expected), "{expected}: {file}");
    }
    let all: serde_json::Value = serde_json::from_str(&file).unwrap();
    let known = &all["engagements"][0];
    assert_eq!(known["task"], "Kaffe og højtlæsning");
    assert_eq!(known["agreements"].as_array().map(Vec::len), Some(2), "both versions: {known}");
    // Another's copy has none of it.
    let other = world.cookie(world.town.contact_school).await;
    assert!(!world.get_as("/min-side/data.json", &other).await.body.contains("At du ringer"));
}

/// Fifty-three people at once; every third began at the same moment, so that the id decides too.
#[db_test]
async fn a_long_list_is_read_page_by_page_and_everybody_stands_on_it_once(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (_, first) = accepted(&world, &task).await;
    let now = world.clock.now();
    let mut tx = db.begin(world.stamp()).await.unwrap();
    for number in 0..52 {
        let helper = Person::new(db.dice().id(now), format!("Hjælper {number:02}"), None, now);
        person::store::add(&mut tx, &helper).await.unwrap();
        let engagement = Engagement {
            id: db.dice().id(now),
            interest: None,
            person: helper.id,
            state: State::Active,
            state_since: now.plus_days(-(number / 3)),
            ..first.clone()
        };
        store::add(&mut tx, &engagement).await.unwrap();
    }
    tx.commit().await.unwrap();
    for who in [world.town.contact_solgaarden, world.town.coordinator] {
        let cookie = world.cookie(who).await;
        let (mut seen, mut address, mut pages) = (Vec::new(), "/frivillige".to_owned(), 0);
        while !address.is_empty() {
            pages += 1;
            let body = world.get_as(&address, &cookie).await.body;
            seen.extend(links(&body));
            address = next(&body).unwrap_or_default();
        }
        assert_eq!((pages, seen.len()), (2, 53));
        assert_eq!(seen.iter().collect::<HashSet<_>>().len(), 53, "nobody twice");
    }
    // What is asked for goes along to the next page.
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let body = world.get_as("/frivillige?tilstand=active", &lone).await.body;
    let following = next(&body).unwrap();
    assert!(following.contains("tilstand=active"), "{following}");
    assert_eq!(links(&world.get_as(&following, &lone).await.body).len(), 2);
    // An address that somebody cut off begins anew and does not fail.
    assert_eq!(links(&world.get_as("/frivillige?efter=12_x", &lone).await.body).len(), 50);
}

fn links(body: &str) -> Vec<String> {
    let parts = body.split("<td data-title=\"Frivillig\"><a href=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

fn next(body: &str) -> Option<String> {
    let at = body.find("rel=\"next\"")?;
    let from = body[..at].rfind("href=\"")? + 6;
    let address = body[from..].split('"').next()?;
    Some(address.replace("&amp;", "&").replace("&#38;", "&"))
}

#[db_test]
async fn a_step_takes_back_the_step_before_it_and_no_other_news(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (_, engagement) = accepted(&world, &task).await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    for (kind, text) in
        [("engagement.begun", "Vilma kan begynde nu"), ("engagement.day", "Vilma foreslår torsdag")]
    {
        let lone = world.town.contact_solgaarden;
        samskab_taskbank::notice::tell(&mut tx, lone, kind, text, engagement.href()).await.unwrap();
    }
    tx.commit().await.unwrap();
    world.post(&format!("{}/ja", link(&world).await), &[("version", "1")]).await;
    world.work_at(Day::of(2026, 3, 3).at(7, 31)).await;
    let mails = world.mails_to("lone.papsen@fjordlund.example").await;
    let said = |text: &str| mails.iter().any(|mail| mail.body.replace('\n', " ").contains(text));
    assert!(said("Vilma foreslår torsdag") && said("Vilma har sagt ja til aftalen"), "{mails:?}");
    assert!(!said("Vilma kan begynde nu"), "{mails:?}");
}
