//! POST /engagementer/{id}/krav/boerneattest/behov, /bestilling, /samtykke, /vurdering, /fortryd: the steps of a
//! børneattest, each with its day (law B.4). There is no field for the certificate itself, nor for a note.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::{self, PersonId};
use samskab_requirement::{
    AskedRequirement, Because, Fulfilment, Precondition, Settings,
    rules::{CERTIFICATE_FROM_YEARS, Outcome, Refused},
    store,
};
use samskab_store::Tx;
use samskab_taskbank::notice;
use samskab_web::{Check, Cx, Error, Form, Result, error::OrNotFound as _};

use super::{
    note::{done, overtaken},
    of_engagement::{Assessed, EngagementRequirements, OnePage, StepForm, found},
};
use crate::{T, engagement::EngagementId};

/// What the volunteer is told about a step: its kind, and the words with the task's title.
type NewsOfStep = (&'static str, fn(T, &str) -> String);

/// A step that has been prepared: what it is done to, by whom.
struct CertificateStep {
    tx: Tx,
    found: EngagementRequirements,
    asked: AskedRequirement,
    me: PersonId,
}

async fn begin(cx: &Cx, id: EngagementId) -> Result<CertificateStep> {
    let mut tx = cx.write().await?;
    let found = found(cx, &mut tx, id).await?;
    let asked = found.asked(Precondition::ChildrensCertificate.segment()).or_not_found()?;
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    Ok(CertificateStep { tx, found, asked, me })
}

impl CertificateStep {
    fn invalid(self, cx: &Cx, form: StepForm, check: Check) -> Result<Response> {
        let form = form.with_errors(check.done().err().unwrap_or_default());
        cx.invalid(OnePage::new(cx, &self.found, self.asked, form))
    }

    /// Takes the step, or says why it is not taken.
    async fn take(
        mut self,
        cx: &Cx,
        id: EngagementId,
        form: StepForm,
        step: impl FnOnce(Fulfilment) -> Outcome,
        tell: Option<NewsOfStep>,
        said: &'static str,
    ) -> Result<Response> {
        let Some(was) = self.found.noted(self.asked).cloned() else {
            return overtaken(cx, self.tx, id, self.asked, form).await;
        };
        let now = match step(was.clone()) {
            Ok(now) => now,
            Err(refused) => {
                let t = T(cx.locale);
                let mut check = Check::new(cx.locale);
                match refused {
                    Refused::WrongState => return overtaken(cx, self.tx, id, self.asked, form).await,
                    Refused::InTheFuture => check.refuse(&form.dag(), t.requirement_day_to_come()),
                    Refused::BeforeTheOrder => check.refuse(&form.dag(), t.requirement_day_before_step()),
                }
                return self.invalid(cx, form, check);
            }
        };
        if !store::save(&mut self.tx, &now, &was).await? {
            return overtaken(cx, self.tx, id, self.asked, form).await;
        }
        if let Some((kind, words)) = tell {
            let volunteer = self.found.helper.person;
            if let Some(person) = person::store::find(&mut self.tx, cx.tenant.id, volunteer).await? {
                let text = words(T(person.locale), &self.found.task.title);
                notice::tell(&mut self.tx, volunteer, kind, text, "/min-side/krav").await?;
            }
        }
        done(cx, self.tx, &self.found, said).await
    }
}

/// Notes why a børneattest is needed here.
pub async fn need(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<StepForm>) -> Result<Response> {
    let mut certificate = begin(&cx, id).await?;
    let mut check = Check::new(cx.locale);
    let Some(because) = form.fordi().code::<Because>(&mut check) else {
        return certificate.invalid(&cx, form, check);
    };
    let (person, task) = (certificate.found.helper.person, certificate.found.task.id);
    let new = Fulfilment::needed(cx.new_id(), person, task, because, cx.now());
    if !store::add(&mut certificate.tx, &new).await? {
        return overtaken(&cx, certificate.tx, id, certificate.asked, form).await;
    }
    done(&cx, certificate.tx, &certificate.found, "requirement-flash-needed").await
}

/// Ordered from the police; nobody under 15 has one.
pub async fn order(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<StepForm>) -> Result<Response> {
    let certificate = begin(&cx, id).await?;
    let (t, now) = (T(cx.locale), cx.now());
    let mut check = Check::new(cx.locale);
    let day = form.dag().day(&mut check);
    match certificate
        .found
        .book
        .age(certificate.found.helper.person)
        .is_at_least(CERTIFICATE_FROM_YEARS, now.day())
    {
        Some(true) => {}
        Some(false) => {
            check.refuse(&form.fyldt15(), t.requirement_place_certificate_young(CERTIFICATE_FROM_YEARS));
        }
        None if form.fyldt15().is_ticked() => {}
        None => check.refuse(&form.fyldt15(), t.requirement_fifteen_missing()),
    }
    let (Some(day), true) = (day, check.errors.is_empty()) else {
        return certificate.invalid(&cx, form, check);
    };
    let tell: NewsOfStep = ("requirement.certificate", |t, title| t.requirement_news_ordered(title));
    certificate.take(&cx, id, form, |one| one.order(day, now), Some(tell), "requirement-flash-ordered").await
}

/// The volunteer has told that they said yes in Digital Post.
pub async fn consent(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<StepForm>) -> Result<Response> {
    let certificate = begin(&cx, id).await?;
    let now = cx.now();
    let mut check = Check::new(cx.locale);
    let Some(day) = form.dag().day(&mut check) else {
        return certificate.invalid(&cx, form, check);
    };
    certificate.take(&cx, id, form, |one| one.consent(day, now), None, "requirement-flash-consented").await
}

/// Read, judged for this task, and deleted.
pub async fn assess(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<StepForm>) -> Result<Response> {
    let certificate = begin(&cx, id).await?;
    let (t, now) = (T(cx.locale), cx.now());
    let mut check = Check::new(cx.locale);
    let day = form.dag().day(&mut check);
    let may = form.udfald.parse().ok().map(|assessed: Assessed| assessed == Assessed::May);
    if may.is_none() {
        check.refuse(&form.udfald(), t.requirement_outcome_choose());
    }
    if !form.slettet().is_ticked() {
        check.refuse(&form.slettet(), t.requirement_deleted_missing());
    }
    let (Some(day), Some(may), true) = (day, may, check.errors.is_empty()) else {
        return certificate.invalid(&cx, form, check);
    };
    let (me, months) = (certificate.me, Settings::of(&cx.tenant).certificate_months);
    let tell: NewsOfStep = ("requirement.assessed", |t, title| t.requirement_news_assessed(title));
    // That a task cannot be given is said in person, not in a mail.
    let tell = may.then_some(tell);
    let step = |one: Fulfilment| one.assess(day, me, may, months, now);
    certificate.take(&cx, id, form, step, tell, "requirement-flash-assessed").await
}

/// The wrong button: whoever assessed it takes it back the same day.
pub async fn take_back(cx: Cx, Path(id): Path<EngagementId>) -> Result<Response> {
    let certificate = begin(&cx, id).await?;
    let (me, now) = (certificate.me, cx.now());
    let step = |one: Fulfilment| one.take_back(me, now);
    certificate.take(&cx, id, StepForm::default(), step, None, "requirement-flash-taken-back").await
}
