//! /erklaeringer: which associations have declared this year and which have not, for the coordinator, who reminds them.

use samskab_desk::{Action, Cell, Column, Facts, Filter, Line, ListQuery, Outcome, Preview, StaffList};
use samskab_kernel::Instant;
use samskab_organisation::association::AssociationId;
use samskab_store::{
    Connection,
    list::{ListKey, NarrowedList, Sorting},
};
use samskab_web::{Cx, Result, form::Choice, module::BoxFuture};

use super::{Gates, Settings, href, remind, year_of};
use crate::{
    T,
    authority::{WideAction, may_widely},
};

/// A task for children or families that is open, full or waits for approval: the ones to ask first.
macro_rules! has_children {
    () => {
        "exists (select 1 from task t where t.tenant_id = s.tenant_id and t.association_id = s.id
            and t.state in ('open', 'filled', 'awaiting')
            and (t.target_groups like '%children%' or t.target_groups like '%families%'))"
    };
}

samskab_store::list! {
    DECLARATIONS {
        columns: [concat!(
            "select s.id, s.name, s.branch, s.cvr, s.approved_folkeoplysning, d.signed_name, d.signed_role, d.signed_at,
                d.has_children, cast(case when ", has_children!(), " then 1 else 0 end as bigint) as tasks_for_children"
        )],
        from: ["from association s left join association_declaration d on d.tenant_id = s.tenant_id
                and d.association_id = s.id and d.year = :year and d.replaced_at is null
            where s.tenant_id = :tenant_id and s.state = 'approved'"],
        id: "s.id",
        words: ["s.name", "s.branch"],
        conditions: {
            "lacking": "d.id is null",
            "signed": "d.id is not null",
            "children": concat!("d.id is null and ", has_children!()),
            "doubtful": concat!("d.id is not null and not d.has_children and ", has_children!()),
            "approved": "d.id is null and s.approved_folkeoplysning",
        },
        orders: {
            "tilstand": Number concat!(
                "cast(case when d.id is not null then 2 when s.approved_folkeoplysning or ", has_children!(),
                " then 0 else 1 end as bigint)"
            ),
            "navn": Text "s.sort_key",
            "dag": Number "coalesce(d.signed_at, 0)",
        },
    }
}

#[derive(samskab_store::Row)]
struct Row {
    id: AssociationId,
    name: String,
    branch: String,
    cvr: Option<String>,
    approved_folkeoplysning: bool,
    signed_name: Option<String>,
    signed_role: Option<String>,
    signed_at: Option<Instant>,
    has_children: Option<bool>,
    tasks_for_children: i64,
    #[record(flatten)]
    key: ListKey,
}

static FACTS: Facts = Facts {
    code: "erklaeringer",
    path: "/erklaeringer",
    title: |locale| T(locale).declaration_overview_title(),
    lead: |locale| T(locale).declaration_gates_nothing(),
    count: |locale, count| T(locale).declaration_list_count(count),
    search: |locale| T(locale).declaration_list_search(),
    columns: &[
        Column::of(|locale| T(locale).declaration_csv_association()).sorted("navn"),
        Column::of(|locale| T(locale).declaration_list_state()).sorted("tilstand"),
        Column::of(|locale| T(locale).declaration_csv_why()),
        Column::of(|locale| T(locale).declaration_csv_signed()).sorted("dag"),
        Column::of(|locale| T(locale).declaration_csv_by()),
        Column::of(|locale| T(locale).declaration_csv_what()),
        Column::of(|locale| T(locale).declaration_list_cvr()).in_file_only(),
    ],
    list: &DECLARATIONS,
    usual: "tilstand",
    empty: (|locale| T(locale).declaration_list_none(), |locale| T(locale).declaration_list_none_text()),
    empty_step: Some(("/foreningsliste", |locale| T(locale).declaration_list_associations())),
};

const LACKING: &str = "mangler";
const CHILDREN: &str = "boern";
const APPROVED: &str = "godkendt";
const SIGNED: &str = "erklaeret";
const DOUBTFUL: &str = "passer-ikke";
/// Years back that can be asked for.
const YEARS_BACK: i64 = 2;

pub(super) struct DeclarationList;

pub(super) static LIST: DeclarationList = DeclarationList;

/// The year that was asked for; else the one it is.
fn year(cx: &Cx, asked: &ListQuery) -> i64 {
    let this_year = year_of(cx.now());
    let year = asked.filter("aar").parse().ok();
    year.filter(|year| (this_year - YEARS_BACK..=this_year).contains(year)).unwrap_or(this_year)
}

impl StaffList for DeclarationList {
    fn facts(&self) -> &'static Facts {
        &FACTS
    }

    fn may(&self, cx: &Cx) -> bool {
        may_widely(&cx.actor, WideAction::SeeDeclarations)
    }

    /// Which tasks wait for it: the municipality decides.
    fn lead(&self, cx: &Cx) -> &'static str {
        let t = T(cx.locale);
        match Settings::of(&cx.tenant).declaration_gates {
            Gates::Nothing => t.declaration_gates_nothing(),
            Gates::Children => t.declaration_gates_children(),
            Gates::All => t.declaration_gates_all(),
        }
    }

    fn filters<'a>(&'a self, cx: &'a Cx, _: &'a mut Connection) -> BoxFuture<'a, Result<Vec<Filter>>> {
        Box::pin(async move {
            let t = T(cx.locale);
            let this_year = year_of(cx.now());
            let years = (this_year - YEARS_BACK..this_year).rev();
            Ok(vec![
                Filter {
                    name: "tilstand",
                    label: t.declaration_list_state(),
                    all: t.declaration_list_all(),
                    choices: vec![
                        Choice::of(LACKING, t.declaration_overview_lacking()),
                        Choice::of(CHILDREN, t.declaration_overview_children()),
                        Choice::of(APPROVED, t.declaration_list_lacking_approved()),
                        Choice::of(SIGNED, t.declaration_overview_signed()),
                        Choice::of(DOUBTFUL, t.declaration_doubtful()),
                    ],
                },
                Filter {
                    name: "aar",
                    label: t.declaration_csv_year(),
                    all: t.declaration_list_this_year(),
                    choices: years.map(|year| Choice::of(year.to_string(), year.to_string())).collect(),
                },
            ])
        })
    }

    fn narrowed(&self, cx: &Cx, asked: &ListQuery) -> NarrowedList {
        let narrowed = NarrowedList::new(&DECLARATIONS, cx.tenant.id).with("year", year(cx, asked));
        match asked.filter("tilstand") {
            LACKING => narrowed.only_if("lacking"),
            CHILDREN => narrowed.only_if("children"),
            APPROVED => narrowed.only_if("approved"),
            SIGNED => narrowed.only_if("signed"),
            DOUBTFUL => narrowed.only_if("doubtful"),
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
            let rows: Vec<Row> = narrowed.rows(connection, &sorting).await?;
            Ok(rows.into_iter().map(|row| row.line(cx)).collect())
        })
    }

    fn actions(&self, _: &Cx) -> Vec<&'static Action> {
        vec![&REMIND]
    }
}

impl Row {
    fn line(self, cx: &Cx) -> Line {
        let t = T(cx.locale);
        let name = match self.branch.as_str() {
            "" => self.name,
            branch => format!("{}, {branch}", self.name),
        };
        let mut why = Vec::new();
        if self.tasks_for_children == 1 {
            why.push(t.declaration_why_children());
        }
        if self.approved_folkeoplysning {
            why.push(t.declaration_why_approved());
        }
        let says_none = self.has_children == Some(false);
        let state = match (self.signed_at.is_some(), why.is_empty()) {
            _ if says_none && self.tasks_for_children == 1 => (t.declaration_doubtful(), "wait", "warning"),
            (true, _) => (t.declaration_overview_signed(), "good", "check"),
            (false, true) => (t.declaration_overview_lacking(), "", "hourglass"),
            (false, false) => (t.declaration_overview_lacking(), "wait", "warning"),
        };
        Line {
            id: self.id.uuid(),
            key: self.key,
            cells: vec![
                Cell::link(name.clone(), href(self.id)),
                Cell::State(state.0.to_owned(), state.1, state.2),
                Cell::Text(why.join(", ")),
                Cell::day(self.signed_at.map(Instant::day)),
                match (self.signed_name, self.signed_role) {
                    (Some(name), Some(role)) => Cell::Text(format!("{name}, {role}")),
                    _ => Cell::Nothing,
                },
                match self.has_children {
                    None => Cell::Nothing,
                    Some(true) => Cell::Text(t.declaration_declares_children().to_owned()),
                    Some(false) => Cell::Text(t.declaration_declares_none().to_owned()),
                },
                self.cvr.map_or(Cell::Nothing, Cell::Text),
            ],
            name,
        }
    }
}

static REMIND: Action = Action {
    code: "mind",
    label: |locale| T(locale).declaration_remind(),
    symbol: "email",
    preview: |cx, connection, ids| {
        Box::pin(async move {
            let t = T(cx.locale);
            let reminders = remind::by_hand(connection, cx.tenant.id, ids, cx.now()).await?;
            let (mut lines, mut left_out) = (Vec::new(), Vec::new());
            for one in reminders {
                match one.left_out {
                    Some(why) => left_out.push((one.name, why.said(t).to_owned())),
                    None => lines.push((one.name, one.to.join(", "))),
                }
            }
            Ok(Preview {
                heading: t.declaration_remind_heading(lines.len()),
                consequence: t.declaration_remind_consequence(year_of(cx.now()).to_string()),
                button: t.declaration_remind().to_owned(),
                lines,
                left_out,
                words: None,
            })
        })
    },
    carry_out: |cx, ids, _| {
        Box::pin(async move {
            let t = T(cx.locale);
            let mut tx = cx.write().await?;
            let tenant = cx.tenant.id;
            let (mut reminded, mut left_out) = (0, Vec::new());
            for one in remind::by_hand(&mut tx, tenant, ids, cx.now()).await? {
                match one.left_out {
                    Some(why) => left_out.push((one.name, why.said(t).to_owned())),
                    None => {
                        one.send(&mut tx, year_of(cx.now())).await?;
                        reminded += 1;
                    }
                }
            }
            tx.commit().await?;
            Ok(Outcome { said: t.declaration_reminded(reminded), left_out, undo: Vec::new() })
        })
    },
    undo: None,
};
