//! Who holds such meetings, and the frame of the pages about one.

use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _};

use crate::{
    Dialogue, DialogueId, T,
    authority::{Action, may},
    store,
};

/// Whether the reader holds public meetings.
pub(crate) fn may_keep(cx: &Cx) -> bool {
    may(&cx.actor, Action::KeepDialogues)
}

/// The meeting, for those who hold public meetings.
pub(crate) async fn kept(cx: &Cx, connection: &mut Connection, id: DialogueId) -> Result<Dialogue> {
    let dialogue = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(may_keep(cx))?;
    Ok(dialogue)
}

/// The frame of a page about one of them.
pub(crate) fn under(cx: &Cx, dialogue: &Dialogue, title: impl Into<String>) -> Shell {
    let shell = cx.shell(title).under("/borgermoeder", T(cx.locale).dialogue_list_title());
    shell.under(dialogue.href(), &dialogue.title).here()
}
