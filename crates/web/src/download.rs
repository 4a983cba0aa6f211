//! Files that a reader fetches.

use std::sync::LazyLock;

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};

use samskab_document::{Document, Fonts};

use crate::{Error, Result};

/// IBM Plex Sans, as on the pages (OFL).
pub(crate) static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(|| {
    let regular = include_bytes!(concat!(env!("OUT_DIR"), "/IBMPlexSans-Regular.ttf"));
    let strong = include_bytes!(concat!(env!("OUT_DIR"), "/IBMPlexSans-SemiBold.ttf"));
    Fonts::new(regular, strong).ok()
});

/// The format in which a text is downloaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFile {
    Pdf,
    Docx,
}

/// A text as a file called `name` and what it is: `referat.pdf`.
///
/// # Errors
/// When it could not be written; nothing that somebody typed causes that.
pub async fn download_text(document: Document, name: &str, kind: TextFile) -> Result<Response> {
    let body = written(document, kind).await?;
    match kind {
        TextFile::Pdf => download("application/pdf", &format!("{name}.pdf"), body),
        TextFile::Docx => download(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            &format!("{name}.docx"),
            body,
        ),
    }
}

/// The name of a file, made from its title: "kommissorium-for-gruppen"; `otherwise` where the title has no letters or
/// digits.
pub fn file_name(otherwise: &str, title: &str) -> String {
    let folded = samskab_kernel::danish::fold(title);
    let words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(80).collect();
    if name.is_empty() { otherwise.to_owned() } else { name }
}

/// The bytes of such a file, to be put among others.
///
/// # Errors
/// When it could not be written; nothing that somebody typed causes that.
pub async fn written(document: Document, kind: TextFile) -> Result<Vec<u8>> {
    // Laying out a long text takes some milliseconds of a core: not where others wait.
    let written = tokio::task::spawn_blocking(move || match (kind, &*FONTS) {
        (TextFile::Docx, _) => document.docx(),
        (TextFile::Pdf, Some(fonts)) => document.pdf(fonts),
        (TextFile::Pdf, None) => Err(samskab_document::Error::Font),
    });
    let written = written.await.map_err(|error| Error::Fault(error.to_string()))?;
    written.map_err(|error| Error::Fault(error.to_string()))
}

/// A file of this media type that a browser saves under `name`; a name with non-English letters is given twice, as
/// RFC 6266 says. The file holds data from the database as it is now, mostly about people: no cache keeps it.
///
/// # Errors
/// When `media_type` or `name` holds something that no header may hold, such as a line break.
pub fn download(media_type: &str, name: &str, body: impl Into<Body>) -> Result<Response> {
    let value = |text: &str| HeaderValue::from_str(text).map_err(|error| Error::Fault(error.to_string()));
    if name.contains(char::is_control) {
        return Err(Error::Fault("the name of a file holds what no header holds".to_owned()));
    }
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, value(media_type)?);
    headers.insert(header::CONTENT_DISPOSITION, value(&disposition(name))?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn disposition(name: &str) -> String {
    let plain: String = name.chars().filter(|sign| sign.is_ascii() && !matches!(sign, '"' | '\\')).collect();
    if plain == name {
        return format!("attachment; filename=\"{name}\"");
    }
    let whole = crate::app::encode(name).replace('/', "%2F");
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_danish_name_keeps_its_letters() {
        assert_eq!(disposition("opgaver.xlsx"), "attachment; filename=\"opgaver.xlsx\"");
        let said = "attachment; filename=\"Grnsen.docx\"; filename*=UTF-8''Gr%C3%A6nsen.docx";
        assert_eq!(disposition("Grænsen.docx"), said);
        assert_eq!(disposition("a\"b.pdf"), "attachment; filename=\"ab.pdf\"; filename*=UTF-8''a%22b.pdf");
    }
}
