//! Bodies and their meetings as people meet them, in the small town: it is Monday 2 March 2026, nine o'clock.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails says where")]

mod approvals;
mod bodies;
mod drafts;
mod enquiries;
mod follow_ups;
mod held;
mod invitations;
mod med;
mod minutes;
mod requests;
mod seats;
mod wheel;

use samskab_kernel::Instant;
use samskab_organisation::{
    body::{self, Body, BodyId},
    testing::browser::{Browser, House, house_with},
};
use samskab_store::Db;
use samskab_web::Config;

async fn house(db: Db) -> House {
    house_with(db, Config::default(), &[samskab_meetings::module]).await
}

/// What follows by itself, as it would at this moment.
async fn work(house: &House) {
    let (db, clock, services) = (house.db.clone(), house.clock.clone(), house.services.clone());
    let worker = samskab_jobs::Worker::new(db, clock, services).register_all(samskab_meetings::module().jobs);
    worker.run_until_idle(house.clock.now()).await.unwrap();
}

/// The group of all key persons, as the preset has it (RS-20).
async fn group(house: &House) -> Body {
    let mut reader = house.db.read().await.unwrap();
    let bodies = body::all(&mut reader, house.town.tenant, house.clock.now().day()).await.unwrap();
    bodies.into_iter().find(|body| body.rule == Some(body::MemberRule::KeyPersons)).unwrap()
}

/// The address that a redirect or a link on a page leads to, after this.
fn after<'a>(text: &'a str, before: &str) -> &'a str {
    text.split(before).nth(1).expect(before).split(['"', '#', '?', '<']).next().unwrap()
}

/// Plans a meeting of the group and returns its path.
async fn planned(asta: &mut Browser<'_>, group: BodyId, day: &str) -> String {
    let fields = [("dag", day), ("fra", "14:00"), ("til", "16:00"), ("sted", "Rådhuset"), ("gentag", "en")];
    let page = asta.post(&format!("/organer/{group}/moeder/nyt"), &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    page.location
}

async fn add_item(asta: &mut Browser<'_>, meeting: &str, title: &str, verb: &str, closed: bool) -> String {
    let mut fields = vec![("titel", title), ("verbum", verb), ("om", "Se bilaget.")];
    if closed {
        fields.push(("lukket", "ja"));
    }
    let page = asta.post(&format!("{meeting}/punkter/nyt"), &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    page.location.split("#punkt-").nth(1).unwrap().to_owned()
}

fn at(day: samskab_kernel::Day, hour: i8) -> Instant {
    day.at(hour, 0)
}
