//! GET /politikker/{id}/sagspakke.pdf and …zip: everything that a committee, a council and an archive need, in one: the text, what
//! changed since the hearing, the høringsnotat, the answers as they are published, the councils' statements, and the plan with
//! its exceptions (shapes: *A political case*).

use std::io::{Cursor, Write as _};

use axum::{extract::Path, response::Response};
use samskab_document::{Block, Document, Table};
use samskab_hearing::{
    CaseFiles, case_files, case_json,
    hearing::{HearingId, Phase},
};
use samskab_kernel::Instant;
use samskab_store::Connection;
use samskab_web::{Cx, Error, Result, TextFile, download, download_text, file_name, written};
use samskab_writing::{
    content::{ComparedBlock, Content, ContentBlock, Fate, compared, marked},
    store as texts,
};
use serde_json::json;
use zip::{DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    T,
    agenda_point::{AgendaPoint, agenda_points},
    authority::Action,
    correction::Correction,
    data::plan_rows,
    policy::{Policy, PolicyId},
    process::{Process, Seen},
    show::outcome,
    step::Step,
    store,
};

/// The texts of the case, in their order, each with the name of its file.
struct CaseBundle {
    process: Process,
    parts: Vec<(&'static str, Document)>,
    /// What one could look for and does not find, one sentence each.
    missing: Vec<String>,
    /// The answers of each hearing, for machines.
    answers: Vec<Vec<u8>>,
    corrections: Vec<Correction>,
}

impl CaseBundle {
    /// What is in it, by number, and what is not.
    fn contents(&self, cx: &Cx) -> Document {
        let (t, title) = (T(cx.locale), self.process.policy.title.as_str());
        let number = |(number, (_, part)): (usize, &(&str, Document))| format!("{number}. {}", part.title);
        let mut blocks: Vec<Block> = (1..).zip(&self.parts).map(number).map(Block::Text).collect();
        if !self.missing.is_empty() {
            blocks.push(Block::Heading { level: 2, text: t.bundle_missing().to_owned() });
            blocks.push(Block::Items(self.missing.clone()));
        }
        Document {
            title: t.bundle_contents().to_owned(),
            subtitle: t.bundle_title(title),
            footer: format!("{} · {title}", cx.tenant.name),
            locale: cx.locale,
            made_at: cx.now(),
            blocks,
        }
    }
}

/// Some twenty queries, and fifteen for each hearing.
async fn bundle(cx: &Cx, connection: &mut Connection, id: PolicyId) -> Result<CaseBundle> {
    let seen = Seen::for_reading(cx, connection, id).await?;
    // Before the policy is decided, the bundle is for those who prepare it.
    cx.require(seen.process.policy.was_adopted() || seen.may(cx, Action::ReadPlans))?;
    // A draft is read by those who follow the text.
    let reads_text = seen.process.policy.was_adopted() || seen.follows_text;
    let (t, process) = (T(cx.locale), seen.process);
    let (mut parts, mut missing) = (Vec::new(), Vec::new());
    let final_text = final_text(cx, connection, &process).await?;
    let footer = format!("{} · {}", cx.tenant.name, process.policy.title);
    let document = |title: String, subtitle: String, blocks: Vec<Block>| Document {
        title,
        subtitle,
        footer: footer.clone(),
        locale: cx.locale,
        made_at: cx.now(),
        blocks,
    };
    if let Some((number, content)) = final_text.as_ref().filter(|_| reads_text) {
        let blocks = content.blocks.iter().map(ContentBlock::shown).collect();
        parts.push(("tekst", document(content.title.clone(), t.bundle_version(*number), blocks)));
        if let Some(heard) = process.heard_version(connection, cx.tenant.id).await?
            && heard.number < *number
        {
            let first = heard.number;
            let blocks = redline(t, &texts::content_of(&heard)?, content);
            parts.push((
                "rettelser",
                document(t.bundle_redline().to_owned(), t.bundle_redline_hint(first), blocks),
            ));
        }
    }
    match &final_text {
        None => missing.push(t.bundle_no_text().to_owned()),
        Some(_) if !reads_text => missing.push(t.bundle_text_is_draft().to_owned()),
        Some((number, content)) => {
            let is_ahead =
                process.policy.is_under_way() && is_ahead(cx, connection, &process, content).await?;
            missing.extend(is_ahead.then(|| t.bundle_text_is_ahead(*number)));
        }
    }
    if let Some(text) = &process.text {
        let voices = samskab_voices::public_document(cx, connection, text.id).await?;
        if voices.is_none() && process.voices.all > 0 {
            missing.push(t.bundle_no_voices(process.voices.all));
        }
        parts.extend(voices.map(|voices| ("stemmer", voices)));
    }
    if process.hearings.is_empty() {
        missing.push(t.bundle_no_hearing().to_owned());
    }
    let corrections = store::corrections(connection, cx.tenant.id, &process.policy).await?;
    let mut answers = Vec::new();
    let heard: Vec<HearingId> =
        process.hearings.iter().filter(|fact| fact.is_public).map(|fact| fact.hearing).collect();
    for hearing in samskab_hearing::store::find_many(connection, cx.tenant.id, &heard).await? {
        answers.push(case_json(cx, connection, hearing.clone()).await?);
        let (title, is_answered) = (hearing.title.clone(), hearing.phase(cx.now()) == Phase::Answered);
        let CaseFiles { note, responses, statements } = case_files(cx, connection, hearing).await?;
        if note.is_none() || !is_answered {
            missing.push(t.bundle_no_note(title.as_str()));
        }
        parts.extend(note.map(|note| ("hoeringsnotat", note)));
        parts.push(("hoeringssvar", responses));
        parts.push(("udtalelser", statements));
    }
    match recommendations(cx, connection, &process).await? {
        blocks if blocks.is_empty() => missing.push(t.bundle_no_recommendation().to_owned()),
        blocks => {
            parts.push(("indstilling", document(t.bundle_recommendation().to_owned(), String::new(), blocks)))
        }
    }
    let plan = plan_blocks(cx, &process, &corrections);
    parts.push(("procesplan", document(t.plan_title().to_owned(), String::new(), plan)));
    Ok(CaseBundle { process, parts, missing, answers, corrections })
}

/// Whether more was written since the version that is in it. Two queries.
async fn is_ahead(
    cx: &Cx,
    connection: &mut Connection,
    process: &Process,
    content: &Content,
) -> Result<bool> {
    match &process.text {
        Some(text) => Ok(texts::content(connection, cx.tenant.id, text).await? != *content),
        None => Ok(false),
    }
}

/// What each body recommended and decided, where the reader may see its agenda. The case goes on to others: whatever
/// is closed is not in it, whoever fetches it. Two queries for each; a plan has two.
async fn recommendations(cx: &Cx, connection: &mut Connection, process: &Process) -> Result<Vec<Block>> {
    let t = T(cx.locale);
    let steps: Vec<&Step> = process.steps.iter().filter(|step| step.kind.is_decided_in_a_meeting()).collect();
    let points = agenda_points(cx, connection, &steps).await?;
    let mut blocks = Vec::new();
    for AgendaPoint { step, item, .. } in points.iter().filter(|point| !point.item.is_closed) {
        blocks.push(Block::Heading { level: 3, text: format!("{}: {}", process.who(step), step.title) });
        blocks.push(Block::Text(item.about.clone()));
        let proposal = (t.bundle_recommendation().to_owned(), item.proposal.clone());
        let decided = (t.policy_decision().to_owned(), outcome(t, step));
        let said = [proposal, decided].into_iter().filter(|(_, text)| !text.is_empty());
        blocks.extend(said.map(|(label, text)| Block::Labelled { label, text }));
    }
    Ok(blocks)
}

/// The text that was adopted, else the one put to those who decide, else the one as it is now. Runs one to three
/// queries.
async fn final_text(
    cx: &Cx,
    connection: &mut Connection,
    process: &Process,
) -> Result<Option<(i64, Content)>> {
    let Some(text) = &process.text else { return Ok(None) };
    let policy = &process.policy;
    let number = policy.public_number().or(policy.put_number).unwrap_or(process.newest_version());
    let version = texts::version_numbered(connection, cx.tenant.id, text.id, number).await?;
    match version {
        Some(version) => Ok(Some((number, texts::content_of(&version)?))),
        None => Ok(None),
    }
}

/// What changed, paragraph by paragraph and in words: not everybody can see colours.
fn redline(t: T, before: &Content, after: &Content) -> Vec<Block> {
    let all = compared(&before.blocks, &after.blocks);
    let changed: Vec<&ComparedBlock> = all.iter().filter(|block| block.fate != Fate::Same).collect();
    if changed.is_empty() {
        return vec![Block::Text(t.bundle_no_change().to_owned())];
    }
    let mut blocks = Vec::new();
    for block in changed {
        let label = match block.fate {
            Fate::Added => t.bundle_added(),
            Fate::Removed => t.bundle_removed(),
            Fate::Moved => t.bundle_moved(),
            Fate::Changed | Fate::Same => t.bundle_changed(),
        };
        blocks.push(Block::Labelled { label: label.to_owned(), text: said(t, block) });
    }
    blocks
}

/// "Vi mødes [slettet: to] [tilføjet: tre] gange."; a paragraph that is wholly new or gone is shown as it is.
fn said(t: T, block: &ComparedBlock) -> String {
    match block.fate {
        Fate::Added | Fate::Removed => block.words.iter().map(|change| change.text.as_str()).collect(),
        _ => marked(samskab_writing::T(t.0), &block.words),
    }
}

fn plan_blocks(cx: &Cx, process: &Process, corrections: &[Correction]) -> Vec<Block> {
    let t = T(cx.locale);
    let policy = &process.policy;
    let labelled =
        |label: &str, text: &str| Block::Labelled { label: label.to_owned(), text: text.to_owned() };
    let mut blocks: Vec<Block> = [
        (t.policy_case_number(), policy.case_number.as_str()),
        (t.policy_kle(), policy.kle.as_str()),
        (t.policy_political(), policy.political.as_str()),
        (t.policy_administrative(), policy.administrative.as_str()),
        (t.policy_decision(), policy.decision_number.as_str()),
        (t.policy_amendment(), policy.amendment.as_str()),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(label, text)| labelled(label, text))
    .collect();
    let facts = process.facts();
    let head = [t.plan_when(), t.plan_who(), t.plan_what(), t.plan_state(), t.plan_outcome()]
        .map(str::to_owned)
        .to_vec();
    let rows = process.steps.iter().map(|step| {
        vec![
            facts.time(step, cx.locale),
            process.who(step),
            step.title.clone(),
            facts.standing(step).said(t).0.to_owned(),
            outcome(t, step),
        ]
    });
    blocks.push(Block::Table(filled(Table { head, rows: rows.collect() })));
    let reopened = reopened(&process.steps);
    if !reopened.is_empty() {
        blocks.push(Block::Heading { level: 2, text: t.plan_reopened().to_owned() });
        blocks.push(Block::Items(reopened));
    }
    if !process.exceptions.is_empty() {
        blocks.push(Block::Heading { level: 2, text: t.exceptions_title().to_owned() });
        let exceptions = process.exceptions.iter();
        blocks
            .extend(exceptions.map(|one| labelled(facts.waived(t, one).trim_end_matches('.'), &one.reason)));
    }
    if !corrections.is_empty() {
        blocks.push(Block::Heading { level: 2, text: t.corrections_title().to_owned() });
        blocks.push(Block::Items(corrections.iter().map(|one| one.said(cx.locale)).collect()));
    }
    blocks
}

/// The earlier outcomes of steps that were opened again, and why they were.
fn reopened(steps: &[Step]) -> Vec<String> {
    let of = |step: &Step| -> Vec<String> {
        step.earlier.lines().map(|line| format!("{}: {line}", step.title)).collect()
    };
    steps.iter().flat_map(of).collect()
}

/// The table without its empty columns.
fn filled(table: Table) -> Table {
    let is_filled: Vec<bool> = (0..table.head.len())
        .map(|column| table.rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty())))
        .collect();
    let kept = |row: Vec<String>| -> Vec<String> {
        row.into_iter().zip(&is_filled).filter(|(_, is_filled)| **is_filled).map(|(cell, _)| cell).collect()
    };
    Table { head: kept(table.head), rows: table.rows.into_iter().map(kept).collect() }
}

/// "sagspakke-frivilligpolitik"
fn name_of(policy: &Policy) -> String {
    format!("sagspakke-{}", file_name("politik", &policy.title))
}

/// A correction for machines, without the person who made it.
fn correction(one: &Correction) -> serde_json::Value {
    json!({
        "on": one.created_at.day().to_string(),
        "from_version": one.from_number,
        "version": one.number,
        "reason": one.reason,
    })
}

/// GET /politikker/{id}/sagspakke.pdf: all of it as one text.
pub(crate) async fn pdf(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let bundle = bundle(&cx, &mut reader, id).await?;
    drop(reader);
    let t = T(cx.locale);
    let contents = Document { subtitle: String::new(), ..bundle.contents(&cx) };
    let name = name_of(&bundle.process.policy);
    let numbered = (1..).zip(bundle.parts).map(|(number, (_, part)): (usize, (&str, Document))| Document {
        title: format!("{number}. {}", part.title),
        ..part
    });
    let blocks = std::iter::once(contents).chain(numbered).flat_map(|part| {
        let subtitle = (!part.subtitle.is_empty()).then_some(Block::Text(part.subtitle));
        let lower = part.blocks.into_iter().map(|block| match block {
            Block::Heading { text, .. } => Block::Heading { level: 3, text },
            other => other,
        });
        std::iter::once(Block::Heading { level: 2, text: part.title })
            .chain(subtitle)
            .chain(lower)
            .collect::<Vec<_>>()
    });
    let document = Document {
        title: t.bundle_title(bundle.process.policy.title.as_str()),
        subtitle: cx.locale.day(cx.today()),
        footer: format!("{} · {}", cx.tenant.name, bundle.process.policy.title),
        locale: cx.locale,
        made_at: cx.now(),
        blocks: blocks.collect(),
    };
    download_text(document, &name, TextFile::Pdf).await
}

/// GET /politikker/{id}/sagspakke.zip: each text by itself, as PDF and DOCX, with what machines read.
pub(crate) async fn zip(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let bundle = bundle(&cx, &mut reader, id).await?;
    drop(reader);
    let policy = &bundle.process.policy;
    let case = json!({
        "title": policy.title,
        "case_number": policy.case_number,
        "kle": policy.kle,
        "state": policy.state.code(),
        "adopted_on": policy.adopted_on.map(|day| day.to_string()),
        "decision_number": policy.decision_number,
        "amendment": policy.amendment,
        "version": policy.adopted_number.or(policy.put_number),
        "corrections": bundle.corrections.iter().map(correction).collect::<Vec<_>>(),
        "plan": plan_rows(&bundle.process),
    });
    let contents = bundle.contents(&cx);
    let name = name_of(policy);
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let parts = std::iter::once(("indhold", contents)).chain(bundle.parts);
    for (number, (name, document)) in (0..).zip(parts) {
        let name = format!("{number}-{name}");
        files.push((format!("{name}.pdf"), written(document.clone(), TextFile::Pdf).await?));
        files.push((format!("{name}.docx"), written(document, TextFile::Docx).await?));
    }
    for (number, answers) in (1..).zip(bundle.answers) {
        files.push((format!("hoeringssvar-{number}.json"), answers));
    }
    files.push(("sag.json".to_owned(), serde_json::to_vec_pretty(&case).map_err(fault)?));
    let packed = pack(files, cx.now()).map_err(fault)?;
    download("application/zip", &format!("{name}.zip"), packed)
}

/// Each file gets the archive's date: it was written for it.
fn pack(files: Vec<(String, Vec<u8>)>, now: Instant) -> std::result::Result<Vec<u8>, zip::result::ZipError> {
    let wall = now.in_denmark();
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    let at = DateTime::from_date_and_time(
        u16::try_from(wall.year()).unwrap_or_default(),
        part(wall.month()),
        part(wall.day()),
        part(wall.hour()),
        part(wall.minute()),
        part(wall.second()),
    );
    let options = SimpleFileOptions::default().last_modified_time(at.unwrap_or_default());
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        file.start_file(name, options)?;
        file.write_all(&bytes)?;
    }
    Ok(file.finish()?.into_inner())
}

fn fault(error: impl std::fmt::Display) -> Error {
    Error::Fault(format!("the case could not be put together: {error}"))
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Day, Locale};
    use uuid::Uuid;

    use super::*;
    use crate::{step::StepKind, testing::content};

    #[test]
    fn what_was_said_before_a_step_was_opened_again_is_in_the_case() {
        let day = Day::of(2026, 4, 19);
        let (id, policy) = (Uuid::from_u128(1).into(), Uuid::from_u128(2).into());
        let step = Step::new(id, policy, StepKind::Dialogue, (day, day), day.at(9, 0));
        assert_eq!(reopened(std::slice::from_ref(&step)), [""; 0]);
        let earlier = "Udført 1. april: 40 kom. Åbnet igen.\nAflyst: Sne. Åbnet igen.".to_owned();
        let again = Step { title: "Møde i hallen".into(), earlier, ..step };
        let said = [
            "Møde i hallen: Udført 1. april: 40 kom. Åbnet igen.",
            "Møde i hallen: Aflyst: Sne. Åbnet igen.",
        ];
        assert_eq!(reopened(&[again]), said);
    }

    #[test]
    fn what_changed_is_said_in_words_and_nothing_of_it_is_lost() {
        let before = content(&[(1, "Vi mødes to gange."), (2, "Væk med det.")]);
        let after = content(&[(1, "Vi mødes tre gange."), (3, "Helt nyt.")]);
        let blocks = redline(T(Locale::Da), &before, &after);
        let texts: Vec<String> = blocks
            .into_iter()
            .map(|block| match block {
                Block::Labelled { label, text } => format!("{label}: {text}"),
                other => panic!("{other:?}"),
            })
            .collect();
        let all = texts.join("\n");
        for words in ["[slettet: to]", "[tilføjet: tre]", "Væk med det.", "Helt nyt."] {
            assert!(all.contains(words), "{words} in {all}");
        }
        assert_eq!(redline(T(Locale::Da), &before, &before).len(), 1, "it says that nothing changed");
    }
}
