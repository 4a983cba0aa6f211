//! POST /engagementer/{id}/krav/boerneattest/behov, /bestilling, /samtykke, /vurdering, /fortryd: the steps of a
//! børneattest, each with its day (law B.4). There is no field for the certificate itself, nor for a note.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::{self, PersonId};
use samskab_store::Tx;
use samskab_web::{Check, Cx, Error, Form, Result, error::OrNotFound as _};

use super::{
    Asked, Because, Fulfilment, Precondition, Settings,
    note::{done, overtaken},
    of_engagement::{Found, OnePage, StepForm, found},
    rules::{CERTIFICATE_FROM_YEARS, Outcome, Refused},
    store,
};
use crate::{T, engagement::EngagementId, notice};

/// A step that has been prepared: what it is done to, by whom.
struct Desk {
    tx: Tx,
    found: Found,
    asked: Asked,
    me: PersonId,
}

async fn desk(cx: &Cx, id: EngagementId) -> Result<Desk> {
    let mut tx = cx.write().await?;
    let found = found(cx, &mut tx, id).await?;
    let asked = found.asked(Precondition::ChildrensCertificate.segment()).or_not_found()?;
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    Ok(Desk { tx, found, asked, me })
}

impl Desk {
    fn invalid(self, cx: &Cx, form: StepForm, check: Check) -> Result<Response> {
        let errors = check.done().err().unwrap_or_default();
        cx.invalid(OnePage::new(cx, &self.found, self.asked, form).with_errors(errors))
    }

    /// Takes the step, or says why it is not taken.
    async fn take(
        mut self,
        cx: &Cx,
        id: EngagementId,
        form: StepForm,
        step: impl FnOnce(Fulfilment) -> Outcome,
        tell: Option<fn(T, &str) -> String>,
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
                check.labels(&[("dag", t.requirement_day())]);
                match refused {
                    Refused::WrongState => return overtaken(cx, self.tx, id, self.asked, form).await,
                    Refused::InTheFuture => check.error("dag", t.requirement_day_to_come()),
                    Refused::BeforeTheOrder => check.error("dag", t.requirement_day_before_step()),
                }
                return self.invalid(cx, form, check);
            }
        };
        if !store::save(&mut self.tx, &now, &was).await? {
            return overtaken(cx, self.tx, id, self.asked, form).await;
        }
        if let Some(tell) = tell {
            let volunteer = self.found.helper.person;
            if let Some(person) = person::store::find(&mut self.tx, cx.tenant.id, volunteer).await? {
                let text = tell(T(person.locale), &self.found.task.title);
                notice::tell(&mut self.tx, volunteer, "requirement.certificate", text, "/min-side/krav")
                    .await?;
            }
        }
        done(cx, self.tx, &self.found, said).await
    }
}

/// Why it is needed here.
pub async fn need(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<StepForm>) -> Result<Response> {
    let mut desk = desk(&cx, id).await?;
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    check.labels(&[("fordi", t.requirement_because())]);
    let Some(because) = check.code::<Because>("fordi", &form.fordi) else {
        return desk.invalid(&cx, form, check);
    };
    let (person, task) = (desk.found.helper.person, desk.found.task.id);
    let new = Fulfilment::needed(cx.new_id(), person, task, because, cx.now());
    if !store::add(&mut desk.tx, &new).await? {
        return overtaken(&cx, desk.tx, id, desk.asked, form).await;
    }
    done(&cx, desk.tx, &desk.found, "requirement-flash-needed").await
}

/// Ordered from the police; nobody under 15 has one.
pub async fn order(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<StepForm>) -> Result<Response> {
    let desk = desk(&cx, id).await?;
    let (t, now) = (T(cx.locale), cx.now());
    let mut check = Check::new(cx.locale);
    check.labels(&[("dag", t.requirement_day())]);
    let day = check.day("dag", &form.dag);
    match desk.found.book.age(desk.found.helper.person).is_at_least(CERTIFICATE_FROM_YEARS, now.day()) {
        Some(true) => {}
        Some(false) => check.error("fyldt15", t.requirement_place_certificate_young(CERTIFICATE_FROM_YEARS)),
        None if form.fyldt15 == "ja" => {}
        None => check.error("fyldt15", t.requirement_fifteen_missing()),
    }
    let (Some(day), true) = (day, check.errors.is_empty()) else {
        return desk.invalid(&cx, form, check);
    };
    let tell: fn(T, &str) -> String = |t, title| t.requirement_news_ordered(title);
    desk.take(&cx, id, form, |one| one.order(day, now), Some(tell), "requirement-flash-ordered").await
}

/// The volunteer has told that they said yes in Digital Post.
pub async fn consent(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<StepForm>) -> Result<Response> {
    let desk = desk(&cx, id).await?;
    let now = cx.now();
    let mut check = Check::new(cx.locale);
    check.labels(&[("dag", T(cx.locale).requirement_day())]);
    let Some(day) = check.day("dag", &form.dag) else {
        return desk.invalid(&cx, form, check);
    };
    desk.take(&cx, id, form, |one| one.consent(day, now), None, "requirement-flash-consented").await
}

/// Read, judged for this task, and deleted.
pub async fn assess(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<StepForm>) -> Result<Response> {
    let desk = desk(&cx, id).await?;
    let (t, now) = (T(cx.locale), cx.now());
    let mut check = Check::new(cx.locale);
    check.labels(&[("dag", t.requirement_day()), ("udfald", t.requirement_outcome())]);
    let day = check.day("dag", &form.dag);
    let may = match form.udfald.as_str() {
        "kan" => Some(true),
        "kan-ikke" => Some(false),
        _ => {
            check.error("udfald", t.requirement_outcome_choose());
            None
        }
    };
    if form.slettet != "ja" {
        check.error("slettet", t.requirement_deleted_missing());
    }
    let (Some(day), Some(may), true) = (day, may, check.errors.is_empty()) else {
        return desk.invalid(&cx, form, check);
    };
    let (me, months) = (desk.me, Settings::of(&cx.tenant).certificate_months);
    let tell: fn(T, &str) -> String = |t, title| t.requirement_news_assessed(title);
    // That a task cannot be given is said in person, not in a mail.
    let tell = may.then_some(tell);
    let step = |one: Fulfilment| one.assess(day, me, may, months, now);
    desk.take(&cx, id, form, step, tell, "requirement-flash-assessed").await
}

/// The wrong button: whoever assessed it takes it back the same day.
pub async fn take_back(cx: Cx, Path(id): Path<EngagementId>) -> Result<Response> {
    let desk = desk(&cx, id).await?;
    let (me, now) = (desk.me, cx.now());
    let step = |one: Fulfilment| one.take_back(me, now);
    desk.take(&cx, id, StepForm::default(), step, None, "requirement-flash-taken-back").await
}
