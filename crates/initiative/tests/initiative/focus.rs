//! Focus areas: recommended, decided, told of honestly, and taken to the next year.

use samskab_initiative::initiative::{Initiative, store};
use samskab_kernel::Day;
use samskab_store::{Db, db_test};

use super::*;

/// A decided focus area of 2026; its path.
async fn decided(world: &World, asta: &mut Browser<'_>, title: &str) -> String {
    let (network, steering) = (world.network.to_string(), world.steering.to_string());
    let fields = [
        ("aar", "2026"),
        ("titel", title),
        ("hvorfor", "Mange unge vil gerne hjælpe."),
        ("maal", "20 unge er med"),
        ("tilstand", "decided"),
        ("anbefalet", network.as_str()),
        ("anbefalet_nr", "2/2025"),
        ("besluttet", steering.as_str()),
        ("besluttet_nr", "7/2025"),
    ];
    let saved = asta.post("/fokus/nyt", &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    path_of(&saved.location)
}

async fn begun(world: &World, asta: &mut Browser<'_>, area: &str, title: &str) -> String {
    let (area, owner) =
        (area.split('/').next_back().unwrap(), world.house.town.position_key_care.to_string());
    let fields = [
        ("titel", title),
        ("fokus", area),
        ("stilling", owner.as_str()),
        ("vis", "ja"),
        ("maal", "Tre caféer"),
    ];
    let saved = asta.post("/indsatser/ny", &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    path_of(&saved.location)
}

/// What the initiative behind a path was said of, was said ninety days ago.
async fn told_long_ago(house: &House, path: &str) {
    let id = path.split('/').next_back().unwrap().parse().unwrap();
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let one = store::locked(&mut tx, id).await.unwrap().unwrap();
    let told_at = Day::of(2025, 12, 2).at(9, 0);
    store::save(&mut tx, &Initiative { told_at, ..one }).await.unwrap();
    tx.commit().await.unwrap();
}

#[db_test]
async fn a_focus_area_is_public_once_it_is_decided_and_honest_about_progress(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let alone = [("aar", "2026"), ("titel", "Unge"), ("hvorfor", "Fordi"), ("tilstand", "decided")];
    let refused = asta.post("/fokus/nyt", &alone).await;
    assert!(refused.status == 422 && refused.has("Vælg, hvem der har besluttet det"), "{}", refused.body);
    let draft = [("aar", "2026"), ("titel", "Natur"), ("hvorfor", "Fordi"), ("tilstand", "draft")];
    let draft = path_of(&asta.post("/fokus/nyt", &draft).await.location);
    assert!(asta.get("/fokus").await.has("Natur"));
    let mut visitor = house.visitor();
    assert!(!visitor.get("/fokus").await.has("Natur"));
    assert_eq!(visitor.get(&draft).await.status, 404);
    let area = decided(&world, &mut asta, "Flere unge").await;
    let café = begun(&world, &mut asta, &area, "Ungecafé").await;
    let mentor = begun(&world, &mut asta, &area, "Mentorer").await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let status = format!("{mentor}/status");
    let mute = karen.post(&status, &[("tilstand", "stopped")]).await;
    assert!(mute.status == 422 && mute.has("id=\"sagt-error\""), "{}", mute.body);
    let stopped = [("tilstand", "stopped"), ("sagt", "Ingen meldte sig.")];
    assert_eq!(karen.post(&status, &stopped).await.status, 303);
    let mut erik = house.signed_in(house.town.key_schools).await;
    assert_eq!(erik.post(&status, &stopped).await.status, 404, "it is not theirs");
    let page = visitor.get("/fokus").await;
    assert!(page.has("2 indsatser: 1 ikke begyndt, 1 stoppet"), "{}", page.body);
    assert!(page.has("Ingen meldte sig."), "what stopped says why");
    let page = visitor.get(&area).await;
    assert!(
        page.has("Anbefalet af Frivillignetværket (2/2025)")
            && page.has("Besluttet af Styregruppen (7/2025)")
    );
    assert!(page.has("20 unge er med") && !page.has("Karen"), "{}", page.body);
    assert!(visitor.get(&café).await.has("Tre caféer"));
    assert!(!karen.get("/overblik").await.has("Ungecafé"));
    // Old after ninety days, on the page and for its owner.
    told_long_ago(house, &café).await;
    assert!(visitor.get(&area).await.has("Ingen har fortalt, hvordan det går, siden 2. december 2025"));
    assert!(karen.get("/overblik").await.has("Fortæl, hvordan det går: Ungecafé"));
    let going = [("tilstand", "under_way"), ("sagt", "Den første café er åben.")];
    assert_eq!(karen.post(&format!("{café}/status"), &going).await.status, 303);
    assert!(!karen.get("/overblik").await.has("Ungecafé"));
    assert!(visitor.get(&area).await.has("2. marts 2026: Den første café er åben."));
}

#[db_test]
async fn what_is_unfinished_goes_on_in_the_next_year_once(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let area = decided(&world, &mut asta, "Flere unge").await;
    let open = begun(&world, &mut asta, &area, "Ungecafé").await;
    let done = begun(&world, &mut asta, &area, "Mentorer").await;
    asta.post(&format!("{done}/status"), &[("tilstand", "done"), ("sagt", "Seks mentorer.")]).await;
    let finished = decided(&world, &mut asta, "Færdigt").await;
    let only = begun(&world, &mut asta, &finished, "Kun én").await;
    asta.post(&format!("{only}/status"), &[("tilstand", "done"), ("sagt", "Klaret.")]).await;
    assert!(asta.get("/fokus?aar=2026").await.has("Tag det ufærdige med til 2027"));
    let copied = asta.post("/fokus/kopi", &[("aar", "2026")]).await;
    assert!(copied.location.starts_with("/fokus?aar=2027"), "{}", copied.location);
    let again = asta.post("/fokus/kopi", &[("aar", "2026")]).await;
    assert!(again.location.starts_with("/fokus?aar=2026"), "once: {}", again.location);
    let next = asta.get("/fokus?aar=2027").await;
    assert!(next.has("Flere unge") && next.has("Kladde") && !next.has("Færdigt"), "{}", next.body);
    // A draft is nobody else's, and this year's page goes on telling of all of it.
    let mut visitor = house.visitor();
    assert!(!visitor.get("/fokus?aar=2027").await.has("Kladde"));
    let page = visitor.get(&area).await;
    assert!(page.has("Ungecafé") && page.has("Mentorer") && !page.has("Fortsætter"), "{}", page.body);
    assert_eq!(visitor.get(&open).await.status, 200);
    let mut erik = house.signed_in(house.town.key_schools).await;
    assert_eq!(erik.post("/fokus/kopi", &[("aar", "2026")]).await.status, 403);
}
