#![doc = include_str!("../README.md")]

pub mod certificate;
mod package;
mod pdf;

use samskab_kernel::cpr;

/// At most this many bytes in one file.
pub const LARGEST: usize = 10 * 1024 * 1024;

samskab_kernel::codes! {
    /// What a file is.
    pub enum FileKind {
        Pdf => "pdf",
        Png => "png",
        Jpeg => "jpeg",
        Docx => "docx",
        Xlsx => "xlsx",
        Pptx => "pptx",
        Odt => "odt",
        Ods => "ods",
        Odp => "odp",
        Text => "txt",
        Csv => "csv",
    }
}

impl FileKind {
    /// The media type that a browser is told.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Text => "text/plain; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    fn ends(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Text => &["txt", "md"],
            Self::Pdf => &["pdf"],
            Self::Png => &["png"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Pptx => &["pptx"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
            Self::Odp => &["odp"],
            Self::Csv => &["csv"],
        }
    }
}

/// What a browser offers to choose.
pub const ACCEPTED: &str = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.md,.csv";

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Larger than [`LARGEST`].
    TooLarge,
    Empty,
    /// None of the kinds that are taken; programs, archives and the formats of Office before 2007 among them.
    Unknown,
    /// It is of another kind than its name says.
    OtherKind(FileKind),
    /// It was cut off, or is protected by a password.
    Broken,
    /// It brings a program along: macros, or a PDF that starts something.
    Program,
    /// A børneattest or straffeattest.
    Certificate,
    /// Something in it looks like a CPR number.
    Cpr,
}

/// What the file is.
///
/// # Errors
/// Why it is not taken.
pub fn check(name: &str, bytes: &[u8]) -> Result<FileKind, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    if certificate::is_named_so(name) {
        return Err(Refused::Certificate);
    }
    let end = name.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    let (kind, text) = content(&end, bytes)?;
    if !kind.ends().contains(&end.as_str()) {
        // Anything readable is a text: a script or a list of settings, too.
        return Err(if kind == FileKind::Text && !is_taken(&end) {
            Refused::Unknown
        } else {
            Refused::OtherKind(kind)
        });
    }
    if certificate::says_so(&text) {
        return Err(Refused::Certificate);
    }
    if cpr::looks_like_one(&text) {
        return Err(Refused::Cpr);
    }
    Ok(kind)
}

/// Whether files whose names end like this are accepted.
fn is_taken(end: &str) -> bool {
    FileKind::ALL.iter().any(|kind| kind.ends().contains(&end))
}

/// The kind of file, with its readable words.
fn content(end: &str, bytes: &[u8]) -> Result<(FileKind, String), Refused> {
    if bytes.starts_with(b"%PDF-") {
        let starts = [b"/JavaScript".as_slice(), b"/Launch"];
        let has = |needle: &&[u8]| bytes.windows(needle.len()).any(|part| part == *needle);
        return match starts.iter().any(has) {
            true => Err(Refused::Program),
            false => pdf::read(bytes).map(|words| (FileKind::Pdf, words)),
        };
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok((FileKind::Png, String::new()));
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Ok((FileKind::Jpeg, String::new()));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return package::read(bytes);
    }
    let is_text = |byte: &u8| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r');
    match std::str::from_utf8(bytes) {
        Ok(text) if bytes.iter().all(is_text) => {
            Ok((if end == "csv" { FileKind::Csv } else { FileKind::Text }, text.to_owned()))
        }
        // Danish as Windows has written it: no control characters, and read as a list.
        Err(_) if end == "csv" && bytes.iter().all(is_text) => {
            Ok((FileKind::Csv, bytes.iter().map(|byte| char::from(*byte)).collect()))
        }
        _ => Err(Refused::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn package(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in parts {
            file.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            file.write_all(text.as_bytes()).unwrap();
        }
        file.finish().unwrap().into_inner()
    }

    fn docx(text: &str) -> Vec<u8> {
        let body = format!("<w:document xmlns:w='x'><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:document>");
        package(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &body)])
    }

    #[test]
    fn a_file_is_what_its_content_says() {
        assert_eq!(check("bilag.pdf", b"%PDF-1.7 ..."), Ok(FileKind::Pdf));
        assert_eq!(check("Foto.JPG", b"\xff\xd8\xff\xe0 ..."), Ok(FileKind::Jpeg));
        assert_eq!(check("notat.docx", &docx("Et notat")), Ok(FileKind::Docx));
        assert_eq!(check("liste.csv", "navn;sted\nÅse;Hjemme".as_bytes()), Ok(FileKind::Csv));
        assert_eq!(check("liste.csv", b"navn;sted\n\xc5se;Hjemme"), Ok(FileKind::Csv));
        let odt = package(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", "<a>Hej</a>"),
        ]);
        assert_eq!(check("brev.odt", &odt), Ok(FileKind::Odt));
    }

    #[test]
    fn a_program_in_disguise_is_not_taken() {
        assert_eq!(check("bilag.pdf", b"MZ\x90\0 this program cannot be run"), Err(Refused::Unknown));
        assert_eq!(check("bilag.txt", b"\x7fELF\x02\x01"), Err(Refused::Unknown));
        assert_eq!(check("bilag.docx", b"%PDF-1.7"), Err(Refused::OtherKind(FileKind::Pdf)));
        assert_eq!(check("setup.exe", b"%PDF-1.7"), Err(Refused::OtherKind(FileKind::Pdf)));
        assert_eq!(check("setup.exe", b"echo hej"), Err(Refused::Unknown), "to name it .txt is no help");
        assert_eq!(check("notat.pdf", b"Et notat"), Err(Refused::OtherKind(FileKind::Text)));
        assert_eq!(check("bilag.pdf", b"%PDF-1.7 /S /JavaScript"), Err(Refused::Program));
        assert_eq!(check("arkiv.zip", &package(&[("a.exe", "MZ")])), Err(Refused::Unknown));
        let macros = package(&[
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", "<a/>"),
            ("word/vbaProject.bin", "x"),
        ]);
        assert_eq!(check("notat.docx", &macros), Err(Refused::Program));
    }

    #[test]
    fn numbers_and_certificates_are_found_in_the_words() {
        let number = cpr::made_up();
        assert_eq!(check("notat.docx", &docx(&format!("Fru Hansen, {number}"))), Err(Refused::Cpr));
        assert_eq!(check("notat.txt", number.as_bytes()), Err(Refused::Cpr));
        let attest = docx("Attest fra Det Centrale Kriminalregister");
        assert_eq!(check("notat.docx", &attest), Err(Refused::Certificate));
        assert_eq!(check("Børneattest Vilma.pdf", b"%PDF-1.7"), Err(Refused::Certificate));
    }

    /// A PDF of one page.
    fn pdf() -> lopdf::Document {
        use lopdf::{Document, Object, Stream, dictionary};
        let mut made = Document::with_version("1.5");
        let pages = made.new_object_id();
        let content = made.add_object(Stream::new(dictionary! {}, b"BT (Et notat) Tj ET".to_vec()));
        let page =
            made.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
        let kids = vec![Object::Reference(page)];
        made.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 }.into());
        let root = made.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        made.trailer.set("Root", root);
        made
    }

    #[test]
    fn a_script_that_a_pdf_hides_is_found() {
        use lopdf::{Object, SaveOptions, dictionary};
        let mut hidden = pdf();
        let action = hidden
            .add_object(dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") });
        let root = hidden.trailer.get(b"Root").and_then(Object::as_reference).unwrap();
        let catalog = hidden.get_object_mut(root).and_then(Object::as_dict_mut).unwrap();
        catalog.set("OpenAction", action);
        let mut bytes = Vec::new();
        hidden
            .save_with_options(
                &mut bytes,
                SaveOptions::builder()
                    .use_object_streams(true)
                    .use_xref_streams(true)
                    .compression_level(9)
                    .build(),
            )
            .unwrap();
        assert!(!bytes.windows(11).any(|part| part == b"/JavaScript"), "it is packed");
        assert_eq!(check("notat.pdf", &bytes), Err(Refused::Program));
    }

    #[test]
    fn what_unpacks_to_gigabytes_is_not_unpacked() {
        use lopdf::{Object, Stream, dictionary};
        let mut bomb = pdf();
        let page = bomb.get_pages()[&1];
        let mut stream = Stream::new(dictionary! {}, vec![b' '; 200 * 1024 * 1024]);
        stream.compress().unwrap();
        let content = bomb.add_object(stream);
        bomb.get_object_mut(page).and_then(Object::as_dict_mut).unwrap().set("Contents", content);
        let mut bytes = Vec::new();
        bomb.save_to(&mut bytes).unwrap();
        assert_eq!(check("notat.pdf", &bytes), Ok(FileKind::Pdf));
    }

    #[test]
    fn what_is_cut_off_or_too_large_is_said_to_be_so() {
        let whole = docx("Et notat");
        assert_eq!(check("notat.docx", &whole[..whole.len() / 2]), Err(Refused::Broken));
        assert_eq!(check("tom.pdf", b""), Err(Refused::Empty));
        assert_eq!(check("stor.pdf", &vec![b' '; LARGEST + 1]), Err(Refused::TooLarge));
    }
}
