//! The history of an interest or an engagement: what was done, when, and by whom.

use samskab_kernel::{Id, Instant};
use samskab_organisation::person::PersonId;
use samskab_store::{Bind, Result, Statement, Tx};
use uuid::Uuid;

/// One line, as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct Step<Kind> {
    pub at: Instant,
    pub by_volunteer: bool,
    /// The person of the place who did it; `None`: the volunteer or the program.
    pub by_person_id: Option<PersonId>,
    /// What they are called.
    pub by_name: Option<String>,
    pub kind: Kind,
    pub text: String,
}

enum StepRow {}

/// The columns of [`Step`], after `select`; `s` is the step, `n` the person.
pub const STEP_COLUMNS: &str = "s.at, s.by_volunteer, s.by_person_id, n.name as by_name, s.kind, s.text";

/// The columns that [`add_step`] writes besides the id, the tenant and the owner of the step.
pub const ADDED: &str = "at, by_person_id, by_volunteer, kind, text) values ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Who did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Volunteer,
    Person(PersonId),
    Program,
}

/// `statement` writes into the table of steps: its id, the tenant, whose step it is, and [`ADDED`].
pub async fn add_step(
    tx: &mut Tx,
    statement: &'static Statement,
    whose: Uuid,
    at: Instant,
    by: By,
    kind: impl Bind,
    text: &str,
) -> Result<()> {
    let (id, tenant): (Id<StepRow>, _) = (tx.new_id(), tx.tenant());
    let person = match by {
        By::Person(person) => Some(person),
        By::Volunteer | By::Program => None,
    };
    tx.query(statement)
        .bind(id)
        .bind(tenant)
        .bind(whose)
        .bind(at)
        .bind(person)
        .bind(by == By::Volunteer)
        .bind(kind)
        .bind(text.to_owned())
        .execute()
        .await?;
    Ok(())
}
