//! /organer/ny, /organer/{id}/rediger and /organer/{id}/slut: what a body is for and how it works, and its end. It is never
//! deleted: its meetings and decisions stay readable (RS-07).

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Locale, Validity, danish::sort_key};
use samskab_organisation::{
    body::{self, Body, BodyId, BodyKind, HearingStrength, Mandate, MemberRule, QuorumRule},
    unit::{self, Level, UnitId},
};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, form::Choice};

use super::BodyWithMembers;
use crate::{
    T,
    authority::{Action, Tie, may},
    meeting::{self, MeetingState},
};

samskab_web::form! {
    pub struct BodyForm {
        navn: text(body_name).required().max(150),
        art: choice(body_kind).among(kinds).required(),
        aliaser: text(body_aliases).hint(body_aliases_hint).optional().max(300),
        formaal: paragraph(body_purpose).hint(body_purpose_hint).optional().rows(4).at_most(2000),
        mandat: choice(body_mandate).first(body_mandate_none).among(mandates),
        regel: choice(body_rule).hint(body_rule_hint).first(body_rule_none).among(rules),
        refererer: choice(body_reports_to).first(body_reports_to_none),
        efterfoelger: choice(body_successor).first(body_successor_none),
        mindst: number(body_meetings_min).optional().between(1, 52),
        hoejst: number(body_meetings_max).optional().between(1, 52),
        beslutter: choice(body_quorum).hint(body_quorum_hint).first(body_quorum_none).among(quorums),
        beslutter_antal: number(body_quorum_count).hint(body_quorum_count_hint).optional().between(1, 200).width("xs"),
        faste: paragraph(body_standing).hint(body_standing_hint).optional().rows(5).at_most(2000),
        hoeres: choice(body_hearing).first(body_hearing_none).among(strengths),
        hoeres_om: text(body_hearing_scope).hint(body_hearing_scope_hint).optional().max(300),
        niveau: number(body_med_level).hint(body_med_level_hint).optional().between(1, 3),
        enhed: choice(body_unit).first(body_unit_none),
        ideer: tick(body_qualifies_ideas).hint(body_qualifies_ideas_hint),
        fra: day(body_from).hint(body_from_hint).optional(),
    }
}

samskab_web::form! {
    pub struct EndForm {
        sidste_dag: day(body_last_day).required(),
        efterfoelger: choice(body_successor).first(body_successor_none),
    }
}

fn kinds(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    BodyKind::ALL.iter().map(|one| Choice::of(one.code(), one.label(*t))).collect()
}

fn mandates(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    Mandate::ALL.iter().map(|one| Choice::of(one.code(), one.label(*t))).collect()
}

fn rules(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    MemberRule::ALL.iter().map(|one| Choice::of(one.code(), one.label(*t))).collect()
}

fn quorums(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    QuorumRule::ALL.iter().map(|one| Choice::of(one.code(), one.label(*t))).collect()
}

fn strengths(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    HearingStrength::ALL.iter().map(|one| Choice::of(one.code(), one.label(*t))).collect()
}

#[derive(Template)]
#[template(path = "body/form.html")]
struct FormPage {
    shell: Shell,
    t: T,
    form: BodyForm,
    others: Vec<Choice>,
    units: Vec<Choice>,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "body/end.html")]
struct EndPage {
    shell: Shell,
    t: T,
    form: EndForm,
    others: Vec<Choice>,
    /// Meetings that are planned.
    coming: Vec<String>,
    action: String,
    back: String,
}

async fn others(cx: &Cx, connection: &mut Connection, own: Option<BodyId>) -> Result<Vec<Choice>> {
    let bodies = body::all(connection, cx.tenant.id, cx.today()).await?;
    let others = bodies.into_iter().filter(|body| Some(body.id) != own);
    Ok(others.map(|body| Choice::of(body.id.to_string(), body.name)).collect())
}

/// What can be chosen: other bodies, and the units it can be for.
struct Choices {
    others: Vec<Choice>,
    units: Vec<Choice>,
}

impl Choices {
    /// Reads what can be chosen for the body `own`. Runs two queries.
    async fn read(cx: &Cx, connection: &mut Connection, own: Option<BodyId>) -> Result<Self> {
        let mut units = unit::store::all(connection, cx.tenant.id, cx.today()).await?;
        units.retain(|unit| unit.level != Level::Central);
        units.sort_by_cached_key(|unit| (unit.level != Level::Department, sort_key(&unit.name)));
        Ok(Self {
            others: others(cx, connection, own).await?,
            units: units.into_iter().map(|unit| Choice::of(unit.id.to_string(), unit.name)).collect(),
        })
    }

    fn unit(&self, code: &str) -> Option<UnitId> {
        self.units.iter().find(|unit| unit.value == code).and_then(|_| code.parse().ok())
    }
}

pub async fn new(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepBodies, Tie::None))?;
    let mut reader = cx.read().await?;
    let choices = Choices::read(&cx, &mut reader, None).await?;
    let form = BodyForm { fra: cx.today().to_string(), ..BodyForm::default() };
    cx.page(page(&cx, None, choices, form))
}

pub async fn add(cx: Cx, Form(form): Form<BodyForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepBodies, Tie::None))?;
    let mut tx = cx.write().await?;
    let choices = Choices::read(&cx, &mut tx, None).await?;
    let blank = Body::named(cx.new_id(), "", BodyKind::WorkingGroup, Validity::since(cx.today()));
    match read(&cx, &form, blank, &choices) {
        Ok(body) => {
            body::add(&mut tx, &body).await?;
            tx.record(BodyFounded::of(&body)).await?;
            tx.commit().await?;
            cx.redirect_saying(body.href(), "success", "body-flash-added")
        }
        Err(form) => cx.invalid(page(&cx, None, choices, *form)),
    }
}

samskab_store::events! {
    pub about body(BodyId) {}
    impl { fn of(body: &Body) { body: body.id } }

    BodyFounded => "body.founded";
    BodyChanged => "body.changed";
    BodyEnded => "body.ended";
}

pub async fn show(cx: Cx, Path(id): Path<BodyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = BodyWithMembers::kept(&cx, &mut reader, id).await?;
    let choices = Choices::read(&cx, &mut reader, Some(id)).await?;
    let body = &found.body;
    let code = |id: Option<BodyId>| id.map(|id| id.to_string()).unwrap_or_default();
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let form = BodyForm {
        navn: body.name.clone(),
        art: body.kind.code().into(),
        aliaser: body.aliases.replace(';', ", "),
        formaal: body.purpose.clone(),
        mandat: body.mandate.map(Mandate::code).unwrap_or_default().into(),
        regel: body.rule.map(MemberRule::code).unwrap_or_default().into(),
        refererer: code(body.reports_to_id),
        efterfoelger: code(body.successor_id),
        mindst: number(body.meetings_min),
        hoejst: number(body.meetings_max),
        beslutter: body.quorum.map(QuorumRule::code).unwrap_or_default().into(),
        beslutter_antal: number(body.quorum_number),
        faste: body.standing_items.clone(),
        hoeres: body.hearing_strength.map(HearingStrength::code).unwrap_or_default().into(),
        hoeres_om: body.hearing_scope.clone(),
        niveau: number(body.med_level),
        enhed: body.unit.map(|unit| unit.to_string()).unwrap_or_default(),
        ideer: samskab_web::form::ticked(body.qualifies_ideas),
        fra: body.validity.from.to_string(),
        ..BodyForm::default()
    };
    cx.page(page(&cx, Some(&found), choices, form))
}

pub async fn save(cx: Cx, Path(id): Path<BodyId>, Form(form): Form<BodyForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = BodyWithMembers::kept(&cx, &mut tx, id).await?;
    let choices = Choices::read(&cx, &mut tx, Some(id)).await?;
    match read(&cx, &form, found.body.clone(), &choices) {
        Ok(body) => {
            body::store::save(&mut tx, &body).await?;
            tx.record(BodyChanged::of(&body)).await?;
            tx.commit().await?;
            cx.redirect_saying(body.href(), "success", "body-flash-saved")
        }
        Err(form) => cx.invalid(page(&cx, Some(&found), choices, *form)),
    }
}

/// The body as the form says it; the form with its errors.
fn read(cx: &Cx, form: &BodyForm, was: Body, choices: &Choices) -> std::result::Result<Body, Box<BodyForm>> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let name = form.navn().text(&mut check).unwrap_or_default();
    let kind = form.art().code(&mut check).unwrap_or(was.kind);
    let aliases = form.aliaser().text(&mut check).unwrap_or_default();
    let purpose = form.formaal().text(&mut check).unwrap_or_default();
    let standing_items = form.faste().text(&mut check).unwrap_or_default();
    let hearing_scope = form.hoeres_om().text(&mut check).unwrap_or_default();
    let (meetings_min, meetings_max) = (form.mindst().number(&mut check), form.hoejst().number(&mut check));
    if let (Some(min), Some(max)) = (meetings_min, meetings_max)
        && min > max
    {
        check.refuse(&form.hoejst(), t.body_max_below_min());
    }
    let quorum: Option<QuorumRule> = form.beslutter.parse().ok();
    let quorum_number = form.beslutter_antal().number(&mut check);
    if quorum == Some(QuorumRule::Number)
        && quorum_number.is_none()
        && !check.refuses(&[form.beslutter_antal()])
    {
        check.refuse(&form.beslutter_antal(), t.body_quorum_count_missing());
    }
    let med_level = form.niveau().number(&mut check);
    let from = form.fra().day(&mut check).unwrap_or(was.validity.from);
    let other =
        |code: &str| choices.others.iter().find(|other| other.value == code).and_then(|_| code.parse().ok());
    match check.done() {
        Err(errors) => Err(Box::new(form.clone().with_errors(errors))),
        Ok(()) => Ok(Body {
            name,
            kind,
            aliases: aliases.split([',', ';']).map(str::trim).collect::<Vec<_>>().join(";"),
            purpose,
            mandate: form.mandat.parse().ok(),
            rule: form.regel.parse().ok(),
            reports_to_id: other(&form.refererer),
            successor_id: other(&form.efterfoelger),
            standing_items,
            meetings_min,
            meetings_max,
            hearing_strength: form.hoeres.parse().ok(),
            hearing_scope,
            quorum,
            quorum_number: quorum_number.filter(|_| quorum == Some(QuorumRule::Number)),
            med_level: med_level.filter(|_| kind == BodyKind::Med),
            unit: choices.unit(&form.enhed),
            qualifies_ideas: form.ideer().is_ticked(),
            validity: Validity { from, ..was.validity },
            ..was
        }),
    }
}

pub async fn ask_end(cx: Cx, Path(id): Path<BodyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = BodyWithMembers::kept(&cx, &mut reader, id).await?;
    let form = EndForm { sidste_dag: cx.today().to_string(), ..EndForm::default() };
    let page = end_page(&cx, &mut reader, &found, form).await?;
    cx.page(page)
}

/// Meetings planned after its last day must be called off or moved first: nobody is called to a body that has ended.
pub async fn end(cx: Cx, Path(id): Path<BodyId>, Form(form): Form<EndForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = BodyWithMembers::kept(&cx, &mut tx, id).await?;
    let others = others(&cx, &mut tx, Some(id)).await?;
    let mut check = Check::new(cx.locale);
    let last = form.sidste_dag().day(&mut check);
    if let Some(last) = last {
        let t = T(cx.locale);
        if last < found.body.validity.from {
            check.refuse(&form.sidste_dag(), t.body_ends_before_it_begins());
        }
        let meetings = meeting::store::of_body(&mut tx, cx.tenant.id, id).await?;
        let is_after = |one: &meeting::Meeting| {
            matches!(one.state, MeetingState::Planned | MeetingState::Called) && one.starts_at.day() > last
        };
        let after = meetings.iter().filter(|one| is_after(one)).count();
        if after > 0 {
            check.refuse(&form.sidste_dag(), t.body_has_meetings(after));
        }
    }
    let errors = check.done().err();
    let (Some(last), None) = (last, &errors) else {
        let page = end_page(&cx, &mut tx, &found, form.with_errors(errors.unwrap_or_default())).await?;
        return cx.invalid(page);
    };
    let successor = others.iter().find(|other| other.value == form.efterfoelger);
    let body = Body {
        validity: Validity { to: Some(last), ..found.body.validity },
        successor_id: successor.and_then(|other| other.value.parse().ok()).or(found.body.successor_id),
        ..found.body
    };
    body::store::save(&mut tx, &body).await?;
    tx.record(BodyEnded::of(&body)).await?;
    tx.commit().await?;
    cx.redirect_saying(body.href(), "success", "body-flash-ended")
}

async fn end_page(
    cx: &Cx,
    connection: &mut Connection,
    found: &BodyWithMembers,
    form: EndForm,
) -> Result<EndPage> {
    let t = T(cx.locale);
    let meetings = meeting::store::of_body(connection, cx.tenant.id, found.body.id).await?;
    let coming = meetings.iter().filter(|one| one.is_ahead(cx.now()));
    Ok(EndPage {
        shell: found.under(cx, t.body_end()),
        t,
        coming: coming.map(|one| meeting::as_beginning(&one.when(cx))).collect(),
        others: others(cx, connection, Some(found.body.id)).await?,
        form,
        action: format!("{}/slut", found.body.href()),
        back: found.body.href(),
    })
}

fn page(cx: &Cx, found: Option<&BodyWithMembers>, choices: Choices, form: BodyForm) -> FormPage {
    let t = T(cx.locale);
    FormPage {
        shell: match found {
            Some(found) => found.under(cx, t.body_edit()),
            None => cx.shell(t.body_add()).under("/organer", t.body_list_title()).here(),
        },
        t,
        form,
        others: choices.others,
        units: choices.units,
        action: match found {
            Some(found) => format!("{}/rediger", found.body.href()),
            None => "/organer/ny".to_owned(),
        },
        back: found.map_or_else(|| "/organer".to_owned(), |found| found.body.href()),
    }
}
