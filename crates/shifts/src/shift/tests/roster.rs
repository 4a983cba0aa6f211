//! A week of all shifts at a place.

use samskab_store::db_test;

use super::*;

#[db_test]
async fn a_week_shows_who_comes_and_says_in_words_where_somebody_is_missing(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    world.series(&task, 2).await;
    let extra = world.shift(&task, (Day::of(2026, 3, 5).at(10, 0), Day::of(2026, 3, 5).at(12, 0)), 1).await;
    world.sign_up(&extra, vilma).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let week = world.get_as("/vagtplan", &lone).await.body;
    assert!(week.contains("2 vagter. På 1 af dem mangler der nogen."), "{week}");
    assert!(week.contains("Uge 10: 2. marts 2026 – 8. marts 2026"), "{week}");
    assert!(week.contains("Vilma G.") && week.contains("1 af 1") && week.contains("0 af 2"), "{week}");
    assert!(!week.contains("Godvilje"), "as colleagues see it");
    let gaps = world.get_as("/vagtplan?mangler=ja", &lone).await.body;
    assert!(!gaps.contains("Vilma G.") && gaps.contains("Mangler én"), "{gaps}");
    assert!(gaps.contains(&format!("/opgaver/{}/frivillige", task.id)), "two clicks to those who fit");
    // Any day of a week is that week, and what is no day is this week.
    let next = world.get_as("/vagtplan?uge=2026-03-13", &lone).await.body;
    assert!(next.contains("Uge 11") && next.contains("1 vagt"), "{next}");
    assert!(world.get_as("/vagtplan?uge=igaar", &lone).await.body.contains("Uge 10"));
    assert!(world.get_as("/vagtplan?visning=maaned", &lone).await.body.contains("Uge 13"));
}

#[db_test]
async fn the_roster_is_of_those_who_answer_for_the_place(db: Db) {
    let (world, task, ..) = coffee(&db).await;
    world.series(&task, 2).await;
    let town = world.town;
    let title = format!("/opgaver/{}/vagter", task.id);
    for (who, sees) in [
        (town.contact_solgaarden, true),
        (town.key_care, true),
        (town.coordinator, true),
        (town.contact_school, false),
        (town.chair_handball, false),
    ] {
        let cookie = world.cookie(who).await;
        assert_eq!(world.get_as("/vagtplan", &cookie).await.body.contains(&title), sees, "{who}");
        let there = format!("/vagtplan?sted={}", town.solgaarden);
        assert_eq!(world.get_as(&there, &cookie).await.body.contains(&title), sees, "{who}");
        let day = format!("/vagtplan/aflys?dag=2026-03-03&sted={}", town.solgaarden);
        let asked = world.get_as(&day, &cookie).await.status;
        assert_eq!(asked == StatusCode::OK, sees, "{who}: {asked}");
        let fields = [("dag", "2026-03-03"), ("sted", &town.solgaarden.to_string()), ("grund", "")];
        let refused = world.post_as("/vagtplan/aflys", &fields, &cookie).await.status;
        let expected = if sees { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::NOT_FOUND };
        assert_eq!(refused, expected, "{who}");
    }
    assert_eq!(world.get("/vagtplan").await.status, StatusCode::UNAUTHORIZED);
}

#[db_test]
async fn a_day_is_called_off_with_one_reason_and_one_mail_to_each(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let day = Day::of(2026, 3, 5);
    let morning = world.shift(&task, (day.at(10, 0), day.at(12, 0)), 2).await;
    let evening = world.shift(&task, (day.at(18, 0), day.at(20, 0)), 2).await;
    let other_day = world.shift(&task, (day.plus_days(1).at(10, 0), day.plus_days(1).at(12, 0)), 2).await;
    world.sign_up(&morning, vilma).await;
    world.sign_up(&evening, vilma).await;
    world.sign_up(&morning, bent).await;
    world.work().await;
    let (before_vilma, before_bent) =
        (world.subjects("vilma@post.example").await.len(), world.subjects("bent@post.example").await.len());
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let place = world.town.solgaarden.to_string();
    let page = world.get_as(&format!("/vagtplan/aflys?dag={day}&sted={place}"), &lone).await.body;
    assert!(page.contains("Vilma Godvilje") && page.contains("Bent Prøvemand"), "who is told: {page}");
    let day_text = day.to_string();
    let fields = [
        ("dag", day_text.as_str()),
        ("sted", place.as_str()),
        ("grund", "Vi holder lukket på grund af sygdom."),
    ];
    let done = world.post_as("/vagtplan/aflys", &fields, &lone).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    world.work().await;
    for shift in [&morning, &evening] {
        assert!(!world.shift_again(shift.id).await.is_planned());
    }
    assert!(world.shift_again(other_day.id).await.is_planned(), "another day goes on");
    let vilmas = world.mails_to("vilma@post.example").await;
    assert_eq!(vilmas.len(), before_vilma + 1, "two shifts, one mail");
    assert!(vilmas.iter().any(|mail| mail.body.contains("på grund af sygdom")));
    assert_eq!(world.subjects("bent@post.example").await.len(), before_bent + 1);
    // Once more there is nothing left, and nobody is written to.
    let again = world.post_as("/vagtplan/aflys", &fields, &lone).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    world.work().await;
    assert_eq!(world.subjects("vilma@post.example").await.len(), before_vilma + 1);
}
