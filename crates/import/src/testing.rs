//! What the tests of every kind of import do with a file: try it, carry it out, read the report.

use std::sync::Arc;

use samskab_kernel::{Instant, Locale, TenantId};
use samskab_store::Db;
use samskab_web::{Tenant, tenant::Tenants};
use uuid::Uuid;

use crate::{
    Checked, Kind, Report, RunId, Setting, Verdict,
    check::{self, Carried},
    file::{Sheet, Text},
    run, undo,
};

/// A file sent by `actor` to `tenant` at `now`, in Danish.
pub async fn setting(db: &Db, tenant: TenantId, actor: Uuid, now: Instant) -> Setting {
    let tenants = Tenants::new(db.clone()).all(now).await.expect("the municipalities");
    let tenant: Arc<Tenant> =
        tenants.into_iter().find(|known| known.id == tenant).expect("this municipality");
    Setting { tenant, now, locale: Locale::Da, dice: db.dice().clone(), actor: Some(actor) }
}

pub fn sheet(bytes: &[u8]) -> Sheet {
    Text::decode(bytes).and_then(|text| text.sheet()).expect("a file that can be read")
}

pub async fn dry_run(db: &Db, setting: &Setting, kind: &Kind, sheet: &Sheet) -> Report {
    let mut reader = db.read().await.expect("a reader");
    let checked = check::check(&mut reader, setting, kind, sheet).await.expect("a judged file");
    let Checked { report, .. } = checked.expect("a file with its columns");
    report
}

/// A file that has only the columns it must have, and the same nonsense in two rows, is refused in the words of our own
/// templates: no column is called by its code.
pub async fn says_no_code(db: &Db, setting: &Setting, kind: &Kind) {
    let required = kind.columns.iter().filter(|column| column.is_required);
    let headers: Vec<&str> = required.map(|column| column.header).collect();
    let nonsense = vec!["vrøvl"; headers.len()].join(";");
    let file = format!("{}\n{nonsense}\n{nonsense}\n", headers.join(";"));
    let report = dry_run(db, setting, kind, &sheet(file.as_bytes())).await;
    let notes = || report.rows.iter().flat_map(|row| row.problems.iter().chain(&row.remarks));
    assert!(notes().next().is_some(), "{}: nothing was said\n{}", kind.code, readable(&report));
    for note in notes() {
        let is_known = kind.columns.iter().any(|column| column.header == note.column);
        assert!(note.column.is_empty() || is_known, "{}: {note}", kind.code);
    }
}

/// Carries out what `seen` promised, without a run.
pub async fn carry_out(db: &Db, setting: &Setting, kind: &Kind, sheet: &Sheet, seen: &Report) -> Carried {
    let noted: check::Noted = Box::new(|_, _| Box::pin(async { Ok(()) }));
    check::carry_out(db, setting, kind, sheet, seen, setting.new_id(), noted).await.expect("a database")
}

/// Dry run and carrying out; the report of what was written.
///
/// # Panics
/// When nothing was written.
pub async fn import(db: &Db, setting: &Setting, kind: &Kind, sheet: &Sheet) -> Report {
    let seen = dry_run(db, setting, kind, sheet).await;
    match carry_out(db, setting, kind, sheet, &seen).await {
        Carried::Out(report) => report,
        other => panic!("not carried out: {other:?}"),
    }
}

/// Dry run and carrying out, as it stands in the history and may be taken back.
///
/// # Panics
/// When nothing was written.
pub async fn imported(db: &Db, setting: &Setting, kind: &'static Kind, sheet: &Sheet) -> RunId {
    let seen = dry_run(db, setting, kind, sheet).await;
    let (id, locale): (RunId, Locale) = (setting.new_id(), setting.locale);
    let text = Text { charset: sheet.charset, text: String::new() };
    let sent = run::SentFile { kind, file_name: "fil.csv".to_owned(), text, rows: sheet.lines.len() };
    let noted: check::Noted = Box::new(move |tx, report| {
        Box::pin(async move { run::add_imported(tx, id, sent, locale, report).await })
    });
    match check::carry_out(db, setting, kind, sheet, &seen, id, noted).await.expect("a database") {
        Carried::Out(_) => id,
        other => panic!("not carried out: {other:?}"),
    }
}

/// Takes an import back; of each row its name and why it stays, empty where it was taken back.
///
/// # Panics
/// When it cannot be taken back any longer.
pub async fn taken_back(
    db: &Db,
    setting: &Setting,
    kind: &Kind,
    run: RunId,
    built: &[samskab_web::built::Built],
) -> Vec<(String, String)> {
    let mut tx = db.begin(setting.stamp()).await.expect("a transaction");
    let traces = run::traces(&mut tx, setting.tenant.id, run, setting.now).await.expect("a database");
    let traces = traces.expect("what is needed to take it back");
    let since = run::find(&mut tx, setting.tenant.id, run).await.expect("a database").expect("the import");
    let since = since.imported_at.expect("carried out");
    let t = crate::T(setting.locale);
    let traces = undo::undo(&mut tx, kind.things, built, traces, since, t).await.expect("taken back");
    tx.commit().await.expect("committed");
    traces.rows.into_iter().map(|row| (row.name, row.stays)).collect()
}

/// Added, changed, unchanged, rejected.
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
