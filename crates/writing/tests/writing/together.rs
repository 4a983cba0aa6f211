//! Several write at once, and no written word is lost.

use futures_util::future::join_all;
use samskab_store::queries_of_pages;

use super::*;

/// A browser that has the block open, with what it read.
struct Writer<'h> {
    browser: Browser<'h>,
    version: String,
    before: String,
}

impl<'h> Writer<'h> {
    async fn opens(house: &'h House, block: &str) -> Self {
        let mut browser = house.signed_in(house.town.coordinator).await;
        let page = browser.get(block).await;
        let (version, before) = (hidden(&page, "version"), hidden(&page, "foer"));
        Self { browser, version, before }
    }

    async fn saves(&mut self, block: &str, text: &str) -> Page {
        let fields = [
            ("slags", "paragraph"),
            ("foer_slags", "paragraph"),
            ("tekst", text),
            ("version", self.version.as_str()),
            ("foer", self.before.as_str()),
        ];
        self.browser.post(block, &fields).await
    }

    /// Saves until it is saved. Whoever is told that another wrote in the same words puts their own behind what stands there.
    async fn gets_in(&mut self, block: &str, text: &str, own: &str) {
        let mut text = text.to_owned();
        for _ in 0..20 {
            let page = self.saves(block, &text).await;
            if page.status == 303 {
                return;
            }
            assert_eq!(page.status, 422, "{}", page.body);
            assert!(page.has("En anden har skrevet i de samme ord imens"), "{}", page.body);
            assert!(page.has(own), "the own text stays on the screen: {}", page.body);
            (self.version, self.before) = (hidden(&page, "version"), hidden(&page, "foer"));
            for word in self.before.split_whitespace() {
                assert!(unescaped(&page.body).contains(word), "{word} of the other is on the screen");
            }
            text = format!("{} {own}", self.before);
        }
        panic!("never saved: {own}");
    }
}

const BASE: &str = "Gruppen mødes fire gange om året. Koordinatoren indkalder. Referatet sendes til alle medlemmer. \
    Gruppen kan indstille til styregruppen. Kommissoriet ses efter hvert andet år.";

/// The text with a word of one's own at a place.
fn with(base: &str, own: &str, at: usize) -> String {
    let mut words: Vec<&str> = base.split(' ').collect();
    words.insert(at.min(words.len()), own);
    words.join(" ")
}

/// Random numbers that are the same every time.
fn dice(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move |sides| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(sides).unwrap()).unwrap()
    }
}

/// Whoever writes where, in whatever order they save: every word of each is there at the end, and so is the first text.
async fn all_words_are_there(house: &House, block: &str, path: &str, writers: usize, seed: u64) {
    let mut dice = dice(seed);
    let base = contents(house, path).await.remove(0);
    let own: Vec<String> = (0..writers).map(|number| format!("ord{seed}{number}")).collect();
    let mut open = Vec::new();
    for _ in 0..writers {
        open.push(Writer::opens(house, block).await);
    }
    let places: Vec<usize> = own.iter().map(|_| dice(base.split(' ').count() + 1)).collect();
    let mut turns: Vec<usize> = (0..writers).collect();
    for at in (1..writers).rev() {
        turns.swap(at, dice(at + 1));
    }
    for at in turns {
        open[at].gets_in(block, &with(&base, &own[at], places[at]), &own[at]).await;
    }
    let after = contents(house, path).await.remove(0);
    for word in own.iter().map(String::as_str).chain(base.split(' ')) {
        assert!(
            after.split_whitespace().any(|one| one == word),
            "seed {seed}: {word} is gone from “{after}”"
        );
    }
}

#[db_test]
async fn no_word_vanishes_when_two_write_at_once(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let block = write(&mut asta, &path, "paragraph", BASE).await;
    for seed in 1..9 {
        all_words_are_there(&house, &block, &path, 2, seed).await;
    }
}

#[db_test]
async fn no_word_vanishes_when_five_write_at_once(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let block = write(&mut asta, &path, "paragraph", BASE).await;
    for seed in 1..5 {
        all_words_are_there(&house, &block, &path, 5, seed).await;
    }
}

#[db_test]
async fn five_who_save_in_the_same_moment_wait_for_each_other(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let block = write(&mut asta, &path, "paragraph", BASE).await;
    let mut open = Vec::new();
    for _ in 0..5 {
        open.push(Writer::opens(&house, &block).await);
    }
    let saving = open.iter_mut().enumerate().map(|(at, writer)| {
        let (own, block) = (format!("samtidig{at}"), block.clone());
        async move { writer.gets_in(&block, &with(BASE, &own, at * 6), &own).await }
    });
    join_all(saving).await;
    let after = contents(&house, &path).await.remove(0);
    for word in (0..5).map(|at| format!("samtidig{at}")) {
        assert!(after.contains(&word), "{word} is gone from “{after}”");
    }
}

#[db_test]
async fn two_in_different_places_are_joined_and_two_in_the_same_words_read_both(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let block = write(&mut asta, &path, "paragraph", "Vi mødes to gange om året på rådhuset.").await;
    let mut one = Writer::opens(&house, &block).await;
    let mut other = Writer::opens(&house, &block).await;
    let mut third = Writer::opens(&house, &block).await;
    assert_eq!(one.saves(&block, "Vi mødes tre gange om året på rådhuset.").await.status, 303);
    assert_eq!(other.saves(&block, "Vi mødes to gange om året på biblioteket.").await.status, 303);
    assert_eq!(contents(&house, &path).await, ["Vi mødes tre gange om året på biblioteket."]);
    let page = third.saves(&block, "Vi mødes fire gange om året på rådhuset.").await;
    assert_eq!(page.status, 422);
    assert!(page.has("<del>") && page.has("den anden skrev:") && page.has("du skrev:"), "{}", page.body);
    assert!(page.has("Vi mødes fire gange om året på rådhuset."), "the own text stays: {}", page.body);
    // Another kind, chosen by one while the other wrote, stays.
    let mut one = Writer::opens(&house, &block).await;
    let mut other = Writer::opens(&house, &block).await;
    let before = one.before.clone();
    let kind = [
        ("slags", "decision"),
        ("foer_slags", "paragraph"),
        ("tekst", before.as_str()),
        ("foer", before.as_str()),
        ("version", one.version.as_str()),
    ];
    assert_eq!(one.browser.post(&block, &kind).await.status, 303);
    assert_eq!(other.saves(&block, &format!("{before} Altid.")).await.status, 303);
    let block = blocks(&house, &path).await.remove(0);
    assert_eq!((block.kind.code(), block.content), ("decision", format!("{before} Altid.")));
}

#[db_test]
async fn a_script_that_saves_while_one_types_is_told_what_stands_there_now(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let block = write(&mut asta, &path, "paragraph", "En to tre fire fem.").await;
    let mut one = Writer::opens(&house, &block).await;
    let mut other = Writer::opens(&house, &block).await;
    other.saves(&block, "Nul en to tre fire fem.").await;
    let fields = [
        ("slags", "paragraph"),
        ("foer_slags", "paragraph"),
        ("tekst", "En to tre fire fem. Seks."),
        ("version", one.version.as_str()),
        ("foer", one.before.as_str()),
        ("auto", "ja"),
    ];
    let saved = one.browser.post(&block, &fields).await;
    assert_eq!(saved.status, 200, "{}", saved.body);
    // “Nul en” took the place of “En”: both are there, with the words of the first.
    assert!(saved.has("\"tekst\":\"Nul en to tre fire fem. Seks.\""), "{}", saved.body);
    assert!(
        saved.has("sammen med det, en anden skrev imens") && saved.has("\"version\":\"4\""),
        "{}",
        saved.body
    );
    // Nothing was changed: nothing is written.
    let again = [
        ("slags", "paragraph"),
        ("foer_slags", "paragraph"),
        ("tekst", "Nul en to tre fire fem. Seks."),
        ("version", "4"),
        ("foer", "Nul en to tre fire fem. Seks."),
        ("auto", "ja"),
    ];
    assert!(one.browser.post(&block, &again).await.has("\"version\":\"4\""));
}

#[db_test]
async fn a_text_that_saves_itself_does_not_count_each_time_how_much_waits(db: Db) {
    let config = Config { kept_bytes: 1 << 20, ..Config::default() };
    let house = house_with(db, config, &[samskab_writing::module]).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let block = write(&mut asta, &path, "paragraph", "En.").await;
    let writer = Writer::opens(&house, &block).await;
    let (mut browser, mut version) = (writer.browser, writer.version.parse::<i64>().unwrap());
    let mut before = writer.before;
    // What was counted for the page is older than a minute.
    house.clock.set(house.clock.now().plus_days(1));
    let mut asked = Vec::new();
    for said in ["En to.", "En to tre.", "En to tre fire."] {
        let number = version.to_string();
        let fields = [
            ("slags", "paragraph"),
            ("foer_slags", "paragraph"),
            ("tekst", said),
            ("version", number.as_str()),
            ("foer", before.as_str()),
            ("auto", "ja"),
        ];
        let queries = queries_of_pages();
        let saved = browser.post(&block, &fields).await;
        asked.push(queries_of_pages() - queries);
        assert!(saved.has(&format!("\"tekst\":\"{said}\"")), "{}", saved.body);
        (before, version) = (said.to_owned(), version + 1);
    }
    assert!(asked[1] < asked[0] && asked[1] == asked[2], "{asked:?}");
}
