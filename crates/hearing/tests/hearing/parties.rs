//! Who is asked: proposed with a reason, invited once, reminded twice, and heard with one press.

use samskab_hearing::{
    party::{Party, PartyAnswer},
    store,
};
use samskab_store::{Stamp, db_test};

use super::*;

/// An open hearing in which Ældresagen is asked: its path, and that of the link in their letter.
async fn asked_by_letter(house: &House, asta: &mut Browser<'_>) -> (String, String) {
    let path = draft(asta, "at_once").await;
    asta.post(&format!("{path}/parter"), &[("navn", "Ældresagen"), ("email", "aeldre@post.example")]).await;
    asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    asta.post(&format!("{path}/aabn"), &[]).await;
    work(house).await;
    let own = link(&mail_to(house, "aeldre@post.example").await, "/hoeringspart/");
    (path, own)
}

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
    assert!(house.visitor().get(&format!("{path}/parter.csv")).await.has("Ingen bemærkninger"));
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
    let (path, own) = asked_by_letter(&house, &mut asta).await;
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
    let again = house.visitor().post(&format!("{path}/svar"), &fields).await;
    assert!(again.location.ends_with("gemt=modtaget"), "it is confirmed already: {}", again.location);
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

#[db_test]
async fn a_body_is_chosen_and_whoever_is_called_like_a_body_is_that_body(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    let parties = format!("{path}/parter");
    // By hand, in other letters.
    let by_hand = [("navn", "frivilligrådet"), ("email", "raad@post.example")];
    assert_eq!(asta.post(&parties, &by_hand).await.status, 303);
    let council = party(&house, &path, "Frivilligrådet").await;
    assert!(council.body.is_some(), "{council:?}");
    let page = asta.get(&parties).await;
    let proposed = format!("name=\"organ\" value=\"{}\"", council.body.unwrap());
    assert!(!page.has(&proposed), "it is asked: {}", page.body);
    let again = asta.post(&parties, &by_hand).await;
    assert!(again.status == 422 && again.has("Frivilligrådet er allerede blandt dem"), "{}", again.body);
    // Any body of the municipality can be chosen, also one without a right to be heard.
    let choice =
        page.body.split("id=\"gruppe\"").nth(1).unwrap().split("</select>").next().unwrap().to_owned();
    let mut others = choice
        .split("value=\"")
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .filter(|id| id.len() == 36);
    let (other, third) = (others.next().expect("another body"), others.next().expect("a third body"));
    assert_eq!(asta.post(&parties, &[("gruppe", &other)]).await.status, 303);
    let two = [("gruppe", other.as_str()), ("navn", "Beboerne på Åvej")];
    assert_eq!(asta.post(&parties, &two).await.status, 422, "it is asked already");
    // Nothing that was chosen or typed is dropped without a word.
    let handball = house.town.handball.to_string();
    let third = ("gruppe", third.as_str());
    for two in [
        [third, ("navn", "Beboerne på Åvej")],
        [third, ("forening", handball.as_str())],
        [("forening", handball.as_str()), ("navn", "Beboerne på Åvej")],
    ] {
        let refused = asta.post(&parties, &two).await;
        assert!(refused.status == 422 && refused.has("kun én part ad gangen"), "{}", refused.body);
    }
    let mut reader = house.db.read().await.unwrap();
    let all = store::parties(&mut reader, house.town.tenant, id(&path)).await.unwrap();
    assert_eq!(all.iter().filter(|party| party.body.is_some()).count(), 2, "{all:?}");
}

#[db_test]
async fn an_announced_hearing_is_known_before_it_opens_and_its_text_is_not(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    let later: Vec<(&str, &str)> = plan("at_once")
        .into_iter()
        .map(|(name, value)| (name, if name == "aabner" { "2026-03-05" } else { value }))
        .collect();
    assert_eq!(rewritten(&mut asta, &path, &later).await.status, 303);
    asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    assert_eq!(house.visitor().get(&path).await.status, 404, "a draft is its makers' own");
    assert_eq!(asta.post(&format!("{path}/aabn"), &[]).await.location, path);
    let mut visitor = house.visitor();
    let page = visitor.get(&path).await;
    assert!(page.status == 200 && page.has("Høringen åbner"), "{}", page.body);
    assert!(!page.has("Vi tror på fællesskab.") && !page.has("svar.csv"), "{}", page.body);
    assert!(visitor.get("/hoeringer").await.has("Frivilligpolitik"));
    assert_eq!(visitor.get(&format!("{path}/svar.json")).await.status, 404);
    house.clock.set(Day::of(2026, 3, 5).at(9, 0));
    assert!(house.visitor().get(&path).await.has("Vi tror på fællesskab."));
}

#[db_test]
async fn a_draft_names_the_headings_under_which_nothing_is_written(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = "# Forord\n\n# Værdier\n\nVi tror på fællesskab.\n\n# Bilag";
    let fields: Vec<(&str, &str)> = plan("at_once")
        .into_iter()
        .map(|(name, value)| (name, if name == "tekst" { text } else { value }))
        .collect();
    let planned = asta.post("/hoeringer/ny", &fields).await;
    let path = planned.location.trim_end_matches("/parter").to_owned();
    for page in [path.clone(), format!("{path}/parter")] {
        let page = asta.get(&page).await;
        assert!(page.has("2 overskrifter har ingen tekst under sig: Forord, Bilag."), "{}", page.body);
    }
}

#[db_test]
async fn whoever_comes_by_the_link_of_a_party_reads_what_is_true_for_them(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (path, own) = asked_by_letter(&house, &mut asta).await;
    let secret = own.rsplit('/').next().unwrap();
    let known = "Svaret er modtaget, så snart du sender det";
    let by_link = house.visitor().get(&format!("{path}/svar?part={secret}")).await;
    assert!(by_link.has(known) && !by_link.has("Følg det for at bekræfte"), "{}", by_link.body);
    let stranger = house.visitor().get(&format!("{path}/svar")).await;
    assert!(!stranger.has(known) && stranger.has("Følg det for at bekræfte"), "{}", stranger.body);
}

async fn address_of(house: &House, person: samskab_organisation::person::PersonId) -> String {
    let mut reader = house.db.read().await.unwrap();
    let tenant = house.town.tenant;
    let found = samskab_organisation::person::store::find(&mut reader, tenant, person).await.unwrap();
    found.unwrap().email.unwrap().to_string()
}

#[db_test]
async fn a_chair_who_is_signed_in_answers_as_the_association_that_was_asked(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    let handball = house.town.handball.to_string();
    asta.post(&format!("{path}/parter"), &[("forening", &handball)]).await;
    asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    asta.post(&format!("{path}/aabn"), &[]).await;
    let mut reader = house.db.read().await.unwrap();
    let all = store::parties(&mut reader, house.town.tenant, id(&path)).await.unwrap();
    drop(reader);
    let name = all.into_iter().find(|one| one.association == Some(house.town.handball)).unwrap().name;
    let email = address_of(&house, house.town.chair_handball).await;
    let mut chair = house.signed_in(house.town.chair_handball).await;
    // Nobody types what is known.
    let form = chair.get(&format!("{path}/svar")).await;
    assert!(form.has(&format!("value=\"{name}\"")) && form.has(&email), "{}", form.body);
    let fields = [
        ("tekst", "Vi bakker op."),
        ("navn", "Formand Prøve"),
        ("email", email.as_str()),
        ("hvem", "association"),
        ("paa_vegne", name.as_str()),
    ];
    let sent = chair.post(&format!("{path}/svar"), &fields).await;
    assert!(sent.location.ends_with("gemt=modtaget"), "{}", sent.location);
    assert_eq!(party(&house, &path, &name).await.answer, PartyAnswer::Response);
    assert!(house.visitor().get(&path).await.has("Vi bakker op."), "nobody has to look at it first");
    // The same person may also speak for themselves.
    let own = [
        ("tekst", "Jeg er ikke enig."),
        ("navn", "Prøve Formand"),
        ("email", email.as_str()),
        ("hvem", "citizen"),
        ("paa_vegne", name.as_str()),
    ];
    chair.post(&format!("{path}/svar"), &own).await;
    let public = house.visitor().get(&format!("{path}/svar.csv")).await;
    assert!(
        public.has("Prøve Formand") && !public.has(&format!("{name} ved Prøve Formand")),
        "{}",
        public.body
    );
}

#[db_test]
async fn whoever_keeps_the_hearing_says_whose_answer_it_is(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (path, _) = asked_by_letter(&house, &mut asta).await;
    let asked = party(&house, &path, "Ældresagen").await;
    let fields = [
        ("tekst", "Vi bakker op."),
        ("navn", "Formand Prøve"),
        ("email", "privat@post.example"),
        ("hvem", "association"),
        ("paa_vegne", "Ældresagen"),
    ];
    let mut chair = house.visitor();
    chair.post(&format!("{path}/svar"), &fields).await;
    let own = link(&mail_to(&house, "privat@post.example").await, "/hoeringssvar/");
    chair.post(&format!("{own}/bekraeft"), &[]).await;
    let receipt = mail_to(&house, "privat@post.example").await;
    assert!(receipt.body.contains("En medarbejder ser på det"), "{}", receipt.body);
    // As after Back in the browser: nothing is too late.
    chair.post(&format!("{own}/bekraeft"), &[]).await;
    let page = chair.get(&own).await;
    assert!(page.has("allerede bekræftet") && !page.has("ikke ændres længere"), "{}", page.body);
    let one = incoming(&mut asta, &path).await;
    assert!(asta.get(&one).await.has("vælg så, om det er deres svar"));
    assert!(!house.visitor().get(&path).await.has("Vi bakker op."));
    let is_theirs = asked.id.to_string();
    assert_eq!(asta.post(&format!("{one}/part"), &[("part", is_theirs.as_str())]).await.status, 303);
    assert_eq!(party(&house, &path, "Ældresagen").await.answer, PartyAnswer::Response);
    assert!(house.visitor().get(&path).await.has("Vi bakker op."), "it waited for nothing else");
    assert!(asta.get(&one).await.has("Svar fra parten"));
    // It was a mistake.
    asta.post(&format!("{one}/part"), &[("part", "")]).await;
    assert_eq!(party(&house, &path, "Ældresagen").await.answer, PartyAnswer::None);
}

#[db_test]
async fn a_body_that_nobody_leads_is_written_to_by_choice_and_one_does_not_answer_for_all_unseen(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    let parties = format!("{path}/parter");
    let page = asta.get(&parties).await;
    let organs: Vec<&str> = page.body.split("name=\"organ\" value=\"").skip(1).collect();
    let organs: Vec<String> =
        organs.into_iter().map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    asta.post(&format!("{parties}/foreslaaet"), &[("organ", &organs[0])]).await;
    // All others are left out at once.
    let mut others: Vec<(&str, &str)> = organs[1..].iter().map(|one| ("organ", one.as_str())).collect();
    others.push(("grund", "Det rører dem ikke."));
    assert_eq!(asta.post(&format!("{parties}/udelad"), &others).await.status, 303);
    let page = asta.get(&parties).await;
    assert!(!page.has("Bør høres") && page.has("leder gruppens møder"), "{}", page.body);
    assert_eq!(page.body.matches("Det rører dem ikke.").count(), 1, "the reason stands once");
    let choose = format!("/hoeringsparter/{}", after_slash(&page.body, "/hoeringsparter/"));
    assert_eq!(asta.post(&format!("{choose}/modtager"), &[("email", "")]).await.status, 422);
    let to = [("email", "formand@post.example")];
    assert_eq!(asta.post(&format!("{choose}/modtager"), &to).await.status, 303);
    assert!(asta.get(&parties).await.has("formand@post.example"));
    asta.post(&format!("{path}/aabn"), &[]).await;
    work(&house).await;
    let own = link(&mail_to(&house, "formand@post.example").await, "/hoeringspart/");
    assert!(house.visitor().get(&own).await.has("Du svarer for hele"));
    house.visitor().post(&format!("{own}/ingen-bemaerkninger"), &[]).await;
    let page = asta.get(&parties).await;
    assert!(page.has("med linket i mailen til formand@post.example") && page.has("Spørg, om svaret gælder"));
    assert_eq!(asta.post(&format!("{choose}/ikke-svaret"), &[]).await.status, 303);
    assert!(asta.get(&parties).await.has("Har ikke svaret"));
}

/// The next part of an address.
fn after_slash<'a>(body: &'a str, before: &str) -> &'a str {
    body.split(before).nth(1).expect(before).split(['/', '"']).next().unwrap()
}
