//! GET /tekster/{id}/stemmer/daekning: who was planned, invited, came, was heard and is reflected, as tables and as CSV.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_import::file::{no_formula, spreadsheet};
use samskab_organisation::topic;
use samskab_web::{Cx, Result, Shell};
use samskab_writing::text::TextId;

use super::{VoicedText, Way, heard::hearings};
use crate::{
    T,
    authority::Action,
    coverage::{Counts, Coverage, Missing, coverage},
};

/// At most this many are named; the list of participants has the rest.
const MOST_NAMED: usize = 50;

#[derive(Template)]
#[template(path = "voices/coverage.html")]
struct CoveragePage {
    shell: Shell,
    t: T,
    ways: Vec<Way>,
    tables: Vec<CountTable>,
    total: Counts,
    missing: Vec<MissingList>,
    base: String,
    participants: String,
}

/// One way to divide those who take part.
struct CountTable {
    id: &'static str,
    heading: &'static str,
    rows: Vec<(String, Counts)>,
}

struct MissingList {
    id: &'static str,
    heading: String,
    names: Vec<String>,
    /// How many more there are.
    more: usize,
    href: String,
}

fn tables(cx: &Cx, coverage: &Coverage) -> Vec<CountTable> {
    let t = T(cx.locale);
    let kinds = coverage.by_kind.iter().map(|(kind, counts)| (kind.label(t).to_owned(), *counts));
    let areas = coverage.by_area.iter().map(|(area, name, counts)| {
        (if area.is_some() { name.clone() } else { t.coverage_no_area().to_owned() }, *counts)
    });
    let themes = coverage.by_theme.iter().map(|(theme, counts)| {
        let theme = theme.and_then(|theme| topic::theme(theme.code()));
        (theme.map_or(t.coverage_no_theme(), |theme| theme.name(cx.locale)).to_owned(), *counts)
    });
    let sizes = coverage
        .by_size
        .iter()
        .map(|(size, counts)| (size.map_or(t.coverage_no_size(), |size| size.label(t)).to_owned(), *counts));
    let mut tables = vec![
        CountTable { id: "slags", heading: t.coverage_by_kind(), rows: kinds.collect() },
        CountTable { id: "omraade", heading: t.coverage_by_area(), rows: areas.collect() },
        CountTable { id: "tema", heading: t.coverage_by_theme(), rows: themes.collect() },
        CountTable { id: "stoerrelse", heading: t.coverage_by_size(), rows: sizes.collect() },
    ];
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// The page that counts who was invited and heard, and names who was not. Runs two queries, and those of the text.
pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::followed(&cx, &mut reader, id).await?;
    let given = hearings(&cx, &mut reader, id, found.may(&cx, Action::WorkWithVoices)).await?;
    let coverage = coverage(&mut reader, (cx.tenant.id, cx.today()), id, &given).await?;
    drop(reader);
    let t = T(cx.locale);
    let base = found.base();
    let missing = |id, heading: String, all: &[Missing], vis: &str| MissingList {
        id,
        heading,
        names: all.iter().take(MOST_NAMED).map(|one| one.name.clone()).collect(),
        more: all.len().saturating_sub(MOST_NAMED),
        href: format!("{base}/deltagere?vis={vis}"),
    };
    let (invited, heard) = (&coverage.never_invited, &coverage.never_heard);
    let mut lists = vec![
        missing("ikke-inviteret", t.coverage_never_invited(invited.len()), invited, "not_invited"),
        missing("ikke-hoert", t.coverage_never_heard(heard.len()), heard, "not_heard"),
    ];
    lists.retain(|list| !list.names.is_empty());
    cx.page(CoveragePage {
        shell: found.below(&cx, t.coverage_title()),
        t,
        ways: found.ways(&cx, "/daekning"),
        tables: tables(&cx, &coverage),
        total: coverage.total,
        missing: lists,
        participants: format!("{base}/deltagere"),
        base,
    })
}

/// GET …/daekning.csv: a row for each line of the tables, and for each who is missing.
pub async fn csv(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::followed(&cx, &mut reader, id).await?;
    let given = hearings(&cx, &mut reader, id, found.may(&cx, Action::WorkWithVoices)).await?;
    let coverage = coverage(&mut reader, (cx.tenant.id, cx.today()), id, &given).await?;
    drop(reader);
    let t = T(cx.locale);
    let head = [
        t.coverage_division(),
        t.coverage_group(),
        t.coverage_all(),
        t.participant_planned(),
        t.participant_invited(),
        t.participant_came(),
        t.participant_heard(),
        t.participant_reflected(),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let mut put = |division: &str, group: &str, counts: Counts| {
        let Counts { all, planned, invited, came, heard, reflected } = counts;
        let numbers = [all, planned, invited, came, heard, reflected].map(|count| count.to_string());
        let words = [division.to_owned(), no_formula(group.to_owned())];
        rows.push(words.into_iter().chain(numbers).collect());
    };
    put(t.coverage_everybody(), "", coverage.total);
    for table in tables(&cx, &coverage) {
        for (group, counts) in &table.rows {
            put(table.heading, group, *counts);
        }
    }
    let missing = |heading: String, all: &[Missing]| {
        all.iter().map(|one| vec![heading.clone(), no_formula(one.name.clone())]).collect::<Vec<_>>()
    };
    rows.extend(missing(t.coverage_never_invited(coverage.never_invited.len()), &coverage.never_invited));
    rows.extend(missing(t.coverage_never_heard(coverage.never_heard.len()), &coverage.never_heard));
    spreadsheet("daekning.csv", rows)
}
