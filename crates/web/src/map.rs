//! A municipality as a drawing of its own: no tiles from others, so nobody is told what a reader looks at. The outline
//! stands in the municipality's settings (`map`).

use serde::Deserialize;

/// Width in units of the drawing.
pub const WIDTH: f64 = 600.0;
const MARGIN: f64 = 34.0;

/// Ready-made `d` and coordinates of an svg.
pub struct Drawing {
    pub height: f64,
    pub land: Vec<String>,
    pub coast: String,
    pub lakes: Vec<String>,
    pub labels: Vec<Label>,
    pub you: Option<(f64, f64)>,
}

pub struct Label {
    pub text: String,
    pub kind: String,
    pub x: f64,
    pub y: f64,
}

/// The section `map` of the settings. Points are latitude and longitude (WGS 84).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Outline {
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

/// Rounds to a tenth, which is finer than anybody sees.
pub fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Equirectangular, true to shape at the middle: across a municipality nobody sees the difference.
pub struct Projection {
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
    fn without_places_there_is_no_drawing() {
        assert!(Projection::around([].into_iter(), [].into_iter()).is_none());
        assert!(
            Projection::around([].into_iter(), [(56.0, 10.0)].into_iter()).is_none(),
            "one dot is no map"
        );
    }
}
