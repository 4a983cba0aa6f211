//! Those who come.

use samskab_requirement as requirement;
use samskab_store::db_test;
use samskab_taskbank::task::Requirement;

use super::*;
use crate::shift::BookingState;

#[db_test]
async fn a_volunteer_signs_up_and_sees_it_on_min_side(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    world.series(&task, 1).await;
    let shift = world.shifts(&task).await.remove(0);
    let cookie = world.cookie(vilma).await;
    let list = world.get_as("/min-side/vagter", &cookie).await;
    assert!(list.body.contains("Vagter, du kan tage") && list.body.contains(&shift.href()), "{}", list.body);
    let page = world.get_as(&shift.href(), &cookie).await;
    assert!(page.body.contains("Tilmeld mig"), "{}", page.body);
    world.sign_up(&shift, vilma).await;
    world.sign_up(&shift, vilma).await; // twice is once
    assert_eq!(world.bookings(&shift).await.len(), 1);
    let page = world.get_as(&shift.href(), &cookie).await;
    assert!(page.body.contains("Du er på") && page.body.contains("Kan du ikke?"), "{}", page.body);
    let own = world.get_as("/min-side", &cookie).await;
    assert!(own.body.contains("Mine vagter") && own.body.contains("Tirsdag den 3. marts"), "{}", own.body);
}

#[db_test]
async fn why_one_cannot_sign_up_is_always_said(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    let cookie = world.cookie(bent).await;
    world.sign_up(&shift, vilma).await;
    let full = world.press(&format!("{}/tilmeld", shift.href()), &cookie).await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(full.body.contains("Alle pladser er taget"), "{}", full.body);

    // Another task at the same time.
    let walk = world
        .task(|task| {
            tuesdays(task);
            task.title = "Gåtur med udsigt".into();
            task.place = Some((56.884, 10.266));
        })
        .await;
    world.engaged(&walk, vilma).await;
    let vilmas = world.cookie(vilma).await;
    let same_time = world.shift(&walk, (TUESDAY.at(15, 0), TUESDAY.at(17, 0)), 3).await;
    let page = world.get_as(&same_time.href(), &vilmas).await;
    assert!(page.body.contains("har du en anden vagt: »Kaffe og højtlæsning«"), "{}", page.body);
    let refused = world.press(&format!("{}/tilmeld", same_time.href()), &vilmas).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);

    // Half an hour later, nine kilometres away: a warning, and the choice is hers.
    let soon = world.shift(&walk, (TUESDAY.at(16, 30), TUESDAY.at(17, 0)), 3).await;
    let sign_up = format!("{}/tilmeld", soon.href());
    let warned = world.press(&sign_up, &vilmas).await;
    assert_eq!(warned.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(warned.body.contains("cirka 49 minutter"), "{}", warned.body);
    assert!(warned.body.contains("Tilmeld mig alligevel"), "{}", warned.body);
    let signed = world.post_as(&sign_up, &[("alligevel", "ja")], &vilmas).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.body);

    // Over.
    world.clock.set(TUESDAY.at(14, 0));
    let over = world.press(&format!("{}/tilmeld", shift.href()), &cookie).await;
    assert!(over.body.contains("begyndt eller overstået"), "{}", over.body);
}

#[db_test]
async fn somebody_who_does_not_help_there_learns_nothing_of_a_shift(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    world.sign_up(&shift, vilma).await;
    let nosy = world.somebody("Nikolaj Nysgerrig").await;
    let cookie = world.cookie(nosy).await;
    assert_eq!(world.get_as(&shift.href(), &cookie).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        world.press(&format!("{}/tilmeld", shift.href()), &cookie).await.status,
        StatusCode::NOT_FOUND
    );
    // Takes a break: is told so.
    let resting = world.somebody("Pia Pausen").await;
    world.engaged_as(&task, resting, State::Paused { until: Day::of(2026, 3, 20) }).await;
    let page = world.get_as(&shift.href(), &world.cookie(resting).await).await;
    assert!(page.body.contains("Du holder pause"), "{}", page.body);
    assert!(!page.body.contains("Godvilje"), "first names only");
}

#[db_test]
async fn a_place_given_up_late_is_told_at_once_and_no_reason_is_asked(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let tomorrow = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    let next_week = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 1).await;
    world.sign_up(&tomorrow, vilma).await;
    world.sign_up(&next_week, vilma).await;
    let cookie = world.cookie(vilma).await;
    let lones = "lone.papsen@fjordlund.example";
    world.press(&format!("{}/afbud", next_week.href()), &cookie).await;
    world.work().await;
    assert!(world.mails_to(lones).await.is_empty(), "news is gathered");
    // 29 hours before is not yet late; at four in the afternoon it is.
    world.clock.set(NOW.day().at(16, 0));
    world.press(&format!("{}/afbud", tomorrow.href()), &cookie).await;
    let mails = world.mails_to(lones).await;
    assert!(mails[0].subject.starts_with("Afbud: Vilma"), "{:?}", mails[0].subject);
    assert!(mails[0].body.contains("der skal mindst være 1"), "{}", mails[0].body);
    assert_eq!(world.bookings(&tomorrow).await[0].state, BookingState::Cancelled);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let overview = world.get_as("/overblik", &lone).await.body;
    assert!(overview.contains("Vilma G. har meldt afbud. Der mangler én frivillig"), "{overview}");
    assert!(overview.contains("Modtaget i dag"), "it has waited since today: {overview}");
}

/// What the place was told of a gap it hears when it is filled: at once when it is soon, else as news.
#[db_test]
async fn a_gap_that_was_told_is_told_filled(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let tomorrow = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    let next_week = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 1).await;
    let cookie = world.cookie(vilma).await;
    let lones = "lone.papsen@fjordlund.example";
    for shift in [&tomorrow, &next_week] {
        world.sign_up(shift, vilma).await;
    }
    world.work_at(NOW.day().at(16, 0)).await;
    assert!(world.mails_to(lones).await.is_empty(), "that somebody signs up is no news");
    for shift in [&tomorrow, &next_week] {
        world.press(&format!("{}/afbud", shift.href()), &cookie).await;
    }
    world.sign_up(&tomorrow, bent).await;
    let subjects = world.subjects(lones).await;
    assert!(
        subjects.iter().any(|subject| subject.starts_with("Bent kommer tirsdag den 3. marts")),
        "{subjects:?}"
    );

    // Next week's gap is in the morning's mail; what fills it, in the next one.
    world.work_at(TUESDAY.at(7, 31)).await;
    world.sign_up(&next_week, bent).await;
    world.work_at(TUESDAY.plus_days(1).at(7, 31)).await;
    let mails = world.mails_to(lones).await;
    let said = |text: &str| mails.iter().any(|mail| format!("{} {}", mail.subject, mail.body).contains(text));
    assert!(said("Vilma har meldt afbud") && said("Bent kommer til"), "{mails:?}");
}

#[db_test]
async fn who_seeks_a_stand_in_keeps_the_shift_until_somebody_takes_it(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    world.sign_up(&shift, vilma).await;
    let (vilmas, bents) = (world.cookie(vilma).await, world.cookie(bent).await);
    world.press(&format!("{}/afloeser", shift.href()), &vilmas).await;
    assert_eq!(world.bookings(&shift).await[0].state, BookingState::Seeking);
    let page = world.get_as(&shift.href(), &vilmas).await;
    assert!(page.body.contains("Jeg kommer alligevel"), "{}", page.body);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let overview = world.get_as("/overblik", &lone).await;
    assert!(overview.body.contains("søger afløser"), "{}", overview.body);
    let page = world.get_as(&shift.href(), &bents).await;
    assert!(page.body.contains("Vilma G. kan ikke"), "{}", page.body);
    let booking = world.bookings(&shift).await[0].id.to_string();
    let taken = world.post_as(&format!("{}/overtag", shift.href()), &[("booking", &booking)], &bents).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    assert_eq!(world.booking_of(&shift, vilma).await.state, BookingState::Replaced);
    assert_eq!(world.booking_of(&shift, bent).await.state, BookingState::Booked);
    world.work().await;
    let told = world.subjects("vilma@post.example").await;
    assert!(told.iter().any(|subject| subject.starts_with("En anden tager din vagt")), "{told:?}");
}

/// Nobody is woken, and nobody believes that they were.
#[db_test]
async fn it_is_said_when_others_are_asked(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 1).await;
    world.sign_up(&shift, vilma).await;
    let cookie = world.cookie(vilma).await;
    let says = async |text: &str| {
        let page = world.get_as(&shift.href(), &cookie).await.body.replace('\u{a0}', " ");
        assert!(page.contains(text), "{text}: {page}");
    };
    says("Vi spørger de andre frivillige med det samme, nogle ad gangen").await;
    world.clock.set(NOW.day().at(22, 30));
    says("Vi spørger de andre frivillige fra tirsdag den 3. marts kl. 08.00").await;
    world.press(&format!("{}/afloeser", shift.href()), &cookie).await;
    says("Vi spørger de andre frivillige fra tirsdag den 3. marts kl. 08.00").await;
    world.clock.set(TUESDAY.at(8, 1));
    says("Vi spørger de andre frivillige").await;
}

#[db_test]
async fn a_colleague_who_is_asked_says_yes_or_no(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    world.sign_up(&shift, vilma).await;
    let (vilmas, bents) = (world.cookie(vilma).await, world.cookie(bent).await);
    let ask = format!("{}/spoerg", shift.href());
    // Nobody from elsewhere can be asked.
    let stranger = world.town.contact_school.to_string();
    world.post_as(&ask, &[("hvem", &stranger)], &vilmas).await;
    assert!(world.bookings(&shift).await[0].asked.is_none());
    for answer in ["nej-tak", "overtag"] {
        world.post_as(&ask, &[("hvem", &bent.to_string())], &vilmas).await;
        let mail = world.mails_to("bent@post.example").await.remove(0);
        assert!(mail.subject.starts_with("Vilma G. spørger"), "{}", mail.subject);
        let list = world.get_as("/min-side/vagter", &bents).await;
        assert!(list.body.contains("Du er spurgt"), "{}", list.body);
        let booking = world.booking_of(&shift, vilma).await.id.to_string();
        world.post_as(&format!("{}/{answer}", shift.href()), &[("booking", &booking)], &bents).await;
    }
    let told = world.subjects("vilma@post.example").await;
    assert!(told.iter().any(|subject| subject == "Bent P. kan ikke tage din vagt"), "{told:?}");
    let live: Vec<PersonId> = world
        .bookings(&shift)
        .await
        .into_iter()
        .filter(|booking| booking.state.is_live())
        .map(|booking| booking.person)
        .collect();
    assert_eq!(live, [bent]);
}

#[db_test]
async fn two_colleagues_exchange_their_shifts_when_both_have_said_yes(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let first = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    let second = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 1).await;
    world.sign_up(&first, vilma).await;
    world.sign_up(&second, bent).await;
    let (vilmas, bents) = (world.cookie(vilma).await, world.cookie(bent).await);
    let page = world.get_as(&first.href(), &vilmas).await;
    assert!(page.body.contains("Bent P.: tirsdag den 10. marts"), "{}", page.body);
    let wanted = world.booking_of(&second, bent).await.id.to_string();
    world.post_as(&format!("{}/spoerg", first.href()), &[("bytte", &wanted)], &vilmas).await;
    let mail = world.mails_to("bent@post.example").await.remove(0);
    assert!(mail.body.contains("Til gengæld tager Vilma G. din vagt"), "{}", mail.body);
    assert!(world.booking_of(&first, vilma).await.state.is_live(), "nothing has happened yet");
    let page = world.get_as(&first.href(), &bents).await;
    assert!(page.body.contains("Til gengæld"), "{}", page.body);
    let mine = world.get_as("/min-side/vagter", &bents).await.body;
    assert_eq!(mine.matches(&first.href()).count(), 1, "what he is asked about stands there once: {mine}");
    assert!(mine.contains("Du er spurgt om at bytte"), "{mine}");
    let given = world.booking_of(&first, vilma).await.id.to_string();
    let said = world.post_as(&format!("{}/overtag", first.href()), &[("booking", &given)], &bents).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    for (shift, now, before) in [(&first, bent, vilma), (&second, vilma, bent)] {
        assert_eq!(world.booking_of(shift, now).await.state, BookingState::Booked);
        assert_eq!(world.booking_of(shift, before).await.state, BookingState::Replaced);
    }
    // Each reads which shift is theirs from now on, and which is not.
    world.work().await;
    for (address, has, had) in [("vilma", "10. marts", "3. marts"), ("bent", "3. marts", "10. marts")] {
        let mails = world.mails_to(&format!("{address}@post.example")).await;
        let mail = mails.iter().find(|mail| mail.subject.starts_with("I har byttet")).unwrap();
        assert!(mail.subject.contains(has), "{}", mail.subject);
        let said = mail.body.replace('\n', " ");
        assert!(
            said.contains(&format!("nu er du på vagten »Kaffe og højtlæsning« tirsdag den {has}")),
            "{said}"
        );
        assert!(said.contains(&format!("tager din vagt tirsdag den {had}")), "{said}");
    }
}

#[db_test]
async fn the_day_before_one_is_reminded_once_at_a_decent_hour(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 1).await;
    world.sign_up(&shift, vilma).await;
    let monday = TUESDAY.plus_days(6);
    world.work_at(monday.at(6, 0)).await;
    assert!(world.subjects("vilma@post.example").await.is_empty(), "nobody is woken");
    world.work_at(monday.at(9, 30)).await;
    world.work_at(monday.at(10, 30)).await;
    let subjects = world.subjects("vilma@post.example").await;
    assert_eq!(subjects, ["I morgen: Kaffe og højtlæsning"]);
}

#[db_test]
async fn an_engagement_that_ends_gives_its_coming_shifts_back(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let pia = world.somebody("Pia Pausen").await;
    let engagement = world.engaged(&task, pia).await;
    let shifts = [
        world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 3).await,
        world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 3).await,
    ];
    for shift in &shifts {
        world.sign_up(shift, pia).await;
        world.sign_up(shift, vilma).await;
    }
    world.clock.set(TUESDAY.at(17, 0));
    let mut tx = world.db.begin(at(world.stamp(), world.clock.now())).await.unwrap();
    crate::shift::release_of_engagement(&mut tx, engagement).await.unwrap();
    tx.commit().await.unwrap();
    let live = |bookings: Vec<Booking>| bookings.into_iter().filter(|one| one.state.is_live()).count();
    assert_eq!(live(world.bookings(&shifts[0]).await), 2, "what was is not touched");
    assert_eq!(live(world.bookings(&shifts[1]).await), 1);
}

/// What ran out since they began: the list says so before anybody presses a button.
#[db_test]
async fn the_list_offers_nothing_that_signing_up_refuses(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let mut tx = world.begin().await;
    let mut drives = samskab_taskbank::task::store::locked(&mut tx, task.id).await.unwrap().unwrap();
    drives.requirements = vec![Requirement::DrivingLicence];
    samskab_taskbank::task::store::save(&mut tx, &drives).await.unwrap();
    let licence = requirement::Fulfilment::new(
        db.dice().id(NOW),
        vilma,
        requirement::Precondition::DrivingLicence,
        None,
        requirement::State::fulfilled(NOW.day(), None, Some(TUESDAY.plus_days(2))),
        NOW,
    );
    requirement::store::add(&mut tx, &licence).await.unwrap();
    tx.commit().await.unwrap();
    let this_week = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 2).await;
    let next_week = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 2).await;
    let cookie = world.cookie(vilma).await;
    let list = world.get_as("/min-side/vagter", &cookie).await.body;
    let line = |shift: &Shift| {
        let from = list.find(&shift.href()).expect("on the list");
        list[from..].split("</li>").next().unwrap().to_owned()
    };
    let reason = "kørekort";
    assert!(!line(&this_week).to_lowercase().contains(reason), "{}", line(&this_week));
    assert!(line(&next_week).to_lowercase().contains(reason), "{}", line(&next_week));
    let refused = world.press(&format!("{}/tilmeld", next_week.href()), &cookie).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    world.sign_up(&this_week, vilma).await;
}

#[db_test]
async fn a_group_that_stands_in_counts_as_many_as_they_are(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let family = world.somebody("Frida Familien").await;
    let engagement = world.engaged(&task, family).await;
    let mut tx = world.begin().await;
    let one = engagement::store::locked(&mut tx, engagement).await.unwrap().unwrap();
    engagement::store::save(&mut tx, &Engagement { persons: 3, ..one }).await.unwrap();
    tx.commit().await.unwrap();
    let cookie = world.cookie(family).await;
    let roomy = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 4).await;
    let tight = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 3).await;
    for shift in [&roomy, &tight] {
        world.sign_up(shift, vilma).await;
        world.sign_up(shift, bent).await;
        world.press(&format!("{}/afloeser", shift.href()), &world.cookie(vilma).await).await;
    }
    let take = async |shift: &Shift| {
        let booking = world.booking_of(shift, vilma).await.id.to_string();
        world.post_as(&format!("{}/overtag", shift.href()), &[("booking", &booking)], &cookie).await
    };
    let taken = take(&roomy).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    assert_eq!(world.booking_of(&roomy, family).await.persons, 3);
    let full = take(&tight).await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY, "two places for three: {}", full.body);
    assert_eq!(world.booking_of(&tight, vilma).await.state, BookingState::Seeking);
}

#[db_test]
async fn after_giving_a_place_back_another_shift_is_offered(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    let open = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 1).await;
    let full = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(14)), 1).await;
    world.sign_up(&full, bent).await;
    world.sign_up(&shift, vilma).await;
    let cookie = world.cookie(vilma).await;
    assert!(!world.get_as(&shift.href(), &cookie).await.body.contains("Kan du en anden gang?"));
    world.press(&format!("{}/afbud", shift.href()), &cookie).await;
    let page = world.get_as(&shift.href(), &cookie).await;
    assert!(page.body.contains("Kan du en anden gang?") && page.body.contains(&open.href()), "{}", page.body);
    // On the page of the task she sees that she helps, and where the open shifts are.
    let task_page = world.get_as(&format!("/opgaver/{}", task.id), &cookie).await;
    assert!(task_page.body.contains("Du er ikke på nogen vagter her lige nu"), "{}", task_page.body);
    world.sign_up(&open, vilma).await;
    let page = world.get_as(&format!("/opgaver/{}", task.id), &cookie).await.body;
    assert!(page.contains(&open.href()) && page.contains("Du er med"), "{page}");
}
