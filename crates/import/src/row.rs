//! A row while it is judged: its cells are read one by one, and everything that is wrong with them
//! is gathered, like the fields of a form.

use std::sync::Arc;

use samskab_kernel::{
    Cvr, Day, Locale,
    contact::{Email, Phone, Postcode},
    cpr,
    danish::fold,
    text,
};
use serde::{Deserialize, Serialize};

use crate::{
    T,
    column::{Column, Columns, plain},
    file::{Line, looks_like_formula},
};

/// Something to say about a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The file's name for the column; empty for the row as a whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub column: String,
    pub text: String,
}

impl std::fmt::Display for Note {
    /// `CVR-nr.: 12345678 er ikke …`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.column.is_empty() {
            f.write_str(&self.text)
        } else {
            write!(f, "{}: {}", self.column, self.text)
        }
    }
}

/// A field that the row changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    pub column: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// It is to be read before the rows are saved.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_weighty: bool,
}

#[derive(Debug, Clone)]
pub struct Row {
    /// Where it begins in the file.
    pub line: u64,
    /// The row's name in the report.
    pub name: String,
    pub problems: Vec<Note>,
    pub remarks: Vec<Note>,
    pub changes: Vec<Changed>,
    /// It looks like a heading or the last line of an export, so nothing new is made from it.
    pub(crate) looks_like_none: bool,
    t: T,
    /// Whether its cells were read before, so that problems in them are noted already.
    was_read: bool,
    cells: Vec<String>,
    columns: Arc<Columns>,
}

/// An empty cell and one with a line in it say the same.
const NOTHING: [&str; 6] = ["-", "–", "n/a", "null", "#n/a", "?"];
/// What a spreadsheet shows where it cannot calculate.
pub(crate) const ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
/// What people write instead of an address they do not have.
const NO_EMAIL: [&str; 10] = [
    "ingen",
    "ingen mail",
    "ingen e-mail",
    "ingen email",
    "har ikke mail",
    "har ingen mail",
    "ikke oplyst",
    "ukendt",
    "nej",
    "none",
];

impl Row {
    pub(crate) fn new(line: Line, columns: Arc<Columns>, locale: Locale) -> Self {
        let mut row = Self {
            line: line.number,
            name: String::new(),
            problems: Vec::new(),
            remarks: Vec::new(),
            changes: Vec::new(),
            looks_like_none: false,
            t: T(locale),
            was_read: false,
            cells: line.cells,
            columns,
        };
        let (expected, found) = (row.columns.headers.len(), row.cells.len());
        if row.cells.iter().skip(expected).any(|cell| !cell.is_empty()) {
            row.problem("", row.t.import_row_too_long(expected, found));
        }
        row
    }

    /// A cell of a workbook whose formula came to nothing says so, and is not read as text.
    pub(crate) fn refuse_errors(&mut self, known: &'static [Column]) {
        for column in known {
            let Some(place) = self.columns.place(column.key) else { continue };
            let Some(cell) = self.cells.get_mut(place).filter(|cell| ERRORS.contains(&cell.as_str())) else {
                continue;
            };
            let said = std::mem::take(cell);
            self.problem(column.key, self.t.import_cell_error(said));
        }
    }

    /// The language of whoever sent the file.
    pub fn locale(&self) -> Locale {
        self.t.0
    }

    pub fn has(&self, key: &str) -> bool {
        self.columns.has(key)
    }

    /// The cell's text, empty when there is no such column.
    pub fn cell(&self, key: &str) -> &str {
        let cell = self.columns.place(key).and_then(|place| self.cells.get(place)).map_or("", String::as_str);
        if NOTHING.contains(&cell.to_lowercase().as_str()) { "" } else { cell }
    }

    pub fn is_empty(&self, key: &str) -> bool {
        self.cell(key).is_empty()
    }

    pub fn is_rejected(&self) -> bool {
        !self.problems.is_empty()
    }

    fn header(&self, key: &str) -> String {
        if key.is_empty() { String::new() } else { self.columns.header(key).to_owned() }
    }

    /// The row is rejected, and this is why.
    pub fn problem(&mut self, key: &str, text: impl Into<String>) {
        let column = self.header(key);
        self.problems.push(Note { column, text: text.into() });
    }

    /// The row is taken, and this is worth knowing.
    pub fn remark(&mut self, key: &str, text: impl Into<String>) {
        let column = self.header(key);
        self.remarks.push(Note { column, text: text.into() });
    }

    /// From here on the cells are read again, to fill in what is stored already.
    pub(crate) fn is_read(&mut self) {
        self.was_read = true;
        self.changes.clear();
    }

    /// Reads a cell and puts what it says into `field`. A row is filled twice: into something blank, which
    /// tells what it says and what is wrong with it, then into what is here.
    pub fn fill<F, V>(&mut self, key: &str, read: impl FnOnce(&mut Self, &str) -> Option<V>, field: &mut F)
    where
        F: PartialEq + ReportValue + From<V>,
        V: Clone,
    {
        let remarks = self.remarks.len();
        let said = read(self, key);
        if self.was_read {
            self.remarks.truncate(remarks);
        }
        self.put(key, field, &said);
    }

    /// What the row says of a field, if it says something; noted when that is something else.
    /// An empty cell never takes anything away.
    pub fn put<F, V>(&mut self, key: &str, field: &mut F, said: &Option<V>)
    where
        F: PartialEq + ReportValue + From<V>,
        V: Clone,
    {
        let t = self.t;
        self.put_as(key, field, said.clone().map(F::from), |value| value.shown(t));
    }

    /// [`Row::put`] for a field that the report calls by other words.
    pub fn put_as<F: PartialEq>(
        &mut self,
        key: &str,
        field: &mut F,
        said: Option<F>,
        show: impl Fn(&F) -> String,
    ) {
        let Some(said) = said else { return };
        if *field != said {
            let (column, from, to) = (self.header(key), show(field), show(&said));
            let is_weighty = !from.is_empty() && self.columns.is_weighty(key);
            self.changes.push(Changed { column, from, to, is_weighty });
            *field = said;
        }
    }

    /// Rejects a row whose last day `to`, in the column `to`, is before its first.
    pub fn ends_after(&mut self, from: Option<Day>, to: Option<Day>) {
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            self.problem("to", self.t.import_ends_before_it_begins());
        }
    }

    /// One line of at most `max` characters, its spaces single. `None` when the cell is empty or wrong, as for all below.
    pub fn text(&mut self, key: &str, max: usize) -> Option<String> {
        let text = single(&text::one_line(self.cell(key)));
        self.checked(key, text, max)
    }

    /// As [`Row::text`], with the line breaks that are in the cell.
    pub fn paragraphs(&mut self, key: &str, max: usize) -> Option<String> {
        let text = text::paragraphs(self.cell(key)).lines().map(single).collect::<Vec<_>>().join("\n");
        self.checked(key, text, max)
    }

    fn checked(&mut self, key: &str, text: String, max: usize) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        let length = text.chars().count();
        if length > max {
            self.problem(key, self.t.import_too_long(length, max));
            return None;
        }
        if self.holds_cpr(key, &text) {
            return None;
        }
        if looks_like_formula(&text) && text.len() > 1 {
            self.remark(key, self.t.import_formula());
        }
        Some(text)
    }

    /// Rejects a row that contains a CPR number, or contained one before it was masked.
    fn holds_cpr(&mut self, key: &str, text: &str) -> bool {
        let holds = cpr::was_masked(text) || cpr::looks_like_one(text);
        if holds {
            self.problem(key, self.t.import_no_cpr());
        }
        holds
    }

    /// The text exactly as it was typed.
    pub fn as_typed(&mut self, key: &str) -> Option<String> {
        Some(text::one_line(self.cell(key))).filter(|text| !text.is_empty())
    }

    pub fn required(&mut self, key: &str, max: usize) -> Option<String> {
        self.require(key);
        self.text(key, max)
    }

    /// Rejects a row in which the cell is empty.
    pub fn require(&mut self, key: &str) {
        let header = self.header(key);
        // The problem with this cell may have been noted already.
        if self.is_empty(key) && self.problems.iter().all(|note| note.column != header) {
            self.problem(key, self.t.import_missing());
        }
    }

    /// "ingen mail" and its like are no address, and no mistake.
    pub fn email(&mut self, key: &str) -> Option<Email> {
        let text = self.cell(key).to_owned();
        if NO_EMAIL.contains(&text.to_lowercase().as_str()) {
            self.remark(key, self.t.import_no_email(text));
            return None;
        }
        self.parse(key, &text, |t, text| t.import_bad_email(text))
    }

    pub fn phone(&mut self, key: &str) -> Option<Phone> {
        let text = self.cell(key).to_owned();
        self.parse(key, &text, |t, text| t.import_bad_phone(text))
    }

    pub fn postcode(&mut self, key: &str) -> Option<Postcode> {
        // "DK-6950" and "6950 Ringkøbing" mean the same.
        let text = self.cell(key).to_owned();
        let bare = text.trim_start_matches("DK-").trim_start_matches("DK ");
        let digits = bare.split_whitespace().next().unwrap_or("");
        self.parse(key, digits, |t, _| t.import_bad_postcode(text.as_str()))
    }

    pub fn cvr(&mut self, key: &str) -> Option<Cvr> {
        let text = self.cell(key).to_owned();
        self.parse(key, &text, |t, text| t.import_bad_cvr(text))
    }

    pub fn day(&mut self, key: &str) -> Option<Day> {
        // Excel adds midnight to a date.
        let text = self.cell(key).to_owned();
        let day = text.split([' ', 'T']).next().unwrap_or("");
        self.parse(key, day, |t, _| t.import_bad_day(text.as_str()))
    }

    /// A whole number within `range`, written as Danes do: `1.250` and `1250,0` are both 1250.
    pub fn number(&mut self, key: &str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let text = self.cell(key).to_owned();
        if text.is_empty() {
            return None;
        }
        let number = whole_number(&text).filter(|number| range.contains(number));
        if number.is_none() {
            self.problem(key, self.t.import_bad_number(*range.start(), *range.end(), text));
        }
        number
    }

    /// A year is a number that is said without a separator.
    pub fn year(&mut self, key: &str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let text = self.cell(key).to_owned();
        let year = whole_number(&text).filter(|year| range.contains(year));
        if year.is_none() && !text.is_empty() {
            let (from, to) = (range.start().to_string(), range.end().to_string());
            self.problem(key, self.t.import_bad_number(from, to, text));
        }
        year
    }

    pub fn yes_or_no(&mut self, key: &str) -> Option<bool> {
        let text = self.cell(key).to_owned();
        match fold(&text).as_str() {
            "" => None,
            "ja" | "j" | "x" | "1" | "sand" | "true" | "yes" | "y" => Some(true),
            "nej" | "n" | "0" | "falsk" | "false" | "no" => Some(false),
            _ => {
                self.problem(key, self.t.import_bad_yes_or_no(text));
                None
            }
        }
    }

    /// A value from a list. `choices` are shown when the cell has none of them.
    pub fn one_of<V>(&mut self, key: &str, find: impl Fn(&str) -> Option<V>, choices: &str) -> Option<V> {
        let text = self.cell(key).to_owned();
        if text.is_empty() {
            return None;
        }
        let found = find(&plain(&text));
        if found.is_none() {
            self.problem(key, self.t.import_bad_choice(choices, text));
        }
        found
    }

    fn parse<V: std::str::FromStr>(
        &mut self,
        key: &str,
        text: &str,
        wrong: impl Fn(T, &str) -> String,
    ) -> Option<V> {
        if text.is_empty() || self.holds_cpr(key, text) {
            return None;
        }
        let value = text.parse().ok();
        if value.is_none() {
            self.problem(key, wrong(self.t, text));
        }
        value
    }
}

fn single(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// [`Row::text`] for [`Row::fill`].
pub fn text(max: usize) -> impl Fn(&mut Row, &str) -> Option<String> {
    move |row, key| row.text(key, max)
}

/// A value as the report shows it: empty where there is none.
pub trait ReportValue {
    fn shown(&self, t: T) -> String;
}

impl<V: ReportValue> ReportValue for Option<V> {
    fn shown(&self, t: T) -> String {
        self.as_ref().map(|value| value.shown(t)).unwrap_or_default()
    }
}

impl ReportValue for bool {
    fn shown(&self, t: T) -> String {
        if *self { t.import_yes() } else { t.import_no() }.to_owned()
    }
}

impl ReportValue for Day {
    fn shown(&self, t: T) -> String {
        t.0.day(*self)
    }
}

impl ReportValue for Phone {
    fn shown(&self, _: T) -> String {
        self.spaced()
    }
}

macro_rules! shown_as_written {
    ($($value:ty),+) => {$(
        impl ReportValue for $value {
            fn shown(&self, _: T) -> String {
                self.to_string()
            }
        }
    )+};
}
shown_as_written!(String, i64, Cvr, Email, Postcode);

fn whole_number(text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let (whole, fraction) = text.split_once(',').unwrap_or((&text, ""));
    if fraction.chars().all(|c| c == '0') { whole.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Column;

    static KNOWN: [Column; 2] = [Column::new("a", "A", &[], ""), Column::new("b", "B", &[], "")];

    fn row(a: &str) -> Row {
        let columns = Columns::find(&KNOWN, &["A".into(), "B".into()]).unwrap();
        Row::new(Line { number: 7, cells: vec![a.into()] }, Arc::new(columns), Locale::Da)
    }

    #[test]
    fn no_e_mail_is_not_a_mistake_and_a_misspelt_one_is() {
        let mut none = row("Ingen mail");
        assert_eq!((none.email("a"), none.is_rejected(), none.remarks.len()), (None, false, 1));
        let mut wrong = row("kontakt(at)klub.example");
        assert_eq!((wrong.email("a"), wrong.is_rejected()), (None, true));
        assert_eq!(wrong.problems[0].column, "A");
    }

    #[test]
    fn another_name_for_what_is_here_is_to_be_read_before_it_is_saved() {
        static WEIGHTY: [Column; 1] = [Column::new("a", "A", &[], "").weighty()];
        let columns = Arc::new(Columns::find(&WEIGHTY, &["A".into()]).unwrap());
        let renamed = |was: &str| {
            let line = Line { number: 7, cells: vec!["Kommunen".into()] };
            let mut row = Row::new(line, columns.clone(), Locale::Da);
            let mut name = was.to_owned();
            row.fill("a", text(100), &mut name);
            row.changes.iter().any(|change| change.is_weighty)
        };
        assert!(renamed("Fjordlund Kommune"));
        assert!(!renamed("") && !renamed("Kommunen"), "nothing was here, or it stays");
    }

    #[test]
    fn numbers_are_read_as_danes_write_them() {
        for (text, number) in
            [("1.250", Some(1250)), ("1250,00", Some(1250)), ("12,5", None), ("mange", None), ("-3", None)]
        {
            assert_eq!(row(text).number("a", 0..=5000), number, "{text}");
        }
    }

    #[test]
    fn days_and_postcodes_in_every_writing() {
        assert_eq!(row("2018-10-01 00:00:00").day("a"), Some(Day::of(2018, 10, 1)));
        let mut wrong = row("31-02-2019");
        assert_eq!(wrong.day("a"), None);
        assert!(wrong.problems[0].text.contains("31-02-2019"));
        assert_eq!(row("DK-6950").postcode("a").map(|p| p.to_string()), Some("6950".into()));
        assert_eq!(row("695").postcode("a"), None);
    }

    #[test]
    fn an_empty_cell_takes_nothing_away_and_a_cpr_number_does_not_come_in() {
        let mut empty = row("");
        let mut phone = "12345678".parse::<Phone>().ok();
        let said = empty.phone("a");
        empty.put("a", &mut phone, &said);
        assert!(phone.is_some() && empty.changes.is_empty());
        let number = cpr::made_up();
        let mut cashier = row(&format!("kassereren er {number}"));
        assert_eq!((cashier.text("a", 100), cashier.is_rejected()), (None, true));
        let mut address = row(&format!("{number}@post.example"));
        assert_eq!((address.email("a"), address.is_rejected()), (None, true));
        assert!(address.problems[0].text.contains("CPR"), "{:?}", address.problems);
    }

    #[test]
    fn a_name_is_one_line_and_a_description_keeps_its_own() {
        let broken = "Fjordlund\nHåndbold\u{2028}\u{202e}klub";
        assert_eq!(row(broken).text("a", 100).as_deref(), Some("Fjordlund Håndbold klub"));
        assert_eq!(row(broken).paragraphs("a", 100).as_deref(), Some("Fjordlund\nHåndbold\nklub"));
    }

    #[test]
    fn a_row_with_more_cells_than_the_header_is_rejected() {
        let columns = Columns::find(&KNOWN, &["A".into(), "B".into()]).unwrap();
        let cells = vec!["1".into(), "2".into(), "3".into()];
        assert!(Row::new(Line { number: 2, cells }, Arc::new(columns), Locale::Da).is_rejected());
    }
}
