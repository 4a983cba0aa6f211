//! Data for public pages, read once and kept until something happens in the municipality.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use samskab_organisation::place::{self, Place};
use samskab_store::Connection;
use samskab_taskbank::{
    legal::{self, Looked},
    task::{Settings, TaskCard, TaskId, store},
};
use samskab_web::{Cx, Remembered, Result, State};

use crate::called_off::{CalledOff, DaysOff};

/// At most this many cards are kept in memory, some twelve megabytes. A municipality of 50,000 has a few hundred open
/// tasks.
const MOST_CARDS: usize = 8_000;

#[derive(Default)]
struct Known {
    cards: Remembered<TaskId, Arc<TaskCard>, MOST_CARDS>,
    places: Remembered<(), Arc<[Place]>, 1>,
    looked: Remembered<(), Arc<Looked>, 1>,
    called_off: Remembered<(), Arc<CalledOff>, 1>,
}

impl State for Known {}

/// The cards with whom to call, in the order asked; an id without a task is passed over. At most four queries.
pub async fn cards(cx: &Cx, connection: &mut Connection, ids: &[TaskId]) -> Result<Vec<Arc<TaskCard>>> {
    let (known, moment) = (cx.services.state::<Known>(), cx.moment());
    let mut cards = moment.map_or_else(Vec::new, |moment| known.cards.of(moment, ids));
    if cards.len() < ids.len() {
        let there: HashSet<TaskId> = cards.iter().map(|card| card.id).collect();
        let missing: Vec<TaskId> = ids.iter().copied().filter(|id| !there.contains(id)).collect();
        let read = store::cards_to_show(connection, &cx.tenant, &missing, cx.today()).await?;
        let read: Vec<Arc<TaskCard>> = read.into_iter().map(Arc::new).collect();
        if let Some(moment) = moment {
            known.cards.add(moment, read.iter().map(|card| (card.id, card.clone())));
        }
        cards.extend(read);
        let place: HashMap<TaskId, usize> = ids.iter().copied().zip(0..).collect();
        cards.sort_by_key(|card| place.get(&card.id).copied());
    }
    Ok(cards)
}

/// Every place of the municipality. One query at most.
pub async fn places(cx: &Cx, connection: &mut Connection) -> Result<Arc<[Place]>> {
    let known = cx.services.state::<Known>();
    let read = async { Result::Ok(place::all(connection, cx.tenant.id).await?.into()) };
    known.places.one(cx.moment(), (), read).await
}

/// Which notes about rules the municipality has looked at. One query at most.
pub async fn looked(cx: &Cx, connection: &mut Connection) -> Result<Arc<Looked>> {
    let known = cx.services.state::<Known>();
    let read = async { Result::Ok(Arc::new(legal::looked(cx, connection).await?)) };
    known.looked.one(cx.moment(), (), read).await
}

/// The days on which its tasks are not done, from today on. One query at most.
pub async fn days_off(cx: &Cx, connection: &mut Connection) -> Result<DaysOff> {
    let known = cx.services.state::<Known>();
    let read = async { Result::Ok(Arc::new(CalledOff::read(connection, cx.tenant.id, cx.today()).await?)) };
    let called_off: Result<Arc<CalledOff>> = known.called_off.one(cx.moment(), (), read).await;
    Ok(DaysOff::new(Settings::of(&cx.tenant).closing_days(), called_off?))
}
