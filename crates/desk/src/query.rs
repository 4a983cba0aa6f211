//! What a reader asked of a list, as the address says it.

use samskab_kernel::danish::fold;
use samskab_store::list::{After, List, NarrowedList, Sorting};
use samskab_web::{Cx, app::encode, form};
use uuid::Uuid;

/// At most this many words are searched for.
const MOST_WORDS: usize = 4;

/// Words, filters, order and page of a list. What the address does not say is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListQuery {
    /// As it was typed.
    pub words: String,
    /// `titel`, or `-titel` for the other way round; empty: the usual order.
    pub order: String,
    /// `key~id` of the last row of the page before.
    after: String,
    /// Everything else: name and value of the filters.
    filters: Vec<(String, String)>,
}

const WORDS: &str = "q";
const ORDER: &str = "sorter";
const AFTER: &str = "efter";

impl ListQuery {
    /// The query in the address of the request.
    pub fn of(cx: &Cx) -> Self {
        Self::parse(cx.query().unwrap_or_default())
    }

    /// A query with only these words.
    pub fn of_words(words: &str) -> Self {
        Self { words: words.to_owned(), ..Self::default() }
    }

    /// From what stands after the question mark of an address.
    pub(crate) fn parse(query: &str) -> Self {
        let mut parsed = Self::default();
        for (name, value) in form::pairs(query) {
            match name.as_str() {
                WORDS => parsed.words = value,
                ORDER => parsed.order = value,
                AFTER => parsed.after = value,
                _ if value.is_empty() => {}
                _ => parsed.filters.push((name, value)),
            }
        }
        parsed
    }

    /// The value of a filter; empty: it is not set.
    pub fn filter(&self, name: &str) -> &str {
        self.filters.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The words that were typed, folded and ready for `like … escape '!'`: `%word%`. The conditions of a list that
    /// take them are called `word1` to `word4`.
    pub fn patterns(&self) -> impl Iterator<Item = (&'static str, String)> {
        const NAMES: [&str; MOST_WORDS] = ["word1", "word2", "word3", "word4"];
        let escaped = |word: &str| {
            let word = fold(word).replace('!', "!!").replace('%', "!%").replace('_', "!_");
            format!("%{word}%")
        };
        let words: Vec<String> = self.words.split_whitespace().take(MOST_WORDS).map(escaped).collect();
        NAMES.into_iter().zip(words)
    }

    /// The list narrowed by the words.
    pub fn narrow(&self, narrowed: NarrowedList) -> NarrowedList {
        self.patterns().fold(narrowed, |narrowed, (name, pattern)| narrowed.only(name, pattern))
    }

    pub(crate) fn is_narrowed(&self) -> bool {
        !self.words.trim().is_empty() || !self.filters.is_empty()
    }

    /// The order, and whether it is turned round.
    pub(crate) fn sorted_by<'a>(&'a self, usual: &'a str) -> (&'a str, bool) {
        let order = if self.order.is_empty() { usual } else { &self.order };
        match order.strip_prefix('-') {
            Some(name) => (name, true),
            None => (order, false),
        }
    }

    pub(crate) fn sorting(&self, list: &'static List, usual: &str, most: usize) -> Sorting {
        let (name, is_descending) = self.sorted_by(usual);
        let after = self
            .after
            .rsplit_once('~')
            .and_then(|(key, id)| Some(After { key: key.to_owned(), id: id.parse::<Uuid>().ok()? }));
        Sorting {
            order: list.order(name),
            is_descending,
            after,
            most: i64::try_from(most).unwrap_or(i64::MAX),
        }
    }

    pub(crate) fn is_first_page(&self) -> bool {
        self.after.is_empty()
    }

    /// The part of the address after the question mark, always in the same order: words, filters, order, page. Empty
    /// where nothing is asked.
    pub fn address(&self, path: &str) -> String {
        let own = [(WORDS, &self.words), (ORDER, &self.order), (AFTER, &self.after)];
        let own = own
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, value.as_str()));
        let filters = self.filters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let pairs: Vec<String> =
            own.chain(filters).map(|(name, value)| format!("{name}={}", encode(value))).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    /// Another page of the same list, or the first page in another order.
    pub(crate) fn sorted(&self, order: &str) -> Self {
        Self { order: order.to_owned(), after: String::new(), ..self.clone() }
    }

    pub(crate) fn after(&self, after: &str) -> Self {
        Self { after: after.to_owned(), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_was_asked_and_is_read_back() {
        let query = ListQuery::parse("tilstand=open&q=%C3%85se+lektie&sorter=-titel&efter=&sted=");
        assert_eq!(query.words, "Åse lektie");
        assert_eq!(query.sorted_by("navn"), ("titel", true));
        assert_eq!((query.filter("tilstand"), query.filter("sted")), ("open", ""));
        let address = query.after("b~00000000-0000-0000-0000-000000000001").address("/opgaveliste");
        assert_eq!(
            address,
            "/opgaveliste?q=%C3%85se%20lektie&sorter=-titel&efter=b~00000000-0000-0000-0000-000000000001&tilstand=open"
        );
        let read = ListQuery::parse(address.split_once('?').unwrap().1);
        assert!(!read.is_first_page() && read.sorted("titel").is_first_page());
        assert_eq!(ListQuery::default().address("/opgaveliste"), "/opgaveliste");
    }

    #[test]
    fn what_means_something_to_like_is_escaped_and_danish_letters_are_folded() {
        let query = ListQuery { words: " Åse 50%_! a b c d".to_owned(), ..ListQuery::default() };
        let patterns: Vec<_> = query.patterns().collect();
        assert_eq!(patterns[0], ("word1", "%aase%".to_owned()));
        assert_eq!(patterns[1], ("word2", "%50!%!_!!%".to_owned()));
        assert_eq!(patterns.len(), MOST_WORDS);
    }
}
