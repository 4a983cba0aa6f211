//! A week of all shifts at a place.

use samskab_store::db_test;

use super::*;

#[db_test]
async fn a_week_shows_who_comes_and_says_in_words_where_somebody_is_missing(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    world.series(&task, 2).await;
    let extra = world.shift(&task, (Day::of(2026, 3, 5).at(10, 0), Day::of(2026, 3, 5).at(12, 0)), 1).await;
    world.sign_up(&extra, vilma).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let week = world.get_as("/vagtplan", &lone).await.body;
    assert!(week.contains("2 vagter. På 1 af dem mangler der nogen."), "{week}");
    assert!(week.contains("Uge 10: 2. marts 2026 – 8. marts 2026"), "{week}");
    assert!(week.contains("Vilma G.") && week.contains("1 af 1") && week.contains("0 af 2"), "{week}");
    assert!(!week.contains("Godvilje"), "as colleagues see it");
    let gaps = world.get_as("/vagtplan?mangler=ja", &lone).await.body;
    assert!(!gaps.contains("Vilma G.") && gaps.contains("Mangler én"), "{gaps}");
    assert!(gaps.contains(&format!("/opgaver/{}/frivillige", task.id)), "two clicks to those who fit");
    // Any day of a week is that week, and what is no day is this week.
    let next = world.get_as("/vagtplan?uge=2026-03-13", &lone).await.body;
    assert!(next.contains("Uge 11") && next.contains("1 vagt"), "{next}");
    assert!(world.get_as("/vagtplan?uge=igaar", &lone).await.body.contains("Uge 10"));
    assert!(world.get_as("/vagtplan?visning=maaned", &lone).await.body.contains("Uge 13"));
}

#[db_test]
async fn the_roster_is_of_those_who_answer_for_the_place(db: Db) {
    let (world, task, ..) = coffee(&db).await;
    world.series(&task, 2).await;
    let town = world.town;
    let title = format!("/opgaver/{}/vagter", task.id);
    for (who, sees) in [
        (town.contact_solgaarden, true),
        (town.key_care, true),
        (town.coordinator, true),
        (town.contact_school, false),
        (town.chair_handball, false),
    ] {
        let cookie = world.cookie(who).await;
        assert_eq!(world.get_as("/vagtplan", &cookie).await.body.contains(&title), sees, "{who}");
        let there = format!("/vagtplan?sted={}", town.solgaarden);
        assert_eq!(world.get_as(&there, &cookie).await.body.contains(&title), sees, "{who}");
        let day = format!("/vagtplan/aflys?dag=2026-03-03&sted={}", town.solgaarden);
        let asked = world.get_as(&day, &cookie).await.status;
        assert_eq!(asked == StatusCode::OK, sees, "{who}: {asked}");
        let fields = [("dag", "2026-03-03"), ("sted", &town.solgaarden.to_string()), ("grund", "")];
        let refused = world.post_as("/vagtplan/aflys", &fields, &cookie).await.status;
        let expected = if sees { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::NOT_FOUND };
        assert_eq!(refused, expected, "{who}");
    }
    assert_eq!(world.get("/vagtplan").await.status, StatusCode::UNAUTHORIZED);
}

#[db_test]
async fn a_day_is_called_off_with_one_reason_and_one_mail_to_each(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let day = Day::of(2026, 3, 5);
    let morning = world.shift(&task, (day.at(10, 0), day.at(12, 0)), 2).await;
    let evening = world.shift(&task, (day.at(18, 0), day.at(20, 0)), 2).await;
    let other_day = world.shift(&task, (day.plus_days(1).at(10, 0), day.plus_days(1).at(12, 0)), 2).await;
    world.sign_up(&morning, vilma).await;
    world.sign_up(&evening, vilma).await;
    world.sign_up(&morning, bent).await;
    world.work().await;
    let (before_vilma, before_bent) =
        (world.subjects("vilma@post.example").await.len(), world.subjects("bent@post.example").await.len());
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let place = world.town.solgaarden.to_string();
    let page = world.get_as(&format!("/vagtplan/aflys?dag={day}&sted={place}"), &lone).await.body;
    assert!(page.contains("Vilma Godvilje") && page.contains("Bent Prøvemand"), "who is told: {page}");
    let day_text = day.to_string();
    let fields = [
        ("dag", day_text.as_str()),
        ("sted", place.as_str()),
        ("grund", "Vi holder lukket på grund af sygdom."),
    ];
    let done = world.post_as("/vagtplan/aflys", &fields, &lone).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    world.work().await;
    for shift in [&morning, &evening] {
        assert!(!world.shift_again(shift.id).await.is_planned());
    }
    assert!(world.shift_again(other_day.id).await.is_planned(), "another day goes on");
    let vilmas = world.mails_to("vilma@post.example").await;
    assert_eq!(vilmas.len(), before_vilma + 1, "two shifts, one mail");
    assert!(vilmas.iter().any(|mail| mail.body.contains("på grund af sygdom")));
    assert_eq!(world.subjects("bent@post.example").await.len(), before_bent + 1);
    // Once more there is nothing left, and nobody is written to.
    let again = world.post_as("/vagtplan/aflys", &fields, &lone).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    world.work().await;
    assert_eq!(world.subjects("vilma@post.example").await.len(), before_vilma + 1);
}

#[db_test]
async fn whoever_helps_with_two_tasks_reads_of_the_day_once(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let garden = world.task(|task| task.title = "Have og krukker".into()).await;
    world.engaged(&garden, vilma).await;
    let day = Day::of(2026, 3, 5);
    let coffee = world.shift(&task, (day.at(10, 0), day.at(12, 0)), 2).await;
    let pots = world.shift(&garden, (day.at(14, 0), day.at(15, 0)), 2).await;
    world.sign_up(&coffee, vilma).await;
    world.sign_up(&coffee, bent).await;
    world.sign_up(&pots, vilma).await;
    world.work().await;
    let (before_vilma, before_bent) =
        (world.subjects("vilma@post.example").await.len(), world.subjects("bent@post.example").await.len());
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let place = world.town.solgaarden.to_string();
    let fields = [("dag", "2026-03-05"), ("sted", place.as_str()), ("grund", "Vi har Roskildesyge.")];
    world.post_as("/vagtplan/aflys", &fields, &lone).await;
    world.work().await;
    let vilmas = world.mails_to("vilma@post.example").await;
    assert_eq!(vilmas.len(), before_vilma + 1, "two tasks, one mail");
    let mail = vilmas.iter().find(|mail| mail.body.contains("Roskildesyge")).unwrap();
    assert!(mail.body.contains("Kaffe") && mail.body.contains("Have og krukker"), "{}", mail.body);
    assert!(mail.subject.starts_with("Aflyst: 2 vagter"), "{}", mail.subject);
    assert_eq!(world.subjects("bent@post.example").await.len(), before_bent + 1);
}

#[db_test]
async fn a_week_is_copied_once_with_empty_shifts_and_what_comes_by_itself_is_left_out(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    world.series(&task, 2).await;
    let extra = world.shift(&task, (Day::of(2026, 3, 5).at(10, 0), Day::of(2026, 3, 5).at(12, 0)), 1).await;
    world.sign_up(&extra, vilma).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let week = world.get_as("/vagtplan", &lone).await.body;
    let place = world.town.solgaarden;
    assert!(week.contains(&format!("/vagtplan/kopier?uge=2026-03-02&#38;sted={place}")), "{week}");
    let asked = format!("/vagtplan/kopier?uge=2026-03-02&sted={place}&til=2026-03-16");
    let page = world.get_as(&asked, &lone).await.body;
    assert!(page.contains("Én vagt bliver kopieret") && page.contains("kommer igen af sig selv"), "{page}");
    let place = place.to_string();
    let fields = [("uge", "2026-03-02"), ("sted", place.as_str()), ("til", "2026-03-16")];
    for _ in 0..2 {
        let copied = world.post_as("/vagtplan/kopier", &fields, &lone).await;
        assert_eq!(copied.status, axum::http::StatusCode::SEE_OTHER, "{}", copied.body);
    }
    let twelfth = Day::of(2026, 3, 19);
    let shifts = world.shifts(&task).await;
    let copies: Vec<_> = shifts.iter().filter(|shift| shift.starts_at == twelfth.at(10, 0)).collect();
    assert_eq!(copies.len(), 1, "pressed twice, it is there once");
    assert_eq!((copies[0].ends_at, copies[0].wanted), (twelfth.at(12, 0), extra.wanted));
    let week = world.get_as("/vagtplan?uge=2026-03-16", &lone).await.body;
    assert!(!week.contains("Vilma G."), "nobody stands on a copy without having said yes");
    // Somebody of another place copies nothing here.
    let other = world.cookie(world.town.contact_school).await;
    assert_eq!(world.get_as(&asked, &other).await.status, axum::http::StatusCode::NOT_FOUND);
    let refused = world.post_as("/vagtplan/kopier", &fields, &other).await;
    assert_eq!(refused.status, axum::http::StatusCode::NOT_FOUND);
}

#[db_test]
async fn a_copy_keeps_the_clock_over_the_change_to_summer_time(db: Db) {
    let (world, task, ..) = coffee(&db).await;
    world.shift(&task, (Day::of(2026, 3, 26).at(10, 0), Day::of(2026, 3, 26).at(12, 0)), 1).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let place = world.town.solgaarden.to_string();
    let fields = [("uge", "2026-03-26"), ("sted", place.as_str()), ("til", "2026-04-06")];
    world.post_as("/vagtplan/kopier", &fields, &lone).await;
    let shifts = world.shifts(&task).await;
    assert!(shifts.iter().any(|shift| shift.starts_at == Day::of(2026, 4, 9).at(10, 0)), "{shifts:?}");
}

#[db_test]
async fn those_on_a_shift_are_written_to_from_the_roster(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let shift = world.shift(&task, (Day::of(2026, 3, 5).at(10, 0), Day::of(2026, 3, 5).at(12, 0)), 1).await;
    world.sign_up(&shift, vilma).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let week = world.get_as("/vagtplan", &lone).await.body;
    let agreement = world.booking_of(&shift, vilma).await.engagement.unwrap().to_string();
    assert!(week.contains("Skriv til den, der kommer") && week.contains(&agreement), "{week}");
    // Her newest agreement is about something else: what is written is kept with the one that she comes by.
    let garden = world.task(|task| task.title = "Have og krukker".into()).await;
    world.clock.set(NOW.plus_days(1));
    world.engaged(&garden, vilma).await;
    let asked = [("handling", "skriv"), ("emne", "Kaffen torsdag"), ("valgt", agreement.as_str())];
    let page = world.post_as("/frivillige/valgte", &asked, &lone).await;
    assert!(page.body.contains("value=\"Kaffen torsdag\""), "what it is about is said: {}", page.body);
    assert!(page.body.contains("Kaffe og højtlæsning") && !page.body.contains("Have og krukker"));
}

#[db_test]
async fn who_has_not_said_yes_to_a_new_time_is_marked_in_the_roster(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let day = Day::of(2026, 3, 5);
    let shift = world.shift(&task, (day.at(10, 0), day.at(12, 0)), 4).await;
    world.sign_up(&shift, vilma).await;
    let mut tx = world.begin().await;
    let moved = shift.clone().moved_to((day.at(11, 0), day.at(13, 0)), NOW);
    store::save_shift(&mut tx, &moved).await.unwrap();
    tx.commit().await.unwrap();
    world.sign_up(&shift, bent).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let week = world.get_as("/vagtplan", &lone).await.body;
    assert!(week.contains("Vilma G. (venter på svar)") && !week.contains("Bent P. ("), "{week}");
    assert!(week.contains("Venter på ét svar") && !week.contains("Plads til 2 mere"), "{week}");
}

#[db_test]
async fn a_week_is_not_copied_past_the_end_of_a_task(db: Db) {
    let world = World::new(&db).await;
    let task = world
        .task(|task| {
            tuesdays(task);
            task.time = Time::OneOff { day: Day::of(2026, 3, 7), turn: TWO_TO_FOUR };
        })
        .await;
    world.shift(&task, TWO_TO_FOUR.on(Day::of(2026, 3, 7)), 1).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let place = world.town.solgaarden;
    let asked = format!("/vagtplan/kopier?uge=2026-03-02&sted={place}&til=2026-03-09");
    let page = world.get_as(&asked, &lone).await.body;
    assert!(page.contains("opgaven er slut inden da"), "{page}");
}
