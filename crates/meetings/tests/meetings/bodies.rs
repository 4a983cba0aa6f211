//! Who sits where, and how often they meet.

use samskab_kernel::{Day, Validity};
use samskab_meetings::meeting::{self, Meeting, MeetingState};
use samskab_organisation::{body::members, position};
use samskab_store::{Stamp, db_test};

use super::*;

#[db_test]
async fn the_group_is_all_key_persons_and_the_coordinator_whoever_they_are(db: Db) {
    let house = house(db).await;
    let (town, group) = (house.town, group(&house).await);
    let mut reader = house.db.read().await.unwrap();
    let membership = members(&mut reader, town.tenant, &group, house.clock.now().day()).await.unwrap();
    drop(reader);
    for person in [town.coordinator, town.key_care, town.key_care_health, town.key_schools] {
        assert!(membership.has(person.uuid()), "{person}");
    }
    assert!(!membership.has(town.contact_solgaarden.uuid()));
    assert!(membership.runs(town.coordinator.uuid()) && !membership.runs(town.key_care.uuid()));
    // A key person who stops is no member any more, and nobody wrote that down.
    let now = house.clock.now();
    let mut tx = house.db.begin(Stamp { tenant: town.tenant, actor: None, now }).await.unwrap();
    position::store::end(&mut tx, town.position_key_schools, Day::of(2026, 3, 10)).await.unwrap();
    tx.commit().await.unwrap();
    let mut reader = house.db.read().await.unwrap();
    let later = members(&mut reader, town.tenant, &group, Day::of(2026, 3, 11)).await.unwrap();
    assert!(!later.has(town.key_schools.uuid()));
}

#[db_test]
async fn a_seat_begins_and_ends_and_the_history_stays(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut asta = house.signed_in(town.coordinator).await;
    let made = asta
        .post(
            "/organer/ny",
            &[("navn", "Styregruppen for kaffe"), ("art", "steering"), ("fra", "2026-01-01")],
        )
        .await;
    assert_eq!(made.status, 303, "{}", made.body);
    let group = made.location;
    let seats = format!("{group}/pladser/ny");
    let none = asta.post(&seats, &[("rolle", "member"), ("fra", "2026-01-01")]).await;
    assert!(none.status == 422 && none.has("Vælg én stilling, én forening eller én person"), "{}", none.body);
    let unknown = asta.post(&seats, &[("email", "ukendt@post.example"), ("fra", "2026-01-01")]).await;
    assert!(
        unknown.has("Ingen kendes med den e-mail") && unknown.has("ukendt@post.example"),
        "{}",
        unknown.body
    );
    let position = town.position_key_care.to_string();
    let chair = [("stilling", position.as_str()), ("rolle", "chair"), ("fra", "2026-01-01")];
    assert_eq!(asta.post(&seats, &chair).await.status, 303);
    let handball = town.handball.to_string();
    let member = [("forening", handball.as_str()), ("rolle", "member"), ("fra", "2026-01-01")];
    assert_eq!(asta.post(&seats, &member).await.status, 303);
    let person = [("email", "lone.papsen@fjordlund.example"), ("rolle", "member"), ("fra", "2026-01-01")];
    assert_eq!(asta.post(&seats, &person).await.status, 303);
    let page = asta.get(&group).await;
    assert!(page.has("Karen Tænkthøj") && page.has("Fjordlund Håndboldklub") && page.has("Lone Papsen"));
    // The public reads positions and associations, no single person.
    let seen = house.visitor().get(&group).await;
    assert_eq!(seen.status, 200);
    assert!(seen.has("Fjordlund Håndboldklub") && !seen.has("Lone Papsen"), "{}", seen.body);
    // Whoever has the position runs the meetings.
    let mut karen = house.signed_in(town.key_care).await;
    assert_eq!(karen.get(&format!("{group}/moeder/nyt")).await.status, 200);
    let mut lone = house.signed_in(town.contact_solgaarden).await;
    assert_eq!(lone.get(&format!("{group}/moeder/nyt")).await.status, 403);
    assert_eq!(karen.get(&format!("{group}/rediger")).await.status, 403);
    // The person's seat ends; its history stays.
    let seat = page.body.split("Lone Papsen").nth(1).unwrap();
    let end = format!("/pladser/{}", after(seat, "href=\"/pladser/"));
    assert_eq!(lone.post(&end, &[]).await.status, 404);
    let asked = asta.get(&end).await;
    assert!(
        asked.has("Medlem i Styregruppen for kaffe: Lone Papsen.") && asked.has("1. januar 2026"),
        "{}",
        asked.body
    );
    assert!(asked.has("Den står som ubesat") && asked.has("Ingen får en mail"), "{}", asked.body);
    assert_eq!(asta.post(&end, &[]).await.status, 303);
    house.clock.set(at(Day::of(2026, 3, 3), 9));
    let later = asta.get(&group).await;
    assert!(later.has("Tidligere medlemmer") && later.has("Lone Papsen"), "{}", later.body);
    let id: BodyId = group.trim_start_matches("/organer/").parse().unwrap();
    let mut reader = house.db.read().await.unwrap();
    let body = body::store::find(&mut reader, town.tenant, id).await.unwrap().unwrap();
    let now = members(&mut reader, town.tenant, &body, Day::of(2026, 3, 3)).await.unwrap();
    assert!(!now.has(town.contact_solgaarden.uuid()) && now.has(town.key_care.uuid()));
    assert_eq!(body.validity, Validity::since(Day::of(2026, 1, 1)));
}

#[db_test]
async fn the_coordinator_is_told_in_time_that_a_meeting_is_missing(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    planned(&mut asta, group.id, "2026-04-16").await;
    assert!(asta.get(&group.href()).await.has("1 i år. Der mangler ét møde."));
    assert!(!asta.get("/overblik").await.has("Planlæg årets sidste møde"), "in March there is time");
    // Five in a year take longer than ten months leave.
    let five =
        [("navn", group.name.as_str()), ("art", "coordination"), ("regel", "key_persons"), ("mindst", "5")];
    let saved = asta.post(&format!("{}/rediger", group.href()), &five).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(asta.get("/overblik").await.has("Planlæg 4 møder mere i år"));
    for day in ["2026-05-14", "2026-06-11"] {
        planned(&mut asta, group.id, day).await;
    }
    assert!(!asta.get("/overblik").await.has("møder mere i år"));
    assert!(asta.get(&group.href()).await.has("3 i år. Der mangler 2 møder."));
}

#[db_test]
async fn a_series_is_planned_at_once_and_a_body_with_meetings_does_not_end_behind_their_back(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let wrong = [("dag", "2026-03-12"), ("fra", "16:00"), ("til", "14:00"), ("gentag", "kvartal")];
    let refused = asta.post(&format!("{}/moeder/nyt", group.href()), &wrong).await;
    assert!(refused.status == 422 && refused.has("Mødet slutter, før det begynder"), "{}", refused.body);
    let series =
        [("dag", "2026-03-12"), ("fra", "14:00"), ("til", "16:00"), ("gentag", "kvartal"), ("antal", "3")];
    let made = asta.post(&format!("{}/moeder/nyt", group.href()), &series).await;
    assert_eq!((made.status.as_u16(), made.location.as_str()), (303, group.href().as_str()));
    let page = asta.get(&group.href()).await;
    for day in ["12. marts kl. 14.00", "11. juni kl. 14.00", "10. september kl. 14.00"] {
        assert!(page.has(day), "{day}: {}", page.body);
    }
    let end = asta.post(&format!("{}/slut", group.href()), &[("sidste_dag", "2026-06-01")]).await;
    assert!(end.status == 422 && end.has("Der er planlagt 2 møder efter den dag"), "{}", end.body);
}

#[db_test]
async fn ten_years_of_meetings_are_read_year_by_year(db: Db) {
    let house = house(db).await;
    let (town, group, now) = (house.town, group(&house).await, house.clock.now());
    let mut tx = house.db.begin(Stamp { tenant: town.tenant, actor: None, now }).await.unwrap();
    for year in 2016..2026 {
        let day = Day::of(year, 5, 12);
        let meeting = Meeting {
            state: MeetingState::Approved,
            called_at: Some(day.at(8, 0)),
            ..Meeting::new(tx.new_id(), group.id, (day.at(14, 0), day.at(16, 0)), day.at(8, 0))
        };
        meeting::store::add(&mut tx, &meeting).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut visitor = house.visitor();
    let page = visitor.get(&group.href()).await;
    assert!(page.has("12. maj 2025") && !page.has("12. maj 2024"), "a year back: {}", page.body);
    assert!(page.has("?aar=2016#tidligere"));
    let page = visitor.get(&format!("{}?aar=2017", group.href())).await;
    assert!(page.has("12. maj 2017") && !page.has("12. maj 2025"), "{}", page.body);
    // A year that is none is no reason to fail.
    assert!(visitor.get(&format!("{}?aar=1066", group.href())).await.has("12. maj 2025"));
}

#[db_test]
async fn a_series_across_both_nights_of_the_clocks_is_at_two_o_clock_all_year(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let series =
        [("dag", "2026-03-12"), ("fra", "14:00"), ("til", "16:00"), ("gentag", "kvartal"), ("antal", "4")];
    assert_eq!(asta.post(&format!("{}/moeder/nyt", group.href()), &series).await.status, 303);
    let mut reader = house.db.read().await.unwrap();
    let mut meetings = meeting::store::of_body(&mut reader, house.town.tenant, group.id).await.unwrap();
    meetings.reverse();
    let days: Vec<Day> = meetings.iter().map(|one| one.starts_at.day()).collect();
    let month = |day: &Day| day.date().month();
    assert_eq!(days.iter().map(month).collect::<Vec<_>>(), [3, 6, 9, 12], "{days:?}");
    for one in &meetings {
        let day = one.starts_at.day();
        assert_eq!((one.starts_at, one.ends_at), (day.at(14, 0), day.at(16, 0)), "{day}");
    }
    let utc: Vec<String> = meetings.iter().map(|one| one.starts_at.timestamp().to_string()).collect();
    let hours: Vec<&str> = utc.iter().map(|text| &text[11..13]).collect();
    assert_eq!(hours, ["13", "12", "12", "13"], "{utc:?}");
}

#[db_test]
async fn what_is_only_planned_called_off_or_forgotten_is_said_to_be_so(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    planned(&mut asta, group.id, "2026-03-12").await;
    let off = planned(&mut asta, group.id, "2026-03-13").await;
    let public = house.visitor().get(&group.href()).await;
    assert!(public.has("Der er ikke indkaldt til noget møde endnu."), "{}", public.body);
    assert!(!public.has("Der er ikke planlagt noget møde"), "{}", public.body);
    // Nobody was called to it: nobody has to be told why it is off.
    let form = asta.get(&format!("{off}/aflys")).await;
    assert!(form.has("Ingen er indkaldt eller har fået datoen"), "{}", form.body);
    assert_eq!(asta.post(&format!("{off}/aflys"), &[]).await.status, 303);
    let page = asta.get(&group.href()).await;
    let (coming, past) = page.body.split_once("id=\"tidligere\"").unwrap_or((&page.body, ""));
    assert!(coming.contains("13. marts") && coming.contains("Aflyst"), "{coming}");
    assert!(!past.contains("13. marts"), "{past}");
    // The day is gone, and nobody was called.
    house.clock.set(Day::of(2026, 3, 14).at(9, 0));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let page = asta.get(&group.href()).await;
    let (_, past) = page.body.split_once("id=\"tidligere\"").unwrap();
    assert!(past.contains("12. marts") && past.contains("Blev det holdt?"), "{past}");
    assert!(past.contains("13. marts") && !past.contains("Planlagt"), "{past}");
}
