//! What the hearings of a text gave, on the pages about its voices: one line each, with the numbers of the note and the way to it.

use samskab_hearing::{
    given::{self, GivenHearing},
    hearing::Phase,
};
use samskab_store::Connection;
use samskab_web::{Cx, Result};
use samskab_writing::text::TextId;
use serde::Serialize;

use crate::T;

/// A hearing of the text.
pub(super) struct HeardLine {
    pub title: String,
    pub href: String,
    /// "12 svar, frist 13. marts 2026"
    pub about: String,
    pub state: (&'static str, &'static str, &'static str),
    /// What came of the remarks; empty: the reader may not know it yet.
    pub verdicts: String,
    /// The address of the note; empty: it is not published.
    pub note: String,
}

/// The hearings of a text. One that is announced and not open yet is known to those who work with the voices. Four queries.
pub(super) async fn hearings(
    cx: &Cx,
    connection: &mut Connection,
    text: TextId,
    reads_all: bool,
) -> Result<Vec<GivenHearing>> {
    let mut given = given::of_text(connection, cx.tenant.id, text).await?;
    given.retain(|one| reads_all || one.hearing.is_public(cx.now()));
    Ok(given)
}

/// How many answers there are: those that everybody may read, until the note is published.
fn responses(one: &GivenHearing, reads_all: bool) -> i64 {
    if reads_all || one.is_answered() { one.responses } else { one.public_responses }
}

/// The results are included only where the note is published, or the reader works with the voices.
pub(super) fn heard(cx: &Cx, given: &[GivenHearing], reads_all: bool) -> Vec<HeardLine> {
    let t = T(cx.locale);
    let line = |one: &GivenHearing| HeardLine {
        title: one.hearing.title.clone(),
        href: one.hearing.href(),
        about: t.heard_about(
            responses(one, reads_all),
            cx.locale.day_and_time(one.hearing.closes_at, cx.today()),
        ),
        state: one.hearing.phase(cx.now()).said(samskab_hearing::T(cx.locale)),
        verdicts: match (one.is_answered() || reads_all, one.remarks == Default::default()) {
            (true, false) => one.remarks.said(samskab_hearing::T(cx.locale)),
            _ => String::new(),
        },
        note: if one.is_answered() { one.note_href() } else { String::new() },
    };
    given.iter().map(line).collect()
}

/// The same for machines. The names of the fields are a promise.
#[derive(Serialize)]
pub(super) struct HearingData {
    pub title: String,
    pub url: String,
    /// coming, open, closed or answered.
    pub state: &'static str,
    pub closes_at: String,
    pub responses: i64,
    /// What came of the remarks; null: the reader may not know it yet.
    pub used: Option<i64>,
    pub partly: Option<i64>,
    pub not_used: Option<i64>,
    /// Without an answer yet.
    pub open: Option<i64>,
    /// The address of the note; null: it is not published.
    pub note: Option<String>,
}

/// With the same numbers as [`heard`].
pub(super) fn heard_data(cx: &Cx, given: &[GivenHearing], reads_all: bool) -> Vec<HearingData> {
    let known = |one: &GivenHearing, count: i64| (reads_all || one.is_answered()).then_some(count);
    let data = |one: &GivenHearing| HearingData {
        title: one.hearing.title.clone(),
        url: cx.absolute(&one.hearing.href()),
        state: match one.hearing.phase(cx.now()) {
            Phase::Coming => "coming",
            Phase::Open => "open",
            Phase::Answered => "answered",
            Phase::Closed | Phase::Draft | Phase::CalledOff => "closed",
        },
        closes_at: one.hearing.closes_at.to_string(),
        responses: responses(one, reads_all),
        used: known(one, one.remarks.used),
        partly: known(one, one.remarks.partly),
        not_used: known(one, one.remarks.not_used),
        open: known(one, one.remarks.open),
        note: one.is_answered().then(|| cx.absolute(&one.note_href())),
    };
    given.iter().map(data).collect()
}
