//! GET /tekster/{id}/tekst.pdf and …docx: what the reader reads on the page, as a file.

use axum::{extract::Path, response::Response};
use samskab_document::Document;
use samskab_web::{Cx, Result, TextFile, download_text, file_name, module};

use super::{
    TextOfBody,
    show::{Seen, TEXT_SAID},
    unread,
};
use crate::{
    T,
    content::{Content, ContentBlock},
    store,
    text::{LANGUAGE, TextId, VersionId},
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
    // An adopted text says that it is adopted.
    let mut said = module::parts(&cx, &mut reader, TEXT_SAID, id.uuid()).await?;
    drop(reader);
    said.push(seen.said(&cx, LANGUAGE));
    let subtitle = said.join("\n");
    download(&cx, &seen.found, &seen.content, subtitle, kind).await
}

/// GET /tekstversioner/{id}/tekst.pdf and …docx: a version as it stood, for those who follow the text.
pub async fn version_pdf(cx: Cx, Path(id): Path<VersionId>) -> Result<Response> {
    version(cx, id, TextFile::Pdf).await
}

pub async fn version_docx(cx: Cx, Path(id): Path<VersionId>) -> Result<Response> {
    version(cx, id, TextFile::Docx).await
}

async fn version(cx: Cx, id: VersionId, kind: TextFile) -> Result<Response> {
    let mut reader = cx.read().await?;
    let version = super::versions::find(&cx, &mut reader, id).await?;
    let found = TextOfBody::followed(&cx, &mut reader, version.text).await?;
    drop(reader);
    let content = store::content_of(&version).map_err(|error| unread(&error))?;
    let name = super::versions::said(T(LANGUAGE), version.number, &version.name);
    let subtitle = format!("{name} · {}", LANGUAGE.day(version.created_at.day()));
    download(&cx, &found, &content, subtitle, kind).await
}

async fn download(
    cx: &Cx,
    found: &TextOfBody,
    content: &Content,
    subtitle: String,
    kind: TextFile,
) -> Result<Response> {
    let of = found.body.as_ref().map(|body| body.name.as_str());
    let document = Document {
        title: content.title.clone(),
        subtitle,
        footer: [Some(cx.tenant.name.as_str()), of].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        locale: LANGUAGE,
        made_at: cx.now(),
        blocks: content.blocks.iter().map(ContentBlock::shown).collect(),
    };
    download_text(document, &file_name("tekst", &content.title), kind).await
}
