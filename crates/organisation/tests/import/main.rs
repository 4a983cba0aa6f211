//! Import, from the bytes of a file to the rows of the database, on both databases.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod pages;
mod rows;

use std::sync::Arc;

use samskab_kernel::{Locale, TenantId};
use samskab_organisation::{
    import::{
        Checked, Kind, Report, Setting, Verdict,
        check::{self, Carried},
        file::{Sheet, Text},
    },
    testing::{NOW, Town},
};
use samskab_store::Db;
use samskab_web::{Tenant, tenant::Tenants};

pub async fn setting(db: &Db, town: &Town) -> Setting {
    let tenants = Tenants::new(db.clone()).all(NOW).await.unwrap();
    let tenant: Arc<Tenant> = tenants.into_iter().find(|tenant| tenant.id == town.tenant).unwrap();
    Setting {
        tenant,
        now: NOW,
        locale: Locale::Da,
        dice: db.dice().clone(),
        actor: Some(town.coordinator.uuid()),
    }
}

pub fn sheet(bytes: &[u8]) -> Sheet {
    Text::decode(bytes).unwrap().sheet().unwrap()
}

pub async fn dry_run(db: &Db, setting: &Setting, kind: &Kind, sheet: &Sheet) -> Report {
    let mut reader = db.read().await.unwrap();
    let Checked { report, .. } = check::check(&mut reader, setting, kind, sheet).await.unwrap().unwrap();
    report
}

/// Dry run and carrying out; the report of what was written.
pub async fn import(db: &Db, setting: &Setting, kind: &Kind, sheet: &Sheet) -> Report {
    let seen = dry_run(db, setting, kind, sheet).await;
    let run = setting.new_id();
    match check::carry_out(db, setting, kind, sheet, &seen, run, nothing_noted()).await.unwrap() {
        Carried::Out(report) => report,
        other => panic!("not carried out: {other:?}"),
    }
}

pub fn nothing_noted() -> check::Noted {
    Box::new(|_, _| Box::pin(async { Ok(()) }))
}

pub fn counts(report: &Report) -> [usize; 4] {
    [Verdict::Added, Verdict::Changed, Verdict::Unchanged, Verdict::Rejected]
        .map(|verdict| report.count(verdict))
}

/// As a person reads it.
pub fn readable(report: &Report) -> String {
    let mut text =
        format!("{} {:?}, springer over: {}\n", report.charset, report.delimiter, report.ignored.join(", "));
    for row in &report.rows {
        text.push_str(&format!("{} {} {}\n", row.line, row.verdict, row.name));
        let changes =
            row.changes.iter().map(|change| format!("{}: {} → {}", change.column, change.from, change.to));
        let notes = row.problems.iter().map(|note| format!("! {note}")).chain(changes);
        for line in notes.chain(row.remarks.iter().map(|note| format!("({note})"))) {
            text.push_str(&format!("    {line}\n"));
        }
    }
    text
}

samskab_store::statements! {
    COUNT_ROWS = "select (select count(*) from unit_version where tenant_id = $1) + (select count(*) from unit where tenant_id = $1)
                       + (select count(*) from association where tenant_id = $1) + (select count(*) from person where tenant_id = $1)
                       + (select count(*) from position where tenant_id = $1) + (select count(*) from appointment where tenant_id = $1)";
}

/// Rows of everything that imports write.
pub async fn rows_in_all(db: &Db, tenant: TenantId) -> i64 {
    db.read().await.unwrap().query(&COUNT_ROWS).bind(tenant).scalar().await.unwrap()
}
