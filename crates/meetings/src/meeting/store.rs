//! The tables `meeting`, `agenda_item` and `meeting_answer`.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::{body::BodyId, person::PersonId};
use samskab_store::{Connection, Result, Tx};

use super::{Answer, AnswerKind, Item, ItemId, Meeting, MeetingId, MeetingState};

samskab_store::statements! {
    FIND = Meeting::SELECT, "where m.tenant_id = $1 and m.id = $2";
    OF_BODY = Meeting::SELECT, "where m.tenant_id = $1 and m.body_id = $2 order by m.starts_at desc, m.id limit 200";
    OF_BODY_BETWEEN = Meeting::SELECT, "where m.tenant_id = $1 and m.body_id = $2 and m.starts_at >= $3 and m.starts_at < $4
        order by m.starts_at desc, m.id limit 200";
    FIRST = "select m.starts_at from meeting m where m.tenant_id = $1 and m.body_id = $2 order by m.starts_at limit 1";
    /// The next one that can still get points.
    NEXT = Meeting::SELECT, "where m.tenant_id = $1 and m.body_id = $2 and m.starts_at > $3
        and m.state in ('planned', 'called') order by m.starts_at, m.id limit 1";
    /// The same, of all bodies.
    ALL_NEXT = Meeting::SELECT, "where m.tenant_id = $1 and m.starts_at > $2 and m.state in ('planned', 'called')
        order by m.starts_at, m.id limit 1000";
    /// Of all bodies between two times, for how often each meets and what its secretary must see to.
    BETWEEN = Meeting::SELECT, "where m.tenant_id = $1 and m.starts_at >= $2 and m.starts_at < $3
        and m.state <> 'cancelled' order by m.starts_at, m.id";
    /// Minutes that wait for an approval.
    UNAPPROVED = Meeting::SELECT, "where m.tenant_id = $1 and m.body_id = $2 and m.state = 'minuted'
        order by m.starts_at, m.id";
    ADD = Meeting::INSERT;
    SAVE = Meeting::UPDATE;
    LOCK = "update meeting set updated_at = updated_at where tenant_id = $1 and id = $2";

    ITEMS = Item::SELECT, "where i.tenant_id = $1 and i.meeting_id = $2 order by i.place, i.id";
    FIND_ITEM = Item::SELECT, "where i.tenant_id = $1 and i.id = $2";
    /// What was put off, and what already came back from another meeting.
    /// With it what somebody wrote for a meeting that was called off. What came from a request waits there (`request`), and minutes,
    /// hearings and follow-ups wait by themselves.
    POSTPONED = Item::SELECT, "join meeting m on m.id = i.meeting_id
        where i.tenant_id = $1 and m.body_id = $2 and i.source not like 'request:%' and i.source not like 'proposal:%'
          and i.source not like 'policy:%' and i.source not like 'minutes:%' and i.source not like 'hearing:%' and i.source <> 'follow_ups'
          and (i.state = 'postponed' or m.state = 'cancelled' and i.state = 'open' and i.source = '')
        order by m.starts_at, i.place limit 200";
    /// Points with this source on agendas that were not sent, with nothing written about them and nothing that
    /// depends on them.
    UNSENT = Item::SELECT, "join meeting m on m.id = i.meeting_id
        where i.tenant_id = $1 and m.body_id = $2 and i.source = $3 and i.state = 'open'
          and (m.state = 'planned' or m.state = 'called' and m.called_at < i.created_at)
          and i.about = '' and i.proposal = ''
          and not exists (select 1 from agenda_annex x where x.tenant_id = i.tenant_id and x.item_id = i.id)
          and not exists (select 1 from follow_up f where f.tenant_id = i.tenant_id and f.item_id = i.id)
        order by i.id";
    SENT = Item::SELECT, "join meeting m on m.id = i.meeting_id
        where i.tenant_id = $1 and m.body_id = $2 and i.source = $3 and i.state = 'open' and m.state = 'called'
          and m.starts_at > $4 order by i.id";
    REMOVE_ITEM = "delete from agenda_item where tenant_id = $1 and id = $2";
    SOURCES = "select i.source from agenda_item i join meeting m on m.id = i.meeting_id
        where i.tenant_id = $1 and m.body_id = $2 and m.state <> 'cancelled' and i.source like 'item:%'";
    ADD_ITEM = Item::INSERT;
    SAVE_ITEM = Item::UPDATE;
    /// The numbers of a body's decisions in a year.
    NUMBERS = "select i.decision_number from agenda_item i join meeting m on m.id = i.meeting_id
        where i.tenant_id = $1 and m.body_id = $2 and m.starts_at >= $3 and m.starts_at < $4
          and i.decision_number <> ''";

    ANSWERS = "select a.person_id, n.name, a.answer, a.substitute, a.was_there from meeting_answer a
        join person n on n.id = a.person_id where a.tenant_id = $1 and a.meeting_id = $2 order by n.name, a.person_id";
    INVITE = "insert into meeting_answer (id, tenant_id, meeting_id, person_id, answer) values ($1, $2, $3, $4, 'invited')
        on conflict do nothing";
    SEAT_THERE = "insert into meeting_answer (id, tenant_id, meeting_id, person_id, answer)
        values ($1, $2, $3, $4, 'not_called') on conflict do nothing";
    ANSWER = "update meeting_answer set answer = $4, substitute = $5, answered_at = $6
        where tenant_id = $1 and meeting_id = $2 and person_id = $3";
    WAS_THERE = "update meeting_answer set was_there = $4 where tenant_id = $1 and meeting_id = $2 and person_id = $3";
    /// Removes the people noted for a meeting that nobody was called to, because it was not held.
    UNSEAT = "delete from meeting_answer where tenant_id = $1 and meeting_id = $2 and answer = 'not_called'";
    FORGET_THERE = "update meeting_answer set was_there = null where tenant_id = $1 and meeting_id = $2";
    /// Asks everybody again, because the meeting has another time.
    ASK_AGAIN = "update meeting_answer set answer = 'invited', answered_at = null where tenant_id = $1 and meeting_id = $2";
    /// Meetings to which the person owes an answer, and meetings whose minutes wait for an approval where somebody
    /// was called.
    WAITING = Meeting::SELECT, "join meeting_answer a on a.tenant_id = m.tenant_id and a.meeting_id = m.id
        where m.tenant_id = $1 and a.person_id = $2
          and (m.state = 'called' and a.answer = 'invited' and m.starts_at > $3
            or m.state = 'minuted' and a.answer <> 'not_called')
        order by m.starts_at, m.id limit 100";
}

/// The mark of an answer.
enum AnswerRow {}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: MeetingId) -> Result<Option<Meeting>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// For changing it: others who write about it wait until the transaction ends.
pub async fn locked(tx: &mut Tx, id: MeetingId) -> Result<Option<Meeting>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

/// The newest 200, the latest first.
pub async fn of_body(connection: &mut Connection, tenant: TenantId, body: BodyId) -> Result<Vec<Meeting>> {
    connection.query(&OF_BODY).bind(tenant).bind(body).all().await
}

/// Those of a body between two times, the latest first; at most 200.
pub async fn of_body_between(
    connection: &mut Connection,
    tenant: TenantId,
    body: BodyId,
    (from, to): (Instant, Instant),
) -> Result<Vec<Meeting>> {
    connection.query(&OF_BODY_BETWEEN).bind(tenant).bind(body).bind(from).bind(to).all().await
}

/// When a body met for the first time.
pub async fn first(connection: &mut Connection, tenant: TenantId, body: BodyId) -> Result<Option<Instant>> {
    connection.query(&FIRST).bind(tenant).bind(body).optional_scalar().await
}

pub async fn next(
    connection: &mut Connection,
    tenant: TenantId,
    body: BodyId,
    after: Instant,
) -> Result<Option<Meeting>> {
    connection.query(&NEXT).bind(tenant).bind(body).bind(after).optional().await
}

/// What is to come of all bodies, the next first; at most 1000.
pub async fn all_next(connection: &mut Connection, tenant: TenantId, after: Instant) -> Result<Vec<Meeting>> {
    connection.query(&ALL_NEXT).bind(tenant).bind(after).all().await
}

pub async fn between(
    connection: &mut Connection,
    tenant: TenantId,
    from: Instant,
    to: Instant,
) -> Result<Vec<Meeting>> {
    connection.query(&BETWEEN).bind(tenant).bind(from).bind(to).all().await
}

/// All of the calendar year that `day` is in.
pub async fn of_year(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Meeting>> {
    let (from, to) = year(day);
    between(connection, tenant, from, to).await
}

pub fn year(day: Day) -> (Instant, Instant) {
    let year = day.date().year();
    (Day::of(year, 1, 1).start(), Day::of(year + 1, 1, 1).start())
}

pub async fn unapproved(connection: &mut Connection, tenant: TenantId, body: BodyId) -> Result<Vec<Meeting>> {
    connection.query(&UNAPPROVED).bind(tenant).bind(body).all().await
}

pub async fn add(tx: &mut Tx, meeting: &Meeting) -> Result<()> {
    tx.write(&ADD, meeting).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, meeting: &Meeting) -> Result<()> {
    tx.write(&SAVE, meeting).execute().await?;
    Ok(())
}

pub async fn items(connection: &mut Connection, tenant: TenantId, meeting: MeetingId) -> Result<Vec<Item>> {
    connection.query(&ITEMS).bind(tenant).bind(meeting).all().await
}

pub async fn find_item(connection: &mut Connection, tenant: TenantId, id: ItemId) -> Result<Option<Item>> {
    connection.query(&FIND_ITEM).bind(tenant).bind(id).optional().await
}

pub async fn add_item(tx: &mut Tx, item: &Item) -> Result<()> {
    tx.write(&ADD_ITEM, item).execute().await?;
    Ok(())
}

pub async fn save_item(tx: &mut Tx, item: &Item) -> Result<()> {
    tx.write(&SAVE_ITEM, item).execute().await?;
    Ok(())
}

/// Points that ask for what is settled, on agendas that nobody has sent.
pub async fn unsent(
    connection: &mut Connection,
    tenant: TenantId,
    body: BodyId,
    source: String,
) -> Result<Vec<Item>> {
    connection.query(&UNSENT).bind(tenant).bind(body).bind(source).all().await
}

/// Points from a source that were sent with the agenda of a meeting to come, or hold more than that, and that nobody has dealt with.
pub async fn sent(
    connection: &mut Connection,
    tenant: TenantId,
    body: BodyId,
    source: String,
    now: Instant,
) -> Result<Vec<Item>> {
    connection.query(&SENT).bind(tenant).bind(body).bind(source).bind(now).all().await
}

pub async fn remove_item(tx: &mut Tx, id: ItemId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_ITEM).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// Points that a body put off and has not taken up again. Runs two queries.
pub async fn postponed(connection: &mut Connection, tenant: TenantId, body: BodyId) -> Result<Vec<Item>> {
    let mut items: Vec<Item> = connection.query(&POSTPONED).bind(tenant).bind(body).all().await?;
    let sources: Vec<String> = connection.query(&SOURCES).bind(tenant).bind(body).scalars().await?;
    items.retain(|item| !sources.contains(&source_of(item.id)));
    Ok(items)
}

/// The source of a point that came from an earlier point.
pub fn source_of(item: ItemId) -> String {
    format!("item:{item}")
}

/// The highest number that a decision of the body has in the year of `day`.
pub async fn last_number(
    connection: &mut Connection,
    tenant: TenantId,
    body: BodyId,
    day: Day,
) -> Result<i64> {
    let (from, to) = year(day);
    let query = connection.query(&NUMBERS).bind(tenant).bind(body).bind(from).bind(to);
    let numbers: Vec<String> = query.scalars().await?;
    let number = |text: &String| text.split('/').next().and_then(|number| number.parse().ok());
    Ok(numbers.iter().filter_map(number).max().unwrap_or(0))
}

pub async fn answers(
    connection: &mut Connection,
    tenant: TenantId,
    meeting: MeetingId,
) -> Result<Vec<Answer>> {
    connection.query(&ANSWERS).bind(tenant).bind(meeting).all().await
}

/// Whether they were not called before.
pub async fn invite(tx: &mut Tx, meeting: MeetingId, person: PersonId) -> Result<bool> {
    let (tenant, id): (TenantId, samskab_kernel::Id<AnswerRow>) = (tx.tenant(), tx.new_id());
    Ok(tx.query(&INVITE).bind(id).bind(tenant).bind(meeting).bind(person).execute().await? > 0)
}

/// Stores that somebody had a seat on the day, for a meeting that nobody was called to.
pub async fn seat_there(tx: &mut Tx, meeting: MeetingId, person: PersonId) -> Result<()> {
    let (tenant, id): (TenantId, samskab_kernel::Id<AnswerRow>) = (tx.tenant(), tx.new_id());
    tx.query(&SEAT_THERE).bind(id).bind(tenant).bind(meeting).bind(person).execute().await?;
    Ok(())
}

pub async fn answer(
    tx: &mut Tx,
    meeting: MeetingId,
    person: PersonId,
    answer: AnswerKind,
    substitute: String,
) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let query = tx.query(&ANSWER).bind(tenant).bind(meeting).bind(person).bind(answer);
    query.bind(substitute).bind(now).execute().await?;
    Ok(())
}

pub async fn note_was_there(
    tx: &mut Tx,
    meeting: MeetingId,
    person: PersonId,
    was_there: bool,
) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&WAS_THERE).bind(tenant).bind(meeting).bind(person).bind(was_there).execute().await?;
    Ok(())
}

/// Who was there is not noted any more, nor who sat there on the day.
pub async fn forget_attendance(tx: &mut Tx, meeting: MeetingId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&UNSEAT).bind(tenant).bind(meeting).execute().await?;
    tx.query(&FORGET_THERE).bind(tenant).bind(meeting).execute().await?;
    Ok(())
}

pub async fn ask_again(tx: &mut Tx, meeting: MeetingId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ASK_AGAIN).bind(tenant).bind(meeting).execute().await?;
    Ok(())
}

/// Meetings to which somebody owes an answer, and those to which they were called and whose minutes wait for an approval.
pub async fn waiting(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    now: Instant,
) -> Result<(Vec<Meeting>, Vec<Meeting>)> {
    let query = connection.query(&WAITING).bind(tenant).bind(person).bind(now);
    let all: Vec<Meeting> = query.all().await?;
    Ok(all.into_iter().partition(|one| one.state == MeetingState::Called))
}
