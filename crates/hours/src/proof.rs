//! The frivilligbevis: what somebody did, on one page that anybody can check.
//!
//! A picture of the day it was issued: what, where, how long, and what was learned in the volunteer's own words.
//! Nothing of requirements, addresses or numbers. Its code can be checked by anybody who was given it; one that
//! was withdrawn keeps its code and nothing else.

mod check;
pub mod code;
mod draft;
pub mod event;
mod own;
mod sheet;
mod show;
pub mod store;
#[cfg(test)]
mod tests;

use samskab_kernel::{Day, Id, Instant, codes};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Record};
use samskab_web::personal::{Known, Line, Row, Section};
use samskab_web::{Access, Cx, Result, Routes, module::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::T;

pub use code::ProofCode;

/// The mark of a proof.
pub enum ProofRow {}
pub type ProofId = Id<ProofRow>;

codes! {
    pub enum Kind {
        Volunteer => "volunteer",
        /// For a pupil's “projekt frivillig”: only when the required hours are reached.
        Pupil => "pupil",
    }
}

/// Personal data (law B.7): owner the volunteer, who issues it, shows it and takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "proof")]
pub struct Proof {
    pub id: ProofId,
    #[record(column = "person_id")]
    pub person: PersonId,
    pub code: ProofCode,
    pub kind: Kind,
    pub name: String,
    #[record(json)]
    pub content: Content,
    pub issued_on: Day,
    pub withdrawn_at: Option<Instant>,
    pub created_at: Instant,
}

impl Proof {
    pub fn href(&self) -> String {
        format!("/beviser/{}", self.id)
    }

    /// The proof withdrawn: from then on it says only that it was withdrawn.
    #[must_use]
    pub fn withdrawn(self, now: Instant) -> Self {
        Self { name: String::new(), content: Content::default(), withdrawn_at: Some(now), ..self }
    }
}

/// What is printed on a proof.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub places: Vec<Helped>,
    /// In the volunteer's own words; may be empty.
    pub learned: String,
    /// A pupil's school.
    pub school: String,
}

/// A task that the person helped with, as it was on the day of issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helped {
    pub title: String,
    pub by: String,
    pub from: Day,
    /// `None`: still helping there.
    pub to: Option<Day>,
    /// 0: nobody has told hours.
    pub minutes: i64,
    /// How many of them the place wrote down itself.
    pub noted_by_place: i64,
}

impl Content {
    pub fn minutes(&self) -> i64 {
        self.places.iter().map(|place| place.minutes).sum()
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/min-side/beviser", Access::SignedIn, own::show)
        .post("/min-side/beviser", Access::SignedIn, own::issue)
        .get("/beviser/{id}", Access::SignedIn, show::show)
        .post("/beviser/{id}/tilbagetraekning", Access::SignedIn, show::withdraw)
        .get("/bevis", Access::Public, check::ask)
        .get("/bevis/{code}", Access::Public, check::show)
}

/// What the page Min side shows about proofs; nothing for somebody who has helped nowhere.
#[samskab_store::compiled_once]
pub async fn section(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Option<Section>> {
    let person = PersonId::from_uuid(person);
    let t = T(cx.locale);
    let proofs = store::of_person(connection, cx.tenant.id, person).await?;
    let helped = draft::helped(cx, connection, person).await?;
    if proofs.is_empty() && helped.is_empty() {
        return Ok(None);
    }
    let line = |proof: &Proof| Line {
        title: t.proof_of_day(cx.locale.day(proof.issued_on)),
        href: proof.href(),
        detail: proof.content.places.iter().map(|place| place.title.as_str()).collect::<Vec<_>>().join(", "),
        ..Line::default()
    };
    Ok(Some(Section {
        heading: t.proof_mine().to_owned(),
        lead: t.proof_section_lead().to_owned(),
        lines: proofs.iter().filter(|proof| proof.withdrawn_at.is_none()).take(3).map(line).collect(),
        nothing: t.proof_none().to_owned(),
        more: Some(("/min-side/beviser".into(), t.proof_make().to_owned())),
    }))
}

/// What is known of a person here, for the copy they take with them (law B.7).
#[samskab_store::compiled_once]
pub async fn known(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Known>> {
    let person = PersonId::from_uuid(person);
    let t = T(cx.locale);
    let proofs = store::of_person(connection, cx.tenant.id, person).await?;
    let rows = proofs
        .iter()
        .map(|proof| {
            let places: Vec<String> =
                proof.content.places.iter().map(|one| format!("{}, {}", one.title, one.by)).collect();
            let tasks = proof.content.places.iter().map(|one| {
                serde_json::json!({
                    "task": one.title,
                    "place": one.by,
                    "from": one.from.to_string(),
                    "to": one.to.map(|day| day.to_string()),
                    "minutes": one.minutes,
                })
            });
            Row::of(cx)
                .day("issued", t.proof_issued(), proof.issued_on)
                .text("code", t.proof_code(), proof.code.to_string())
                .text("name", t.proof_name(), proof.name.clone())
                .codes("tasks", t.proof_tasks(), tasks, places.join("; "))
                .number("minutes", t.hours_known_minutes(), proof.content.minutes())
                .text("learned", t.proof_learned(), proof.content.learned.clone())
                .at("withdrawn_at", t.proof_withdrawn_on(), proof.withdrawn_at)
                .done()
        })
        .collect();
    Ok(vec![Known { key: "proofs", heading: t.proof_mine().to_owned(), rows }])
}

/// Those with a proof that somebody may check are not deleted for not signing in.
pub fn stays<'a>(
    connection: &'a mut Connection,
    tenant: samskab_kernel::TenantId,
    _now: samskab_kernel::Instant,
    people: &'a [Uuid],
) -> BoxFuture<'a, samskab_store::Result<Vec<Uuid>>> {
    Box::pin(store::with_proof(connection, tenant, people))
}
