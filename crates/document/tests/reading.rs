//! What goes out as DOCX comes in again as the same blocks; what Word writes is read; what is broken is said to be so.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails says where")]

use std::io::Write as _;

use proptest::prelude::*;
use samskab_document::{Block, Document, MOST_BLOCKS, ReadText, Table, Unreadable};
use samskab_kernel::{Instant, Locale};

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Kommissorium for gruppen".to_owned(),
        subtitle: "Udkast & mere".to_owned(),
        footer: "Fjordlund".to_owned(),
        locale: Locale::Da,
        made_at: Instant::from_micros(1_772_438_400_000_000),
        blocks,
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned() }
}

fn text(text: &str) -> Block {
    Block::Text(text.to_owned())
}

fn items(items: &[&str]) -> Block {
    Block::Items(items.iter().map(|item| (*item).to_owned()).collect())
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// A package of Word: `body` between the tags of the text.
fn word(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let text = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="x" xmlns:r="y"><w:body>{body}</w:body></w:document>"#
    );
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, part) in [("word/document.xml", text.as_str())].iter().chain(more) {
        file.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        file.write_all(part.as_bytes()).unwrap();
    }
    file.finish().unwrap().into_inner()
}

fn said(body: &str) -> Vec<Block> {
    ReadText::from_docx(&word(body, &[])).unwrap().blocks
}

#[test]
fn what_we_write_is_read_back_as_it_was() {
    let blocks = vec![
        heading(2, "Formål"),
        text("Gruppen <deler> viden.\nOg handler & hjælper."),
        items(&["Nøglepersoner", "Koordinatoren"]),
        heading(3, "Møder"),
        Block::Labelled { label: "Sted".to_owned(), text: "Rådhuset".to_owned() },
        Block::Table(Table {
            head: row(&["Hvem", "Hvad"]),
            rows: vec![row(&["Asta", "Indkalder"]), row(&["", "Vært"])],
        }),
        Block::Decision { label: "Beslutning".to_owned(), text: "Vi mødes\n\nfire gange.".to_owned() },
        Block::Decision { label: "Beslutning".to_owned(), text: "To gange digitalt.".to_owned() },
    ];
    let read = ReadText::from_docx(&document(blocks.clone()).docx().unwrap()).unwrap();
    assert_eq!(read.title, "Kommissorium for gruppen");
    assert_eq!(read.subtitle, "Udkast & mere");
    assert_eq!(read.blocks, blocks);
    assert!(read.left_out.is_nothing());
}

#[test]
fn tracked_changes_are_what_they_come_to() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">Vi mødes </w:t></w:r><w:del><w:r><w:delText>to</w:delText></w:r></w:del><w:ins><w:r><w:t>tre</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> gange.</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Den ene </w:t></w:r></w:p><w:p><w:r><w:t>går over i den anden.</w:t></w:r></w:p>
        <w:p><w:moveFrom><w:r><w:t>Flyttet</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>Flyttet</w:t></w:r></w:moveTo></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:trPr><w:del w:id="2"/></w:trPr><w:tc><w:p><w:r><w:t>væk</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;
    assert_eq!(
        said(body),
        [
            text("Vi mødes tre gange."),
            text("Den ene går over i den anden."),
            text("Flyttet"),
            Block::Table(Table { head: row(&["A", "B"]), rows: vec![] }),
        ]
    );
}

#[test]
fn a_paragraph_whose_end_was_deleted_at_the_end_of_the_text_is_kept() {
    let body = r#"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Sidste ord</w:t></w:r></w:p>"#;
    assert_eq!(said(body), [text("Sidste ord")]);
}

#[test]
fn headings_are_known_by_style_in_any_language_and_by_their_level() {
    let styles = r#"<w:styles xmlns:w="x"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>
        <w:style w:styleId="Egen"><w:name w:val="Vores"/><w:basedOn w:val="Overskrift1"/></w:style>
        <w:style w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>
        <w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>"#;
    let p = |style: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
    };
    let level = r#"<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Underafsnit</w:t></w:r></w:p>"#;
    let body = [
        p("Titel", "Forretningsorden"),
        p("TOC1", "Møder 1"),
        p("Overskrift1", "Møder"),
        level.to_owned(),
        p("Egen", "Beslutninger"),
        p("Ring", "Almindelig tekst"),
    ];
    let file = word(&body.concat(), &[("word/styles.xml", styles)]);
    let read = ReadText::from_docx(&file).unwrap();
    assert_eq!(read.title, "Forretningsorden");
    assert_eq!(
        read.blocks,
        [
            heading(2, "Møder"),
            heading(3, "Underafsnit"),
            heading(2, "Beslutninger"),
            text("Almindelig tekst")
        ]
    );
    assert!(read.left_out.table_of_contents);
}

#[test]
fn numbers_that_word_counts_are_written_out_and_dots_are_a_list() {
    let numbering = r#"<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1."/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>"#;
    let p = |list: u8, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let body =
        [p(1, "Formanden indkalder."), p(2, "mail"), p(2, "brev"), p(1, "Gruppen beslutter.")].concat();
    let read = ReadText::from_docx(&word(&body, &[("word/numbering.xml", numbering)])).unwrap();
    assert_eq!(
        read.blocks,
        [text("§ 1. Formanden indkalder."), items(&["mail", "brev"]), text("§ 2. Gruppen beslutter.")]
    );
}

#[test]
fn what_has_no_place_is_counted_and_no_word_of_a_box_or_a_table_in_a_table_is_lost() {
    let body = r#"<w:p><w:r><w:t>Før</w:t></w:r><w:r><w:drawing><a:blip/><a:p><a:r><a:t>i tegningen</a:t></a:r></a:p></w:drawing></w:r>
        <w:r><w:footnoteReference w:id="1"/></w:r></w:p>
        <w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>I en boks</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ydre</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>indre</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>tabel</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc>
        <w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>Bred</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;
    let read = ReadText::from_docx(&word(body, &[])).unwrap();
    assert_eq!((read.left_out.pictures, read.left_out.notes), (1, 1));
    assert_eq!(read.blocks[..2], [text("Før"), text("I en boks")]);
    let Block::Table(table) = &read.blocks[2] else { panic!("{:?}", read.blocks) };
    assert_eq!(table.head[..2], ["Ydre\nindre, tabel", "Bred"]);
    assert!(table.head.len() <= 63);
}

#[test]
fn a_link_keeps_its_address() {
    let links = r#"<Relationships><Relationship Id="rId4" Type="http://x/relationships/hyperlink" Target="https://fjordlund.example/a&amp;b"/></Relationships>"#;
    let body = r#"<w:p><w:hyperlink r:id="rId4"><w:r><w:t>Se planen</w:t></w:r></w:hyperlink></w:p>"#;
    let read = ReadText::from_docx(&word(body, &[("word/_rels/document.xml.rels", links)])).unwrap();
    assert_eq!(read.blocks, [text("Se planen (https://fjordlund.example/a&b)")]);
}

#[test]
fn what_is_no_text_is_said_to_be_none() {
    assert_eq!(ReadText::from_docx(b"hej"), Err(Unreadable::Broken));
    let whole = document(vec![text("Hej")]).docx().unwrap();
    for cut in [10, whole.len() / 3, whole.len() / 2, whole.len() - 30] {
        assert_eq!(ReadText::from_docx(&whole[..cut]), Err(Unreadable::Broken), "{cut}");
    }
    assert_eq!(ReadText::from_docx(&word("", &[])), Err(Unreadable::Empty));
    assert_eq!(ReadText::from_docx(&word("<w:p><w:r></w:p>", &[])), Err(Unreadable::Broken));
    let many = "<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(MOST_BLOCKS + 1);
    assert_eq!(ReadText::from_docx(&word(&many, &[])), Err(Unreadable::TooLong));
    // A bomb: 30 MB of nothing in a file of some kilobytes.
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let packed =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    file.start_file("word/document.xml", packed).unwrap();
    file.write_all(&vec![b' '; 30 * 1024 * 1024]).unwrap();
    let bomb = file.finish().unwrap().into_inner();
    assert!(bomb.len() < 100_000);
    assert_eq!(ReadText::from_docx(&bomb), Err(Unreadable::TooLarge));
}

#[test]
fn markdown_is_read() {
    let read = ReadText::from_markdown(
        "# Kommissorium\n\n## Formål\n\nGruppen deler *viden*\nog **erfaring**.\n\n- en\n- to\n  - to og en halv\n\n\
         3. tredje\n4. fjerde\n\n### Hvem\n\n| Navn | Rolle |\n|---|---|\n| Asta | Sekretær |\n\n**Sted:** Rådhuset\n\n\
         Se [planen](https://fjordlund.example). ![logo](a.png)\n\n<!-- væk -->\n\n> Citat\n",
    )
    .unwrap();
    assert_eq!(read.title, "Kommissorium");
    assert_eq!(
        read.blocks,
        [
            heading(2, "Formål"),
            text("Gruppen deler viden og erfaring."),
            items(&["en", "to", "to og en halv"]),
            text("3. tredje"),
            text("4. fjerde"),
            heading(3, "Hvem"),
            Block::Table(Table { head: row(&["Navn", "Rolle"]), rows: vec![row(&["Asta", "Sekretær"])] }),
            Block::Labelled { label: "Sted".to_owned(), text: "Rådhuset".to_owned() },
            text("Se planen (https://fjordlund.example). logo"),
            text("Citat"),
        ]
    );
    assert_eq!(read.left_out.pictures, 1);
    assert_eq!(ReadText::from_markdown(" \n\n"), Err(Unreadable::Empty));
    assert_eq!(ReadText::from_markdown(&"a ".repeat(1_000_000)), Err(Unreadable::TooLong));
    assert_eq!(ReadText::from_markdown(&"a\n\n".repeat(600)), Err(Unreadable::TooLong));
}

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-zæøåA-Z0-9<>&\"'§%é]{1,8}", 1..8).prop_map(|words| words.join(" "))
}

fn lines() -> impl Strategy<Value = String> {
    proptest::collection::vec(words(), 1..4).prop_map(|lines| lines.join("\n"))
}

fn block() -> impl Strategy<Value = Block> {
    let table = (2_usize..5, 1_usize..5).prop_flat_map(|(columns, rows)| {
        proptest::collection::vec(proptest::collection::vec(lines(), columns), rows)
    });
    prop_oneof![
        words().prop_map(|text| Block::Heading { level: 2, text }),
        lines().prop_map(Block::Text),
        (words(), lines()).prop_map(|(label, text)| Block::Labelled { label, text }),
        (words(), lines()).prop_map(|(label, text)| Block::Decision { label, text }),
        proptest::collection::vec(lines(), 1..5).prop_map(Block::Items),
        table.prop_map(|mut rows| {
            let head = rows.remove(0);
            Block::Table(Table { head, rows })
        }),
    ]
}

/// Two lists after each other are one: nothing in the file stands between them.
fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for block in blocks {
        match (all.last_mut(), block) {
            (Some(Block::Items(before)), Block::Items(more)) => before.extend(more),
            (_, block) => all.push(block),
        }
    }
    all
}

proptest! {
    #[test]
    fn every_text_of_ours_comes_back(blocks in proptest::collection::vec(block(), 1..8)) {
        let blocks = joined(blocks);
        let read = ReadText::from_docx(&document(blocks.clone()).docx().unwrap()).unwrap();
        prop_assert_eq!(read.blocks, blocks);
    }

    /// Whatever was done to a file, it is read or refused; nothing breaks.
    #[test]
    fn a_spoilt_text_is_read_or_refused(at in 0_usize..3000, with in proptest::collection::vec(any::<u8>(), 0..12)) {
        let whole = document(vec![heading(2, "Formål"), text("Tekst"), items(&["a", "b"])]);
        let mut bytes = whole.docx().unwrap();
        let at = at.min(bytes.len());
        let to = (at + with.len()).min(bytes.len());
        bytes.splice(at..to, with);
        let _ = ReadText::from_docx(&bytes);
    }

    #[test]
    fn whatever_stands_between_the_tags_is_read_or_refused(body in "(<w:(p|r|t|tbl|tr|tc|pPr|rPr|del|ins|b|numPr|hyperlink)/?>|</w:(p|r|t|tbl|tr|tc|pPr)>|[a-z &;#]{0,4}){0,30}") {
        let _ = ReadText::from_docx(&word(&body, &[("word/styles.xml", &body), ("word/numbering.xml", &body)]));
    }

    #[test]
    fn any_markdown_is_read_or_refused(text in "([#>*_`|\\[\\]()!<&~0-9. \n-]|[a-zæ]{1,4}|\n\n){0,60}") {
        let _ = ReadText::from_markdown(&text);
    }

    /// No word of a plain text is lost.
    #[test]
    fn the_words_of_a_plain_text_are_all_there(paragraphs in proptest::collection::vec("[a-zæøå]{1,6}( [a-zæøå]{1,6}){0,6}", 1..8)) {
        let read = ReadText::from_markdown(&paragraphs.join("\n\n")).unwrap();
        let read: Vec<String> = read.blocks.iter().map(|block| match block { Block::Text(text) => text.clone(), other => format!("{other:?}") }).collect();
        prop_assert_eq!(read, paragraphs);
    }
}
