//! The whole path: idea, qualified, handed on, decided, initiative; and everything that can go otherwise.

use samskab_kernel::Day;
use samskab_store::{Db, db_test};

use super::*;

const BEFORE: Day = Day::of(2026, 3, 9);

/// The meeting is over; what was minuted is finished and approved.
async fn approved(world: &World, runner: &mut Browser<'_>, meeting: &str) {
    let finished = runner.post(&format!("{meeting}/referat/faerdig"), &[]).await;
    assert!(finished.status == 303, "{}", finished.body);
    let approved = runner.post(&format!("{meeting}/referat/godkend"), &[]).await;
    assert_eq!(approved.status, 303, "{}", approved.body);
    world.work().await;
}

#[db_test]
async fn an_idea_of_a_citizen_becomes_an_initiative(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut citizen = house.visitor();
    let half = citizen.post("/forslag/nyt", &[("titel", "Cykeltaxa"), ("navn", "Ditte Idérig")]).await;
    assert!(half.status == 422 && half.has("value=\"Ditte Idérig\"") && half.has("value=\"Cykeltaxa\""));
    assert!(half.has("id=\"hvad-error\""), "what is missing is said at its field: {}", half.body);
    let whole = [IDEA.as_slice(), &[("navn", "Ditte Idérig"), ("email", "ditte@borger.example")]].concat();
    let form = citizen.get("/forslag/nyt").await.location;
    for _ in 0..2 {
        let sent = citizen.post(&form, &whole).await;
        assert_eq!(
            (sent.status.as_u16(), sent.location.as_str()),
            (303, "/forslag/nyt/tak"),
            "{}",
            sent.body
        );
    }
    assert_ne!(citizen.get(&form).await.location, form, "another idea has a page of its own");
    world.work().await;
    let asked = house.mails().await.iter().filter(|mail| mail.body.contains("/mit-forslag/")).count();
    assert_eq!(asked, 1, "the same page sent twice is one idea");
    let link = house.mailed_link().await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    assert!(!asta.get("/overblik").await.has("Cykeltaxa"), "nobody has confirmed it");
    // A mail scanner opens the link; the button confirms.
    assert!(citizen.get(&link).await.has("Send idéen"));
    assert_eq!(citizen.post(&format!("{link}/bekraeft"), &[]).await.status, 303);
    assert_eq!(world.newest_mail().await.0, "Tak for din idé: Cykeltaxa");
    assert!(asta.get("/overblik").await.has("Gør idéen klar: Cykeltaxa"));
    let list = citizen.get("/forslag").await;
    assert!(list.has("Cykeltaxa") && list.has("Bliver gjort klar"), "{}", list.body);
    let proposal = format!(
        "/forslag/{}",
        list.body
            .split("href=\"/forslag/")
            .filter(|part| part.len() > 36 && !part.starts_with("nyt"))
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
    );
    let seen = citizen.get(&proposal).await;
    assert!(seen.status == 200 && !seen.has("Ditte"), "the name is not shown: {}", seen.body);

    // A member of the network makes it better, and the writer says yes.
    let mut erik = house.signed_in(house.town.key_schools).await;
    assert_eq!(
        erik.post(&format!("{proposal}/kommentar"), &[("sagt", "Hvem passer cyklerne?")]).await.status,
        303
    );
    // Their page is behind a link in an older mail: the question comes to them.
    let (subject, body) = world.newest_mail().await;
    assert_eq!(subject, "En kommentar til dit forslag: Cykeltaxa");
    assert!(body.contains("Hvem passer cyklerne?") && body.contains("/mit-forslag/"), "{body}");
    let better = [
        &[
            ("titel", "Cykeltaxa"),
            ("hvad", "Frivillige cykler ture med beboere hver tirsdag."),
            ("nummer", "1"),
        ],
        &IDEA[2..5],
    ]
    .concat();
    let saved = erik.post(&format!("{proposal}/rediger"), &better).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let (subject, _) = world.newest_mail().await;
    assert_eq!(subject, "Er du enig? Cykeltaxa");
    let link = house.mailed_link().await;
    let own = citizen.get(&link).await;
    assert!(own.has("<ins>") && own.has("tirsdag") && own.has("Hvem passer cyklerne?"), "{}", own.body);
    let stranger = house.visitor().get(&proposal).await;
    assert!(
        !stranger.has("tirsdag") && !stranger.has("Hvem passer"),
        "others read what the writer agreed to"
    );
    let to = world.steering.to_string();
    let early = asta.post(&format!("{proposal}/videre"), &[("organ", to.as_str())]).await;
    assert!(early.status == 422 && early.has("6 punkter på tjeklisten mangler."), "{}", early.body);
    checked(&mut erik, &proposal).await;
    let unanswered = asta.post(&format!("{proposal}/videre"), &[("organ", to.as_str())]).await;
    assert!(unanswered.status == 422 && unanswered.has("læse ændringerne"), "{}", unanswered.body);
    citizen.post(&format!("{link}/enig"), &[("nummer", "1")]).await;
    assert!(citizen.get(&link).await.has("Jeg er enig"), "an older text was read");
    assert_eq!(citizen.post(&format!("{link}/enig"), &[("nummer", "2")]).await.status, 303);
    assert!(house.visitor().get(&proposal).await.has("tirsdag"));
    assert_eq!(erik.get(&format!("{proposal}/videre")).await.status, 403, "only those who run the network");
    assert_eq!(asta.post(&format!("{proposal}/videre"), &[("organ", "noget")]).await.status, 422);
    assert_eq!(asta.post(&format!("{proposal}/videre"), &[("organ", to.as_str())]).await.status, 303);
    assert_eq!(world.newest_mail().await.0, "Dit forslag er givet videre: Cykeltaxa");

    // It comes onto the next agenda by itself, and what the minutes say is final with their approval.
    let mut karen = house.signed_in(house.town.key_care).await;
    assert!(karen.get("/overblik").await.has("Sæt forslaget på en dagsorden: Cykeltaxa"));
    let meeting = planned(&world, &mut karen, "2026-03-09").await;
    assert!(karen.get(&meeting).await.has("Cykeltaxa"));
    assert!(!karen.get("/overblik").await.has("Sæt forslaget på en dagsorden"));
    let again = karen.post(&format!("{meeting}/punkter/hent"), &[]).await;
    assert_eq!(again.status, 303);
    assert_eq!(karen.get(&meeting).await.body.matches("Cykeltaxa</h3>").count(), 1, "once");
    let item = item_of(&mut karen, &meeting).await;
    house.clock.set(BEFORE.at(15, 0));
    let before = world.count_mails().await;
    let minutes =
        [("udfald", "approved"), ("beslutning", "Godkendt."), ("begrundelse", "Det er nemt at begynde.")];
    let page = karen.get(&format!("{item}/referat")).await;
    assert!(page.has("Forslaget er godkendt") && !page.has("value=\"decided\""), "{}", page.body);
    let version = after(&page.body, "name=\"version\" value=\"");
    let saved =
        karen.post(&format!("{item}/referat"), &[minutes.as_slice(), &[("version", version)]].concat()).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(house.visitor().get(&proposal).await.has("Venter på beslutning"), "the minutes are not approved");
    assert!(karen.get(&proposal).await.has("Punktet er behandlet"), "the members read it");
    approved(&world, &mut karen, &meeting).await;
    assert_eq!(world.count_mails().await, before + 1);
    let (subject, body) = world.newest_mail().await;
    assert_eq!(subject, "Dit forslag er godkendt: Cykeltaxa");
    assert!(body.contains("beslutning 1/2026") && body.contains("Det er nemt at begynde."), "{body}");
    let done = house.visitor().get(&proposal).await;
    assert!(done.has("Styregruppen har godkendt forslaget (beslutning 1/2026)."), "{}", done.body);
    let initiative = format!("/indsatser/{}", after(&done.body, "href=\"/indsatser/"));
    assert!(house.visitor().get(&initiative).await.has("Ikke begyndt"));
    assert!(asta.get("/overblik").await.has("Vælg en ansvarlig: Cykeltaxa"));
    // Settled is settled.
    let late = citizen.post(&format!("{link}/traek-tilbage"), &[]).await;
    assert!(late.status == 303 && house.visitor().get(&proposal).await.has("Godkendt"));
    let other = [
        ("udfald", "rejected"),
        ("beslutning", "Nej."),
        ("begrundelse", "Alligevel ikke."),
        ("rettelse", "Fejl"),
    ];
    let page = karen.get(&format!("{item}/referat")).await;
    let version = after(&page.body, "name=\"version\" value=\"");
    let stands =
        karen.post(&format!("{item}/referat"), &[other.as_slice(), &[("version", version)]].concat()).await;
    assert!(stands.status == 422 && stands.has("Forslaget er afgjort"), "{}", stands.body);
}

/// What stands after this, until the attribute ends.
fn after<'a>(text: &'a str, before: &str) -> &'a str {
    text.split(before).nth(1).expect(before).split(['"', '#', '?']).next().unwrap()
}

/// The proposal of a signed-in writer is put to a meeting that has begun; the path of the proposal, the meeting, the point.
async fn put(world: &World, day: &str) -> (String, String, String) {
    let house = &world.house;
    let mut writer = house.signed_in(house.town.contact_school).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let proposal = written(&mut writer).await;
    handed_on(world, &mut asta, &proposal).await;
    let meeting = planned(world, &mut karen, day).await;
    let item = item_of(&mut karen, &meeting).await;
    world.work().await;
    (proposal, meeting, item)
}

async fn minuted(
    karen: &mut Browser<'_>,
    item: &str,
    fields: &[(&str, &str)],
) -> samskab_organisation::testing::browser::Page {
    let page = karen.get(&format!("{item}/referat")).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    karen.post(&format!("{item}/referat"), &[fields, &[("version", version.as_str())]].concat()).await
}

#[db_test]
async fn a_rejection_and_a_postponement_say_why(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let (proposal, meeting, item) = put(&world, "2026-03-09").await;
    house.clock.set(BEFORE.at(15, 0));
    let mut karen = house.signed_in(house.town.key_care).await;
    let mute = minuted(&mut karen, &item, &[("udfald", "rejected"), ("beslutning", "Nej.")]).await;
    assert!(mute.status == 422 && mute.has("hvorfor forslaget er afvist"), "{}", mute.body);
    let wrong = minuted(&mut karen, &item, &[("udfald", "decided"), ("beslutning", "Ja.")]).await;
    assert!(wrong.status == 422 && wrong.has("Vælg, hvad der skete med punktet"), "{}", wrong.body);
    let undated = minuted(&mut karen, &item, &[("udfald", "postponed"), ("begrundelse", "Penge")]).await;
    assert!(
        undated.status == 422 && undated.has("hvornår forslaget bliver taget op igen"),
        "{}",
        undated.body
    );
    let past = [("udfald", "postponed"), ("begrundelse", "Penge"), ("igen", "2026-03-09")];
    assert!(minuted(&mut karen, &item, &past).await.has("Vælg en dag efter mødet"));
    let postponed =
        [("udfald", "postponed"), ("begrundelse", "Budgettet er ikke klar."), ("igen", "2026-03-11")];
    assert_eq!(minuted(&mut karen, &item, &postponed).await.status, 303);
    approved(&world, &mut karen, &meeting).await;
    let (subject, body) = world.newest_mail().await;
    assert_eq!(subject, "Dit forslag er udsat: Cykeltaxa");
    assert!(body.contains("Budgettet er ikke klar.") && body.contains("11. marts"), "{body}");
    assert!(house.visitor().get(&proposal).await.has("Udsat"));
    // Too early it stays away; when it is time it is back, as the same proposal.
    let early = planned(&world, &mut karen, "2026-03-10").await;
    assert!(!karen.get(&early).await.has("Cykeltaxa"));
    let next = planned(&world, &mut karen, "2026-03-11").await;
    assert!(karen.get(&next).await.has("Cykeltaxa"));
    let item = item_of(&mut karen, &next).await;
    house.clock.set(Day::of(2026, 3, 11).at(15, 0));
    let rejected = [("udfald", "rejected"), ("beslutning", "Nej."), ("begrundelse", "Der er ingen penge.")];
    assert_eq!(minuted(&mut karen, &item, &rejected).await.status, 303);
    approved(&world, &mut karen, &next).await;
    let (subject, body) = world.newest_mail().await;
    assert_eq!(subject, "Svar på dit forslag: Cykeltaxa");
    assert!(body.contains("Der er ingen penge.") && body.contains("Tak, fordi du tog dig tid"), "{body}");
    let public = house.visitor().get("/forslag").await;
    assert!(public.has("Blev ikke til noget") && public.has("Afvist"), "{}", public.body);
    assert!(house.visitor().get(&proposal).await.has("Der er ingen penge."));
}

#[db_test]
async fn a_reason_given_behind_closed_doors_is_for_the_writer_and_the_members(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut writer = house.signed_in(house.town.contact_school).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let (proposal, meeting, item) = put(&world, "2026-03-09").await;
    let closed = [("titel", "Cykeltaxa"), ("verbum", "decides"), ("lukket", "ja")];
    assert_eq!(karen.post(&format!("{item}/rediger"), &closed).await.status, 303);
    house.clock.set(BEFORE.at(15, 0));
    let postponed = [("udfald", "postponed"), ("begrundelse", "En personsag."), ("igen", "2026-03-11")];
    assert_eq!(minuted(&mut karen, &item, &postponed).await.status, 303);
    approved(&world, &mut karen, &meeting).await;
    let public = house.visitor().get(&proposal).await;
    assert!(public.has("Udsat") && !public.has("En personsag."), "{}", public.body);
    assert!(
        writer.get(&proposal).await.has("En personsag.") && karen.get(&proposal).await.has("En personsag.")
    );
    // On the next agenda it is for all, and so is what is said there; what was said before is not.
    let next = planned(&world, &mut karen, "2026-03-11").await;
    let item = item_of(&mut karen, &next).await;
    let public = house.visitor().get(&proposal).await;
    assert!(public.has("Venter på beslutning") && !public.has("En personsag."), "{}", public.body);
    house.clock.set(Day::of(2026, 3, 11).at(15, 0));
    let rejected = [("udfald", "rejected"), ("beslutning", "Nej."), ("begrundelse", "Der er ingen penge.")];
    assert_eq!(minuted(&mut karen, &item, &rejected).await.status, 303);
    approved(&world, &mut karen, &next).await;
    let public = house.visitor().get(&proposal).await;
    assert!(public.has("Der er ingen penge.") && !public.has("En personsag."), "{}", public.body);
}

#[db_test]
async fn what_its_writer_keeps_from_others_after_all_is_closed_on_the_agenda(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut writer = house.signed_in(house.town.contact_school).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let (proposal, meeting, item) = put(&world, "2026-03-09").await;
    assert_eq!(karen.post(&format!("{meeting}/indkaldelse"), &[]).await.status, 303);
    assert!(house.visitor().get(&meeting).await.has("Cykeltaxa"));
    assert_eq!(writer.post(&format!("{proposal}/visning"), &[]).await.status, 303);
    assert_eq!(house.visitor().get(&proposal).await.status, 404);
    let public = house.visitor().get(&meeting).await;
    assert!(
        public.status == 200 && !public.has("Cykeltaxa") && !public.has("cykler ture"),
        "{}",
        public.body
    );
    assert!(!house.visitor().get(&item).await.has("Cykeltaxa"));
    assert!(karen.get(&meeting).await.has("Cykeltaxa"), "the members go on reading it");
    // Shown once more, it stays closed on the agenda until whoever runs the meeting opens it.
    assert_eq!(writer.post(&format!("{proposal}/visning"), &[("vis", "ja")]).await.status, 303);
    assert!(!house.visitor().get(&meeting).await.has("Cykeltaxa"));
}

#[db_test]
async fn two_who_hand_it_on_at_once_hand_it_on_once(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut writer = house.signed_in(house.town.contact_school).await;
    let proposal = written(&mut writer).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    checked(&mut asta, &proposal).await;
    world.work().await;
    let before = house.mails().await.len();
    let (to, href) = (world.steering.to_string(), format!("{proposal}/videre"));
    let fields = [("organ", to.as_str())];
    let mut malthe = asta.clone();
    let (one, other) = futures_util::join!(asta.post(&href, &fields), malthe.post(&href, &fields));
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303), "{}{}", one.body, other.body);
    let mut karen = house.signed_in(house.town.key_care).await;
    let meeting = planned(&world, &mut karen, "2026-03-09").await;
    assert_eq!(karen.get(&meeting).await.body.matches("Cykeltaxa</h3>").count(), 1);
    assert_eq!(world.count_mails().await, before + 1, "told once");
}

#[db_test]
async fn two_who_change_the_text_at_once_read_each_other(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut writer = house.signed_in(house.town.contact_school).await;
    let proposal = written(&mut writer).await;
    let mut erik = house.signed_in(house.town.key_schools).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let with = |what: &'static str, number: &'static str| {
        [&[("titel", "Cykeltaxa"), ("hvad", what), ("nummer", number)], &IDEA[2..5]].concat()
    };
    let href = format!("{proposal}/rediger");
    assert_eq!(erik.post(&href, &with("Ture om tirsdagen.", "1")).await.status, 303);
    let late = asta.post(&href, &with("Ture om fredagen.", "1")).await;
    assert!(
        late.status == 422 && late.has("Ture om tirsdagen.") && late.has("Ture om fredagen."),
        "{}",
        late.body
    );
    assert_eq!(asta.post(&href, &with("Ture om tirsdagen og fredagen.", "2")).await.status, 303);
    // One mail asks about both.
    let before = world.count_mails().await;
    assert_eq!(before, 2, "received, and asked once");
    let mine = writer.get("/overblik").await;
    assert!(mine.has("Er du enig? Cykeltaxa"), "{}", mine.body);
    assert_eq!(writer.post(&format!("{proposal}/enig"), &[("nummer", "3")]).await.status, 303);
    assert!(!writer.get("/overblik").await.has("Er du enig?"));
    let mut other = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(other.post(&format!("{proposal}/enig"), &[("nummer", "3")]).await.status, 404);
}

#[db_test]
async fn what_is_not_for_all_is_read_by_few(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut writer = house.signed_in(house.town.contact_school).await;
    let sent = writer.post("/forslag/nyt", &IDEA[..5]).await;
    let proposal = path_of(&sent.location);
    assert_eq!(house.visitor().get(&proposal).await.status, 404);
    assert!(!house.visitor().get("/forslag").await.has("Cykeltaxa"));
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.get(&proposal).await.status, 404);
    let list = lone.get("/forslag/liste").await;
    assert!(list.status == 200 && !list.has("Cykeltaxa") && list.has("ikke er for alle"), "{}", list.body);
    assert!(writer.get(&proposal).await.has("Hvem må læse det?"));
    let mut erik = house.signed_in(house.town.key_schools).await;
    assert!(erik.get(&proposal).await.has("Skriv en kommentar"));
    assert_eq!(
        writer.post(&format!("{proposal}/visning"), &[("vis", "ja"), ("vis_navn", "ja")]).await.status,
        303
    );
    assert!(house.visitor().get(&proposal).await.has("Foreslået af"));
    assert_eq!(house.visitor().get("/forslag/liste").await.status, 401);
}

#[db_test]
async fn two_who_approve_the_minutes_at_once_begin_one_initiative(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let (proposal, meeting, item) = put(&world, "2026-03-09").await;
    house.clock.set(BEFORE.at(15, 0));
    let mut karen = house.signed_in(house.town.key_care).await;
    let yes = [("udfald", "approved"), ("beslutning", "Ja.")];
    assert_eq!(minuted(&mut karen, &item, &yes).await.status, 303);
    karen.post(&format!("{meeting}/referat/faerdig"), &[]).await;
    let before = world.count_mails().await;
    let (href, mut asta) =
        (format!("{meeting}/referat/godkend"), house.signed_in(house.town.coordinator).await);
    let (one, other) = futures_util::join!(karen.post(&href, &[]), asta.post(&href, &[]));
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303), "{}{}", one.body, other.body);
    assert_eq!(world.count_mails().await, before + 1, "told once");
    assert!(house.visitor().get(&proposal).await.has("har godkendt forslaget"));
    assert_eq!(asta.get("/indsatser").await.body.matches("Cykeltaxa").count(), 1);
}

#[db_test]
async fn a_yes_without_another_word_is_a_decision_that_is_found_and_cited(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let (proposal, meeting, item) = put(&world, "2026-03-09").await;
    house.clock.set(BEFORE.at(15, 0));
    let mut karen = house.signed_in(house.town.key_care).await;
    assert_eq!(minuted(&mut karen, &item, &[("udfald", "approved")]).await.status, 303);
    karen.post(&format!("{meeting}/referat/faerdig"), &[]).await;
    karen.post(&format!("{meeting}/referat/godkend"), &[]).await;
    let found = house.visitor().get("/beslutninger?q=Cykeltaxa").await;
    assert!(found.has("1/2026") && found.has("Godkendt"), "{}", found.body);
    assert!(house.visitor().get(&proposal).await.has("(beslutning 1/2026)"));
    let (_, body) = world.newest_mail().await;
    assert!(body.contains("beslutning 1/2026"), "{body}");
}
