//! The table `voice_input`.

use samskab_dialogue::{DialogueId, NoteId};
use samskab_kernel::{Instant, TenantId};
use samskab_organisation::body::BodyId;
use samskab_store::{Connection, Result, Row, Tx};
use samskab_writing::text::TextId;

use crate::input::{Input, InputId, InputLine};

samskab_store::statements! {
    LINES = InputLine::SELECT, "where i.tenant_id = $1 and i.text_id = $2 order by i.number limit 5000";
    EVERY = Input::SELECT, "where i.tenant_id = $1 and i.text_id = $2 order by i.number limit 5000";
    FIND = Input::SELECT, "where i.tenant_id = $1 and i.id = $2";
    NEXT_NUMBER = "select coalesce(max(i.number), 0) + 1 from voice_input i where i.tenant_id = $1 and i.text_id = $2";
    /// Which notes were fetched as inputs.
    OF_NOTES = "select i.note_id from voice_input i where i.tenant_id = $1 and i.text_id = $2 and i.note_id is not null limit 5000";
    /// How many of each meeting were fetched.
    FETCHED = "select o.dialogue_id, count(*) from voice_input i join dialogue_note o on o.id = i.note_id and o.tenant_id = i.tenant_id
        where i.tenant_id = $1 and i.text_id = $2 group by o.dialogue_id order by o.dialogue_id limit 2000";
    /// Themes that are in use, of inputs and of points.
    THEMES = "select i.theme from voice_input i where i.tenant_id = $1 and i.text_id = $2 and i.theme <> ''
        union select q.theme from voice_point q where q.tenant_id = $1 and q.text_id = $2 and q.theme <> ''
        order by 1 limit 100";
    ADD = Input::INSERT;
    SAVE = Input::UPDATE;
    REMOVE = "delete from voice_input where tenant_id = $1 and id = $2";
    /// Texts with inputs that nobody has looked at: how many, and since when.
    WAITING = "select i.text_id, w.title, w.body_id, count(*) as inputs, min(i.created_at) as since from voice_input i
        join written_text w on w.id = i.text_id and w.tenant_id = i.tenant_id
        where i.tenant_id = $1 and i.set_aside = '' and i.answer = ''
          and not exists (select 1 from voice_excerpt e where e.tenant_id = i.tenant_id and e.input_id = i.id)
        group by i.text_id, w.title, w.body_id order by min(i.created_at), i.text_id limit 50";
}

/// A text with inputs that nobody has looked at.
#[derive(Debug, Clone, PartialEq, Eq, Row)]
pub struct NewInputs {
    pub text_id: TextId,
    pub title: String,
    pub body_id: Option<BodyId>,
    pub inputs: i64,
    pub since: Instant,
}

/// At most 5,000, by their numbers; one query.
pub async fn input_lines(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<InputLine>> {
    connection.query(&LINES).bind(tenant).bind(text).all().await
}

/// The same with all their words: for a file of them.
pub async fn every_input(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Vec<Input>> {
    connection.query(&EVERY).bind(tenant).bind(text).all().await
}

pub async fn find_input(connection: &mut Connection, tenant: TenantId, id: InputId) -> Result<Option<Input>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The number of the next one; whoever asks has locked the text.
pub async fn next_number(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<i64> {
    connection.query(&NEXT_NUMBER).bind(tenant).bind(text).scalar().await
}

/// Which notes of dialogue meetings are inputs of this text already.
pub async fn of_notes(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Vec<NoteId>> {
    connection.query(&OF_NOTES).bind(tenant).bind(text).scalars().await
}

/// How many notes of each dialogue meeting are inputs of this text.
pub async fn fetched(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<(DialogueId, i64)>> {
    connection.query(&FETCHED).bind(tenant).bind(text).all().await
}

/// The themes in use, at most 100.
pub async fn themes(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Vec<String>> {
    let mut themes: Vec<String> = connection.query(&THEMES).bind(tenant).bind(text).scalars().await?;
    themes.sort_by_cached_key(|theme| samskab_kernel::danish::sort_key(theme));
    Ok(themes)
}

pub async fn add_input(tx: &mut Tx, input: &Input) -> Result<()> {
    tx.write(&ADD, input).execute().await?;
    Ok(())
}

pub async fn save_input(tx: &mut Tx, input: &Input) -> Result<()> {
    tx.write(&SAVE, input).execute().await?;
    Ok(())
}

pub async fn remove_input(tx: &mut Tx, id: InputId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// At most 50 texts, the longest waiting first.
pub async fn inputs_waiting(connection: &mut Connection, tenant: TenantId) -> Result<Vec<NewInputs>> {
    connection.query(&WAITING).bind(tenant).all().await
}
