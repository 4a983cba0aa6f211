//! A policy as people make it, in the small town: it is Monday 2 March 2026, nine o'clock.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails says where")]

mod adopted;
mod asked;
mod call;
mod own_template;
mod path;
mod plan;

use samskab_kernel::{Day, Validity};
use samskab_organisation::{
    body::{self, Body, BodyId, BodyKind},
    testing::browser::{Browser, HOST, House, Page, house_with},
};
use samskab_policy::{
    policy::{Policy, PolicyId},
    step::{Step, StepKind},
    store,
};
use samskab_store::{Db, Stamp};
use samskab_web::Config;

/// The small town with a welfare committee beside its council.
struct World {
    house: House,
    committee: BodyId,
    council: BodyId,
    /// Has the right to be heard about volunteering.
    volunteers: BodyId,
}

async fn world(db: Db) -> World {
    let above = [
        samskab_meetings::module,
        samskab_writing::module,
        samskab_initiative::module,
        samskab_hearing::module,
        samskab_voices::module,
        samskab_policy::module,
    ];
    let public_url = Some(format!("https://{HOST}"));
    let house = house_with(db, Config { public_url, ..Config::default() }, &above).await;
    let committee = {
        let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
        let mut tx = house.db.begin(stamp).await.unwrap();
        let since = Validity::since(Day::of(2020, 1, 1));
        let body = Body::named(tx.new_id(), "Velfærdsudvalget", BodyKind::Committee, since);
        body::add(&mut tx, &body).await.unwrap();
        tx.commit().await.unwrap();
        body.id
    };
    let bodies = {
        let mut reader = house.db.read().await.unwrap();
        body::store::every(&mut reader, house.town.tenant).await.unwrap()
    };
    let named = |name: &str| bodies.iter().find(|body| body.name == name).expect(name).id;
    World { committee, council: named("Byrådet"), volunteers: named("Frivilligrådet"), house }
}

impl World {
    /// What follows by itself, a minute later.
    async fn work(&self) {
        let house = &self.house;
        house.clock.set(house.clock.now().plus(samskab_kernel::jiff::SignedDuration::from_secs(61)));
        let (db, clock, services) = (house.db.clone(), house.clock.clone(), house.services.clone());
        let worker = samskab_jobs::Worker::new(db, clock, services)
            .register_all(samskab_policy::module().jobs)
            .register_all(samskab_writing::module().jobs)
            .register_all(samskab_hearing::module().jobs);
        worker.run_until_idle(house.clock.now()).await.unwrap();
    }

    async fn policy(&self, path: &str) -> Policy {
        let mut reader = self.house.db.read().await.unwrap();
        store::find(&mut reader, self.house.town.tenant, id(path)).await.unwrap().unwrap()
    }

    async fn steps(&self, path: &str) -> Vec<Step> {
        let mut reader = self.house.db.read().await.unwrap();
        store::steps(&mut reader, self.house.town.tenant, id(path)).await.unwrap()
    }

    async fn step(&self, path: &str, kind: StepKind) -> Step {
        let steps = self.steps(path).await;
        steps.into_iter().find(|step| step.kind == kind).unwrap_or_else(|| panic!("no {kind}"))
    }
}

fn id(path: &str) -> PolicyId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// Where a redirect leads, without what is said there.
fn path_of(location: &str) -> String {
    location.split(['?', '#']).next().unwrap().to_owned()
}

/// A policy that care and schools make together, led by the coordinator; its path.
async fn begun(world: &World, asta: &mut Browser<'_>, template: &'static str) -> String {
    let town = &world.house.town;
    let (care, schools) = (town.care.to_string(), town.schools.to_string());
    let leader = town.position_coordinator.to_string();
    let fields = [
        ("titel", "Frivilligpolitik"),
        ("slags", "values"),
        ("om", "Hvad kommunen vil med frivilligt arbejde."),
        ("plan", template),
        ("fra", "2026-03-02"),
        ("overskrifter", "ja"),
        ("leder", leader.as_str()),
        ("omraader", care.as_str()),
        ("omraader", schools.as_str()),
        ("sag", "26/1234"),
        ("kle", "27.15.00"),
    ];
    let page = asta.post("/politikker/ny", &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    path_of(&page.location).trim_end_matches("/plan").to_owned()
}

/// The step of a kind is written anew, with these fields besides.
async fn rewritten(
    world: &World,
    asta: &mut Browser<'_>,
    path: &str,
    kind: StepKind,
    day: &str,
    more: &[(&str, &str)],
) -> Page {
    let step = world.step(path, kind).await;
    let (body, hearing) = (
        step.body.map(|id| id.to_string()).unwrap_or_default(),
        step.hearing.map(|id| id.to_string()).unwrap_or_default(),
    );
    let own = [
        ("titel", step.title.as_str()),
        ("slags", step.kind.code()),
        ("verbum", step.verb.code()),
        ("praecision", "day"),
        ("fra", day),
    ];
    let mut fields = own.to_vec();
    for (name, value) in [("organ", body.as_str()), ("hoering", hearing.as_str())] {
        if more.iter().all(|(other, _)| *other != name) {
            fields.push((name, value));
        }
    }
    fields.extend_from_slice(more);
    asta.post(&step.href(), &fields).await
}

/// Said to be done today.
async fn held(world: &World, asta: &mut Browser<'_>, path: &str, kind: StepKind) -> Page {
    let step = world.step(path, kind).await;
    let today = world.house.clock.now().day().to_string();
    asta.post(&format!("{}/udfoert", step.href()), &[("dag", &today), ("udfald", "Vi talte om det.")]).await
}

/// Whether the page after a redirect says this.
async fn says(browser: &mut Browser<'_>, page: &Page, text: &str) -> bool {
    assert_eq!(page.status, 303, "{}", page.body);
    browser.get(&page.location).await.has(text)
}
