//! What comes of an answer: shared out, answered once for those that say the same, and told to each.

use samskab_store::db_test;

use super::*;

/// The address of the remark with these words.
fn remark(list: &Page, words: &str) -> String {
    // Its box is labelled with the same words, before the link.
    let before = &list.body[..list.body.rfind(words).expect(words)];
    format!("/bemaerkninger/{}", before.rsplit("/bemaerkninger/").next().unwrap().split('"').next().unwrap())
}

#[db_test]
async fn three_hundred_that_say_the_same_are_answered_once_and_each_gets_the_answer(db: Db) {
    let house = busy_house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    for number in 0..300 {
        let email = format!("svar{number}@post.example");
        let said = if number % 2 == 0 { "Bevar bussen!" } else { "bevar  Bussen" };
        assert_eq!(answer(&mut house.visitor(), &path, &email, said).await.status, 303);
    }
    let all = mails(&house).await;
    for mail in all.iter().filter(|mail| mail.subject.starts_with("Bekræft")) {
        house.visitor().post(&format!("{}/bekraeft", link(mail, "/hoeringssvar/")), &[]).await;
    }
    let page = house.visitor().get(&path).await;
    assert!(page.has("300 offentlige svar") && page.has("Side 1 af 15"), "{}", page.body);
    let early = asta.get(&format!("{path}/bemaerkninger")).await;
    assert!(early.has("svarene kan stadig ændres"), "{}", early.body);
    seconds_before(&house, 0);
    let list = asta.get(&format!("{path}/bemaerkninger")).await;
    assert!(
        list.has("300 siger det samme") && list.has("0 er vurderet, 1 mangler. I alt 300"),
        "{}",
        list.body
    );
    let one = remark(&list, "300 siger det samme");
    let silent = asta.post(&one, &[("udfald", "not_used")]).await;
    assert!(silent.status == 422 && silent.has("Skriv, hvorfor"), "{}", silent.body);
    let early = asta.post(&format!("{path}/afslut"), &[]).await;
    assert_eq!(early.location, format!("{path}/bemaerkninger"), "nobody is left without an answer");
    let said = [("udfald", "not_used"), ("fordi", "Bussen hører til regionen."), ("tema", "Trafik")];
    assert_eq!(asta.post(&one, &said).await.status, 303);
    assert_eq!(asta.post(&format!("{path}/afslut"), &[]).await.location, format!("{path}/notat"));
    let note = house.visitor().get(&format!("{path}/notat")).await;
    assert!(
        note.has("Trafik")
            && note.has("Bussen hører til regionen.")
            && note.has("og 288 andre")
            && note.has("Ikke taget med"),
        "{}",
        note.body
    );
    for _ in 0..4 {
        work(&house).await;
    }
    let told =
        mails(&house).await.into_iter().filter(|mail| mail.subject.starts_with("Det kom der ud af")).count();
    assert_eq!(told, 300, "each sender is answered once");
    let mail = mail_to(&house, "svar7@post.example").await;
    assert!(
        mail.body.contains("bevar Bussen") && mail.body.contains("Bussen hører til regionen."),
        "{mail:?}"
    );
}

#[db_test]
async fn a_remark_is_cut_shared_out_and_assessed_by_whoever_got_it(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let own = confirmed(&house, &path, "svar@post.example", "Længere åbent. Flere nøgler.").await;
    seconds_before(&house, 0);
    let remarks = format!("{path}/bemaerkninger");
    let list = asta.get(&remarks).await;
    let one = remark(&list, "Længere åbent. Flere nøgler.");
    assert_eq!(
        asta.post(&format!("{one}/del"), &[("dele", "Længere åbent. Flere penge.")]).await.status,
        422
    );
    let cut = asta.post(&format!("{one}/del"), &[("dele", "Længere åbent.\n\nFlere nøgler.")]).await;
    assert_eq!(cut.status, 303, "{}", cut.body);
    let list = asta.get(&remarks).await;
    assert!(list.has("I alt 2 bemærkninger"), "{}", list.body);
    let keys = remark(&list, "Flere nøgler.");
    let chosen = keys.rsplit('/').next().unwrap().to_owned();
    let whom = house.town.contact_solgaarden.to_string();
    let share = [("valgt", chosen.as_str()), ("hvem", &whom), ("frist", "2026-03-20"), ("tema", "Nøgler")];
    assert_eq!(asta.post(&format!("{remarks}/fordel"), &share).await.status, 303);
    assert_eq!(asta.post(&format!("{remarks}/fordel"), &[("hvem", &whom)]).await.status, 422);
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert!(lone.get("/overblik").await.has("Vurdér 1 bemærkning"));
    let list = lone.get(&format!("{remarks}?min=ja")).await;
    assert!(list.has("Flere nøgler.") && !list.has("Længere åbent."), "{}", list.body);
    let mut other = house.signed_in(house.town.contact_school).await;
    assert_eq!(other.get(&keys).await.status, 403);
    assert_eq!(other.get(&remarks).await.status, 403);
    let said = [("udfald", "partly"), ("fordi", "To nøgler til hver forening."), ("tema", "Nøgler")];
    assert_eq!(lone.post(&keys, &said).await.status, 303);
    let hours = remark(&asta.get(&remarks).await, "Længere åbent.");
    assert_eq!(asta.post(&hours, &[("udfald", "used"), ("fordi", "Nu til klokken 23.")]).await.status, 303);
    assert_eq!(house.visitor().get(&format!("{path}/notat")).await.status, 404, "not published yet");
    assert!(asta.get(&remarks).await.has("Alle bemærkninger er vurderet"));
    assert_eq!(asta.post(&format!("{path}/afslut"), &[]).await.status, 303);
    let note = house.visitor().get(&format!("{path}/notat")).await;
    assert!(
        note.has("Delvist taget med")
            && note.has("To nøgler til hver forening.")
            && note.has("Prøve Testesen"),
        "{}",
        note.body
    );
    let nameless = house.visitor().get(&format!("{path}/notat?anonym=ja&efter=afsender")).await;
    assert!(!nameless.has("Prøve Testesen") && nameless.has("Borger (svar 1)"), "{}", nameless.body);
    for (end, starts) in [("pdf", b"%PDF".as_slice()), ("docx", b"PK"), ("xlsx", b"PK")] {
        let file = house.visitor().get(&format!("{path}/notat.{end}?anonym=ja")).await;
        assert!(file.status == 200 && file.bytes.starts_with(starts), "{end}");
    }
    let page = house.visitor().get(&own).await;
    assert!(page.has("Det kom der ud af dit svar") && page.has("Nu til klokken 23."), "{}", page.body);
    assert!(house.visitor().get("/hoeringer").await.has("Det kom der ud af"));
    work(&house).await;
    let mail = mail_to(&house, "svar@post.example").await;
    assert!(mail.body.contains("Nu til klokken 23.") && mail.body.contains("To nøgler"), "{mail:?}");
}

#[db_test]
async fn an_assessment_outlives_a_change_of_other_words(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let own = confirmed(&house, &path, "svar@post.example", "Længere åbent. Flere nøgler.").await;
    seconds_before(&house, 0);
    let remarks = format!("{path}/bemaerkninger");
    let one = remark(&asta.get(&remarks).await, "Længere åbent. Flere nøgler.");
    asta.post(&format!("{one}/del"), &[("dele", "Længere åbent.\n\nFlere nøgler.")]).await;
    let keys = remark(&asta.get(&remarks).await, "Flere nøgler.");
    asta.post(&keys, &[("udfald", "used"), ("fordi", "To nøgler til hver forening.")]).await;
    let again = [("lukker", "2026-03-12"), ("lukker_kl", "12:00"), ("hvorfor", "Hjemmesiden var nede.")];
    assert_eq!(asta.post(&format!("{path}/frist"), &again).await.status, 303);
    let mut visitor = house.visitor();
    let part = visitor.get(&own).await.body.split("/rediger?del=").nth(1).unwrap().to_owned();
    let part = part.split('"').next().unwrap();
    let mut save = async |said: &str| {
        let form = visitor.get(&format!("{own}/rediger?del={part}")).await;
        let version = form.body.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let fields = [
            ("tekst", said),
            ("navn", "Prøve Testesen"),
            ("hvem", "citizen"),
            ("uden_navn", "ja"),
            ("del", part),
            ("version", version),
        ];
        assert_eq!(visitor.post(&format!("{own}/rediger"), &fields).await.status, 303);
    };
    save("Længere åbent! Flere nøgler.").await;
    let list = asta.get(&remarks).await;
    assert!(list.has("1 er vurderet, 1 mangler. I alt 2"), "{}", list.body);
    assert!(asta.get(&keys).await.has("To nøgler til hver forening."));
    save("Længere åbent. Færre nøgler.").await;
    let list = asta.get(&remarks).await;
    assert!(list.has("0 er vurderet, 1 mangler. I alt 1"), "other words are assessed anew: {}", list.body);
}

#[db_test]
async fn who_confirms_late_gets_the_answer_of_those_that_say_the_same(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    answer(&mut house.visitor(), &path, "sen@post.example", "Bevar bussen!").await;
    let late = link(&mail_to(&house, "sen@post.example").await, "/hoeringssvar/");
    confirmed(&house, &path, "svar@post.example", "bevar bussen").await;
    seconds_before(&house, 0);
    let remarks = format!("{path}/bemaerkninger");
    let one = remark(&asta.get(&remarks).await, "bevar bussen");
    asta.post(&one, &[("udfald", "not_used"), ("fordi", "Bussen hører til regionen.")]).await;
    assert_eq!(house.visitor().post(&format!("{late}/bekraeft"), &[]).await.status, 303);
    let list = asta.get(&remarks).await;
    assert!(list.has("1 er vurderet, 0 mangler. I alt 2"), "{}", list.body);
    assert_eq!(asta.post(&format!("{path}/afslut"), &[]).await.location, format!("{path}/notat"));
}

#[db_test]
async fn a_piece_that_joins_an_answered_group_leaves_it_answered(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    confirmed(&house, &path, "svar@post.example", "Bevar bussen.").await;
    confirmed(&house, &path, "to@post.example", "Flere nøgler. Bevar bussen.").await;
    seconds_before(&house, 0);
    let remarks = format!("{path}/bemaerkninger");
    let list = asta.get(&remarks).await;
    let both = remark(&list, "Flere nøgler. Bevar bussen.");
    let one = list.body.split("/bemaerkninger/").map(|rest| rest.split('"').next().unwrap());
    let one =
        one.map(|id| format!("/bemaerkninger/{id}")).find(|one| one.len() == both.len() && *one != both);
    asta.post(&one.unwrap(), &[("udfald", "used"), ("fordi", "Bussen kører videre.")]).await;
    asta.post(&format!("{both}/del"), &[("dele", "Flere nøgler.\n\nBevar bussen.")]).await;
    let list = asta.get(&remarks).await;
    assert!(list.has("1 er vurderet, 1 mangler. I alt 3"), "{}", list.body);
}

#[db_test]
async fn whoever_works_here_no_longer_lists_no_remarks(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    confirmed(&house, &path, "svar@post.example", "Flere nøgler.").await;
    seconds_before(&house, 0);
    let remarks = format!("{path}/bemaerkninger");
    let one = remark(&asta.get(&remarks).await, "Flere nøgler.");
    let (chosen, whom) = (one.rsplit('/').next().unwrap(), house.town.contact_solgaarden.to_string());
    let share = [("valgt", chosen), ("hvem", &whom)];
    assert_eq!(asta.post(&format!("{remarks}/fordel"), &share).await.status, 303);
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.get(&remarks).await.status, 200);
    let today = house.clock.now().day();
    let stamp = samskab_store::Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let held = samskab_organisation::position::store::all(&mut tx, house.town.tenant, today).await.unwrap();
    let own = held.into_iter().flat_map(|held| held.appointments);
    for appointment in own.filter(|one| one.person == house.town.contact_solgaarden) {
        let last_day = today.plus_days(-1);
        samskab_organisation::position::store::end_appointment(&mut tx, appointment.id, last_day)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(lone.get(&one).await.status, 403);
    assert_eq!(lone.get(&remarks).await.status, 403);
}

#[db_test]
async fn the_note_names_what_is_missing_and_is_published_where_it_is_read(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    confirmed(&house, &path, "a@post.example", "Længere åbent.").await;
    confirmed(&house, &path, "b@post.example", "Skriv til mig på b@post.example.").await;
    seconds_before(&house, 0);
    let pages = [format!("{path}/bemaerkninger"), format!("{path}/notat")];
    for page in &pages {
        let page = asta.get(page).await;
        assert!(
            page.has("2 bemærkninger skal vurderes") && page.has("Svar 2: Prøve Testesen skal ses"),
            "{}",
            page.body
        );
        assert!(!page.has(&format!("{path}/afslut")), "no button that does nothing");
    }
    for words in ["Længere åbent.", "Skriv til mig"] {
        let one = remark(&asta.get(&pages[0]).await, words);
        asta.post(&one, &[("udfald", "used"), ("fordi", "Ja.")]).await;
    }
    let page = asta.get(&pages[0]).await;
    assert!(
        !page.has("Alle bemærkninger er vurderet") && page.has("Svar 2: Prøve Testesen skal ses"),
        "{}",
        page.body
    );
    let one = format!(
        "/indkomne-svar/{}",
        page.body.split("/indkomne-svar/").nth(1).unwrap().split('"').next().unwrap()
    );
    published(&mut asta, &one).await;
    for page in &pages {
        assert!(asta.get(page).await.has(&format!("{path}/afslut")));
    }
    assert_eq!(asta.post(&format!("{path}/afslut"), &[]).await.location, pages[1]);
}
