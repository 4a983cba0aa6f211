//! Taking an import back: what nobody has built on goes, or is as it was; what somebody has built on stays.

use std::collections::HashMap;

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result, Tx};
use samskab_web::built::{Built, By};
use uuid::Uuid;

use crate::{
    T,
    trace::{self, AT_ONCE, Thing, Traces},
};

pub use crate::trace::DAYS;

/// For each row the reason why it stays; `None`: it can be undone.
pub(crate) struct Judged {
    pub stays: Vec<Option<String>>,
    /// The same for each thing: whether it can be undone.
    things: Vec<bool>,
    /// The current state of each thing.
    stands: HashMap<(usize, Uuid), Vec<Vec<samskab_store::Snapshot>>>,
}

/// Looks at everything that was written, with the same few queries for ten rows as for a thousand.
pub(crate) async fn judge(
    connection: &mut Connection,
    tenant: TenantId,
    things: &'static [Thing],
    built: &[Built],
    traces: &Traces,
    since: Instant,
    t: T,
) -> Result<Judged> {
    let mut why: Vec<Option<String>> = vec![None; traces.things.len()];
    let mut stands = HashMap::new();
    let places: HashMap<(&str, Uuid), usize> =
        (0..).zip(&traces.things).map(|(place, trace)| ((trace.table.as_str(), trace.id), place)).collect();
    // (thing, who builds on it, what is said when they stay)
    let mut leaning: Vec<(usize, (&str, Uuid), &'static str)> = Vec::new();
    for (kind, thing) in things.iter().enumerate() {
        let of_kind = || traces.things.iter().filter(|trace| trace.table == thing.table);
        let ids: Vec<Uuid> = of_kind().map(|trace| trace.id).collect();
        let made: Vec<Uuid> = of_kind().filter(|trace| trace.was_made()).map(|trace| trace.id).collect();
        let read = thing.read(connection, &ids, tenant).await?;
        for built in built.iter().filter(|built| built.on == thing.table) {
            let said = (built.said)(t.0);
            let asked = if matches!(built.by, By::Since(_)) { &ids } else { &made };
            for some in asked.chunks(AT_ONCE) {
                match built.by {
                    By::Anybody(statement) => {
                        let found: Vec<Uuid> =
                            connection.query(statement).bind(tenant).bind_list(some).scalars().await?;
                        say(&mut why, &places, thing.table, found, said);
                    }
                    By::Since(statement) => {
                        let query = connection.query(statement).bind(tenant).bind(since);
                        let found: Vec<Uuid> = query.bind_list(some).scalars().await?;
                        say(&mut why, &places, thing.table, found, said);
                    }
                    By::Rows(table, statement) => {
                        let found: Vec<(Uuid, Uuid)> =
                            connection.query(statement).bind(tenant).bind_list(some).all().await?;
                        let place = |id| places.get(&(thing.table, id)).copied();
                        leaning.extend(
                            found.into_iter().filter_map(|(id, by)| Some((place(id)?, (table, by), said))),
                        );
                    }
                }
            }
        }
        for trace in of_kind() {
            let stand = read.get(&trace.id);
            let Some(place) = places.get(&(thing.table, trace.id)) else { continue };
            if trace::sum(stand)? != trace.left_as {
                let gone = stand.is_none();
                why[*place].get_or_insert_with(|| {
                    if gone { t.import_undo_is_gone() } else { t.import_undo_was_edited() }.to_owned()
                });
            }
        }
        stands.extend(read.into_iter().map(|(id, stand)| ((kind, id), stand)));
    }
    settle(traces, &mut why, &leaning, &places);
    let stays = traces
        .rows
        .iter()
        .map(|row| {
            let whys = || row.things.iter().filter_map(|thing| why.get(*thing)?.as_ref());
            let own = whys().find(|why| !why.is_empty()).cloned();
            own.or_else(|| whys().next().map(|_| t.import_undo_belongs_together().to_owned()))
        })
        .collect();
    Ok(Judged { stays, things: why.iter().map(Option::is_some).collect(), stands })
}

fn say(
    why: &mut [Option<String>],
    places: &HashMap<(&str, Uuid), usize>,
    table: &str,
    found: Vec<Uuid>,
    said: &str,
) {
    for place in found.into_iter().filter_map(|id| places.get(&(table, id))) {
        why[*place].get_or_insert_with(|| said.to_owned());
    }
}

/// A row is undone with everything it wrote or not at all, and a row that stays keeps everything it depends on.
fn settle(
    traces: &Traces,
    why: &mut [Option<String>],
    leaning: &[(usize, (&str, Uuid), &'static str)],
    places: &HashMap<(&str, Uuid), usize>,
) {
    loop {
        let stayed_before = why.iter().filter(|why| why.is_some()).count();
        for row in &traces.rows {
            if row.things.iter().any(|thing| why[*thing].is_some()) {
                for thing in &row.things {
                    // It stays only because of another thing.
                    why[*thing].get_or_insert_with(String::new);
                }
            }
        }
        for (thing, by, said) in leaning {
            if places.get(by).is_none_or(|by| why[*by].is_some()) {
                why[*thing].get_or_insert_with(|| (*said).to_owned());
            }
        }
        if why.iter().filter(|why| why.is_some()).count() == stayed_before {
            return;
        }
    }
}

/// Undoes everything on which nothing depends. Afterwards the traces say row by row what happened, and nothing else.
/// The caller has locked the book of events, so that nobody builds on it meanwhile.
pub(crate) async fn undo(
    tx: &mut Tx,
    things: &'static [Thing],
    built: &[Built],
    traces: Traces,
    since: Instant,
    t: T,
) -> Result<Traces> {
    let tenant = tx.tenant();
    let judged = judge(tx, tenant, things, built, &traces, since, t).await?;
    take_back(tx, things, traces, judged).await
}

/// In reverse order of writing.
async fn take_back(
    tx: &mut Tx,
    things: &'static [Thing],
    mut traces: Traces,
    mut judged: Judged,
) -> Result<Traces> {
    for (place, trace) in std::mem::take(&mut traces.things).into_iter().enumerate().rev() {
        let found = things.iter().enumerate().find(|(_, thing)| thing.table == trace.table);
        if let Some((kind, thing)) = found.filter(|_| !judged.things[place]) {
            let now = judged.stands.remove(&(kind, trace.id)).unwrap_or_default();
            let now = if now.is_empty() { vec![Vec::new(); thing.parts.len()] } else { now };
            thing.take_back(tx, trace, now).await?;
        }
    }
    for (row, stays) in traces.rows.iter_mut().zip(judged.stays) {
        row.things.clear();
        row.stays = stays.unwrap_or_default();
    }
    Ok(traces)
}
