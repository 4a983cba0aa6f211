//! The tables `dialogue`, `dialogue_guest`, `dialogue_link` and `dialogue_note`.

use samskab_kernel::{Instant, TenantId, contact::Email};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};
use samskab_web::token;

use crate::{Dialogue, DialogueId, Guest, GuestId, Note, NoteId};

samskab_store::statements! {
    FIND = Dialogue::SELECT, "where d.tenant_id = $1 and d.id = $2";
    BETWEEN = Dialogue::SELECT, "where d.tenant_id = $1 and d.starts_at >= $2 and d.starts_at < $3
        order by d.starts_at, d.id limit 500";
    OF_NOTES_LINK = Dialogue::SELECT, "where d.tenant_id = $1 and d.notes_hash = $2 and d.notes_hash <> ''";
    ADD = Dialogue::INSERT;
    SAVE = Dialogue::UPDATE;
    LOCK = "update dialogue set updated_at = updated_at where tenant_id = $1 and id = $2";

    GUESTS = Guest::SELECT, "where g.tenant_id = $1 and g.dialogue_id = $2 and g.state <> 'gone'
        order by g.created_at, g.id";
    FIND_GUEST = Guest::SELECT, "where g.tenant_id = $1 and g.id = $2";
    GUEST_OF_EMAIL = Guest::SELECT, "where g.tenant_id = $1 and g.dialogue_id = $2 and g.email = $3 and g.state <> 'gone'";
    GUEST_OF_LINK = "select", Guest::COLUMNS, "from dialogue_link l join dialogue_guest g on g.id = l.guest_id
        where l.token_hash = $2 and l.tenant_id = $1";
    /// A place that somebody signed in has, or waits for.
    GUEST_OF_PERSON = Guest::SELECT, "where g.tenant_id = $1 and g.dialogue_id = $2 and g.person_id = $3
        and g.state <> 'gone' order by g.created_at limit 1";
    TAKEN = "select cast(coalesce(sum(g.persons), 0) as bigint) from dialogue_guest g
        where g.tenant_id = $1 and g.dialogue_id = $2 and g.state = 'place'";
    ADD_GUEST = Guest::INSERT;
    SAVE_GUEST = Guest::UPDATE;
    ADD_LINK = "insert into dialogue_link (token_hash, tenant_id, guest_id, created_at) values ($1, $2, $3, $4)";
    /// Coming meetings for which somebody waits.
    WITH_WAITING = Dialogue::SELECT, "where d.tenant_id = $1 and d.state = 'open' and d.starts_at > $2
        and exists (select 1 from dialogue_guest g where g.tenant_id = d.tenant_id and g.dialogue_id = d.id
                    and g.state = 'waiting') order by d.starts_at, d.id limit 100";
    /// Who is reminded: has a place, an address, and was not reminded.
    TO_REMIND = Guest::SELECT, "join dialogue d on d.id = g.dialogue_id and d.tenant_id = g.tenant_id
        where g.tenant_id = $1 and g.state = 'place' and g.reminded_at is null and g.email is not null
          and d.state = 'open' and d.starts_at > $2 and d.starts_at <= $3 and g.created_at <= $4
        order by d.starts_at, g.created_at, g.id limit 500";
    FORGET = "delete from dialogue_guest where tenant_id = $1
        and exists (select 1 from dialogue d where d.id = dialogue_guest.dialogue_id and d.ends_at < $2)";
    FORGETTABLE = "select count(*) from dialogue_guest g where g.tenant_id = $1
        and exists (select 1 from dialogue d where d.id = g.dialogue_id and d.ends_at < $2)";

    NOTES = Note::SELECT, "where o.tenant_id = $1 and o.dialogue_id = $2 order by o.created_at, o.id";
    NOTE_COUNTS = "select o.dialogue_id, count(*) from dialogue_note o where o.tenant_id = $1
        group by o.dialogue_id order by o.dialogue_id limit 2000";
    FIND_NOTE = Note::SELECT, "where o.tenant_id = $1 and o.id = $2";
    ADD_NOTE = Note::INSERT;
    REMOVE_NOTE = "delete from dialogue_note where tenant_id = $1 and id = $2";
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: DialogueId) -> Result<Option<Dialogue>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// What others write about it at the same time waits until the transaction ends: no place is given twice.
pub async fn locked(tx: &mut Tx, id: DialogueId) -> Result<Option<Dialogue>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

/// Meetings that begin between two times, the first first; at most 500.
pub async fn between(
    connection: &mut Connection,
    tenant: TenantId,
    from: Instant,
    to: Instant,
) -> Result<Vec<Dialogue>> {
    connection.query(&BETWEEN).bind(tenant).bind(from).bind(to).all().await
}

pub async fn of_notes_link(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
) -> Result<Option<Dialogue>> {
    connection.query(&OF_NOTES_LINK).bind(tenant).bind(token::hash(secret)).optional().await
}

pub async fn add(tx: &mut Tx, dialogue: &Dialogue) -> Result<()> {
    tx.write(&ADD, dialogue).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, dialogue: &Dialogue) -> Result<()> {
    tx.write(&SAVE, dialogue).execute().await?;
    Ok(())
}

/// Who comes or waits, the first first.
pub async fn guests(connection: &mut Connection, tenant: TenantId, id: DialogueId) -> Result<Vec<Guest>> {
    connection.query(&GUESTS).bind(tenant).bind(id).all().await
}

pub async fn find_guest(connection: &mut Connection, tenant: TenantId, id: GuestId) -> Result<Option<Guest>> {
    connection.query(&FIND_GUEST).bind(tenant).bind(id).optional().await
}

pub async fn guest_of_email(
    connection: &mut Connection,
    tenant: TenantId,
    id: DialogueId,
    email: &Email,
) -> Result<Option<Guest>> {
    connection.query(&GUEST_OF_EMAIL).bind(tenant).bind(id).bind(email.clone()).optional().await
}

pub async fn guest_of_link(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
) -> Result<Option<Guest>> {
    connection.query(&GUEST_OF_LINK).bind(tenant).bind(token::hash(secret)).optional().await
}

pub async fn guest_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    id: DialogueId,
    person: PersonId,
) -> Result<Option<Guest>> {
    connection.query(&GUEST_OF_PERSON).bind(tenant).bind(id).bind(person).optional().await
}

/// How many have a place.
pub async fn taken(connection: &mut Connection, tenant: TenantId, id: DialogueId) -> Result<i64> {
    connection.query(&TAKEN).bind(tenant).bind(id).scalar().await
}

pub async fn add_guest(tx: &mut Tx, guest: &Guest) -> Result<()> {
    tx.write(&ADD_GUEST, guest).execute().await?;
    Ok(())
}

pub async fn save_guest(tx: &mut Tx, guest: &Guest) -> Result<()> {
    tx.write(&SAVE_GUEST, guest).execute().await?;
    Ok(())
}

/// Makes `secret` a link to the guest's own page; only its hash is kept.
pub async fn add_link(tx: &mut Tx, guest: GuestId, secret: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let query = tx.query(&ADD_LINK).bind(token::hash(secret)).bind(tenant).bind(guest).bind(now);
    query.execute().await?;
    Ok(())
}

pub async fn with_waiting(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<Vec<Dialogue>> {
    connection.query(&WITH_WAITING).bind(tenant).bind(now).all().await
}

/// Guests whose meeting begins between `from` and `to`, and who signed up before `before`.
pub async fn to_remind(
    connection: &mut Connection,
    tenant: TenantId,
    (from, to): (Instant, Instant),
    before: Instant,
) -> Result<Vec<Guest>> {
    connection.query(&TO_REMIND).bind(tenant).bind(from).bind(to).bind(before).all().await
}

/// Deletes guests whose meeting ended before `before`.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&FORGET).bind(tenant).bind(before).execute().await
}

pub async fn forgettable(connection: &mut Connection, tenant: TenantId, before: Instant) -> Result<i64> {
    connection.query(&FORGETTABLE).bind(tenant).bind(before).scalar().await
}

pub async fn notes(connection: &mut Connection, tenant: TenantId, id: DialogueId) -> Result<Vec<Note>> {
    connection.query(&NOTES).bind(tenant).bind(id).all().await
}

/// How many notes each meeting has that has any; at most 2,000 meetings.
pub async fn note_counts(connection: &mut Connection, tenant: TenantId) -> Result<Vec<(DialogueId, i64)>> {
    connection.query(&NOTE_COUNTS).bind(tenant).all().await
}

pub async fn find_note(connection: &mut Connection, tenant: TenantId, id: NoteId) -> Result<Option<Note>> {
    connection.query(&FIND_NOTE).bind(tenant).bind(id).optional().await
}

pub async fn add_note(tx: &mut Tx, note: &Note) -> Result<()> {
    tx.write(&ADD_NOTE, note).execute().await?;
    Ok(())
}

pub async fn remove_note(tx: &mut Tx, id: NoteId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_NOTE).bind(tenant).bind(id).execute().await?;
    Ok(())
}
