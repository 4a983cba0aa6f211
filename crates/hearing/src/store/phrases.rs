//! The table `hearing_phrase`: sentences that are put into answers.

use samskab_kernel::{Id, Instant, TenantId};
use samskab_store::{Connection, Record, Result, Tx};

/// The mark of a sentence.
pub enum PhraseRow {}
pub type PhraseId = Id<PhraseRow>;

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "hearing_phrase", alias = "f")]
pub struct Phrase {
    pub id: PhraseId,
    #[record(fixed)]
    pub said: String,
    #[record(fixed)]
    pub created_at: Instant,
}

samskab_store::statements! {
    ALL = Phrase::SELECT, "where f.tenant_id = $1 order by f.created_at, f.id limit 100";
    ADD = Phrase::INSERT;
    REMOVE = "delete from hearing_phrase where tenant_id = $1 and id = $2";
}

/// The first that was kept first; at most 100.
pub async fn phrases(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Phrase>> {
    connection.query(&ALL).bind(tenant).all().await
}

pub async fn add_phrase(tx: &mut Tx, said: &str) -> Result<()> {
    let phrase = Phrase { id: tx.new_id(), said: said.to_owned(), created_at: tx.now() };
    tx.write(&ADD, &phrase).execute().await?;
    Ok(())
}

pub async fn remove_phrase(tx: &mut Tx, id: PhraseId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    Ok(())
}
