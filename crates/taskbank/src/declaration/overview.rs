//! GET /erklaeringer and /erklaeringer.csv: who has declared this year and who has not, for the coordinator.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use samskab_import::file;
use samskab_kernel::Locale;
use samskab_organisation::association::{self, Association, AssociationId, State};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, form};
use serde::Deserialize;

use super::{Declaration, Gates, Settings, href, store, year_of};
use crate::{
    T,
    authority::{WideAction, may_widely},
};

#[derive(Template)]
#[template(path = "declaration/overview.html")]
struct OverviewPage {
    shell: Shell,
    t: T,
    years: Vec<(String, String, bool)>,
    gates: &'static str,
    signed_count: usize,
    lacking_count: usize,
    children_lacking_count: usize,
    lacking: Vec<Line>,
    signed: Vec<Line>,
    csv: String,
}

struct Line {
    name: String,
    href: String,
    /// It has a task for children, or is approved under folkeoplysningsloven: the ones to ask first.
    why: String,
    who: String,
    day: String,
    what: &'static str,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct OverviewQuery {
    aar: String,
}

struct Overview {
    year: i64,
    associations: Vec<Association>,
    declarations: HashMap<AssociationId, Declaration>,
    with_children: Vec<AssociationId>,
}

async fn read(cx: &Cx, connection: &mut Connection) -> Result<Overview> {
    cx.require(may_widely(&cx.actor, WideAction::SeeDeclarations))?;
    let this_year = year_of(cx.now());
    let OverviewQuery { aar } = form::query(cx);
    let year = aar.parse().ok().filter(|year| (2000..=this_year).contains(year)).unwrap_or(this_year);
    let mut associations = association::store::all(connection, cx.tenant.id).await?;
    associations.retain(|association| association.state == State::Approved);
    let declarations = store::of_year(connection, cx.tenant.id, year).await?;
    Ok(Overview {
        year,
        associations,
        declarations: declarations.into_iter().map(|one| (one.association, one)).collect(),
        with_children: store::with_children(connection, cx.tenant.id).await?,
    })
}

impl Overview {
    fn why(&self, association: &Association, t: T) -> String {
        let mut why = Vec::new();
        if self.with_children.contains(&association.id) {
            why.push(t.declaration_why_children());
        }
        if association.approved_folkeoplysning {
            why.push(t.declaration_why_approved());
        }
        why.join(", ")
    }

    fn line(&self, association: &Association, locale: Locale) -> Line {
        let t = T(locale);
        let declaration = self.declarations.get(&association.id);
        Line {
            name: association.full_name(),
            href: href(association.id),
            why: self.why(association, t),
            who: declaration
                .map(|one| format!("{}, {}", one.signed_name, one.signed_role))
                .unwrap_or_default(),
            day: declaration.map(|one| locale.day(one.signed_at.day())).unwrap_or_default(),
            what: match declaration {
                None => "",
                Some(one) if one.has_children => t.declaration_declares_children(),
                Some(_) => t.declaration_declares_none(),
            },
        }
    }
}

pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let overview = read(&cx, &mut reader).await?;
    let is_signed = |association: &&Association| overview.declarations.contains_key(&association.id);
    let (signed, lacking): (Vec<&Association>, Vec<&Association>) =
        overview.associations.iter().partition(is_signed);
    let mut lines: Vec<Line> = lacking.iter().map(|one| overview.line(one, cx.locale)).collect();
    // The ones that must first; else in the alphabetical order they came in.
    lines.sort_by_key(|line| line.why.is_empty());
    let children_lacking_count =
        lacking.iter().filter(|one| overview.with_children.contains(&one.id)).count();
    let this_year = year_of(cx.now());
    let years = (this_year - 2..=this_year)
        .rev()
        .map(|year| (year.to_string(), format!("/erklaeringer?aar={year}"), year == overview.year))
        .collect();
    cx.page(OverviewPage {
        shell: cx.shell(t.declaration_overview_title()).here(),
        t,
        years,
        gates: match Settings::of(&cx.tenant).declaration_gates {
            Gates::Nothing => t.declaration_gates_nothing(),
            Gates::Children => t.declaration_gates_children(),
            Gates::All => t.declaration_gates_all(),
        },
        signed_count: signed.len(),
        lacking_count: lacking.len(),
        children_lacking_count,
        lacking: lines,
        signed: signed.iter().map(|one| overview.line(one, cx.locale)).collect(),
        csv: format!("/erklaeringer.csv?aar={}", overview.year),
    })
}

pub async fn csv(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let overview = read(&cx, &mut reader).await?;
    let head = [
        t.declaration_csv_association(),
        "CVR",
        t.declaration_csv_year(),
        t.declaration_csv_signed(),
        t.declaration_csv_by(),
        t.declaration_csv_what(),
        t.declaration_csv_why(),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(overview.associations.iter().map(|association| {
        let line = overview.line(association, cx.locale);
        let declaration = overview.declarations.get(&association.id);
        vec![
            line.name,
            association.cvr.as_ref().map(ToString::to_string).unwrap_or_default(),
            overview.year.to_string(),
            declaration.map(|one| one.signed_at.day().to_string()).unwrap_or_default(),
            line.who,
            line.what.to_owned(),
            line.why,
        ]
    }));
    file::spreadsheet("erklaeringer.csv", rows)
}
