//! A list as its reader sees it.

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Day, Locale};
use samskab_store::{Connection, list::KeyKind};
use samskab_web::{
    Cx, Errors, Result, Shell,
    form::{self, Declaration, Field},
};

use crate::{
    ListQuery, T,
    list::{Cell, Facts, Filter, Line, StaffList},
    views::{self, ViewForm},
};

/// Rows on a page.
pub(crate) const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    facts: &'static Facts,
    lead: &'static str,
    notice: &'static str,
    /// Address, label and icon.
    ways: Vec<(&'static str, &'static str, &'static str)>,
    empty: (&'static str, &'static str),
    step: Option<(&'static str, &'static str)>,
    asked: ListQuery,
    filters: Vec<Filter>,
    no_errors: Errors,
    heads: Vec<Head>,
    rows: Vec<ShownRow>,
    count: String,
    /// "Alle 43 på listen"
    all_of_them: String,
    /// The list as it was asked for: where one comes back to.
    address: String,
    actions: Vec<(&'static str, &'static str, &'static str)>,
    first: String,
    next: String,
    clear: String,
    workbook: String,
    spreadsheet: String,
    /// Address, label and icon.
    prints: Vec<(String, &'static str, &'static str)>,
    views: Vec<ShownView>,
    view_form: ViewForm,
    /// The list is narrowed or sorted, and not saved under a name yet.
    may_save: bool,
}

/// One of the reader's saved views.
struct ShownView {
    id: String,
    name: String,
    href: String,
    is_here: bool,
}

pub(crate) struct Head {
    label: &'static str,
    href: String,
    is_number: bool,
    /// The value of `aria-sort`; empty: sorted by something else.
    sorted: &'static str,
}

pub(crate) struct ShownRow {
    id: String,
    name: String,
    cells: Vec<ShownCell>,
}

pub(crate) struct ShownCell {
    head: &'static str,
    is_number: bool,
    cell: Cell,
    text: String,
}

/// What a cell says on the page.
pub(crate) fn said(locale: Locale, today: Day, cell: &Cell) -> String {
    let t = T(locale);
    match cell {
        Cell::Text(text) | Cell::State(text, ..) | Cell::LateDay(_, text) => text.clone(),
        Cell::Link { label, .. } => label.clone(),
        Cell::Links(links) => links.iter().map(|(label, ..)| label.as_str()).collect::<Vec<_>>().join(", "),
        Cell::Waits { state: (label, ..), note } if note.is_empty() => label.clone(),
        Cell::Waits { state: (label, ..), note } => format!("{label}: {note}"),
        Cell::Number(number) => locale.number(*number),
        Cell::Minutes(minutes) => t.list_hours(minutes / 60, minutes % 60),
        Cell::Day(day) => locale.short_day(*day, today),
        Cell::Nothing => String::new(),
    }
}

/// The words that are searched for, and the filters.
static WORDS: Declaration = Declaration::text("q", form::by_the_page).unmarked().autocomplete("off");
static FILTER: Declaration = Declaration::choice("filter", form::by_the_page).unmarked();

impl ListPage {
    fn words(&self) -> Field<'_> {
        Field::new(&WORDS, (&self.asked.words).into(), &self.no_errors).label((self.facts.search)(self.t.0))
    }
}

impl Filter {
    fn field<'a>(&'a self, asked: &'a ListQuery, errors: &'a Errors) -> Field<'a> {
        let field = Field::new(&FILTER, form::Value::One(asked.filter(self.name)), errors);
        field.named(self.name, errors).label(self.label).first(self.all).among(&self.choices)
    }
}

/// Four queries besides those of the filters: the rows, how many where one page does not hold them all, the saved views,
/// and who is asking.
pub(crate) async fn show(cx: Cx, list: &'static dyn StaffList) -> Result<Response> {
    cx.require(list.may(&cx))?;
    let page = page(&cx, list, ListQuery::of(&cx), ViewForm::default()).await?;
    cx.page(page)
}

/// The list as it was seen, with what is wrong about the name of a view.
pub(crate) async fn refused(
    cx: Cx,
    list: &'static dyn StaffList,
    asked: ListQuery,
    form: ViewForm,
) -> Result<Response> {
    let page = page(&cx, list, asked, form).await?;
    cx.invalid(page)
}

async fn page(
    cx: &Cx,
    list: &'static dyn StaffList,
    asked: ListQuery,
    view_form: ViewForm,
) -> Result<ListPage> {
    let (t, facts) = (T(cx.locale), list.facts());
    let mut reader = cx.read().await?;
    let filters = list.filters(cx, &mut reader).await?;
    let notice = list.notice(cx, &mut reader).await?;
    let views = views::of(cx, &mut reader, facts.code).await?;
    let narrowed = asked.narrow(list.narrowed(cx, &asked));
    let sorting = asked.sorting(facts.list, facts.usual, PAGE + 1);
    let order = sorting.order;
    let mut lines = list.lines(cx, &mut reader, narrowed.clone(), sorting).await?;
    let has_more = lines.len() > PAGE;
    let are_all_here = asked.is_first_page() && !has_more;
    // A count reads as many rows as a search does: twice only where it must.
    let count = if are_all_here { lines.len() as i64 } else { narrowed.count(&mut reader).await? };
    drop(reader);
    lines.truncate(PAGE);
    let next = lines.last().filter(|_| has_more).map(|last| {
        // An empty text is a key, too.
        let key = match order.kind {
            KeyKind::Number => last.key.number_key.to_string(),
            KeyKind::Text => last.key.text_key.clone(),
        };
        asked.after(&format!("{key}~{}", last.id)).address(facts.path)
    });
    let file = |end: &str| asked.after("").address(&format!("{}{end}", facts.path));
    let actions = list.actions(cx);
    let here = asked.after("").address(facts.path);
    let views: Vec<ShownView> = views
        .into_iter()
        .map(|view| ShownView {
            id: view.id(),
            is_here: view.address == here,
            name: view.name,
            href: view.address,
        })
        .collect();
    Ok(ListPage {
        may_save: here != facts.path && views.iter().all(|view| !view.is_here),
        views,
        view_form: ViewForm { tilbage: here, ..view_form },
        shell: cx.shell((facts.title)(cx.locale)).here(),
        t,
        facts,
        lead: list.lead(cx),
        notice,
        ways: list.ways(cx),
        empty: ((facts.empty.0)(cx.locale), (facts.empty.1)(cx.locale)),
        step: facts.empty_step.map(|(href, label)| (href, label(cx.locale))),
        filters,
        no_errors: Errors::default(),
        heads: heads(cx, facts, &asked),
        rows: lines.into_iter().map(|line| shown(cx, facts, line)).collect(),
        count: (facts.count)(cx.locale, count),
        all_of_them: t.list_all_of_them(count),
        address: asked.address(facts.path),
        actions: actions.iter().map(|one| (one.code, (one.label)(cx.locale), one.symbol)).collect(),
        first: if asked.is_first_page() { String::new() } else { asked.after("").address(facts.path) },
        next: next.unwrap_or_default(),
        clear: if asked.is_narrowed() { facts.path.to_owned() } else { String::new() },
        prints: list.prints(cx).into_iter().map(|(end, label, symbol)| (file(end), label, symbol)).collect(),
        workbook: file(".xlsx"),
        spreadsheet: file(".csv"),
        asked,
    })
}

fn heads(cx: &Cx, facts: &Facts, asked: &ListQuery) -> Vec<Head> {
    let (order, is_descending) = asked.sorted_by(facts.usual);
    let shown = facts.columns.iter().filter(|column| !column.is_in_file_only);
    let head = |column: &crate::Column| {
        let is_chosen = !column.order.is_empty() && column.order == order;
        let turned = if is_chosen && !is_descending { format!("-{order}") } else { column.order.to_owned() };
        Head {
            label: (column.label)(cx.locale),
            href: if column.order.is_empty() {
                String::new()
            } else {
                asked.sorted(&turned).address(facts.path)
            },
            is_number: column.is_number,
            sorted: match (is_chosen, is_descending) {
                (false, _) => "",
                (true, false) => "ascending",
                (true, true) => "descending",
            },
        }
    };
    shown.map(head).collect()
}

fn shown(cx: &Cx, facts: &Facts, line: Line) -> ShownRow {
    let cells = facts.columns.iter().zip(line.cells).filter(|(column, _)| !column.is_in_file_only);
    let cells = cells.map(|(column, cell)| ShownCell {
        head: (column.label)(cx.locale),
        is_number: column.is_number,
        text: said(cx.locale, cx.today(), &cell),
        cell,
    });
    ShownRow { id: line.id.to_string(), name: line.name, cells: cells.collect() }
}

/// All rows that were asked for, for a file or an action: at most `most`.
pub(crate) async fn all(
    cx: &Cx,
    connection: &mut Connection,
    list: &'static dyn StaffList,
    asked: &ListQuery,
    most: usize,
) -> Result<Vec<Line>> {
    let (facts, asked) = (list.facts(), asked.after(""));
    let narrowed = asked.narrow(list.narrowed(cx, &asked));
    list.lines(cx, connection, narrowed, asked.sorting(facts.list, facts.usual, most)).await
}
