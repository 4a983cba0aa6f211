//! Two windows on one interest, and an answer that is taken back: nobody gets two letters that contradict each other unless
//! whoever sends the second knows of the first.

use super::*;

/// Vilma waits for an answer, and Lone, whose cookie it is, gives it.
async fn waiting(db: &Db) -> (World, String, samskab_interest::Interest) {
    let world = World::new(db).await;
    let task = world.task(|_| {}).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let interest = world.interest(&task, "Vilma").await;
    (world, lone, interest)
}

/// The fields of the letter at `?svar={answer}`, as the page sends them, with these words.
async fn letter(
    world: &World,
    interest: &samskab_interest::Interest,
    answer: &str,
    cookie: &str,
    text: &str,
) -> Vec<(&'static str, String)> {
    let page = world.get_as(&format!("{}?svar={answer}", interest.href()), cookie).await.body;
    vec![("tilstand", hidden(&page, "tilstand")), ("text", text.to_owned())]
}

async fn send(
    world: &World,
    interest: &samskab_interest::Interest,
    answer: &str,
    cookie: &str,
    fields: &[(&'static str, String)],
) -> samskab_web::testing::Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    world.post_as(&format!("{}/{answer}", interest.href()), &fields, cookie).await
}

#[db_test]
async fn an_answer_from_an_old_window_does_not_contradict_the_one_that_was_given(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    for (name, first) in [("Vilma", "invitation"), ("Bent", "venteliste")] {
        let interest = world.interest(&task, name).await;
        let to = format!("{}@post.example", name.to_lowercase());
        let given = letter(&world, &interest, first, &lone, "Kære du, vi taler sammen").await;
        let no = letter(&world, &interest, "afslag", &lone, "Kære du, det går ikke").await;
        assert_eq!(send(&world, &interest, first, &lone, &given).await.status, StatusCode::SEE_OTHER);
        let stands = world.find(interest.id).await.unwrap().state;

        let old = send(&world, &interest, "afslag", &lone, &no).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY, "{first}");
        assert!(old.body.contains("Svaret er ikke givet"), "{}", old.body);
        assert!(old.body.contains("Der er givet et andet svar"), "{}", old.body);
        assert!(old.body.contains("Kære du, det går ikke"), "what was typed stays");
        assert_eq!(world.find(interest.id).await.unwrap().state, stands);
        assert_eq!(world.mails_to(&to).await.len(), 1, "{first}: only what was sent first");

        // Whoever reads that and still means it sends it from the page that says so; the same one twice is one.
        let again = vec![("tilstand", hidden(&old.body, "tilstand")), ("text", "Desværre".to_owned())];
        for _ in 0..2 {
            assert_eq!(send(&world, &interest, "afslag", &lone, &again).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(world.find(interest.id).await.unwrap().state, State::Declined);
        assert_eq!(world.mails_to(&to).await.len(), 2);
    }
}

#[db_test]
async fn a_word_that_is_missing_does_not_hide_that_it_stands_elsewhere(db: Db) {
    let (world, lone, interest) = waiting(&db).await;
    let no = letter(&world, &interest, "afslag", &lone, "").await;
    let invited = letter(&world, &interest, "invitation", &lone, "Kom forbi").await;
    send(&world, &interest, "invitation", &lone, &invited).await;
    let empty = send(&world, &interest, "afslag", &lone, &no).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mended = vec![("tilstand", hidden(&empty.body, "tilstand")), ("text", "Desværre".to_owned())];
    let old = send(&world, &interest, "afslag", &lone, &mended).await;
    assert!(old.body.contains("Der er givet et andet svar"), "{}", old.body);
}

#[db_test]
async fn who_answered_the_invitation_is_read_before_they_get_a_no(db: Db) {
    let (world, lone, interest) = waiting(&db).await;
    let invited = letter(&world, &interest, "invitation", &lone, "Kom forbi").await;
    send(&world, &interest, "invitation", &lone, &invited).await;
    let no = letter(&world, &interest, "afslag", &lone, "Desværre").await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    store::add_link(&mut tx, interest.id, "vilmas-link").await.unwrap();
    tx.commit().await.unwrap();
    world.post("/interesse/vilmas-link/svar", &[("reply", "Jeg kommer på tirsdag")]).await;
    let old = send(&world, &interest, "afslag", &lone, &no).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(old.body.contains("Vilma har svaret på invitationen imens"), "{}", old.body);
    assert!(old.body.contains("Jeg kommer på tirsdag"));
}

#[db_test]
async fn a_no_is_taken_back_with_a_letter_that_says_so(db: Db) {
    let (world, lone, interest) = waiting(&db).await;
    let no = letter(&world, &interest, "afslag", &lone, "Desværre").await;
    send(&world, &interest, "afslag", &lone, &no).await;
    let page = world.get_as(&interest.href(), &lone).await.body;
    for said in ["Vil du tage jeres nej tilbage?", "Invitér alligevel", "Sig ja tak alligevel"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Sig pænt nej tak"), "they have had it: {page}");
    let offered = world.get_as(&format!("{}?svar=invitation", interest.href()), &lone).await.body;
    assert!(offered.contains("Det svar tager vi tilbage"), "{offered}");

    // Not by a window that never saw the no.
    let unseen = [("text", "Kom forbi".to_owned())];
    let refused = send(&world, &interest, "invitation", &lone, &unseen).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    world.clock.set(NOW.plus(SignedDuration::from_mins(1)));
    let after = letter(&world, &interest, "invitation", &lone, "Kom forbi alligevel").await;
    assert_eq!(send(&world, &interest, "invitation", &lone, &after).await.status, StatusCode::SEE_OTHER);
    assert_eq!(world.find(interest.id).await.unwrap().state.kind(), StateKind::Invited);
    let mail = world.mails_to(VILMA).await.remove(0);
    assert!(mail.subject.starts_with("Vi vil gerne tale med dig"), "{}", mail.subject);
    assert!(mail.body.contains("Kom forbi alligevel") && mail.body.contains("Svar her:"), "{}", mail.body);
}

#[db_test]
async fn a_no_stands_where_they_asked_anew_or_nobody_is_wanted_any_more(db: Db) {
    let world = World::new(&db).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let refused = async |task: &Task| {
        let interest = world.interest(task, "Vilma").await;
        let no = letter(&world, &interest, "afslag", &lone, "Desværre").await;
        send(&world, &interest, "afslag", &lone, &no).await;
        assert!(world.get_as(&interest.href(), &lone).await.body.contains("Invitér alligevel"));
        interest
    };
    let task = world.task(|_| {}).await;
    let first = refused(&task).await;
    let after = letter(&world, &first, "invitation", &lone, "Kom forbi").await;
    world.interest(&task, "Vilma").await;
    assert!(
        !world.get_as(&first.href(), &lone).await.body.contains("Invitér alligevel"),
        "the new one is answered"
    );
    let twice = send(&world, &first, "invitation", &lone, &after).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);

    let task = world.task(|_| {}).await;
    let interest = refused(&task).await;
    world.work_at(NOW.plus_days(400)).await;
    let page = world.get_as(&interest.href(), &lone).await;
    assert!(!page.body.contains("Invitér alligevel"), "{}", page.body);
}

#[db_test]
async fn after_a_yes_the_page_asks_whether_something_changed(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let engagement = crate::testing::accepted(&world, &task).await;
    let interest = world.find(engagement.interest.unwrap()).await.unwrap();
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = world.get_as(&interest.href(), &lone).await.body;
    assert!(
        page.contains("<h2>Har noget ændret sig?</h2>") && page.contains("aftalen falder bort"),
        "{page}"
    );
    assert!(!page.contains("Hvad vil du svare?"), "{page}");
    let way = page.split("<a ").find(|link| link.contains("?svar=venteliste")).unwrap();
    assert!(way.contains("button-secondary"), "{way}");
    assert!(page.contains("<title>Vilma: Har fået ja"), "{page}");
}
