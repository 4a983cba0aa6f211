//! The second of closing, a clock that is wrong, two windows, a file that is a program or far too large, an answer for others, a hearing
//! that was called off by mistake, and many at once.

use std::io::{Cursor, Write as _};

use samskab_hearing::{hearing::Phase, party::PartyAnswer, store};
use samskab_kernel::jiff::SignedDuration;
use samskab_store::{Stamp, db_test};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;

#[db_test]
async fn what_comes_in_the_last_second_counts_and_what_comes_one_later_is_kept_as_a_draft(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    seconds_before(&house, 1);
    let sent = answer(&mut house.visitor(), &path, "i-tide@post.example", "I sidste sekund.").await;
    assert_eq!(sent.location, format!("{path}/svar/tak"), "11.59.59 is in time");
    assert_eq!(house.clock.now(), closing().minus(samskab_kernel::jiff::SignedDuration::from_secs(1)));
    seconds_before(&house, 0);
    let late = answer(&mut house.visitor(), &path, "for-sent@post.example", "Et sekund for sent.").await;
    assert_eq!(house.clock.now(), closing());
    assert_eq!(late.location, format!("{path}/svar/tak?gemt=for-sent"), "12.00.00 is too late");
    let told = house.visitor().get(&late.location).await;
    assert!(told.has("gemt, men ikke afgivet") && told.has("70 00 95 61"), "{}", told.body);
    // Confirmed afterwards, because it came in time.
    let own = link(&mail_to(&house, "i-tide@post.example").await, "/hoeringssvar/");
    assert_eq!(house.visitor().post(&format!("{own}/bekraeft"), &[]).await.status, 303);
    assert!(house.visitor().get(&path).await.has("I sidste sekund."));
    // The draft is there, and cannot be sent.
    let lost = link(&mail_to(&house, "for-sent@post.example").await, "/hoeringssvar/");
    let page = house.visitor().get(&lost).await;
    assert!(page.has("Et sekund for sent.") && !page.has("Send svaret"), "{}", page.body);
    house.visitor().post(&format!("{lost}/bekraeft"), &[]).await;
    assert!(!house.visitor().get(&path).await.has("Et sekund for sent."));
    // Opened once more: whoever answered or began to is told, and the draft is sent.
    let again = [("lukker", "2026-03-12"), ("lukker_kl", "12:00"), ("hvorfor", "Hjemmesiden var nede.")];
    assert_eq!(asta.post(&format!("{path}/frist"), &again).await.status, 303);
    work(&house).await;
    let mail = mail_to(&house, "for-sent@post.example").await;
    assert!(mail.subject.starts_with("Åben igen") && mail.body.contains("Hjemmesiden var nede."), "{mail:?}");
    assert_eq!(house.visitor().post(&format!("{lost}/bekraeft"), &[]).await.status, 303);
    assert!(house.visitor().get(&path).await.has("Et sekund for sent."));
    let before = mails(&house).await.len();
    work(&house).await;
    assert_eq!(mails(&house).await.len(), before, "nobody is told twice");
}

#[db_test]
async fn two_windows_lose_nobodys_words(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let mut visitor = house.visitor();
    let fields = [
        ("tekst", "Første udkast"),
        ("navn", "Prøve Testesen"),
        ("email", "kladde@post.example"),
        ("hvem", "citizen"),
        ("knap", "kladde"),
    ];
    let kept = visitor.post(&format!("{path}/svar"), &fields).await;
    assert!(kept.location.ends_with("gemt=kladde"), "{}", kept.location);
    let own = link(&mail_to(&house, "kladde@post.example").await, "/hoeringssvar/");
    let page = visitor.get(&own).await;
    let edit = format!(
        "{own}/rediger?del={}",
        page.body.split("/rediger?del=").nth(1).unwrap().split('"').next().unwrap()
    );
    let form = visitor.get(&edit).await;
    let value = |name: &str| {
        let rest = form.body.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let (del, version) = (value("del"), value("version"));
    let save = |text: &'static str, version: String| {
        [
            ("tekst", text.to_owned()),
            ("navn", "Prøve Testesen".to_owned()),
            ("hvem", "citizen".to_owned()),
            ("del", del.clone()),
            ("version", version),
        ]
    };
    fn pairs<'a>(all: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
        all.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
    let one = save("Fra vindue et", version.clone());
    assert_eq!(visitor.post(&format!("{own}/rediger"), &pairs(&one)).await.status, 303);
    let two = save("Fra vindue to", version);
    let both = visitor.post(&format!("{own}/rediger"), &pairs(&two)).await;
    assert!(both.status == 422 && both.has("Fra vindue et") && both.has("Fra vindue to"), "{}", both.body);
    let version =
        both.body.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let again = save("Fra vindue to", version);
    assert_eq!(visitor.post(&format!("{own}/rediger"), &pairs(&again)).await.status, 303);
    assert!(visitor.get(&own).await.has("Fra vindue to"));
    // Too late: what was typed stands there, and the answer as it was.
    seconds_before(&house, 0);
    let late = save("Efter fristen", String::new());
    let late = visitor.post(&format!("{own}/rediger"), &pairs(&late)).await;
    assert!(late.status == 422 && late.has("Efter fristen") && late.has("Fristen var"), "{}", late.body);
    assert!(visitor.get(&own).await.has("Fra vindue to"));
}

#[db_test]
async fn two_who_keep_one_draft_lose_nobodys_words(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = draft(&mut asta, "at_once").await;
    let edit = format!("{path}/rediger");
    let read = hidden(&asta.get(&edit).await, "laest");
    let save = |text: &'static str, contact: &'static str, read: String| {
        let mut fields: Vec<(&str, String)> =
            plan("at_once").into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        fields[2].1 = text.to_owned();
        fields[9].1 = contact.to_owned();
        fields.push(("laest", read));
        fields
    };
    fn pairs<'a>(all: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
        all.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
    let first = save("Den enes tekst.", "Den ene", read.clone());
    assert_eq!(asta.post(&edit, &pairs(&first)).await.status, 303);
    let second = save("Den andens tekst.", "Den anden", read);
    let both = asta.post(&edit, &pairs(&second)).await;
    assert!(
        both.status == 422 && both.has("Den enes tekst.") && both.has("Den andens tekst."),
        "{}",
        both.body
    );
    assert!(both.has("Høringen er gemt imens") && both.has("<p>Den ene</p>"), "{}", both.body);
    let again = save("Den andens tekst.", "Den anden", hidden(&both, "laest"));
    assert_eq!(asta.post(&edit, &pairs(&again)).await.status, 303);
    assert!(asta.get(&edit).await.has("Den andens tekst."));
}

#[db_test]
async fn a_text_that_comes_when_the_hearing_has_opened_changes_nothing_and_is_not_lost(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let opening = Day::of(2026, 3, 3).at(9, 0);
    let mut fields = plan("at_once");
    fields[3].1 = "2026-03-03";
    let page = asta.post("/hoeringer/ny", &fields).await;
    let path = page.location.trim_end_matches("/parter").to_owned();
    asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    assert_eq!(asta.post(&format!("{path}/aabn"), &[]).await.status, 303);
    let read = hidden(&asta.get(&format!("{path}/rediger")).await, "laest");
    fields[2].1 = "Skrevet klokken 8.59.";
    fields.push(("laest", &read));
    // It comes in the last second before the opening, and waits for its turn until the first one after.
    house.clock.set(opening.minus(samskab_kernel::jiff::SignedDuration::from_secs(2)));
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    store::locked(&mut tx, id(&path)).await.unwrap();
    let until_open = async {
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        assert!(house.clock.now() < opening, "the request has come");
        house.clock.set(opening);
        tx.commit().await.unwrap();
    };
    let edit = format!("{path}/rediger");
    let (late, ()) = futures_util::future::join(asta.post(&edit, &fields), until_open).await;
    assert!(late.status == 422 && late.has("Skrevet klokken 8.59."), "{}", late.body);
    assert!(late.has("href=\"#tekst\"") && late.has("teksten og tiden ligger fast"), "{}", late.body);
    assert!(house.visitor().get(&path).await.has("Vi tror på fællesskab."));
}

#[db_test]
async fn a_file_that_is_a_program_is_not_taken_and_a_file_is_public_only_when_it_was_seen(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let own = confirmed(&house, &path, "fil@post.example", "Se bilaget.").await;
    let mut visitor = house.visitor();
    let files = format!("{own}/bilag");
    let program = visitor.post_file(&files, "svar.pdf", b"MZ\x90\0 this program cannot be run").await;
    assert_eq!(program.status, 422, "{}", program.body);
    let number = samskab_kernel::cpr::made_up();
    assert_eq!(visitor.post_file(&files, "svar.txt", number.as_bytes()).await.status, 422);
    for name in ["et.txt", "to.txt", "tre.txt"] {
        assert_eq!(visitor.post_file(&files, name, b"Et lokale.").await.status, 303);
    }
    assert_eq!(visitor.post_file(&files, "fire.txt", b"For meget.").await.status, 422);
    let page = house.visitor().get(&path).await;
    assert!(page.has("Se bilaget.") && !page.has("et.txt"), "nobody has seen the files");
    let list = asta.get(&format!("{path}/indkomne")).await;
    let one = format!(
        "/indkomne-svar/{}",
        list.body.split("/indkomne-svar/").nth(1).unwrap().split('"').next().unwrap()
    );
    let seen = asta.get(&one).await;
    let file = format!(
        "/hoeringsbilag/{}",
        seen.body.split("/hoeringsbilag/").nth(1).unwrap().split('"').next().unwrap()
    );
    assert_eq!(house.visitor().get(&file).await.status, 404);
    assert_eq!(asta.get(&file).await.status, 200);
    assert_eq!(published(&mut asta, &one).await.status, 303);
    assert!(house.visitor().get(&path).await.has("et.txt"));
    assert_eq!(house.visitor().get(&file).await.body, "Et lokale.");
    assert_eq!(
        asta.post(&format!("{one}/skjul"), &[("hvorfor", "Hører til en anden sag")]).await.status,
        303
    );
    assert!(!house.visitor().get(&path).await.has("Se bilaget."));
    assert_eq!(house.visitor().get(&file).await.status, 404);
    assert!(visitor.get(&own).await.has("Hører til en anden sag"));
}

#[db_test]
async fn two_hundred_at_once_before_the_closing_none_is_lost_and_none_is_taken_after(db: Db) {
    let house = busy_house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let at_once = async |from: usize, many: usize| {
        let posts = (from..from + many).map(|number| {
            let (path, mut visitor) = (path.clone(), house.visitor());
            async move {
                let email = format!("svar{number}@post.example");
                let sent = answer(&mut visitor, &path, &email, &format!("Svar nummer {number}.")).await;
                assert_eq!(sent.status, 303, "{}", sent.body);
                sent.location.ends_with("/tak")
            }
        });
        futures_util::future::join_all(posts).await.into_iter().filter(|in_time| *in_time).count()
    };
    // The clock moves a second with each request.
    seconds_before(&house, 250);
    assert_eq!(at_once(0, 200).await, 200, "all of them are in time");
    seconds_before(&house, 20);
    let mut acknowledged = 200;
    for wave in 0..10 {
        acknowledged += at_once(200 + 4 * wave, 4).await;
    }
    assert!((201..240).contains(&acknowledged), "{acknowledged}");
    let mut reader = house.db.read().await.unwrap();
    let all = store::unconfirmed(&mut reader, house.town.tenant, id(&path)).await.unwrap();
    assert_eq!(all.len(), acknowledged, "none that was acknowledged is lost");
    assert!(all.iter().all(|one| one.sent_at.unwrap() < closing()), "none was taken after the closing");
    let mut numbers: Vec<i64> = all.iter().filter_map(|one| one.number).collect();
    numbers.sort_unstable();
    let expected: Vec<i64> = (1..=i64::try_from(acknowledged).unwrap()).collect();
    assert_eq!(numbers, expected, "each has a number of its own");
    assert!(house.visitor().get(&path).await.has("Lukket"));
}

/// A text document with these parts in it.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        file.start_file(*name, SimpleFileOptions::default()).unwrap();
        file.write_all(content.as_bytes()).unwrap();
    }
    file.finish().unwrap().into_inner()
}

#[db_test]
async fn a_file_with_macros_or_of_forty_megabytes_is_not_taken_and_the_answer_stays(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let own = confirmed(&house, &path, "fil@post.example", "Se bilaget.").await;
    let mut visitor = house.visitor();
    let files = format!("{own}/bilag");
    let large = visitor.post_file(&files, "fotos.pdf", &vec![b' '; 40 * 1024 * 1024]).await;
    assert!(large.status == 422 && large.has("Filen er større end 10 MB. Gør den mindre"), "{}", large.body);
    assert!(
        large.has("href=\"#fil\"") && large.has("Se bilaget."),
        "said at the field, and the answer is there"
    );
    let content = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let types =
        format!("<Types><Override PartName=\"/word/document.xml\" ContentType=\"{content}\"/></Types>");
    let parts = [("[Content_Types].xml", types.as_str()), ("word/document.xml", "<w:document/>")];
    let plain = visitor.post_file(&files, "svar.docx", &package(&parts)).await;
    assert_eq!(plain.status, 303, "{}", plain.body);
    let macros = [parts.as_slice(), &[("word/vbaProject.bin", "Attribute VB_Name")]].concat();
    let program = visitor.post_file(&files, "svar-2.docx", &package(&macros)).await;
    assert!(program.status == 422 && program.has("Filen har et program i sig"), "{}", program.body);
    let page = visitor.get(&own).await;
    assert!(page.has("svar.docx") && !page.has("svar-2.docx") && !page.has("fotos.pdf"), "{}", page.body);
    assert!(house.visitor().get(&path).await.has("Se bilaget."));
}

#[db_test]
async fn who_writes_in_the_name_of_a_council_is_not_published_as_it_and_the_council_is_still_asked(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    let council = async || {
        let mut reader = house.db.read().await.unwrap();
        let all = store::parties(&mut reader, house.town.tenant, id(&path)).await.unwrap();
        all.into_iter().find(|party| party.body.is_some()).unwrap()
    };
    let name = council().await.name;
    let fields = [
        ("tekst", "Rådet er imod."),
        ("navn", "Prøve Testesen"),
        ("email", "ikke-sekretaer@post.example"),
        ("hvem", "council"),
        ("paa_vegne", name.as_str()),
    ];
    let mut visitor = house.visitor();
    assert_eq!(visitor.post(&format!("{path}/svar"), &fields).await.status, 303);
    let own = link(&mail_to(&house, "ikke-sekretaer@post.example").await, "/hoeringssvar/");
    assert_eq!(visitor.post(&format!("{own}/bekraeft"), &[]).await.status, 303);
    assert!(!house.visitor().get(&path).await.has("Rådet er imod."), "nobody has asked the council");
    assert!(visitor.get(&own).await.has("ikke sendt med det link, de fik"), "its sender is told why");
    assert_eq!(council().await.answer, PartyAnswer::None, "the council has not answered");
    let list = asta.get(&format!("{path}/indkomne")).await;
    assert!(list.has("ikke sendt med det link, de fik"), "{}", list.body);
    // Nor as its own name.
    let named = [
        ("tekst", "Rådet er stadig imod."),
        ("navn", name.as_str()),
        ("email", "heller-ikke@post.example"),
        ("hvem", "citizen"),
    ];
    assert_eq!(visitor.post(&format!("{path}/svar"), &named).await.status, 303);
    let second = link(&mail_to(&house, "heller-ikke@post.example").await, "/hoeringssvar/");
    assert_eq!(visitor.post(&format!("{second}/bekraeft"), &[]).await.status, 303);
    assert!(!house.visitor().get(&path).await.has("Rådet er stadig imod."));
    assert_eq!(visitor.post(&format!("{second}/traek-tilbage"), &[]).await.status, 303);
    // It was the council after all: somebody has asked, and publishes it.
    let one = incoming(&mut asta, &path).await;
    assert_eq!(published(&mut asta, &one).await.status, 303);
    assert!(house.visitor().get(&path).await.has("Rådet er imod."));
}

#[db_test]
async fn a_hearing_that_was_called_off_by_mistake_goes_on_with_what_was_answered(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    confirmed(&house, &path, "foer@post.example", "Svaret før aflysningen.").await;
    let off = asta.post(&format!("{path}/aflys"), &[("hvorfor", "Vi trykkede forkert.")]).await;
    assert_eq!(off.status, 303);
    work(&house).await;
    assert!(mail_to(&house, "foer@post.example").await.subject.starts_with("Aflyst"));
    let closed = answer(&mut house.visitor(), &path, "under@post.example", "Mens den var aflyst.").await;
    assert!(closed.status == 422 && closed.has("Mens den var aflyst."), "what was typed is kept");
    assert!(asta.get(&path).await.has("Åbn høringen igen"));
    let frist = format!("{path}/frist");
    let past = [("lukker", "2026-03-01"), ("lukker_kl", "12:00"), ("hvorfor", "Den var ikke aflyst.")];
    assert_eq!(asta.post(&frist, &past).await.status, 422, "not to a time that is over");
    let again = [("lukker", "2026-03-11"), ("lukker_kl", "12:00"), ("hvorfor", "Den var ikke aflyst.")];
    assert_eq!(asta.post(&frist, &again).await.status, 303, "the same closing will do");
    assert_eq!(hearing(&house, &path).await.phase(house.clock.now()), Phase::Open);
    work(&house).await;
    let mail = mail_to(&house, "foer@post.example").await;
    assert!(mail.subject.starts_with("Åben igen") && mail.body.contains("Den var ikke aflyst."), "{mail:?}");
    confirmed(&house, &path, "efter@post.example", "Svaret bagefter.").await;
    let page = house.visitor().get(&path).await;
    for said in
        ["Svaret før aflysningen.", "Svaret bagefter.", "Vi trykkede forkert.", "Den var ikke aflyst."]
    {
        assert!(page.has(said), "{said}: {}", page.body);
    }
}

#[db_test]
async fn a_clock_that_was_an_hour_fast_loses_nothing_and_is_put_right(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    // It is half past eleven, and the server believes it is half past twelve.
    let real = closing().minus(SignedDuration::from_mins(30));
    house.clock.set(real.plus(SignedDuration::from_hours(1)));
    let shut = answer(&mut house.visitor(), &path, "rettidig@post.example", "I god tid.").await;
    assert_eq!(shut.location, format!("{path}/svar/tak?gemt=for-sent"));
    let own = link(&mail_to(&house, "rettidig@post.example").await, "/hoeringssvar/");
    work(&house).await;
    let letters = mails(&house).await.len();
    // Somebody sets the clock right: what was kept can be sent, and nobody gets a letter twice.
    house.clock.set(real);
    assert_eq!(house.visitor().post(&format!("{own}/bekraeft"), &[]).await.status, 303);
    assert!(house.visitor().get(&path).await.has("I god tid."));
    let receipts = mails(&house).await.len();
    work(&house).await;
    assert_eq!(mails(&house).await.len(), receipts, "the receipt, and nothing again: {letters} before");
    // An hour slow: it takes answers too long, and the closing that everybody read can only be moved to a later one.
    house.clock.set(closing().plus(SignedDuration::from_mins(30)).minus(SignedDuration::from_hours(1)));
    confirmed(&house, &path, "sen@post.example", "En halv time for sent.").await;
    house.clock.set(closing().plus(SignedDuration::from_mins(31)));
    assert_eq!(hearing(&house, &path).await.phase(house.clock.now()), Phase::Closed);
    assert!(house.visitor().get(&path).await.has("En halv time for sent."), "what was acknowledged counts");
    let told = [("lukker", "2026-03-12"), ("lukker_kl", "12:00"), ("hvorfor", "Vores ur gik forkert.")];
    assert_eq!(asta.post(&format!("{path}/frist"), &told).await.status, 303);
    work(&house).await;
    assert!(mail_to(&house, "sen@post.example").await.body.contains("Vores ur gik forkert."));
}
