//! What this context has built on people, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    PERSON_WAS_LOOKED_UP = "select p.id from person p
        where p.tenant_id = $1
          and (exists (select 1 from email_change e where e.tenant_id = p.tenant_id and e.person_id = p.id)
            or exists (select 1 from person_look l where l.tenant_id = p.tenant_id and l.by_person_id = p.id))
          and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 1] = [Built {
    on: "person",
    by: By::Anybody(&PERSON_WAS_LOOKED_UP),
    said: |l| T(l).import_undo_person_changes_address(),
}];
