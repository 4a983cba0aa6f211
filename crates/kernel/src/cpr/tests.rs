//! No number that looks like a CPR number stands here: the tests put theirs together.

use proptest::prelude::*;

use super::*;

/// Day, month, year of two digits, and four more.
type Parts = (u32, u32, u32, u32);

fn parts() -> impl Strategy<Value = Parts> {
    let day = prop_oneof![1..=31u32, 61..=91u32];
    (day, 1..=12u32, 0..=99u32, 0..=9999u32)
}

/// The digits of a number, with a year of two or of four digits.
fn digits((day, month, year, rest): Parts, century: Option<u32>) -> String {
    let century = century.map(|century| century.to_string()).unwrap_or_default();
    format!("{day:02}{month:02}{century}{year:02}{rest:04}")
}

fn century() -> impl Strategy<Value = Option<u32>> {
    prop_oneof![Just(None), (18..=20u32).prop_map(Some)]
}

/// The ten digits from 0 to 9, in every kind of writing there is.
fn numerals() -> Vec<[char; 10]> {
    let from = |zero: char| -> [char; 10] {
        std::array::from_fn(|digit| {
            char::from_u32(u32::from(zero) + u32::try_from(digit).unwrap_or_default()).unwrap_or(zero)
        })
    };
    let mut all: Vec<[char; 10]> = ZEROS.iter().map(|zero| from(*zero)).collect();
    // Fullwidth, bold, double-struck, sans-serif, monospaced, outlined, segmented, below the line.
    all.extend(
        ['0', '\u{ff10}', '\u{1d7ce}', '\u{1d7d8}', '\u{1d7e2}', '\u{1d7f6}', '\u{1fbf0}', '\u{2080}']
            .map(from),
    );
    all.push(['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']);
    all.push(['⓪', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨']);
    all.push(['⓿', '➀', '➁', '➂', '➃', '➄', '➅', '➆', '➇', '➈']);
    all.push(['⓿', '❶', '❷', '❸', '❹', '❺', '❻', '❼', '❽', '❾']);
    all
}

/// What nobody sees, or what stands above and around a digit.
const UNSEEN: [&str; 9] = [
    "",
    "\u{200b}",
    "\u{ad}",
    "\u{2060}",
    "\u{feff}",
    "\u{202e}",
    "\u{fe0f}\u{20e3}",
    "\u{301}",
    "\u{e0041}",
];

const BETWEEN: [&str; 29] = [
    "",
    " ",
    "-",
    ".",
    "/",
    "\u{a0}",
    "–",
    "—",
    "‐",
    "‑",
    "‒",
    "−",
    "﹣",
    "－",
    "_",
    "·",
    "\u{2009}",
    "\u{3000}",
    " - ",
    " – ",
    "  ",
    "--",
    "|",
    "*",
    "'",
    ")(",
    "\\",
    "\u{200b}-\u{200b}",
    "⁻",
];

/// Where a number is cut, as people cut it: the places from the end of the date, and those within it.
fn cut(digits: &str, at: &[usize], between: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for (place, digit) in digits.chars().enumerate() {
        if at.contains(&place) && !between.is_empty() {
            pieces.push(between.to_owned());
        }
        pieces.push(digit.to_string());
    }
    pieces
}

fn spelling() -> impl Strategy<Value = String> {
    let cuts = prop_oneof![
        Just(vec![]),
        Just(vec![4]),
        Just(vec![2]),
        Just(vec![2, 4]),
        Just(vec![0]),
        Just((1..12).collect::<Vec<usize>>()),
        Just(vec![2, 4, 6, 8, 10]),
    ];
    let signs = || prop::sample::select(BETWEEN.to_vec());
    let unseen = prop::collection::vec(prop::sample::select(UNSEEN.to_vec()), 12);
    (parts(), century(), cuts, signs(), signs(), prop::sample::select(numerals()), unseen).prop_map(
        |(parts, century, cuts, between, dash, numerals, unseen)| {
            let digits = digits(parts, century);
            let year_ends = digits.len() - 4;
            // Eight digits after the day by themselves are no spelling anybody has.
            let cuts: Vec<usize> = if cuts == [2] { vec![2, year_ends] } else { cuts };
            let is_whole = cuts.iter().all(|cut| *cut < year_ends);
            let mut pieces = cut(&digits, &cuts, between);
            if is_whole {
                let last = pieces.len() - 4;
                pieces.insert(last, dash.to_owned());
            }
            let mut unseen = unseen.into_iter();
            let in_numerals = |piece: String| match piece.parse::<usize>() {
                Ok(digit) if piece.len() == 1 => {
                    format!("{}{}", numerals[digit], unseen.next().unwrap_or_default())
                }
                _ => piece,
            };
            pieces.into_iter().map(in_numerals).collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn however_it_is_written_it_is_seen_and_nothing_of_it_is_left(
        number in spelling(), before in "([a-zæøå]{0,8}[ :(])?", after in "([ .)a-zæøå][a-zæøå ]{0,12})?",
    ) {
        let text = format!("{before}{number}{after}");
        prop_assert!(looks_like_one(&text), "{} {:?}", text, text);
        let masked = masked(&text);
        prop_assert!(!looks_like_one(&masked));
        prop_assert!(was_masked(&masked), "{:?}", masked);
        let left = masked.chars().flat_map(signs).filter(|sign| matches!(sign, Sign::Digit(_))).count();
        prop_assert_eq!(left, 0, "{:?}", masked);
        prop_assert!(masked.starts_with(&before) && masked.ends_with(&after));
    }
}

proptest! {
    #[test]
    fn every_decimal_digit_of_unicode_is_known(sign in "\\p{Nd}") {
        let sign: Vec<Sign> = sign.chars().flat_map(signs).collect();
        prop_assert!(matches!(sign.as_slice(), [Sign::Digit(_)]), "{:?}", sign);
    }

    #[test]
    fn what_was_masked_holds_no_other(text in "[0-9 .;–•+-]{0,60}") {
        prop_assert!(!looks_like_one(&masked(&text)));
    }

    #[test]
    fn other_text_stays_as_it_is(text in "\\PC{0,60}") {
        prop_assert_eq!(looks_like_one(&text), masked(&text) != text);
    }

    #[test]
    fn a_date_followed_by_a_time_a_place_or_a_telephone_is_none(
        day in 1..=31u32, month in 1..=12u32, year in 2020..=2040u32, hour in 10..=23u32, minute in 10..=59u32,
        phone in 20_000_000..=99_999_999u32, postcode in 1000..=9990u32,
    ) {
        let pairs = |number: u32| {
            let text = number.to_string();
            let pairs: Vec<&str> = (0..4).map(|pair| &text[pair * 2..pair * 2 + 2]).collect();
            pairs.join(" ")
        };
        for fine in [
            format!("{day}.{month:02}.{year} kl. {hour}.{minute}"),
            format!("den {day:02}.{month:02}.{:02} {hour}.{minute}–{hour}.{minute}", year % 100),
            format!("{day:02}.{month:02}.{year} {hour}:{minute}"),
            format!("{day:02}-{month:02}-{year}, {postcode} Fjordlund"),
            format!("{day:02}/{month:02}-{:02} {hour}-{}", year % 100, hour + 1),
            format!("{day:02}-{month:02}-{year};{phone}"),
            format!("Ring {} eller {}", pairs(phone), pairs(phone)),
            format!("{} · {postcode} Fjordlund", pairs(phone)),
            format!("tlf. {phone} {day} år"),
            format!("+45 {}", pairs(phone)),
            format!("{year}-{month:02}-{day:02}"),
            format!("{day:02}{month:02}{:02}\n{postcode}", year % 100),
        ] {
            prop_assert!(!looks_like_one(&fine), "{}", fine);
        }
    }

    #[test]
    fn an_id_in_a_link_is_none(high in any::<u64>(), low in any::<u64>()) {
        let id = uuid::Uuid::from_u64_pair(high, low);
        let link = format!("https://frivillig.example/opgaver/{id}?x=1");
        prop_assert!(!looks_like_one(&link), "{}", link);
    }
}

#[test]
fn other_numbers_are_none() {
    for fine in
        ["CVR 13748136", "kl. 10.30-12.00", "2026-11-28", "99 13 99-1234", "+65 1234 5678", "1234567890123"]
    {
        assert!(!looks_like_one(fine), "{fine}");
    }
    // Thirteen digits hold none that stands by itself.
    let longer = format!("{}7", digits((1, 1, 90, 1234), Some(19)));
    assert!(!looks_like_one(&longer));
}

#[test]
fn what_is_masked_keeps_its_place_and_is_known_again() {
    let (one, other) = ((1, 1, 90, 1234), (31, 12, 99, 4321));
    let dashed = |(day, month, year, rest): Parts| format!("{day:02}{month:02}{year:02}-{rest}");
    let (day, month, year, rest) = other;
    let text = format!("Kasserer;{}\nRevisor;ring 12 34 56 78\n{day} {month} {year} {rest}\n⑫", dashed(one));
    let masked = masked(&text);
    assert_eq!(masked, "Kasserer;••••••-••••\nRevisor;ring 12 34 56 78\n•• •• •• ••••\n⑫");
    assert!(was_masked(&masked) && !was_masked(&text) && !was_masked("• kaffe\n• kage ••• ••"));
    let after_a_dash = format!("{}\n{rest}", dashed(one).split_inclusive('-').next().unwrap_or_default());
    assert!(looks_like_one(&after_a_dash), "a word is divided at the end of a line");
}
