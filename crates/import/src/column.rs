//! Which column of a file is which, however its header is written.

use std::collections::HashMap;

use samskab_kernel::danish::fold;

/// A column that a kind of import understands. Headers are part of the file format: Danish in both
/// languages of the pages.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub key: &'static str,
    /// The header in our own templates.
    pub header: &'static str,
    /// Other names it goes by, as [`plain`] writes them.
    pub also: &'static [&'static str],
    pub is_required: bool,
    /// Whoever saves the rows should have read that what is here becomes something else.
    pub is_weighty: bool,
    /// A value as an example.
    pub example: &'static str,
}

impl Column {
    pub const fn new(
        key: &'static str,
        header: &'static str,
        also: &'static [&'static str],
        example: &'static str,
    ) -> Self {
        Self { key, header, also, is_required: false, is_weighty: false, example }
    }

    pub const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    pub const fn weighty(self) -> Self {
        Self { is_weighty: true, ..self }
    }

    fn is_called(&self, name: &str) -> bool {
        plain(self.header) == name || self.also.contains(&name)
    }
}

/// Headers of our own files that are never read as data: the reasons in a file of rejected rows.
const OWN: [&str; 2] = ["fejl", "error"];

/// Which cell belongs to which column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    at: HashMap<&'static str, usize>,
    /// The headers as the file writes them.
    pub headers: Vec<String>,
    /// Headers that mean nothing to this import.
    pub ignored: Vec<String>,
    known: &'static [Column],
}

impl Columns {
    /// # Errors
    /// The required columns that are missing.
    pub fn find(known: &'static [Column], headers: &[String]) -> Result<Self, Vec<&'static Column>> {
        let mut columns = Self { headers: headers.to_vec(), known, ..Self::default() };
        for (place, header) in headers.iter().enumerate() {
            let names = [plain(header), plain(&without_parentheses(header))];
            let open = |column: &&Column| !columns.at.contains_key(column.key);
            let found =
                names.iter().find_map(|name| known.iter().filter(open).find(|column| column.is_called(name)));
            match found {
                Some(column) => drop(columns.at.insert(column.key, place)),
                None if names[0].is_empty() || OWN.contains(&names[0].as_str()) => {}
                None => columns.ignored.push(header.clone()),
            }
        }
        let missing: Vec<&Column> =
            known.iter().filter(|column| column.is_required && !columns.has(column.key)).collect();
        if missing.is_empty() { Ok(columns) } else { Err(missing) }
    }

    /// How many of these are headers of a column that is known: by this the headers of a sheet are found.
    pub fn known_in(known: &'static [Column], headers: &[String]) -> usize {
        let is_known = |header: &&String| {
            let names = [plain(header), plain(&without_parentheses(header))];
            names.iter().any(|name| known.iter().any(|column| column.is_called(name)))
        };
        headers.iter().filter(is_known).count()
    }

    pub fn has(&self, key: &str) -> bool {
        self.at.contains_key(key)
    }

    pub fn place(&self, key: &str) -> Option<usize> {
        self.at.get(key).copied()
    }

    /// As the file calls the column; one it does not have, as our own templates call it. `key`: that of a column.
    pub fn header(&self, key: &str) -> &str {
        let in_file = self.place(key).and_then(|place| self.headers.get(place)).map(String::as_str);
        let template = || self.known.iter().find(|column| column.key == key).map(|column| column.header);
        in_file.or_else(template).unwrap_or_default()
    }

    pub fn is_weighty(&self, key: &str) -> bool {
        self.known.iter().any(|column| column.key == key && column.is_weighty)
    }

    /// The place of the reasons in a file of rejected rows that has been mended.
    pub fn own(&self) -> Option<usize> {
        self.headers.iter().position(|header| OWN.contains(&plain(header).as_str()))
    }
}

/// `Postnr.` and `POST-NR` are both `postnr`; `Gyldig fra` is `gyldigfra`.
pub fn plain(header: &str) -> String {
    fold(header).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A name without case, accents and doubled spaces, for comparing names.
pub fn folded(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_parentheses(header: &str) -> String {
    header.split('(').next().unwrap_or(header).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    static KNOWN: [Column; 3] = [
        Column::new("name", "Navn", &["foreningsnavn"], "").required(),
        Column::new("cvr", "CVR-nr.", &["cvr", "cvrnummer"], ""),
        Column::new("phone", "Telefon", &["tlf", "mobil"], ""),
    ];

    fn find(headers: &[&str]) -> Result<Columns, Vec<&'static Column>> {
        Columns::find(&KNOWN, &headers.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn headers_meet_however_they_are_written() {
        let columns =
            find(&["CVR-NUMMER", " Foreningsnavn ", "Tlf. (dagtid)", "Tilskud", "Fejl", ""]).unwrap();
        assert_eq!(
            [columns.place("cvr"), columns.place("name"), columns.place("phone")],
            [Some(0), Some(1), Some(2)]
        );
        assert_eq!(columns.ignored, ["Tilskud"]);
        assert_eq!(columns.header("phone"), "Tlf. (dagtid)");
        assert_eq!(find(&["Navn"]).unwrap().header("phone"), "Telefon", "a code is nobody's word");
    }

    #[test]
    fn the_first_of_two_columns_of_the_same_name_counts() {
        let columns = find(&["Navn", "Telefon", "Mobil"]).unwrap();
        assert_eq!((columns.place("phone"), columns.ignored), (Some(1), vec!["Mobil".to_owned()]));
    }

    #[test]
    fn a_file_without_its_required_column_is_refused() {
        let missing = find(&["CVR", "By"]).unwrap_err();
        assert_eq!(missing.iter().map(|column| column.header).collect::<Vec<_>>(), ["Navn"]);
    }
}
