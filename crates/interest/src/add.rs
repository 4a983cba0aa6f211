//! Writing an interest down: one short transaction. What is acknowledged is committed.

use samskab_kernel::{Instant, Locale};
use samskab_organisation::{answering::WhomToCall, person::PersonId};
use samskab_store::Connection;
use samskab_taskbank::task::store::ShownTask;
use samskab_web::{Cx, Result};

use super::{
    Interest, InterestId, Promise, Settings, State, StepKind,
    event::InterestConfirmed,
    facts::too_young_by_address,
    form::InterestDraft,
    letter::Writer,
    news::{News, spread},
    store::{self, By},
};

/// How an interest came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From the open page. With an address it must be confirmed, or anybody could write for anybody.
    Open,
    /// From somebody signed in with this very address.
    SignedIn,
    /// Written down for somebody who phoned.
    OnBehalf(PersonId),
}

pub struct Added {
    pub id: InterestId,
    pub state: State,
    /// The secret of the person's own link.
    pub secret: String,
}

pub async fn add(cx: &Cx, shown: &ShownTask, typed: InterestDraft, origin: Origin) -> Result<Added> {
    let now = cx.now();
    let begins = shown.task.time.begins_last();
    let promise = Promise::given(now, Settings::of(&cx.tenant).promise_days, begins);
    let must_confirm = origin == Origin::Open && typed.email.is_some();
    // Everything that is only shown is read before the right to write is asked for: others wait for that right.
    let mut reader = cx.read().await?;
    let known_too_young = match origin {
        // Their CV was asked before this, and they were refused.
        Origin::SignedIn => false,
        Origin::Open | Origin::OnBehalf(_) => {
            let email = typed.email.as_ref();
            too_young_by_address(&mut reader, cx.tenant.id, &shown.task, email, cx.today()).await?.is_some()
        }
    };
    let call = match &typed.email {
        Some(_) => whom_to_call(cx, &mut reader, shown, cx.locale).await?,
        None => None,
    };
    drop(reader);
    let mut tx = cx.write().await?;
    let interest = Interest {
        id: cx.new_id(),
        task: shown.task.id,
        name: typed.name,
        email: typed.email,
        phone: typed.phone,
        message: typed.message,
        locale: cx.locale,
        persons: typed.persons,
        lacks: typed.lacks,
        known_too_young,
        entered_by: match origin {
            Origin::OnBehalf(person) => Some(person),
            Origin::Open | Origin::SignedIn => None,
        },
        promise: (!must_confirm).then_some(promise),
        answered_at: None,
        state: if must_confirm { State::Unconfirmed } else { State::New },
        state_since: now,
        created_at: now,
        updated_at: now,
    };
    let secret = cx.secret();
    store::add(&mut tx, &interest, typed.came).await?;
    store::add_link(&mut tx, interest.id, &secret).await?;
    let (by, kind) = match origin {
        Origin::OnBehalf(person) => (By::Person(person), StepKind::EnteredOnBehalf),
        Origin::Open | Origin::SignedIn => (By::Volunteer, StepKind::Shown),
    };
    store::add_step(&mut tx, interest.id, by, kind, &interest.message).await?;
    // Without the tick the form is not taken.
    if let Some(age) = shown.task.min_age {
        let after = Instant::from_micros(now.micros() + 1);
        store::add_step_at(&mut tx, interest.id, after, by, StepKind::OfAge, &age.to_string()).await?;
    }
    if let Some(to) = interest.email.clone() {
        let writer = writer(cx, shown, &interest, &secret, call);
        let message = if must_confirm { writer.confirm(to, promise.due) } else { writer.receipt(to) };
        samskab_mail::send(&mut tx, message).await?;
    }
    if !must_confirm {
        spread(&mut tx, interest.id, News::New).await?;
        tx.record(InterestConfirmed { interest: interest.id, task: interest.task }).await?;
    }
    tx.commit().await?;
    Ok(Added { id: interest.id, state: interest.state, secret })
}

/// A second mail to the same address about the same task goes out at most this often.
const AGAIN_AFTER_MINUTES: i64 = 10;

/// Somebody wrote before: the owner of the address gets a fresh link, and nobody else is told.
pub async fn send_again(cx: &Cx, shown: &ShownTask, interest: &Interest) -> Result<()> {
    let Some(to) = interest.email.clone() else { return Ok(()) };
    let secret = cx.secret();
    let mut tx = cx.write().await?;
    let last = store::last_link_at(&mut tx, cx.tenant.id, interest.id).await?;
    let is_soon = last.is_some_and(|last| cx.now().since(last).as_mins() < AGAIN_AFTER_MINUTES);
    if is_soon || !cx.may_mail(&to, "interest") {
        return Ok(tx.commit().await?);
    }
    store::add_link(&mut tx, interest.id, &secret).await?;
    let call = whom_to_call(cx, &mut tx, shown, interest.locale).await?;
    let writer = writer(cx, shown, interest, &secret, call);
    let message = if interest.state == State::Unconfirmed {
        let begins = shown.task.time.begins_last();
        writer.confirm(to, Promise::given(cx.now(), Settings::of(&cx.tenant).promise_days, begins).due)
    } else {
        writer.again(to)
    };
    samskab_mail::send(&mut tx, message).await?;
    tx.commit().await?;
    Ok(())
}

async fn whom_to_call(
    cx: &Cx,
    connection: &mut Connection,
    shown: &ShownTask,
    locale: Locale,
) -> Result<Option<WhomToCall>> {
    let ladder = shown.ladder(cx, connection).await?;
    Ok(shown.whom_to_call(&ladder, &cx.tenant, locale))
}

fn writer<'a>(
    cx: &'a Cx,
    shown: &'a ShownTask,
    interest: &'a Interest,
    secret: &str,
    call: Option<WhomToCall>,
) -> Writer<'a> {
    Writer {
        municipality: &cx.tenant,
        interest,
        task: &shown.task.title,
        by: &shown.poster_name,
        link: cx.absolute(&format!("/interesse/{secret}")),
        call,
        today: cx.today(),
    }
}
