//! Who answers and whom people are shown and call are one; where they are not, those who look after the task read so.

use samskab_organisation::association;

use super::*;

#[db_test]
async fn whoever_answers_and_is_not_shown_is_told_who_stands_there_instead(db: Db) {
    let world = World::new(&db).await;
    let (town, day) = (world.town, NOW.day());
    let all = {
        let mut reader = db.read().await.unwrap();
        association::store::contacts(&mut reader, town.tenant, &[town.handball], day).await.unwrap()
    };
    let abel = world.cookie(town.chair_handball).await;
    let asta = world.cookie(town.coordinator).await;
    let show = async |is_public: bool| {
        let fields: &[(&str, &str)] = if is_public { &[("is_public", "ja")] } else { &[] };
        for contact in &all {
            let path = format!("/foreninger/{}/kontakter/{}/visning", town.handball, contact.id);
            assert_eq!(world.post_as(&path, fields, &abel).await.status, StatusCode::SEE_OTHER);
        }
    };
    let task = world
        .task(|task| {
            task.poster = Poster::Association(town.handball);
            task.contact = Some(town.chair_handball);
        })
        .await;
    let page = format!("/opgaver/{}", task.id);
    let form = format!("/opgaver/ny?for=forening-{}", town.handball);
    let form = world.get_as(&form, &abel).await.location().to_owned();
    let said = "Abel Demosen svarer, men vises ikke på siden endnu.";
    let mend = format!("href=\"/foreninger/{}/kontakter\"", town.handball);

    assert!(world.get(&page).await.body.contains("<p class=\"s-contact-name\">Abel Demosen</p>"));
    assert!(!world.get_as(&page, &abel).await.body.contains("svarer, men"));
    let begun = world.get_as(&form, &abel).await.body;
    assert!(begun.contains("Hvem svarer?") && !begun.contains("svarer, men"), "{begun}");

    show(false).await;
    let public = world.get(&page).await.body;
    assert!(!public.contains("Abel Demosen"), "{public}");
    let name = public.split("s-contact-name\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    for reader in [&abel, &asta] {
        let own = world.get_as(&page, reader).await.body;
        assert!(own.contains(said) && own.contains(&format!("Derfor står {name} på")), "{own}");
        assert!(own.contains(&mend), "{own}");
    }
    assert!(!public.contains("svarer, men"), "a visitor is only told whom to call");
    let begun = world.get_as(&form, &abel).await.body;
    assert!(begun.contains("Agnes Sagnby svarer, men vises ikke på siden endnu."), "{begun}");
    assert!(begun.contains(&mend), "{begun}");

    show(true).await;
    assert!(!world.get_as(&page, &abel).await.body.contains("svarer, men"));
}
