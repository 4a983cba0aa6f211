//! `samskab import`: a spreadsheet or a CSV file from the command line, by the same rules as in the browser.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context, bail};
use clap::Args;
use samskab_import::{
    Checked, Kind, Report, RunId, Setting, T, Verdict,
    check::{self, Carried, Noted},
    file::{Sheet, Text},
    report,
    run::{self, SentFile},
    workbook,
};
use samskab_kernel::{Clock, Locale};
use samskab_store::Db;
use samskab_web::{Tenant, tenant::Tenants};

use crate::{command::serve, config::Config, program::IMPORTS};

#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes:
  0  every row was accepted (and written, with --write)
  1  a row was rejected, or nothing could be done; with --write the accepted rows are written all the same
  2  the command was not understood")]
pub struct Import {
    /// units, positions, associations or tasks
    #[arg(long)]
    pub kind: String,
    /// The file: .xlsx, .ods, or CSV with semicolons, in Windows-1252 or UTF-8
    pub file: PathBuf,
    /// Which sheet of a workbook, when there are several
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Write what the dry run would; all accepted rows or none
    #[arg(long)]
    pub write: bool,
    /// Which municipality (its slug), when there are several
    #[arg(long, value_name = "SLUG")]
    pub municipality: Option<String>,
    /// Where to put the rejected rows, to be mended and sent again
    #[arg(long, value_name = "FILE")]
    pub rejected: Option<PathBuf>,
}

/// Fails when a row was rejected, so that a script can tell.
pub async fn run(config: Config, import: Import) -> anyhow::Result<ExitCode> {
    let Some(kind) = IMPORTS.kind(&import.kind) else {
        let known: Vec<&str> = IMPORTS.kinds().map(|kind| kind.code).collect();
        bail!("there is no kind “{}”; choose one of {}", import.kind, known.join(", "));
    };
    let bytes = std::fs::read(&import.file)
        .with_context(|| format!("{} could not be read", import.file.display()))?;
    let db = serve::open(&config).await?;
    let clock = Clock::real();
    let tenant = municipality(&db, &clock, import.municipality.as_deref()).await?;
    let setting =
        Setting { tenant, now: clock.now(), locale: Locale::En, dice: db.dice().clone(), actor: None };
    let t = T(setting.locale);

    let refused = |refused: check::Refused| anyhow::anyhow!("{}: {}", import.file.display(), refused.text(t));
    let text = workbook::text_of(kind.columns, &bytes).map_err(|error| refused(error.into()))?;
    let text = one_sheet(text, import.sheet.as_deref())?;
    let sheet = text.sheet().map_err(|error| refused(error.into()))?;
    let mut reader = db.read().await?;
    let Checked { report, .. } = check::check(&mut reader, &setting, kind, &sheet).await?.map_err(refused)?;
    drop(reader);
    print(&report, t)?;

    if let Some(path) = &import.rejected {
        put_rejected(path, &sheet, &report, t)?;
    }
    let accepted = report.count(Verdict::Added) + report.count(Verdict::Changed);
    if accepted == 0 {
        println!("{}", t.import_command_nothing());
    } else if !import.write {
        println!("{}", t.import_command_dry(accepted));
    } else {
        let name =
            import.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let sent = SentFile { kind, file_name: name, text, rows: sheet.lines.len() };
        write(&db, &setting, kind, &sheet, &report, sent).await?;
        println!("{}.", t.import_imported_heading(accepted));
    }
    db.close().await;
    Ok(if report.count(Verdict::Rejected) > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

pub(crate) async fn municipality(db: &Db, clock: &Clock, slug: Option<&str>) -> anyhow::Result<Arc<Tenant>> {
    let all = Tenants::new(db.clone()).all(clock.now()).await?;
    let slugs = || all.iter().map(|tenant| tenant.slug.as_str()).collect::<Vec<_>>().join(", ");
    match (slug, all.as_slice()) {
        (_, []) => bail!("there is no municipality yet; make one with `samskab create`"),
        (None, [only]) => Ok(only.clone()),
        (None, _) => bail!("there are several municipalities; choose one with --municipality: {}", slugs()),
        (Some(slug), _) => all
            .iter()
            .find(|tenant| tenant.slug == slug)
            .cloned()
            .with_context(|| format!("there is no municipality “{slug}”; there are {}", slugs())),
    }
}

async fn write(
    db: &Db,
    setting: &Setting,
    kind: &Kind,
    sheet: &Sheet,
    report: &Report,
    sent: SentFile,
) -> anyhow::Result<()> {
    let (id, locale): (RunId, Locale) = (setting.new_id(), setting.locale);
    let noted: Noted = Box::new(move |tx, report| {
        Box::pin(async move { run::add_imported(tx, id, sent, locale, report).await })
    });
    match check::carry_out(db, setting, kind, sheet, report, id, noted).await? {
        Carried::Out(_) => Ok(()),
        Carried::Otherwise(_) => bail!("{}", T(locale).import_changed_since()),
        Carried::Failed { line, error } => {
            Err(error).with_context(|| T(locale).import_row_failed(line.to_string()))
        }
    }
}

/// The sheet that is asked for; the only one when none is.
fn one_sheet(text: Text, name: Option<&str>) -> anyhow::Result<Text> {
    let sheets = text.sheets();
    let names = || sheets.iter().map(|sheet| sheet.place.sheet.as_str()).collect::<Vec<_>>().join(", ");
    match (name, sheets.as_slice()) {
        (None, [] | [_]) => Ok(text),
        (None, _) => bail!("there are several sheets; choose one with --sheet: {}", names()),
        (Some(name), all) => {
            let found = all.iter().find(|sheet| sheet.place.sheet == name);
            let found =
                found.with_context(|| format!("there is no sheet “{name}”; there are: {}", names()))?;
            Text::of_sheets(text.charset, std::slice::from_ref(found))
                .map_err(|_| anyhow::anyhow!("the sheet could not be read"))
        }
    }
}

fn print(report: &Report, t: T) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", report.read_as(t))?;
    if !report.ignored.is_empty() {
        writeln!(out, "{} {}.", t.import_ignored_columns(), report.ignored.join(", "))?;
    }
    for row in report.rows.iter().filter(|row| row.verdict != Verdict::Unchanged) {
        writeln!(out, "{:>6}  {:<9} {}", row.line, row.verdict.label(t), row.name)?;
        for problem in &row.problems {
            writeln!(out, "{:>17} {problem}", "✗")?;
        }
        for change in &row.changes {
            let from = if change.from.is_empty() { t.import_was_empty() } else { change.from.as_str() };
            writeln!(out, "{:>17} {}: {from} → {}", "·", change.column, change.to)?;
        }
        for remark in &row.remarks {
            writeln!(out, "{:>17} {remark}", "!")?;
        }
    }
    let totals = Verdict::ALL
        .iter()
        .map(|verdict| format!("{} {}", report.count(*verdict), verdict.label(t).to_lowercase()));
    writeln!(out, "{}", totals.collect::<Vec<_>>().join(" · "))?;
    Ok(())
}

fn put_rejected(path: &Path, sheet: &Sheet, report: &Report, t: T) -> anyhow::Result<()> {
    let rejected = report.count(Verdict::Rejected);
    if rejected == 0 {
        return Ok(());
    }
    std::fs::write(path, report::rejected(sheet, report, t))
        .with_context(|| format!("{} could not be written", path.display()))?;
    println!("{}", t.import_command_rejected(rejected, path.display().to_string()));
    Ok(())
}
