//! What an import leaves behind, so that it can be taken back: which rows wrote what, how it was before, and by a sum
//! how it was left.

use std::collections::{BTreeMap, HashMap};

use samskab_store::{Connection, Result, Snapshot, Statement, Tx};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{
    report::{Report, Verdict},
    setting::RunId,
};

/// Days in which an import may be taken back. Who comes back from a weekend or a few days' leave sees the mistake and
/// mends it; longer would keep former telephone numbers and addresses that nobody needs (law B.7).
pub const DAYS: i64 = 7;

samskab_store::statements! {
    KEEP = "update import_run set traces = $3, undo_until = $4 where tenant_id = $1 and id = $2";
}

/// Something that rows write, with all that belongs to it: a unit and its versions.
pub struct Thing {
    /// Its table, by which others say that they build on it (`samskab_web::built`).
    pub table: &'static str,
    /// Parts that the others refer to come first.
    pub parts: &'static [Part],
}

/// The rows of one table that belong to a thing. Every column that may be changed is read, as it is stored.
pub struct Part {
    /// The column with the id of the thing.
    pub owner: &'static str,
    /// Its rows, of the tenant `$1` and the listed things.
    pub rows: &'static Statement,
    pub remove: Remove,
    pub put_back: PutBack,
}

/// Deletes the rows of the tenant `$1` and the thing `$2`.
pub type Remove = &'static Statement;

/// How rows that were there before are put back.
#[derive(Clone, Copy)]
pub enum PutBack {
    /// An import makes such rows and never changes them.
    Never,
    /// There is one row: it is saved as it was.
    Save(&'static Statement),
    /// There is one row: it is saved as it was, or added where the import took it away.
    SaveOrAdd(&'static Statement, &'static Statement),
    /// There are several: all of them are replaced.
    Replace(&'static Statement),
}

/// The table of a [`Thing`] that a row writes, and the id.
pub type Touched = (&'static str, Uuid);

/// The current state of a thing: the rows of each of its parts.
type Stand = Vec<Vec<Snapshot>>;

/// The traces of one import, as they are stored.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Traces {
    pub rows: Vec<Row>,
    /// In the order of writing; emptied when the import has been taken back.
    pub things: Vec<Trace>,
}

/// A row that was written.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Row {
    pub line: u64,
    pub name: String,
    pub verdict: Verdict,
    /// Places in [`Traces::things`].
    pub things: Vec<usize>,
    /// Once the import has been taken back: why this row stays. Empty: it was taken back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stays: String,
}

/// A thing that was written.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Trace {
    pub table: String,
    pub id: Uuid,
    /// `None`: the import made it. Of a single row only what became another.
    pub former: Option<Stand>,
    /// A checksum of the state in which the import left it.
    pub left_as: String,
}

impl Trace {
    pub fn was_made(&self) -> bool {
        self.former.is_none()
    }
}

/// At most this many things are asked for in one query.
pub(crate) const AT_ONCE: usize = 1_000;

impl Thing {
    /// The current state of these things; those that do not exist are left out.
    pub(crate) async fn read(
        &self,
        connection: &mut Connection,
        ids: &[Uuid],
        tenant: samskab_kernel::TenantId,
    ) -> Result<HashMap<Uuid, Stand>> {
        let mut stands: HashMap<Uuid, Stand> = HashMap::new();
        for (place, part) in self.parts.iter().enumerate() {
            for some in ids.chunks(AT_ONCE) {
                let rows: Vec<Snapshot> =
                    connection.query(part.rows).bind(tenant).bind_list(some).all().await?;
                for row in rows {
                    let Some(id) = row.id(part.owner) else { continue };
                    let stand = stands.entry(id).or_insert_with(|| vec![Vec::new(); self.parts.len()]);
                    if let Some(rows) = stand.get_mut(place) {
                        rows.push(row);
                    }
                }
            }
        }
        Ok(stands)
    }

    /// Restores the former state; `now` is the current state.
    pub(crate) async fn take_back(&self, tx: &mut Tx, trace: Trace, now: Stand) -> Result<()> {
        let tenant = tx.tenant();
        let Some(former) = trace.former else {
            for part in self.parts.iter().rev() {
                tx.query(part.remove).bind(tenant).bind(trace.id).execute().await?;
            }
            return Ok(());
        };
        for ((part, former), now) in self.parts.iter().zip(former).zip(now) {
            let (statement, rows) = match part.put_back {
                PutBack::Never => continue,
                PutBack::Save(save) => (save, overlaid(now, former)),
                PutBack::SaveOrAdd(_, add) if now.is_empty() => (add, former),
                PutBack::SaveOrAdd(save, _) => (save, overlaid(now, former)),
                PutBack::Replace(add) => {
                    tx.query(part.remove).bind(tenant).bind(trace.id).execute().await?;
                    (add, former)
                }
            };
            for row in rows {
                tx.query(statement).bind_named("tenant_id", tenant).snapshot(&row).execute().await?;
            }
        }
        Ok(())
    }
}

fn overlaid(now: Vec<Snapshot>, former: Vec<Snapshot>) -> Vec<Snapshot> {
    now.into_iter().zip(former).map(|(now, former)| now.overlaid(former)).collect()
}

/// A checksum that shows whether something is still as the import left it. The order of the rows does not matter.
pub(crate) fn sum(stand: Option<&Stand>) -> Result<String> {
    let Some(stand) = stand else { return Ok(String::new()) };
    let mut digest = Sha256::new();
    for rows in stand {
        let mut rows = rows.iter().map(serde_json::to_string).collect::<serde_json::Result<Vec<_>>>()?;
        rows.sort();
        digest.update(rows.join("\n"));
        digest.update("\n\n");
    }
    Ok(digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect())
}

/// The state, before the import writes, of everything it is about to write.
pub(crate) struct Before {
    things: &'static [Thing],
    /// By line, in the order of writing.
    touched: Vec<(u64, Vec<Touched>)>,
    stands: HashMap<Touched, Stand>,
}

impl Before {
    /// Costs the same few queries for ten rows as for a thousand.
    pub async fn read(
        tx: &mut Tx,
        things: &'static [Thing],
        touched: Vec<(u64, Vec<Touched>)>,
    ) -> Result<Self> {
        let mut before = Self { things, touched, stands: HashMap::new() };
        before.stands = before.stand(tx).await?;
        Ok(before)
    }

    async fn stand(&self, tx: &mut Tx) -> Result<HashMap<Touched, Stand>> {
        let tenant = tx.tenant();
        let mut stands = HashMap::new();
        for thing in self.things {
            let of_table = |(table, id): &Touched| (*table == thing.table).then_some(*id);
            let mut ids: Vec<Uuid> =
                self.touched.iter().flat_map(|(_, touched)| touched.iter().filter_map(of_table)).collect();
            ids.sort();
            ids.dedup();
            let read = thing.read(tx, &ids, tenant).await?;
            stands.extend(read.into_iter().map(|(id, stand)| ((thing.table, id), stand)));
        }
        Ok(stands)
    }

    /// After everything is written: what is needed to undo it.
    pub async fn traces(mut self, tx: &mut Tx, report: &Report) -> Result<Traces> {
        let after = self.stand(tx).await?;
        let names: BTreeMap<u64, (&str, Verdict)> =
            report.rows.iter().map(|row| (row.line, (row.name.as_str(), row.verdict))).collect();
        let mut traces = Traces::default();
        let mut places: HashMap<Touched, usize> = HashMap::new();
        for (line, touched) in std::mem::take(&mut self.touched) {
            let mut things = Vec::new();
            for one in touched {
                let place = match places.get(&one) {
                    Some(place) => *place,
                    None => {
                        let place = traces.things.len();
                        places.insert(one, place);
                        traces.things.push(self.trace(one, after.get(&one))?);
                        place
                    }
                };
                things.push(place);
            }
            let (name, verdict) = names.get(&line).copied().unwrap_or(("", Verdict::Changed));
            traces.rows.push(Row { line, name: name.to_owned(), verdict, things, stays: String::new() });
        }
        Ok(traces)
    }

    fn trace(&mut self, (table, id): Touched, after: Option<&Stand>) -> Result<Trace> {
        let thing = self.things.iter().find(|thing| thing.table == table);
        let parts = thing.map_or(&[] as &[Part], |thing| thing.parts);
        let only_what_changed = |(place, rows): (usize, Vec<Snapshot>)| {
            let is_one_row = matches!(
                parts.get(place),
                Some(Part { put_back: PutBack::Save(_) | PutBack::SaveOrAdd(..), .. })
            );
            match after.and_then(|after| after.get(place)) {
                Some(after) if is_one_row && after.len() == rows.len() => {
                    rows.into_iter().zip(after).map(|(row, after)| row.where_other(after)).collect()
                }
                _ => rows,
            }
        };
        let former = self.stands.remove(&(table, id));
        Ok(Trace {
            table: table.to_owned(),
            id,
            former: former.map(|stand| stand.into_iter().enumerate().map(only_what_changed).collect()),
            left_as: sum(after)?,
        })
    }
}

/// Stores what is needed to undo an import, for as long as that is offered.
pub(crate) async fn keep(tx: &mut Tx, id: RunId, traces: &Traces) -> Result<()> {
    if traces.things.is_empty() {
        return Ok(());
    }
    let (tenant, until) = (tx.tenant(), tx.now().plus_days(DAYS));
    let traces = serde_json::to_string(traces)?;
    tx.query(&KEEP).bind(tenant).bind(id).bind(traces).bind(until).execute().await?;
    Ok(())
}
