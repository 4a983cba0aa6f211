//! What a search answers: who sees what, in which order, and how many there are of each.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};

use samskab_kernel::danish::{distance_km, sort_key};
use samskab_search::{Change, Document, Hits, Index, Matched, Near, Query, Sort};
use uuid::Uuid;

const TOWN: Uuid = Uuid::from_u128(1);
const NEIGHBOUR: Uuid = Uuid::from_u128(2);
const TOWN_HALL: (f64, f64) = (56.09, 8.244);

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn document(number: u128, title: &str) -> Document {
    Document {
        tenant: TOWN,
        id: id(number),
        kind: "task",
        title: title.to_owned(),
        sort_key: sort_key(title),
        next: i64::MAX,
        ..Document::default()
    }
}

fn index_of(documents: impl IntoIterator<Item = Document>) -> Index {
    let index = Index::new();
    index.replace_all(documents).unwrap();
    index
}

fn text(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::new(TOWN) }
}

fn search(index: &Index, query: &Query) -> Hits {
    index.search(query).unwrap()
}

fn ids(hits: &Hits) -> Vec<u128> {
    hits.hits.iter().map(|hit| hit.id.as_u128()).collect()
}

fn counts(hits: &Hits, facet: &str) -> BTreeMap<String, usize> {
    hits.facets[facet].iter().cloned().collect()
}

#[test]
fn literal_matches_come_before_freer_ones() {
    let index = index_of([
        document(1, "Samvær og hygge"),     // a synonym
        document(2, "Besøgsven"),           // a part of a compound
        document(3, "Besøgende velkommen"), // another form
        document(4, "Et besøg"),            // the word itself
        Document { keywords: "besøg".into(), ..document(5, "Søndag") },
        Document { body: "Der er brug for et besøg".into(), ..document(6, "Mandag") },
        document(7, "Hjemmebesøg"),
    ]);
    let found = ids(&search(&index, &text("besøg")));
    let place = |number: u128| found.iter().position(|found| *found == number).unwrap();
    assert!(place(4) < place(3) && place(3) < place(2), "{found:?}");
    assert!(place(4) < place(5) && place(5) < place(6), "title, keywords, body: {found:?}");
    assert!(!found.contains(&1), "samvær is not besøg: {found:?}");

    let index = index_of([document(1, "Pensionister"), document(2, "Ældre"), document(3, "Ældrecafé")]);
    assert_eq!(ids(&search(&index, &text("ældre"))), [2, 3, 1]);
}

#[test]
fn every_word_must_be_found_and_if_none_has_all_the_best_few_are_shown() {
    let index =
        index_of([document(1, "Kaffe med ældre"), document(2, "Kaffe på havnen"), document(3, "Ro en båd")]);
    let hits = search(&index, &text("kaffe ældre"));
    assert_eq!((ids(&hits), hits.matched), (vec![1], Matched::Words));
    let hits = search(&index, &text("kaffe havnen båd"));
    assert_eq!((ids(&hits), hits.matched), (vec![2, 1, 3], Matched::SomeWords));
    let hits = search(&index, &text("elefant"));
    assert_eq!((hits.total, hits.suggestion), (0, None));
}

#[test]
fn the_last_word_may_be_unfinished() {
    let index =
        index_of([document(1, "Besøgsven på plejehjem"), document(2, "Madlavning"), document(3, "Udflugt")]);
    assert_eq!(ids(&search(&index, &text("besø"))), [1]);
    assert_eq!(ids(&search(&index, &text("besoe"))), [1]);
    assert_eq!(ids(&search(&index, &text("besøgsven plej"))), [1]);
    assert_eq!(ids(&search(&index, &text("ud"))), [3], "a stopword can be a beginning");
    assert_eq!(search(&index, &text("plej besøgsven")).matched, Matched::SomeWords, "only the last one");
}

#[test]
fn spelling_slips_are_forgiven_and_named() {
    let index =
        index_of([document(1, "Besøgsven"), document(2, "Højtlæsning for børn"), document(3, "Hundelufter")]);
    for (typed, found, meant) in [
        ("besøgsvne", 1, "besøgsven"),
        ("besogsven", 1, "besøgsven"),
        ("hojtlæsnig", 2, "højtlæsning"),
        ("for bårn", 2, "for børn"),
        ("hundelutfer", 3, "hundelufter"),
    ] {
        let hits = search(&index, &text(typed));
        assert_eq!(ids(&hits), [found], "{typed}");
        assert_eq!(hits.matched, Matched::Spelling, "{typed}");
        assert_eq!(hits.suggestion.as_deref(), Some(meant), "{typed}");
        assert_eq!(ids(&search(&index, &text(meant))), [found], "the suggestion finds it too");
    }
    let hits = search(&index, &text("besøgsven"));
    assert_eq!((hits.matched, hits.suggestion), (Matched::Words, None));
    assert_eq!(search(&index, &text("abc")).total, 0, "three letters are too few to guess from");
}

#[test]
fn a_slip_in_a_synonym_is_forgiven_too() {
    let index =
        index_of([document(1, "Kørsel til lægen"), document(2, "Boldspil i parken"), document(3, "Kaffe")]);
    for (typed, found, meant) in [("chaufør", 1, Some("chauffør")), ("fodbol", 2, None), ("fotball", 2, None)]
    {
        let hits = search(&index, &text(typed));
        assert_eq!(ids(&hits), [found], "{typed}");
        if let Some(meant) = meant {
            assert_eq!(
                (hits.matched, hits.suggestion.as_deref()),
                (Matched::Spelling, Some(meant)),
                "{typed}"
            );
        }
    }
}

#[test]
fn what_is_no_word_finds_nothing_and_never_everything() {
    let index = index_of([document(1, "Kaffe"), document(2, "Udflugt")]);
    for typed in ["?", "…!", "a", "og", "den der"] {
        assert_eq!(search(&index, &text(typed)).total, 0, "{typed}");
    }
    assert_eq!(search(&index, &text("  ")).total, 2, "nothing typed is no search");
}

#[test]
fn nothing_leaks_across_tenants() {
    let theirs = Document {
        tenant: NEIGHBOUR,
        facets: vec![("theme", "hemmeligt".into())],
        days: vec![100],
        ..document(1, "Hemmelighedskræmmer")
    };
    let ours = Document { facets: vec![("theme", "social".into())], ..document(1, "Besøgsven") };
    let index = index_of([ours.clone(), theirs.clone()]);
    for typed in ["", "hemmelighedskræmmer", "hemmelighedskræmer", "hemm", "besøgsven"] {
        for sort in [Sort::Relevance, Sort::Date, Sort::Newest, Sort::Title] {
            let query = Query { sort, count_facets: vec!["theme"], count_days: Some(0..=200), ..text(typed) };
            let hits = search(&index, &query);
            assert!(hits.total <= 1 && hits.days.is_empty() && hits.suggestion.is_none(), "{typed} {hits:?}");
            assert!(!counts(&hits, "theme").contains_key("hemmeligt"));
            assert!(hits.total == usize::from(matches!(typed, "" | "besøgsven")), "{typed}");
        }
    }
    // the same id in both: deleting or replacing one leaves the other
    index.apply(vec![Change::Delete { tenant: NEIGHBOUR, id: id(1) }]).unwrap();
    assert_eq!((index.len(TOWN), index.len(NEIGHBOUR)), (1, 0));
    index.apply(vec![Change::upsert(theirs.clone())]).unwrap();
    index.replace_tenant(TOWN, [ours, theirs]).unwrap();
    assert_eq!((index.len(TOWN), index.len(NEIGHBOUR)), (1, 1));
    assert_eq!(search(&index, &Query::new(id(99))).total, 0, "an unknown tenant has nothing");
}

#[test]
fn a_day_is_listed_by_its_own_hours_and_what_is_full_comes_last() {
    // Thursday 1 January 1970 begins at -1 h UTC in Denmark: days 1 and 2 are Friday and Saturday.
    let at = |day: i64, hour: i64| ((day * 24 + hour) * 60 - 60) * 60 * 1_000_000;
    let index = index_of([
        Document { days: vec![1, 2], next: at(1, 20), ..document(1, "Nattens kaffe") },
        Document { days: vec![2], next: at(2, 9), ..document(2, "Morgenkaffe") },
        Document { days: vec![2], next: at(2, 8), last: true, ..document(3, "Fuld") },
        Document { days: vec![1, 2], next: at(1, 12), ..document(4, "Middag") },
    ]);
    let saturday = Query { days: Some(2..=2), sort: Sort::Date, ..text("") };
    assert_eq!(ids(&search(&index, &saturday)), [2, 4, 1, 3]);
    assert_eq!(ids(&search(&index, &Query { sort: Sort::Date, ..text("") })), [4, 1, 2, 3]);
}

#[test]
fn dates_first_flexible_after() {
    let index = index_of([
        Document { days: vec![10, 17, 24], next: 5, ..document(1, "Hver lørdag") },
        Document { days: vec![18], next: 3, ..document(2, "Søndag") },
        Document { any_day: true, next: 1, ..document(3, "Når du vil") },
        Document { days: vec![40], next: 2, ..document(4, "Senere") },
        Document { days: vec![-5], ..document(5, "Før 1970") },
    ]);
    let weekend = Query { days: Some(17..=18), sort: Sort::Date, count_days: Some(0..=31), ..text("") };
    let hits = search(&index, &weekend);
    assert_eq!(ids(&hits), [1, 2, 3]);
    assert_eq!(hits.hits.iter().map(|hit| hit.day).collect::<Vec<_>>(), [Some(17), Some(18), None]);
    assert_eq!(hits.days, BTreeMap::from([(10, 1), (17, 1), (18, 1), (24, 1)]), "whatever days were chosen");
    assert_eq!(ids(&search(&index, &Query { days: Some(-9..=-1), ..text("") })), [5, 3]);
    assert_eq!(
        ids(&search(&index, &Query { days: Some(19..=i32::MAX), sort: Sort::Date, ..text("") })),
        [1, 4, 3]
    );
    assert_eq!(
        ids(&search(&index, &Query { sort: Sort::Date, ..text("") })),
        [3, 4, 2, 1, 5],
        "next occasion"
    );
    #[allow(clippy::reversed_empty_ranges)]
    let nothing = Query { days: Some(5..=1), ..text("") };
    assert_eq!(ids(&search(&index, &nothing)), [3]);
}

#[test]
fn distance_near_then_anywhere() {
    let north = |kilometres: f64| Some((TOWN_HALL.0 + kilometres / 111.195, TOWN_HALL.1));
    let index = index_of([
        Document { place: north(12.0), ..document(1, "Tolv") },
        Document { place: north(3.0), ..document(2, "Tre") },
        Document { anywhere: true, ..document(3, "Hjemmefra") },
        document(4, "Uden sted"),
        Document { place: Some((f64::NAN, 1.0)), ..document(5, "Forkert sted") },
    ]);
    let near = |within_km| Query {
        near: Some(Near { place: TOWN_HALL, within_km }),
        sort: Sort::Distance,
        ..text("")
    };
    let hits = search(&index, &near(None));
    assert_eq!(ids(&hits), [2, 1, 3, 4, 5]);
    assert!((hits.hits[0].distance_km.unwrap() - 3.0).abs() < 0.01, "{hits:?}");
    assert_eq!(hits.hits[2].distance_km, None);
    assert_eq!(ids(&search(&index, &near(Some(5.0)))), [2, 3]);
    assert_eq!(search(&index, &near(Some(0.5))).total, 1);
}

#[test]
fn facet_counts_leave_out_their_own_choice() {
    let with = |number, facets: &[(&'static str, &str)]| Document {
        facets: facets.iter().map(|(facet, value)| (*facet, (*value).to_owned())).collect(),
        ..document(number, "Opgave")
    };
    let index = index_of([
        with(1, &[("theme", "social"), ("group", "ældre"), ("group", "børn"), ("group", "børn")]),
        with(2, &[("theme", "social"), ("group", "børn")]),
        with(3, &[("theme", "kultur"), ("group", "børn")]),
        with(4, &[("theme", "kultur"), ("group", "ældre")]),
        with(5, &[]),
    ]);
    let choose = |facets: Vec<(&'static str, Vec<String>)>| Query {
        facets,
        count_facets: vec!["theme", "group", "language"],
        ..text("")
    };
    let count = |pairs: &[(&str, usize)]| -> BTreeMap<String, usize> {
        pairs.iter().map(|(value, count)| ((*value).to_owned(), *count)).collect()
    };
    let all = search(&index, &choose(vec![]));
    assert_eq!(all.facets["theme"], [("kultur".to_owned(), 2), ("social".to_owned(), 2)]);
    assert_eq!(all.facets["group"][0], ("børn".to_owned(), 3), "a value given twice counts once");
    assert!(all.facets["language"].is_empty());

    let social = search(&index, &choose(vec![("theme", vec!["social".into()])]));
    assert_eq!(social.total, 2);
    assert_eq!(counts(&social, "theme"), count(&[("social", 2), ("kultur", 2)]));
    assert_eq!(counts(&social, "group"), count(&[("børn", 2), ("ældre", 1)]));

    let both =
        choose(vec![("theme", vec!["social".into(), "kultur".into()]), ("group", vec!["ældre".into()])]);
    let both = search(&index, &both);
    assert_eq!(ids(&both), [1, 4]);
    assert_eq!(counts(&both, "theme"), count(&[("social", 1), ("kultur", 1)]));
    assert_eq!(counts(&both, "group"), count(&[("ældre", 2), ("børn", 3)]));

    // the number beside a value is what choosing it brings
    for (value, expected) in counts(&all, "group") {
        assert_eq!(search(&index, &choose(vec![("group", vec![value])])).total, expected);
    }
    let unknown = search(&index, &choose(vec![("theme", vec!["ukendt".into()])]));
    assert_eq!((unknown.total, counts(&unknown, "theme").len()), (0, 2));
    assert_eq!(search(&index, &choose(vec![("language", vec!["dansk".into()])])).total, 0);
    assert_eq!(search(&index, &choose(vec![("theme", vec![])])).total, 5, "no value is no choice");
}

/// Counts are compared with a plain reckoning over many documents spread over segments.
#[test]
fn counts_and_pages_agree_with_a_plain_reckoning() {
    let themes = ["social", "kultur", "natur", "idræt"];
    let documents: Vec<Document> = (1..=300_u128)
        .map(|number| Document {
            facets: vec![("theme", themes[(number % 4) as usize].to_owned())],
            days: vec![(number % 30) as i32],
            place: Some((56.0 + number as f64 / 1000.0, 8.2)),
            newest: (number * 7919 % 300) as i64,
            next: (number % 11) as i64,
            ..document(
                number,
                ["Besøgsven", "Æblefest", "Ålefiskeri", "Zoologisk tur", "Skole 10", "Skole 2"]
                    [(number % 6) as usize],
            )
        })
        .collect();
    let index = index_of(documents[..100].iter().cloned());
    for batch in documents[100..].chunks(23) {
        index.apply(batch.iter().cloned().map(Change::upsert).collect()).unwrap();
    }
    // replace some by themselves, delete others, so that segments hold dead documents
    index.apply(documents[50..90].iter().cloned().map(Change::upsert).collect()).unwrap();
    let deleted: HashSet<u128> = (1..=300).filter(|number| number % 10 == 0).collect();
    index
        .apply(deleted.iter().map(|number| Change::Delete { tenant: TOWN, id: id(*number) }).collect())
        .unwrap();
    let alive: Vec<&Document> =
        documents.iter().filter(|document| !deleted.contains(&document.id.as_u128())).collect();
    assert_eq!(index.len(TOWN), alive.len());

    let hits = search(&index, &Query { days: Some(3..=9), count_facets: vec!["theme"], ..text("") });
    for theme in themes {
        let expected = alive
            .iter()
            .filter(|document| (3..=9).contains(&document.days[0]) && document.facets[0].1 == theme)
            .count();
        assert_eq!(counts(&hits, "theme").get(theme).copied().unwrap_or(0), expected, "{theme}");
    }

    // with a distance beside the other filters, each count still leaves out its own choice and no other
    let (near, days) = (Near { place: TOWN_HALL, within_km: Some(10.0) }, 3..=9);
    let is_near = |document: &Document| distance_km(TOWN_HALL, document.place.unwrap()) <= 10.0;
    let happens = |document: &Document| days.contains(&document.days[0]);
    let is_natur = |document: &Document| document.facets[0].1 == "natur";
    let query = Query {
        days: Some(days.clone()),
        near: Some(near),
        facets: vec![("theme", vec!["natur".to_owned()])],
        limit: 1000,
        ..text("")
    };
    let among = |fits: &dyn Fn(&Document) -> bool| {
        alive.iter().filter(|document| is_near(document) && fits(document)).count()
    };
    let expected = among(&|document| happens(document) && is_natur(document));
    let uncounted = search(&index, &query);
    assert_eq!(uncounted.total, expected);
    let counted =
        search(&index, &Query { count_facets: vec!["theme"], count_periods: vec![10..=19], ..query });
    assert_eq!((counted.total, ids(&counted)), (expected, ids(&uncounted)));
    for theme in themes {
        let expected = among(&|document| happens(document) && document.facets[0].1 == theme);
        assert_eq!(counts(&counted, "theme").get(theme).copied().unwrap_or(0), expected, "{theme}");
    }
    let later = among(&|document| is_natur(document) && (10..=19).contains(&document.days[0]));
    assert_eq!(counted.periods, [later]);

    for sort in [Sort::Relevance, Sort::Date, Sort::Distance, Sort::Newest, Sort::Title] {
        let query = |offset, limit| Query {
            sort,
            offset,
            limit,
            near: Some(Near { place: TOWN_HALL, within_km: None }),
            ..text("")
        };
        let whole = ids(&search(&index, &query(0, 1000)));
        assert_eq!(whole.len(), alive.len(), "{sort:?}");
        let paged: Vec<u128> = (0..30).flat_map(|page| ids(&search(&index, &query(page * 10, 10)))).collect();
        assert_eq!(whole, paged, "pages put together are the whole: {sort:?}");
    }

    let titles: Vec<&str> = ids(&search(&index, &Query { sort: Sort::Title, limit: 1000, ..text("") }))
        .into_iter()
        .map(|number| documents[number as usize - 1].title.as_str())
        .collect();
    let mut expected: Vec<&str> = alive.iter().map(|document| document.title.as_str()).collect();
    expected.sort_by_key(|title| sort_key(title));
    assert_eq!(titles, expected);
    assert_eq!((titles[0], titles.last().copied()), ("Besøgsven", Some("Ålefiskeri")));

    let newest: Vec<i64> = ids(&search(&index, &Query { sort: Sort::Newest, limit: 1000, ..text("") }))
        .into_iter()
        .map(|number| documents[number as usize - 1].newest)
        .collect();
    assert!(newest.is_sorted_by(|one, other| one >= other));
    assert!(search(&index, &Query { offset: usize::MAX, limit: usize::MAX, ..text("") }).hits.is_empty());
    assert_eq!(search(&index, &Query { limit: 0, ..text("") }).total, alive.len());
}

#[test]
fn kinds_are_apart_and_payloads_come_back() {
    let index = index_of([
        Document { payload: "{\"a\":1}".into(), ..document(1, "Besøgsven") },
        Document { kind: "association", ..document(2, "Besøgsvennerne") },
    ]);
    let hits = search(&index, &Query { kind: Some("task"), ..text("besøgsven") });
    assert_eq!(
        (ids(&hits), hits.hits[0].kind, hits.hits[0].payload.as_str()),
        (vec![1], "task", "{\"a\":1}")
    );
    assert_eq!(ids(&search(&index, &text("besøgsven"))), [1, 2]);
    assert_eq!(search(&index, &Query { kind: Some("nothing"), ..text("") }).total, 0);
}

#[test]
fn changes_are_seen_when_apply_returns() {
    let index = Index::new();
    assert_eq!(search(&index, &text("hund")).total, 0);
    index.apply(vec![Change::upsert(document(1, "Hundelufter"))]).unwrap();
    assert_eq!(ids(&search(&index, &text("hund"))), [1]);
    index
        .apply(vec![
            Change::upsert(document(1, "Kattepasser")),
            Change::upsert(document(2, "Fuglevenner")),
            Change::Delete { tenant: TOWN, id: id(2) },
            Change::Delete { tenant: TOWN, id: id(3) },
        ])
        .unwrap();
    assert_eq!(search(&index, &text("hund")).total, 0);
    assert_eq!(ids(&search(&index, &text(""))), [1], "changes of a batch count in their order");
    index.replace_all([document(4, "Ny begyndelse"), document(4, "Ny begyndelse igen")]).unwrap();
    assert_eq!(ids(&search(&index, &text(""))), [4]);
    index.apply(vec![Change::upsert(document(5, "Efter"))]).unwrap();
    assert_eq!(index.len(TOWN), 2);
}

#[test]
fn more_tenants_than_open_writers() {
    let index = Index::new();
    for round in 0..3_u128 {
        let changes = (1..=9_u128)
            .map(|tenant| Change::upsert(Document { tenant: id(tenant), ..document(round, "Opgave") }))
            .collect();
        index.apply(changes).unwrap();
    }
    assert_eq!(index.tenants().len(), 9);
    assert!((1..=9).all(|tenant| index.len(id(tenant)) == 3));
}

/// A batch moves all documents from one word to another; a reader must see one or the other, never both.
#[test]
fn readers_see_whole_writes_only() {
    let all = |word: &str| (1..=20).map(|number| document(number, word)).collect::<Vec<_>>();
    let index = index_of(all("hund"));
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut searches = 0;
                while !done.load(Ordering::Relaxed) || searches == 0 {
                    let hits = search(&index, &Query { limit: 50, ..text("") });
                    assert_eq!(hits.total, 20);
                    let distinct: HashSet<u128> = ids(&hits).into_iter().collect();
                    assert_eq!(distinct.len(), 20);
                    let dogs = search(&index, &text("hund")).total;
                    assert!(dogs == 0 || dogs == 20, "{dogs}");
                    searches += 1;
                }
            });
        }
        for round in 0..30 {
            let word = if round % 2 == 0 { "kat" } else { "hund" };
            index.apply(all(word).into_iter().map(Change::upsert).collect()).unwrap();
        }
        done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn strange_texts_do_no_harm() {
    let index = index_of([
        document(1, "🙂 — – \u{0} \u{30a} -- -a- 'n' «»"),
        document(2, &"æ".repeat(5000)),
        document(3, &"børnehave".repeat(60)),
        document(4, ""),
        document(5, "日本語 Привет مرحبا"),
    ]);
    for typed in
        ["🙂", "-", "a", "\u{30a}", "\u{0}", "((", "\"", "+-!", "æææææææææææææææ", " ", "и", "日本語"]
    {
        search(&index, &text(typed));
    }
    assert_eq!(ids(&search(&index, &text("ПРИВЕТ"))), [5]);
    assert_eq!(search(&index, &text(&"hund ".repeat(500))).total, 0, "only the first words count");
    assert_eq!(search(&index, &text(&"x".repeat(100_000))).total, 0);
}

#[test]
fn a_period_counts_each_thing_once_whatever_days_are_chosen() {
    let index = index_of([
        Document { days: vec![6, 7], ..document(1, "Hele weekenden") },
        Document { days: vec![7], ..document(2, "Søndag") },
        Document { days: vec![9], facets: vec![("theme", "social".into())], ..document(3, "Tirsdag") },
        Document { any_day: true, ..document(4, "Når du vil") },
    ]);
    let periods = vec![6..=6, 6..=7, 8..=14, 20..=30];
    let query = Query { count_periods: periods.clone(), days: Some(9..=9), ..text("") };
    assert_eq!(search(&index, &query).periods, [1, 2, 1, 0]);
    let social = vec![("theme", vec!["social".to_owned()])];
    let query = Query { count_periods: periods, facets: social, ..text("") };
    assert_eq!(search(&index, &query).periods, [0, 0, 1, 0], "every other choice counts");
}

/// Of few documents each is asked, for its values and its first day; of many the sets are looked at (`selection.rs`).
#[test]
fn many_documents_are_counted_and_dated_as_few_are() {
    let among = |number: u128, names: [&str; 3]| names[number as usize % 3].to_owned();
    let one = |number: u128| Document {
        days: vec![number as i32 % 5, 5 + number as i32 % 7],
        facets: vec![
            ("theme", among(number, ["social", "culture", "sport"])),
            ("town", among(number / 3, ["9501", "9502", "9503"])),
        ],
        ..document(number, if number < 90 { "Kaffe" } else { "Strik" })
    };
    let index = index_of((0..3_600).map(one));
    let asked = |text: &str, facets| Query {
        text: text.to_owned(),
        facets,
        days: Some(2..=6),
        count_facets: vec!["theme", "town"],
        limit: 4_000,
        ..Query::new(TOWN)
    };
    for (text, many) in [("", 3_600), ("kaffe", 90)] {
        let chosen = vec![("theme", vec!["sport".to_owned()])];
        let (all, sport) = (search(&index, &asked(text, Vec::new())), search(&index, &asked(text, chosen)));
        let happens = |number: &u128| *number % 5 >= 2 || number % 7 <= 1;
        let expected: Vec<u128> = (0..many).filter(happens).collect();
        let of = |third: u128| expected.iter().filter(|number| *number % 3 == third).count();
        assert_eq!((all.total, sport.total), (expected.len(), of(2)));
        for hits in [&all, &sport] {
            assert_eq!(counts(hits, "theme")["social"], of(0), "a choice is left out of its own counts");
            assert_eq!(counts(hits, "theme")["sport"], of(2));
            assert_eq!(counts(hits, "town").values().sum::<usize>(), hits.total);
            for hit in &hits.hits {
                let (first, second) = (hit.id.as_u128() % 5, 5 + hit.id.as_u128() % 7);
                assert_eq!(hit.day, Some(if first >= 2 { first } else { second } as i32), "{hit:?}");
            }
        }
    }
}
