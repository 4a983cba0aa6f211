//! Which answers may be given to an interest from where it stands, what they are called, and what is asked above them.

use samskab_store::Connection;
use samskab_taskbank::task::{Task, store::ShownTask};
use samskab_web::{Cx, Result};

use crate::T;
use samskab_interest::{
    Interest, State, StateKind, offer,
    show::{is_to_be_told, takes_interest},
};

/// What the rules allow from where it stands, in the order of the page. A task that takes nobody leaves a kind no.
pub(super) fn possible(interest: &Interest, task: &Task) -> Vec<StateKind> {
    let now = interest.updated_at;
    let tried = [
        (StateKind::Invited, interest.clone().invite(now)),
        (StateKind::Accepted, interest.clone().accept(None, now)),
        (StateKind::Waitlisted, interest.clone().waitlist(now)),
        (StateKind::Declined, interest.clone().decline(now)),
    ];
    let allowed = tried.into_iter().filter(|(_, outcome)| outcome.is_ok()).map(|(answer, _)| answer);
    allowed.filter(|answer| may_be_given(*answer, interest, task)).collect()
}

/// Nothing is promised of a task that takes no volunteers; and whom only a call reaches about a task that was called off
/// is told so, and nothing else.
pub(super) fn may_be_given(answer: StateKind, interest: &Interest, task: &Task) -> bool {
    answer == StateKind::Declined && !is_to_be_told(interest, task) || takes_interest(task)
}

/// An answer as it is called from where it stands, with its sign.
pub(super) fn label(t: T, answer: StateKind, state: State) -> (&'static str, &'static str) {
    match (answer, state) {
        (StateKind::Invited, State::Declined) => (t.interest_answer_invite_after_no(), "chat"),
        (StateKind::Invited, _) => (t.interest_answer_invite(), "chat"),
        (StateKind::Accepted, State::Declined) => (t.interest_answer_accept_after_no(), "check"),
        (StateKind::Accepted, _) => (t.interest_answer_accept(), "check"),
        (StateKind::Waitlisted, State::Accepted) => (t.interest_answer_take_back(), "hourglass"),
        (StateKind::Waitlisted, State::Declined) => (t.interest_answer_waitlist_after_no(), "hourglass"),
        (StateKind::Waitlisted, _) => (t.interest_answer_waitlist(), "hourglass"),
        _ => (t.interest_answer_decline(), "close"),
    }
}

/// What is asked above the answers, and what they do to the answer that was given.
pub(super) fn question(t: T, interest: &Interest, task: &Task) -> (&'static str, String) {
    let (name, is_called) = (interest.first_name(), interest.email.is_none());
    match (interest.state, is_called) {
        (State::Accepted, false) => (t.interest_answer_changed(), t.interest_answer_changed_text(name)),
        (State::Accepted, true) => (t.interest_answer_changed(), t.interest_answer_changed_text_call(name)),
        (State::Declined, false) => (t.interest_answer_after_no(), t.interest_answer_after_no_text(name)),
        (State::Declined, true) => (t.interest_answer_after_no(), t.interest_answer_after_no_text_call(name)),
        _ if !takes_interest(task) => (t.interest_answer_what(), t.interest_answer_over().to_owned()),
        _ => (t.interest_answer_what(), String::new()),
    }
}

/// How many places are free, when they are too few for a yes: known before anybody is called. A place of the waiting list
/// that is kept for them is theirs.
pub(super) async fn no_room_for(
    connection: &mut Connection,
    cx: &Cx,
    interest: &Interest,
    shown: &ShownTask,
) -> Result<Option<i64>> {
    let short = shown.places_left().filter(|left| *left < interest.persons);
    let can_be_accepted = interest.clone().accept(None, cx.now()).is_ok();
    let (Some(left), true, true) = (short, can_be_accepted, takes_interest(&shown.task)) else {
        return Ok(None);
    };
    if interest.state == State::Waitlisted {
        let standing = offer::standing(connection, cx.tenant.id, shown.task.id).await?;
        if standing.contains_key(&interest.id) {
            return Ok(None);
        }
    }
    Ok(Some(left.max(0)))
}
