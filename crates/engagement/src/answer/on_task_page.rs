//! What the page of a task shows a reader who takes part in it: their state, and the next step.

use askama::Template;
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_taskbank::task::{MINE, TaskId, known, store::ShownTask};
use samskab_web::{Cx, Result, Shell, module::Part};

use super::own::{Place, in_words};
use crate::{
    T,
    engagement::{self, Engagement, Side},
};
use samskab_interest::{
    Interest, Promise, Settings, State,
    mine::tone,
    show::{own_href, signed_in},
    store,
};

#[derive(Template)]
#[template(path = "answer/on_task_page.html")]
struct OnTaskPage {
    shell: Shell,
    heading: String,
    lead: String,
    /// Word, tone and symbol of the component `state`.
    state: (&'static str, &'static str, &'static str),
    next: Vec<String>,
    href: String,
    label: &'static str,
    /// Something waits for a yes of theirs.
    waits: bool,
}

pub const ON_TASK_PAGE: Part =
    Part { of: MINE, read: |cx, connection, task| Box::pin(read(cx, connection, TaskId::from_uuid(task))) };

/// `None` for whoever is not in it. At most seven queries, and none for those who are not signed in.
async fn read(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Option<String>> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(None) };
    let Some(shown) = known::find_for_part(cx, connection, task).await? else { return Ok(None) };
    let page = match live_engagement(cx, connection, me, task).await? {
        Some(engagement) => of_engagement(cx, connection, &engagement, &shown).await?,
        None => match live_interest(cx, connection, task).await? {
            Some(interest) => of_interest(cx, connection, &interest, &shown).await?,
            None => return Ok(None),
        },
    };
    Ok(Some(page.render()?))
}

async fn live_engagement(
    cx: &Cx,
    connection: &mut Connection,
    me: PersonId,
    task: TaskId,
) -> Result<Option<Engagement>> {
    let mut all = engagement::store::of_person(connection, cx.tenant.id, me).await?;
    all.retain(|engagement| engagement.task == task && engagement.state.is_live());
    Ok(all.into_iter().max_by_key(|engagement| engagement.state.has_begun()))
}

/// The reader's interest in the task, found only by an address that was shown to be theirs.
async fn live_interest(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Option<Interest>> {
    let me = signed_in(cx, connection).await?.filter(|me| me.email_confirmed_at.is_some());
    let Some(email) = me.and_then(|me| me.email) else { return Ok(None) };
    let all = store::live_of_email(connection, cx.tenant.id, &email).await?;
    Ok(all.into_iter().rfind(|interest| interest.task == task))
}

async fn of_engagement(
    cx: &Cx,
    connection: &mut Connection,
    engagement: &Engagement,
    shown: &ShownTask,
) -> Result<OnTaskPage> {
    let t = T(cx.locale);
    let (lead, state) = engagement::in_short(cx, connection, engagement, shown).await?;
    let asks_me = engagement.asks(Side::Volunteer);
    let has_begun = engagement.state.has_begun();
    Ok(OnTaskPage {
        shell: cx.shell(""),
        heading: if has_begun { t.interest_own_accepted() } else { t.engagement_nearly_in() }.to_owned(),
        lead,
        state,
        next: Vec::new(),
        href: engagement.own_href(),
        label: if asks_me { t.engagement_read() } else { t.engagement_see() },
        waits: asks_me,
    })
}

async fn of_interest(
    cx: &Cx,
    connection: &mut Connection,
    interest: &Interest,
    shown: &ShownTask,
) -> Result<OnTaskPage> {
    let t = T(cx.locale);
    let place = Place::of(connection, cx, interest).await?;
    let days = Settings::of(&cx.tenant).promise_days;
    let promised = Promise::given(cx.now(), days, shown.task.time.begins_last()).due;
    let (heading, lead, next) = in_words(t, interest, &shown.poster_name, place, promised, cx.now());
    let (tone, symbol) = tone(interest.state.kind());
    Ok(OnTaskPage {
        shell: cx.shell(""),
        heading,
        lead,
        state: (interest.state.kind().label(cx.locale), tone, symbol),
        next,
        href: own_href(interest),
        label: t.interest_on_task_page_see(),
        waits: place.offered_until.is_some()
            || matches!(interest.state, State::Unconfirmed | State::Invited { replied_at: None }),
    })
}
