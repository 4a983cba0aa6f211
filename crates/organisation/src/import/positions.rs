//! Positions and who holds them from a file, one row a person in a position.
//!
//! Nothing is overwritten: somebody new in a position is a new appointment, and the one before ends
//! the day before (RS-10).

use std::collections::{HashMap, HashSet};

use samskab_kernel::{
    Day, Validity,
    contact::{Email, Phone},
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::module::BoxFuture;

use super::{
    Column, Kind, Outcome, Row, Setting,
    known::{self, Somebody, Units, folded},
};
use crate::{
    T,
    person::{self, Person, PersonId},
    position::{AppointmentId, Capacity, Position, PositionId, PositionKind, store},
    unit::UnitId,
};

crate::imported_event!(PositionsImported, "position.imported");
crate::register_import!(POSITIONS);

pub static POSITIONS: Kind = Kind {
    code: "positions",
    place: 2,
    columns: &COLUMNS,
    texts: |locale, key| T(locale).get(key),
    judge,
    record: PositionsImported::record,
};

static COLUMNS: [Column; 9] = [
    Column::new("unit", "Enhedsnr", &["enhed", "enhedsnummer", "nr", "unit"], "5").required(),
    Column::new("role", "Rolle", &["funktion", "role"], "lokal kontaktperson").required(),
    Column::new("title", "Titel", &["stilling", "stillingsbetegnelse", "title"], "Aktivitetsmedarbejder"),
    Column::new("name", "Navn", &["person", "medarbejder", "name"], "Prøve Testesen").required(),
    Column::new(
        "email",
        "E-mail",
        &["mail", "epost", "mailadresse", "emailadresse"],
        "proeve@fjordglimt.example",
    ),
    Column::new("phone", "Telefon", &["tlf", "mobil", "telefonnr", "phone"], "12 34 56 78"),
    Column::new("from", "Fra", &["gyldigfra", "fradato", "startdato", "from"], "01-01-2026"),
    Column::new("to", "Til", &["gyldigtil", "tildato", "slutdato", "to"], ""),
    Column::new("deputy", "Stedfortræder", &["erstedfortraeder", "vikar", "deputy"], "nej"),
];

samskab_store::statements! {
    EVERY_POSITION = "select id, unit_id, kind, title, valid_to from position where tenant_id = $1 order by valid_from, id";
    EVERY_APPOINTMENT = "select id, position_id, person_id, capacity, valid_from, valid_to
                         from appointment where tenant_id = $1 order by valid_from, id";
    SET_PHONE = "update person set phone = $3 where tenant_id = $1 and id = $2";
}

#[derive(sqlx::FromRow)]
struct KnownPosition {
    id: PositionId,
    unit_id: UnitId,
    kind: PositionKind,
    title: String,
    valid_to: Option<Day>,
}

#[derive(Clone, sqlx::FromRow)]
struct KnownAppointment {
    id: AppointmentId,
    position_id: PositionId,
    person_id: PersonId,
    capacity: Capacity,
    valid_from: Day,
    valid_to: Option<Day>,
}

impl KnownAppointment {
    fn validity(&self) -> Validity {
        Validity { from: self.valid_from, to: self.valid_to }
    }
}

struct Said {
    unit: Option<String>,
    role: Option<PositionKind>,
    title: String,
    name: Option<String>,
    email: Option<Email>,
    phone: Option<Phone>,
    from: Option<Day>,
    to: Option<Day>,
    capacity: Capacity,
}

fn role_called(text: &str) -> Option<PositionKind> {
    Some(match text {
        "administrator" | "systemadministrator" => PositionKind::Administrator,
        "centralkoordinator"
        | "koordinator"
        | "frivillighedskoordinator"
        | "centralfrivillighedskoordinator"
        | "centralcoordinator" => PositionKind::CentralCoordinator,
        "referencedirektoer" | "direktoer" | "referencedirector" => PositionKind::ReferenceDirector,
        "leder" | "enhedsleder" | "institutionsleder" | "unitleader" => PositionKind::UnitLeader,
        "noegleperson" | "noeglemedarbejder" | "keyperson" => PositionKind::KeyPerson,
        "kontaktperson" | "lokalkontaktperson" | "localcontact" => PositionKind::LocalContact,
        "ambassadoer" | "frivillighedsambassadoer" | "ambassador" => PositionKind::Ambassador,
        "ambassadoerteam" | "frivillighedsambassadoerteam" | "ambassadorteam" => PositionKind::AmbassadorTeam,
        _ => return None,
    })
}

const ROLES: &str = "central frivillighedskoordinator, referencedirektør, leder, nøgleperson, lokal kontaktperson, ambassadør, ambassadørteam";

fn read(row: &mut Row, t: T) -> Said {
    let role_text = row.cell("role").to_owned();
    for key in ["unit", "role"] {
        if row.is_empty(key) {
            row.problem(key, t.import_missing());
        }
    }
    let said = Said {
        unit: row.text("unit", 200),
        role: row.one_of("role", role_called, ROLES),
        title: row.text("title", 200).unwrap_or(role_text),
        name: row.required("name", 120),
        email: row.email("email"),
        phone: row.phone("phone"),
        from: row.day("from"),
        to: row.day("to"),
        capacity: if row.yes_or_no("deputy") == Some(true) { Capacity::Deputy } else { Capacity::Holder },
    };
    row.name = match &said.name {
        Some(name) => format!("{name}, {}", said.title),
        None => said.title.clone(),
    };
    if let (Some(from), Some(to)) = (said.from, said.to)
        && to < from
    {
        row.problem("to", t.import_ends_before_it_begins());
    }
    said
}

/// What is here, and what the rows so far have made of it.
struct Known {
    units: Units,
    /// By unit, role and folded title.
    positions: HashMap<(UnitId, PositionKind, String), Vec<PositionId>>,
    appointments: HashMap<PositionId, Vec<KnownAppointment>>,
    people: HashMap<PersonId, Somebody>,
    by_email: HashMap<Email, PersonId>,
    /// Appointments that this file itself says.
    of_file: HashSet<AppointmentId>,
}

impl Known {
    async fn read(connection: &mut Connection, setting: &Setting) -> Result<Self> {
        let tenant = setting.tenant.id;
        let mut positions: HashMap<_, Vec<PositionId>> = HashMap::new();
        for position in connection.query(&EVERY_POSITION).bind(tenant).all::<KnownPosition>().await? {
            if position.valid_to.is_none() {
                let key = (position.unit_id, position.kind, folded(&position.title));
                positions.entry(key).or_default().push(position.id);
            }
        }
        let mut appointments: HashMap<_, Vec<KnownAppointment>> = HashMap::new();
        for appointment in connection.query(&EVERY_APPOINTMENT).bind(tenant).all::<KnownAppointment>().await?
        {
            appointments.entry(appointment.position_id).or_default().push(appointment);
        }
        let people = known::everybody(connection, setting).await?;
        Ok(Self {
            units: Units::read(connection, setting).await?,
            positions,
            appointments,
            by_email: people.iter().filter_map(|person| Some((person.email.clone()?, person.id))).collect(),
            people: people.into_iter().map(|person| (person.id, person)).collect(),
            of_file: HashSet::new(),
        })
    }

    fn of_position(&self, position: PositionId) -> &[KnownAppointment] {
        self.appointments.get(&position).map_or(&[], Vec::as_slice)
    }

    /// By the e-mail address; without one, only somebody of that name in one of these positions.
    fn person(&self, said: &Said, positions: &[PositionId]) -> Option<PersonId> {
        match &said.email {
            Some(email) => self.by_email.get(email).copied(),
            None => {
                let name = folded(said.name.as_deref()?);
                let appointed = positions.iter().flat_map(|position| self.of_position(*position));
                appointed
                    .map(|one| one.person_id)
                    .find(|id| self.people.get(id).is_some_and(|p| folded(&p.name) == name))
            }
        }
    }
}

/// The steps a row takes, in order.
#[derive(Default)]
struct Steps {
    person: Option<Person>,
    phone: Option<(PersonId, Phone)>,
    position: Option<Position>,
    end: Vec<(AppointmentId, Day)>,
    appoint: Option<(PositionId, PersonId, Capacity, Validity)>,
}

impl Steps {
    async fn take(self, tx: &mut Tx) -> Result<()> {
        let tenant = tx.tenant();
        if let Some(person) = &self.person {
            person::store::add(tx, person).await?;
        }
        if let Some((person, phone)) = self.phone {
            tx.query(&SET_PHONE).bind(tenant).bind(person).bind(phone).execute().await?;
        }
        if let Some(position) = &self.position {
            store::add(tx, position).await?;
        }
        for (appointment, last_day) in self.end {
            store::end_appointment(tx, appointment, last_day).await?;
        }
        if let Some((position, person, capacity, validity)) = self.appoint {
            store::appoint(tx, position, person, capacity, validity).await?;
        }
        Ok(())
    }
}

fn judge<'a>(
    connection: &'a mut Connection,
    setting: &'a Setting,
    rows: &'a mut [Row],
) -> BoxFuture<'a, Result<Vec<Outcome>>> {
    Box::pin(async move {
        let mut known = Known::read(connection, setting).await?;
        let t = T(setting.locale);
        let said: Vec<Said> = rows.iter_mut().map(|row| read(row, t)).collect();
        let mut seen = HashMap::new();
        Ok(rows
            .iter_mut()
            .zip(said)
            .map(|(row, said)| judge_row(&mut known, &mut seen, setting, row, &said))
            .collect())
    })
}

fn judge_row(
    known: &mut Known,
    seen: &mut HashMap<(UnitId, PositionKind, String, String, Option<Day>), u64>,
    setting: &Setting,
    row: &mut Row,
    said: &Said,
) -> Outcome {
    let t = T(setting.locale);
    let found = said.unit.as_deref().map(|text| (text, known.units.called(text)));
    if let Some((text, None)) = found {
        row.problem("unit", t.import_unknown_unit(text));
    }
    let unit = found.and_then(|(_, unit)| unit);
    if let (Some(unit), Some(role)) = (unit, said.role) {
        let level = known.units.latest[&unit].level;
        if !role.stands_on(level) {
            row.problem("role", t.import_role_on_wrong_level(level.number()));
        }
    }
    let (Some(unit), Some(role), Some(name), false) = (unit, said.role, &said.name, row.is_rejected()) else {
        return Outcome::Rejected;
    };
    let who = said.email.as_ref().map_or_else(|| folded(name), ToString::to_string);
    let once = (unit, role, folded(&said.title), who, said.from);
    if let Some(line) = seen.insert(once, row.line) {
        row.problem("name", t.import_double(line.to_string()));
        return Outcome::Rejected;
    }
    appoint(known, setting, row, said, (unit, role, name))
}

fn appoint(
    known: &mut Known,
    setting: &Setting,
    row: &mut Row,
    said: &Said,
    at: (UnitId, PositionKind, &str),
) -> Outcome {
    let t = T(setting.locale);
    let (unit, role, name) = at;
    let key = (unit, role, folded(&said.title));
    let candidates = known.positions.get(&key).cloned().unwrap_or_default();
    let mut steps = Steps::default();

    let found = known.person(said, &candidates);
    let person = found.unwrap_or_else(|| setting.new_id());
    let validity = Validity { from: said.from.unwrap_or_else(|| setting.today()), to: said.to };
    let is_same = |one: &&KnownAppointment| {
        one.person_id == person
            && one.capacity == said.capacity
            && (said.from.is_none() || one.validity().overlaps(&validity))
    };
    // Appointed already: at most the end is new.
    let appointed =
        candidates.iter().flat_map(|position| known.of_position(*position)).rfind(is_same).cloned();
    note_person(known, setting, row, said, (person, name, found.is_none()), &mut steps);
    if let Some(appointed) = appointed {
        known.of_file.insert(appointed.id);
        if let Some(to) = said.to.filter(|to| Some(*to) != appointed.valid_to) {
            if to < appointed.valid_from || appointed.valid_to.is_some_and(|end| end < to) {
                row.problem(
                    "to",
                    t.import_end_not_moved_back(
                        setting.locale.day(appointed.valid_to.unwrap_or(appointed.valid_from)),
                    ),
                );
                return Outcome::Rejected;
            }
            let mut end = appointed.valid_to;
            row.put_optional("to", &mut end, Some(to), |day| setting.locale.day(*day));
            steps.end.push((appointed.id, to));
        }
        if row.changes.is_empty() {
            return Outcome::Unchanged;
        }
        return Outcome::changed(move |tx: &mut Tx| -> BoxFuture<'_, Result<()>> {
            Box::pin(steps.take(tx))
        });
    }

    if validity.to.is_some_and(|to| to < validity.from) {
        row.problem("to", t.import_ends_before_it_begins());
        return Outcome::Rejected;
    }
    let position = choose(known, said, role, &candidates, validity);
    let position = position.unwrap_or_else(|| {
        let id = setting.new_id();
        // A position is as old as its first holder.
        steps.position = Some(Position::new(id, unit, role, said.title.clone(), validity.from));
        known.positions.entry(key).or_default().push(id);
        id
    });
    if said.capacity == Capacity::Holder && !role.has_several_holders() {
        succeed(known, row, position, validity, &mut steps, t);
    }
    let appointment = KnownAppointment {
        id: setting.new_id(),
        position_id: position,
        person_id: person,
        capacity: said.capacity,
        valid_from: validity.from,
        valid_to: validity.to,
    };
    known.of_file.insert(appointment.id);
    known.appointments.entry(position).or_default().push(appointment);
    steps.appoint = Some((position, person, said.capacity, validity));
    row.changes.clear();
    Outcome::added(move |tx: &mut Tx| -> BoxFuture<'_, Result<()>> { Box::pin(steps.take(tx)) })
}

/// Somebody new, or a known person's new telephone. A name is not changed by a file of positions:
/// it belongs to the person (Min profil).
fn note_person(
    known: &mut Known,
    setting: &Setting,
    row: &mut Row,
    said: &Said,
    (id, name, is_new): (PersonId, &str, bool),
    steps: &mut Steps,
) {
    if is_new {
        let mut person = Person::new(id, name, said.email.clone(), setting.now);
        person.phone.clone_from(&said.phone);
        let seen =
            Somebody { id, name: name.to_owned(), email: said.email.clone(), phone: said.phone.clone() };
        known.people.insert(id, seen);
        if let Some(email) = &said.email {
            known.by_email.insert(email.clone(), id);
        }
        steps.person = Some(person);
    } else if let Some(person) = known.people.get_mut(&id) {
        if folded(&person.name) != folded(name) {
            row.remark("name", T(setting.locale).import_other_name(person.name.as_str()));
        }
        row.put_optional("phone", &mut person.phone, said.phone.clone(), Phone::spaced);
        if !row.changes.is_empty() {
            steps.phone = person.phone.clone().map(|phone| (id, phone));
        }
    }
}

/// The position meant: the only one of that title; where there are several (RS-16), the one that is
/// free. A holder whom this very file names is not pushed out by the next row: there are two positions.
fn choose(
    known: &Known,
    said: &Said,
    role: PositionKind,
    candidates: &[PositionId],
    validity: Validity,
) -> Option<PositionId> {
    if said.capacity == Capacity::Deputy || role.has_several_holders() {
        return candidates.first().copied();
    }
    let taken = |position: &PositionId, by_file: bool| {
        known.of_position(*position).iter().any(|one| {
            one.capacity == Capacity::Holder
                && one.validity().overlaps(&validity)
                && (!by_file || known.of_file.contains(&one.id))
        })
    };
    let free = candidates.iter().find(|position| !taken(position, false));
    free.or_else(|| candidates.iter().find(|position| !taken(position, true))).copied()
}

/// Whoever holds the position ends the day before (RS-10).
fn succeed(
    known: &mut Known,
    row: &mut Row,
    position: PositionId,
    validity: Validity,
    steps: &mut Steps,
    t: T,
) {
    let last_day = validity.from.plus_days(-1);
    for before in known.appointments.entry(position).or_default() {
        if before.capacity == Capacity::Holder && before.validity().overlaps(&validity) {
            if let Some(person) = known.people.get(&before.person_id) {
                row.remark("name", t.import_succeeds(person.name.as_str()));
            }
            steps.end.push((before.id, last_day));
            before.valid_to = Some(last_day);
        }
    }
}
