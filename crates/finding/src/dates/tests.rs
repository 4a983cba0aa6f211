use super::*;

/// A Sunday.
const TODAY: Day = Day::of(2026, 11, 22);

fn days(text: &str, today: Day) -> Option<(Day, Day)> {
    pull(text, today).map(|pulled| pulled.when.days(today))
}

fn november(day: i8) -> Day {
    Day::of(2026, 11, day)
}

#[test]
fn a_weekday_is_the_first_from_today_on() {
    let friday = november(27);
    let saturday = november(28);
    let sunday = november(29);
    assert_eq!(When::Weekday(Weekday::Saturday).days(friday), (saturday, saturday));
    assert_eq!(
        When::Weekday(Weekday::Saturday).days(saturday),
        (saturday, saturday),
        "lørdag on a Saturday is today"
    );
    assert_eq!(When::Weekday(Weekday::Saturday).days(sunday).0, Day::of(2026, 12, 5));
}

#[test]
fn a_weekend_is_what_is_left_of_it() {
    for (today, first, last) in [(23, 28, 29), (27, 28, 29), (28, 28, 29), (29, 29, 29), (30, 35, 36)] {
        let day = |number: i32| november(1).plus_days(number - 1);
        assert_eq!(When::Weekend.days(day(today)), (day(first), day(last)), "on {}", day(today));
    }
}

#[test]
fn a_week_is_monday_to_sunday() {
    assert_eq!(When::ThisWeek.days(TODAY), (TODAY, TODAY), "on a Sunday only today is left");
    assert_eq!(When::NextWeek.days(TODAY), (november(23), november(29)));
    assert_eq!(
        When::NextWeek.days(november(23)),
        (november(30), Day::of(2026, 12, 6)),
        "on a Monday the one after"
    );
}

#[test]
fn dates_are_read_as_people_write_them() {
    for text in [
        "lørdag",
        "Lørdag",
        "loerdag",
        "lordag",
        "på lørdag",
        "lørdagen",
        "saturday",
        "on Saturday",
        "28. november",
        "den 28. november",
        "lørdag den 28. november",
        "lørdag, d. 28. nov.",
        "28. nov 2026",
        "28/11",
        "28.11",
        "28-11-2026",
        "2026-11-28",
        "den 28.",
        "d. 28",
        "November 28th",
        "28 November",
        "the 28th November",
        "lørdag den 28.",
        "næste lørdag",
    ] {
        assert_eq!(days(text, TODAY), Some((november(28), november(28))), "{text}");
    }
    for (text, first, last) in [
        ("i dag", 22, 22),
        ("i morgen", 23, 23),
        ("tomorrow", 23, 23),
        ("i overmorgen", 24, 24),
        ("i weekenden", 22, 22),
        ("weekend", 22, 22),
        ("næste weekend", 28, 29),
        ("next week", 23, 29),
        ("i næste uge", 23, 29),
        ("this week", 22, 22),
        ("i november", 22, 30),
    ] {
        assert_eq!(days(text, TODAY), Some((november(first), november(last))), "{text}");
    }
    assert_eq!(days("i januar", TODAY), Some((Day::of(2027, 1, 1), Day::of(2027, 1, 31))), "the coming one");
    assert_eq!(days("3. januar", TODAY), Some((Day::of(2027, 1, 3), Day::of(2027, 1, 3))));
    assert_eq!(days("juleaften", TODAY), Some((Day::of(2026, 12, 24), Day::of(2026, 12, 24))));
    assert_eq!(
        days("den 21.", TODAY),
        Some((Day::of(2026, 12, 21), Day::of(2026, 12, 21))),
        "the 21st has passed"
    );
}

#[test]
fn what_is_not_a_date_stays_a_word() {
    for text in [
        "",
        "besøgsven",
        "lørdagskaffe",
        "mandagscafé",
        "it",
        "i",
        "den lille have",
        "28",
        "3 børn",
        "31. februar",
        "uge",
        "weekendhytte",
        "\"lørdag\"",
        "i skoven",
        "marts og venner i",
        "på cykel",
        "dag",
        "morgen",
    ] {
        assert_eq!(pull(text, TODAY), None, "{text}");
    }
}

#[test]
fn the_other_words_are_searched_for() {
    let pulled = pull("besøg på lørdag, Lynghavn", TODAY).unwrap();
    assert_eq!((pulled.words.as_str(), pulled.rest.as_str()), ("på lørdag", "besøg Lynghavn"));
    let pulled = pull("strandrydning lørdag formiddag", TODAY).unwrap();
    assert_eq!((pulled.part, pulled.rest.as_str()), (Some(PartOfDay::Morning), "strandrydning"));
    let pulled = pull("noget i aften", TODAY).unwrap();
    assert_eq!((pulled.when, pulled.part), (When::Today, Some(PartOfDay::Evening)));
    let pulled = pull("lørdag den 28. november", TODAY).unwrap();
    assert_eq!(pulled.rest, "");
}

#[test]
fn days_are_said_as_people_say_them() {
    let monday = november(23);
    for (when, danish, english) in [
        (When::Today, "i dag", "today"),
        (When::Weekday(Weekday::Saturday), "lørdag den 28. november", "Saturday 28 November"),
        (When::Weekend, "i weekenden 28.–29. november", "the weekend of 28–29 November"),
        (When::NextWeek, "i næste uge 30. november – 6. december", "next week 30 November – 6 December"),
        (When::Day(Day::of(2028, 1, 3)), "3. januar 2028", "3 January 2028"),
    ] {
        assert_eq!(when.said(monday, Locale::Da), danish);
        assert_eq!(when.said(monday, Locale::En), english);
    }
    assert_eq!(When::Weekday(Weekday::Saturday).short(monday, Locale::Da), "Lørdag den 28.");
    assert_eq!(When::Day(Day::of(2026, 12, 5)).short(monday, Locale::Da), "Lør. 5. dec.");
}

#[test]
fn days_in_urls_say_what_was_meant() {
    for code in [
        "i-dag",
        "i-morgen",
        "weekend",
        "denne-uge",
        "naeste-uge",
        "mandag",
        "loerdag",
        "2026-11-28",
        "2026-11-28..2026-12-05",
    ] {
        assert_eq!(code.parse::<When>().unwrap().to_string(), code);
    }
    for wrong in
        ["", "lørdag", "2026-13-01", "2026-12-05..2026-11-28", "2026-01-01..2036-01-01", "i går", ".."]
    {
        assert!(wrong.parse::<When>().is_err(), "{wrong}");
    }
}

#[test]
fn holidays_and_the_schools_holidays_are_days() {
    let easter = (Day::of(2027, 3, 25), Day::of(2027, 3, 29));
    for text in ["påske", "påsken", "i påsken", "paaske", "pasken", "Easter", "at Easter"] {
        assert_eq!(days(text, TODAY), Some(easter), "{text}");
    }
    for (text, first, last) in [
        ("jul", Day::of(2026, 12, 23), Day::of(2026, 12, 26)),
        ("til jul", Day::of(2026, 12, 23), Day::of(2026, 12, 26)),
        ("i juleferien", Day::of(2026, 12, 19), Day::of(2027, 1, 2)),
        ("Christmas holidays", Day::of(2026, 12, 19), Day::of(2027, 1, 2)),
        ("efterårsferie", Day::of(2027, 10, 16), Day::of(2027, 10, 24)),
        ("sommerferien", Day::of(2027, 6, 26), Day::of(2027, 8, 15)),
        ("langfredag", Day::of(2027, 3, 26), Day::of(2027, 3, 26)),
        ("2. påskedag", Day::of(2027, 3, 29), Day::of(2027, 3, 29)),
        ("påskedag", Day::of(2027, 3, 28), Day::of(2027, 3, 28)),
        ("Kristi himmelfart", Day::of(2027, 5, 6), Day::of(2027, 5, 6)),
        ("juleaften", Day::of(2026, 12, 24), Day::of(2026, 12, 24)),
        ("Christmas Eve", Day::of(2026, 12, 24), Day::of(2026, 12, 24)),
        ("grundlovsdag", Day::of(2027, 6, 5), Day::of(2027, 6, 5)),
    ] {
        assert_eq!(days(text, TODAY), Some((first, last)), "{text}");
    }
    // What is left is searched for, and a word that only begins so is a word.
    assert_eq!(pull("kaffe i påsken", TODAY).unwrap().rest, "kaffe");
    for text in ["julehjælp", "julemarked", "påskeæg", "ferie", "sommer", "\"jul\""] {
        assert_eq!(pull(text, TODAY), None, "{text}");
    }
}

#[test]
fn a_holiday_is_said_with_its_days() {
    let when = pull("påske", Day::of(2026, 3, 2)).unwrap().when;
    assert_eq!(when.said(Day::of(2026, 3, 2), Locale::Da), "i påsken 2.–6. april");
    assert_eq!(when.said(Day::of(2026, 3, 2), Locale::En), "at Easter 2–6 April");
    assert_eq!(when.to_string(), "paaske", "a bookmark means next year's too");
    assert_eq!(
        When::Season(Season::NewYear).said(TODAY, Locale::Da),
        "til nytår 31. december – 1. januar 2027"
    );
    assert_eq!(when.said(Day::of(2026, 4, 6), Locale::Da), "i påsken mandag den 6. april");
}
