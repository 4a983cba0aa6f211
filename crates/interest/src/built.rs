//! What interests have built on tasks, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    TASK_HAS_INTEREST = "select task_id from interest where tenant_id = $1 and created_at >= $2 and task_id in ({list})";
    TASK_IS_WAITED_FOR = "select task_id from waiting_list_offer where tenant_id = $1 and task_id in ({list})";
}

pub(crate) const BUILT: [Built; 2] = [
    Built { on: "task", by: By::Since(&TASK_HAS_INTEREST), said: |l| T(l).import_undo_task_has_interest() },
    Built {
        on: "task",
        by: By::Anybody(&TASK_IS_WAITED_FOR),
        said: |l| T(l).import_undo_task_has_interest(),
    },
];
