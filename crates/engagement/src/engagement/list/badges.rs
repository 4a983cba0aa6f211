//! GET /frivillige/navneskilte: a name badge for each on the list, eight on a sheet of A4.

use askama::Template;
use axum::response::Response;
use samskab_desk::{ListQuery, StaffList as _};
use samskab_organisation::person::PersonId;
use samskab_store::list::Sorting;
use samskab_web::{Cx, Result, Shell};

use super::{FACTS, LIST, Row, VOLUNTEERS, agreements_of};
use crate::T;

/// Added to the path of the list.
pub(super) const END: &str = "/navneskilte";

/// At most this many badges are printed at once: more than anybody prints for one house.
const MOST: i64 = 200;

struct Badge {
    first_name: String,
    /// What else they are called; may be empty.
    other_names: String,
    place: String,
}

#[derive(Template)]
#[template(path = "engagement/badges.html")]
struct BadgesPage {
    shell: Shell,
    t: T,
    municipality: String,
    badges: Vec<Badge>,
    back: String,
}

pub(in crate::engagement) async fn show(cx: Cx) -> Result<Response> {
    cx.require(LIST.may(&cx))?;
    let (t, asked) = (T(cx.locale), ListQuery::of(&cx));
    let narrowed = asked.narrow(LIST.narrowed(&cx, &asked));
    let sorting = Sorting { order: VOLUNTEERS.order("navn"), is_descending: false, after: None, most: MOST };
    let mut reader = cx.read().await?;
    let rows: Vec<Row> = narrowed.rows(&mut reader, &sorting).await?;
    let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
    let agreements = agreements_of(&cx, &mut reader, &ids).await?;
    let badge = |row: &Row| {
        let (first, others) = row.name.split_once(' ').unwrap_or((row.name.as_str(), ""));
        let place = agreements.get(&row.id).and_then(|all| all.first());
        Badge {
            first_name: first.to_owned(),
            other_names: others.to_owned(),
            place: place.map(|row| row.poster_name.clone()).unwrap_or_default(),
        }
    };
    cx.page(BadgesPage {
        shell: cx.shell(t.engagement_badges()).under(FACTS.path, t.engagement_list_title()).here(),
        t,
        municipality: cx.tenant.name.clone(),
        badges: rows.iter().map(badge).collect(),
        back: asked.address(FACTS.path),
    })
}
