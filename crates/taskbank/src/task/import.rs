//! Tasks from a file. A row is read as if somebody had typed it into the form, so that the same rules
//! hold and the same words say what is wrong.

pub(crate) mod traces;
mod words;

use std::collections::{HashMap, HashSet};

use samskab_import::{
    Column, Judge, Kind, Outcome, Row, Same, Setting, Thing, Touched,
    column::{folded, plain},
};
use samskab_kernel::{Day, contact::Email};
use samskab_organisation::{
    answering::Poster,
    association::{AssociationId, Theme},
    import::known::{self, Associations, Places, Units, theme_called},
    person::PersonId,
};
use samskab_store::{Connection, Result, Tx};

use self::words::{
    competence_called, insurance_called, remote_called, requirement_called, target_group_called, weekdays,
};
use super::{Settings, State, Task, TaskId, Time, form::TaskForm, store};
use crate::{
    T, catalogue,
    declaration::{self, Gates},
};

/// What this context gives to the import.
pub static KINDS: [Kind; 1] = [Kind::of::<Known>(|locale, key| T(locale).get(key))];

/// A column for a field of the form has the field's name.
static COLUMNS: [Column; 31] = [
    Column::new("number", "Nr", &["nummer", "opgavenr", "opgavenummer", "id", "number"], "101"),
    Column::new("unit", "Enhed", &["enhedsnr", "enhedsnummer", "institution", "unit"], "5"),
    Column::new(
        "association",
        "Forening",
        &["foreningsnavn", "foreningsnr", "cvr", "cvrnr", "association"],
        "",
    ),
    Column::new("title", "Titel", &["opgave", "overskrift", "navn", "title"], "Kaffe og højtlæsning")
        .required(),
    Column::new(
        "summary",
        "Kort fortalt",
        &["resume", "kortbeskrivelse", "beskrivelse", "summary"],
        "Læs avisen højt for beboerne.",
    ),
    Column::new("does", "Det skal du lave", &["opgaver", "indhold", "does"], "Lav kaffe | Læs højt"),
    Column::new("offers", "Det får du", &["vitilbyder", "offers"], ""),
    Column::new("expects", "Det forventer vi", &["viforventer", "forventninger", "expects"], ""),
    Column::new("theme", "Tema", &["kategori", "omraade", "theme"], "Socialt"),
    Column::new("target_groups", "Målgrupper", &["maalgruppe", "hvem", "targetgroups"], "Ældre"),
    Column::new("competences", "Godt at kunne", &["kompetencer", "kompetence", "competences"], ""),
    Column::new("day", "Dato", &["dag", "day", "date"], "28-11-2026"),
    Column::new("weekdays", "Ugedage", &["ugedag", "weekdays"], "tirsdag, torsdag"),
    Column::new("start", "Kl. fra", &["starttid", "tidspunkt", "start", "klokken"], "14.00"),
    Column::new("end", "Kl. til", &["sluttid", "end"], "16.00"),
    Column::new("from", "Fra dato", &["startdato", "gyldigfra", "from"], ""),
    Column::new("until", "Til dato", &["slutdato", "gyldigtil", "until"], ""),
    Column::new("hours_per_week", "Timer om ugen", &["timer", "hoursperweek"], ""),
    Column::new("remote", "Hjemmefra", &["remote"], "nej"),
    Column::new("venue", "Sted", &["stednavn", "moedested", "venue"], ""),
    Column::new("address", "Adresse", &["vej", "gade", "address"], "Møllebakken 19"),
    Column::new("postcode", "Postnr.", &["postnummer", "postcode"], "6950"),
    Column::new("places", "Antal frivillige", &["antal", "pladser", "places"], "2"),
    Column::new("min_age", "Mindstealder", &["alder", "minage"], ""),
    Column::new(
        "contact",
        "Kontaktpersonens e-mail",
        &["kontakt", "kontaktperson", "kontaktemail", "kontaktmail", "contact"],
        "proeve@fjordglimt.example",
    ),
    Column::new("boundary_staff", "Det gør de ansatte", &["ansatte", "boundarystaff"], ""),
    Column::new("boundary_volunteers", "Det gør de frivillige", &["frivillige", "boundaryvolunteers"], ""),
    Column::new("boundary_grey", "Det aftales først", &["graazone", "boundarygrey"], ""),
    Column::new("insurance", "Forsikring", &["insurance"], "arbejde"),
    Column::new("requirements", "Krav", &["requirements"], ""),
    Column::new("publish", "Offentliggør", &["offentlig", "publish"], "ja"),
];

/// What is stored already.
struct Known {
    units: Units,
    associations: Associations,
    places: Places,
    by_email: HashMap<Email, PersonId>,
    by_number: HashMap<String, TaskId>,
    tasks: HashMap<TaskId, Task>,
    by_title: HashMap<(Poster, String), Vec<TaskId>>,
    gates: Gates,
    /// Associations that have signed this year's declaration about børneattester.
    declared: HashSet<AssociationId>,
    /// Tasks that a row of this file is already.
    claimed: HashSet<TaskId>,
}

samskab_store::statements! {
    NUMBERS = "select id, number from task where tenant_id = $1 and number is not null";
}

/// At most this many ids are asked for in one query.
const AT_ONCE: usize = 1_000;

/// What identifies a row, as far as it can be read.
struct TaskDraft {
    number: Option<String>,
    poster: Option<Poster>,
    title: Option<String>,
    day: Option<Day>,
}

impl Judge for Known {
    const CODE: &'static str = "tasks";
    const EVENT: &'static str = "task.imported";
    const UNDONE: &'static str = "task.import_undone";
    const COLUMNS: &'static [Column] = &COLUMNS;
    const THINGS: &'static [Thing] = &traces::THINGS;

    type Draft = TaskDraft;
    /// Who posts it, its folded title and its day.
    type Key = (Option<Poster>, String, Option<Day>);
    type Change = (Task, bool);

    async fn look_up(connection: &mut Connection, setting: &Setting) -> Result<Self> {
        let tenant = setting.tenant.id;
        let people = known::everybody(connection, setting).await?;
        let numbers: Vec<(TaskId, String)> = connection.query(&NUMBERS).bind(tenant).all().await?;
        Ok(Self {
            units: Units::read(connection, setting).await?,
            associations: Associations::read(connection, setting).await?,
            places: Places::read(connection, setting).await?,
            by_email: people.into_iter().filter_map(|person| Some((person.email?, person.id))).collect(),
            by_number: numbers.into_iter().map(|(id, number)| (number, id)).collect(),
            tasks: HashMap::new(),
            by_title: HashMap::new(),
            gates: declaration::Settings::of(&setting.tenant).declaration_gates,
            declared: declaration::declared(connection, tenant, setting.now).await?,
            claimed: HashSet::new(),
        })
    }

    fn read(&self, row: &mut Row, setting: &Setting) -> TaskDraft {
        read(&self.units, &self.associations, row, T(setting.locale))
    }

    async fn look_up_said(
        &mut self,
        connection: &mut Connection,
        setting: &Setting,
        said: &[TaskDraft],
    ) -> Result<()> {
        self.tasks = tasks(connection, setting, said, &self.by_number).await?;
        // In one order always: the dry run and the import must find the same.
        let mut ordered: Vec<&Task> = self.tasks.values().collect();
        ordered.sort_by_key(|task| task.id);
        for task in ordered {
            self.by_title.entry((task.poster, folded(&task.title))).or_default().push(task.id);
        }
        Ok(())
    }

    fn same(&self, said: &TaskDraft) -> Option<Same<Self::Key>> {
        let titled = || {
            let title = said.title.as_deref().map(folded).filter(|title| !title.is_empty())?;
            Some(Same::Key("title", (said.poster, title, said.day)))
        };
        said.number.clone().map(Same::Number).or_else(titled)
    }

    fn double(setting: &Setting, _: &Same<Self::Key>, line: u64) -> String {
        T(setting.locale).import_double_task(line.to_string())
    }

    fn judge(
        &mut self,
        _place: usize,
        row: &mut Row,
        said: &TaskDraft,
        setting: &Setting,
    ) -> Outcome<(Task, bool)> {
        judge_row(self, setting, row, said)
    }

    fn touches((task, _): &(Task, bool)) -> Vec<Touched> {
        vec![(traces::TASK, task.id.uuid())]
    }

    async fn write((task, is_new): (Task, bool), tx: &mut Tx) -> Result<()> {
        if is_new { store::add(tx, &task).await } else { store::save(tx, &task).await }
    }
}

/// The tasks that the rows may mean: of the same posters, and those with the same numbers.
async fn tasks(
    connection: &mut Connection,
    setting: &Setting,
    said: &[TaskDraft],
    by_number: &HashMap<String, TaskId>,
) -> Result<HashMap<TaskId, Task>> {
    let tenant = setting.tenant.id;
    let posters: HashSet<Poster> = said.iter().filter_map(|said| said.poster).collect();
    let posters: Vec<Poster> = posters.into_iter().collect();
    let mut tasks: HashMap<TaskId, Task> = HashMap::new();
    for some in posters.chunks(AT_ONCE) {
        let listed = store::list_for_posters(connection, tenant, some).await?;
        tasks.extend(listed.into_iter().map(|task| (task.id, task)));
    }
    let numbered = said.iter().filter_map(|said| by_number.get(said.number.as_deref()?).copied());
    let missing: Vec<TaskId> = numbered.filter(|id| !tasks.contains_key(id)).collect();
    for some in missing.chunks(AT_ONCE) {
        let found = store::find_many(connection, tenant, some).await?;
        tasks.extend(found.into_iter().map(|task| (task.id, task)));
    }
    Ok(tasks)
}

fn read(units: &Units, associations: &Associations, row: &mut Row, t: T) -> TaskDraft {
    let (unit, association) = (row.text("unit", 200), row.text("association", 200));
    let poster = match (unit, association) {
        (Some(unit), None) => {
            let found = units.called(&unit).map(Poster::Unit);
            if found.is_none() {
                row.problem("unit", t.import_unknown_poster(unit));
            }
            found
        }
        (None, Some(association)) => {
            let found = associations.called(&association).map(Poster::Association);
            if found.is_none() {
                row.problem("association", t.import_unknown_poster(association));
            }
            found
        }
        _ => {
            let column = ["unit", "association"].into_iter().find(|column| row.has(column));
            row.problem(column.unwrap_or_default(), t.import_one_poster());
            None
        }
    };
    let said = TaskDraft {
        number: row.text("number", 40),
        poster,
        title: row.required("title", 80),
        // Excel adds midnight to a date. One that is none is said by the form, with all the rest.
        day: row.cell("day").split([' ', 'T']).next().and_then(|day| day.parse().ok()),
    };
    row.name = said.title.clone().unwrap_or_default();
    said
}

impl Known {
    /// The task with its number; else by poster and title, and by the day where the same is done on several.
    fn find(&self, said: &TaskDraft) -> Option<&Task> {
        if let Some(id) = said.number.as_ref().and_then(|number| self.by_number.get(number)) {
            return self.tasks.get(id);
        }
        let same_day = |task: &Task| match &task.time {
            Time::OneOff { day, .. } => said.day == Some(*day),
            _ => said.day.is_none(),
        };
        let titled = self.by_title.get(&(said.poster?, folded(said.title.as_deref()?)))?;
        let free = titled.iter().filter(|id| !self.claimed.contains(id)).filter_map(|id| self.tasks.get(id));
        let mut free = free.filter(|task| said.number.is_none() || task.number.is_none());
        free.find(|task| same_day(task))
    }

    /// Sets the task's place to the poster's own, until the row says another.
    fn at_home(&self, task: &mut Task) {
        match task.poster {
            Poster::Unit(id) => {
                if let Some(unit) = self.units.latest.get(&id) {
                    task.address.clone_from(&unit.address);
                    task.postcode = unit.postcode.parse().ok();
                    task.city.clone_from(&unit.city);
                    task.place = unit.place;
                }
            }
            Poster::Association(id) => {
                if let Some(association) = self.associations.all.get(&id) {
                    task.address.clone_from(&association.address);
                    task.postcode.clone_from(&association.postcode);
                    task.city.clone_from(&association.city);
                    task.place = association.place;
                }
            }
        }
    }

    fn theme(&self, poster: Poster) -> Theme {
        match poster {
            Poster::Unit(_) => Theme::Social,
            Poster::Association(id) => self.associations.all.get(&id).map_or(Theme::Social, |one| one.theme),
        }
    }
}

fn judge_row(known: &mut Known, setting: &Setting, row: &mut Row, said: &TaskDraft) -> Outcome<(Task, bool)> {
    let t = T(setting.locale);
    let (Some(poster), false) = (said.poster, row.is_rejected()) else { return Outcome::Rejected };
    let found = known.find(said).cloned();
    if found.as_ref().is_some_and(|task| task.poster != poster) {
        row.problem(if row.is_empty("unit") { "association" } else { "unit" }, t.import_other_poster());
        return Outcome::Rejected;
    }
    let is_new = found.is_none();
    let base = found.unwrap_or_else(|| {
        let created_by = setting.actor.map(PersonId::from);
        let mut task = Task::draft(setting.new_id(), poster, known.theme(poster), created_by, setting.now);
        known.at_home(&mut task);
        task
    });
    known.claimed.insert(base.id);
    let before = TaskForm::over(&base);
    let mut form = TaskForm::over(&base);
    let contact = contact(known, row, t);
    fill(&mut form, row, t);
    if let Some(contact) = contact {
        form.contact = contact.to_string();
    }
    let publish = row.yes_or_no("publish");
    let contacts: Vec<PersonId> = contact.into_iter().collect();
    let read = form.read(base.clone(), setting.locale, &contacts);
    let mut task = match read {
        Ok(task) if !row.is_rejected() => task,
        Ok(_) => return Outcome::Rejected,
        Err(errors) => {
            for error in errors.0 {
                row.problem(column_of(&error.field), error.message);
            }
            return Outcome::Rejected;
        }
    };
    if form.moves(&base) {
        let place = known.places.of(task.postcode.as_ref());
        task.city = place.map(|place| place.city.clone()).unwrap_or_default();
        task.place = place.map(samskab_organisation::place::Place::point);
    }
    let is_offered = matches!(base.state, State::Open(_) | State::Filled { .. });
    if is_offered && base.moves_to(&task).is_some() {
        row.remark("", t.import_moves());
    }
    row.put("number", &mut task.number, &said.number);
    note_changes(row, before, TaskForm::over(&task));
    let awaits_declaration = task.waits_for_declaration(known.gates)
        && task.poster.association().is_some_and(|association| !known.declared.contains(&association));
    if awaits_declaration && task.begins_to_wait_for_declaration(&base, known.gates) {
        row.problem("target_groups", t.task_form_awaits_declaration());
        return Outcome::Rejected;
    }
    finish(setting, row, is_new, task, publish, awaits_declaration, t)
}

/// An open task's end follows its new days; a task that shall be public is published, when nothing is missing.
fn finish(
    setting: &Setting,
    row: &mut Row,
    is_new: bool,
    task: Task,
    publish: Option<bool>,
    awaits_declaration: bool,
    t: T,
) -> Outcome<(Task, bool)> {
    let settings = Settings::of(&setting.tenant);
    let mut task = if row.changes.is_empty() { task } else { task.edited(&settings, setting.now) };
    let is_draft = matches!(task.state, State::Draft { .. });
    if publish == Some(true) && is_draft {
        let missing = task.missing(setting.now);
        if missing.is_empty() && awaits_declaration {
            row.remark("publish", t.import_awaits_declaration());
        } else if missing.is_empty() {
            task = match task.clone().publish(&settings, setting.now) {
                Ok(open) => {
                    row.put_as("publish", &mut false, Some(true), |yes| {
                        if *yes { t.import_open() } else { t.import_draft() }.to_owned()
                    });
                    open
                }
                Err(_) => task,
            };
        } else {
            let lacks: Vec<&str> = missing.into_iter().map(|missing| missing.message(t)).collect();
            row.remark("publish", t.import_stays_draft(lacks.join(". ")));
        }
    } else if is_draft && is_new {
        row.remark("", t.import_is_draft());
    }
    Outcome::of(row, is_new, (task, is_new))
}

fn contact(known: &Known, row: &mut Row, t: T) -> Option<PersonId> {
    let email = row.email("contact")?;
    let found = known.by_email.get(&email).copied();
    if found.is_none() {
        row.problem("contact", t.import_unknown_contact(email.to_string()));
    }
    found
}

/// The fields of one text each, by their columns, in the order in which a change of them is reported.
fn texts(form: &mut TaskForm) -> [(&'static str, &mut String); 22] {
    [
        ("title", &mut form.title),
        ("summary", &mut form.summary),
        ("does", &mut form.does),
        ("offers", &mut form.offers),
        ("expects", &mut form.expects),
        ("day", &mut form.day),
        ("start", &mut form.start),
        ("end", &mut form.end),
        ("from", &mut form.from),
        ("until", &mut form.until),
        ("hours_per_week", &mut form.hours_per_week),
        ("remote", &mut form.remote),
        ("venue", &mut form.venue),
        ("address", &mut form.address),
        ("postcode", &mut form.postcode),
        ("places", &mut form.places),
        ("min_age", &mut form.min_age),
        ("boundary_staff", &mut form.boundary_staff),
        ("boundary_volunteers", &mut form.boundary_volunteers),
        ("boundary_grey", &mut form.boundary_grey),
        ("insurance", &mut form.insurance),
        ("theme", &mut form.theme),
    ]
}

/// A spreadsheet writes several things in one of these cells, with a bar between them.
const WITH_BARS: [&str; 6] =
    ["does", "offers", "expects", "boundary_staff", "boundary_volunteers", "boundary_grey"];
/// Columns whose words are translated into the form's codes.
const IN_WORDS: [&str; 3] = ["remote", "insurance", "theme"];

/// Types the row into the form. An empty cell leaves what is there.
fn fill(form: &mut TaskForm, row: &mut Row, t: T) {
    for (key, field) in texts(form).into_iter().filter(|(key, _)| !IN_WORDS.contains(key)) {
        if !row.is_empty(key) {
            row.cell(key).clone_into(field);
        }
        if WITH_BARS.contains(&key) {
            *field = field.replace('|', "\n");
        }
    }
    if !row.is_empty("weekdays") {
        form.time_kind = "weekly".to_owned();
        match weekdays(row.cell("weekdays")) {
            Some(days) => form.weekdays = days,
            None => row.problem("weekdays", t.import_bad_weekdays(row.cell("weekdays").to_owned())),
        }
    } else if !row.is_empty("day") {
        form.time_kind = "one_off".to_owned();
    } else if !row.is_empty("hours_per_week") {
        form.time_kind = "flexible".to_owned();
    }
    if let Some(remote) = row.one_of("remote", remote_called, t.import_remote_words()) {
        remote.clone_into(&mut form.remote);
    }
    if let Some(insurance) = row.one_of("insurance", insurance_called, t.import_insurance_words()) {
        insurance.clone_into(&mut form.insurance);
    }
    if let Some((theme, topics)) = row.one_of("theme", theme_called, t.import_theme_words()) {
        form.theme = theme.code().to_owned();
        if form.topics.is_empty() {
            form.topics = topics.split_whitespace().map(str::to_owned).collect();
        }
    }
    several_of(row, "requirements", &mut form.requirements, requirement_called, |said| {
        t.import_bad_requirements(said)
    });
    several_of(row, "target_groups", &mut form.target_groups, target_group_called, |said| {
        let names: Vec<&str> = catalogue::target_groups().iter().map(|one| one.name(t.0)).collect();
        t.import_bad_names(names.join(" | "), said)
    });
    several_of(row, "competences", &mut form.competences, competence_called, |said| {
        let names: Vec<&str> = catalogue::competences().iter().map(|one| one.name(t.0)).collect();
        t.import_bad_names(names.join(" | "), said)
    });
}

/// Things of the catalogue, called by their names in one cell, with bars or commas between them; some names
/// have a comma of their own. `wrong` gets the first that is not known.
fn several_of(
    row: &mut Row,
    key: &str,
    field: &mut Vec<String>,
    called: impl Fn(&str) -> Option<&'static str>,
    wrong: impl Fn(&str) -> String,
) {
    if row.is_empty(key) {
        return;
    }
    let between_bars = row.cell(key).split(['|', '\n']);
    let said = between_bars.flat_map(|part| match called(&plain(part)) {
        Some(_) => vec![part],
        None => part.split(',').collect(),
    });
    let found = said
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| called(&plain(name)).map(str::to_owned).ok_or(name))
        .collect::<Result<_, _>>();
    match found {
        Ok(keys) => *field = keys,
        Err(name) => {
            let message = wrong(name);
            row.problem(key, message);
        }
    }
}

/// The column for a field of the form, where it has another name.
fn column_of(field: &str) -> &str {
    match field {
        "time_kind" | "end_day" => "day",
        "hours_note" => "hours_per_week",
        other => other,
    }
}

/// Field by field what became another; the form's own words, so that the report reads like the form.
fn note_changes(row: &mut Row, mut before: TaskForm, mut after: TaskForm) {
    for ((key, before), (_, after)) in texts(&mut before).into_iter().zip(texts(&mut after)) {
        row.put(key, before, &Some(after.clone()));
    }
    for (key, before, after) in [
        ("weekdays", &mut before.weekdays, after.weekdays),
        ("requirements", &mut before.requirements, after.requirements),
        ("target_groups", &mut before.target_groups, after.target_groups),
        ("competences", &mut before.competences, after.competences),
    ] {
        row.put_as(key, before, Some(after), |keys| keys.join(" "));
    }
    if before.contact != after.contact {
        // Who, not the id: the cell says it.
        let said = row.cell("contact").to_owned();
        row.put("contact", &mut String::new(), &Some(said));
    }
}

#[cfg(test)]
mod tests;
