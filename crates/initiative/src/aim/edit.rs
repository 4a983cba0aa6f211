//! /maal/nyt, /maal/{id}/rediger, POST /maal/{id}/slet and POST /maal/lovkrav: what is aimed at, in Danish and English, in the
//! order in which it is read; and whether a text answers folkeoplysningsloven § 34.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Error, Form, Result, Shell, form::Choice};
use samskab_writing::text::TextId;
use serde::Deserialize;

use super::{Aim, AimChanged, AimId, AimKind, AimRemoved, AimWritten, Heading34, href, rules::moved, store};
use crate::{
    T,
    authority::{Action, Tie, may},
};

samskab_web::form! {
    pub struct AimForm {
        slags: hidden,
        tekst: hidden,
        titel: text(aim_name).required().max(200),
        om: paragraph(aim_about).optional().rows(3).max(1000),
        titel_en: text(aim_name_en).hint(aim_en_hint).optional().max(200),
        om_en: paragraph(aim_about_en).optional().rows(3).max(1000),
        under: choice(aim_above).first(aim_above_none).optional(),
        plads: number(aim_place).hint(aim_place_hint).optional().between(1, 300).width("xs"),
    }
}

#[derive(Template)]
#[template(path = "aim/form.html")]
struct FormPage {
    shell: Shell,
    t: T,
    form: AimForm,
    is_goal: bool,
    areas: Vec<Choice>,
    action: String,
    back: String,
    /// The address for removing it; empty: it is new.
    remove: String,
    /// What depends on it.
    remove_text: String,
}

/// The kind of the aim, and its text, as an address or a form says it.
#[derive(Debug, Clone, Copy)]
struct Where {
    kind: AimKind,
    text: Option<TextId>,
}

impl Where {
    async fn read(cx: &Cx, connection: &mut Connection, kind: &str, text: &str) -> Result<Self> {
        let kind: AimKind = kind.parse().or(Err(Error::NotFound))?;
        let text = match kind {
            AimKind::Political => None,
            AimKind::Statute => return Err(Error::NotFound),
            _ => {
                let text: TextId = text.parse().or(Err(Error::NotFound))?;
                samskab_writing::store::find(connection, cx.tenant.id, text).await?.ok_or(Error::NotFound)?;
                Some(text)
            }
        };
        Ok(Self { kind, text })
    }

    /// All aims of the same kind and text.
    async fn aims(self, cx: &Cx, connection: &mut Connection) -> Result<Vec<Aim>> {
        Ok(match self.text {
            Some(text) => store::of_text(connection, cx.tenant.id, text).await?,
            None => store::political(connection, cx.tenant.id).await?,
        })
    }
}

fn page(cx: &Cx, at: Where, aims: &[Aim], one: Option<&Aim>, form: AimForm) -> FormPage {
    let t = T(cx.locale);
    let title = match one {
        Some(_) => t.aim_edit(at.kind.label(t).to_lowercase()),
        None => t.aim_new(at.kind.label(t).to_lowercase()),
    };
    let areas = aims.iter().filter(|aim| aim.kind == AimKind::Area);
    FormPage {
        shell: cx.shell(title).under("/fokus", t.focus_title()).under(href(at.text), t.aim_title()).here(),
        t,
        form,
        is_goal: at.kind == AimKind::Goal,
        areas: areas.map(|aim| Choice::of(aim.id.to_string(), aim.title.clone())).collect(),
        action: one.map_or_else(|| "/maal/nyt".to_owned(), |one| format!("/maal/{}/rediger", one.id)),
        back: href(at.text),
        remove: one.map_or_else(String::new, |one| format!("/maal/{}/slet", one.id)),
        remove_text: String::new(),
    }
}

/// Reads the form: the aim, and the position it should have.
fn read(
    cx: &Cx,
    form: &AimForm,
    was: Aim,
    aims: &[Aim],
) -> std::result::Result<(Aim, Option<i64>), Box<AimForm>> {
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let about = form.om().text(&mut check).unwrap_or_default();
    let title_en = form.titel_en().text(&mut check).unwrap_or_default();
    let about_en = form.om_en().text(&mut check).unwrap_or_default();
    let place = form.plads().number(&mut check);
    let above = form.under.parse::<AimId>().ok();
    let is_area = |id: &AimId| aims.iter().any(|aim| aim.id == *id && aim.kind == AimKind::Area);
    match check.done() {
        Err(errors) => Err(Box::new(form.clone().with_errors(errors))),
        Ok(()) => {
            let above = above.filter(|id| was.kind == AimKind::Goal && is_area(id));
            let aim = Aim { title, about, title_en, about_en, above, updated_at: cx.now(), ..was };
            Ok((aim, place))
        }
    }
}

/// Puts the aim at the wanted position; the aims next to it move on.
async fn put(tx: &mut Tx, aims: Vec<Aim>, aim: &Aim, place: Option<i64>) -> Result<()> {
    let mut siblings = aims;
    siblings.retain(|one| one.kind == aim.kind && one.above == aim.above && one.id != aim.id);
    siblings.sort_by_key(|one| (one.place, one.id));
    let last = i64::try_from(siblings.len()).unwrap_or(0) + 1;
    Ok(store::place(tx, &moved(&siblings, aim.id, place.unwrap_or(last))).await?)
}

#[derive(Deserialize)]
struct NewQuery {
    #[serde(default)]
    slags: String,
    #[serde(default)]
    tekst: String,
}

pub async fn new(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepAims, Tie::None))?;
    let pairs = samskab_web::form::pairs(cx.query().unwrap_or_default());
    let value = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let asked =
        NewQuery { slags: value("slags").unwrap_or_default(), tekst: value("tekst").unwrap_or_default() };
    let mut reader = cx.read().await?;
    let at = Where::read(&cx, &mut reader, &asked.slags, &asked.tekst).await?;
    let aims = at.aims(&cx, &mut reader).await?;
    let form = AimForm { slags: asked.slags, tekst: asked.tekst, ..AimForm::default() };
    cx.page(page(&cx, at, &aims, None, form))
}

pub async fn add(cx: Cx, Form(form): Form<AimForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepAims, Tie::None))?;
    let mut tx = cx.write().await?;
    let at = Where::read(&cx, &mut tx, &form.slags, &form.tekst).await?;
    let aims = at.aims(&cx, &mut tx).await?;
    let blank = Aim::new(cx.new_id(), at.kind, at.text, cx.now());
    match read(&cx, &form, blank, &aims) {
        Err(form) => cx.invalid(page(&cx, at, &aims, None, *form)),
        Ok((aim, place)) => {
            store::add(&mut tx, &aim).await?;
            put(&mut tx, aims, &aim, place).await?;
            tx.record(AimWritten::of(&aim)).await?;
            tx.commit().await?;
            cx.redirect_saying(href(at.text), "success", "aim-flash-saved")
        }
    }
}

/// The aim, for whoever may change it. Nobody can change headings of the law.
pub(super) async fn kept(cx: &Cx, connection: &mut Connection, id: AimId) -> Result<Aim> {
    let aim = store::find(connection, cx.tenant.id, id).await?.ok_or(Error::NotFound)?;
    cx.require(may(&cx.actor, Action::KeepAims, Tie::None))?;
    Ok(aim)
}

async fn beside(cx: &Cx, connection: &mut Connection, aim: &Aim) -> Result<(Where, Vec<Aim>)> {
    let at = Where { kind: aim.kind, text: aim.text };
    let aims = match (aim.kind, aim.text) {
        (AimKind::Political, _) | (_, Some(_)) => at.aims(cx, connection).await?,
        (_, None) => store::without_text(connection, cx.tenant.id).await?,
    };
    Ok((at, aims))
}

pub async fn show(cx: Cx, Path(id): Path<AimId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let aim = kept(&cx, &mut reader, id).await?;
    let (at, aims) = beside(&cx, &mut reader, &aim).await?;
    let links = store::links(&mut reader, cx.tenant.id, std::slice::from_ref(&aim)).await?;
    let form = AimForm {
        titel: aim.said(samskab_kernel::Locale::Da).to_owned(),
        om: aim.about.clone(),
        titel_en: aim.title_en.clone(),
        om_en: aim.about_en.clone(),
        under: aim.above.map(|id| id.to_string()).unwrap_or_default(),
        plads: aim.place.to_string(),
        ..AimForm::default()
    };
    let t = T(cx.locale);
    let goals = aims.iter().filter(|one| one.above == Some(id)).count();
    let mut remove_text = t.aim_remove_text(links.blocks.len(), links.initiatives.len() + links.areas.len());
    if goals > 0 {
        remove_text = format!("{remove_text} {}", t.aim_remove_goals(goals));
    }
    let page = FormPage { remove_text, ..page(&cx, at, &aims, Some(&aim), form) };
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<AimId>, Form(form): Form<AimForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let before = kept(&cx, &mut tx, id).await?;
    if before.kind == AimKind::Statute {
        return Err(Error::NotFound);
    }
    let (at, aims) = beside(&cx, &mut tx, &before).await?;
    match read(&cx, &form, before.clone(), &aims) {
        Err(form) => cx.invalid(page(&cx, at, &aims, Some(&before), *form)),
        Ok((aim, place)) => {
            store::save(&mut tx, &aim).await?;
            put(&mut tx, aims, &aim, place.or(Some(before.place))).await?;
            tx.record(AimChanged::of(&aim)).await?;
            tx.commit().await?;
            cx.redirect_saying(aim.href(), "success", "aim-flash-saved")
        }
    }
}

pub async fn remove(cx: Cx, Path(id): Path<AimId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let aim = kept(&cx, &mut tx, id).await?;
    store::remove(&mut tx, id).await?;
    tx.record(AimRemoved::of(&aim)).await?;
    tx.commit().await?;
    cx.redirect_saying(aim.href(), "success", "aim-flash-removed")
}

/// POST /maal/lovkrav: the text answers § 34, too, or does no longer.
#[derive(Deserialize)]
pub struct StatuteForm {
    #[serde(default)]
    tekst: String,
    #[serde(default)]
    fjern: String,
}

pub async fn statute(cx: Cx, Form(form): Form<StatuteForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepAims, Tie::None))?;
    let text: TextId = form.tekst.parse().or(Err(Error::NotFound))?;
    let mut tx = cx.write().await?;
    let known = samskab_writing::store::locked(&mut tx, text).await?;
    known.ok_or(Error::NotFound)?;
    let aims = store::of_text(&mut tx, cx.tenant.id, text).await?;
    for (heading, place) in Heading34::ALL.iter().zip(1..) {
        let there = aims.iter().find(|aim| aim.code == heading.code());
        match (there, form.fjern.is_empty()) {
            (None, true) => {
                let new = Aim::new(cx.new_id(), AimKind::Statute, Some(text), cx.now());
                let title = heading.label(T(samskab_kernel::Locale::Da)).to_owned();
                let aim = Aim { code: heading.code().into(), place, title, ..new };
                store::add(&mut tx, &aim).await?;
                tx.record(AimWritten::of(&aim)).await?;
            }
            (Some(aim), false) => {
                store::remove(&mut tx, aim.id).await?;
                tx.record(AimRemoved::of(aim)).await?;
            }
            _ => {}
        }
    }
    tx.commit().await?;
    let key = if form.fjern.is_empty() { "aim-flash-statute" } else { "aim-flash-no-statute" };
    cx.redirect_saying(href(Some(text)), "success", key)
}
