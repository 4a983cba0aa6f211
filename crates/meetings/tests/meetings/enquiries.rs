//! Asking for help and telling upwards: who sees it, who answers, and that the writer hears.

use samskab_store::db_test;

use super::*;

#[db_test]
async fn a_contact_person_asks_and_gets_an_answer(db: Db) {
    let house = house(db).await;
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    let empty = lone.post("/henvendelser/ny", &[("emne", "Biler")]).await;
    assert!(empty.status == 422 && empty.has("value=\"Biler\""), "{}", empty.body);
    let unit = house.town.solgaarden.to_string();
    let asks =
        [("slags", "help"), ("emne", "Biler"), ("tekst", "Må frivillige køre?"), ("enhed", unit.as_str())];
    let sent = lone.post("/henvendelser/ny", &asks).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let path = sent.location.split('?').next().unwrap().to_owned();
    let list = lone.get("/henvendelser").await;
    assert!(list.has("Biler") && list.has("1 venter. 0 er besvaret i år."), "{}", list.body);
    assert!(!lone.get(&path).await.has("Send svaret"), "nobody answers their own");
    assert_eq!(house.visitor().get("/henvendelser").await.status, 401);
    // It waits for the key person of the area and for whoever leads volunteering, and for no other.
    let mut karen = house.signed_in(house.town.key_care).await;
    let mut erik = house.signed_in(house.town.key_schools).await;
    assert!(karen.get("/overblik").await.has("Biler"));
    assert!(!erik.get("/overblik").await.has("Biler"));
    assert_eq!(erik.get(&path).await.status, 404);
    assert_eq!(karen.post(&format!("{path}/tag"), &[]).await.status, 303);
    let mut asta = house.signed_in(house.town.coordinator).await;
    assert!(!asta.get("/overblik").await.has("Biler"), "somebody sees to it");
    let silent = karen.post(&format!("{path}/svar"), &[]).await;
    assert!(silent.status == 422 && silent.has("Skriv et svar"), "{}", silent.body);
    assert_eq!(karen.post(&format!("{path}/svar"), &[("svar", "Ja, i egen bil.")]).await.status, 303);
    let mails = house.mails().await;
    assert!(mails[0].subject == "Svar: Biler" && mails[0].body.contains("Ja, i egen bil."), "{mails:?}");
    assert!(lone.get(&path).await.has("Ja, i egen bil."));
    let late = asta.post(&format!("{path}/svar"), &[("svar", "Nej.")]).await;
    assert!(late.status == 303 && lone.get(&path).await.has("Ja, i egen bil."), "the first answer stays");
}

#[db_test]
async fn a_notice_is_receipted_without_a_mail(db: Db) {
    let house = house(db).await;
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    let tells = [("slags", "notice"), ("emne", "Pause i januar"), ("tekst", "Lokalet bliver malet.")];
    let sent = lone.post("/henvendelser/ny", &tells).await;
    let path = sent.location.split('?').next().unwrap().to_owned();
    let mut asta = house.signed_in(house.town.coordinator).await;
    assert!(asta.get("/overblik").await.has("Pause i januar"));
    assert_eq!(asta.post(&format!("{path}/svar"), &[]).await.status, 303);
    assert!(lone.get(&path).await.has("Læst af"));
    assert!(house.mails().await.is_empty());
    assert!(!asta.get("/overblik").await.has("Pause i januar"));
}

#[db_test]
async fn the_same_page_sent_again_is_the_same_enquiry_and_other_words_are_another(db: Db) {
    let house = house(db).await;
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    let form = lone.get("/henvendelser/ny").await.location;
    assert!(lone.get(&form).await.has(&format!("action=\"{form}\"")), "{form}");
    let asks = [("slags", "help"), ("emne", "Biler"), ("tekst", "Må frivillige køre?")];
    let first = lone.post(&form, &asks).await.location;
    assert_eq!(lone.post(&form, &asks).await.location, first);
    let back = lone.get(&form).await.location;
    assert_eq!(first.split('?').next(), Some(back.as_str()), "whoever goes back sees what was sent");
    let other = [asks[0], asks[1], ("tekst", "Må frivillige køre bus?")];
    assert_ne!(lone.post(&form, &other).await.location, first);
    let list = lone.get("/henvendelser").await;
    assert!(list.has("2 venter"), "{}", list.body);
    // An address of somebody else's is nobody's way to what they wrote.
    let mut erik = house.signed_in(house.town.contact_school).await;
    assert_eq!(erik.get(&form).await.status, 200);
}
