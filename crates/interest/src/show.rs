//! GET and POST /opgaver/{id}/interesse: "I would like to help", in under a minute and without an account.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_kernel::contact::Email;
use samskab_organisation::answering::WhomToCall;
use samskab_organisation::person::{self, Person, PersonId};
use samskab_store::Connection;
use samskab_taskbank::{
    channel::{self, asked},
    task::{self, Task, TaskId, store::ShownTask},
};
use samskab_volunteers::volunteer::groups;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, even_time, limits::Limited};

use super::{
    Interest, State, StateKind,
    add::{Origin, add, send_again},
    facts::too_young_by_cv,
    form::{FormPage, InterestDraft, InterestForm},
    hindrance::{Hindrance, OtherTask, hindrances},
    store,
};
use crate::T;

/// At most this many unconfirmed interests at one address; more are somebody's bad joke.
const MOST_UNCONFIRMED: usize = 10;

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let shown = open_to_the_public(&cx, &mut reader, id).await?;
    if !takes_interest(&shown.task) {
        return closed(&cx, &shown);
    }
    let came = asked::of_link(&mut reader, cx.tenant.id, channel::from_request(&cx)).await?;
    let came = InterestForm { heard_from: came.answer, v: came.code, ..InterestForm::default() };
    let form = match signed_in(&cx, &mut reader).await? {
        None => came,
        Some(person) => InterestForm {
            name: person.name,
            email: person.email.map(|email| email.to_string()).unwrap_or_default(),
            phone: person.phone.map(|phone| phone.spaced()).unwrap_or_default(),
            ..came
        },
    };
    cx.page(FormPage::new(&cx, &mut reader, &shown, form, false).await?)
}

pub async fn send(cx: Cx, Path(id): Path<TaskId>, Form(form): Form<InterestForm>) -> Result<Response> {
    cx.limit(Limited::AnonymousPost)?;
    even_time(judge(cx, id, form)).await
}

async fn judge(cx: Cx, id: TaskId, form: InterestForm) -> Result<Response> {
    if !form.website.is_empty() {
        return cx.redirect(thanks_href(id)); // a machine may believe it was heard
    }
    let mut reader = cx.read().await?;
    let shown = open_to_the_public(&cx, &mut reader, id).await?;
    if !takes_interest(&shown.task) {
        return closed(&cx, &shown);
    }
    let groups = if form.comes_alone() { Vec::new() } else { groups::to_come_with(&cx, &mut reader).await? };
    let read = form.read(&shown.task, false, cx.locale);
    let typed = match read.and_then(|typed| form.with_group(typed, &groups, &shown.task, cx.locale)) {
        Ok(typed) => {
            let came = asked::read(&cx, &mut reader, &form.heard_from, &form.v).await?;
            InterestDraft { came, ..typed }
        }
        Err(errors) => {
            let page = FormPage::new(&cx, &mut reader, &shown, form, false).await?;
            return cx.invalid(page.with_errors(errors));
        }
    };
    let me = signed_in(&cx, &mut reader).await?;
    let is_mine = me.as_ref().is_some_and(|person| is_confirmed_as(person, typed.email.as_ref()));
    if let Some(me) = me.filter(|_| is_mine)
        && let Some(years) =
            too_young_by_cv(&mut reader, cx.tenant.id, &shown.task, me.id, cx.today()).await?
    {
        let errors = form.refused_by_cv(years, &shown.task, cx.locale);
        let page = FormPage::new(&cx, &mut reader, &shown, form, false).await?;
        return cx.invalid(page.with_errors(errors));
    }
    let known = match &typed.email {
        Some(email) => store::live_of_email(&mut reader, cx.tenant.id, email).await?,
        None => Vec::new(),
    };
    if let Some(before) = known.iter().find(|interest| interest.task == id) {
        drop(reader);
        if is_mine {
            return cx.redirect_saying(own_href(before), "info", "interest-flash-known");
        }
        send_again(&cx, &shown, before).await?;
        return cx.redirect(thanks_href(id));
    }
    let unconfirmed = known.iter().filter(|interest| interest.state == State::Unconfirmed).count();
    // What else an address is in contact about is told to its owner only: here when signed in with
    // it, else on the page behind the link in the mail, before it is confirmed.
    let others = if is_mine { known } else { Vec::new() };
    let mine = typed.email.as_ref().filter(|_| is_mine);
    let asks = (typed.persons, typed.lacks.as_slice());
    let before = in_the_way(&cx, &mut reader, &shown.task, asks, &others, mine).await?;
    if !before.is_empty() && !form.is_sent_anyway() {
        let page = FormPage::new(&cx, &mut reader, &shown, form, false).await?;
        return cx.invalid(page.with_hindrances(before, cx.today()));
    }
    // A stranger may have typed the address so often. Its owner goes on: signed in, by a link that came, by telephone.
    let asks_for_a_mail = typed.email.as_ref().filter(|_| !is_mine);
    if asks_for_a_mail.is_some_and(|to| unconfirmed >= MOST_UNCONFIRMED || !cx.may_mail(to, "interest")) {
        let mut check = Check::new(cx.locale);
        check.refuse(&form.email(), T(cx.locale).interest_form_too_many_mails());
        let page = FormPage::new(&cx, &mut reader, &shown, form, false).await?;
        return cx.invalid(page.with_errors(check.errors));
    }
    drop(reader);
    let added = add(&cx, &shown, typed, if is_mine { Origin::SignedIn } else { Origin::Open }).await?;
    match added.state.kind() {
        StateKind::Unconfirmed => cx.redirect(thanks_href(id)),
        _ => cx.redirect(format!("/interesse/{}?ny=1", added.secret)),
    }
}

/// A task that everybody may read; others do not exist for this reader.
async fn open_to_the_public(cx: &Cx, connection: &mut Connection, id: TaskId) -> Result<ShownTask> {
    let shown = task::store::shown(connection, cx.tenant.id, id, cx.now().day()).await?.or_not_found()?;
    // A task whose time is over counts as over even before the job has stored that.
    let shown = ShownTask { task: shown.task.as_of(cx.now()), ..shown };
    shown.task.state.is_public().then_some(shown).or_not_found()
}

/// Open, or full: then there is a waiting list.
pub fn takes_interest(task: &Task) -> bool {
    matches!(task.state, task::State::Open(_) | task::State::Filled { .. })
}

/// The task was called off, and whoever asked about it left no address: somebody calls and says so. Nothing else can come
/// of it.
pub fn is_to_be_told(interest: &Interest, task: &Task) -> bool {
    matches!(task.state, task::State::Cancelled { .. })
        && interest.state == State::New
        && interest.email.is_none()
}

pub async fn signed_in(cx: &Cx, connection: &mut Connection) -> Result<Option<Person>> {
    match cx.actor.person {
        Some(me) => Ok(person::store::find(connection, cx.tenant.id, PersonId::from_uuid(me)).await?),
        None => Ok(None),
    }
}

/// The address is this person's, and they have shown that it is.
pub fn is_confirmed_as(person: &Person, email: Option<&Email>) -> bool {
    email.is_some() && person.email.as_ref() == email && person.email_confirmed_at.is_some()
}

pub fn own_href(interest: &Interest) -> String {
    format!("/interesse/{}", interest.id)
}

/// What is to be said before this is sent. `others`: what else they are in contact about; `email`: theirs, where their
/// agreements may be told of. Two queries at most.
pub async fn in_the_way(
    cx: &Cx,
    connection: &mut Connection,
    task: &Task,
    (persons, lacks): (i64, &[task::Requirement]),
    others: &[Interest],
    email: Option<&Email>,
) -> Result<Vec<Hindrance>> {
    let mut agreed: Vec<TaskId> = match email {
        Some(email) => store::agreed_of_email(connection, cx.tenant.id, email).await?,
        None => Vec::new(),
    };
    let has_yes = others.iter().filter(|other| other.state == State::Accepted);
    agreed.extend(has_yes.map(|other| other.task));
    let mut ids: Vec<TaskId> = others.iter().map(|other| other.task).chain(agreed.iter().copied()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.retain(|other| *other != task.id);
    let tasks = if ids.is_empty() {
        Vec::new()
    } else {
        task::store::find_many(connection, cx.tenant.id, &ids).await?
    };
    // An agreement goes on when its task takes no more volunteers.
    let others = tasks.iter().filter_map(|other| {
        let is_agreed = agreed.contains(&other.id);
        let is_over = matches!(other.state, task::State::Cancelled { .. });
        let counts = if is_agreed { !is_over } else { takes_interest(other) };
        counts.then_some(OtherTask { task: other, is_agreed })
    });
    Ok(hindrances(task, persons, lacks, others, cx.now().day()))
}

fn thanks_href(id: TaskId) -> String {
    format!("/opgaver/{id}/interesse/tak")
}

#[derive(Template)]
#[template(path = "interest/thanks.html")]
struct ThanksPage {
    shell: Shell,
    t: T,
    title: String,
    task_href: String,
    draft: String,
    promised: String,
    call: Option<WhomToCall>,
}

/// GET /opgaver/{id}/interesse/tak: look into your mail. The same for everybody: it tells nothing
/// about the address that was typed.
pub async fn thanks(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let shown = open_to_the_public(&cx, &mut reader, id).await?;
    let t = T(cx.locale);
    let promise_days = super::Settings::of(&cx.tenant).promise_days;
    let answer_by = super::Promise::deadline(cx.now(), promise_days, shown.task.time.begins_last());
    let ladder = shown.ladder(&cx, &mut reader).await?;
    let call = shown.whom_to_call(&ladder, &cx.tenant, cx.locale);
    cx.page(ThanksPage {
        shell: cx.shell(t.interest_thanks_title()),
        t,
        title: shown.task.title,
        task_href: format!("/opgaver/{id}"),
        draft: format!("interesse-{id}"),
        promised: answer_by.said(cx.locale, cx.today()),
        call,
    })
}

#[derive(Template)]
#[template(path = "interest/closed.html")]
struct ClosedPage {
    shell: Shell,
    t: T,
    title: String,
    task_href: String,
    similar_href: String,
}

/// The task was closed meanwhile: said kindly, with somewhere to go.
fn closed(cx: &Cx, shown: &ShownTask) -> Result<Response> {
    let t = T(cx.locale);
    cx.page_with(
        StatusCode::GONE,
        ClosedPage {
            shell: cx.shell(t.interest_closed_title()),
            t,
            title: shown.task.title.clone(),
            task_href: format!("/opgaver/{}", shown.task.id),
            similar_href: format!("/opgaver?tema={}", shown.task.theme.code()),
        },
    )
}
