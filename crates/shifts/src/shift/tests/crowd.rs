//! Many at once.

use std::sync::Arc;

use samskab_store::db_test;

use super::*;

#[db_test]
async fn of_twenty_who_want_the_last_place_one_gets_it(db: Db) {
    let world = Arc::new(World::new(&db).await);
    let task = world.task(tuesdays).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    let mut cookies = Vec::new();
    for number in 0..20 {
        let person = world.somebody(&format!("Nummer{number} Prøvemand")).await;
        world.engaged(&task, person).await;
        cookies.push(world.cookie(person).await);
    }
    let presses: Vec<_> = cookies
        .into_iter()
        .map(|cookie| {
            let (world, address) = (Arc::clone(&world), format!("{}/tilmeld", shift.href()));
            tokio::spawn(async move { world.press(&address, &cookie).await })
        })
        .collect();
    let (mut got, mut full) = (0, 0);
    for press in presses {
        let said = press.await.unwrap();
        match said.status {
            StatusCode::SEE_OTHER => got += 1,
            StatusCode::UNPROCESSABLE_ENTITY => {
                assert!(said.body.contains("Alle pladser er taget"), "{}", said.body);
                full += 1;
            }
            other => panic!("{other}: {}", said.body),
        }
    }
    assert_eq!((got, full), (1, 19));
    assert_eq!(world.bookings(&shift).await.len(), 1);
}

#[db_test]
async fn a_person_who_is_quick_never_stands_in_two_places_at_once(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let world = Arc::new(world);
    // Each an hour later than the one before, each two hours long: neighbours overlap.
    let mut shifts = Vec::new();
    for hour in 8..18 {
        let times = (TUESDAY.at(hour, 0), TUESDAY.at(hour + 2, 0));
        shifts.push(world.shift(&task, times, 3).await);
    }
    let cookie = world.cookie(vilma).await;
    let presses: Vec<_> = shifts
        .iter()
        .map(|shift| {
            let (world, address, cookie) =
                (Arc::clone(&world), format!("{}/tilmeld", shift.href()), cookie.clone());
            tokio::spawn(async move { world.press(&address, &cookie).await.status })
        })
        .collect();
    for press in presses {
        let status = press.await.unwrap();
        assert!([StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY].contains(&status), "{status}");
    }
    let mut reader = world.db.read().await.unwrap();
    let mine = store::coming_of_person(&mut reader, world.town.tenant, vilma, NOW, 100).await.unwrap();
    assert!(!mine.is_empty());
    for pair in mine.windows(2) {
        assert!(pair[0].shift.ends_at <= pair[1].shift.starts_at, "{:?} {:?}", pair[0].shift, pair[1].shift);
    }
}

#[db_test]
async fn of_five_who_take_over_the_same_shift_one_has_it(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let world = Arc::new(world);
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    world.sign_up(&shift, vilma).await;
    world.press(&format!("{}/afloeser", shift.href()), &world.cookie(vilma).await).await;
    let booking = world.bookings(&shift).await[0].id.to_string();
    let mut takes = Vec::new();
    for number in 0..5 {
        let person = world.somebody(&format!("Nummer{number} Prøvemand")).await;
        world.engaged(&task, person).await;
        let (world, cookie) = (Arc::clone(&world), world.cookie(person).await);
        let (address, booking) = (format!("{}/overtag", shift.href()), booking.clone());
        takes.push(tokio::spawn(async move {
            world.post_as(&address, &[("booking", &booking)], &cookie).await.status
        }));
    }
    for take in takes {
        assert_eq!(take.await.unwrap(), StatusCode::SEE_OTHER);
    }
    let live = world.bookings(&shift).await.into_iter().filter(|booking| booking.state.is_live()).count();
    assert_eq!(live, 1);
}

#[db_test]
async fn a_series_is_laid_out_once_by_two_processes(db: Db) {
    let (world, task, ..) = coffee(&db).await;
    let series = world.series(&task, 2).await;
    let later = NOW.plus_days(30);
    let mut runs = Vec::new();
    for _ in 0..6 {
        let (db, stamp, id) = (db.clone(), at(world.stamp(), later), series.id);
        runs.push(tokio::spawn(async move {
            let mut tx = db.begin(stamp).await.unwrap();
            lay_out::lay_out_locked(&mut tx, id, &samskab_kernel::holiday::ClosingDays::default())
                .await
                .unwrap();
            tx.commit().await.unwrap();
        }));
    }
    for run in runs {
        run.await.unwrap();
    }
    let starts: Vec<Instant> = world.shifts(&task).await.iter().map(|shift| shift.starts_at).collect();
    let mut once = starts.clone();
    once.dedup();
    assert_eq!(starts.len(), once.len());
    assert_eq!(starts.len(), 13, "every Tuesday from 3 March to 26 May");
}
