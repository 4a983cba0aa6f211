//! The demo's sign-ins: its invented people as buttons. Only where the program was started as a demo.

use axum::response::Response;
use samskab_kernel::contact::Email;
use samskab_web::{Cx, Error, Form, Result};

use crate::person::store as people;

samskab_web::form! {
    pub(super) struct DemoForm {
        /// The e-mail address of one of the people on the list.
        person: hidden,
        /// Where to go afterwards.
        videre: hidden,
    }
}

/// Signs in as one of the people on the list, and as nobody else.
pub(super) async fn sign_in(cx: Cx, Form(form): Form<DemoForm>) -> Result<Response> {
    let config = &cx.services.config;
    if !config.demo || config.demo_people.iter().all(|person| person.email != form.person) {
        return Err(Error::NotFound);
    }
    let email: Email = form.person.parse().map_err(|_| Error::NotFound)?;
    let mut tx = cx.write().await?;
    let Some(person) = people::find_by_email(&mut tx, cx.tenant.id, &email).await? else {
        // Whoever tries the demo may change an address, and delete an account.
        return cx.redirect_saying("/log-ind", "warning", "sign-in-flash-demo-gone");
    };
    super::begin(&cx, tx, person.id, &form.videre).await
}
