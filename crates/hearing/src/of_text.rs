//! A hearing and the stored text that it is about: the text is sent to a hearing from its page, and taken over again
//! while the hearing is a draft; and what was changed since it was heard.

use std::any::Any;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::ChangeKind;
use samskab_store::Connection;
use samskab_web::{
    Cx, Error, Result, Shell,
    error::OrNotFound as _,
    module::{Link, Links, Part},
    personal::Line,
};
use samskab_writing::{
    Reach,
    content::{ComparedBlock, Fate},
    store as texts,
    text::TextId,
};

use crate::{
    T,
    authority::may_keep,
    edit::to_hear,
    event::HearingChanged,
    hearing::{Hearing, HearingId, HearingState, under},
    note_page::readable,
    reader::{kept, seen},
    source::{Redline, outcome, take},
    store,
};

/// The hearings of a text, on its page.
pub(crate) const ON_TEXT_PAGE: Part = Part {
    of: samskab_writing::ON_TEXT_PAGE,
    read: |cx, connection, id| Box::pin(on_text_page(cx, connection, TextId::from_uuid(id))),
};

/// The way from the page of a text to a hearing of it, for those who write it and keep hearings.
pub(crate) const FROM_TEXT_PAGE: Links = Links { of: samskab_writing::ON_TEXT_PAGE, read: from_text_page };

fn from_text_page(cx: &Cx, about: &dyn Any) -> Vec<Link> {
    let reach = about.downcast_ref::<Reach>().filter(|reach| reach.may_write && may_keep(cx));
    let link = |reach: &Reach| Link {
        place: 10,
        href: format!("/hoeringer/ny?tekst={}", reach.text.id),
        label: T(cx.locale).hearing_send_text(),
        symbol: "feedback",
        is_main: false,
    };
    reach.map(link).into_iter().collect()
}

#[derive(Template)]
#[template(path = "hearing/of_text.html")]
struct HearingsPart {
    shell: Shell,
    t: T,
    lines: Vec<Line>,
}

/// The hearings of a text that the reader may know of, for the page of the text. Runs one query.
async fn on_text_page(cx: &Cx, connection: &mut Connection, text: TextId) -> Result<Option<String>> {
    let (t, now) = (T(cx.locale), cx.now());
    let mut hearings = store::of_text(connection, cx.tenant.id, text).await?;
    hearings.retain(|one| may_keep(cx) || one.is_known(now));
    if hearings.is_empty() {
        return Ok(None);
    }
    let line = |one: &Hearing| {
        Line::in_state(&one.title, one.href(), one.closing(cx.locale, cx.today()), one.phase(now).said(t))
    };
    let part = HearingsPart { shell: cx.shell(""), t, lines: hearings.iter().map(line).collect() };
    Ok(Some(part.render()?))
}

/// POST …/tekst: the draft takes over the text as it is now.
pub(crate) async fn take_again(cx: Cx, Path(id): Path<HearingId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    kept(&cx, &mut tx, id).await?;
    let hearing = store::locked(&mut tx, id).await?.or_not_found()?;
    let to = hearing.href();
    let source = hearing.source.filter(|_| hearing.state == HearingState::Draft);
    let reach = match source {
        Some(text) => samskab_writing::reach(&cx, &mut tx, text).await?,
        None => None,
    };
    let version = match &reach {
        Some(reach) => to_hear(&cx, &mut tx, reach).await?,
        None => None,
    };
    let Some(version) = version else {
        return cx.redirect_saying(to, "warning", "hearing-flash-was-changed");
    };
    if hearing.version == Some(version.id) {
        return cx.redirect_saying(to, "info", "hearing-flash-text-is-same");
    }
    let before = store::blocks(&mut tx, cx.tenant.id, id).await?;
    take(&mut tx, &hearing, &before, &texts::content_of(&version)?.blocks).await?;
    let hearing = Hearing { version: Some(version.id), updated_at: cx.now(), ..hearing };
    store::save(&mut tx, &hearing).await?;
    tx.record(HearingChanged::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "hearing-flash-text-taken")
}

#[derive(Template)]
#[template(path = "hearing/changes.html")]
struct ChangesPage {
    shell: Shell,
    t: T,
    w: samskab_writing::T,
    blocks: Vec<ComparedBlock>,
    about: String,
    back: String,
}

/// GET …/aendringer: the text that was heard against what it became; for everybody when the note is published.
pub(crate) async fn changes(cx: Cx, Path(id): Path<HearingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let hearing = seen(&cx, &mut reader, id).await?;
    readable(&cx, &hearing)?;
    let heard = store::blocks(&mut reader, cx.tenant.id, id).await?;
    let redline = outcome(&mut reader, cx.tenant.id, &hearing, &heard).await?;
    drop(reader);
    let Some(Redline { number, blocks }) = redline else { return Err(Error::NotFound) };
    let t = T(cx.locale);
    let changed = blocks.iter().filter(|block| block.fate != Fate::Same).count();
    cx.page(ChangesPage {
        shell: under(&cx, &hearing, t.hearing_changes_title()),
        t,
        w: samskab_writing::T(cx.locale),
        about: t.hearing_changes_about(changed, number),
        blocks,
        back: hearing.href(),
    })
}
