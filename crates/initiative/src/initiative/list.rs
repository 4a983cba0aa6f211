//! /indsatser: every initiative, whose it is, under which focus area, how it goes and since when that is known, for those who
//! work here.

use samskab_desk::{Cell, Column, Facts, Filter, Line, ListQuery, StaffList};
use samskab_store::{
    Connection, danish_order,
    list::{ListKey, NarrowedList, Sorting},
};
use samskab_web::{Cx, Result, form::Choice, module::BoxFuture};

use super::{Initiative, InitiativeState, Owners, rules::OLD_DAYS, store};
use crate::{
    T,
    authority::{Action, Tie, may},
    id::FocusAreaId,
};

samskab_store::list! {
    INITIATIVES {
        columns: ["select", Initiative::COLUMNS, ", f.title as area, f.year as area_year"],
        from: ["from initiative e left join focus_area f on f.tenant_id = e.tenant_id and f.id = e.focus_area_id
            where e.tenant_id = :tenant_id"],
        id: "e.id",
        words: ["e.title", "e.goal", "f.title"],
        conditions: {
            "state": "e.state = :state",
            "area": "e.focus_area_id = :area",
            "mine": "(e.owner_person_id = :mine or exists (select 1 from appointment h where h.tenant_id = e.tenant_id
                and h.position_id = e.owner_position_id and h.person_id = :mine and h.capacity = 'holder'
                and h.valid_from <= :today and (h.valid_to is null or h.valid_to >= :today)))",
            "old": "e.state in ('not_begun', 'under_way') and e.told_at <= :old",
            "nobody": "e.owner_person_id is null and not exists (select 1 from appointment h
                where h.tenant_id = e.tenant_id and h.position_id = e.owner_position_id and h.capacity = 'holder'
                and h.valid_from <= :today and (h.valid_to is null or h.valid_to >= :today))",
        },
        orders: {
            "dag": Number "e.created_at",
            "titel": Text danish_order!("e.title"),
            "tilstand": Text "e.state",
            "fokus": Text concat!("coalesce(", danish_order!("f.title"), ", '')"),
            "slut": Text "coalesce(e.ends_on, '9999-12-31')",
            "fortalt": Number "e.told_at",
        },
    }
}

#[derive(samskab_store::Row)]
struct Row {
    #[record(flatten)]
    one: Initiative,
    area: Option<String>,
    area_year: Option<i64>,
    #[record(flatten)]
    key: ListKey,
}

static FACTS: Facts = Facts {
    code: "indsatser",
    path: "/indsatser",
    title: |locale| T(locale).initiative_list_title(),
    lead: |locale| T(locale).initiative_list_lead(),
    count: |locale, count| T(locale).initiative_list_count(count),
    search: |locale| T(locale).initiative_list_search(),
    columns: &[
        Column::of(|locale| T(locale).initiative_list_name()).sorted("titel"),
        Column::of(|locale| T(locale).initiative_state()).sorted("tilstand"),
        Column::of(|locale| T(locale).initiative_owner()),
        Column::of(|locale| T(locale).focus_area_label()).sorted("fokus"),
        Column::of(|locale| T(locale).initiative_list_told()).sorted("fortalt"),
        Column::of(|locale| T(locale).initiative_ends_on()).sorted("slut"),
        Column::of(|locale| T(locale).initiative_starts_on()).in_file_only(),
        Column::of(|locale| T(locale).initiative_goal()).in_file_only(),
        Column::of(|locale| T(locale).initiative_decision()).in_file_only(),
        Column::of(|locale| T(locale).initiative_list_made()).sorted("dag").in_file_only(),
    ],
    list: &INITIATIVES,
    usual: "-dag",
    empty: (|locale| T(locale).initiative_list_none(), |locale| T(locale).initiative_list_none_text()),
    empty_step: None,
};

/// The filter by what needs somebody.
const MINE: &str = "mine";
const OLD: &str = "gamle";
const NOBODY: &str = "ingen";

pub(crate) struct InitiativeList;

pub(crate) static LIST: InitiativeList = InitiativeList;

impl StaffList for InitiativeList {
    fn facts(&self) -> &'static Facts {
        &FACTS
    }

    fn may(&self, cx: &Cx) -> bool {
        may(&cx.actor, Action::SeeAll, Tie::None)
    }

    fn filters<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
    ) -> BoxFuture<'a, Result<Vec<Filter>>> {
        Box::pin(async move {
            let t = T(cx.locale);
            let areas = store::focus_areas(connection, cx.tenant.id).await?;
            let choice = |(id, title, year): (FocusAreaId, String, i64)| {
                Choice::of(id.to_string(), format!("{year}: {title}"))
            };
            Ok(vec![
                Filter {
                    name: "tilstand",
                    label: t.initiative_state(),
                    all: t.proposal_filter_all(),
                    choices: InitiativeState::ALL
                        .iter()
                        .map(|one| Choice::of(one.code(), one.said(t).0))
                        .collect(),
                },
                Filter {
                    name: "fokus",
                    label: t.focus_area_label(),
                    all: t.proposal_filter_all(),
                    choices: areas.into_iter().map(choice).collect(),
                },
                Filter {
                    name: "vis",
                    label: t.initiative_list_show(),
                    all: t.proposal_filter_all(),
                    choices: vec![
                        Choice::of(MINE, t.initiative_list_mine()),
                        Choice::of(OLD, t.initiative_list_old(OLD_DAYS)),
                        Choice::of(NOBODY, t.initiative_owner_none()),
                    ],
                },
            ])
        })
    }

    fn narrowed(&self, cx: &Cx, asked: &ListQuery) -> NarrowedList {
        let mut narrowed = NarrowedList::new(&INITIATIVES, cx.tenant.id);
        if let Ok(state) = asked.filter("tilstand").parse::<InitiativeState>() {
            narrowed = narrowed.only("state", state.code());
        }
        if let Ok(area) = asked.filter("fokus").parse::<FocusAreaId>() {
            narrowed = narrowed.only("area", area.uuid());
        }
        match asked.filter("vis") {
            MINE => narrowed.only("mine", cx.actor.person.unwrap_or_default()).with("today", cx.today()),
            OLD => narrowed.only("old", cx.now().plus_days(-OLD_DAYS)),
            NOBODY => narrowed.only_if("nobody").with("today", cx.today()),
            _ => narrowed,
        }
    }

    /// The rows of the list. Runs at most three queries.
    fn lines<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
        narrowed: NarrowedList,
        sorting: Sorting,
    ) -> BoxFuture<'a, Result<Vec<Line>>> {
        Box::pin(async move {
            let rows: Vec<Row> = narrowed.rows(connection, &sorting).await?;
            let owners = Owners::of(cx, connection, rows.iter().map(|row| &row.one)).await?;
            Ok(rows.into_iter().map(|row| row.line(cx, &owners)).collect())
        })
    }

    fn ways(&self, cx: &Cx) -> Vec<(&'static str, &'static str, &'static str)> {
        let t = T(cx.locale);
        let fokus = ("/fokus", t.focus_title(), "flag");
        match may(&cx.actor, Action::KeepInitiatives, Tie::None) {
            true => vec![("/indsatser/ny", t.initiative_new(), "plus"), fokus],
            false => vec![fokus],
        }
    }
}

impl Row {
    fn line(self, cx: &Cx, owners: &Owners) -> Line {
        let (t, one) = (T(cx.locale), &self.one);
        let (label, tone, symbol) = one.state.said(t);
        let text = |text: String| if text.is_empty() { Cell::Nothing } else { Cell::Text(text) };
        let told = one.told_at.day();
        Line {
            id: one.id.uuid(),
            key: self.key,
            cells: vec![
                Cell::link(one.title.clone(), one.href()),
                Cell::State(label.to_owned(), tone, symbol),
                Cell::Text(owners.said(cx, one)),
                match (self.area, self.area_year) {
                    (Some(area), Some(year)) => Cell::Text(format!("{area} ({year})")),
                    _ => Cell::Nothing,
                },
                match one.is_old(cx.now()) {
                    true => Cell::LateDay(told, cx.locale.short_day(told, cx.today())),
                    false => Cell::Day(told),
                },
                Cell::day(one.ends_on),
                Cell::day(one.starts_on),
                text(one.goal.clone()),
                text(one.decision_number.clone()),
                Cell::Day(one.created_at.day()),
            ],
            name: one.title.clone(),
        }
    }
}
