//! Shifts over HTTP, by jobs and under concurrency, in the small town every test knows. It is Monday
//! 2 March 2026, nine o'clock; Solgården has coffee on Tuesdays.

mod again;
mod begun;
mod by_phone;
mod calendar;
mod crowd;
mod exit;
mod given;
mod letters;
mod other_shift;
mod pause;
mod plan;
mod roster;
mod task_moved;
mod volunteer;

use axum::http::StatusCode;
use samskab_engagement::engagement::{self, Engagement, EngagementId, State};
use samskab_kernel::{Day, Instant, holiday::ClosingDays, jiff::civil::Weekday};
use samskab_organisation::{
    person::{self, Person, PersonId},
    testing::NOW,
};
use samskab_store::{Db, Stamp, Tx};
use samskab_taskbank::task::{Task, Time, time::Turn};

use super::{Booking, OnClosedDays, Rule, Series, Shift, ShiftId, lay_out, recurrence::End, store};
use crate::testing::World;

/// The first Tuesday.
const TUESDAY: Day = Day::of(2026, 3, 3);
const TWO_TO_FOUR: Turn = Turn { start_minute: 14 * 60, duration: 120 };

/// Coffee every Tuesday from two to four.
fn tuesdays(task: &mut Task) {
    task.time = Time::Weekly { weekdays: vec![Weekday::Tuesday], from: None, to: None, turn: TWO_TO_FOUR };
    task.state = samskab_taskbank::task::State::Open(samskab_taskbank::task::state::Open::from(
        NOW,
        Day::of(2026, 9, 1).end(),
    ));
    task.places = Some(2);
    task.place = Some((56.858, 10.125));
}

impl World {
    async fn begin(&self) -> Tx {
        self.db.begin(self.stamp()).await.unwrap()
    }

    /// Somebody with a name and an address made of its first word.
    async fn somebody(&self, name: &str) -> PersonId {
        let id: PersonId = self.db.dice().id(NOW);
        let address = name.split(' ').next().unwrap().to_lowercase();
        let person = Person::new(id, name, format!("{address}@post.example").parse().ok(), NOW);
        let mut tx = self.begin().await;
        person::store::add(&mut tx, &person).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Both have said yes: they help with the task.
    async fn engaged(&self, task: &Task, person: PersonId) -> EngagementId {
        self.engaged_as(task, person, State::Active).await
    }

    async fn engaged_as(&self, task: &Task, person: PersonId, state: State) -> EngagementId {
        let interest = self.interest(task, &format!("X{}", person.to_string().replace('-', ""))).await;
        let id: EngagementId = self.db.dice().id(NOW);
        let engagement = Engagement {
            state,
            interest: None,
            ..Engagement::proposed(id, &interest, person, Some(NOW.day()), NOW)
        };
        let mut tx = self.begin().await;
        engagement::store::add(&mut tx, &engagement).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Every week on the task's day, for one to `wanted`, laid out.
    async fn series(&self, task: &Task, wanted: i64) -> Series {
        let now = self.clock.now();
        let series = Series {
            id: self.db.dice().id(now),
            task: task.id,
            title: String::new(),
            rule: Rule::weekly(&[Weekday::Tuesday], 1, End::Never),
            starts_on: TUESDAY,
            turn: TWO_TO_FOUR,
            minimum: 1,
            wanted,
            on_closed_days: OnClosedDays::Ask,
            laid_out_to: None,
            created_at: now,
            updated_at: now,
        };
        let mut tx = self.begin().await;
        store::add_series(&mut tx, &series).await.unwrap();
        let series =
            lay_out::lay_out_series(&mut tx, series, &ClosingDays::default()).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        series
    }

    /// One shift of its own.
    async fn shift(&self, task: &Task, times: (Instant, Instant), wanted: i64) -> Shift {
        let now = self.clock.now();
        let shift = Shift::new(self.db.dice().id(now), task.id, None, "", times, 1, wanted, now);
        let mut tx = self.begin().await;
        store::add_shift(&mut tx, &shift).await.unwrap();
        tx.commit().await.unwrap();
        shift
    }

    async fn shifts(&self, task: &Task) -> Vec<Shift> {
        let mut reader = self.db.read().await.unwrap();
        store::coming_of_task(&mut reader, self.town.tenant, task.id, self.clock.now(), 500).await.unwrap()
    }

    async fn shift_again(&self, id: ShiftId) -> Shift {
        store::find(&mut self.db.read().await.unwrap(), self.town.tenant, id).await.unwrap().unwrap()
    }

    /// Every booking of a shift, the oldest first.
    async fn bookings(&self, shift: &Shift) -> Vec<Booking> {
        let mut reader = self.db.read().await.unwrap();
        let lines = store::bookings_of_shifts(&mut reader, self.town.tenant, &[shift.id]).await.unwrap();
        lines.into_iter().map(|line| line.booking).collect()
    }

    /// The newest of a person.
    async fn booking_of(&self, shift: &Shift, person: PersonId) -> Booking {
        let bookings = self.bookings(shift).await;
        bookings.into_iter().rfind(|booking| booking.person == person).unwrap()
    }

    /// Presses a button without fields.
    async fn press(&self, address: &str, cookie: &str) -> samskab_web::testing::Answer {
        self.post_as(address, &[], cookie).await
    }

    async fn sign_up(&self, shift: &Shift, person: PersonId) {
        let cookie = self.cookie(person).await;
        let said = self.press(&format!("{}/tilmeld", shift.href()), &cookie).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    }

    /// The subjects of the mails to an address.
    async fn subjects(&self, address: &str) -> Vec<String> {
        self.mails_to(address).await.into_iter().map(|mail| mail.subject).collect()
    }
}

fn at(stamp: Stamp, now: Instant) -> Stamp {
    Stamp { now, ..stamp }
}

/// Coffee on Tuesdays, with Vilma and Bent engaged.
async fn coffee(db: &Db) -> (World, Task, PersonId, PersonId) {
    let world = World::new(db).await;
    let task = world.task(tuesdays).await;
    let (vilma, bent) = (world.somebody("Vilma Godvilje").await, world.somebody("Bent Prøvemand").await);
    world.engaged(&task, vilma).await;
    world.engaged(&task, bent).await;
    (world, task, vilma, bent)
}
