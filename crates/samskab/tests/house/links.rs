//! Walks through the town by its links: no link leads to what its page refuses, and every page keeps the
//! promises of security. Every field of a form on the way has a label and a mark.

use std::collections::{BTreeMap, HashSet, VecDeque};

use axum::http::StatusCode;
use samskab_store::testing;

use crate::{
    fields, forms, rows,
    security::faults_of,
    town::{Answer, HOST, House, Visitor},
};

/// Pages like this one: ids and values of the query are alike.
fn kind_of(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let is_id = |segment: &str| segment.len() >= 20;
    let path: Vec<&str> =
        path.split('/').map(|segment| if is_id(segment) { "{id}" } else { segment }).collect();
    let names: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    format!("{}?{}", path.join("/"), names.join("&"))
}

/// Follows links from `start`, at most `of_a_kind` pages that are alike and `most` in all.
pub async fn walk(
    house: &House,
    visitor: &Visitor,
    start: &[&str],
    of_a_kind: usize,
    most: usize,
) -> Vec<(String, String, Answer)> {
    let mut waiting: VecDeque<(String, String)> =
        start.iter().map(|path| ("the start".into(), (*path).to_owned())).collect();
    let mut met: HashSet<String> = start.iter().map(|path| (*path).to_owned()).collect();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut pages = Vec::new();
    while let Some((from, address)) = waiting.pop_front() {
        if pages.len() >= most {
            break;
        }
        let answer = house.get(visitor, &address).await;
        // A form that adds something gets its id on the way.
        let begun = Some(answer.header("location").to_owned()).filter(|to| to.contains("kladde="));
        if answer.is_html() || begun.is_some() {
            for link in forms::links(&answer.body).into_iter().chain(begun) {
                let like_it = kinds.entry(kind_of(&link)).or_default();
                if *like_it < of_a_kind && met.insert(link.clone()) {
                    *like_it += 1;
                    waiting.push_back((address.clone(), link));
                }
            }
        }
        pages.push((from, address, answer));
    }
    pages
}

fn faults(pages: &[(String, String, Answer)]) -> Vec<String> {
    let mut faults = Vec::new();
    for (from, address, answer) in pages {
        if answer.status.is_client_error() || answer.status.is_server_error() {
            faults.push(format!("{from} links to {address}, which answers {}", answer.status));
        }
        faults.extend(faults_of(answer).into_iter().map(|fault| format!("{address}: {fault}")));
        if answer.is_html() {
            faults.extend(
                fields::faults_of(&answer.body).into_iter().map(|fault| format!("{address}: {fault}")),
            );
        }
    }
    faults
}

#[tokio::test]
async fn no_link_leads_a_stranger_to_a_refusal() {
    let database = testing::sqlite().await;
    let house = House::with_demo(&database.db()).await;
    let pages = walk(&house, &Visitor::anonymous(HOST), &["/"], 4, 350).await;
    assert!(pages.len() > 60, "only {} pages are reached from the front page", pages.len());
    let faults = faults(&pages);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    database.close().await;
}

#[tokio::test]
async fn no_link_leads_anybody_in_a_role_to_a_refusal() {
    let database = testing::sqlite().await;
    let db = database.db();
    let house = House::with_demo(&db).await;
    let mut people = Vec::new();
    for kind in
        rows::texts(&db, "select distinct kind from position where valid_to is null order by kind").await
    {
        let of_kind = format!(
            "select a.person_id from appointment a join position p on p.id = a.position_id \
             where p.kind = '{kind}' and p.valid_to is null and a.valid_to is null and a.capacity = 'holder' order by a.id limit 1"
        );
        people.extend(rows::ids(&db, &of_kind).await.into_iter().map(|person| (kind.clone(), person)));
    }
    for state in ["approved", "pending"] {
        let of_state = format!(
            "select c.person_id from association_contact c join association a on a.id = c.association_id \
             join person n on n.id = c.person_id where a.state = '{state}' order by n.name limit 1"
        );
        people.extend(
            rows::ids(&db, &of_state)
                .await
                .into_iter()
                .map(|person| (format!("{state} association"), person)),
        );
    }
    // Contacts of an association that leads a body: one of them speaks for it there.
    let leading = "select distinct c.person_id from association_contact c \
                   join body_seat k on k.association_id = c.association_id where k.role <> 'member'";
    let leading = rows::ids(&db, leading).await;
    people.extend(leading.into_iter().map(|person| ("association that leads".to_owned(), person)));
    assert!(people.len() >= 10, "the demo has people in every role");
    let mut all = Vec::new();
    for (role, person) in people {
        let visitor = house.signed_in(person).await;
        let pages = walk(&house, &visitor, &["/overblik", "/mine-opgaver", "/min-profil"], 2, 110).await;
        assert!(pages.iter().take(3).all(|(_, _, answer)| answer.status == StatusCode::OK), "{role}");
        let name =
            rows::texts(&db, &format!("select name from person where id = x'{}'", person.simple())).await;
        all.extend(faults(&pages).into_iter().map(|fault| format!("{role} {name:?}: {fault}")));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    database.close().await;
}
