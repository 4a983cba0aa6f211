//! Positions and who holds them from a file, one row a person in a position.
//!
//! Nothing is overwritten: somebody new in a position is a new appointment, and the one before ends
//! the day before (RS-10).

use std::collections::{HashMap, HashSet};

use samskab_import::{Column, Judge, Outcome, Row, Same, Setting, Thing, Touched, column::folded};
use samskab_kernel::{
    Day, Validity,
    contact::{Email, Phone},
};
use samskab_store::{Connection, Result, Tx};

use super::{
    known::{self, Somebody, Units},
    traces::{APPOINTMENT, OF_POSITIONS, PERSON, POSITION},
};
use crate::{
    T,
    person::{self, Person, PersonId},
    position::{AppointmentId, Capacity, Position, PositionId, PositionKind, store},
    unit::UnitId,
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

#[derive(samskab_store::Row)]
struct KnownPosition {
    id: PositionId,
    unit_id: UnitId,
    kind: PositionKind,
    title: String,
    valid_to: Option<Day>,
}

#[derive(Clone, samskab_store::Row)]
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

pub(super) struct PositionDraft {
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

fn read(row: &mut Row) -> PositionDraft {
    let role_text = row.cell("role").to_owned();
    for key in ["unit", "role"] {
        row.require(key);
    }
    let said = PositionDraft {
        unit: row.text("unit", 200),
        role: row.one_of("role", role_called, T(row.locale()).import_roles()),
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
    row.ends_after(said.from, said.to);
    said
}

/// The positions here, and what the rows so far have made of them.
pub(super) struct Known {
    units: Units,
    /// By unit, role and folded title.
    positions: HashMap<(UnitId, PositionKind, String), Vec<PositionId>>,
    appointments: HashMap<PositionId, Vec<KnownAppointment>>,
    people: HashMap<PersonId, Somebody>,
    by_email: HashMap<Email, PersonId>,
    /// Whether the one who sent the file may say who is an administrator.
    may_administer: bool,
    /// Appointments that this file itself says.
    of_file: HashSet<AppointmentId>,
    /// The last line in which somebody is said to hold a position from a day.
    seen: HashMap<(UnitId, PositionKind, String, String, Option<Day>), u64>,
}

impl Judge for Known {
    const CODE: &'static str = "positions";
    const EVENT: &'static str = "position.imported";
    const UNDONE: &'static str = "position.import_undone";
    const COLUMNS: &'static [Column] = &COLUMNS;
    const THINGS: &'static [Thing] = &OF_POSITIONS;

    type Draft = PositionDraft;
    type Key = ();
    type Change = Steps;

    async fn look_up(connection: &mut Connection, setting: &Setting) -> Result<Self> {
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
        let administrators = store::administrators(connection, tenant, setting.today()).await?;
        let mut today: Vec<PersonId> = Vec::new();
        today.extend(
            administrators.iter().filter(|one| one.valid_from <= setting.today()).map(|one| one.person_id),
        );
        Ok(Self {
            // The command line is for whoever runs the installation.
            may_administer: setting
                .actor
                .is_none_or(|actor| today.is_empty() || today.contains(&actor.into())),
            units: Units::read(connection, setting).await?,
            positions,
            appointments,
            by_email: people.iter().filter_map(|person| Some((person.email.clone()?, person.id))).collect(),
            people: people.into_iter().map(|person| (person.id, person)).collect(),
            of_file: HashSet::new(),
            seen: HashMap::new(),
        })
    }

    fn read(&self, row: &mut Row, _: &Setting) -> PositionDraft {
        read(row)
    }

    /// Told when the unit is found: two rows may call it by two names.
    fn same(&self, _: &PositionDraft) -> Option<Same<()>> {
        None
    }

    fn judge(&mut self, _: usize, row: &mut Row, said: &PositionDraft, setting: &Setting) -> Outcome<Steps> {
        let t = T(setting.locale);
        let found = said.unit.as_deref().map(|text| (text, self.units.called(text)));
        if let Some((text, None)) = found {
            row.problem("unit", t.import_unknown_unit(text));
        }
        let unit = found.and_then(|(_, unit)| unit);
        if let (Some(unit), Some(role)) = (unit, said.role) {
            let level = self.units.latest[&unit].level;
            if !role.stands_on(level) {
                row.problem("role", t.import_role_on_wrong_level(level.number()));
            }
        }
        let (Some(unit), Some(role), Some(name), false) = (unit, said.role, &said.name, row.is_rejected())
        else {
            return Outcome::Rejected;
        };
        let who = said.email.as_ref().map_or_else(|| folded(name), ToString::to_string);
        let once = (unit, role, folded(&said.title), who, said.from);
        if let Some(line) = self.seen.insert(once, row.line) {
            row.problem("name", samskab_import::T(setting.locale).import_double(line.to_string()));
            return Outcome::Rejected;
        }
        let outcome = appoint(self, setting, row, said, (unit, role, name));
        let changes_nothing = matches!(outcome, Outcome::Rejected | Outcome::Unchanged);
        if role == PositionKind::Administrator && !self.may_administer && !changes_nothing {
            row.problem("role", t.import_role_of_administrators());
            return Outcome::Rejected;
        }
        outcome
    }

    fn touches(steps: &Steps) -> Vec<Touched> {
        let person = steps.person.as_ref().map(|person| person.id);
        let called = steps.phone.as_ref().map(|(person, _)| *person);
        let position = steps.position.as_ref().map(|position| position.id);
        let ended = steps.end.iter().map(|(appointment, _)| *appointment);
        let appointed = steps.appoint.as_ref().map(|appointed| appointed.id);
        let people = person.or(called).map(|id| (PERSON, id.uuid()));
        let positions = position.map(|id| (POSITION, id.uuid()));
        let appointments = ended.chain(appointed).map(|id| (APPOINTMENT, id.uuid()));
        people.into_iter().chain(positions).chain(appointments).collect()
    }

    /// The steps of the row, in order.
    async fn write(steps: Steps, tx: &mut Tx) -> Result<()> {
        let tenant = tx.tenant();
        if let Some(person) = &steps.person {
            person::store::add(tx, person).await?;
        }
        if let Some((person, phone)) = steps.phone {
            tx.query(&SET_PHONE).bind(tenant).bind(person).bind(phone).execute().await?;
        }
        if let Some(position) = &steps.position {
            store::add(tx, position).await?;
        }
        for (appointment, last_day) in steps.end {
            store::end_appointment(tx, appointment, last_day).await?;
        }
        if let Some(one) = steps.appoint {
            let validity = one.validity();
            store::appoint_as(tx, one.id, (one.position_id, one.person_id), one.capacity, validity).await?;
        }
        Ok(())
    }
}

impl Known {
    fn of_position(&self, position: PositionId) -> &[KnownAppointment] {
        self.appointments.get(&position).map_or(&[], Vec::as_slice)
    }

    /// The person with this e-mail address; without one, only somebody of that name in one of these positions.
    fn person(&self, said: &PositionDraft, positions: &[PositionId]) -> Option<PersonId> {
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
pub(super) struct Steps {
    person: Option<Person>,
    phone: Option<(PersonId, Phone)>,
    position: Option<Position>,
    end: Vec<(AppointmentId, Day)>,
    appoint: Option<KnownAppointment>,
}

fn appoint(
    known: &mut Known,
    setting: &Setting,
    row: &mut Row,
    said: &PositionDraft,
    (unit, role, name): (UnitId, PositionKind, &str),
) -> Outcome<Steps> {
    let t = T(setting.locale);
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
            row.put("to", &mut end, &Some(to));
            steps.end.push((appointed.id, to));
        }
        return Outcome::of(row, false, steps);
    }

    row.ends_after(Some(validity.from), validity.to);
    if row.is_rejected() {
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
    known.appointments.entry(position).or_default().push(appointment.clone());
    steps.appoint = Some(appointment);
    Outcome::Added(steps)
}

/// Somebody new, or a known person's new telephone. A name is not changed by a file of positions:
/// it belongs to the person (Min profil).
fn note_person(
    known: &mut Known,
    setting: &Setting,
    row: &mut Row,
    said: &PositionDraft,
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
        row.put("phone", &mut person.phone, &said.phone);
        if !row.changes.is_empty() {
            steps.phone = person.phone.clone().map(|phone| (id, phone));
        }
    }
}

/// The position meant: the only one of that title; where there are several (RS-16), the one that is
/// free. A holder whom this very file names is not pushed out by the next row: there are two positions.
fn choose(
    known: &Known,
    said: &PositionDraft,
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

/// Ends the appointment of whoever holds the position the day before (RS-10).
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
