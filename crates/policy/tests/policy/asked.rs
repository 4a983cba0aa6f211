//! Who is asked in a hearing of a policy's text: those whom its plan asks for.

use samskab_store::db_test;

use super::*;

#[db_test]
async fn a_hearing_of_the_text_proposes_whom_the_plan_asks_for_and_counts_whoever_was_written_by_hand(
    db: Db,
) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = begun(&world, &mut asta, "guide").await;
    let leader = world.house.town.position_coordinator.to_string();
    let fields = [
        ("titel", "Frivilligpolitik"),
        ("slags", "values"),
        ("om", "Hvad vi vil med ældre og mennesker med handicap."),
        ("leder", leader.as_str()),
    ];
    assert_eq!(asta.post(&format!("{path}/rediger"), &fields).await.status, 303);
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(plan.has("At Ældrerådet er blevet hørt."), "{}", plan.body);
    // Ældrerådet is there from the beginning, with its right by law. Neither the title nor the text of the hearing says a word of the elderly.
    let text = world.policy(&path).await.text.unwrap().to_string();
    let fields = [
        ("fra", text.as_str()),
        ("titel", "Frivilligpolitik"),
        ("hvorfor", "Vi vil vide, hvad du mener."),
        ("aabner", "2026-03-02"),
        ("aabner_kl", "09:00"),
        ("lukker", "2026-03-11"),
        ("lukker_kl", "12:00"),
        ("offentlig", "at_once"),
    ];
    let planned = asta.post("/hoeringer/ny", &fields).await;
    assert_eq!(planned.status, 303, "{}", planned.body);
    let hearing = planned.location.trim_end_matches("/parter").to_owned();
    let proposed = "<strong>Ældrerådet</strong>";
    let parties = asta.get(&format!("{hearing}/parter")).await;
    assert!(parties.has(proposed), "{}", parties.body);
    let by_hand = [("navn", "ældrerådet"), ("email", "aeldreraadet@post.example")];
    assert_eq!(asta.post(&format!("{hearing}/parter"), &by_hand).await.status, 303);
    let parties = asta.get(&format!("{hearing}/parter")).await;
    assert!(!parties.has(proposed) && parties.has("Ældrerådet"), "{}", parties.body);
    asta.post(&format!("{hearing}/parter/foreslaaet"), &[]).await;
    assert_eq!(asta.post(&format!("{hearing}/aabn"), &[]).await.location, hearing);
    world.house.clock.set(Day::of(2026, 3, 11).at(12, 0));
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(!plan.has("At Ældrerådet er blevet hørt."), "{}", plan.body);
}
