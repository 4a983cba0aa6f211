//! A decision request with points that are answered one by one (VB-26), after those with the right to be heard (RS-22).

use samskab_organisation::body::{BodyKind, HearingStrength, Mandate};
use samskab_store::{Stamp, db_test};

use super::*;

/// A body that decides, and a council that must be heard about the harbour; both run by the coordinator. The deciding body's
/// id, and the council's.
async fn bodies(house: &House) -> (BodyId, BodyId) {
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let since = samskab_kernel::Validity::since(samskab_kernel::Day::of(2020, 1, 1));
    let decides = Body {
        mandate: Some(Mandate::Decides),
        ..Body::named(tx.new_id(), "Styregruppen for frivillighed", BodyKind::Steering, since)
    };
    let council = Body {
        hearing_strength: Some(HearingStrength::Statutory),
        hearing_scope: "Alle forslag om havnen".into(),
        ..Body::named(tx.new_id(), "Havnerådet", BodyKind::Council, since)
    };
    body::add(&mut tx, &decides).await.unwrap();
    body::add(&mut tx, &council).await.unwrap();
    tx.commit().await.unwrap();
    (decides.id, council.id)
}

async fn request(browser: &mut Browser<'_>, body: BodyId, about: &str) -> String {
    let (body, points) =
        (body.to_string(), "a) Sprintgruppen fortsætter\nb) Hjælp fra Kommunikation\nc) Tid på lederforum");
    let fields = [
        ("titel", "En fælles indsats"),
        ("organ", body.as_str()),
        ("om", about),
        ("punkter", points),
        ("kle", "27.69.40"),
    ];
    let page = browser.post("/beslutningsoplaeg/nyt", &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    page.location.split('?').next().unwrap().to_owned()
}

/// The addresses where the points are answered, as the minutes of the point link them.
async fn answer(asta: &mut Browser<'_>, item: &str, answers: &[(&str, &str)]) -> String {
    let minutes = asta.get(&format!("/punkter/{item}/referat")).await;
    let mut to = format!("/oplaegspunkter/{}", after(&minutes.body, "/oplaegspunkter/"));
    for (svar, tekst) in answers {
        let saved = asta.post(&to, &[("svar", svar), ("tekst", tekst)]).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        to = saved.location.split('?').next().unwrap().to_owned();
    }
    to
}

#[db_test]
async fn each_point_gets_its_own_answer_and_the_writer_is_told_when_the_minutes_are_approved(db: Db) {
    let house = house(db).await;
    let (decides, _) = bodies(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let empty = karen.post("/beslutningsoplaeg/nyt", &[("titel", "Uden organ")]).await;
    assert!(
        empty.status == 422 && empty.has("value=\"Uden organ\"") && empty.has("Vælg, hvem der skal beslutte"),
        "{}",
        empty.body
    );
    let path = request(&mut karen, decides, "Sprinten er slut.").await;
    assert!(karen.get(&path).await.has("Ingen grupper eller råd har ret"), "nobody is heard about a sprint");
    assert_eq!(
        house.signed_in(house.town.key_schools).await.get(&path).await.status,
        404,
        "a draft is the writer's"
    );
    // There is no meeting yet: it waits for one, and stands on its agenda when it is planned.
    let sent = karen.post(&format!("{path}/send"), &[]).await;
    assert_eq!(sent.status, 303);
    assert!(karen.get(&sent.location).await.has("når gruppen planlægger et møde"));
    let meeting = planned(&mut asta, decides, "2026-03-10").await;
    let page = asta.get(&meeting).await;
    assert!(page.has("En fælles indsats") && page.has("a) Sprintgruppen fortsætter"), "{}", page.body);
    assert!(karen.get(&path).await.has("På dagsordenen 10. marts"));
    let item = after(&page.body, "id=\"punkt-").to_owned();
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    house.clock.set(at(samskab_kernel::Day::of(2026, 3, 10), 15));
    // The point is not decided before each of its points is.
    let early = [("udfald", "decided"), ("beslutning", "Ja til det hele"), ("version", "0")];
    let refused = asta.post(&format!("/punkter/{item}/referat"), &early).await;
    assert!(refused.status == 422 && refused.has("Svar først på hvert af punkterne"), "{}", refused.body);
    let minutes = asta.get(&format!("/punkter/{item}/referat")).await;
    let first = format!("/oplaegspunkter/{}", after(&minutes.body, "/oplaegspunkter/"));
    let silent = asta.post(&first, &[("svar", "no")]).await;
    assert!(silent.status == 422 && silent.has("Skriv hvorfor ikke"), "{}", silent.body);
    assert_eq!(karen.post(&first, &[("svar", "yes")]).await.status, 404, "only who runs the meeting answers");
    let after_all = answer(
        &mut asta,
        &item,
        &[("yes", ""), ("changed", "Kun til pjecer."), ("no", "Der er ingen tid i år.")],
    )
    .await;
    assert_eq!(after_all, format!("/punkter/{item}/referat"));
    let minutes = asta.get(&after_all).await;
    assert!(
        minutes.has("b) Ja, med ændringer: Kun til pjecer."),
        "the wording is made of the answers: {}",
        minutes.body
    );
    assert!(house.mails().await.iter().all(|mail| !mail.subject.starts_with("Svar på dit oplæg")));
    assert_eq!(asta.post(&format!("{meeting}/referat/faerdig"), &[]).await.status, 303);
    assert_eq!(asta.post(&format!("{meeting}/referat/godkend"), &[]).await.status, 303);
    let mails = house.mails().await;
    let told: Vec<_> =
        mails.iter().filter(|mail| mail.subject == "Svar på dit oplæg: En fælles indsats").collect();
    assert_eq!(told.len(), 1, "{mails:?}");
    assert!(told[0].body.contains("c) Tid på lederforum – Nej: Der er ingen tid i år."), "{}", told[0].body);
    let found = house.visitor().get("/beslutninger?q=27.69.40").await;
    assert!(
        found.has("En fælles indsats") && found.has("KLE 27.69.40"),
        "found by its subject: {}",
        found.body
    );
    assert!(!house.visitor().get("/beslutninger?q=27.15.00").await.has("En fælles indsats"));
    let page = karen.get(&path).await;
    assert!(page.has("Besvaret") && page.has("Kun til pjecer."), "{}", page.body);
    assert_eq!(asta.post(&first, &[("svar", "yes")]).await.status, 303, "too late, and said so");
    assert!(karen.get(&path).await.has("Besvaret"));
}

#[db_test]
async fn who_must_be_heard_is_heard_first_or_it_is_written_why_not(db: Db) {
    let house = house(db).await;
    let (decides, council) = bodies(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let deciding = planned(&mut asta, decides, "2026-03-11").await;
    let path = request(&mut asta, decides, "Besøg på havnen.").await;
    let page = asta.get(&path).await;
    assert!(page.has("Havnerådet") && page.has("Alle forslag om havnen"), "{}", page.body);
    let blocked = asta.post(&format!("{path}/send"), &[]).await;
    assert!(asta.get(&blocked.location).await.has("Nogen skal høres, før oplægget kan sendes"));
    assert!(!asta.get(&deciding).await.has("En fælles indsats"));
    let id = council.to_string();
    let hearing = planned(&mut asta, council, "2026-03-05").await;
    assert_eq!(asta.post(&format!("{path}/hoering"), &[("organ", &id)]).await.status, 303);
    let on_agenda = asta.get(&hearing).await;
    assert!(on_agenda.has("En fælles indsats") && on_agenda.has("Hører"), "{}", on_agenda.body);
    // Taken off the agenda, it is asked for again.
    let item = after(&on_agenda.body, "id=\"punkt-").to_owned();
    assert_eq!(asta.post(&format!("/punkter/{item}/traek-tilbage"), &[]).await.status, 303);
    assert!(asta.get(&path).await.has("Ikke hørt endnu"));
    let again = asta.post(&format!("{path}/hoering"), &[("organ", &id)]).await;
    assert!(asta.get(&again.location).await.has("Det står på gruppens næste møde"));
    // Called off: it waits for the next meeting of the council and stands there once.
    assert_eq!(asta.post(&format!("{hearing}/aflys"), &[("grund", "Sygdom")]).await.status, 303);
    let hearing = planned(&mut asta, council, "2026-03-06").await;
    let page = asta.get(&hearing).await;
    assert_eq!(page.body.matches("<article").count(), 1, "{}", page.body);
    let item = after(&page.body, "id=\"punkt-").to_owned();
    asta.post(&format!("{hearing}/indkaldelse"), &[]).await;
    house.clock.set(at(samskab_kernel::Day::of(2026, 3, 6), 15));
    let version = asta.get(&format!("/punkter/{item}/referat")).await;
    let version = after(&version.body, "name=\"version\" value=\"").to_owned();
    let heard = [("udfald", "decided"), ("beslutning", "Rådet bakker op."), ("version", version.as_str())];
    let saved = asta.post(&format!("/punkter/{item}/referat"), &heard).await;
    assert_eq!(saved.status, 303, "a body that is heard answers as one: {}", saved.body);
    asta.post(&format!("{hearing}/referat/faerdig"), &[]).await;
    let page = asta.get(&path).await;
    assert!(page.has("Hørt 6. marts") && page.has("Rådet bakker op."), "{}", page.body);
    assert_eq!(asta.post(&format!("{path}/send"), &[]).await.status, 303);
    assert!(asta.get(&deciding).await.has("En fælles indsats"));
    // Taken off the agenda again: it is a draft, and what was heard stands.
    let page = asta.get(&deciding).await;
    let item = after(&page.body, "id=\"punkt-").to_owned();
    asta.post(&format!("/punkter/{item}/traek-tilbage"), &[]).await;
    let page = asta.get(&path).await;
    assert!(page.has("Kladde") && page.has("Rådet bakker op."), "{}", page.body);
    // Another one is not heard, for a reason that stays.
    let other = request(&mut asta, decides, "Mad på havnen.").await;
    let silent = asta.post(&format!("{other}/undtagelse"), &[("organ", &id), ("grund", "")]).await;
    assert_eq!(silent.status, 422, "{}", silent.body);
    let because = [("organ", id.as_str()), ("grund", "Rådet er ikke valgt endnu.")];
    assert_eq!(asta.post(&format!("{other}/undtagelse"), &because).await.status, 303);
    assert_eq!(asta.post(&format!("{other}/send"), &[]).await.status, 303);
    assert!(asta.get(&other).await.has("Rådet er ikke valgt endnu."));
    assert!(asta.get(&deciding).await.has("Mad på havnen."));
}

#[db_test]
async fn what_was_put_off_until_a_day_waits_for_it_and_what_was_called_off_comes_back(db: Db) {
    let house = house(db).await;
    let (decides, _) = bodies(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = request(&mut asta, decides, "Sprinten er slut.").await;
    let first = planned(&mut asta, decides, "2026-03-04").await;
    asta.post(&format!("{path}/send"), &[]).await;
    let page = asta.get(&first).await;
    let item = after(&page.body, "id=\"punkt-").to_owned();
    house.clock.set(at(samskab_kernel::Day::of(2026, 3, 4), 15));
    let minutes = asta.get(&format!("/punkter/{item}/referat")).await;
    let version = after(&minutes.body, "name=\"version\" value=\"").to_owned();
    let put_off = [
        ("udfald", "postponed"),
        ("begrundelse", "Vi venter på tallene."),
        ("igen", "2026-06-01"),
        ("version", version.as_str()),
    ];
    let saved = asta.post(&format!("/punkter/{item}/referat"), &put_off).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(asta.post(&format!("{first}/referat/faerdig"), &[]).await.status, 303);
    let too_early = planned(&mut asta, decides, "2026-04-07").await;
    assert!(!asta.get(&too_early).await.has("En fælles indsats"));
    let in_time = planned(&mut asta, decides, "2026-06-02").await;
    assert!(asta.get(&in_time).await.has("En fælles indsats"));
    // What somebody wrote for a meeting that is called off stands on the next one, once.
    add_item(&mut asta, &too_early, "Nye nøgler", "decides", false).await;
    assert_eq!(asta.post(&format!("{too_early}/aflys"), &[("grund", "Sygdom")]).await.status, 303);
    let next = planned(&mut asta, decides, "2026-05-05").await;
    assert_eq!(asta.get(&next).await.body.matches("<h3").count(), 2, "the minutes to approve, and the keys");
    assert!(asta.get(&next).await.has("Nye nøgler"));
}
