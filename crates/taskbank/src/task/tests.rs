//! Tasks in the database and over HTTP, in the small town every test knows. It is Monday 2 March 2026.

mod begun;
mod instead;
mod list;
mod odd;

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use samskab_kernel::{Clock, Day, Instant, contact::Postcode};
use samskab_organisation::{
    answering::Poster,
    association::Theme,
    person::PersonId,
    testing::{NOW, Town, services, services_at, signed_in, town},
};
use samskab_store::{Db, Stamp, Tx, db_test};
use samskab_web::Module;
use tower::ServiceExt as _;

use super::{
    Approach, ApproachKind, Boundary, Channel, Company, Insurance, Language, Remote, Requirement, Settings,
    State, StateKind, Task, TaskId, Through, Time, routes,
    state::Open,
    store,
    time::{Turn, weekdays_from},
    watch::watch,
    work_items,
};

const SATURDAY: Day = Day::of(2026, 3, 7);

samskab_store::statements! {
    NOTICES_TO = "select kind from notice where tenant_id = $1 and person_id = $2 order by kind";
}

/// Solgården's, and nothing is missing.
fn complete(db: &Db, town: &Town) -> Task {
    let line = |text: &str| vec![text.to_owned()];
    let mut task = Task::draft(db.dice().id(NOW), Poster::Unit(town.solgaarden), Theme::Social, None, NOW);
    task.title = "Lørdagskaffe".into();
    task.summary = "Kaffe og selskab.".into();
    task.does = line("Skænk kaffe");
    task.time = Time::OneOff { day: SATURDAY, turn: Turn { start_minute: 840, duration: 120 } };
    task.postcode = "9561".parse::<Postcode>().ok();
    task.city = "Fjordlund".into();
    task.contact = Some(town.contact_solgaarden);
    task.boundary =
        Boundary { staff: line("Pleje"), volunteers: line("Kaffe"), grey: line("Ture ud af huset") };
    task.insurance = Insurance::Effort18a;
    task
}

fn weekly(task: Task) -> Task {
    let turn = Turn { start_minute: 840, duration: 90 };
    Task { time: Time::Weekly { weekdays: weekdays_from("2"), from: None, to: None, turn }, ..task }
}

/// With every field filled in, so that a forgotten column shows.
fn full(db: &Db, town: &Town) -> Task {
    let now = NOW.plus_days(1);
    Task {
        number: Some("T-17".into()),
        through: Through::Association,
        keeps_closed_days: true,
        does: vec!["Skænk kaffe".into(), "Ryd af".into()],
        offers: vec!["Kage".into()],
        expects: vec!["Godt humør".into()],
        theme: Theme::Culture,
        topics: vec!["cafe".into(), "conversation".into()],
        target_groups: vec!["older_people".into()],
        remote: Remote::Partly,
        venue: "Havestuen".into(),
        address: "Solvangen 12".into(),
        place: Some((56.858, 10.125)),
        time: Time::Weekly {
            weekdays: weekdays_from("2 4"),
            from: Some(SATURDAY),
            to: Some(Day::of(2026, 6, 30)),
            turn: Turn { start_minute: 600, duration: 45 },
        },
        places: Some(3),
        languages: vec![Language::Danish, Language::English],
        company: Company::Group,
        accessibility: "Alt er i stueplan.".into(),
        min_age: Some(15),
        requirements: vec![Requirement::ChildrensCertificate, Requirement::Course],
        course: "Førstehjælp".into(),
        information_meeting: "Torsdag kl. 16".into(),
        approach: Some(Approach {
            kind: ApproachKind::Other,
            challenge: "Fordi".into(),
            parties: "Derfor".into(),
            other: "På vores måde".into(),
        }),
        channels: vec![Channel::Newsletter, Channel::Poster],
        state: State::Open(Open {
            expires_at: now,
            current_at: NOW,
            asked_at: Some(NOW),
            warned_at: Some(now),
        }),
        state_since: now,
        published_at: Some(NOW),
        created_by: Some(town.key_care),
        created_at: NOW,
        updated_at: now,
        ..complete(db, town)
    }
}

async fn begin(db: &Db, town: &Town, now: Instant) -> Tx {
    db.begin(Stamp { tenant: town.tenant, actor: None, now }).await.unwrap()
}

async fn add(db: &Db, town: &Town, task: &Task) {
    let mut tx = begin(db, town, NOW).await;
    store::add(&mut tx, task).await.unwrap();
    tx.commit().await.unwrap();
}

async fn stored(db: &Db, town: &Town, id: TaskId) -> Task {
    let mut reader = db.read().await.unwrap();
    store::find(&mut reader, town.tenant, id).await.unwrap().unwrap()
}

#[db_test]
async fn a_task_is_read_as_it_was_written_in_every_state(db: Db) {
    let town = town(&db).await;
    let mut task = full(&db, &town);
    add(&db, &town, &task).await;
    assert_eq!(stored(&db, &town, task.id).await, task);
    let reason = || "Fordi".to_owned();
    for state in [
        State::Draft { sent_back: None },
        State::Draft { sent_back: Some(reason()) },
        State::Awaiting,
        State::Filled { expires_at: NOW },
        State::Closed { reason: reason() },
        State::Expired { reason: reason() },
        State::Cancelled { reason: reason() },
    ] {
        task = Task {
            state,
            number: None,
            poster: Poster::Association(town.handball),
            time: complete(&db, &town).time,
            ..task
        };
        let mut tx = begin(&db, &town, NOW).await;
        store::save(&mut tx, &task).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(stored(&db, &town, task.id).await, task);
    }
}

#[db_test]
async fn cards_come_in_the_order_asked_with_the_poster_s_name(db: Db) {
    let town = town(&db).await;
    let first = complete(&db, &town);
    let second =
        Task { id: db.dice().id(NOW), poster: Poster::Association(town.handball), ..complete(&db, &town) };
    for task in [&first, &second] {
        add(&db, &town, task).await;
    }
    let mut reader = db.read().await.unwrap();
    let unknown = db.dice().id(NOW);
    let cards =
        store::cards(&mut reader, town.tenant, &[second.id, unknown, first.id], NOW.day()).await.unwrap();
    let names: Vec<(TaskId, &str)> = cards.iter().map(|card| (card.id, card.poster_name.as_str())).collect();
    assert_eq!(names, [(second.id, "Fjordlund Håndboldklub"), (first.id, "Plejehjemmet Solgården")]);
    assert_eq!(cards[1].time, first.time);
    assert!(store::cards(&mut reader, town.tenant, &[], NOW.day()).await.unwrap().is_empty());
}

/// The watch as the job does it, at `now`.
async fn look_after(db: &Db, town: &Town, now: Instant) -> usize {
    let mut tx = begin(db, town, now).await;
    let done = watch(&mut tx, &Settings::default()).await.unwrap();
    tx.commit().await.unwrap();
    done
}

async fn notices_to(db: &Db, town: &Town, person: PersonId) -> Vec<String> {
    let mut reader = db.read().await.unwrap();
    reader.query(&NOTICES_TO).bind(town.tenant).bind(person).scalars().await.unwrap()
}

#[db_test]
async fn a_day_that_is_over_takes_its_task_down_and_is_done_only_once(db: Db) {
    let town = town(&db).await;
    let task = complete(&db, &town).publish(&Settings::default(), NOW).unwrap();
    add(&db, &town, &task).await;
    assert_eq!(look_after(&db, &town, SATURDAY.at(15, 0)).await, 0);
    assert_eq!(look_after(&db, &town, SATURDAY.at(16, 0)).await, 1);
    assert_eq!(look_after(&db, &town, SATURDAY.at(17, 0)).await, 0);
    assert_eq!(stored(&db, &town, task.id).await.state.kind(), StateKind::Expired);
    assert!(
        notices_to(&db, &town, town.contact_solgaarden).await.is_empty(),
        "everybody knows that Saturday is over"
    );
}

#[db_test]
async fn a_weekly_task_is_asked_after_once_and_taken_down_when_nobody_answers(db: Db) {
    let town = town(&db).await;
    let task = weekly(complete(&db, &town)).publish(&Settings::default(), NOW).unwrap();
    add(&db, &town, &task).await;
    assert_eq!(look_after(&db, &town, NOW.plus_days(59)).await, 0);
    assert_eq!(look_after(&db, &town, NOW.plus_days(60)).await, 1);
    assert_eq!(look_after(&db, &town, NOW.plus_days(61)).await, 0);
    assert_eq!(notices_to(&db, &town, town.contact_solgaarden).await, ["task_asked_if_current"]);
    assert_eq!(look_after(&db, &town, NOW.plus_days(82)).await, 1);
    assert_eq!(stored(&db, &town, task.id).await.state.kind(), StateKind::Expired);
    assert_eq!(
        notices_to(&db, &town, town.contact_solgaarden).await,
        ["task_asked_if_current", "task_expired"]
    );
}

#[db_test]
async fn who_says_that_it_is_current_keeps_it_open_and_is_told_before_the_end(db: Db) {
    let town = town(&db).await;
    let settings = Settings { ask_if_current_after_days: 1000, ..Settings::default() };
    let task = weekly(complete(&db, &town)).publish(&settings, NOW).unwrap();
    add(&db, &town, &task).await;
    let mut tx = begin(&db, &town, NOW.plus_days(175)).await;
    assert_eq!(watch(&mut tx, &settings).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(notices_to(&db, &town, town.contact_solgaarden).await, ["task_soon_expires"]);
    assert_eq!(stored(&db, &town, task.id).await.state.kind(), StateKind::Open);
}

// ── over HTTP ──────────────────────────────────────────────────────────────────────────────────────

fn module() -> Module {
    Module {
        name: "task",
        routes: routes().merge(crate::legal::routes()),
        work_items: vec![work_items],
        ..Module::default()
    }
}

struct Site {
    router: Router,
    db: Db,
    town: Town,
}

struct Answer {
    status: StatusCode,
    location: String,
    body: String,
}

impl Site {
    async fn open(db: &Db, volunteering: &str) -> Self {
        let town = town(db).await;
        let mut tx = begin(db, &town, NOW).await;
        crate::testing::set_settings(&mut tx, volunteering).await;
        tx.commit().await.unwrap();
        // A task's page stands above, in `finding`.
        let modules = || vec![module(), samskab_finding::module()];
        let router = samskab_web::app(&services(db, &modules()), modules()).0;
        Self { router, db: db.clone(), town }
    }

    async fn ask(
        &self,
        who: Option<PersonId>,
        request: axum::http::request::Builder,
        body: String,
    ) -> Answer {
        let mut request =
            request.header(header::HOST, "frivillig.example").header("sec-fetch-site", "same-origin");
        if let Some(person) = who {
            request = request.header(header::COOKIE, signed_in(&self.db, &self.town, person).await);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let location = parts.headers.get(header::LOCATION).and_then(|value| value.to_str().ok());
        Answer {
            status: parts.status,
            location: location.unwrap_or_default().to_owned(),
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    async fn get(&self, who: Option<PersonId>, address: &str) -> Answer {
        self.ask(who, Request::get(address), String::new()).await
    }

    async fn post(&self, who: PersonId, address: &str, fields: &[(&str, &str)]) -> Answer {
        let field = |(name, value): &(&str, &str)| format!("{name}={}", samskab_web::app::encode(value));
        let body = fields.iter().map(field).collect::<Vec<_>>().join("&");
        let request =
            Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(Some(who), request, body).await
    }

    async fn the_task(&self) -> Task {
        let mut reader = self.db.read().await.unwrap();
        let poster = Poster::Unit(self.town.solgaarden);
        store::list_for_poster(&mut reader, self.town.tenant, poster).await.unwrap().remove(0)
    }
}

const ALL_GROUPS: [(&str, &str); 5] = [
    ("remote", "on_site"),
    ("through", "direct"),
    ("theme", "social"),
    ("company", "either"),
    ("languages", "da"),
];

fn new_for(town: &Town) -> String {
    format!("/opgaver/ny?for=enhed-{}", town.solgaarden)
}

/// Everything a unit's task needs, as it is posted.
fn filled_in(contact: &str) -> Vec<(&str, &str)> {
    let mut fields = vec![
        ("title", "Lørdagskaffe på Solgården"),
        ("summary", "Kaffe og selskab en lørdag."),
        ("does", "Skænk kaffe\nRyd af"),
        ("time_kind", "one_off"),
        ("day", "2026-03-07"),
        ("start", "14.00"),
        ("end", "16.00"),
        ("postcode", "9561"),
        ("contact", contact),
        ("boundary_staff", "Pleje"),
        ("boundary_volunteers", "Kaffe"),
        ("boundary_grey", "Ture ud af huset"),
        ("insurance", "effort_18a"),
    ];
    fields.extend(ALL_GROUPS);
    fields
}

#[db_test]
async fn a_draft_is_saved_with_next_to_nothing_and_only_its_own_people_see_it(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let mut fields = vec![("title", "Noget med musik"), ("insurance", "unclear"), ("action", "save")];
    fields.extend(ALL_GROUPS);
    let answer = site.post(lone, &new_for(&site.town), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = answer.location;
    let own = site.get(Some(lone), &page).await;
    assert_eq!(own.status, StatusCode::OK);
    assert!(own.body.contains("Kladde") && own.body.contains("rediger#summary"), "{}", own.body);
    assert_eq!(site.get(None, &page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(Some(site.town.chair_handball), &page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(Some(site.town.key_care), &page).await.status, StatusCode::OK);
    let mine = site.get(Some(lone), "/mine-opgaver").await;
    assert!(mine.body.contains("Noget med musik"), "{}", mine.body);
}

#[db_test]
async fn the_form_opens_for_the_place_it_is_asked_for_and_asks_when_there_are_several(db: Db) {
    let site = Site::open(&db, "{}").await;
    let abel = site.town.chair_handball;
    let begun = site.get(Some(abel), &format!("/opgaver/ny?for={}", site.town.handball)).await;
    assert!(begun.location.contains("&kladde="), "{}", begun.location);
    let page = site.get(Some(abel), &begun.location).await;
    assert!(page.status == StatusCode::OK && page.body.contains("Fjordlund Håndboldklub"), "{}", page.body);
    let only = site.get(Some(abel), "/opgaver/ny").await;
    assert_eq!(only.location, format!("/opgaver/ny?for=forening-{}", site.town.handball));
    let choose = site.get(Some(site.town.key_care), "/opgaver/ny").await;
    assert!(
        choose.body.contains("Sundhed og Omsorg") && choose.body.contains("Plejehjemmet Havblik"),
        "{}",
        choose.body
    );
    assert!(!choose.body.contains("Fjordlund Skole"));
    assert_eq!(site.get(None, "/opgaver/ny").await.status, StatusCode::UNAUTHORIZED);
}

#[db_test]
async fn what_was_typed_stays_when_something_is_wrong(db: Db) {
    let site = Site::open(&db, "{}").await;
    let mut fields = vec![
        ("title", "Kaffe <b>og</b> kage"),
        ("postcode", "95"),
        ("boundary_grey", "Spørg Lones vikar"),
        ("insurance", "unclear"),
        ("action", "save"),
    ];
    fields.extend(ALL_GROUPS);
    let answer = site.post(site.town.contact_solgaarden, &new_for(&site.town), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["Kaffe &#60;b&#62;og", "value=\"95\"", "Spørg Lones vikar", "href=\"#postcode\""] {
        assert!(answer.body.contains(kept), "{kept} in {}", answer.body);
    }
}

#[db_test]
async fn publishing_says_everything_that_is_missing_and_what_to_do_about_the_insurance(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let mut fields = vec![("title", "Kaffe"), ("insurance", "unclear"), ("action", "publish")];
    fields.extend(ALL_GROUPS);
    let answer = site.post(lone, &new_for(&site.town), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["summary", "does", "time_kind", "boundary_staff", "boundary_grey", "insurance"] {
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert!(answer.body.contains("Er du i tvivl, så spørg kommunen"));
}

#[db_test]
async fn a_complete_task_is_published_and_everybody_reads_it(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let contact = lone.to_string();
    let mut fields = filled_in(&contact);
    fields.push(("action", "publish"));
    let answer = site.post(lone, &new_for(&site.town), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = site.get(None, &answer.location).await;
    assert_eq!(page.status, StatusCode::OK);
    for shown in [
        "Lørdag den 7. marts kl.\u{a0}14.00\u{2060}–\u{2060}16.00",
        "9561 Fjordlund",
        "Ture ud af huset",
        "Lone Papsen",
        "12 70 11 05",
        "torsdag den 5. marts",
        "/interesse",
    ] {
        assert!(page.body.contains(shown), "{shown} in {}", page.body);
    }
    assert!(!page.body.contains("lone.papsen@"), "nobody's own e-mail address stands on a public page");
    let english = site.get(None, &format!("{}?sprog=en", answer.location)).await;
    assert!(english.body.contains("Saturday 7 March, 14:00\u{2060}–\u{2060}16:00"));
}

#[db_test]
async fn a_note_about_rules_is_one_folded_line_once_somebody_has_looked_at_it(db: Db) {
    let site = Site::open(&db, "{}").await;
    let task = Task { through: Through::Direct, ..complete(&db, &site.town) };
    let task = task.publish(&Settings::default(), NOW).unwrap();
    add(&db, &site.town, &task).await;
    let href = format!("/opgaver/{}", task.id);
    let says = "Får du dagpenge eller efterløn?";
    assert!(!site.get(None, &href).await.body.contains(says), "rules as they were in 2018 stand on no page");
    let (coordinator, lone) = (site.town.coordinator, site.town.contact_solgaarden);
    let overview = site.get(Some(coordinator), "/opsaetning/noter").await;
    assert!(overview.body.contains(says) && overview.body.contains("Vises ikke"), "{}", overview.body);
    assert_eq!(site.get(Some(lone), "/opsaetning/noter").await.status, StatusCode::FORBIDDEN);
    let looked = site.post(coordinator, "/opsaetning/noter/benefits_direct", &[]).await;
    assert_eq!(looked.status, StatusCode::SEE_OTHER, "{}", looked.body);
    let page = site.get(None, &href).await.body;
    let folded =
        page[page.find("<summary>Regler om dagpenge").unwrap()..].split("</details>").next().unwrap();
    for part in [says, "Set efter i 2026 af Fjordlund Kommune", "Kilde: "] {
        assert!(folded.contains(part), "{part}: {folded}");
    }
    // Beside the one that every page carries for a form that was not sent, which shows nothing by itself.
    let shown = page.split("<template").next().unwrap_or_default();
    assert!(!shown.contains("alert-info") && !shown.contains("alert-warning"), "no box: {page}");
}

#[db_test]
async fn nobody_is_insured_by_a_field_that_was_not_touched(db: Db) {
    let site = Site::open(&db, r#"{"association_first_task_needs_approval": false}"#).await;
    let abel = site.town.chair_handball;
    let contact = abel.to_string();
    let new = format!("/opgaver/ny?for=forening-{}", site.town.handball);
    let new = site.get(Some(abel), &new).await.location;
    let form = site.get(Some(abel), &new).await.body;
    let radios = form[form.find("name=\"insurance\"").unwrap()..].split("</fieldset>").next().unwrap();
    assert!(!radios.contains("checked") && !radios.contains("not_said"), "nothing is chosen: {radios}");
    let mut fields = filled_in(&contact);
    fields.retain(|(name, _)| *name != "insurance");
    fields.push(("action", "publish"));
    let refused = site.post(abel, &new, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Vælg, hvem der forsikrer den frivillige"), "{}", refused.body);

    // A task from before there was a choice makes no claim, and whoever wrote it is asked.
    let old = complete(&db, &site.town).publish(&Settings::default(), NOW).unwrap();
    let old = Task { insurance: Insurance::NotSaid, ..old };
    add(&db, &site.town, &old).await;
    let page = site.get(None, &format!("/opgaver/{}", old.id)).await.body;
    assert!(page.contains("Der er ikke oplyst, hvem der forsikrer"), "{page}");
}

#[db_test]
async fn a_task_that_is_sent_twice_is_one_task(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let contact = lone.to_string();
    let mut fields = filled_in(&contact);
    fields.push(("action", "publish"));
    let page = site.get(Some(lone), &new_for(&site.town)).await.location;
    let sent = tokio::join!(site.post(lone, &page, &fields), site.post(lone, &page, &fields));
    assert!(
        sent.0.status == StatusCode::SEE_OTHER && sent.0.location == sent.1.location,
        "{}",
        sent.1.location
    );
    let again = site.post(lone, &page, &fields).await;
    assert_eq!(again.location, sent.0.location);
    let poster = Poster::Unit(site.town.solgaarden);
    let mut reader = db.read().await.unwrap();
    let tasks = store::list_for_poster(&mut reader, site.town.tenant, poster).await.unwrap();
    assert_eq!(tasks.len(), 1);
    assert!(tasks[0].state.is_open());
    drop(reader);
    // Whoever goes back comes to the task that is there.
    assert_eq!(site.get(Some(lone), &page).await.location, format!("{}/rediger", again.location));
    // Somebody else's draft id leads nowhere near it.
    let other = page.replace(&site.town.solgaarden.to_string(), &site.town.havblik.to_string());
    assert_eq!(site.post(lone, &other, &fields).await.status, StatusCode::FORBIDDEN);
    let taken = site
        .post(site.town.key_care, &other, &[&ALL_GROUPS[..], &[("insurance", "effort_18a")]].concat())
        .await;
    assert_eq!(taken.status, StatusCode::BAD_REQUEST);
}

#[db_test]
async fn where_the_municipality_wants_it_the_key_person_says_yes_or_what_to_change(db: Db) {
    let site = Site::open(&db, r#"{"unit_tasks_need_approval": true}"#).await;
    let (lone, karen) = (site.town.contact_solgaarden, site.town.key_care);
    let contact = lone.to_string();
    let mut fields = filled_in(&contact);
    fields.push(("action", "publish"));
    let page = site.post(lone, &new_for(&site.town), &fields).await.location;
    assert_eq!(site.the_task().await.state, State::Awaiting);
    assert_eq!(notices_to(&db, &site.town, karen).await, ["task_awaiting"]);
    assert_eq!(site.get(None, &page).await.status, StatusCode::NOT_FOUND);
    let refused = site.post(lone, &format!("{page}/godkendelse"), &[]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);

    let empty = site.post(karen, &format!("{page}/tilbage"), &[("text", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    site.post(karen, &format!("{page}/tilbage"), &[("text", "Hvem låser op?")]).await;
    assert_eq!(site.the_task().await.state.reason(), "Hvem låser op?");
    assert!(site.get(Some(lone), &page).await.body.contains("Hvem låser op?"));

    site.post(lone, &format!("{page}/publicering"), &[]).await;
    site.post(karen, &format!("{page}/godkendelse"), &[]).await;
    assert_eq!(site.the_task().await.state.kind(), StateKind::Open);
    assert_eq!(site.get(None, &page).await.status, StatusCode::OK);
    let history = site.get(Some(lone), &page).await.body;
    assert!(history.contains("Sendt tilbage") && history.contains("Karen Tænkthøj"), "{history}");
}

#[db_test]
async fn nobody_changes_another_place_s_task(db: Db) {
    let site = Site::open(&db, "{}").await;
    let task = complete(&db, &site.town).publish(&Settings::default(), NOW).unwrap();
    add(&db, &site.town, &task).await;
    for stranger in [site.town.chair_handball, site.town.contact_school, site.town.key_schools] {
        for address in ["rediger", "luk"] {
            let answer = site.get(Some(stranger), &format!("/opgaver/{}/{address}", task.id)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
        }
        for address in [
            "rediger",
            "publicering",
            "besat",
            "luk",
            "genaabning",
            "kopi",
            "aktuel",
            "godkendelse",
            "tilbage",
        ] {
            let answer =
                site.post(stranger, &format!("/opgaver/{}/{address}", task.id), &[("text", "x")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        }
        let new = site.get(Some(stranger), &new_for(&site.town)).await;
        assert_eq!(new.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(stored(&db, &site.town, task.id).await, task);
}

#[db_test]
async fn a_task_that_is_over_says_so_kindly(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let task = complete(&db, &site.town).publish(&Settings::default(), NOW).unwrap();
    add(&db, &site.town, &task).await;
    let page = format!("/opgaver/{}", task.id);
    site.post(lone, &format!("{page}/besat"), &[]).await;
    let filled = site.get(None, &page).await;
    assert_eq!(filled.status, StatusCode::OK);
    assert!(filled.body.contains("Alle pladser er besat") && !filled.body.contains("Jeg er interesseret"));
    site.post(lone, &format!("{page}/genaabning"), &[]).await;
    assert!(site.get(None, &page).await.body.contains("Jeg er interesseret"));

    let without_reason = site.post(lone, &format!("{page}/luk"), &[("outcome", "cancelled")]).await;
    assert_eq!(without_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    site.post(lone, &format!("{page}/luk"), &[("outcome", "cancelled"), ("text", "Huset er lukket af sne.")])
        .await;
    let cancelled = site.get(None, &page).await;
    assert!(cancelled.status == StatusCode::OK && cancelled.body.contains("Huset er lukket af sne."));

    let mut tx = begin(&db, &site.town, NOW).await;
    let expired = Task { state: State::Expired { reason: String::new() }, ..task };
    store::save(&mut tx, &expired).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(site.get(None, &page).await.status, StatusCode::GONE);
}

#[db_test]
async fn the_aid_proposes_an_approach_and_ticks_none(db: Db) {
    let site = Site::open(&db, "{}").await;
    let contact = site.town.contact_solgaarden.to_string();
    let mut fields = filled_in(&contact);
    fields.extend([
        ("aid_task", "municipality"),
        ("aid_solution", "shared"),
        ("aid_work", "shared"),
        ("action", "aid"),
    ]);
    let answer = site.post(site.town.contact_solgaarden, &new_for(&site.town), &fields).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("<strong>Ligeværdig samskabelse</strong>"), "{}", answer.body);
    assert!(!answer.body.contains("value=\"equal\" checked"));
    assert!(answer.body.contains("Lørdagskaffe på Solgården"));
}

#[db_test]
async fn a_preview_shows_the_task_and_saves_nothing(db: Db) {
    let site = Site::open(&db, "{}").await;
    let contact = site.town.contact_solgaarden.to_string();
    let mut fields = filled_in(&contact);
    fields.push(("action", "preview"));
    let answer = site.post(site.town.contact_solgaarden, &new_for(&site.town), &fields).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("Lørdag den 7. marts kl.\u{a0}14.00\u{2060}–\u{2060}16.00"));
    let mut reader = db.read().await.unwrap();
    let poster = Poster::Unit(site.town.solgaarden);
    assert!(store::list_for_poster(&mut reader, site.town.tenant, poster).await.unwrap().is_empty());
}

#[db_test]
async fn what_waits_lies_first_with_the_key_person_and_climbs_after_the_promised_days(db: Db) {
    let site = Site::open(&db, r#"{"unit_tasks_need_approval": true, "promise_days": 3}"#).await;
    let awaiting = complete(&db, &site.town).submit(NOW).unwrap();
    add(&db, &site.town, &awaiting).await;
    let works_for = async |person: PersonId, now: Instant| {
        let services = services_at(&db, &Clock::standing_at(now), &[module()]);
        let router = samskab_web::app(&services, vec![module()]).0;
        let site = Site { router, db: db.clone(), town: site.town };
        let page = site.get(Some(person), "/mine-opgaver").await;
        assert_eq!(page.status, StatusCode::OK);
        page.body.contains(
            "class=\"s-count\" aria-hidden=\"true\">1</span><span class=\"sr-only\"> (1 venter på dig)",
        )
    };
    assert!(works_for(site.town.key_care, NOW).await);
    assert!(!works_for(site.town.coordinator, NOW).await);
    assert!(!works_for(site.town.contact_solgaarden, NOW).await);
    assert!(works_for(site.town.coordinator, NOW.plus_days(4)).await);
}

#[db_test]
async fn what_somebody_else_changed_meanwhile_is_shown_and_not_written_over(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let contact = lone.to_string();
    let mut fields = filled_in(&contact);
    fields.push(("action", "save"));
    let page = site.post(lone, &new_for(&site.town), &fields).await.location;
    let edit = format!("{page}/rediger");
    let version = |body: &str| {
        let (_, rest) = body.split_once("name=\"version\" value=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    // Two tabs are opened on the same task; the first is saved.
    let opened = version(&site.get(Some(lone), &edit).await.body);
    let with = |title: &'static str, summary: &'static str, version: &str| {
        let mut own: Vec<(&str, String)> =
            fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        own.retain(|(name, _)| !["title", "summary"].contains(name));
        own.extend([("title", title.to_owned()), ("summary", summary.to_owned())]);
        own.push(("version", version.to_owned()));
        own
    };
    let send = async |fields: Vec<(&str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        site.post(lone, &edit, &fields).await
    };
    let first = send(with("Søndagskaffe", "Kaffe og selskab en lørdag.", &opened)).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    // The same again is no quarrel: a double click.
    let again = send(with("Søndagskaffe", "Kaffe og selskab en lørdag.", &opened)).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);

    let second = send(with("Lørdagskaffe på Solgården", "Kom og skænk kaffe.", &opened)).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    for shown in
        ["Opgaven er ændret imens", "<dd>Søndagskaffe</dd>", "Kom og skænk kaffe.", "href=\"#title\""]
    {
        assert!(second.body.contains(shown), "{shown} in {}", second.body);
    }
    assert!(!second.body.contains("href=\"#postcode\""), "what is the same is not mentioned");
    assert_eq!(site.the_task().await.title, "Søndagskaffe", "nothing was written over");

    // Who has seen both decides.
    let decided = send(with("Kaffe i weekenden", "Kom og skænk kaffe.", &version(&second.body))).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER);
    assert_eq!(site.the_task().await.title, "Kaffe i weekenden");
}

#[db_test]
async fn what_was_cancelled_while_nobody_counted_on_it_is_taken_back(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let task = complete(&db, &site.town).publish(&Settings::default(), NOW).unwrap();
    add(&db, &site.town, &task).await;
    let page = format!("/opgaver/{}", task.id);
    site.post(lone, &format!("{page}/luk"), &[("outcome", "cancelled"), ("text", "Sne.")]).await;
    assert_eq!(stored(&db, &site.town, task.id).await.state.kind(), StateKind::Cancelled);
    assert!(site.get(Some(lone), &page).await.body.contains("/genaabning"), "it is offered");
    site.post(lone, &format!("{page}/genaabning"), &[]).await;
    assert_eq!(stored(&db, &site.town, task.id).await.state.kind(), StateKind::Open);
}

#[db_test]
async fn the_summary_of_errors_says_which_field_it_means(db: Db) {
    let site = Site::open(&db, "{}").await;
    let lone = site.town.contact_solgaarden;
    let mut fields =
        vec![("places", "mange"), ("postcode", "95"), ("insurance", "unclear"), ("action", "save")];
    fields.extend(ALL_GROUPS);
    let answer = site.post(lone, &new_for(&site.town), &fields).await;
    for named in ["Hvor mange frivillige? Skriv et tal", "Postnummer: Skriv et postnummer"] {
        assert!(answer.body.contains(named), "{named} in {}", answer.body);
    }
    let task = complete(&db, &site.town).publish(&Settings::default(), NOW).unwrap();
    add(&db, &site.town, &task).await;
    let close = site.post(lone, &format!("/opgaver/{}/luk", task.id), &[("outcome", "cancelled")]).await;
    assert!(close.body.contains("? Udfyld feltet"), "{}", close.body);
    assert!(!close.body.contains("valgfrit") && close.body.contains("Aflys opgaven"), "{}", close.body);
}

#[db_test]
async fn a_new_municipality_is_led_to_its_first_task(db: Db) {
    let site = Site::open(&db, "{}").await;
    let administrator = site.town.administrator;
    let works = async || {
        let mine = site.get(Some(administrator), "/mine-opgaver").await.body;
        mine.contains("class=\"s-count\"")
    };
    assert!(works().await);
    add(&db, &site.town, &complete(&db, &site.town)).await;
    assert!(!works().await, "and no longer when there is one");
}

#[db_test]
async fn an_open_task_does_not_become_one_with_children_before_the_club_has_declared(db: Db) {
    let settings = r#"{"declaration_gates": "children", "association_first_task_needs_approval": false}"#;
    let site = Site::open(&db, settings).await;
    let abel = site.town.chair_handball;
    let contact = abel.to_string();
    let typed = |group: &'static str, action: &'static str| {
        let mut fields = filled_in(&contact);
        fields.retain(|(name, _)| *name != "insurance");
        fields.extend([("insurance", "association"), ("target_groups", group), ("action", action)]);
        fields
    };
    let new = format!("/opgaver/ny?for=forening-{}", site.town.handball);
    let published = site.post(abel, &new, &typed("older_people", "publish")).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.body);
    let edit = format!("{}/rediger", published.location);

    let refused = site.post(abel, &edit, &typed("children", "save")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
    assert!(refused.body.contains("erklæring om børneattester"), "{}", refused.body);
    assert!(refused.body.contains("value=\"children\" checked"), "what was typed stays: {}", refused.body);

    crate::testing::declare(&db, &site.town).await;
    let saved = site.post(abel, &edit, &typed("children", "save")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
}
