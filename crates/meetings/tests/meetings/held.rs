//! What is put right afterwards: a meeting that was written down for a day that is gone, who was there where nobody was called,
//! an agenda that changed after it was sent, and minutes that were approved.

use samskab_kernel::Day;
use samskab_store::db_test;

use super::*;

const DAY: Day = Day::of(2026, 3, 12);

/// Minutes one point: it was dealt with so.
async fn decide(asta: &mut Browser<'_>, item: &str, more: &[(&str, &str)]) {
    let path = format!("/punkter/{item}/referat");
    let page = asta.get(&path).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    let mut fields = vec![("udfald", "decided"), ("beslutning", "Ja."), ("version", version.as_str())];
    fields.extend(more);
    let saved = asta.post(&path, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
}

#[db_test]
async fn a_day_that_is_gone_is_asked_about_and_what_was_wrong_is_put_right_or_called_off(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = format!("/organer/{}/moeder/nyt", group.id);
    let past =
        [("dag", "2026-01-05"), ("fra", "14:00"), ("til", "16:00"), ("sted", "Rådhuset"), ("gentag", "en")];
    assert!(!asta.get(&path).await.has("Mødet er holdt"), "nobody is asked before");
    let asked = asta.post(&path, &past).await;
    assert!(asked.status == 422 && asked.has("Dagen er gået"), "{}", asked.body);
    assert!(asked.has("Mødet er holdt") && asked.has("value=\"2026-01-05\""), "{}", asked.body);
    // Nobody is told the date of what was.
    let held = [past[0], past[1], past[2], past[3], past[4], ("holdt", "ja"), ("skriv", "ja")];
    let meeting = asta.post(&path, &held).await;
    assert_eq!(meeting.status, 303, "{}", meeting.body);
    let meeting = meeting.location;
    let page = asta.get(&meeting).await;
    assert!(page.has("Skriv referat") && page.has("Ret tid og sted"), "{}", page.body);
    // Nobody is asked what they have just said.
    assert!(page.has("skrevet ind som holdt") && page.has("Holdt, referat mangler"), "{}", page.body);
    assert!(page.has("mødet blev ikke holdt") && !page.has("Blev det holdt?"), "{}", page.body);
    // The wrong day: put right, and nobody is told of what was.
    let other = [("dag", "2026-01-06"), ("fra", "14:00"), ("til", "16:00"), ("sted", "Rådhuset")];
    let saved = asta.post(&format!("{meeting}/rediger"), &other).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(asta.get(&meeting).await.has("6. januar"));
    // It counts as a meeting of the year until it is called off.
    let counted = asta.get(&group.href()).await;
    assert_eq!(asta.post(&format!("{meeting}/aflys"), &[("grund", "Tastefejl.")]).await.status, 303);
    let after_it = asta.get(&group.href()).await;
    assert!(counted.has("1 i år.") && after_it.has("0 i år."), "{}", after_it.body);
    assert!(house.mails().await.is_empty());
    // What is to come is not moved to a day that is gone by a slip.
    let ahead = planned(&mut asta, group.id, "2026-03-12").await;
    let slip = [("dag", "2026-02-12"), ("fra", "14:00"), ("til", "16:00")];
    let asked = asta.post(&format!("{ahead}/rediger"), &slip).await;
    assert!(
        asked.status == 422 && asked.has("Dagen er gået") && asked.has("name=\"holdt\""),
        "{}",
        asked.body
    );
    // Today it is the hour that has passed.
    let slip = [("dag", "2026-03-02"), ("fra", "8:30"), ("til", "16:00")];
    let asked = asta.post(&format!("{ahead}/rediger"), &slip).await;
    assert!(asked.status == 422 && asked.has("Klokkeslættet er passeret"), "{}", asked.body);
    assert!(!asked.has("Dagen er gået"), "{}", asked.body);
}

#[db_test]
async fn what_was_minuted_is_neither_called_off_nor_still_to_come(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let item = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    house.clock.set(at(DAY, 17));
    let mut asta = house.signed_in(house.town.coordinator).await;
    decide(&mut asta, &item, &[]).await;
    assert!(!asta.get(&meeting).await.has("Mødet blev ikke holdt"));
    let refused = asta.post(&format!("{meeting}/aflys"), &[("grund", "Nej.")]).await;
    assert_eq!(refused.location, meeting);
    let later = [("dag", "2026-04-12"), ("fra", "14:00"), ("til", "16:00")];
    let refused = asta.post(&format!("{meeting}/rediger"), &later).await;
    assert!(refused.status == 422 && refused.has("Der er skrevet referat"), "{}", refused.body);
}

#[db_test]
async fn who_was_there_is_noted_also_where_nobody_was_called(db: Db) {
    let house = house(db).await;
    let (town, group) = (house.town, group(&house).await);
    let mut asta = house.signed_in(town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let item = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    house.clock.set(at(DAY, 17));
    let mut asta = house.signed_in(town.coordinator).await;
    assert!(asta.get(&meeting).await.has("Det er ikke noteret, hvem der var der"));
    let page = asta.get(&format!("{meeting}/referat")).await;
    assert!(page.has("Hvem var der?") && page.has("Karen Tænkthøj"), "{}", page.body);
    let (me, karen, erik) =
        (town.coordinator.to_string(), town.key_care.to_string(), town.key_schools.to_string());
    let there = [("var_der", me.as_str()), ("var_der", karen.as_str()), ("andre", "Vikar Papsen for Erik")];
    assert_eq!(asta.post(&format!("{meeting}/fremmoede"), &there).await.status, 303);
    let page = asta.get(&meeting).await;
    assert!(page.has("Vikar Papsen for Erik") && !page.has("Det er ikke noteret"), "{}", page.body);
    // Whoever took no part is one of those who were there, ticked; others in words.
    let form = asta.get(&format!("/punkter/{item}/referat")).await;
    let before = form.body.split("name=\"hvem\"").next().unwrap();
    assert!(before.contains(&karen) && !before.contains(&erik), "{}", form.body);
    decide(&mut asta, &item, &[("inhabile", &karen), ("inhabile_andre", "Vikar Papsen")]).await;
    let page = asta.get(&meeting).await;
    assert!(page.has("Karen Tænkthøj; Vikar Papsen"), "{}", page.body);
    let form = asta.get(&format!("/punkter/{item}/referat")).await;
    let ticked = form.body.split(&format!("value=\"{karen}\"")).nth(1).unwrap();
    assert!(ticked.split('>').next().unwrap().contains("checked"), "{}", form.body);
    assert!(form.has("value=\"Vikar Papsen\""), "{}", form.body);
    // Somebody was there: it is not called off any more.
    let refused = asta.post(&format!("{meeting}/aflys"), &[("grund", "Nej.")]).await;
    assert_eq!(refused.location, meeting);
    asta.post(&format!("{meeting}/referat/faerdig"), &[]).await;
    let page = asta.get(&format!("{meeting}/referat")).await;
    assert!(page.has("Godkend referatet") && !page.has("De, der var indkaldt, får en mail"), "{}", page.body);
    assert_eq!(asta.post(&format!("{meeting}/referat/godkend"), &[]).await.status, 303);
    assert!(house.mails().await.is_empty(), "nobody was called");
    // Strangers read no names.
    let public = house.visitor().get(&meeting).await;
    assert!(public.status == 200 && public.has("Fælles kurser"), "{}", public.body);
    assert!(!public.has("Vikar Papsen for Erik"), "{}", public.body);
}

#[db_test]
async fn whoever_was_called_is_told_once_that_the_minutes_are_approved_and_the_page_says_when(db: Db) {
    let house = house(db).await;
    let (town, group) = (house.town, group(&house).await);
    let mut asta = house.signed_in(town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let open = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    let closed = add_item(&mut asta, &meeting, "En personsag", "decides", true).await;
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    let called = house.mails().await.len();
    house.clock.set(at(DAY, 17));
    let mut asta = house.signed_in(town.coordinator).await;
    decide(&mut asta, &open, &[]).await;
    decide(&mut asta, &closed, &[]).await;
    asta.post(&format!("{meeting}/referat/faerdig"), &[]).await;
    assert_eq!(house.mails().await.len(), called, "that they are approved is told when they are");
    // Three days later somebody writes down that they were approved.
    house.clock.set(DAY.plus_days(3).at(9, 0));
    let mut asta = house.signed_in(town.coordinator).await;
    let overview = asta.get("/overblik").await;
    assert!(overview.has("Har ventet i 3 dage"), "{}", overview.body);
    let page = asta.get(&format!("{meeting}/referat")).await;
    assert!(page.has("Godkend referatet") && page.has("Hvornår godkendte gruppen det?"), "{}", page.body);
    let path = format!("{meeting}/referat/godkend");
    for wrong in ["2026-03-11", "2026-03-16"] {
        let refused = asta.post(&path, &[("dag", wrong)]).await;
        assert!(refused.status == 422 && refused.has("Vælg en dag fra mødet til i dag"), "{}", refused.body);
    }
    assert_eq!(asta.post(&path, &[("dag", "2026-03-14")]).await.status, 303);
    let mails = house.mails().await;
    assert_eq!(mails.len(), called + 3, "three key persons; the coordinator knows: {mails:?}");
    let told = mails.iter().filter(|mail| mail.subject.contains("Referatet er godkendt"));
    for mail in told {
        assert!(mail.body.contains("1/2026 Fælles kurser"), "{}", mail.body);
        assert!(!mail.body.contains("En personsag") && !mail.to.to_string().contains("asta"), "{mail:?}");
    }
    asta.post(&path, &[]).await;
    assert_eq!(house.mails().await.len(), called + 3, "once");
    assert!(asta.get(&meeting).await.has("Referatet er godkendt 14. marts 2026. Noteret af Asta Prøvested."));
    let public = house.visitor().get(&meeting).await;
    assert!(
        public.has("Referatet er godkendt 14. marts 2026.") && !public.has("Noteret af"),
        "{}",
        public.body
    );
}

#[db_test]
async fn an_agenda_that_changed_after_it_was_sent_says_so_until_it_is_sent_again(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let first = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    assert!(!karen.get(&meeting).await.has("Dagsordenen er ændret"));
    house.clock.set(Day::of(2026, 3, 5).at(9, 0));
    let mut asta = house.signed_in(house.town.coordinator).await;
    add_item(&mut asta, &meeting, "Lokaler", "discusses", false).await;
    let page = asta.get(&meeting).await;
    assert!(page.has("Dagsordenen er ændret, siden den blev sendt 2. marts 2026"), "{}", page.body);
    assert!(page.has("De indkaldte har den gamle"), "{}", page.body);
    assert_eq!(page.body.matches("kom til 5. marts 2026, efter at").count(), 1, "{}", page.body);
    asta.post(&format!("/punkter/{first}/traek-tilbage"), &[]).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let page = karen.get(&meeting).await;
    assert!(
        page.has("Det nye står ved punkterne") && page.has("ændret 5. marts 2026, efter at"),
        "{}",
        page.body
    );
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    assert!(!asta.get(&meeting).await.has("Dagsordenen er ændret"));
    // Minutes are no change of the agenda.
    house.clock.set(at(DAY, 17));
    let mut asta = house.signed_in(house.town.coordinator).await;
    add_item(&mut asta, &meeting, "Eventuelt", "discusses", false).await;
    assert!(!asta.get(&meeting).await.has("Dagsordenen er ændret"));
}

#[db_test]
async fn a_meeting_with_a_title_is_called_so_wherever_it_stands(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let title = "Ekstra møde om høringen";
    let fields =
        [("titel", title), ("dag", "2026-03-12"), ("fra", "14:00"), ("til", "16:00"), ("gentag", "en")];
    let meeting = asta.post(&format!("/organer/{}/moeder/nyt", group.id), &fields).await.location;
    add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    assert!(asta.get(&meeting).await.has(&format!("<h1>{title}</h1>")));
    assert!(house.mails().await.iter().all(|mail| mail.body.contains(title)));
    let called = format!("{}: {title}", group.name);
    assert!(house.visitor().get("/moedekalender").await.has(&called));
    assert!(house.visitor().get(&format!("{meeting}/kalender.ics")).await.has("Ekstra"));
}
