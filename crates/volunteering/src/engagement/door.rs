//! The two ways to an engagement: the volunteer's own link or sign-in, and the page of the place. Every verb
//! comes through one of them, so that each is written once for both.

use samskab_organisation::person::{self, Person, PersonId};
use samskab_store::{Connection, Tx};
use samskab_web::{Cx, Error, Result, error::OrNotFound as _};

use super::{Engagement, EngagementId, Side, own, store};
use crate::{
    authority::{Action, may},
    history::By,
    task::{self, store::Shown},
};

#[derive(Debug, Clone)]
pub(super) enum Door {
    /// The engagement's id for its signed-in person, or the interest's secret link.
    Own(String),
    Place(EngagementId),
}

/// An engagement with what every page and letter about it says.
pub(super) struct Opened {
    pub engagement: Engagement,
    pub shown: Shown,
    pub person: Person,
}

impl Door {
    pub fn side(&self) -> Side {
        match self {
            Self::Own(_) => Side::Volunteer,
            Self::Place(_) => Side::Place,
        }
    }

    /// The page behind it.
    pub fn href(&self) -> String {
        match self {
            Self::Own(key) => format!("/aftaler/{key}"),
            Self::Place(id) => super::href(*id),
        }
    }

    /// Who acts; `None`: the volunteer.
    pub fn me(&self, cx: &Cx) -> Result<Option<PersonId>> {
        match self {
            Self::Own(_) => Ok(None),
            Self::Place(_) => Ok(Some(PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?))),
        }
    }

    pub fn by(&self, cx: &Cx) -> Result<By> {
        Ok(self.me(cx)?.map_or(By::Volunteer, By::Person))
    }

    /// Decides the authority of the place; the volunteer has the key.
    pub async fn open(&self, cx: &Cx, connection: &mut Connection) -> Result<Opened> {
        let engagement = match self {
            Self::Own(key) => own::find(cx, connection, key).await?,
            Self::Place(id) => store::find(connection, cx.tenant.id, *id).await?.or_not_found()?,
        };
        let opened = read(cx, connection, engagement).await?;
        if matches!(self, Self::Place(_)) {
            cx.require(may(&cx.actor, Action::Engage, &opened.shown.task))?;
        }
        Ok(opened)
    }

    /// To change it: nobody else does until the transaction ends.
    pub async fn open_locked(&self, cx: &Cx, tx: &mut Tx) -> Result<Opened> {
        let opened = self.open(cx, tx).await?;
        let engagement = store::locked(tx, opened.engagement.id).await?.or_not_found()?;
        Ok(Opened { engagement, ..opened })
    }
}

async fn read(cx: &Cx, connection: &mut Connection, engagement: Engagement) -> Result<Opened> {
    let (tenant, today) = (cx.tenant.id, cx.now().day());
    let shown = task::store::shown(connection, tenant, engagement.task, today).await?.or_not_found()?;
    let person = person::store::find(connection, tenant, engagement.person).await?.or_not_found()?;
    Ok(Opened { engagement, shown, person })
}
