//! GET /opgaver/kort: the municipality as a drawing of its own, with a number wherever there are tasks.
//!
//! No tiles from others: the outline stands in the municipality's settings (`map`), and nobody is told
//! what a reader looks at.

use askama::Template;
use axum::response::Response;
use samskab_search::Query;
use samskab_web::{
    Cx, Result, Shell,
    map::{Drawing, Outline, Projection, WIDTH, tenth},
};

use super::{
    filters::{Facet, YES},
    index::{ChosenFilter, Ways, chosen_on},
    search::{self, Nearness, Search},
};
use crate::T;

#[derive(Template)]
#[template(path = "find/map.html")]
struct MapPage {
    shell: Shell,
    t: T,
    ways: Ways,
    label: String,
    drawing: Option<Drawing>,
    towns: Vec<MapTown>,
    from_home: Option<(usize, String)>,
    /// Some tasks are counted in more than one number.
    counted_twice: bool,
    total: usize,
    chosen: Vec<ChosenFilter>,
}

struct MapTown {
    name: String,
    count: usize,
    href: String,
    x: f64,
    y: f64,
    radius: f64,
    /// The position of its name: the middle of the line, the foot of the letters.
    name_at: (f64, f64),
}

pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let search = Search::read(&cx, &mut reader).await?;
    let chosen = chosen_on(&cx, &mut reader, &search, "/opgaver/kort").await?;
    drop(reader);
    let filters = &search.filters;
    let hits = search::ask(
        &cx,
        &Query {
            limit: 0,
            count_facets: vec![Facet::Town.name(), Facet::FromHome.name()],
            ..search.query(&cx)
        },
    )?;
    let counted = |facet: Facet| hits.facets.get(facet.name()).map(Vec::as_slice).unwrap_or_default();
    let outline: Outline = cx.tenant.section("map");
    let projection = Projection::around(outline.land(), search.places.iter().map(|place| place.point()));
    let towns = search.places.iter().filter_map(|place| {
        let (_, count) =
            counted(Facet::Town).iter().find(|(postcode, _)| postcode == place.postcode.as_str())?;
        let (x, y) = projection.as_ref().map(|projection| projection.at(place.point())).unwrap_or_default();
        Some(MapTown {
            name: place.city.clone(),
            count: *count,
            href: filters.with(Facet::Town, place.postcode.as_str()).href("/opgaver"),
            x,
            y,
            radius: tenth((11.0 + 2.0 * (*count as f64).sqrt()).min(26.0)),
            name_at: (x, y),
        })
    });
    cx.keep_today();
    let mut towns: Vec<MapTown> = towns.collect();
    let you = match &search.near {
        Nearness::At { point, .. } => projection.as_ref().map(|projection| projection.at(*point)),
        _ => None,
    };
    let drawing = projection.map(|projection| Drawing::of(&outline, &projection, you));
    if let Some(drawing) = &drawing {
        place_names(&mut towns, drawing);
    }
    let from_home = counted(Facet::FromHome)
        .first()
        .map(|(_, count)| (*count, filters.with(Facet::FromHome, YES).href("/opgaver")));
    // The numbers of a facet ignore what is chosen in it: where a place is chosen, they add up to more anyhow.
    let is_place_chosen =
        [Facet::Town, Facet::FromHome].iter().any(|facet| filters.chosen.contains_key(facet));
    let sum = towns.iter().map(|town| town.count).sum::<usize>()
        + from_home.as_ref().map_or(0, |(count, _)| *count);
    let counted_twice = !is_place_chosen && sum > hits.total;
    cx.page(MapPage {
        counted_twice,
        shell: cx.shell(t.find_map_title()).under(filters.href("/opgaver"), t.find_title()).here(),
        t,
        ways: Ways::of(filters),
        label: t.find_map_label(cx.tenant.name.clone()),
        drawing,
        towns,
        from_home,
        total: hits.total,
        chosen,
    })
}

/// A rectangle that something to be read covers: left, top, right, bottom.
type Space = (f64, f64, f64, f64);

fn overlap(one: Space, other: Space) -> f64 {
    let across = one.2.min(other.2) - one.0.max(other.0);
    let down = one.3.min(other.3) - one.1.max(other.1);
    across.max(0.0) * down.max(0.0)
}

fn space_of(text: &str, (x, y): (f64, f64)) -> Space {
    let half = text.chars().count() as f64 * 4.2;
    (x - half, y - 14.0, x + half, y + 4.0)
}

/// Puts every name under, over or next to its dot, where it covers least of the other texts.
fn place_names(towns: &mut [MapTown], drawing: &Drawing) {
    let mut taken: Vec<Space> =
        drawing.labels.iter().map(|label| space_of(&label.text, (label.x, label.y))).collect();
    taken.extend(towns.iter().map(|town| {
        (town.x - town.radius, town.y - town.radius, town.x + town.radius, town.y + town.radius)
    }));
    for town in towns {
        let beside = town.radius + 5.0 + town.name.chars().count() as f64 * 4.2;
        let choices = [
            (town.x, town.y + town.radius + 15.0),
            (town.x, town.y - town.radius - 6.0),
            (town.x + beside, town.y + 5.0),
            (town.x - beside, town.y + 5.0),
        ];
        let covers = |at: (f64, f64)| {
            let space = space_of(&town.name, at);
            let outside = (-space.0).max(space.2 - WIDTH).max(0.0) * 20.0;
            outside + taken.iter().map(|other| overlap(space, *other)).sum::<f64>()
        };
        // the first of the best: below, if nothing speaks against it
        let best = choices.into_iter().min_by(|one, other| covers(*one).total_cmp(&covers(*other)));
        town.name_at = best.map_or((town.x, town.y), |(x, y)| (tenth(x), tenth(y)));
        taken.push(space_of(&town.name, town.name_at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_does_not_stand_on_the_next_dot() {
        let town = |name: &str, x: f64, y: f64| MapTown {
            name: name.into(),
            count: 9,
            href: String::new(),
            x,
            y,
            radius: 20.0,
            name_at: (x, y),
        };
        let mut towns = [town("Nord", 300.0, 250.0), town("Byen", 305.0, 295.0)];
        let drawing = Drawing {
            height: 600.0,
            land: vec![],
            coast: String::new(),
            lakes: vec![],
            labels: vec![],
            you: None,
        };
        place_names(&mut towns, &drawing);
        assert!(towns[0].name_at.1 < 250.0, "over it, as the other is below");
        assert!(towns[1].name_at.1 > 295.0, "under it, where names stand");
    }
}
