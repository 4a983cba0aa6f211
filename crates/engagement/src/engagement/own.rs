//! The volunteer's own door to an engagement, `/aftaler/{key}`.
//!
//! Whoever has the secret link of the interest is the person; somebody signed in gets there by the
//! engagement's id. So somebody without an account agrees too.

use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{
    Cx, Error, Result,
    error::{LostLink, OrNotFound as _},
};
use uuid::Uuid;

use super::{Engagement, EngagementId, store};
use crate::T;
use samskab_interest;

/// What is said of a link to an agreement that leads to nothing.
const LOST: LostLink = LostLink {
    text: |locale| T(locale).engagement_lost_link(),
    step: Some((|locale| samskab_web::T(locale).sign_in_action(), "/log-ind")),
};

/// The engagement behind its id for its signed-in person, or behind the secret link of its interest.
///
/// # Errors
/// [`Error::LostLink`] for a link nobody has or that was deleted with its interest.
pub async fn find(cx: &Cx, connection: &mut Connection, key: &str) -> Result<Engagement> {
    let tenant = cx.tenant.id;
    let Ok(id) = key.parse::<Uuid>() else {
        let interest = samskab_interest::store::find_by_link(connection, tenant, key)
            .await?
            .ok_or(Error::LostLink(LOST))?;
        return store::of_interest(connection, tenant, interest.id).await?.or_not_found();
    };
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let engagement = store::find(connection, tenant, EngagementId::from_uuid(id)).await?.or_not_found()?;
    (engagement.person == me).then_some(engagement).or_not_found()
}
