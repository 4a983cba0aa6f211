//! How much a post asks of the database: what is promised on a poster is sent by many at the same time.

use samskab_store::queries_of_pages;
use samskab_web::{Config, Module, Services, testing::Pages};

use super::*;

fn modules() -> Vec<Module> {
    vec![
        samskab_organisation::module(),
        samskab_taskbank::module(),
        samskab_volunteers::module(),
        samskab_interest::module(),
        samskab_requirement::module(),
        crate::module(),
    ]
}

/// The pages as the program serves them: what is known is kept.
fn served(world: &World, kept_bytes: u64) -> Pages {
    let config = Config { kept_bytes, ..Config::default() };
    let identify = samskab_organisation::identify::identify;
    let services = Services::new(world.db.clone(), world.clock.clone(), config, identify, &modules());
    Pages::new(&services, modules())
}

/// The fewest of some posts: the first reads what is known from then on.
async fn fewest(pages: &Pages, task: &Task, fields: &[(&str, &str)], name: &str) -> u64 {
    let mut fewest = u64::MAX;
    for number in 0..4 {
        let address = format!("{name}{number}@post.example");
        let mut fields = fields.to_vec();
        fields.push(("name", "Vilma Godvilje"));
        if fields.iter().all(|(field, _)| *field != "phone") {
            fields.push(("email", &address));
        }
        let before = queries_of_pages();
        let sent = pages.post(&form(task), &fields, "").await;
        fewest = fewest.min(queries_of_pages() - before);
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    }
    fewest
}

/// The task and who showed interest before; the interest, its link and its history; the letter and its job.
#[db_test]
async fn showing_interest_takes_seven_queries_and_nine_when_nothing_is_known(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let pages = served(&world, 1 << 20);
    assert_eq!(fewest(&pages, &task, &[], "vilma").await, 7);
    let heard = [("heard_from", "newspaper")];
    assert_eq!(fewest(&pages, &task, &heard, "hans").await, 7, "how they heard of it is written with it");
    let from_eighteen = world.task(|task| task.min_age = Some(18)).await;
    let of_age = [("of_age", "ja")];
    assert_eq!(
        fewest(&pages, &from_eighteen, &of_age, "bent").await,
        9,
        "the CV is asked, and the tick written"
    );
    let by_phone = [("phone", "12 34 56 78")];
    assert_eq!(fewest(&pages, &task, &by_phone, "").await, 7, "no letter, but a word in the book of events");
    assert_eq!(fewest(&served(&world, 0), &task, &[], "anna").await, 9, "whom to call is read");
}
