//! /cv-banken: those who look for volunteers find them by what they share, without a name (FX-21). Every
//! list, every opened card and every number is written down and shown to the one looked at.

pub mod search;

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_desk::Cell;
use samskab_kernel::Locale;
use samskab_organisation::{answering::Poster, identify::Who as _, person::PersonId};
use samskab_store::Connection;
use samskab_taskbank::task::{self, StateKind, Task, TaskId};
use samskab_web::{
    Cx, Result, Shell,
    app::encode,
    form::{self, Choice, Field},
};

use self::search::{BankQuery, Criteria};
use super::{
    CvId,
    card::{Card, Districts},
    look::{self, Kind},
    store,
};
use crate::T;
use crate::authority::{Action, WideAction, may, may_widely};

const PAGE: usize = 20;
/// How many tasks one can invite to from a card.
const MOST_TASKS: usize = 30;

/// A task to search for or invite to.
struct TaskLink {
    title: String,
    href: String,
}

struct Remove {
    label: String,
    href: String,
}

#[derive(Template)]
#[template(path = "volunteer/bank.html")]
struct BankPage {
    shell: Shell,
    t: T,
    asked: BankQuery,
    /// The title of the task it is for; empty: for none.
    task_title: String,
    task_href: String,
    count: usize,
    cards: Vec<Card>,
    postcodes: Vec<Choice>,
    chosen: Vec<Remove>,
    more_chosen: usize,
    clear: String,
    next: String,
    first: String,
    is_searched: bool,
    /// The address of the same as a file; empty: the reader may not have it.
    workbook: String,
}

#[derive(Template)]
#[template(path = "volunteer/bank_task.html")]
struct ChooseTaskPage {
    shell: Shell,
    t: T,
    tasks: Vec<TaskLink>,
}

/// The task one searches for, if that decides what one may see.
async fn task_of(cx: &Cx, connection: &mut Connection, asked: &str) -> Result<Option<Task>> {
    let Ok(id) = asked.parse::<TaskId>() else { return Ok(None) };
    let task = task::store::find(connection, cx.tenant.id, id).await?;
    Ok(task.filter(|task| cx.actor.answers_for(task.poster)))
}

/// GET /cv-banken.xlsx: everybody who fits, by their pseudonym and with what they share. For those who may search all
/// volunteers; everybody in the file is told, as for a list on the page.
pub async fn workbook(cx: Cx) -> Result<Response> {
    cx.require(may_widely(&cx.actor, WideAction::SearchEveryCv))?;
    let asked: BankQuery = form::query(&cx);
    let (t, today) = (T(cx.locale), cx.today());
    let mut tx = cx.write().await?;
    let all = store::findable(&mut tx, cx.tenant.id, cx.now()).await?;
    let districts = Districts::read(&mut tx, cx.tenant.id).await?;
    let found = search::found(all, &Criteria::from(&asked), today);
    let place = look::place_of(&cx, &mut tx, None).await?;
    let people: Vec<PersonId> = found.iter().map(|(_, cv)| cv.person).collect();
    if !people.is_empty() {
        look::log(&mut tx, &people, Kind::Listed, &place, None).await?;
    }
    tx.commit().await?;
    let facts = [
        t.volunteer_card_can(),
        t.volunteer_card_times(),
        t.volunteer_card_area(),
        t.volunteer_card_likes(),
        t.volunteer_card_rather_not(),
        t.volunteer_card_languages(),
        t.volunteer_card_company(),
        t.volunteer_card_experience(),
    ];
    let cards = found.iter().filter_map(|(_, cv)| Card::shared(cv, &districts, cx.locale, today));
    let row = |card: Card| -> Vec<Cell> {
        let said = facts.iter().map(|name| {
            let fact = card.facts.iter().find(|fact| fact.name == *name);
            fact.map_or(Cell::Nothing, |fact| Cell::Text(fact.values.join("; ")))
        });
        std::iter::once(Cell::Text(card.title.clone())).chain(said).collect()
    };
    let rows: Vec<Vec<Cell>> = cards.map(row).collect();
    let rows: Vec<&[Cell]> = rows.iter().map(Vec::as_slice).collect();
    let heads: Vec<&str> = std::iter::once(t.volunteer_bank_who()).chain(facts).collect();
    samskab_desk::workbook_of(&cx, "cv-banken", t.volunteer_bank_title(), &heads, &rows)
}

/// GET /cv-banken
pub async fn show(cx: Cx) -> Result<Response> {
    let asked: BankQuery = form::query(&cx);
    let (t, today) = (T(cx.locale), cx.now().day());
    let mut reader = cx.read().await?;
    let task = task_of(&cx, &mut reader, &asked.opgave).await?;
    let is_allowed = may_widely(&cx.actor, WideAction::SearchEveryCv)
        || task.as_ref().is_some_and(|task| may(&cx.actor, Action::SearchCvs, task));
    if !is_allowed && !cx.actor.posters().is_empty() {
        // An association looks for its own open task, and says which.
        cx.require(true)?;
        let tasks = open_tasks(&cx, &mut reader, |task| format!("/cv-banken?opgave={task}")).await?;
        return cx.page(ChooseTaskPage { shell: cx.shell(t.volunteer_bank_title()).here(), t, tasks });
    }
    cx.require(is_allowed)?;
    let criteria = Criteria::from(&asked);
    let all = store::findable(&mut reader, cx.tenant.id, cx.now()).await?;
    let districts = Districts::read(&mut reader, cx.tenant.id).await?;
    let place = look::place_of(&cx, &mut reader, task.as_ref().map(|task| task.poster)).await?;
    drop(reader);
    let found = search::found(all, &criteria, today);
    let count = found.len();
    let counted: Vec<PersonId> = found.iter().map(|(_, cv)| cv.person).collect();
    let after = u64::from_str_radix(&asked.efter, 16).ok();
    let mut rest = found.into_iter().skip_while(|(place, _)| after.is_some_and(|after| *place <= after));
    let shown: Vec<(u64, _)> = rest.by_ref().take(PAGE).collect();
    let last = shown.last().map(|(place, _)| *place).filter(|_| rest.next().is_some());
    let people: Vec<PersonId> = shown.iter().map(|(_, cv)| cv.person).collect();
    // The number tells of those whom the page does not show.
    let only_counted: Vec<PersonId> = counted.into_iter().filter(|one| !people.contains(one)).collect();
    if count > 0 {
        let task = task.as_ref().map(|task| task.id);
        let mut tx = cx.write().await?;
        look::log(&mut tx, &people, Kind::Listed, &place, task).await?;
        look::log(&mut tx, &only_counted, Kind::Counted, &place, task).await?;
        tx.commit().await?;
    }
    let with_task = |mut card: Card| {
        if let Some(task) = &task {
            card.href = format!("{}?opgave={}", card.href, task.id);
        }
        card
    };
    let cards = shown
        .iter()
        .filter_map(|(_, cv)| Card::shared(cv, &districts, cx.locale, today))
        .map(with_task)
        .collect();
    let clear =
        task.as_ref().map_or("/cv-banken".to_owned(), |task| format!("/cv-banken?opgave={}", task.id));
    let chosen = chosen(&asked, cx.locale);
    let workbook = match may_widely(&cx.actor, WideAction::SearchEveryCv) && count > 0 {
        true => format!("/cv-banken.xlsx?{}", cx.query().unwrap_or_default()),
        false => String::new(),
    };
    cx.page(BankPage {
        workbook,
        shell: cx.shell(t.volunteer_bank_title()).here(),
        t,
        task_title: task.as_ref().map(|task| task.title.clone()).unwrap_or_default(),
        task_href: task.as_ref().map(|task| format!("/opgaver/{}", task.id)).unwrap_or_default(),
        count,
        cards,
        postcodes: districts
            .sorted()
            .into_iter()
            .map(|(postcode, name)| Choice::of(postcode, name))
            .collect(),
        more_chosen: chosen.iter().filter(|one| !one.label.starts_with('“')).count(),
        chosen,
        clear,
        next: last.map(|place| address(&asked, "efter", &format!("{place:016x}"))).unwrap_or_default(),
        first: if asked.efter.is_empty() { String::new() } else { address(&asked, "efter", "") },
        is_searched: !criteria.is_empty(),
        asked,
    })
}

/// Each choice in words, with the address without it.
fn chosen(asked: &BankQuery, locale: Locale) -> Vec<Remove> {
    let mut chosen = Vec::new();
    let mut add = |field: &Field<'_>, label: String| {
        if !label.is_empty() {
            chosen.push(Remove { label, href: address(asked, field.name(), "") });
        }
    };
    let words = asked.q.trim();
    add(&asked.q(), if words.is_empty() { String::new() } else { format!("“{words}”") });
    for field in [asked.kan(), asked.emne(), asked.med(), asked.dag(), asked.tid(), asked.taler()] {
        add(&field, field.said_in(locale));
    }
    add(&asked.postnr(), asked.postnr.clone());
    chosen
}

/// This search with `name` set to `value`; another question begins at its first page.
fn address(asked: &BankQuery, name: &str, value: &str) -> String {
    let own = asked.fields().into_iter().flat_map(|field| field.pairs());
    let kept = own.filter(|(own, value)| ![name, "efter"].contains(own) && !value.is_empty());
    let mut query: Vec<String> = kept.map(|(own, value)| format!("{own}={}", encode(&value))).collect();
    if !value.is_empty() {
        query.push(format!("{name}={}", encode(value)));
    }
    if query.is_empty() { "/cv-banken".to_owned() } else { format!("/cv-banken?{}", query.join("&")) }
}

/// The open tasks of the viewer's own places, the last changed first.
async fn open_tasks(
    cx: &Cx,
    connection: &mut Connection,
    href: impl Fn(TaskId) -> String,
) -> Result<Vec<TaskLink>> {
    let mut posters = cx.actor.posters();
    if !cx.actor.is_coordinator() {
        posters.extend(cx.actor.reached_units().into_iter().map(Poster::Unit));
    }
    posters.sort_unstable();
    posters.dedup();
    let tasks = task::store::list_for_posters(connection, cx.tenant.id, &posters).await?;
    let open = tasks.into_iter().filter(|task| task.state.kind() == StateKind::Open);
    Ok(open.take(MOST_TASKS).map(|task| TaskLink { title: task.title, href: href(task.id) }).collect())
}

#[derive(Template)]
#[template(path = "volunteer/bank_card.html")]
struct CardPage {
    shell: Shell,
    t: T,
    card: Card,
    /// The tasks to which the reader may invite.
    tasks: Vec<TaskLink>,
    back: String,
}

#[derive(Template)]
#[template(path = "volunteer/bank_gone.html")]
struct GonePage {
    shell: Shell,
    t: T,
}

/// GET /cv-banken/{id}: one card, opened.
pub async fn open(cx: Cx, Path(id): Path<CvId>) -> Result<Response> {
    let asked: BankQuery = form::query(&cx);
    let (t, today) = (T(cx.locale), cx.now().day());
    let mut reader = cx.read().await?;
    let task = task_of(&cx, &mut reader, &asked.opgave).await?;
    cx.require(
        may_widely(&cx.actor, WideAction::SearchEveryCv)
            || task.as_ref().is_some_and(|task| may(&cx.actor, Action::SearchCvs, task)),
    )?;
    let cv = store::find_by_id(&mut reader, cx.tenant.id, id).await?;
    let districts = Districts::read(&mut reader, cx.tenant.id).await?;
    let shell = cx.shell(t.volunteer_bank_title()).under("/cv-banken", t.volunteer_bank_title());
    let shared = cv.and_then(|cv| Some((Card::shared(&cv, &districts, cx.locale, today)?, cv)));
    let Some((card, cv)) = shared else {
        return cx.page_with(StatusCode::NOT_FOUND, GonePage { shell, t });
    };
    let invite = |task: TaskId| format!("/opgaver/{task}/frivillige?cv={id}");
    let tasks = match &task {
        Some(task) => vec![TaskLink { title: task.title.clone(), href: invite(task.id) }],
        None => open_tasks(&cx, &mut reader, invite).await?,
    };
    let place = look::place_of(&cx, &mut reader, task.as_ref().map(|task| task.poster)).await?;
    drop(reader);
    let mut tx = cx.write().await?;
    look::log(&mut tx, &[cv.person], Kind::Opened, &place, task.as_ref().map(|task| task.id)).await?;
    tx.commit().await?;
    let back = task.as_ref().map_or("/cv-banken".to_owned(), |task| format!("/cv-banken?opgave={}", task.id));
    let shell = Shell { title: card.title.clone(), ..shell }.here();
    cx.page(CardPage { shell, t, card, tasks, back })
}
