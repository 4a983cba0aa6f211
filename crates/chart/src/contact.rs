//! *Find din kontakt*: from an institution, an area, a place or a topic to a person with a
//! telephone number in two clicks (RS-38, RD-18).

use axum::response::Response;
use samskab_kernel::danish::{distance_km, fold};
use samskab_web::{Cx, Result, Shell, form::query, module::is_asked_for};
use serde::Deserialize;

use super::contact_card::ContactCard;
use crate::T;
use samskab_organisation::{
    answering::{Ladder, Organisation},
    place::{self, Place},
    position::{
        self, Held, PositionKind,
        catalogue::{self, ContactTopic},
    },
    unit::{Level, Unit, store},
};

/// What the address asks for. Of several fields the first that is filled in counts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ContactQuery {
    /// Words: a place's name, its kind, a town, a topic.
    q: String,
    /// The id of a department.
    omraade: String,
    /// The key of a topic.
    emne: String,
    /// A postcode.
    by: String,
}

#[derive(askama::Template)]
#[template(path = "unit/contact.html")]
struct ContactPage {
    shell: Shell,
    t: T,
    q: String,
    /// "3 kontakter til plejehjem"; empty before anything is asked.
    found: String,
    cards: Vec<ContactCard>,
    /// More were found than [`MOST_CARDS`]; the page says so.
    too_many: bool,
    areas: Vec<IndexEntry>,
    topics: Vec<IndexEntry>,
    towns: Vec<IndexEntry>,
    /// Whom to call when nothing fits.
    always: ContactCard,
}

/// A link of the index below the search field.
struct IndexEntry {
    href: String,
    name: String,
    more: String,
}

/// How many cards are shown at most; whoever finds more is asked to say it more closely.
const MOST_CARDS: usize = 24;

pub(super) async fn show(cx: Cx) -> Result<Response> {
    cx.keep_today();
    let asked: ContactQuery = query(&cx);
    let (tenant, today) = (cx.tenant.id, cx.now().day());
    let mut reader = cx.read().await?;
    let units = store::all(&mut reader, tenant, today).await?;
    let held = position::store::all(&mut reader, tenant, today).await?;
    let places = place::all(&mut reader, tenant).await?;
    drop(reader);

    let t = T(cx.locale);
    let finder = Finder {
        cx: &cx,
        units: &units,
        held: &held,
        places: &places,
        organisation: Organisation { units: &units, held: &held },
    };
    let answer = finder.answer(&asked);
    let always = Ladder { coordinators: finder.organisation.coordinators(), ..Ladder::default() };
    let mut always = ContactCard::new(&cx, t.contact_always_heading(), "", &always);
    always.reason = t.contact_always_text().to_owned();
    let (found, mut cards) = answer.unwrap_or_default();
    let too_many = cards.len() > MOST_CARDS;
    cards.truncate(MOST_CARDS);
    let page = ContactPage {
        shell: cx.shell(t.unit_contact_title()).here(),
        t,
        q: asked.q,
        found,
        cards,
        too_many,
        areas: finder.areas(),
        topics: finder.topics(),
        towns: finder.towns(),
        always,
    };
    cx.page(page)
}

struct Finder<'a> {
    cx: &'a Cx,
    units: &'a [Unit],
    held: &'a [Held],
    places: &'a [Place],
    organisation: Organisation<'a>,
}

impl Finder<'_> {
    /// A heading and the cards; `None` when nothing is asked.
    fn answer(&self, asked: &ContactQuery) -> Option<(String, Vec<ContactCard>)> {
        let t = T(self.cx.locale);
        let (what, cards) = if !asked.q.trim().is_empty() {
            (asked.q.trim().to_owned(), self.by_words(&asked.q))
        } else if let Some(area) = self.area(&asked.omraade) {
            let places = self.units.iter().filter(|unit| unit.parent == Some(area.id));
            (area.name.clone(), std::iter::once(area).chain(places).map(|unit| self.card(unit)).collect())
        } else if let Some(topic) = catalogue::topic(&asked.emne) {
            (topic.name(self.cx.locale).to_owned(), self.by_topic(topic))
        } else if let Some(place) = self.places.iter().find(|place| place.postcode.as_str() == asked.by) {
            (format!("{} {}", place.postcode, place.city), self.by_place(place))
        } else {
            return None;
        };
        Some((t.contact_found(cards.len(), what), cards))
    }

    fn card(&self, unit: &Unit) -> ContactCard {
        ContactCard::new(self.cx, &unit.name, unit.href(), &self.organisation.ladder_of_unit(unit.id))
    }

    fn area(&self, id: &str) -> Option<&Unit> {
        let id = id.parse().ok()?;
        self.units.iter().find(|unit| unit.id == id)
    }

    /// Units whose name, kind or town has every word; then what the words may mean as a topic.
    fn by_words(&self, text: &str) -> Vec<ContactCard> {
        let t = T(self.cx.locale);
        let asked = fold(text.trim());
        let words: Vec<&str> = asked.split_whitespace().collect();
        let mut units: Vec<(u8, &Unit)> = self
            .units
            .iter()
            .filter_map(|unit| {
                let name = fold(&unit.name);
                let all =
                    format!("{name} {} {} {}", fold(unit.kind.label(*t)), fold(&unit.city), unit.postcode);
                if !words.iter().all(|word| all.contains(word)) {
                    return None;
                }
                Some((
                    if name.starts_with(&asked) {
                        0
                    } else if name.contains(&asked) {
                        1
                    } else {
                        2
                    },
                    unit,
                ))
            })
            .collect();
        units.sort_by_key(|(rank, _)| *rank);
        let mut cards: Vec<ContactCard> = units.into_iter().map(|(_, unit)| self.card(unit)).collect();
        for topic in catalogue::topics().iter().filter(|topic| topic.is_meant_by(&asked)) {
            cards.extend(self.by_topic(topic));
        }
        // A town without a place of its own answers as it does in the list of towns.
        if cards.is_empty() {
            let is_asked = |place: &&Place| is_asked_for(text, &format!("{} {}", place.postcode, place.city));
            cards.extend(self.places.iter().find(is_asked).into_iter().flat_map(|town| self.by_place(town)));
        }
        if cards.is_empty() {
            let fits = |unit: &&Unit| {
                let name = fold(&format!("{} {}", unit.name, unit.kind.label(*t)));
                words.iter().all(|word| name.split_whitespace().any(|one| is_slip(word, one)))
            };
            cards.extend(self.units.iter().filter(fits).map(|unit| self.card(unit)));
        }
        cards
    }

    /// Everybody who has this topic; one card for each position.
    fn by_topic(&self, topic: &ContactTopic) -> Vec<ContactCard> {
        let has = |held: &&Held| {
            held.position.kind.is_public() && held.position.topics().any(|key| key == topic.key)
        };
        self.held
            .iter()
            .filter(has)
            .filter_map(|held| {
                let unit = self.organisation.unit(held.position.unit)?;
                let first = self.organisation.standing(held);
                let ladder = Ladder { first, ..self.organisation.ladder_of_unit(unit.id) };
                let heading = format!("{}: {}", topic.name(self.cx.locale), unit.name);
                Some(ContactCard::new(self.cx, heading, unit.href(), &ladder))
            })
            .collect()
    }

    /// The units of a town; where there is none, the three nearest.
    fn by_place(&self, place: &Place) -> Vec<ContactCard> {
        let here = self
            .units
            .iter()
            .filter(|unit| unit.level == Level::Institution && unit.postcode == place.postcode.as_str());
        let here: Vec<ContactCard> = here.map(|unit| self.card(unit)).collect();
        if !here.is_empty() {
            return here;
        }
        let mut near: Vec<(f64, &Unit)> = self
            .units
            .iter()
            .filter(|unit| unit.level == Level::Institution)
            .filter_map(|unit| Some((distance_km(unit.place?, place.point()), unit)))
            .collect();
        near.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        near.into_iter().take(3).map(|(_, unit)| self.card(unit)).collect()
    }

    fn areas(&self) -> Vec<IndexEntry> {
        let t = T(self.cx.locale);
        let departments = self.units.iter().filter(|unit| unit.level == Level::Department);
        departments
            .map(|unit| {
                let places = self.units.iter().filter(|below| below.parent == Some(unit.id)).count();
                IndexEntry {
                    href: format!("/kontakt?omraade={}", unit.id),
                    name: unit.name.clone(),
                    more: if places > 0 { t.unit_places(places) } else { String::new() },
                }
            })
            .collect()
    }

    /// The topics somebody has.
    fn topics(&self) -> Vec<IndexEntry> {
        let has = |topic: &ContactTopic| {
            self.held.iter().any(|held| {
                held.position.kind != PositionKind::Administrator
                    && held.position.topics().any(|key| key == topic.key)
            })
        };
        catalogue::topics()
            .iter()
            .filter(|topic| has(topic))
            .map(|topic| IndexEntry {
                href: format!("/kontakt?emne={}", topic.key),
                name: topic.name(self.cx.locale).to_owned(),
                more: String::new(),
            })
            .collect()
    }

    fn towns(&self) -> Vec<IndexEntry> {
        self.places
            .iter()
            .map(|place| IndexEntry {
                href: format!("/kontakt?by={}", place.postcode),
                name: format!("{} {}", place.postcode, place.city),
                more: String::new(),
            })
            .collect()
    }
}

/// Whether what was typed is how `word` begins but for one letter: another, one more, one fewer, or two that changed places.
/// Both folded; what is shorter than this is no slip.
fn is_slip(typed: &str, word: &str) -> bool {
    const SHORTEST: usize = 5;
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    if typed.len() < SHORTEST {
        return word.starts_with(&typed);
    }
    let Some(first) = (0..typed.len()).find(|place| typed.get(*place) != word.get(*place)) else {
        return true;
    };
    let (left, rest) = (&typed[first..], word.get(first..).unwrap_or_default());
    let swapped = left.len() > 1
        && rest.len() > 1
        && left[0] == rest[1]
        && left[1] == rest[0]
        && rest[2..].starts_with(&left[2..]);
    let after = rest.get(1..).unwrap_or_default();
    swapped || after.starts_with(&left[1..]) || rest.starts_with(&left[1..]) || after.starts_with(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        for typed in ["plejehejm", "plejehjam", "pleejehjem", "plejhjem", "plejehjem"] {
            assert!(is_slip(typed, "plejehjemmet"), "{typed}");
        }
        assert!(!is_slip("plajehjam", "plejehjemmet"));
        assert!(!is_slip("skale", "havblik"));
        assert!(!is_slip("hus", "has"), "a short word is as it is typed");
    }
}
