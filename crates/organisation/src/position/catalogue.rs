//! What belongs to a position: the duties of its level (RS-30…72), and the topics one can ask it about (RS-38).

use std::sync::LazyLock;

use samskab_i18n::Text;
use samskab_kernel::{Locale, danish::fold};
use serde::Deserialize;

use super::PositionKind;
use crate::T;

/// A duty of a level, in plain words.
#[derive(Debug, Deserialize)]
pub struct Duty {
    /// The element of the founding paper that names it: `RS-53`.
    pub id: String,
    pub level: u8,
    /// The duty this is a part of.
    pub part_of: Option<String>,
    /// The paper says "evt." or "kan".
    #[serde(default)]
    pub optional: bool,
    #[serde(skip)]
    title: Text,
    #[serde(skip)]
    text: Text,
}

impl Duty {
    pub fn title(&self, locale: Locale) -> &'static str {
        self.title.get(locale)
    }

    pub fn text(&self, locale: Locale) -> &'static str {
        self.text.get(locale)
    }
}

/// What one can ask a position about.
#[derive(Debug, Deserialize)]
pub struct ContactTopic {
    pub key: String,
    #[serde(skip)]
    name: Text,
    words: Vec<String>,
}

impl ContactTopic {
    pub fn name(&self, locale: Locale) -> &'static str {
        self.name.get(locale)
    }

    /// Whether somebody who typed `folded` (see `danish::fold`) may mean this.
    pub fn is_meant_by(&self, folded: &str) -> bool {
        let own = self.name.both().into_iter().chain(self.words.iter().map(String::as_str));
        folded.chars().count() > 1
            && own.map(fold).any(|word| word.contains(folded) || (word.len() > 3 && folded.contains(&word)))
    }
}

#[derive(Deserialize)]
struct Duties {
    duty: Vec<Duty>,
}

#[derive(Deserialize)]
struct Topics {
    topic: Vec<ContactTopic>,
}

static DUTIES: LazyLock<Vec<Duty>> = LazyLock::new(|| {
    let read: Result<Duties, _> = toml::from_str(include_str!("../../catalogue/duties.toml"));
    let mut duties = read
        .map(|catalogue| catalogue.duty)
        .inspect_err(|error| tracing::error!(%error, "the duties"))
        .unwrap_or_default();
    for duty in &mut duties {
        let key = format!("duty-{}", duty.id.to_lowercase());
        duty.title = T::text(&key);
        duty.text = T::text(&format!("{key}-text"));
    }
    duties
});

static TOPICS: LazyLock<Vec<ContactTopic>> = LazyLock::new(|| {
    let read: Result<Topics, _> = toml::from_str(include_str!("../../catalogue/contact_topics.toml"));
    let mut topics = read
        .map(|catalogue| catalogue.topic)
        .inspect_err(|error| tracing::error!(%error, "the topics"))
        .unwrap_or_default();
    for topic in &mut topics {
        topic.name = T::text(&format!("contact-topic-{}", topic.key));
    }
    topics
});

/// All duties, in the order of the paper.
pub(crate) fn duties() -> &'static [Duty] {
    &DUTIES
}

/// The duties of a position of this kind; none for those the paper gives none.
pub fn duties_of(kind: PositionKind) -> impl Iterator<Item = &'static Duty> {
    let level = match kind {
        PositionKind::CentralCoordinator => 1,
        PositionKind::KeyPerson => 2,
        PositionKind::LocalContact | PositionKind::Ambassador | PositionKind::AmbassadorTeam => 3,
        PositionKind::Administrator | PositionKind::ReferenceDirector | PositionKind::UnitLeader => 0,
    };
    duties().iter().filter(move |duty| duty.level == level)
}

pub fn topics() -> &'static [ContactTopic] {
    &TOPICS
}

pub fn topic(key: &str) -> Option<&'static ContactTopic> {
    topics().iter().find(|topic| topic.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_holds_every_duty_of_the_paper_once() {
        let ids: Vec<String> = duties().iter().map(|duty| duty.id.clone()).collect();
        let expected: Vec<String> = (30..=72).map(|number| format!("RS-{number}")).collect();
        assert_eq!(ids, expected);
        for duty in duties() {
            let above = duty.part_of.as_ref().map(|id| duties().iter().find(|other| other.id == *id));
            assert!(
                above.is_none_or(|above| above.is_some_and(|above| above.level == duty.level)),
                "{}",
                duty.id
            );
            for text in [duty.title, duty.text] {
                assert!(text.both().iter().all(|text| !text.is_empty()), "{}", duty.id);
            }
        }
        assert_eq!(topics().len(), 25);
        for topic in topics() {
            assert!(topic.name.both().iter().all(|name| !name.is_empty()), "{}", topic.key);
        }
        assert_eq!(duties_of(PositionKind::KeyPerson).count(), 10);
    }

    #[test]
    fn everyday_words_lead_to_a_topic() {
        let meant = |text: &str| {
            let folded = fold(text);
            topics()
                .iter()
                .filter(|topic| topic.is_meant_by(&folded))
                .map(|topic| topic.key.as_str())
                .collect::<Vec<_>>()
        };
        assert!(meant("Besøgsven").contains(&"older_people"));
        assert!(meant("lån af lokale").contains(&"rooms"));
        assert!(meant("LEKTIER").contains(&"homework_help"));
        assert!(meant("aeldre").contains(&"older_people"));
        assert!(meant("x").is_empty() && meant("").is_empty());
    }
}
