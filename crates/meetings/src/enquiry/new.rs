//! /henvendelser/ny: something is asked or told.

use askama::Template;
use axum::response::Response;
use samskab_kernel::Locale;
use samskab_organisation::{identify::Who as _, person::PersonId, unit};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    form::{Choice, is_new},
};

use super::{Enquiry, EnquiryKind, EnquirySent, EnquiryState, store};
use crate::{
    T,
    authority::{Action, Tie, may},
};

samskab_web::form! {
    pub struct EnquiryForm {
        slags: radio(enquiry_kind).among(kinds).required(),
        enhed: choice(enquiry_unit).first(enquiry_unit_none).optional().says_itself(),
        emne: text(enquiry_subject).required().max(120),
        tekst: paragraph(enquiry_said).hint(enquiry_said_hint).required().rows(5).max(3000),
    }
}

fn kinds(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![
        Choice::of(EnquiryKind::Help.code(), t.enquiry_kind_help()).hint(t.enquiry_kind_help_hint()),
        Choice::of(EnquiryKind::Notice.code(), t.enquiry_kind_notice()).hint(t.enquiry_kind_notice_hint()),
    ]
}

#[derive(Template)]
#[template(path = "enquiry/new.html")]
struct NewPage {
    shell: Shell,
    t: T,
    form: EnquiryForm,
    units: Vec<Choice>,
    action: String,
}

/// The units that the reader's roles reach; one query.
async fn units(cx: &Cx, connection: &mut Connection) -> Result<Vec<Choice>> {
    let mut all =
        unit::store::find_many(connection, cx.tenant.id, &cx.actor.reached_units(), cx.today()).await?;
    all.sort_by_cached_key(|unit| samskab_kernel::danish::sort_key(&unit.name));
    Ok(all.into_iter().map(|unit| Choice::of(unit.id.to_string(), unit.name)).collect())
}

async fn page(cx: &Cx, connection: &mut Connection, form: EnquiryForm) -> Result<NewPage> {
    let t = T(cx.locale);
    Ok(NewPage {
        shell: cx.shell(t.enquiry_new()).under("/henvendelser", t.enquiry_title()).here(),
        t,
        form,
        units: units(cx, connection).await?,
        action: cx.path_and_query(),
    })
}

pub async fn show(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::SendEnquiries, Tie::None))?;
    let Some(id) = cx.begun() else { return cx.begin() };
    let mut reader = cx.read().await?;
    if let Some(sent) = store::find(&mut reader, cx.tenant.id, id).await?.filter(|sent| sent.is_by(&cx)) {
        return cx.redirect(sent.href());
    }
    let mut page = page(&cx, &mut reader, EnquiryForm::default()).await?;
    // Somebody with one place writes for it.
    if let [only] = page.units.as_slice() {
        page.form.enhed = only.value.clone();
    }
    cx.page(page)
}

pub async fn send(cx: Cx, Form(form): Form<EnquiryForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::SendEnquiries, Tie::None))?;
    let mut tx = cx.write().await?;
    let mut check = Check::new(cx.locale);
    let kind: Option<EnquiryKind> = form.slags().code(&mut check);
    let subject = form.emne().text(&mut check).unwrap_or_default();
    let said = form.tekst().text(&mut check).unwrap_or_default();
    let errors = check.done().err();
    let (Some(kind), None) = (kind, &errors) else {
        let page = page(&cx, &mut tx, form.with_errors(errors.unwrap_or_default())).await?;
        return cx.invalid(page);
    };
    let reached = cx.actor.reached_units();
    let mut enquiry = Enquiry {
        id: cx.begun().unwrap_or_else(|| cx.new_id()),
        kind,
        subject,
        said,
        writer: cx.actor.person.map(PersonId::from_uuid),
        unit: form.enhed.parse().ok().filter(|unit| reached.contains(unit)),
        state: EnquiryState::New,
        taken_by: None,
        answer: String::new(),
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    let before = store::find(&mut tx, cx.tenant.id, enquiry.id).await?;
    let is_sent = before.as_ref().is_some_and(|before| before.says_the_same(&enquiry));
    if before.is_some() && !is_sent {
        enquiry.id = cx.new_id();
    }
    if !is_sent && is_new(store::add(&mut tx, &enquiry).await)? {
        tx.record(EnquirySent::of(&enquiry)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(enquiry.href(), "success", "enquiry-flash-sent")
}
