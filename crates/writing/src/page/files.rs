//! GET /tekster/{id}/tekst.pdf and …docx: what the reader reads on the page, as a file.

use axum::{extract::Path, response::Response};
use samskab_document::Document;
use samskab_kernel::danish::fold;
use samskab_web::{Cx, Result, TextFile, download_text};

use super::show::Seen;
use crate::{
    content::ContentBlock,
    text::{LANGUAGE, TextId},
};

pub async fn pdf(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    file(cx, id, TextFile::Pdf).await
}

pub async fn docx(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    file(cx, id, TextFile::Docx).await
}

async fn file(cx: Cx, id: TextId, kind: TextFile) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::read(&cx, &mut reader, id).await?;
    drop(reader);
    let of = seen.found.body.as_ref().map(|body| body.name.as_str());
    let document = Document {
        title: seen.content.title.clone(),
        subtitle: seen.said(&cx, LANGUAGE),
        footer: [Some(cx.tenant.name.as_str()), of].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        locale: LANGUAGE,
        made_at: cx.now(),
        blocks: seen.content.blocks.iter().map(ContentBlock::shown).collect(),
    };
    download_text(document, &name_of(&seen.content.title), kind).await
}

/// "kommissorium-for-gruppen"
fn name_of(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(80).collect();
    if name.is_empty() { "tekst".to_owned() } else { name }
}
