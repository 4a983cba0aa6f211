//! Tasks from a file. A row is read as if somebody had typed it into the form, so that the same rules
//! hold and the same words say what is wrong.

use std::collections::{HashMap, HashSet};

use samskab_kernel::{Day, contact::Email, danish::fold};
use samskab_organisation::{
    answering::Poster,
    association::{AssociationId, Theme},
    import::{
        Column, Kind, Outcome, Row, Setting,
        column::plain,
        known::{self, Associations, Places, Units, folded, theme_called},
    },
    person::PersonId,
    register_import,
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::module::BoxFuture;

use super::{Settings, State, Task, TaskId, Time, form::TaskForm, store};
use crate::{
    T, catalogue,
    requirement::{
        Settings as Requirements,
        declaration::{self, Gates},
    },
};

samskab_organisation::imported_event!(TasksImported, "task.imported");
register_import!(TASKS);

pub static TASKS: Kind = Kind {
    code: "tasks",
    place: 4,
    columns: &COLUMNS,
    texts: |locale, key| T(locale).get(key),
    judge,
    record: TasksImported::record,
};

/// Where a column is a field of the form it has the field's name.
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

/// What is here already.
struct Known {
    units: Units,
    associations: Associations,
    places: Places,
    by_email: HashMap<Email, PersonId>,
    by_number: HashMap<String, TaskId>,
    tasks: HashMap<TaskId, Task>,
    by_title: HashMap<(Poster, String), Vec<TaskId>>,
    gates: Gates,
    /// Those that have given this year's word about børneattester.
    declared: HashSet<AssociationId>,
}

samskab_store::statements! {
    NUMBERS = "select id, number from task where tenant_id = $1 and number is not null";
}

/// So many ids are asked for at once.
const AT_ONCE: usize = 1_000;

/// What identifies a row, as far as it can be read.
struct Said {
    number: Option<String>,
    poster: Option<Poster>,
    title: Option<String>,
    day: Option<Day>,
}

fn judge<'a>(
    connection: &'a mut Connection,
    setting: &'a Setting,
    rows: &'a mut [Row],
) -> BoxFuture<'a, Result<Vec<Outcome>>> {
    Box::pin(async move {
        let t = T(setting.locale);
        let units = Units::read(connection, setting).await?;
        let associations = Associations::read(connection, setting).await?;
        let said: Vec<Said> = rows.iter_mut().map(|row| read(&units, &associations, row, t)).collect();
        let people = known::everybody(connection, setting).await?;
        let numbers: Vec<(TaskId, String)> = connection.query(&NUMBERS).bind(setting.tenant.id).all().await?;
        let by_number: HashMap<String, TaskId> =
            numbers.into_iter().map(|(id, number)| (number, id)).collect();
        let tasks = tasks(connection, setting, &said, &by_number).await?;
        let mut by_title: HashMap<_, Vec<TaskId>> = HashMap::new();
        // In one order always: the dry run and the import must find the same.
        let mut ordered: Vec<&Task> = tasks.values().collect();
        ordered.sort_by_key(|task| task.id);
        for task in ordered {
            by_title.entry((task.poster, folded(&task.title))).or_default().push(task.id);
        }
        let known = Known {
            units,
            associations,
            places: Places::read(connection, setting).await?,
            by_email: people.into_iter().filter_map(|person| Some((person.email?, person.id))).collect(),
            by_number,
            tasks,
            by_title,
            gates: Requirements::of(&setting.tenant).declaration_gates,
            declared: declaration::declared(connection, setting.tenant.id, setting.now).await?,
        };
        refuse_doubles(rows, &said, t);
        let mut claimed = HashSet::new();
        Ok(rows
            .iter_mut()
            .zip(&said)
            .map(|(row, said)| judge_row(&known, &mut claimed, setting, row, said))
            .collect())
    })
}

/// The tasks that the rows may mean: of the same posters, and those with the same numbers.
async fn tasks(
    connection: &mut Connection,
    setting: &Setting,
    said: &[Said],
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

fn read(units: &Units, associations: &Associations, row: &mut Row, t: T) -> Said {
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
            row.problem(if row.has("unit") { "unit" } else { "association" }, t.import_one_poster());
            None
        }
    };
    let said = Said {
        number: row.text("number", 40),
        poster,
        title: row.required("title", 80),
        // Excel adds midnight to a date. One that is none is said by the form, with all the rest.
        day: row.cell("day").split([' ', 'T']).next().and_then(|day| day.parse().ok()),
    };
    row.name = said.title.clone().unwrap_or_default();
    said
}

/// What makes two rows the same task: its number, or who posts it, its title and its day.
type Likeness<'r> = (Option<&'r str>, Option<Poster>, String, Option<Day>);

fn refuse_doubles(rows: &mut [Row], said: &[Said], t: T) {
    let mut first: HashMap<Likeness<'_>, u64> = HashMap::new();
    for (row, said) in rows.iter_mut().zip(said) {
        let title = said.title.as_deref().map(folded).unwrap_or_default();
        let key = match said.number.as_deref() {
            Some(number) => (Some(number), None, String::new(), None),
            None if title.is_empty() => continue,
            None => (None, said.poster, title, said.day),
        };
        match first.get(&key) {
            Some(line) => {
                row.problem(
                    if said.number.is_some() { "number" } else { "title" },
                    t.import_double_task(line.to_string()),
                );
            }
            None => drop(first.insert(key, row.line)),
        }
    }
}

impl Known {
    /// By its number; else by poster and title, and by the day where the same is done on several.
    fn find(&self, said: &Said, claimed: &HashSet<TaskId>) -> Option<&Task> {
        if let Some(id) = said.number.as_ref().and_then(|number| self.by_number.get(number)) {
            return self.tasks.get(id);
        }
        let same_day = |task: &Task| match &task.time {
            Time::OneOff { day, .. } => said.day == Some(*day),
            _ => said.day.is_none(),
        };
        let titled = self.by_title.get(&(said.poster?, folded(said.title.as_deref()?)))?;
        let free = titled.iter().filter(|id| !claimed.contains(id)).filter_map(|id| self.tasks.get(id));
        let mut free = free.filter(|task| said.number.is_none() || task.number.is_none());
        free.find(|task| same_day(task))
    }

    /// Where the one who posts is: the task's place until it says another.
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

fn judge_row(
    known: &Known,
    claimed: &mut HashSet<TaskId>,
    setting: &Setting,
    row: &mut Row,
    said: &Said,
) -> Outcome {
    let t = T(setting.locale);
    let (Some(poster), false) = (said.poster, row.is_rejected()) else { return Outcome::Rejected };
    let found = known.find(said, claimed);
    if found.is_some_and(|task| task.poster != poster) {
        row.problem(if row.is_empty("unit") { "association" } else { "unit" }, t.import_other_poster());
        return Outcome::Rejected;
    }
    let base = found.cloned().unwrap_or_else(|| {
        let created_by = setting.actor.map(PersonId::from);
        let mut task = Task::draft(setting.new_id(), poster, known.theme(poster), created_by, setting.now);
        known.at_home(&mut task);
        task
    });
    claimed.insert(base.id);
    let before = TaskForm::from(&base);
    let mut form = TaskForm::from(&base);
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
    row.put_optional("number", &mut task.number, said.number.clone(), String::clone);
    note_changes(row, before, TaskForm::from(&task));
    let awaits_declaration = declaration::waits_for(known.gates, &task)
        && task.poster.association().is_some_and(|association| !known.declared.contains(&association));
    if awaits_declaration && declaration::begins_to_wait(known.gates, &base, &task) {
        row.problem("target_groups", t.task_form_awaits_declaration());
        return Outcome::Rejected;
    }
    finish(setting, row, found.is_none(), task, publish, awaits_declaration, t)
}

/// What is open follows its new days; what shall be public is, when nothing is missing.
fn finish(
    setting: &Setting,
    row: &mut Row,
    is_new: bool,
    task: Task,
    publish: Option<bool>,
    awaits_declaration: bool,
    t: T,
) -> Outcome {
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
                    row.put("publish", &mut false, Some(true), |yes| {
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
    if is_new {
        Outcome::added(move |tx: &mut Tx| -> BoxFuture<'_, Result<()>> {
            Box::pin(async move { store::add(tx, &task).await })
        })
    } else if row.changes.is_empty() {
        Outcome::Unchanged
    } else {
        Outcome::changed(move |tx: &mut Tx| -> BoxFuture<'_, Result<()>> {
            Box::pin(async move { store::save(tx, &task).await })
        })
    }
}

fn contact(known: &Known, row: &mut Row, t: T) -> Option<PersonId> {
    let email = row.email("contact")?;
    let found = known.by_email.get(&email).copied();
    if found.is_none() {
        row.problem("contact", t.import_unknown_contact(email.to_string()));
    }
    found
}

/// Types the row into the form. An empty cell leaves what is there.
fn fill(form: &mut TaskForm, row: &mut Row, t: T) {
    let type_in = |row: &Row, key: &str, field: &mut String| {
        if !row.is_empty(key) {
            row.cell(key).clone_into(field);
        }
    };
    type_in(row, "title", &mut form.title);
    type_in(row, "summary", &mut form.summary);
    for (key, field) in [
        ("does", &mut form.does),
        ("offers", &mut form.offers),
        ("expects", &mut form.expects),
        ("boundary_staff", &mut form.boundary_staff),
        ("boundary_volunteers", &mut form.boundary_volunteers),
        ("boundary_grey", &mut form.boundary_grey),
    ] {
        type_in(row, key, field);
        // A spreadsheet writes several things in one cell with a bar between them.
        *field = field.replace('|', "\n");
    }
    for (key, field) in [
        ("day", &mut form.day),
        ("start", &mut form.start),
        ("end", &mut form.end),
        ("from", &mut form.from),
        ("until", &mut form.until),
        ("hours_per_week", &mut form.hours_per_week),
        ("venue", &mut form.venue),
        ("address", &mut form.address),
        ("postcode", &mut form.postcode),
        ("places", &mut form.places),
        ("min_age", &mut form.min_age),
    ] {
        type_in(row, key, field);
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

/// `tirsdag, torsdag`, `ti to`, `2 4`: as the form has them.
fn weekdays(text: &str) -> Option<Vec<String>> {
    const DAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "loerdag", "soendag"];
    let text = fold(text);
    if matches!(text.as_str(), "hverdage" | "alle hverdage") {
        return Some((1..=5).map(|day: u8| day.to_string()).collect());
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "og");
    let day = |word: &str| {
        let word = word.strip_suffix('e').filter(|word| word.ends_with("dag")).unwrap_or(word);
        let by_name =
            DAYS.iter().position(|day| word.len() >= 2 && day.starts_with(word)).map(|place| place + 1);
        by_name.or_else(|| word.parse().ok().filter(|day| (1..=7).contains(day))).map(|day| day.to_string())
    };
    let days: Option<Vec<String>> = words.map(day).collect();
    days.filter(|days| !days.is_empty())
}

fn remote_called(text: &str) -> Option<&'static str> {
    Some(match text {
        "nej" | "no" | "onsite" => "on_site",
        "delvist" | "delvis" | "partly" => "partly",
        "ja" | "yes" | "hjemmefra" | "remote" => "remote",
        _ => return None,
    })
}

fn insurance_called(text: &str) -> Option<&'static str> {
    let named = |words: &&catalogue::InsuranceWords| plain(&words.key) == text;
    if let Some(words) = catalogue::insurance_classes().iter().find(named) {
        return Some(words.key.as_str());
    }
    Some(match text {
        "arbejde" | "frivilligtarbejde" | "arbejdsskade" => "work",
        "indsats" | "frivilligindsats" | "18a" | "kommunen" => "effort_18a",
        "forening" | "foreningen" | "foreningensforsikring" => "association",
        "egen" | "selv" => "own",
        "uafklaret" | "ikkeafklaret" => "unclear",
        _ => return None,
    })
}

fn requirement_called(text: &str) -> Option<&'static str> {
    Some(match text {
        "boerneattest" => "childrens_certificate",
        "tavshedspligt" | "tavshed" => "confidentiality",
        "kursus" => "course",
        "introduktion" | "intro" => "introduction",
        "informationsmoede" | "infomoede" => "information_meeting",
        "koerekort" => "driving_licence",
        other => catalogue::requirements()
            .iter()
            .map(|words| words.key.as_str())
            .find(|key| plain(key) == other)?,
    })
}

fn target_group_called(text: &str) -> Option<&'static str> {
    let all = catalogue::target_groups().iter();
    called(text, all.map(|one| (one.key.as_str(), [&one.key, &one.da, &one.en], one.words_da.as_slice())))
}

fn competence_called(text: &str) -> Option<&'static str> {
    let all = catalogue::competences().iter();
    called(text, all.map(|one| (one.key.as_str(), [&one.key, &one.da, &one.en], one.words.as_slice())))
}

/// What goes by its own name, “at” or not; else by an everyday word that nothing else goes by.
fn called<'k>(
    text: &str,
    all: impl Iterator<Item = (&'k str, [&'k String; 3], &'k [String])> + Clone,
) -> Option<&'k str> {
    let is_name = |name: &&String| {
        let name = plain(name);
        name == text || name.strip_prefix("at") == Some(text)
    };
    let named = all.clone().find(|(_, names, _)| names.iter().any(is_name));
    named.map(|(key, ..)| key).or_else(|| {
        let mut by_word = all.filter(|(.., words)| words.iter().any(|word| plain(word) == text));
        by_word.next().filter(|_| by_word.next().is_none()).map(|(key, ..)| key)
    })
}

/// The column in which a field of the form stands, where it has another name.
fn column_of(field: &str) -> &str {
    match field {
        "time_kind" | "end_day" => "day",
        "hours_note" => "hours_per_week",
        other => other,
    }
}

/// Field by field what became another; the form's own words, so that the report reads like the form.
fn note_changes(row: &mut Row, before: TaskForm, after: TaskForm) {
    let list = |texts: &Vec<String>| texts.join(" ");
    macro_rules! compare {
        ($($field:ident),+) => {$(
            row.put(stringify!($field), &mut before.$field.clone(), Some(after.$field.clone()), String::clone);
        )+};
    }
    compare!(
        title,
        summary,
        does,
        offers,
        expects,
        day,
        start,
        end,
        from,
        until,
        hours_per_week,
        remote,
        venue,
        address,
        postcode,
        places,
        min_age,
        boundary_staff,
        boundary_volunteers,
        boundary_grey,
        insurance,
        theme
    );
    row.put("weekdays", &mut before.weekdays.clone(), Some(after.weekdays), list);
    row.put("requirements", &mut before.requirements.clone(), Some(after.requirements), list);
    row.put("target_groups", &mut before.target_groups.clone(), Some(after.target_groups), list);
    row.put("competences", &mut before.competences.clone(), Some(after.competences), list);
    if before.contact != after.contact {
        // Who, not the id: the cell says it.
        let said = row.cell("contact").to_owned();
        row.put("contact", &mut String::new(), Some(said), String::clone);
    }
}

#[cfg(test)]
mod tests;
