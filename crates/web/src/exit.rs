//! Something or somebody leaves, and whoever counted on it is told, whichever way it happens.
//!
//! A context does not know who depends on what it has; the contexts above it do. Each registers in its `Module` which
//! of its records depend on something that leaves, which the page shows before the yes, and how that is settled,
//! which happens in the transaction of the exit.

use std::{any::Any, collections::HashSet, sync::Arc};

use samskab_kernel::{Day, Locale, TenantId};
use samskab_store::{Connection, Statement, Tx};
use uuid::Uuid;

use crate::{Cx, Result, Services, module::BoxFuture};

/// What leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// A unit closes.
    Unit(Uuid),
    /// An association closes.
    Association(Uuid),
    /// Somebody no longer answers for a place: their position or their time in it ends.
    Holder {
        person: Uuid,
        /// The unit or association.
        place: Uuid,
    },
    /// A task is called off, moved to another place, or ends earlier than it said.
    Task(Uuid),
    /// A task takes no more volunteers; those who help go on.
    TaskFull(Uuid),
    /// Somebody else answers for a task from now on; it goes on as it was.
    TaskContact(Uuid),
    /// The times of a task, or its place, give way to others; it goes on itself.
    TaskTimes { task: Uuid, change: TimesChange },
    /// An account is deleted.
    Person(Uuid),
    /// Somebody gives up every role they have; the account stays, and what they do as a volunteer.
    Roles(Uuid),
    /// Somebody no longer wants their CV to be found.
    Consent(Uuid),
}

/// How the new times of a task relate to the old ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimesChange {
    /// The hours are the same; only the place changes, or from when until when. Bookings stay.
    SameHours,
    /// Every old time has a new time that replaces it; bookings move to the new one.
    GoAlong,
    /// Old and new times do not correspond; bookings must be moved by hand.
    Others,
}

/// How everything that depends on what leaves is settled.
#[derive(Debug, Clone)]
pub struct Settlement {
    /// Until the end of this day everything goes on.
    pub last_day: Day,
    /// Who takes it over: a unit or association, or a person where a person leaves. `None`: it ends, and everybody
    /// who counted on it is written to.
    pub to: Option<Uuid>,
    /// Why, as those who counted on it read it; may be empty.
    pub reason: String,
    /// Which of the things that can be settled one by one this settlement is about.
    pub which: Which,
    /// For single kinds of things, who was chosen to take them over: the kind's key and the person. An entry here
    /// takes precedence over `to`.
    pub takers: Vec<(String, Uuid)>,
    /// How somebody left, where it is somebody.
    pub farewell: Farewell,
    /// The former value, where something goes on in another form; of a type of the context that owns it.
    pub before: Option<Arc<dyn Any + Send + Sync>>,
}

samskab_kernel::codes! {
    /// Why an account goes, as those read it who counted on its owner.
    pub enum Farewell {
        /// Its owner deleted it, or it was not used any more.
        Deleted => "deleted",
        /// They stopped, and the coordinator closed it.
        Left => "left",
        Died => "died",
    }
}

impl Settlement {
    /// Everything ends with `last_day`, nobody takes it over, and no reason is given.
    pub fn of(last_day: Day) -> Self {
        Self {
            last_day,
            to: None,
            reason: String::new(),
            which: Which::All,
            takers: Vec::new(),
            farewell: Farewell::Deleted,
            before: None,
        }
    }

    /// It is over at once, and nobody takes it over.
    pub fn today(today: Day) -> Self {
        Self::of(today.plus_days(-1))
    }

    /// Who takes over what has this key.
    pub fn taker(&self, key: &str) -> Option<Uuid> {
        self.takers.iter().find(|(known, _)| known == key).map(|(_, taker)| *taker).or(self.to)
    }
}

/// Who can take something over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Those of a unit or an association.
    At(Uuid),
    /// Everybody with a position.
    Staff,
    /// The coordinator, the key persons and their deputies.
    KeyPersons,
}

/// It can be chosen who takes this over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// The key for [`Settlement::taker`], and the name of the field.
    pub key: String,
    pub among: Among,
    /// What becomes of it when nobody is chosen: "Stillingen står ledig".
    pub nobody: String,
}

/// Some of what leaves may be settled differently from the rest; then each of two settlements covers its own part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Which {
    #[default]
    All,
    Only(Vec<Uuid>),
    Except(Vec<Uuid>),
}

impl Which {
    pub fn is_about(&self, id: Uuid) -> bool {
        match self {
            Self::All => true,
            Self::Only(ids) => ids.contains(&id),
            Self::Except(ids) => !ids.contains(&id),
        }
    }
}

/// One kind of thing that depends on what leaves: "3 venter på svar", and who.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consequence {
    pub heading: String,
    /// What happens to it, where that is always the same; may be empty.
    pub outcome: String,
    pub lines: Vec<Line>,
    /// The letter that these people get, with placeholders for what is not written yet; may be empty.
    pub letter: String,
    /// Only where somebody with roles leaves.
    pub handover: Option<Handover>,
    /// It goes with something else that is handed over, to whoever gets that: the key of its [`Handover`].
    pub follows: Option<String>,
}

/// What the choice who gets a role is called: of the appointment or the contact that ends.
pub fn key_of_role(id: Uuid) -> String {
    format!("rolle-{id}")
}

/// One of these things, and its page; without an address it is only named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    pub href: String,
    /// The id, for something that can be settled differently from the rest ([`Which`]).
    pub id: Option<Uuid>,
}

impl Line {
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), id: None }
    }

    #[must_use]
    pub fn settled_by_itself(self, id: Uuid) -> Self {
        Self { id: Some(id), ..self }
    }
}

/// How many lines are shown at once on the page.
const FIRST: usize = 8;

impl Consequence {
    pub fn first(&self) -> &[Line] {
        self.lines.get(..FIRST).unwrap_or(&self.lines)
    }

    /// The lines that appear only when a button is pressed.
    pub fn rest(&self) -> &[Line] {
        self.lines.get(FIRST..).unwrap_or_default()
    }

    /// `None` when there are no lines.
    pub fn of(lines: Vec<Line>, heading: impl FnOnce(usize) -> String) -> Option<Self> {
        let count = lines.len();
        (count > 0).then(|| Self { heading: heading(count), lines, ..Self::default() })
    }

    #[must_use]
    pub fn with_outcome(self, outcome: impl Into<String>) -> Self {
        Self { outcome: outcome.into(), ..self }
    }

    #[must_use]
    pub fn with_letter(self, letter: impl Into<String>) -> Self {
        Self { letter: letter.into(), ..self }
    }

    #[must_use]
    pub fn with_handover(self, handover: Handover) -> Self {
        Self { handover: Some(handover), ..self }
    }

    #[must_use]
    pub fn following(self, key: String) -> Self {
        Self { follows: Some(key), ..self }
    }
}

/// What stands on somebody by name, such as a question to answer or a promise, and somebody else has when they leave. A
/// context gives its statements and its words; [`list_by_name`] and [`settle_by_name`] do the rest.
pub struct ByName {
    /// What the choice is called; empty: nobody is chosen, and it is nobody's until somebody takes it.
    pub key: &'static str,
    pub among: Among,
    /// Of the tenant and the person, `$1` and `$2`: the id of each that is open, and two texts about it.
    pub open: &'static Statement,
    /// Gives what is open to `$2`, who may be nobody, from `$3`.
    pub give: &'static Statement,
    /// "2 uddrag at svare på"
    pub heading: fn(Locale, usize) -> String,
    /// The two texts of `open` as a line.
    pub words: fn(Locale, &str, &str) -> String,
    pub href: fn(Uuid) -> String,
    /// What becomes of it when nobody is chosen.
    pub nobody: fn(Locale) -> &'static str,
}

/// Whose roles end.
pub fn leaver(exit: Exit) -> Option<Uuid> {
    match exit {
        Exit::Person(person) | Exit::Roles(person) => Some(person),
        _ => None,
    }
}

/// One query for each.
pub async fn list_by_name(
    cx: &Cx,
    connection: &mut Connection,
    exit: Exit,
    all: &[ByName],
) -> Result<Vec<Consequence>> {
    let Some(person) = leaver(exit) else { return Ok(Vec::new()) };
    let locale = cx.locale;
    let mut found = Vec::new();
    for one in all {
        let query = connection.query(one.open).bind(cx.tenant.id).bind(person);
        let open: Vec<(Uuid, String, String)> = query.all().await?;
        let line = |(id, first, second): &(Uuid, String, String)| {
            Line::new((one.words)(locale, first, second), (one.href)(*id))
        };
        let lines = open.iter().map(line).collect();
        let consequence = Consequence::of(lines, |count| (one.heading)(locale, count));
        // On one's own profile nobody chooses.
        let is_chosen = !one.key.is_empty() && cx.actor.person != Some(person);
        let nobody = (one.nobody)(locale).to_owned();
        found.extend(consequence.map(|consequence| match is_chosen {
            true => consequence.with_handover(Handover { key: one.key.to_owned(), among: one.among, nobody }),
            false => consequence.with_outcome(nobody),
        }));
    }
    Ok(found)
}

/// Whoever was chosen has it from now on; else it is nobody's.
pub async fn settle_by_name(
    tx: &mut Tx,
    exit: Exit,
    settlement: &Settlement,
    all: &[ByName],
) -> samskab_store::Result<()> {
    let Some(person) = leaver(exit) else { return Ok(()) };
    let tenant = tx.tenant();
    for one in all {
        let to = settlement.taker(one.key);
        tx.query(one.give).bind(tenant).bind(to).bind(person).execute().await?;
    }
    Ok(())
}

/// The [`Dependents`] of things that stand on somebody by name.
///
/// ```ignore
/// samskab_web::by_name! { pub(crate) DEPENDENTS: 105, [ByName { key: "uddrag", … }] }
/// ```
#[macro_export]
macro_rules! by_name {
    ($vis:vis $name:ident: $place:literal, [$($one:expr),+ $(,)?]) => {
        $vis const $name: $crate::exit::Dependents = {
            static ALL: &[$crate::exit::ByName] = &[$($one),+];
            $crate::exit::Dependents {
                place: $place,
                list: |cx, connection, exit| {
                    Box::pin($crate::exit::list_by_name(cx, connection, exit, ALL))
                },
                settle: |_, tx, exit, settlement| {
                    Box::pin($crate::exit::settle_by_name(tx, exit, settlement, ALL))
                },
                take_back: None,
                counted_on: None,
            }
        };
    };
}

/// What in a context depends on something that leaves.
#[derive(Clone, Copy)]
pub struct Dependents {
    /// Its position among those of all contexts: the lowest first, on the page and when it is settled.
    pub place: u8,
    /// Lists what depends on it, for the page before the yes. Runs a fixed number of queries.
    pub list: List,
    /// Settles it, in the transaction of the exit. What it writes in the book of events it writes with
    /// [`Tx::record_last`], because whoever holds the book must not wait for anything else.
    pub settle: Settle,
    /// The exit is taken back: what was handed over comes back from `to`. What people were written to about stays as
    /// they were told.
    pub take_back: Option<Settle>,
    /// Which of these tasks somebody in this context counts on, whatever happened to the task itself. Runs one query.
    pub counted_on: Option<CountedOn>,
}

pub type List = for<'a> fn(&'a Cx, &'a mut Connection, Exit) -> BoxFuture<'a, Result<Vec<Consequence>>>;

pub type Settle =
    for<'a> fn(&'a Services, &'a mut Tx, Exit, &'a Settlement) -> BoxFuture<'a, samskab_store::Result<()>>;

pub type CountedOn =
    for<'a> fn(&'a mut Connection, TenantId, &'a [Uuid]) -> BoxFuture<'a, samskab_store::Result<Vec<Uuid>>>;

/// The tasks among these that somebody counts on, because they wait for an answer or have an agreement.
pub async fn counted_on(
    services: &Services,
    connection: &mut Connection,
    tenant: TenantId,
    tasks: &[Uuid],
) -> samskab_store::Result<HashSet<Uuid>> {
    let mut counted = HashSet::new();
    if tasks.is_empty() {
        return Ok(counted);
    }
    for counted_on in services.dependents.iter().filter_map(|dependents| dependents.counted_on) {
        counted.extend(counted_on(connection, tenant, tasks).await?);
    }
    Ok(counted)
}

/// Everything that depends on what would leave, in the order of `place`.
pub async fn consequences(cx: &Cx, connection: &mut Connection, exit: Exit) -> Result<Vec<Consequence>> {
    let mut all = Vec::new();
    for dependents in &cx.services.dependents {
        all.extend((dependents.list)(cx, connection, exit).await?);
    }
    Ok(all)
}

/// Settles everything that counts on what leaves, in every context.
#[samskab_store::compiled_once]
pub async fn settle(
    services: &Services,
    tx: &mut Tx,
    exit: Exit,
    settlement: &Settlement,
) -> samskab_store::Result<()> {
    for dependents in &services.dependents {
        (dependents.settle)(services, tx, exit, settlement).await?;
    }
    Ok(())
}

/// Takes back what was handed over, in every context.
pub async fn take_back(
    services: &Services,
    tx: &mut Tx,
    exit: Exit,
    settlement: &Settlement,
) -> samskab_store::Result<()> {
    for take_back in services.dependents.iter().filter_map(|dependents| dependents.take_back) {
        take_back(services, tx, exit, settlement).await?;
    }
    Ok(())
}
