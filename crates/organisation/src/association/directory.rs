//! The public directory of associations: search, filters with counts, by name or nearest first; the
//! same result as JSON.

use askama::Template;
use axum::{
    Json,
    http::header,
    response::{IntoResponse as _, Response},
};
use samskab_kernel::contact::Phone;
use samskab_search::{Hits, Near, Query, Sort};
use samskab_web::{Cx, Error, Result, Shell, form, form::Choice, paging::Page};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Association, AssociationId, AssociationKind, Contact, store};
use crate::{
    T,
    place::{self, Place},
    topic,
};

const PAGE_SIZE: usize = 20;

/// What was searched for, as the address says it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct DirectoryQuery {
    q: String,
    /// A postcode or a town.
    sted: String,
    tema: Vec<String>,
    slags: Vec<String>,
    emne: Vec<String>,
    by: Vec<String>,
    /// `navn`, `naermest` or `bedst`.
    orden: String,
    side: String,
}

impl DirectoryQuery {
    fn sort(&self, place: Option<&Place>) -> Sort {
        match self.orden.as_str() {
            "naermest" if place.is_some() => Sort::Distance,
            "bedst" => Sort::Relevance,
            "navn" => Sort::Title,
            _ if place.is_some() => Sort::Distance,
            _ if !self.q.trim().is_empty() => Sort::Relevance,
            _ => Sort::Title,
        }
    }

    fn page(&self) -> Page {
        Page::new(self.side.parse().ok(), PAGE_SIZE)
    }

    fn is_empty(&self) -> bool {
        let lists = [&self.tema, &self.slags, &self.emne, &self.by];
        self.q.trim().is_empty() && self.sted.trim().is_empty() && lists.iter().all(|list| list.is_empty())
    }
}

/// What was found, with the rows behind it.
struct FoundAssociations {
    hits: Hits,
    place: Option<Place>,
    associations: Vec<Association>,
    /// The public ones of these associations.
    contacts: Vec<Contact>,
}

/// Searches the directory. Besides asking the index, runs three queries: the place, the associations, their contacts.
async fn find(cx: &Cx, search: &DirectoryQuery) -> Result<FoundAssociations> {
    cx.keep_today();
    let mut reader = cx.read().await?;
    let place = match search.sted.trim() {
        "" => None,
        text => place::find_by_name(&mut reader, cx.tenant.id, text).await?,
    };
    let query = Query {
        kind: Some(super::SOURCE.kind),
        text: search.q.clone(),
        facets: vec![
            ("theme", search.tema.clone()),
            ("kind", search.slags.clone()),
            ("topic", search.emne.clone()),
            ("town", search.by.clone()),
        ],
        near: place.as_ref().map(|place| Near { place: place.point(), within_km: None }),
        sort: search.sort(place.as_ref()),
        offset: search.page().offset(),
        limit: PAGE_SIZE,
        count_facets: vec!["theme", "kind", "topic", "town"],
        ..Query::new(cx.tenant.id.uuid())
    };
    let hits = cx.services.index.search(&query).map_err(|error| Error::Fault(error.to_string()))?;
    let ids: Vec<AssociationId> = hits.hits.iter().map(|hit| hit.id.into()).collect();
    let associations = store::find_many(&mut reader, cx.tenant.id, &ids).await?;
    let mut contacts = store::contacts(&mut reader, cx.tenant.id, &ids, cx.now().day()).await?;
    contacts.retain(|contact| contact.is_public);
    Ok(FoundAssociations { hits, place, associations, contacts })
}

struct Card {
    id: AssociationId,
    name: String,
    kind: &'static str,
    theme: &'static str,
    about: String,
    city: String,
    distance: Option<String>,
    phone: Option<Phone>,
}

/// A value that can be ticked, with how many it would bring.
struct Filter {
    value: String,
    label: String,
    /// The number as it is read: `1.250`.
    count: String,
    chosen: bool,
}

struct FilterGroup {
    name: &'static str,
    legend: &'static str,
    filters: Vec<Filter>,
}

struct ChosenFilter {
    label: String,
    /// The address of the same search without this filter.
    without: String,
}

#[derive(Template)]
#[template(path = "association/directory.html")]
struct DirectoryPage {
    shell: Shell,
    t: T,
    search: DirectoryQuery,
    heading: String,
    groups: Vec<FilterGroup>,
    chosen: Vec<ChosenFilter>,
    chosen_filters: usize,
    orders: Vec<Choice>,
    cards: Vec<Card>,
    suggestion: Option<String>,
    place_unknown: bool,
    previous: String,
    next: String,
    position: String,
    feed: String,
}

pub(super) async fn list(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let search: DirectoryQuery = form::query(&cx);
    let found = find(&cx, &search).await?;
    let page = search.page();
    let total = found.hits.total;
    let turn = |number: Option<usize>| {
        number.map(|number| cx.with_query("side", &number.to_string())).unwrap_or_default()
    };
    let groups = groups(t, &search, &found.hits);
    let chosen = chosen(&cx, &groups);
    let feed = match cx.query() {
        Some(query) => format!("/foreninger.json?{query}"),
        None => "/foreninger.json".to_owned(),
    };
    let order = |value: &str, sort: Sort, label: &str| {
        Choice::new(value, label, search.sort(found.place.as_ref()) == sort)
    };
    let mut orders = vec![order("navn", Sort::Title, t.directory_by_name())];
    if found.place.is_some() {
        orders.push(order("naermest", Sort::Distance, t.directory_nearest()));
    }
    if !search.q.trim().is_empty() {
        orders.push(order("bedst", Sort::Relevance, t.directory_best()));
    }
    let directory = DirectoryPage {
        shell: cx.shell(t.directory_title()),
        t,
        heading: t.directory_found(total as i64),
        chosen_filters: groups.iter().flat_map(|group| &group.filters).filter(|filter| filter.chosen).count(),
        chosen,
        groups,
        orders,
        cards: cards(&cx, &found),
        suggestion: found.hits.suggestion.clone(),
        place_unknown: found.place.is_none() && !search.sted.trim().is_empty(),
        previous: turn(page.previous()),
        next: turn(page.next(total)),
        position: if page.count(total) > 1 {
            t.directory_position(page.count(total) as i64, page.number as i64)
        } else {
            String::new()
        },
        feed,
        search,
    };
    cx.page(directory)
}

fn cards(cx: &Cx, found: &FoundAssociations) -> Vec<Card> {
    let t = T(cx.locale);
    let distance = |id: AssociationId| {
        let hit = found.hits.hits.iter().find(|hit| hit.id == id.uuid())?;
        hit.distance_km.map(|km| cx.locale.kilometres(km))
    };
    let phone = |association: &Association| {
        let of_contact = found.contacts.iter().find(|contact| contact.association_id == association.id);
        association.phone.clone().or_else(|| of_contact.and_then(|contact| contact.phone.clone()))
    };
    found
        .associations
        .iter()
        .map(|association| Card {
            id: association.id,
            name: association.full_name(),
            kind: association.kind.label(t),
            theme: super::show::theme_name(association, cx.locale),
            about: first_words(&association.about, 160),
            city: association.city.clone(),
            distance: distance(association.id),
            phone: phone(association),
        })
        .collect()
}

/// At most `most` characters, cut between words.
fn first_words(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(whole, _)| whole);
    format!("{} …", whole.trim_end_matches([',', '.', ';', ':']))
}

fn groups(t: T, search: &DirectoryQuery, hits: &Hits) -> Vec<FilterGroup> {
    let counted = |facet: &str| hits.facets.get(facet).map(Vec::as_slice).unwrap_or_default();
    let group =
        |name: &'static str, legend, facet: &str, chosen: &[String], label: &dyn Fn(&str) -> String| {
            let counts = counted(facet);
            let unfound = chosen.iter().filter(|value| counts.iter().all(|(known, _)| known != *value));
            let filters = counts
                .iter()
                .map(|(value, count)| (value, *count))
                // A chosen value can be taken back, even when it finds nothing now.
                .chain(unfound.map(|value| (value, 0)))
                .map(|(value, count)| Filter {
                    label: label(value),
                    count: t.0.number(count as i64),
                    chosen: chosen.contains(value),
                    value: value.clone(),
                })
                .filter(|filter| !filter.label.is_empty())
                .collect();
            FilterGroup { name, legend, filters }
        };
    let theme = |key: &str| topic::theme(key).map(|theme| theme.name(t.0).to_owned()).unwrap_or_default();
    let kind =
        |key: &str| key.parse::<AssociationKind>().map(|kind| kind.label(t).to_owned()).unwrap_or_default();
    let subject = |key: &str| topic::topic(key).map(|topic| topic.name(t.0).to_owned()).unwrap_or_default();
    vec![
        group("tema", t.directory_theme(), "theme", &search.tema, &theme),
        group("by", t.directory_town(), "town", &search.by, &str::to_owned),
        group("emne", t.directory_topic(), "topic", &search.emne, &subject),
        group("slags", t.directory_kind(), "kind", &search.slags, &kind),
    ]
}

fn chosen(cx: &Cx, groups: &[FilterGroup]) -> Vec<ChosenFilter> {
    let filters =
        groups.iter().flat_map(|group| group.filters.iter().map(move |filter| (group.name, filter)));
    filters
        .filter(|(_, filter)| filter.chosen)
        .map(|(name, filter)| ChosenFilter {
            label: filter.label.clone(),
            without: without(cx, name, &filter.value),
        })
        .collect()
}

/// This page's address without one choice, from the first page on.
fn without(cx: &Cx, name: &str, value: &str) -> String {
    let kept: Vec<(String, String)> = form::query::<Vec<(String, String)>>(cx)
        .into_iter()
        .filter(|(known, chosen)| known != "side" && !(known == name && chosen == value))
        .collect();
    let query: Vec<String> = kept
        .iter()
        .map(|(name, value)| {
            format!("{}={}", samskab_web::app::encode(name), samskab_web::app::encode(value))
        })
        .collect();
    if query.is_empty() { cx.path().to_owned() } else { format!("{}?{}", cx.path(), query.join("&")) }
}

/// An approved association.
#[derive(Serialize, ToSchema)]
pub struct FeedAssociation {
    #[schema(value_type = String)]
    id: AssociationId,
    name: String,
    kind: &'static str,
    theme: &'static str,
    topics: Vec<String>,
    about: String,
    cvr: Option<String>,
    address: String,
    postcode: Option<String>,
    city: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    phone: Option<String>,
    email: Option<String>,
    website: Option<String>,
    url: String,
}

/// One page of the approved associations that were asked for.
#[derive(Serialize, ToSchema)]
pub struct AssociationFeed {
    /// How many associations match, over all pages.
    total: usize,
    associations: Vec<FeedAssociation>,
    /// The address of the next page.
    next: Option<String>,
}

/// The approved associations as JSON
///
/// The association's own telephone and e-mail; those of its people stand on its page only.
#[utoipa::path(
    get,
    path = "/foreninger.json",
    operation_id = "list_associations",
    tag = "associations",
    params(
        ("q" = Option<String>, Query, description = "Words of its name, of what it does, of its town"),
        ("sted" = Option<String>, Query, description = "A postcode or a town: the nearest first"),
        ("tema" = Option<Vec<String>>, Query, description = "Themes: folkeoplysning, social, culture, individual"),
        ("slags" = Option<Vec<String>>, Query, description = "Kinds of association"),
        ("emne" = Option<Vec<String>>, Query, description = "Topics"),
        ("by" = Option<Vec<String>>, Query, description = "Towns"),
        ("orden" = Option<String>, Query, description = "navn, naermest or bedst"),
        ("side" = Option<u32>, Query, description = "The page, from 1"),
    ),
    responses((status = 200, description = "One page of the associations that match", body = AssociationFeed))
)]
pub async fn feed(cx: Cx) -> Result<Response> {
    let search: DirectoryQuery = form::query(&cx);
    let found = find(&cx, &search).await?;
    let associations = found
        .associations
        .into_iter()
        .map(|association| FeedAssociation {
            url: cx.absolute(&format!("/foreninger/{}", association.id)),
            id: association.id,
            name: association.full_name(),
            kind: association.kind.code(),
            theme: association.theme.code(),
            topics: association.topics.split_whitespace().map(str::to_owned).collect(),
            cvr: association.cvr.map(|cvr| cvr.to_string()),
            postcode: association.postcode.map(|postcode| postcode.to_string()),
            latitude: association.place.map(|(latitude, _)| latitude),
            longitude: association.place.map(|(_, longitude)| longitude),
            phone: association.phone.map(|phone| phone.to_string()),
            email: association.email.map(|email| email.to_string()),
            about: association.about,
            address: association.address,
            city: association.city,
            website: association.website,
        })
        .collect();
    let next = search.page().next(found.hits.total);
    let next = next.map(|number| cx.absolute(&cx.with_query("side", &number.to_string())));
    // Open data: other sites' scripts may read it too.
    let open_to_all = [(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    let feed = AssociationFeed { total: found.hits.total, associations, next };
    Ok((open_to_all, Json(feed)).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(first_words("Vi spiller håndbold.", 40), "Vi spiller håndbold.");
        assert_eq!(first_words("Vi spiller håndbold, og vi drikker kaffe.", 22), "Vi spiller håndbold …");
    }
}
