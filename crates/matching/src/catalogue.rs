//! What belongs together in the caller's catalogues.

use crate::{Competences, Languages, Topics};

/// How entries of the catalogues relate. Words and synonyms are the caller's; two words for the same thing are one
/// entry. Here stands what is *partly* the same: who likes cooking may like a café.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// By topic: those that are near it.
    topics: [Topics; Topics::CAPACITY],
    competences: [Competences; Competences::CAPACITY],
    pub(crate) everyday_languages: Languages,
}

impl Default for Catalogue {
    /// Nothing is related.
    fn default() -> Self {
        Self {
            topics: [Topics::EMPTY; Topics::CAPACITY],
            competences: [Competences::EMPTY; Competences::CAPACITY],
            everyday_languages: Languages::EMPTY,
        }
    }
}

impl Catalogue {
    /// Nothing is related yet. `everyday_languages` are so common that sharing one tells nothing (Danish).
    pub fn new(everyday_languages: Languages) -> Self {
        Self { everyday_languages, ..Self::default() }
    }

    /// All of the group are near each other. May be told of several groups with entries in common; being near is
    /// not passed on from one group to the next.
    pub fn relate_topics(&mut self, group: Topics) {
        for index in group.iter() {
            self.topics[index] = self.topics[index].union(group);
        }
    }

    /// The same for competences.
    pub fn relate_competences(&mut self, group: Competences) {
        for index in group.iter() {
            self.competences[index] = self.competences[index].union(group);
        }
    }

    /// What is near any of these, themselves left out.
    pub fn topics_near(&self, topics: Topics) -> Topics {
        topics.iter().fold(Topics::EMPTY, |near, index| near.union(self.topics[index])).without(topics)
    }

    /// What is near any of these, themselves left out.
    pub fn competences_near(&self, competences: Competences) -> Competences {
        let near = |near: Competences, index: usize| near.union(self.competences[index]);
        competences.iter().fold(Competences::EMPTY, near).without(competences)
    }
}
