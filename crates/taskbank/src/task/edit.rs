//! GET and POST /opgaver/{id}/rediger and /opgaver/ny: writing a task.

use std::sync::Arc;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Id, Instant, Locale, holiday::Odd};
use samskab_organisation::{
    answering::Poster, association, identify::Who as _, person::PersonId, place, unit,
};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Error, Errors, Form, Result, Shell,
    error::OrNotFound as _,
    exit::{Settlement, consequences, settle},
    form, token,
};

use super::declared;
use super::{
    Settings, StateKind, Task, TaskId, Time,
    event::{TaskChanged, TaskCreated, TaskReclassified},
    form::{TaskForm, differing},
    form_page::{Contacts, PosterFacts, Question, Writing, poster_from, poster_key},
    moved::CorrectedPlace,
    publish,
    rules::Missing,
    store,
    time::{TimeKind, clock},
    view::place_line,
};
use crate::declaration;
use crate::{
    T,
    authority::{Action, TaskResource, may},
};

/// Everything that is read before a form is shown or understood.
struct FormContext {
    task: Task,
    facts: PosterFacts,
    contacts: Contacts,
    href: String,
    title: &'static str,
    is_new: bool,
}

impl FormContext {
    async fn for_task(cx: &Cx, connection: &mut Connection, task: Option<Task>) -> Result<Self> {
        let task = task.or_not_found()?;
        cx.require(may(&cx.actor, Action::Edit, &task))?;
        let facts = PosterFacts::read(connection, cx, task.poster).await?;
        let contacts = Contacts::read(connection, cx, &facts, &task).await?;
        let href = format!("/opgaver/{}/rediger", task.id);
        Ok(Self { task, facts, contacts, href, title: T(cx.locale).task_form_edit(), is_new: false })
    }

    /// `id`: of the draft, as the page's address has it.
    async fn for_poster(cx: &Cx, connection: &mut Connection, poster: Poster, id: TaskId) -> Result<Self> {
        cx.require(may(&cx.actor, Action::Create, TaskResource::new_for(poster)))?;
        let facts = PosterFacts::read(connection, cx, poster).await?;
        let task = facts.draft(cx, id);
        let contacts = Contacts::read(connection, cx, &facts, &task).await?;
        let href = new_href(poster, id);
        Ok(Self { task, facts, contacts, href, title: T(cx.locale).task_form_new(), is_new: true })
    }

    /// Whether it was changed since this form was opened, and would be written over unseen.
    fn is_overtaken(&self, form: &TaskForm) -> bool {
        let saves = matches!(form.action.as_str(), "" | "save" | "publish");
        let now = TaskForm::over(&self.task);
        let is_old = !self.is_new && !form.version.is_empty() && form.version != now.version;
        saves && is_old && !differing(&now, form, &self.contacts.choices(), Locale::Da).is_empty()
    }

    fn writing(&self) -> Writing<'_> {
        Writing {
            task: &self.task,
            facts: &self.facts,
            contacts: &self.contacts,
            href: self.href.clone(),
            title: self.title,
        }
    }
}

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let task = store::find(&mut reader, cx.tenant.id, id).await?;
    let context = FormContext::for_task(&cx, &mut reader, task).await?;
    let form = TaskForm::over(&context.task);
    context.writing().page(&cx, &mut reader, form, None).await
}

pub async fn save(cx: Cx, Path(id): Path<TaskId>, Form(form): Form<TaskForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?;
    let context = FormContext::for_task(&cx, &mut tx, task).await?;
    keep(&cx, tx, context, form).await
}

samskab_web::form! {
    /// The parameters in the address of the form for a new task.
    struct NewTaskQuery {
        /// The unit or association that offers the task.
        poster as "for": choice(task_choose_other),
    }
}

fn new_href(poster: Poster, id: TaskId) -> String {
    format!("/opgaver/ny?for={}&kladde={id}", poster_key(poster))
}

/// The task that was stored under this address before, when it is this poster's and this reader may change it.
async fn written_before(
    cx: &Cx,
    connection: &mut Connection,
    poster: Poster,
    id: TaskId,
) -> Result<Option<Task>> {
    let task = store::find(connection, cx.tenant.id, id).await?;
    Ok(task.filter(|task| task.poster == poster && may(&cx.actor, Action::Edit, task)))
}

/// The page on which one chooses for whom, when there is a choice.
#[derive(Template)]
#[template(path = "task/choose.html")]
struct ChoosePage {
    shell: Shell,
    t: T,
    own: Vec<PosterLink>,
    form: NewTaskQuery,
    others: Vec<form::Choice>,
}

struct PosterLink {
    href: String,
    name: String,
}

pub async fn new(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let asked = form::query::<NewTaskQuery>(&cx);
    if let Some(poster) = asked_for(&cx, &mut reader, &asked.poster).await? {
        cx.require(may(&cx.actor, Action::Create, TaskResource::new_for(poster)))?;
        let Some(id) = cx.begun() else {
            PosterFacts::read(&mut reader, &cx, poster).await?;
            return cx.redirect(new_href(poster, cx.new_id()));
        };
        if let Some(task) = written_before(&cx, &mut reader, poster, id).await? {
            return cx.redirect(format!("/opgaver/{}/rediger", task.id));
        }
        let context = FormContext::for_poster(&cx, &mut reader, poster, id).await?;
        let form = TaskForm::of(&context.task);
        return context.writing().begun(&cx, &mut reader, form).await;
    }
    choose(&cx, &mut reader).await
}

pub async fn create(cx: Cx, Form(form): Form<TaskForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let asked = form::query::<NewTaskQuery>(&cx);
    let poster = asked_for(&cx, &mut tx, &asked.poster).await?;
    let poster = poster.ok_or_else(|| Error::BadRequest("nobody to post for".to_owned()))?;
    let id = cx.begun().unwrap_or_else(|| cx.new_id());
    // Of a double click the second waits here and then finds what the first has written.
    if let Some(me) = cx.actor.person {
        store::one_at_a_time(&mut tx, PersonId::from_uuid(me)).await?;
    }
    let context = match written_before(&cx, &mut tx, poster, id).await? {
        Some(task) => FormContext::for_task(&cx, &mut tx, Some(task)).await?,
        None => FormContext::for_poster(&cx, &mut tx, poster, id).await?,
    };
    keep(&cx, tx, context, form).await
}

/// `enhed-…`, `forening-…`, or just the id, as the pages of units and associations know it.
async fn asked_for(cx: &Cx, connection: &mut Connection, key: &str) -> Result<Option<Poster>> {
    let (None, Ok(id)) = (poster_from(key), key.parse::<Id<()>>()) else { return Ok(poster_from(key)) };
    let id = id.uuid();
    if association::store::find(connection, cx.tenant.id, id.into()).await?.is_some() {
        return Ok(Some(Poster::Association(id.into())));
    }
    Ok(Some(Poster::Unit(id.into())))
}

async fn choose(cx: &Cx, reader: &mut Connection) -> Result<Response> {
    let t = T(cx.locale);
    let today = cx.now().day();
    let own = cx.actor.posters();
    let units = unit::store::all(reader, cx.tenant.id, today).await?;
    let mut associations: Vec<_> = own.iter().filter_map(|poster| poster.association()).collect();
    for standing in cx
        .actor
        .standings
        .iter()
        .filter(|one| one.role == samskab_organisation::identify::role::ASSOCIATION_PENDING)
    {
        associations.push(standing.place.into());
    }
    let associations = if associations.is_empty() {
        Vec::new()
    } else {
        association::store::find_many(reader, cx.tenant.id, &associations).await?
    };
    let mut links: Vec<(Poster, String)> = Vec::new();
    for unit in units.iter().filter(|unit| own.contains(&Poster::Unit(unit.id))) {
        links.push((Poster::Unit(unit.id), unit.name.clone()));
    }
    links.extend(associations.iter().map(|one| (Poster::Association(one.id), one.full_name())));
    let others = units.iter().filter(|unit| {
        let poster = Poster::Unit(unit.id);
        !own.contains(&poster) && may(&cx.actor, Action::Create, TaskResource::new_for(poster))
    });
    let others: Vec<form::Choice> =
        others.map(|unit| form::Choice::of(poster_key(Poster::Unit(unit.id)), &unit.name)).collect();
    cx.require(!links.is_empty() || !others.is_empty())?;
    if let ([(only, _)], true) = (links.as_slice(), others.is_empty()) {
        return cx.redirect(format!("/opgaver/ny?for={}", poster_key(*only)));
    }
    let own = links
        .into_iter()
        .map(|(poster, name)| PosterLink { href: format!("/opgaver/ny?for={}", poster_key(poster)), name });
    let shell = cx.shell(t.task_form_new()).under("/mine-opgaver", t.task_mine()).here();
    cx.page(ChoosePage { shell, t, own: own.collect(), form: NewTaskQuery::default(), others })
}

/// The value of the button that only corrects the place.
pub(super) const SAME_PLACE: &str = "same-place";

/// Understands what was typed and does what the pressed button says.
async fn keep(cx: &Cx, mut tx: Tx, context: FormContext, form: TaskForm) -> Result<Response> {
    if context.is_overtaken(&form) {
        return context.writing().overtaken(cx, &mut tx, form).await;
    }
    let (written, errors) = form.written(context.task.clone(), cx.locale, &context.contacts.ids());
    let publishes = form.action == "publish" && written.state.kind() == StateKind::Draft;
    if !errors.is_empty() {
        let errors = match form.action.as_str() {
            "preview" | "aid" => errors,
            _ => {
                let errors = errors.and(too_far_ahead(cx, &form));
                form.with_missing(errors, lacking(&written, publishes, cx.now()), &written, T(cx.locale))
            }
        };
        return context.writing().page(cx, &mut tx, form.with_errors(errors), None).await;
    }
    let written = located(cx, &mut tx, written, &form, &context).await?;
    match form.action.as_str() {
        "preview" => return context.writing().page(cx, &mut tx, form, Some(&written)).await,
        "aid" => return context.writing().page(cx, &mut tx, form, None).await,
        _ => {}
    }
    if let Some(errors) = hindrance(cx, &mut tx, &context, &written, &form, publishes).await? {
        return context.writing().page(cx, &mut tx, form.with_errors(errors), None).await;
    }
    let settings = Settings::of(&cx.tenant);
    let moved = if context.is_new { None } else { context.task.moves_to(&written) };
    let hanging = match moved {
        Some(exit) => consequences(cx, &mut tx, exit).await?,
        None => Vec::new(),
    };
    let is_of_place = moved.is_some() && written.time == context.task.time;
    let odd = odd(&written, &context.task, &settings, cx.locale);
    let question = Question { odd, hanging, is_of_place };
    let is_sure = form.sure == sure_of(&written);
    if !question.is_empty() && !is_sure {
        let form = TaskForm { sure: sure_of(&written), ..form };
        return context.writing().asking(cx, &mut tx, form, &written, question).await;
    }
    // The same place, said better: nobody is asked, and nobody told, but what was agreed on says it so too.
    let is_same_place = is_of_place && is_sure && form.action == SAME_PLACE;
    let written = written.edited(&settings, cx.now());
    store_written(&mut tx, &context, &written).await?;
    if let Some(exit) = moved {
        let before = context.task.clone();
        let before =
            Some(if is_same_place { Arc::new(CorrectedPlace(before)) as _ } else { Arc::new(before) as _ });
        let settlement = Settlement { before, ..Settlement::of(cx.today()) };
        settle(&cx.services, &mut tx, exit, &settlement).await?;
    }
    if publishes {
        return publish::publish_written(cx, tx, written).await;
    }
    let href = format!("/opgaver/{}", written.id);
    tx.commit().await?;
    let is_told = !question.hanging.is_empty() && !is_same_place;
    let said = if is_told { "task-flash-moved" } else { "task-flash-saved" };
    cx.redirect_saying(href, "success", said)
}

/// Why this cannot be saved as it is: something is missing, or a declaration. `publishes`: whether a draft is to be shown
/// to everybody now.
async fn hindrance(
    cx: &Cx,
    tx: &mut Tx,
    context: &FormContext,
    written: &Task,
    form: &TaskForm,
    publishes: bool,
) -> Result<Option<Errors>> {
    let t = T(cx.locale);
    let missing = lacking(written, publishes, cx.now());
    let mut errors = form.with_missing(too_far_ahead(cx, form), missing, written, t);
    if !errors.is_empty() {
        return Ok(Some(errors));
    }
    // A task that is open does not become one with children by another door than publishing (law B.4).
    let gates = declaration::Settings::of(&cx.tenant).declaration_gates;
    if written.begins_to_wait_for_declaration(&context.task, gates)
        && declared::in_the_way(tx, &cx.tenant, written).await?.is_some()
    {
        errors.add(&form.target_groups(), t.task_form_awaits_declaration());
        return Ok(Some(errors));
    }
    Ok(None)
}

/// A slip in the year would leave a task open for centuries.
fn too_far_ahead(cx: &Cx, form: &TaskForm) -> Errors {
    let days = match form.time_kind.parse() {
        Ok(TimeKind::OneOff) => vec![form.day(), form.end_day()],
        Ok(TimeKind::Weekly) => vec![form.from(), form.until()],
        Ok(TimeKind::Flexible) => vec![form.until()],
        Err(_) => Vec::new(),
    };
    let mut check = Check::draft(cx.locale);
    for day in days {
        day.day_ahead(&mut check, cx.today());
    }
    check.errors
}

/// What everybody reads stays complete; a draft need not be yet.
fn lacking(written: &Task, publishes: bool, now: Instant) -> Vec<Missing> {
    match written.state.kind() {
        StateKind::Closed | StateKind::Expired | StateKind::Cancelled => Vec::new(),
        StateKind::Draft if !publishes => Vec::new(),
        _ => written.missing(now),
    }
}

/// Adds a new task, or saves one that is there, with its place in the book of events.
async fn store_written(tx: &mut Tx, context: &FormContext, written: &Task) -> Result<()> {
    if context.is_new {
        store::add(tx, written).await.map_err(|error| {
            if error.is_unique_violation() {
                // An id from the address that is somebody else's: nobody comes to that by our pages.
                Error::BadRequest("the id of the new task is taken".to_owned())
            } else {
                error.into()
            }
        })?;
        tx.record(TaskCreated::of(written.id)).await?;
    } else {
        store::save(tx, written).await?;
        tx.record(TaskChanged::of(written.id)).await?;
    }
    record_approach(tx, &context.task, written).await
}

/// What is unusual about a time that was just chosen, in words: it is asked about once.
fn odd(written: &Task, before: &Task, settings: &Settings, locale: Locale) -> Vec<String> {
    let (Time::OneOff { day, turn }, true) = (&written.time, written.time != before.time) else {
        return Vec::new();
    };
    let t = T(locale);
    let says = |odd: Odd| match odd {
        Odd::ClosedDay(name) => t.task_form_ask_closed(locale.day(*day), name),
        Odd::BeginsTwice => t.task_form_ask_twice(clock(locale, turn.start_minute)),
    };
    settings.closing_days().odd(*day, turn.start_minute, locale).into_iter().map(says).collect()
}

/// Identifies the task's time and place, so that a yes counts for exactly them.
fn sure_of(task: &Task) -> String {
    token::hash(&format!("{:?}\n{}", task.time, place_line(task, T(Locale::Da))))
}

/// Another approach than before goes into the book with its reasons (RS-80).
async fn record_approach(tx: &mut Tx, before: &Task, after: &Task) -> Result<()> {
    if before.approach == after.approach {
        return Ok(());
    }
    let text = |read: fn(&super::Approach) -> &String| {
        after.approach.as_ref().map(read).cloned().unwrap_or_default()
    };
    let event = TaskReclassified {
        task: after.id,
        from: before.approach.as_ref().map(|approach| approach.kind),
        to: after.approach.as_ref().map(|approach| approach.kind),
        challenge: text(|approach| &approach.challenge),
        parties: text(|approach| &approach.parties),
        other: text(|approach| &approach.other),
    };
    Ok(tx.record(event).await?)
}

/// Town and coordinates of the address that was typed: the poster's own, those from before, or the middle of the
/// postal district.
async fn located(
    cx: &Cx,
    connection: &mut Connection,
    task: Task,
    form: &TaskForm,
    context: &FormContext,
) -> Result<Task> {
    if !form.moves(&context.task) {
        return Ok(task);
    }
    let Some(postcode) = &task.postcode else {
        return Ok(Task { city: String::new(), place: None, ..task });
    };
    let found = place::find(connection, cx.tenant.id, postcode).await?;
    let at_home = task.address == context.facts.address;
    let point = found.as_ref().map(place::Place::point);
    let city = found.map(|place| place.city).unwrap_or_default();
    let place = if at_home { context.facts.place.or(point) } else { point };
    Ok(Task { city, place, ..task })
}
