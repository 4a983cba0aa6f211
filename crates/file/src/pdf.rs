//! What is in a PDF: the words on its pages, and whether it starts something. A file that cannot be read so is taken as it is:
//! what people look at it with forgives more.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Dictionary, Document, Error, LoadOptions, Object};

use crate::Refused;

/// Bytes that are unpacked at most, of all parts together; but this much of each part in any case.
const MOST_UNPACKED: usize = 60 * 1024 * 1024;
const OF_EACH: usize = 256 * 1024;
/// At most this many pages are read for words.
const MOST_PAGES: usize = 500;
/// Bytes of words that are looked through.
const MOST_WORDS: usize = 4 * 1024 * 1024;
/// So deep an object is looked into.
const DEPTH: usize = 8;

/// The words in it.
///
/// # Errors
/// It starts something, or is protected by a password.
pub(crate) fn read(bytes: &[u8]) -> Result<String, Refused> {
    // Whatever a stranger's file does to the reader, only that file remains unread.
    catch_unwind(AssertUnwindSafe(|| words(bytes))).unwrap_or_else(|_| Ok(String::new()))
}

fn words(bytes: &[u8]) -> Result<String, Refused> {
    let streams = bytes.windows(b"endstream".len()).filter(|part| *part == b"endstream").count();
    let most = (MOST_UNPACKED / streams.max(1)).max(OF_EACH);
    let options = LoadOptions { max_decompressed_size: Some(most), ..LoadOptions::default() };
    let document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(Error::InvalidPassword) => return Err(Refused::Broken),
        Err(_) => return Ok(String::new()),
    };
    if document.is_encrypted() && document.encryption_state.is_none() {
        return Err(Refused::Broken);
    }
    if document.objects.values().any(|object| starts_something(object, DEPTH)) {
        return Err(Refused::Program);
    }
    let mut words = String::new();
    for page in document.get_pages().keys().take(MOST_PAGES) {
        if let Ok(text) = document.extract_text_with_limit(&[*page], most) {
            words.push_str(&text);
            words.push('\n');
        }
        if words.len() > MOST_WORDS {
            break;
        }
    }
    Ok(words)
}

fn starts_something(object: &Object, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    match object {
        Object::Array(parts) => parts.iter().any(|part| starts_something(part, depth)),
        Object::Dictionary(parts) => is_action(parts) || in_parts(parts, depth),
        Object::Stream(stream) => is_action(&stream.dict) || in_parts(&stream.dict, depth),
        _ => false,
    }
}

fn in_parts(parts: &Dictionary, depth: usize) -> bool {
    parts.iter().any(|(_, part)| starts_something(part, depth))
}

/// An action that runs a script or a program (ISO 32000-1, 12.6.4).
fn is_action(parts: &Dictionary) -> bool {
    let kind = parts.get(b"S").and_then(Object::as_name).unwrap_or_default();
    kind == b"JavaScript" || kind == b"Launch" || parts.has(b"JS") || parts.has(b"JavaScript")
}
