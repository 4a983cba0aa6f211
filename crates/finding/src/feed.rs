//! GET /opgaver.rss and /opgaver.json: the same search for machines, as open data.
//!
//! The names of the fields are a promise: new ones may come, the old ones stay (`docs/generated/openapi.json`).

use askama::Template;
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use samskab_kernel::{Instant, jiff::fmt::rfc2822};
use samskab_organisation::answering::Poster;
use samskab_search::{Hits, Query, Sort};
use samskab_web::{Cx, Error, Result, paging::Page};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    card::Card,
    filters::{Facet, label},
    search::{self, Nearness, Search},
};
use crate::{DaysOff, T, known};
use samskab_taskbank::task::{
    Off, TaskCard, Time,
    store::places_left,
    time::{as_beginning, clock, weekdays_text},
};

pub const PAGE_SIZE: usize = 50;

/// One page of the open tasks that were asked for.
#[derive(Serialize, ToSchema)]
pub struct Feed {
    pub municipality: String,
    /// The same search as a page for people.
    pub url: String,
    /// When this answer was made.
    #[schema(format = DateTime)]
    pub generated_at: String,
    /// How many tasks match, over all pages.
    pub total: usize,
    pub page: usize,
    pub pages: usize,
    /// The address of the next page.
    pub next: Option<String>,
    pub tasks: Vec<FeedTask>,
}

/// An open task.
#[derive(Serialize, ToSchema)]
pub struct FeedTask {
    pub id: String,
    /// The task's page, where people show interest.
    pub url: String,
    pub title: String,
    pub summary: String,
    pub poster: FeedPoster,
    /// One of folkeoplysning, social, culture, individual.
    pub theme: String,
    pub topics: Vec<String>,
    pub target_groups: Vec<String>,
    pub time: FeedTime,
    pub place: FeedPlace,
    /// How many volunteers are wanted; null: as many as come.
    pub places: Option<i64>,
    /// How many of these places nobody has yet; null: as many as come.
    pub places_left: Option<i64>,
    /// ISO 639-1 codes of the languages one gets by with.
    pub languages: Vec<String>,
    /// alone, group or either.
    pub company: String,
    pub minimum_age: Option<i64>,
    /// What it is good to be able to do.
    pub competences: Vec<String>,
    /// What must be in order before one begins.
    pub requirements: Vec<String>,
    #[schema(format = DateTime)]
    pub published_at: Option<String>,
    #[schema(format = DateTime)]
    pub expires_at: Option<String>,
    #[schema(format = DateTime)]
    pub updated_at: String,
}

/// Who posts it.
#[derive(Serialize, ToSchema)]
pub struct FeedPoster {
    /// unit or association.
    pub kind: String,
    pub id: String,
    pub name: String,
    pub url: String,
    /// Whom to call about the task: the same number as on its page.
    pub phone: Option<String>,
}

/// When it is done. Clock times are Danish.
#[derive(Serialize, ToSchema)]
pub struct FeedTime {
    /// one_off, weekly or flexible.
    pub kind: String,
    /// The whole of it in words.
    pub text: String,
    #[schema(format = DateTime)]
    pub next_start: Option<String>,
    #[schema(format = DateTime)]
    pub next_end: Option<String>,
    #[schema(format = Date)]
    pub first_day: Option<String>,
    #[schema(format = Date)]
    pub last_day: Option<String>,
    /// Of a weekly task: 1 is Monday.
    pub weekdays: Vec<u8>,
    /// `13:30`
    pub start_time: Option<String>,
    /// Of one turn; for a flexible task, a week.
    pub duration_minutes: Option<i64>,
}

/// Where it is done.
#[derive(Serialize, ToSchema)]
pub struct FeedPlace {
    /// on_site, partly or remote.
    pub kind: String,
    pub venue: Option<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    /// Degrees north (WGS 84).
    pub latitude: Option<f64>,
    /// Degrees east (WGS 84).
    pub longitude: Option<f64>,
    /// From the place asked for.
    pub distance_km: Option<f64>,
}

/// What is wrong with a question (RFC 9457).
#[derive(Serialize, ToSchema)]
pub struct Problem {
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    pub detail: String,
    pub invalid_parameters: Vec<InvalidParameter>,
}

#[derive(Serialize, ToSchema)]
pub struct InvalidParameter {
    pub name: String,
    pub value: String,
}

/// The open tasks as JSON
#[utoipa::path(
    get,
    path = "/opgaver.json",
    operation_id = "list_tasks",
    tag = "tasks",
    responses(
        (status = 200, description = "One page of the open tasks that match", body = Feed),
        (status = 400, description = "A parameter means nothing", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn json(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let search = Search::read(&cx, &mut reader).await?;
    if let Some(problem) = problem(&cx, &search) {
        let mut response = (StatusCode::BAD_REQUEST, Json(problem)).into_response();
        open_to_all(&mut response, "application/problem+json");
        return Ok(response);
    }
    let page = Page::new(Some(search.filters.page), PAGE_SIZE);
    let hits = search::ask(&cx, &Query { offset: page.offset(), limit: PAGE_SIZE, ..search.query(&cx) })?;
    let cards = search::cards(&cx, &mut reader, &search::ids(&hits)).await?;
    let days_off = known::days_off(&cx, &mut reader).await?;
    drop(reader);
    let feed = Feed {
        municipality: cx.tenant.name.clone(),
        url: cx.absolute(&search.filters.clone().at_page(1).href("/opgaver")),
        generated_at: cx.now().to_string(),
        total: hits.total,
        page: page.number,
        pages: page.count(hits.total),
        next: page
            .next(hits.total)
            .map(|number| cx.absolute(&search.filters.clone().at_page(number).href("/opgaver.json"))),
        tasks: cards.iter().map(|card| feed_task(&cx, card, &hits, &days_off)).collect(),
    };
    let mut response = Json(feed).into_response();
    open_to_all(&mut response, "application/json");
    Ok(response)
}

fn problem(cx: &Cx, search: &Search) -> Option<Problem> {
    let mut invalid: Vec<InvalidParameter> = search
        .problems
        .iter()
        .map(|problem| InvalidParameter { name: problem.parameter.clone(), value: problem.value.clone() })
        .collect();
    if matches!(search.near, Nearness::Unknown) {
        invalid.push(InvalidParameter { name: "sted".to_owned(), value: search.filters.near.clone() });
    }
    let first = invalid.first()?;
    Some(Problem {
        kind: cx.absolute("/api#fejl"),
        title: "A parameter means nothing".to_owned(),
        status: StatusCode::BAD_REQUEST.as_u16(),
        detail: format!("The parameter {} cannot be “{}”.", first.name, first.value),
        invalid_parameters: invalid,
    })
}

fn feed_task(cx: &Cx, card: &TaskCard, hits: &Hits, days_off: &DaysOff) -> FeedTask {
    let texts = |codes: &[String]| codes.to_vec();
    FeedTask {
        id: card.id.to_string(),
        url: cx.absolute(&format!("/opgaver/{}", card.id)),
        title: card.title.clone(),
        summary: card.summary.clone(),
        poster: FeedPoster {
            kind: match card.poster {
                Poster::Unit(_) => "unit".to_owned(),
                Poster::Association(_) => "association".to_owned(),
            },
            id: card.poster.uuid().to_string(),
            name: card.poster_name.clone(),
            url: cx.absolute(&card.poster.href()),
            phone: card.phone.as_ref().map(ToString::to_string),
        },
        theme: card.theme.to_string(),
        topics: texts(&card.topics),
        target_groups: texts(&card.target_groups),
        time: feed_time(cx, card, days_off.of(card)),
        place: feed_place(card, hits),
        places: card.places,
        places_left: places_left(card.places, card.taken),
        languages: card.languages.iter().map(ToString::to_string).collect(),
        company: card.company.to_string(),
        minimum_age: card.min_age,
        competences: texts(&card.competences),
        requirements: card.requirements.iter().map(ToString::to_string).collect(),
        published_at: card.published_at.map(|at| at.to_string()),
        expires_at: card.expires_at.map(|at| at.to_string()),
        updated_at: card.updated_at.to_string(),
    }
}

fn feed_time(cx: &Cx, card: &TaskCard, off: Off<'_>) -> FeedTime {
    let next = card.time.next(cx.now(), 1, off).first().copied();
    let (first, last, weekdays, turn) = match &card.time {
        Time::OneOff { day, turn } => (Some(*day), Some(*day), String::new(), Some(*turn)),
        Time::Weekly { weekdays, from, to, turn } => (*from, *to, weekdays_text(weekdays), Some(*turn)),
        Time::Flexible { until, .. } => (None, *until, String::new(), None),
        Time::Unsettled(_) => (None, None, String::new(), None),
    };
    FeedTime {
        kind: card.time.kind().map(|kind| kind.to_string()).unwrap_or_default(),
        text: card.time.sentence(cx.locale, cx.now().day()),
        next_start: next.map(|(start, _)| start.to_string()),
        next_end: next.map(|(_, end)| end.to_string()),
        first_day: first.map(|day| day.to_string()),
        last_day: last.map(|day| day.to_string()),
        weekdays: weekdays.split_whitespace().filter_map(|number| number.parse().ok()).collect(),
        start_time: turn.map(|turn| clock(samskab_kernel::Locale::En, turn.start_minute)),
        duration_minutes: card.time.minutes_wanted(),
    }
}

fn feed_place(card: &TaskCard, hits: &Hits) -> FeedPlace {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let hit = hits.hits.iter().find(|hit| hit.id == card.id.uuid());
    FeedPlace {
        kind: card.remote.to_string(),
        venue: some(&card.venue),
        address: some(&card.address),
        postcode: card.postcode.as_ref().map(ToString::to_string),
        city: some(&card.city),
        latitude: card.place.map(|(latitude, _)| latitude),
        longitude: card.place.map(|(_, longitude)| longitude),
        distance_km: hit.and_then(|hit| hit.distance_km).map(|km| (km * 10.0).round() / 10.0),
    }
}

#[derive(Template)]
#[template(path = "find/feed.xml", escape = "html")]
struct Rss {
    t: T,
    language: &'static str,
    municipality: String,
    url: String,
    address: String,
    built: String,
    items: Vec<Item>,
}

struct Item {
    title: String,
    url: String,
    published: String,
    description: String,
    categories: Vec<String>,
}

/// The newest open tasks as RSS 2.0
#[utoipa::path(
    get,
    path = "/opgaver.rss",
    operation_id = "follow_tasks",
    tag = "tasks",
    responses((status = 200, description = "The 50 newest of the open tasks that match", body = String, content_type = "application/rss+xml"))
)]
pub async fn rss(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let search = Search::read(&cx, &mut reader).await?;
    let filters = search.filters.clone().at_page(1);
    // a feed tells what is new, unless another order is asked for
    let sort = filters.order.map_or(Sort::Newest, |order| order.sort());
    let hits = search::ask(&cx, &Query { limit: PAGE_SIZE, sort, ..search.query(&cx) })?;
    let cards = search::cards(&cx, &mut reader, &search::ids(&hits)).await?;
    let days_off = known::days_off(&cx, &mut reader).await?;
    drop(reader);
    let page = Rss {
        t,
        language: cx.locale.code(),
        municipality: readable(&cx.tenant.name),
        url: cx.absolute(&filters.href("/opgaver")),
        address: cx.absolute(&filters.href("/opgaver.rss")),
        built: mail_date(cx.now()),
        items: cards.iter().map(|card| item(&cx, card, &hits, (&days_off, t))).collect(),
    };
    let mut response = page.render().map_err(Error::from)?.into_response();
    open_to_all(&mut response, "application/rss+xml; charset=utf-8");
    Ok(response)
}

fn item(cx: &Cx, card: &TaskCard, hits: &Hits, (days_off, t): (&DaysOff, T)) -> Item {
    let hit = hits.hits.iter().find(|hit| hit.id == card.id.uuid());
    let shown = Card::of(card, hit, days_off.of(card), cx.now(), t);
    let by = format!("{} {}", t.find_rss_by(), shown.by);
    let when = as_beginning(&card.time.sentence(cx.locale, cx.now().day()));
    let facts: Vec<&str> =
        [when.as_str(), &shown.place, &by].into_iter().filter(|fact| !fact.is_empty()).collect();
    let theme = std::iter::once((Facet::Theme, card.theme.code()));
    let topics = card.topics.iter().map(|topic| (Facet::Topic, topic.as_str()));
    Item {
        title: readable(&card.title),
        url: cx.absolute(&shown.href),
        published: mail_date(card.published_at.unwrap_or(card.updated_at)),
        description: readable(&format!("{}\n\n{}.", card.summary, facts.join(". "))),
        categories: theme.chain(topics).filter_map(|(facet, key)| label(facet, key, t)).collect(),
    }
}

/// Without the control characters that XML has no way to write.
fn readable(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect()
}

/// `Sun, 22 Nov 2026 09:30:00 GMT`
fn mail_date(at: Instant) -> String {
    rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at.timestamp()).unwrap_or_default()
}

/// Open data: any site may read it, and caches may keep it for five minutes.
fn open_to_all(response: &mut Response, kind: &'static str) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    headers.insert(header::VARY, HeaderValue::from_static("cookie"));
}
