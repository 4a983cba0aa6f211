//! GET /moeder/{id}/moede.pdf and …/moede.docx: the agenda, and afterwards the minutes, as a reader may see them on the page.

use axum::{extract::Path, response::Response};
use samskab_document::{Block, Document, Table};
use samskab_web::{Cx, Result, TextFile, download_text};

use super::{MeetingId, as_beginning, show};
use crate::T;

pub async fn pdf(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    file(cx, id, TextFile::Pdf).await
}

pub async fn docx(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    file(cx, id, TextFile::Docx).await
}

async fn file(cx: Cx, id: MeetingId, kind: TextFile) -> Result<Response> {
    let seen = show::Seen::read(&cx, id).await?;
    let meeting = &seen.found.meeting;
    let name = if seen.is_minutes { "referat" } else { "dagsorden" };
    let name = format!("{name}-{}", meeting.starts_at.day());
    download_text(document(&cx, &seen), &name, kind).await
}

fn document(cx: &Cx, seen: &show::Seen) -> Document {
    let is_minutes = seen.is_minutes;
    let (t, meeting, body) = (T(cx.locale), &seen.found.meeting, &seen.found.body);
    let day = cx.locale.day(meeting.starts_at.day());
    let title = if is_minutes {
        t.meeting_file_minutes(body.name.as_str(), day.as_str())
    } else {
        t.meeting_file_agenda(body.name.as_str(), day.as_str())
    };
    let mut blocks = Vec::new();
    let mut say = |label: &str, text: &str| {
        if !text.is_empty() {
            blocks.push(Block::Labelled { label: label.to_owned(), text: text.to_owned() });
        }
    };
    say(t.meeting_file_where(), &meeting.place);
    say(t.meeting_file_about(), &meeting.title);
    match seen.approved.as_str() {
        "" => say(t.meeting_file_state(), &as_beginning(meeting.said_state(t, cx.now()).0)),
        approved => say(t.meeting_file_state(), approved),
    }
    say(t.meeting_file_cancelled(), &meeting.state_reason);
    if !seen.no_quorum.is_empty() {
        blocks.push(Block::Text(seen.no_quorum.clone()));
    }
    for item in &seen.lines {
        point(t, item, &mut blocks);
    }
    if seen.closed > 0 {
        blocks.push(Block::Text(t.meeting_closed_items(seen.closed)));
    }
    if is_minutes && seen.is_unnoted {
        blocks.push(Block::Text(t.minutes_nobody_noted().to_owned()));
    }
    let others = seen.others_there.as_str();
    if !seen.answers.is_empty() || !others.is_empty() {
        let (text, answer) = match is_minutes {
            true => (t.minutes_was_there(), t.minutes_file_attendance()),
            false => (t.meeting_who(), t.meeting_file_answer()),
        };
        blocks.push(Block::Heading { level: 2, text: text.to_owned() });
        let mut rows: Vec<Vec<String>> = seen
            .answers
            .iter()
            .map(|one| vec![one.name.clone(), as_beginning(&show::said(t, one))])
            .collect();
        if !others.is_empty() {
            rows.push(vec![others.to_owned(), as_beginning(t.answer_was_there())]);
        }
        let head = vec![t.meeting_file_name().to_owned(), answer.to_owned()];
        blocks.push(Block::Table(Table { head, rows }));
    }
    Document {
        title,
        subtitle: as_beginning(&meeting.when(cx)),
        footer: format!("{} · {}", cx.tenant.name, body.name),
        locale: cx.locale,
        made_at: cx.now(),
        blocks,
    }
}

fn point(t: T, item: &show::ItemLine, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading { level: 2, text: item.title.clone() });
    // Of a point that is closed to the reader there is no more to read.
    if item.verb.is_empty() {
        return;
    }
    let mut facts = vec![as_beginning(item.verb)];
    if item.is_closed {
        facts.push(t.item_is_closed().to_owned());
    }
    facts.extend(item.facts.iter().map(|(name, value)| format!("{name} {value}")));
    if !item.state.0.is_empty() {
        facts.push(item.state.0.clone());
    }
    if !item.since.is_empty() {
        facts.push(item.since.clone());
    }
    blocks.push(Block::Text(facts.join(" · ")));
    if !item.about.is_empty() {
        blocks.push(Block::Text(item.about.clone()));
    }
    let labelled = |label: &str, text: &str| {
        let (label, text) = (label.to_owned(), text.to_owned());
        (!text.is_empty()).then_some(Block::Labelled { label, text })
    };
    if !item.annexes.is_empty() || !item.old_annexes.is_empty() {
        let names: Vec<&str> =
            item.annexes.iter().chain(&item.old_annexes).map(|(_, said)| said.as_str()).collect();
        blocks.extend(labelled(t.annexes_title(), &names.join(", ")));
    }
    blocks.extend(labelled(t.item_proposal(), &item.proposal));
    if !item.decision.is_empty() {
        let label = if item.is_decision { t.minutes_decision() } else { t.minutes_conclusion() };
        blocks.push(Block::Decision { label: label.to_owned(), text: item.decision.clone() });
    }
    blocks.extend(labelled(t.minutes_reason(), &item.reason));
    blocks.extend(labelled(t.minutes_resume(), &item.resume));
    blocks.extend(labelled(t.minutes_votes(), &item.votes));
    blocks.extend(labelled(t.minutes_without_quorum(), &item.quorum_reason));
    blocks.extend(labelled(t.minutes_disqualified(), &item.disqualified));
    if !item.follow_ups.is_empty() {
        blocks.push(Block::Heading { level: 3, text: t.follow_ups_title().to_owned() });
        blocks.push(Block::Items(item.follow_ups.clone()));
    }
    let corrections = item.corrections.iter().map(|line| Block::Text(t.minutes_corrected(line.as_str())));
    blocks.extend(corrections);
}
