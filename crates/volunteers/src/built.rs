//! What CVs and groups have built on people and tasks, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    PERSON_VOLUNTEERS = "select p.id from person p
        where p.tenant_id = $1
          and (exists (select 1 from volunteer_cv v where v.tenant_id = p.tenant_id and v.person_id = p.id)
            or exists (select 1 from volunteer_consent c where c.tenant_id = p.tenant_id and c.person_id = p.id)
            or exists (select 1 from volunteer_group g where g.tenant_id = p.tenant_id and g.person_id = p.id)
            or exists (select 1 from pupil_project u where u.tenant_id = p.tenant_id and u.person_id = p.id)
            or exists (select 1 from cv_look l where l.tenant_id = p.tenant_id and l.by_person_id = p.id)
            or exists (select 1 from cv_looked_at a where a.tenant_id = p.tenant_id and a.person_id = p.id))
          and p.id in ({list})";
    TASK_WAS_SOUGHT_FOR = "select task_id from cv_look where tenant_id = $1 and task_id in ({list})";
}

pub(crate) const BUILT: [Built; 2] = [
    Built {
        on: "person",
        by: By::Anybody(&PERSON_VOLUNTEERS),
        said: |l| T(l).import_undo_person_volunteers(),
    },
    Built {
        on: "task",
        by: By::Anybody(&TASK_WAS_SOUGHT_FOR),
        said: |l| T(l).import_undo_task_was_sought_for(),
    },
];
