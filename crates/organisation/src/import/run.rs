//! A file that was sent: from the dry run to the end, and what is remembered of it.

use std::sync::Arc;

use samskab_jobs::{Failure, Job};
use samskab_kernel::{Id, Instant, Locale, TenantId};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{Services, Tenant};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Kind, Setting,
    check::{self, Carried, Noted, Report, Verdict},
    file::{Charset, Sheet, Text},
    kind,
};
use crate::T;

/// The mark of an import.
pub enum RunRow {}
pub type RunId = Id<RunRow>;

samskab_kernel::codes! {
    /// Where an import stands.
    pub enum State {
        /// Waits for its dry run, or is in it.
        Checking => "checking",
        /// The report is there; somebody decides.
        Checked => "checked",
        Importing => "importing",
        Imported => "imported",
        /// A row could not be written, so none was.
        Failed => "failed",
    }
}

/// An import, without the file and the report.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Run {
    pub id: RunId,
    pub person_id: Option<Uuid>,
    pub kind: String,
    pub file_name: String,
    pub locale: Locale,
    pub state: State,
    /// Something to know before going on; in the language of the one who sent the file.
    pub note: String,
    pub rows_total: i64,
    pub added: i64,
    pub changed: i64,
    pub unchanged: i64,
    pub rejected: i64,
    pub created_at: Instant,
    /// When it was carried out.
    pub imported_at: Option<Instant>,
    /// File and report are kept for a day.
    pub is_forgotten: bool,
}

impl Run {
    pub fn href(&self) -> String {
        format!("/import/{}", self.id)
    }

    pub fn kind(&self) -> Option<&'static Kind> {
        kind(&self.kind)
    }

    pub fn is_under_way(&self) -> bool {
        matches!(self.state, State::Checking | State::Importing)
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
    "select id, person_id, kind, file_name, locale, state, note, rows_total, added, changed, unchanged,
        rejected, created_at, imported_at, content = '' as is_forgotten
    from import_run";

samskab_store::statements! {
    ADD = "insert into import_run (id, tenant_id, person_id, kind, file_name, locale, charset, content, state, rows_total, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    FIND = WHOLE_RUNS, "where tenant_id = $1 and id = $2";
    LIST = WHOLE_RUNS, "where tenant_id = $1 order by created_at desc, id desc limit $2";
    CONTENT = "select charset, content from import_run where tenant_id = $1 and id = $2";
    REPORT = "select report from import_run where tenant_id = $1 and id = $2";
    SAVE = "update import_run set state = $3, note = $4, report = $5, added = $6, changed = $7, unchanged = $8,
                   rejected = $9, imported_at = $10
            where tenant_id = $1 and id = $2";
    MOVE = "update import_run set state = $3, note = $4 where tenant_id = $1 and id = $2";
    FORGET = "update import_run set content = '', report = '' where tenant_id = $1 and created_at < $2 and content <> ''";
}

/// Wants a file judged.
#[derive(Serialize, Deserialize)]
pub struct Check {
    run: RunId,
    at: Instant,
}
impl Job for Check {
    const KIND: &'static str = "import.check";
}

/// Wants an import carried out.
#[derive(Serialize, Deserialize)]
pub struct CarryOut {
    run: RunId,
    by: Option<Uuid>,
    at: Instant,
}
impl Job for CarryOut {
    const KIND: &'static str = "import.carry_out";
}

/// A file as it was sent.
pub struct Sent {
    pub kind: &'static Kind,
    pub file_name: String,
    pub text: Text,
    pub rows: usize,
}

/// Takes the file in and asks for its dry run.
pub async fn add(tx: &mut Tx, sent: Sent, locale: Locale) -> Result<RunId> {
    let (id, now) = (tx.new_id(), tx.now());
    insert(tx, id, sent, locale).await?;
    samskab_jobs::enqueue(tx, &Check { run: id, at: now }, now).await?;
    Ok(id)
}

async fn insert(tx: &mut Tx, id: RunId, sent: Sent, locale: Locale) -> Result<()> {
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
        .bind(State::Checking)
        .bind(i64::try_from(sent.rows).unwrap_or(i64::MAX))
        .bind(stamp.now)
        .execute()
        .await?;
    Ok(())
}

/// An import that was judged outside, by the command line, as it stands in the history. Its file is
/// not kept: who has a shell has the file.
pub async fn add_imported(tx: &mut Tx, id: RunId, sent: Sent, locale: Locale, report: &Report) -> Result<()> {
    let text = Text { text: String::new(), ..sent.text };
    insert(tx, id, Sent { text, ..sent }, locale).await?;
    save(tx, id, State::Imported, "", report).await
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: RunId) -> Result<Option<Run>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The latest, the newest first.
pub async fn list(connection: &mut Connection, tenant: TenantId, limit: i64) -> Result<Vec<Run>> {
    connection.query(&LIST).bind(tenant).bind(limit).all().await
}

/// The file, taken apart again. `None` when it is forgotten.
pub async fn sheet(connection: &mut Connection, tenant: TenantId, id: RunId) -> Result<Option<Sheet>> {
    let row: Option<(Charset, String)> = connection.query(&CONTENT).bind(tenant).bind(id).optional().await?;
    Ok(row.and_then(|(charset, text)| Text { charset, text }.sheet().ok()))
}

/// `None` before the dry run has ended and after it is forgotten.
pub async fn report(connection: &mut Connection, tenant: TenantId, id: RunId) -> Result<Option<Report>> {
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

/// Somebody has read the report and says yes. The caller has seen that it is [`State::Checked`].
pub async fn begin_carrying_out(tx: &mut Tx, run: RunId) -> Result<()> {
    let stamp = tx.stamp();
    move_to(tx, run, State::Importing, String::new()).await?;
    samskab_jobs::enqueue(tx, &CarryOut { run, by: stamp.actor, at: stamp.now }, stamp.now).await
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
pub async fn check(services: Services, tenant: TenantId, job: Check) -> Result<(), Failure> {
    let mut reader = services.db.read().await?;
    let Some(run) = find(&mut reader, tenant, job.run).await?.filter(|run| run.state == State::Checking)
    else {
        return Ok(());
    };
    let Some(setting) = setting(&services, tenant, &run, job.at).await? else { return Ok(()) };
    let (Some(kind), Some(sheet)) = (run.kind(), sheet(&mut reader, tenant, job.run).await?) else {
        return Err(Failure::permanent("the file of an import is gone"));
    };
    let checked = check::check(&mut reader, &setting, kind, &sheet).await?;
    drop(reader);
    let mut tx = services.db.begin(setting.stamp()).await?;
    match checked {
        Ok(checked) => save(&mut tx, run.id, State::Checked, "", &checked.report).await?,
        // The page that took the file in has seen to it; a newer program may want other columns.
        Err(refused) => move_to(&mut tx, run.id, State::Failed, refused.text(T(run.locale))).await?,
    }
    tx.commit().await?;
    Ok(())
}

/// Writes what was accepted. A second time for the same import finds it done and leaves it.
pub async fn carry_out(services: Services, tenant: TenantId, job: CarryOut) -> Result<(), Failure> {
    let mut reader = services.db.read().await?;
    let Some(run) = find(&mut reader, tenant, job.run).await?.filter(|run| run.state == State::Importing)
    else {
        return Ok(());
    };
    let Some(setting) = setting(&services, tenant, &run, job.at).await? else { return Ok(()) };
    let setting = Setting { actor: job.by, ..setting };
    let (Some(kind), Some(sheet), Some(seen)) =
        (run.kind(), sheet(&mut reader, tenant, run.id).await?, report(&mut reader, tenant, run.id).await?)
    else {
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

/// Forgets files and reports after a day; who sent what, and how many rows, stays.
pub async fn forget(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(samskab_store::Stamp { tenant, actor: None, now }).await?;
    tx.query(&FORGET).bind(tenant).bind(now.plus_days(-KEPT_DAYS)).execute().await?;
    tx.commit().await?;
    Ok(())
}
