//! The same words to several who help: one mail each, kept with each agreement, answered to whoever wrote.

use std::collections::HashSet;

use samskab_desk::{Action, Outcome, Preview, Words, WrittenWords};
use samskab_kernel::Instant;
use samskab_organisation::{
    identify::Who as _,
    person::{self, PersonId},
};
use samskab_store::{Connection, Tx};
use samskab_web::{Cx, Error, Result};
use uuid::Uuid;

use super::{
    EngagementId, StateKind, StepKind,
    event::EngagementWritten,
    letter::News,
    store,
    tell::{self, LetterContext},
};
use crate::T;
use samskab_interest::history::By;

/// At most this many times a day a person writes to several people at once: more would be a newsletter.
const MOST_A_DAY: i64 = 10;

/// Every column of [`Row`].
const GOING_ON: &str =
    "select e.id, e.person_id, n.name, n.email, coalesce(t.unit_id, t.association_id) as place, t.title
        from engagement e join task t on t.id = e.task_id join person n on n.id = e.person_id
        where e.tenant_id = $1 and e.state <> 'ended' and";
const BY_PERSON: &str = "order by n.name, e.person_id, e.state_since desc, e.id";

samskab_store::statements! {
    /// The newest agreement that goes on, of each of some, with where it is.
    OF_PEOPLE = GOING_ON, "e.person_id in ({list})", BY_PERSON;
    /// The same of agreements themselves, which a plan of shifts names.
    AGREEMENTS = GOING_ON, "e.id in ({list})", BY_PERSON;
    /// How many times somebody has written to several since then.
    WRITTEN = "select count(distinct at) from engagement_step
        where tenant_id = $1 and kind = $2 and by_person_id = $3 and at > $4";
}

#[derive(samskab_store::Row)]
struct Row {
    id: EngagementId,
    person_id: PersonId,
    name: String,
    email: Option<String>,
    place: Uuid,
    title: String,
}

/// The chosen people who help at the reader's places, each once. Where it was the agreement that was chosen, with that one.
async fn chosen(cx: &Cx, connection: &mut Connection, ids: &[Uuid]) -> Result<Vec<Row>> {
    let people: Vec<PersonId> = ids.iter().copied().map(PersonId::from_uuid).collect();
    let mut rows: Vec<Row> = connection.query(&AGREEMENTS).bind(cx.tenant.id).bind_list(ids).all().await?;
    rows.extend(connection.query(&OF_PEOPLE).bind(cx.tenant.id).bind_list(&people).all::<Row>().await?);
    if let Some(limits) = cx.actor.limits() {
        rows.retain(|row| limits.contains(&row.place));
    }
    let mut seen = HashSet::new();
    rows.retain(|row| seen.insert(row.person_id));
    Ok(rows)
}

async fn has_written_enough(cx: &Cx, connection: &mut Connection) -> Result<bool> {
    let me = cx.actor.person.map(PersonId::from_uuid).ok_or(Error::SignIn)?;
    let since: Instant = cx.now().plus_days(-1);
    let query = connection.query(&WRITTEN).bind(cx.tenant.id).bind(StepKind::Written).bind(me).bind(since);
    Ok(query.scalar::<i64>().await? >= MOST_A_DAY)
}

pub(super) static WRITE: Action = Action {
    code: "skriv",
    label: |locale| T(locale).engagement_write(),
    symbol: "email",
    preview: |cx, connection, ids| {
        Box::pin(async move {
            let t = T(cx.locale);
            let rows = chosen(cx, connection, ids).await?;
            let is_enough = has_written_enough(cx, connection).await?;
            let (mut lines, mut left_out) = (Vec::new(), Vec::new());
            for row in rows {
                match row.email {
                    _ if is_enough => left_out.push((row.name, t.engagement_write_enough(MOST_A_DAY))),
                    Some(_) => lines.push((row.name, row.title)),
                    None => left_out.push((row.name, t.engagement_write_no_email().to_owned())),
                }
            }
            Ok(Preview {
                heading: t.engagement_write_heading(lines.len()),
                consequence: t.engagement_write_consequence().to_owned(),
                button: t.engagement_write_send(lines.len()),
                lines,
                left_out,
                words: Some(Words {
                    label: t.engagement_write_text().to_owned(),
                    hint: t.engagement_write_text_hint().to_owned(),
                    suggested: String::new(),
                    has_subject: true,
                    refuse: None,
                }),
            })
        })
    },
    carry_out: |cx, ids, words| Box::pin(write(cx, ids, words)),
    undo: None,
};

/// All of them in one transaction: everybody's mail goes out, or nobody's.
async fn write(cx: &Cx, ids: &[Uuid], words: &WrittenWords) -> Result<Outcome> {
    let t = T(cx.locale);
    let mut tx = cx.write().await?;
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let rows = chosen(cx, &mut tx, ids).await?;
    if has_written_enough(cx, &mut tx).await? {
        let left_out =
            rows.into_iter().map(|row| (row.name, t.engagement_write_enough(MOST_A_DAY))).collect();
        return Ok(Outcome { said: t.engagement_write_done(0_i64), left_out, undo: Vec::new() });
    }
    let reply_to = person::store::find(&mut tx, cx.tenant.id, me).await?.and_then(|person| person.email);
    let letters = LetterContext::of(cx);
    let mut outcome = Outcome::default();
    let mut sent = 0;
    for row in rows {
        if row.email.is_none() {
            outcome.left_out.push((row.name, t.engagement_write_no_email().to_owned()));
            continue;
        }
        one(&mut tx, &letters, row.id, me, words, reply_to.as_ref(), &cx.actor.name).await?;
        sent += 1;
    }
    tx.commit().await?;
    outcome.said = t.engagement_write_done(sent);
    Ok(outcome)
}

async fn one(
    tx: &mut Tx,
    letters: &LetterContext<'_>,
    id: EngagementId,
    me: PersonId,
    words: &WrittenWords,
    reply_to: Option<&samskab_kernel::contact::Email>,
    by: &str,
) -> Result<()> {
    let tenant = tx.tenant();
    let Some(engagement) = store::find(tx, tenant, id).await? else { return Ok(()) };
    if engagement.state.kind() == StateKind::Ended {
        return Ok(());
    }
    let kept = format!("{}\n{}", words.subject, words.text);
    store::add_step(tx, id, By::Person(me), StepKind::Written, &kept).await?;
    tx.record(EngagementWritten::of(&engagement)).await?;
    let news = News::Written { subject: &words.subject, text: &words.text, by, reply_to };
    tell::volunteer(tx, letters, &engagement, news).await?;
    Ok(())
}
