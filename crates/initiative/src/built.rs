//! What initiatives have built on people, positions and units, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    POSITION_OWNS = "select p.id from position p where p.tenant_id = $1
        and exists (select 1 from initiative e where e.tenant_id = p.tenant_id and e.owner_position_id = p.id)
        and p.id in ({list})";
    UNIT_PROPOSED = "select u.id from unit u where u.tenant_id = $1
        and exists (select 1 from proposal x where x.tenant_id = u.tenant_id and x.unit_id = u.id)
        and u.id in ({list})";
    PERSON_PROPOSED = "select p.id from person p where p.tenant_id = $1
        and (exists (select 1 from proposal x where x.tenant_id = p.tenant_id and x.writer_id = p.id)
          or exists (select 1 from proposal_version v where v.tenant_id = p.tenant_id and v.person_id = p.id)
          or exists (select 1 from proposal_note o where o.tenant_id = p.tenant_id and o.person_id = p.id)
          or exists (select 1 from initiative e where e.tenant_id = p.tenant_id and e.owner_person_id = p.id)
          or exists (select 1 from initiative_note s where s.tenant_id = p.tenant_id and s.person_id = p.id))
        and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 3] = [
    Built { on: "position", by: By::Anybody(&POSITION_OWNS), said: |l| T(l).undo_owns_initiative() },
    Built { on: "unit", by: By::Anybody(&UNIT_PROPOSED), said: |l| T(l).undo_has_proposal() },
    Built { on: "person", by: By::Anybody(&PERSON_PROPOSED), said: |l| T(l).undo_has_proposal() },
];
