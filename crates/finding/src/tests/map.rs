//! What the map says beside its numbers.

use samskab_store::{Db, db_test};

use super::*;

#[db_test]
async fn that_some_count_twice_is_said_until_a_place_is_chosen(db: Db) {
    const SAID: &str = "Nogle opgaver tæller med flere steder";
    let town = town(&db).await;
    let shore =
        Task { postcode: "9563".parse().ok(), city: "Lynghavn".into(), ..task(&db, &town, "Ryd stranden") };
    add(&db, &town, &[task(&db, &town, "Lørdagskaffe"), shore]).await;
    let separate = pages(&db).await;
    assert!(!get(&separate, "/opgaver/kort").await.body.contains(SAID));
    let accounts = Task { remote: Remote::Partly, ..task(&db, &town, "Hjælp med regnskabet") };
    add(&db, &town, &[accounts]).await;
    let pages = pages(&db).await;
    assert!(get(&pages, "/opgaver/kort").await.body.contains(SAID));
    for chosen in ["by=9563", "by=9561", "hjemmefra=1"] {
        let body = get(&pages, &format!("/opgaver/kort?{chosen}")).await.body;
        assert!(!body.contains(SAID), "{chosen}: {body}");
    }
}
