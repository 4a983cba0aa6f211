//! The words of the tavshedserklæring: ours until the municipality writes its own, every version kept.
//! GET and POST /krav/tavshedserklaering, for the coordinator.

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Day, Id, Instant, Locale, TenantId};
use samskab_store::{Connection, Tx};
use samskab_taskbank::catalogue;
use samskab_web::{Check, Cx, Form, Result, Shell};

use crate::T;
use crate::authority::{WideAction, may_widely};
use crate::{event::RequirementTextWritten, store::CATALOGUE_VERSION};

samskab_store::statements! {
    NEWEST = "select version, text, valid_from from requirement_text
              where tenant_id = $1 and requirement = 'confidentiality' and valid_from <= $2
              order by version desc limit 1";
    VERSIONS = "select version, text, valid_from from requirement_text
                where tenant_id = $1 and requirement = 'confidentiality' order by version desc";
    ADD = "insert into requirement_text (id, tenant_id, requirement, version, text, valid_from, created_at)
           values ($1, $2, 'confidentiality', $3, $4, $5, $6) on conflict do nothing";
    ACCEPTED = "select count(*) from fulfilment
                where tenant_id = $1 and requirement = 'confidentiality' and state = 'fulfilled' and text_version = $2";
}

enum TextRow {}

/// A version of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub version: i64,
    pub text: String,
    /// The municipality's own is written in Danish.
    pub locale: Locale,
    /// `None`: the text that comes with the program.
    pub since: Option<Day>,
}

#[derive(samskab_store::Row)]
struct Row {
    version: i64,
    text: String,
    valid_from: Day,
}

fn of_catalogue(locale: Locale) -> Text {
    let text = catalogue::confidentiality_text(locale).to_owned();
    Text { version: CATALOGUE_VERSION, text, locale, since: None }
}

fn own(row: Row) -> Text {
    Text { version: row.version, text: row.text, locale: Locale::Da, since: Some(row.valid_from) }
}

pub async fn in_force(
    connection: &mut Connection,
    tenant: TenantId,
    on: Day,
    locale: Locale,
) -> samskab_store::Result<Text> {
    let newest: Option<Row> = connection.query(&NEWEST).bind(tenant).bind(on).optional().await?;
    Ok(newest.map_or_else(|| of_catalogue(locale), own))
}

/// Writes the next version, in force from `on`. False when somebody else has just written one.
pub async fn add(tx: &mut Tx, version: i64, text: &str, on: Day, at: Instant) -> samskab_store::Result<bool> {
    let (id, tenant): (Id<TextRow>, _) = (tx.new_id(), tx.tenant());
    let added = tx
        .query(&ADD)
        .bind(id)
        .bind(tenant)
        .bind(version)
        .bind(text.to_owned())
        .bind(on)
        .bind(at)
        .execute()
        .await?;
    Ok(added == 1)
}

/// A piece of the text: a line, or the points of a list (lines that begin with a hyphen).
#[derive(Debug, PartialEq, Eq)]
pub enum Paragraph {
    Line(String),
    Points(Vec<String>),
}

pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (line.strip_prefix("- "), paragraphs.last_mut()) {
            (Some(point), Some(Paragraph::Points(points))) => points.push(point.to_owned()),
            (Some(point), _) => paragraphs.push(Paragraph::Points(vec![point.to_owned()])),
            (None, _) => paragraphs.push(Paragraph::Line(line.to_owned())),
        }
    }
    paragraphs
}

#[derive(Template)]
#[template(path = "requirement/text.html")]
struct TextPage {
    shell: Shell,
    t: T,
    form: TextForm,
    accepted: i64,
    versions: Vec<VersionView>,
    is_overtaken: bool,
}

struct VersionView {
    version: i64,
    since: String,
    paragraphs: Vec<Paragraph>,
}

samskab_web::form! {
    pub struct TextForm {
        tekst: paragraph(requirement_text_label).hint(requirement_text_hint).rows(18).max(8000),
        /// The version of the text that was shown in the form.
        version: hidden,
    }
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    typed: Option<TextForm>,
    is_overtaken: bool,
) -> Result<TextPage> {
    let t = T(cx.locale);
    let rows: Vec<Row> = connection.query(&VERSIONS).bind(cx.tenant.id).all().await?;
    let mut versions: Vec<Text> = rows.into_iter().map(own).collect();
    versions.push(of_catalogue(Locale::Da));
    let newest = versions.first().cloned().unwrap_or_else(|| of_catalogue(Locale::Da));
    let accepted: i64 = connection.query(&ACCEPTED).bind(cx.tenant.id).bind(newest.version).scalar().await?;
    let view = |text: &Text| VersionView {
        version: text.version,
        since: text.since.map_or_else(|| t.requirement_text_ours().to_owned(), |day| cx.locale.day(day)),
        paragraphs: paragraphs(&text.text),
    };
    Ok(TextPage {
        shell: cx.shell(t.requirement_text_title()).here(),
        t,
        form: TextForm {
            version: newest.version.to_string(),
            ..typed.unwrap_or_else(|| TextForm { tekst: newest.text, ..TextForm::default() })
        },
        accepted,
        versions: versions.iter().map(view).collect(),
        is_overtaken,
    })
}

pub async fn show(cx: Cx) -> Result<Response> {
    cx.require(may_widely(&cx.actor, WideAction::WriteRequirementText))?;
    let mut reader = cx.read().await?;
    let page = page(&cx, &mut reader, None, false).await?;
    cx.page(page)
}

pub async fn write(cx: Cx, Form(form): Form<TextForm>) -> Result<Response> {
    cx.require(may_widely(&cx.actor, WideAction::WriteRequirementText))?;
    let mut tx = cx.write().await?;
    let mut check = Check::new(cx.locale);
    let text = form.tekst().text(&mut check);
    let errors = check.done().err();
    let (Some(text), None) = (text, &errors) else {
        let page = page(&cx, &mut tx, Some(form.with_errors(errors.unwrap_or_default())), false).await?;
        return cx.invalid(page);
    };
    let today = cx.now().day();
    let newest = in_force(&mut tx, cx.tenant.id, today, Locale::Da).await?;
    if newest.text.trim() == text {
        return cx.redirect_saying("/krav/tavshedserklaering", "info", "requirement-flash-text-unchanged");
    }
    let is_overtaken = form.version.parse() != Ok(newest.version)
        || !add(&mut tx, newest.version + 1, &text, today, cx.now()).await?;
    if is_overtaken {
        let page = page(&cx, &mut tx, Some(form), true).await?;
        return cx.invalid(page);
    }
    tx.record(RequirementTextWritten { tenant: cx.tenant.id, version: newest.version + 1 }).await?;
    tx.commit().await?;
    cx.redirect_saying("/krav/tavshedserklaering", "success", "requirement-flash-text-written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_a_hyphen_are_a_list() {
        let line = |text: &str| Paragraph::Line(text.to_owned());
        let points =
            |points: &[&str]| Paragraph::Points(points.iter().map(|one| (*one).to_owned()).collect());
        assert_eq!(
            paragraphs("Du lover:\n\n- det ene\n- det andet\r\nog mere\n- til sidst"),
            [line("Du lover:"), points(&["det ene", "det andet"]), line("og mere"), points(&["til sidst"])]
        );
    }
}
