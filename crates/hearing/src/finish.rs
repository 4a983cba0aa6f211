//! What still prevents the note of a closed hearing from being published, said the same on each page where it can be
//! published.

use samskab_store::Connection;
use samskab_web::{Cx, Result};

use crate::{T, authority::may_keep, hearing::Hearing, response::Response, store};

/// Answers that are named; the others are found where these are.
const MOST_NAMED: usize = 10;

/// For a closed hearing without a note, shown to those who keep it.
pub(crate) struct Finish {
    /// Remarks without an answer, in words; empty: each has one.
    pub remarks: String,
    /// Answers that nobody has looked at: address and name.
    pub responses: Vec<(String, String)>,
}

impl Finish {
    pub fn is_ready(&self) -> bool {
        self.remarks.is_empty() && self.responses.is_empty()
    }
}

/// `None`: there is nothing to publish now, or the reader does not publish it. At most two queries.
pub(crate) async fn finish(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
) -> Result<Option<Finish>> {
    if !may_keep(cx) || !hearing.can_assess(cx.now()) {
        return Ok(None);
    }
    let t = T(cx.locale);
    let open = store::count_open(connection, cx.tenant.id, hearing.id).await?;
    let unseen = store::unseen(connection, cx.tenant.id, hearing.id).await?;
    let line = |one: &Response| {
        let name = t.note_sender(one.number.unwrap_or_default(), one.full_name(t));
        (format!("/indkomne-svar/{}", one.id), name)
    };
    let mut responses: Vec<(String, String)> = unseen.iter().take(MOST_NAMED).map(line).collect();
    if unseen.len() > MOST_NAMED {
        let more = t.finish_more(unseen.len() - MOST_NAMED);
        responses.push((format!("{}/indkomne", hearing.href()), more));
    }
    let remarks = if open == 0 { String::new() } else { t.finish_remarks(open) };
    Ok(Some(Finish { remarks, responses }))
}
