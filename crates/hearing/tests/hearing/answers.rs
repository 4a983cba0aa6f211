//! Answers: what is public, what is held back, and what only its owner sees.

use samskab_organisation::person;
use samskab_store::{Stamp, db_test};

use super::*;

#[db_test]
async fn a_text_becomes_paragraphs_and_everybody_reads_it_once_it_is_open(db: Db) {
    let house = house(db).await;
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.get("/hoeringer/ny").await.status, 403);
    let mut asta = house.signed_in(house.town.coordinator).await;
    let wrong = asta.post("/hoeringer/ny", &[("titel", "Uden tekst"), ("lukker", "2026-03-11")]).await;
    assert!(wrong.status == 422 && wrong.has("value=\"Uden tekst\""), "{}", wrong.body);
    let path = draft(&mut asta, "at_once").await;
    assert_eq!(house.visitor().get(&path).await.status, 404, "a draft is its makers' own");
    let before = blocks(&house, &path).await;
    let mut fields = plan("at_once");
    fields[2] = (
        "tekst",
        "# Værdier\n\nVi tror på fællesskab og frihed.\n\nAlle kan være med.\n\n# Lokaler\n\nForeninger låner lokaler til klokken 22.",
    );
    assert_eq!(rewritten(&mut asta, &path, &fields).await.status, 303);
    assert_eq!(blocks(&house, &path).await, before, "a paragraph that is changed stays the same one");
    asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    assert_eq!(asta.post(&format!("{path}/aabn"), &[]).await.status, 303);
    let page = house.visitor().get(&path).await;
    assert!(
        page.has("Vi tror på fællesskab og frihed.") && page.has("1.2") && page.has("Svar på dette afsnit"),
        "{}",
        page.body
    );
    assert!(
        page.has("onsdag den 11. marts kl.\u{a0}12.00") || page.has("onsdag den 11. marts kl. 12.00"),
        "{}",
        page.body
    );
    assert!(page.has("9 dage tilbage") && page.has("Udvalget drøfter svarene"), "{}", page.body);
    // From now on the text is fixed.
    let mut fields = plan("at_once");
    fields[2] = ("tekst", "Noget helt andet.");
    let late = rewritten(&mut asta, &path, &fields).await;
    assert!(late.status == 422 && late.has("Noget helt andet.") && late.has("ligger fast"), "{}", late.body);
    assert!(house.visitor().get(&path).await.has("Vi tror på fællesskab og frihed."));
    // What else was typed is saved the next time, when the text is not sent any more.
    let rest = [fields[0], fields[1], fields[7], ("naeste", "Vi læser alle svar")];
    assert_eq!(rewritten(&mut asta, &path, &rest).await.status, 303);
    assert!(house.visitor().get(&path).await.has("Vi læser alle svar"));
    assert!(house.visitor().get("/hoeringer").await.has("Frivilligpolitik"));
    assert!(house.visitor().get("/hoeringer.atom").await.has("<title>Frivilligpolitik</title>"));
}

#[db_test]
async fn a_citizen_answers_a_paragraph_and_confirms_by_mail(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let lokaler = blocks(&house, &path).await[4].clone();
    let mut visitor = house.visitor();
    let form = visitor.get(&format!("{path}/svar?afsnit={lokaler}")).await;
    assert!(form.has("Du svarer på") && form.has("Foreninger låner lokaler"), "{}", form.body);
    let empty =
        visitor.post(&format!("{path}/svar"), &[("navn", "Prøve Testesen"), ("afsnit", &lokaler)]).await;
    assert!(empty.status == 422 && empty.has("value=\"Prøve Testesen\""), "{}", empty.body);
    let fields = [
        ("afsnit", lokaler.as_str()),
        ("tekst", "Klokken 22 er for tidligt."),
        ("navn", "Prøve Testesen"),
        ("email", "proeve@post.example"),
        ("hvem", "association"),
        ("paa_vegne", "Brætspilsklubben"),
    ];
    let sent = visitor.post(&format!("{path}/svar"), &fields).await;
    assert_eq!(sent.location, format!("{path}/svar/tak"));
    assert!(visitor.get(&sent.location).await.has("bekræft svaret"));
    assert!(!house.visitor().get(&path).await.has("for tidligt"), "nobody has confirmed it");
    let own = link(&mail_to(&house, "proeve@post.example").await, "/hoeringssvar/");
    assert!(visitor.get(&own).await.has("Bekræft svaret"));
    // The mail's full stop or bracket is no part of the link, and nothing is said to be well where a part of it is missing.
    for mark in [".", ")", "%3E", ").", ","] {
        let meant = visitor.get(&format!("{own}{mark}")).await;
        assert_eq!((meant.status.as_u16(), meant.location.as_str()), (303, own.as_str()), "{mark}");
    }
    let cut = visitor.get(&own[..own.len() - 1]).await;
    assert!(
        cut.status == 410 && cut.has("Kopiér hele linket") && cut.has("href=\"/hoeringer\""),
        "{}",
        cut.body
    );
    assert!(!cut.has("alt i orden") && cut.has("om dit høringssvar er bekræftet"), "{}", cut.body);
    assert_eq!(visitor.get("//evil.example/.").await.location, "", "leads to no other host");
    assert_eq!(visitor.post(&format!("{own}/bekraeft"), &[]).await.status, 303);
    assert!(mail_to(&house, "proeve@post.example").await.subject.starts_with("Kvittering"));
    let page = house.visitor().get(&path).await;
    assert!(
        page.has("Klokken 22 er for tidligt.") && page.has("Brætspilsklubben ved Prøve Testesen"),
        "{}",
        page.body
    );
    assert!(!page.has("proeve@post.example"), "the address is nobody's business");
    assert!(page.has("1 svar"), "the paragraph counts its answers");
    let json = house.visitor().get(&format!("{path}/svar.json")).await;
    assert!(
        json.has("\"said\":\"Klokken 22 er for tidligt.\"") && !json.has("post.example"),
        "{}",
        json.body
    );
    assert!(house.visitor().get(&format!("{path}/svar.csv")).await.has("Brætspilsklubben"));
    // Changed until the closing, in one paragraph more, and without a name.
    let edit = visitor.get(&format!("{own}/rediger")).await;
    let version =
        edit.body.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let more = [
        ("tekst", "Og tak."),
        ("navn", "Prøve Testesen"),
        ("hvem", "citizen"),
        ("uden_navn", "ja"),
        ("version", &version),
    ];
    let saved = visitor.post(&format!("{own}/rediger"), &more).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let page = house.visitor().get(&path).await;
    assert!(
        page.has("Og tak.") && page.has("Borger (svar 1)") && !page.has("Prøve Testesen"),
        "{}",
        page.body
    );
    // It cannot be undone: it is asked first.
    let asked = visitor.get(&format!("{own}/traek-tilbage")).await;
    assert!(asked.status == 200 && asked.has("Det kan ikke fortrydes"), "{}", asked.body);
    assert!(!visitor.get(&own).await.has(&format!("action=\"{own}/traek-tilbage\"")));
    assert_eq!(visitor.post(&format!("{own}/traek-tilbage"), &[]).await.status, 303);
    assert!(!house.visitor().get(&path).await.has("Og tak."));
}

#[db_test]
async fn sensitive_answers_addresses_and_numbers_are_not_published_by_themselves(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let number = samskab_kernel::cpr::made_up();
    let refused = answer(&mut house.visitor(), &path, "a@post.example", &format!("Min nabo {number}")).await;
    assert!(refused.status == 422 && refused.has("CPR"), "{}", refused.body);
    let own = confirmed(&house, &path, "b@post.example", "Spørg fru Ærlig på aerlig@post.example.").await;
    assert!(!house.visitor().get(&path).await.has("fru Ærlig"));
    assert!(house.visitor().get(&own).await.has("Der står en mailadresse i svaret"));
    assert!(asta.get("/overblik").await.has("Se på 1 svar"));
    let list = asta.get(&format!("{path}/indkomne")).await;
    let one = format!(
        "/indkomne-svar/{}",
        list.body.split("/indkomne-svar/").nth(1).unwrap().split('"').next().unwrap()
    );
    let page = asta.get(&one).await;
    let parts = page.body.split("name=\"del\"").nth(1).unwrap().split("</select>").next().unwrap();
    let mut part =
        parts.split("<option value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let part = part.find(|part| !part.is_empty()).unwrap();
    let wrong = [("del", part.as_str()), ("ord", "står her ikke"), ("grund", "Om en anden")];
    assert_eq!(asta.post(&format!("{one}/overstreg"), &wrong).await.status, 422);
    let redact =
        [("del", part.as_str()), ("ord", "fru Ærlig\naerlig@post.example"), ("grund", "Om en anden")];
    assert_eq!(asta.post(&format!("{one}/overstreg"), &redact).await.status, 303);
    assert_eq!(published(&mut asta, &one).await.status, 303);
    let page = house.visitor().get(&path).await;
    assert!(
        page.has("Spørg █████ på █████.") && page.has("Ord er overstreget: Om en anden"),
        "{}",
        page.body
    );
    assert!(asta.get(&one).await.has("fru Ærlig"), "both versions are kept");
    let closed = [
        ("tekst", "Min søns diagnose gør, at han ikke kan være med."),
        ("navn", "Prøve Testesen"),
        ("email", "c@post.example"),
        ("hvem", "citizen"),
        ("lukket", "ja"),
    ];
    let mut visitor = house.visitor();
    assert_eq!(visitor.post(&format!("{path}/svar"), &closed).await.status, 303);
    let own = link(&mail_to(&house, "c@post.example").await, "/hoeringssvar/");
    visitor.post(&format!("{own}/bekraeft"), &[]).await;
    for public in [path.clone(), format!("{path}/svar.json"), format!("{path}/svar.csv")] {
        assert!(!house.visitor().get(&public).await.has("diagnose"), "{public}");
    }
    let list = asta.get(&format!("{path}/indkomne")).await;
    assert!(list.has("Modtaget, ikke offentligt"), "{}", list.body);
}

#[db_test]
async fn whoever_is_signed_in_has_confirmed_already(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "screened").await;
    let mut reader = house.db.read().await.unwrap();
    let lone = person::store::find(&mut reader, house.town.tenant, house.town.contact_solgaarden)
        .await
        .unwrap()
        .unwrap();
    drop(reader);
    let email = lone.email.unwrap().to_string();
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    let sent = answer(&mut lone, &path, &email, "Vi ringer dagen efter.").await;
    assert!(sent.location.ends_with("gemt=ses"), "{}", sent.location);
    assert!(!house.visitor().get(&path).await.has("Vi ringer dagen efter"), "somebody looks at it first");
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let change = samskab_web::merge::Readdressed {
        person: house.town.contact_solgaarden.uuid(),
        from: email.parse().unwrap(),
        to: "ny@post.example".parse().unwrap(),
    };
    for readdress in samskab_hearing::module().readdresses {
        readdress(&mut tx, &change).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut reader = house.db.read().await.unwrap();
    let all = samskab_hearing::store::counted(&mut reader, house.town.tenant, id(&path)).await.unwrap();
    assert_eq!(all[0].email.as_ref().map(ToString::to_string).as_deref(), Some("ny@post.example"));
}

/// The fields of a part that is changed, as its form was opened just now.
async fn part_of(visitor: &mut Browser<'_>, own: &str, said: &str) -> Vec<(&'static str, String)> {
    let page = visitor.get(own).await;
    let part = page.body.split("/rediger?del=").nth(1).unwrap().split('"').next().unwrap();
    let form = visitor.get(&format!("{own}/rediger?del={part}")).await;
    vec![
        ("tekst", said.to_owned()),
        ("navn", "Prøve Testesen".to_owned()),
        ("hvem", "citizen".to_owned()),
        ("del", part.to_owned()),
        ("version", hidden(&form, "version")),
    ]
}

fn sent<'a>(fields: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[db_test]
async fn words_that_were_taken_out_come_back_only_when_somebody_has_looked(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let own = confirmed(&house, &path, "nabo@post.example", "Fru Ærlig larmer").await;
    assert!(house.visitor().get(&path).await.has("Fru Ærlig larmer"));
    let one = incoming(&mut asta, &path).await;
    let mut visitor = house.visitor();
    let part = part_of(&mut visitor, &own, "").await[3].1.clone();
    let redact = [("del", part.as_str()), ("ord", "Fru Ærlig"), ("grund", "Om en anden")];
    assert_eq!(asta.post(&format!("{one}/overstreg"), &redact).await.status, 303);
    assert!(house.visitor().get(&path).await.has("█████ larmer"));
    for said in ["Fru Ærlig larmer.", "Fru Ærlig larmer meget."] {
        let fields = part_of(&mut visitor, &own, said).await;
        assert_eq!(visitor.post(&format!("{own}/rediger"), &sent(&fields)).await.status, 303);
        for public in [path.clone(), format!("{path}/svar.json"), format!("{path}/svar.csv")] {
            assert!(!house.visitor().get(&public).await.has("Fru Ærlig"), "{public}");
        }
    }
    assert!(visitor.get(&own).await.has("Der var overstreget ord i svaret"));
    assert!(asta.get("/overblik").await.has("Se på 1 svar"), "those who took them out are told");
    let redact = [("del", part.as_str()), ("ord", "Fru Ærlig"), ("grund", "Om en anden")];
    assert_eq!(asta.post(&format!("{one}/overstreg"), &redact).await.status, 303);
    assert_eq!(published(&mut asta, &one).await.status, 303);
    assert!(house.visitor().get(&path).await.has("█████ larmer meget."));
    // The fonts of a PDF have no black block: there it is said, where it stood.
    let note = asta.get(&format!("{path}/notat.pdf")).await;
    let words = lopdf::Document::load_mem(&note.bytes).unwrap().extract_text(&[1]).unwrap();
    assert!(words.contains("[overstreget] larmer meget.") && !words.contains('◊'), "{words}");
    // A part more, and the one with the words away: neither is public by itself.
    let mut more = part_of(&mut visitor, &own, "Spørg Fru Ærlig.").await;
    more[3].1.clear();
    assert_eq!(visitor.post(&format!("{own}/rediger"), &sent(&more)).await.status, 303);
    assert!(!house.visitor().get(&path).await.has("Fru Ærlig"));
    let mut gone = part_of(&mut visitor, &own, "").await;
    gone.push(("knap", "slet".to_owned()));
    assert_eq!(visitor.post(&format!("{own}/rediger"), &sent(&gone)).await.status, 303);
    assert!(!house.visitor().get(&path).await.has("Fru Ærlig"));
    assert!(visitor.get(&own).await.has("Spørg Fru Ærlig."));
}

#[db_test]
async fn only_what_somebody_has_looked_at_is_published(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "screened").await;
    let own = confirmed(&house, &path, "svar@post.example", "Længere åbent.").await;
    let one = incoming(&mut asta, &path).await;
    let mut visitor = house.visitor();
    let before = hidden(&asta.get(&one).await, "version");
    let fields = part_of(&mut visitor, &own, "Ring til naboen.").await;
    assert_eq!(visitor.post(&format!("{own}/rediger"), &sent(&fields)).await.status, 303);
    let stale = asta.post(&format!("{one}/offentliggoer"), &[("version", &before)]).await;
    assert_eq!(stale.location, one);
    assert!(asta.get(&one).await.has("Svaret er ændret, efter at du åbnede det"));
    assert!(!house.visitor().get(&path).await.has("Ring til naboen."));
    let before = hidden(&asta.get(&one).await, "version");
    assert_eq!(visitor.post_file(&format!("{own}/bilag"), "et.txt", b"Et lokale.").await.status, 303);
    let stale = asta.post(&format!("{one}/offentliggoer"), &[("version", &before)]).await;
    assert_eq!(stale.location, one, "a file is a change, too");
    assert!(!house.visitor().get(&path).await.has("et.txt"));
    assert_eq!(published(&mut asta, &one).await.location, format!("{path}/indkomne"));
    let page = house.visitor().get(&path).await;
    assert!(page.has("Ring til naboen.") && page.has("et.txt"), "{}", page.body);
}

#[db_test]
async fn the_same_form_sent_twice_is_one_answer(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let mut visitor = house.visitor();
    let first = answer(&mut visitor, &path, "to@post.example", "Bevar bussen.").await;
    let again = answer(&mut visitor, &path, "to@post.example", "Bevar bussen.").await;
    assert_eq!(first.location, again.location, "nobody learns what an address has answered");
    assert_eq!(hearing(&house, &path).await.sent, 1);
    let to =
        || async { mails(&house).await.iter().filter(|one| one.to.to_string() == "to@post.example").count() };
    assert_eq!(to().await, 1, "one mail");
    // Whoever has not got it asks again after a while, and it is the same answer.
    house.clock.set(house.clock.now().plus(samskab_kernel::jiff::SignedDuration::from_mins(10)));
    answer(&mut visitor, &path, "to@post.example", "Bevar bussen.").await;
    assert_eq!((to().await, hearing(&house, &path).await.sent), (2, 1));
    // Other words are another answer.
    answer(&mut visitor, &path, "to@post.example", "Bevar også toget.").await;
    assert_eq!((to().await, hearing(&house, &path).await.sent), (3, 2));
}
