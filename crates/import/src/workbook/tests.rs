//! Workbooks as people make them: what becomes of their cells.

use std::io::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use samskab_kernel::{Locale, cpr};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;
use crate::{check, file::Sheet, row::Row};

static COLUMNS: [Column; 6] = [
    Column::new("name", "Navn", &["foreningsnavn"], "").required(),
    Column::new("postcode", "Postnr.", &["postnummer"], ""),
    Column::new("phone", "Telefon", &["tlf"], ""),
    Column::new("since", "Stiftet", &[], ""),
    Column::new("members", "Medlemmer", &[], ""),
    Column::new("area", "Område", &[], ""),
];

fn xlsx(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

fn sheet(bytes: &[u8]) -> Sheet {
    text_of(&COLUMNS, bytes).and_then(|text| text.sheet()).unwrap()
}

/// The number beside the row, and its cells.
fn rows(sheet: &Sheet) -> Vec<(u64, Vec<&str>)> {
    sheet.lines.iter().map(|line| (line.number, line.cells.iter().map(String::as_str).collect())).collect()
}

fn headers(sheet: &mut rust_xlsxwriter::Worksheet, row: u32, names: &[&str]) {
    for (column, name) in (0..).zip(names) {
        sheet.write(row, column, *name).unwrap();
    }
}

#[test]
fn numbers_days_and_zeros_are_read_as_they_are_shown() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet();
        headers(sheet, 0, &["Navn", "Postnr.", "Telefon", "Stiftet", "Medlemmer"]);
        let (zeros, spaced) =
            (Format::new().set_num_format("0000"), Format::new().set_num_format("00 00 00 00"));
        let day = Format::new().set_num_format("dd-mm-yyyy");
        sheet.write(1, 0, "  Koret ").unwrap();
        sheet.write_with_format(1, 1, 800, &zeros).unwrap();
        sheet.write_with_format(1, 2, 1_234_567, &spaced).unwrap();
        sheet.write_with_format(1, 3, ExcelDateTime::from_ymd(2018, 10, 1).unwrap(), &day).unwrap();
        sheet.write(1, 4, 120.0).unwrap();
        sheet.write(2, 0, "Skakklubben").unwrap();
        sheet.write(2, 1, 800).unwrap();
        sheet.write(2, 2, 12_345_678).unwrap();
        sheet.write(2, 3, "1. oktober 2018").unwrap();
        sheet.write(2, 4, 0.1 + 0.2).unwrap();
        sheet.write(4, 0, "Efter en tom række").unwrap();
        sheet.write(4, 1, "0800").unwrap();
        sheet.write(4, 4, true).unwrap();
        let at = ExcelDateTime::from_ymd(2018, 10, 1).unwrap().and_hms(14, 30, 0).unwrap();
        sheet.write_with_format(4, 3, at, &Format::new().set_num_format("dd-mm-yyyy hh:mm")).unwrap();
    });
    let sheet = sheet(&bytes);
    assert_eq!((sheet.charset, sheet.delimiter), (Charset::Xlsx, ';'));
    assert_eq!(
        rows(&sheet),
        [
            (2, vec!["Koret", "0800", "01234567", "01-10-2018", "120"]),
            (3, vec!["Skakklubben", "0800", "12345678", "1. oktober 2018", "0,3"]),
            (5, vec!["Efter en tom række", "0800", "", "01-10-2018 14:30", "ja"]),
        ]
    );
}

#[test]
fn headers_stand_under_a_title_and_a_merged_cell_counts_in_each_of_its_rows() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet().set_name("Foreninger").unwrap();
        sheet.merge_range(0, 0, 0, 2, "Foreninger i kommunen, navn og sted", &Format::new()).unwrap();
        headers(sheet, 2, &["Område", "Navn", "Tlf."]);
        sheet.merge_range(3, 0, 6, 0, "Nord", &Format::new()).unwrap();
        for (row, name) in [(3, "Koret"), (4, "Skakklubben"), (7, "Roklubben")] {
            sheet.write(row, 1, name).unwrap();
        }
        sheet.write(7, 3, "et notat ved siden af").unwrap();
    });
    let sheet = sheet(&bytes);
    assert_eq!(sheet.place, Some(Place { sheet: "Foreninger".into(), header_row: 3 }));
    assert_eq!(sheet.header, ["Område", "Navn", "Tlf.", ""]);
    assert_eq!(
        rows(&sheet),
        [
            (4, vec!["Nord", "Koret"]),
            (5, vec!["Nord", "Skakklubben"]),
            (8, vec!["", "Roklubben", "", "et notat ved siden af"]),
        ],
        "and rows that say nothing else are no rows"
    );
}

#[test]
fn a_formula_is_what_it_came_to_and_an_error_is_said_at_its_field() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet();
        headers(sheet, 0, &["Navn", "Postnr.", "Medlemmer"]);
        sheet.write(1, 0, Formula::new("=\"Ko\"&\"ret\"").set_result("Koret")).unwrap();
        sheet.write(1, 2, Formula::new("=60*2").set_result("120")).unwrap();
        sheet.write(2, 0, Formula::new("=VLOOKUP(1,A:B,2)").set_result("#N/A")).unwrap();
        sheet.write(2, 1, "6950").unwrap();
    });
    let sheet = sheet(&bytes);
    assert_eq!(rows(&sheet), [(2, vec!["Koret", "", "120"]), (3, vec!["#N/A", "6950"])]);

    let columns = std::sync::Arc::new(Columns::find(&COLUMNS, &sheet.header).unwrap());
    let mut row = Row::new(sheet.lines[1].clone(), columns, Locale::Da);
    row.refuse_errors(&COLUMNS);
    row.required("name", 100);
    let said: Vec<String> = row.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["Navn: Formlen i feltet giver fejlen #N/A. Ret den i regnearket, eller skriv teksten i stedet."]
    );
}

#[test]
fn of_several_sheets_the_first_with_a_known_header_is_the_likeliest() {
    let bytes = xlsx(|book| {
        book.add_worksheet().set_name("Læs mig").unwrap().write(0, 0, "Udtræk").unwrap();
        book.add_worksheet().set_name("Tomt").unwrap();
        let sheet = book.add_worksheet().set_name("Foreninger").unwrap();
        headers(sheet, 0, &["Navn", "By"]);
        sheet.write(1, 0, "Koret").unwrap();
        let lists = book.add_worksheet().set_name("Lister").unwrap().set_hidden(true);
        lists.write(0, 0, "Navn").unwrap();
    });
    let text = text_of(&COLUMNS, &bytes).unwrap();
    let sheets = text.sheets();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.place.sheet.as_str()).collect();
    assert_eq!(names, ["Læs mig", "Foreninger"], "neither the empty nor the hidden one");
    assert_eq!(likeliest(&COLUMNS, &sheets), 1);
    assert_eq!(text.sheet(), Err(Unreadable::BrokenWorkbook), "as long as none is chosen");
    let chosen = Text::of_sheets(Charset::Xlsx, &sheets[1..]).unwrap().sheet().unwrap();
    assert_eq!(rows(&chosen), [(2, vec!["Koret"])]);
}

#[test]
fn a_number_like_a_cpr_number_is_masked_before_anything_is_kept() {
    let number = cpr::made_up();
    let as_number: f64 = number.replace('-', "").parse().unwrap();
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet().set_name(format!("Født {number}")).unwrap();
        headers(sheet, 0, &["Navn", "Telefon", "Område"]);
        sheet.write(1, 0, format!("Koret, formand {number}")).unwrap();
        sheet.write(1, 1, as_number).unwrap();
        sheet.write_with_format(1, 2, as_number, &Format::new().set_num_format("000000-0000")).unwrap();
    });
    let text = text_of(&COLUMNS, &bytes).unwrap();
    assert!(!text.text.contains("1234") && text.text.contains("••••••-••••"), "{}", text.text);
    let sheet = text.sheet().unwrap();
    assert!(sheet.lines[0].cells[1..].iter().all(|cell| cell == "••••••••••"), "{:?}", sheet.lines);
}

/// A package like those LibreOffice writes.
fn ods(content: &str, manifest: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content>{content}</office:document-content>"
    );
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_str()),
        ("META-INF/manifest.xml", manifest),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const LIBREOFFICE: &str = r#"
<office:automatic-styles>
<number:number-style style:name="N0"><number:number number:min-integer-digits="1"/></number:number-style>
<number:number-style style:name="N106"><number:number number:decimal-places="0" number:min-integer-digits="8"/></number:number-style>
<style:style style:name="co1" style:family="table-column"/>
<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N106"/>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:tracked-changes><table:deletion><table:table-cell><text:p>slettet</text:p></table:table-cell></table:deletion></table:tracked-changes>
<table:table table:name="Foreninger &amp; klubber" table:style-name="ta1">
<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce1"/><table:table-column table:number-columns-repeated="16381"/>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="3"><text:p>En liste</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Navn</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Postnr.</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Telefon</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Stiftet</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Medlemmer</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Område</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><office:annotation><dc:creator>x</dc:creator><text:p>en bemærkning</text:p></office:annotation><text:p>Sang &amp; <text:span>dans</text:span></text:p><text:p>i<text:s/>Nord</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="800"><text:p>800</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1234567"><text:p>01234567</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2018-10-01"><text:p>1. okt. 18</text:p></table:table-cell><table:table-cell table:formula="of:=60*2.25" office:value-type="float" office:value="135.5"><text:p>135,5</text:p></table:table-cell><table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>Nord</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Koret</text:p></table:table-cell><table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#I/T</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3"/><table:covered-table-cell/></table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="Lister" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>Navn</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body>"#;

#[test]
fn a_file_of_libreoffice_is_read_as_one_of_excel() {
    let sheet = sheet(&ods(LIBREOFFICE, ""));
    assert_eq!(sheet.charset, Charset::Ods);
    assert_eq!(sheet.place, Some(Place { sheet: "Foreninger & klubber".into(), header_row: 4 }));
    assert_eq!(
        rows(&sheet),
        [
            (5, vec!["Sang & dans\ni Nord", "0800", "01234567", "01-10-2018", "135,5", "Nord"]),
            (6, vec!["Koret", "#VALUE!", "", "", "", "Nord"]),
        ]
    );
}

#[test]
fn what_is_no_list_is_refused_with_the_next_step() {
    let refused = |bytes: &[u8]| text_of(&COLUMNS, bytes).unwrap_err();
    // Excel before 2007 and a locked file begin alike.
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat();
    assert_eq!(refused(&old), Unreadable::OldWorkbook);
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refused(&[old, name].concat()), Unreadable::Encrypted);
    assert_eq!(refused(&ods("", "<manifest:encryption-data/>")), Unreadable::Encrypted);
    assert_eq!(refused(b"PK\x03\x04 et dokument"), Unreadable::NotText);
    assert_eq!(
        refused(&xlsx(|book| {
            book.add_worksheet();
        })),
        Unreadable::Empty
    );
    let one = |column: u16| {
        xlsx(|book| {
            book.add_worksheet().write(0, column, "Navn").unwrap();
        })
    };
    let mut cut = one(0);
    cut.truncate(cut.len() / 2);
    assert_eq!(refused(&cut), Unreadable::NotText);
    assert_eq!(refused(&one(16_000)), Unreadable::TooManyColumns);
    for refused in
        [Unreadable::OldWorkbook, Unreadable::Encrypted, Unreadable::BrokenWorkbook, Unreadable::NotText]
    {
        for locale in [Locale::Da, Locale::En] {
            assert!(check::Refused::from(refused.clone()).text(crate::T(locale)).contains(".xlsx"));
        }
    }
}

#[test]
fn a_small_file_that_says_it_is_huge_is_refused_before_it_is_unpacked() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    let block = vec![b' '; 1024 * 1024];
    for _ in 0..=MOST_UNPACKED / block.len() {
        zip.write_all(&block).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1024 * 1024, "it is {} bytes", bomb.len());
    assert_eq!(text_of(&COLUMNS, &bomb), Err(Unreadable::TooMuchUnpacked));

    // One row, said a million times over; and one cell, to the right end of the sheet.
    let table = |row: &str| {
        format!(
            "<office:body><office:spreadsheet><table:table table:name=\"a\">{row}</table:table></office:spreadsheet></office:body>"
        )
    };
    let row = |repeat: &str, cell: &str| {
        table(&format!(
            "<table:table-row{repeat}><table:table-cell office:value-type=\"string\"{cell}><text:p>Navn</text:p></table:table-cell></table:table-row>"
        ))
    };
    let down = row(" table:number-rows-repeated=\"1000000000\"", "");
    assert_eq!(text_of(&COLUMNS, &ods(&down, "")), Err(Unreadable::TooManyRows));
    let right = row("", " table:number-columns-repeated=\"1000000000\"");
    assert_eq!(text_of(&COLUMNS, &ods(&right, "")), Err(Unreadable::TooManyColumns));
    let both = row(" table:number-rows-repeated=\"1000000000\"", " table:number-columns-repeated=\"199\"");
    assert_eq!(text_of(&COLUMNS, &ods(&both, "")), Err(Unreadable::TooMuchUnpacked));
}

#[test]
fn a_csv_file_is_read_as_before() {
    let text = text_of(&COLUMNS, "Navn;Postnr.\nKoret;800\n".as_bytes()).unwrap();
    assert_eq!(text.charset, Charset::Utf8);
    assert!(text.sheets().is_empty());
    assert_eq!(text.sheet().unwrap().place, None);
}
