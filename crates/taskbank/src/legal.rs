//! Notes about rules (law B.15): shown folded on a task's page as long as they hold; one that has become too old is
//! on the coordinator's list instead, until somebody has looked whether it still holds.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Locale, TenantId};
use samskab_store::{Connection, Event};
use samskab_web::{Access, Cx, Result, Routes, Shell, WorkItem, error::OrNotFound as _};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    T,
    authority::{WideAction, may_widely},
    catalogue::{self, Notice},
};

pub const PATH: &str = "/opsaetning/noter";

samskab_store::statements! {
    LOOKED = "select key, looked_at_on from legal_note where tenant_id = $1";
    LOOK = "insert into legal_note (tenant_id, key, looked_at_on) values ($1, $2, $3)
            on conflict (tenant_id, key) do update set looked_at_on = excluded.looked_at_on";
}

/// Somebody of the municipality looked, and the text still holds.
#[derive(Serialize)]
struct LegalNoteLookedAt {
    #[serde(skip)]
    tenant: TenantId,
    key: String,
}
impl Event for LegalNoteLookedAt {
    const KIND: &'static str = "tenant.legal_note_looked_at";
    fn subject(&self) -> Uuid {
        self.tenant.uuid()
    }
}

pub fn routes() -> Routes {
    Routes::new().get(PATH, Access::Decided, show).post("/opsaetning/noter/{key}", Access::Decided, look)
}

/// Which notes the municipality has looked at, and when it last did.
pub struct Looked {
    /// Who answers for the notes.
    owner: String,
    days: HashMap<String, Day>,
}

/// A note as readers see it.
pub struct NoticeView {
    pub title: String,
    pub text: String,
    pub ask: String,
    pub source: String,
    pub year: i16,
    pub owner: String,
}

pub async fn looked(cx: &Cx, connection: &mut Connection) -> Result<Looked> {
    let rows: Vec<(String, Day)> = connection.query(&LOOKED).bind(cx.tenant.id).all().await?;
    Ok(Looked { owner: cx.tenant.name.clone(), days: rows.into_iter().collect() })
}

/// A text that described one year is still read in the next; then somebody looks.
fn holds(year: i16, today: Day) -> bool {
    today.date().year() <= year + 1
}

impl Looked {
    /// The year the text was last right.
    fn year(&self, notice: &Notice) -> i16 {
        self.days.get(&notice.key).map_or(notice.as_of, |day| notice.as_of.max(day.date().year()))
    }

    /// What follows from how a task is organised (the code of its `Through`), as far as it holds on `today`.
    pub fn notices(&self, through: &str, is_by_unit: bool, locale: Locale, today: Day) -> Vec<NoticeView> {
        let owner = if is_by_unit { "unit" } else { "association" };
        catalogue::notices_for(through, owner)
            .into_iter()
            .filter(|notice| holds(self.year(notice), today))
            .map(|notice| self.view(notice, locale))
            .collect()
    }

    /// Notes that are no longer shown.
    fn expired(&self, today: Day) -> impl Iterator<Item = &'static Notice> {
        catalogue::notices().iter().filter(move |notice| !holds(self.year(notice), today))
    }

    fn view(&self, notice: &Notice, locale: Locale) -> NoticeView {
        NoticeView {
            title: notice.title(locale).to_owned(),
            text: notice.text(locale).to_owned(),
            ask: notice.ask(locale).to_owned(),
            source: notice.source(locale).to_owned(),
            year: self.year(notice),
            owner: self.owner.clone(),
        }
    }
}

#[derive(Template)]
#[template(path = "legal/notes.html")]
struct NotesPage {
    shell: Shell,
    t: T,
    notes: Vec<NoteLine>,
}

struct NoteLine {
    href: String,
    shown_where: &'static str,
    note: NoticeView,
    /// Until when the note is shown; `None`: it is not shown.
    until: Option<String>,
}

fn shown_where(notice: &Notice, t: T) -> &'static str {
    let is_direct = notice.when_through.iter().any(|through| through == "direct");
    match notice.when_owner.as_slice() {
        [only] if only == "association" && is_direct => t.legal_of_companies(),
        [only] if only == "unit" => t.legal_of_units(),
        [only] if only == "association" => t.legal_of_associations(),
        _ => t.legal_through_associations(),
    }
}

async fn show(cx: Cx) -> Result<Response> {
    cx.require(may_widely(&cx.actor, WideAction::KeepLegalNotes))?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let looked = looked(&cx, &mut reader).await?;
    let line = |notice: &Notice| {
        let year = looked.year(notice);
        NoteLine {
            href: format!("{PATH}/{}", notice.key),
            shown_where: shown_where(notice, t),
            note: looked.view(notice, cx.locale),
            until: holds(year, cx.today()).then(|| cx.locale.day(Day::of(year + 1, 12, 31))),
        }
    };
    cx.page(NotesPage {
        shell: cx.shell(t.legal_title()).here(),
        t,
        notes: catalogue::notices().iter().map(line).collect(),
    })
}

async fn look(cx: Cx, Path(key): Path<String>) -> Result<Response> {
    cx.require(may_widely(&cx.actor, WideAction::KeepLegalNotes))?;
    catalogue::notices().iter().find(|notice| notice.key == key).or_not_found()?;
    let mut tx = cx.write().await?;
    tx.query(&LOOK).bind(cx.tenant.id).bind(key.clone()).bind(cx.today()).execute().await?;
    tx.record(LegalNoteLookedAt { tenant: cx.tenant.id, key }).await?;
    tx.commit().await?;
    cx.redirect_saying(PATH, "success", "legal-flash-looked")
}

/// Notes that are too old to be shown wait for the coordinator.
#[samskab_store::compiled_once]
pub async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    if !may_widely(&cx.actor, WideAction::KeepLegalNotes) {
        return Ok(Vec::new());
    }
    let looked = looked(cx, connection).await?;
    let expired = looked.expired(cx.today()).count();
    if expired == 0 {
        return Ok(Vec::new());
    }
    let t = T(cx.locale);
    Ok(vec![WorkItem {
        heading: t.worklist_kind_legal_note(),
        title: t.legal_work(expired as i64),
        detail: t.legal_work_detail().to_owned(),
        href: PATH.to_owned(),
        // A note may have been too old before the municipality began: nobody has waited since then.
        since: cx.today().start(),
        due: None,
        reason: None,
        act: None,
    }])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked(days: &[(&str, Day)]) -> Looked {
        let days = days.iter().map(|(key, day)| ((*key).to_owned(), *day)).collect();
        Looked { owner: "Fjordlund Kommune".into(), days }
    }

    fn titles(looked: &Looked, today: Day) -> Vec<String> {
        let notices = looked.notices("direct", true, Locale::Da, today);
        notices.into_iter().map(|notice| format!("{} ({})", notice.title, notice.year)).collect()
    }

    #[test]
    fn a_note_is_shown_until_the_end_of_the_year_after_it_was_looked_at() {
        let fresh = looked(&[("benefits_direct", Day::of(2026, 3, 1))]);
        let says = "Får du dagpenge eller efterløn? (2026)";
        assert_eq!(titles(&fresh, Day::of(2026, 3, 2)), [says]);
        assert_eq!(titles(&fresh, Day::of(2027, 12, 31)), [says]);
        assert!(titles(&fresh, Day::of(2028, 1, 1)).is_empty());
    }

    #[test]
    fn an_old_note_is_not_shown_and_waits_for_somebody() {
        let today = Day::of(2026, 3, 2);
        assert!(titles(&looked(&[]), today).is_empty(), "rules as they were in 2018 tell nobody anything");
        let waiting: Vec<&str> = looked(&[]).expired(today).map(|notice| notice.key.as_str()).collect();
        assert!(waiting.contains(&"benefits_direct"), "{waiting:?}");
        let fresh = looked(&[("benefits_direct", today)]);
        assert!(fresh.expired(today).all(|notice| notice.key != "benefits_direct"));
    }
}
