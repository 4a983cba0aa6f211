use proptest::prelude::*;
use samskab_kernel::{jiff::civil::Weekday, season::Season};

use super::*;

fn read(query: &str) -> (Filters, Vec<Problem>) {
    let parameters: Vec<(String, String)> = serde_html_form::from_str(query).unwrap();
    Filters::read(&parameters)
}

fn filters(query: &str) -> Filters {
    read(query).0
}

#[test]
fn every_choice_is_in_the_address() {
    let query = "q=bes%C3%B8g&dag=loerdag&sted=9561&km=10&tema=social&emne=cafe&emne=visiting_friend&maalgruppe=older_people\
                 &tid=2-timer&tidspunkt=formiddag&hjemmefra=1&krav=ingen&sprog_paa_opgaven=en&fra=foreninger&by=9561&sorter=afstand&side=2";
    let (filters, problems) = read(query);
    assert_eq!(problems, []);
    assert_eq!(filters.text, "besøg");
    assert_eq!(filters.when, Some(When::Weekday(Weekday::Saturday)));
    assert!(filters.has(Facet::Topic, "cafe") && filters.has(Facet::Topic, "visiting_friend"));
    assert_eq!(filters.href("/opgaver"), format!("/opgaver?{query}"));
}

#[test]
fn an_empty_form_is_everything() {
    let (filters, problems) = read("q=&dag=&sted=+&km=10&tema=&sorter=");
    assert!(filters.is_everything() && problems.is_empty());
    assert_eq!(filters.href("/opgaver"), "/opgaver");
}

#[test]
fn what_means_nothing_is_left_out_and_said() {
    let (filters, problems) =
        read("dag=igaar&km=0&tema=fisk&side=0&sorter=bedst&naer=nord&sprog=en&efter=x&q=fisk");
    assert_eq!(filters.href("/opgaver"), "/opgaver?q=fisk", "sprog is the page's own");
    let named: Vec<&str> = problems.iter().map(|problem| problem.parameter.as_str()).collect();
    assert_eq!(named, ["dag", "km", "tema", "side", "sorter", "naer"]);
}

#[test]
fn a_typed_place_wins_over_the_browsers() {
    assert_eq!(filters("naer=56.8571,10.1249&km=5").href(""), "?naer=56.857%2C10.125&km=5");
    assert_eq!(filters("naer=56.857,10.125&sted=Lynghavn").here, None);
}

#[test]
fn changing_a_choice_goes_back_to_the_first_page() {
    let third = filters("q=kaffe&tema=social&side=3");
    assert_eq!(third.with(Facet::Topic, "cafe").href(""), "?q=kaffe&tema=social&emne=cafe");
    assert_eq!(third.without(Facet::Theme, "social").href(""), "?q=kaffe");
    assert_eq!(third.clone().at_page(4).href(""), "?q=kaffe&tema=social&side=4");
}

#[test]
fn a_date_in_the_text_becomes_a_date() {
    let sunday = Day::of(2026, 11, 22);
    let (understood, pulled) = filters("q=strand+l%C3%B8rdag+formiddag&dag=i-dag").understand(sunday, "");
    assert_eq!(understood.href(""), "?q=strand&dag=loerdag&tidspunkt=formiddag");
    assert_eq!(pulled.unwrap().words, "lørdag formiddag");
    let (understood, pulled) = filters("q=strand&dag=i-dag").understand(sunday, "");
    assert_eq!((understood.href(""), pulled), ("?q=strand&dag=i-dag".to_owned(), None));
    // read before and still in the field: the day chosen since is newer
    let (understood, pulled) = filters("q=strand+l%C3%B8rdag&dag=i-dag").understand(sunday, "lørdag");
    assert_eq!((understood.href(""), pulled), ("?q=strand&dag=i-dag".to_owned(), None));
    let (understood, _) = filters("q=strand+fredag&dag=i-dag").understand(sunday, "lørdag");
    assert_eq!(understood.href(""), "?q=strand&dag=fredag");
}

#[test]
fn the_usual_order_follows_what_is_asked() {
    assert_eq!(filters("").order_used(), Order::Date);
    assert_eq!(filters("q=kaffe").order_used(), Order::Relevance);
    assert_eq!(filters("q=kaffe&sorter=afstand").order_used(), Order::Date, "from where?");
    assert_eq!(filters("sted=9561").order_used(), Order::Distance);
    assert_eq!(filters("sted=9561&km=5").order_used(), Order::Date);
    assert_eq!(filters("sted=9561&dag=i-dag").order_used(), Order::Date);
    assert_eq!(filters("sted=9561&sorter=afstand").order_used(), Order::Distance);
}

fn some_when() -> impl Strategy<Value = When> {
    let day = (0..20_000).prop_map(|number| Day::of(1990, 1, 1).plus_days(number));
    prop_oneof![
        Just(When::Today),
        Just(When::Tomorrow),
        Just(When::Weekend),
        Just(When::ThisWeek),
        Just(When::NextWeek),
        prop::sample::select(Season::ALL.to_vec()).prop_map(When::Season),
        (0..7_i8).prop_map(|day| When::Weekday(Weekday::from_monday_zero_offset(day).unwrap())),
        day.clone().prop_map(When::Day),
        (day, 1..366).prop_map(|(first, length)| When::Between(first, first.plus_days(length))),
    ]
}

fn some_choice() -> impl Strategy<Value = (Facet, String)> {
    let of = |facet: Facet, values: Vec<String>| {
        prop::sample::select(values).prop_map(move |value| (facet, value))
    };
    let keys = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
    prop_oneof![
        of(Facet::Theme, catalogue::themes().iter().map(|theme| theme.key.clone()).collect()),
        of(Facet::Topic, catalogue::topics().iter().map(|topic| topic.key.clone()).collect()),
        of(Facet::TargetGroup, catalogue::target_groups().iter().map(|group| group.key.clone()).collect()),
        of(Facet::Duration, TimeNeeded::ALL.iter().map(|time| time.code().to_owned()).collect()),
        of(Facet::PartOfDay, PartOfDay::ALL.iter().map(|part| part.code().to_owned()).collect()),
        of(Facet::FromHome, keys(&[YES])),
        of(Facet::Requirement, keys(&[NO_REQUIREMENT, "confidentiality"])),
        of(Facet::Language, keys(&["da", "en", "uk"])),
        of(Facet::Poster, keys(&["kommunen", "foreninger"])),
        of(Facet::Town, keys(&["9561", "0999"])),
        of(Facet::Unit, keys(&["01890000-0000-7000-8000-000000000001"])),
    ]
}

proptest! {
    #[test]
    fn an_address_leads_back_to_the_search_it_was_made_from(
        text in "[a-zæøåA-Z0-9&=%+#?/,.;:'\"<>-]{0,20}( [a-zé€ß🙂]{1,9}){0,3}",
        near in prop_oneof![Just(String::new()), "[0-9]{4}", "[A-ZÆØÅ][a-zæøå]{1,9}( &[a-z]{1,9})?"],
        spot in prop::option::of((-90_000..=90_000_i32, -180_000..=180_000_i32)),
        km in prop::option::of(1..=500_u32),
        when in prop::option::of(some_when()),
        choices in prop::collection::vec(some_choice(), 0..8),
        order in prop::option::of(prop::sample::select(Order::ALL)),
        page in 1..50_usize,
    ) {
        let mut search = Filters { text: text.trim().to_owned(), when, near, order, page, ..Filters::default() };
        search.here = spot.filter(|_| search.near.is_empty()).map(|(north, east)| Spot { north, east });
        search.within_km = km.filter(|_| search.is_near_something());
        for (facet, value) in choices {
            search.add(facet, &value);
        }
        let address = search.href("");
        let (again, problems) = read(address.trim_start_matches('?'));
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(&again, &search);
        prop_assert_eq!(again.href(""), address);
    }
}
