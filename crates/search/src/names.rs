//! Kinds and facet values by number.

use std::collections::HashMap;

/// Numbers for kinds and facet values. Numbers are given once and never change, so that a reader of an
/// older snapshot still understands them.
#[derive(Default)]
pub(crate) struct Names {
    kinds: Vec<&'static str>,
    facets: Vec<&'static str>,
    values: Vec<(u16, String)>,
    numbers: HashMap<&'static str, HashMap<String, u32>>,
}

impl Names {
    pub(crate) fn kind(&mut self, kind: &'static str) -> u32 {
        self.find_kind(kind).unwrap_or_else(|| {
            self.kinds.push(kind);
            self.kinds.len() as u32 - 1
        })
    }

    pub(crate) fn find_kind(&self, kind: &str) -> Option<u32> {
        self.kinds.iter().position(|known| *known == kind).map(|at| at as u32)
    }

    pub(crate) fn kind_name(&self, number: u32) -> &'static str {
        self.kinds.get(number as usize).copied().unwrap_or_default()
    }

    pub(crate) fn facet_value(&mut self, facet: &'static str, value: &str) -> u32 {
        if let Some(number) = self.find_value(facet, value) {
            return number;
        }
        let facet_number = self.find_facet(facet).unwrap_or_else(|| {
            self.facets.push(facet);
            self.facets.len() as u16 - 1
        });
        let number = self.values.len() as u32;
        self.values.push((facet_number, value.to_owned()));
        self.numbers.entry(facet).or_default().insert(value.to_owned(), number);
        number
    }

    pub(crate) fn find_value(&self, facet: &str, value: &str) -> Option<u32> {
        self.numbers.get(facet)?.get(value).copied()
    }

    pub(crate) fn find_facet(&self, facet: &str) -> Option<u16> {
        self.facets.iter().position(|known| *known == facet).map(|at| at as u16)
    }

    pub(crate) fn facet_name(&self, number: u16) -> Option<&'static str> {
        self.facets.get(number as usize).copied()
    }

    /// Facet number and value, by value number.
    pub(crate) fn values(&self) -> &[(u16, String)] {
        &self.values
    }
}
