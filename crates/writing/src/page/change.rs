//! The pages of proposals for change: proposed by anybody, read together paragraph by paragraph, taken in, declined, and read
//! again by whoever proposed them.

mod answer;
mod gate;
mod join;
mod list;
mod new;
mod own;
mod show;

pub(super) use new::about;

use samskab_document::{Change, ChangeKind, changes};
use samskab_web::{Access, Cx, Routes};

use crate::{
    T,
    change::{ChangeProposal, ChangeShape, ChangeState, rules::overlap},
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/tekster/{id}/aendringsforslag", Access::Public, list::show)
        .get("/tekster/{id}/aendringsforslag/nyt", Access::Public, new::show)
        .post("/tekster/{id}/aendringsforslag/nyt", Access::Public, new::send)
        .get("/tekster/{id}/aendringsforslag/tak", Access::Public, new::thanks)
        .post("/tekster/{id}/aendringsforslag/modtag", Access::Decided, gate::change)
        .get("/tekstblokke/{id}/aendringsforslag", Access::Decided, join::show)
        .post("/tekstblokke/{id}/aendringsforslag", Access::Decided, join::save)
        .get("/aendringsforslag/{id}", Access::Public, show::show)
        .post("/aendringsforslag/{id}/tag-med", Access::Decided, answer::accept)
        .post("/aendringsforslag/{id}/afvis", Access::Decided, answer::decline)
        .post("/aendringsforslag/{id}/skjul", Access::Decided, answer::hide)
        .post("/aendringsforslag/{id}/vis", Access::Decided, answer::put_back)
        .post("/aendringsforslag/{id}/traek-tilbage", Access::SignedIn, own::withdraw_own)
        .get("/mit-aendringsforslag/{secret}", Access::Link, own::show)
        .post("/mit-aendringsforslag/{secret}/bekraeft", Access::Link, own::confirm)
        .post("/mit-aendringsforslag/{secret}/traek-tilbage", Access::Link, own::withdraw)
}

/// At most this many proposals about one paragraph are compared with each other.
const MOST_COMPARED: usize = 20;

/// A proposal as it is read among others.
struct ChangeLine {
    id: String,
    href: String,
    title: String,
    about: String,
    words: Vec<Change>,
    reason: Vec<String>,
    state: (&'static str, &'static str, &'static str),
    answer: Vec<String>,
    /// The words in the text now, where the proposal was taken in with other words.
    result: Vec<String>,
    /// "Ændrer de samme ord som forslag 2"; empty: none.
    overlaps: String,
    is_hidden: bool,
}

/// What it changes, word by word.
fn words_of(change: &ChangeProposal) -> Vec<Change> {
    let all = |kind, text: &str| vec![Change { kind, text: text.to_owned() }];
    match change.shape {
        ChangeShape::Words => changes(&change.base, &change.said),
        ChangeShape::After => all(ChangeKind::Added, &change.said),
        ChangeShape::Out => all(ChangeKind::Removed, &change.base),
    }
}

impl ChangeLine {
    fn of(cx: &Cx, change: &ChangeProposal, others: &[i64]) -> Self {
        let t = T(cx.locale);
        let lines = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
        let day = cx.locale.day(change.created_at.day());
        let is_altered = change.state == ChangeState::Altered;
        Self {
            id: change.id.to_string(),
            href: change.href(),
            title: t.change_numbered(change.number, change.shape.label(t)),
            about: t.change_by(day, change.public_name(t)),
            words: words_of(change),
            reason: lines(&change.reason),
            state: change.state.said(t),
            answer: lines(&change.answer),
            result: if is_altered { lines(&change.result) } else { Vec::new() },
            overlaps: match others {
                [] => String::new(),
                [one] => t.change_overlaps_one(*one),
                many => {
                    t.change_overlaps(many.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
                }
            },
            is_hidden: change.is_hidden,
        }
    }

    /// Those of one paragraph, each with the numbers of those it cannot be had together with. `now`: the paragraph.
    fn of_paragraph(cx: &Cx, now: &str, own: &[&ChangeProposal]) -> Vec<Self> {
        let is_open = |one: &ChangeProposal| one.state == ChangeState::Open;
        let open: Vec<&ChangeProposal> =
            own.iter().copied().filter(|one| is_open(one)).take(MOST_COMPARED).collect();
        let others = |one: &ChangeProposal| -> Vec<i64> {
            if !open.iter().any(|other| other.id == one.id) {
                return Vec::new();
            }
            let others = open.iter().filter(|other| other.id != one.id && overlap(now, one, other));
            others.map(|other| other.number).collect()
        };
        own.iter().map(|one| Self::of(cx, one, &others(one))).collect()
    }
}
