//! Proposals, initiatives and focus areas as people meet them, in the small town: it is Monday 2 March 2026, nine o'clock.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails says where")]

mod aims;
mod exits;
mod focus;
mod lists;
mod outlook;
mod path;

use samskab_kernel::{Day, Validity};
use samskab_organisation::{
    body::{
        self, Body, BodyId, BodyKind,
        seat::{self, Holder, Seat, SeatRole},
    },
    position::PositionId,
    testing::browser::{Browser, HOST, House, house_with},
};
use samskab_store::{Db, Stamp};
use samskab_web::Config;

/// The small town with a network that takes ideas and a steering group that decides; the coordinator runs the network, the
/// key person of care the steering group, and the key person of schools sits in the network.
struct World {
    house: House,
    network: BodyId,
    steering: BodyId,
}

async fn world(db: Db) -> World {
    let above = [samskab_meetings::module, samskab_writing::module, samskab_initiative::module];
    let public_url = Some(format!("https://{HOST}"));
    let house = house_with(db, Config { public_url, ..Config::default() }, &above).await;
    let town = house.town;
    let steering = found(&house, "Styregruppen", BodyKind::Steering, None).await;
    let network = found(&house, "Frivillignetværket", BodyKind::Network, Some(steering)).await;
    sit(&house, network, town.position_coordinator, SeatRole::Chair).await;
    sit(&house, network, town.position_key_schools, SeatRole::Member).await;
    sit(&house, steering, town.position_key_care, SeatRole::Chair).await;
    World { house, network, steering }
}

async fn found(house: &House, name: &str, kind: BodyKind, above: Option<BodyId>) -> BodyId {
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let named = Body::named(tx.new_id(), name, kind, Validity::since(Day::of(2020, 1, 1)));
    let body = Body { reports_to_id: above, ..named };
    body::add(&mut tx, &body).await.unwrap();
    tx.commit().await.unwrap();
    body.id
}

async fn sit(house: &House, body: BodyId, position: PositionId, role: SeatRole) {
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let id = tx.new_id();
    let validity = Validity::since(Day::of(2020, 1, 1));
    let holder = Holder::Position(position);
    seat::add(&mut tx, &Seat::new(id, body, holder, role, validity)).await.unwrap();
    tx.commit().await.unwrap();
}

impl World {
    /// What follows by itself, as it would at this moment.
    async fn work(&self) {
        let house = &self.house;
        let (db, clock, services) = (house.db.clone(), house.clock.clone(), house.services.clone());
        let jobs = samskab_initiative::module().jobs;
        let worker = samskab_jobs::Worker::new(db, clock, services).register_all(jobs);
        worker.run_until_idle(house.clock.now()).await.unwrap();
    }

    /// The subject and the body of the newest mail.
    async fn newest_mail(&self) -> (String, String) {
        self.work().await;
        let mails = self.house.mails().await;
        let newest = mails.first().expect("a mail was written");
        (newest.subject.clone(), newest.body.clone())
    }

    async fn count_mails(&self) -> usize {
        self.work().await;
        self.house.mails().await.len()
    }
}

const IDEA: [(&str, &str); 6] = [
    ("titel", "Cykeltaxa"),
    ("hvad", "Frivillige cykler ture med beboere."),
    ("for_hvem", "Ældre på plejehjem"),
    ("hvorfor", "De kommer ud i det fri."),
    ("kraever", "To cykler"),
    ("vis", "ja"),
];

/// Where a redirect leads, without what is said there.
fn path_of(location: &str) -> String {
    location.split('?').next().unwrap().to_owned()
}

/// Somebody signed in writes the idea; its path.
async fn written(writer: &mut Browser<'_>) -> String {
    let sent = writer.post("/forslag/nyt", &IDEA).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    path_of(&sent.location)
}

async fn checked(member: &mut Browser<'_>, proposal: &str) {
    let all = ["need", "for_whom", "responsible", "cost", "boundary", "first_step"];
    let fields: Vec<(&str, &str)> = all.iter().map(|code| ("i_orden", *code)).collect();
    assert_eq!(member.post(&format!("{proposal}/tjekliste"), &fields).await.status, 303);
}

/// Qualified and handed on to the steering group.
async fn handed_on(world: &World, asta: &mut Browser<'_>, proposal: &str) {
    checked(asta, proposal).await;
    let to = world.steering.to_string();
    let sent = asta.post(&format!("{proposal}/videre"), &[("organ", to.as_str())]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
}

/// Plans a meeting of the steering group on a day; its path.
async fn planned(world: &World, runner: &mut Browser<'_>, day: &str) -> String {
    let fields = [("dag", day), ("fra", "14:00"), ("til", "16:00"), ("gentag", "en")];
    let page = runner.post(&format!("/organer/{}/moeder/nyt", world.steering), &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    path_of(&page.location)
}

/// The point of the meeting that puts the proposal.
async fn item_of(runner: &mut Browser<'_>, meeting: &str) -> String {
    let page = runner.get(meeting).await;
    let after =
        page.body.split("href=\"/punkter/").nth(1).unwrap_or_else(|| panic!("no point: {}", page.body));
    format!("/punkter/{}", after.split('/').next().unwrap())
}
