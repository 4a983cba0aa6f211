//! The files in `town/` as they are written: lists of entries, read one field at a time.
//!
//! No field is declared. It exists because some code asks an [`Entry`] for it, by its name and with the type it
//! has to be. What was asked for is noted, and [`Files::all_is_read`] then names what stands in a file and
//! nobody asked for, which is a misspelt key. Every error says the file, the entry and the field.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Display,
    str::FromStr,
    sync::{Mutex, PoisonError},
};

use anyhow::anyhow;
use toml::{Table, Value};

/// Name and text of every file, from the binary itself.
pub(crate) const TOWN: [(&str, &str); 18] = [
    ("town.toml", include_str!("../town/town.toml")),
    ("units.toml", include_str!("../town/units.toml")),
    ("people.toml", include_str!("../town/people.toml")),
    ("positions.toml", include_str!("../town/positions.toml")),
    ("associations.toml", include_str!("../town/associations.toml")),
    ("tasks.toml", include_str!("../town/tasks.toml")),
    ("interests.toml", include_str!("../town/interests.toml")),
    ("volunteers.toml", include_str!("../town/volunteers.toml")),
    ("channels.toml", include_str!("../town/channels.toml")),
    ("meetings.toml", include_str!("../town/meetings.toml")),
    ("dialogues.toml", include_str!("../town/dialogues.toml")),
    ("matters.toml", include_str!("../town/matters.toml")),
    ("writing.toml", include_str!("../town/writing.toml")),
    ("voices.toml", include_str!("../town/voices.toml")),
    ("initiatives.toml", include_str!("../town/initiatives.toml")),
    ("aims.toml", include_str!("../town/aims.toml")),
    ("hearings.toml", include_str!("../town/hearings.toml")),
    ("policies.toml", include_str!("../town/policies.toml")),
];

/// The fields by which an error names an entry, besides its number.
const NAMED_BY: [&str; 6] = ["key", "volunteer", "task", "person", "unit", "postcode"];

/// All files of the town.
pub(crate) struct Files {
    files: Vec<(&'static str, Table)>,
    /// The fields somebody has asked for, by kind of entry: `task`, `task.when`; of the files themselves, ``.
    asked: Mutex<BTreeMap<String, BTreeSet<&'static str>>>,
}

impl Files {
    /// # Errors
    /// When a text is not TOML.
    pub fn read(texts: &[(&'static str, &str)]) -> anyhow::Result<Self> {
        let read = |&(name, text): &(&'static str, &str)| {
            let table: Table = text.parse().map_err(|error| anyhow!("{name}: {error}"))?;
            Ok((name, table))
        };
        let files = texts.iter().map(read).collect::<anyhow::Result<_>>()?;
        Ok(Self { files, asked: Mutex::default() })
    }

    /// The entries of this name, in whichever file they are.
    ///
    /// # Errors
    /// When no file has them, or they are no entries.
    pub fn entries(&self, name: &'static str) -> anyhow::Result<Vec<Entry<'_>>> {
        self.file_with(name)?.entries(name)
    }

    /// The entry of this name, of which there is one.
    ///
    /// # Errors
    /// When no file has it.
    pub fn entry(&self, name: &'static str) -> anyhow::Result<Entry<'_>> {
        self.file_with(name)?.entry(name)
    }

    /// The file that has something of this name at its top.
    ///
    /// # Errors
    /// When none has.
    pub fn file_with(&self, name: &'static str) -> anyhow::Result<Entry<'_>> {
        let has_it = self.roots().find(|root| root.fields.contains_key(name));
        has_it.ok_or_else(|| anyhow!("no file of the town has “{name}”"))
    }

    /// # Errors
    /// When something stands in a file that nobody has asked for by now.
    pub fn all_is_read(&self) -> anyhow::Result<()> {
        match self.roots().find_map(|root| root.unread()) {
            Some(unread) => Err(anyhow!(unread)),
            None => Ok(()),
        }
    }

    fn roots(&self) -> impl Iterator<Item = Entry<'_>> {
        self.files.iter().map(|(name, fields)| Entry {
            files: self,
            kind: String::new(),
            place: (*name).to_owned(),
            fields,
        })
    }
}

/// One table of a file: a task, a contact of an association, the file itself.
#[derive(Clone)]
pub(crate) struct Entry<'a> {
    files: &'a Files,
    kind: String,
    /// The entry's place for errors: `tasks.toml, task 3 (havblik-kor)`.
    place: String,
    fields: &'a Table,
}

impl<'a> Entry<'a> {
    /// # Errors
    /// When it is left out, or no text.
    pub fn text(&self, field: &'static str) -> anyhow::Result<&'a str> {
        self.text_if_any(field)?.ok_or_else(|| self.missing(field))
    }

    /// # Errors
    /// When it is no text.
    pub fn text_if_any(&self, field: &'static str) -> anyhow::Result<Option<&'a str>> {
        let Some(value) = self.value_if_any(field) else { return Ok(None) };
        value.as_str().map(Some).ok_or_else(|| self.wrong(field, &"is not a text"))
    }

    /// A missing field is empty.
    ///
    /// # Errors
    /// When it is no text.
    pub fn text_or_empty(&self, field: &'static str) -> anyhow::Result<String> {
        Ok(self.text_if_any(field)?.unwrap_or_default().to_owned())
    }

    /// # Errors
    /// When it is left out, or no list of texts.
    pub fn texts(&self, field: &'static str) -> anyhow::Result<Vec<String>> {
        self.value(field)?;
        self.texts_if_any(field)
    }

    /// A missing field is empty.
    ///
    /// # Errors
    /// When it is no list of texts.
    pub fn texts_if_any(&self, field: &'static str) -> anyhow::Result<Vec<String>> {
        let Some(value) = self.value_if_any(field) else { return Ok(Vec::new()) };
        let list = value.as_array().and_then(|list| {
            let texts = list.iter().map(|one| one.as_str().map(ToOwned::to_owned));
            texts.collect()
        });
        list.ok_or_else(|| self.wrong(field, &"is not a list of texts"))
    }

    /// # Errors
    /// When it is left out, or no number of that size.
    pub fn number<N: TryFrom<i64>>(&self, field: &'static str) -> anyhow::Result<N> {
        self.number_if_any(field)?.ok_or_else(|| self.missing(field))
    }

    /// # Errors
    /// When it is no number of that size.
    pub fn number_if_any<N: TryFrom<i64>>(&self, field: &'static str) -> anyhow::Result<Option<N>> {
        let Some(value) = self.value_if_any(field) else { return Ok(None) };
        let number = value.as_integer().and_then(|number| N::try_from(number).ok());
        number.map(Some).ok_or_else(|| self.wrong(field, &"is not such a number"))
    }

    /// # Errors
    /// When it is left out, or no number with a point in it.
    pub fn decimal(&self, field: &'static str) -> anyhow::Result<f64> {
        self.value(field)?.as_float().ok_or_else(|| self.wrong(field, &"is not a decimal number"))
    }

    /// `None` when it is left out.
    ///
    /// # Errors
    /// When it is neither `true` nor `false`.
    pub fn flag(&self, field: &'static str) -> anyhow::Result<Option<bool>> {
        let Some(value) = self.value_if_any(field) else { return Ok(None) };
        value.as_bool().map(Some).ok_or_else(|| self.wrong(field, &"is neither true nor false"))
    }

    /// A text as what it means.
    ///
    /// # Errors
    /// When it is left out, or does not mean that.
    pub fn parsed<V: FromStr<Err: Display>>(&self, field: &'static str) -> anyhow::Result<V> {
        self.parsed_if_any(field)?.ok_or_else(|| self.missing(field))
    }

    /// # Errors
    /// When it does not mean that.
    pub fn parsed_if_any<V: FromStr<Err: Display>>(&self, field: &'static str) -> anyhow::Result<Option<V>> {
        let text = self.text_if_any(field)?;
        text.map(str::parse).transpose().map_err(|error| self.wrong(field, &error))
    }

    /// # Errors
    /// When it is left out, no list of texts, or one of them does not mean that.
    pub fn all_parsed<V: FromStr<Err: Display>>(&self, field: &'static str) -> anyhow::Result<Vec<V>> {
        self.value(field)?;
        self.all_parsed_if_any(field)
    }

    /// What is left out is empty.
    ///
    /// # Errors
    /// When it is no list of texts, or one of them does not mean that.
    pub fn all_parsed_if_any<V: FromStr<Err: Display>>(&self, field: &'static str) -> anyhow::Result<Vec<V>> {
        let texts = self.texts_if_any(field)?;
        texts.iter().map(|text| text.parse().map_err(|error| self.wrong(field, &error))).collect()
    }

    /// What was made from the entry with the key in this field.
    ///
    /// # Errors
    /// When it is left out, or nothing has that key.
    pub fn known<K: Clone>(&self, field: &'static str, all: &HashMap<String, K>) -> anyhow::Result<K> {
        self.known_if_any(field, all)?.ok_or_else(|| self.missing(field))
    }

    /// # Errors
    /// When nothing has the key that stands here.
    pub fn known_if_any<K: Clone>(
        &self,
        field: &'static str,
        all: &HashMap<String, K>,
    ) -> anyhow::Result<Option<K>> {
        let Some(key) = self.text_if_any(field)? else { return Ok(None) };
        all.get(key).cloned().map(Some).ok_or_else(|| self.wrong(field, &"is nobody's key"))
    }

    /// # Errors
    /// When this is no list of texts, or nothing has one of the keys.
    pub fn all_known<K: Clone>(
        &self,
        field: &'static str,
        all: &HashMap<String, K>,
    ) -> anyhow::Result<Vec<K>> {
        let known = |key: &String| {
            all.get(key).cloned().ok_or_else(|| self.wrong(field, &format!("“{key}” is nobody's key")))
        };
        self.texts(field)?.iter().map(known).collect()
    }

    /// # Errors
    /// When it is left out, or no table.
    pub fn entry(&self, field: &'static str) -> anyhow::Result<Entry<'a>> {
        let first = self.entries(field)?.into_iter().next();
        first.ok_or_else(|| self.missing(field))
    }

    /// A missing field has none.
    ///
    /// # Errors
    /// When these are no tables.
    pub fn entries(&self, field: &'static str) -> anyhow::Result<Vec<Entry<'a>>> {
        let Some(value) = self.value_if_any(field) else { return Ok(Vec::new()) };
        self.below(field, value).ok_or_else(|| self.wrong(field, &"is not made of fields"))
    }

    /// The value, of whatever type.
    ///
    /// # Errors
    /// When it is left out.
    pub fn value(&self, field: &'static str) -> anyhow::Result<&'a Value> {
        self.value_if_any(field).ok_or_else(|| self.missing(field))
    }

    /// An error that says what is wrong with a field, and where it is.
    pub fn wrong(&self, field: &str, why: &dyn Display) -> anyhow::Error {
        let stands = self.fields.get(field).map(ToString::to_string).unwrap_or_default();
        anyhow!("{}, {field} = {stands}: {why}", self.place)
    }

    fn missing(&self, field: &str) -> anyhow::Error {
        anyhow!("{}: {field} is missing", self.place)
    }

    fn value_if_any(&self, field: &'static str) -> Option<&'a Value> {
        let mut asked = self.files.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.entry(self.kind.clone()).or_default().insert(field);
        self.fields.get(field)
    }

    /// The tables that `value` is made of, when it is.
    fn below(&self, field: &str, value: &'a Value) -> Option<Vec<Entry<'a>>> {
        let kind = if self.kind.is_empty() { field.to_owned() } else { format!("{}.{field}", self.kind) };
        let entry = |place, fields| Entry { files: self.files, kind: kind.clone(), place, fields };
        match value {
            Value::Table(fields) => Some(vec![entry(format!("{}, {field}", self.place), fields)]),
            Value::Array(list) => {
                let numbered = list.iter().zip(1..).map(|(one, number)| {
                    let fields = one.as_table()?;
                    let name =
                        NAMED_BY.iter().find_map(|key| fields.get(*key)?.as_str()).unwrap_or("unnamed");
                    Some(entry(format!("{}, {field} {number} ({name})", self.place), fields))
                });
                numbered.collect()
            }
            _ => None,
        }
    }

    /// The first field in here that nobody has asked for. What was handed on whole is not looked into.
    fn unread(&self) -> Option<String> {
        let asked = {
            let asked = self.files.asked.lock().unwrap_or_else(PoisonError::into_inner);
            asked.get(&self.kind).cloned()?
        };
        self.fields.iter().find_map(|(field, value)| {
            if !asked.contains(field.as_str()) {
                return Some(format!("{}: nothing is called {field} here", self.place));
            }
            self.below(field, value)?.iter().find_map(Entry::unread)
        })
    }
}
