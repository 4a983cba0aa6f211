//! GET and POST /foreninger/{id}/erklaering: the association gives its word for the year.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_mail::{Letter, Message};
use samskab_organisation::{
    answering::Poster,
    association::{self, Association, AssociationId, Contact},
    person::{self, PersonId},
};
use samskab_store::{Connection, Tx};
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
    /// The address at which it is corrected, for whoever may sign.
    correct: Option<String>,
    /// It says that there are no activities for children, but there are tasks for children or families.
    is_doubtful: bool,
    /// Other years, and what was corrected.
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
    /// When another declaration replaced it, in words; empty: it is valid.
    replaced: String,
}

samskab_web::form! {
    pub struct SignForm {
        boern: radio(declaration_declare_question).among(children),
        /// Only asked of somebody whose role does not let them sign.
        ret: tick(declaration_declare_right).hint(declaration_declare_right_hint).says_itself(),
        /// The task that waits for it.
        opgave: hidden,
        /// The year is signed, and this takes its place.
        retter: hidden,
    }
}

/// The value of `retter`.
const CORRECTS: &str = "ja";

fn children(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![Choice::of("ja", t.declaration_declare_children()), Choice::of("nej", t.declaration_declare_none())]
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SignQuery {
    opgave: String,
    retter: String,
}

fn signed(cx: &Cx, declaration: &Declaration) -> SignedView {
    let t = T(cx.locale);
    SignedView {
        year: declaration.year.to_string(),
        who: format!("{}, {}", declaration.signed_name, declaration.signed_role),
        day: cx.locale.day(declaration.signed_at.day()),
        what: what(t, declaration.has_children),
        replaced: match declaration.replaced_at {
            Some(at) => t.declaration_replaced(cx.locale.day(at.day())),
            None => String::new(),
        },
    }
}

fn what(t: T, has_children: bool) -> &'static str {
    if has_children { t.declaration_declares_children() } else { t.declaration_declares_none() }
}

/// The association, and the reader as its contact.
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
    let may_sign = contact.is_some() && may(&cx.actor, Action::SignDeclaration, resource);
    let current = all.iter().find(|one| one.year == year && one.replaced_at.is_none());
    let corrects = may_sign && current.is_some() && typed.retter == CORRECTS;
    let is_doubtful = current.is_some_and(|one| !one.has_children)
        && store::with_children(connection, cx.tenant.id).await?.contains(&association.id);
    let mut form = match &waiting {
        Some(_) => typed,
        None => SignForm { opgave: String::new(), ..typed },
    };
    if !corrects {
        form.retter = String::new();
    }
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
        signed: current.filter(|_| !corrects).map(|one| signed(cx, one)),
        correct: may_sign.then(|| format!("{}?retter={CORRECTS}", href(association.id))),
        is_doubtful,
        earlier: all
            .iter()
            .filter(|one| one.year < year || one.replaced_at.is_some())
            .map(|one| signed(cx, one))
            .collect(),
        may_sign,
        role: contact.map(|contact| role_name(cx, contact)).unwrap_or_default(),
        signs_by_role: contact.is_some_and(|contact| may_sign_by_role(contact.role)),
        name: cx.actor.name.clone(),
        form,
        waiting,
    })
}

fn role_name(cx: &Cx, contact: &Contact) -> String {
    contact.role.label(samskab_organisation::T(cx.locale)).to_owned()
}

pub async fn show(cx: Cx, Path(id): Path<AssociationId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (association, contact) = read(&cx, &mut reader, id).await?;
    let SignQuery { opgave, retter } = form::query(&cx);
    let typed = SignForm { opgave, retter, ..SignForm::default() };
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
        replaced_at: None,
    };
    let before = store::find(&mut tx, cx.tenant.id, id, declaration.year).await?;
    // Another contact may have signed a moment ago: then it is signed, and the page shows what it says.
    let is_signed = match before {
        None => store::add(&mut tx, &declaration).await?,
        Some(before) if form.retter == CORRECTS && before.has_children != has_children => {
            store::replace(&mut tx, &declaration).await?
        }
        Some(_) => false,
    };
    let task = form.opgave.parse::<Uuid>().ok();
    if !is_signed {
        let page = href(id);
        let then = task.map_or_else(|| page.clone(), |task| format!("{page}?opgave={task}"));
        return cx.redirect_saying(then, "warning", "declaration-flash-unchanged");
    }
    notice::settle(&mut tx, &href(id)).await?;
    tx.record(DeclarationSigned { association: id, year: declaration.year }).await?;
    receipt(&cx, &mut tx, &association, &declaration).await?;
    tx.commit().await?;
    let then = task.map_or_else(|| href(id), |task| format!("/opgaver/{task}"));
    cx.redirect_saying(then, "success", "declaration-flash-declared")
}

/// To whoever signed, and to the others who sign by their role: what was declared, and where it is corrected.
async fn receipt(cx: &Cx, tx: &mut Tx, association: &Association, declaration: &Declaration) -> Result<()> {
    let contacts = association::store::contacts(tx, cx.tenant.id, &[association.id], cx.now().day()).await?;
    let mut people: Vec<PersonId> = contacts
        .iter()
        .filter(|contact| may_sign_by_role(contact.role))
        .map(|contact| contact.person_id)
        .chain(declaration.signed_by)
        .collect();
    people.sort_unstable();
    people.dedup();
    for person in person::store::find_many(tx, cx.tenant.id, &people).await? {
        let Some(to) = person.email.clone() else { continue };
        let (t, year) = (T(person.locale), declaration.year.to_string());
        let name = association.full_name();
        let who = format!("{}, {}", declaration.signed_name, declaration.signed_role);
        let day = person.locale.day(declaration.signed_at.day());
        let letter = Letter::new(&t.notice_mail_greeting(person.first_name()))
            .paragraph(&t.declaration_receipt(name.as_str(), year.as_str()))
            .paragraph(what(t, declaration.has_children))
            .paragraph(&t.declaration_signed_by(day, who))
            .link(t.declaration_receipt_link(), &cx.absolute(&href(association.id)));
        let why = t.declaration_receipt_why(name.as_str());
        let body = notice::mail::signed(letter, &cx.tenant, t, t.notice_mail_closing(), &why);
        let subject = t.declaration_receipt_subject(name.as_str(), year.as_str());
        samskab_mail::send(tx, Message { to, subject, body, reply_to: None }).await?;
    }
    Ok(())
}
