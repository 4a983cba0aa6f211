//! A form with a file in it: read whole, within a limit, so that the browser always gets our answer.

use std::collections::BTreeMap;

use axum::{extract::Multipart, http::StatusCode};
use samskab_file::{FileKind, Refused, check};
use samskab_kernel::{Locale, cpr, text::one_line};
use tokio::task::spawn_blocking;

use crate::{Error, Result, T};

/// What was sent.
#[derive(Debug, Default)]
pub struct Upload {
    fields: BTreeMap<String, String>,
    /// Masked where it holds something like a CPR number, and at most 120 characters.
    pub file_name: String,
    pub bytes: Vec<u8>,
    /// More than the limit; `bytes` are only its beginning.
    pub is_too_large: bool,
}

impl Upload {
    /// What was typed into a field; empty when it was not sent.
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// What the file is, or why it is refused; and its bytes. A compressed text takes a moment to unpack, so this
    /// runs off the threads that serve pages.
    ///
    /// # Errors
    /// When looking at it failed altogether.
    pub async fn checked(self) -> Result<(std::result::Result<FileKind, Refused>, Vec<u8>)> {
        let checked = spawn_blocking(move || {
            let kind = match self.is_too_large {
                true => Err(Refused::TooLarge),
                false => check(&self.file_name, &self.bytes),
            };
            (kind, self.bytes)
        });
        checked.await.map_err(|error| Error::Fault(error.to_string()))
    }
}

/// Reads the fields and the one file of a form, at most `most` bytes of it.
///
/// # Errors
/// When the body is no form, or was cut off.
pub async fn read(mut multipart: Multipart, most: usize) -> Result<Upload> {
    let broken = |error: axum::extract::multipart::MultipartError| Error::BadRequest(error.to_string());
    let mut sent = Upload::default();
    loop {
        let mut field = match multipart.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(sent),
            Err(error) if is_over_the_limit(&error) => return Ok(Upload { is_too_large: true, ..sent }),
            Err(error) => return Err(broken(error)),
        };
        let Some(name) = field.name().map(str::to_owned) else { continue };
        if field.file_name().is_none() {
            sent.fields.insert(name, field.text().await.map_err(broken)?);
            continue;
        }
        let file_name = one_line(field.file_name().unwrap_or_default());
        sent.file_name = cpr::masked(&file_name).chars().take(120).collect();
        loop {
            let chunk = match field.chunk().await {
                Ok(Some(chunk)) => chunk,
                Ok(None) => break,
                Err(error) if is_over_the_limit(&error) => return Ok(Upload { is_too_large: true, ..sent }),
                Err(error) => return Err(broken(error)),
            };
            // Past the limit it is read to its end, so that the browser gets our answer.
            if sent.bytes.len() + chunk.len() > most {
                sent.is_too_large = true;
            } else {
                sent.bytes.extend_from_slice(&chunk);
            }
        }
    }
}

/// The body is larger than the house takes: said by a layer below, in words of its own.
fn is_over_the_limit(error: &axum::extract::multipart::MultipartError) -> bool {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return true;
    }
    let error: &(dyn std::error::Error + 'static) = error;
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.into_iter().any(|cause| cause.to_string().contains("length limit exceeded"))
}

/// Why a file is not taken, with the next step.
pub fn refused(locale: Locale, why: Refused) -> String {
    let t = T(locale);
    match why {
        Refused::TooLarge => t.file_too_large().to_owned(),
        Refused::Empty => t.file_empty().to_owned(),
        Refused::Unknown => t.file_unknown().to_owned(),
        Refused::OtherKind(kind) => t.file_other_kind(kind.code()),
        Refused::Broken => t.file_broken().to_owned(),
        Refused::Program => t.file_program().to_owned(),
        Refused::Certificate => t.file_certificate().to_owned(),
        Refused::Cpr => t.file_cpr().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use samskab_document::{Block, Document};
    use samskab_kernel::Day;

    use super::*;

    fn pdf(text: &str) -> Vec<u8> {
        let document = Document {
            title: "Notat".into(),
            subtitle: String::new(),
            footer: String::new(),
            locale: Locale::Da,
            made_at: Day::of(2026, 3, 2).at(9, 0),
            blocks: vec![Block::Text(text.into())],
        };
        document.pdf(crate::download::FONTS.as_ref().unwrap()).unwrap()
    }

    #[test]
    fn the_words_of_a_pdf_are_read() {
        assert_eq!(check("notat.pdf", &pdf("Et notat om Åse")), Ok(FileKind::Pdf));
        let number = cpr::made_up();
        let with_number = pdf(&format!("Fru Hansen, {number}, vil gerne være med."));
        assert_eq!(check("notat.pdf", &with_number), Err(Refused::Cpr));
        let attest = pdf("Attest fra Det Centrale Kriminalregister");
        assert_eq!(check("notat.pdf", &attest), Err(Refused::Certificate));
    }
}
