//! What the channels lead to: visits, people who offered, yeses, and engagements that are alive.

use std::collections::HashMap;

use samskab_kernel::{Instant, Locale, TenantId};
use samskab_store::{Connection, Result};

use super::{Channel, ChannelId, HeardFrom, store};

samskab_store::statements! {
    VISITS = "select channel_id, cast(sum(times) as bigint) as times from channel_visit
              where tenant_id = $1 and day >= $2 group by channel_id";
    /// By channel, or by what was answered where there is no channel.
    CAME = "select i.channel_id, i.heard_from, count(*) as interested,
                count(case when i.state = 'accepted' then 1 end) as accepted,
                count(case when e.state in ('active', 'paused') then 1 end) as active
            from interest i left join engagement e on e.tenant_id = i.tenant_id and e.interest_id = i.id
            where i.tenant_id = $1 and i.created_at >= $2 and i.state <> 'unconfirmed'
              and (i.channel_id is not null or i.heard_from <> '')
            group by i.channel_id, i.heard_from";
    PERSONAL = "select id from channel where tenant_id = $1 and person_id is not null";
    SILENT = "select count(*) from interest where tenant_id = $1 and created_at >= $2 and state <> 'unconfirmed'
              and channel_id is null and heard_from = ''";
}

/// Below so many people, what volunteers' own links led to is not shown: it could be known whose it was.
pub const FEWEST: usize = 5;

/// How far something got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numbers {
    pub visits: i64,
    /// Offered to help.
    pub interested: i64,
    pub accepted: i64,
    /// Help now.
    pub active: i64,
}

/// The same as a reader sees it.
#[derive(Debug, Clone)]
pub struct Said {
    pub visits: String,
    pub interested: String,
    pub accepted: String,
    pub active: String,
}

impl Numbers {
    pub fn said(self, locale: Locale) -> Said {
        Said {
            visits: locale.number(self.visits),
            interested: locale.number(self.interested),
            accepted: locale.number(self.accepted),
            active: locale.number(self.active),
        }
    }

    fn add(&mut self, other: Self) {
        self.visits += other.visits;
        self.interested += other.interested;
        self.accepted += other.accepted;
        self.active += other.active;
    }
}

/// The whole picture since a day.
#[derive(Debug, Clone, Default)]
pub struct Effect {
    /// Every channel of the register.
    pub channels: Vec<(Channel, Numbers)>,
    /// Volunteers' own links, in sum; `None` while fewer than [`FEWEST`] volunteers have one.
    pub personal: Option<Numbers>,
    /// What else was answered, the most frequent first; no visits are counted there.
    pub heard: Vec<(HeardFrom, Numbers)>,
    /// How many said nothing.
    pub silent: i64,
}

#[derive(sqlx::FromRow)]
struct CameRow {
    channel_id: Option<ChannelId>,
    heard_from: String,
    interested: i64,
    accepted: i64,
    active: i64,
}

/// Five queries, whatever the number of channels.
pub async fn since(connection: &mut Connection, tenant: TenantId, from: Instant) -> Result<Effect> {
    let registered = store::registered(connection, tenant).await?;
    let personal: Vec<ChannelId> = connection.query(&PERSONAL).bind(tenant).scalars().await?;
    let visits: Vec<(ChannelId, i64)> = connection.query(&VISITS).bind(tenant).bind(from.day()).all().await?;
    let came: Vec<CameRow> = connection.query(&CAME).bind(tenant).bind(from).all().await?;
    let silent = connection.query(&SILENT).bind(tenant).bind(from).scalar().await?;
    let mut by_channel: HashMap<ChannelId, Numbers> = HashMap::new();
    let mut by_answer: HashMap<HeardFrom, Numbers> = HashMap::new();
    for (channel, visits) in visits {
        by_channel.entry(channel).or_default().visits += visits;
    }
    for row in came {
        let numbers =
            Numbers { visits: 0, interested: row.interested, accepted: row.accepted, active: row.active };
        match (row.channel_id, row.heard_from.parse::<HeardFrom>()) {
            (Some(channel), _) => by_channel.entry(channel).or_default().add(numbers),
            (None, Ok(heard)) => by_answer.entry(heard).or_default().add(numbers),
            (None, Err(_)) => {}
        }
    }
    let mut own = Numbers::default();
    for channel in &personal {
        own.add(by_channel.remove(channel).unwrap_or_default());
    }
    let mut heard: Vec<(HeardFrom, Numbers)> = by_answer.into_iter().collect();
    heard.sort_by_key(|(heard, numbers)| (std::cmp::Reverse(numbers.interested), *heard));
    let numbers = |channel: &Channel| by_channel.get(&channel.id).copied().unwrap_or_default();
    Ok(Effect {
        channels: registered
            .into_iter()
            .map(|channel| (numbers(&channel), channel))
            .map(|(n, c)| (c, n))
            .collect(),
        personal: (personal.len() >= FEWEST).then_some(own),
        heard,
        silent,
    })
}
