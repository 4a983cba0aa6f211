//! /min-side/grupper: those who come together with somebody – a family, friends, a class. No names but the
//! group's own.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Id, TenantId, codes};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, form::Choice};
use serde::Deserialize;

use super::me;
use crate::T;

/// The mark of a group.
pub enum GroupRow {}
pub type GroupId = Id<GroupRow>;

codes! {
    pub enum GroupKind {
        Family => "family",
        Friends => "friends",
        Class => "class",
        Company => "company",
    }
}

impl GroupKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Family => t.volunteer_group_family(),
            Self::Friends => t.volunteer_group_friends(),
            Self::Class => t.volunteer_group_class(),
            Self::Company => t.volunteer_group_company(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    pub kind: GroupKind,
    /// With the one who speaks for it.
    pub persons: i64,
    /// Years.
    pub youngest: Option<i64>,
}

impl Group {
    /// Whether the youngest may not come along to a task with this lowest age.
    pub fn is_too_young(&self, min_age: Option<i64>) -> bool {
        self.youngest.zip(min_age).is_some_and(|(youngest, age)| youngest < age)
    }
}

const MOST: i64 = 10;

samskab_store::statements! {
    OF_PERSON = "select id, name, kind, persons, youngest from volunteer_group
                 where tenant_id = $1 and person_id = $2 order by created_at, id";
    ADD = "insert into volunteer_group (id, tenant_id, person_id, name, kind, persons, youngest, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)";
    REMOVE = "delete from volunteer_group where tenant_id = $1 and person_id = $2 and id = $3";
    COUNT = "select count(*) from volunteer_group where tenant_id = $1 and person_id = $2";
}

pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> samskab_store::Result<Vec<Group>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).all().await
}

pub async fn add(tx: &mut Tx, person: PersonId, group: &Group) -> samskab_store::Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&ADD)
        .bind(group.id)
        .bind(tenant)
        .bind(person)
        .bind(group.name.clone())
        .bind(group.kind)
        .bind(group.persons)
        .bind(group.youngest)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct GroupForm {
    name: String,
    kind: String,
    persons: String,
    youngest: String,
}

struct Line {
    id: GroupId,
    name: String,
    kind: &'static str,
    who: String,
}

#[derive(Template)]
#[template(path = "volunteer/groups.html")]
struct GroupsPage {
    shell: Shell,
    t: T,
    lines: Vec<Line>,
    form: GroupForm,
    kinds: Vec<Choice>,
    errors: Errors,
}

async fn page(cx: &Cx, connection: &mut Connection, form: GroupForm, errors: Errors) -> Result<GroupsPage> {
    let t = T(cx.locale);
    let groups = of_person(connection, cx.tenant.id, me(cx)?).await?;
    let line = |group: Group| Line {
        id: group.id,
        kind: group.kind.label(t),
        who: match group.youngest {
            Some(years) => t.volunteer_groups_line_youngest(group.persons, years),
            None => t.volunteer_groups_line(group.persons),
        },
        name: group.name,
    };
    Ok(GroupsPage {
        shell: cx.shell(t.volunteer_groups_title()).under("/min-side", t.volunteer_home_title()).here(),
        t,
        lines: groups.into_iter().map(line).collect(),
        kinds: GroupKind::ALL
            .iter()
            .map(|kind| Choice::new(kind.code(), kind.label(t), form.kind == kind.code()))
            .collect(),
        form,
        errors,
    })
}

pub async fn show(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let page = page(&cx, &mut reader, GroupForm::default(), Errors::default()).await?;
    cx.page(page)
}

pub async fn send(cx: Cx, Form(form): Form<GroupForm>) -> Result<Response> {
    let (t, person) = (T(cx.locale), me(&cx)?);
    let mut tx = cx.write().await?;
    let mut check = Check::new(cx.locale);
    check.labels(&[
        ("name", t.volunteer_groups_name()),
        ("kind", t.volunteer_groups_kind()),
        ("persons", t.volunteer_groups_persons()),
        ("youngest", t.volunteer_groups_youngest()),
    ]);
    let name = check.required("name", &form.name, 60);
    let kind = check.code::<GroupKind>("kind", &form.kind);
    let persons = check.optional_number("persons", &form.persons, 2..=30);
    if persons == Some(None) {
        check.error("persons", check.t.form_required());
    }
    let youngest = check.optional_number("youngest", &form.youngest, 0..=99);
    let count: i64 = tx.query(&COUNT).bind(cx.tenant.id).bind(person).scalar().await?;
    if count >= MOST {
        check.error("name", t.volunteer_groups_most());
    }
    let (name, kind) = match (name, kind, check.done()) {
        (Some(name), Some(kind), Ok(())) => (name, kind),
        (_, _, errors) => {
            let page = page(&cx, &mut tx, form, errors.err().unwrap_or_default()).await?;
            return cx.invalid(page);
        }
    };
    let persons = persons.flatten().unwrap_or(2);
    let group = Group { id: cx.new_id(), name, kind, persons, youngest: youngest.flatten() };
    add(&mut tx, person, &group).await?;
    tx.record(super::CvChanged { person }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side/grupper", "success", "volunteer-groups-saved")
}

pub async fn remove(cx: Cx, Path(id): Path<GroupId>) -> Result<Response> {
    let person = me(&cx)?;
    let mut tx = cx.write().await?;
    tx.query(&REMOVE).bind(cx.tenant.id).bind(person).bind(id).execute().await?;
    tx.record(super::CvChanged { person }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side/grupper", "success", "volunteer-groups-removed")
}

/// The groups of the signed-in, to come with: for the form of an interest.
pub async fn to_come_with(cx: &Cx, connection: &mut Connection) -> Result<Vec<Group>> {
    match me(cx) {
        Ok(person) => Ok(of_person(connection, cx.tenant.id, person).await?),
        Err(_) => Ok(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_youngest_decides_whether_a_group_may_come() {
        let group = |youngest| Group {
            id: Uuid::from_u128(1).into(),
            name: "Familien".into(),
            kind: GroupKind::Family,
            persons: 4,
            youngest,
        };
        assert!(group(Some(9)).is_too_young(Some(15)));
        assert!(!group(Some(15)).is_too_young(Some(15)));
        assert!(!group(None).is_too_young(Some(15)), "not said is asked about on the form");
        assert!(!group(Some(9)).is_too_young(None));
    }
}
