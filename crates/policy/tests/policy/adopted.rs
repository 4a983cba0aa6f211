//! An adopted text stays adopted: it changes by a revision or by a correction that says so. And whoever leads a policy writes its text
//! and sees what was said about it.

use samskab_policy::{policy::PolicyState, step::StepState};
use samskab_store::db_test;
use samskab_voices::{
    input::{Input, InputKind},
    store as voices,
};
use samskab_writing::{
    store as texts,
    text::{TakesChanges, Text, TextId, TextState, WrittenBlock},
};

use super::{
    path::{YES, meeting, minuted, ready_to_decide, written},
    *,
};

/// A policy that the council has adopted with version 2 of its text; its path.
async fn adopted(world: &World, asta: &mut Browser<'_>) -> String {
    let path = ready_to_decide(world, asta, true).await;
    let first = meeting(asta, world.committee, "2026-03-12").await;
    world.house.clock.set(Day::of(2026, 3, 12).at(15, 0));
    minuted(asta, &first, &YES).await;
    let second = meeting(asta, world.council, "2026-03-13").await;
    world.house.clock.set(Day::of(2026, 3, 13).at(15, 0));
    minuted(asta, &second, &YES).await;
    assert_eq!(world.policy(&path).await.state, PolicyState::Adopted);
    path
}

async fn text_of(world: &World, path: &str) -> Text {
    let id = world.policy(path).await.text.unwrap();
    let mut reader = world.house.db.read().await.unwrap();
    texts::find(&mut reader, world.house.town.tenant, id).await.unwrap().unwrap()
}

/// What stands there now says something else.
async fn rewritten_as(world: &World, text: TextId, was: &str, content: &str) {
    let tenant = world.house.town.tenant;
    let stamp = Stamp { tenant, actor: None, now: world.house.clock.now() };
    let mut tx = world.house.db.begin(stamp).await.unwrap();
    let blocks = texts::blocks(&mut tx, tenant, text).await.unwrap();
    let block = blocks.into_iter().find(|block| block.content == was).expect(was);
    let new = WrittenBlock { content: content.to_owned(), revision: block.revision + 1, ..block };
    texts::save_block(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
}

/// What the page shows that is corrected.
async fn read(asta: &mut Browser<'_>, form: &str) -> String {
    let page = asta.get(form).await;
    let mark = page.body.split("name=\"laest\" value=\"").nth(1).expect("something to correct");
    mark.split('"').next().unwrap().to_owned()
}

/// Corrects what the page shows.
async fn corrected(asta: &mut Browser<'_>, form: &str, reason: &str) -> Page {
    let mark = read(asta, form).await;
    asta.post(form, &[("grund", reason), ("laest", &mark)]).await
}

#[db_test]
async fn an_adopted_text_is_changed_by_the_policy_and_by_nobody_who_writes_it(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = adopted(&world, &mut asta).await;
    let text = text_of(&world, &path).await;
    assert_eq!(text.state, TextState::Published { number: 2 });
    assert_eq!(text.takes_changes, TakesChanges::Never, "what is adopted takes no proposals");
    written(&world, &mut asta, &path, "Ingen har vedtaget det her.").await;
    let href = text.href();
    let published = asta.post(&format!("{href}/offentlig"), &[("navn", "Nyt udkast")]).await;
    assert!(published.status == 422 && published.has("value=\"Nyt udkast\""), "{}", published.body);
    assert!(published.has("Versionen kan ikke offentliggøres her"), "{}", published.body);
    assert!(
        published.has("begynd en revision") && published.has(&format!("href=\"{path}\"")),
        "{}",
        published.body
    );
    let withdrawn = asta.post(&format!("{href}/kladde"), &[]).await;
    assert!(withdrawn.status == 422 && withdrawn.has("Den skal kunne læses af alle"), "{}", withdrawn.body);
    let opened = asta.post(&format!("{href}/aendringsforslag/modtag"), &[("tager", "open")]).await;
    assert!(
        opened.status == 422 && opened.body.to_lowercase().contains("begynd en revision"),
        "{}",
        opened.body
    );
    // The ways are not shown where they lead nowhere, and it says why.
    let versions = asta.get(&format!("{href}/versioner")).await;
    assert!(!versions.has(&format!("formaction=\"{href}/offentlig\"")) && versions.has("begynd en revision"));
    let rename = asta.get(&format!("{href}/titel")).await;
    assert!(!rename.has(&format!("action=\"{href}/kladde\"")) && rename.has("så længe den gælder"));
    let list = asta.get(&format!("{href}/aendringsforslag")).await;
    assert!(
        !list.has("value=\"open\"") && list.body.to_lowercase().contains("begynd en revision"),
        "{}",
        list.body
    );
    assert_eq!(text_of(&world, &path).await.state, TextState::Published { number: 2 });
    assert!(!world.house.visitor().get(&href).await.has("Ingen har vedtaget det her."));
    // In a revision the new text can be shown; what is adopted is never hidden.
    let revised = asta.post(&format!("{path}/revision"), &[]).await;
    let new = path_of(&revised.location).trim_end_matches("/plan").to_owned();
    assert_eq!(asta.post(&format!("{href}/offentlig"), &[("navn", "Nyt udkast")]).await.status, 303);
    assert_eq!(asta.post(&format!("{href}/aendringsforslag/modtag"), &[("tager", "open")]).await.status, 303);
    assert_eq!(asta.post(&format!("{href}/kladde"), &[]).await.status, 422);
    assert!(world.house.visitor().get(&path).await.has("er ikke den, byrådet vedtog"));
    let shown = asta.post(&format!("{path}/vis-vedtaget"), &[]).await;
    assert!(says(&mut asta, &shown, "Alle læser den vedtagne version").await);
    assert_eq!(text_of(&world, &path).await.state, TextState::Published { number: 2 });
    // Nothing comes of the revision: everybody reads what is adopted.
    assert_eq!(asta.post(&format!("{href}/offentlig"), &[]).await.status, 303);
    let stopped = asta.post(&format!("{new}/stop"), &[("grund", "Vi venter et år.")]).await;
    assert!(says(&mut asta, &stopped, "Politikken er stoppet").await);
    let text = text_of(&world, &path).await;
    assert_eq!((text.state, text.takes_changes), (TextState::Published { number: 2 }, TakesChanges::Never));
    assert_eq!(asta.post(&format!("{href}/offentlig"), &[]).await.status, 422);
}

#[db_test]
async fn an_evident_slip_is_corrected_with_a_reason_that_everybody_reads(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = adopted(&world, &mut asta).await;
    let (text, form) = (text_of(&world, &path).await, format!("{path}/rettelse"));
    assert!(asta.get(&form).await.has("Der er ikke ændret noget i teksten endnu"));
    rewritten_as(&world, text.id, "Alle kan være med.", "Alle kan være med i det.").await;
    let page = asta.get(&form).await;
    assert!(page.has("[slettet: med.] [tilføjet: med i det.]"), "{}", page.body);
    let empty = asta.post(&form, &[]).await;
    assert!(empty.status == 422 && empty.has("grund-error"), "{}", empty.body);
    // Nothing is published that was not read.
    let before = read(&mut asta, &form).await;
    rewritten_as(&world, text.id, "Alle kan være med i det.", "Alle kan være med.").await;
    rewritten_as(&world, text.id, "Alle kan være med.", "Ingen kan være med.").await;
    let other = asta.post(&form, &[("grund", "Der manglede to ord."), ("laest", &before)]).await;
    assert!(other.status == 422 && other.has("Teksten er ændret, siden du åbnede siden"), "{}", other.body);
    assert!(other.has("value=\"Der manglede to ord.\"") && other.has("[tilføjet: Ingen]"), "{}", other.body);
    assert!(!world.house.visitor().get(&text.href()).await.has("Ingen kan være med."));
    rewritten_as(&world, text.id, "Ingen kan være med.", "Alle kan være med i det.").await;
    let done = corrected(&mut asta, &form, "Der manglede to ord.").await;
    assert!(says(&mut asta, &done, "Rettelsen er offentlig").await);
    let policy = world.policy(&path).await;
    assert_eq!((policy.adopted_number, policy.corrected_number), (Some(2), Some(3)));
    let mut visitor = world.house.visitor();
    assert!(visitor.get(&text.href()).await.has("Alle kan være med i det."));
    let page = visitor.get(&path).await;
    assert!(
        page.has("Rettet siden") && page.has("13. marts 2026, version 3: Der manglede to ord."),
        "{}",
        page.body
    );
    assert!(!page.has("er ikke den, byrådet vedtog"), "a correction is no other text");
    let zip = visitor.get(&format!("{path}/sagspakke.zip")).await;
    assert_eq!(zip.status, 200);
    // Many slips together are none, however small the last of them is.
    let second = "Alle kan være med i det, og vi hjælper dem, der er nye i byen hos os.";
    rewritten_as(&world, text.id, "Alle kan være med i det.", second).await;
    let done = corrected(&mut asta, &form, "Resten af sætningen manglede.").await;
    assert!(says(&mut asta, &done, "Rettelsen er offentlig").await);
    assert_eq!(world.policy(&path).await.corrected_number, Some(4));
    let third = format!("{second} De får en, der følger dem den første gang.");
    rewritten_as(&world, text.id, second, &third).await;
    let many = asta.post(&form, &[("grund", "En sætning til.")]).await;
    assert!(many.status == 422 && many.has("mere end en fejl"), "{}", many.body);
    assert_eq!(world.policy(&path).await.corrected_number, Some(4));
    assert!(!visitor.get(&text.href()).await.has("følger dem den første gang"));
    rewritten_as(&world, text.id, &third, second).await;
    // A new paragraph is no slip.
    written(&world, &mut asta, &path, "Et helt nyt løfte.").await;
    let more = asta.post(&form, &[("grund", "En lille ting.")]).await;
    assert!(more.status == 422 && more.has("mere end en fejl"), "{}", more.body);
    assert!(!visitor.get(&text.href()).await.has("Et helt nyt løfte."));
    // Nor is a draft of the next edition.
    asta.post(&format!("{path}/revision"), &[]).await;
    let revised = asta.post(&form, &[("grund", "En lille ting.")]).await;
    assert!(says(&mut asta, &revised, "der ikke er en revision i gang").await);
    let mut karen = world.house.signed_in(world.house.town.key_schools).await;
    assert_eq!(karen.get(&form).await.status, 403);
    assert_eq!(karen.post(&form, &[("grund", "Nej")]).await.status, 404);
}

#[db_test]
async fn a_revision_stays_one_and_a_policy_with_a_text_of_its_own_is_none(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = adopted(&world, &mut asta).await;
    let (text, old) = (text_of(&world, &path).await, world.policy(&path).await.id);
    let old_id = old.to_string();
    let fields = [
        ("titel", "Idrætspolitik"),
        ("slags", "theme"),
        ("plan", "empty"),
        ("fra", "2026-03-14"),
        ("afloeser", old_id.as_str()),
    ];
    let begun = asta.post("/politikker/ny", &fields).await;
    assert_eq!(begun.status, 303, "{}", begun.body);
    let other = path_of(&begun.location).trim_end_matches("/plan").to_owned();
    let (other_policy, care) = (world.policy(&other).await, world.house.town.care.to_string());
    assert_eq!(other_policy.revises, Some(old));
    // The adopted text can still be corrected while another policy is made that takes its place.
    assert_eq!(asta.get(&format!("{path}/rettelse")).await.status, 200);
    // One department is enough when an exception, or the staff of another one, makes it so.
    let one = [
        ("titel", "Idrætspolitik"),
        ("slags", "theme"),
        ("afloeser", old_id.as_str()),
        ("omraader", care.as_str()),
    ];
    assert_eq!(asta.post(&format!("{other}/rediger"), &one).await.status, 303);
    // And revised, which stays a revision whatever is sent with its form.
    let revised = asta.post(&format!("{path}/revision"), &[]).await;
    let new = path_of(&revised.location).trim_end_matches("/plan").to_owned();
    assert_ne!(new, other);
    let edit = format!("{new}/rediger");
    assert!(!asta.get(&edit).await.has("name=\"afloeser\""));
    for chosen in ["", other_policy.id.to_string().as_str()] {
        let fields = [("titel", "Frivilligpolitik"), ("slags", "values"), ("afloeser", chosen)];
        assert_eq!(asta.post(&edit, &fields).await.status, 303);
        assert_eq!(world.policy(&new).await.revises, Some(old));
    }
    // The other policy is given up: the revision of this text goes on taking proposals.
    let opened = asta.post(&format!("{}/aendringsforslag/modtag", text.href()), &[("tager", "open")]).await;
    assert_eq!(opened.status, 303, "{}", opened.body);
    let stopped = asta.post(&format!("{other}/stop"), &[("grund", "Vi venter et år.")]).await;
    assert!(says(&mut asta, &stopped, "Politikken er stoppet").await);
    assert_eq!(text_of(&world, &path).await.takes_changes, TakesChanges::Always);
}

#[db_test]
async fn whoever_leads_a_policy_writes_its_text_and_sees_what_was_said(db: Db) {
    let world = world(db).await;
    let town = &world.house.town;
    let mut asta = world.house.signed_in(town.coordinator).await;
    let leader = town.position_contact_school.to_string();
    let fields = [
        ("titel", "Idrætspolitik"),
        ("slags", "theme"),
        ("plan", "guide"),
        ("fra", "2026-03-02"),
        ("leder", leader.as_str()),
    ];
    let begun = asta.post("/politikker/ny", &fields).await;
    assert_eq!(begun.status, 303, "{}", begun.body);
    let path = path_of(&begun.location).trim_end_matches("/plan").to_owned();
    let text = text_of(&world, &path).await;
    let mut leader = world.house.signed_in(town.contact_school).await;
    let mut other = world.house.signed_in(town.contact_solgaarden).await;
    for page in [format!("{}/rediger", text.href()), format!("{}/stemmer", text.href())] {
        assert_eq!(leader.get(&page).await.status, 200, "{page}");
        assert_eq!(other.get(&page).await.status, 403, "{page}");
    }
    assert!(leader.get(&path).await.has(&format!("{}/stemmer", text.href())));
    // What nobody has looked at waits for whoever leads it, and not for the coordinator besides.
    {
        let stamp = Stamp { tenant: town.tenant, actor: None, now: world.house.clock.now() };
        let mut tx = world.house.db.begin(stamp).await.unwrap();
        let input = Input::new(tx.new_id(), text.id, InputKind::Letter, "Vi mangler en hal.", stamp.now);
        voices::add_input(&mut tx, &Input { number: 1, source: "Et brev".into(), ..input }).await.unwrap();
        tx.commit().await.unwrap();
    }
    let waits = format!("{}/stemmer/input?vis=new", text.href());
    assert!(leader.get("/overblik").await.has(&waits));
    assert!(!asta.get("/overblik").await.has(&waits));
    assert!(!other.get("/overblik").await.has(&waits));
}

#[db_test]
async fn what_was_not_done_before_the_adoption_is_said_and_not_called_late(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = adopted(&world, &mut asta).await;
    let dialogue = world.step(&path, StepKind::Dialogue).await;
    assert_eq!(dialogue.state, StepState::Planned);
    // Only what is still to be done is moved with the plan.
    let shift = asta.get(&format!("{path}/flyt")).await;
    assert!(shift.has("2 trin mangler at blive udført"), "{}", shift.body);
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(plan.has("Ikke gennemført før vedtagelsen"), "{}", plan.body);
    // Nobody has it on an agenda any more.
    let organ = world.volunteers.to_string();
    let fields = [("organ", organ.as_str())];
    let set = rewritten(&world, &mut asta, &path, StepKind::Dialogue, "2026-03-20", &fields).await;
    assert_eq!(set.status, 303, "{}", set.body);
    let next = meeting(&mut asta, world.volunteers, "2026-03-20").await;
    assert!(!asta.get(&next).await.has(&dialogue.title));
    let year = asta.get("/aarshjul?aar=2026").await;
    assert!(year.status == 200 && !year.has(&dialogue.title), "{}", year.body);
    // A year later what comes after the adoption is late, and the rest is not.
    world.house.clock.set(Day::of(2027, 3, 1).at(9, 0));
    let mut visitor = world.house.visitor();
    for page in [path.clone(), format!("{path}/plan"), format!("{path}/plan.csv")] {
        let page = visitor.get(&page).await;
        let times = |words: &str| page.body.matches(words).count();
        assert_eq!((times("Ikke gennemført før vedtagelsen"), times("Forsinket")), (4, 1), "{}", page.body);
    }
    let json: serde_json::Value =
        serde_json::from_str(&visitor.get(&format!("{path}/plan.json")).await.body).unwrap();
    let standing = |kind: &str| {
        let steps = json["steps"].as_array().unwrap();
        steps.iter().find(|step| step["kind"] == kind).unwrap()["standing"].as_str().unwrap().to_owned()
    };
    for (kind, is) in [("dialogue", "skipped"), ("input", "skipped"), ("council", "done"), ("inform", "late")]
    {
        assert_eq!(standing(kind), is, "{kind}");
    }
}

#[db_test]
async fn a_correction_of_another_version_than_the_adopted_one_is_not_told_of(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = adopted(&world, &mut asta).await;
    let (text, form) = (text_of(&world, &path).await, format!("{path}/rettelse"));
    rewritten_as(&world, text.id, "Alle kan være med.", "Alle kan være med i det.").await;
    assert_eq!(corrected(&mut asta, &form, "Der manglede to ord.").await.status, 303);
    let mut visitor = world.house.visitor();
    assert!(visitor.get(&path).await.has("Der manglede to ord."));
    // The words about the change are written down; the version is the one that it was, and stays corrected.
    let amend = format!("{path}/aendret");
    let said = asta.post(&amend, &[("version", "2"), ("aendring", "Et ord om fællesskab.")]).await;
    assert_eq!(said.status, 303, "{}", said.body);
    assert_eq!(world.policy(&path).await.public_number(), Some(3));
    let page = visitor.get(&path).await;
    assert!(page.has("Der manglede to ord.") && page.has("Et ord om fællesskab."), "{}", page.body);
    assert!(visitor.get(&text.href()).await.has("Alle kan være med i det."));
    // It turns out that the council adopted another version: nothing of that one was corrected.
    written(&world, &mut asta, &path, "Byrådet føjede dette til.").await;
    let said = asta.post(&amend, &[("version", "4"), ("aendring", "Et nyt afsnit.")]).await;
    assert_eq!(said.status, 303, "{}", said.body);
    let page = visitor.get(&path).await;
    assert!(!page.has("Rettet siden") && !page.has("Der manglede to ord."), "{}", page.body);
    // What is corrected from now on is told of alone.
    rewritten_as(&world, text.id, "Byrådet føjede dette til.", "Byrådet føjede det her til.").await;
    assert_eq!(corrected(&mut asta, &form, "Stavefejl i det nye.").await.status, 303);
    let page = visitor.get(&path).await;
    assert!(
        page.has("version 5: Stavefejl i det nye.") && !page.has("Der manglede to ord."),
        "{}",
        page.body
    );
}
