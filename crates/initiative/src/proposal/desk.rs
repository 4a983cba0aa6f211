//! /forslag/liste: every idea and proposal, for those who work here. What is not for all is read by those who have to do
//! with it: the others see that it is there and how far it is, and their words do not find it.

use samskab_desk::{Cell, Column, Facts, Filter, Line, ListQuery, StaffList};
use samskab_kernel::{Day, Instant};
use samskab_organisation::{
    body::{self, Body, BodyId, in_charge},
    unit::{self, UnitId},
};
use samskab_store::{
    Connection, danish_order,
    list::{ListKey, NarrowedList, Sorting},
};
use samskab_web::{Cx, Result, form::Choice, module::BoxFuture};

use super::{ProposalId, ProposalState, href, new::qualifiers};
use crate::{
    T,
    authority::{Action, Tie, may},
};

/// Whether the reader may read it: it is public, it is theirs, or they may read every proposal.
macro_rules! is_open {
    () => {
        "(x.shows_text and x.state <> 'withdrawn' or x.writer_id = :me or cast(:reads_all as bigint) = 1)"
    };
}

samskab_store::list! {
    PROPOSALS {
        columns: [concat!(
            "select x.id, x.body_id, x.decided_by_id, x.state, x.state_since, x.resume_on, x.decision_number,
                x.created_at, u.name as unit,
                case when ", is_open!(), " then coalesce(v.title, x.title) else '' end as title,
                case when ", is_open!(), " then coalesce(v.what, x.what) else '' end as what,
                cast(case when ", is_open!(), " then 1 else 0 end as bigint) as is_open"
        )],
        from: ["from proposal x
            left join proposal_version v on v.tenant_id = x.tenant_id and v.proposal_id = x.id and v.number = x.agreed
              and x.agreed < x.number and (x.writer_id is null or x.writer_id <> :me) and cast(:reads_all as bigint) = 0
            left join unit_version u on u.tenant_id = x.tenant_id and u.unit_id = x.unit_id
              and u.valid_from <= :today and (u.valid_to is null or u.valid_to >= :today)
            where x.tenant_id = :tenant_id and x.state <> 'unconfirmed'"],
        id: "x.id",
        words: [
            "case when x.shows_text and x.state <> 'withdrawn' or x.writer_id = :me or cast(:reads_all as bigint) = 1 then coalesce(v.title, x.title) else '' end",
            "case when x.shows_text and x.state <> 'withdrawn' or x.writer_id = :me or cast(:reads_all as bigint) = 1 then coalesce(v.what, x.what) else '' end",
        ],
        conditions: {
            "state": "x.state = :state",
            "unit": "x.unit_id = :unit",
        },
        orders: {
            "dag": Number "x.created_at",
            "titel": Text concat!(
                "case when ", is_open!(), " then ", danish_order!("coalesce(v.title, x.title)"), " else '' end"
            ),
            "tilstand": Text "x.state",
            "siden": Number "x.state_since",
            "omraade": Text "coalesce(u.sort_key, '')",
        },
    }
}

#[derive(samskab_store::Row)]
struct Row {
    id: ProposalId,
    body_id: Option<BodyId>,
    decided_by_id: Option<BodyId>,
    state: ProposalState,
    state_since: Instant,
    resume_on: Option<Day>,
    decision_number: String,
    created_at: Instant,
    unit: Option<String>,
    title: String,
    what: String,
    is_open: i64,
    #[record(flatten)]
    key: ListKey,
}

static FACTS: Facts = Facts {
    code: "forslag",
    path: "/forslag/liste",
    title: |locale| T(locale).proposal_list_title(),
    lead: |locale| T(locale).proposal_list_lead(),
    count: |locale, count| T(locale).proposal_list_count(count),
    search: |locale| T(locale).proposal_list_search(),
    columns: &[
        Column::of(|locale| T(locale).proposal_title()).sorted("titel"),
        Column::of(|locale| T(locale).proposal_filter_state()).sorted("tilstand"),
        Column::of(|locale| T(locale).proposal_list_with()),
        Column::of(|locale| T(locale).proposal_list_unit()).sorted("omraade"),
        Column::of(|locale| T(locale).proposal_known_at()).sorted("dag"),
        Column::of(|locale| T(locale).proposal_list_since()).sorted("siden"),
        Column::of(|locale| T(locale).proposal_what()).in_file_only(),
        Column::of(|locale| T(locale).proposal_list_number()).in_file_only(),
        Column::of(|locale| T(locale).proposal_list_resume()).in_file_only(),
    ],
    list: &PROPOSALS,
    usual: "-dag",
    empty: (|locale| T(locale).proposal_list_none(), |locale| T(locale).proposal_list_none_text()),
    empty_step: Some(("/forslag/nyt", |locale| T(locale).proposal_new())),
};

pub(crate) struct ProposalList;

pub(crate) static LIST: ProposalList = ProposalList;

impl StaffList for ProposalList {
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
            let mut units = unit::store::all(connection, cx.tenant.id, cx.today()).await?;
            units.retain(|unit| unit.level == unit::Level::Department);
            units.sort_by_cached_key(|unit| samskab_kernel::danish::sort_key(&unit.name));
            let states = ProposalState::ALL.iter().filter(|one| **one != ProposalState::Unconfirmed);
            Ok(vec![
                Filter {
                    name: "tilstand",
                    label: t.proposal_filter_state(),
                    all: t.proposal_filter_all(),
                    choices: states.map(|one| Choice::of(one.code(), one.said(t).0)).collect(),
                },
                Filter {
                    name: "omraade",
                    label: t.proposal_list_unit(),
                    all: t.proposal_filter_all(),
                    choices: units
                        .into_iter()
                        .map(|unit| Choice::of(unit.id.to_string(), unit.name))
                        .collect(),
                },
            ])
        })
    }

    fn narrowed(&self, cx: &Cx, asked: &ListQuery) -> NarrowedList {
        let reads_all = may(&cx.actor, Action::ReadProposal, Tie::None);
        let mut narrowed = NarrowedList::new(&PROPOSALS, cx.tenant.id)
            .with("today", cx.today())
            .with("me", cx.actor.person.unwrap_or_default())
            .with("reads_all", i64::from(reads_all));
        if let Ok(state) = asked.filter("tilstand").parse::<ProposalState>() {
            narrowed = narrowed.only("state", state.code());
        }
        if let Ok(unit) = asked.filter("omraade").parse::<UnitId>() {
            narrowed = narrowed.only("unit", unit.uuid());
        }
        narrowed
    }

    /// The rows of the list. Runs two queries.
    fn lines<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
        narrowed: NarrowedList,
        sorting: Sorting,
    ) -> BoxFuture<'a, Result<Vec<Line>>> {
        Box::pin(async move {
            let rows: Vec<Row> = narrowed.rows(connection, &sorting).await?;
            let bodies = body::store::every(connection, cx.tenant.id).await?;
            Ok(rows.into_iter().map(|row| row.line(cx, &bodies)).collect())
        })
    }

    fn ways(&self, cx: &Cx) -> Vec<(&'static str, &'static str, &'static str)> {
        let t = T(cx.locale);
        vec![("/forslag/nyt", t.proposal_new(), "plus"), ("/forslag", t.proposal_public_title(), "forum")]
    }

    /// A notice that nobody takes ideas. Runs one query.
    fn notice<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
    ) -> BoxFuture<'a, Result<&'static str>> {
        Box::pin(async move {
            let is_homeless = qualifiers(cx, connection).await?.is_empty();
            Ok(if is_homeless { T(cx.locale).proposal_list_homeless() } else { "" })
        })
    }
}

impl Row {
    fn line(self, cx: &Cx, bodies: &[Body]) -> Line {
        let t = T(cx.locale);
        let body = in_charge(bodies, self.decided_by_id.or(self.body_id), cx.today());
        let (label, tone, symbol) = self.state.said(t);
        let name = if self.is_open == 1 { self.title } else { t.proposal_not_for_all().to_owned() };
        let text = |text: String| if text.is_empty() { Cell::Nothing } else { Cell::Text(text) };
        Line {
            id: self.id.uuid(),
            key: self.key,
            cells: vec![
                if self.is_open == 1 {
                    Cell::link(name.clone(), href(self.id))
                } else {
                    Cell::Text(name.clone())
                },
                Cell::State(label.to_owned(), tone, symbol),
                Cell::Text(body.map_or_else(|| t.proposal_body_none().to_owned(), |body| body.name.clone())),
                text(self.unit.unwrap_or_default()),
                Cell::Day(self.created_at.day()),
                Cell::Day(self.state_since.day()),
                text(self.what),
                text(self.decision_number),
                Cell::day(self.resume_on),
            ],
            name,
        }
    }
}
