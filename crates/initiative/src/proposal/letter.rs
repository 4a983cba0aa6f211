//! What the writer is told, once at each turn: as a job, because those who turn it know only that it turned.

use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::{Locale, TenantId, codes, contact::Email};
use samskab_mail::{Letter, Message};
use samskab_organisation::{
    body::{self, in_charge},
    letter::Sender,
    person,
};
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_web::{Services, Tenant, token};
use serde::{Deserialize, Serialize};

use super::{
    NoteId, Proposal, ProposalId, ProposalState,
    outlook::{self, Outlook},
    store,
};
use crate::T;

codes! {
    /// What is told.
    pub enum News {
        /// Somebody without an account wrote: the link confirms it.
        Confirm => "confirm",
        Received => "received",
        /// Somebody who works with it asks or says something.
        Commented => "commented",
        /// Others have changed it, and ask for a yes.
        Changed => "changed",
        HandedOn => "handed_on",
        OnAgenda => "on_agenda",
        OffAgenda => "off_agenda",
        Approved => "approved",
        Rejected => "rejected",
        Postponed => "postponed",
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct TellWriter {
    proposal: ProposalId,
    news: String,
    /// What was said, where that is the news.
    #[serde(default)]
    note: Option<NoteId>,
}

impl Job for TellWriter {
    const KIND: &'static str = "proposal.tell";

    /// What is asked for twice before it was sent is sent once; each comment is sent.
    fn unique_key(&self) -> Option<String> {
        let note = self.note.map(|note| format!(":{note}")).unwrap_or_default();
        Some(format!("{}:{}{note}", self.proposal, self.news))
    }
}

pub(super) async fn tell(tx: &mut Tx, proposal: &Proposal, news: News) -> Result<()> {
    let now = tx.now();
    enqueue(tx, &TellWriter { proposal: proposal.id, news: news.code().to_owned(), note: None }, now).await
}

/// What somebody else said of the proposal is said to its writer, whose page is behind a link in an older mail.
pub(super) async fn tell_comment(tx: &mut Tx, proposal: &Proposal, note: NoteId) -> Result<()> {
    let (now, news) = (tx.now(), News::Commented.code().to_owned());
    enqueue(tx, &TellWriter { proposal: proposal.id, news, note: Some(note) }, now).await
}

/// Sends nothing where the proposal or its writer is deleted, or the news is no longer true.
pub(super) async fn send(
    services: Services,
    tenant: TenantId,
    job: TellWriter,
) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Ok(news) = job.news.parse::<News>() else { return Err(Failure::permanent("no such news")) };
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(proposal) = store::find(&mut tx, tenant, job.proposal).await? else { return Ok(()) };
    if !news.is_true_of(&proposal) {
        return Ok(());
    }
    let Some(reader) = reader(&mut tx, tenant, &proposal).await? else { return Ok(()) };
    let link = match reader.has_account {
        true => services.absolute(tenant, &proposal.href()),
        false => {
            let secret = token::fresh(services.db.dice());
            store::add_link(&mut tx, proposal.id, &secret).await?;
            services.absolute(tenant, &format!("/mit-forslag/{secret}"))
        }
    };
    let bodies = body::store::every(&mut tx, tenant).await?;
    let decider = in_charge(&bodies, proposal.decided_by, now.day());
    let point = outlook::point(&mut tx, tenant, &proposal).await?;
    let of = (&proposal, point.as_ref());
    let outlook = Outlook::of(&mut tx, tenant, of, decider.map(|body| body.id), now).await?;
    let decider = decider.map(|body| body.name.as_str()).unwrap_or_default();
    let comment = comment(&mut tx, tenant, &proposal, job.note).await?;
    let letter = ProposalLetter {
        municipality: &municipality,
        proposal: &proposal,
        link: &link,
        decider,
        outlook,
        comment,
    };
    let message = letter.message(reader, news);
    samskab_mail::send(&mut tx, message).await?;
    tx.commit().await?;
    Ok(())
}

impl News {
    fn is_true_of(self, proposal: &Proposal) -> bool {
        match self {
            Self::Confirm => proposal.state == ProposalState::Unconfirmed,
            Self::Received => proposal.state != ProposalState::Withdrawn,
            Self::Commented => proposal.state == ProposalState::Idea,
            Self::Changed => proposal.state == ProposalState::Idea && proposal.waits_for_writer(),
            Self::OnAgenda => proposal.state == ProposalState::HandedOn && proposal.item.is_some(),
            Self::HandedOn | Self::OffAgenda => {
                proposal.state == ProposalState::HandedOn && proposal.item.is_none()
            }
            Self::Approved => proposal.state == ProposalState::Approved,
            Self::Rejected => proposal.state == ProposalState::Rejected,
            Self::Postponed => proposal.state == ProposalState::Postponed,
        }
    }
}

/// Who said it, where they are still here, and what they said. At most two queries.
async fn comment(
    connection: &mut Connection,
    tenant: TenantId,
    proposal: &Proposal,
    note: Option<NoteId>,
) -> Result<(String, String)> {
    let Some(note) = note else { return Ok(Default::default()) };
    let notes = store::notes(connection, tenant, proposal.id).await?;
    let Some(note) = notes.into_iter().find(|one| one.id == note) else { return Ok(Default::default()) };
    let person = match note.person {
        Some(person) => person::store::find(connection, tenant, person).await?,
        None => None,
    };
    Ok((person.map(|person| person.name).unwrap_or_default(), note.said))
}

/// Who is written to, and how.
struct Reader {
    to: Email,
    first_name: String,
    locale: Locale,
    has_account: bool,
}

async fn reader(
    connection: &mut Connection,
    tenant: TenantId,
    proposal: &Proposal,
) -> Result<Option<Reader>> {
    if let Some(writer) = proposal.writer {
        let person = person::store::find(connection, tenant, writer).await?;
        return Ok(person.and_then(|person| {
            let first_name = person.first_name().to_owned();
            let (to, locale) = (person.email?, person.locale);
            Some(Reader { to, first_name, locale, has_account: true })
        }));
    }
    let first_name = samskab_kernel::text::first_name(&proposal.writer_name).to_owned();
    let locale = proposal.locale;
    Ok(proposal.writer_email.clone().map(|to| Reader { to, first_name, locale, has_account: false }))
}

struct ProposalLetter<'a> {
    municipality: &'a Tenant,
    proposal: &'a Proposal,
    link: &'a str,
    /// The body that decides.
    decider: &'a str,
    /// What is known about the deciding body's meetings.
    outlook: Outlook,
    /// Who said something, and what; empty where that is not the news.
    comment: (String, String),
}

impl ProposalLetter<'_> {
    fn message(&self, reader: Reader, news: News) -> Message {
        let t = T(reader.locale);
        let (proposal, title) = (self.proposal, self.proposal.texts.title.as_str());
        let sender = Sender::of(self.municipality);
        let letter = sender.greet(reader.locale, &reader.first_name);
        let (subject, letter) = match news {
            News::Confirm => {
                let letter = letter.paragraph(&t.proposal_mail_confirm(title));
                let letter = letter.link(t.proposal_mail_confirm_link(), self.link);
                (t.proposal_mail_confirm_subject(title), letter.paragraph(t.proposal_mail_not_you()))
            }
            News::Received => {
                let letter = letter.paragraph(&t.proposal_mail_received(title));
                (t.proposal_mail_received_subject(title), self.follow(t, letter))
            }
            News::Commented => {
                let letter = match self.comment.0.as_str() {
                    "" => letter.paragraph(&t.proposal_mail_commented_by_nobody(title)),
                    name => letter.paragraph(&t.proposal_mail_commented(name, title)),
                };
                let said = self.comment.1.lines().filter(|line| !line.trim().is_empty());
                let letter = said.fold(letter, |letter, line| letter.paragraph(line));
                let letter = letter.link(t.proposal_mail_commented_link(), self.link);
                (t.proposal_mail_commented_subject(title), letter)
            }
            News::Changed => {
                let until = proposal.answer_until().map(|until| reader.locale.day(until.day()));
                let letter = letter.paragraph(&t.proposal_mail_changed(until.unwrap_or_default(), title));
                let letter = letter.link(t.proposal_mail_changed_link(), self.link);
                (t.proposal_mail_changed_subject(title), letter)
            }
            News::HandedOn => {
                let letter = letter.paragraph(&t.proposal_mail_handed_on(title));
                let letter = letter.paragraph(&self.outlook.said(t, self.decider));
                let letter = letter.paragraph(t.proposal_mail_when_on_agenda());
                (t.proposal_mail_handed_on_subject(title), self.follow(t, letter))
            }
            News::OnAgenda => {
                let letter = letter.paragraph(&t.proposal_mail_on_agenda(title));
                let letter = letter.paragraph(&self.outlook.said(t, self.decider));
                (t.proposal_mail_on_agenda_subject(title), self.follow(t, letter))
            }
            News::OffAgenda => {
                let letter = letter.paragraph(&t.proposal_mail_off_agenda(title));
                let letter = letter.paragraph(&self.outlook.said(t, self.decider));
                let letter = letter.paragraph(t.proposal_mail_when_on_agenda());
                (t.proposal_mail_off_agenda_subject(title), self.follow(t, letter))
            }
            News::Approved => {
                let text = match proposal.decision_number.as_str() {
                    "" => t.proposal_mail_approved(self.decider, title),
                    number => t.proposal_mail_approved_numbered(self.decider, number, title),
                };
                let letter = self.because(t, letter.paragraph(&text));
                (t.proposal_mail_approved_subject(title), self.follow(t, letter))
            }
            News::Rejected => {
                let letter = letter.paragraph(&t.proposal_mail_rejected(self.decider, title));
                let letter = self.because(t, letter).paragraph(t.proposal_mail_rejected_thanks());
                (t.proposal_mail_rejected_subject(title), self.follow(t, letter))
            }
            News::Postponed => {
                let day = proposal.resume_on.map(|day| reader.locale.day(day)).unwrap_or_default();
                let text = match day.as_str() {
                    "" => t.proposal_mail_postponed_open(self.decider, title),
                    day => t.proposal_mail_postponed(self.decider, day, title),
                };
                let letter = self.because(t, letter.paragraph(&text));
                (t.proposal_mail_postponed_subject(title), self.follow(t, letter))
            }
        };
        let body = sender.finish(reader.locale, letter, t.proposal_mail_why());
        Message { to: reader.to, subject, body, reply_to: None }
    }

    fn because(&self, t: T, letter: Letter) -> Letter {
        match self.proposal.reason.as_str() {
            "" => letter,
            reason => letter.paragraph(&t.proposal_mail_reason(reason)),
        }
    }

    fn follow(&self, t: T, letter: Letter) -> Letter {
        letter.link(t.proposal_mail_follow(), self.link)
    }
}
