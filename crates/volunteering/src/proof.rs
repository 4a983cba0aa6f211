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

use samskab_jobs::Handler;
use samskab_kernel::{Day, Id, Instant, codes};
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{Access, Cx, Result, Routes, app::Services, module::BoxFuture};
use serde::{Deserialize, Serialize};

use crate::{
    T,
    volunteer::section::{Known, Line, Section},
};

pub use code::Code;

/// The mark of a proof.
pub enum ProofRow {}
pub type ProofId = Id<ProofRow>;

codes! {
    pub enum Kind {
        Volunteer => "volunteer",
        /// Of a pupil's “projekt frivillig”: only with the hours reached.
        Pupil => "pupil",
    }
}

/// Personal data (law B.7): owner the volunteer, who issues it, shows it and takes it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub id: ProofId,
    pub person: PersonId,
    pub code: Code,
    pub kind: Kind,
    pub name: String,
    pub content: Content,
    pub issued_on: Day,
    pub withdrawn_at: Option<Instant>,
    pub created_at: Instant,
}

impl Proof {
    pub fn href(&self) -> String {
        format!("/beviser/{}", self.id)
    }

    /// Taken back: it still says that it was, and no more.
    #[must_use]
    pub fn withdrawn(self, now: Instant) -> Self {
        Self { name: String::new(), content: Content::default(), withdrawn_at: Some(now), ..self }
    }
}

/// What stands on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub places: Vec<Helped>,
    /// In the volunteer's own words; may be empty.
    pub learned: String,
    /// A pupil's school.
    pub school: String,
}

/// One task, as it was on the day of issue.
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

pub fn jobs() -> Vec<Handler<Services>> {
    Vec::new()
}

/// What Min side shows of it; nothing for who has helped nowhere.
pub fn section<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, Result<Option<Section>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let proofs = store::of_person(connection, cx.tenant.id, person).await?;
        let helped = crate::hours::store::helped(connection, cx.tenant.id, person, cx.now().day()).await?;
        if proofs.is_empty() && helped.is_empty() {
            return Ok(None);
        }
        let line = |proof: &Proof| Line {
            title: t.proof_of_day(cx.locale.day(proof.issued_on)),
            href: proof.href(),
            detail: proof
                .content
                .places
                .iter()
                .map(|place| place.title.as_str())
                .collect::<Vec<_>>()
                .join(", "),
            ..Line::default()
        };
        Ok(Some(Section {
            heading: t.proof_mine().to_owned(),
            lead: t.proof_section_lead().to_owned(),
            lines: proofs.iter().filter(|proof| proof.withdrawn_at.is_none()).take(3).map(line).collect(),
            nothing: t.proof_none().to_owned(),
            more: Some(("/min-side/beviser".into(), t.proof_make().to_owned())),
        }))
    })
}

/// What is known of a person here, for the copy they take with them (law B.7).
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let proofs = store::of_person(connection, cx.tenant.id, person).await?;
        let rows = proofs
            .iter()
            .map(|proof| {
                let places: Vec<String> =
                    proof.content.places.iter().map(|one| format!("{}, {}", one.title, one.by)).collect();
                let withdrawn = proof.withdrawn_at.map(|at| at.day().to_string()).unwrap_or_default();
                vec![
                    ("issued", t.proof_issued().to_owned(), proof.issued_on.to_string()),
                    ("code", t.proof_code().to_owned(), proof.code.to_string()),
                    ("name", t.proof_name().to_owned(), proof.name.clone()),
                    ("tasks", t.proof_tasks().to_owned(), places.join("; ")),
                    ("minutes", t.hours_known_minutes().to_owned(), proof.content.minutes().to_string()),
                    ("learned", t.proof_learned().to_owned(), proof.content.learned.clone()),
                    ("withdrawn", t.proof_withdrawn_on().to_owned(), withdrawn),
                ]
            })
            .collect();
        Ok(vec![Known { key: "proofs", heading: t.proof_mine().to_owned(), rows }])
    })
}
