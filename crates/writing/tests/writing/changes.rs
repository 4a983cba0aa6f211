//! Anybody proposes other words for a paragraph; those who write the text answer, and nobody's words are lost on the way.

use samskab_kernel::{cpr, jiff::SignedDuration};
use samskab_writing::change::{ChangeProposal, ChangeState, store as changes};

use super::*;

const MEETS: &str = "Gruppen mødes to gange om året på rådhuset.";
const OPEN: &str = "Alle kan være med.";

/// A text that everybody reads, with two paragraphs.
async fn published(house: &House, asta: &mut Browser<'_>) -> (String, Vec<WrittenBlock>) {
    let path = begun(house, asta).await;
    write(asta, &path, "heading2", "Møder").await;
    write(asta, &path, "paragraph", MEETS).await;
    write(asta, &path, "paragraph", OPEN).await;
    publish(asta, &path).await;
    let blocks = blocks(house, &path).await;
    (path, blocks)
}

async fn publish(asta: &mut Browser<'_>, path: &str) {
    assert_eq!(asta.post(&format!("{path}/offentlig"), &[]).await.status, 303);
}

async fn mails_to(house: &House, email: &str) -> Vec<samskab_mail::Posted> {
    let mut reader = house.db.read().await.unwrap();
    let mut mails = samskab_mail::recent(&mut reader, house.town.tenant, 1000).await.unwrap();
    mails.retain(|mail| mail.to.to_string() == email);
    mails.reverse();
    // A mail breaks its lines where it likes.
    mails.iter_mut().for_each(|mail| mail.body = mail.body.split_whitespace().collect::<Vec<_>>().join(" "));
    mails
}

fn link(mail: &samskab_mail::Posted) -> String {
    let rest = mail.body.split("/mit-aendringsforslag/").nth(1).expect("a link");
    format!("/mit-aendringsforslag/{}", rest.split_whitespace().next().unwrap())
}

fn new_path(path: &str, block: &WrittenBlock, shape: &str) -> String {
    format!("{path}/aendringsforslag/nyt?afsnit={}&slags={shape}", block.id)
}

/// What a form says besides who sends it.
fn fields(form: &Page, said: &str, reason: &str) -> Vec<(&'static str, String)> {
    vec![
        ("afsnit", hidden(form, "afsnit")),
        ("slags", hidden(form, "slags")),
        ("laest", hidden(form, "laest")),
        ("tekst", said.to_owned()),
        ("hvorfor", reason.to_owned()),
    ]
}

fn pairs<'a>(fields: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// Somebody without an account proposes it; not yet confirmed.
async fn send(house: &House, path: &str, block: &WrittenBlock, shape: &str, said: &str, email: &str) -> Page {
    let mut visitor = house.visitor();
    let form = visitor.get(&new_path(path, block, shape)).await;
    assert_eq!(form.status, 200, "{}", form.body);
    let mut fields = fields(&form, said, "Fordi det er bedre.");
    fields.extend([("navn", "Prøve Testesen".to_owned()), ("email", email.to_owned())]);
    visitor.post(&format!("{path}/aendringsforslag/nyt"), &pairs(&fields)).await
}

/// And follows the link; the path of their own page.
async fn propose(
    house: &House,
    path: &str,
    block: &WrittenBlock,
    shape: &str,
    said: &str,
    email: &str,
) -> String {
    let sent = send(house, path, block, shape, said, email).await;
    assert_eq!(sent.location, format!("{path}/aendringsforslag/tak"), "{}", sent.body);
    let own = link(mails_to(house, email).await.last().unwrap());
    let mut visitor = house.visitor();
    let page = visitor.get(&own).await;
    assert!(page.has("Bekræft, og send forslaget"), "{}", page.body);
    assert_eq!(visitor.post(&format!("{own}/bekraeft"), &[]).await.status, 303);
    own
}

/// All there are, by their numbers.
async fn all(house: &House, path: &str) -> Vec<ChangeProposal> {
    let mut reader = house.db.read().await.unwrap();
    changes::of_text(&mut reader, house.town.tenant, id_of(path)).await.unwrap()
}

async fn states(house: &House, path: &str) -> Vec<ChangeState> {
    all(house, path).await.into_iter().map(|one| one.state).collect()
}

#[db_test]
async fn two_of_three_are_taken_in_without_typing_and_each_is_told_once(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (path, blocks) = published(&house, &mut asta).await;
    let page = house.visitor().get(&path).await;
    assert!(
        page.has("Foreslå en ændring") && page.has(&format!("nyt?afsnit={}", blocks[1].id)),
        "{}",
        page.body
    );
    let sent = send(
        &house,
        &path,
        &blocks[1],
        "words",
        "Gruppen mødes tre gange om året på rådhuset.",
        "a@post.example",
    );
    sent.await;
    assert!(all(&house, &path).await.is_empty(), "nothing counts before it is confirmed");
    let own = link(&mails_to(&house, "a@post.example").await[0]);
    house.visitor().get(&own).await;
    assert!(all(&house, &path).await.is_empty(), "a link that a scanner opens confirms nothing");
    assert_eq!(house.visitor().post(&format!("{own}/bekraeft"), &[]).await.status, 303);
    let library = "Gruppen mødes to gange om året på biblioteket.";
    let other = propose(&house, &path, &blocks[1], "words", library, "b@post.example").await;
    let third = "Gruppen mødes hver måned på rådhuset.";
    propose(&house, &path, &blocks[1], "words", third, "c@post.example").await;
    let page = house.visitor().get(&path).await;
    assert!(page.has("3 ændringsforslag"), "{}", page.body);
    let list = house.visitor().get(&format!("{path}/aendringsforslag?afsnit={}", blocks[1].id)).await;
    assert!(list.has("tilføjet: </span>tre ") && list.has("tilføjet: </span>biblioteket."), "{}", list.body);
    assert!(list.has("Ændrer de samme ord som forslag 3.") && list.has("Prøve Testesen"), "{}", list.body);
    assert!(!list.has("a@post.example") && !list.has("Saml forslagene"), "{}", list.body);
    let join = format!("/tekstblokke/{}/aendringsforslag", blocks[1].id);
    assert_eq!(house.visitor().get(&join).await.status, 401);
    let mut karen = house.signed_in(house.town.key_care).await;
    assert_eq!(karen.get(&join).await.status, 403);
    assert_eq!(karen.post(&join, &[]).await.status, 404);
    // The two that are in different places, together.
    let found = all(&house, &path).await;
    let (one, two) = (found[0].id.to_string(), found[1].id.to_string());
    let seen = asta.get(&format!("{join}?valgt={one}&valgt={two}")).await;
    assert!(seen.has("Gruppen mødes tre gange om året på biblioteket.</textarea>"), "{}", seen.body);
    assert!(seen.has("ændrer ikke de samme ord"), "{}", seen.body);
    let version = hidden(&seen, "version");
    let joined = [
        ("valgt", one.as_str()),
        ("valgt", two.as_str()),
        ("tekst", "Gruppen mødes tre gange om året på biblioteket."),
        ("version", version.as_str()),
        ("foer", MEETS),
    ];
    let saved = asta.post(&join, &joined).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(contents(&house, &path).await[1], "Gruppen mødes tre gange om året på biblioteket.");
    let again = asta.post(&join, &joined).await;
    assert_eq!(again.status, 303, "pressed twice: nothing more");
    // The third now touches other words than it was made from, and is declined with a reason.
    let third = all(&house, &path).await[2].href();
    let page = asta.get(&third).await;
    assert!(page.has("Afsnittet er ændret siden"), "{}", page.body);
    let empty = asta.post(&format!("{third}/afvis"), &[]).await;
    assert_eq!(empty.status, 422, "a reason is given");
    let because = [("hvorfor_ikke", "Hver måned er for ofte.")];
    assert_eq!(asta.post(&format!("{third}/afvis"), &because).await.status, 303);
    assert_eq!(
        states(&house, &path).await,
        [ChangeState::Accepted, ChangeState::Accepted, ChangeState::Declined]
    );
    for (email, said) in [
        ("a@post.example", "Det er taget med."),
        ("b@post.example", "[slettet: rådhuset.] [tilføjet: biblioteket.]"),
        ("c@post.example", "Hver måned er for ofte."),
    ] {
        let mails = mails_to(&house, email).await;
        assert_eq!(mails.len(), 2, "the link, and the answer once");
        assert!(mails[1].body.contains(said), "{}", mails[1].body);
    }
    // Under their link, and when the text is published, for everybody.
    let page = house.visitor().get(&other).await;
    assert!(page.has("Taget med") && page.has("når teksten bliver offentliggjort igen"), "{}", page.body);
    publish(&mut asta, &path).await;
    let page = house.visitor().get(&other).await;
    assert!(page.has("Det står nu i den tekst, alle læser."), "{}", page.body);
    assert!(house.visitor().get(&third).await.has("Hver måned er for ofte."));
}

#[db_test]
async fn where_two_touch_the_same_words_both_are_shown_and_the_writer_edits_once(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (path, blocks) = published(&house, &mut asta).await;
    for (said, email) in [
        ("Gruppen mødes tre gange om året på rådhuset.", "a@post.example"),
        ("Gruppen mødes fire gange om året på rådhuset.", "b@post.example"),
    ] {
        propose(&house, &path, &blocks[1], "words", said, email).await;
    }
    let found = all(&house, &path).await;
    let join = format!("/tekstblokke/{}/aendringsforslag", blocks[1].id);
    let asked = format!("{join}?valgt={}&valgt={}", found[0].id, found[1].id);
    let seen = asta.get(&asked).await;
    assert!(seen.has("De her forslag ændrer ord") && seen.has("tilføjet: </span>fire "), "{}", seen.body);
    assert!(seen.has("tre gange om året på rådhuset.</textarea>"), "{}", seen.body);
    let (one, two, version) = (found[0].id.to_string(), found[1].id.to_string(), hidden(&seen, "version"));
    let save = |said: &'static str, because: &'static str, version: &str, before: &str| {
        vec![
            ("valgt", one.clone()),
            ("valgt", two.clone()),
            ("tekst", said.to_owned()),
            ("fordi", because.to_owned()),
            ("version", version.to_owned()),
            ("foer", before.to_owned()),
        ]
    };
    let both = "Gruppen mødes tre til fire gange om året på rådhuset.";
    // Others than were proposed: whoever proposed them is told why.
    let whole = "Gruppen mødes efter behov.";
    let refused = asta.post(&join, &pairs(&save(whole, "", &version, MEETS))).await;
    assert!(refused.status == 422 && refused.has("Skriv hvorfor") && refused.has(whole), "{}", refused.body);
    let same = asta.post(&join, &pairs(&save(MEETS, "Nej.", &version, MEETS))).await;
    assert!(same.status == 422 && same.has("Teksten er ikke ændret"), "{}", same.body);
    // Somebody has written in the paragraph meanwhile: in other words it is joined, in the same it is shown.
    let mut writer = house.signed_in(house.town.coordinator).await;
    let block = format!("/tekstblokke/{}", blocks[1].id);
    let open = writer.get(&block).await;
    let typed = [
        ("slags", "paragraph"),
        ("foer_slags", "paragraph"),
        ("tekst", "Gruppen mødes to gange om året på biblioteket."),
        ("version", &hidden(&open, "version")),
        ("foer", MEETS),
    ];
    assert_eq!(writer.post(&block, &typed).await.status, 303);
    let saved = asta.post(&join, &pairs(&save(both, "Begge dele.", &version, MEETS))).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(contents(&house, &path).await[1], "Gruppen mødes tre til fire gange om året på biblioteket.");
    assert_eq!(states(&house, &path).await, [ChangeState::Accepted; 2], "the words of both stand there");
}

#[db_test]
async fn a_paragraph_that_is_gone_can_come_back_as_a_new_one_and_the_others_ways_work(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (path, blocks) = published(&house, &mut asta).await;
    let own =
        propose(&house, &path, &blocks[2], "words", "Alle over 18 kan være med.", "a@post.example").await;
    propose(&house, &path, &blocks[1], "after", "Møderne er åbne.", "b@post.example").await;
    propose(&house, &path, &blocks[1], "out", "", "c@post.example").await;
    assert_eq!(asta.post(&format!("/tekstblokke/{}/slet", blocks[2].id), &[]).await.status, 303);
    publish(&mut asta, &path).await;
    let found = all(&house, &path).await;
    let page = house.visitor().get(&own).await;
    assert!(page.has("taget ud af teksten") && page.has("over 18 "), "{}", page.body);
    let list = house.visitor().get(&format!("{path}/aendringsforslag")).await;
    assert!(list.has("Afsnit, der ikke står i teksten mere"), "{}", list.body);
    let join = asta.get(&format!("/tekstblokke/{}/aendringsforslag", blocks[2].id)).await;
    assert_eq!(join.status, 303, "there is nothing to join it with");
    let page = asta.get(&found[0].href()).await;
    assert!(page.has("Sæt ind som nyt afsnit") && page.has("Afvis forslaget"), "{}", page.body);
    let said = [("tekst", "Alle over 18 kan være med.")];
    assert_eq!(asta.post(&format!("{}/tag-med", found[0].href()), &said).await.status, 303);
    let other = [("tekst", "Møderne er åbne for alle.")];
    let refused = asta.post(&format!("{}/tag-med", found[1].href()), &other).await;
    assert!(refused.status == 422 && refused.has("Skriv hvorfor"), "{}", refused.body);
    let other = [("tekst", "Møderne er åbne for alle."), ("fordi", "Så er det klart for hvem.")];
    assert_eq!(asta.post(&format!("{}/tag-med", found[1].href()), &other).await.status, 303);
    assert_eq!(
        contents(&house, &path).await,
        ["Møder", MEETS, "Møderne er åbne for alle.", "Alle over 18 kan være med."]
    );
    // Taken out only by whoever has read what stands there.
    let out = found[2].href();
    let page = asta.get(&out).await;
    let old = [("version", "1"), ("fordi", "")];
    assert_eq!(asta.post(&format!("{out}/tag-med"), &old).await.status, 422);
    let version = hidden(&page, "version");
    assert_eq!(asta.post(&format!("{out}/tag-med"), &[("version", version.as_str())]).await.status, 303);
    assert_eq!(
        contents(&house, &path).await,
        ["Møder", "Møderne er åbne for alle.", "Alle over 18 kan være med."]
    );
    let states = states(&house, &path).await;
    assert_eq!(states, [ChangeState::Accepted, ChangeState::Altered, ChangeState::Accepted]);
    let mail = mails_to(&house, "b@post.example").await.remove(1);
    assert!(
        mail.body.contains("i andre ord")
            && mail.body.contains("Sådan står der nu: Møderne er åbne for alle."),
        "{}",
        mail.body
    );
}

#[db_test]
async fn what_is_open_when_it_is_closed_ends_and_each_is_told_once(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (path, blocks) = published(&house, &mut asta).await;
    let said = "Gruppen mødes tre gange om året på rådhuset.";
    let own = propose(&house, &path, &blocks[1], "words", said, "a@post.example").await;
    send(&house, &path, &blocks[1], "words", said, "late@post.example").await;
    let late = link(&mails_to(&house, "late@post.example").await[0]);
    let gate = format!("{path}/aendringsforslag/modtag");
    assert!(asta.get(&format!("{path}/aendringsforslag")).await.has("1 forslag uden svar bliver afsluttet"));
    assert_eq!(asta.post(&gate, &[("tager", "closed")]).await.status, 303);
    assert_eq!(states(&house, &path).await, [ChangeState::Lapsed]);
    let mail = mails_to(&house, "a@post.example").await.remove(1);
    assert!(mail.body.contains("før der blev svaret på dit"), "{}", mail.body);
    assert!(house.visitor().get(&own).await.has("Lukket uden svar"));
    house.visitor().post(&format!("{late}/bekraeft"), &[]).await;
    assert_eq!(states(&house, &path).await.len(), 1, "what is confirmed after it was closed does not count");
    let page = house.visitor().get(&path).await;
    assert!(!page.has("Foreslå en ændring"), "{}", page.body);
    assert_eq!(house.visitor().get(&new_path(&path, &blocks[1], "words")).await.status, 303);
    // Open again; then the text is a draft, which ends it, and is deleted.
    assert_eq!(asta.post(&gate, &[("tager", "published")]).await.status, 303);
    let second = propose(&house, &path, &blocks[1], "words", said, "b@post.example").await;
    assert!(asta.get(&format!("{path}/titel")).await.has("1 forslag uden svar"));
    assert_eq!(asta.post(&format!("{path}/kladde"), &[]).await.status, 303);
    assert_eq!(mails_to(&house, "b@post.example").await.len(), 2);
    assert_eq!(house.visitor().get(&format!("{path}/aendringsforslag")).await.status, 404);
    assert_eq!(asta.post(&format!("{path}/slet"), &[]).await.status, 303);
    let page = house.visitor().get(&second).await;
    assert!(page.has("Teksten er slettet.") && page.has("tilføjet: </span>tre "), "{}", page.body);
    assert_eq!(mails_to(&house, "b@post.example").await.len(), 2, "told once");
    // Opened as a draft: those who follow it can propose, others do not even see it.
    let draft = begun(&house, &mut asta).await;
    write(&mut asta, &draft, "paragraph", MEETS).await;
    asta.post(&format!("{draft}/aendringsforslag/modtag"), &[("tager", "open")]).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let draft_blocks = crate::blocks(&house, &draft).await;
    let form = karen.get(&new_path(&draft, &draft_blocks[0], "words")).await;
    let sent =
        karen.post(&format!("{draft}/aendringsforslag/nyt"), &pairs(&fields(&form, said, "Fordi."))).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert!(karen.get(&sent.location).await.has("Venter på svar"));
    assert_eq!(house.visitor().get(&sent.location).await.status, 404);
    assert_eq!(house.visitor().get(&new_path(&draft, &draft_blocks[0], "words")).await.status, 404);
    let work = asta.get("/overblik").await;
    assert!(work.has("Svar på 1 ændringsforslag"), "{}", work.body);
    assert_eq!(karen.post(&format!("{}/traek-tilbage", sent.location), &[]).await.status, 303);
    assert!(!asta.get("/overblik").await.has("ændringsforslag</"));
}

#[db_test]
async fn what_must_not_stand_in_public_is_refused_and_nothing_typed_is_lost(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (path, blocks) = published(&house, &mut asta).await;
    let action = format!("{path}/aendringsforslag/nyt");
    let form = house.visitor().get(&new_path(&path, &blocks[1], "words")).await;
    let number = format!("Ring til mig, {}", cpr::made_up());
    for (said, reason, name, message) in [
        (MEETS, "Fordi.", "Prøve Testesen", "Det er de samme ord som nu"),
        (
            "Gruppen mødes tre gange.",
            "Skriv til mig på a@post.example",
            "Prøve Testesen",
            "uden e-mailadresser",
        ),
        ("Ring 12 34 56 78.", "Fordi.", "Prøve Testesen", "uden telefonnumre"),
        ("Gruppen mødes tre gange.", number.as_str(), "Prøve Testesen", "CPR"),
        ("Gruppen mødes tre gange.", "Fordi.", "www.example/køb", "Skriv kun dit navn"),
        ("Gruppen mødes tre gange.", "", "Prøve Testesen", "Hvorfor?"),
    ] {
        let mut fields = fields(&form, said, reason);
        fields.extend([("navn", name.to_owned()), ("email", "a@post.example".to_owned())]);
        let page = house.visitor().post(&action, &pairs(&fields)).await;
        assert!(page.status == 422 && page.has(message), "{message}: {}", page.body);
        assert!(page.has(&format!("{said}</textarea>")), "what was typed stays: {}", page.body);
    }
    // A machine that fills in what nobody sees.
    let mut trapped = fields(&form, "Gruppen mødes tre gange.", "Fordi.");
    trapped.extend([
        ("navn", "Prøve Testesen".to_owned()),
        ("email", "a@post.example".to_owned()),
        ("website", "https://spam.example".to_owned()),
    ]);
    assert_eq!(house.visitor().post(&action, &pairs(&trapped)).await.status, 303);
    assert!(mails_to(&house, "a@post.example").await.is_empty());
    // The text was published anew while it was typed: what it is compared with is read first.
    let block = format!("/tekstblokke/{}", blocks[1].id);
    let open = asta.get(&block).await;
    let typed = [
        ("slags", "paragraph"),
        ("foer_slags", "paragraph"),
        ("tekst", "Hele gruppen mødes to gange om året på rådhuset."),
        ("version", &hidden(&open, "version")),
        ("foer", MEETS),
    ];
    asta.post(&block, &typed).await;
    publish(&mut asta, &path).await;
    let mut late = fields(&form, "Gruppen mødes tre gange om året på rådhuset.", "Fordi.");
    late.extend([("navn", "Prøve Testesen".to_owned()), ("email", "a@post.example".to_owned())]);
    let page = house.visitor().post(&action, &pairs(&late)).await;
    assert!(page.status == 422 && page.has("Teksten er ændret, mens du skrev"), "{}", page.body);
    assert!(
        page.has("Hele gruppen mødes to") && page.has("tre gange om året på rådhuset.</textarea>"),
        "{}",
        page.body
    );
}

#[db_test]
async fn it_is_hidden_withdrawn_and_forgotten(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (path, blocks) = published(&house, &mut asta).await;
    let said = "Gruppen mødes tre gange om året på rådhuset.";
    let own = propose(&house, &path, &blocks[1], "words", said, "a@post.example").await;
    let one = all(&house, &path).await.remove(0);
    assert_eq!(asta.post(&format!("{}/skjul", one.href()), &[]).await.status, 303);
    assert_eq!(house.visitor().get(&one.href()).await.status, 404);
    assert!(house.visitor().get(&own).await.has("tilføjet: </span>tre "), "whoever proposed it reads it");
    assert!(!house.visitor().get(&path).await.has("1 ændringsforslag"));
    assert!(asta.get(&format!("{path}/aendringsforslag")).await.has("Skjult for andre"));
    assert_eq!(asta.post(&format!("{}/vis", one.href()), &[]).await.status, 303);
    assert_eq!(house.visitor().get(&one.href()).await.status, 200);
    assert_eq!(house.visitor().post(&format!("{own}/traek-tilbage"), &[]).await.status, 303);
    assert_eq!(house.visitor().get(&one.href()).await.status, 404);
    assert!(house.visitor().get(&own).await.has("Trukket tilbage"));
    let late = asta.post(&format!("{}/afvis", one.href()), &[("hvorfor_ikke", "Nej.")]).await;
    assert_eq!(late.location, one.href(), "it is withdrawn");
    let answered = propose(&house, &path, &blocks[1], "words", said, "b@post.example").await;
    let two = all(&house, &path).await.remove(0);
    assert_eq!(two.number, 2);
    asta.post(&format!("{}/afvis", two.href()), &[("hvorfor_ikke", "Nej.")]).await;
    send(&house, &path, &blocks[1], "words", said, "never@post.example").await;
    // A week later what was never confirmed is gone; a year later who it was from.
    let forget = async |days: i64| {
        house.clock.set(house.clock.now().plus_days(days).plus(SignedDuration::from_secs(1)));
        let (db, clock, services) = (house.db.clone(), house.clock.clone(), house.services.clone());
        let worker =
            samskab_jobs::Worker::new(db, clock, services).register_all(samskab_writing::module().jobs);
        worker.run_until_idle(house.clock.now()).await.unwrap();
        let mut reader = house.db.read().await.unwrap();
        changes::forgettable(&mut reader, house.town.tenant, house.clock.now(), house.clock.now())
            .await
            .unwrap()
    };
    assert_eq!(forget(8).await, 2, "the one that was never confirmed is gone");
    assert_eq!(forget(366).await, 0);
    let page = house.visitor().get(&answered).await;
    assert!(
        page.has("En borger") && page.has("tilføjet: </span>tre ") && !page.has("Testesen"),
        "{}",
        page.body
    );
}
