//! GET /vaerdier: what the municipality stands for with its volunteers, and what it has set out to do. The values (RD-05)
//! and focus areas (FX-09 to FX-26) of its policy, as they stand in its settings.

use axum::response::Response;
use samskab_kernel::Locale;
use samskab_organisation::SETTINGS_SECTION;
use samskab_web::{Cx, Error, Result, Shell};
use serde::Deserialize;

use crate::T;

/// What this page reads of the section `organisation`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Policy {
    values: Vec<PolicyValue>,
    focus_areas: Vec<FocusArea>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PolicyValue {
    da: String,
    en: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct FocusArea {
    da: String,
    en: String,
    /// In the words of the policy, which is Danish.
    goals: Vec<String>,
    initiatives: Vec<String>,
}

struct FocusAreaView {
    name: String,
    goals: Vec<String>,
    initiatives: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "unit/values.html")]
struct ValuesPage {
    shell: Shell,
    t: T,
    lead: String,
    values: Vec<String>,
    focus_areas: Vec<FocusAreaView>,
    /// The goals are Danish, and the page is not.
    is_foreign: bool,
}

impl Policy {
    fn of(cx: &Cx) -> Self {
        cx.tenant.section(SETTINGS_SECTION)
    }

    fn is_empty(&self) -> bool {
        self.values.is_empty() && self.focus_areas.is_empty()
    }
}

fn named(locale: Locale, da: String, en: String) -> String {
    if locale == Locale::En && !en.is_empty() { en } else { da }
}

/// Whether there is such a page for this municipality.
pub(super) fn exist(cx: &Cx) -> bool {
    !Policy::of(cx).is_empty()
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    let policy = Policy::of(&cx);
    if policy.is_empty() {
        return Err(Error::NotFound);
    }
    let (t, locale) = (T(cx.locale), cx.locale);
    let area = |area: FocusArea| FocusAreaView {
        name: named(locale, area.da, area.en),
        goals: area.goals,
        initiatives: area.initiatives,
    };
    cx.page(ValuesPage {
        shell: cx.shell(t.values_title()).under("/organisation", t.unit_chart_title()).here(),
        t,
        lead: t.values_lead(cx.tenant.name.as_str()),
        values: policy.values.into_iter().map(|value| named(locale, value.da, value.en)).collect(),
        focus_areas: policy.focus_areas.into_iter().map(area).collect(),
        is_foreign: locale == Locale::En,
    })
}
