//! /roller: who holds which position, since when, until when, and when they last signed in. GET /roller/{id} leads from an
//! appointment to the page of its person, where everything is handed over when they leave.

use axum::{extract::Path, response::Response};
use samskab_desk::{Cell, Column, Facts, Filter, Line, ListQuery, StaffList};
use samskab_kernel::{
    Day, Instant, TenantId,
    contact::{Email, Phone},
};
use samskab_organisation::{
    person::PersonId,
    position::{AppointmentId, Capacity, PositionId, PositionKind},
    vocabulary::Settings,
};
use samskab_store::{
    Connection, Result as StoreResult, danish_order,
    list::{ListKey, NarrowedList, Sorting},
};
use samskab_web::{Cx, Result, error::OrNotFound as _, form::Choice, module::BoxFuture};

use crate::{
    T,
    authority::{Action, may},
    page_id,
};

samskab_store::list! {
    ROLES {
        columns: ["select a.id, a.position_id, a.capacity, a.valid_from, a.valid_to, p.kind, p.title,
            n.name, n.email, n.phone, n.last_seen_at, v.name as place"],
        from: ["from appointment a join position p on p.id = a.position_id join person n on n.id = a.person_id
            join unit_version v on v.tenant_id = a.tenant_id and v.unit_id = p.unit_id
              and v.valid_from <= :today and (v.valid_to is null or v.valid_to >= :today)
            where a.tenant_id = :tenant_id and a.valid_from <= :today
              and (a.valid_to is null or a.valid_to >= :today)"],
        id: "a.id",
        words: ["n.name", "p.title", "v.name"],
        conditions: {
            "kind": "p.kind = :kind",
            "never": "n.last_seen_at is null",
            "long_ago": "n.last_seen_at < :long_ago",
            "ends": "a.valid_to <= :ends",
        },
        orders: {
            "navn": Text danish_order!("n.name"),
            "sted": Text "v.sort_key",
            "rolle": Text "p.kind",
            "set": Number "coalesce(n.last_seen_at, 0)",
            "til": Text "coalesce(a.valid_to, '9999-12-31')",
        },
    }
}

samskab_store::statements! {
    WHOSE = "select person_id from appointment where tenant_id = $1 and id = $2";
}

#[derive(samskab_store::Row)]
struct Row {
    id: AppointmentId,
    position_id: PositionId,
    capacity: Capacity,
    valid_from: Day,
    valid_to: Option<Day>,
    kind: PositionKind,
    title: String,
    name: String,
    email: Option<Email>,
    phone: Option<Phone>,
    last_seen_at: Option<Instant>,
    place: String,
    #[record(flatten)]
    key: ListKey,
}

static FACTS: Facts = Facts {
    code: "roller",
    path: "/roller",
    title: |locale| T(locale).role_list_title(),
    lead: |locale| T(locale).role_list_lead(),
    count: |locale, count| T(locale).role_list_count(count),
    search: |locale| T(locale).role_list_search(),
    columns: &[
        Column::of(|locale| T(locale).role_list_name()).sorted("navn"),
        Column::of(|locale| T(locale).role_list_role()).sorted("rolle"),
        Column::of(|locale| T(locale).role_list_place()).sorted("sted"),
        Column::of(|locale| T(locale).role_list_seen()).sorted("set"),
        Column::of(|locale| T(locale).role_list_until()).sorted("til"),
        Column::of(|locale| T(locale).role_list_since()).in_file_only(),
        Column::of(|locale| T(locale).role_list_capacity()).in_file_only(),
        Column::of(|locale| T(locale).role_list_email()).in_file_only(),
        Column::of(|locale| T(locale).role_list_phone()).in_file_only(),
    ],
    list: &ROLES,
    usual: "navn",
    empty: (|locale| T(locale).role_list_none(), |locale| T(locale).role_list_none_text()),
    empty_step: Some(("/organisation", |locale| T(locale).role_list_to_chart())),
};

/// The filters by when somebody was last here, and by what ends.
const NEVER: &str = "aldrig";
const LONG_AGO: &str = "laenge";
const ENDS: &str = "slutter";
/// Days without signing in after which somebody is found by the filter “not for long”.
const LONG_DAYS: i64 = 90;
/// Days within which a role must end to be found by the filter for roles that end soon.
const SOON_DAYS: i32 = 60;

pub(crate) struct RoleList;

pub(crate) static LIST: RoleList = RoleList;

impl StaffList for RoleList {
    fn facts(&self) -> &'static Facts {
        &FACTS
    }

    fn may(&self, cx: &Cx) -> bool {
        may(&cx.actor, Action::SeePeople, None)
    }

    fn filters<'a>(&'a self, cx: &'a Cx, _: &'a mut Connection) -> BoxFuture<'a, Result<Vec<Filter>>> {
        Box::pin(async move {
            let t = T(cx.locale);
            let settings: Settings = cx.tenant.section(Settings::SECTION);
            let kinds = PositionKind::ALL.iter();
            let kinds = kinds.map(|kind| Choice::of(kind.code(), kind.label(*t, &settings, cx.locale)));
            Ok(vec![
                Filter {
                    name: "rolle",
                    label: t.role_list_role(),
                    all: t.role_list_all(),
                    choices: kinds.collect(),
                },
                Filter {
                    name: "vis",
                    label: t.role_list_show(),
                    all: t.role_list_everybody(),
                    choices: vec![
                        Choice::of(NEVER, t.role_list_never()),
                        Choice::of(LONG_AGO, t.role_list_long_ago(LONG_DAYS)),
                        Choice::of(ENDS, t.role_list_ends_soon(i64::from(SOON_DAYS))),
                    ],
                },
            ])
        })
    }

    fn narrowed(&self, cx: &Cx, asked: &ListQuery) -> NarrowedList {
        let narrowed = NarrowedList::new(&ROLES, cx.tenant.id).with("today", cx.today());
        let narrowed = match asked.filter("rolle").parse::<PositionKind>() {
            Ok(kind) => narrowed.only("kind", kind.code()),
            Err(_) => narrowed,
        };
        match asked.filter("vis") {
            NEVER => narrowed.only_if("never"),
            LONG_AGO => narrowed.only("long_ago", cx.now().plus_days(-LONG_DAYS)),
            ENDS => narrowed.only("ends", cx.today().plus_days(SOON_DAYS)),
            _ => narrowed,
        }
    }

    fn lines<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
        narrowed: NarrowedList,
        sorting: Sorting,
    ) -> BoxFuture<'a, Result<Vec<Line>>> {
        Box::pin(async move {
            let settings: Settings = cx.tenant.section(Settings::SECTION);
            let rows: Vec<Row> = narrowed.rows(connection, &sorting).await?;
            Ok(rows.into_iter().map(|row| row.line(cx, &settings)).collect())
        })
    }
}

impl Row {
    fn line(self, cx: &Cx, settings: &Settings) -> Line {
        let t = T(cx.locale);
        let kind = self.kind.label(*t, settings, cx.locale);
        let label = if self.title.is_empty() { kind.clone() } else { self.title.clone() };
        let capacity = match self.capacity {
            Capacity::Holder => t.role_list_holder(),
            Capacity::Deputy => t.role_list_deputy(),
        };
        let seen = match self.last_seen_at {
            Some(at) => Cell::Day(at.day()),
            None => Cell::State(t.role_list_never().to_owned(), "wait", "hourglass"),
        };
        let note = match (self.capacity, kind == label) {
            (Capacity::Deputy, _) => capacity.to_owned(),
            (Capacity::Holder, true) => String::new(),
            (Capacity::Holder, false) => kind,
        };
        Line {
            id: self.id.uuid(),
            key: self.key,
            cells: vec![
                Cell::link(self.name.clone(), format!("{}/{}", FACTS.path, self.id)),
                Cell::Link { label, href: format!("/stillinger/{}", self.position_id), note },
                Cell::Text(self.place),
                seen,
                Cell::day(self.valid_to),
                Cell::Day(self.valid_from),
                Cell::Text(capacity.to_owned()),
                self.email.map_or(Cell::Nothing, |email| Cell::Text(email.to_string())),
                self.phone.map_or(Cell::Nothing, |phone| Cell::Text(phone.spaced())),
            ],
            name: self.name,
        }
    }
}

/// GET /roller/{id}: to the page of whoever holds it.
pub(crate) async fn person(cx: Cx, Path(id): Path<AppointmentId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::SeePeople, None))?;
    let mut tx = cx.write().await?;
    let person = whose(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let pages = page_id::of(&mut tx, &[person]).await?;
    tx.commit().await?;
    cx.redirect(pages.get(&person).map(|page| page_id::href(*page)).or_not_found()?)
}

async fn whose(
    connection: &mut Connection,
    tenant: TenantId,
    id: AppointmentId,
) -> StoreResult<Option<PersonId>> {
    connection.query(&WHOSE).bind(tenant).bind(id).optional_scalar().await
}
