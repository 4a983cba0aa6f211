//! How far a proposal is on its way to a decision: its writer, those who hand it on and the mail say the same, and no meeting
//! is named that does not have it on its agenda. And what the writer says to a change.

use samskab_kernel::{Day, jiff::SignedDuration};
use samskab_store::{Db, db_test};

use super::*;

const MEETING: Day = Day::of(2026, 3, 9);

/// A minute goes by, so that what is written next is the newest.
fn later(world: &World) {
    let clock = &world.house.clock;
    clock.set(clock.now().plus(SignedDuration::from_mins(1)));
}

/// The subject of the newest mail, and its body without line ends.
async fn mailed(world: &World) -> (String, String) {
    let (subject, body) = world.newest_mail().await;
    later(world);
    (subject, body.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The idea of a citizen without an account, confirmed: the writer's link and the path of the proposal.
async fn of_citizen(world: &World) -> (String, String) {
    let house = &world.house;
    let mut citizen = house.visitor();
    let whole = [IDEA.as_slice(), &[("navn", "Ditte Idérig"), ("email", "ditte@borger.example")]].concat();
    citizen.post("/forslag/nyt", &whole).await;
    world.work().await;
    let link = house.mailed_link().await;
    later(world);
    assert_eq!(citizen.post(&format!("{link}/bekraeft"), &[]).await.status, 303);
    assert_eq!(mailed(world).await.0, "Tak for din idé: Cykeltaxa");
    let list = citizen.get("/forslag").await.body;
    let id = list.split("href=\"/forslag/").find(|part| part.as_bytes().get(8) == Some(&b'-')).unwrap();
    (link, format!("/forslag/{}", &id[..36]))
}

/// A citizen's proposal, and a meeting of those who decide.
struct Stage<'a> {
    link: String,
    proposal: String,
    meeting: String,
    /// She hands on, and Karen runs the meetings.
    asta: Browser<'a>,
    karen: Browser<'a>,
}

async fn stage(world: &World) -> Stage<'_> {
    let house = &world.house;
    let (link, proposal) = of_citizen(world).await;
    let asta = house.signed_in(house.town.coordinator).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let meeting = planned(world, &mut karen, "2026-03-09").await;
    Stage { link, proposal, meeting, asta, karen }
}

#[db_test]
async fn what_is_handed_on_is_on_the_agenda_that_nobody_has_been_sent(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let Stage { link, proposal, meeting, mut asta, mut karen } = stage(&world).await;
    handed_on(&world, &mut asta, &proposal).await;
    assert!(karen.get(&meeting).await.has("Cykeltaxa"), "at once");
    let said = "Det står på dagsordenen, når Styregruppen mødes 9. marts 2026.";
    let (subject, body) = mailed(&world).await;
    assert_eq!(subject, "Dit forslag er på dagsordenen: Cykeltaxa");
    let newest = house.mails().await;
    assert!(body.contains(said) && newest[1].subject.starts_with("Tak for din idé"), "one mail: {body}");
    assert!(house.visitor().get(&link).await.has(said) && asta.get(&proposal).await.has(said));

    // The meeting is called off: what was promised with a day is taken back, and what comes next is said again.
    assert_eq!(karen.post(&format!("{meeting}/aflys"), &[("grund", "Sygdom")]).await.status, 303);
    let (subject, body) = mailed(&world).await;
    assert_eq!(subject, "Dit forslag er taget af dagsordenen: Cykeltaxa");
    let waits = "Styregruppen skal tage stilling til det. Det venter på at komme på en dagsorden.";
    assert!(body.contains(waits) && !body.contains("9. marts"), "{body}");
    assert!(house.visitor().get(&link).await.has(waits));
    planned(&world, &mut karen, "2026-03-16").await;
    let (subject, body) = mailed(&world).await;
    assert_eq!(subject, "Dit forslag er på dagsordenen: Cykeltaxa");
    assert!(body.contains("når Styregruppen mødes 16. marts 2026"), "{body}");
}

#[db_test]
async fn a_meeting_whose_agenda_was_sent_is_not_promised_and_its_passing_is_told(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let Stage { link, proposal, meeting, mut asta, mut karen } = stage(&world).await;
    let point = [("titel", "Årets plan"), ("verbum", "discusses")];
    assert_eq!(karen.post(&format!("{meeting}/punkter/nyt"), &point).await.status, 303);
    assert_eq!(karen.post(&format!("{meeting}/indkaldelse"), &[]).await.status, 303);
    later(&world);
    handed_on(&world, &mut asta, &proposal).await;
    let waits = "Styregruppen skal tage stilling til det. Det venter på at komme på en dagsorden.";
    let (subject, body) = mailed(&world).await;
    assert_eq!(subject, "Dit forslag er givet videre: Cykeltaxa");
    assert!(body.contains(waits) && body.contains("Du får besked"), "{body}");
    assert!(!body.contains("9. marts"), "{body}");
    let own = house.visitor().get(&link).await;
    assert!(own.has(waits) && !own.has("9. marts") && !own.has("Næste møde"), "{}", own.body);
    assert!(!karen.get(&meeting).await.has("Cykeltaxa"), "nobody is surprised by a point that was not sent");
    assert!(karen.get(&proposal).await.has("Næste møde i Styregruppen"), "who can put it on is led there");

    house.clock.set(MEETING.plus_days(1).at(9, 0));
    let passed = "Styregruppen mødtes 9. marts 2026 uden at tage stilling til det.";
    for page in [house.visitor().get(&link).await, asta.get(&proposal).await] {
        assert!(page.has(passed), "{}", page.body);
    }
    assert!(karen.get("/overblik").await.has("Sæt forslaget på en dagsorden: Cykeltaxa"));
    let next = planned(&world, &mut karen, "2026-03-16").await;
    assert!(karen.get(&next).await.has("Cykeltaxa"));
    let (_, body) = mailed(&world).await;
    assert!(body.contains("når Styregruppen mødes 16. marts 2026"), "{body}");

    house.clock.set(Day::of(2026, 3, 17).at(9, 0));
    let own = house.visitor().get(&link).await;
    assert!(own.has("Det stod på dagsordenen, da Styregruppen mødtes 16. marts 2026."), "{}", own.body);
}

#[db_test]
async fn a_writer_says_no_with_a_reason_and_is_asked_anew(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let (link, proposal) = of_citizen(&world).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    checked(&mut asta, &proposal).await;
    let changed = |what: &'static str, number: &'static str| {
        [&[("titel", "Cykeltaxa"), ("hvad", what), ("nummer", number)], &IDEA[2..5]].concat()
    };
    let edit = format!("{proposal}/rediger");
    assert_eq!(asta.post(&edit, &changed("Kun om søndagen.", "1")).await.status, 303);
    let (_, body) = mailed(&world).await;
    assert!(body.contains("Hører vi ikke fra dig senest 16. marts 2026"), "{body}");
    let mut citizen = house.visitor();
    let own = citizen.get(&link).await;
    assert!(own.has("Svar senest 16. marts 2026.") && own.has("Jeg er ikke enig"), "{}", own.body);

    let no = format!("{link}/uenig");
    let mute = citizen.post(&no, &[("nummer", "2")]).await;
    assert!(mute.status == 422 && mute.has("href=\"#hvorfor\""), "{}", mute.body);
    let why = [("nummer", "2"), ("hvorfor", "De fleste kan kun om tirsdagen.")];
    assert_eq!(citizen.post(&no, &why).await.status, 303);
    let own = citizen.get(&link).await;
    assert!(own.has("Du har svaret, at du ikke er enig") && !own.has("Svar senest"), "{}", own.body);
    assert!(asta.get("/overblik").await.has("Forslagsstilleren er ikke enig: Cykeltaxa"));
    assert!(asta.get(&proposal).await.has("De fleste kan kun om tirsdagen."));
    let stranger = house.visitor().get(&proposal).await;
    assert!(!stranger.has("om tirsdagen") && !stranger.has("søndagen"), "{}", stranger.body);
    house.clock.set(MEETING.at(9, 0));
    let to = world.steering.to_string();
    let stopped = asta.post(&format!("{proposal}/videre"), &[("organ", to.as_str())]).await;
    assert!(stopped.status == 422 && stopped.has("Forslagsstilleren er ikke enig."), "{}", stopped.body);

    // Another text asks anew, with a mail and another day.
    let before = world.count_mails().await;
    assert_eq!(asta.post(&edit, &changed("Om tirsdagen.", "2")).await.status, 303);
    assert_eq!(world.count_mails().await, before + 1);
    assert!(house.visitor().get(&link).await.has("Svar senest 23. marts 2026."));
    assert_eq!(citizen.post(&format!("{link}/enig"), &[("nummer", "3")]).await.status, 303);
    handed_on(&world, &mut asta, &proposal).await;
}

#[db_test]
async fn what_others_tick_later_is_no_verdict_on_an_idea_that_was_just_sent(db: Db) {
    let world = world(db).await;
    let (link, proposal) = of_citizen(&world).await;
    let own = world.house.visitor().get(&link).await;
    assert!(own.has("De, der gør idéen klar, sætter flueben") && own.has("ikke sat endnu"), "{}", own.body);
    assert!(!own.has("(mangler)"), "{}", own.body);
    checked(&mut world.house.signed_in(world.house.town.coordinator).await, &proposal).await;
    assert_eq!(world.house.visitor().get(&link).await.body.matches("(på plads)").count(), 6);
}
