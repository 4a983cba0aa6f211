//! Known places with coordinates, so that "near 6950" is answered without asking anybody else.

use samskab_kernel::{TenantId, contact::Postcode, danish::fold};
use samskab_store::{Connection, Result, Tx};

samskab_store::statements! {
    FIND = "select postcode, city, latitude, longitude from place where tenant_id = $1 and postcode = $2";
    ALL = "select postcode, city, latitude, longitude from place where tenant_id = $1 order by postcode";
    SAVE = "insert into place (tenant_id, postcode, city, latitude, longitude) values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, postcode) do update
            set city = excluded.city, latitude = excluded.latitude, longitude = excluded.longitude";
}

/// A postal district and its middle.
#[derive(Debug, Clone, PartialEq, samskab_store::Row)]
pub struct Place {
    pub postcode: Postcode,
    pub city: String,
    /// Degrees north, WGS84.
    pub latitude: f64,
    /// Degrees east, WGS84.
    pub longitude: f64,
}

impl Place {
    pub fn point(&self) -> (f64, f64) {
        (self.latitude, self.longitude)
    }
}

#[samskab_store::compiled_once]
pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    postcode: &Postcode,
) -> Result<Option<Place>> {
    connection.query(&FIND).bind(tenant).bind(postcode.clone()).optional().await
}

/// Every place of the municipality, by postcode.
#[samskab_store::compiled_once]
pub async fn all(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Place>> {
    connection.query(&ALL).bind(tenant).all().await
}

/// Adds the place, or corrects it.
#[samskab_store::compiled_once]
pub async fn save(tx: &mut Tx, place: &Place) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SAVE)
        .bind(tenant)
        .bind(place.postcode.clone())
        .bind(place.city.clone())
        .bind(place.latitude)
        .bind(place.longitude)
        .execute()
        .await?;
    Ok(())
}

/// The place that `text` most likely means: a postcode, or a town however it is typed.
pub(crate) async fn find_by_name(
    connection: &mut Connection,
    tenant: TenantId,
    text: &str,
) -> Result<Option<Place>> {
    Ok(meant_by(&all(connection, tenant).await?, text).into_iter().next().cloned())
}

/// Those of `places` that `text` may mean: the exact ones, then those that begin so, then those that contain it.
pub fn meant_by<'places>(places: &'places [Place], text: &str) -> Vec<&'places Place> {
    let asked = fold(text.trim());
    if asked.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, &Place)> = places
        .iter()
        .filter_map(|place| {
            let (city, postcode) = (fold(&place.city), place.postcode.as_str());
            let rank = if city == asked || postcode == asked || format!("{postcode} {city}") == asked {
                0
            } else if city.starts_with(&asked) {
                1
            } else if city.contains(&asked) {
                2
            } else {
                return None;
            };
            Some((rank, place))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(postcode: &str, city: &str) -> Place {
        Place { postcode: postcode.parse().unwrap(), city: city.into(), latitude: 56.0, longitude: 10.0 }
    }

    #[test]
    fn a_town_is_found_however_it_is_typed() {
        let places =
            vec![place("9562", "Fjordlund Nord"), place("9561", "Fjordlund"), place("9566", "Åbylund")];
        let found =
            |text: &str| meant_by(&places, text).into_iter().map(|p| p.city.as_str()).collect::<Vec<_>>();
        assert_eq!(found("fjordlund"), ["Fjordlund", "Fjordlund Nord"]);
        assert_eq!(found("aabylund"), ["Åbylund"]);
        assert_eq!(found(" 9562 "), ["Fjordlund Nord"]);
        assert_eq!(found("9562 Fjordlund Nord"), ["Fjordlund Nord"]);
        assert!(found("").is_empty() && found("Paris").is_empty());
    }
}
