#[path = "simulate/dice.rs"]
mod dice;
#[path = "simulate/town.rs"]
mod town;
use dice::Dice;
use samskab_matching::*;
use std::time::Instant;
use town::{TODAY, Town};
fn main() {
    let mut dice = Dice::new(1);
    let town = Town::new(&mut dice, 1000);
    let vs: Vec<Volunteer> = (0..2000).map(|i| town.volunteer(i, &mut dice)).collect();
    let mut m = Market::new(town.catalogue(), Weights::V1, town.usual());
    for i in 0..20000 {
        m.upsert_opening(town.opening(i, TODAY, &mut dice));
    }
    for v in &vs {
        m.upsert_volunteer(v.clone());
    }
    for _ in 0..3 {
        let t = Instant::now();
        let mut s = 0;
        for v in &vs {
            s += m.blocked_openings(v).open;
        }
        println!("blocked {:?} {s}", t.elapsed() / 2000);
        let t = Instant::now();
        let mut s = 0;
        for v in &vs {
            s += m.best_openings(v, 20, TODAY).len();
        }
        println!("best {:?} {s}", t.elapsed() / 2000);
        let t = Instant::now();
        let l = m.recompute_all(20, TODAY, 1);
        println!("all/1 {:?} {}", t.elapsed() / 2000, l.len());
        let t = Instant::now();
        let l = m.recompute_all(20, TODAY, 2);
        println!("all/2 {:?} {}", t.elapsed() / 2000, l.len());
    }
}
