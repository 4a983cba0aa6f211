//! What invitations and searches have built on tasks and people, for whoever wants to undo an import that made them.
//! A mere suggestion binds nobody.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    TASK_HAS_INVITATIONS = "select t.id from task t
        where t.tenant_id = $1
          and (exists (select 1 from invitation i where i.tenant_id = t.tenant_id and i.task_id = t.id)
            or exists (select 1 from suggestion_declined d where d.tenant_id = t.tenant_id and d.task_id = t.id)
            or exists (select 1 from stand_in_search s where s.tenant_id = t.tenant_id and s.task_id = t.id))
          and t.id in ({list})";
    PERSON_HAS_INVITATIONS = "select p.id from person p
        where p.tenant_id = $1
          and (exists (select 1 from invitation i where i.tenant_id = p.tenant_id
                         and (i.person_id = p.id or i.by_person_id = p.id))
            or exists (select 1 from suggestion_declined d where d.tenant_id = p.tenant_id and d.person_id = p.id))
          and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 2] = [
    Built {
        on: "task",
        by: By::Anybody(&TASK_HAS_INVITATIONS),
        said: |l| T(l).import_undo_task_has_invitations(),
    },
    Built {
        on: "person",
        by: By::Anybody(&PERSON_HAS_INVITATIONS),
        said: |l| T(l).import_undo_person_has_invitations(),
    },
];
