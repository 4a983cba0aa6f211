//! A hearing of the same text: what was said there is answered there, and counts here.

use samskab_hearing::{
    hearing::{Hearing, HearingState},
    party::{Party, PartyAnswer},
    remark::{Remark, Verdict},
    response::{HoldReason, Part, Response, ResponseState, SenderKind},
    source::{HearingDraft, from_text},
    store as hearings,
};
use samskab_kernel::{Instant, Locale};
use samskab_organisation::body::HearingStrength;
use samskab_store::{Stamp, Tx, db_test};
use samskab_voices::coverage::coverage;
use samskab_writing::store as texts;

use super::*;

/// A hearing of the text that is over, with an answer of the council and one without a name, to the first paragraph each.
async fn heard(house: &House, text: &str, body: samskab_organisation::body::BodyId) -> Hearing {
    let (tenant, now) = (house.town.tenant, house.clock.now());
    let mut tx = house.db.begin(Stamp { tenant, actor: None, now }).await.unwrap();
    let text = texts::locked(&mut tx, id_of(text)).await.unwrap().unwrap();
    let version = texts::keep_version(&mut tx, &text, "Hørt", None, now).await.unwrap();
    let draft = HearingDraft {
        title: "Høring om frivilligpolitik".into(),
        why: String::new(),
        next: String::new(),
        contact: String::new(),
        case_number: String::new(),
        kle: String::new(),
        publication: samskab_hearing::hearing::Publication::AtOnce,
        period: samskab_hearing::period::Period {
            opens_at: now.plus_days(-20),
            closes_at: now.plus_days(-1),
        },
        four_eyes: false,
    };
    let hearing = from_text(&mut tx, draft, &text, &version).await.unwrap();
    let hearing = Hearing { state: HearingState::Announced, ..hearing };
    hearings::save(&mut tx, &hearing).await.unwrap();
    let party = Party {
        id: tx.new_id(),
        hearing: hearing.id,
        body: Some(body),
        association: None,
        name: "Frivilligrådet".into(),
        email: None,
        basis: HearingStrength::Local,
        reason: String::new(),
        answer: PartyAnswer::Response,
        answered_at: Some(now),
        invited_at: None,
        week_at: None,
        day_at: None,
        told_at: None,
        created_at: now,
    };
    hearings::add_party(&mut tx, &party).await.unwrap();
    let block = hearings::blocks(&mut tx, tenant, hearing.id).await.unwrap()[0].id;
    for (number, party, is_nameless) in [(1, Some(party.id), false), (2, None, true)] {
        let response = response(&mut tx, &hearing, number, now);
        let response = Response { party, is_nameless, ..response };
        hearings::add_response(&mut tx, &response).await.unwrap();
        let part = Part {
            id: tx.new_id(),
            hearing: hearing.id,
            response: response.id,
            block: Some(block),
            place: 1,
            said: format!("Svar {number} om kaffe."),
            shown: None,
            shown_reason: String::new(),
        };
        hearings::add_part(&mut tx, &part).await.unwrap();
        let remark = Remark::of(tx.new_id(), &part);
        hearings::add_remark(&mut tx, &remark).await.unwrap();
    }
    tx.commit().await.unwrap();
    hearing
}

fn response(tx: &mut Tx, hearing: &Hearing, number: i64, now: Instant) -> Response {
    Response {
        id: tx.new_id(),
        hearing: hearing.id,
        party: None,
        person: None,
        number: Some(number),
        kind: SenderKind::Citizen,
        name: "Prøve Testesen".into(),
        on_behalf_of: String::new(),
        email: None,
        locale: Locale::Da,
        is_nameless: false,
        is_closed: false,
        state: ResponseState::Confirmed,
        sent_at: Some(now),
        published_at: Some(now),
        held: HoldReason::No,
        hidden_reason: String::new(),
        told_at: None,
        replied_at: None,
        version: 1,
        created_at: now,
        updated_at: now,
    }
}

/// Every remark of the council is used; those of others are not.
async fn assessed(house: &House, hearing: &Hearing) {
    let (tenant, now) = (house.town.tenant, house.clock.now());
    let mut tx = house.db.begin(Stamp { tenant, actor: None, now }).await.unwrap();
    for (remark, verdict) in hearings::remarks(&mut tx, tenant, hearing.id)
        .await
        .unwrap()
        .into_iter()
        .zip([Verdict::Used, Verdict::NotUsed])
    {
        let remark = Remark { verdict: Some(verdict), assessment: "Fordi.".into(), ..remark };
        hearings::save_remark(&mut tx, &remark).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[db_test]
async fn what_was_said_in_a_hearing_is_answered_there_and_counts_here(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let block = write(&mut asta, &text, "Vi har kaffe.").await;
    let bodies = {
        let mut reader = house.db.read().await.unwrap();
        body::all(&mut reader, house.town.tenant, house.clock.now().day()).await.unwrap()
    };
    let council = bodies.iter().find(|body| body.name == "Frivilligrådet").unwrap();
    let hearing = heard(&house, &text, council.id).await;
    let counts = async || {
        let mut reader = house.db.read().await.unwrap();
        let (tenant, today) = (house.town.tenant, house.clock.now().day());
        let given = samskab_hearing::given::of_text(&mut reader, tenant, id_of(&text)).await.unwrap();
        let total = coverage(&mut reader, (tenant, today), id_of(&text), &given).await.unwrap().total;
        (total.all, total.invited, total.heard, total.reflected)
    };
    // Whoever was asked there is with it, and is heard; nothing is used yet, and something waits.
    assert_eq!(counts().await, (1, 1, 1, 0));
    assert!(!is_settled(&house, &text).await, "the rule asks the hearing, too");
    let voices = format!("{text}/stemmer");
    let page = asta.get(&voices).await;
    assert!(page.has("2 bemærkninger i høringer mangler svar") && page.has("2 svar, frist"), "{}", page.body);
    let list = asta.get(&format!("{voices}/deltagere")).await;
    assert!(list.has("Frivilligrådet") && list.has("spurgt i en høring"), "{}", list.body);
    // Written down here as well it is one, not two.
    let id = council.id.to_string();
    assert_eq!(asta.post(&format!("{voices}/deltagere"), &[("organ", &id)]).await.status, 303);
    assert_eq!(counts().await, (1, 1, 1, 0));
    assessed(&house, &hearing).await;
    assert_eq!(counts().await, (1, 1, 1, 0), "what is used is known when the note is published");
    assert!(is_settled(&house, &text).await);
    // The paragraph that an answer changed has its cause.
    let changes = format!("{voices}/aendringer?fra=1");
    rewrite(&mut asta, &block, "Vi har kaffe.", "Vi har kaffe og te.", "2").await;
    let page = asta.get(&changes).await;
    assert!(
        page.has("Nogen har svaret på en høring") && page.has("Alle ændringer har en årsag"),
        "{}",
        page.body
    );
    // Everybody reads that there was a hearing; what came of it only when the note is published.
    assert_eq!(asta.post(&format!("{voices}/vis"), &[]).await.status, 303);
    let public = house.visitor().get(&format!("{voices}/offentlig")).await;
    assert!(public.has("Høring om frivilligpolitik") && public.has("2 svar, frist"), "{}", public.body);
    assert!(!public.has("1 taget med") && !public.has("/notat"), "{}", public.body);
    {
        let (tenant, now) = (house.town.tenant, house.clock.now());
        let mut tx = house.db.begin(Stamp { tenant, actor: None, now }).await.unwrap();
        hearings::save(&mut tx, &Hearing { state: HearingState::Answered, ..hearing.clone() }).await.unwrap();
        tx.commit().await.unwrap();
    }
    let public = house.visitor().get(&format!("{voices}/offentlig")).await;
    assert!(public.has("1 taget med, 0 delvist, 1 ikke taget med"), "{}", public.body);
    assert!(public.has(&format!("/hoeringer/{}/notat", hearing.id)), "{}", public.body);
    assert!(!public.has("Prøve Testesen") && !public.has("Svar 1"), "words and names stand in the note");
    let note = house.visitor().get(&format!("/hoeringer/{}/notat", hearing.id)).await;
    assert!(note.has("1 taget med, 0 delvist, 1 ikke taget med"), "the same number: {}", note.body);
    for end in ["pdf", "docx"] {
        assert_eq!(house.visitor().get(&format!("{voices}/offentlig.{end}")).await.status, 200, "{end}");
    }
    assert_eq!(counts().await, (1, 1, 1, 1));
    let json = asta.get(&format!("{voices}.json")).await;
    assert!(
        json.has("\"responses\":2") && json.has("\"used\":1") && json.has("\"reflected\":1"),
        "{}",
        json.body
    );
    let csv = asta.get(&format!("{voices}.csv")).await;
    assert!(csv.has("hearing_of_text") && csv.has("Høringsnotat:"), "{}", csv.body);
}
