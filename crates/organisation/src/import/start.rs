//! `/import`: what can be imported, sending a file, and what was imported before.

use askama::Template;
use axum::{extract::Multipart, response::Response};
use samskab_kernel::cpr;
use samskab_web::{Cx, Error, Errors, Result, Shell, form::Choice};

use super::{
    Kind, certificate,
    check::{self, Refused},
    file::{LARGEST, Text, Unreadable},
    kind, kinds, require,
    run::{self, Run, Sent, State},
};
use crate::T;

/// How many earlier imports the page shows.
const SHOWN: i64 = 20;

#[derive(Template)]
#[template(path = "import/start.html")]
struct StartPage {
    shell: Shell,
    t: T,
    errors: Errors,
    choices: Vec<Choice>,
    kinds: Vec<KindView>,
    runs: Vec<RunView>,
}

struct KindView {
    kind: &'static Kind,
    label: &'static str,
    recognised_by: &'static str,
    columns: Vec<ColumnView>,
}

struct ColumnView {
    header: &'static str,
    also: String,
    example: &'static str,
    hint: &'static str,
    is_required: bool,
}

struct RunView {
    run: Run,
    when: String,
    what: &'static str,
}

impl RunView {
    fn state(&self, t: &T) -> &'static str {
        match self.run.state {
            State::Checking => t.import_state_checking(),
            State::Checked => t.import_state_checked(),
            State::Importing => t.import_state_importing(),
            State::Imported => t.import_state_imported(),
            State::Failed => t.import_state_failed(),
        }
    }

    fn tone(&self) -> &'static str {
        match self.run.state {
            State::Imported => "good",
            State::Failed => "bad",
            State::Checked => "wait",
            State::Checking | State::Importing => "",
        }
    }
}

async fn page(cx: &Cx, chosen: &str, errors: Errors) -> Result<StartPage> {
    let (t, locale) = (T(cx.locale), cx.locale);
    let mut reader = cx.read().await?;
    let runs = run::list(&mut reader, cx.tenant.id, SHOWN).await?;
    let column = |kind: &'static Kind, column: &'static super::Column| ColumnView {
        header: column.header,
        also: column.also.join(", "),
        example: column.example,
        hint: kind.hint(locale, column),
        is_required: column.is_required,
    };
    let view = |kind: &'static Kind| KindView {
        kind,
        label: kind.label(locale),
        recognised_by: kind.recognised_by(locale),
        columns: kind.columns.iter().map(|one| column(kind, one)).collect(),
    };
    let choice = |kind: &Kind| {
        Choice::new(kind.code, kind.label(locale), kind.code == chosen).hint(kind.about(locale))
    };
    Ok(StartPage {
        shell: cx.shell(t.import_title()),
        t,
        errors,
        choices: kinds().into_iter().map(choice).collect(),
        kinds: kinds().into_iter().map(view).collect(),
        runs: runs
            .into_iter()
            .map(|run| RunView {
                when: format!("{} {}", locale.day(run.created_at.day()), locale.time(run.created_at)),
                what: run.kind().map_or("", |kind| kind.label(locale)),
                run,
            })
            .collect(),
    })
}

pub async fn show(cx: Cx) -> Result<Response> {
    require(&cx)?;
    let page = page(&cx, "", Errors::default()).await?;
    cx.page(page)
}

/// Takes a file in: what is wrong with it as a whole is said at once, the rows are judged by a job.
pub async fn send(cx: Cx, multipart: Multipart) -> Result<Response> {
    require(&cx)?;
    let t = T(cx.locale);
    let posted = read(multipart).await?;
    let mut errors = Errors::default();
    let kind = kind(&posted.kind);
    if kind.is_none() {
        errors.add("kind", t.import_choose_kind());
    }
    if posted.file_name.is_empty() && posted.bytes.is_empty() {
        errors.add("file", t.import_choose_file());
    } else if let Some(kind) = kind {
        match take_in(kind, &posted, cx.locale) {
            Ok((text, rows)) => {
                let mut tx = cx.write().await?;
                let sent = Sent { kind, file_name: posted.file_name, text, rows };
                let id = run::add(&mut tx, sent, cx.locale).await?;
                tx.commit().await?;
                return cx.redirect(format!("/import/{id}"));
            }
            Err(refused) => errors.add("file", refused.text(t)),
        }
    }
    let page = page(&cx, &posted.kind, errors).await?;
    cx.invalid(page)
}

fn take_in(kind: &Kind, posted: &Posted, locale: samskab_kernel::Locale) -> Result<(Text, usize), Refused> {
    if certificate::looks_like_one(&posted.file_name, &posted.bytes) {
        return Err(Refused::Certificate);
    }
    if posted.is_too_large {
        return Err(Unreadable::TooLarge.into());
    }
    let text = Text::decode(&posted.bytes)?;
    let sheet = text.sheet()?;
    let (_, rows) = check::rows(kind, &sheet, locale)?;
    let count = rows.len();
    Ok((text, count))
}

#[derive(Default)]
struct Posted {
    kind: String,
    file_name: String,
    bytes: Vec<u8>,
    is_too_large: bool,
}

async fn read(mut multipart: Multipart) -> Result<Posted> {
    let broken = |error: axum::extract::multipart::MultipartError| Error::BadRequest(error.to_string());
    let mut posted = Posted::default();
    while let Some(mut field) = multipart.next_field().await.map_err(broken)? {
        match field.name() {
            Some("kind") => posted.kind = field.text().await.map_err(broken)?,
            Some("file") => {
                posted.file_name =
                    cpr::masked(field.file_name().unwrap_or_default()).chars().take(120).collect();
                while let Some(chunk) = field.chunk().await.map_err(broken)? {
                    // Past the limit it is read to its end, so that the browser gets our answer.
                    if posted.bytes.len() + chunk.len() > LARGEST {
                        posted.is_too_large = true;
                    } else {
                        posted.bytes.extend_from_slice(&chunk);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(posted)
}
