//! Who answers: the rules, on data as it is stored.

use samskab_kernel::{Day, Locale, Validity};
use samskab_organisation::{
    T,
    answering::{self, Ladder, Poster, whom_to_ask},
    position::{self, Capacity},
    testing::{self, NOW, Town},
};
use samskab_store::{Db, Stamp, Tx, db_test};

async fn write(db: &Db, town: &Town) -> Tx {
    db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap()
}

async fn ladder(db: &Db, town: &Town, poster: Poster, day: Day) -> Ladder {
    let mut reader = db.read().await.unwrap();
    answering::ladder(&mut reader, town.tenant, poster, day).await.unwrap()
}

fn names(ladder: &Ladder) -> Vec<&str> {
    ladder.on_duty().into_iter().map(|answerer| answerer.name.as_str()).collect()
}

#[db_test]
async fn a_deputy_steps_in_on_the_days_the_contact_is_away_and_no_longer(db: Db) {
    let town = testing::town(&db).await;
    let today = NOW.day();
    let mut tx = write(&db, &town).await;
    let (first, last) = (today.plus_days(1), today.plus_days(5));
    position::store::add_absence(&mut tx, town.contact_solgaarden, first, last).await.unwrap();
    tx.commit().await.unwrap();

    let home = Poster::Unit(town.solgaarden);
    assert_eq!(names(&ladder(&db, &town, home, today).await), ["Lone Papsen"]);
    let away = ladder(&db, &town, home, last).await;
    assert_eq!(names(&away), ["Viggo Skitse"]);
    assert_eq!(away.first[0].away_until, Some(last));
    assert_eq!(away.deputies[0].stands_in_until, Some(last));
    assert_eq!(names(&ladder(&db, &town, home, last.plus_days(1)).await), ["Lone Papsen"]);
}

#[db_test]
async fn without_a_contact_the_question_climbs_to_the_key_persons_and_then_to_the_coordinator(db: Db) {
    let town = testing::town(&db).await;
    let today = NOW.day();
    let home = Poster::Unit(town.havblik);
    let climbed = ladder(&db, &town, home, today).await;
    assert!(climbed.first.is_empty() && climbed.deputies.is_empty());
    assert_eq!(names(&climbed), ["Karen Tænkthøj", "Bente Kulisse"], "the liaison first");

    let mut tx = write(&db, &town).await;
    for away in [town.key_care, town.key_care_health, town.coordinator] {
        position::store::add_absence(&mut tx, away, today, today).await.unwrap();
    }
    tx.commit().await.unwrap();
    let climbed = ladder(&db, &town, home, today).await;
    assert_eq!(names(&climbed), ["Malthe Skabelon"], "the coordinator is away, so her deputy answers");

    let mut tx = write(&db, &town).await;
    position::store::add_absence(&mut tx, town.deputy_coordinator, today, today).await.unwrap();
    tx.commit().await.unwrap();
    let all_away = ladder(&db, &town, home, today).await;
    assert!(all_away.callable().is_none(), "nobody is at work: the page shows the municipality's own number");
    assert!(!all_away.on_duty().is_empty(), "somebody is written to all the same");
}

#[db_test]
async fn an_association_answers_for_itself_and_the_coordinator_stands_behind(db: Db) {
    let town = testing::town(&db).await;
    let handball = Poster::Association(town.handball);
    let found = ladder(&db, &town, handball, NOW.day()).await;
    assert_eq!(names(&found), ["Agnes Sagnby"], "who looks after volunteers before the chair");
    assert_eq!(found.deputies.iter().map(|d| d.name.as_str()).collect::<Vec<_>>(), ["Abel Demosen"]);
    assert!(found.key_persons.is_empty());
    assert_eq!(found.coordinators[0].name, "Asta Prøvested");
}

#[db_test]
async fn many_ladders_are_the_same_as_one_by_one_and_cost_four_queries(db: Db) {
    let town = testing::town(&db).await;
    let today = NOW.day();
    let posters = [
        Poster::Unit(town.central),
        Poster::Unit(town.care),
        Poster::Unit(town.solgaarden),
        Poster::Unit(town.havblik),
        Poster::Unit(town.school),
        Poster::Association(town.handball),
    ];
    let mut reader = db.read().await.unwrap();
    let before = samskab_store::queries_run();
    let together = answering::ladders(&mut reader, town.tenant, &posters, today).await.unwrap();
    assert!(samskab_store::queries_run() - before <= 4);
    drop(reader);
    for poster in posters {
        assert_eq!(together[&poster], ladder(&db, &town, poster, today).await, "{poster:?}");
    }
}

#[db_test]
async fn an_area_has_one_liaison_on_any_day(db: Db) {
    let town = testing::town(&db).await;
    let today = NOW.day();
    let mut tx = write(&db, &town).await;
    position::store::make_liaison(&mut tx, town.care, town.position_key_care_health, today).await.unwrap();
    tx.commit().await.unwrap();
    for (day, liaison) in
        [(today.plus_days(-1), town.position_key_care), (today, town.position_key_care_health)]
    {
        let mut reader = db.read().await.unwrap();
        let held = position::store::all(&mut reader, town.tenant, day).await.unwrap();
        let liaisons: Vec<_> = held
            .iter()
            .filter(|held| held.is_liaison && held.position.unit == town.care)
            .map(|held| held.position.id)
            .collect();
        assert_eq!(liaisons, [liaison], "{day}");
    }
}

#[db_test]
async fn who_held_a_position_stays_readable(db: Db) {
    let town = testing::town(&db).await;
    let today = NOW.day();
    let mut tx = write(&db, &town).await;
    let id = town.position_contact_school;
    let mut reader = db.read().await.unwrap();
    let before = position::store::every_appointment(&mut reader, town.tenant, id).await.unwrap();
    drop(reader);
    position::store::end_appointment(&mut tx, before[0].id, today.plus_days(-1)).await.unwrap();
    position::store::appoint(
        &mut tx,
        id,
        town.ambassador_solgaarden,
        Capacity::Holder,
        Validity::since(today),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();

    let school = Poster::Unit(town.school);
    assert_eq!(names(&ladder(&db, &town, school, today).await), ["Connie Opdigt"]);
    assert_eq!(names(&ladder(&db, &town, school, Day::of(2020, 1, 1)).await), ["Mette Eksempel"]);
}

#[db_test]
async fn another_municipality_answers_with_nobody_of_ours(db: Db) {
    let town = testing::town_at(&db, "fjordlund", "fjordlund.example").await;
    let other = testing::town_at(&db, "naboby", "naboby.example").await;
    let mut reader = db.read().await.unwrap();
    let ours = Poster::Unit(town.solgaarden);
    let stolen = answering::ladder(&mut reader, other.tenant, ours, NOW.day()).await.unwrap();
    assert!(stolen.first.is_empty() && stolen.key_persons.is_empty());
    assert!(
        stolen.coordinators.iter().all(|answerer| answerer.person == other.coordinator || answerer.is_deputy)
    );
}

/// Fallback sentences name the coordinator only where there is one.
#[db_test]
async fn whoever_asks_is_sent_to_the_coordinator_or_else_to_the_municipality(db: Db) {
    samskab_store::statements! {
        NO_COORDINATOR = "delete from appointment where tenant_id = $1 and position_id = $2";
    }
    let town = testing::town(&db).await;
    let today = NOW.day();
    let t = T(Locale::Da);
    let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
    assert_eq!(whom_to_ask(&mut tx, town.tenant, today, t).await.unwrap(), "koordinatoren");
    tx.query(&NO_COORDINATOR).bind(town.tenant).bind(town.position_coordinator).execute().await.unwrap();
    assert_eq!(whom_to_ask(&mut tx, town.tenant, today, t).await.unwrap(), "kommunen");
}
