//! What shifts have built on tasks and people, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    TASK_HAS_SHIFTS = "select t.id from task t
        where t.tenant_id = $1
          and (exists (select 1 from shift s where s.tenant_id = t.tenant_id and s.task_id = t.id)
            or exists (select 1 from shift_series r where r.tenant_id = t.tenant_id and r.task_id = t.id))
          and t.id in ({list})";
    PERSON_HAS_SHIFTS = "select p.id from person p
        where p.tenant_id = $1
          and (exists (select 1 from booking b where b.tenant_id = p.tenant_id
                         and (b.person_id = p.id or b.asked_person_id = p.id))
            or exists (select 1 from calendar_address c where c.tenant_id = p.tenant_id and c.person_id = p.id))
          and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 2] = [
    Built { on: "task", by: By::Anybody(&TASK_HAS_SHIFTS), said: |l| T(l).import_undo_task_has_shifts() },
    Built {
        on: "person",
        by: By::Anybody(&PERSON_HAS_SHIFTS),
        said: |l| T(l).import_undo_person_has_shifts(),
    },
];
