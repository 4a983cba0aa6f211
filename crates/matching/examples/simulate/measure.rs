//! Numbers about numbers.

/// 0: all have the same; towards 1: one has everything.
pub fn gini(counts: &[u64]) -> f64 {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    let (n, sum) = (sorted.len() as f64, sorted.iter().sum::<u64>() as f64);
    if sum == 0.0 {
        return 0.0;
    }
    let weighted: f64 = sorted.iter().enumerate().map(|(at, count)| (at as f64 + 1.0) * *count as f64).sum();
    2.0 * weighted / (n * sum) - (n + 1.0) / n
}

/// Mean and standard deviation over the seeds.
#[derive(Debug, Clone, Copy)]
pub struct Spread {
    pub mean: f64,
    pub deviation: f64,
}

impl Spread {
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let values: Vec<f64> = values.into_iter().collect();
        let n = values.len().max(1) as f64;
        let mean = values.iter().sum::<f64>() / n;
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        Self { mean, deviation: (squares / (n - 1.0).max(1.0)).sqrt() }
    }

    /// `12.3 % ± 0.4`
    pub fn percent(self) -> String {
        format!("{:.1} % ± {:.1}", self.mean * 100.0, self.deviation * 100.0)
    }

    /// `+8.3 % ± 0.4`
    pub fn change(self) -> String {
        format!("{:+.1} % ± {:.1}", self.mean * 100.0, self.deviation * 100.0)
    }

    pub fn whole(self) -> String {
        format!("{:.0} ± {:.0}", self.mean, self.deviation)
    }

    pub fn number(self) -> String {
        format!("{:.3} ± {:.3}", self.mean, self.deviation)
    }
}
