//! A row while it is judged: its cells are read one by one, and everything that is wrong with them
//! is gathered, like the fields of a form.

use std::sync::Arc;

use samskab_kernel::{
    Cvr, Day, Locale,
    contact::{Email, Phone, Postcode},
    cpr,
    danish::fold,
};
use serde::{Deserialize, Serialize};

use super::{column::Columns, file::Line};
use crate::T;

/// Something to say about a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// As the file calls the column; empty for the row as a whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub column: String,
    pub text: String,
}

/// A field that the row changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    pub column: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
}

#[derive(Debug, Clone)]
pub struct Row {
    /// Where it begins in the file.
    pub line: u64,
    /// What the report calls it.
    pub name: String,
    pub problems: Vec<Note>,
    pub remarks: Vec<Note>,
    pub changes: Vec<Changed>,
    t: T,
    cells: Vec<String>,
    columns: Arc<Columns>,
}

/// An empty cell and one with a line in it say the same.
const NOTHING: [&str; 6] = ["-", "–", "n/a", "null", "#n/a", "?"];
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
    pub fn new(line: Line, columns: Arc<Columns>, locale: Locale) -> Self {
        let mut row = Self {
            line: line.number,
            name: String::new(),
            problems: Vec::new(),
            remarks: Vec::new(),
            changes: Vec::new(),
            t: T(locale),
            cells: line.cells,
            columns,
        };
        let (expected, found) = (row.columns.headers.len(), row.cells.len());
        if row.cells.iter().skip(expected).any(|cell| !cell.is_empty()) {
            row.problem("", row.t.import_row_too_long(expected, found));
        }
        row
    }

    pub fn has(&self, key: &str) -> bool {
        self.columns.has(key)
    }

    /// The cell as it stands, empty when there is no such column.
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

    /// What the row says of a field, if it says something; noted when that is something else.
    /// An empty cell never takes anything away.
    pub fn put<V: PartialEq>(
        &mut self,
        key: &str,
        field: &mut V,
        said: Option<V>,
        show: impl Fn(&V) -> String,
    ) {
        let Some(said) = said else { return };
        if *field != said {
            self.changes.push(Changed { column: self.header(key), from: show(field), to: show(&said) });
            *field = said;
        }
    }

    /// [`Row::put`] for a field that may be empty.
    pub fn put_optional<V: PartialEq>(
        &mut self,
        key: &str,
        field: &mut Option<V>,
        said: Option<V>,
        show: impl Fn(&V) -> String,
    ) {
        self.put(key, field, said.map(Some), |value| value.as_ref().map(&show).unwrap_or_default());
    }

    /// Text of at most `max` characters, its spaces single. `None` when the cell is empty or wrong, as for all below.
    pub fn text(&mut self, key: &str, max: usize) -> Option<String> {
        let single = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = self.cell(key).lines().map(single).collect::<Vec<_>>().join("\n");
        if text.is_empty() {
            return None;
        }
        let length = text.chars().count();
        if length > max {
            self.problem(key, self.t.import_too_long(length, max));
            return None;
        }
        if cpr::was_masked(&text) || cpr::looks_like_one(&text) {
            self.problem(key, self.t.import_no_cpr());
            return None;
        }
        if super::file::looks_like_formula(&text) && text.len() > 1 {
            self.remark(key, self.t.import_formula());
        }
        Some(text)
    }

    pub fn required(&mut self, key: &str, max: usize) -> Option<String> {
        if self.is_empty(key) {
            self.problem(key, self.t.import_missing());
        }
        self.text(key, max)
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

    /// One of a list. `choices` are shown when it is none of them.
    pub fn one_of<V>(&mut self, key: &str, find: impl Fn(&str) -> Option<V>, choices: &str) -> Option<V> {
        let text = self.cell(key).to_owned();
        if text.is_empty() {
            return None;
        }
        let found = find(&super::column::plain(&text));
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
        if text.is_empty() {
            return None;
        }
        let value = text.parse().ok();
        if value.is_none() {
            self.problem(key, wrong(self.t, text));
        }
        value
    }
}

fn whole_number(text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let (whole, fraction) = text.split_once(',').unwrap_or((&text, ""));
    if fraction.chars().all(|c| c == '0') { whole.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::column::Column;

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
        empty.put_optional("a", &mut phone, said, Phone::spaced);
        assert!(phone.is_some() && empty.changes.is_empty());
        let mut cpr = row("kassereren er 010190-1234");
        assert_eq!((cpr.text("a", 100), cpr.is_rejected()), (None, true));
    }

    #[test]
    fn a_row_with_more_cells_than_the_header_is_rejected() {
        let columns = Columns::find(&KNOWN, &["A".into(), "B".into()]).unwrap();
        let cells = vec!["1".into(), "2".into(), "3".into()];
        assert!(Row::new(Line { number: 2, cells }, Arc::new(columns), Locale::Da).is_rejected());
    }
}
