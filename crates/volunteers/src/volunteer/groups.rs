//! /min-side/grupper: those who come together with somebody – a family, friends, a class. No names but the
//! group's own.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Id, Locale, TenantId, codes};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

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

#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    pub kind: GroupKind,
    /// How many they are, including the one who speaks for the group.
    pub persons: i64,
    /// The age of the youngest in years.
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

samskab_web::form! {
    pub struct GroupForm {
        name: text(volunteer_groups_name).hint(volunteer_groups_name_hint).max(60),
        kind: radio(volunteer_groups_kind).among(kinds),
        persons: number(volunteer_groups_persons).between(2, 30),
        youngest: number(volunteer_groups_youngest).hint(volunteer_groups_youngest_hint).between(0, 99).optional(),
    }
}

fn kinds(locale: Locale) -> Vec<Choice> {
    GroupKind::ALL.iter().map(|kind| Choice::of(kind.code(), kind.label(T(locale)))).collect()
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
}

async fn page(cx: &Cx, connection: &mut Connection, form: GroupForm) -> Result<GroupsPage> {
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
        form,
    })
}

pub async fn show(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let page = page(&cx, &mut reader, GroupForm::default()).await?;
    cx.page(page)
}

pub async fn send(cx: Cx, Form(form): Form<GroupForm>) -> Result<Response> {
    let (t, person) = (T(cx.locale), me(&cx)?);
    let mut tx = cx.write().await?;
    let mut check = Check::new(cx.locale);
    let name = form.name().text(&mut check);
    let kind = form.kind().code::<GroupKind>(&mut check);
    let persons = form.persons().number(&mut check);
    let youngest = form.youngest().number(&mut check);
    let count: i64 = tx.query(&COUNT).bind(cx.tenant.id).bind(person).scalar().await?;
    if count >= MOST {
        check.refuse(&form.name(), t.volunteer_groups_most());
    }
    let (name, kind, persons) = match (name, kind, persons, check.done()) {
        (Some(name), Some(kind), Some(persons), Ok(())) => (name, kind, persons),
        (_, _, _, errors) => {
            let form = form.with_errors(errors.err().unwrap_or_default());
            let page = page(&cx, &mut tx, form).await?;
            return cx.invalid(page);
        }
    };
    let group = Group { id: cx.new_id(), name, kind, persons, youngest };
    add(&mut tx, person, &group).await?;
    tx.record(super::CvChanged { person }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side/grupper", "success", "volunteer-groups-saved")
}

pub async fn remove(cx: Cx, Path(id): Path<GroupId>) -> Result<Response> {
    let person = me(&cx)?;
    let mut tx = cx.write().await?;
    // The statement names the person: somebody else's group is not there for this one.
    let removed = tx.query(&REMOVE).bind(cx.tenant.id).bind(person).bind(id).execute().await?;
    (removed > 0).then_some(()).or_not_found()?;
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
