//! Deleting one's account: everything that was only about the person goes; what was decided stays,
//! without the name (law B.7).

use askama::Template;
use axum::response::Response;
use samskab_web::{
    Cx, Result, Shell,
    exit::{Consequence, Exit, consequences},
};

use super::{me, stored};
use crate::{T, answering::whom_to_ask, person};

#[derive(Template)]
#[template(path = "person/delete.html")]
struct DeletePage {
    shell: Shell,
    t: T,
    has_role: bool,
    asked: &'static str,
    consequences: Vec<Consequence>,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let id = me(&cx)?;
    let mut reader = cx.read().await?;
    let has_role = stored::has_role(&mut reader, cx.tenant.id, id, cx.now().day()).await?;
    let hanging = consequences(&cx, &mut reader, Exit::Person(id.uuid())).await?;
    let asked = whom_to_ask(&mut reader, cx.tenant.id, cx.now().day(), t).await?;
    cx.page(page(&cx, (has_role, asked), hanging))
}

fn page(cx: &Cx, (has_role, asked): (bool, &'static str), consequences: Vec<Consequence>) -> DeletePage {
    let t = T(cx.locale);
    let title = if has_role { t.delete_not_yet_title() } else { t.delete_title() };
    let shell = cx.shell(title).under("/min-profil", t.profile_title()).here();
    DeletePage { shell, t, has_role, asked, consequences }
}

pub(super) async fn delete(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let id = me(&cx)?;
    let mut tx = cx.write().await?;
    if stored::has_role(&mut tx, cx.tenant.id, id, cx.now().day()).await? {
        let asked = whom_to_ask(&mut tx, cx.tenant.id, cx.now().day(), t).await?;
        return cx.invalid(page(&cx, (true, asked), Vec::new()));
    }
    person::erase(&cx.services, &mut tx, id).await?;
    tx.commit().await?;
    // The account is deleted even if this fails: it is tried again every hour.
    if let Err(error) = cx.services.db.forget_deleted().await {
        tracing::warn!(%error, "the log of the database could not be emptied after an account was deleted");
    }
    let mut response = cx.redirect_saying("/", "success", "account-deleted")?;
    cx.clear_session(response.headers_mut());
    Ok(response)
}
