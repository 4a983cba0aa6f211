//! /min-side/cv/samtykke: who may see what of the CV. Nothing is chosen beforehand, everything can be taken
//! back with one button, and a year later it ends by itself (FX-21).

use askama::Template;
use axum::response::Response;
use samskab_store::Connection;
use samskab_taskbank::catalogue;
use samskab_web::{
    Check, Cx, Errors, Form, Result, Shell,
    error::OrNotFound as _,
    exit::{Consequence, Exit, Settlement, consequences, settle},
    form::Choice,
};

use super::{
    Cv, Field, Settings,
    card::{Card, Districts, facts},
    consent::{self, ConsentChanged},
    me, months_after, store,
};
use crate::T;

const PAGE: &str = "/min-side/cv/samtykke";
/// Databeskyttelsesloven § 6, stk. 2 og 3, since 1 January 2024 (before: 13): below this age a consent is a parent's.
const YOUNGEST: i64 = 15;

samskab_web::form! {
    pub struct SharingForm {
        shown as "fields": several(volunteer_consent_fields).hint(volunteer_consent_fields_hint).required(),
        /// The button: `vis` shows the card without saving.
        way: hidden,
    }
}

impl SharingForm {
    fn of(cv: &Cv) -> Self {
        Self { shown: cv.shows.iter().map(|field| field.code().to_owned()).collect(), ..Self::default() }
    }

    fn chosen(&self) -> Vec<Field> {
        Field::ALL.iter().copied().filter(|field| self.shown.iter().any(|one| one == field.code())).collect()
    }
}

#[derive(Template)]
#[template(path = "volunteer/sharing.html")]
struct SharingPage {
    shell: Shell,
    t: T,
    /// The errors of the form that was sent, whichever it was.
    errors: Errors,
    form: SharingForm,
    /// Until when the consent is valid, or why there is none.
    state: String,
    tone: &'static str,
    symbol: &'static str,
    is_given: bool,
    may_renew: bool,
    /// The fields of the CV, each with what it says now.
    lines: Vec<Choice>,
    text: Vec<&'static str>,
    version: String,
    card: Card,
    chosen: usize,
    paused_until: String,
    pause: PauseForm,
    /// What depends on the consent.
    consequences: Vec<Consequence>,
}

async fn page(cx: &Cx, connection: &mut Connection, cv: &Cv, form: SharingForm) -> Result<SharingPage> {
    let (t, locale, today) = (T(cx.locale), cx.locale, cx.now().day());
    let districts = Districts::read(connection, cx.tenant.id).await?;
    let is_in_force = cv.consent_until.is_some_and(|last| today <= last);
    let (state, tone, symbol) = match cv.consent_until {
        Some(last) if is_in_force && cv.is_paused(today) => {
            let until = cv.paused_until.unwrap_or(last);
            (t.volunteer_cv_panel_paused_text(locale.weekday_and_day(until, today)), "wait", "hourglass")
        }
        Some(last) if is_in_force => (t.volunteer_consent_visible(locale.day(last)), "good", "visibility"),
        Some(last) => (t.volunteer_consent_ended(locale.day(last)), "wait", "lock"),
        None => (t.volunteer_consent_hidden().to_owned(), "", "lock"),
    };
    let says = |field: Field| match field {
        Field::About => cv.about.clone(),
        other => {
            let facts = facts(cv, other, &districts, locale);
            // The first fact is what the field is called; what one would rather not do says so.
            let said = facts.iter().enumerate().map(|(at, fact)| match (at, fact.values.join(", ")) {
                (0, values) => values,
                (_, values) => format!("{}: {values}", fact.name),
            });
            said.collect::<Vec<_>>().join(". ")
        }
    };
    let line = |field: &Field| {
        let says = Some(says(*field)).filter(|says| !says.is_empty());
        let says = says.unwrap_or_else(|| t.volunteer_consent_empty().to_owned());
        Choice::of(field.code(), field.label(t)).hint(says)
    };
    let chosen = form.chosen();
    let consequences = match cv.consent_until {
        Some(_) => consequences(cx, connection, Exit::Consent(cv.person.uuid())).await?,
        None => Vec::new(),
    };
    let text = catalogue::consent_text();
    let shell = cx
        .shell(t.volunteer_consent_title())
        .under("/min-side", t.volunteer_home_title())
        .under("/min-side/cv", t.volunteer_cv_title())
        .here();
    Ok(SharingPage {
        shell,
        t,
        state,
        tone,
        symbol,
        is_given: cv.consent_until.is_some(),
        may_renew: cv.consent_until.is_some_and(|last| last <= months_after(today, 2)),
        lines: Field::ALL.iter().map(line).collect(),
        text: text.paragraphs(locale),
        version: t.volunteer_consent_version(text.version.to_string()),
        card: Card::of(cv, &chosen, &districts, locale),
        chosen: chosen.len(),
        paused_until: cv
            .paused_until
            .filter(|until| today < *until)
            .map(|until| t.volunteer_cv_panel_paused_text(locale.weekday_and_day(until, today)))
            .unwrap_or_default(),
        pause: PauseForm::default(),
        consequences,
        errors: form.errors.clone(),
        form,
    })
}

pub async fn show(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = store::find(&mut reader, cx.tenant.id, me(&cx)?).await?;
    let Some(cv) = found else {
        return cx.redirect_saying("/min-side/cv", "info", "volunteer-consent-first-cv");
    };
    let page = page(&cx, &mut reader, &cv, SharingForm::of(&cv)).await?;
    cx.page(page)
}

pub async fn give(cx: Cx, Form(form): Form<SharingForm>) -> Result<Response> {
    let (t, person, today) = (T(cx.locale), me(&cx)?, cx.now().day());
    let mut tx = cx.write().await?;
    let cv = store::find(&mut tx, cx.tenant.id, person).await?.or_not_found()?;
    let chosen = form.chosen();
    if form.way == "vis" {
        let page = page(&cx, &mut tx, &cv, form).await?;
        return cx.page(page);
    }
    let mut errors = Errors::default();
    if chosen.is_empty() {
        errors.add(&form.shown(), t.volunteer_consent_nothing_chosen());
    } else if cv.age.is_at_least(YOUNGEST, today) == Some(false) {
        errors.add(&form.shown(), t.volunteer_consent_too_young());
    }
    if !errors.is_empty() {
        let page = page(&cx, &mut tx, &cv, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let end = consent::end_of(today, Settings::of(&cx.tenant).consent_months);
    consent::give(&mut tx, person, &chosen, catalogue::consent_text().version, end).await?;
    tx.record(ConsentChanged { person, fields: chosen }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side", "success", "volunteer-consent-given")
}

/// The same fields for another year. Whoever has not read the words in force now reads them first.
pub async fn renew(cx: Cx) -> Result<Response> {
    let (person, today) = (me(&cx)?, cx.now().day());
    let mut tx = cx.write().await?;
    let last = consent::of_person(&mut tx, cx.tenant.id, person).await?.into_iter().next();
    let Some(last) = last.filter(|last| last.withdrawn_at.is_none()) else { return cx.redirect(PAGE) };
    let text = catalogue::consent_text();
    let mut cv = store::find(&mut tx, cx.tenant.id, person).await?.or_not_found()?;
    if last.text_version != text.version || cv.age.is_at_least(YOUNGEST, today) == Some(false) {
        return cx.redirect(PAGE);
    }
    let end = consent::end_of(today, Settings::of(&cx.tenant).consent_months);
    consent::give(&mut tx, person, &last.fields, text.version, end).await?;
    // Saying yes again keeps the CV up as well.
    cv.updated_at = cx.now();
    store::save(&mut tx, &cv).await?;
    tx.record(ConsentChanged { person, fields: last.fields }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side", "success", "volunteer-consent-renewed")
}

pub async fn withdraw(cx: Cx) -> Result<Response> {
    let person = me(&cx)?;
    let mut tx = cx.write().await?;
    if consent::withdraw(&mut tx, person).await? {
        settle(&cx.services, &mut tx, Exit::Consent(person.uuid()), &Settlement::today(cx.today())).await?;
        tx.record(ConsentChanged { person, fields: Vec::new() }).await?;
    }
    tx.commit().await?;
    cx.redirect_saying("/min-side", "success", "volunteer-consent-withdrawn")
}

samskab_web::form! {
    pub struct PauseForm {
        /// The last day of the pause.
        until: day(volunteer_consent_pause_until),
        /// The button: `slut` ends the pause now.
        way: hidden,
    }
}

/// A pause, or its end.
pub async fn pause(cx: Cx, Form(form): Form<PauseForm>) -> Result<Response> {
    let (t, person, today) = (T(cx.locale), me(&cx)?, cx.now().day());
    let mut tx = cx.write().await?;
    let mut cv = store::find(&mut tx, cx.tenant.id, person).await?.or_not_found()?;
    let ends = form.way == "slut";
    if ends {
        cv.paused_until = None;
    } else {
        let mut check = Check::new(cx.locale);
        let until = form.until().day(&mut check);
        if until.is_some_and(|until| until < today || until > months_after(today, 12)) {
            check.refuse(&form.until(), t.volunteer_consent_pause_wrong());
        }
        if let Err(errors) = check.done() {
            let shown = page(&cx, &mut tx, &cv, SharingForm::of(&cv)).await?;
            return cx.invalid(SharingPage {
                errors: errors.clone(),
                pause: form.with_errors(errors),
                ..shown
            });
        }
        cv.paused_until = until.map(|until| until.plus_days(1));
    }
    store::save(&mut tx, &cv).await?;
    tx.record(super::CvChanged { person }).await?;
    tx.commit().await?;
    let said = if ends { "volunteer-consent-unpaused" } else { "volunteer-consent-paused" };
    cx.redirect_saying("/min-side", "success", said)
}
