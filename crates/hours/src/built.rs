//! What hours and proofs have built on tasks and people, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    TASK_HAS_HOURS = "select task_id from hours_count where tenant_id = $1 and task_id in ({list})";
    PERSON_HAS_HOURS = "select p.id from person p
        where p.tenant_id = $1
          and (exists (select 1 from hours h where h.tenant_id = p.tenant_id
                         and (h.person_id = p.id or h.by_person_id = p.id))
            or exists (select 1 from proof o where o.tenant_id = p.tenant_id and o.person_id = p.id))
          and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 2] = [
    Built { on: "task", by: By::Anybody(&TASK_HAS_HOURS), said: |l| T(l).import_undo_task_has_hours() },
    Built { on: "person", by: By::Anybody(&PERSON_HAS_HOURS), said: |l| T(l).import_undo_person_has_hours() },
];
