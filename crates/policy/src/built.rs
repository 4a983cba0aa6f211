//! What policies have built on people, positions and units, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    POSITION_LEADS = "select p.id from position p where p.tenant_id = $1
        and exists (select 1 from policy x where x.tenant_id = p.tenant_id and x.leader_id = p.id)
        and p.id in ({list})";
    UNIT_IS_IN = "select u.id from unit u where u.tenant_id = $1
        and exists (select 1 from policy_department d where d.tenant_id = u.tenant_id and d.unit_id = u.id)
        and u.id in ({list})";
    PERSON_IS_IN = "select n.id from person n where n.tenant_id = $1
        and (exists (select 1 from policy_exception e where e.tenant_id = n.tenant_id and e.person_id = n.id)
          or exists (select 1 from policy_correction c where c.tenant_id = n.tenant_id and c.person_id = n.id)
          or exists (select 1 from plan_template t where t.tenant_id = n.tenant_id and t.person_id = n.id)
          or exists (select 1 from policy_signup u where u.tenant_id = n.tenant_id and u.person_id = n.id))
        and n.id in ({list})";
}

pub(crate) const BUILT: [Built; 3] = [
    Built { on: "position", by: By::Anybody(&POSITION_LEADS), said: |l| T(l).undo_leads_policy() },
    Built { on: "unit", by: By::Anybody(&UNIT_IS_IN), said: |l| T(l).undo_in_policy() },
    Built { on: "person", by: By::Anybody(&PERSON_IS_IN), said: |l| T(l).undo_in_policy() },
];
