//! Where: whole metres, so that a distance is the same number on every machine.

use serde::{Deserialize, Serialize};

/// Metres to a degree of latitude.
const METRES_A_DEGREE: f64 = 111_195.0;
/// `shrink` is out of this many.
const SHRINK_BITS: u32 = 15;

/// A point on the map, exact to a metre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Metres north of the equator.
    pub(crate) north: i32,
    /// Metres east of Greenwich, as if it were at the equator.
    pub(crate) east: i32,
    /// How much shorter a degree of longitude is here than at the equator, out of 32,768.
    pub(crate) shrink: i32,
}

impl Place {
    /// Degrees (WGS 84). `None` for coordinates that are no place (not a number, beyond the poles).
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
            return None;
        }
        #[allow(clippy::cast_possible_truncation, reason = "both are below twenty million")]
        Some(Self {
            north: (latitude * METRES_A_DEGREE).round() as i32,
            east: (longitude * METRES_A_DEGREE).round() as i32,
            shrink: (cosine(latitude) * f64::from(1 << SHRINK_BITS)).round() as i32,
        })
    }

    /// Degrees, exact to a metre.
    pub fn latitude(self) -> f64 {
        f64::from(self.north) / METRES_A_DEGREE
    }

    /// Degrees, exact to a metre.
    pub fn longitude(self) -> f64 {
        f64::from(self.east) / METRES_A_DEGREE
    }

    /// Metres as the crow flies, seen from here: exact to about half a percent within a municipality.
    pub fn metres_to(self, other: Self) -> u32 {
        u32::try_from(self.squared_to(other).isqrt()).unwrap_or(u32::MAX)
    }

    /// The distance times itself.
    pub(crate) const fn squared_to(self, other: Self) -> u64 {
        let north = (other.north - self.north) as i64;
        let east = ((other.east - self.east) as i64 * self.shrink as i64) >> SHRINK_BITS;
        (north * north + east * east).unsigned_abs()
    }
}

/// Of degrees from -90 to 90, by its series: only additions and multiplications, which every machine does alike.
fn cosine(degrees: f64) -> f64 {
    let square = (degrees * std::f64::consts::PI / 180.0) * (degrees * std::f64::consts::PI / 180.0);
    let term = |rest: f64, number: f64| 1.0 - square / ((number - 1.0) * number) * rest;
    [14.0, 12.0, 10.0, 8.0, 6.0, 4.0, 2.0].into_iter().fold(1.0, term).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_nearly_that_on_the_sphere() {
        let near = |from: (f64, f64), to: (f64, f64), metres: f64| {
            let found = Place::new(from.0, from.1).unwrap().metres_to(Place::new(to.0, to.1).unwrap());
            assert!((f64::from(found) - metres).abs() <= metres * 0.006, "{found} and not {metres}");
        };
        near((56.09, 8.24), (56.09, 8.24), 0.0);
        near((56.0, 8.5), (56.2, 8.5), 22_239.0);
        near((56.0, 8.5), (56.0, 8.9), 24_872.0); // 0.4 degrees at latitude 56
        near((55.1, 14.7), (55.2, 15.0), 22_066.0);
    }

    #[test]
    fn what_is_off_the_map_is_no_place() {
        assert_eq!(Place::new(f64::NAN, 8.0), None);
        assert_eq!(Place::new(56.0, 181.0), None);
        assert!(Place::new(-90.0, -180.0).unwrap().metres_to(Place::new(90.0, 180.0).unwrap()) > 20_000_000);
    }
}
