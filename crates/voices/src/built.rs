//! What voices have built on people, associations and units, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    ASSOCIATION_TAKES_PART = "select s.id from association s where s.tenant_id = $1
        and exists (select 1 from voice_participant v where v.tenant_id = s.tenant_id and v.association_id = s.id)
        and s.id in ({list})";
    UNIT_TAKES_PART = "select u.id from unit u where u.tenant_id = $1
        and exists (select 1 from voice_participant v where v.tenant_id = u.tenant_id and u.id in (v.unit_id, v.area_id))
        and u.id in ({list})";
    PERSON_ANSWERS = "select p.id from person p where p.tenant_id = $1
        and exists (select 1 from voice_point q where q.tenant_id = p.tenant_id and q.assignee_id = p.id)
        and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 3] = [
    Built { on: "association", by: By::Anybody(&ASSOCIATION_TAKES_PART), said: |l| T(l).undo_takes_part() },
    Built { on: "unit", by: By::Anybody(&UNIT_TAKES_PART), said: |l| T(l).undo_takes_part() },
    Built { on: "person", by: By::Anybody(&PERSON_ANSWERS), said: |l| T(l).undo_answers_points() },
];
