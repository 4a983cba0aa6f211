//! Those who would like to take part (CF-17): they sign up, are answered, take it back, and are forgotten.

use samskab_store::db_test;

use super::*;

const SIGNUP: [(&str, &str); 5] = [
    ("navn", "Ditte Idérig"),
    ("email", "ditte@borger.example"),
    ("fra", "association"),
    ("forening", "Fjordlund Håndbold"),
    ("hvorfor", "Vi vil gerne fortælle, hvad små foreninger har brug for."),
];

/// A shown policy that calls until 13 March; its path.
async fn calling(world: &World, asta: &mut Browser<'_>) -> String {
    let path = begun(world, asta, "guide").await;
    let hidden = [("opraab", "Vi søger tre til styregruppen."), ("frist", "2026-03-13")];
    let refused = asta.post(&format!("{path}/visning"), &hidden).await;
    assert!(refused.status == 422 && refused.has("synlig for alle"), "{}", refused.body);
    let undated = [("vis", "ja"), ("opraab", "Vi søger tre til styregruppen.")];
    assert_eq!(asta.post(&format!("{path}/visning"), &undated).await.status, 422);
    let all = [&[("vis", "ja")], hidden.as_slice()].concat();
    assert_eq!(asta.post(&format!("{path}/visning"), &all).await.status, 303);
    path
}

#[db_test]
async fn somebody_signs_up_is_answered_and_hears_when_nothing_comes_of_it(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = calling(&world, &mut asta).await;
    let mut ditte = house.visitor();
    assert!(ditte.get(&path).await.has("Vær med til at lave den"));
    let form = format!("{path}/vaer-med");
    let half = ditte.post(&form, &SIGNUP[..2]).await;
    assert!(half.status == 422 && half.has("value=\"Ditte Idérig\"") && half.has("id=\"hvorfor-error\""));
    let sent = ditte.post(&form, &SIGNUP).await;
    assert_eq!(sent.location, format!("{form}/tak"), "{}", sent.body);
    let receipt = house.mails().await.remove(0);
    assert_eq!(receipt.subject, "Tak, fordi du vil være med: Frivilligpolitik");
    assert!(!receipt.body.contains("små foreninger"), "what is typed goes to no stranger's address");
    // A second time nothing happens, and nobody can tell.
    assert_eq!(ditte.post(&form, &SIGNUP).await.location, format!("{form}/tak"));
    assert_eq!(house.mails().await.len(), 1);
    let list = asta.get(&format!("{path}/interesserede")).await;
    assert!(list.has("Ditte Idérig") && list.has("Fjordlund Håndbold"), "{}", list.body);
    assert!(asta.get("/overblik").await.has("1 vil gerne være med i »Frivilligpolitik«"));
    let one = list.body.split("href=\"/politik-interesserede/").nth(1).unwrap().split('"').next().unwrap();
    let to = format!("/politik-interesserede/{one}/med");
    assert_eq!(asta.post(&to, &[("svar", "Vi mødes mandag den 16.")]).await.status, 303);
    let again = asta.post(&to, &[]).await;
    assert!(says(&mut asta, &again, "Der er allerede svaret").await, "each is answered once");
    let mails = house.mails().await;
    assert!(mails.len() == 2 && mails[0].body.contains("Vi mødes mandag den 16."), "{}", mails[0].body);
    asta.post(&format!("{path}/stop"), &[("grund", "Vi venter et år.")]).await;
    world.work().await;
    let mails = house.mails().await;
    assert_eq!(mails[0].subject, "Stoppet: Frivilligpolitik");
    assert!(mails[0].body.contains("Vi venter et år."));
}

#[db_test]
async fn a_sign_up_is_taken_back_by_its_link_and_forgotten_half_a_year_later(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = calling(&world, &mut asta).await;
    let form = format!("{path}/vaer-med");
    let mut ditte = house.visitor();
    ditte.post(&form, &SIGNUP).await;
    let own = house.mailed_link().await;
    let page = ditte.get(&own).await;
    assert!(page.has("Du har meldt dig") && page.has("Venter på svar"), "{}", page.body);
    assert_eq!(ditte.post(&format!("{own}/traek-tilbage"), &[]).await.status, 303);
    assert_eq!(ditte.get(&own).await.status, 410);
    assert!(asta.get(&format!("{path}/interesserede")).await.has("Ingen har meldt sig"));
    let named = |email: &'static str| [&[("email", email)], &SIGNUP[..1], &SIGNUP[2..]].concat();
    house.visitor().post(&form, &named("bo@borger.example")).await;
    assert_eq!(house.mails().await.len(), 2);
    let count = async || {
        let mut reader = house.db.read().await.unwrap();
        store::signups(&mut reader, house.town.tenant, id(&path)).await.unwrap().len()
    };
    // The day after the last one nobody signs up any more.
    house.clock.set(Day::of(2026, 3, 14).at(9, 0));
    assert_eq!(house.visitor().post(&form, &named("eva@borger.example")).await.status, 404);
    world.work().await;
    assert_eq!(count().await, 1);
    house.clock.set(Day::of(2026, 9, 20).at(9, 0));
    world.work().await;
    assert_eq!(count().await, 0, "forgotten by itself");
}
