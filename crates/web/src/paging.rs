//! Pages of a long list.

/// Where in a list a page begins, as a URL says it (`?side=3`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// From 1.
    pub number: usize,
    pub size: usize,
}

impl Page {
    /// Page numbers that make no sense become the first page.
    pub fn new(number: Option<usize>, size: usize) -> Self {
        Self { number: number.unwrap_or(1).clamp(1, 10_000), size }
    }

    pub fn offset(self) -> usize {
        (self.number - 1) * self.size
    }

    pub fn count(self, total: usize) -> usize {
        total.div_ceil(self.size).max(1)
    }

    pub fn previous(self) -> Option<usize> {
        (self.number > 1).then(|| self.number - 1)
    }

    pub fn next(self, total: usize) -> Option<usize> {
        (self.number < self.count(total)).then(|| self.number + 1)
    }
}
