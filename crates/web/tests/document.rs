//! A text as a file: laid out with the fonts of the house, and read back.

use samskab_document::{Block, Document, Table};
use samskab_kernel::{Instant, Locale};
use samskab_web::{TextFile, download_text};

fn text(blocks: Vec<Block>) -> Document {
    Document {
        title: "Referat: Koordinationsgruppen, 12. marts 2026".into(),
        subtitle: "Torsdag den 12. marts kl. 14.00–16.00".into(),
        footer: "Fjordlund Kommune · Koordinationsgruppen".into(),
        locale: Locale::Da,
        made_at: Instant::from_micros(1_773_320_400_000_000),
        blocks,
    }
}

fn one_of_each() -> Vec<Block> {
    let long = "Gruppen drøftede, hvordan kaffen i forhallen kan blive et sted, hvor man mødes. ".repeat(12);
    let row = |number: usize| {
        let answer = "kommer, og har lovet at tage nøglen til lokalet med".to_owned();
        vec![format!("Asta Prøvested {number}"), answer, "Solgården".to_owned()]
    };
    vec![
        Block::Labelled { label: "Sted".into(), text: "Rådhuset, lokale 3".into() },
        Block::Heading { level: 2, text: "1. Godkendelse af dagsordenen".into() },
        Block::Text("Beslutter · Afgjort".into()),
        Block::Text(format!("{long}\n\nEt afsnit mere, med en linje\nder er brudt med vilje.")),
        Block::Labelled { label: "Begrundelse".into(), text: long.clone() },
        Block::Decision { label: "Beslutning".into(), text: format!("Godkendt.\n\n{long}") },
        Block::Heading { level: 3, text: "Det, der skal gøres".into() },
        Block::Items(vec!["Spørg Teknik om lokaler: Asta Prøvested, senest 1. maj".into(), long]),
        Block::Heading { level: 2, text: "Hvem var der".into() },
        Block::Table(Table {
            head: vec!["Navn".into(), "Svar".into(), "Sted".into()],
            rows: (1..60).map(row).collect(),
        }),
        Block::Text("Et navn på arabisk: فاطمة. Og et smil: 😀".into()),
        Block::Text("o".repeat(400)),
    ]
}

async fn bytes(document: Document, kind: TextFile) -> Vec<u8> {
    let response = download_text(document, "referat", kind).await.expect("a file");
    axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("its bytes").to_vec()
}

/// How often this stands in the file. The tree of tags is not compressed.
fn count(file: &[u8], needle: &str) -> usize {
    file.windows(needle.len()).filter(|part| *part == needle.as_bytes()).count()
}

#[tokio::test]
async fn a_pdf_says_what_each_part_is() {
    let file = bytes(text(one_of_each()), TextFile::Pdf).await;
    if let Some(folder) = std::env::var_os("SAMSKAB_KEEP_FILES") {
        std::fs::write(std::path::Path::new(&folder).join("referat.pdf"), &file).expect("kept");
    }
    assert!(file.starts_with(b"%PDF-1.7"));
    for (tag, expected) in
        [("/S/H1", 1), ("/S/H2", 2), ("/S/H3", 1), ("/S/LI", 2), ("/S/TH", 3), ("/S/TR", 60)]
    {
        assert_eq!(count(&file, &format!("{tag}/")), expected, "{tag}");
    }
    assert!(count(&file, "(da-DK)") >= 1, "the language");
    assert!(count(&file, "pdfuaid:part") >= 1, "it says that it is PDF/UA");
    assert!(count(&file, "/DisplayDocTitle true") >= 1, "the title is shown");
}

#[tokio::test]
async fn a_text_of_nothing_is_a_file_too() {
    let file = bytes(text(Vec::new()), TextFile::Pdf).await;
    assert_eq!(count(&file, "/S/H1/"), 1);
}

#[tokio::test]
async fn a_word_file_has_headings_lists_and_a_table_head() {
    let file = bytes(text(one_of_each()), TextFile::Docx).await;
    if let Some(folder) = std::env::var_os("SAMSKAB_KEEP_FILES") {
        std::fs::write(std::path::Path::new(&folder).join("referat.docx"), &file).expect("kept");
    }
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a package");
    let mut part = |name: &str| {
        let file = package.by_name(name).expect("a part of it");
        std::io::read_to_string(file).expect("its text")
    };
    let body = part("word/document.xml");
    for expected in
        ["Heading1", "Heading2", "Heading3", "ListParagraph", "Decision", "<w:tblHeader/>", "فاطمة"]
    {
        assert!(body.contains(expected), "{expected}");
    }
    assert!(part("word/styles.xml").contains(r#"<w:lang w:val="da-DK""#));
    assert!(part("docProps/core.xml").contains("<dc:title>Referat: Koordinationsgruppen, 12. marts 2026"));
}
