//! What those who signed up are written: a receipt, an answer, and what became of the policy.

use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::{TenantId, codes};
use samskab_mail::{Letter, Message};
use samskab_organisation::letter::Sender;
use samskab_store::{Result, Stamp, Tx};
use samskab_web::{Services, Tenant};
use serde::{Deserialize, Serialize};

use crate::{
    T,
    policy::{Policy, PolicyId, PolicyState},
    signup::{Signup, SignupState},
    store,
};

codes! {
    pub(crate) enum News {
        /// The receipt, with the link by which it is taken back.
        Received => "received",
        Taken => "taken",
        Thanked => "thanked",
        Adopted => "adopted",
        Stopped => "stopped",
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct TellSignups {
    policy: PolicyId,
    news: String,
}

impl Job for TellSignups {
    const KIND: &'static str = "policy.tell";

    fn unique_key(&self) -> Option<String> {
        Some(format!("{}:{}", self.policy, self.news))
    }
}

/// Tells all who take part, or still wait for an answer, once.
pub(crate) async fn tell_signups(tx: &mut Tx, policy: &Policy, news: News) -> Result<()> {
    let now = tx.now();
    enqueue(tx, &TellSignups { policy: policy.id, news: news.code().to_owned() }, now).await
}

/// Sends nothing where the news is no longer true.
pub(crate) async fn send(
    services: Services,
    tenant: TenantId,
    job: TellSignups,
) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Ok(news) = job.news.parse::<News>() else { return Err(Failure::permanent("no such news")) };
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(policy) = store::find(&mut tx, tenant, job.policy).await? else { return Ok(()) };
    let is_true = match news {
        News::Adopted => policy.state == PolicyState::Adopted,
        News::Stopped => policy.state == PolicyState::Stopped,
        News::Received | News::Taken | News::Thanked => false,
    };
    if !is_true {
        return Ok(());
    }
    let link = services.absolute(tenant, &policy.href());
    for signup in store::signups(&mut tx, tenant, policy.id).await? {
        if signup.state != SignupState::Thanked {
            let message = message(&municipality, &policy, &signup, news, &link);
            samskab_mail::send(&mut tx, message).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// One letter, in the reader's language.
pub(crate) fn message(
    municipality: &Tenant,
    policy: &Policy,
    signup: &Signup,
    news: News,
    link: &str,
) -> Message {
    let (t, title) = (T(signup.locale), policy.title.as_str());
    let sender = Sender::of(municipality);
    let greeting = sender.greet(signup.locale, samskab_kernel::text::first_name(&signup.name));
    let (subject, letter) = match news {
        News::Received => {
            // Nothing that was typed: the mail may go to somebody else's address.
            let letter = greeting.paragraph(&t.signup_mail_received(title));
            (t.signup_mail_received_subject(title), letter.link(t.signup_mail_own(), link))
        }
        News::Taken => {
            let letter = said(greeting.paragraph(&t.signup_mail_taken(title)), &signup.answer);
            (t.signup_mail_taken_subject(title), letter.link(t.signup_mail_follow(), link))
        }
        News::Thanked => {
            let letter = said(greeting.paragraph(&t.signup_mail_thanked(title)), &signup.answer);
            (t.signup_mail_thanked_subject(title), letter.link(t.signup_mail_follow(), link))
        }
        News::Adopted => {
            let letter = greeting.paragraph(&t.signup_mail_adopted(title));
            (t.signup_mail_adopted_subject(title), letter.link(t.signup_mail_read(), link))
        }
        News::Stopped => {
            let letter = greeting.paragraph(&t.signup_mail_stopped(policy.state_reason.as_str(), title));
            (t.signup_mail_stopped_subject(title), letter)
        }
    };
    let body = sender.finish(signup.locale, letter, t.signup_mail_why());
    Message { to: signup.email.clone(), subject, body, reply_to: None }
}

/// The words of whoever leads the policy, where there are any.
fn said(letter: Letter, words: &str) -> Letter {
    if words.is_empty() { letter } else { letter.paragraph(words) }
}
