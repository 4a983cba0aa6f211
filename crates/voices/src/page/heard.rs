//! What the hearings of a text gave, on the pages about its voices: one line each, with the numbers of the note and the way to it.

use samskab_hearing::{given::GivenHearing, hearing::Phase};
use samskab_web::Cx;
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
    /// Where the note is; empty: it is not published.
    pub note: String,
}

/// Those that everybody may see; and of those the numbers only where the note is published, or the reader works with the voices.
pub(super) fn heard(cx: &Cx, given: &[GivenHearing], reads_all: bool) -> Vec<HeardLine> {
    let t = T(cx.locale);
    let line = |one: &GivenHearing| HeardLine {
        title: one.hearing.title.clone(),
        href: one.hearing.href(),
        about: t.heard_about(one.responses, cx.locale.day_and_time(one.hearing.closes_at, cx.today())),
        state: one.hearing.phase(cx.now()).said(samskab_hearing::T(cx.locale)),
        verdicts: match (one.is_answered() || reads_all, one.remarks == Default::default()) {
            (true, false) => one.remarks.said(samskab_hearing::T(cx.locale)),
            _ => String::new(),
        },
        note: if one.is_answered() { one.note_href() } else { String::new() },
    };
    shown(cx, given, reads_all).map(line).collect()
}

/// One that is announced and not open yet is known to those who work with the voices.
fn shown<'a>(cx: &Cx, given: &'a [GivenHearing], reads_all: bool) -> impl Iterator<Item = &'a GivenHearing> {
    let now = cx.now();
    given.iter().filter(move |one| reads_all || one.hearing.is_public(now))
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
    pub used: i64,
    pub partly: i64,
    pub not_used: i64,
    /// Without an answer yet.
    pub open: i64,
    /// Where the note is; null: it is not published.
    pub note: Option<String>,
}

/// For those who work with the voices.
pub(super) fn heard_data(cx: &Cx, given: &[GivenHearing]) -> Vec<HearingData> {
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
        responses: one.responses,
        used: one.remarks.used,
        partly: one.remarks.partly,
        not_used: one.remarks.not_used,
        open: one.remarks.open,
        note: one.is_answered().then(|| cx.absolute(&one.note_href())),
    };
    given.iter().map(data).collect()
}
