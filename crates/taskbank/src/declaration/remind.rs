//! Each January the associations that must declare are told, once, and later by the coordinator's hand; until they have, it
//! waits in Mit overblik.

use samskab_jobs::Failure;
use samskab_kernel::{Day, Instant, TenantId, danish::sort_key};
use samskab_organisation::{
    answering::Poster,
    association::{self, Association, AssociationId, Contact, State},
    identify::Who as _,
    person::{self, PersonId},
};
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_web::{Cx, Services, WorkItem, module::BoxFuture};
use uuid::Uuid;

use super::{Gates, Settings, href, may_sign_by_role, store, year_of};
use crate::{T, notice, notice::mail::municipality};

const KIND: &str = "requirement.declaration";
/// Told in the first weeks of the year.
const MONTH: i8 = 1;

/// Who must: those approved under folkeoplysningsloven (law B.4), those with tasks for children, and all where the
/// municipality lets every task wait for it.
fn must(association: &Association, gates: Gates, with_children: &[AssociationId]) -> bool {
    association.state == State::Approved
        && (association.approved_folkeoplysning
            || gates == Gates::All
            || with_children.contains(&association.id))
}

/// Nobody is reminded by hand more often than this.
const DAYS_BETWEEN: i64 = 14;

/// Why an association is not reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeftOut {
    /// It has declared, or is approved no longer.
    Signed,
    /// It was told within the last [`DAYS_BETWEEN`] days.
    Told,
    /// Nobody speaks for the association.
    Nobody,
}

impl LeftOut {
    pub(super) fn said(self, t: T) -> &'static str {
        match self {
            Self::Signed => t.declaration_remind_signed(),
            Self::Told => t.declaration_remind_told(),
            Self::Nobody => t.declaration_remind_nobody(),
        }
    }
}

/// One association that is to be reminded.
pub(super) struct Reminder {
    association: AssociationId,
    pub name: String,
    /// The people who sign; where there is none, all who speak for it.
    people: Vec<PersonId>,
    /// Their names with their roles.
    pub to: Vec<String>,
    pub left_out: Option<LeftOut>,
}

impl Reminder {
    fn of(association: &Association, contacts: &[Contact]) -> Self {
        let own: Vec<&Contact> = contacts.iter().filter(|one| one.association_id == association.id).collect();
        let signing: Vec<&Contact> = own.iter().copied().filter(|one| may_sign_by_role(one.role)).collect();
        let told = if signing.is_empty() { own } else { signing };
        Self {
            association: association.id,
            name: association.full_name(),
            people: told.iter().map(|one| one.person_id).collect(),
            to: told.iter().map(|one| one.name.clone()).collect(),
            left_out: if told.is_empty() { Some(LeftOut::Nobody) } else { None },
        }
    }

    pub(super) async fn send(&self, tx: &mut Tx, year: i64) -> Result<()> {
        let tenant = tx.tenant();
        for person in person::store::find_many(tx, tenant, &self.people).await? {
            let text = T(person.locale).declaration_news_declaration(year.to_string());
            notice::tell(tx, person.id, KIND, text, href(self.association)).await?;
        }
        Ok(())
    }
}

/// The chosen associations, those that are left out with the reason.
pub(super) async fn by_hand(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[Uuid],
    now: Instant,
) -> Result<Vec<Reminder>> {
    let ids: Vec<AssociationId> = ids.iter().copied().map(AssociationId::from).collect();
    let associations = association::store::find_many(connection, tenant, &ids).await?;
    let signed = store::of_year(connection, tenant, year_of(now)).await?;
    let contacts = association::store::contacts(connection, tenant, &ids, now.day()).await?;
    let told = notice::told(connection, tenant, KIND, now.plus_days(-DAYS_BETWEEN)).await?;
    let reminder = |association: &Association| {
        let reminder = Reminder::of(association, &contacts);
        let is_done = association.state != State::Approved
            || signed.iter().any(|declaration| declaration.association == association.id);
        let left_out = match () {
            () if is_done => Some(LeftOut::Signed),
            () if told.contains(&href(association.id)) => Some(LeftOut::Told),
            () => reminder.left_out,
        };
        Reminder { left_out, ..reminder }
    };
    let mut all: Vec<Reminder> = associations.iter().map(reminder).collect();
    all.sort_by_cached_key(|one| sort_key(&one.name));
    Ok(all)
}

pub async fn remind(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    if now.day().date().month() != MONTH {
        return Ok(());
    }
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let gates = Settings::of(&municipality).declaration_gates;
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let year = year_of(now);
    let signed = store::of_year(&mut tx, tenant, year).await?;
    let with_children = store::with_children(&mut tx, tenant).await?;
    let mut associations = association::store::all(&mut tx, tenant).await?;
    associations.retain(|one| {
        must(one, gates, &with_children)
            && !signed.iter().any(|declaration| declaration.association == one.id)
    });
    let ids: Vec<AssociationId> = associations.iter().map(|one| one.id).collect();
    let contacts = association::store::contacts(&mut tx, tenant, &ids, now.day()).await?;
    let new_year = Day::of(now.day().date().year(), 1, 1).start();
    let told = notice::told(&mut tx, tenant, KIND, new_year).await?;
    for association in associations.iter().filter(|one| !told.contains(&href(one.id))) {
        Reminder::of(association, &contacts).send(&mut tx, year).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// What waits for the contacts of an association. At most four queries.
pub fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, samskab_web::Result<Vec<WorkItem>>> {
    Box::pin(waiting(cx, connection))
}

async fn waiting(cx: &Cx, connection: &mut Connection) -> samskab_web::Result<Vec<WorkItem>> {
    let own: Vec<AssociationId> = cx.actor.posters().into_iter().filter_map(Poster::association).collect();
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let (t, year) = (T(cx.locale), year_of(cx.now()));
    let gates = Settings::of(&cx.tenant).declaration_gates;
    let associations = association::store::find_many(connection, cx.tenant.id, &own).await?;
    let signed = store::of_year(connection, cx.tenant.id, year).await?;
    let with_children = store::with_children(connection, cx.tenant.id).await?;
    let first = Day::of(cx.now().day().date().year(), 1, 1);
    Ok(associations
        .iter()
        .filter(|one| must(one, gates, &with_children))
        .filter(|one| !signed.iter().any(|declaration| declaration.association == one.id))
        .map(|one| WorkItem {
            heading: t.worklist_kind_requirement_declaration(),
            title: t.declaration_work_declaration(year.to_string()),
            detail: one.full_name(),
            href: href(one.id),
            since: first.start().max(one.state_since),
            due: None,
            reason: None,
            act: None,
        })
        .collect())
}
