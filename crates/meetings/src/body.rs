//! Bodies: what they are for, who sits in them, how often they meet, and what they have decided.

mod edit;
mod end_seat;
mod list;
mod seats;
mod show;
pub(crate) mod terms;

pub(crate) use edit::BodyChanged;
pub(crate) use list::destinations;
use samskab_organisation::body::{self, Body, BodyId, Member, Membership, members, seat::SeatId};
use samskab_store::Connection;
use samskab_web::{Access, Cx, Result, Routes, Shell, error::OrNotFound as _};
pub use seats::position_choices;

use crate::{
    T,
    authority::{Action, Tie, may},
};

pub fn routes() -> Routes {
    Routes::new()
        .get("/organer", Access::Public, list::show)
        .get("/organer/ny", Access::Decided, edit::new)
        .post("/organer/ny", Access::Decided, edit::add)
        .get("/organer/{id}", Access::Public, show::show)
        .get("/organer/{id}/rediger", Access::Decided, edit::show)
        .post("/organer/{id}/rediger", Access::Decided, edit::save)
        .get("/organer/{id}/slut", Access::Decided, edit::ask_end)
        .post("/organer/{id}/slut", Access::Decided, edit::end)
        .get("/organer/{id}/pladser/ny", Access::Decided, seats::new)
        .post("/organer/{id}/pladser/ny", Access::Decided, seats::add)
        .get("/pladser/{id}/slut", Access::Decided, end_seat::ask)
        .post("/pladser/{id}/slut", Access::Decided, end_seat::end)
        .get("/pladser/{id}/efterfoelger", Access::Decided, seats::ask_follower)
        .post("/pladser/{id}/efterfoelger", Access::Decided, seats::follow)
        .get("/pladser/{id}/besaettes-ikke", Access::Decided, seats::ask_close)
        .post("/pladser/{id}/besaettes-ikke", Access::Decided, seats::close)
}

/// A body, who sits in it today, and how the reader stands to it.
struct BodyWithMembers {
    body: Body,
    membership: Membership,
    tie: Tie,
}

impl BodyWithMembers {
    async fn read(cx: &Cx, connection: &mut Connection, id: BodyId) -> Result<Self> {
        let body = body::store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
        let membership = members(connection, cx.tenant.id, &body, cx.today()).await?;
        let tie = Tie::of(&cx.actor, &membership);
        Ok(Self { body, membership, tie })
    }

    /// The same, for those who keep the bodies.
    async fn kept(cx: &Cx, connection: &mut Connection, id: BodyId) -> Result<Self> {
        let found = Self::read(cx, connection, id).await?;
        cx.require(may(&cx.actor, Action::KeepBodies, found.tie))?;
        Ok(found)
    }

    /// The reader sits there: about it somebody else decides.
    fn is_own_seat(&self, cx: &Cx, seat: SeatId) -> bool {
        let holds = |member: &Member| {
            member.seat == Some(seat) && member.person.map(|person| person.uuid()) == cx.actor.person
        };
        cx.actor.person.is_some() && self.membership.members.iter().any(holds)
    }

    fn under(&self, cx: &Cx, title: impl Into<String>) -> Shell {
        let shell = cx.shell(title).under("/organer", T(cx.locale).body_list_title());
        shell.under(self.body.href(), &self.body.name).here()
    }
}
