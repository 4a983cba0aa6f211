//! The table `voice_participant`.

use samskab_kernel::TenantId;
use samskab_store::{Connection, Result, Row, Tx};
use samskab_writing::text::TextId;

use crate::participant::{Participant, ParticipantId};

/// At most this many may take part in one text.
pub const MOST_PARTICIPANTS: usize = 5000;

samskab_store::statements! {
    OF_TEXT = Participant::SELECT, "where p.tenant_id = $1 and p.text_id = $2 order by p.created_at, p.id limit 5000";
    LINES = ParticipantLine::SELECT, "where p.tenant_id = $1 and p.text_id = $2 order by p.created_at, p.id limit 5000";
    FIND = Participant::SELECT, "where p.tenant_id = $1 and p.id = $2";
    ADD = Participant::INSERT;
    SAVE = Participant::UPDATE;
    REMOVE = "delete from voice_participant where tenant_id = $1 and id = $2";
}

/// Somebody who takes part, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Row)]
#[record(table = "voice_participant", alias = "p")]
pub struct ParticipantLine {
    #[record(flatten)]
    pub participant: Participant,
    /// How many inputs they gave.
    #[record(
        sql = "(select count(*) from voice_input i where i.tenant_id = p.tenant_id and i.participant_id = p.id)"
    )]
    pub heard: i64,
    /// How many passages of these were used, all or in part.
    #[record(
        sql = "(select count(*) from voice_input i join voice_excerpt e on e.input_id = i.id and e.tenant_id = i.tenant_id join voice_point q on q.id = e.point_id and q.tenant_id = e.tenant_id where i.tenant_id = p.tenant_id and i.participant_id = p.id and q.verdict in ('used', 'partly'))"
    )]
    pub reflected: i64,
}

/// At most 5,000, in the order in which they were added.
pub async fn participants(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<Participant>> {
    connection.query(&OF_TEXT).bind(tenant).bind(text).all().await
}

/// The same, with what came of each; one query.
pub async fn participant_lines(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<ParticipantLine>> {
    connection.query(&LINES).bind(tenant).bind(text).all().await
}

pub async fn find_participant(
    connection: &mut Connection,
    tenant: TenantId,
    id: ParticipantId,
) -> Result<Option<Participant>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

pub async fn add_participant(tx: &mut Tx, participant: &Participant) -> Result<()> {
    tx.write(&ADD, participant).execute().await?;
    note_talk(tx, participant).await
}

pub async fn save_participant(tx: &mut Tx, participant: &Participant) -> Result<()> {
    tx.write(&SAVE, participant).execute().await?;
    note_talk(tx, participant).await
}

/// A body that took part has talked about volunteering; the page about MED counts it.
async fn note_talk(tx: &mut Tx, participant: &Participant) -> Result<()> {
    match participant.body {
        Some(_) => {
            let talk = participant.body.zip(participant.came_on);
            samskab_meetings::note_talk(tx, participant.id.uuid(), talk).await
        }
        None => Ok(()),
    }
}

/// Removes a participant. Their inputs are kept, with the group's name.
pub async fn remove_participant(tx: &mut Tx, id: ParticipantId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    samskab_meetings::note_talk(tx, id.uuid(), None).await
}
