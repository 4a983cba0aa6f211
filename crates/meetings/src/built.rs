//! What meetings have built on people, positions and associations, for whoever wants to undo an import that made
//! them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    ASSOCIATION_SITS = "select s.id from association s where s.tenant_id = $1
        and (exists (select 1 from body_seat k where k.tenant_id = s.tenant_id and k.association_id = s.id)
          or exists (select 1 from introduction n where n.tenant_id = s.tenant_id and n.association_id = s.id))
        and s.id in ({list})";
    POSITION_SITS = "select p.id from position p where p.tenant_id = $1
        and (exists (select 1 from body_seat k where k.tenant_id = p.tenant_id and k.position_id = p.id)
          or exists (select 1 from year_event y where y.tenant_id = p.tenant_id and y.position_id = p.id))
        and p.id in ({list})";
    UNIT_ASKED = "select u.id from unit u where u.tenant_id = $1
        and (exists (select 1 from enquiry q where q.tenant_id = u.tenant_id and q.unit_id = u.id)
          or exists (select 1 from introduction n where n.tenant_id = u.tenant_id and n.unit_id = u.id)
          or exists (select 1 from body b where b.tenant_id = u.tenant_id and b.unit_id = u.id))
        and u.id in ({list})";
    PERSON_MEETS = "select p.id from person p where p.tenant_id = $1
        and (exists (select 1 from body_seat k where k.tenant_id = p.tenant_id and k.person_id = p.id)
          or exists (select 1 from meeting_answer a where a.tenant_id = p.tenant_id and a.person_id = p.id)
          or exists (select 1 from meeting m where m.tenant_id = p.tenant_id and m.approved_by_id = p.id)
          or exists (select 1 from follow_up f where f.tenant_id = p.tenant_id and f.person_id = p.id)
          or exists (select 1 from enquiry q where q.tenant_id = p.tenant_id and p.id in (q.person_id, q.taken_by_id))
          or exists (select 1 from decision_request r where r.tenant_id = p.tenant_id and r.person_id = p.id)
          or exists (select 1 from introduction n where n.tenant_id = p.tenant_id and n.person_id = p.id))
        and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 4] = [
    Built { on: "association", by: By::Anybody(&ASSOCIATION_SITS), said: |l| T(l).undo_sits_in_a_body() },
    Built { on: "position", by: By::Anybody(&POSITION_SITS), said: |l| T(l).undo_sits_in_a_body() },
    Built { on: "unit", by: By::Anybody(&UNIT_ASKED), said: |l| T(l).undo_has_asked() },
    Built { on: "person", by: By::Anybody(&PERSON_MEETS), said: |l| T(l).undo_sits_in_a_body() },
];
