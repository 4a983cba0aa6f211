//! GET /vagter/{id}: a volunteer's page of a shift: when and where, whether they are on it, what they
//! can do, and if they cannot sign up, why. A verb a file in `own/`.

pub mod ask;
pub mod confirm;
pub mod give_up;
pub mod other_shift;
pub mod seek;
pub mod sign_up;
pub mod take_over;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_engagement::engagement::{self, Engagement, State as EngagementState};
use samskab_organisation::answering::WhomToCall;
use samskab_organisation::{identify::Who as _, person::PersonId};
use samskab_requirement as requirement;
use samskab_store::Connection;
use samskab_taskbank::task::{time::as_beginning, view::place_line};
use samskab_web::{Cx, Error, Result, Shell, error::OrNotFound as _, form::Choice, module};

use self::ask::AskForm;
use super::{
    Booking, BookingState, Shift, ShiftId,
    hindrance::{self, Hindrance, Question, Standing},
    place::Place,
    rules::others_are_asked_at,
    store::{self, BookingLine, short_name},
    wording::{State, fullness, seeking},
};
use crate::T;

/// The place on this page where it is said that nobody can be asked to stand in; nothing: somebody can.
pub const STAND_IN: &str = "shift.stand_in";

pub fn me(cx: &Cx) -> Result<PersonId> {
    cx.actor.person.map(PersonId::from_uuid).ok_or(Error::SignIn)
}

/// A shift, and how one person is related to it.
pub struct Mine {
    pub me: PersonId,
    pub shift: Shift,
    pub place: Place,
    /// Their place in it, if they have one.
    pub booking: Option<Booking>,
    /// Everybody with a place in it.
    pub lines: Vec<BookingLine>,
    pub engagement: Option<Engagement>,
}

impl Mine {
    /// Somebody who neither helps with the task, nor has or had a place in the shift, nor is asked to
    /// take one, learns nothing of it.
    pub async fn read(cx: &Cx, connection: &mut Connection, id: ShiftId) -> Result<Self> {
        let me = me(cx)?;
        let tenant = cx.tenant.id;
        let shift = store::find(connection, tenant, id).await?.or_not_found()?;
        let lines = store::bookings_of_shifts(connection, tenant, &[id]).await?;
        let engagement = engagement::store::of_person(connection, tenant, me)
            .await?
            .into_iter()
            .filter(|engagement| engagement.task == shift.task)
            .max_by_key(|engagement| engagement.state.has_begun());
        let concerns = lines.iter().any(|line| {
            line.booking.person == me || line.booking.asked.is_some_and(|asked| asked.person == me)
        });
        let helps = engagement.as_ref().is_some_and(|engagement| engagement.state.is_live());
        if !concerns && !helps {
            return Err(Error::NotFound);
        }
        let place = Place::of(cx, connection, shift.task).await?.or_not_found()?;
        let mut bookings = lines.iter().map(|line| &line.booking);
        let booking = bookings.rfind(|booking| booking.person == me && booking.state.is_live()).cloned();
        Ok(Self { me, shift, place, booking, lines, engagement })
    }

    pub fn standing(&self) -> Standing {
        match self.engagement.as_ref().map(|engagement| engagement.state) {
            Some(EngagementState::Active) => Standing::Active,
            Some(EngagementState::Paused { until }) => Standing::Paused { until: Some(until) },
            _ => Standing::None,
        }
    }

    /// How many come with them.
    pub fn persons(&self) -> i64 {
        self.engagement.as_ref().map_or(1, |engagement| engagement.persons)
    }

    /// Why they cannot sign up. At most four queries.
    pub async fn hindrance(&self, cx: &Cx, connection: &mut Connection) -> Result<Option<Hindrance>> {
        let shift = &self.shift;
        let busy = hindrance::busy_around(connection, cx.tenant.id, self.me, shift).await?;
        let missing =
            requirement::missing(connection, cx.tenant.id, self.me, &self.place.task, shift.starts_at.day())
                .await?;
        let question = Question {
            shift,
            taken: hindrance::taken(self.lines.iter().map(|line| &line.booking)),
            persons: self.persons(),
            standing: self.standing(),
            is_mine: self.booking.is_some(),
            busy: &busy,
            place: self.place.task.place,
            missing,
        };
        Ok(question.hindrance(cx.now()))
    }

    /// Places that somebody gives up and this person can take.
    pub fn given_up(&self) -> impl Iterator<Item = &BookingLine> {
        self.lines.iter().filter(|line| {
            line.booking.person != self.me
                && (line.booking.state == BookingState::Seeking
                    || line.booking.state.is_live()
                        && line.booking.asked.is_some_and(|asked| asked.person == self.me))
        })
    }
}

#[derive(Template)]
#[template(path = "shift/own.html")]
pub struct OwnPage {
    shell: Shell,
    t: T,
    base: String,
    task_title: String,
    task_href: String,
    title: String,
    by: String,
    when: String,
    where_it_is: String,
    call: Option<WhomToCall>,
    state: State,
    reason: String,
    /// Whether something can still be done with the shift; false when it is over or cancelled.
    is_open: bool,
    is_mine: bool,
    is_seeking: bool,
    /// When others are asked to take it, or would be asked.
    others_asked: String,
    /// Said instead of the button, where nobody can be asked: finished HTML of the context that asks them.
    nobody_to_ask: Vec<String>,
    must_confirm: bool,
    confirm_by: String,
    confirm_is_late: bool,
    /// The place asks whether they come to another shift instead: when it is, and its id.
    other_shift: Option<(String, String)>,
    /// Who they asked to take it.
    asked: String,
    /// Places of others that they can take, with the booking and whether they were asked themselves.
    given_up: Vec<GivenUp>,
    may_sign_up: bool,
    /// Why they cannot, or what they should know first.
    pub hindrance: String,
    pub hindrance_is_soft: bool,
    colleagues: Vec<String>,
    /// Whom they can ask to take it.
    form: AskForm,
    whom: Vec<Choice>,
    /// Shifts of colleagues that could be had in exchange.
    exchange: Vec<Choice>,
    is_soon: bool,
    plan_href: String,
    pub warning: String,
    /// Other shifts of the task with room: for somebody who gave this one back, or came too late for it.
    others: Vec<Other>,
}

struct Other {
    href: String,
    when: String,
    state: State,
}

/// At most this many other shifts are offered, from the next [`OTHERS_AMONG`].
const OTHERS: usize = 4;
const OTHERS_AMONG: i64 = 20;

struct GivenUp {
    booking: String,
    name: String,
    asks_me: bool,
    in_return: String,
}

pub async fn show(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let mine = match Mine::read(&cx, &mut reader, id).await {
        Ok(mine) => mine,
        // Somebody of the place looks at it in the plan.
        Err(Error::NotFound) => return to_plan(&cx, &mut reader, id).await,
        Err(error) => return Err(error),
    };
    let page = OwnPage::new(&cx, &mut reader, &mine).await?;
    cx.page(page)
}

async fn to_plan(cx: &Cx, connection: &mut Connection, id: ShiftId) -> Result<Response> {
    let shift = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    let place = Place::of(cx, connection, shift.task).await?.or_not_found()?;
    if cx.actor.answers_for(place.task.poster) {
        return cx.redirect(place.plan_href(&shift));
    }
    Err(Error::NotFound)
}

impl OwnPage {
    pub async fn new(cx: &Cx, connection: &mut Connection, mine: &Mine) -> Result<Self> {
        let t = T(cx.locale);
        let (shift, place) = (&mine.shift, &mine.place);
        let is_open = shift.is_planned() && !shift.has_begun(cx.now());
        let hindrance = mine.hindrance(cx, connection).await?;
        let booking = mine.booking.as_ref();
        let is_mine = booking.is_some();
        let must_confirm = is_open && booking.is_some_and(|booking| !booking.is_confirmed(shift));
        let name_of = |person: PersonId| {
            mine.lines
                .iter()
                .find(|line| line.booking.person == person)
                .map(BookingLine::short_name)
                .unwrap_or_default()
        };
        let mut colleagues = engagement::store::active_of_task(connection, cx.tenant.id, shift.task).await?;
        colleagues.retain(|line| line.person != mine.me);
        let other_shift = match booking.filter(|_| is_open) {
            Some(booking) => other_shift::asked(cx, connection, booking).await?,
            None => None,
        };
        let asked = booking.and_then(|booking| booking.asked).map(|asked| asked.person);
        let asked_name = asked.map(|asked| {
            let known = colleagues.iter().find(|line| line.person == asked);
            known.map_or_else(|| name_of(asked), |line| short_name(&line.name))
        });
        let on_it: Vec<PersonId> = mine
            .lines
            .iter()
            .filter(|line| line.booking.state.is_live())
            .map(|line| line.booking.person)
            .collect();
        let mut given_up = Vec::new();
        for line in mine.given_up().filter(|_| is_open && !is_mine) {
            let asked = line.booking.asked.filter(|asked| asked.person == mine.me);
            let in_return = match asked.and_then(|asked| asked.swap_for) {
                None => String::new(),
                Some(booking) => match store::find_booking(connection, cx.tenant.id, booking).await? {
                    None => String::new(),
                    Some(booking) => store::find(connection, cx.tenant.id, booking.shift)
                        .await?
                        .map(|shift| shift.when(cx.locale, cx.today()))
                        .unwrap_or_default(),
                },
            };
            given_up.push(GivenUp {
                booking: line.booking.id.to_string(),
                name: line.short_name(),
                asks_me: asked.is_some(),
                in_return,
            });
        }
        let may_seek = is_open && booking.is_some_and(|booking| booking.state == BookingState::Booked);
        let nobody_to_ask = match may_seek {
            true => module::parts(cx, connection, STAND_IN, shift.id.uuid()).await?,
            false => Vec::new(),
        };
        let may_sign_up = is_open
            && given_up.is_empty()
            && match &hindrance {
                None => true,
                Some(hindrance) => hindrance.is_soft(),
            };
        let says_hindrance = is_open && !is_mine;
        Ok(Self {
            shell: cx
                .shell(t.shift_own_title())
                .under("/min-side", t.shift_my_page())
                .under("/min-side/vagter", t.shift_mine_title())
                .here(),
            t,
            base: shift.href(),
            task_title: place.task.title.clone(),
            task_href: format!("/opgaver/{}", place.task.id),
            title: shift.title.clone(),
            by: place.name.clone(),
            when: as_beginning(&shift.when(cx.locale, cx.today())),
            where_it_is: place_line(&place.task, samskab_taskbank::T(t.0)),
            call: place.whom_to_call(cx.locale),
            state: own_state(t, mine, cx),
            reason: shift.state_reason.clone(),
            is_open,
            is_mine,
            is_seeking: booking.is_some_and(|booking| booking.state == BookingState::Seeking),
            others_asked: booking.map(|booking| others_asked(cx, shift, booking)).unwrap_or_default(),
            nobody_to_ask,
            must_confirm,
            confirm_by: cx.locale.day_and_time(shift.confirm_by(), cx.today()),
            confirm_is_late: shift.confirm_by() <= cx.now(),
            other_shift: other_shift
                .map(|other| (as_beginning(&other.when(cx.locale, cx.today())), other.id.to_string())),
            asked: asked_name.unwrap_or_default(),
            may_sign_up,
            hindrance: hindrance
                .as_ref()
                .filter(|_| says_hindrance)
                .map(|hindrance| hindrance.sentence(t, cx.today()))
                .unwrap_or_default(),
            hindrance_is_soft: hindrance.as_ref().is_some_and(Hindrance::is_soft),
            given_up,
            colleagues: mine
                .lines
                .iter()
                .filter(|line| line.booking.state.is_live() && line.booking.person != mine.me)
                .map(BookingLine::short_name)
                .collect(),
            form: AskForm::default(),
            whom: colleagues
                .iter()
                .filter(|line| !on_it.contains(&line.person))
                .map(|line| Choice::of(line.person.to_string(), short_name(&line.name)))
                .collect(),
            exchange: if is_open && is_mine {
                exchange(cx, connection, mine, &on_it).await?
            } else {
                Vec::new()
            },
            is_soon: shift.is_soon(cx.now()),
            plan_href: if cx.actor.answers_for(place.task.poster) {
                place.plan_href(shift)
            } else {
                String::new()
            },
            warning: String::new(),
            others: if is_mine { Vec::new() } else { others(cx, connection, mine).await? },
        })
    }
}

/// When others are asked to take the shift that somebody seeks a stand-in for, or would be if they did so now.
fn others_asked(cx: &Cx, shift: &Shift, booking: &Booking) -> String {
    let (t, now) = (T(cx.locale), cx.now());
    if booking.has_nobody_left() {
        return t.shift_own_nobody_left().to_owned();
    }
    let is_seeking = booking.state == BookingState::Seeking;
    let from = if is_seeking { booking.state_since } else { now };
    match others_are_asked_at(from, shift.starts_at) {
        None => t.shift_own_others_never().to_owned(),
        Some(at) if at > now => t.shift_own_others_later(cx.locale.day_and_time(at, cx.today())),
        Some(_) if is_seeking => t.shift_own_others_asked().to_owned(),
        Some(_) => t.shift_own_others_now().to_owned(),
    }
}

/// Other shifts of the task with a free place, only for those who help with the task. Runs two queries.
async fn others(cx: &Cx, connection: &mut Connection, mine: &Mine) -> Result<Vec<Other>> {
    if mine.standing() != Standing::Active {
        return Ok(Vec::new());
    }
    let (t, tenant, now) = (T(cx.locale), cx.tenant.id, cx.now());
    let mut shifts = store::coming_of_task(connection, tenant, mine.shift.task, now, OTHERS_AMONG).await?;
    shifts.retain(|shift| shift.id != mine.shift.id && shift.is_planned() && !shift.has_begun(now));
    let ids: Vec<ShiftId> = shifts.iter().map(|shift| shift.id).collect();
    let lines = store::bookings_of_shifts(connection, tenant, &ids).await?;
    let other = |shift: &Shift| {
        let of_shift = || lines.iter().map(|line| &line.booking).filter(|booking| booking.shift == shift.id);
        let is_mine = of_shift().any(|booking| booking.person == mine.me && booking.state.is_live());
        let there = hindrance::taken(of_shift());
        (!is_mine && there + mine.persons() <= shift.wanted).then(|| Other {
            href: shift.href(),
            when: as_beginning(&shift.when(cx.locale, cx.today())),
            state: fullness(t, shift, there),
        })
    };
    Ok(shifts.iter().filter_map(other).take(OTHERS).collect())
}

/// Coming shifts of colleagues of the same task, on which I am not and who are not on mine. Two queries.
async fn exchange(
    cx: &Cx,
    connection: &mut Connection,
    mine: &Mine,
    on_it: &[PersonId],
) -> Result<Vec<Choice>> {
    let mut shifts = store::coming_of_task(connection, cx.tenant.id, mine.shift.task, cx.now(), 30).await?;
    shifts.retain(|shift| shift.id != mine.shift.id && shift.is_planned() && !shift.has_begun(cx.now()));
    let ids: Vec<ShiftId> = shifts.iter().map(|shift| shift.id).collect();
    let lines = store::bookings_of_shifts(connection, cx.tenant.id, &ids).await?;
    let choices = shifts.iter().flat_map(|shift| {
        let live =
            || lines.iter().filter(|line| line.booking.shift == shift.id && line.booking.state.is_live());
        let i_am_there = live().any(|line| line.booking.person == mine.me);
        live()
            .filter(move |line| {
                !i_am_there && line.booking.engagement.is_some() && !on_it.contains(&line.booking.person)
            })
            .map(|line| {
                let label = format!("{}: {}", line.short_name(), shift.when(cx.locale, cx.today()));
                Choice::of(line.booking.id.to_string(), label)
            })
            .collect::<Vec<_>>()
    });
    Ok(choices.collect())
}

/// Whether and how the person is on the shift, in a word.
fn own_state(t: T, mine: &Mine, cx: &Cx) -> State {
    let shift = &mine.shift;
    if !shift.is_planned() {
        return (t.shift_state_cancelled().to_owned(), "bad", "close");
    }
    match &mine.booking {
        Some(booking) if booking.state == BookingState::Seeking => {
            let (word, tone, symbol) = seeking(t, booking);
            (word.to_owned(), tone, symbol)
        }
        Some(booking) if !booking.is_confirmed(shift) => {
            (t.shift_mine_unconfirmed().to_owned(), "wait", "warning")
        }
        Some(_) => (t.shift_mine_booked().to_owned(), "good", "check"),
        None if shift.has_begun(cx.now()) => (t.shift_state_over().to_owned(), "", "time"),
        None => {
            super::wording::fullness(t, shift, hindrance::taken(mine.lines.iter().map(|line| &line.booking)))
        }
    }
}
