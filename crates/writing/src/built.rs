//! What texts have built on people, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    PERSON_WROTE = "select p.id from person p where p.tenant_id = $1
        and (exists (select 1 from text_version v where v.tenant_id = p.tenant_id and v.person_id = p.id)
          or exists (select 1 from change_proposal c where c.tenant_id = p.tenant_id and c.person_id = p.id))
        and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 1] =
    [Built { on: "person", by: By::Anybody(&PERSON_WROTE), said: |l| T(l).undo_has_written() }];
