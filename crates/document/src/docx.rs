//! A DOCX: a ZIP of XML as ISO/IEC 29500 has it. Written here because the crates that write one say neither the language nor
//! the title nor which row of a table is its head (ADR 0015).

use std::io::{Cursor, Write as _};

use samskab_kernel::Locale;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{Block, Document, Error, Table, language, paragraphs};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const START: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

pub(crate) fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let language = language(document.locale);
    let styles = include_str!("docx_parts/styles.xml").replace("{language}", language);
    let parts = [
        ("[Content_Types].xml", include_str!("docx_parts/content_types.xml").to_owned()),
        ("_rels/.rels", include_str!("docx_parts/package_relations.xml").to_owned()),
        ("docProps/core.xml", core(document, language)),
        ("word/document.xml", body(document)),
        ("word/_rels/document.xml.rels", include_str!("docx_parts/document_relations.xml").to_owned()),
        ("word/styles.xml", styles),
        ("word/numbering.xml", include_str!("docx_parts/numbering.xml").to_owned()),
        ("word/footer.xml", footer(document)),
    ];
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        file.start_file(name, SimpleFileOptions::default())?;
        file.write_all(part.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}

/// Without the characters that XML does not allow: controls other than tab and line break.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            sign if sign.is_control() && sign != '\t' && sign != '\n' => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

fn core(document: &Document, language: &str) -> String {
    let at = document.made_at.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    format!(
        r#"{START}
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>Samskab</dc:creator><dc:language>{language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created></cp:coreProperties>"#,
        escaped(&document.title)
    )
}

/// Lines within a paragraph are breaks.
fn run(text: &str, is_strong: bool) -> String {
    let look = if is_strong { "<w:rPr><w:b/></w:rPr>" } else { "" };
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(line)))
        .collect();
    format!("<w:r>{look}{}</w:r>", lines.join("<w:br/>"))
}

fn paragraph(style: &str, runs: &str) -> String {
    let style = if style.is_empty() {
        String::new()
    } else {
        format!(r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#)
    };
    format!("<w:p>{style}{runs}</w:p>")
}

fn body(document: &Document) -> String {
    let mut parts = vec![paragraph("Heading1", &run(&document.title, false))];
    if !document.subtitle.is_empty() {
        parts.push(paragraph("Subtitle", &run(&document.subtitle, false)));
    }
    for block in &document.blocks {
        match block {
            Block::Heading { level, text } => {
                parts.push(paragraph(&format!("Heading{level}"), &run(text, false)));
            }
            Block::Text(text) => parts.extend(paragraphs(text).map(|text| paragraph("", &run(text, false)))),
            Block::Labelled { label, text } => parts.push(labelled("", label, text)),
            Block::Decision { label, text } => parts.push(labelled("Decision", label, text)),
            Block::Items(items) => {
                let items = items.iter().filter(|item| !item.trim().is_empty());
                parts.extend(items.map(|item| paragraph("ListParagraph", &run(item, false))));
            }
            Block::Table(table) => parts.push(rows(table)),
        }
    }
    format!(
        r#"{START}
<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"><w:body>{}<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1280" w:right="1280" w:bottom="1280" w:left="1280" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>"#,
        parts.concat()
    )
}

fn labelled(style: &str, label: &str, text: &str) -> String {
    let mut parts = paragraphs(text);
    let first = run(parts.next().unwrap_or_default(), false);
    let mut written = paragraph(style, &format!("{}{first}", run(&format!("{label}: "), true)));
    written.extend(parts.map(|text| paragraph(style, &run(text, false))));
    written
}

fn rows(table: &Table) -> String {
    let columns = table.head.len().max(1);
    let width = 9346 / columns;
    let grid = format!(r#"<w:gridCol w:w="{width}"/>"#).repeat(columns);
    let row = |cells: &[String], is_head: bool| {
        let look = if is_head { "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" } else { "" };
        let cell = |text: &String| format!("<w:tc>{}</w:tc>", paragraph("", &run(text, is_head)));
        format!("<w:tr>{look}{}</w:tr>", cells.iter().map(cell).collect::<String>())
    };
    let rows: String = table.rows.iter().map(|cells| row(cells, false)).collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{}{rows}</w:tbl>{}"#,
        row(&table.head, true),
        paragraph("", "")
    )
}

fn footer(document: &Document) -> String {
    let (page, of) = match document.locale {
        Locale::Da => ("Side ", " af "),
        Locale::En => ("Page ", " of "),
    };
    let field =
        |name: &str| format!(r#"<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#);
    let runs = format!(
        "{}<w:r><w:tab/></w:r>{}{}{}{}",
        run(&document.footer, false),
        run(page, false),
        field("PAGE"),
        run(of, false),
        field("NUMPAGES")
    );
    format!(r#"{START}<w:ftr xmlns:w="{MAIN}">{}</w:ftr>"#, paragraph("Footer", &runs))
}
