//! One list of staff, as its context describes it.

use samskab_kernel::{Day, Locale, danish::sort_key};
use samskab_store::{
    Connection,
    list::{List, ListKey, NarrowedList, Sorting},
};
use samskab_web::{Cx, Result, form::Choice, module::BoxFuture};
use uuid::Uuid;

use crate::{ListQuery, action::Action};

/// A text in the reader's language.
pub type Text = fn(Locale) -> &'static str;

/// What a list shows to every reader alike.
pub struct Facts {
    /// Names its files: `opgaver` makes `opgaver.xlsx`.
    pub code: &'static str,
    /// `/opgaveliste`
    pub path: &'static str,
    pub title: Text,
    pub lead: Text,
    /// "312 opgaver"
    pub count: fn(Locale, i64) -> String,
    /// What can be searched for: "Titel eller sted".
    pub search: Text,
    pub columns: &'static [Column],
    pub list: &'static List,
    /// The order of the list that has not been sorted; `-` before it turns it round.
    pub usual: &'static str,
    /// Where there is nothing at all: what it is, and the next step, with its address.
    pub empty: (Text, Text),
    pub empty_step: Option<(&'static str, Text)>,
}

pub struct Column {
    pub label: Text,
    /// The order of the list that this column is sorted by; empty: by none.
    pub order: &'static str,
    pub is_number: bool,
    /// Shown in files only: it would make the page too wide.
    pub is_in_file_only: bool,
}

impl Column {
    pub const fn of(label: Text) -> Self {
        Self { label, order: "", is_number: false, is_in_file_only: false }
    }

    #[must_use]
    pub const fn sorted(self, order: &'static str) -> Self {
        Self { order, ..self }
    }

    #[must_use]
    pub const fn number(self) -> Self {
        Self { is_number: true, ..self }
    }

    #[must_use]
    pub const fn in_file_only(self) -> Self {
        Self { is_in_file_only: true, ..self }
    }
}

/// The content of a cell: words on the page, its own type in a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    /// A link, with a small note below it, which may be empty.
    Link {
        label: String,
        href: String,
        note: String,
    },
    /// Several of them, one below the other: label, address, note.
    Links(Vec<(String, String, String)>),
    Number(i64),
    /// Minutes, shown as hours.
    Minutes(i64),
    Day(Day),
    /// A day that is past its time, in words on the page: "Skulle have svar ons. 18. nov."
    LateDay(Day, String),
    /// Label, tone and symbol, as `components.html` says a state.
    State(String, &'static str, &'static str),
    /// A state, with a small note below it about what it waits for.
    Waits {
        state: (String, &'static str, &'static str),
        note: String,
    },
    Nothing,
}

impl Cell {
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::Link { label: label.into(), href: href.into(), note: String::new() }
    }

    pub fn day(day: Option<Day>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }

    /// A number, or nothing for none.
    pub fn some_number(number: i64) -> Self {
        if number == 0 { Self::Nothing } else { Self::Number(number) }
    }
}

/// A row as it is shown.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: Uuid,
    /// The row's position in the chosen order.
    pub key: ListKey,
    /// The label of its tick box for those who hear the page: "Vælg …".
    pub name: String,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// A filter in the address, with what can be chosen.
pub struct Filter {
    pub name: &'static str,
    pub label: &'static str,
    /// The first choice, for all of them.
    pub all: &'static str,
    pub choices: Vec<Choice>,
}

/// A place that something on a list belongs to, as a statement gives it.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct PlaceRow {
    pub place: Uuid,
    pub name: String,
}

/// The places to choose among, in Danish alphabetical order; only those of `limits`, where there are any.
pub fn place_choices(mut places: Vec<PlaceRow>, limits: Option<&[Uuid]>) -> Vec<Choice> {
    places.retain(|row| limits.is_none_or(|limits| limits.contains(&row.place)));
    places.sort_by_cached_key(|row| (sort_key(&row.name), row.place));
    places.into_iter().map(|row| Choice::of(row.place.to_string(), row.name)).collect()
}

/// A list of those who work here. One implementation is one list; everything that all lists do alike is in this crate.
pub trait StaffList: Send + Sync {
    fn facts(&self) -> &'static Facts;

    /// Whether the reader may see any of the list.
    fn may(&self, cx: &Cx) -> bool;

    /// The text below the title.
    fn lead(&self, cx: &Cx) -> &'static str {
        (self.facts().lead)(cx.locale)
    }

    /// The filters for this reader, where there is something to choose among.
    fn filters<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
    ) -> BoxFuture<'a, Result<Vec<Filter>>>;

    /// The rows that the reader may see, narrowed by the filters. The caller adds the words.
    fn narrowed(&self, cx: &Cx, asked: &ListQuery) -> NarrowedList;

    fn lines<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
        narrowed: NarrowedList,
        sorting: Sorting,
    ) -> BoxFuture<'a, Result<Vec<Line>>>;

    /// Where one goes from here, above the list: address, label, the name of the icon. The first is what is done most.
    fn ways(&self, _cx: &Cx) -> Vec<(&'static str, &'static str, &'static str)> {
        Vec::new()
    }

    /// Something to know before the list is read; empty: nothing.
    fn notice<'a>(
        &'a self,
        _cx: &'a Cx,
        _connection: &'a mut Connection,
    ) -> BoxFuture<'a, Result<&'static str>> {
        Box::pin(async { Ok("") })
    }

    /// What is printed of the list as it was asked for: the end of its path, the label, the name of the icon.
    fn prints(&self, _cx: &Cx) -> Vec<(&'static str, &'static str, &'static str)> {
        Vec::new()
    }

    /// What this reader may do with rows that they choose.
    fn actions(&self, _cx: &Cx) -> Vec<&'static Action> {
        Vec::new()
    }
}
