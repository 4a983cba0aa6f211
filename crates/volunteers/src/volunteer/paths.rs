//! From the link in the mail to the card a contact person sees, over HTTP on both databases. It is Monday
//! 2 March 2026.

use axum::http::{StatusCode, header};
use samskab_kernel::Day;
use samskab_organisation::person::PersonId;
use samskab_store::{Db, db_test};
use samskab_taskbank::testing::World;

use super::{Cv, Field, consent, look, store};

async fn world(db: &Db) -> World {
    World::new(db, &[samskab_finding::module, crate::module], super::jobs()).await
}

const VILMA: &str = "vilma@post.example";

/// An account by the mailed link: the person and the cookie of the session.
async fn joined(world: &World) -> (PersonId, String) {
    let sent = world.post("/bliv-frivillig", &[("name", "Vilma Godvilje"), ("email", VILMA)]).await;
    assert_eq!(sent.status, StatusCode::OK);
    let mail = world.mails_to(VILMA).await.remove(0);
    let at = mail.body.find("/bliv-frivillig/").expect("a link in the mail");
    let link = mail.body[at..].split_whitespace().next().unwrap().to_owned();
    assert!(world.get(&link).await.body.contains("Kom i gang"), "a mail scanner makes nothing");
    let begun = world.post(&link, &[]).await;
    assert_eq!((begun.status, begun.location()), (StatusCode::SEE_OTHER, "/min-side/cv"));
    let cookie = begun.headers.get(header::SET_COOKIE).unwrap().to_str().unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let mut reader = world.db.read().await.unwrap();
    let person = samskab_organisation::person::store::find_by_email(
        &mut reader,
        world.town.tenant,
        &VILMA.parse().unwrap(),
    )
    .await
    .unwrap()
    .unwrap();
    assert_eq!(world.get(&link).await.status, StatusCode::GONE, "the link works once");
    (person.id, cookie)
}

const CV: [(&str, &str); 12] = [
    ("when", "4"), // Tuesday morning
    ("when", "6"),
    ("topics", "visiting_friend"),
    ("competences", "music"),
    ("competences", "driving"),
    ("languages", "da"),
    ("languages", "de"),
    ("postcode", "9561"),
    ("reach_km", "10"),
    ("age", "adult"),
    ("about", "Jeg spiller klaver."),
    ("driving_licence", "ja"),
];

async fn cv_of(world: &World, person: PersonId) -> Cv {
    store::find(&mut world.db.read().await.unwrap(), world.town.tenant, person).await.unwrap().unwrap()
}

async fn shares(world: &World, cookie: &str, fields: &[Field]) {
    let fields: Vec<(&str, &str)> = fields.iter().map(|field| ("fields", field.code())).collect();
    let given = world.post_as("/min-side/cv/samtykke", &fields, cookie).await;
    assert_eq!((given.status, given.location()), (StatusCode::SEE_OTHER, "/min-side"));
}

#[db_test]
async fn somebody_makes_an_account_and_a_cv_and_is_found_only_by_what_they_share(db: Db) {
    let world = world(&db).await;
    let (person, cookie) = joined(&world).await;
    let home = world.get_as("/min-side", &cookie).await;
    assert!(home.body.contains("Hej Vilma") && home.body.contains("Lav mit CV"), "{}", home.body);
    let saved = world.post_as("/min-side/cv", &CV, &cookie).await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, "/min-side/cv/samtykke"));
    let form = world.get_as("/min-side/cv", &cookie).await;
    assert!(form.body.contains("Jeg spiller klaver."));

    // Nobody sees it before she says so.
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let cv = cv_of(&world, person).await;
    let card = format!("/cv-banken/{}", cv.id);
    let name = format!("Frivillig {}", cv.pseudonym);
    assert!(!world.get_as("/cv-banken", &lone).await.body.contains(&name));
    assert_eq!(world.get_as(&card, &lone).await.status, StatusCode::NOT_FOUND);

    let sharing = world.get_as("/min-side/cv/samtykke", &cookie).await;
    assert!(!sharing.body.contains(" checked"), "nothing is chosen beforehand");
    let nothing = world.post_as("/min-side/cv/samtykke", &[], &cookie).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let shown =
        world.post_as("/min-side/cv/samtykke", &[("fields", "competences"), ("way", "vis")], &cookie).await;
    assert!(shown.body.contains(&name) && shown.body.contains("Musik og sang"));
    assert!(!cv_of(&world, person).await.is_findable(world.clock.now().day()), "looking at it gives nothing");

    shares(&world, &cookie, &[Field::Competences, Field::Times]).await;
    let list = world.get_as("/cv-banken", &lone).await;
    assert!(list.body.contains(&name) && list.body.contains("Musik og sang"), "{}", list.body);
    let opened = world.get_as(&card, &lone).await;
    for page in [&list.body, &opened.body] {
        for hidden in ["Vilma", "Godvilje", VILMA, "9561", "Tysk", "Jeg spiller klaver.", "Besøgsven</"] {
            let about_cards = page.split("s-cv-card").nth(1).unwrap().split("<footer").next().unwrap();
            assert!(!about_cards.split("</article>").next().unwrap().contains(hidden), "{hidden} is hidden");
        }
    }
    assert!(world.get_as("/cv-banken?kan=music&dag=2&tid=morning", &lone).await.body.contains(&name));
    assert!(world.get_as("/cv-banken?q=klaver", &lone).await.body.contains(&name), "everyday words find");
    for hidden in ["emne=visiting_friend", "postnr=9561", "taler=de", "q=spiller"] {
        let found = world.get_as(&format!("/cv-banken?{hidden}"), &lone).await;
        assert!(!found.body.contains(&name), "{hidden} is not shared and finds nothing");
    }

    // She sees who has looked, by place and without a name, each way once a day.
    let mut reader = db.read().await.unwrap();
    let looks = look::of_person(&mut reader, world.town.tenant, person).await.unwrap();
    drop(reader);
    let kinds: Vec<look::Kind> = looks.iter().map(|look| look.kind).collect();
    assert_eq!(kinds.len(), 2, "{looks:?}");
    assert!(kinds.contains(&look::Kind::Listed) && kinds.contains(&look::Kind::Opened));
    let data = world.get_as("/min-side/data", &cookie).await;
    assert!(data.body.contains("Aktivitetsmedarbejder, Plejehjemmet Solgården"), "{}", data.body);
    assert!(!data.body.contains("Lone Papsen"));

    // And takes it back with one button.
    let back = world.post_as("/min-side/cv/samtykke/tilbage", &[], &cookie).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert_eq!(world.get_as(&card, &lone).await.status, StatusCode::NOT_FOUND);
    let mut reader = db.read().await.unwrap();
    let consents = consent::of_person(&mut reader, world.town.tenant, person).await.unwrap();
    assert!(consents[0].withdrawn_at.is_some() && consents[0].text_version >= 1);
}

#[db_test]
async fn a_known_address_gets_the_same_answer_and_is_signed_in_as_itself(db: Db) {
    let world = world(&db).await;
    let known = "lone.papsen@fjordlund.example";
    let answers = [known, "ukendt@post.example"].map(|email| (email, "Nogen"));
    let mut pages = Vec::new();
    for (email, name) in answers {
        let sent = world.post("/bliv-frivillig", &[("name", name), ("email", email)]).await;
        pages.push(sent.body.replace(email, "…"));
    }
    assert_eq!(pages[0], pages[1]);
    let mail = world.mails_to(known).await.remove(0);
    let at = mail.body.find("/bliv-frivillig/").unwrap();
    let begun = world.post(mail.body[at..].split_whitespace().next().unwrap(), &[]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    let mut reader = db.read().await.unwrap();
    let lone = samskab_organisation::person::store::find(
        &mut reader,
        world.town.tenant,
        world.town.contact_solgaarden,
    );
    assert_eq!(lone.await.unwrap().unwrap().name, "Lone Papsen", "nobody is renamed by a stranger");
    let wrong = world.post("/bliv-frivillig", &[("name", "Køb på spam.example/x"), ("email", "x")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[db_test]
async fn a_consent_is_reminded_of_and_then_quietly_ends(db: Db) {
    let world = world(&db).await;
    let (person, cookie) = joined(&world).await;
    world.post_as("/min-side/cv", &CV, &cookie).await;
    shares(&world, &cookie, &[Field::Competences]).await;
    let before = world.mails_to(VILMA).await.len();

    world.work_at(Day::of(2027, 1, 20).at(9, 0)).await;
    assert_eq!(world.mails_to(VILMA).await.len(), before, "not yet");
    world.work_at(Day::of(2027, 2, 10).at(9, 0)).await;
    world.work_at(Day::of(2027, 2, 12).at(9, 0)).await;
    let mails = world.mails_to(VILMA).await;
    assert_eq!(mails.len(), before + 1, "told once");
    assert!(mails.iter().any(|mail| mail.subject == "Vil du stadig gerne kunne findes?"
        && mail.body.replace('\n', " ").contains("tirsdag den 2. marts")
        && mail.body.contains("videre=/min-side/cv/samtykke")));

    let cv = cv_of(&world, person).await;
    assert!(
        cv.is_findable(Day::of(2027, 3, 2)) && !cv.is_findable(Day::of(2027, 3, 3)),
        "a year, to the day"
    );
    let mut reader = db.read().await.unwrap();
    for (day, count) in [(Day::of(2027, 3, 2), 1), (Day::of(2027, 3, 3), 0)] {
        let found = store::findable(&mut reader, world.town.tenant, day.at(9, 0)).await.unwrap();
        assert_eq!(found.len(), count, "{day}");
    }
}

#[db_test]
async fn a_cv_nobody_keeps_up_is_asked_about_and_then_deleted(db: Db) {
    let world = world(&db).await;
    let (person, cookie) = joined(&world).await;
    world.post_as("/min-side/cv", &CV, &cookie).await;
    let before = world.mails_to(VILMA).await.len();
    world.work_at(Day::of(2027, 3, 5).at(9, 0)).await;
    let mails = world.mails_to(VILMA).await;
    assert!(mails.len() > before && mails.iter().any(|mail| mail.subject == "Passer dit CV stadig?"));
    world.work_at(Day::of(2027, 4, 1).at(9, 0)).await;
    assert_eq!(cv_of(&world, person).await.about, "Jeg spiller klaver.", "a month to answer");
    world.work_at(Day::of(2027, 4, 20).at(9, 0)).await;
    let mut reader = db.read().await.unwrap();
    assert!(store::find(&mut reader, world.town.tenant, person).await.unwrap().is_none());
}

#[db_test]
async fn everything_known_is_read_and_taken_along(db: Db) {
    let world = world(&db).await;
    let (_, cookie) = joined(&world).await;
    world.post_as("/min-side/cv", &CV, &cookie).await;
    let group = [("name", "Familien"), ("kind", "family"), ("persons", "4"), ("youngest", "9")];
    let added = world.post_as("/min-side/grupper", &group, &cookie).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    let file = world.get_as("/min-side/data.json", &cookie).await;
    let content = file.headers.get(header::CONTENT_DISPOSITION).unwrap().to_str().unwrap();
    assert!(content.starts_with("attachment"));
    let known: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    assert_eq!(known["account"][0]["email"], VILMA);
    assert_eq!(known["cv"][0]["about"], "Jeg spiller klaver.");
    assert_eq!(known["groups"][0]["name"], "Familien");
    assert_eq!(world.get("/min-side/data.json").await.status, StatusCode::UNAUTHORIZED, "only one's own");
}

#[db_test]
async fn an_association_looks_only_for_its_own_open_task(db: Db) {
    let world = world(&db).await;
    let (person, cookie) = joined(&world).await;
    world.post_as("/min-side/cv", &CV, &cookie).await;
    shares(&world, &cookie, &[Field::Competences]).await;
    let name = format!("Frivillig {}", cv_of(&world, person).await.pseudonym);
    let chair = world.cookie(world.town.chair_handball).await;
    let without = world.get_as("/cv-banken", &chair).await;
    assert!(without.status == StatusCode::OK && !without.body.contains(&name));
    let other = world.task(|_| {}).await;
    let foreign = world.get_as(&format!("/cv-banken?opgave={}", other.id), &chair).await;
    assert!(!foreign.body.contains(&name), "another's task opens nothing");
    let handball = world.town.handball;
    let own =
        world.task(|task| task.poster = samskab_organisation::answering::Poster::Association(handball)).await;
    let found = world.get_as(&format!("/cv-banken?opgave={}", own.id), &chair).await;
    assert!(found.body.contains(&name), "{}", found.body);
    assert_eq!(world.get_as("/cv-banken", &cookie).await.status, StatusCode::FORBIDDEN, "not volunteers");
}
