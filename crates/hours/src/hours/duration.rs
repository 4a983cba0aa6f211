//! How long, as people write it: “1½”, “1:30”, “90 min”, “halvanden time”. Pure.

use crate::T;

/// Minutes of a day: no entry can have more.
pub const MOST_MINUTES: i64 = 24 * 60;

/// Minutes; `None`: not understood, or not between a minute and a day.
///
/// A number alone is hours as long as anybody would mean hours by it (up to 12), else minutes. After a point
/// two digits are minutes, as on a clock; after a comma everything is a fraction.
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase().replace('\u{a0}', " ");
    let minutes = spoken(&text).or_else(|| clock(&text)).or_else(|| in_units(&text))?;
    (1..=MOST_MINUTES).contains(&minutes).then_some(minutes)
}

/// Whether `text` is a number alone that people mean as hours as well as minutes: somebody is asked which.
pub fn could_be_either(text: &str) -> bool {
    text.trim().parse().is_ok_and(|number: i64| (9..=24).contains(&number))
}

/// Words, without “time” and the like behind them.
fn spoken(text: &str) -> Option<i64> {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !matches!(*word, "time" | "timer" | "timers" | "hour" | "hours" | "a" | "an"))
        .collect();
    match words.join(" ").as_str() {
        "kvarter" | "et kvarter" | "quarter" | "quarter of" => Some(15),
        "halv" | "en halv" | "½" | "half" => Some(30),
        "trekvart" | "tre kvarter" | "three quarters" => Some(45),
        "en" | "én" | "one" => Some(60),
        "halvanden" | "en og en halv" | "one and half" => Some(90),
        "to" | "two" => Some(120),
        "to en halv" | "to og en halv" | "two and half" => Some(150),
        "tre" | "three" => Some(180),
        "fire" | "four" => Some(240),
        "fem" | "five" => Some(300),
        "seks" | "six" => Some(360),
        "syv" | "seven" => Some(420),
        "otte" | "eight" => Some(480),
        _ => None,
    }
}

/// “1:30”, “1.30”.
fn clock(text: &str) -> Option<i64> {
    let bare = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.').trim_end();
    let unit = text[bare.len()..].trim().trim_end_matches('.');
    if !unit.is_empty() && !is_hours(unit) {
        return None;
    }
    let (hours, minutes) = bare.split_once([':', '.'])?;
    let is_number =
        |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !is_number(hours) || minutes.len() != 2 || !is_number(minutes) {
        return None;
    }
    let minutes: i64 = minutes.parse().ok()?;
    (minutes < 60).then_some(hours.parse::<i64>().ok()? * 60 + minutes)
}

fn is_hours(unit: &str) -> bool {
    matches!(unit, "t" | "tim" | "time" | "timer" | "h" | "hr" | "hrs" | "hour" | "hours")
}
fn is_minutes(unit: &str) -> bool {
    matches!(unit, "m" | "min" | "mins" | "minut" | "minutter" | "minute" | "minutes")
}

/// “2 timer og 15 min”, “1½ t”, “1,5”, “90 min”, “45”.
fn in_units(text: &str) -> Option<i64> {
    let mut rest = text;
    let mut minutes = 0_i64;
    let mut last_was_hours = None;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !is_part_of_number(c)).unwrap_or(rest.len());
        let (mut number, mut after) = (&rest[..end], rest[end..].trim_start());
        // “1 1/2” and “1 ½” are one number.
        let fraction = after.len() - after.trim_start_matches(is_part_of_number).len();
        let joined;
        if matches!(&after[..fraction], "½" | "1/2" | "¼" | "1/4" | "¾" | "3/4") && !number.is_empty() {
            joined = format!("{number} {}", &after[..fraction]);
            number = &joined;
            after = after[fraction..].trim_start();
        }
        let hundredths = hundredths(number)?;
        let unit_end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let unit = &after[..unit_end];
        rest = after[unit_end..].trim_start_matches(['.', ',']).trim_start();
        rest = rest.strip_prefix("og ").or_else(|| rest.strip_prefix("and ")).unwrap_or(rest).trim_start();
        let (is_in_hours, minutes_of_part) = match (unit, last_was_hours) {
            (unit, _) if is_hours(unit) => (true, hundredths * 60 / 100),
            (unit, _) if is_minutes(unit) && hundredths % 100 == 0 => (false, hundredths / 100),
            // “2 t 15”
            ("", Some(true)) if hundredths % 100 == 0 => (false, hundredths / 100),
            ("", None) if hundredths % 100 != 0 || hundredths <= 1200 => (true, hundredths * 60 / 100),
            ("", None) => (false, hundredths / 100),
            _ => return None,
        };
        // Hours come first, and each once.
        if last_was_hours == Some(false) || last_was_hours == Some(true) && is_in_hours {
            return None;
        }
        last_was_hours = Some(is_in_hours);
        minutes = minutes.checked_add(minutes_of_part)?;
    }
    last_was_hours.map(|_| minutes)
}

fn is_part_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '.' | '½' | '¼' | '¾' | '/')
}

/// “1,5”, “1½”, “1 1/2”, “2” as hundredths.
fn hundredths(number: &str) -> Option<i64> {
    let number = number.trim().trim_end_matches(['.', ',']);
    let fractions = [("1/2", 50), ("1/4", 25), ("3/4", 75), ("½", 50), ("¼", 25), ("¾", 75)];
    for (sign, value) in fractions {
        if let Some(whole) = number.strip_suffix(sign) {
            let whole = whole.trim();
            let whole = if whole.is_empty() { 0 } else { small(whole)? };
            return Some(whole * 100 + value);
        }
    }
    match number.split_once([',', '.']) {
        None => Some(small(number)? * 100),
        Some((whole, part)) if matches!(part.len(), 1 | 2) => {
            let part = small(part)? * if part.len() == 1 { 10 } else { 1 };
            Some(small(if whole.is_empty() { "0" } else { whole })? * 100 + part)
        }
        Some(_) => None,
    }
}

fn small(digits: &str) -> Option<i64> {
    let is_number = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

/// “1 time 30 min”.
pub fn said(t: T, minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => t.hours_minutes(minutes),
        (hours, 0) => t.hours_hours(hours),
        (hours, minutes) => format!("{} {}", t.hours_hours(hours), t.hours_minutes(minutes)),
    }
}

/// As it is typed in the field: “1:30”.
pub fn typed(minutes: i64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samskab_kernel::Locale;

    use super::*;

    #[test]
    fn durations_as_people_write_them() {
        for (text, minutes) in [
            ("1½", 90),
            ("1 ½", 90),
            ("1 1/2 time", 90),
            ("½", 30),
            ("½ time", 30),
            ("1:30", 90),
            ("1.30", 90),
            ("01:30", 90),
            ("0:45", 45),
            ("1,5", 90),
            ("1,25 timer", 75),
            ("1.5", 90),
            ("2", 120),
            ("12", 720),
            ("45", 45),
            ("90", 90),
            ("90 min", 90),
            ("90 min.", 90),
            ("90minutter", 90),
            ("2 timer", 120),
            ("2 t", 120),
            ("2t", 120),
            ("2h 15m", 135),
            ("2 timer og 15 min", 135),
            ("2 timer, 15 minutter", 135),
            ("2 t 15", 135),
            ("halvanden time", 90),
            ("En halv time", 30),
            ("tre kvarter", 45),
            ("  3 hours ", 180),
            ("1 hour and 5 minutes", 65),
            ("24:00", 1440),
        ] {
            assert_eq!(parse(text), Some(minutes), "{text}");
        }
    }

    #[test]
    fn what_is_not_understood_is_not_guessed_at() {
        for text in [
            "",
            "0",
            "-2",
            "hele dagen",
            "25 timer",
            "1:75",
            "1,333",
            "2 min 1 t",
            "2 t 3 t",
            "10-12",
            "1e3",
            "99999",
            "1/3",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_duration_is_said_as_one_says_it() {
        assert_eq!(said(T(Locale::Da), 90), "1 time 30 min");
        assert_eq!(said(T(Locale::Da), 120), "2 timer");
        assert_eq!(said(T(Locale::En), 45), "45 min");
    }

    #[test]
    fn a_number_alone_is_hours_or_minutes_only_where_nobody_can_mean_the_other() {
        for text in ["9", "12", " 13 ", "24"] {
            assert!(could_be_either(text), "{text}");
        }
        for text in ["8", "25", "12 t", "13 min", "1:30", "halvanden", ""] {
            assert!(!could_be_either(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_stands_in_the_field_is_read_as_the_same(minutes in 1_i64..=MOST_MINUTES) {
            prop_assert_eq!(parse(&typed(minutes)), Some(minutes));
        }

        #[test]
        fn nothing_typed_makes_it_fail(text in ".{0,40}") {
            let _ = parse(&text);
        }
    }
}
