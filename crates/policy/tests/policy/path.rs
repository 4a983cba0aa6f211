//! From the plan to the council, with a council that was not heard and an exception that is written down.

use samskab_policy::{
    policy::PolicyState,
    step::{StepKind, StepState},
};
use samskab_store::db_test;
use samskab_writing::{store as texts, text::BlockKind};

use super::*;

/// A hearing of the policy's text that is open from now to 11 March at noon, to which everybody with a right is asked; its id.
pub(super) async fn heard(world: &World, asta: &mut Browser<'_>, path: &str, asks: bool) -> String {
    let text = world.policy(path).await.text.unwrap().to_string();
    let fields = [
        ("fra", text.as_str()),
        ("titel", "Frivilligpolitik"),
        ("hvorfor", "Vi vil vide, hvad du mener."),
        ("aabner", "2026-03-02"),
        ("aabner_kl", "09:00"),
        ("lukker", "2026-03-11"),
        ("lukker_kl", "12:00"),
        ("offentlig", "at_once"),
        ("kontakt", "Asta Prøvested, 70 00 95 61"),
    ];
    let page = asta.post("/hoeringer/ny", &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    let path = page.location.trim_end_matches("/parter").to_owned();
    if asks {
        assert_eq!(asta.post(&format!("{path}/parter/foreslaaet"), &[]).await.status, 303);
    } else {
        // Each that should be asked is left out, with a reason.
        loop {
            let page = asta.get(&format!("{path}/parter")).await;
            let Some(rest) = page.body.split("name=\"organ\" value=\"").nth(1) else { break };
            let body = rest.split('"').next().unwrap().to_owned();
            let fields = [("organ", body.as_str()), ("grund", "Rådet er ikke valgt endnu.")];
            let left = asta.post(&format!("{path}/parter/udelad"), &fields).await;
            assert_eq!(left.status, 303, "{}", left.body);
        }
    }
    let opened = asta.post(&format!("{path}/aabn"), &[]).await;
    assert_eq!(opened.location, path, "{}", opened.body);
    path.rsplit('/').next().unwrap().to_owned()
}

/// The text has one more paragraph, and a version with it.
pub(super) async fn written(world: &World, asta: &mut Browser<'_>, path: &str, words: &str) {
    let text = world.policy(path).await.text.unwrap();
    {
        let town = &world.house.town;
        let stamp = Stamp { tenant: town.tenant, actor: None, now: world.house.clock.now() };
        let mut tx = world.house.db.begin(stamp).await.unwrap();
        let place = texts::blocks(&mut tx, town.tenant, text).await.unwrap().len() as i64 + 1;
        texts::insert_block(&mut tx, text, place, BlockKind::Paragraph, words).await.unwrap();
        tx.commit().await.unwrap();
    }
    let kept = asta.post(&format!("/tekster/{text}/versioner"), &[("navn", "Udkast")]).await;
    assert_eq!(kept.status, 303, "{}", kept.body);
}

/// A meeting of a body on a day; its path.
pub(super) async fn meeting(asta: &mut Browser<'_>, body: BodyId, day: &str) -> String {
    let fields = [("dag", day), ("fra", "14:00"), ("til", "16:00"), ("gentag", "en")];
    let page = asta.post(&format!("/organer/{body}/moeder/nyt"), &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    path_of(&page.location)
}

fn after<'a>(text: &'a str, before: &str) -> &'a str {
    text.split(before).nth(1).expect(before).split(['"', '#', '?']).next().unwrap()
}

/// What the minutes of the meeting say of the policy, approved.
pub(super) async fn minuted(asta: &mut Browser<'_>, meeting: &str, fields: &[(&str, &str)]) {
    let page = asta.get(meeting).await;
    let item = format!("/punkter/{}", after(&page.body, "href=\"/punkter/").split('/').next().unwrap());
    let page = asta.get(&format!("{item}/referat")).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    let all = [fields, &[("version", version.as_str())]].concat();
    let saved = asta.post(&format!("{item}/referat"), &all).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(asta.post(&format!("{meeting}/referat/faerdig"), &[]).await.status, 303);
    assert_eq!(asta.post(&format!("{meeting}/referat/godkend"), &[]).await.status, 303);
}

/// Everything up to the committee, with a hearing that is closed; the path of the policy.
pub(super) async fn ready_to_decide(world: &World, asta: &mut Browser<'_>, asks: bool) -> String {
    let path = begun(world, asta, "guide").await;
    // The plan is agreed only when volunteers were asked.
    let early = asta.post(&format!("{path}/aftal"), &[]).await;
    assert!(says(asta, &early, "Planen kan ikke aftales endnu").await);
    assert_eq!(held(world, asta, &path, StepKind::Consult).await.status, 303);
    let agreed = asta.post(&format!("{path}/aftal"), &[]).await;
    assert!(says(asta, &agreed, "Planen er aftalt").await);
    assert!(world.policy(&path).await.locked_at.is_some());
    written(world, asta, &path, "Vi tror på fællesskab.").await;
    held(world, asta, &path, StepKind::Write).await;
    let hearing = heard(world, asta, &path, asks).await;
    let set = rewritten(world, asta, &path, StepKind::Hearing, "2026-03-02", &[("hoering", &hearing)]).await;
    assert_eq!(set.status, 303, "{}", set.body);
    // Nothing is adjusted while people still answer.
    let open = held(world, asta, &path, StepKind::Adjust).await;
    assert!(says(asta, &open, "Trinnet kan ikke markeres som udført endnu").await);
    world.house.clock.set(Day::of(2026, 3, 11).at(12, 0));
    written(world, asta, &path, "Alle kan være med.").await;
    assert_eq!(held(world, asta, &path, StepKind::Adjust).await.status, 303);
    let note = asta.post(&format!("/hoeringer/{hearing}/afslut"), &[]).await;
    assert_eq!(note.location, format!("/hoeringer/{hearing}/notat"), "{}", note.body);
    let town = &world.house.town;
    for unit in [town.care, town.schools] {
        let said = asta.post(&format!("{path}/omraader/{unit}"), &[]).await;
        assert_eq!(said.status, 303, "{}", said.body);
    }
    let committee = world.committee.to_string();
    for (kind, day, body) in [
        (StepKind::Committee, "2026-03-12", committee.as_str()),
        (StepKind::Council, "2026-03-13", &world.council.to_string()),
    ] {
        let set = rewritten(world, asta, &path, kind, day, &[("organ", body)]).await;
        assert_eq!(set.status, 303, "{}", set.body);
    }
    path
}

pub(super) const YES: [(&str, &str); 2] = [("udfald", "approved"), ("beslutning", "Vedtaget.")];

#[db_test]
async fn a_policy_is_adopted_by_the_council_after_the_committee_and_in_no_other_way(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = ready_to_decide(&world, &mut asta, true).await;
    // The council comes first on no agenda.
    let early = meeting(&mut asta, world.council, "2026-03-13").await;
    assert!(!asta.get(&early).await.has("Frivilligpolitik"), "the committee has not said anything");
    for kind in [StepKind::Committee, StepKind::Council] {
        let ticked = held(&world, &mut asta, &path, kind).await;
        assert!(
            says(&mut asta, &ticked, "Trinnet kan ikke markeres som udført endnu").await,
            "{kind}: only minutes say it"
        );
    }
    let first = meeting(&mut asta, world.committee, "2026-03-12").await;
    let agenda = asta.get(&first).await;
    assert!(agenda.has("Frivilligpolitik: Udvalget indstiller politikken"), "{}", agenda.body);
    assert!(agenda.has("26/1234") && agenda.has("Version 2 af teksten"), "{}", agenda.body);
    // The way to the policy is a link, and what is to be read is there.
    assert!(
        agenda.has(&format!("href=\"{path}\"")) && !agenda.has(&format!("planen: {path}")),
        "{}",
        agenda.body
    );
    // The plan leads to the agenda that a step is on.
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(plan.has("På dagsordenen: Velfærdsudvalget, 12. marts 2026"), "{}", plan.body);
    world.work().await;
    let agenda = asta.get(&first).await;
    for annex in ["frivilligpolitik-version-2.pdf", "hoeringsnotat-frivilligpolitik.pdf"] {
        assert!(agenda.has(annex), "{annex} in {}", agenda.body);
    }
    // A body that was asked and said nothing is named to those who decide.
    let silent = agenda.body.split("Spurgt i høringen, men har ikke svaret: ").nth(1).unwrap_or_default();
    assert!(silent.split('<').next().unwrap().contains("Frivilligrådet"), "{}", agenda.body);
    world.house.clock.set(Day::of(2026, 3, 12).at(15, 0));
    minuted(&mut asta, &first, &YES).await;
    assert!(world.step(&path, StepKind::Committee).await.is_approved());
    assert_eq!(world.policy(&path).await.state, PolicyState::UnderWay);
    let fetched = asta.post(&format!("{early}/punkter/hent"), &[]).await;
    assert_eq!(fetched.status, 303);
    let agenda = asta.get(&early).await;
    assert!(agenda.has("Det indstilles, at byrådet vedtager »Frivilligpolitik«."), "{}", agenda.body);
    assert!(
        agenda.has("Velfærdsudvalget behandlede politikken 12. marts 2026: Vedtaget."),
        "{}",
        agenda.body
    );
    world.house.clock.set(Day::of(2026, 3, 13).at(15, 0));
    minuted(&mut asta, &early, &YES).await;
    let policy = world.policy(&path).await;
    assert_eq!(policy.state, PolicyState::Adopted);
    assert_eq!((policy.adopted_on, policy.adopted_number), (Some(Day::of(2026, 3, 13)), Some(2)));
    assert_eq!(policy.revise_by, Some(Day::of(2030, 3, 13)));
    // Everybody reads it now, with how it came to be.
    let mut visitor = world.house.visitor();
    let page = visitor.get(&path).await;
    assert!(page.has("Vedtaget af Byrådet 13. marts 2026, beslutning 1/2026."), "{}", page.body);
    assert!(page.has("0 svar på høringen"), "{}", page.body);
    // What was done says when; a hearing says its own days.
    for time in ["Udført 13. marts 2026", "2. marts 2026 – 11. marts 2026"] {
        assert!(page.has(time), "{time} in {}", page.body);
    }
    let text = visitor.get(&format!("/tekster/{}", policy.text.unwrap())).await;
    assert!(text.has("Alle kan være med."), "{}", text.body);
    assert!(
        text.has("Vedtaget af Byrådet 13. marts 2026") && text.has(&format!("href=\"{path}\"")),
        "{}",
        text.body
    );
    // How it came to be is not made anew with a press.
    let adjust = world.step(&path, StepKind::Adjust).await;
    let again = asta.post(&format!("{}/genaabn", adjust.href()), &[("grund", "Vi vil rette mere.")]).await;
    assert!(says(&mut asta, &again, "Trinnet kan ikke åbnes igen").await);
    assert_eq!(world.step(&path, StepKind::Adjust).await.state, StepState::Held);
    assert!(visitor.get("/politikker").await.has("Gælder nu"));
    // Settled is settled: a second approval changes nothing.
    let late = asta.post(&format!("{path}/stop"), &[("grund", "Nej")]).await;
    assert!(says(&mut asta, &late, "Politikken er ikke på vej længere").await);
}

/// Answers the hearing of the policy, signed in with an address; what comes of it is said when it has closed.
async fn answered(asta: &mut Browser<'_>, hearing: &str, said: &str) {
    let own = asta.get(&format!("/hoeringer/{hearing}/svar")).await;
    let email = after(&own.body, "name=\"email\" type=\"email\" value=\"").to_owned();
    let fields =
        [("tekst", said), ("navn", "Asta Prøvested"), ("email", email.as_str()), ("hvem", "citizen")];
    let sent = asta.post(&format!("/hoeringer/{hearing}/svar"), &fields).await;
    assert!(sent.location.ends_with("gemt=modtaget"), "{} {}", sent.location, sent.body);
}

/// A policy whose text, with this in it, is in hearing: its path, and the hearing.
async fn in_hearing(world: &World, asta: &mut Browser<'_>, text: &str) -> (String, String) {
    let path = begun(world, asta, "guide").await;
    held(world, asta, &path, StepKind::Consult).await;
    asta.post(&format!("{path}/aftal"), &[]).await;
    written(world, asta, &path, text).await;
    held(world, asta, &path, StepKind::Write).await;
    let hearing = heard(world, asta, &path, true).await;
    (path, hearing)
}

#[db_test]
async fn what_is_taken_up_must_stand_in_a_newer_version_than_the_one_that_was_heard(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let (path, hearing) = in_hearing(&world, &mut asta, "Lokaler lånes ud.").await;
    answered(&mut asta, &hearing, "Lån dem ud til klokken 22.").await;
    let page = world.house.visitor().get(&format!("/hoeringer/{hearing}")).await;
    assert!(page.has("Frivilligpolitik · Version 1"), "everybody reads which version it is: {}", page.body);
    world.house.clock.set(Day::of(2026, 3, 11).at(12, 0));
    let list = asta.get(&format!("/hoeringer/{hearing}/bemaerkninger")).await;
    let remark = format!("/bemaerkninger/{}", after(&list.body, "href=\"/bemaerkninger/"));
    let taken = asta.post(&remark, &[("udfald", "used"), ("fordi", "Vi har rettet teksten.")]).await;
    assert_eq!(taken.status, 303, "{}", taken.body);
    // Nobody has rewritten anything.
    let said = held(&world, &mut asta, &path, StepKind::Adjust).await;
    assert!(says(&mut asta, &said, "Trinnet kan ikke markeres som udført endnu").await);
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(
        plan.has("1 bemærkning er taget med helt eller delvist, men teksten er den, der var i høring"),
        "{}",
        plan.body
    );
    assert!(plan.has("Høringen er af version 1 af politikkens tekst."), "{}", plan.body);
    let step = world.step(&path, StepKind::Adjust).await;
    asta.post(&format!("{}/uaendret", step.href()), &[]).await;
    assert_eq!(world.step(&path, StepKind::Adjust).await.state, StepState::Planned, "something was taken up");
    written(&world, &mut asta, &path, "Til klokken 22.").await;
    held(&world, &mut asta, &path, StepKind::Adjust).await;
    assert_eq!(world.step(&path, StepKind::Adjust).await.state, StepState::Held);
    // What came of the answers is public before anybody decides.
    assert!(asta.get(&format!("{path}/plan")).await.has("At høringsnotatet er offentliggjort."));
    asta.post(&format!("/hoeringer/{hearing}/afslut"), &[]).await;
    assert!(!asta.get(&format!("{path}/plan")).await.has("At høringsnotatet er offentliggjort."));
    // The hearing and the policy lead to each other.
    let hearing = asta.get(&format!("/hoeringer/{hearing}")).await;
    assert!(
        hearing.has("Hører til politikken") && hearing.has(&format!("href=\"{path}\"")),
        "{}",
        hearing.body
    );
}

#[db_test]
async fn a_new_policy_takes_the_place_of_the_one_it_says(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let old = ready_to_decide(&world, &mut asta, true).await;
    let first = meeting(&mut asta, world.committee, "2026-03-12").await;
    world.house.clock.set(Day::of(2026, 3, 12).at(15, 0));
    minuted(&mut asta, &first, &YES).await;
    let second = meeting(&mut asta, world.council, "2026-03-13").await;
    world.house.clock.set(Day::of(2026, 3, 13).at(15, 0));
    minuted(&mut asta, &second, &YES).await;
    let form = asta.get("/politikker/ny").await;
    let old_id = id(&old).to_string();
    assert!(form.has("Afløser") && form.has(&format!("value=\"{old_id}\"")), "{}", form.body);
    let fields = [
        ("titel", "Politik for et aktivt liv"),
        ("slags", "values"),
        ("plan", "empty"),
        ("fra", "2026-03-14"),
        ("afloeser", old_id.as_str()),
    ];
    let begun = asta.post("/politikker/ny", &fields).await;
    assert_eq!(begun.status, 303, "{}", begun.body);
    let new = path_of(&begun.location).trim_end_matches("/plan").to_owned();
    assert_eq!(world.policy(&new).await.revises, Some(id(&old)));
    assert!(asta.get(&old).await.has("Politik for et aktivt liv"), "the old one says what comes after it");
    assert!(asta.get(&new).await.has("Frivilligpolitik"));
    // It can be chosen later, and taken back, until it is decided.
    let fields = [("titel", "Politik for et aktivt liv"), ("slags", "values"), ("afloeser", "")];
    assert_eq!(asta.post(&format!("{new}/rediger"), &fields).await.status, 303);
    assert_eq!(world.policy(&new).await.revises, None);
}

#[db_test]
async fn a_council_that_was_not_heard_blocks_the_decision_until_it_is_written_why(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = ready_to_decide(&world, &mut asta, false).await;
    let first = meeting(&mut asta, world.committee, "2026-03-12").await;
    assert!(!asta.get(&first).await.has("Frivilligpolitik:"), "Frivilligrådet has a right to be heard");
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(plan.has("At Frivilligrådet er blevet hørt. De har ret til det."), "{}", plan.body);
    let step = world.step(&path, StepKind::Committee).await;
    let key = format!("heard:{}", world.volunteers);
    let form = format!("{}/undtagelse", step.href());
    assert!(asta.get(&format!("{form}?mangler={key}")).await.has("Gå videre alligevel"));
    let mute = asta.post(&form, &[("mangler", &key), ("grund", "")]).await;
    assert!(mute.status == 422 && mute.has("id=\"grund-error\""), "{}", mute.body);
    let nonsense = asta.post(&form, &[("mangler", "version:"), ("grund", "Vi har travlt")]).await;
    assert!(
        says(&mut asta, &nonsense, "Det mangler ikke længere, eller der kan ikke gøres en undtagelse").await
    );
    let written = asta.post(&form, &[("mangler", &key), ("grund", "Rådet vælges først i maj.")]).await;
    assert_eq!(written.status, 303, "{}", written.body);
    asta.post(&format!("{first}/punkter/hent"), &[]).await;
    let agenda = asta.get(&first).await;
    let said = "Fraveget: Frivilligrådet er ikke hørt. Begrundelse: Rådet vælges først i maj.";
    assert!(agenda.has("Frivilligpolitik:") && agenda.has(said), "{}", agenda.body);
    // The reason stands on the page that everybody reads.
    asta.post(&format!("{path}/visning"), &[("vis", "ja")]).await;
    let page = world.house.visitor().get(&path).await;
    assert!(page.has("Begrundelse: Rådet vælges først i maj."), "{}", page.body);
    // The council is told, too.
    world.house.clock.set(Day::of(2026, 3, 12).at(15, 0));
    minuted(&mut asta, &first, &YES).await;
    let second = meeting(&mut asta, world.council, "2026-03-13").await;
    let agenda = asta.get(&second).await;
    assert!(agenda.has(said), "{}", agenda.body);
}

#[db_test]
async fn what_the_council_changes_in_its_meeting_is_what_is_adopted(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = ready_to_decide(&world, &mut asta, true).await;
    let first = meeting(&mut asta, world.committee, "2026-03-12").await;
    world.house.clock.set(Day::of(2026, 3, 12).at(15, 0));
    minuted(&mut asta, &first, &YES).await;
    let second = meeting(&mut asta, world.council, "2026-03-13").await;
    world.house.clock.set(Day::of(2026, 3, 13).at(15, 0));
    minuted(&mut asta, &second, &[("udfald", "approved"), ("beslutning", "Vedtaget med en ændring.")]).await;
    written(&world, &mut asta, &path, "Byrådet føjede dette til.").await;
    let other = asta.post(&format!("{path}/aendret"), &[("version", "99"), ("aendring", "Et afsnit")]).await;
    assert!(other.status == 422 && other.has("Vælg den version, byrådet vedtog."), "{}", other.body);
    let older = asta.post(&format!("{path}/aendret"), &[("version", "1"), ("aendring", "Et afsnit")]).await;
    assert_eq!(older.status, 422, "an older version was never put");
    let done = [("version", "3"), ("aendring", "Et nyt afsnit om fællesskab.")];
    assert_eq!(asta.post(&format!("{path}/aendret"), &done).await.status, 303);
    let policy = world.policy(&path).await;
    assert_eq!((policy.put_number, policy.adopted_number), (Some(2), Some(3)));
    let text = world.house.visitor().get(&format!("/tekster/{}", policy.text.unwrap())).await;
    assert!(text.has("Byrådet føjede dette til."), "{}", text.body);
    // A revision begins with the same text, and the adopted one stays in force.
    let revised = asta.post(&format!("{path}/revision"), &[]).await;
    let new = path_of(&revised.location).trim_end_matches("/plan").to_owned();
    assert_eq!(world.policy(&new).await.text, policy.text);
    assert_eq!(world.policy(&path).await.state, PolicyState::Adopted);
    let again = asta.post(&format!("{path}/revision"), &[]).await;
    assert!(again.location.starts_with(&new), "one revision at a time: {}", again.location);
}

#[db_test]
async fn the_committee_says_no_and_puts_off_and_the_plan_says_so(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = ready_to_decide(&world, &mut asta, true).await;
    let first = meeting(&mut asta, world.committee, "2026-03-12").await;
    // The meeting is called off, and the point waits for the next one.
    let off = asta.post(&format!("{first}/aflys"), &[("grund", "For få kan komme.")]).await;
    assert_eq!(off.status, 303, "{}", off.body);
    assert_eq!(world.step(&path, StepKind::Committee).await.item, None);
    let second = meeting(&mut asta, world.committee, "2026-03-12").await;
    assert!(world.step(&path, StepKind::Committee).await.item.is_some());
    world.house.clock.set(Day::of(2026, 3, 12).at(15, 0));
    let no = [("udfald", "rejected"), ("beslutning", "Nej."), ("begrundelse", "Der mangler et afsnit.")];
    minuted(&mut asta, &second, &no).await;
    let step = world.step(&path, StepKind::Committee).await;
    assert_eq!((step.state, step.is_approved()), (StepState::Held, false));
    let council = meeting(&mut asta, world.council, "2026-03-13").await;
    assert!(!asta.get(&council).await.has("Frivilligpolitik:"), "the committee said no");
    assert!(asta.get(&format!("{path}/plan")).await.has("At et udvalg har indstillet politikken."));
}

#[db_test]
async fn a_hearing_that_was_held_is_not_opened_again_and_another_one_is_planned(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = ready_to_decide(&world, &mut asta, true).await;
    world.work().await;
    let step = world.step(&path, StepKind::Hearing).await;
    assert_eq!(step.state, StepState::Held, "the clock says that it is closed");
    let again = format!("{}/genaabn", step.href());
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(!plan.has(&again) && plan.has("svarene er talt op"), "{}", plan.body);
    assert!(plan.has(&format!("href=\"{path}/trin/nyt?efter={}\"", step.id)), "{}", plan.body);
    let asked = asta.get(&again).await;
    assert!(says(&mut asta, &asked, "tilføj et nyt høringstrin").await);
    let opened = asta.post(&again, &[("grund", "Der kom for få svar.")]).await;
    assert!(says(&mut asta, &opened, "En høring kan ikke åbnes igen").await);
    assert_eq!(world.step(&path, StepKind::Hearing).await, step);
}

#[db_test]
async fn a_hearing_that_is_given_a_later_closing_runs_again_and_is_not_said_to_be_over(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let (path, hearing) = in_hearing(&world, &mut asta, "Vi tror på fællesskab.").await;
    rewritten(&world, &mut asta, &path, StepKind::Hearing, "2026-03-02", &[("hoering", &hearing)]).await;
    world.house.clock.set(Day::of(2026, 3, 11).at(12, 0));
    world.work().await;
    let step = world.step(&path, StepKind::Hearing).await;
    assert_eq!(step.state, StepState::Held);
    let (over, again) = ("svarene er talt op", format!("trin/nyt?efter={}\"", step.id));
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(plan.has(over) && plan.has(&again) && !plan.has("s-plan-running"), "{}", plan.body);
    let later = [("lukker", "2026-03-20"), ("lukker_kl", "12:00"), ("hvorfor", "Der kom for få svar.")];
    let moved = asta.post(&format!("/hoeringer/{hearing}/frist"), &later).await;
    assert_eq!(moved.status, 303, "{}", moved.body);
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(!plan.has(over) && !plan.has(&again) && plan.has("s-plan-running"), "{}", plan.body);
}

#[db_test]
async fn the_case_is_one_pdf_and_one_archive(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = ready_to_decide(&world, &mut asta, true).await;
    let zip = asta.get(&format!("{path}/sagspakke.zip")).await;
    assert_eq!(zip.status, 200);
    let names = |bytes: &[u8], name: &str| bytes.windows(name.len()).any(|at| at == name.as_bytes());
    for name in [
        "0-indhold.pdf",
        "1-tekst.pdf",
        "2-rettelser.docx",
        "3-hoeringsnotat.pdf",
        "4-hoeringssvar.pdf",
        "5-udtalelser.pdf",
        "6-procesplan.docx",
        "hoeringssvar-1.json",
        "sag.json",
    ] {
        assert!(names(zip.body.as_bytes(), name), "{name}");
    }
    let pdf = asta.get(&format!("{path}/sagspakke.pdf")).await;
    assert!(pdf.status == 200 && pdf.body.starts_with("%PDF"));
    // Nobody else reads it before it is decided.
    asta.post(&format!("{path}/visning"), &[("vis", "ja")]).await;
    assert_eq!(
        world.house.visitor().get(&format!("{path}/sagspakke.pdf")).await.status,
        401,
        "sign in first"
    );
}

#[db_test]
async fn a_council_that_is_heard_in_the_plan_and_in_the_hearing_has_one_point_and_sends_its_answer(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let (path, hearing) = in_hearing(&world, &mut asta, "Vi tror på fællesskab.").await;
    // Without a row in the plan the hearing itself is the point.
    let first = meeting(&mut asta, world.volunteers, "2026-03-09").await;
    assert!(asta.get(&first).await.has("1. Høring: Frivilligpolitik"));
    let council = world.volunteers.to_string();
    let fields = [
        ("titel", "Frivilligrådet bliver hørt"),
        ("slags", "other"),
        ("verbum", "hears"),
        ("praecision", "day"),
        ("fra", "2026-03-10"),
        ("organ", council.as_str()),
    ];
    assert_eq!(asta.post(&format!("{path}/trin/nyt"), &fields).await.status, 303);
    let second = meeting(&mut asta, world.volunteers, "2026-03-10").await;
    asta.post(&format!("{second}/punkter/hent"), &[]).await;
    let agenda = asta.get(&second).await;
    assert!(agenda.has("Frivilligpolitik: Frivilligrådet bliver hørt"), "{}", agenda.body);
    assert!(!agenda.has("Høring: Frivilligpolitik"), "{}", agenda.body);
    let send = format!("href=\"/hoeringer/{hearing}/svar?part={council}\"");
    assert!(agenda.has("Send svaret for Frivilligrådet") && agenda.has(&send), "{}", agenda.body);
    assert!(!world.house.visitor().get(&second).await.has("Send svaret"));
}
