//! Numbers that look like a CPR number. Samskab never stores one (law B.7): a form refuses the text, and a file
//! that is taken in has them masked before anything else reads it.

use std::{borrow::Cow, ops::Range};

/// What stands for each digit of a masked number. Also there in Windows-1252.
pub const MASK: char = '•';

/// Ten digits whose first four can be a day and a month, as people write them: `0101901234`, `010190-1234`,
/// `01 01 90 1234`, `01.01.90 – 1234`. No check digit is asked for: since 2007 there are numbers without one.
pub fn looks_like_one(text: &str) -> bool {
    find(text, 0).is_some()
}

/// The text with [`MASK`] for each digit of every such number; as long in characters as before.
pub fn masked(text: &str) -> Cow<'_, str> {
    let Some(mut found) = find(text, 0) else { return Cow::Borrowed(text) };
    let mut masked = String::with_capacity(text.len() + 32);
    let mut done = 0;
    loop {
        masked.push_str(&text[done..found.start]);
        masked
            .extend(text[found.clone()].chars().map(|sign| if sign.is_ascii_digit() { MASK } else { sign }));
        done = found.end;
        match find(text, done) {
            Some(next) => found = next,
            None => break,
        }
    }
    masked.push_str(&text[done..]);
    Cow::Owned(masked)
}

/// Whether a number was masked in it. The last four of one always stand together.
pub fn was_masked(text: &str) -> bool {
    text.chars()
        .scan(0, |run, sign| {
            *run = if sign == MASK { *run + 1 } else { 0 };
            Some(*run)
        })
        .any(|run| run == 4)
}

/// The first such number that begins at byte `from` or later.
fn find(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    (from..bytes.len())
        .filter(|at| bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[*at - 1].is_ascii_digit()))
        .find_map(|start| Some(start..start + length(&text[start..])?))
}

/// How many bytes of the start of `text` are such a number.
fn length(text: &str) -> Option<usize> {
    let mut left = text.chars().peekable();
    let mut digits = [0; 10];
    let mut bytes = 0;
    for (at, digit) in digits.iter_mut().enumerate() {
        // Between day, month and year one sign; before the last four a dash with space around it.
        let most = match at {
            2 | 4 => 1,
            6 => 3,
            _ => 0,
        };
        for _ in 0..most {
            bytes += left.next_if(|sign| separates(*sign)).map_or(0, char::len_utf8);
        }
        *digit = left.next()?.to_digit(10)?;
        bytes += 1;
    }
    let [d, ay, m, onth, ..] = digits;
    let is_day = (1..=31).contains(&(d * 10 + ay)) && (1..=12).contains(&(m * 10 + onth));
    let ends = left.peek().is_none_or(|next| !next.is_ascii_digit());
    (is_day && ends).then_some(bytes)
}

/// A space of any kind, but not the end of a line.
fn separates(sign: char) -> bool {
    matches!(sign, '-' | '–' | '—' | '.' | '/') || sign.is_whitespace() && !sign.is_control()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_as_people_write_them_are_seen_and_telephone_numbers_are_not() {
        for cpr in [
            "010190-1234",
            "0101901234",
            "mit nr. er 311299 4321.",
            "241272–0000",
            "01 01 90 1234",
            "01.01.90-1234",
            "010190 - 1234",
            "01/01/90\u{a0}1234",
        ] {
            assert!(looks_like_one(cpr), "{cpr}");
        }
        for fine in [
            "12 34 56 78",
            "+45 12 34 56 78",
            "CVR 13748136",
            "991399-1234",
            "kl. 10.30-12.00",
            "01019012345",
            "2026-11-28",
            "28.11.2026 kl. 10.30",
            "den 28.11.26 10.30-12.00",
            "010190\n1234",
            "010190;1234",
        ] {
            assert!(!looks_like_one(fine), "{fine}");
        }
    }

    #[test]
    fn what_is_masked_keeps_its_place_and_is_known_again() {
        let text = "Kasserer;010190-1234\nRevisor;ring 12 34 56 78\n31 12 99 4321";
        let masked = masked(text);
        assert_eq!(masked, "Kasserer;••••••-••••\nRevisor;ring 12 34 56 78\n•• •• •• ••••");
        assert!(was_masked(&masked) && !was_masked(text) && !was_masked("• kaffe\n• kage ••• ••"));
    }

    fn one() -> impl Strategy<Value = (String, String)> {
        let sign = prop::sample::select(vec!["", " ", "-", ".", "/", "\u{a0}"]);
        let before_the_last = prop::sample::select(vec!["", " ", "-", " - ", "–", " – ", "."]);
        (1..=31, 1..=12, 0..=99, 0..=9999, sign, before_the_last).prop_map(
            |(day, month, year, rest, sign, dash)| {
                let last = format!("{rest:04}");
                (format!("{day:02}{sign}{month:02}{sign}{year:02}{dash}{last}"), last)
            },
        )
    }

    proptest! {
        #[test]
        fn however_it_is_written_nothing_of_it_is_left(
            (cpr, last) in one(), before in "[^0-9]{0,20}", after in "[^0-9]{0,20}",
        ) {
            let text = format!("{before}{cpr}{after}");
            let masked = masked(&text);
            prop_assert!(looks_like_one(&text), "{}", text);
            prop_assert!(!masked.contains(&last) && !masked.contains(|sign: char| sign.is_ascii_digit()));
            prop_assert!(was_masked(&masked));
            prop_assert_eq!(masked.chars().count(), text.chars().count());
        }

        #[test]
        fn what_was_masked_holds_no_other(text in "[0-9 .;–-]{0,60}") {
            prop_assert!(!looks_like_one(&masked(&text)));
        }

        #[test]
        fn other_text_stays_as_it_is(text in "\\PC{0,60}") {
            let masked = masked(&text);
            prop_assert_eq!(looks_like_one(&text), masked != text);
        }
    }
}
