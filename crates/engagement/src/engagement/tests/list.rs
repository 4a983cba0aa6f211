//! The volunteers of a place as a list: searched, taken along as a file, and written to together.

use super::*;

fn ticked<'a>(ids: &'a [String], rest: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    ids.iter().map(|id| ("valgt", id.as_str())).chain(rest.iter().copied()).collect()
}

#[db_test]
async fn a_volunteer_is_found_by_any_part_of_the_name_or_the_task_whatever_the_letters(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    for (asked, is_found) in [
        ("vilma", true),
        ("VIL+kaffe", true),
        ("h%C3%B8jtl%C3%A6sning", true),
        ("hoejtlaesning", true),
        ("vilma+skak", false),
        ("%25", false),
    ] {
        let listed = world.get_as(&format!("/frivillige?q={asked}"), &lone).await;
        assert_eq!(listed.body.contains("1 frivillig<"), is_found, "{asked}");
    }
}

#[db_test]
async fn the_file_has_what_the_page_has_and_the_addresses_and_only_for_those_who_answer_there(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let file = world.get_as("/frivillige.csv", &lone).await;
    assert!(file.headers["content-disposition"].to_str().unwrap().contains("frivillige-2026-03-02.csv"));
    let lines: Vec<&str> = file.body.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("Frivillig;Hjælper med;Tilstand;"), "{}", lines[0]);
    assert!(lines[1].contains(VILMA) && lines.len() == 2, "{lines:?}");
    assert_eq!(world.get_as("/frivillige.csv?q=ingen", &lone).await.body.lines().count(), 1);
    let workbook = world.get_as("/frivillige.xlsx", &lone).await;
    assert!(workbook.status == StatusCode::OK && workbook.body.starts_with("PK"));
    let other = world.cookie(world.town.contact_school).await;
    assert!(!world.get_as("/frivillige.csv", &other).await.body.contains(VILMA));
    assert_eq!(world.get("/frivillige.csv").await.status, StatusCode::UNAUTHORIZED);
}

#[db_test]
async fn several_are_written_to_each_by_themselves_and_it_stands_with_their_agreement(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (_, engagement) = accepted(&world, &task).await;
    let now = world.clock.now();
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let without =
        samskab_organisation::person::Person::new(db.dice().id(now), "Ulla Uden".to_owned(), None, now);
    samskab_organisation::person::store::add(&mut tx, &without).await.unwrap();
    let second =
        Engagement { id: db.dice().id(now), interest: None, person: without.id, ..engagement.clone() };
    store::add(&mut tx, &second).await.unwrap();
    tx.commit().await.unwrap();

    let lone = world.cookie(world.town.contact_solgaarden).await;
    let ids = [engagement.person.to_string(), without.id.to_string()];
    let nobody = world.post_as("/frivillige/valgte", &[("handling", "skriv")], &lone).await;
    assert_eq!((nobody.status, nobody.location()), (StatusCode::SEE_OTHER, "/frivillige"));
    let preview = world.post_as("/frivillige/valgte", &ticked(&ids, &[("handling", "skriv")]), &lone).await;
    assert!(preview.body.contains("Skriv til 1 frivillig"), "{}", preview.body);
    assert!(preview.body.contains("har ingen e-mail"), "whoever has no address is called");

    // What is missing is said at its field, and what was written stays.
    let half = ticked(&ids, &[("handling", "skriv"), ("emne", ""), ("tekst", "Kom ti minutter før.")]);
    let refused = world.post_as("/frivillige/valgte/udfoer", &half, &lone).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Kom ti minutter før.") && refused.body.contains("id=\"emne-error\""));
    assert_eq!(mailed(&world, "Ny kaffemaskine", "").await, 0);

    let whole = ticked(
        &ids,
        &[("handling", "skriv"), ("emne", "Ny kaffemaskine"), ("tekst", "Kom ti minutter før.")],
    );
    let sent = world.post_as("/frivillige/valgte/udfoer", &whole, &lone).await;
    assert!(sent.body.contains("1 mail er på vej"), "{}", sent.body);
    assert_eq!(mailed(&world, "Ny kaffemaskine", "Kom ti minutter før.").await, 1);
    let mails = world.mails_to(VILMA).await;
    let mail = mails.iter().find(|mail| mail.subject == "Ny kaffemaskine").unwrap();
    assert_eq!(
        mail.reply_to.as_ref().map(ToString::to_string).as_deref(),
        Some("lone.papsen@fjordlund.example")
    );
    let page = world.get_as(&engagement.href(), &lone).await.body;
    assert!(page.contains("Ny kaffemaskine"), "it stands in the history");

    // Of another place nobody is reached, whoever is ticked.
    let other = world.cookie(world.town.contact_school).await;
    let sent = world.post_as("/frivillige/valgte/udfoer", &whole, &other).await;
    assert!(!sent.body.contains("er på vej"), "{}", sent.body);
    assert_eq!(mailed(&world, "Ny kaffemaskine", "").await, 1);
}

#[db_test]
async fn everybody_on_the_list_is_written_to_with_one_tick_and_the_text_is_kept_for_another_time(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let all = [("handling", "skriv"), ("alle", "ja"), ("tilbage", "/frivillige?q=kaffe")];
    let preview = world.post_as("/frivillige/valgte", &all, &lone).await.body;
    assert!(
        preview.contains("Skriv til 1 frivillig") && preview.contains("Kom til en kop kaffe"),
        "{preview}"
    );
    let none = [("handling", "skriv"), ("alle", "ja"), ("tilbage", "/frivillige?q=skak")];
    assert_eq!(world.post_as("/frivillige/valgte", &none, &lone).await.status, StatusCode::SEE_OTHER);
    let other = world.cookie(world.town.contact_school).await;
    let elsewhere = world.post_as("/frivillige/valgte", &all, &other).await;
    assert_eq!(elsewhere.status, StatusCode::SEE_OTHER, "a list never has what its reader may not see");

    // A template fills what is empty, and is put below what was typed.
    let id = preview.split("name=\"valgt\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let ids = [id];
    let typed = ticked(
        &ids,
        &[("handling", "skriv"), ("brug", "ja"), ("skabelon", "3"), ("emne", ""), ("tekst", "Kære alle.")],
    );
    let filled = world.post_as("/frivillige/valgte", &typed, &lone).await.body;
    assert!(filled.contains("value=\"Kom til en kop kaffe\""), "{filled}");
    assert!(filled.contains("Kære alle.") && filled.contains("så vi har kage nok"), "{filled}");

    let whole = ticked(
        &ids,
        &[("handling", "skriv"), ("emne", "Havedag"), ("tekst", "Tag handsker med."), ("gem", "ja")],
    );
    world.post_as("/frivillige/valgte/udfoer", &whole, &lone).await;
    let again =
        world.post_as("/frivillige/valgte", &ticked(&ids, &[("handling", "skriv")]), &lone).await.body;
    assert!(again.contains(">Havedag</option>"), "{again}");
    let kept = again.split("name=\"skabelon\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let used = ticked(&ids, &[("handling", "skriv"), ("brug", "ja"), ("skabelon", kept)]);
    assert!(world.post_as("/frivillige/valgte", &used, &lone).await.body.contains("Tag handsker med."));
    let fields = [("skabelon", kept), ("tilbage", "/frivillige")];
    let removed = world.post_as("/frivillige/skabeloner/fjern", &fields, &lone).await;
    assert_eq!(removed.location(), "/frivillige");
    let gone = world.post_as("/frivillige/valgte", &ticked(&ids, &[("handling", "skriv")]), &lone).await.body;
    assert!(!gone.contains(">Havedag</option>"), "{gone}");
}

#[db_test]
async fn whoever_has_written_to_several_ten_times_a_day_waits(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (_, engagement) = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let ids = [engagement.person.to_string()];
    let whole = ticked(&ids, &[("handling", "skriv"), ("emne", "Hej"), ("tekst", "Hej igen.")]);
    let mut answers = Vec::new();
    for minute in 0..11 {
        world.clock.set(Day::of(2026, 3, 2).at(10, minute));
        answers.push(world.post_as("/frivillige/valgte/udfoer", &whole, &lone).await.body);
    }
    assert!(answers[9].contains("1 mail er på vej"), "{}", answers[9]);
    assert!(answers[10].contains("Ingen fik en mail") && answers[10].contains("10 gange"), "{}", answers[10]);
    world.clock.set(Day::of(2026, 3, 3).at(12, 0));
    let next_day = world.post_as("/frivillige/valgte/udfoer", &whole, &lone).await.body;
    assert!(next_day.contains("1 mail er på vej"), "{next_day}");
}

#[db_test]
async fn a_view_of_the_list_is_saved_by_name_and_is_nobody_else_s(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let seen = "/frivillige?q=vilma";
    assert!(world.get_as(seen, &lone).await.body.contains("Gem denne visning"));
    assert!(
        !world.get_as("/frivillige", &lone).await.body.contains("Gem denne visning"),
        "that is the list itself"
    );

    let nameless = world.post_as("/frivillige/visninger", &[("navn", " "), ("tilbage", seen)], &lone).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.body.contains("value=\"vilma\""), "the list stays as it was: {}", nameless.body);
    for _ in 0..2 {
        let named = [("navn", "Vilma og de andre"), ("tilbage", seen)];
        let saved = world.post_as("/frivillige/visninger", &named, &lone).await;
        assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, seen));
    }
    let listed = world.get_as("/frivillige", &lone).await.body;
    assert_eq!(listed.matches("Vilma og de andre").count(), 1, "the same name is the same view: {listed}");
    // An address of elsewhere is no view of this list.
    let elsewhere = [("navn", "Ud"), ("tilbage", "https://ond.example/?q=x")];
    let saved = world.post_as("/frivillige/visninger", &elsewhere, &lone).await;
    assert_eq!(saved.location(), "/frivillige");

    let other = world.cookie(world.town.key_care).await;
    assert!(!world.get_as("/frivillige", &other).await.body.contains("Vilma og de andre"));
    let page = world.get_as(seen, &lone).await.body;
    let id = page.split("name=\"visning\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let remove = [("visning", id), ("tilbage", seen)];
    let refused = world.post_as("/frivillige/visninger/fjern", &remove, &other).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let removed = world.post_as("/frivillige/visninger/fjern", &remove, &lone).await;
    assert_eq!(removed.location(), seen);
    assert!(!world.get_as("/frivillige", &lone).await.body.contains("Vilma og de andre"));
}

#[db_test]
async fn name_badges_are_of_those_on_the_list_and_of_nobody_else_s_place(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let badges = world.get_as("/frivillige/navneskilte", &lone).await;
    assert_eq!(badges.status, StatusCode::OK);
    assert!(badges.body.contains("s-badge-first\">Vilma<") && badges.body.contains("Plejehjemmet Solgården"));
    assert!(!world.get_as("/frivillige/navneskilte?q=ingen", &lone).await.body.contains("Vilma"));
    let other = world.cookie(world.town.contact_school).await;
    assert!(!world.get_as("/frivillige/navneskilte", &other).await.body.contains("Vilma"));
    // Of one task only, as its page asks for.
    let of_task = format!("/frivillige?opgave={}", task.id);
    let listed = world.get_as(&of_task, &lone).await.body;
    assert!(listed.contains("1 frivillig<") && listed.contains(&task.title), "{listed}");
    let elsewhere = world.get_as(&of_task, &other).await.body;
    assert!(!elsewhere.contains(&task.title), "a task of another place is not named: {elsewhere}");
}
