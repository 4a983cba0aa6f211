//! Who may do what in the task bank: one decision, read by every handler and printed as a table. The contexts above decide
//! about what stands around a task in an `authority` of their own, over the same [`TaskResource`].
//!
//! Units and associations post on equal terms (FX-03): whoever answers for one writes, publishes,
//! closes and answers for it. What differs is who says yes first, where the municipality wants
//! that: the key person of the area for a unit, the coordinator for an association.

use samskab_organisation::{
    answering::Poster,
    authority::stand_in,
    identify::{Who as _, role},
};
use samskab_web::Actor;
use uuid::Uuid;

use crate::state::StateKind;

pub use samskab_organisation::authority::Row;

samskab_kernel::codes! {
    pub enum Action {
        /// Read the task.
        See => "see_task",
        /// Write a new one, also by copying, and save it as a draft.
        Create => "create_task",
        /// Change the task's text.
        Edit => "edit_task",
        /// Make it public, or send it to the one who must say yes.
        Publish => "publish_task",
        /// Say yes to somebody else's task, or send it back with words.
        Approve => "approve_task",
        /// Fill, close, cancel or reopen it, and say that it is still current.
        Close => "close_task",
        /// Sign an association's yearly declaration about børneattester (law B.4); the resource is the association's.
        SignDeclaration => "sign_declaration",
        /// Print a poster with a code that leads to it.
        PrintPoster => "print_poster",
    }
}

samskab_kernel::codes! {
    /// What is done for the whole municipality or an area, not to one task.
    pub enum WideAction {
        /// Keep the register of channels and see what each leads to (VB-22).
        KeepChannels => "keep_channels",
        /// See which associations have declared that they obtain børneattester (law B.4).
        SeeDeclarations => "see_declarations",
        /// Look whether the notes about rules on the tasks' pages still hold (law B.15).
        KeepLegalNotes => "keep_legal_notes",
    }
}

/// The decision about what concerns more than one task. Which areas somebody sees is `reached_units`.
pub fn may_widely(actor: &Actor, action: WideAction) -> bool {
    match action {
        WideAction::KeepChannels | WideAction::SeeDeclarations | WideAction::KeepLegalNotes => {
            actor.is_coordinator()
        }
    }
}

/// What the decision needs to know about a task, stored or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskResource {
    pub poster: Poster,
    pub state: StateKind,
}

impl TaskResource {
    /// A task that `poster` would post.
    pub fn new_for(poster: Poster) -> Self {
        Self { poster, state: StateKind::Draft }
    }
}

/// The decision.
pub fn may(actor: &Actor, action: Action, task: impl Into<TaskResource>) -> bool {
    let task = task.into();
    let is_draft = task.state == StateKind::Draft;
    match action {
        Action::See => {
            is_public(task.state)
                || actor.answers_for(task.poster)
                || waits_to_be_approved(actor, task.poster)
        }
        // An association that waits for its approval can already write: nothing is public by that.
        Action::Create | Action::Edit => {
            actor.may_post_for(task.poster) || is_draft && waits_to_be_approved(actor, task.poster)
        }
        Action::Publish => actor.may_post_for(task.poster),
        Action::Approve => match task.poster {
            Poster::Unit(unit) => {
                actor.is_coordinator()
                    || [role::KEY_PERSON, role::DEPUTY_KEY_PERSON]
                        .iter()
                        .any(|role| actor.has_for(role, unit.uuid()))
            }
            Poster::Association(_) => actor.is_coordinator(),
        },
        Action::Close | Action::PrintPoster => actor.answers_for(task.poster),
        // A declaration is the association's own word: nobody gives it for them.
        Action::SignDeclaration => task
            .poster
            .association()
            .is_some_and(|association| actor.has_for(role::ASSOCIATION, association.uuid())),
    }
}

fn is_public(state: StateKind) -> bool {
    !matches!(state, StateKind::Draft | StateKind::Awaiting)
}

fn waits_to_be_approved(actor: &Actor, poster: Poster) -> bool {
    poster
        .association()
        .is_some_and(|association| actor.has_for(role::ASSOCIATION_PENDING, association.uuid()))
}

/// Every role, the public included, against every action and the tasks of its own and of other
/// posters, drafts and public ones, answered by [`may`] itself. For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let is_sensible = |action, state| match action {
        Action::Create | Action::Publish | Action::Approve => state == StateKind::Draft,
        Action::Close | Action::PrintPoster | Action::SignDeclaration => state == StateKind::Open,
        Action::See | Action::Edit => true,
    };
    let mut rows = rows_of_tasks(Action::ALL, Action::code, is_sensible, may);
    rows.extend(rows_of_municipality(WideAction::ALL, WideAction::code, may_widely));
    rows
}

/// The table of a context that decides about tasks: every role against every action that is sensible for a task in
/// that state.
pub fn rows_of_tasks<A: Copy>(
    actions: &[A],
    code: fn(A) -> &'static str,
    is_sensible: fn(A, StateKind) -> bool,
    may: fn(&Actor, A, TaskResource) -> bool,
) -> Vec<Row> {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let task = |poster, state| TaskResource { poster, state };
    let resources = [
        ("draft of own unit", task(Poster::Unit(own.into()), StateKind::Draft)),
        ("open task of own unit", task(Poster::Unit(own.into()), StateKind::Open)),
        ("draft of other unit", task(Poster::Unit(other.into()), StateKind::Draft)),
        ("open task of other unit", task(Poster::Unit(other.into()), StateKind::Open)),
        ("draft of own association", task(Poster::Association(own.into()), StateKind::Draft)),
        ("open task of own association", task(Poster::Association(own.into()), StateKind::Open)),
        ("draft of other association", task(Poster::Association(other.into()), StateKind::Draft)),
        ("open task of other association", task(Poster::Association(other.into()), StateKind::Open)),
    ];
    let mut rows = Vec::new();
    for role in ["public", "signed_in"].into_iter().chain(role::ALL) {
        let actor = stand_in(role, own, other);
        for action in actions {
            for (resource, task) in resources {
                if is_sensible(*action, task.state) {
                    let allowed = may(&actor, *action, task);
                    rows.push(Row { role, action: code(*action), resource, allowed });
                }
            }
        }
    }
    rows
}

/// As [`rows_of_tasks`], for what is done for the whole municipality or an area.
pub fn rows_of_municipality<A: Copy>(
    actions: &[A],
    code: fn(A) -> &'static str,
    may: fn(&Actor, A) -> bool,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for role in ["public", "signed_in"].into_iter().chain(role::ALL) {
        let actor = stand_in(role, Uuid::from_u128(1), Uuid::from_u128(2));
        for action in actions {
            let allowed = may(&actor, *action);
            rows.push(Row { role, action: code(*action), resource: "municipality", allowed });
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const HAVBLIK: Uuid = Uuid::from_u128(1);
    const ELSEWHERE: Uuid = Uuid::from_u128(2);

    fn a(role: &'static str) -> Actor {
        stand_in(role, HAVBLIK, ELSEWHERE)
    }
    fn draft_of_unit(unit: Uuid) -> TaskResource {
        TaskResource::new_for(Poster::Unit(unit.into()))
    }
    fn draft_of_association(association: Uuid) -> TaskResource {
        TaskResource::new_for(Poster::Association(association.into()))
    }
    fn open(task: TaskResource) -> TaskResource {
        TaskResource { state: StateKind::Open, ..task }
    }

    #[test]
    fn everybody_reads_what_is_public_and_nobody_elses_draft() {
        assert!(may(&a("public"), Action::See, open(draft_of_unit(HAVBLIK))));
        assert!(!may(&a("public"), Action::See, draft_of_unit(HAVBLIK)));
        assert!(!may(&a(role::ASSOCIATION), Action::See, draft_of_association(ELSEWHERE)));
        assert!(may(&a(role::LOCAL_CONTACT), Action::See, draft_of_unit(HAVBLIK)));
    }

    #[test]
    fn units_and_associations_post_on_equal_terms() {
        for action in [Action::Create, Action::Edit, Action::Publish, Action::Close] {
            assert!(may(&a(role::LOCAL_CONTACT), action, draft_of_unit(HAVBLIK)), "{action}");
            assert!(may(&a(role::ASSOCIATION), action, draft_of_association(HAVBLIK)), "{action}");
            assert!(!may(&a(role::LOCAL_CONTACT), action, draft_of_unit(ELSEWHERE)), "{action}");
            assert!(!may(&a(role::ASSOCIATION), action, draft_of_association(ELSEWHERE)), "{action}");
        }
    }

    #[test]
    fn nobody_says_yes_to_their_own_institution_s_task_but_the_key_person_does() {
        assert!(!may(&a(role::LOCAL_CONTACT), Action::Approve, draft_of_unit(HAVBLIK)));
        assert!(may(&a(role::KEY_PERSON), Action::Approve, draft_of_unit(HAVBLIK)));
        assert!(may(&a(role::DEPUTY_KEY_PERSON), Action::Approve, draft_of_unit(HAVBLIK)));
        assert!(!may(&a(role::KEY_PERSON), Action::Approve, draft_of_unit(ELSEWHERE)));
        assert!(!may(&a(role::KEY_PERSON), Action::Approve, draft_of_association(HAVBLIK)));
        assert!(may(&a(role::COORDINATOR), Action::Approve, draft_of_association(ELSEWHERE)));
    }

    #[test]
    fn an_association_that_waits_for_approval_writes_but_does_not_publish() {
        let waiting = a(role::ASSOCIATION_PENDING);
        assert!(may(&waiting, Action::Create, draft_of_association(HAVBLIK)));
        assert!(!may(&waiting, Action::Publish, draft_of_association(HAVBLIK)));
        assert!(!may(&waiting, Action::Close, open(draft_of_association(HAVBLIK))));
    }

    #[test]
    fn the_public_does_nothing_but_read() {
        for row in table().iter().filter(|row| row.role == "public" && row.allowed) {
            assert!(row.action == "see_task" && row.resource.starts_with("open"), "{row:?}");
        }
    }

    #[test]
    fn the_table_answers_each_question_once() {
        let table = table();
        let mut seen: Vec<_> = table.iter().map(|row| (row.role, row.action, row.resource)).collect();
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), count);
    }
}
