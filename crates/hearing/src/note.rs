//! The høringsnotat: who was heard, what they said, and what came of it – always as it is now. It holds what may be public and
//! nothing else; the variant without names holds no names.

use samskab_kernel::{Instant, Locale, danish::sort_key};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Tenant};

use crate::{
    T,
    hearing::{Hearing, HearingState, block_name, numbered},
    party::PartyAnswer,
    remark::{Remark, RemarkCounts, Verdict},
    remarks::grouped,
    response::Response,
    source::{ChangedBlock, heard_version, outcome},
    store,
};

/// For whom a note is read: in which language, of which municipality, and when.
pub(crate) struct NoteReader<'a> {
    pub locale: Locale,
    pub municipality: &'a Tenant,
    pub now: Instant,
}

impl<'a> NoteReader<'a> {
    pub fn of(cx: &'a Cx) -> Self {
        Self { locale: cx.locale, municipality: &cx.tenant, now: cx.now() }
    }
}

/// The whole note.
pub struct Note {
    pub hearing: Hearing,
    pub is_anonymous: bool,
    /// Who was asked, alphabetically, and what they answered.
    pub parties: Vec<(String, PartyAnswer)>,
    /// The names of others who have answered.
    pub others: Vec<String>,
    /// How many answers count.
    pub responses: usize,
    /// How many of them are not public.
    pub not_public: usize,
    pub counts: RemarkCounts,
    /// "Version 2 af »Frivilligpolitik«"; empty: the text was typed in the hearing.
    pub heard: String,
    /// What was heard is compared with this version; `None`: nothing was kept since, or it is no stored text.
    pub compared_with: Option<i64>,
    /// By number, then in the order of the answer.
    pub rows: Vec<NoteRow>,
    /// By theme; remarks that say the same are together.
    pub themes: Vec<NoteTheme>,
}

/// A remark of somebody.
#[derive(Debug, Clone)]
pub struct NoteRow {
    pub number: i64,
    pub sender: String,
    pub kind: &'static str,
    pub received: Option<Instant>,
    pub section: String,
    pub excerpt: String,
    pub theme: String,
    pub verdict: Option<Verdict>,
    pub assessment: String,
    /// What the remark changed in the stored text.
    pub change: Option<ChangedBlock>,
}

pub struct NoteTheme {
    pub name: String,
    pub points: Vec<NotePoint>,
}

/// A point, and everybody who made it.
pub struct NotePoint {
    pub section: String,
    pub excerpt: String,
    pub senders: Vec<String>,
    pub verdict: Option<Verdict>,
    pub assessment: String,
    pub change: Option<ChangedBlock>,
}

impl NotePoint {
    /// "Ældrerådet, Prøve Testesen og 298 andre"
    pub fn who(&self, t: T, most: usize) -> String {
        let named = self.senders.iter().take(most).cloned().collect::<Vec<_>>().join(", ");
        match self.senders.len().saturating_sub(most) {
            0 => named,
            more => t.note_and_others(more, named),
        }
    }
}

/// Reads the note of a hearing. Runs at most twelve queries.
pub(crate) async fn read(
    reader: &NoteReader<'_>,
    connection: &mut Connection,
    hearing: Hearing,
    is_anonymous: bool,
) -> Result<Note> {
    let (t, tenant, id) = (T(reader.locale), reader.municipality.id, hearing.id);
    let blocks = store::blocks(connection, tenant, id).await?;
    let redline = outcome(connection, tenant, &hearing, &blocks).await?;
    let heard = heard_version(connection, tenant, &hearing).await?;
    let heard = heard.map_or(String::new(), |(title, number)| t.note_heard(number, title));
    let compared_with = redline.as_ref().map(|redline| redline.number);
    let numbered = numbered(&blocks);
    let parties = store::parties(connection, tenant, id).await?;
    let responses = store::counted(connection, tenant, id).await?;
    let parts = store::parts_of_hearing(connection, tenant, id).await?;
    let remarks = store::remarks(connection, tenant, id).await?;
    let part_of: std::collections::HashMap<_, _> = parts.iter().map(|part| (part.id, part)).collect();
    let response_of: std::collections::HashMap<_, _> =
        responses.iter().map(|response| (response.id, response)).collect();
    let row = |remark: &Remark| {
        let response: &Response = response_of.get(&remark.response).copied()?;
        let part = part_of.get(&remark.part)?;
        response.is_public().then(|| NoteRow {
            number: response.number.unwrap_or_default(),
            sender: response.public_name(t, is_anonymous),
            kind: response.kind.label(t),
            received: response.sent_at,
            section: block_name(t, &numbered, remark.block),
            excerpt: remark.public_excerpt(part).to_owned(),
            theme: remark.theme.clone(),
            verdict: remark.verdict,
            assessment: remark.assessment.clone(),
            change: redline.as_ref().and_then(|redline| redline.of_remark(remark, &blocks)),
        })
    };
    let mut parties: Vec<(String, PartyAnswer)> =
        parties.into_iter().map(|party| (party.name, party.answer)).collect();
    parties.sort_by_cached_key(|(name, _)| sort_key(name));
    let mut others: Vec<String> = responses
        .iter()
        .filter(|response| response.is_public() && response.party.is_none())
        .map(|response| response.public_name(t, is_anonymous))
        .collect();
    others.sort_by_cached_key(|name| sort_key(name));
    let mut themes: Vec<NoteTheme> = Vec::new();
    for group in grouped(&remarks) {
        let rows: Vec<NoteRow> = group.iter().filter_map(|remark| row(remark)).collect();
        // A remark that came later may have no answer yet, while others that say the same have one.
        let answered = rows.iter().find(|row| row.verdict.is_some());
        let Some(first) = answered.or(rows.first()) else { continue };
        // Whoever says it twice is named once; two of the same name are two.
        let mut senders: Vec<(i64, String)> =
            rows.iter().map(|row| (row.number, row.sender.clone())).collect();
        senders.dedup();
        let senders = senders.into_iter().map(|(_, sender)| sender).collect();
        let point = NotePoint {
            section: first.section.clone(),
            excerpt: first.excerpt.clone(),
            senders,
            verdict: first.verdict,
            assessment: first.assessment.clone(),
            change: first.change.clone(),
        };
        match themes.iter_mut().find(|theme| theme.name == first.theme) {
            Some(theme) => theme.points.push(point),
            None => themes.push(NoteTheme { name: first.theme.clone(), points: vec![point] }),
        }
    }
    // Remarks without a theme come last.
    themes.sort_by_cached_key(|theme| (theme.name.is_empty(), sort_key(&theme.name)));
    Ok(Note {
        is_anonymous,
        parties,
        others,
        responses: responses.len(),
        not_public: responses.iter().filter(|response| !response.is_public()).count(),
        counts: RemarkCounts::of(&remarks, &hearing),
        heard,
        compared_with,
        rows: remarks.iter().filter_map(row).collect(),
        themes,
        hearing,
    })
}

impl Note {
    /// The facts in front, name and value.
    pub(crate) fn facts(&self, reader: &NoteReader<'_>) -> Vec<(&'static str, String)> {
        let (t, hearing) = (T(reader.locale), &self.hearing);
        // It is filed, and read in other years.
        let moment = |at: Instant| t.note_at(reader.locale.day(at.day()), reader.locale.time(at));
        let length = t.hearing_days(hearing.period().days());
        let period = t.note_period(moment(hearing.closes_at), length, moment(hearing.opens_at));
        let published = match hearing.state {
            HearingState::Answered => reader.locale.day(hearing.state_since.day()),
            _ => String::new(),
        };
        let not_public =
            if self.not_public == 0 { String::new() } else { t.note_not_public(self.not_public) };
        let facts = [
            (t.note_fact_period(), period),
            (t.note_fact_published(), published),
            (t.hearing_of_text(), self.heard.clone()),
            (t.hearing_case(), hearing.case_number.clone()),
            (t.hearing_kle(), hearing.kle.clone()),
            (t.note_fact_responses(), format!("{}{not_public}", self.responses)),
            (t.note_fact_verdicts(), self.counts.said(t)),
        ];
        facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}
