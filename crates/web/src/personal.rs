//! What a context knows of the person signed in: a section of Min side, and a part of the copy of everything that is
//! known about them (law B.7). Each context says it in the same shape and registers it in its `Module`.

use samskab_kernel::{Day, Instant, Locale};
use samskab_store::{Connection, Statement};
use serde_json::Value;
use uuid::Uuid;

use crate::{Cx, Result, module::BoxFuture};

/// A heading, a few lines, and where there is more.
#[derive(Debug, Clone, Default)]
pub struct Section {
    pub heading: String,
    /// One sentence below the heading; may be empty.
    pub lead: String,
    pub lines: Vec<Line>,
    /// Said when there are no lines.
    pub nothing: String,
    /// Where there is more, or where to begin: address and label.
    pub more: Option<(String, String)>,
}

#[derive(Debug, Clone, Default)]
pub struct Line {
    pub title: String,
    pub href: String,
    pub detail: String,
    /// A state beside the title: word, tone and symbol of the component `state`; an empty word: none.
    pub state: (String, &'static str, &'static str),
}

impl Line {
    /// A line with a link, whose state is one of our words.
    pub fn in_state(
        title: impl Into<String>,
        href: String,
        detail: String,
        (word, tone, symbol): (&str, &'static str, &'static str),
    ) -> Self {
        Self { title: title.into(), href, detail, state: (word.to_owned(), tone, symbol) }
    }
}

/// Reads something about a person.
type Of<T> = for<'a> fn(&'a Cx, &'a mut Connection, Uuid) -> BoxFuture<'a, Result<T>>;

/// A section of Min side.
#[derive(Clone, Copy)]
pub struct OfPerson {
    /// Where it stands among the others, whichever context they are of: the lowest first.
    pub place: u8,
    /// Reads it for the person signed in; `None`: nothing to say. A fixed number of queries, few lines.
    pub read: Of<Option<Section>>,
}

/// Sections of the page that a coordinator has of a person: what the context knows of them that the reader may see
/// anyway. The context asks its own authority; nothing when there is nothing to say.
#[derive(Clone, Copy)]
pub struct AboutPerson {
    /// Where it stands among the others, whichever context they are of: the lowest first.
    pub place: u8,
    /// A fixed number of queries.
    pub read: Of<Vec<Section>>,
}

/// Everything one part knows about a person, for the copy they take with them: heading and rows (law B.7).
pub struct Known {
    /// The key in the machine-readable copy: "engagements".
    pub key: &'static str,
    pub heading: String,
    pub rows: Vec<Vec<Field>>,
}

/// One fact that is stored: as a person reads it, and as a program does.
pub struct Field {
    /// Its key for programs, the same in every language and version: a promise.
    pub key: &'static str,
    /// Its name for people; empty: only for programs.
    pub name: String,
    pub said: String,
    /// An ISO 8601 day or instant, a number, a boolean, a code or a list; text only where somebody wrote it.
    pub value: Value,
}

/// A row being written; what is empty is left out.
pub struct Row {
    locale: Locale,
    today: Day,
    fields: Vec<Field>,
}

impl Row {
    pub fn of(cx: &Cx) -> Self {
        Self { locale: cx.locale, today: cx.today(), fields: Vec::new() }
    }

    /// A value, both in words and for programs.
    #[must_use]
    pub fn value(mut self, key: &'static str, name: &str, said: impl Into<String>, value: Value) -> Self {
        self.fields.push(Field { key, name: name.to_owned(), said: said.into(), value });
        self
    }

    /// A text as somebody wrote it, or a name.
    #[must_use]
    pub fn text(self, key: &'static str, name: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { self } else { self.value(key, name, text.clone(), Value::String(text)) }
    }

    #[must_use]
    pub fn number(self, key: &'static str, name: &str, number: impl Into<Option<i64>>) -> Self {
        match number.into() {
            Some(number) => self.value(key, name, number.to_string(), number.into()),
            None => self,
        }
    }

    #[must_use]
    pub fn yes(self, key: &'static str, name: &str, yes: bool, said: &str) -> Self {
        self.value(key, name, said, yes.into())
    }

    /// `2026-11-28`
    #[must_use]
    pub fn day(self, key: &'static str, name: &str, day: impl Into<Option<Day>>) -> Self {
        let Some(day) = day.into() else { return self };
        let said = self.locale.day(day);
        self.value(key, name, said, Value::String(day.to_string()))
    }

    /// `2026-11-28T13:30:00Z`
    #[must_use]
    pub fn at(self, key: &'static str, name: &str, at: impl Into<Option<Instant>>) -> Self {
        let Some(at) = at.into() else { return self };
        let said = self.locale.day_and_time(at, self.today);
        self.value(key, name, said, Value::String(at.timestamp().to_string()))
    }

    /// A code of ours, with the words for it.
    #[must_use]
    pub fn code(self, key: &'static str, name: &str, code: &str, said: &str) -> Self {
        if code.is_empty() { self } else { self.value(key, name, said, code.into()) }
    }

    /// Several codes.
    #[must_use]
    pub fn codes<C: Into<Value>>(
        self,
        key: &'static str,
        name: &str,
        codes: impl IntoIterator<Item = C>,
        said: impl Into<String>,
    ) -> Self {
        let codes: Vec<Value> = codes.into_iter().map(Into::into).collect();
        if codes.is_empty() { self } else { self.value(key, name, said, codes.into()) }
    }

    pub fn done(self) -> Vec<Field> {
        self.fields
    }
}

/// What one statement reads of a person, asked by municipality and person: a heading with a row for each; nothing where
/// there are none. One query.
///
/// # Errors
/// The database's.
pub async fn read_known<R: samskab_store::Row>(
    cx: &Cx,
    connection: &mut Connection,
    statement: &'static Statement,
    person: Uuid,
    (key, heading): (&'static str, &str),
    say: impl Fn(Row, R) -> Row + Send,
) -> Result<Vec<Known>> {
    let found: Vec<R> = connection.query(statement).bind(cx.tenant.id).bind(person).all().await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let rows = found.into_iter().map(|one| say(Row::of(cx), one).done()).collect();
    Ok(vec![Known { key, heading: heading.to_owned(), rows }])
}

/// A part of the copy.
#[derive(Clone, Copy)]
pub struct KnownOfPerson {
    /// Where it stands among the others, whichever context they are of: the lowest first.
    pub place: u8,
    /// Reads everything the part knows about a person.
    pub read: Of<Vec<Known>>,
}
