#![allow(clippy::unwrap_used, reason = "tests")]

use proptest::prelude::*;
use samskab_kernel::Instant;

use super::*;

const TODAY: Day = Day::of(2026, 11, 22);
const TWO_TO_FOUR: Turn = Turn { start_minute: 14 * 60, duration: 120 };

fn rule(text: &str) -> Rule {
    text.parse().unwrap()
}

fn days(text: &str, starts_on: Day, to: Day) -> Vec<String> {
    rule(text).days(starts_on, to).into_iter().map(|day| day.to_string()).collect()
}

/// Examples of RFC 5545 section 3.8.5.3, where America/New_York does not matter.
#[test]
fn the_examples_of_the_rfc_fall_where_it_says() {
    let (start, far) = (Day::of(1997, 9, 2), Day::of(1999, 12, 31));
    assert_eq!(days("FREQ=DAILY;COUNT=10", start, far).last().unwrap(), "1997-09-11");
    assert_eq!(days("FREQ=DAILY;INTERVAL=10;COUNT=5", start, far).last().unwrap(), "1997-10-12");
    assert_eq!(days("FREQ=WEEKLY;COUNT=10", start, far).last().unwrap(), "1997-11-04");
    assert_eq!(
        days("FREQ=WEEKLY;COUNT=10;WKST=MO;BYDAY=TU,TH", start, far).last().unwrap(),
        "1997-10-02",
        "ten Tuesdays and Thursdays"
    );
    assert_eq!(
        days("FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;BYDAY=MO,WE,FR", Day::of(1997, 9, 1), far).len(),
        25
    );
    assert_eq!(
        days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", Day::of(1997, 8, 5), far),
        ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]
    );
    assert_eq!(
        days("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", Day::of(1997, 9, 5), far)[..4],
        ["1997-09-05", "1997-10-03", "1997-11-07", "1997-12-05"]
    );
    assert_eq!(
        days("FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", Day::of(1997, 9, 7), far)[..4],
        ["1997-09-07", "1997-09-28", "1997-11-02", "1997-11-30"]
    );
    assert_eq!(
        days("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", Day::of(1997, 9, 22), far)[..3],
        ["1997-09-22", "1997-10-20", "1997-11-17"]
    );
    assert_eq!(
        days("FREQ=MONTHLY;COUNT=5", Day::of(2007, 1, 30), Day::of(2007, 12, 31)),
        ["2007-01-30", "2007-03-30", "2007-04-30", "2007-05-30", "2007-06-30"],
        "a month without that day has none"
    );
}

#[test]
fn a_rule_is_written_as_it_was_read() {
    for text in [
        "FREQ=WEEKLY;BYDAY=TU,TH",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20261231",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR;COUNT=4",
        "FREQ=DAILY",
    ] {
        assert_eq!(rule(text).to_string(), text);
    }
    for wrong in [
        "",
        "WEEKLY",
        "FREQ=YEARLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=WEEKLY;BYHOUR=9",
        "FREQ=WEEKLY;BYDAY=å",
    ] {
        assert!(wrong.parse::<Rule>().is_err(), "{wrong}");
    }
}

#[test]
fn a_person_reads_a_sentence_and_never_a_rule() {
    let said = |text: &str, locale| rule(text).sentence(locale, Day::of(2026, 11, 3), TWO_TO_FOUR, TODAY);
    for (text, danish, english) in [
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
            "Hver tirsdag og torsdag kl. 14.00–16.00, hver anden uge",
            "Every Tuesday and Thursday, 14:00–16:00, every second week",
        ),
        ("FREQ=WEEKLY;BYDAY=TU", "Hver tirsdag kl. 14.00–16.00", "Every Tuesday, 14:00–16:00"),
        ("FREQ=DAILY", "Hver dag kl. 14.00–16.00", "Every day, 14:00–16:00"),
        (
            "FREQ=MONTHLY;BYDAY=2TU",
            "Den 2. tirsdag i måneden kl. 14.00–16.00",
            "The second Tuesday of the month, 14:00–16:00",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231",
            "Den sidste fredag i måneden kl. 14.00–16.00, til og med 31. december",
            "The last Friday of the month, 14:00–16:00, until 31 December",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE,FR",
            "Hver mandag, onsdag og fredag kl. 14.00–16.00, hver 3. uge",
            "Every Monday, Wednesday and Friday, 14:00–16:00, every 3 weeks",
        ),
    ] {
        assert_eq!(said(text, Locale::Da), danish);
        assert_eq!(said(text, Locale::En), english);
    }
    let later = rule("FREQ=WEEKLY;BYDAY=TU").sentence(Locale::Da, Day::of(2027, 1, 5), TWO_TO_FOUR, TODAY);
    assert_eq!(later, "Hver tirsdag kl. 14.00–16.00, fra 5. januar 2027");
}

/// The night summer time begins has no 02:30: the shift begins at 03:30. The night it ends has two:
/// the shift begins at the first. It is one shift both nights.
#[test]
fn half_past_two_in_the_skipped_and_in_the_doubled_hour() {
    let night = Turn { start_minute: 150, duration: 60 };
    let sundays = rule("FREQ=WEEKLY;BYDAY=SU");
    let laid = |from, to| -> Vec<String> {
        sundays.days(from, to).into_iter().map(|day| night.on(day).0.to_string()).collect()
    };
    assert_eq!(
        laid(Day::of(2026, 3, 22), Day::of(2026, 4, 5)),
        ["2026-03-22T01:30:00Z", "2026-03-29T01:30:00Z", "2026-04-05T00:30:00Z"]
    );
    assert_eq!(
        laid(Day::of(2026, 10, 18), Day::of(2026, 11, 1)),
        ["2026-10-18T00:30:00Z", "2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z"]
    );
    let (start, end) = night.on(Day::of(2026, 3, 29));
    assert_eq!(end.since(start).as_mins(), 60, "moved, and as long as it should be");
}

fn minute_of_day(at: Instant) -> i64 {
    let local = at.in_denmark();
    i64::from(local.hour()) * 60 + i64::from(local.minute())
}

prop_compose! {
    fn any_rule()(
        frequency in 0..3_usize,
        interval in 1_u32..5,
        weekdays in proptest::collection::btree_set(0_i8..7, 0..4),
        nth in prop_oneof![Just(None), (1_i8..5).prop_map(Some), (-2_i8..0).prop_map(Some)],
        end in prop_oneof![
            Just(End::Never),
            (1_u32..40).prop_map(End::Count),
            (0_i32..500).prop_map(|days| End::Until(Day::of(2026, 1, 1).plus_days(days))),
        ],
    ) -> Rule {
        let frequency = Frequency::ALL[frequency];
        let nth = nth.filter(|_| frequency == Frequency::Monthly);
        let by_day = weekdays
            .into_iter()
            .map(|day| OnWeekday { nth, weekday: Weekday::from_monday_zero_offset(day).unwrap() })
            .collect();
        Rule { frequency, interval, by_day, end }
    }
}

proptest! {
    /// Over both clock changes of 2026, 2027 and 2028: a start in 2026 and the 500 days after it reach May 2028.
    #[test]
    fn the_local_time_never_moves_and_no_day_comes_twice(
        rule in any_rule(), start in 0_i32..365, minute in 0_i64..1440, minutes in 1_i64..600,
    ) {
        let starts_on = Day::of(2026, 1, 1).plus_days(start);
        let turn = Turn { start_minute: minute, duration: minutes };
        let days = rule.days(starts_on, starts_on.plus_days(500));
        prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]), "in order, each once");
        prop_assert!(days.iter().all(|day| *day >= starts_on));
        for day in &days {
            let (begins, ends) = turn.on(*day);
            prop_assert!(ends > begins);
            prop_assert_eq!(begins.day(), *day);
            // Two o'clock to three on the last Sunday of March is the one hour that does not exist.
            let clocks_forward = [Day::of(2026, 3, 29), Day::of(2027, 3, 28), Day::of(2028, 3, 26)].contains(day);
            let skipped = clocks_forward && (120..180).contains(&minute);
            if !skipped {
                prop_assert_eq!(minute_of_day(begins), minute, "{}", day);
            }
        }
    }

    #[test]
    fn the_count_is_right(rule in any_rule(), start in 0_i32..365, count in 1_u32..60) {
        let starts_on = Day::of(2026, 1, 1).plus_days(start);
        let counted = Rule { end: End::Count(count), ..rule.clone() };
        let far = starts_on.plus_days(200 * 366);
        let days = counted.days(starts_on, far);
        prop_assert_eq!(days.len(), count as usize);
        let endless = Rule { end: End::Never, ..rule };
        let last = *days.last().unwrap();
        prop_assert_eq!(&endless.days(starts_on, last), &days, "the first so many of the endless ones");
        prop_assert_eq!(counted.last_on(starts_on).map(|day| day <= last), Some(true));
    }

    #[test]
    fn every_rule_is_read_as_it_was_written(rule in any_rule()) {
        prop_assert_eq!(rule.to_string().parse::<Rule>().unwrap(), rule);
    }

    /// Whatever is laid out in parts is what is laid out at once: the job may stop anywhere.
    #[test]
    fn laying_out_in_parts_gives_the_same(rule in any_rule(), start in 0_i32..365, part in 1_i32..90) {
        let starts_on = Day::of(2026, 1, 1).plus_days(start);
        let end = starts_on.plus_days(300);
        let at_once = rule.days(starts_on, end);
        let mut in_parts = Vec::new();
        let mut after = starts_on.plus_days(-1);
        while after < end {
            let to = after.plus_days(part).min(end);
            in_parts.extend(rule.days(starts_on, to).into_iter().filter(|day| *day > after));
            after = to;
        }
        prop_assert_eq!(in_parts, at_once);
    }
}

/// Somebody else's program lays out the same rules (`elsewhere.txt` says which).
#[test]
fn another_program_lays_out_the_same_days() {
    let lines = include_str!("elsewhere.txt").lines().filter(|line| !line.starts_with('#'));
    let mut compared = 0;
    for line in lines {
        let [start, text, count, first, last, sum] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let starts_on: Day = start.parse().unwrap();
        let days = rule(text).days(starts_on, starts_on.plus_days(400));
        let name = |day: Option<&Day>| day.map_or("-".to_owned(), Day::to_string);
        let ours = days.iter().fold(0_i64, |sum, day| (sum * 31 + i64::from(day.number())) % 1_000_003);
        assert_eq!(
            (days.len().to_string(), name(days.first()), name(days.last()), ours.to_string()),
            (count.to_owned(), first.to_owned(), last.to_owned(), sum.to_owned()),
            "{start} {text}"
        );
        compared += 1;
    }
    assert_eq!(compared, 147);
}
