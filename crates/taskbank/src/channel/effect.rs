//! What the channels lead to: visits, people who offered, yeses, and engagements that are alive.

use std::collections::HashMap;

use samskab_kernel::{Instant, Locale, TenantId, told};
use samskab_store::{Connection, Result};

use super::{Channel, ChannelId, HeardFrom, store};
use crate::T;

samskab_store::statements! {
    VISITS = "select channel_id, cast(sum(times) as bigint) as times from channel_visit
              where tenant_id = $1 and day >= $2 group by channel_id";
    /// By channel, or by what was answered where there is no channel; neither: nothing was answered.
    /// Persons: who offered for three tasks is one.
    CAME = "select i.channel_id, i.heard_from, count(distinct coalesce(i.email, i.phone)) as interested,
                count(distinct case when i.state = 'accepted' then coalesce(i.email, i.phone) end) as accepted,
                count(distinct case when e.state in ('active', 'paused') then coalesce(i.email, i.phone) end) as active
            from interest i left join engagement e on e.tenant_id = i.tenant_id and e.interest_id = i.id
            where i.tenant_id = $1 and i.created_at >= $2 and i.state <> 'unconfirmed'
            group by i.channel_id, i.heard_from";
    PERSONAL = "select id from channel where tenant_id = $1 and person_id is not null";
}

/// Periods that can be chosen, in days, the shortest first: no longer than interests are kept.
pub const PERIODS: [i64; 3] = [30, 90, 180];

/// Fewest people for which it is shown what volunteers' own links led to: of fewer, it could be known whose link it
/// was.
pub const FEWEST: usize = 5;

/// A number of persons, and whether a reader may know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Persons {
    pub count: i64,
    /// Few persons could be worked out from it and another period.
    pub is_held_back: bool,
}

/// How many people came how far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numbers {
    pub visits: i64,
    /// Offered to help.
    pub interested: Persons,
    pub accepted: Persons,
    /// Help now.
    pub active: Persons,
}

/// The same numbers as text for a reader.
#[derive(Debug, Clone)]
pub struct NumbersAsRead {
    pub visits: String,
    pub interested: String,
    pub accepted: String,
    pub active: String,
}

impl Persons {
    /// `number` when it may be known, else why it is not.
    pub fn said_as(self, locale: Locale, number: impl FnOnce(i64) -> String) -> String {
        let t = T(locale);
        match self {
            Self { count, .. } if told::is_few(count) => t.channel_few(told::FEW),
            Self { is_held_back: true, .. } => t.channel_held_back().to_owned(),
            Self { count, .. } => number(count),
        }
    }
}

impl Numbers {
    /// With "fewer than five" for each number of one to four persons: who came by the church is known to many there.
    /// The numbers of a channel are the steps of one way and add up to nothing, so none is worked out from the others.
    pub fn said(self, locale: Locale) -> NumbersAsRead {
        let persons = |persons: Persons| persons.said_as(locale, |count| locale.number(count));
        NumbersAsRead {
            visits: locale.number(self.visits),
            interested: persons(self.interested),
            accepted: persons(self.accepted),
            active: persons(self.active),
        }
    }
}

/// The whole picture of a period.
#[derive(Debug, Clone, Default)]
pub struct Effect {
    /// Every channel of the register.
    pub channels: Vec<(Channel, Numbers)>,
    /// Volunteers' own links, in sum; `None` while fewer than [`FEWEST`] volunteers have one.
    pub personal: Option<Numbers>,
    /// Other answers, the most frequent first; no visits are counted for these.
    pub heard: Vec<(HeardFrom, Numbers)>,
    /// How many said nothing.
    pub silent: Persons,
}

#[derive(samskab_store::Row)]
struct CameRow {
    channel_id: Option<ChannelId>,
    heard_from: String,
    interested: i64,
    accepted: i64,
    active: i64,
}

/// Where somebody came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Source {
    Channel(ChannelId),
    /// Volunteers' own links together.
    Personal,
    Heard(HeardFrom),
    Silent,
}

/// For each source how many got to each of the three steps, in each period.
type Steps = HashMap<Source, [[i64; PERIODS.len()]; 3]>;

/// The effect of the last `days` days, one of [`PERIODS`]. What may be told is decided for all periods together,
/// because a reader can subtract one from the other. Runs six queries, whatever the number of channels.
#[samskab_store::compiled_once]
pub async fn of_the_last(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
    days: i64,
) -> Result<Effect> {
    let registered = store::registered(connection, tenant).await?;
    let personal: Vec<ChannelId> = connection.query(&PERSONAL).bind(tenant).scalars().await?;
    let from = |days: i64| now.plus_days(-days).day().start();
    let visits: Vec<(ChannelId, i64)> =
        connection.query(&VISITS).bind(tenant).bind(from(days).day()).all().await?;
    let source = |channel: ChannelId| {
        if personal.contains(&channel) { Source::Personal } else { Source::Channel(channel) }
    };
    let mut visited: HashMap<Source, i64> = HashMap::new();
    for (channel, times) in visits {
        *visited.entry(source(channel)).or_default() += times;
    }
    let mut steps = Steps::new();
    for (period, length) in PERIODS.into_iter().enumerate() {
        let came: Vec<CameRow> = connection.query(&CAME).bind(tenant).bind(from(length)).all().await?;
        for row in came {
            let source = match (row.channel_id, row.heard_from.parse::<HeardFrom>()) {
                (Some(channel), _) => source(channel),
                (None, Ok(heard)) => Source::Heard(heard),
                (None, Err(_)) if row.heard_from.is_empty() => Source::Silent,
                (None, Err(_)) => continue,
            };
            let of_source = steps.entry(source).or_default();
            for (step, count) in of_source.iter_mut().zip([row.interested, row.accepted, row.active]) {
                step[period] += count;
            }
        }
    }
    let chosen = PERIODS.into_iter().position(|known| known == days).unwrap_or_default();
    let numbers = |source: Source| {
        let [interested, accepted, active] = steps.get(&source).copied().unwrap_or_default().map(|counts| {
            let told = told::in_periods(&counts);
            Persons { count: counts[chosen], is_held_back: !told[chosen] }
        });
        Numbers { visits: visited.get(&source).copied().unwrap_or_default(), interested, accepted, active }
    };
    let mut heard: Vec<(HeardFrom, Numbers)> = steps
        .keys()
        .filter_map(|source| match source {
            Source::Heard(heard) => Some((*heard, numbers(*source))),
            _ => None,
        })
        .filter(|(_, numbers)| numbers.interested.count > 0)
        .collect();
    heard.sort_by_key(|(heard, numbers)| (std::cmp::Reverse(numbers.interested.count), *heard));
    Ok(Effect {
        channels: registered
            .into_iter()
            .map(|channel| {
                let of_channel = numbers(Source::Channel(channel.id));
                (channel, of_channel)
            })
            .collect(),
        personal: (personal.len() >= FEWEST).then(|| numbers(Source::Personal)),
        heard,
        silent: numbers(Source::Silent).interested,
    })
}
