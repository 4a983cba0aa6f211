//! Those who plan.

use samskab_store::db_test;

use super::*;
use crate::shift::{BookingState, ShiftState};

#[db_test]
async fn the_tasks_own_time_becomes_eight_weeks_of_shifts_with_one_button(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(tuesdays).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let plan = format!("/opgaver/{}/vagter", task.id);
    let page = world.get_as(&plan, &lone).await;
    assert!(page.body.contains("Lav vagter efter opgavens tid"), "{}", page.body);
    for _ in 0..2 {
        let made = world.press(&format!("{plan}/fra-opgaven"), &lone).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER);
        assert!(made.location().starts_with(&plan), "{}", made.location());
    }
    let shifts = world.shifts(&task).await;
    assert_eq!(shifts.len(), 8, "pressed twice, laid out once");
    assert_eq!(shifts[0].starts_at, TUESDAY.at(14, 0));
    // Summer time begins on 29 March: still two o'clock.
    assert_eq!(shifts[4].starts_at, Day::of(2026, 3, 31).at(14, 0));
    let page = world.get_as(&plan, &lone).await;
    assert!(page.body.contains("Hver tirsdag kl. 14.00–16.00"), "{}", page.body);
    assert!(page.body.contains("Tirsdag den 3. marts kl.\u{a0}14.00\u{2060}–\u{2060}16.00"), "{}", page.body);
    assert!(page.body.contains("Mangler én") && !page.body.contains("FREQ="), "{}", page.body);
    assert!(!page.body.contains("Lav vagter efter opgavens tid"), "they are there");
}

#[db_test]
async fn a_series_is_made_with_plain_fields_and_what_is_wrong_is_said_at_the_field(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(tuesdays).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let new = format!("/opgaver/{}/vagter/ny", task.id);
    assert_eq!(world.get_as(&new, &lone).await.status, StatusCode::OK);
    let wrong = [
        ("rytme", "uge"),
        ("dag", "2026-02-01"),
        ("start", "kvart over to"),
        ("slut", "16"),
        ("mindst", "3"),
        ("hoejst", "2"),
        ("titel", "Køkkenet"),
    ];
    let refused = world.post_as(&new, &wrong, &lone).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for expected in ["Dagen er gået", "kvart over to", "Højst skal være mindst lige så mange", "Køkkenet"]
    {
        assert!(refused.body.contains(expected), "{expected}: {}", refused.body);
    }
    let right = [
        ("rytme", "anden-uge"),
        ("dag", "2026-03-03"),
        ("start", "14"),
        ("slut", "16.00"),
        ("ugedage", "2"),
        ("ugedage", "4"),
        ("til", "2026-04-02"),
        ("mindst", "1"),
        ("hoejst", "3"),
        ("sikker", "2026-03-03 840 120 2026-04-02"),
    ];
    let mut backwards = right;
    (backwards[2].1, backwards[3].1) = ("16", "14");
    let refused = world.post_as(&new, &backwards, &lone).await;
    assert!(refused.body.contains("Vagten slutter, før den begynder"), "{}", refused.body);
    assert!(!refused.body.contains("højst vare 16 timer"), "it is not long, it is the wrong way round");
    let asked = world.post_as(&new, &right[..right.len() - 1], &lone).await;
    let outside = "Vagten ligger uden for opgavens egen tid: hver tirsdag kl. 14.00–16.00";
    assert!(asked.status == 422 && asked.body.contains(outside), "{}", asked.body);
    assert!(asked.body.contains("value=\"2026-03-03 840 120 2026-04-02\""), "a yes to that: {}", asked.body);
    assert!(world.shifts(&task).await.is_empty());
    let made = world.post_as(&new, &right, &lone).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let days: Vec<String> =
        world.shifts(&task).await.iter().map(|shift| shift.starts_at.day().to_string()).collect();
    assert_eq!(days, ["2026-03-03", "2026-03-05", "2026-03-17", "2026-03-19", "2026-03-31", "2026-04-02"]);
    let page = world.get_as(&format!("/opgaver/{}/vagter", task.id), &lone).await;
    let sentence =
        "Hver tirsdag og torsdag kl. 14.00–16.00, hver anden uge, fra 3. marts, til og med 2. april";
    assert!(page.body.contains(sentence), "{}", page.body);
}

/// Every Thursday from the seventeenth of December; the twenty-fourth and the thirty-first are two of them.
async fn in_december(db: &Db, on_closed_days: &str) -> (World, Task, String) {
    let world = World::new(db).await;
    let weekly = |task: &mut Task| {
        tuesdays(task);
        task.time =
            Time::Weekly { weekdays: vec![Weekday::Thursday], from: None, to: None, turn: TWO_TO_FOUR };
        task.state = samskab_taskbank::task::State::Open(samskab_taskbank::task::state::Open::from(
            NOW,
            Day::of(2027, 9, 1).end(),
        ));
    };
    let task = world.task(weekly).await;
    world.clock.set(Day::of(2026, 12, 10).at(9, 0));
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let fields = [
        ("rytme", "uge"),
        ("dag", "2026-12-17"),
        ("start", "14"),
        ("slut", "16"),
        ("til", "2027-01-14"),
        ("lukkedage", on_closed_days),
    ];
    let made = world.post_as(&format!("/opgaver/{}/vagter/ny", task.id), &fields, &lone).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    (world, task, lone)
}

fn said(shifts: &[Shift]) -> Vec<String> {
    shifts.iter().map(|shift| format!("{} {}", shift.starts_at.day(), shift.state)).collect()
}

#[db_test]
async fn a_series_skips_or_keeps_the_closed_days_as_it_was_told(db: Db) {
    let (world, task, _) = in_december(&db, "skip").await;
    let left = ["2026-12-17 planned", "2027-01-07 planned", "2027-01-14 planned"];
    assert_eq!(said(&world.shifts(&task).await), left, "nobody is offered Christmas Eve");
}

#[db_test]
async fn a_series_that_asks_offers_nothing_on_a_closed_day_until_somebody_has_said_yes(db: Db) {
    let (world, task, lone) = in_december(&db, "ask").await;
    let shifts = world.shifts(&task).await;
    let asked = [
        "2026-12-17 planned",
        "2026-12-24 asked",
        "2026-12-31 asked",
        "2027-01-07 planned",
        "2027-01-14 planned",
    ];
    assert_eq!(said(&shifts), asked);
    let overview = world.get_as("/overblik", &lone).await;
    assert!(overview.body.contains("Holder I 2 vagter på lukkedage?"), "{}", overview.body);
    let plan = world.get_as(&format!("/opgaver/{}/vagter", task.id), &lone).await;
    for says in ["Juleaften", "Nytårsaften", "Lukkedag: ikke afgjort", "torsdag den 7. januar 2027"] {
        assert!(plan.body.to_lowercase().contains(&says.to_lowercase()), "{says}: {}", plan.body);
    }
    let vilma = world.somebody("Vilma").await;
    world.engaged(&task, vilma).await;
    let cookie = world.cookie(vilma).await;
    world.press(&format!("{}/tilmeld", shifts[1].href()), &cookie).await;
    assert!(world.bookings(&shifts[1]).await.is_empty(), "nobody signs up before it is settled");

    world.press(&format!("{}/holdes", shifts[1].href()), &lone).await;
    world.press(&format!("{}/springes-over", shifts[2].href()), &lone).await;
    let settled = world.shifts(&task).await;
    assert_eq!(said(&settled)[1..3], ["2026-12-24 planned", "2026-12-31 cancelled"]);
    assert_eq!(settled[2].state_reason, "Nytårsaften");
    let elsewhere = world.cookie(world.town.contact_school).await;
    let held = world.press(&format!("{}/holdes", shifts[2].href()), &elsewhere).await;
    assert_eq!(held.status, StatusCode::NOT_FOUND);
}

#[db_test]
async fn a_single_shift_on_christmas_eve_is_asked_about_and_one_at_a_time_that_does_not_exist_refused(
    db: Db,
) {
    let world = World::new(&db).await;
    let any_time = |task: &mut Task| {
        tuesdays(task);
        task.time = Time::Flexible { minutes_per_week: None, note: "Når det passer".into(), until: None };
    };
    let task = world.task(any_time).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let new = format!("/opgaver/{}/vagter/ny", task.id);
    let on = async |day: &str, start: &str, slut: &str, sikker: &str| {
        let fields =
            [("rytme", "en-gang"), ("dag", day), ("start", start), ("slut", slut), ("sikker", sikker)];
        world.post_as(&new, &fields, &lone).await
    };
    let eve = on("2026-12-24", "14", "16", "").await;
    assert!(
        eve.status == 422 && eve.body.contains("24. december 2026 er der lukket de fleste steder: juleaften")
    );
    assert_eq!(on("2026-12-24", "14", "16", "2026-12-24 840 120").await.status, StatusCode::SEE_OTHER);
    let spring = on("2026-03-29", "2.30", "6", "").await;
    assert!(spring.status == 422 && spring.body.contains("Kl. 02.30 findes ikke den nat"), "{}", spring.body);
    let autumn = on("2026-10-25", "2.30", "6", "").await;
    assert!(autumn.status == 422 && autumn.body.contains("Kl. 02.30 kommer to gange"), "{}", autumn.body);
}

#[db_test]
async fn only_those_who_answer_for_the_task_plan_it(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let plan = format!("/opgaver/{}/vagter", task.id);
    for person in [vilma, world.town.contact_school, world.town.chair_handball] {
        let cookie = world.cookie(person).await;
        assert_eq!(world.get_as(&plan, &cookie).await.status, StatusCode::FORBIDDEN);
        assert_eq!(world.press(&format!("{plan}/fra-opgaven"), &cookie).await.status, StatusCode::NOT_FOUND);
    }
    assert_ne!(world.get(&plan).await.status, StatusCode::OK);
    assert!(world.shifts(&task).await.is_empty());
}

#[db_test]
async fn the_job_lays_out_the_next_week_and_never_a_day_twice(db: Db) {
    let (world, task, ..) = coffee(&db).await;
    world.series(&task, 2).await;
    assert_eq!(world.shifts(&task).await.len(), 8);
    world.work_at(NOW.plus_days(7)).await;
    assert_eq!(world.shifts(&task).await.len(), 8, "one is over, one is new");
    world.work().await;
    world.work_at(NOW.plus_days(14)).await;
    let starts: Vec<Instant> = world.shifts(&task).await.iter().map(|shift| shift.starts_at).collect();
    let mut once = starts.clone();
    once.dedup();
    assert_eq!((starts.len(), once.len()), (8, 8));
}

#[db_test]
async fn a_shift_with_people_in_it_is_moved_only_after_asking_and_they_say_yes_again(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    world.series(&task, 2).await;
    let shift = world.shifts(&task).await.remove(1); // 10 March
    world.sign_up(&shift, vilma).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let edit = format!("{}/rediger", shift.href());
    let later = [
        ("dag", "2026-03-10"),
        ("start", "15:00"),
        ("slut", "17:00"),
        ("mindst", "1"),
        ("hoejst", "2"),
        ("sikker", "2026-03-10 900 120"),
    ];
    let asks = world.post_as(&edit, &later, &lone).await;
    assert_eq!(asks.status, StatusCode::OK);
    assert!(asks.body.contains("Vilma Godvilje") && asks.body.contains("kl. 15.00–17.00"), "{}", asks.body);
    assert_eq!(world.shift_again(shift.id).await.starts_at, shift.starts_at, "nothing has happened yet");

    let mut sure = later.to_vec();
    sure.push(("bekraeft", "ja"));
    let moved = world.post_as(&edit, &sure, &lone).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
    let after = world.shift_again(shift.id).await;
    assert_eq!((after.sequence, after.by_hand), (1, true));
    assert_eq!(after.starts_at, Day::of(2026, 3, 10).at(15, 0));
    let mail = world.mails_to("vilma@post.example").await.remove(0);
    assert!(mail.subject.starts_with("Ny tid"), "{}", mail.subject);
    assert!(mail.body.contains("kl. 14.00–16.00") && mail.body.contains("kl. 15.00–17.00"), "{}", mail.body);

    let plan = format!("/opgaver/{}/vagter", task.id);
    assert!(world.get_as(&plan, &lone).await.body.contains("Venter på svar"));
    // Two days before, who has not answered is not known, and is not dropped.
    world.clock.set(Day::of(2026, 3, 8).at(16, 0));
    assert!(world.get_as(&plan, &lone).await.body.contains("Ved ikke"));
    assert!(world.bookings(&after).await[0].state.is_live());
    let overview = world.get_as("/overblik", &lone).await;
    assert!(overview.body.contains("Én har ikke svaret på den nye tid"), "{}", overview.body);

    let cookie = world.cookie(vilma).await;
    let page = world.get_as(&shift.href(), &cookie).await;
    assert!(page.body.contains("Tiden er ændret"), "{}", page.body);
    world.press(&format!("{}/bekraeft", shift.href()), &cookie).await;
    assert!(world.bookings(&after).await[0].is_confirmed(&after));
    assert!(!world.get_as(&plan, &lone).await.body.contains("Ved ikke"));
}

#[db_test]
async fn this_and_the_following_move_with_their_people_and_one_changed_by_hand_stays(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    world.series(&task, 2).await;
    let shifts = world.shifts(&task).await;
    world.sign_up(&shifts[2], vilma).await; // 17 March
    world.sign_up(&shifts[3], bent).await; // 24 March, changed by hand below
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let by_hand = [
        ("dag", "2026-03-24"),
        ("start", "10"),
        ("slut", "11"),
        ("mindst", "1"),
        ("hoejst", "2"),
        ("bekraeft", "ja"),
        ("sikker", "2026-03-24 600 60"),
    ];
    world.post_as(&format!("{}/rediger", shifts[3].href()), &by_hand, &lone).await;

    let following = format!("{}/foelgende", shifts[1].href());
    assert_eq!(world.get_as(&following, &lone).await.status, StatusCode::OK);
    let wednesdays = [
        ("rytme", "uge"),
        ("dag", "2026-03-10"),
        ("start", "15"),
        ("slut", "17"),
        ("ugedage", "3"),
        ("mindst", "1"),
        ("hoejst", "2"),
        ("sikker", "2026-03-10 900 120"),
    ];
    let asks = world.post_as(&following, &wednesdays, &lone).await;
    assert_eq!(asks.status, StatusCode::OK, "{}", asks.body);
    assert!(asks.body.contains("Vilma Godvilje") && !asks.body.contains("Bent Prøvemand"), "{}", asks.body);
    let mut sure = wednesdays.to_vec();
    sure.push(("bekraeft", "ja"));
    let moved = world.post_as(&following, &sure, &lone).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);

    let after = world.shifts(&task).await;
    let when: Vec<String> =
        after.iter().map(|shift| shift.when(samskab_kernel::Locale::Da, shift.starts_at.day())).collect();
    assert_eq!(when[0], "tirsdag den 3. marts kl. 14.00–16.00");
    assert_eq!(when[1], "onsdag den 11. marts kl. 15.00–17.00");
    assert_eq!(when[2], "onsdag den 18. marts kl. 15.00–17.00");
    assert_eq!(when[3], "tirsdag den 24. marts kl. 10.00–11.00", "by hand");
    assert_eq!(when[4], "onsdag den 1. april kl. 15.00–17.00");
    assert_eq!(after.len(), 8, "{when:?}");
    assert_eq!(after[2].id, shifts[2].id, "Vilma's shift is the same one");
    assert_eq!(world.subjects("vilma@post.example").await.len(), 1);
    // The job has nothing to add, also a week later but the one new Wednesday.
    world.work_at(NOW.plus_days(7)).await;
    assert_eq!(world.shifts(&task).await.len(), 8);
}

#[db_test]
async fn a_cancelled_shift_tells_everybody_why_and_comes_not_again(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    world.series(&task, 2).await;
    let shift = world.shifts(&task).await.remove(1);
    world.sign_up(&shift, vilma).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let cancel = format!("{}/aflys", shift.href());
    let page = world.get_as(&cancel, &lone).await;
    assert!(page.body.contains("Vilma Godvilje"), "{}", page.body);
    let refused = world.post_as(&cancel, &[("omfang", "en"), ("grund", " ")], &lone).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    world.post_as(&cancel, &[("omfang", "en"), ("grund", "Vi har influenza i huset")], &lone).await;
    let mail = world.mails_to("vilma@post.example").await.remove(0);
    assert!(mail.subject.starts_with("Aflyst") && mail.body.contains("influenza"), "{}", mail.body);
    world.work_at(NOW.plus_days(1)).await;
    let after = world.shift_again(shift.id).await;
    assert_eq!(after.state, ShiftState::Cancelled);
    let of_day =
        world.shifts(&task).await.into_iter().filter(|one| one.starts_at.day() == shift.starts_at.day());
    assert_eq!(of_day.count(), 1, "the day is not laid out again");
}

#[db_test]
async fn a_series_ends_and_the_empty_shifts_go(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    world.series(&task, 2).await;
    let shifts = world.shifts(&task).await;
    world.sign_up(&shifts[3], vilma).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let cancel = format!("{}/aflys", shifts[2].href());
    let page = world.get_as(&cancel, &lone).await;
    assert!(page.body.contains("Vilma Godvilje"), "told before it is done: {}", page.body);
    world.post_as(&cancel, &[("omfang", "foelgende"), ("grund", "Caféen flytter")], &lone).await;
    let after = world.shifts(&task).await;
    assert_eq!(after.len(), 3, "two are left, and the one that Vilma was on stands as cancelled");
    assert_eq!(after[2].state, ShiftState::Cancelled);
    world.work_at(NOW.plus_days(8)).await;
    assert!(world.shifts(&task).await.iter().all(|shift| shift.starts_at.day() < Day::of(2026, 3, 25)));
}

#[db_test]
async fn when_the_task_is_cancelled_so_are_its_shifts(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    world.series(&task, 2).await;
    let shift = world.shifts(&task).await.remove(0);
    world.sign_up(&shift, vilma).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let closed = [("outcome", "cancelled"), ("text", "Køkkenet er brændt")];
    world.post_as(&format!("/opgaver/{}/luk", task.id), &closed, &lone).await;
    world.work().await;
    assert!(world.shifts(&task).await.iter().all(|shift| !shift.is_planned()));
    let told = world.subjects("vilma@post.example").await;
    assert!(
        told.len() == 1 && told[0].starts_with("Det bliver ikke til mere"),
        "one letter about all of it: {told:?}"
    );
}

#[db_test]
async fn who_was_there_is_noted_once_and_becomes_hours(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 2).await;
    world.sign_up(&shift, vilma).await;
    world.sign_up(&shift, bent).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = format!("{}/fremmoede", shift.href());
    assert_eq!(world.get_as(&page, &lone).await.status, StatusCode::SEE_OTHER, "not before it has begun");
    world.clock.set(TUESDAY.at(16, 30));
    let asked = world.get_as(&page, &lone).await;
    assert_eq!(asked.body.matches(" checked").count(), 2, "everybody, unless it is said otherwise");
    let vilmas = world.booking_of(&shift, vilma).await.id.to_string();
    for _ in 0..2 {
        world.post_as(&page, &[("var_der", &vilmas)], &lone).await;
    }
    assert_eq!(world.booking_of(&shift, vilma).await.state, BookingState::Attended);
    assert_eq!(world.booking_of(&shift, bent).await.state, BookingState::Absent);
    let mut reader = world.db.read().await.unwrap();
    let hours = samskab_hours::hours::store::of_person(&mut reader, world.town.tenant, vilma).await.unwrap();
    assert_eq!(hours.iter().map(|hours| hours.minutes).collect::<Vec<_>>(), [120]);
    assert!(
        samskab_hours::hours::store::of_person(&mut reader, world.town.tenant, bent)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(world.mails_to("bent@post.example").await.is_empty(), "no word to who was not there");
}

/// She wrote her time herself before the place noted who was there.
#[db_test]
async fn time_that_may_count_twice_is_pointed_out(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 2).await;
    world.sign_up(&shift, vilma).await;
    world.clock.set(TUESDAY.at(16, 30));
    let (own, lone) = (world.cookie(vilma).await, world.cookie(world.town.contact_solgaarden).await);
    let told = world.post_as("/min-side/timer", &[("dag", "2026-03-03"), ("tid", "2 timer")], &own).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.body);
    let twice = "Vagten den dag tæller også";
    assert!(!world.get_as("/min-side/timer", &own).await.body.contains(twice));
    let booking = world.booking_of(&shift, vilma).await.id.to_string();
    world.post_as(&format!("{}/fremmoede", shift.href()), &[("var_der", &booking)], &lone).await;
    let page = world.get_as("/min-side/timer", &own).await.body;
    assert_eq!(page.matches(twice).count(), 1, "at her own line: {page}");
}

#[db_test]
async fn what_was_said_on_the_telephone_is_written_down(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let phone = format!("{}/telefon", shift.href());
    assert!(world.get_as(&phone, &lone).await.body.contains("Kun når personen selv har sagt ja"));
    let stranger = world.town.contact_school.to_string();
    let refused = world.post_as(&format!("{phone}/paa"), &[("hvem", &stranger)], &lone).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Personen hjælper ikke med opgaven lige nu"), "{}", refused.body);
    let put_on = world.post_as(&format!("{phone}/paa"), &[("hvem", &bent.to_string())], &lone).await;
    assert_eq!(put_on.status, StatusCode::SEE_OTHER, "{}", put_on.body);
    let full = world.post_as(&format!("{phone}/paa"), &[("hvem", &vilma.to_string())], &lone).await;
    assert!(full.body.contains("Alle pladser er taget"), "{}", full.body);
    let bents = world.booking_of(&shift, bent).await.id.to_string();
    let noted = world.post_as(&format!("{phone}/afbud"), &[("booking", &bents)], &lone).await;
    assert_eq!(world.booking_of(&shift, bent).await.state, BookingState::Cancelled);
    // Who it was stands there, and a thumb that slipped is one press from where it was.
    let page = world.get_as(noted.location(), &lone).await;
    assert!(page.body.contains("Bent Prøvemand er taget af vagten"), "{}", page.body);
    assert!(page.body.contains("Fortryd: sæt Bent Prøvemand på igen"), "{}", page.body);
    assert!(page.body.contains(&format!("action=\"{phone}/fortryd\"")), "{}", page.body);
    // The same place again, not a new one.
    for _ in 0..2 {
        let undone = world.post_as(&format!("{phone}/fortryd"), &[("booking", &bents)], &lone).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.body);
        let [again] = &world.bookings(&shift).await[..] else { panic!("one place") };
        assert_eq!(
            (again.id.to_string(), again.state, again.ended),
            (bents.clone(), BookingState::Booked, None)
        );
    }
    world.post_as(&format!("{phone}/afbud"), &[("booking", &bents)], &lone).await;
    world.post_as(&format!("{phone}/paa"), &[("hvem", &bent.to_string())], &lone).await;
    let is_on = |one: &Booking| one.person == bent && one.state == BookingState::Booked;
    assert!(world.bookings(&shift).await.iter().any(is_on));
    let page = world.get_as(noted.location(), &lone).await;
    assert!(!page.body.contains("er taget af vagten"), "{}", page.body);
}

#[db_test]
async fn after_a_year_nobody_stands_in_a_shift(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    world.sign_up(&shift, vilma).await;
    world.work_at(NOW.plus_days(300)).await;
    assert_eq!(world.bookings(&shift).await.len(), 1);
    world.work_at(NOW.plus_days(370)).await;
    assert!(world.bookings(&shift).await.is_empty());
    assert_eq!(world.shift_again(shift.id).await.id, shift.id);
}
