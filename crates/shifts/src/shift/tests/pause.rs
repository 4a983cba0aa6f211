//! Whoever holds a pause has no shifts in it, whichever side has noted it.

use samskab_store::db_test;

use super::{
    begun::{VILMA, begins, vilma},
    *,
};

/// Vilma helps on Tuesdays and is on the shifts of 3, 10 and 17 March; then `noted` notes a pause until the 10th. Which of
/// the shifts are hers, and who she is.
async fn paused(db: &Db, is_by_place: bool) -> (World, PersonId, Vec<bool>) {
    let world = World::new(db).await;
    let task = world.task(tuesdays).await;
    world.series(&task, 2).await;
    let engagement = begins(&world, &task).await;
    let person = vilma(&world, engagement).await;
    let shifts: Vec<Shift> = world.shifts(&task).await.into_iter().take(3).collect();
    for shift in &shifts {
        world.sign_up(shift, person).await;
    }
    let mails = world.mails_to(VILMA).await;
    let mail = mails.iter().find(|mail| mail.body.contains("/aftaler/")).unwrap();
    let link = mail.body[mail.body.find("/aftaler/").unwrap()..].split_whitespace().next().unwrap();
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let (page, cookie) = match is_by_place {
        true => (format!("/engagementer/{engagement}"), lone.as_str()),
        false => (link.to_owned(), ""),
    };
    let before = world.get_as(&page, cookie).await.body;
    assert!(before.contains("De, der ligger i pausen, bliver fri"), "it is said beforehand: {before}");
    let said = world.post_as(&format!("{page}/pause"), &[("until", "2026-03-10")], cookie).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    let mut hers = Vec::new();
    for shift in &shifts {
        hers.push(world.booking_of(shift, person).await.state.is_live());
    }
    (world, person, hers)
}

#[db_test]
async fn a_pause_that_the_place_notes_frees_the_shifts_in_it_and_the_letter_names_them(db: Db) {
    let (world, _, hers) = paused(&db, true).await;
    assert_eq!(hers, [false, false, true]);
    let mails = world.mails_to(VILMA).await;
    let mail = mails.iter().find(|mail| mail.subject.starts_with("Du holder pause")).unwrap();
    assert!(mail.body.contains("3. marts") && mail.body.contains("10. marts"), "{}", mail.body);
    assert!(!mail.body.contains("17. marts"), "{}", mail.body);
    // The day before, nobody is reminded of a shift that is not theirs.
    world.work_at(NOW.plus_days(7)).await;
    let reminders = world.subjects(VILMA).await;
    assert!(!reminders.iter().any(|subject| subject.starts_with("I morgen")), "{reminders:?}");
}

#[db_test]
async fn a_pause_of_their_own_frees_the_shifts_in_it_and_the_place_is_told_how_many(db: Db) {
    let (world, person, hers) = paused(&db, false).await;
    assert_eq!(hers, [false, false, true]);
    world.work_at(NOW.plus_days(1)).await;
    let told = world.mails_to("lone.papsen@fjordlund.example").await;
    assert!(
        told.iter().any(|mail| mail.body.replace('\n', " ").contains("2 vagter er blevet fri")),
        "{told:?}"
    );
    let own = world.get_as("/min-side/vagter", &world.cookie(person).await).await.body;
    let mine = own.split("Vagter, du kan tage").next().unwrap();
    assert!(!mine.contains("10. marts") && mine.contains("17. marts"), "{own}");
}
