//! What requirements have built on tasks and people, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    TASK_HAS_FULFILMENTS = "select task_id from fulfilment where tenant_id = $1 and task_id in ({list})";
    PERSON_HAS_FULFILMENTS = "select p.id from person p
        where p.tenant_id = $1
          and exists (select 1 from fulfilment f where f.tenant_id = p.tenant_id and p.id in (f.person_id, f.assessed_by))
          and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 2] = [
    Built {
        on: "task",
        by: By::Anybody(&TASK_HAS_FULFILMENTS),
        said: |l| T(l).import_undo_has_fulfilments(),
    },
    Built {
        on: "person",
        by: By::Anybody(&PERSON_HAS_FULFILMENTS),
        said: |l| T(l).import_undo_has_fulfilments(),
    },
];
