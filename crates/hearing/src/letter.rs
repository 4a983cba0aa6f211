//! What parties and senders are written, each in their own language. Each mail has a link of its own.

use samskab_kernel::{Day, Dice, Locale, TenantId, contact::Email};
use samskab_mail::{Letter, Message};
use samskab_organisation::{body, letter::Sender};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{Cx, Tenant, token};
use samskab_writing::content::marked;

use crate::{
    T,
    hearing::{Change, ChangeKind, Hearing, shortened},
    party::Party,
    remark::Remark,
    response::Response,
    source::ChangedBlock,
    store::{self, LinkTo},
};

/// What a party is told.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PartyNews<'a> {
    Invited,
    Reminded,
    Changed(&'a Change),
}

/// What whoever answers is told.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SenderNews<'a> {
    /// The answer is kept as a draft.
    Draft,
    /// The answer came too late, and is kept as a draft.
    Late,
    /// The answer came in time and must be confirmed.
    Sent,
    /// The receipt.
    Confirmed,
    Changed(&'a Change),
    /// What came of each remark.
    Reply(&'a [(&'a Remark, Option<ChangedBlock>)]),
}

/// What every letter needs.
pub(crate) struct Writer<'a> {
    pub municipality: &'a Tenant,
    /// `https://…`, without a slash at its end.
    pub address: String,
    pub hearing: &'a Hearing,
    pub dice: &'a Dice,
    pub today: Day,
}

/// The writer for letters sent by a request.
pub(crate) fn writer<'a>(cx: &'a Cx, hearing: &'a Hearing) -> Writer<'a> {
    Writer {
        municipality: &cx.tenant,
        address: cx.absolute(""),
        hearing,
        dice: cx.services.db.dice(),
        today: cx.today(),
    }
}

/// Why a party is asked, in whole sentences; empty: nobody said why. At most one query.
pub(crate) async fn because(
    connection: &mut Connection,
    tenant: TenantId,
    t: T,
    party: &Party,
) -> Result<String> {
    let body = match party.body {
        Some(id) => body::store::find(connection, tenant, id).await?,
        None => None,
    };
    Ok(party.because(t, body.as_ref()))
}

impl Writer<'_> {
    pub(crate) async fn tell_party(&self, tx: &mut Tx, party: &Party, news: PartyNews<'_>) -> Result<()> {
        let Some(to) = party.email.clone() else { return Ok(()) };
        let secret = token::fresh(self.dice);
        store::add_link(tx, LinkTo::Party(party.id), &secret).await?;
        let link = format!("{}/hoeringspart/{secret}", self.address);
        // Bodies and associations are written to in Danish: nobody has said another language.
        let locale = Locale::Da;
        let (t, sender, title) = (T(locale), Sender::of(self.municipality), self.hearing.title.as_str());
        let closing = self.hearing.closing(locale, self.today);
        let letter = sender.greet(locale, &party.name);
        let (subject, letter) = match news {
            PartyNews::Invited => {
                let letter = letter.paragraph(&t.hearing_mail_invited(closing.as_str(), title));
                let letter = letter.paragraph(&self.hearing.why);
                let letter = match because(tx, self.municipality.id, t, party).await? {
                    said if said.is_empty() => letter,
                    said => letter.paragraph(&said),
                };
                (t.hearing_mail_invited_subject(title), letter.paragraph(t.hearing_mail_no_remarks()))
            }
            PartyNews::Reminded => {
                let letter = letter.paragraph(&t.hearing_mail_reminder(closing.as_str(), title));
                (t.hearing_mail_reminder_subject(title), letter.paragraph(t.hearing_mail_no_remarks()))
            }
            PartyNews::Changed(change) => self.changed(t, letter, change),
        };
        let letter = letter.link(t.hearing_mail_party_link(), &link);
        self.send(tx, to, locale, subject, letter, t.hearing_mail_party_why()).await
    }

    pub(crate) async fn tell_sender(
        &self,
        tx: &mut Tx,
        response: &Response,
        news: SenderNews<'_>,
    ) -> Result<()> {
        let Some(to) = response.email.clone() else { return Ok(()) };
        let secret = token::fresh(self.dice);
        store::add_link(tx, LinkTo::Response(response.id), &secret).await?;
        let link = format!("{}/hoeringssvar/{secret}", self.address);
        let (locale, title) = (response.locale, self.hearing.title.as_str());
        let (t, sender) = (T(locale), Sender::of(self.municipality));
        let closing = self.hearing.closing(locale, self.today);
        let number = response.number.unwrap_or_default();
        let letter = sender.greet(locale, response.first_name());
        let sent = response.sent_at.map(|at| locale.day_and_time(at, self.today)).unwrap_or_default();
        let (subject, letter, label) = match news {
            SenderNews::Draft => (
                t.hearing_mail_draft_subject(title),
                letter.paragraph(&t.hearing_mail_draft(closing.as_str(), title)),
                t.hearing_mail_open_draft(),
            ),
            SenderNews::Late => (
                t.hearing_mail_late_subject(title),
                self.contact(t, letter.paragraph(&t.hearing_mail_late(closing.as_str(), title))),
                t.hearing_mail_open_draft(),
            ),
            SenderNews::Sent => (
                t.hearing_mail_sent_subject(title),
                letter
                    .paragraph(&t.hearing_mail_sent(number, sent.as_str(), title))
                    .paragraph(t.hearing_mail_sent_next()),
                t.hearing_mail_confirm(),
            ),
            SenderNews::Confirmed => {
                let letter = letter.paragraph(&t.hearing_mail_confirmed(number, sent.as_str(), title));
                let letter = match response.waits_for_a_look() {
                    true => letter.paragraph(&t.own_response_held(response.held.told(t))),
                    false => letter,
                };
                let letter = letter.paragraph(&t.hearing_mail_confirmed_next(closing.as_str()));
                (t.hearing_mail_confirmed_subject(title), letter, t.hearing_mail_own())
            }
            SenderNews::Changed(change) => {
                let (subject, letter) = self.changed(t, letter, change);
                (subject, letter, t.hearing_mail_own())
            }
            SenderNews::Reply(remarks) => {
                let letter = letter.paragraph(&t.hearing_mail_reply(title));
                let letter = remarks.iter().fold(letter, |letter, (remark, change)| {
                    let verdict = remark.verdict.map(|verdict| verdict.label(t)).unwrap_or_default();
                    let letter =
                        letter.paragraph(&t.hearing_mail_reply_point(shortened(&remark.excerpt, 400)));
                    let letter =
                        letter.paragraph(&t.hearing_mail_reply_verdict(remark.assessment.as_str(), verdict));
                    match change {
                        None => letter,
                        Some(change) if change.is_removed() => {
                            letter.paragraph(&t.hearing_mail_reply_removed(change.before.as_str()))
                        }
                        Some(change) => {
                            let words = marked(samskab_writing::T(locale), &change.words);
                            letter.paragraph(&t.hearing_mail_reply_changed(words))
                        }
                    }
                });
                let note = format!("{}{}/notat", self.address, self.hearing.href());
                let letter = letter.link(t.hearing_mail_see_note(), &note);
                (t.hearing_mail_reply_subject(title), letter, t.hearing_mail_own())
            }
        };
        let letter = letter.link(label, &link);
        self.send(tx, to, locale, subject, letter, t.hearing_mail_sender_why()).await
    }

    fn changed(&self, t: T, letter: Letter, change: &Change) -> (String, Letter) {
        let (title, reason) = (self.hearing.title.as_str(), change.reason.as_str());
        let closing = self.hearing.closing(t.0, self.today);
        match change.kind {
            ChangeKind::CalledOff => (
                t.hearing_mail_called_off_subject(title),
                letter.paragraph(&t.hearing_mail_called_off(reason, title)),
            ),
            ChangeKind::Reopened => (
                t.hearing_mail_reopened_subject(title),
                letter.paragraph(&t.hearing_mail_reopened(closing.as_str(), reason, title)),
            ),
            _ => (
                t.hearing_mail_extended_subject(title),
                letter.paragraph(&t.hearing_mail_extended(closing.as_str(), reason, title)),
            ),
        }
    }

    /// Whom to call, where the hearing says it.
    fn contact(&self, t: T, letter: Letter) -> Letter {
        match self.hearing.contact.as_str() {
            "" => letter,
            contact => letter.paragraph(&t.hearing_mail_contact(contact)),
        }
    }

    async fn send(
        &self,
        tx: &mut Tx,
        to: Email,
        locale: Locale,
        subject: String,
        letter: Letter,
        why: &str,
    ) -> Result<()> {
        let body = Sender::of(self.municipality).finish(locale, letter, why);
        samskab_mail::send(tx, Message { to, subject, body, reply_to: None }).await?;
        Ok(())
    }
}
