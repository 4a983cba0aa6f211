//! An uploaded file: from the dry run to the end, and what is stored about it.

use std::sync::Arc;

use samskab_jobs::{Failure, Job};
use samskab_kernel::{Instant, Locale, TenantId};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{Services, Tenant};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Imports, T,
    check::{self, Carried, Noted},
    file::{Charset, Grid, Sheet, Text},
    kind::Kind,
    kind::Undone,
    report::{Report, Verdict},
    setting::{RunId, Setting},
    trace::Traces,
    undo,
};

samskab_kernel::codes! {
    /// The state of an import.
    pub(crate) enum State {
        /// A workbook with several sheets; somebody says which.
        Choosing => "choosing",
        /// Waits for its dry run, or is in it.
        Checking => "checking",
        /// The report is there; somebody decides.
        Checked => "checked",
        Importing => "importing",
        Imported => "imported",
        /// Is being undone.
        Undoing => "undoing",
        /// Taken back, as far as nobody had built on it.
        Undone => "undone",
        /// A row could not be written, so none was.
        Failed => "failed",
    }
}

/// An import, without the file and the report.
#[derive(Debug, Clone, samskab_store::Row)]
pub(crate) struct Run {
    pub id: RunId,
    pub person_id: Option<Uuid>,
    pub kind: String,
    pub file_name: String,
    pub locale: Locale,
    pub state: State,
    /// Something to know before going on; in the language of the one who sent the file.
    pub note: String,
    pub added: i64,
    pub changed: i64,
    pub unchanged: i64,
    pub rejected: i64,
    pub created_at: Instant,
    pub imported_at: Option<Instant>,
    pub undo_until: Option<Instant>,
    pub undone_at: Option<Instant>,
    pub taken_back: i64,
    pub stayed: i64,
    /// File and report are kept for a day.
    pub is_forgotten: bool,
}

impl Run {
    pub fn href(&self) -> String {
        format!("/import/{}", self.id)
    }

    pub fn is_under_way(&self) -> bool {
        matches!(self.state, State::Checking | State::Importing | State::Undoing)
    }

    /// Whether it may be taken back now, as far as nobody has built on it.
    pub fn may_be_undone(&self, now: Instant) -> bool {
        self.state == State::Imported && self.undo_until.is_some_and(|until| now < until)
    }

    /// Rows that would be written.
    pub fn accepted(&self) -> i64 {
        self.added + self.changed
    }
}

/// How long the file and the report are kept: they hold personal data (law B.7).
pub const KEPT_DAYS: i64 = 1;

/// Every field of [`Run`].
const WHOLE_RUNS: &str =
    "select id, person_id, kind, file_name, locale, state, note, added, changed, unchanged, rejected,
        created_at, imported_at, undo_until, undone_at, taken_back, stayed, content = '' as is_forgotten
    from import_run";

samskab_store::statements! {
    ADD = "insert into import_run (id, tenant_id, person_id, kind, file_name, locale, charset, content, state, rows_total, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    FIND = WHOLE_RUNS, "where tenant_id = $1 and id = $2";
    LIST = WHOLE_RUNS, "where tenant_id = $1 order by created_at desc, id desc limit $2";
    CONTENT = "select charset, content from import_run where tenant_id = $1 and id = $2";
    CHOOSE = "update import_run set state = $3, content = $4, rows_total = $5 where tenant_id = $1 and id = $2";
    REPORT = "select report from import_run where tenant_id = $1 and id = $2";
    SAVE = "update import_run set state = $3, note = $4, report = $5, added = $6, changed = $7, unchanged = $8,
                   rejected = $9, imported_at = $10
            where tenant_id = $1 and id = $2";
    TRACES = "select traces from import_run where tenant_id = $1 and id = $2 and undo_until > $3";
    UNDONE = "update import_run set state = $3, traces = $4, undone_at = $5, undone_by = $6, taken_back = $7, stayed = $8
              where tenant_id = $1 and id = $2";
    MOVE = "update import_run set state = $3, note = $4 where tenant_id = $1 and id = $2";
    TRACES_TO_FORGET = "select count(*) from import_run where tenant_id = $1 and undo_until <= $2 and traces <> ''";
    FORGET_TRACES = "update import_run set traces = '' where tenant_id = $1 and undo_until <= $2 and traces <> ''";
    TRACES_OF = "select file_name, undo_until from import_run
                 where tenant_id = $1 and traces like $2 and undo_until > $3 order by undo_until";
    UNDONE_BY = "update import_run set undone_by = null where tenant_id = $1 and undone_by = $2";
    FORGET_TRACES_OF = "update import_run set traces = '' where tenant_id = $1 and (traces like $2 or traces like $3)";
    TO_FORGET = "select count(*) from import_run where tenant_id = $1 and created_at < $2 and content <> ''";
    FORGET = "update import_run set content = '', report = '' where tenant_id = $1 and created_at < $2 and content <> ''";
}

/// Job: judge an uploaded file.
#[derive(Serialize, Deserialize)]
pub(crate) struct Check {
    run: RunId,
    at: Instant,
}
impl Job for Check {
    const KIND: &'static str = "import.check";
}

/// Wants an import carried out.
#[derive(Serialize, Deserialize)]
pub(crate) struct CarryOut {
    run: RunId,
    by: Option<Uuid>,
    at: Instant,
}
impl Job for CarryOut {
    const KIND: &'static str = "import.carry_out";
}

/// Job: undo an import.
#[derive(Serialize, Deserialize)]
pub(crate) struct Undo {
    run: RunId,
    by: Option<Uuid>,
    at: Instant,
}
impl Job for Undo {
    const KIND: &'static str = "import.undo";
}

/// A file as it was sent.
pub struct SentFile {
    pub kind: &'static Kind,
    pub file_name: String,
    pub text: Text,
    pub rows: usize,
}

/// Takes the file in and asks for its dry run; of several sheets, one is chosen first.
pub(crate) async fn add(tx: &mut Tx, sent: SentFile, locale: Locale) -> Result<RunId> {
    let (id, now) = (tx.new_id(), tx.now());
    if sent.text.sheets().len() > 1 {
        insert(tx, id, sent, locale, State::Choosing).await?;
        return Ok(id);
    }
    insert(tx, id, sent, locale, State::Checking).await?;
    samskab_jobs::enqueue(tx, &Check { run: id, at: now }, now).await?;
    Ok(id)
}

/// The sheets somebody chooses between.
pub(crate) async fn sheets(connection: &mut Connection, tenant: TenantId, id: RunId) -> Result<Vec<Grid>> {
    let row: Option<(Charset, String)> = connection.query(&CONTENT).bind(tenant).bind(id).optional().await?;
    Ok(row.map(|(charset, text)| Text { charset, text }.sheets()).unwrap_or_default())
}

/// One sheet is chosen: the others are forgotten, and its dry run is asked for. The caller has seen that it is
/// [`State::Choosing`].
pub(crate) async fn choose(tx: &mut Tx, run: RunId, text: Text, rows: usize) -> Result<()> {
    let stamp = tx.stamp();
    tx.query(&CHOOSE)
        .bind(stamp.tenant)
        .bind(run)
        .bind(State::Checking)
        .bind(text.text)
        .bind(i64::try_from(rows).unwrap_or(i64::MAX))
        .execute()
        .await?;
    samskab_jobs::enqueue(tx, &Check { run, at: stamp.now }, stamp.now).await
}

async fn insert(tx: &mut Tx, id: RunId, sent: SentFile, locale: Locale, state: State) -> Result<()> {
    let stamp = tx.stamp();
    tx.query(&ADD)
        .bind(id)
        .bind(stamp.tenant)
        .bind(stamp.actor)
        .bind(sent.kind.code.to_owned())
        .bind(sent.file_name)
        .bind(locale)
        .bind(sent.text.charset)
        .bind(sent.text.text)
        .bind(state)
        .bind(i64::try_from(sent.rows).unwrap_or(i64::MAX))
        .bind(stamp.now)
        .execute()
        .await?;
    Ok(())
}

/// Adds an import that was judged by the command line to the history. Its file is not kept: who has a shell has the
/// file.
pub async fn add_imported(
    tx: &mut Tx,
    id: RunId,
    sent: SentFile,
    locale: Locale,
    report: &Report,
) -> Result<()> {
    let text = Text { text: String::new(), ..sent.text };
    insert(tx, id, SentFile { text, ..sent }, locale, State::Checking).await?;
    save(tx, id, State::Imported, "", report).await
}

pub(crate) async fn find(connection: &mut Connection, tenant: TenantId, id: RunId) -> Result<Option<Run>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The latest, the newest first.
pub(crate) async fn list(connection: &mut Connection, tenant: TenantId, limit: i64) -> Result<Vec<Run>> {
    connection.query(&LIST).bind(tenant).bind(limit).all().await
}

/// The file, taken apart again. `None` when it is forgotten.
pub(crate) async fn sheet(connection: &mut Connection, tenant: TenantId, id: RunId) -> Result<Option<Sheet>> {
    let row: Option<(Charset, String)> = connection.query(&CONTENT).bind(tenant).bind(id).optional().await?;
    Ok(row.and_then(|(charset, text)| Text { charset, text }.sheet().ok()))
}

/// `None` before the dry run has ended and after it is forgotten.
pub(crate) async fn report(
    connection: &mut Connection,
    tenant: TenantId,
    id: RunId,
) -> Result<Option<Report>> {
    let text: Option<String> = connection.query(&REPORT).bind(tenant).bind(id).optional_scalar().await?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

async fn save(tx: &mut Tx, id: RunId, state: State, note: &str, report: &Report) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let count = |verdict| i64::try_from(report.count(verdict)).unwrap_or(i64::MAX);
    tx.query(&SAVE)
        .bind(tenant)
        .bind(id)
        .bind(state)
        .bind(note.to_owned())
        .bind(serde_json::to_string(report)?)
        .bind(count(Verdict::Added))
        .bind(count(Verdict::Changed))
        .bind(count(Verdict::Unchanged))
        .bind(count(Verdict::Rejected))
        .bind((state == State::Imported).then_some(now))
        .execute()
        .await?;
    Ok(())
}

async fn move_to(tx: &mut Tx, id: RunId, state: State, note: String) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&MOVE).bind(tenant).bind(id).bind(state).bind(note).execute().await?;
    Ok(())
}

/// Somebody has read the report and says yes. The caller has checked that it is [`State::Checked`].
pub(crate) async fn begin_carrying_out(tx: &mut Tx, run: RunId) -> Result<()> {
    let stamp = tx.stamp();
    move_to(tx, run, State::Importing, String::new()).await?;
    samskab_jobs::enqueue(tx, &CarryOut { run, by: stamp.actor, at: stamp.now }, stamp.now).await
}

/// `None` when they are forgotten.
pub(crate) async fn traces(
    connection: &mut Connection,
    tenant: TenantId,
    id: RunId,
    now: Instant,
) -> Result<Option<Traces>> {
    let text: Option<String> =
        connection.query(&TRACES).bind(tenant).bind(id).bind(now).optional_scalar().await?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Somebody has read what would be undone and says yes. The caller has checked that it may be undone.
pub(crate) async fn begin_undoing(tx: &mut Tx, run: RunId) -> Result<()> {
    let stamp = tx.stamp();
    move_to(tx, run, State::Undoing, String::new()).await?;
    samskab_jobs::enqueue(tx, &Undo { run, by: stamp.actor, at: stamp.now }, stamp.now).await
}

/// Takes an import back, in one transaction. A second time for the same import finds it done and leaves it.
pub(crate) async fn undo(
    services: Services,
    imports: Imports,
    tenant: TenantId,
    job: Undo,
) -> Result<(), Failure> {
    let mut reader = services.db.read().await?;
    let Some(run) = find(&mut reader, tenant, job.run).await?.filter(|run| run.state == State::Undoing)
    else {
        return Ok(());
    };
    let (Some(kind), Some(traces)) =
        (imports.kind(&run.kind), traces(&mut reader, tenant, run.id, job.at).await?)
    else {
        return Err(Failure::permanent("the traces of an import are gone"));
    };
    drop(reader);
    let stamp = samskab_store::Stamp { tenant, actor: job.by, now: services.clock.now() };
    let mut tx = services.db.begin(stamp).await?;
    // The next number in the book of events is ours from here on: nobody builds on it while we look.
    let at = run.imported_at.unwrap_or(run.created_at);
    (kind.record_undone)(&mut tx, Undone { run: run.id }).await?;
    let traces = undo::undo(&mut tx, kind.things, &services.built, traces, at, T(run.locale)).await?;
    let taken_back = traces.rows.iter().filter(|row| row.stays.is_empty()).count();
    let stayed = traces.rows.len() - taken_back;
    tx.query(&UNDONE)
        .bind(tenant)
        .bind(run.id)
        .bind(State::Undone)
        .bind(serde_json::to_string(&traces)?)
        .bind(stamp.now)
        .bind(stamp.actor)
        .bind(i64::try_from(taken_back).unwrap_or(i64::MAX))
        .bind(i64::try_from(stayed).unwrap_or(i64::MAX))
        .execute()
        .await?;
    tx.commit().await?;
    Ok(())
}

async fn setting(
    services: &Services,
    tenant: TenantId,
    run: &Run,
    at: Instant,
) -> Result<Option<Setting>, Failure> {
    let tenants = services.tenants.all(services.clock.now()).await?;
    let tenant: Option<Arc<Tenant>> = tenants.into_iter().find(|known| known.id == tenant);
    Ok(tenant.map(|tenant| Setting {
        tenant,
        // The day on which somebody asked, also when it becomes the next in the meantime.
        now: at,
        locale: run.locale,
        dice: services.db.dice().clone(),
        actor: run.person_id,
    }))
}

/// The dry run. A second time for the same file finds it judged and leaves it.
pub(crate) async fn check(
    services: Services,
    imports: Imports,
    tenant: TenantId,
    job: Check,
) -> Result<(), Failure> {
    let mut reader = services.db.read().await?;
    let Some(run) = find(&mut reader, tenant, job.run).await?.filter(|run| run.state == State::Checking)
    else {
        return Ok(());
    };
    let Some(setting) = setting(&services, tenant, &run, job.at).await? else { return Ok(()) };
    let (Some(kind), Some(sheet)) = (imports.kind(&run.kind), sheet(&mut reader, tenant, job.run).await?)
    else {
        return Err(Failure::permanent("the file of an import is gone"));
    };
    let checked = check::check(&mut reader, &setting, kind, &sheet).await?;
    drop(reader);
    let mut tx = services.db.begin(setting.stamp()).await?;
    match checked {
        Ok(checked) => {
            let other = imports.looks_like(kind, &sheet.header).map(|other| other.code.to_owned());
            let report = Report { looks_like: other.unwrap_or_default(), ..checked.report };
            save(&mut tx, run.id, State::Checked, "", &report).await?;
        }
        // The page that took the file in has seen to it; a newer program may want other columns.
        Err(refused) => move_to(&mut tx, run.id, State::Failed, refused.text(T(run.locale))).await?,
    }
    tx.commit().await?;
    Ok(())
}

/// Writes what was accepted. A second time for the same import finds it done and leaves it.
pub(crate) async fn carry_out(
    services: Services,
    imports: Imports,
    tenant: TenantId,
    job: CarryOut,
) -> Result<(), Failure> {
    let mut reader = services.db.read().await?;
    let Some(run) = find(&mut reader, tenant, job.run).await?.filter(|run| run.state == State::Importing)
    else {
        return Ok(());
    };
    let Some(setting) = setting(&services, tenant, &run, job.at).await? else { return Ok(()) };
    let setting = Setting { actor: job.by, ..setting };
    let (Some(kind), Some(sheet), Some(seen)) = (
        imports.kind(&run.kind),
        sheet(&mut reader, tenant, run.id).await?,
        report(&mut reader, tenant, run.id).await?,
    ) else {
        return Err(Failure::permanent("the file of an import is gone"));
    };
    drop(reader);
    let id = run.id;
    let noted: Noted = Box::new(move |tx, report| Box::pin(save(tx, id, State::Imported, "", report)));
    let carried = check::carry_out(&services.db, &setting, kind, &sheet, &seen, run.id, noted).await?;
    let t = T(run.locale);
    match carried {
        Carried::Out(_) => {}
        Carried::Otherwise(report) => {
            let mut tx = services.db.begin(setting.stamp()).await?;
            save(&mut tx, run.id, State::Checked, t.import_changed_since(), &report).await?;
            tx.commit().await?;
        }
        Carried::Failed { line, error } => {
            tracing::error!(line, %error, "a row of an import could not be written; nothing was");
            let mut tx = services.db.begin(setting.stamp()).await?;
            move_to(&mut tx, run.id, State::Failed, t.import_row_failed(line.to_string())).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

/// How many imports can still be taken back though their time is over.
pub async fn traces_to_forget(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    connection.query(&TRACES_TO_FORGET).bind(tenant).bind(now).scalar().await
}

fn naming(person: Uuid) -> String {
    format!("%\"{person}\"%")
}

/// Imports that changed somebody and can be taken back: the file, and until when.
pub(crate) async fn traces_of(
    connection: &mut Connection,
    tenant: TenantId,
    person: Uuid,
    now: Instant,
) -> Result<Vec<(String, Instant)>> {
    connection.query(&TRACES_OF).bind(tenant).bind(naming(person)).bind(now).all().await
}

/// Somebody goes: an import that named them can no longer be taken back, and who took one back is forgotten.
pub(crate) async fn erase(tx: &mut Tx, leaving: &samskab_web::erasure::Leaving) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&UNDONE_BY).bind(tenant).bind(leaving.person).execute().await?;
    let name = format!("%{}%", serde_json::to_string(&leaving.name)?.trim_matches('"'));
    tx.query(&FORGET_TRACES_OF).bind(tenant).bind(naming(leaving.person)).bind(name).execute().await?;
    Ok(())
}

/// How many files are kept past their day.
pub async fn to_forget(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    connection.query(&TO_FORGET).bind(tenant).bind(now.plus_days(-KEPT_DAYS)).scalar().await
}

/// Forgets files and reports after a day; who sent what, and how many rows, stays.
pub(crate) async fn forget(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(samskab_store::Stamp { tenant, actor: None, now }).await?;
    tx.query(&FORGET).bind(tenant).bind(now.plus_days(-KEPT_DAYS)).execute().await?;
    tx.query(&FORGET_TRACES).bind(tenant).bind(now).execute().await?;
    tx.commit().await?;
    Ok(())
}
