//! All tasks as a list: every order page by page, every filter, and what is done with several.

use std::collections::HashSet;

use super::*;

/// Titles in the order of the page, and the address of the next one.
fn read(body: &str) -> (Vec<String>, Option<String>) {
    let rows = body.split("<td data-title=\"Opgave\"><a href=\"").skip(1);
    let titles =
        rows.map(|row| row.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()).collect();
    let next = body.find("rel=\"next\"").map(|at| {
        let from = body[..at].rfind("href=\"").unwrap() + 6;
        body[from..].split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&")
    });
    (titles, next)
}

#[db_test]
async fn in_every_order_each_task_stands_once_page_by_page(db: Db) {
    let site = Site::open(&db, "{}").await;
    let mut tx = begin(&db, &site.town, NOW).await;
    for number in 0..120 {
        let title = ["Æbler", "Østers", "Ål", "Zoo", "abe"][number % 5];
        // Every third changed at the same moment, so that the id decides too.
        let at = NOW.plus_days(-i64::try_from(number / 3).unwrap());
        let task = Task {
            title: format!("{title} {number:03}"),
            created_at: at,
            updated_at: at,
            ..complete(&db, &site.town)
        };
        store::add(&mut tx, &task).await.unwrap();
    }
    tx.commit().await.unwrap();
    let who = Some(site.town.contact_solgaarden);
    for order in
        ["", "aendret", "titel", "-titel", "sted", "-sted", "tilstand", "-tilstand", "venter", "-venter"]
    {
        let (mut all, mut address) = (Vec::new(), format!("/opgaveliste?sorter={order}"));
        for _ in 0..3 {
            let (titles, next) = read(&site.get(who, &address).await.body);
            all.extend(titles);
            address = next.unwrap_or_default();
        }
        assert!(address.is_empty(), "{order}: a fourth page");
        assert_eq!((all.len(), all.iter().collect::<HashSet<_>>().len()), (120, 120), "{order}");
        if order == "titel" {
            let firsts: Vec<&str> = all.iter().map(|title| title.split(' ').next().unwrap()).collect();
            let mut kinds = firsts.clone();
            kinds.dedup();
            assert_eq!(kinds, ["abe", "Zoo", "Æbler", "Østers", "Ål"], "as a Danish alphabet has it");
        }
    }
    // An address that somebody cut off begins anew.
    assert_eq!(read(&site.get(who, "/opgaveliste?efter=12_x").await.body).0.len(), 50);
    assert_eq!(read(&site.get(who, "/opgaveliste?sorter=ukendt&tilstand=ukendt").await.body).0.len(), 50);
}

#[db_test]
async fn everybody_sees_the_tasks_they_answer_for_and_no_others(db: Db) {
    let site = Site::open(&db, "{}").await;
    let own = complete(&db, &site.town);
    let handball = Poster::Association(site.town.handball);
    let other = Task {
        id: db.dice().id(NOW),
        title: "Kampdag".into(),
        poster: handball,
        ..complete(&db, &site.town)
    };
    add(&db, &site.town, &own).await;
    add(&db, &site.town, &other).await;
    let town = &site.town;
    for (who, titles) in [
        (town.coordinator, vec!["Kampdag", "Lørdagskaffe"]),
        (town.key_care, vec!["Lørdagskaffe"]),
        (town.contact_solgaarden, vec!["Lørdagskaffe"]),
        (town.chair_handball, vec!["Kampdag"]),
        (town.contact_school, vec![]),
    ] {
        let listed = read(&site.get(Some(who), "/opgaveliste?sorter=titel").await.body).0;
        assert_eq!(listed, titles, "{who}");
        let file = site.get(Some(who), "/opgaveliste.csv").await.body;
        assert_eq!(file.lines().count(), titles.len() + 1, "{file}");
        // A place that is not theirs narrows it down to nothing, and lends them none.
        let place = format!("/opgaveliste?sted={}", town.handball);
        let there = read(&site.get(Some(who), &place).await.body).0;
        assert!(there.iter().all(|title| titles.contains(&title.as_str())), "{who}: {there:?}");
    }
    assert_eq!(site.get(None, "/opgaveliste").await.status, StatusCode::UNAUTHORIZED);
}

#[db_test]
async fn several_are_approved_at_once_by_whoever_may_and_the_rest_is_said(db: Db) {
    let site = Site::open(&db, "{}").await;
    let waits = Task { state: State::Awaiting, ..complete(&db, &site.town) };
    let draft = Task { id: db.dice().id(NOW), title: "Kladden".into(), ..complete(&db, &site.town) };
    add(&db, &site.town, &waits).await;
    add(&db, &site.town, &draft).await;
    let (first, second) = (waits.id.to_string(), draft.id.to_string());
    let fields = [("valgt", first.as_str()), ("valgt", second.as_str()), ("handling", "godkend")];
    // The contact person does not approve: the action is not there for them.
    let contact = site.post(site.town.contact_solgaarden, "/opgaveliste/valgte", &fields).await;
    assert_eq!(contact.status, StatusCode::NOT_FOUND);
    let preview = site.post(site.town.key_care, "/opgaveliste/valgte", &fields).await.body;
    assert!(
        preview.contains("Godkend 1 opgave") && preview.contains("venter ikke på godkendelse"),
        "{preview}"
    );
    assert_eq!(stored(&db, &site.town, waits.id).await.state.kind(), StateKind::Awaiting, "only asked");
    let done = site.post(site.town.key_care, "/opgaveliste/valgte/udfoer", &fields).await.body;
    assert!(done.contains("1 opgave er godkendt") && done.contains("Kladden"), "{done}");
    assert_eq!(stored(&db, &site.town, waits.id).await.state.kind(), StateKind::Open);
    assert_eq!(stored(&db, &site.town, draft.id).await.state.kind(), StateKind::Draft);
    let again = site.post(site.town.key_care, "/opgaveliste/valgte/udfoer", &fields).await.body;
    assert!(again.contains("Ingen opgaver blev godkendt"), "{again}");
}
