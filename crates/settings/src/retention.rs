//! The page that says how long things are kept, and what would be deleted if the jobs ran now.

use askama::Template;
use axum::response::Response;
use samskab_jobs::Recurring;
use samskab_organisation::retention::{TimeWasUp, WasUp};
use samskab_store::{Connection, Event as _, events::Recorded};
use samskab_web::{
    Cx, Result, Shell,
    stored::{Room, Sum, said_bytes},
};

use crate::{PATH, T, require};

samskab_store::statements! {
    DELETED = "select number, kind, subject_id, actor_id, at, data from event
               where tenant_id = $1 and subject_id = $2 and kind = $3 order by number desc limit 100";
}

#[derive(Template)]
#[template(path = "retention.html")]
struct RetentionPage {
    shell: Shell,
    t: T,
    rules: Vec<RuleView>,
    /// What, how many, and how much.
    files: Vec<(&'static str, String, String)>,
    /// "1,2 GB af 5 GB"
    used: String,
    /// What to do about it; empty: there is room.
    full: &'static str,
    is_full: bool,
}

struct RuleView {
    what: &'static str,
    purpose: &'static str,
    kept: String,
    /// How many it would delete now.
    due: i64,
    job: JobState,
    /// When it last deleted anything, and how much.
    deleted: Option<String>,
}

/// What is known of the job behind a rule.
enum JobState {
    /// The program has not come to it yet.
    Never,
    Failed,
    Next(String),
}

pub(crate) async fn show(cx: Cx) -> Result<Response> {
    require(&cx)?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let jobs = samskab_jobs::recurring(&mut reader, cx.tenant.id).await?;
    let deleted = deleted(&cx, &mut reader).await?;
    let mut rules = Vec::new();
    for rule in &cx.services.retention {
        let due = (rule.due)(&mut reader, &cx.tenant, cx.now()).await?;
        let last = deleted.iter().find(|(_, was_up)| was_up.rule == rule.job);
        rules.push(RuleView {
            what: (rule.what)(cx.locale),
            purpose: (rule.purpose)(cx.locale),
            kept: (rule.kept)(&cx.tenant, cx.locale),
            due,
            job: job_state(&cx, jobs.iter().find(|job| job.kind == rule.job)),
            deleted: last.map(|(day, was_up)| t.retention_last(was_up.count.to_string(), day)),
        });
    }
    let room = Room::of(&cx, &mut reader).await?;
    drop(reader);
    let bytes = |bytes| said_bytes(cx.locale, bytes);
    let file = |(what, sum): &(&'static str, Sum)| (*what, cx.locale.number(sum.files), bytes(sum.bytes));
    let shell = cx.shell(t.retention_title()).under(PATH, t.settings_title()).here();
    cx.page(RetentionPage {
        shell,
        t,
        rules,
        files: room.parts.iter().map(file).collect(),
        used: t.files_used(bytes(room.limit), bytes(room.used)),
        full: match (room.is_full(), room.is_nearly_full()) {
            (true, _) => t.files_full(),
            (false, true) => t.files_nearly_full(),
            (false, false) => "",
        },
        is_full: room.is_full(),
    })
}

fn job_state(cx: &Cx, job: Option<&Recurring>) -> JobState {
    match job {
        Some(Recurring { last_error: Some(_), .. }) => JobState::Failed,
        Some(job) if job.has_run() => JobState::Next(cx.locale.day_and_time(job.run_at, cx.today())),
        _ => JobState::Never,
    }
}

/// What was deleted lately, the newest first, with the day.
async fn deleted(cx: &Cx, connection: &mut Connection) -> Result<Vec<(String, WasUp)>> {
    let (tenant, kind) = (cx.tenant.id, TimeWasUp::KIND.to_owned());
    let events: Vec<Recorded> =
        connection.query(&DELETED).bind(tenant).bind(tenant.uuid()).bind(kind).all().await?;
    let read =
        |event: Recorded| Some((cx.locale.day(event.at.day()), serde_json::from_str(&event.data).ok()?));
    Ok(events.into_iter().filter_map(read).collect())
}
