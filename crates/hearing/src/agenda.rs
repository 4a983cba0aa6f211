//! Where a hearing meets a meeting: a body that is asked finds the hearing on its agenda as long as it can answer after the
//! meeting, and whoever runs its meetings sends the answer from there. What the minutes say is no answer.

use askama::Template;
use samskab_kernel::Locale;
use samskab_meetings::meeting::{
    self, Item, ItemId, MeetingId, Verb,
    event::{AgendaFilled, ItemAdded},
    source_of_hearing,
};
use samskab_organisation::body::{self, BodyId};
use samskab_store::{Connection, Event as _, Reaction, Tx};
use samskab_web::{Cx, Result, module::Part};

use crate::{
    T,
    hearing::{Hearing, HearingId},
    party::PartyAnswer,
    speaker::{answers_for, party_of_body},
    store,
};

pub(crate) const REACTION: Reaction = Reaction {
    to: AgendaFilled::KIND,
    react: |tx, meeting, _| Box::pin(fill(tx, MeetingId::from_uuid(*meeting))),
};

/// The hearing that a point is about, with the way to answer it.
pub(crate) const ON_ITEM: Part = Part {
    of: meeting::ON_ITEM,
    read: |cx, connection, id| Box::pin(of_item(cx, connection, ItemId::from_uuid(id))),
};

/// What the body is asked, has not answered, and can still answer when it meets, each once. At most five queries, and two for each.
async fn fill(tx: &mut Tx, id: MeetingId) -> samskab_store::Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(meeting) = meeting::store::find(tx, tenant, id).await? else { return Ok(()) };
    let mut asked = store::unanswered_at(tx, tenant, meeting.starts_at.max(now)).await?;
    if asked.is_empty() {
        return Ok(());
    }
    let bodies = body::all(tx, tenant, now.day()).await?;
    asked.retain(|party| party.body_among(&bodies) == Some(meeting.body));
    let ids: Vec<HearingId> = asked.iter().map(|party| party.hearing).collect();
    let there = meeting::store::items(tx, tenant, id).await?;
    let mut place = there.iter().map(|item| item.place).max().unwrap_or(0);
    for hearing in store::find_many(tx, tenant, &ids).await? {
        let source = source_of_hearing(hearing.id.uuid());
        // A point that was taken off this agenda stays off it.
        if there.iter().any(|item| item.source == source) {
            continue;
        }
        place += 1;
        // Agendas are in Danish.
        let t = T(Locale::Da);
        let closing = t.agenda_answer_before(hearing.closing(t.0, now.day()));
        let about = [hearing.why.clone(), closing];
        let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
        let item = Item {
            place,
            source,
            about: about.join("\n\n"),
            case_number: hearing.case_number.clone(),
            kle: hearing.kle.clone(),
            ..Item::new(tx.new_id(), id, t.agenda_title(hearing.title.as_str()), Verb::Hears, now)
        };
        meeting::store::add_item(tx, &item).await?;
        tx.record(ItemAdded::of(&item)).await?;
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "hearing/of_item.html")]
struct ItemPart {
    /// What is said, an address and what it is called.
    lines: Vec<(String, String, String)>,
}

/// The hearing that a point on an agenda is about, and how the body can answer it. Runs at most ten queries; one
/// where the point is about no hearing.
async fn of_item(cx: &Cx, connection: &mut Connection, id: ItemId) -> Result<Option<String>> {
    let Some(item) = meeting::store::find_item(connection, cx.tenant.id, id).await? else { return Ok(None) };
    let Some(hearing) = item.hearing().map(HearingId::from_uuid) else { return Ok(None) };
    let hearing = store::find(connection, cx.tenant.id, hearing).await?;
    let Some(hearing) = hearing.filter(|one| one.is_known(cx.now())) else { return Ok(None) };
    let Some(meeting) = meeting::store::find(connection, cx.tenant.id, item.meeting).await? else {
        return Ok(None);
    };
    let t = T(cx.locale);
    let mut lines = vec![(t.agenda_is_about().to_owned(), hearing.href(), hearing.title.clone())];
    lines.extend(to_answer(cx, connection, &[hearing], meeting.body).await?);
    Ok(Some(ItemPart { lines }.render()?))
}

/// For whoever runs the meetings of a body: which of these hearings it has not answered, each as a sentence, the
/// address for answering, and the label of that link. Runs at most six queries.
///
/// # Errors
/// When the database does not answer.
pub async fn to_answer(
    cx: &Cx,
    connection: &mut Connection,
    hearings: &[Hearing],
    body: BodyId,
) -> Result<Vec<(String, String, String)>> {
    let t = T(cx.locale);
    let open: Vec<&Hearing> = hearings.iter().filter(|one| one.takes_responses(cx.now())).collect();
    let ids: Vec<HearingId> = open.iter().map(|one| one.id).collect();
    if ids.is_empty() || cx.actor.person.is_none() {
        return Ok(Vec::new());
    }
    let Some(body) = body::store::find(connection, cx.tenant.id, body).await? else { return Ok(Vec::new()) };
    let parties = store::parties_of(connection, cx.tenant.id, &ids).await?;
    let is_open = |hearing: &&Hearing| {
        party_of_body(&parties, hearing.id, &body).is_some_and(|party| party.answer == PartyAnswer::None)
    };
    let open: Vec<&Hearing> = open.into_iter().filter(is_open).collect();
    if open.is_empty() || !answers_for(cx, connection, &body).await? {
        return Ok(Vec::new());
    }
    let line = |hearing: &Hearing| {
        let said = t.agenda_not_sent(hearing.closing(cx.locale, cx.today()));
        let href = format!("{}/svar?part={}", hearing.href(), body.id);
        (said, href, t.agenda_send(body.name.as_str()))
    };
    Ok(open.into_iter().map(line).collect())
}
