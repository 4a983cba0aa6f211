//! GET /opgaver/kort: the municipality as a drawing of its own, with a number wherever there are tasks.
//!
//! No tiles from others: the outline stands in the municipality's settings (`map`), and nobody is told
//! what a reader looks at.

use askama::Template;
use axum::response::Response;
use samskab_search::Query;
use samskab_web::{Cx, Result, Shell};
use serde::Deserialize;

use super::{
    filters::{Facet, YES},
    index::Ways,
    search::{self, Nearness, Search},
};
use crate::T;

/// Units of the drawing.
const WIDTH: f64 = 600.0;
const MARGIN: f64 = 34.0;

#[derive(Template)]
#[template(path = "find/map.html")]
struct MapPage {
    shell: Shell,
    t: T,
    ways: Ways,
    label: String,
    drawing: Option<Drawing>,
    towns: Vec<Town>,
    from_home: Option<(usize, String)>,
    total: usize,
    chosen: bool,
}

struct Town {
    name: String,
    count: usize,
    href: String,
    x: f64,
    y: f64,
    radius: f64,
    /// Where its name stands: the middle of the line, the foot of the letters.
    name_at: (f64, f64),
}

/// Ready-made `d` and coordinates of an svg.
pub(crate) struct Drawing {
    pub height: f64,
    pub land: Vec<String>,
    pub coast: String,
    pub lakes: Vec<String>,
    pub labels: Vec<Label>,
    you: Option<(f64, f64)>,
}

pub(crate) struct Label {
    pub text: String,
    pub kind: String,
    pub x: f64,
    pub y: f64,
}

/// The section `map` of the settings. Points are latitude and longitude (WGS 84).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Outline {
    outline: Vec<[f64; 2]>,
    coast: Vec<[f64; 2]>,
    islands: Vec<Vec<[f64; 2]>>,
    lakes: Vec<Vec<[f64; 2]>>,
    labels: Vec<Name>,
}

#[derive(Debug, Deserialize)]
struct Name {
    text: String,
    lat: f64,
    lon: f64,
    #[serde(default)]
    kind: String,
}

impl Outline {
    /// Every point of the land.
    pub fn land(&self) -> impl Iterator<Item = (f64, f64)> {
        self.outline.iter().chain(self.islands.iter().flatten()).map(|[lat, lon]| (*lat, *lon))
    }
}

pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let search = {
        let mut reader = cx.read().await?;
        Search::read(&cx, &mut reader).await?
    };
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
        Some(Town {
            name: place.city.clone(),
            count: *count,
            href: filters.with(Facet::Town, place.postcode.as_str()).href("/opgaver"),
            x,
            y,
            radius: tenth((11.0 + 2.0 * (*count as f64).sqrt()).min(26.0)),
            name_at: (x, y),
        })
    });
    let mut towns: Vec<Town> = towns.collect();
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
    cx.page(MapPage {
        shell: cx.shell(t.find_map_title()).under(filters.href("/opgaver"), t.find_title()).here(),
        t,
        ways: Ways::of(filters),
        label: t.find_map_label(cx.tenant.name.clone()),
        drawing,
        towns,
        from_home,
        total: hits.total,
        chosen: !filters.is_everything(),
    })
}

impl Drawing {
    pub fn of(outline: &Outline, projection: &Projection, you: Option<(f64, f64)>) -> Self {
        let mut land = vec![projection.path(&outline.outline, true)];
        land.extend(outline.islands.iter().map(|island| projection.path(island, true)));
        land.retain(|path| !path.is_empty());
        let labels = outline.labels.iter().map(|name| {
            let (x, y) = projection.at((name.lat, name.lon));
            // beside a lake, not in it
            let y = if name.kind == "lake" { y + 24.0 } else { y };
            Label { text: name.text.clone(), kind: name.kind.clone(), x, y }
        });
        Self {
            height: projection.height,
            land,
            coast: projection.path(&outline.coast, false),
            lakes: outline.lakes.iter().map(|lake| projection.path(lake, true)).collect(),
            labels: labels.collect(),
            you,
        }
    }
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

/// Puts every name under, over or beside its dot, where it covers least of what else is to be read.
fn place_names(towns: &mut [Town], drawing: &Drawing) {
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

/// Finer than anybody sees.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Equirectangular, true to shape at the middle: across a municipality nobody sees the difference.
pub(crate) struct Projection {
    north: f64,
    west: f64,
    /// Units of the drawing for a degree of latitude, and of longitude.
    scale: (f64, f64),
    height: f64,
}

impl Projection {
    /// Shows all of the land and every place. `None` when there is nothing to show.
    pub fn around(
        land: impl Iterator<Item = (f64, f64)>,
        places: impl Iterator<Item = (f64, f64)>,
    ) -> Option<Self> {
        let points: Vec<(f64, f64)> = land.chain(places).collect();
        let least = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let (south, north) = (least(|point| point.0), most(|point| point.0));
        let (west, east) = (least(|point| point.1), most(|point| point.1));
        if points.len() < 2 || !(south.is_finite() && west.is_finite()) {
            return None;
        }
        let squeeze = ((south + north) / 2.0).to_radians().cos();
        let width_degrees = ((east - west) * squeeze).max((north - south) * 0.6).max(0.01);
        let per_degree = (WIDTH - 2.0 * MARGIN) / width_degrees;
        let height = ((north - south) * per_degree + 2.0 * MARGIN).round();
        let across = (east - west) * squeeze * per_degree;
        // in the middle, where it is narrower than the drawing
        let west = west - (WIDTH - 2.0 * MARGIN - across) / 2.0 / (per_degree * squeeze);
        Some(Self { north, west, scale: (per_degree, per_degree * squeeze), height })
    }

    /// Across and down, to a tenth of a unit.
    pub fn at(&self, (latitude, longitude): (f64, f64)) -> (f64, f64) {
        let x = MARGIN + (longitude - self.west) * self.scale.1;
        let y = MARGIN + (self.north - latitude) * self.scale.0;
        (tenth(x), tenth(y))
    }

    fn path(&self, points: &[[f64; 2]], closed: bool) -> String {
        let mut path = String::new();
        for (number, [latitude, longitude]) in points.iter().enumerate() {
            let (x, y) = self.at((*latitude, *longitude));
            path.push_str(&format!("{}{x} {y}", if number == 0 { "M" } else { "L" }));
        }
        if closed && !path.is_empty() {
            path.push('Z');
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn north_is_up_and_everything_is_inside() {
        let land = [(56.97, 9.94), (56.74, 10.36), (56.80, 10.0)];
        let projection = Projection::around(land.into_iter(), [(56.85, 10.12)].into_iter()).unwrap();
        for point in land {
            let (x, y) = projection.at(point);
            assert!(
                (MARGIN..=WIDTH - MARGIN).contains(&x)
                    && (MARGIN..=projection.height - MARGIN + 0.5).contains(&y),
                "{x} {y}"
            );
        }
        assert!(projection.at((56.9, 10.0)).1 < projection.at((56.8, 10.0)).1);
        assert!(projection.at((56.9, 10.0)).0 < projection.at((56.9, 10.2)).0);
        assert_eq!(projection.path(&[], true), "");
    }

    #[test]
    fn a_name_does_not_stand_on_the_next_dot() {
        let town = |name: &str, x: f64, y: f64| Town {
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

    #[test]
    fn without_places_there_is_no_drawing() {
        assert!(Projection::around([].into_iter(), [].into_iter()).is_none());
        assert!(
            Projection::around([].into_iter(), [(56.0, 10.0)].into_iter()).is_none(),
            "one dot is no map"
        );
    }
}
