//! How fast: `cargo run --release -p samskab-search --example speed [documents]`.
//!
//! Builds one tenant's index of made-up Danish ads and prints p50 and p99 of searches with everything on:
//! top 20, total, counts of three facets, distance.

use std::time::{Duration, Instant};

use samskab_kernel::danish::sort_key;
use samskab_search::{Change, Document, Index, Near, Query, Sort};
use uuid::Uuid;

const TENANT: Uuid = Uuid::from_u128(1);

/// Small and repeatable; the numbers need not be good.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }

    fn of<'l>(&mut self, list: &[&'l str]) -> &'l str {
        list[self.below(list.len())]
    }
}

const FIRST: &[&str] = &[
    "besøgs", "lektie", "cykel", "hunde", "børne", "ældre", "sprog", "have", "strikke", "fodbold", "skole",
    "natur", "kultur", "demens", "sorg", "motions", "gå", "læse", "it-", "mad", "familie", "senior", "kirke",
    "byg", "kreativ",
];
const LAST: &[&str] = &[
    "ven", "venner", "hjælp", "hjælper", "café", "klub", "gruppe", "tur", "ture", "træner", "vært", "fest",
    "lufter", "pilot", "leder", "dag", "aften", "hold", "netværk", "projekt",
];
const WORDS: &[&str] = &[
    "frivillig",
    "plejehjem",
    "beboere",
    "hyggelig",
    "eftermiddag",
    "kaffe",
    "samtale",
    "børnene",
    "unge",
    "skoven",
    "bibliotek",
    "onsdag",
    "lørdag",
    "sammen",
    "glæde",
    "erfaring",
    "kørekort",
    "tålmodig",
    "musik",
    "sang",
    "spil",
    "frisk",
    "luft",
    "værksted",
    "reparere",
    "indkøb",
    "følge",
    "læge",
    "dansk",
    "flygtninge",
    "forening",
    "bestyrelse",
    "kasserer",
    "regnskab",
    "stævne",
    "opvask",
    "blomster",
    "grøntsager",
    "museum",
    "vejledning",
    "åben",
    "ærlig",
    "øvet",
    "vi",
    "søger",
    "dig",
    "der",
    "har",
    "lyst",
    "til",
    "at",
    "og",
    "en",
    "på",
    "med",
    "for",
    "i",
    "er",
    "det",
    "som",
];

fn compound(chance: &mut Chance) -> String {
    format!("{}{}", chance.of(FIRST), chance.of(LAST))
}

fn document(number: usize, chance: &mut Chance) -> Document {
    let title = format!("{} {} {}", compound(chance), chance.of(WORDS), chance.of(WORDS));
    let body = (0..60)
        .map(|_| match chance.below(12) {
            0 => compound(chance),
            1 => format!("navn{}", chance.below(20_000)),
            _ => chance.of(WORDS).to_owned(),
        })
        .collect::<Vec<_>>()
        .join(" ");
    let mut facets = vec![
        ("theme", format!("tema {}", chance.below(4))),
        ("time", format!("tid {}", chance.below(6))),
        ("unit", format!("enhed {}", chance.below(300))),
    ];
    facets.extend((0..1 + chance.below(4)).map(|_| ("group", format!("gruppe {}", chance.below(12)))));
    let first = chance.below(90) as i32;
    Document {
        tenant: TENANT,
        id: Uuid::from_u128(number as u128),
        kind: "task",
        sort_key: sort_key(&title),
        title,
        keywords: format!("{} {}", chance.of(WORDS), chance.of(FIRST)),
        body,
        facets,
        days: (0..chance.below(13) as i32).map(|week| 20_000 + first + 7 * week).collect(),
        any_day: chance.below(5) == 0,
        place: Some((55.9 + chance.below(4000) as f64 / 1e4, 8.1 + chance.below(8000) as f64 / 1e4)),
        last: false,
        anywhere: chance.below(10) == 0,
        newest: number as i64,
        next: chance.below(10_000_000) as i64,
        payload: "{\"unit\":\"Plejehjemmet Fjordblik\",\"time\":\"lørdag 10-12\"}".to_owned(),
    }
}

fn timed(name: &str, rounds: usize, mut run: impl FnMut(usize) -> usize) {
    let mut times: Vec<Duration> = Vec::with_capacity(rounds);
    let mut found = 0;
    for round in 0..rounds {
        let start = Instant::now();
        found = run(round);
        times.push(start.elapsed());
    }
    times.sort_unstable();
    println!("{name:44} p50 {:>9.1?}  p99 {:>9.1?}  ({found})", times[rounds / 2], times[rounds * 99 / 100]);
}

/// Resident memory of this process in megabytes, where Linux tells it.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or_default() / 1024
}

fn main() -> Result<(), samskab_search::SearchError> {
    let documents: usize =
        std::env::args().nth(1).and_then(|argument| argument.parse().ok()).unwrap_or(20_000);
    let mut chance = Chance(7);
    let changed: Vec<Document> =
        (0..documents.min(300)).map(|number| document(number, &mut chance)).collect();
    println!("{} MB resident before", resident());
    let mut chance = Chance(7);
    let all = (0..documents).map(|number| document(number, &mut chance));
    let index = Index::new();
    let start = Instant::now();
    index.replace_all(all)?;
    println!(
        "{documents} documents built in {:.2?}, their making included; {} MB resident",
        start.elapsed(),
        resident()
    );

    let full = |text: &str, sort| Query {
        kind: Some("task"),
        text: text.to_owned(),
        near: Some(Near { place: (56.09, 8.244), within_km: Some(25.0) }),
        sort,
        count_facets: vec!["theme", "time", "group"],
        ..Query::new(TENANT)
    };
    let ask = |query: &Query| index.search(query).map_or(0, |hits| hits.total);
    let texts = ["besøgsven", "hund", "ældre kaffe", "lektiehjælp", "cykel lørdag", "strikkecafé", "børn"];
    for round in 0..2 {
        if round == 1 {
            let start = Instant::now();
            for document in &changed {
                index.apply(vec![Change::upsert(document.clone())])?;
            }
            println!(
                "\nafter {} single changes, {:.2?} each:",
                changed.len(),
                start.elapsed() / changed.len() as u32
            );
        }
        timed("words, distance, 3 facets, by relevance", 1000, |n| {
            ask(&full(texts[n % texts.len()], Sort::Relevance))
        });
        timed("words, distance, 3 facets, by distance", 1000, |n| {
            ask(&full(texts[n % texts.len()], Sort::Distance))
        });
        timed("words, weekend, 2 facets chosen", 1000, |n| {
            let mut query = full(texts[n % texts.len()], Sort::Date);
            query.days = Some(20_040..=20_041);
            query.facets = vec![("theme", vec!["tema 1".into()]), ("group", vec!["gruppe 3".into()])];
            ask(&query)
        });
        timed("no words, everything counted, by date", 300, |_| ask(&full("", Sort::Date)));
        timed("no words, everything, by title", 300, |_| ask(&full("", Sort::Title)));
        timed("no words, a month's calendar", 300, |_| {
            let mut query = full("", Sort::Date);
            query.count_days = Some(20_030..=20_060);
            ask(&query)
        });
        timed("unfinished word", 1000, |_| ask(&full("besø", Sort::Relevance)));
        timed("misspelt word", 300, |_| ask(&full("hundelutfer", Sort::Relevance)));
    }
    Ok(())
}
