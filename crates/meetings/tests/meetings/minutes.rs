//! From an agenda to decisions that can be cited.

use samskab_kernel::Day;
use samskab_store::db_test;

use super::*;

const DAY: Day = Day::of(2026, 3, 12);

#[db_test]
async fn those_who_sit_there_are_called_once_answer_and_hear_of_a_new_time(db: Db) {
    let house = house(db).await;
    let (town, group) = (house.town, group(&house).await);
    let mut asta = house.signed_in(town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    // An empty agenda is not sent; what is only planned is not shown to others.
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    assert!(house.mails().await.is_empty());
    assert_eq!(house.visitor().get(&meeting).await.status, 404);
    add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    let secret = add_item(&mut asta, &meeting, "En personsag", "discusses", true).await;
    assert_eq!(asta.post(&format!("{meeting}/indkaldelse"), &[]).await.status, 303);
    let mails = house.mails().await;
    assert_eq!(mails.len(), 4, "the coordinator and three key persons: {mails:?}");
    assert!(mails.iter().all(|mail| mail.body.contains("Fælles kurser")));
    // The public reads the open point, and that there is a closed one.
    let seen = house.visitor().get(&meeting).await;
    assert!(seen.has("Fælles kurser") && !seen.has("En personsag") && seen.has("Et punkt er lukket"));
    assert_eq!(house.visitor().get(&format!("/punkter/{secret}/rediger")).await.status, 401);
    let mut karen = house.signed_in(town.key_care).await;
    assert!(karen.get(&meeting).await.has("En personsag"));
    assert!(karen.get("/overblik").await.has("Kommer du til møde i"));
    assert_eq!(karen.post(&format!("{meeting}/svar"), &[("svar", "comes")]).await.status, 303);
    assert!(!karen.get("/overblik").await.has("Kommer du til møde i"));
    let mut erik = house.signed_in(town.key_schools).await;
    // Enter in the field presses the first button of its form: it sends no.
    let form = erik.get(&meeting).await;
    let (before, behind) = form.body.split_once("name=\"stedfortraeder\"").unwrap();
    assert!(!before.rsplit("<form").next().unwrap().contains("<button"), "{before}");
    assert!(behind.split("<button").nth(1).unwrap().contains("value=\"cannot\""), "{behind}");
    erik.post(&format!("{meeting}/svar"), &[("svar", "cannot"), ("stedfortraeder", "Vikar Papsen")]).await;
    assert!(asta.get(&meeting).await.has("Vikar Papsen kommer i stedet"));
    let mut lone = house.signed_in(town.contact_solgaarden).await;
    assert_eq!(lone.post(&format!("{meeting}/svar"), &[("svar", "comes")]).await.status, 404);
    // Moved: told once, and asked again.
    let moved = [("dag", "2026-03-19"), ("fra", "14:00"), ("til", "16:00")];
    assert_eq!(asta.post(&format!("{meeting}/rediger"), &moved).await.status, 303);
    assert_eq!(house.mails().await.len(), 8);
    assert!(karen.get("/overblik").await.has("Kommer du til møde i"));
    let file = house.visitor().get(&format!("{meeting}/kalender.ics")).await;
    assert!(file.has("SEQUENCE:1") && file.has("DTSTART:20260319T130000Z"), "{}", file.body);
    // Called off with a reason.
    let refused = asta.post(&format!("{meeting}/aflys"), &[("grund", " ")]).await;
    assert_eq!(refused.status, 422);
    asta.post(&format!("{meeting}/aflys"), &[("grund", "Rådhuset er lukket.")]).await;
    let mails = house.mails().await;
    assert_eq!(mails.len(), 12);
    assert!(mails[0].body.contains("Rådhuset er lukket."), "{}", mails[0].body);
}

#[db_test]
async fn a_point_is_put_off_with_a_reason_and_comes_back_and_the_next_meeting_approves(db: Db) {
    let house = house(db).await;
    let (town, group) = (house.town, group(&house).await);
    let mut asta = house.signed_in(town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let next = planned(&mut asta, group.id, "2026-06-11").await;
    let courses = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    let rooms = add_item(&mut asta, &meeting, "Lokaler", "recommends", false).await;
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    let early = asta.post(&format!("/punkter/{courses}/referat"), &[("udfald", "decided")]).await;
    assert_eq!(early.status, 303, "nothing is minuted before the meeting");
    house.clock.set(at(DAY, 15));
    let mut asta = house.signed_in(town.coordinator).await;
    let page = asta.get(&format!("/punkter/{courses}/referat")).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    let empty = asta
        .post(&format!("/punkter/{courses}/referat"), &[("udfald", "decided"), ("version", &version)])
        .await;
    assert!(empty.status == 422 && empty.has("Skriv, hvad gruppen kom frem til"), "{}", empty.body);
    let decided = [
        ("udfald", "decided"),
        ("beslutning", "Vi holder to kurser i efteråret."),
        ("inhabile_andre", "Nøglepersonen for skoler"),
        ("stemmer", "3 for, 1 imod"),
        ("version", version.as_str()),
    ];
    assert_eq!(asta.post(&format!("/punkter/{courses}/referat"), &decided).await.status, 303);
    // A second secretary had the page open: told, and nothing is lost.
    let late =
        [("udfald", "decided"), ("beslutning", "Vi holder tre kurser."), ("version", version.as_str())];
    let conflict = asta.post(&format!("/punkter/{courses}/referat"), &late).await;
    assert_eq!(conflict.status, 422);
    assert!(
        conflict.has("En anden har skrevet her imens") && conflict.has("to kurser i efteråret."),
        "{}",
        conflict.body
    );
    assert!(conflict.has("Vi holder tre kurser."), "{}", conflict.body);
    let open = asta.post(&format!("{meeting}/referat/faerdig"), &[]).await;
    assert_eq!(open.location, format!("{meeting}/referat"));
    let page = asta.get(&format!("/punkter/{rooms}/referat")).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    let off =
        [("udfald", "postponed"), ("begrundelse", "Vi venter på Teknik."), ("version", version.as_str())];
    asta.post(&format!("/punkter/{rooms}/referat"), &off).await;
    // Who does what.
    let karen_id = town.key_care.to_string();
    let path = format!("/punkter/{rooms}/referat");
    let promise = [("hvad", "Spørg Teknik"), ("hvem", karen_id.as_str()), ("frist", "2026-04-01")];
    let add = [off.as_slice(), &promise, &[("tilfoej", "ja")]].concat();
    let added = asta.post(&path, &add).await;
    assert_eq!((added.status.as_u16(), added.location.as_str()), (303, path.as_str()), "{}", added.body);
    let half = [off.as_slice(), &[("hvad", "Noget"), ("frist", "2026-04-01"), ("tilfoej", "ja")]].concat();
    let nobody = asta.post(&path, &half).await;
    assert!(nobody.status == 422 && nobody.has("value=\"Noget\""), "{}", nobody.body);
    assert_eq!(asta.post(&format!("{meeting}/referat/faerdig"), &[]).await.status, 303);
    // The next agenda has what waits: the minutes, what was put off, what was promised.
    let agenda = asta.get(&next).await;
    for title in ["Godkend referatet fra 12. marts 2026", "Lokaler", "Opfølgning"] {
        assert!(agenda.has(title), "{title}: {}", agenda.body);
    }
    asta.post(&format!("{next}/punkter/hent"), &[]).await;
    assert_eq!(
        asta.get(&next).await.body.matches("Godkend referatet fra").count(),
        agenda.body.matches("Godkend referatet fra").count(),
        "once"
    );
    // Not approved, the decision is nobody else's to read.
    assert!(!house.visitor().get(&meeting).await.has("to kurser"));
    assert!(!house.visitor().get("/beslutninger").await.has("to kurser"));
    assert_eq!(asta.post(&format!("{meeting}/referat/godkend"), &[]).await.status, 303);
    let public = house.visitor().get(&meeting).await;
    assert!(
        public.has("to kurser") && public.has("1/2026") && public.has("3 for, 1 imod"),
        "{}",
        public.body
    );
    assert!(house.visitor().get("/beslutninger?q=KURSER").await.has("1/2026"));
    assert!(!house.visitor().get("/beslutninger?q=skak").await.has("1/2026"));
    // Corrected, not changed.
    let page = asta.get(&format!("/punkter/{courses}/referat")).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    let silent =
        [("udfald", "decided"), ("beslutning", "Vi holder tre kurser."), ("version", version.as_str())];
    let refused = asta.post(&format!("/punkter/{courses}/referat"), &silent).await;
    assert!(refused.status == 422 && refused.has("Skriv, hvad der er rettet"), "{}", refused.body);
    let said = [silent[0], silent[1], silent[2], ("rettelse", "Tallet var forkert.")];
    assert_eq!(asta.post(&format!("/punkter/{courses}/referat"), &said).await.status, 303);
    let public = house.visitor().get(&meeting).await;
    assert!(public.has("tre kurser") && public.has("Tallet var forkert."), "{}", public.body);
    // What was promised waits on its owner's list until it is done, and is nobody else's.
    let mut karen = house.signed_in(town.key_care).await;
    let overview = karen.get("/overblik").await;
    assert!(overview.has("Spørg Teknik"), "{}", overview.body);
    let page = format!("/opfoelgninger/{}", after(&overview.body, "/opfoelgninger/"));
    let mut lone = house.signed_in(town.contact_solgaarden).await;
    assert_eq!(lone.get(&page).await.status, 404);
    assert_eq!(karen.post(&page, &[("resultat", "De siger ja.")]).await.status, 303);
    assert!(!karen.get("/overblik").await.has("Spørg Teknik"));
    assert!(asta.get(&meeting).await.has("Spørg Teknik: gjort"));
}

#[db_test]
async fn two_secretaries_who_write_in_different_sentences_are_joined(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let item = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    house.clock.set(at(DAY, 15));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = format!("/punkter/{item}/referat");
    let version = async |asta: &mut Browser<'_>| {
        let page = asta.get(&path).await;
        after(&page.body, "name=\"version\" value=\"").to_owned()
    };
    let before = "Kurset holdes i maj. Der er plads til ti.";
    let first = version(&mut asta).await;
    let fields = [("udfald", "decided"), ("beslutning", before), ("version", first.as_str())];
    assert_eq!(asta.post(&path, &fields).await.status, 303);
    house.clock.set(DAY.at(15, 1));
    let read = version(&mut asta).await;
    let write = |text: &'static str| {
        [("udfald", "decided"), ("beslutning", text), ("foer_beslutning", before), ("version", read.as_str())]
    };
    assert_eq!(asta.post(&path, &write("Kurset holdes i juni. Der er plads til ti.")).await.status, 303);
    house.clock.set(DAY.at(15, 2));
    let joined = asta.post(&path, &write("Kurset holdes i maj. Der er plads til tolv.")).await;
    assert_eq!(joined.status, 303, "{}", joined.body);
    let page = asta.get(&path).await;
    assert!(page.has("Kurset holdes i juni. Der er plads til tolv."), "{}", page.body);
}

#[db_test]
async fn what_can_be_read_on_the_page_can_be_fetched_as_a_file(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    add_item(&mut asta, &meeting, "En klage", "decides", true).await;
    for kind in ["pdf", "docx"] {
        let path = format!("{meeting}/moede.{kind}");
        assert_eq!(house.visitor().get(&path).await.status, 404, "not sent yet");
        assert_eq!(asta.get(&path).await.status, 200);
    }
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    let public = house.visitor().get(&format!("{meeting}/moede.docx")).await.bytes;
    let own = asta.get(&format!("{meeting}/moede.docx")).await.bytes;
    let (public, own) = (docx_text(public), docx_text(own));
    assert!(public.contains("Fælles kurser") && !public.contains("En klage"), "{public}");
    assert!(own.contains("En klage"), "{own}");
}

fn docx_text(file: Vec<u8>) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    std::io::read_to_string(package.by_name("word/document.xml").unwrap()).unwrap()
}

#[db_test]
async fn an_annex_is_checked_and_read_by_those_who_may_read_its_point(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let open = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    let closed = add_item(&mut asta, &meeting, "En klage", "decides", true).await;
    let path = |item: &str| format!("/punkter/{item}/bilag");
    let refused = asta.post_file(&path(&open), "bilag.pdf", b"MZ\x90\0 a program").await;
    assert!(
        refused.status == 422 && refused.has("Den slags filer kan vi ikke tage imod"),
        "{}",
        refused.body
    );
    let number = format!("Fru Hansen, {}", samskab_kernel::cpr::made_up());
    let refused = asta.post_file(&path(&open), "notat.txt", number.as_bytes()).await;
    assert!(refused.status == 422 && refused.has("ligner et CPR-nummer"), "{}", refused.body);
    let nothing = asta.post_file(&path(&open), "", b"").await;
    assert!(nothing.status == 422 && nothing.has("Vælg en fil"), "{}", nothing.body);
    assert_eq!(asta.post_file(&path(&open), "plan.pdf", b"%PDF-1.7 en plan").await.status, 303);
    assert_eq!(asta.post_file(&path(&closed), "klage.pdf", b"%PDF-1.7 en klage").await.status, 303);
    let agenda = asta.get(&meeting).await;
    let annex = |page: &str, name: &str| {
        let before = page.split(name).next().unwrap().rsplit("/bilag/").next().unwrap();
        format!("/bilag/{}", &before[..36])
    };
    let (plan, complaint) = (annex(&agenda.body, "plan.pdf"), annex(&agenda.body, "klage.pdf"));
    assert_eq!(house.visitor().get(&plan).await.status, 404, "the agenda was not sent");
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    let public = house.visitor().get(&plan).await;
    assert_eq!((public.status.as_u16(), public.bytes.as_slice()), (200, b"%PDF-1.7 en plan".as_slice()));
    assert!(house.visitor().get(&meeting).await.has("plan.pdf (1 kB)"));
    assert_eq!(house.visitor().get(&complaint).await.status, 404);
    assert_eq!(asta.get(&complaint).await.status, 200);
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.post_file(&path(&open), "plan.pdf", b"%PDF-1.7").await.status, 404);
    // Thirty megabytes a meeting, and no more.
    let large = [b"%PDF-1.7".as_slice(), &vec![b' '; 10 * 1024 * 1024 - 8]].concat();
    for _ in 0..2 {
        assert_eq!(asta.post_file(&path(&open), "stor.pdf", &large).await.status, 303);
    }
    let full = asta.post_file(&path(&open), "stor.pdf", &large).await;
    assert!(full.status == 422 && full.has("mere end 30 MB"), "{}", full.status);
    // Room is made by taking one away; what was sent stays readable.
    assert_eq!(asta.post(&format!("{plan}/slet"), &[]).await.status, 303);
    assert_eq!(asta.get(&plan).await.status, 200);
}

#[db_test]
async fn what_was_sent_stays_readable_and_the_agenda_says_what_became_of_it(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let item = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    let path = format!("/punkter/{item}/bilag");
    asta.post_file(&path, "kladde.txt", "En kladde".as_bytes()).await;
    asta.post_file(&path, "plan.txt", "Den første plan".as_bytes()).await;
    asta.post_file(&path, "regnskab.txt", "Et regnskab".as_bytes()).await;
    let annex = |page: &str, name: &str| {
        let before = page.split(name).next().unwrap().rsplit("/bilag/").next().unwrap();
        format!("/bilag/{}", &before[..36])
    };
    let page = asta.get(&meeting).await.body;
    let [draft, plan, account] = ["kladde.txt", "plan.txt", "regnskab.txt"].map(|name| annex(&page, name));
    // Nobody has seen it yet: gone.
    assert_eq!(asta.post(&format!("{draft}/slet"), &[]).await.status, 303);
    assert_eq!(asta.get(&draft).await.status, 404);
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    house.clock.set(Day::of(2026, 3, 5).at(9, 0));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let refused = asta.post_file(&format!("{plan}/erstat"), "plan.pdf", b"MZ\x90").await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(asta.get(&format!("{plan}/erstat")).await.has("Det gamle kan stadig læses"));
    let new = asta.post_file(&format!("{plan}/erstat"), "plan-2.txt", "Den nye plan".as_bytes()).await;
    assert_eq!(new.status, 303, "{}", new.body);
    assert_eq!(asta.post(&format!("{account}/slet"), &[]).await.status, 303);
    let public = house.visitor().get(&meeting).await;
    assert!(public.has("plan-2.txt (1 kB), kom til, efter at dagsordenen blev sendt"), "{}", public.body);
    assert!(public.has("Erstattet 5. marts 2026: plan.txt (1 kB), sendt 2. marts 2026"), "{}", public.body);
    assert!(public.has("Fjernet 5. marts 2026: regnskab.txt (1 kB)"), "{}", public.body);
    assert!(!public.has("kladde.txt"));
    assert_eq!(house.visitor().get(&plan).await.bytes, "Den første plan".as_bytes());
    let again = asta.post(&format!("{plan}/slet"), &[]).await;
    assert_eq!(again.status, 303, "what is gone is not removed twice");
    assert_eq!(house.visitor().get(&plan).await.status, 200);
    let file = docx_text(house.visitor().get(&format!("{meeting}/moede.docx")).await.bytes);
    assert!(file.contains("(1 kB), sendt 2. marts 2026"), "{file}");
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.get(&format!("{plan}/erstat")).await.status, 403);
}

#[db_test]
async fn too_few_decide_nothing_without_saying_why(db: Db) {
    let house = house(db).await;
    let (town, group) = (house.town, group(&house).await);
    let mut asta = house.signed_in(town.coordinator).await;
    let rule = |count: &'static str| {
        [
            ("navn", group.name.as_str()),
            ("art", "coordination"),
            ("regel", "key_persons"),
            ("beslutter", "number"),
            ("beslutter_antal", count),
        ]
    };
    let refused = asta.post(&format!("{}/rediger", group.href()), &rule("")).await;
    assert!(refused.status == 422 && refused.has("Skriv, hvor mange der skal være der"), "{}", refused.body);
    assert_eq!(asta.post(&format!("{}/rediger", group.href()), &rule("3")).await.status, 303);
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let courses = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    let news = add_item(&mut asta, &meeting, "Nyt fra kommunen", "is_informed", false).await;
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    house.clock.set(at(DAY, 15));
    let mut asta = house.signed_in(town.coordinator).await;
    let path = |item: &str| format!("/punkter/{item}/referat");
    let mut write = async |item: &str, more: &[(&str, &str)]| {
        let page = asta.get(&path(item)).await;
        let version = after(&page.body, "name=\"version\" value=\"").to_owned();
        let mut fields = vec![("udfald", "decided"), ("beslutning", "Ja."), ("version", version.as_str())];
        fields.extend(more);
        asta.post(&path(item), &fields).await
    };
    let first = write(&courses, &[]).await;
    assert!(first.status == 422 && first.has("Gem først, hvem der var der"), "{}", first.body);
    let (me, karen) = (town.coordinator.to_string(), town.key_care.to_string());
    let attend =
        |people: &[&str]| people.iter().map(|one| ("var_der", (*one).to_owned())).collect::<Vec<_>>();
    let mut secretary = house.signed_in(town.coordinator).await;
    let there = attend(&[&me, &karen]);
    let there: Vec<(&str, &str)> = there.iter().map(|(name, id)| (*name, id.as_str())).collect();
    assert_eq!(secretary.post(&format!("{meeting}/fremmoede"), &there).await.status, 303);
    let refused = write(&courses, &[]).await;
    assert!(
        refused.status == 422 && refused.has("2 var der, og der skulle mindst 3 til") && refused.has("Ja."),
        "{}",
        refused.body
    );
    assert_eq!(write(&news, &[]).await.status, 303, "nobody needs a quorum to be told");
    assert_eq!(write(&courses, &[("uden_flertal", "Fristen var i dag.")]).await.status, 303);
    assert!(secretary.get(&format!("{meeting}/referat")).await.has("ikke beslutningsdygtig"));
    assert_eq!(secretary.post(&format!("{meeting}/referat/faerdig"), &[]).await.status, 303);
    assert_eq!(secretary.post(&format!("{meeting}/referat/godkend"), &[]).await.status, 303);
    let public = house.visitor().get(&meeting).await;
    for said in [
        "2 var der, og der skulle mindst 3 til",
        "selv om gruppen ikke var beslutningsdygtig",
        "Fristen var i dag.",
    ] {
        assert!(public.has(said), "{said}: {}", public.body);
    }
    assert!(house.visitor().get("/beslutninger").await.has("Fristen var i dag."));
    let file = docx_text(house.visitor().get(&format!("{meeting}/moede.docx")).await.bytes);
    assert!(file.contains("Fristen var i dag.") && file.contains("2 var der"), "{file}");
}

#[db_test]
async fn who_was_there_is_found_out_afterwards_and_the_minutes_wait_for_a_reason(db: Db) {
    let house = house(db).await;
    let (town, group) = (house.town, group(&house).await);
    let mut asta = house.signed_in(town.coordinator).await;
    let rule = [
        ("navn", group.name.as_str()),
        ("art", "coordination"),
        ("regel", "key_persons"),
        ("beslutter", "more_than_half"),
    ];
    assert_eq!(asta.post(&format!("{}/rediger", group.href()), &rule).await.status, 303);
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let courses = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    house.clock.set(at(DAY, 15));
    let mut asta = house.signed_in(town.coordinator).await;
    let people = [town.coordinator, town.key_care, town.key_schools].map(|person| person.to_string());
    let there: Vec<(&str, &str)> = people.iter().map(|id| ("var_der", id.as_str())).collect();
    asta.post(&format!("{meeting}/fremmoede"), &there).await;
    let page = asta.get(&format!("/punkter/{courses}/referat")).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    let yes = [("udfald", "decided"), ("beslutning", "Ja."), ("version", version.as_str())];
    assert_eq!(asta.post(&format!("/punkter/{courses}/referat"), &yes).await.status, 303, "three of four");
    // One had left before.
    asta.post(&format!("{meeting}/fremmoede"), &there[..2]).await;
    let refused = asta.post(&format!("{meeting}/referat/faerdig"), &[]).await;
    assert!(refused.location.ends_with("/referat"), "{}", refused.location);
    assert!(asta.get(&format!("{meeting}/referat")).await.has("Ved 1 beslutning mangler der en grund"));
    let page = asta.get(&format!("/punkter/{courses}/referat")).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    let off = [("udfald", "postponed"), ("begrundelse", "For få var der."), ("version", version.as_str())];
    assert_eq!(asta.post(&format!("/punkter/{courses}/referat"), &off).await.status, 303);
    asta.post(&format!("{meeting}/referat/faerdig"), &[]).await;
    assert!(asta.get(&format!("{meeting}/referat")).await.has("Referatet er skrevet"));
}

#[db_test]
async fn who_is_ticked_when_the_minutes_are_finished_or_approved_is_noted_with_it(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, group(&house).await.id, "2026-03-12").await;
    let courses = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    house.clock.set(at(Day::of(2026, 3, 12), 16));
    let minutes = format!("{meeting}/referat");
    let karen = house.town.key_care.to_string();
    let ticked = [("var_der", karen.as_str()), ("andre", "Egon Taler"), ("vist", "ja")];
    // A point is open: nothing is finished, and what was ticked is kept.
    asta.post(&format!("{minutes}/faerdig"), &ticked).await;
    let page = asta.get(&minutes).await;
    assert!(
        page.has("value=\"Egon Taler\"") && page.has(&format!("value=\"{karen}\" checked")),
        "{}",
        page.body
    );
    assert!(page.has("Gør referatet færdigt"), "{}", page.body);
    let page = asta.get(&format!("/punkter/{courses}/referat")).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    let yes = [("udfald", "decided"), ("beslutning", "Ja."), ("version", version.as_str())];
    assert_eq!(asta.post(&format!("/punkter/{courses}/referat"), &yes).await.status, 303);
    asta.post(&format!("{minutes}/faerdig"), &ticked).await;
    // Enter in the field of the day presses the first button, which saves who was there.
    let chosen: Vec<(&str, &str)> = ticked.iter().copied().chain([("dag", "2026-03-11")]).collect();
    let noted = asta.post(&minutes.replace("/referat", "/fremmoede"), &chosen).await;
    let page = asta.get(&noted.location).await;
    assert!(page.has("value=\"2026-03-11\""), "the day stays: {}", page.body);
    let approve = format!("{minutes}/godkend");
    // Karen had left, and another guest had come: a wrong day keeps what was typed, and approves nothing.
    let wrong_day = [("andre", "Ida Taler"), ("vist", "ja"), ("dag", "2026-03-01")];
    let page = asta.post(&approve, &wrong_day).await;
    assert_eq!(page.status, 422);
    assert!(
        page.has("value=\"Ida Taler\"") && !page.has(&format!("value=\"{karen}\" checked")),
        "{}",
        page.body
    );
    assert!(asta.get(&minutes).await.has("value=\"Egon Taler\""), "nothing was saved");
    let right_day = [("andre", "Ida Taler"), ("vist", "ja"), ("dag", "2026-03-12")];
    assert_eq!(asta.post(&approve, &right_day).await.status, 303);
    let page = asta.get(&minutes).await;
    assert!(page.has("<li>Ida Taler <span class=\"s-muted\">var der</span></li>"), "{}", page.body);
    assert!(page.has(" <span class=\"s-muted\">var der ikke</span></li>"), "Karen: {}", page.body);
}
