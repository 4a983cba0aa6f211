//! The tables of this context: what is decided about a text, and the marks of what is editorial; the others in the modules below.

mod inputs;
mod participants;
mod points;

use samskab_kernel::TenantId;
use samskab_store::{Connection, Result, Tx};
use samskab_writing::text::TextId;

pub use inputs::{
    NewInputs, add_input, every_input, fetched, find_input, input_lines, inputs_waiting, next_number,
    of_notes, remove_input, save_input, themes,
};
pub use participants::{
    MOST_PARTICIPANTS, ParticipantLine, add_participant, find_participant, participant_lines, participants,
    remove_participant, save_participant,
};
pub use points::{
    OpenPoints, add_excerpt, add_point, every_excerpt, excerpts_of_input, excerpts_of_point, find_excerpt,
    find_point, find_same, move_excerpt, move_excerpts, open_of_person, point_lines, points_of_input,
    remove_excerpt, remove_point, save_point, voiced_blocks,
};

use crate::{editorial::Editorial, setting::Setting};

samskab_store::statements! {
    SETTING = Setting::SELECT, "where s.tenant_id = $1 and s.text_id = $2";
    ADD_SETTING = Setting::INSERT;
    SAVE_SETTING = Setting::UPDATE;

    EDITORIAL = Editorial::SELECT, "where d.tenant_id = $1 and d.text_id = $2 order by d.created_at, d.id limit 5000";
    ADD_EDITORIAL = Editorial::INSERT;
    SAVE_EDITORIAL = Editorial::UPDATE;
}

/// `None`: nobody has decided anything.
pub async fn setting(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Option<Setting>> {
    connection.query(&SETTING).bind(tenant).bind(text).optional().await
}

/// The first time and every other; whoever calls has locked the text.
pub async fn save_setting(tx: &mut Tx, setting: &Setting) -> Result<()> {
    let tenant = tx.tenant();
    let is_there = self::setting(tx, tenant, setting.text).await?.is_some();
    tx.write(if is_there { &SAVE_SETTING } else { &ADD_SETTING }, setting).execute().await?;
    Ok(())
}

/// What is marked as editorial; at most 5,000, as many as a text has blocks.
pub async fn editorial(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<Editorial>> {
    connection.query(&EDITORIAL).bind(tenant).bind(text).all().await
}

/// Marks a block, in place of the mark it has among `marks`.
pub async fn mark_editorial(tx: &mut Tx, marks: &[Editorial], mark: Editorial) -> Result<()> {
    match marks.iter().find(|one| one.block == mark.block) {
        Some(one) => tx.write(&SAVE_EDITORIAL, &Editorial { id: one.id, ..mark }).execute().await?,
        None => tx.write(&ADD_EDITORIAL, &mark).execute().await?,
    };
    Ok(())
}
