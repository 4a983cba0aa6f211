//! What engagements have built on tasks, associations and people, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    TASK_HAS_AGREEMENTS = "select task_id from engagement
                           where tenant_id = $1 and created_at >= $2 and task_id in ({list})";
    TASK_WAS_COUNTED = "select task_id from engagement_count where tenant_id = $1 and task_id in ({list})";
    PERSON_ANSWERED = "select p.id from person p
        where p.tenant_id = $1
          and (exists (select 1 from interest i where i.tenant_id = p.tenant_id and i.entered_by = p.id)
            or exists (select 1 from interest_step s where s.tenant_id = p.tenant_id and s.by_person_id = p.id)
            or exists (select 1 from engagement_step e where e.tenant_id = p.tenant_id and e.by_person_id = p.id)
            or exists (select 1 from association_declaration d where d.tenant_id = p.tenant_id and d.signed_by = p.id))
          and p.id in ({list})";
    PERSON_HAS_AGREEMENTS = "select p.id from person p
        where p.tenant_id = $1
          and exists (select 1 from engagement e where e.tenant_id = p.tenant_id
                        and p.id in (e.person_id, e.place_agreed_by, e.volunteer_agreed_by))
          and p.id in ({list})";
    ASSOCIATION_HAS_DECLARED = "select association_id from association_declaration
                                where tenant_id = $1 and association_id in ({list})";
}

pub(crate) const BUILT: [Built; 5] = [
    Built {
        on: "task",
        by: By::Since(&TASK_HAS_AGREEMENTS),
        said: |l| T(l).import_undo_task_has_agreements(),
    },
    Built {
        on: "task",
        by: By::Anybody(&TASK_WAS_COUNTED),
        said: |l| T(l).import_undo_task_has_agreements(),
    },
    Built { on: "person", by: By::Anybody(&PERSON_ANSWERED), said: |l| T(l).import_undo_person_answered() },
    Built {
        on: "person",
        by: By::Anybody(&PERSON_HAS_AGREEMENTS),
        said: |l| T(l).import_undo_person_has_agreements(),
    },
    Built {
        on: "association",
        by: By::Anybody(&ASSOCIATION_HAS_DECLARED),
        said: |l| T(l).import_undo_association_has_declared(),
    },
];
