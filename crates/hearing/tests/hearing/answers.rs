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
    assert_eq!(asta.post(&format!("{path}/rediger"), &fields).await.status, 303);
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
    assert_eq!(asta.post(&format!("{path}/rediger"), &fields).await.status, 303);
    assert!(house.visitor().get(&path).await.has("Vi tror på fællesskab og frihed."));
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
    let part =
        page.body.split("<option value=\"").nth(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let part = part.filter(|part| !part.is_empty()).or_else(|| {
        page.body.split("<option value=\"").nth(2).map(|rest| rest.split('"').next().unwrap().to_owned())
    });
    let part = part.unwrap();
    let wrong = [("del", part.as_str()), ("ord", "står her ikke"), ("grund", "Om en anden")];
    assert_eq!(asta.post(&format!("{one}/overstreg"), &wrong).await.status, 422);
    let redact =
        [("del", part.as_str()), ("ord", "fru Ærlig\naerlig@post.example"), ("grund", "Om en anden")];
    assert_eq!(asta.post(&format!("{one}/overstreg"), &redact).await.status, 303);
    assert_eq!(asta.post(&format!("{one}/offentliggoer"), &[]).await.status, 303);
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
    assert!(sent.location.ends_with("gemt=modtaget"), "{}", sent.location);
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
