//! Opsætning, as a browser meets it.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use axum::http::StatusCode;
use samskab_kernel::Clock;
use samskab_organisation::{
    person::PersonId,
    testing::{
        self, NOW,
        browser::{Browser, House, Page, house_with},
    },
};
use samskab_settings::hosts;
use samskab_store::{Db, Stamp, db_test};

async fn house(db: Db) -> House {
    house_with(db, samskab_web::Config::default(), &[samskab_chart::module, samskab_settings::module]).await
}

/// The form as the page shows it, with `changes` typed and the button of a section pressed.
async fn typed(browser: &mut Browser<'_>, section: &str, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = browser.get("/opsaetning").await;
    assert_eq!(page.status, StatusCode::OK);
    let mut fields = fields_of(&page);
    fields.push(("afsnit".to_owned(), section.to_owned()));
    fields.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    fields.extend(changes.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    fields
}

/// What the form would send, without the button.
fn fields_of(page: &Page) -> Vec<(String, String)> {
    let form = page.body.split("id=\"opsaetning\"").nth(1).unwrap();
    let form = form.split("</form>").next().unwrap();
    let attribute = |tag: &str, name: &str| {
        tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned)
    };
    let mut fields = Vec::new();
    for tag in form.split('<') {
        let Some(name) = attribute(tag, "name") else { continue };
        let is_picked =
            !tag.contains("type=\"radio\"") && !tag.contains("type=\"checkbox\"") || tag.contains(" checked");
        if tag.starts_with("textarea") {
            let text = tag.split_once('>').unwrap().1;
            fields.push((name, read(text.strip_prefix('\n').unwrap_or(text))));
        } else if tag.starts_with("input") && is_picked {
            fields.push((name, read(&attribute(tag, "value").unwrap_or_default())));
        }
    }
    fields
}

/// What a browser reads in the source of a page. It sends line breaks in its own way.
fn read(source: &str) -> String {
    let signs =
        [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&"), ("\n", "\r\n")];
    signs.into_iter().fold(source.to_owned(), |text, (written, sign)| text.replace(written, sign))
}

async fn send(browser: &mut Browser<'_>, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    browser.post("/opsaetning", &fields).await
}

async fn administrator(house: &House) -> Browser<'_> {
    house.signed_in(house.town.administrator).await
}

#[db_test]
async fn the_administrator_and_the_coordinator_decide_and_nobody_else(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let may = |person: PersonId| house.signed_in(person);
    for person in [town.administrator, town.coordinator, town.deputy_coordinator] {
        assert_eq!(may(person).await.get("/opsaetning").await.status, StatusCode::OK);
    }
    for person in [town.key_care, town.contact_solgaarden, town.ambassador_solgaarden, town.chair_handball] {
        let mut browser = may(person).await;
        for path in ["/opsaetning", "/opsaetning/farver", "/opsaetning/opbevaring"] {
            assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(browser.post("/opsaetning", &[]).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(house.visitor().get("/opsaetning").await.status, StatusCode::UNAUTHORIZED);
}

#[db_test]
async fn a_change_shows_at_once_on_every_page_and_in_the_history(db: Db) {
    let house = house(db).await;
    let mut browser = administrator(&house).await;
    let called = [("tagline", "Fjordlund hjælper"), ("welcome", "Kom & vær med")];
    let fields = typed(&mut browser, "name", &called).await;
    assert_eq!(send(&mut browser, &fields).await.status, StatusCode::SEE_OTHER);
    let fields = typed(&mut browser, "contact", &[("phone", "70123456")]).await;
    let answer = send(&mut browser, &fields).await;
    assert_eq!(
        (answer.status, answer.location.as_str()),
        (StatusCode::SEE_OTHER, "/opsaetning#afsnit-contact")
    );
    let elsewhere = house.visitor().get("/privatliv").await;
    assert!(elsewhere.has("70 12 34 56") && elsewhere.has("Fjordlund hjælper"));
    let page = browser.get("/opsaetning").await;
    assert!(page.has("Ændringerne er gemt"));
    assert!(page.has("Sidens navn · Velkomst") && page.has("what\">Telefon<"), "which settings changed");
    assert!(page.has("Ib Opdigt"), "who changed them");
    let events = samskab_store::events::of(
        &mut house.db.read().await.unwrap(),
        house.town.tenant,
        house.town.tenant.uuid(),
    )
    .await;
    let event = events.unwrap().pop().unwrap();
    assert_eq!(event.kind, "tenant.settings_changed");
    assert!(!event.data.contains("70"), "which settings, never to what: {}", event.data);
}

#[db_test]
async fn what_the_municipality_decides_about_volunteers_is_kept_and_shown(db: Db) {
    let house = house(db).await;
    let mut browser = administrator(&house).await;
    let decided = [("declaration_gates", "children"), ("certificate_months", "36")];
    let invited = [("invitation_budget_per_week", "2"), ("invitation_cooldown_days", "30")];
    let wrong = typed(
        &mut browser,
        "requirements",
        &[("certificate_months", "6"), ("declaration_gates", "children")],
    )
    .await;
    let page = send(&mut browser, &wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("value=\"children\" checked"), "what was chosen is kept: {}", page.body);

    for (section, decided) in [("requirements", &decided[..]), ("volunteers", &invited[..])] {
        let fields = typed(&mut browser, section, decided).await;
        assert_eq!(send(&mut browser, &fields).await.status, StatusCode::SEE_OTHER);
    }
    let page = browser.get("/opsaetning").await;
    for (name, value) in decided.iter().skip(1).chain(&invited) {
        let tag = page.body.split('<').find(|tag| tag.contains(&format!("name=\"{name}\"")));
        assert!(tag.unwrap_or_default().contains(&format!("value=\"{value}\"")), "{name}");
    }
    assert!(page.has("value=\"children\" checked"));
}

#[db_test]
async fn the_municipality_has_its_own_words(db: Db) {
    let house = house(db).await;
    let mut browser = administrator(&house).await;
    let fields = typed(
        &mut browser,
        "words",
        &[("word-key-person-da", "Brobygger"), ("word-key-person-en", "Bridge-builder")],
    )
    .await;
    assert_eq!(send(&mut browser, &fields).await.status, StatusCode::SEE_OTHER);
    let unit = format!("/enheder/{}", house.town.care);
    assert!(house.visitor().get(&unit).await.has("Brobygger"));
    assert!(house.visitor().get(&format!("{unit}?sprog=en")).await.has("Bridge-builder"));
    assert!(browser.get("/opsaetning").await.has("Ordet for Nøgleperson"));
}

#[db_test]
async fn what_was_typed_wrong_stays_and_nothing_is_saved(db: Db) {
    let house = house(db).await;
    let mut browser = administrator(&house).await;
    for (section, name, text, said) in [
        ("contact", "phone", "ring bare", "ring bare"),
        ("colours", "colour", "#ffd200", "mindst 4,5:1"),
        ("rules", "promise_days", "90", "value=\"90\""),
    ] {
        let fields = typed(&mut browser, section, &[(name, text)]).await;
        let page = send(&mut browser, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{section}");
        assert!(page.has(text) && page.has(said), "{text} is kept, and what is wrong is said");
    }
    let nowhere = [("afsnit", "andet"), ("phone", "70123456")];
    assert_eq!(browser.post("/opsaetning", &nowhere).await.status, StatusCode::NOT_FOUND);
    assert!(browser.get("/opsaetning").await.has("Ingen har ændret opsætningen endnu"));
}

#[db_test]
async fn of_two_who_change_at_once_the_later_one_is_told(db: Db) {
    let house = house(db).await;
    let (mut first, mut second) =
        (administrator(&house).await, house.signed_in(house.town.coordinator).await);
    let hers = typed(&mut first, "contact", &[("phone", "70111111")]).await;
    let his = typed(&mut second, "contact", &[("phone", "70222222")]).await;
    assert_eq!(send(&mut first, &hers).await.status, StatusCode::SEE_OTHER);
    let page = send(&mut second, &his).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.has("Opsætningen er ændret imens") && page.has("Ib Opdigt"));
    assert!(page.has("70222222") && page.has("»70 11 11 11«"), "what was typed, and what stands there now");
    let mut again = his.clone();
    let version = fields_of(&page).into_iter().find(|(name, _)| name == "version-contact").unwrap();
    again.retain(|(name, _)| name != "version-contact");
    again.push(version);
    assert_eq!(send(&mut second, &again).await.status, StatusCode::SEE_OTHER);
    assert!(house.visitor().get("/privatliv").await.has("70 22 22 22"));
}

#[db_test]
async fn two_who_decide_different_things_do_not_meet_and_a_section_leaves_the_others_alone(db: Db) {
    let house = house(db).await;
    let (mut first, mut second) =
        (administrator(&house).await, house.signed_in(house.town.coordinator).await);
    let hers = typed(&mut first, "contact", &[("phone", "70111111")]).await;
    let his = typed(&mut second, "name", &[("tagline", "Fjordlund hjælper")]).await;
    assert_eq!(send(&mut first, &hers).await.status, StatusCode::SEE_OTHER);
    assert_eq!(send(&mut second, &his).await.status, StatusCode::SEE_OTHER, "nobody changed the name");
    let page = house.visitor().get("/privatliv").await;
    assert!(page.has("70 11 11 11") && page.has("Fjordlund hjælper"), "{}", page.body);
}

#[db_test]
async fn what_was_typed_in_several_sections_is_saved_with_any_button(db: Db) {
    let house = house(db).await;
    let mut browser = administrator(&house).await;
    let changes = [("tagline", "Fjordlund hjælper"), ("phone", "70123456")];
    let fields = typed(&mut browser, "contact", &changes).await;
    assert_eq!(send(&mut browser, &fields).await.status, StatusCode::SEE_OTHER);
    let page = house.visitor().get("/privatliv").await;
    assert!(page.has("70 12 34 56") && page.has("Fjordlund hjælper"), "{}", page.body);
    let wrong = [("tagline", "Fjordlund sammen"), ("phone", "ring bare")];
    let fields = typed(&mut browser, "contact", &wrong).await;
    let page = send(&mut browser, &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("Fjordlund sammen") && page.has("ring bare"), "nothing typed is lost");
    let untouched = typed(&mut browser, "rules", &[]).await;
    send(&mut browser, &untouched).await;
    assert!(browser.get("/opsaetning").await.has("Du har ikke ændret noget"));
}

#[db_test]
async fn the_host_names_are_shown_and_are_nobody_s_to_change_here(db: Db) {
    testing::town_at(&db, "nabo", "nabo.example").await;
    let house = house(db).await;
    let mut browser = administrator(&house).await;
    let hosts = async || {
        let all = hosts::all(&mut house.db.read().await.unwrap()).await.unwrap();
        all.into_iter().map(|host| (host.slug, host.name)).collect::<Vec<_>>()
    };
    let before = hosts().await;
    assert_eq!(before.len(), 2, "{before:?}");
    let page = browser.get("/opsaetning").await;
    assert!(page.has("Alle adresser, som ingen anden kommune har") && page.has("hører til installationen"));
    assert!(!page.has("nabo.example") && !page.has("name=\"host\""), "only its own, and no field for one");
    for path in ["/opsaetning/adresser", "/opsaetning/adresser/fjern"] {
        for host in ["ny.example", "nabo.example", "*"] {
            assert_eq!(browser.post(path, &[("host", host)]).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    // Nor by a field that the form does not have.
    let smuggled = [("host", "nabo.example"), ("hosts", "nabo.example"), ("slug", "nabo"), ("code", "101")];
    let fields = typed(&mut browser, "contact", &[("phone", "70123456")]).await;
    let smuggled = smuggled.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let fields: Vec<_> = fields.into_iter().chain(smuggled).collect();
    assert_eq!(send(&mut browser, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(hosts().await, before);
    assert!(house.visitor().get("/privatliv").await.has("70 12 34 56"), "and what is its own was saved");
}

#[db_test]
async fn the_operator_gives_and_takes_names_and_the_history_says_so(db: Db) {
    let house = house(db).await;
    let tenant = house.town.tenant;
    hosts::give(&house.db, tenant, "ny.fjordlund.example", NOW).await.unwrap();
    let mut browser = administrator(&house).await;
    let page = browser.get("/opsaetning").await;
    assert!(page.has("<code>ny.fjordlund.example</code>") && page.has("s-history-what\">Adresser"));
    let all = hosts::all(&mut house.db.read().await.unwrap()).await.unwrap();
    let every = all.iter().find(|host| host.name == "*").unwrap();
    assert!(hosts::take_away(&house.db, every, NOW).await.unwrap());
    let last = all.iter().find(|host| host.name != "*").unwrap();
    assert!(!hosts::take_away(&house.db, last, NOW).await.unwrap(), "the last one stays");
}

#[db_test]
async fn colours_are_shown_with_their_contrast_while_they_are_typed(db: Db) {
    let house = house(db).await;
    let mut browser = administrator(&house).await;
    let sample = |colour: &str| {
        format!("/opsaetning/farver?colour=%23{colour}&colour_dark=%23083e49&on_colour=%23ffffff")
    };
    assert!(browser.get(&sample("0b5563")).await.has("Teksten kan læses af alle"));
    assert!(browser.get(&sample("ffd200")).await.has("Kontrasten er kun 1,4:1"));
    assert!(
        !browser.get(&sample("%22%3E%3Cscript")).await.has("<script>"),
        "nothing is painted with what is no colour"
    );
}

#[db_test]
async fn whom_to_call_is_the_first_step_until_it_is_written_and_the_menu_counts_it_on_every_page(db: Db) {
    let house = house(db).await;
    let mut browser = administrator(&house).await;
    let step = "Skriv kommunens telefonnummer";
    let nobody = typed(&mut browser, "contact", &[("phone", ""), ("email", "")]).await;
    send(&mut browser, &nobody).await;
    assert!(browser.get("/overblik").await.has(step));
    assert!(
        !house.visitor().get("/privatliv").await.has("Du kan altid ringe"),
        "there is nobody to call yet"
    );
    let wrong = typed(&mut browser, "contact", &[("phone", "ring bare")]).await;
    let page = send(&mut browser, &wrong).await;
    assert!(
        page.status == StatusCode::UNPROCESSABLE_ENTITY && page.has("class=\"s-count\""),
        "{}",
        page.body
    );
    let fields =
        typed(&mut browser, "contact", &[("phone", "70123456"), ("email", "frivillig@fjordlund.example")])
            .await;
    send(&mut browser, &fields).await;
    let list = browser.get("/overblik").await;
    assert!(!list.has(step) && !list.has("Udpeg en frivilligkoordinator"), "{}", list.body);
    assert!(house.visitor().get("/privatliv").await.has("Du kan altid ringe"));
    // The coordinator has other things to do.
    assert!(!house.signed_in(house.town.coordinator).await.get("/overblik").await.has("Kom godt i gang"));
}

#[db_test]
async fn the_page_says_what_would_go_and_the_jobs_take_just_that(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let before = NOW.plus_days(-15);
    let mut tx = house.db.begin(Stamp { tenant: town.tenant, actor: None, now: before }).await.unwrap();
    samskab_web::session::begin(&mut tx, town.key_care.uuid(), house.db.dice()).await.unwrap();
    tx.commit().await.unwrap();
    let mut browser = house.signed_in(town.coordinator).await;
    let due = |body: &str| -> Vec<String> {
        body.split("data-title=\"Klar til sletning nu\">")
            .skip(1)
            .map(|rest| rest.split('<').next().unwrap().to_owned())
            .collect()
    };
    let page = browser.get("/opsaetning/opbevaring").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(due(&page.body), ["1", "0", "0", "0", "0", "0", "0"], "the session; nothing else");
    assert!(page.has("Er ikke kørt endnu"));

    let worker = samskab_jobs::Worker::new(house.db.clone(), Clock::standing_at(NOW), house.services.clone())
        .register_all(samskab_organisation::retention::jobs());
    worker.run_until_idle(NOW).await.unwrap();
    let page = browser.get("/opsaetning/opbevaring").await;
    assert_eq!(due(&page.body), ["0"; 7]);
    assert!(page.has("Sidst slettet: 1, 2. marts 2026."));
}

#[db_test]
async fn the_room_for_files_is_said_before_it_is_used_and_what_is_too_much_is_refused_in_words(db: Db) {
    let modules = [samskab_chart::module, samskab_settings::module, samskab_meetings::module];
    let house = house_with(db, samskab_web::Config::default(), &modules).await;
    let mut administrator = administrator(&house).await;
    let limit = typed(&mut administrator, "files", &[("limit_mb", "10")]).await;
    assert_eq!(send(&mut administrator, &limit).await.status, StatusCode::SEE_OTHER);
    assert!(administrator.get("/opsaetning/opbevaring").await.has("0 kB af 10 MB er brugt"));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let body = [("navn", "Kaffegruppen"), ("art", "working_group"), ("fra", "2026-01-01")];
    let body = asta.post("/organer/ny", &body).await.location;
    let body = body.split('?').next().unwrap();
    let meeting = [("dag", "2026-03-12"), ("fra", "14:00"), ("til", "16:00"), ("gentag", "en")];
    let meeting = asta.post(&format!("{body}/moeder/nyt"), &meeting).await.location;
    let meeting = meeting.split('?').next().unwrap();
    let item =
        asta.post(&format!("{meeting}/punkter/nyt"), &[("titel", "Kaffe"), ("verbum", "discusses")]).await;
    let item = item.location.split("#punkt-").nth(1).unwrap().to_owned();
    let annexes = format!("/punkter/{item}/bilag");
    let large = vec![b'a'; 9 * 1024 * 1024];
    assert_eq!(asta.post_file(&annexes, "stor.txt", &large).await.status, StatusCode::SEE_OTHER);
    assert!(asta.get("/overblik").await.has("Pladsen til filer er snart brugt"));
    let page = administrator.get("/opsaetning/opbevaring").await;
    assert!(page.has("9 MB af 10 MB er brugt") && page.has("Bilag til møder"), "{}", page.body);
    let refused = asta.post_file(&annexes, "to.txt", &large[..2 * 1024 * 1024]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("Kommunens plads til filer er brugt"), "{}", refused.body);
    assert_eq!(asta.post_file(&annexes, "lille.txt", b"Kaffe").await.status, StatusCode::SEE_OTHER);
}
