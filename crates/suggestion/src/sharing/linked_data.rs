//! The task as search engines and other programs read it (schema.org): an `Event` where it happens on a day, else a
//! `JobPosting` without pay. Only while something may still come of it.
//!
//! It stands in a `<script type="application/ld+json">`. Browsers run nothing of that type, so the content security
//! policy, which forbids scripts within a page, has nothing to say about it (HTML, "prepare the script element").

use samskab_kernel::Instant;
use samskab_taskbank::task::{Remote, State, Task, Time, store::ShownTask};
use samskab_web::Cx;
use serde_json::{Map, Value, json};

/// JSON for the head of the page; empty where there is nothing to tell.
pub(super) fn of(cx: &Cx, shown: &ShownTask, url: &str) -> String {
    let organizer = json!({
        "@type": if shown.task.is_by_unit() { "GovernmentOrganization" } else { "NGO" },
        "name": shown.poster_name,
        "url": cx.absolute(&shown.task.poster.href()),
    });
    match thing(&shown.task, organizer, url, cx.locale.code()) {
        Some(thing) => in_a_page(&Value::Object(thing)),
        None => String::new(),
    }
}

/// Escapes the text so that nothing in it can end the script element, or begin a comment.
fn in_a_page(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// `None` when the task is not public, or nobody can take it any more.
fn thing(task: &Task, organizer: Value, url: &str, language: &str) -> Option<Map<String, Value>> {
    let is_cancelled = matches!(task.state, State::Cancelled { .. });
    let takes_part = matches!(task.state, State::Open(_) | State::Filled { .. });
    let mut thing = Map::new();
    let mut say = |name: &str, value: Value| {
        if !value.is_null() && value != json!("") {
            thing.insert(name.to_owned(), value);
        }
    };
    say("@context", json!("https://schema.org"));
    say("url", json!(url));
    say("inLanguage", json!(language));
    match &task.time {
        Time::OneOff { day, turn } if takes_part || is_cancelled => {
            let (start, end) = turn.on(*day);
            say("@type", json!("Event"));
            say("name", json!(task.title));
            say("description", json!(description(task)));
            say("startDate", json!(iso(start)));
            say("endDate", json!(iso(end)));
            let status = if is_cancelled { "EventCancelled" } else { "EventScheduled" };
            say("eventStatus", json!(format!("https://schema.org/{status}")));
            let mode = match task.remote {
                Remote::OnSite => "OfflineEventAttendanceMode",
                Remote::Partly => "MixedEventAttendanceMode",
                Remote::Remote => "OnlineEventAttendanceMode",
            };
            say("eventAttendanceMode", json!(format!("https://schema.org/{mode}")));
            say("isAccessibleForFree", json!(true));
            say("organizer", organizer);
            say(
                "location",
                match task.remote {
                    Remote::Remote => json!({ "@type": "VirtualLocation", "url": url }),
                    _ => place(task),
                },
            );
        }
        Time::OneOff { .. } => return None,
        _ if matches!(task.state, State::Open(_)) => {
            say("@type", json!("JobPosting"));
            say("title", json!(task.title));
            say("description", json!(description(task)));
            say("employmentType", json!("VOLUNTEER"));
            say("datePosted", json!(task.published_at.map(|at| at.day().to_string())));
            say("validThrough", json!(task.state.expires_at().map(iso)));
            say("hiringOrganization", organizer);
            say("directApply", json!(true));
            match task.remote {
                Remote::Remote => {
                    say("jobLocationType", json!("TELECOMMUTE"));
                    say("applicantLocationRequirements", json!({ "@type": "Country", "name": "DK" }));
                }
                _ => say("jobLocation", place(task)),
            }
        }
        _ => return None,
    }
    Some(thing)
}

/// The task's summary and what the volunteer does.
fn description(task: &Task) -> String {
    let lines = std::iter::once(task.summary.as_str()).chain(task.does.iter().map(String::as_str));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn place(task: &Task) -> Value {
    let postcode = task.postcode.as_ref().map(ToString::to_string);
    let mut place = json!({
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": task.address,
            "postalCode": postcode.unwrap_or_default(),
            "addressLocality": task.city,
            "addressCountry": "DK",
        },
    });
    if !task.venue.is_empty() {
        place["name"] = json!(task.venue);
    }
    place
}

/// `2026-11-28T13:30:00+01:00`
fn iso(at: Instant) -> String {
    at.in_denmark().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
