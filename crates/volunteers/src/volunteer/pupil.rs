//! "Projekt frivillig": a pupil collects hours towards a certificate.

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Day, Id, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Form, Result, Shell};

use super::{me, words};
use crate::T;

/// The mark of a pupil's project.
pub enum ProjectRow {}
pub type ProjectId = Id<ProjectRow>;

/// What a school asks for.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct Project {
    pub id: ProjectId,
    pub school: String,
    pub hours_wanted: i64,
    pub begins_on: Day,
    pub ends_on: Day,
}

samskab_store::statements! {
    FIND = "select id, school, hours_wanted, begins_on, ends_on from pupil_project
            where tenant_id = $1 and person_id = $2";
    SAVE = "insert into pupil_project (id, tenant_id, person_id, school, hours_wanted, begins_on, ends_on, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (tenant_id, person_id) do update set school = excluded.school,
               hours_wanted = excluded.hours_wanted, begins_on = excluded.begins_on, ends_on = excluded.ends_on";
    REMOVE = "delete from pupil_project where tenant_id = $1 and person_id = $2";
    MINUTES = "select cast(coalesce(sum(minutes), 0) as bigint) from hours
               where tenant_id = $1 and person_id = $2 and day >= $3 and day <= $4";
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> samskab_store::Result<Option<Project>> {
    connection.query(&FIND).bind(tenant).bind(person).optional().await
}

/// The one project of a person, made or changed.
pub async fn save(tx: &mut Tx, person: PersonId, project: &Project) -> samskab_store::Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&SAVE)
        .bind(project.id)
        .bind(tenant)
        .bind(person)
        .bind(project.school.clone())
        .bind(project.hours_wanted)
        .bind(project.begins_on)
        .bind(project.ends_on)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// How far a pupil has come, as Min side shows it.
pub struct Progress {
    pub done: i64,
    pub wanted: i64,
    pub said: String,
    pub until: String,
    pub is_reached: bool,
}

pub async fn progress(cx: &Cx, connection: &mut Connection, person: PersonId) -> Result<Option<Progress>> {
    let t = T(cx.locale);
    let Some(project) = find(connection, cx.tenant.id, person).await? else { return Ok(None) };
    let minutes: i64 = connection
        .query(&MINUTES)
        .bind(cx.tenant.id)
        .bind(person)
        .bind(project.begins_on)
        .bind(project.ends_on)
        .scalar()
        .await?;
    let done = words::hours_number(minutes, cx.locale);
    Ok(Some(Progress {
        done: minutes.min(project.hours_wanted * 60),
        wanted: project.hours_wanted * 60,
        said: t.volunteer_pupil_progress(done, project.hours_wanted),
        until: t.volunteer_pupil_progress_until(cx.locale.day(project.ends_on), project.school.as_str()),
        is_reached: minutes >= project.hours_wanted * 60,
    }))
}

samskab_web::form! {
    pub struct ProjectForm {
        school: text(volunteer_pupil_school).max(120),
        /// Empty: [`USUAL_HOURS`].
        hours: number(volunteer_pupil_hours).hint(volunteer_pupil_hours_hint).between(1, 500).optional(),
        begins_on: day(volunteer_pupil_begins),
        ends_on: day(volunteer_pupil_ends),
    }
}

#[derive(Template)]
#[template(path = "volunteer/pupil.html")]
struct ProjectPage {
    shell: Shell,
    t: T,
    form: ProjectForm,
    progress: Option<Progress>,
}

/// Most schools ask for this.
const USUAL_HOURS: i64 = 20;

async fn page(cx: &Cx, connection: &mut Connection, form: ProjectForm) -> Result<ProjectPage> {
    let t = T(cx.locale);
    let progress = progress(cx, connection, me(cx)?).await?;
    let shell = cx.shell(t.volunteer_pupil_title()).under("/min-side", t.volunteer_home_title()).here();
    Ok(ProjectPage { shell, t, form, progress })
}

pub async fn show(cx: Cx) -> Result<Response> {
    let (person, today) = (me(&cx)?, cx.now().day());
    let mut reader = cx.read().await?;
    let form = match find(&mut reader, cx.tenant.id, person).await? {
        Some(project) => ProjectForm {
            school: project.school,
            hours: project.hours_wanted.to_string(),
            begins_on: project.begins_on.to_string(),
            ends_on: project.ends_on.to_string(),
            ..ProjectForm::default()
        },
        None => ProjectForm {
            hours: USUAL_HOURS.to_string(),
            begins_on: today.to_string(),
            ..ProjectForm::default()
        },
    };
    let page = page(&cx, &mut reader, form).await?;
    cx.page(page)
}

pub async fn send(cx: Cx, Form(form): Form<ProjectForm>) -> Result<Response> {
    let (t, person) = (T(cx.locale), me(&cx)?);
    let mut check = Check::new(cx.locale);
    let school = form.school().text(&mut check);
    let hours = form.hours().number(&mut check);
    let begins = form.begins_on().day(&mut check);
    let ends = form.ends_on().day(&mut check);
    if begins.zip(ends).is_some_and(|(begins, ends)| ends <= begins) {
        check.refuse(&form.ends_on(), t.volunteer_pupil_ends_wrong());
    }
    let mut tx = cx.write().await?;
    let (school, begins_on, ends_on) = match (school, begins, ends, check.done()) {
        (Some(school), Some(begins), Some(ends), Ok(())) => (school, begins, ends),
        (_, _, _, errors) => {
            let page = page(&cx, &mut tx, form.with_errors(errors.err().unwrap_or_default())).await?;
            return cx.invalid(page);
        }
    };
    let hours_wanted = hours.unwrap_or(USUAL_HOURS);
    let project = Project { id: cx.new_id(), school, hours_wanted, begins_on, ends_on };
    save(&mut tx, person, &project).await?;
    tx.record(super::CvChanged { person }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side", "success", "volunteer-pupil-saved")
}

pub async fn remove(cx: Cx) -> Result<Response> {
    let person = me(&cx)?;
    let mut tx = cx.write().await?;
    tx.query(&REMOVE).bind(cx.tenant.id).bind(person).execute().await?;
    tx.record(super::CvChanged { person }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side", "success", "volunteer-pupil-removed")
}
