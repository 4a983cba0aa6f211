//! GET /api: the open data, explained to people; GET /api/openapi.json: the same to machines.

use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use samskab_organisation::association::directory;
use samskab_web::{Cx, Result, Shell};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        RefOr, Required,
        path::{ParameterBuilder, ParameterIn},
        schema::{ArrayBuilder, ObjectBuilder, Schema, Type},
    },
};

use super::{
    dates::PartOfDay,
    feed,
    filters::{Facet, Order, PosterKind, TimeNeeded},
};
use crate::T;
use samskab_taskbank::catalogue;

/// A parameter of the search, described once for people and machines.
struct Parameter {
    name: &'static str,
    means: fn(T) -> &'static str,
    example: &'static str,
    kind: Kind,
}

enum Kind {
    Text,
    Number,
    /// One of a list.
    Code(fn() -> Vec<String>),
    /// Any number of a list.
    Codes(fn() -> Vec<String>),
    /// Any number.
    Texts,
}

fn codes<C: ToString>(all: &[C]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

const PARAMETERS: [Parameter; 19] = [
    Parameter { name: "q", means: T::find_param_q, example: "besøg", kind: Kind::Text },
    Parameter { name: "dag", means: T::find_param_day, example: "loerdag", kind: Kind::Text },
    Parameter { name: "sted", means: T::find_param_near, example: "9561", kind: Kind::Text },
    Parameter { name: "naer", means: T::find_param_spot, example: "56.857,10.125", kind: Kind::Text },
    Parameter { name: "km", means: T::find_param_km, example: "10", kind: Kind::Number },
    facet(
        Facet::Theme,
        T::find_param_theme,
        "social",
        Kind::Codes(|| catalogue::themes().iter().map(|theme| theme.key.clone()).collect()),
    ),
    facet(
        Facet::Topic,
        T::find_param_topic,
        "cafe",
        Kind::Codes(|| catalogue::topics().iter().map(|topic| topic.key.clone()).collect()),
    ),
    facet(
        Facet::TargetGroup,
        T::find_param_target_group,
        "older_people",
        Kind::Codes(|| catalogue::target_groups().iter().map(|group| group.key.clone()).collect()),
    ),
    facet(Facet::Duration, T::find_param_duration, "2-timer", Kind::Codes(|| codes(TimeNeeded::ALL))),
    facet(Facet::PartOfDay, T::find_param_part_of_day, "formiddag", Kind::Codes(|| codes(PartOfDay::ALL))),
    facet(
        Facet::FromHome,
        T::find_param_from_home,
        super::filters::YES,
        Kind::Code(|| vec![super::filters::YES.to_owned()]),
    ),
    facet(Facet::Requirement, T::find_param_requirement, super::filters::NO_REQUIREMENT, Kind::Texts),
    facet(Facet::Language, T::find_param_language, "en", Kind::Texts),
    facet(Facet::Poster, T::find_param_poster, "foreninger", Kind::Codes(|| codes(PosterKind::ALL))),
    facet(Facet::Town, T::find_param_town, "9561", Kind::Texts),
    facet(Facet::Unit, T::find_param_unit, "", Kind::Texts),
    facet(Facet::Association, T::find_param_association, "", Kind::Texts),
    Parameter {
        name: "sorter",
        means: T::find_param_order,
        example: "dato",
        kind: Kind::Code(|| codes(Order::ALL)),
    },
    Parameter { name: "side", means: T::find_param_page, example: "2", kind: Kind::Number },
];

const fn facet(facet: Facet, means: fn(T) -> &'static str, example: &'static str, kind: Kind) -> Parameter {
    Parameter { name: facet.parameter(), means, example, kind }
}

impl Parameter {
    fn values(&self) -> Vec<String> {
        match &self.kind {
            Kind::Code(all) | Kind::Codes(all) => all(),
            Kind::Text | Kind::Number | Kind::Texts => Vec::new(),
        }
    }

    fn described(&self) -> utoipa::openapi::path::Parameter {
        let values = self.values();
        let kind = if matches!(self.kind, Kind::Number) { Type::Integer } else { Type::String };
        let value =
            ObjectBuilder::new().schema_type(kind).enum_values((!values.is_empty()).then_some(values));
        let schema = match self.kind {
            Kind::Codes(_) | Kind::Texts => Schema::Array(ArrayBuilder::new().items(value).build()),
            Kind::Text | Kind::Number | Kind::Code(_) => Schema::Object(value.build()),
        };
        ParameterBuilder::new()
            .name(self.name)
            .parameter_in(ParameterIn::Query)
            .required(Required::False)
            .description(Some((self.means)(T(samskab_kernel::Locale::En))))
            .schema(Some(RefOr::T(schema)))
            .build()
    }
}

/// The search has the same parameters whatever shape it takes.
struct SearchParameters;

impl Modify for SearchParameters {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        for (_, path) in api.paths.paths.iter_mut().filter(|(path, _)| path.starts_with("/opgaver")) {
            if let Some(get) = &mut path.get {
                get.parameters =
                    Some(PARAMETERS.iter().map(|parameter| RefOr::T(parameter.described())).collect());
            }
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Samskab: open tasks for volunteers",
        description = "The open task bank of a municipality as open data. No key, no agreement. Everything after the question mark means the same on /opgaver, in RSS and in JSON.",
        version = "1",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2"),
        contact(),
    ),
    paths(feed::json, feed::rss, directory::feed),
    tags(
        (name = "tasks", description = "Open tasks for volunteers"),
        (name = "associations", description = "The directory of approved associations")
    ),
    modifiers(&SearchParameters)
)]
struct Api;

/// The description as it stands in `docs/generated/openapi.json`.
pub fn description() -> String {
    let mut text = Api::openapi().to_pretty_json().unwrap_or_default();
    text.push('\n');
    text
}

pub async fn openapi(cx: Cx) -> Response {
    cx.keep_today();
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600")),
    ];
    (headers, description()).into_response()
}

#[derive(Template)]
#[template(path = "find/api.html")]
struct ApiPage {
    shell: Shell,
    t: T,
    parameters: Vec<Line>,
    examples: Vec<Example>,
    answer: String,
    problem: String,
}

struct Line {
    name: &'static str,
    means: &'static str,
    values: String,
    example: String,
}

struct Example {
    path: &'static str,
    address: String,
}

pub async fn show(cx: Cx) -> Result<Response> {
    cx.keep_today();
    let t = T(cx.locale);
    let line = |parameter: &Parameter| Line {
        name: parameter.name,
        means: (parameter.means)(t),
        values: parameter.values().join(", "),
        example: match parameter.example {
            "" => String::new(),
            example => format!("{}={example}", parameter.name),
        },
    };
    let example = |path: &'static str| Example { path, address: cx.absolute(path) };
    cx.page(ApiPage {
        shell: cx.shell(t.find_api_title()).here(),
        t,
        parameters: PARAMETERS.iter().map(line).collect(),
        examples: vec![
            example("/opgaver.json?dag=weekend&sted=9561&km=10"),
            example("/opgaver.json?maalgruppe=older_people&krav=ingen"),
            example("/opgaver.rss?emne=nature&sorter=nyeste"),
            example("/foreninger.json?tema=social&sted=9561"),
        ],
        answer: ANSWER.replace("https://frivillig.example", &cx.absolute("")),
        problem: PROBLEM.replace("https://frivillig.example", &cx.absolute("")),
    })
}

const ANSWER: &str = include_str!("../templates/find/answer.json");
const PROBLEM: &str = include_str!("../templates/find/problem.json");
