//! What an import of tasks writes, as far as undoing it must remove that, and what people build on it here.

use samskab_import::{Part, PutBack, Thing};
use samskab_web::built::{Built, By};

use super::super::store;
use crate::T;

pub(super) const TASK: &str = "task";

samskab_store::statements! {
    REMOVE_TASK = "delete from task where tenant_id = $1 and id = $2";
    TASK_WAS_PUBLISHED = "select id from task where tenant_id = $1 and published_at > $2 and id in ({list})";
    TASK_WAS_VISITED = "select task_id from channel_visit where tenant_id = $1 and task_id in ({list})";
    UNIT_HAS_TASKS = "select unit_id, id from task where tenant_id = $1 and unit_id in ({list})";
    ASSOCIATION_HAS_TASKS = "select association_id, id from task where tenant_id = $1 and association_id in ({list})";
    PERSON_HAS_TASKS = "select contact_person_id, id from task
                        where tenant_id = $1 and contact_person_id in ({list})";
    PERSON_HAS_CHANNEL = "select person_id from channel where tenant_id = $1 and person_id in ({list})";
}

pub(super) static THINGS: [Thing; 1] = [Thing {
    table: TASK,
    parts: &[Part {
        owner: "id",
        rows: &store::FIND_MANY,
        remove: &REMOVE_TASK,
        put_back: PutBack::Save(&store::SAVE),
    }],
}];

/// Records of this context that depend on tasks, units, associations and people.
pub(crate) const BUILT: [Built; 6] = [
    Built {
        on: TASK,
        by: By::Since(&TASK_WAS_PUBLISHED),
        said: |locale| T(locale).import_undo_task_was_published(),
    },
    Built {
        on: TASK,
        by: By::Anybody(&TASK_WAS_VISITED),
        said: |locale| T(locale).import_undo_task_was_visited(),
    },
    Built {
        on: "unit",
        by: By::Rows(TASK, &UNIT_HAS_TASKS),
        said: |locale| T(locale).import_undo_poster_has_tasks(),
    },
    Built {
        on: "association",
        by: By::Rows(TASK, &ASSOCIATION_HAS_TASKS),
        said: |locale| T(locale).import_undo_poster_has_tasks(),
    },
    Built {
        on: "person",
        by: By::Rows(TASK, &PERSON_HAS_TASKS),
        said: |locale| T(locale).import_undo_person_has_tasks(),
    },
    Built {
        on: "person",
        by: By::Anybody(&PERSON_HAS_CHANNEL),
        said: |locale| T(locale).import_undo_person_has_tasks(),
    },
];
