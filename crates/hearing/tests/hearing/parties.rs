//! Who is asked: proposed with a reason, invited once, reminded twice, and heard with one press.

use samskab_hearing::{
    party::{Party, PartyAnswer},
    store,
};
use samskab_store::{Stamp, db_test};

use super::*;

#[db_test]
async fn nobody_with_a_right_to_be_heard_is_forgotten(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    let parties = format!("{path}/parter");
    let page = asta.get(&parties).await;
    assert!(page.has("Bør høres"), "{}", page.body);
    let blocked = asta.post(&format!("{path}/aabn"), &[]).await;
    assert_eq!(blocked.location, parties, "a hearing does not open past them");
    let organ =
        page.body.split("name=\"organ\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let silent = asta.post(&format!("{parties}/udelad"), &[("organ", &organ), ("grund", "")]).await;
    assert_eq!(silent.status, 422, "not without a reason");
    let left = asta
        .post(&format!("{parties}/udelad"), &[("organ", &organ), ("grund", "De har selv skrevet det.")])
        .await;
    assert_eq!(left.status, 303);
    assert!(asta.get(&parties).await.has("De har selv skrevet det."));
    asta.post(&format!("{parties}/foreslaaet"), &[]).await;
    let handball = house.town.handball.to_string();
    assert_eq!(asta.post(&parties, &[("forening", &handball)]).await.status, 303);
    assert_eq!(asta.post(&parties, &[("navn", "")]).await.status, 422);
    let free =
        [("navn", "Pårørendelisten"), ("email", "paaroerende@post.example"), ("hvorfor", "Kender hverdagen")];
    assert_eq!(asta.post(&parties, &free).await.status, 303);
    assert_eq!(asta.post(&format!("{path}/aabn"), &[]).await.location, path);
    work(&house).await;
    let mail = mail_to(&house, "paaroerende@post.example").await;
    assert!(mail.subject == "Høring: Frivilligpolitik" && mail.body.contains("Kender hverdagen"), "{mail:?}");
    let before = mails(&house).await.len();
    work(&house).await;
    assert_eq!(mails(&house).await.len(), before, "invited once");
    // A week before, and a day before, each once.
    house.clock.set(closing().plus_days(-7).plus(samskab_kernel::jiff::SignedDuration::from_mins(5)));
    work(&house).await;
    assert!(mail_to(&house, "paaroerende@post.example").await.subject.starts_with("Husk at svare"));
    let reminded = mails(&house).await.len();
    house.clock.set(closing().plus_days(-5));
    work(&house).await;
    assert_eq!(mails(&house).await.len(), reminded);
    // No remarks, with one press; and no more reminders.
    let own = link(&mail_to(&house, "paaroerende@post.example").await, "/hoeringspart/");
    assert!(house.visitor().get(&own).await.has("Vi har ingen bemærkninger"));
    assert_eq!(house.visitor().post(&format!("{own}/ingen-bemaerkninger"), &[]).await.status, 303);
    let of_party = |all: &[samskab_mail::Posted]| {
        all.iter().filter(|mail| mail.to.to_string() == "paaroerende@post.example").count()
    };
    let mails_before = of_party(&mails(&house).await);
    house.clock.set(closing().plus_days(-1).plus(samskab_kernel::jiff::SignedDuration::from_mins(5)));
    work(&house).await;
    assert_eq!(of_party(&mails(&house).await), mails_before);
    let mut asta = house.signed_in(house.town.coordinator).await;
    assert!(asta.get(&parties).await.has("Ingen bemærkninger"));
    assert!(house.visitor().get(&format!("{path}/parter.csv")).await.has("no_remarks"));
}

#[db_test]
async fn an_extension_and_a_cancellation_reach_everybody_who_counted_on_it(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    let free = [("navn", "Pårørendelisten"), ("email", "paaroerende@post.example")];
    asta.post(&format!("{path}/parter"), &free).await;
    asta.post(&format!("{path}/parter"), &[("navn", "Beboerne på Åvej")]).await;
    asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    asta.post(&format!("{path}/aabn"), &[]).await;
    work(&house).await;
    let own = confirmed(&house, &path, "svar@post.example", "Godt forslag.").await;
    let page = asta.get(&format!("{path}/frist")).await;
    assert!(page.has("ingen mailadresse, så giv d"), "{}", page.body);
    let earlier = [("lukker", "2026-03-10"), ("lukker_kl", "12:00"), ("hvorfor", "Vi har travlt.")];
    assert_eq!(asta.post(&format!("{path}/frist"), &earlier).await.status, 422, "nobody is shut out");
    let later = [("lukker", "2026-03-12"), ("lukker_kl", "10:00"), ("hvorfor", "Vinterferie.")];
    assert_eq!(asta.post(&format!("{path}/frist"), &later).await.status, 303);
    work(&house).await;
    for email in ["paaroerende@post.example", "svar@post.example"] {
        let mail = mail_to(&house, email).await;
        assert!(mail.subject.starts_with("Længere frist") && mail.body.contains("Vinterferie."), "{mail:?}");
    }
    assert!(house.visitor().get(&path).await.has("Fristen er forlænget"));
    assert_eq!(asta.post(&format!("{path}/aflys"), &[]).await.status, 422, "not without a reason");
    let off = asta.post(&format!("{path}/aflys"), &[("hvorfor", "Forslaget er trukket tilbage.")]).await;
    assert_eq!(off.status, 303);
    work(&house).await;
    for email in ["paaroerende@post.example", "svar@post.example"] {
        assert!(mail_to(&house, email).await.subject.starts_with("Aflyst"));
    }
    assert!(house.visitor().get(&path).await.has("Forslaget er trukket tilbage."));
    assert!(!house.visitor().get(&own).await.has("Svar på et afsnit mere"));
    assert_eq!(hearing(&house, &path).await.state, samskab_hearing::hearing::HearingState::CalledOff);
}

#[db_test]
async fn a_party_answers_by_its_link_and_is_counted_as_heard(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    asta.post(&format!("{path}/parter"), &[("navn", "Ældresagen"), ("email", "aeldre@post.example")]).await;
    asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    asta.post(&format!("{path}/aabn"), &[]).await;
    work(&house).await;
    let own = link(&mail_to(&house, "aeldre@post.example").await, "/hoeringspart/");
    let secret = own.rsplit('/').next().unwrap();
    // The same words from somebody who did not come by the link are another answer.
    let stranger = [
        ("tekst", "Vi bakker op."),
        ("navn", "Formand Prøve"),
        ("email", "aeldre@post.example"),
        ("hvem", "association"),
        ("paa_vegne", "Ældresagen"),
    ];
    assert_eq!(house.visitor().post(&format!("{path}/svar"), &stranger).await.status, 303);
    let form = house.visitor().get(&format!("{path}/svar?part={secret}")).await;
    assert!(form.has("value=\"Ældresagen\""), "{}", form.body);
    let fields = [
        ("tekst", "Vi bakker op."),
        ("navn", "Formand Prøve"),
        ("email", "aeldre@post.example"),
        ("hvem", "association"),
        ("paa_vegne", "Ældresagen"),
        ("part", secret),
    ];
    let sent = house.visitor().post(&format!("{path}/svar"), &fields).await;
    assert!(sent.location.ends_with("gemt=modtaget"), "{}", sent.location);
    house.visitor().post(&format!("{path}/svar"), &fields).await;
    assert_eq!(hearing(&house, &path).await.sent, 2, "by the link once, although it is sent twice");
    assert!(house.visitor().get(&path).await.has("Vi bakker op."));
    assert!(asta.get(&format!("{path}/parter")).await.has("Har svaret"));
    assert!(house.visitor().get(&own).await.has("I har svaret"));
}

async fn party(house: &House, path: &str, name: &str) -> Party {
    let mut reader = house.db.read().await.unwrap();
    let all = store::parties(&mut reader, house.town.tenant, id(path)).await.unwrap();
    all.into_iter().find(|party| party.name == name).unwrap()
}

#[db_test]
async fn who_answers_while_a_letter_is_written_has_answered(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    asta.post(&format!("{path}/parter"), &[("navn", "Ældresagen"), ("email", "aeldre@post.example")]).await;
    asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    asta.post(&format!("{path}/aabn"), &[]).await;
    let asked = party(&house, &path, "Ældresagen").await;
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let answered = Party { answer: PartyAnswer::NoRemarks, answered_at: Some(stamp.now), ..asked.clone() };
    store::save_party(&mut tx, &answered).await.unwrap();
    // The letters are written meanwhile: on SQLite they wait, on PostgreSQL they read the party as it was.
    let commit = async {
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        tx.commit().await.unwrap();
    };
    futures_util::join!(work(&house), commit);
    assert_eq!(party(&house, &path, "Ældresagen").await.answer, PartyAnswer::NoRemarks);
    // Nor does an answer undo the mark of a letter.
    let mut tx = house.db.begin(stamp).await.unwrap();
    store::mark_invited(&mut tx, asked.id).await.unwrap();
    store::save_party(&mut tx, &answered).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(party(&house, &path, "Ældresagen").await.invited_at, Some(stamp.now));
}

#[db_test]
async fn a_draft_that_is_taken_back_was_no_answer(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    asta.post(&format!("{path}/parter"), &[("navn", "Ældresagen"), ("email", "aeldre@post.example")]).await;
    asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    asta.post(&format!("{path}/aabn"), &[]).await;
    work(&house).await;
    let own = link(&mail_to(&house, "aeldre@post.example").await, "/hoeringspart/");
    let send = async |button: &str| {
        let fields = [
            ("tekst", "Vi bakker op."),
            ("navn", "Formand Prøve"),
            ("email", "aeldre@post.example"),
            ("hvem", "association"),
            ("paa_vegne", "Ældresagen"),
            ("part", own.rsplit('/').next().unwrap()),
            ("knap", button),
        ];
        assert_eq!(house.visitor().post(&format!("{path}/svar"), &fields).await.status, 303);
        link(&mail_to(&house, "aeldre@post.example").await, "/hoeringssvar/")
    };
    let kept = send("kladde").await;
    let sent = send("").await;
    assert_eq!(house.visitor().post(&format!("{kept}/traek-tilbage"), &[]).await.status, 303);
    assert_eq!(party(&house, &path, "Ældresagen").await.answer, PartyAnswer::Response);
    assert_eq!(house.visitor().post(&format!("{sent}/traek-tilbage"), &[]).await.status, 303);
    assert_eq!(party(&house, &path, "Ældresagen").await.answer, PartyAnswer::None);
}

#[db_test]
async fn a_draft_says_that_it_is_short_and_who_gets_a_mail(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    asta.post(&format!("{path}/parter"), &[("navn", "Beboerne på Åvej")]).await;
    asta.post(&format!("{path}/parter"), &[("navn", "Haveklubben"), ("email", "have@klub.example")]).await;
    for page in [path.clone(), format!("{path}/parter")] {
        let page = asta.get(&page).await;
        assert!(page.has("Høringen varer kun 9 dage"), "{}", page.body);
        assert!(page.has("1 part får en mail, når høringen åbner."), "{}", page.body);
        assert!(page.has("Ingen mailadresse: Beboerne på Åvej."), "{}", page.body);
    }
    let page = asta.get(&path).await;
    assert!(page.has("2 parter bliver spurgt") && !page.has("2 parter er spurgt"), "{}", page.body);
    assert!(page.has("9 dage</dd>"), "the same length everywhere: {}", page.body);
}
