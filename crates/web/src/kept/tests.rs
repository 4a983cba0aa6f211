use samskab_kernel::{Day, Dice};

use super::*;

fn page(bytes: usize) -> Page {
    let now = Instant::from_micros(0);
    Page {
        basis: Basis { number: 1, edition: 1, settings: 1 },
        made_at: now,
        until: now.plus_days(1),
        headers: HeaderMap::new(),
        etag: HeaderValue::from_static("\"a\""),
        body: Bytes::from(vec![0; bytes]),
        each_time: Vec::new(),
    }
}

fn tenant() -> TenantId {
    Dice::seeded(1).id(Day::of(2026, 3, 2).at(9, 0))
}

#[test]
fn memory_has_a_bound_however_many_pages_are_asked_for() {
    let most = 256 * 1024;
    let kept = Kept::new(most);
    let pages = kept.pages.as_ref().unwrap();
    for number in 0..2000 {
        pages.insert(Key::of(tenant(), &format!("/opgaver?q={number}")), Arc::new(page(5_000)));
        assert!(kept.weight() <= most);
    }
    assert!(kept.weight() > most / 2, "and what there is room for is kept");
    assert!(Kept::new(0).pages.is_none());
}

#[test]
fn a_page_is_good_for_what_it_was_made_from_and_for_its_time() {
    let page = page(1);
    let (made_at, basis) = (page.made_at, page.basis);
    assert!(page.is_good(basis, made_at));
    assert!(!page.is_good(basis, made_at.plus_days(1)), "the moment itself is too late");
    assert!(
        page.is_good(basis, made_at.minus(SignedDuration::from_secs(5))),
        "it was made while the request waited"
    );
    assert!(!page.is_good(basis, made_at.plus_days(-1)), "a clock that was set back");
    assert!(!page.is_good(Basis { number: 2, ..basis }, made_at));
    assert!(!page.is_good(Basis { edition: 2, ..basis }, made_at));
    assert!(!page.is_good(Basis { settings: 2, ..basis }, made_at));
}

#[test]
fn every_writing_of_the_index_is_an_edition() {
    let kept = Kept::new(1);
    assert_eq!(kept.indexed(tenant()), None);
    kept.index_was_written(tenant(), 7);
    kept.index_was_written(tenant(), 7);
    assert_eq!(kept.indexed(tenant()), Some(Indexed { number: 7, edition: 2 }));
}
