//! What public meetings have built on people, for whoever wants to undo an import that made them.

use samskab_web::built::{Built, By};

use crate::T;

samskab_store::statements! {
    PERSON_COMES = "select p.id from person p where p.tenant_id = $1
        and exists (select 1 from dialogue_guest g where g.tenant_id = p.tenant_id and g.person_id = p.id)
        and p.id in ({list})";
}

pub(crate) const BUILT: [Built; 1] =
    [Built { on: "person", by: By::Anybody(&PERSON_COMES), said: |l| T(l).undo_comes_to_a_meeting() }];
