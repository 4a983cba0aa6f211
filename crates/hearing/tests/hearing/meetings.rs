//! Hearings and the bodies that are asked: on their agendas as long as they can answer, and sent by whoever runs their meetings.

use samskab_organisation::body::{self, BodyId};
use samskab_store::db_test;

use super::*;

async fn town_with_meetings(db: Db) -> House {
    house_with(db, Config::default(), &[samskab_hearing::module, samskab_meetings::module]).await
}

/// A council that is asked in the hearing.
async fn council(house: &House) -> BodyId {
    let mut reader = house.db.read().await.unwrap();
    let all = body::all(&mut reader, house.town.tenant, house.clock.now().day()).await.unwrap();
    all.into_iter().find(|body| body.name == "Frivilligrådet").unwrap().id
}

async fn planned(asta: &mut Browser<'_>, council: BodyId, day: &str) -> String {
    let fields = [("dag", day), ("fra", "14:00"), ("til", "16:00"), ("sted", "Rådhuset"), ("gentag", "en")];
    let page = asta.post(&format!("/organer/{council}/moeder/nyt"), &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    page.location
}

#[db_test]
async fn a_hearing_is_on_the_agenda_of_whoever_is_asked_and_the_answer_is_sent_from_there(db: Db) {
    let house = town_with_meetings(db).await;
    let council = council(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, council, "2026-03-10").await;
    asta.post(&format!("{meeting}/punkter/hent"), &[]).await;
    assert!(asta.get(&meeting).await.has("Der er ikke noget, der venter."));
    let path = open(&mut asta, "at_once").await;
    asta.post(&format!("{meeting}/punkter/hent"), &[]).await;
    asta.post(&format!("{meeting}/punkter/hent"), &[]).await;
    let agenda = asta.get(&meeting).await;
    assert_eq!(agenda.body.matches("1. Høring: Frivilligpolitik</h3>").count(), 1, "{}", agenda.body);
    assert!(agenda.has("Hører") && agenda.has("Høringen skal besvares senest"), "{}", agenda.body);
    assert!(
        agenda.has("Send svaret for Frivilligrådet") && agenda.has(&format!("href=\"{path}\"")),
        "{}",
        agenda.body
    );
    // After the closing nobody can answer: it is on no agenda of then.
    let late = planned(&mut asta, council, "2026-03-12").await;
    asta.post(&format!("{late}/punkter/hent"), &[]).await;
    assert!(!asta.get(&late).await.has("Høring: Frivilligpolitik"));
    let form = asta.get(&format!("{path}/svar?part={council}")).await;
    assert!(form.has("value=\"Frivilligrådet\""), "{}", form.body);
    let organ = council.to_string();
    let fields = [
        ("tekst", "Rådet synes, at forslaget er godt."),
        ("navn", "Asta Prøvested"),
        ("email", "asta@fjordlund.example"),
        ("hvem", "council"),
        ("paa_vegne", "Frivilligrådet"),
        ("part", organ.as_str()),
    ];
    let email = hidden_value(&form, "email");
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, if *name == "email" { email.as_str() } else { *value }))
        .collect();
    // Somebody who does not run its meetings answers for themselves, whatever they write.
    let sent = house.visitor().post(&format!("{path}/svar"), &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert!(asta.get(&meeting).await.has("Send svaret for Frivilligrådet"), "a stranger is not the council");
    let sent = asta.post(&format!("{path}/svar"), &fields).await;
    assert!(sent.location.ends_with("?gemt=modtaget"), "{} {}", sent.location, sent.body);
    let parties = house.visitor().get(&format!("{path}/parter.csv")).await;
    let own = parties.body.lines().find(|line| line.contains("Frivilligrådet")).unwrap_or_default();
    assert!(own.trim_end().ends_with(";Har svaret"), "{}", parties.body);
    assert!(!asta.get(&meeting).await.has("Send svaret for Frivilligrådet"));
}

/// What stands in a field.
fn hidden_value(page: &Page, name: &str) -> String {
    let field = page.body.split(&format!("name=\"{name}\"")).nth(1).expect(name);
    field.split("value=\"").nth(1).expect(name).split('"').next().unwrap().to_owned()
}

#[db_test]
async fn a_draft_whose_days_are_gone_says_so(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    assert!(!asta.get("/hoeringer").await.has("Dagen er gået"));
    house.clock.set(Day::of(2026, 3, 3).at(9, 0));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let list = asta.get("/hoeringer").await;
    assert!(list.has("Dagen er gået") && !list.has("Åbner mandag"), "{}", list.body);
    let page = asta.get(&path).await;
    assert!(page.has("Vælg nye dage") && !page.has("Annoncér høringen"), "{}", page.body);
    assert!(asta.get("/overblik").await.has("Vælg nye dage til høringen"));
}

#[db_test]
async fn the_spreadsheets_are_in_the_language_of_the_reader(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    house.clock.set(Day::of(2026, 3, 2).at(14, 17));
    confirmed(&house, &path, "prove@frivillig.example", "Godt forslag.").await;
    let csv = house.visitor().get(&format!("{path}/svar.csv")).await;
    assert!(csv.has("Svar nr.;Afsender;Slags;Modtaget;Afsnit;Svar"), "{}", csv.body);
    assert!(csv.has(";Borger;2026-03-02 14:") && !csv.has("citizen"), "{}", csv.body);
    let csv = house.visitor().get(&format!("{path}/parter.csv")).await;
    assert!(csv.has("Part;Ret til at blive hørt;Svar") && csv.has("Har ikke svaret"), "{}", csv.body);
}
