//! The lists of those who work here: searched, sorted, page by page, and as a file.

use samskab_initiative::{
    initiative::{self, Initiative, InitiativeState},
    proposal::{self, Proposal, Texts},
};
use samskab_kernel::Locale;
use samskab_store::{Stamp, db_test};

use super::*;

/// As many as one page does not hold.
const MANY: usize = 120;

async fn fill(house: &House) {
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    for number in 0..MANY {
        let at = house.clock.now().plus_days(-i64::try_from(number).unwrap());
        let texts = Texts { title: format!("Idé {number:03}"), what: "Noget".into(), ..Texts::default() };
        let new =
            Proposal { shows_text: number % 2 == 0, ..Proposal::new(tx.new_id(), texts, Locale::Da, at) };
        proposal::store::add(&mut tx, &new, None).await.unwrap();
        let state = if number % 3 == 0 { InitiativeState::Done } else { InitiativeState::UnderWay };
        let one = Initiative { state, ..Initiative::new(tx.new_id(), format!("Indsats {number:03}"), at) };
        initiative::store::add(&mut tx, &one).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Each row of a list once, over all its pages.
async fn titles(reader: &mut Browser<'_>, address: &str, start: &str) -> Vec<String> {
    let (mut all, mut next) = (Vec::new(), address.to_owned());
    loop {
        let page = reader.get(&next).await;
        assert_eq!(page.status, 200, "{next}: {}", page.body);
        let rows = page.body.split("<tbody>").nth(1).unwrap_or_default().split("</tbody>").next().unwrap();
        all.extend(rows.split(start).skip(1).map(|rest| rest[..3].to_owned()));
        let below = page.body.split("</tbody>").nth(1).unwrap_or_default();
        let below = below.split("</main>").next().unwrap();
        let Some(at) = below.find("efter=") else { return all };
        let before = below[..at].rfind("href=\"").unwrap() + 6;
        next = below[before..].split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        if all.len() > MANY * 2 {
            return all;
        }
    }
}

#[db_test]
async fn in_every_order_each_initiative_stands_once_page_by_page(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    fill(house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    for order in ["titel", "-titel", "tilstand", "fokus", "slut", "fortalt", "-dag"] {
        let mut all = titles(&mut asta, &format!("/indsatser?sorter={order}"), ">Indsats ").await;
        all.sort();
        all.dedup();
        assert_eq!(all.len(), MANY, "{order}");
    }
    assert_eq!(titles(&mut asta, "/indsatser?tilstand=done", ">Indsats ").await.len(), MANY / 3);
    assert_eq!(titles(&mut asta, "/indsatser?q=indsats+017", ">Indsats ").await, ["017"]);
    // Told of 90 days ago and not over.
    let old = titles(&mut asta, "/indsatser?vis=gamle", ">Indsats ").await;
    assert_eq!(old.len(), (90..MANY).filter(|number| number % 3 != 0).count());
    let file = asta.get("/indsatser.csv?tilstand=done").await;
    assert_eq!(file.body.matches("Indsats ").count(), MANY / 3, "{}", file.body);
    assert_eq!(house.visitor().get("/indsatser").await.status, 401);
}

#[db_test]
async fn a_proposal_that_is_not_for_all_is_there_and_its_words_do_not_find_it(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    fill(house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    for order in ["titel", "dag", "-siden", "omraade", "tilstand"] {
        let mut all = titles(&mut asta, &format!("/forslag/liste?sorter={order}"), ">Idé ").await;
        all.sort();
        all.dedup();
        assert_eq!(all.len(), MANY, "{order}");
    }
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    let open = titles(&mut lone, "/forslag/liste", ">Idé ").await;
    assert_eq!(open.len(), MANY / 2);
    assert_eq!(titles(&mut lone, "/forslag/liste?q=idé+018", ">Idé ").await, ["018"]);
    let hidden = lone.get("/forslag/liste?q=idé+017").await;
    assert!(hidden.has("0 forslag") || !hidden.has("ikke er for alle"), "{}", hidden.body);
    let file = lone.get("/forslag/liste.csv").await;
    assert_eq!(file.body.matches("ikke er for alle").count(), MANY / 2, "{}", file.body);
    assert_eq!(file.body.matches("Noget").count(), MANY / 2, "what is proposed is not in the file either");
}
