//! Waves by the clock: mates first, then the place, then the bank; never at night; the first yes takes it.

use samskab_engagement::engagement::{self, Engagement};
use samskab_interest::Interest;
use samskab_shifts::shift::{self, Booking, BookingState, Shift};
use samskab_taskbank::channel::CameBy;

use super::*;
use crate::matching::wave;

/// Tuesday 10 March, 14 to 16: eight days ahead.
const TUESDAY: Day = Day::of(2026, 3, 10);

struct Plan {
    shift: Shift,
    booking: Booking,
}

impl World {
    /// Helps with the task, agreed on by both.
    async fn mate(&self, task: &Task, name: &str) -> PersonId {
        let now = self.clock.now();
        let mut tx = self.db.begin(self.stamp()).await.unwrap();
        let address = format!("{}@post.example", name.to_lowercase().replace(' ', "."));
        let person = Person::new(tx.new_id(), name, address.parse().ok(), now);
        person::store::add(&mut tx, &person).await.unwrap();
        let interest = Interest {
            id: tx.new_id(),
            task: task.id,
            name: name.into(),
            email: person.email.clone(),
            phone: None,
            message: String::new(),
            locale: samskab_kernel::Locale::Da,
            persons: 1,
            lacks: Vec::new(),
            known_too_young: false,
            entered_by: None,
            promise: None,
            answered_at: Some(now),
            state: samskab_interest::State::Accepted,
            state_since: now,
            created_at: now,
            updated_at: now,
        };
        samskab_interest::store::add(&mut tx, &interest, CameBy::default()).await.unwrap();
        let mut engagement = Engagement::proposed(tx.new_id(), &interest, person.id, None, now);
        engagement.state = engagement::State::Active;
        engagement::store::add(&mut tx, &engagement).await.unwrap();
        tx.commit().await.unwrap();
        person.id
    }

    /// A shift on Tuesday in which `seeker` cannot come after all.
    async fn shift_without(&self, task: &Task, seeker: PersonId) -> Plan {
        let now = self.clock.now();
        let mut tx = self.db.begin(self.stamp()).await.unwrap();
        let turn = (TUESDAY.at(14, 0), TUESDAY.at(16, 0));
        let shift = Shift::new(tx.new_id(), task.id, None, "", turn, 1, 2, now);
        shift::store::add_shift(&mut tx, &shift).await.unwrap();
        let booking = Booking::new(tx.new_id(), &shift, seeker, 1, now).seek(now);
        shift::store::add_booking(&mut tx, &booking).await.unwrap();
        wave::begin(&mut tx, shift.id, booking.id).await.unwrap();
        tx.commit().await.unwrap();
        Plan { shift, booking }
    }

    async fn asked(&self, plan: &Plan) -> Vec<Invitation> {
        let mut reader = self.db.read().await.unwrap();
        invitation::store::of_booking(&mut reader, self.town.tenant, plan.booking.id).await.unwrap()
    }
}

fn weekly(task: &mut Task) {
    let turn = Turn { start_minute: 14 * 60, duration: 120 };
    task.time = Time::Weekly { weekdays: vec![Weekday::Tuesday], from: None, to: None, turn };
    task.state = task::State::Open(Open::from(NOW, NOW.plus_days(100)));
}

#[db_test]
async fn mates_are_asked_first_and_the_first_yes_takes_it_and_the_others_are_told(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(weekly).await;
    let seeker = world.mate(&task, "Ida Forhindret").await;
    let first = world.mate(&task, "Bo Makker").await;
    let second = world.mate(&task, "Eva Makker").await;
    let bank = world
        .volunteer("Vilma Godvilje", |cv| {
            cv.availability = cv.availability.and(Weekday::Tuesday, PartOfDay::Afternoon);
            cv.place = Some((56.858, 10.125));
        })
        .await;
    world.follow().await;
    let plan = world.shift_without(&task, seeker).await;

    world.work_at(NOW).await;
    let mut asked: Vec<PersonId> = world.asked(&plan).await.iter().map(|one| one.person).collect();
    asked.sort_unstable();
    let mut mates = vec![first, second];
    mates.sort_unstable();
    assert_eq!(asked, mates, "those who help with the same task, without a CV, and not the seeker");
    let mail = world.mails_to("bo.makker@post.example").await.remove(0);
    assert!(mail.subject.contains("Kan du tage en vagt"), "{}", mail.subject);

    // Within the two hours nobody else; after them the bank.
    world.work_at(NOW.plus(samskab_kernel::jiff::SignedDuration::from_mins(119))).await;
    assert_eq!(world.asked(&plan).await.len(), 2);
    world.work_at(NOW.plus(samskab_kernel::jiff::SignedDuration::from_mins(121))).await;
    let asked = world.asked(&plan).await;
    assert_eq!(asked.len(), 3);
    assert!(asked.iter().any(|one| one.person == bank.person && one.wave == 2));

    let own = asked.iter().find(|one| one.person == first).unwrap();
    let bo = world.cookie(first).await;
    let page = world.get(&own.href(), &bo).await;
    assert!(page.body.contains("Kan du tage en vagt hos Plejehjemmet Solgården?"), "{}", page.body);
    let yes = world.post(&format!("{}/accept", own.href()), &[], &bo).await;
    assert_eq!(yes.location(), own.href());
    let mut reader = db.read().await.unwrap();
    let lines = shift::store::bookings_of_shifts(&mut reader, world.town.tenant, &[plan.shift.id]).await;
    drop(reader);
    let states: Vec<(PersonId, BookingState)> =
        lines.unwrap().into_iter().map(|line| (line.booking.person, line.booking.state)).collect();
    assert_eq!(states, [(seeker, BookingState::Replaced), (first, BookingState::Booked)]);
    let states: Vec<State> = world.asked(&plan).await.iter().map(|one| one.state).collect();
    assert_eq!(states.iter().filter(|state| **state == State::Withdrawn).count(), 2);
    let told = world.mails_to("eva.makker@post.example").await;
    assert!(told.iter().any(|mail| mail.subject == "Det er løst"), "the others need not keep it free");

    // Too late for the next one.
    let late = world.asked(&plan).await.into_iter().find(|one| one.person == second).unwrap();
    let eva = world.cookie(second).await;
    world.post(&format!("{}/accept", late.href()), &[], &eva).await;
    let page = world.get(&late.href(), &eva).await;
    assert!(page.body.contains("Det er løst"), "{}", page.body);
}

#[db_test]
async fn nobody_is_asked_at_night_and_when_nobody_is_left_the_place_is_told(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(weekly).await;
    let seeker = world.mate(&task, "Ida Forhindret").await;
    let mate = world.mate(&task, "Bo Makker").await;
    world.follow().await;
    world.clock.set(Day::of(2026, 3, 2).at(22, 30));
    let plan = world.shift_without(&task, seeker).await;
    world.work_at(Day::of(2026, 3, 2).at(23, 0)).await;
    world.work_at(Day::of(2026, 3, 3).at(7, 30)).await;
    assert!(world.asked(&plan).await.is_empty(), "people sleep");
    world.work_at(Day::of(2026, 3, 3).at(8, 1)).await;
    assert_eq!(world.asked(&plan).await.iter().map(|one| one.person).collect::<Vec<_>>(), [mate]);
    world.work_at(Day::of(2026, 3, 3).at(10, 5)).await;
    world.work_at(Day::of(2026, 3, 4).at(7, 31)).await;
    let news = world.mails_to("lone.papsen@fjordlund.example").await;
    assert!(news.iter().any(|mail| mail.body.contains("Ingen har taget vagten")), "{news:?}");
}

#[db_test]
async fn where_there_is_nobody_to_ask_it_is_said_and_the_shift_stays_theirs(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(weekly).await;
    let seeker = world.mate(&task, "Ida Forhindret").await;
    // Her address was written down by the place; she has not shown yet that it is hers. Letters reach her there.
    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    let known = person::store::find(&mut tx, world.town.tenant, seeker).await.unwrap().unwrap();
    person::store::save(&mut tx, &Person { email: None, ..known }).await.unwrap();
    tx.commit().await.unwrap();
    world.follow().await;
    let plan = world.shift_without(&task, seeker).await;
    let ida = world.cookie(seeker).await;
    world.work_at(NOW).await;
    let mails = world.mails_to("ida.forhindret@post.example").await;
    let mail = mails.iter().find(|mail| mail.subject.starts_with("Vi fandt ingen afløser")).unwrap();
    assert!(mail.body.replace('\n', " ").contains("Den er stadig din"), "{}", mail.body);
    let page = world.get(&plan.shift.href(), &ida).await.body;
    assert!(
        page.contains("Der er ikke flere at spørge") && page.contains("Ingen afløser: vagten er din"),
        "{page}"
    );
    assert!(!page.contains("Vi spørger de andre"), "{page}");
    // She comes after all: then there is no button that asks nobody.
    world.post(&format!("{}/behold", plan.shift.href()), &[], &ida).await;
    let page = world.get(&plan.shift.href(), &ida).await.body;
    assert!(page.contains("Vi har ingen, vi kan spørge") && !page.contains("/afloeser"), "{page}");
    // Somebody else helps now: she can be asked.
    world.mate(&task, "Bo Makker").await;
    let page = world.get(&plan.shift.href(), &ida).await.body;
    assert!(page.contains("/afloeser") && !page.contains("Vi har ingen, vi kan spørge"), "{page}");
}

#[db_test]
async fn somebody_for_one_shift_is_looked_for_at_the_time_of_that_shift(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(weekly).await;
    let afternoon = world
        .volunteer("Vilma Godvilje", |cv| {
            cv.availability = cv.availability.and(Weekday::Tuesday, PartOfDay::Afternoon);
        })
        .await;
    let morning = world
        .volunteer("Morten Morgen", |cv| {
            cv.availability = cv.availability.and(Weekday::Wednesday, PartOfDay::Morning);
        })
        .await;
    world.follow().await;
    let wednesday = TUESDAY.plus_days(1);
    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    let turn = (wednesday.at(10, 0), wednesday.at(11, 30));
    let shift = Shift::new(tx.new_id(), task.id, None, "", turn, 1, 2, NOW);
    shift::store::add_shift(&mut tx, &shift).await.unwrap();
    tx.commit().await.unwrap();
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = format!("/opgaver/{}/frivillige?vagt={}", task.id, shift.id);
    let found = world.get(&page, &lone).await.body;
    assert!(found.contains(&morning.pseudonym) && !found.contains(&afternoon.pseudonym), "{found}");
    assert!(found.contains("onsdag den 11."), "{found}");
    let (who, about) = (morning.id.to_string(), shift.id.to_string());
    let fields = [("hvem", who.as_str()), ("vagt", about.as_str()), ("message", "Har du tid?")];
    let sent = world.post(&format!("/opgaver/{}/frivillige", task.id), &fields, &lone).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, page.as_str()));
    assert_eq!(world.invitations(&task).await.len(), 1);
}

#[db_test]
async fn a_day_that_is_called_off_is_no_day_of_the_task_to_the_public(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(weekly).await;
    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    for day in [TUESDAY.plus_days(-7), TUESDAY] {
        let shift = Shift::new(tx.new_id(), task.id, None, "", (day.at(14, 0), day.at(16, 0)), 1, 2, NOW);
        shift::store::add_shift(&mut tx, &shift).await.unwrap();
    }
    tx.commit().await.unwrap();
    world.follow().await;
    let (public, by_day) = (format!("/opgaver/{}", task.id), "/opgaver?dag=2026-03-10");
    let before = world.get(&public, "").await.body;
    assert!(before.contains("Tirsdag den 10.") && !before.contains("Aflyst"), "{before}");
    assert!(world.get(by_day, "").await.body.contains(&public));
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let place = world.town.solgaarden.to_string();
    for day in ["2026-03-03", "2026-03-10"] {
        let fields = [("dag", day), ("sted", place.as_str()), ("grund", "Vi har Roskildesyge.")];
        let done = world.post("/vagtplan/aflys", &fields, &lone).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    }
    world.follow().await;
    let after = world.get(&public, "").await.body;
    assert!(after.contains("Aflyst: tirsdag den 3. marts, tirsdag den 10. marts"), "{after}");
    assert!(!after.contains("Tirsdag den 10.") && after.contains("Tirsdag den 17."), "{after}");
    assert!(!after.contains("Roskildesyge"), "the reason is for those who come");
    assert!(!world.get(by_day, "").await.body.contains(&public));
    for (listed, day) in [
        ("/opgaver", r#"s-day-number">17<"#),
        ("/", r#"s-day-number">17<"#),
        ("/opgaver.json", "2026-03-17T"),
    ] {
        let list = world.get(listed, "").await.body;
        assert!(list.contains(day) && !list.contains(&day.replace("17", "3")), "{listed}: {list}");
    }
    let calendar = world.get(&format!("{public}/kalender.ics"), "").await.body;
    assert!(
        calendar.contains("20260317T") && !calendar.contains("20260303T") && !calendar.contains("20260310T"),
        "{calendar}"
    );
}
