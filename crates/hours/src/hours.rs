//! Hours given, told by the volunteer or by the place, corrected by either, never demanded.

pub mod duration;
pub mod event;
mod form;
mod of_engagement;
mod one;
mod own;
pub mod rules;
pub mod store;
#[cfg(test)]
pub mod tests;

use samskab_engagement::engagement::EngagementId;
use samskab_kernel::{Day, Id, Instant};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Record};
use samskab_web::personal::{Known, Line, Row, Section};
use samskab_web::{Access, Cx, Result, Routes};
use uuid::Uuid;

use crate::{T, id::BookingId};

/// What hours ask about of an agreement: when somebody is first expected on a day.
pub const EXPECTED: &str = "engagement";

/// The mark of some hours.
pub enum HoursRow {}
pub type HoursId = Id<HoursRow>;

/// Time given on one day. Personal data (law B.7): read by the volunteer and by those who answer for the place;
/// goes with its engagement.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "hours")]
pub struct Hours {
    pub id: HoursId,
    #[record(column = "engagement_id", fixed)]
    pub engagement: EngagementId,
    #[record(column = "person_id", fixed)]
    pub person: PersonId,
    /// The shift it was given in, if it came from there.
    #[record(column = "booking_id", fixed)]
    pub booking: Option<BookingId>,
    pub day: Day,
    pub minutes: i64,
    /// Who said so last: the volunteer or the place.
    pub by_volunteer: bool,
    #[record(column = "by_person_id")]
    pub by: Option<PersonId>,
    /// Taken out: it counts nowhere and can be put back.
    pub removed_at: Option<Instant>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Hours {
    /// The page on which they are corrected.
    pub fn href(&self) -> String {
        format!("/timer/{}", self.id)
    }

    /// The hours as somebody corrects them.
    #[must_use]
    pub fn corrected(
        self,
        day: Day,
        minutes: i64,
        by_volunteer: bool,
        by: Option<PersonId>,
        now: Instant,
    ) -> Self {
        Self { day, minutes, by_volunteer, by, updated_at: now, ..self }
    }

    /// The hours, taken out or put back.
    #[must_use]
    pub fn removed(self, is_removed: bool, by_volunteer: bool, by: Option<PersonId>, now: Instant) -> Self {
        Self { removed_at: is_removed.then_some(now), by_volunteer, by, updated_at: now, ..self }
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/min-side/timer", Access::SignedIn, own::show)
        .post("/min-side/timer", Access::SignedIn, own::add)
        .get("/engagementer/{id}/timer", Access::Decided, of_engagement::show)
        .post("/engagementer/{id}/timer", Access::Decided, of_engagement::add)
        .get("/timer/{id}", Access::Decided, one::show)
        .post("/timer/{id}", Access::Decided, one::correct)
        .post("/timer/{id}/fjern", Access::Decided, one::remove)
        .post("/timer/{id}/gendan", Access::Decided, one::put_back)
}

/// The first and the last day of a year.
pub fn year(year: i16) -> (Day, Day) {
    (Day::of(year, 1, 1), Day::of(year, 12, 31))
}

/// What the page Min side shows about hours: the year's sum and where to write more. Nothing for somebody who helps
/// nowhere.
#[samskab_store::compiled_once]
pub async fn section(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Option<Section>> {
    let person = PersonId::from_uuid(person);
    let t = T(cx.locale);
    let helped = store::helped(connection, cx.tenant.id, person, cx.now().day()).await?;
    if helped.is_empty() {
        return Ok(None);
    }
    let this_year = cx.now().day().date().year();
    let (from, to) = year(this_year);
    let minutes = store::sum_of_person(connection, cx.tenant.id, person, from, to).await?;
    let lines = if minutes == 0 {
        Vec::new()
    } else {
        vec![Line {
            title: t.hours_section_sum(duration::said(t, minutes), i64::from(this_year)),
            href: "/min-side/timer".into(),
            ..Line::default()
        }]
    };
    Ok(Some(Section {
        heading: t.hours_title().to_owned(),
        lead: t.hours_section_lead().to_owned(),
        lines,
        nothing: t.hours_none().to_owned(),
        more: Some(("/min-side/timer".into(), t.hours_section_more().to_owned())),
    }))
}

/// What is known of a person here, for the copy they take with them (law B.7).
#[samskab_store::compiled_once]
pub async fn known(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Known>> {
    let person = PersonId::from_uuid(person);
    let t = T(cx.locale);
    let helped = store::helped(connection, cx.tenant.id, person, cx.now().day()).await?;
    let hours = store::of_person(connection, cx.tenant.id, person).await?;
    let title = |engagement: EngagementId| {
        helped.iter().find(|one| one.engagement == engagement).map_or("", |one| one.title.as_str())
    };
    let rows = hours
        .iter()
        .map(|one| {
            let (by, who) = match one.by_volunteer {
                true => ("volunteer", t.hours_by_you()),
                false => ("place", t.hours_by_place()),
            };
            Row::of(cx)
                .day("day", t.hours_known_day(), one.day)
                .text("task", t.hours_known_task(), title(one.engagement))
                .number("minutes", t.hours_known_minutes(), one.minutes)
                .code("told_by", t.hours_known_by(), by, who)
                .done()
        })
        .collect();
    Ok(vec![Known { key: "hours", heading: t.hours_title().to_owned(), rows }])
}
