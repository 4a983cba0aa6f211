//! Which tasks come first on the front page. It is Monday 2 March 2026, nine o'clock, and an answer is promised by
//! Thursday night.

use samskab_store::{Db, db_test};

use super::*;

fn weekly(weekdays: &[Weekday], hour: i64, hours: i64) -> Time {
    let turn = Turn { start_minute: hour * 60, duration: hours * 60 };
    Time::Weekly { weekdays: weekdays.to_vec(), from: None, to: None, turn }
}

#[db_test]
async fn what_an_answer_can_reach_comes_first_and_what_is_full_last(db: Db) {
    let town = town(&db).await;
    let of = |title: &str, time: Time| {
        let state = open_until(time.last_end().unwrap_or(NOW.plus_days(60)));
        Task { time, state, ..task(&db, &town, title) }
    };
    let friday = SATURDAY.plus_days(-1);
    let tasks = [
        of("I eftermiddag", on(NOW.day(), 15, 2)),
        of("Hver mandag og fredag", weekly(&[Weekday::Monday, Weekday::Friday], 8, 4)),
        of("Lørdag", on(SATURDAY, 10, 2)),
        Task { places: Some(0), ..of("Fuldt hus", on(friday, 8, 1)) },
        of("Efter aftale", Time::Flexible { minutes_per_week: None, note: String::new(), until: None }),
        of("Onsdag", on(SATURDAY.plus_days(-3), 10, 2)),
    ];
    add(&db, &town, &tasks).await;
    let answer = get(&pages(&db).await, "/").await;
    assert_eq!(
        titles(&answer),
        ["Hver mandag og fredag", "Lørdag", "Efter aftale", "I eftermiddag", "Onsdag", "Fuldt hus"]
    );
    // It has begun this morning: its card leads with Friday, when it can be answered.
    let first = answer.body.split("s-task-title").next().unwrap();
    assert!(first.contains("<span class=\"s-day-number\">6</span>"), "{first}");
    assert!(!first.contains("<span class=\"s-day-number\">2</span>"));
}

#[db_test]
async fn why_they_begin_late_is_said_only_where_something_happens_before(db: Db) {
    const SAID: &str = "Så kan du nå at få svar, før det begynder.";
    let town = town(&db).await;
    // As many as stand there, all on Saturday.
    let saturday: Vec<Task> =
        (1..=6).map(|number| task(&db, &town, &format!("Lørdagskaffe {number}"))).collect();
    add(&db, &town, &saturday).await;
    let answer = get(&pages(&db).await, "/").await;
    assert!(!answer.body.contains("Det sker snart") && !answer.body.contains(SAID), "{}", answer.body);
    let wednesday = on(SATURDAY.plus_days(-3), 10, 2);
    let state = open_until(wednesday.last_end().unwrap());
    add(&db, &town, &[Task { time: wednesday, state, ..task(&db, &town, "Onsdag") }]).await;
    let answer = get(&pages(&db).await, "/").await;
    assert!(answer.body.contains(SAID), "{}", answer.body);
    assert!(titles(&answer).iter().all(|title| title.starts_with("Lørdagskaffe")));
}

samskab_store::statements! {
    SET_SETTINGS = "update tenant set settings = $2 where id = $1";
}

#[db_test]
async fn the_municipality_s_own_words_stand_on_the_page(db: Db) {
    let town = town(&db).await;
    let own = r#"{"profile": {"slogan": "Fjordlund gør noget sammen", "welcome": "Her er altid brug for en hånd.\r\n\r\nKom forbi.",
        "welcome_en": "There is always room for one more."}}"#;
    let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
    tx.query(&SET_SETTINGS).bind(town.tenant).bind(own.to_owned()).execute().await.unwrap();
    tx.commit().await.unwrap();
    let pages = pages(&db).await;
    let danish = get(&pages, "/").await.body;
    for said in [
        "<p class=\"s-hero-slogan\">Fjordlund gør noget sammen</p>",
        "<p>Her er altid brug for en hånd.</p><p>Kom forbi.</p>",
    ] {
        assert!(danish.contains(said), "{said}: {danish}");
    }
    let english = get(&pages, "/?sprog=en").await.body;
    for said in [
        "<p class=\"s-hero-slogan\" lang=\"da\">Fjordlund gør noget sammen</p>",
        "<p>There is always room for one more.</p>",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    assert!(!english.contains("Kom forbi."), "{english}");
}
