//! The way to the voices, on the page of a text.

use askama::Template;
use samskab_hearing::given;
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, module::Part};
use samskab_writing::{store as texts, text::TextId};

use super::{VoicedText, base};
use crate::{T, authority::Action, setting::is_public, settled::WaitingCounts, store};

/// The page of a text gives this place.
pub const ON_TEXT_PAGE: Part = Part {
    of: "text.reader",
    read: |cx, connection, id| Box::pin(read(cx, connection, TextId::from_uuid(id))),
};

/// The page on which a text is deleted gives this place.
pub const ON_REMOVAL: Part = Part {
    of: "text.removal",
    read: |cx, connection, id| Box::pin(removal(cx, connection, TextId::from_uuid(id))),
};

#[derive(Template)]
#[template(path = "voices/removal.html")]
struct RemovalPart {
    shell: Shell,
    t: T,
    inputs: usize,
    base: String,
}

/// What is deleted with the text, so that whoever deletes it knows. Runs one query.
async fn removal(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Option<String>> {
    let inputs = store::input_lines(connection, cx.tenant.id, id).await?.len();
    if inputs == 0 {
        return Ok(None);
    }
    let part = RemovalPart { shell: cx.shell(""), t: T(cx.locale), inputs, base: base(id) };
    Ok(Some(part.render()?))
}

#[derive(Template)]
#[template(path = "voices/of_text.html")]
struct VoicesPart {
    shell: Shell,
    t: T,
    counts: WaitingCounts,
    base: String,
    reads: bool,
    is_public: bool,
    is_open: bool,
}

/// What the page of a text says about its voices. Runs at most sixteen queries; eight for a stranger.
async fn read(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Option<String>> {
    if texts::find(connection, cx.tenant.id, id).await?.is_none() {
        return Ok(None);
    }
    let found = VoicedText::read(cx, connection, id).await?;
    let setting = store::setting(connection, cx.tenant.id, id).await?;
    let inputs = store::input_lines(connection, cx.tenant.id, id).await?;
    let given = given::of_text(connection, cx.tenant.id, id).await?;
    let counts = WaitingCounts::of(&inputs, &given);
    let reads = found.may(cx, Action::ReadVoices);
    let has_some = counts.all > 0 || given.iter().any(|one| one.hearing.is_public(cx.now()));
    let is_public = is_public(&found.text, setting.as_ref()) && has_some;
    let is_open = setting.is_some_and(|setting| setting.is_open(cx.today()));
    if !reads && !is_public && !is_open {
        return Ok(None);
    }
    let part = VoicesPart {
        shell: cx.shell(""),
        t: T(cx.locale),
        counts,
        base: base(id),
        reads,
        is_public,
        is_open,
    };
    Ok(Some(part.render()?))
}
