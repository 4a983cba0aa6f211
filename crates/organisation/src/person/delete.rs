//! Deleting one's account: everything that was only about the person goes; what was decided stays,
//! without the name (law B.7).

use askama::Template;
use axum::response::Response;
use samskab_web::{Cx, Result, Shell};

use super::{profile::me, stored};
use crate::T;

#[derive(Template)]
#[template(path = "person/delete.html")]
struct DeletePage {
    shell: Shell,
    t: T,
    has_role: bool,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let id = me(&cx)?;
    let has_role = {
        let mut reader = cx.read().await?;
        stored::has_role(&mut reader, cx.tenant.id, id, cx.now().day()).await?
    };
    cx.page(page(&cx, t, has_role))
}

fn page(cx: &Cx, t: T, has_role: bool) -> DeletePage {
    let title = if has_role { t.delete_not_yet_title() } else { t.delete_title() };
    DeletePage { shell: cx.shell(title).under("/min-profil", t.profile_title()).here(), t, has_role }
}

pub(super) async fn delete(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let id = me(&cx)?;
    let mut tx = cx.write().await?;
    if stored::has_role(&mut tx, cx.tenant.id, id, cx.now().day()).await? {
        return cx.invalid(page(&cx, t, true));
    }
    super::erase(&cx.services, &mut tx, id).await?;
    tx.commit().await?;
    let mut response = cx.redirect_saying("/", "success", "account-deleted")?;
    cx.clear_session(response.headers_mut());
    Ok(response)
}
