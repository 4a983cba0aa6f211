//! What whoever proposed a change is told, once at each turn, in their own language. Each mail to somebody without an account
//! has a link of its own.

use samskab_document::changes;
use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::{Dice, TenantId, contact::Email};
use samskab_mail::Message;
use samskab_organisation::{letter::Sender, person};
use samskab_store::{Result, Stamp, Tx};
use samskab_web::{Cx, Services, Tenant, token};
use serde::{Deserialize, Serialize};

use super::{ChangeLapsed, ChangeProposal, ChangeShape, ChangeState, store};
use crate::{
    T,
    content::marked,
    store as texts,
    text::{LANGUAGE, Text, TextId},
};

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Somebody without an account wrote: the link confirms it.
    Confirm,
    /// Taken in or declined.
    Answered,
    /// The text takes no changes any more.
    Lapsed,
}

/// What every letter needs.
pub struct Writer<'a> {
    municipality: &'a Tenant,
    /// `https://…`, without a slash at its end.
    address: String,
    dice: &'a Dice,
}

/// The writer for letters sent by a request.
pub fn writer(cx: &Cx) -> Writer<'_> {
    Writer { municipality: &cx.tenant, address: cx.absolute(""), dice: cx.services.db.dice() }
}

impl Writer<'_> {
    /// Sends nothing where nobody can be reached any more.
    pub async fn tell(&self, tx: &mut Tx, change: &ChangeProposal, news: News) -> Result<()> {
        let (to, locale, link): (Email, _, _) = match change.person {
            Some(person) => {
                let person = person::store::find(tx, self.municipality.id, person).await?;
                let Some((to, locale)) = person.and_then(|one| Some((one.email?, one.locale))) else {
                    return Ok(());
                };
                (to, locale, format!("{}{}", self.address, change.href()))
            }
            None => {
                let Some(to) = change.email.clone() else { return Ok(()) };
                let secret = token::fresh(self.dice);
                store::add_link(tx, change.id, &secret).await?;
                (to, change.locale, format!("{}/mit-aendringsforslag/{secret}", self.address))
            }
        };
        let (t, title) = (T(locale), change.text_title.as_str());
        let sender = Sender::of(self.municipality);
        let letter = sender.greet(locale, samskab_kernel::text::first_name(&change.name));
        let (subject, letter) = match news {
            News::Confirm => {
                let letter = letter.paragraph(&t.change_mail_confirm(title));
                let letter = letter.link(t.change_mail_confirm_link(), &link);
                (t.change_mail_confirm_subject(title), letter.paragraph(t.change_mail_not_you()))
            }
            News::Answered => {
                let said = match change.state {
                    ChangeState::Accepted => t.change_mail_accepted(title),
                    ChangeState::Altered => t.change_mail_altered(title),
                    _ => t.change_mail_declined(title),
                };
                let letter = letter.paragraph(&said).paragraph(&t.change_mail_said(proposed(change)));
                let letter = match change.answer.as_str() {
                    "" => letter,
                    answer => letter.paragraph(&t.change_mail_because(answer)),
                };
                let letter = match (change.state, change.shape) {
                    (ChangeState::Altered, _) => {
                        letter.paragraph(&t.change_mail_result(change.result.as_str()))
                    }
                    _ => letter,
                };
                (t.change_mail_answered_subject(title), letter.link(t.change_mail_follow(), &link))
            }
            News::Lapsed => {
                let letter = letter.paragraph(&t.change_mail_lapsed(title));
                let letter = letter.paragraph(&t.change_mail_said(proposed(change)));
                (t.change_mail_lapsed_subject(title), letter.link(t.change_mail_follow(), &link))
            }
        };
        let body = sender.finish(locale, letter, t.change_mail_why());
        samskab_mail::send(tx, Message { to, subject, body, reply_to: None }).await?;
        Ok(())
    }
}

/// "Vi mødes [slettet: to] [tilføjet: tre] gange", in the language of the text.
fn proposed(change: &ChangeProposal) -> String {
    let t = T(LANGUAGE);
    match change.shape {
        ChangeShape::Out => format!("[{} {}]", t.compare_removed_words(), change.base),
        ChangeShape::After => format!("[{} {}]", t.compare_added_words(), change.said),
        ChangeShape::Words => marked(t, &changes(&change.base, &change.said)),
    }
}

/// The text takes no changes any more: what is open ends without an answer, and whoever proposed it is told once. As many
/// queries as there are open ones, and a few.
pub async fn lapse_all(cx: &Cx, tx: &mut Tx, text: &Text) -> Result<usize> {
    lapse_by(writer(cx), tx, text.id).await
}

async fn lapse_by(writer: Writer<'_>, tx: &mut Tx, text: TextId) -> Result<usize> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let open = store::open_of_text(tx, tenant, text).await?;
    let mut count = 0;
    for change in open {
        let Ok(change) = change.lapse(now) else { continue };
        store::save(tx, &change).await?;
        writer.tell(tx, &change, News::Lapsed).await?;
        tx.record(ChangeLapsed::of(&change)).await?;
        count += 1;
    }
    Ok(count)
}

#[derive(Serialize, Deserialize)]
pub(super) struct LapseChanges {
    text: TextId,
}

impl Job for LapseChanges {
    const KIND: &'static str = "change_proposal.lapse";

    fn unique_key(&self) -> Option<String> {
        Some(self.text.to_string())
    }
}

/// The same where no button is pressed, such as when minutes are approved: a job does it later.
pub async fn lapse_later(tx: &mut Tx, text: TextId) -> Result<()> {
    let now = tx.now();
    enqueue(tx, &LapseChanges { text }, now).await
}

/// Does nothing where the text takes changes again meanwhile.
pub(super) async fn lapse(
    services: Services,
    tenant: TenantId,
    job: LapseChanges,
) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let text = texts::locked(&mut tx, job.text).await?;
    if text.is_none_or(|text| text.takes_changes()) {
        return Ok(());
    }
    let address = services.absolute(tenant, "");
    let writer = Writer { municipality: &municipality, address, dice: services.db.dice() };
    if lapse_by(writer, &mut tx, job.text).await? > 0 {
        tx.commit().await?;
    }
    Ok(())
}
