//! Finished minutes wait for an approval. Whoever was called and sits there is told once that the draft is there to be read, and
//! whom to tell of a mistake: each as often as they have chosen to be mailed (*Min profil*), unless it is approved before.

use std::collections::HashMap;

use samskab_jobs::{Failure, Handler, Job, enqueue};
use samskab_kernel::{Day, Locale, TenantId};
use samskab_mail::Message;
use samskab_organisation::{
    answering::whom_to_ask,
    body::{self, Member, Membership, members, seat::SeatRole},
    letter::Sender,
    person::{self, MailChoice, PersonId, schedule},
};
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_web::Services;
use serde::{Deserialize, Serialize};

use crate::{
    T,
    meeting::{Answer, AnswerKind, Meeting, MeetingId, MeetingState, store, when},
};

/// The draft is news for those who want their mails at this pace.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct DraftNews {
    meeting: MeetingId,
    pace: MailChoice,
    /// Who finished it, and need not be told.
    by: Option<PersonId>,
}

impl Job for DraftNews {
    const KIND: &'static str = "minutes.draft";
    fn unique_key(&self) -> Option<String> {
        Some(format!("{}-{}", self.pace.code(), self.meeting))
    }
}

pub(crate) fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::new::<DraftNews, _, _>(run)]
}

/// Called in the transaction in which the minutes are finished.
pub(super) async fn tell(tx: &mut Tx, meeting: &Meeting, by: Option<PersonId>) -> Result<()> {
    for (pace, due) in schedule::paces(tx.now()) {
        enqueue(tx, &DraftNews { meeting: meeting.id, pace, by }, due).await?;
    }
    Ok(())
}

/// Those who were called and may read the draft, except one person.
pub(super) fn readers(answers: &[Answer], membership: &Membership, but: Option<PersonId>) -> Vec<PersonId> {
    let called = answers.iter().filter(|answer| answer.answer != AnswerKind::NotCalled);
    let ids = called.map(|answer| answer.person_id);
    ids.filter(|id| Some(*id) != but && membership.has(id.uuid())).collect()
}

/// Who is told of a mistake: the secretary, else whoever runs the meetings, else whoever is asked where nobody does. One query
/// at most.
pub(in crate::meeting) async fn whom_to_tell(
    connection: &mut Connection,
    (tenant, today): (TenantId, Day),
    membership: &Membership,
    t: T,
) -> Result<String> {
    let named = |fits: fn(SeatRole) -> bool| {
        let fitting = |member: &&Member| member.person.is_some() && fits(member.role);
        membership.members.iter().filter(fitting).map(|member| member.name.as_str()).collect::<Vec<_>>()
    };
    let secretaries = named(|role| role == SeatRole::Secretary);
    let names = if secretaries.is_empty() { named(SeatRole::runs_meetings) } else { secretaries };
    match names.is_empty() {
        true => Ok(whom_to_ask(connection, tenant, today, *t).await?.to_owned()),
        false => Ok(one_of(t, &names)),
    }
}

/// "Asta Prøvested", "Asta Prøvested eller Erik Møder"
fn one_of(t: T, names: &[&str]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => t.minutes_one_of(first.join(", "), *last),
        names => names.concat(),
    }
}

async fn run(services: Services, tenant: TenantId, job: DraftNews) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(meeting) = store::find(&mut tx, tenant, job.meeting).await? else { return Ok(()) };
    if meeting.state != MeetingState::Minuted {
        return Ok(());
    }
    let Some(body) = body::store::find(&mut tx, tenant, meeting.body).await? else { return Ok(()) };
    let membership = members(&mut tx, tenant, &body, now.day()).await?;
    let answers = store::answers(&mut tx, tenant, meeting.id).await?;
    let readers = readers(&answers, &membership, job.by);
    if readers.is_empty() {
        return Ok(());
    }
    let mut whom = HashMap::new();
    for locale in Locale::ALL {
        let names = whom_to_tell(&mut tx, (tenant, now.day()), &membership, T(locale)).await?;
        whom.insert(locale, names);
    }
    let (sender, name) = (Sender::of(&municipality), meeting.called(&body.name));
    let link = services.absolute(tenant, &meeting.href());
    let profile = services.absolute(tenant, "/min-profil");
    for person in person::store::find_many(&mut tx, tenant, &readers).await? {
        let Some(to) = person.email.clone() else { continue };
        if person.mail_choice != job.pace {
            continue;
        }
        let (t, locale) = (T(person.locale), person.locale);
        let names = whom.get(&locale).map_or("", String::as_str);
        let letter = sender
            .greet(locale, person.first_name())
            .paragraph(&t.minutes_mail_draft(name.as_str(), when(&meeting, locale, now.day())))
            .paragraph(&t.minutes_mail_draft_tell(names))
            .link(t.minutes_mail_draft_read(), &link);
        let message = Message {
            to,
            subject: t.minutes_mail_draft_subject(name.as_str(), locale.day(meeting.starts_at.day())),
            body: sender.finish(locale, letter, &t.minutes_mail_draft_why(profile.as_str())),
            reply_to: None,
        };
        samskab_mail::send(&mut tx, message).await?;
    }
    tx.commit().await?;
    Ok(())
}
