//! /min-side/cv: what I like, can and have time for, made in three minutes on a phone.

mod form;

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Locale, jiff::civil::Weekday};
use samskab_organisation::place;
use samskab_taskbank::catalogue;
use samskab_web::{
    Cx, Errors, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, Field},
};

use self::form::CvForm;
use super::{Availability, Company, Cv, CvChanged, CvDeleted, PartOfDay, me, store, words};
use crate::T;

/// A weekday of the table, with its four parts.
struct Weekdays {
    name: String,
    short: String,
    parts: Vec<Part>,
}

struct Part {
    bit: u32,
    label: String,
    ticked: bool,
}

struct PartHead {
    name: String,
    hours: &'static str,
}

/// Competences under one heading, folded until one looks.
struct Group {
    heading: String,
    chosen: usize,
    options: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "volunteer/cv.html")]
struct CvPage {
    shell: Shell,
    t: T,
    form: CvForm,
    is_new: bool,
    parts: Vec<PartHead>,
    week: Vec<Weekdays>,
    groups: Vec<Group>,
    reaches: Vec<Choice>,
    /// The last part is folded until it is used or wrong.
    is_more_open: bool,
}

/// Long words may break where they are put together: on a phone the columns are narrow.
fn hyphenated(word: &str) -> String {
    word.replace("middag", "\u{ad}middag").replace("noon", "\u{ad}noon")
}

fn week(form: &CvForm, locale: Locale) -> Vec<Weekdays> {
    let t = T(locale);
    let day = |weekday: Weekday| {
        let name = words::capitalised(locale.weekday(weekday));
        let part = |part: &PartOfDay| {
            let bit = Availability::number_of(weekday, *part);
            let label = format!("{name}, {}", part.label(t).to_lowercase());
            Part { bit, label, ticked: form.is_ticked(bit) }
        };
        let short = name.chars().take(3).collect();
        Weekdays { parts: PartOfDay::ALL.iter().map(part).collect(), short, name }
    };
    Weekday::Monday.cycle_forward().take(7).map(day).collect()
}

fn groups(form: &CvForm, locale: Locale) -> Vec<Group> {
    let group = |heading: &catalogue::Words| {
        let options: Vec<Choice> = catalogue::competences()
            .iter()
            .filter(|competence| competence.group == heading.key)
            .map(|competence| {
                let chosen = form.competences.contains(&competence.key);
                // The everyday words are Danish; in English the name says it.
                let hint = locale.choose(&competence.words.join(", "), "").to_owned();
                Choice::new(competence.key.as_str(), competence.name(locale), chosen).hint(hint)
            })
            .collect();
        let chosen = options.iter().filter(|option| option.selected).count();
        Group { heading: heading.name(locale).to_owned(), chosen, options }
    };
    catalogue::competence_groups().iter().map(group).collect()
}

fn page(cx: &Cx, form: CvForm, is_new: bool) -> CvPage {
    let (t, locale) = (T(cx.locale), cx.locale);
    let more =
        [form.not_topics(), form.not_target_groups(), form.born_on(), form.volunteer_since(), form.about()];
    let is_wrong = more.iter().any(Field::is_wrong);
    let used = !(form.not_topics.is_empty() && form.not_target_groups.is_empty())
        || [&form.age, &form.volunteer_since, &form.about].iter().any(|field| !field.is_empty())
        || !form.company.is_empty() && form.company != Company::Either.code();
    CvPage {
        shell: cx.shell(t.volunteer_cv_title()).under("/min-side", t.volunteer_home_title()).here(),
        t,
        is_new,
        parts: PartOfDay::ALL
            .iter()
            .map(|part| PartHead { name: hyphenated(part.label(t)), hours: part.hours(t) })
            .collect(),
        week: week(&form, locale),
        groups: groups(&form, locale),
        reaches: form.reaches(locale),
        is_more_open: is_wrong || used,
        form,
    }
}

pub async fn show(cx: Cx) -> Result<Response> {
    let person = me(&cx)?;
    let mut reader = cx.read().await?;
    let found = store::find(&mut reader, cx.tenant.id, person).await?;
    let is_new = found.is_none();
    let cv = found.unwrap_or_else(|| Cv::new(cx.new_id(), person, cx.now()));
    cx.page(page(&cx, CvForm::from(&cv), is_new))
}

pub async fn save(cx: Cx, Form(form): Form<CvForm>) -> Result<Response> {
    let person = me(&cx)?;
    let t = T(cx.locale);
    let mut tx = cx.write().await?;
    let found = store::find(&mut tx, cx.tenant.id, person).await?;
    let is_new = found.is_none();
    let before = match found {
        Some(cv) => cv,
        None => Cv::new(store::fresh_id(&mut tx).await?, person, cx.now()),
    };
    let mut cv = match form.read(before, cx.locale, cx.now().day()) {
        Ok(cv) => cv,
        Err(errors) => return cx.invalid(page(&cx, form.with_errors(errors), is_new)),
    };
    if let (Some(postcode), None) = (&cv.postcode, cv.place) {
        // Only districts with a known middle: what is far away or mistyped is asked about now, not at a task.
        let Some(place) = place::find(&mut tx, cx.tenant.id, postcode).await? else {
            let mut errors = Errors::default();
            errors.add(&form.postcode(), t.volunteer_cv_postcode_unknown());
            return cx.invalid(page(&cx, form.with_errors(errors), is_new));
        };
        cv.place = Some(place.point());
    }
    cv.updated_at = cx.now();
    store::save(&mut tx, &cv).await?;
    tx.record(CvChanged { person }).await?;
    tx.commit().await?;
    if !cv.is_useful() {
        return cx.redirect_saying("/min-side", "success", "volunteer-cv-saved-unfinished");
    }
    let next = if is_new { "/min-side/cv/samtykke" } else { "/min-side" };
    cx.redirect_saying(next, "success", "volunteer-cv-saved")
}

#[derive(Template)]
#[template(path = "volunteer/cv_keep.html")]
struct KeepPage {
    shell: Shell,
    t: T,
    changed: String,
}

/// GET /min-side/cv/behold: asked once a year, behind a link in a mail.
pub async fn ask(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let cv = store::find(&mut reader, cx.tenant.id, me(&cx)?).await?;
    let Some(cv) = cv else { return cx.redirect("/min-side/cv") };
    let shell = cx.shell(t.volunteer_cv_keep_title()).under("/min-side", t.volunteer_home_title()).here();
    let changed = t.volunteer_cv_keep_text(cx.locale.day(cv.updated_at.day()));
    cx.page(KeepPage { shell, t, changed })
}

pub async fn keep(cx: Cx) -> Result<Response> {
    let person = me(&cx)?;
    let mut tx = cx.write().await?;
    let mut cv = store::find(&mut tx, cx.tenant.id, person).await?.or_not_found()?;
    cv.updated_at = cx.now();
    store::save(&mut tx, &cv).await?;
    tx.record(CvChanged { person }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side", "success", "volunteer-cv-kept")
}

#[derive(Template)]
#[template(path = "volunteer/cv_delete.html")]
struct DeletePage {
    shell: Shell,
    t: T,
}

pub async fn ask_delete(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let shell = cx.shell(t.volunteer_cv_delete_title()).under("/min-side", t.volunteer_home_title()).here();
    cx.page(DeletePage { shell, t })
}

pub async fn delete(cx: Cx) -> Result<Response> {
    let person = me(&cx)?;
    let mut tx = cx.write().await?;
    store::delete(&mut tx, person).await?;
    tx.record(CvDeleted { person }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side", "success", "volunteer-cv-deleted")
}
