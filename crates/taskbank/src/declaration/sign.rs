//! GET and POST /foreninger/{id}/erklaering: the association gives its word for the year.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_organisation::{
    answering::Poster,
    association::{self, Association, AssociationId, Contact},
    person::PersonId,
};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Error, Form, Result, Shell, error::OrNotFound as _, form, form::Choice};
use serde::Deserialize;
use uuid::Uuid;

use super::{Declaration, event::DeclarationSigned, href, may_sign_by_role, store, year_of};
use crate::{
    T,
    authority::{Action, TaskResource, WideAction, may, may_widely},
    notice,
};

#[derive(Template)]
#[template(path = "declaration/sign.html")]
struct DeclarationPage {
    shell: Shell,
    t: T,
    form: SignForm,
    association: String,
    association_href: String,
    year: String,
    /// Who signed, if the year is signed.
    signed: Option<SignedView>,
    earlier: Vec<SignedView>,
    may_sign: bool,
    /// Their role lets them sign; else they say that they may.
    role: String,
    signs_by_role: bool,
    name: String,
    /// The task that waits for it.
    waiting: Option<(String, String)>,
}

struct SignedView {
    year: String,
    who: String,
    day: String,
    what: &'static str,
}

samskab_web::form! {
    pub struct SignForm {
        boern: radio(declaration_declare_question).among(children),
        /// Of somebody whose role does not let them sign.
        ret: tick(declaration_declare_right).hint(declaration_declare_right_hint).says_itself(),
        /// The task that waits for it.
        opgave: hidden,
    }
}

fn children(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![Choice::of("ja", t.declaration_declare_children()), Choice::of("nej", t.declaration_declare_none())]
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SignQuery {
    opgave: String,
}

fn signed(cx: &Cx, declaration: &Declaration) -> SignedView {
    let t = T(cx.locale);
    SignedView {
        year: declaration.year.to_string(),
        who: format!("{}, {}", declaration.signed_name, declaration.signed_role),
        day: cx.locale.day(declaration.signed_at.day()),
        what: if declaration.has_children {
            t.declaration_declares_children()
        } else {
            t.declaration_declares_none()
        },
    }
}

/// The association, and the contact of it who looks.
async fn read(
    cx: &Cx,
    connection: &mut Connection,
    id: AssociationId,
) -> Result<(Association, Option<Contact>)> {
    let association = association::store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    let resource = TaskResource::new_for(Poster::Association(id));
    let may_see = may(&cx.actor, Action::SignDeclaration, resource)
        || may_widely(&cx.actor, WideAction::SeeDeclarations);
    cx.require(may_see)?;
    let contacts = association::store::contacts(connection, cx.tenant.id, &[id], cx.now().day()).await?;
    let mine = |contact: &Contact| Some(contact.person_id.uuid()) == cx.actor.person;
    // Somebody may be both a member of the board and its treasurer.
    let own: Vec<Contact> = contacts.into_iter().filter(mine).collect();
    let best = own.iter().find(|contact| may_sign_by_role(contact.role)).or(own.first()).cloned();
    Ok((association, best))
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    association: &Association,
    contact: Option<&Contact>,
    typed: SignForm,
) -> Result<DeclarationPage> {
    let t = T(cx.locale);
    let year = year_of(cx.now());
    let all = store::of_association(connection, cx.tenant.id, association.id).await?;
    let waiting = match typed.opgave.parse::<Uuid>() {
        Err(_) => None,
        Ok(id) => store::title_of_task(connection, cx.tenant.id, association.id, id)
            .await?
            .map(|title| (format!("/opgaver/{id}"), title)),
    };
    let resource = TaskResource::new_for(Poster::Association(association.id));
    Ok(DeclarationPage {
        shell: cx
            .shell(t.declaration_title(year.to_string()))
            .under("/foreninger", t.declaration_associations())
            .under(association.href(), association.full_name())
            .here(),
        t,
        association: association.full_name(),
        association_href: association.href(),
        year: year.to_string(),
        signed: all.iter().find(|one| one.year == year).map(|one| signed(cx, one)),
        earlier: all.iter().filter(|one| one.year < year).map(|one| signed(cx, one)).collect(),
        may_sign: contact.is_some() && may(&cx.actor, Action::SignDeclaration, resource),
        role: contact.map(|contact| role_name(cx, contact)).unwrap_or_default(),
        signs_by_role: contact.is_some_and(|contact| may_sign_by_role(contact.role)),
        name: cx.actor.name.clone(),
        form: match &waiting {
            Some(_) => typed,
            None => SignForm { opgave: String::new(), ..typed },
        },
        waiting,
    })
}

fn role_name(cx: &Cx, contact: &Contact) -> String {
    contact.role.label(samskab_organisation::T(cx.locale)).to_owned()
}

pub async fn show(cx: Cx, Path(id): Path<AssociationId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (association, contact) = read(&cx, &mut reader, id).await?;
    let SignQuery { opgave } = form::query(&cx);
    let typed = SignForm { opgave, ..SignForm::default() };
    let page = page(&cx, &mut reader, &association, contact.as_ref(), typed).await?;
    cx.page(page)
}

pub async fn sign(cx: Cx, Path(id): Path<AssociationId>, Form(form): Form<SignForm>) -> Result<Response> {
    let t = T(cx.locale);
    let mut tx = cx.write().await?;
    let (association, contact) = read(&cx, &mut tx, id).await?;
    let resource = TaskResource::new_for(Poster::Association(id));
    cx.require(may(&cx.actor, Action::SignDeclaration, resource))?;
    let contact = contact.ok_or(Error::Forbidden)?;
    let mut check = Check::new(cx.locale);
    let has_children = match form.boern.as_str() {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => {
            check.refuse(&form.boern(), t.declaration_declare_choose());
            None
        }
    };
    let by_role = may_sign_by_role(contact.role);
    if !by_role && !form.ret().is_ticked() {
        check.refuse(&form.ret(), t.declaration_declare_right_missing());
    }
    let errors = check.done().err();
    let (Some(has_children), None) = (has_children, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        let page = page(&cx, &mut tx, &association, Some(&contact), form).await?;
        return cx.invalid(page);
    };
    let role = role_name(&cx, &contact);
    let declaration = Declaration {
        association: id,
        year: year_of(cx.now()),
        has_children,
        signed_by: cx.actor.person.map(PersonId::from_uuid),
        signed_name: cx.actor.name.clone(),
        signed_role: if by_role { role } else { t.declaration_declare_signs_for(role) },
        signed_at: cx.now(),
    };
    // Another of them may have signed a moment ago: then it is signed.
    if store::add(&mut tx, &declaration).await? {
        notice::settle(&mut tx, &href(id)).await?;
        tx.record(DeclarationSigned { association: id, year: declaration.year }).await?;
        tx.commit().await?;
    }
    let then = match form.opgave.parse::<Uuid>() {
        Ok(task) => format!("/opgaver/{task}"),
        Err(_) => href(id),
    };
    cx.redirect_saying(then, "success", "declaration-flash-declared")
}
