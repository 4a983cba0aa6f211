//! /foreningsliste: the associations as those who work here need them, with addresses in the file; and what *Gå til*
//! finds of associations and units.

use samskab_desk::{Cell, Column, Facts, Filter, Line, ListQuery, StaffList};
use samskab_kernel::{
    Day, Instant,
    contact::{Email, Phone},
};
use samskab_store::{
    Connection,
    list::{ListKey, NarrowedList, Sorting},
};
use samskab_web::{
    Cx, Result,
    form::Choice,
    module::{BoxFuture, Destination, MOST_DESTINATIONS},
};

use super::{AssociationId, AssociationKind, State, Theme};
use crate::{T, id::Poster, identify::Who as _, topic, unit::UnitId};

samskab_store::list! {
    ASSOCIATIONS {
        columns: ["select s.id, s.name, s.branch, s.kind, s.theme, s.cvr, s.address, s.postcode, s.city, s.phone, s.email,
            s.state, s.state_since"],
        from: ["from association s where s.tenant_id = :tenant_id"],
        id: "s.id",
        words: ["s.name", "s.branch", "s.city"],
        conditions: {
            "state": "s.state = :state",
            "theme": "s.theme = :theme",
        },
        orders: {
            "navn": Text "s.sort_key",
            "by": Text "s.city",
            "tilstand": Text "s.state",
            "siden": Number "s.state_since",
        },
    }
}

samskab_store::list! {
    UNITS {
        columns: ["select v.unit_id, v.name, v.city"],
        from: ["from unit_version v where v.tenant_id = :tenant_id and v.valid_from <= :today
            and (v.valid_to is null or v.valid_to >= :today)"],
        id: "v.unit_id",
        words: ["v.name"],
        conditions: {
        },
        orders: { "navn": Text "v.sort_key" },
    }
}

#[derive(samskab_store::Row)]
struct Row {
    id: AssociationId,
    name: String,
    branch: String,
    kind: AssociationKind,
    theme: Theme,
    cvr: Option<String>,
    address: String,
    postcode: String,
    city: String,
    phone: Option<Phone>,
    email: Option<Email>,
    state: String,
    state_since: Instant,
    #[record(flatten)]
    key: ListKey,
}

#[derive(samskab_store::Row)]
struct UnitRow {
    unit_id: UnitId,
    name: String,
    city: String,
}

static FACTS: Facts = Facts {
    code: "foreninger",
    path: "/foreningsliste",
    title: |locale| T(locale).association_list_title(),
    lead: |locale| T(locale).association_list_lead(),
    count: |locale, count| T(locale).association_list_count(count),
    search: |locale| T(locale).association_list_search(),
    columns: &[
        Column::of(|locale| T(locale).association_list_name()).sorted("navn"),
        Column::of(|locale| T(locale).association_list_theme()),
        Column::of(|locale| T(locale).association_list_city()).sorted("by"),
        Column::of(|locale| T(locale).association_list_phone()),
        Column::of(|locale| T(locale).association_list_state()).sorted("tilstand"),
        Column::of(|locale| T(locale).association_list_since()).sorted("siden"),
        Column::of(|locale| T(locale).association_list_kind()).in_file_only(),
        Column::of(|locale| T(locale).association_list_cvr()).in_file_only(),
        Column::of(|locale| T(locale).association_list_email()).in_file_only(),
        Column::of(|locale| T(locale).association_list_address()).in_file_only(),
        Column::of(|locale| T(locale).association_list_postcode()).in_file_only(),
    ],
    list: &ASSOCIATIONS,
    usual: "navn",
    empty: (|locale| T(locale).association_list_none(), |locale| T(locale).association_list_none_text()),
    empty_step: None,
};

const APPROVED: &str = "approved";
const STATES: [&str; 5] = ["pending", APPROVED, "unconfirmed", "rejected", "closed"];
const ALL: &str = "alle";

pub(crate) struct AssociationList;

pub(crate) static LIST: AssociationList = AssociationList;

impl StaffList for AssociationList {
    fn facts(&self) -> &'static Facts {
        &FACTS
    }

    fn may(&self, cx: &Cx) -> bool {
        cx.actor.is_staff()
    }

    fn filters<'a>(&'a self, cx: &'a Cx, _: &'a mut Connection) -> BoxFuture<'a, Result<Vec<Filter>>> {
        Box::pin(async move {
            let t = T(cx.locale);
            let themes =
                topic::themes().iter().map(|theme| Choice::of(theme.key.as_str(), theme.name(cx.locale)));
            let mut filters = vec![Filter {
                name: "tema",
                label: t.association_list_theme(),
                all: t.association_list_all_themes(),
                choices: themes.collect(),
            }];
            // Others see those that everybody sees.
            if cx.actor.is_coordinator() {
                let label = |code: &str| State::of(code, String::new()).map_or("", |state| state.label(t));
                let states = STATES.iter().filter(|code| **code != APPROVED);
                let states = states.map(|code| Choice::of(*code, label(code)));
                filters.push(Filter {
                    name: "tilstand",
                    label: t.association_list_state(),
                    all: label(APPROVED),
                    choices: states.chain([Choice::of(ALL, t.association_list_all_states())]).collect(),
                });
            }
            Ok(filters)
        })
    }

    fn narrowed(&self, cx: &Cx, asked: &ListQuery) -> NarrowedList {
        let narrowed = NarrowedList::new(&ASSOCIATIONS, cx.tenant.id);
        let narrowed = match asked.filter("tilstand") {
            ALL if cx.actor.is_coordinator() => narrowed,
            state if cx.actor.is_coordinator() && STATES.contains(&state) => narrowed.only("state", state),
            _ => narrowed.only("state", APPROVED),
        };
        match asked.filter("tema").parse::<Theme>() {
            Ok(theme) => narrowed.only("theme", theme.code()),
            Err(_) => narrowed,
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
}

impl Row {
    fn full_name(&self) -> String {
        if self.branch.is_empty() { self.name.clone() } else { format!("{}, {}", self.name, self.branch) }
    }

    fn line(self, cx: &Cx) -> Line {
        let (t, name) = (T(cx.locale), self.full_name());
        let text = |text: String| if text.is_empty() { Cell::Nothing } else { Cell::Text(text) };
        let (tone, symbol) = match self.state.as_str() {
            APPROVED => ("good", "check"),
            "pending" | "unconfirmed" => ("wait", "hourglass"),
            _ => ("", "close"),
        };
        let label = State::of(&self.state, String::new()).map_or("", |state| state.label(t));
        let since: Day = self.state_since.day();
        Line {
            id: self.id.uuid(),
            key: self.key,
            cells: vec![
                Cell::Link {
                    label: name.clone(),
                    href: Poster::Association(self.id).href(),
                    note: self.kind.label(t).to_owned(),
                },
                text(topic::theme(self.theme.code()).map_or("", |theme| theme.name(cx.locale)).to_owned()),
                text(self.city),
                self.phone.map_or(Cell::Nothing, |phone| Cell::Text(phone.spaced())),
                Cell::State(label.to_owned(), tone, symbol),
                Cell::Day(since),
                Cell::Text(self.kind.label(t).to_owned()),
                self.cvr.map_or(Cell::Nothing, Cell::Text),
                self.email.map_or(Cell::Nothing, |email| Cell::Text(email.to_string())),
                text(self.address),
                text(self.postcode),
            ],
            name,
        }
    }
}

/// For *Gå til*: units and associations by name.
pub(crate) fn destinations<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    Box::pin(async move {
        if !cx.actor.is_staff() {
            return Ok(Vec::new());
        }
        let (t, asked) = (T(cx.locale), ListQuery::of_words(asked));
        let most = i64::try_from(MOST_DESTINATIONS).unwrap_or(0);
        let sorting = |list: &'static samskab_store::list::List| Sorting {
            order: list.order("navn"),
            is_descending: false,
            after: None,
            most,
        };
        let units = asked.narrow(NarrowedList::new(&UNITS, cx.tenant.id).with("today", cx.today()));
        let units: Vec<UnitRow> = units.rows(connection, &sorting(&UNITS)).await?;
        let units = units.into_iter().map(|row| Destination {
            heading: t.destinations_units(),
            title: row.name,
            detail: row.city,
            href: Poster::Unit(row.unit_id).href(),
        });
        let mut found: Vec<Destination> = units.collect();
        let associations = asked.narrow(LIST.narrowed(cx, &asked));
        let associations: Vec<Row> = associations.rows(connection, &sorting(&ASSOCIATIONS)).await?;
        found.extend(associations.into_iter().map(|row| Destination {
            heading: t.association_list_title(),
            title: row.full_name(),
            detail: row.city.clone(),
            href: Poster::Association(row.id).href(),
        }));
        Ok(found)
    })
}
