//! The texts of a body, on the page of the body.

use askama::Template;
use samskab_kernel::danish::sort_key;
use samskab_organisation::body::{self, BodyId};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, module::Part, personal::Line};

use super::{list::line, tie};
use crate::{
    T,
    authority::{Action, may},
    store,
};

/// The page of a body gives this place.
pub const ON_BODY_PAGE: Part = Part {
    of: "body.reader",
    read: |cx, connection, id| Box::pin(read(cx, connection, BodyId::from_uuid(id))),
};

#[derive(Template)]
#[template(path = "text/of_body.html")]
struct TextsPart {
    shell: Shell,
    t: T,
    lines: Vec<Line>,
    /// The address for beginning a text; empty: the reader may not.
    new: String,
}

/// The texts of a body, for its page. Runs at most eight queries; three for a stranger.
async fn read(cx: &Cx, connection: &mut Connection, id: BodyId) -> Result<Option<String>> {
    let Some(body) = body::store::find(connection, cx.tenant.id, id).await? else { return Ok(None) };
    let mut texts = store::of_body(connection, cx.tenant.id, id).await?;
    let tie = tie(cx, connection, Some(&body)).await?;
    let may_write = may(&cx.actor, Action::WriteTexts, tie) && body.validity.holds_on(cx.today());
    texts = match may(&cx.actor, Action::ReadDrafts, tie) {
        true => store::as_read(connection, cx.tenant.id, texts).await?,
        false => store::as_published(connection, cx.tenant.id, texts).await?,
    };
    if texts.is_empty() && !may_write {
        return Ok(None);
    }
    texts.sort_by_cached_key(|text| sort_key(&text.title));
    let t = T(cx.locale);
    let part = TextsPart {
        shell: cx.shell(""),
        t,
        lines: texts.iter().map(|text| line(cx, text)).collect(),
        new: if may_write { format!("/tekster/ny?organ={id}") } else { String::new() },
    };
    Ok(Some(part.render()?))
}
