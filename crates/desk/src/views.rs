//! A list as somebody wants to see it again: its words, filters and order under a name of their own.

use axum::response::Response;
use samskab_kernel::{Id, Instant, TenantId};
use samskab_store::{Connection, Result as StoreResult, Tx};
use samskab_web::{
    Check, Cx, Error, Result, Services,
    merge::{Merges, Moving, Pair, moving, run},
    module::BoxFuture,
    personal::{Known, Row, read_known},
};
use uuid::Uuid;

use crate::{ListQuery, T, list::StaffList};

/// The mark of a saved view.
enum ViewRow {}
type ViewId = Id<ViewRow>;

samskab_store::statements! {
    OF = "select id, name, address from saved_view where tenant_id = $1 and person_id = $2 and list = $3 order by name, id";
    /// The same name again is the same view, changed.
    SAVE = "insert into saved_view (id, tenant_id, person_id, list, name, address, created_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (tenant_id, person_id, list, name) do update set address = excluded.address";
    REMOVE = "delete from saved_view where tenant_id = $1 and person_id = $2 and list = $3 and id = $4";
    KNOWN = "select name, address, created_at from saved_view where tenant_id = $1 and person_id = $2 order by list, name";
    COUNT = "select count(*) from saved_view where tenant_id = $1 and person_id = $2";
    /// A view that both have is kept once.
    BOTH = "delete from saved_view where tenant_id = $1 and person_id = $3
            and exists (select 1 from saved_view o where o.tenant_id = saved_view.tenant_id and o.person_id = $2
                        and o.list = saved_view.list and o.name = saved_view.name)";
    MOVE = "update saved_view set person_id = $2 where tenant_id = $1 and person_id = $3";
}

/// At most this many views of one list: more are no help in finding them again.
const MOST: usize = 12;

#[derive(samskab_store::Row)]
pub(crate) struct SavedView {
    id: ViewId,
    pub name: String,
    pub address: String,
}

impl SavedView {
    pub(crate) fn id(&self) -> String {
        self.id.to_string()
    }
}

samskab_web::form! {
    /// The list as it is seen, and what it is to be called.
    pub struct ViewForm {
        navn: text(list_view_name).hint(list_view_name_hint).max(40).required(),
        tilbage: hidden,
    }
}

samskab_web::form! {
    pub struct RemoveViewForm {
        visning: hidden,
        tilbage: hidden,
    }
}

/// The reader of the list; nobody else has views.
fn me(cx: &Cx) -> Result<Uuid> {
    cx.actor.person.ok_or(Error::SignIn)
}

/// Those of the reader, by name.
pub(crate) async fn of(cx: &Cx, connection: &mut Connection, list: &'static str) -> Result<Vec<SavedView>> {
    Ok(connection.query(&OF).bind(cx.tenant.id).bind(me(cx)?).bind(list).all().await?)
}

/// What was asked of this list, from an address that was sent with a form; always its first page.
pub(crate) fn asked(list: &dyn StaffList, address: &str) -> ListQuery {
    let query = address.strip_prefix(list.facts().path).and_then(|rest| rest.strip_prefix('?'));
    ListQuery::parse(query.unwrap_or_default()).after("")
}

/// The result of saving a view.
pub(crate) enum ViewOutcome {
    Saved(Response),
    /// The form with what is wrong, and the list as it was seen.
    Refused(ListQuery, ViewForm),
}

/// POST {list}/visninger
pub(crate) async fn save(cx: &Cx, list: &'static dyn StaffList, form: ViewForm) -> Result<ViewOutcome> {
    cx.require(list.may(cx))?;
    let (t, facts, me) = (T(cx.locale), list.facts(), me(cx)?);
    let asked = asked(list, &form.tilbage);
    let mut tx = cx.write().await?;
    let known = of(cx, &mut tx, facts.code).await?;
    let mut check = Check::new(cx.locale);
    let name = form.navn().text(&mut check).unwrap_or_default();
    if known.len() >= MOST && known.iter().all(|view| view.name != name) {
        check.refuse(&form.navn(), t.list_view_too_many(MOST));
    }
    if let Err(errors) = check.done() {
        return Ok(ViewOutcome::Refused(asked, form.with_errors(errors)));
    }
    let address = asked.address(facts.path);
    save_view(&mut tx, me, facts.code, name, address.clone()).await?;
    tx.commit().await?;
    Ok(ViewOutcome::Saved(cx.redirect_saying(address, "success", "list-view-saved")?))
}

/// Saves the list of this code at an address as somebody's view.
#[samskab_store::compiled_once]
pub async fn save_view(
    tx: &mut Tx,
    person: Uuid,
    list: &'static str,
    name: String,
    address: String,
) -> StoreResult<()> {
    let (id, tenant, now): (ViewId, TenantId, Instant) = (tx.new_id(), tx.tenant(), tx.now());
    let save = tx.query(&SAVE).bind(id).bind(tenant).bind(person).bind(list).bind(name);
    save.bind(address).bind(now).execute().await?;
    Ok(())
}

/// POST {list}/visninger/fjern
pub(crate) async fn remove(cx: Cx, list: &'static dyn StaffList, form: RemoveViewForm) -> Result<Response> {
    cx.require(list.may(&cx))?;
    let me = me(&cx)?;
    let id: ViewId = form.visning.parse().or(Err(Error::NotFound))?;
    let mut tx = cx.write().await?;
    let query = tx.query(&REMOVE).bind(cx.tenant.id).bind(me).bind(list.facts().code).bind(id);
    if query.execute().await? == 0 {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    let back = asked(list, &form.tilbage).address(list.facts().path);
    cx.redirect_saying(back, "success", "list-view-removed")
}

/// For the copy of the reader's own data.
pub(crate) fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    let t = T(cx.locale);
    let heading = ("saved_views", t.list_views());
    let say = move |row: Row, (name, address, at): (String, String, Instant)| {
        row.value("name", t.list_view_name(), name.clone(), name.into())
            .value("address", t.list_view_address(), address.clone(), address.into())
            .at("created_at", t.list_view_created(), at)
    };
    Box::pin(read_known(cx, connection, &KNOWN, person, heading, say))
}

pub(crate) const MERGES: Merges =
    Merges { place: 95, columns: &["saved_view.person_id"], preview, carry_out };

fn preview<'a>(cx: &'a Cx, connection: &'a mut Connection, pair: Pair) -> BoxFuture<'a, Result<Vec<Moving>>> {
    Box::pin(moving(cx, connection, &COUNT, pair, |locale, count| T(locale).list_views_move(count)))
}

fn carry_out<'a>(_: &'a Services, tx: &'a mut Tx, pair: Pair) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move { run(tx, pair, &[&BOTH, &MOVE]).await })
}
