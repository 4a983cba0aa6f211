mod dice;
mod town;
use dice::Dice;
use samskab_matching::*;
use std::collections::HashMap;
use std::time::Instant;
use town::{TODAY, Town};
fn gini(counts: &[u64]) -> f64 {
    let mut c = counts.to_vec();
    c.sort();
    let n = c.len() as f64;
    let s: u64 = c.iter().sum();
    if s == 0 {
        return 0.0;
    }
    let w: f64 = c.iter().enumerate().map(|(i, x)| (i as f64 + 1.0) * *x as f64).sum();
    2.0 * w / (n * s as f64) - (n + 1.0) / n
}
fn main() {
    let mut dice = Dice::new(1);
    let town = Town::new(&mut dice, 1000);
    let vs: Vec<Volunteer> = (0..5000).map(|i| town.volunteer(i, &mut dice)).collect();
    let os: Vec<Opening> = (0..20000).map(|i| town.opening(i, TODAY, &mut dice)).collect();
    let flat = Weights { unanswered: 10000, met: 0, attention: 0, waiting: 0, ..Weights::V1 };
    for (name, w, rec) in [("relevance", flat, false), ("ours online", Weights::V1, true)] {
        let mut m = Market::new(town.catalogue(), w, town.usual());
        for o in &os {
            m.upsert_opening(o.clone());
        }
        let t = Instant::now();
        let mut seen: HashMap<OpeningId, u64> = HashMap::new();
        let mut fit = 0u64;
        let mut n = 0u64;
        for v in &vs {
            for f in m.best_openings(v, 20, TODAY) {
                *seen.entry(f.opening).or_default() += 1;
                fit += f.score.fit as u64;
                n += 1;
                if rec {
                    m.record_exposure(f.opening, 1);
                }
            }
        }
        let c: Vec<u64> = os.iter().map(|o| seen.get(&o.id).copied().unwrap_or(0)).collect();
        println!(
            "{name}: unseen {:.3} gini {:.3} fit {:.1} slots {n} {:?}",
            c.iter().filter(|c| **c == 0).count() as f64 / 20000.0,
            gini(&c),
            fit as f64 / n as f64,
            t.elapsed()
        );
    }
    let mut m = Market::new(town.catalogue(), Weights::V1, town.usual());
    for o in &os {
        m.upsert_opening(o.clone());
    }
    for v in &vs {
        m.upsert_volunteer(v.clone());
    }
    let t = Instant::now();
    let ls = m.recompute_all(20, TODAY, 2);
    let el = t.elapsed();
    let mut seen: HashMap<OpeningId, u64> = HashMap::new();
    let mut fit = 0u64;
    let mut n = 0u64;
    for l in &ls {
        for o in &l.openings {
            *seen.entry(o.opening).or_default() += 1;
            fit += o.fit as u64;
            n += 1;
        }
    }
    let c: Vec<u64> = os.iter().map(|o| seen.get(&o.id).copied().unwrap_or(0)).collect();
    println!(
        "batch: unseen {:.3} gini {:.3} fit {:.1} slots {n} {:?}",
        c.iter().filter(|c| **c == 0).count() as f64 / 20000.0,
        gini(&c),
        fit as f64 / n as f64,
        el
    );
    let mut passes = 0u64;
    let mut reach = vec![0u64; os.len()];
    for v in &vs {
        for (i, o) in os.iter().enumerate() {
            if gates(v, o).is_empty() {
                passes += 1;
                reach[i] += 1;
            }
        }
    }
    println!("passes {} of 1e8; unreachable {}", passes, reach.iter().filter(|r| **r == 0).count());
}
