//! The two ways to an engagement: the volunteer's own link or sign-in, and the page of the place. Every verb
//! comes through one of them, so that each is written once for both.

use std::collections::HashMap;

use axum::{
    extract::{FromRequestParts, Path, rejection::PathRejection},
    http::request::Parts,
    response::Response,
};
use samskab_organisation::person::{self, Person, PersonId};
use samskab_store::{Connection, Tx};
use samskab_taskbank::task::{self, store::ShownTask};
use samskab_web::{Cx, Error, Result, Services, error::OrNotFound as _};

use super::{Engagement, EngagementId, Side, form::EngagementForm, own, page::EngagementPage, store};
use crate::authority::{Action, may};
use samskab_interest::history::By;

#[derive(Debug, Clone)]
pub enum Door {
    /// The engagement's id for its signed-in person, or the interest's secret link.
    Own(String),
    Place(EngagementId),
}

/// The address says it: `/aftaler/{key}` or `/engagementer/{id}`, and what follows.
impl FromRequestParts<Services> for Door {
    type Rejection = PathRejection;

    async fn from_request_parts(parts: &mut Parts, services: &Services) -> Result<Self, PathRejection> {
        let Path(mut captured) = Path::<HashMap<String, String>>::from_request_parts(parts, services).await?;
        if let Some(key) = captured.remove("key") {
            return Ok(Self::Own(key));
        }
        let Path(id) = Path::<EngagementId>::from_request_parts(parts, services).await?;
        Ok(Self::Place(id))
    }
}

/// An engagement with what every page and letter about it says.
pub struct Opened {
    pub engagement: Engagement,
    pub shown: ShownTask,
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

/// GET /aftaler/{key} and /engagementer/{id}.
pub async fn show(cx: Cx, door: Door) -> Result<Response> {
    let mut reader = cx.read().await?;
    let opened = door.open(&cx, &mut reader).await?;
    cx.page(EngagementPage::new(&cx, &mut reader, &opened, &door, EngagementForm::default()).await?)
}

/// The page again, with what was wrong.
pub(super) async fn again(cx: &Cx, door: &Door, form: EngagementForm) -> Result<Response> {
    let mut reader = cx.read().await?;
    let opened = door.open(cx, &mut reader).await?;
    cx.invalid(EngagementPage::new(cx, &mut reader, &opened, door, form).await?)
}
