//! GET /borgermoeder/{id}/noter.pdf and …/noter.docx: what was said, by theme.

use axum::{extract::Path, response::Response};
use samskab_document::{Block, Document};
use samskab_web::{Cx, Result, TextFile, download_text};

use crate::{DialogueId, T, held::kept, notes::by_theme, store};

pub async fn pdf(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    file(cx, id, TextFile::Pdf).await
}

pub async fn docx(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    file(cx, id, TextFile::Docx).await
}

async fn file(cx: Cx, id: DialogueId, kind: TextFile) -> Result<Response> {
    let mut reader = cx.read().await?;
    let dialogue = kept(&cx, &mut reader, id).await?;
    let notes = store::notes(&mut reader, cx.tenant.id, id).await?;
    drop(reader);
    let t = T(cx.locale);
    let mut blocks = vec![Block::Labelled { label: t.dialogue_place().into(), text: dialogue.place.clone() }];
    if notes.is_empty() {
        blocks.push(Block::Text(t.notes_none().to_owned()));
    }
    for (theme, lines) in by_theme(t, &dialogue, &notes) {
        blocks.push(Block::Heading { level: 2, text: theme });
        blocks.extend(lines.into_iter().map(|line| Block::Labelled { label: line.about, text: line.said }));
    }
    let document = Document {
        title: t.notes_of(dialogue.title.as_str()),
        subtitle: dialogue.when(&cx),
        footer: format!("{} · {}", cx.tenant.name, dialogue.title),
        locale: cx.locale,
        made_at: cx.now(),
        blocks,
    };
    download_text(document, &format!("noter-{}", dialogue.starts_at.day()), kind).await
}
