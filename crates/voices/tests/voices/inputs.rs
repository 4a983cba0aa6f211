//! What was said, one by one, many at once and from the notes of a meeting; and that each ends in a state.

use samskab_store::db_test;
use samskab_voices::{
    input::{InputKind, InputState},
    settled::concerns,
};

use super::*;

#[db_test]
async fn an_input_says_its_group_and_holds_no_number_of_a_person(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let new = format!("{text}/stemmer/input/nyt");
    let empty = asta.post(&new, &[("tekst", "Mere kørsel.")]).await;
    assert!(empty.status == 422 && empty.has("hvem-error") && empty.has("Mere kørsel."), "{}", empty.body);
    let number = samskab_kernel::cpr::made_up();
    let typed = format!("Ring til {number}");
    let fields = |said| [("slags", "letter"), ("hvem", "Pårørende"), ("tekst", said), ("form", "summary")];
    let refused = asta.post(&new, &fields(&typed)).await;
    assert!(refused.status == 422 && refused.has("CPR"), "{}", refused.body);
    // An address is asked about, and may stay.
    let asked = asta.post(&new, &fields("Skriv til os@forening.example om kørsel.")).await;
    assert!(asked.status == 422 && asked.has("name=\"kontakt\""), "{}", asked.body);
    let mut allowed = fields("Skriv til os@forening.example om kørsel.").to_vec();
    allowed.push(("kontakt", "ja"));
    assert_eq!(asta.post(&new, &allowed).await.status, 303);
    let line = &inputs(&house, &text).await[0];
    assert_eq!((line.number, line.kind, line.state()), (1, InputKind::Letter, InputState::New));
    // Two who correct it at once: the second reads both.
    let edit = format!("{}/rediger", line.href());
    let version = hidden(&asta.get(&edit).await.body, "version");
    let typed = |said| {
        [
            ("slags", "letter"),
            ("hvem", "Pårørende"),
            ("tekst", said),
            ("form", "summary"),
            ("version", version.as_str()),
        ]
    };
    assert_eq!(asta.post(&edit, &typed("Kørsel om aftenen.")).await.status, 303);
    let late = asta.post(&edit, &typed("Kørsel i weekenden.")).await;
    assert!(late.status == 422, "{}", late.body);
    assert!(late.has("Kørsel om aftenen.") && late.has("Kørsel i weekenden."), "{}", late.body);
    let version = hidden(&late.body, "version");
    let again = [
        ("slags", "letter"),
        ("hvem", "Pårørende"),
        ("tekst", "Kørsel i weekenden."),
        ("form", "summary"),
        ("version", version.as_str()),
    ];
    assert_eq!(asta.post(&edit, &again).await.status, 303);
    assert_eq!(inputs(&house, &text).await[0].begins, "Kørsel i weekenden.");
}

#[db_test]
async fn many_are_shown_before_they_are_kept(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let many = format!("{text}/stemmer/input/mange");
    let pasted = "Mere tid\ntil kaffe.\n\nFærre skemaer.\n\n\nRing 12 34 56 78.";
    let mut fields =
        vec![("tekst", pasted), ("slags", "questionnaire"), ("hvem", "Frivillige i spørgeskemaet")];
    let preview = asta.post(&many, &fields).await;
    assert!(preview.status == 200 && preview.has("Det bliver til 3 input"), "{}", preview.body);
    assert!(preview.has("et telefonnummer"), "{}", preview.body);
    assert!(inputs(&house, &text).await.is_empty());
    fields.push(("knap", "gem"));
    assert_eq!(asta.post(&many, &fields).await.status, 303);
    let lines = inputs(&house, &text).await;
    let told: Vec<(i64, &str)> = lines.iter().map(|line| (line.number, line.begins.as_str())).collect();
    assert_eq!(told, [(1, "Mere tid\ntil kaffe."), (2, "Færre skemaer."), (3, "Ring 12 34 56 78.")]);
    assert!(asta.get(&format!("{text}/stemmer/input?vis=questionnaire")).await.has("Færre skemaer."));
}

#[db_test]
async fn notes_of_a_meeting_come_once_with_their_theme_and_later_ones_by_pressing_again(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let fields = [
        ("titel", "Dialogmøde om plejehjem"),
        ("om", "Hvad kan frivillige gøre?"),
        ("dag", "2026-03-03"),
        ("fra", "19:00"),
        ("til", "21:00"),
        ("sted", "Kulturhuset"),
        ("spoergsmaal", "none"),
        ("temaer", "Besøg\nGrænser"),
    ];
    let meeting = asta.post("/borgermoeder/nyt", &fields).await.location;
    assert_eq!(asta.post(&format!("{meeting}/aabn"), &[]).await.status, 303);
    house.clock.set(samskab_kernel::Day::of(2026, 3, 4).at(9, 0));
    let note =
        |group, theme, kind, said| [("gruppe", group), ("tema", theme), ("slags", kind), ("tekst", said)];
    for note in [
        note("Bord 1", "Besøg", "idea", "En besøgsven til alle."),
        note("Bord 2", "Grænser", "concern", "Vi frygter, at frivillige erstatter os."),
    ] {
        assert_eq!(asta.post(&format!("{meeting}/noter"), &note).await.status, 303);
    }
    let fetch = format!("{text}/stemmer/noter");
    assert!(asta.get(&fetch).await.has("0 af 2 noter er hentet"));
    let id = meeting.rsplit('/').next().unwrap().to_owned();
    for _ in 0..2 {
        assert_eq!(asta.post(&fetch, &[("borgermoede", &id)]).await.status, 303);
    }
    let lines = inputs(&house, &text).await;
    let told: Vec<(&str, &str, InputKind)> =
        lines.iter().map(|line| (line.source.as_str(), line.theme.as_str(), line.kind)).collect();
    assert_eq!(told, [("Bord 1", "Besøg", InputKind::Dialogue), ("Bord 2", "Grænser", InputKind::Concern)]);
    assert!(asta.get(&fetch).await.has("Alt er hentet"));
    asta.post(&format!("{meeting}/noter"), &note("Bord 3", "Besøg", "quote", "Bare spørg os.")).await;
    assert!(asta.get(&fetch).await.has("2 af 3 noter er hentet"));
    assert_eq!(asta.post(&fetch, &[("borgermoede", &id)]).await.status, 303);
    assert_eq!(inputs(&house, &text).await.len(), 3);
    // A note that is deleted leaves what was fetched.
    let mut reader = house.db.read().await.unwrap();
    let notes = samskab_dialogue::store::notes(&mut reader, house.town.tenant, id.parse().unwrap());
    let first = notes.await.unwrap()[0].id;
    drop(reader);
    assert_eq!(asta.post(&format!("/moedenoter/{first}/slet"), &[]).await.status, 303);
    assert_eq!(inputs(&house, &text).await.len(), 3);
}

#[db_test]
async fn a_concern_gets_an_answer_of_its_own_and_what_is_set_aside_says_why(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let new = format!("{text}/stemmer/input/nyt");
    let mut fields = vec![
        ("slags", "concern"),
        ("hvem", "Medarbejdere på Solgården"),
        ("tekst", "De gode opgaver forsvinder fra os."),
        ("form", "quote"),
    ];
    let refused = asta.post(&new, &fields).await;
    assert!(refused.status == 422 && refused.has("grad-error"), "{}", refused.body);
    fields.push(("grad", "grave"));
    let concern = asta.post(&new, &fields).await.location;
    let other = said(&mut asta, &text, "Bord 4", "Kommunen skulle bygge en bro.").await;
    assert!(!is_settled(&house, &text).await);
    assert!(asta.get(&format!("{text}/stemmer")).await.has("Mangler svar: 2 input"));
    let no_reason = asta.post(&format!("{other}/laeg-til-side"), &[]).await;
    assert!(no_reason.status == 422 && no_reason.has("hvorfor-error"), "{}", no_reason.body);
    let why = [("hvorfor", "Handler ikke om frivillighed")];
    assert_eq!(asta.post(&format!("{other}/laeg-til-side"), &why).await.status, 303);
    let mut reader = house.db.read().await.unwrap();
    let bodies = body::all(&mut reader, house.town.tenant, house.clock.now().day()).await.unwrap();
    drop(reader);
    let med = bodies.iter().find(|body| body.kind == body::BodyKind::Med).unwrap();
    let no_med = asta.post(&format!("{concern}/svar"), &[("svar", "Nej."), ("med_dag", "2026-03-01")]).await;
    assert!(no_med.status == 422 && no_med.has("med-error"), "{}", no_med.body);
    let version = hidden(&asta.get(&concern).await.body, "udgave");
    let med_id = med.id.to_string();
    let answer = [
        ("svar", "Frivillige løser ikke medarbejdernes opgaver."),
        ("med", med_id.as_str()),
        ("med_dag", "2026-03-01"),
        ("udgave", version.as_str()),
    ];
    assert_eq!(asta.post(&format!("{concern}/svar"), &answer).await.status, 303);
    assert!(is_settled(&house, &text).await);
    let page = asta.get(&concern).await;
    assert!(page.has(&med.name) && page.has("1. marts"), "{}", page.body);
    let mut reader = house.db.read().await.unwrap();
    let told = concerns(&mut reader, house.town.tenant, id_of(&text)).await.unwrap();
    drop(reader);
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].state(), told[0].med), (InputState::Answered, Some(med.id)));
    // Somebody who answered from an older page reads what was answered.
    let late = [("svar", "Jo, lidt."), ("udgave", version.as_str())];
    let late = asta.post(&format!("{concern}/svar"), &late).await;
    assert!(late.status == 422 && late.has("Frivillige løser ikke medarbejdernes opgaver."), "{}", late.body);
    // Cutting what was set aside takes it up again.
    assert_eq!(asta.post(&format!("{other}/hele"), &[]).await.status, 303);
    let states: Vec<InputState> = inputs(&house, &text).await.iter().map(InputLine::state).collect();
    assert_eq!(states, [InputState::Answered, InputState::InWork]);
    assert_eq!(asta.post(&format!("{other}/slet"), &[]).await.location, other, "it is cut: it stays");
}
