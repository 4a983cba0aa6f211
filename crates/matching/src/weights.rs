//! How much everything counts. A change is a new version: a stored score says which one it was made with.

/// The numbers of the formula. Points are out of 10,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights {
    /// Stored with every score.
    pub version: u16,
    /// Hundredths of the fit; together 100.
    pub interests: u16,
    pub target_groups: u16,
    pub competences: u16,
    pub rhythm: u16,
    pub time: u16,
    pub distance: u16,
    pub language: u16,
    pub company: u16,
    /// What an organiser who never answers leaves of the fit, in points; one who answers at once leaves all.
    pub unanswered: u16,
    /// How many answers' worth of the municipality's usual every organiser is judged with besides their own, so that
    /// a new one is not buried and one bad week is not a verdict.
    pub usual_answers: u32,
    /// Points lost when a task has met as many volunteers as it has places; twice that at twice as many, and so on.
    pub met: u16,
    /// The most points that are lost by it.
    pub met_most: u16,
    /// Points lost by a task that somebody has shown interest in this week, from Monday.
    pub met_this_week: u16,
    /// How many places a task is taken to have that welcomes as many as come.
    pub places_of_many: u16,
    /// The most points won by a task that nobody has seen, and lost by one that everybody has. All of it counts for
    /// which tasks come into a list.
    pub attention: u16,
    /// Hundredths of the attention that count for the order within a list.
    pub attention_in_order: u16,
    /// Points won by a task that waits for somebody, growing from a week to four weeks.
    pub waiting: u16,
    /// Whether waiting begins anew when somebody has come; or else what has met anybody does not wait.
    pub waits_anew: bool,
    /// Scores closer than this are equal, and take turns by the day.
    pub equal_within: u16,
}

impl Weights {
    pub const V1: Self = Self {
        version: 1,
        interests: 30,
        target_groups: 12,
        competences: 14,
        rhythm: 8,
        time: 14,
        distance: 14,
        language: 3,
        company: 5,
        unanswered: 9_000,
        usual_answers: 8,
        met: 300,
        met_most: 1_200,
        met_this_week: 0,
        places_of_many: 8,
        attention: 800,
        attention_in_order: 100,
        waiting: 200,
        waits_anew: false,
        equal_within: 50,
    };

    /// A week's volunteers reach more tasks, and fewer of them leave without one: docs/matching.md.
    pub const V2: Self = Self {
        version: 2,
        met: 0,
        met_this_week: 300,
        waiting: 300,
        attention_in_order: 50,
        waits_anew: true,
        ..Self::V1
    };

    /// Of all parts.
    pub(crate) const fn sum(&self) -> u16 {
        self.interests
            + self.target_groups
            + self.competences
            + self.rhythm
            + self.time
            + self.distance
            + self.language
            + self.company
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self::V2
    }
}

const _: () =
    assert!(Weights::V1.sum() == 100 && Weights::V2.sum() == 100, "the parts are hundredths of the fit");
