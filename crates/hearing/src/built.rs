//! What hearings have built on people and associations, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    ASSOCIATION_HEARD = "select s.id from association s where s.tenant_id = $1
        and exists (select 1 from hearing_party k where k.tenant_id = s.tenant_id and k.association_id = s.id)
        and s.id in ({list})";
    PERSON_HEARD = "select p.id from person p where p.tenant_id = $1
        and (exists (select 1 from hearing_response r where r.tenant_id = p.tenant_id and r.person_id = p.id)
          or exists (select 1 from hearing_remark m where m.tenant_id = p.tenant_id
            and (m.assignee_id = p.id or m.assessed_by_id = p.id or m.approved_by_id = p.id))
          or exists (select 1 from hearing_change c where c.tenant_id = p.tenant_id and c.person_id = p.id))
        and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 2] = [
    Built { on: "association", by: By::Anybody(&ASSOCIATION_HEARD), said: |l| T(l).undo_is_heard() },
    Built { on: "person", by: By::Anybody(&PERSON_HEARD), said: |l| T(l).undo_has_answered() },
];
