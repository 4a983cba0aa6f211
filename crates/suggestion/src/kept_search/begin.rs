//! /soegninger/ny: to whom, and how often. The answer is the same whoever has the address.

use askama::Template;
use axum::response::Response;
use samskab_finding::{
    index::in_words,
    search::{Nearness, Search},
};
use samskab_kernel::{Locale, contact::Email};
use samskab_organisation::person::{Person, PersonId, store as people};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Error, Form, Result, Shell,
    form::{self, Choice},
    limits::Limited,
};

use super::{KeptSearch, MOST_OF_AN_ADDRESS, Rhythm, UNCONFIRMED_DAYS, normal, store, tell::Writer};
use crate::T;

/// The longest search that can be made on our pages, in bytes.
const LONGEST: usize = 4000;

impl Rhythm {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Weekly => t.kept_weekly(),
            Self::Daily => t.kept_daily(),
        }
    }
}

pub(super) fn rhythms(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    Rhythm::ALL.iter().map(|rhythm| Choice::of(rhythm.code(), rhythm.label(t))).collect()
}

samskab_web::form! {
    pub struct KeepForm {
        email: email(kept_email).hint(kept_email_hint).autocomplete("email"),
        rhythm: radio(kept_rhythm).among(rhythms),
        /// The search as it is in the address of the list.
        search: hidden,
        /// The trap: a field no person sees.
        website: hidden,
    }
}

#[derive(Template)]
#[template(path = "kept_search/begin.html")]
struct BeginPage {
    shell: Shell,
    t: T,
    form: KeepForm,
    said: String,
    list_href: String,
    now: String,
    /// A place nobody knows: such a search would find everything.
    unknown_place: bool,
}

/// The search in words.
async fn said(cx: &Cx, connection: &mut Connection, search: &Search) -> Result<String> {
    let words = in_words(cx, connection, search).await?;
    Ok(if words.is_empty() { T(cx.locale).kept_everything().to_owned() } else { words.join(" · ") })
}

impl BeginPage {
    async fn new(cx: &Cx, connection: &mut Connection, search: &Search, form: KeepForm) -> Result<Self> {
        let t = T(cx.locale);
        let count = search.count(cx, &search.filters)?;
        Ok(Self {
            shell: cx.shell(t.kept_title()).under("/opgaver", t.task_find()).here(),
            t,
            said: said(cx, connection, search).await?,
            list_href: search.filters.href("/opgaver"),
            now: t.kept_now(count),
            unknown_place: matches!(search.near, Nearness::Unknown),
            form,
        })
    }
}

/// The signed-in person, if they have shown that the address is theirs.
async fn me(cx: &Cx, connection: &mut Connection) -> Result<Option<Person>> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(None) };
    let me = people::find(connection, cx.tenant.id, me).await?;
    Ok(me.filter(|me| me.email_confirmed_at.is_some()))
}

pub async fn show(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let search = Search::read(&cx, &mut reader).await?;
    let me = me(&cx, &mut reader).await?;
    let form = KeepForm {
        search: normal(search.filters.clone()),
        rhythm: Rhythm::Weekly.code().to_owned(),
        email: me.and_then(|me| me.email).map(|email| email.to_string()).unwrap_or_default(),
        ..KeepForm::default()
    };
    let page = BeginPage::new(&cx, &mut reader, &search, form).await?;
    cx.page(page)
}

#[derive(Template)]
#[template(path = "kept_search/thanks.html")]
struct ThanksPage {
    shell: Shell,
    t: T,
}

pub async fn thanks(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    cx.page(ThanksPage { shell: cx.shell(t.kept_thanks_title()), t })
}

pub async fn send(cx: Cx, Form(form): Form<KeepForm>) -> Result<Response> {
    cx.limit(Limited::AnonymousPost)?;
    if !form.website.is_empty() {
        return cx.redirect("/soegninger/tak"); // a machine may believe it was heard
    }
    let mut check = Check::new(cx.locale);
    let email = form.email().email(&mut check);
    let rhythm = form.rhythm().code::<Rhythm>(&mut check);
    let mut tx = cx.write().await?;
    let search = Search::of_parameters(&cx, &mut tx, form::pairs(&form.search)).await?;
    let is_somewhere = !matches!(search.near, Nearness::Unknown);
    let (email, rhythm) = match (email, rhythm, check.done()) {
        (Some(email), Some(rhythm), Ok(())) if is_somewhere => (email, rhythm),
        (_, _, errors) => {
            let form = form.with_errors(errors.err().unwrap_or_default());
            let page = BeginPage::new(&cx, &mut tx, &search, form).await?;
            return cx.invalid(page);
        }
    };
    let me = me(&cx, &mut tx).await?;
    let is_mine = me.is_some_and(|me| me.email.as_ref() == Some(&email));
    let search_kept = normal(search.filters.clone());
    if search_kept.len() > LONGEST {
        return Err(Error::BadRequest("a search longer than any of ours".to_owned()));
    }
    let said = said(&cx, &mut tx, &search).await?;
    let kept = keep(&cx, &mut tx, email, rhythm, search_kept, said).await?;
    match (kept, is_mine) {
        (Some(kept), true) => {
            let kept = kept.confirm(cx.now());
            store::save(&mut tx, &KeptSearch { rhythm, ..kept }).await?;
        }
        // When too many mails were sent, the newest of them still works, so none is sent: the answer is the same.
        (Some(kept), false) if cx.may_mail(&kept.email, "kept_search") => {
            let secret = cx.secret();
            store::add_link(&mut tx, &kept.email, &secret).await?;
            let writer = Writer { municipality: &cx.tenant, locale: cx.locale };
            let link = cx.absolute(&format!("/soegninger/{secret}"));
            samskab_mail::send(&mut tx, writer.confirm(&kept, &link)).await?;
        }
        _ => {}
    }
    tx.commit().await?;
    if is_mine {
        return cx.redirect_saying("/soegninger/mine", "success", "kept-flash-kept");
    }
    cx.redirect("/soegninger/tak")
}

/// The search as it is kept already, or as it is kept from now on; `None`: the address has enough.
async fn keep(
    cx: &Cx,
    tx: &mut Tx,
    email: Email,
    rhythm: Rhythm,
    search: String,
    said: String,
) -> Result<Option<KeptSearch>> {
    let known = store::of_address(tx, cx.tenant.id, &email).await?;
    if known.iter().any(|one| one.search == search) {
        return Ok(known.into_iter().find(|one| one.search == search));
    }
    if known.len() >= MOST_OF_AN_ADDRESS {
        return Ok(None);
    }
    let now = cx.now();
    let kept = KeptSearch {
        id: cx.new_id(),
        email,
        locale: cx.locale,
        search,
        said,
        rhythm,
        confirmed_at: None,
        told_until: now,
        told_on: None,
        ends_at: now.plus_days(UNCONFIRMED_DAYS),
        created_at: now,
    };
    store::add(tx, &kept).await?;
    Ok(Some(kept))
}
