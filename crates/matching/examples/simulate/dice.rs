//! The same random numbers on every machine.

/// SplitMix64.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ 0xD1B5_4A32_D192_ED03)
    }

    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1.
    pub fn share(&mut self) -> f64 {
        (self.number() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + self.share() * (high - low)
    }

    /// From 0, below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        ((self.share() * end as f64) as usize).min(end.saturating_sub(1))
    }

    pub fn happens(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// Around 0, with a spread of 1.
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.share()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.share()).cos()
    }

    /// Gumbel noise: with it, choosing the best is choosing by a logit.
    pub fn gumbel(&mut self) -> f64 {
        -(-(1.0 - self.share()).max(1e-12).ln()).max(1e-12).ln()
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
    }
}

/// Draws indexes, the popular ones more often: the chance of the i-th is as 1 / (i + 1)^steepness.
#[derive(Debug, Clone)]
pub struct Popular {
    sums: Vec<f64>,
    order: Vec<usize>,
}

impl Popular {
    /// `order` says which index is the most popular, the next, …
    pub fn new(order: Vec<usize>, steepness: f64) -> Self {
        let mut sum = 0.0;
        let weight = |rank: usize| 1.0 / (rank as f64 + 1.0).powf(steepness);
        let sums = (0..order.len())
            .map(|rank| {
                sum += weight(rank);
                sum
            })
            .collect();
        Self { sums, order }
    }

    pub fn draw(&self, dice: &mut Dice) -> usize {
        let at = dice.between(0.0, self.sums.last().copied().unwrap_or(1.0));
        self.order[self.sums.partition_point(|sum| *sum <= at).min(self.order.len() - 1)]
    }
}
