//! Which letters were sent to somebody: what they were about, when, and whether they arrived. Not what stood in them.

use samskab_organisation::person::{PersonId, store as people};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result,
    personal::{Line, Section},
};
use uuid::Uuid;

use crate::T;

const SHOWN: i64 = 20;

/// The last letters sent to a person. Runs two queries.
#[samskab_store::compiled_once]
pub(crate) async fn about(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Section>> {
    let t = T(cx.locale);
    let person = people::find(connection, cx.tenant.id, PersonId::from_uuid(person)).await?;
    let Some(email) = person.and_then(|person| person.email) else { return Ok(Vec::new()) };
    let letters = samskab_mail::sent_to(connection, cx.tenant.id, &email, SHOWN).await?;
    let line = |letter: &samskab_mail::SentTo| {
        let state = match (&letter.failed, letter.sent_at) {
            (Some(_), _) => (t.letter_came_back().to_owned(), "bad", "error"),
            (None, Some(_)) => (t.letter_sent().to_owned(), "good", "check"),
            (None, None) => (t.letter_on_its_way().to_owned(), "wait", "hourglass"),
        };
        let at = cx.locale.day_and_time(letter.sent_at.unwrap_or(letter.created_at), cx.today());
        Line { title: letter.subject.clone(), href: String::new(), detail: at, state }
    };
    Ok(vec![Section {
        heading: t.letters_title().to_owned(),
        lead: t.letters_lead(samskab_mail::DAYS_KEPT),
        lines: letters.iter().map(line).collect(),
        nothing: t.letters_none().to_owned(),
        more: None,
    }])
}
