//! Units from a file: `Nr;Overordnet nr;Navn;Niveau;Type;…`.
//!
//! History is kept (RS-10): a unit that is here already gets a new version from today (or from the
//! day the row names, when that lies ahead), and what it was until then stays.

use std::collections::{HashMap, HashSet};

use samskab_kernel::{
    Day, Locale, Validity,
    contact::{Email, Phone, Postcode},
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::module::BoxFuture;

use super::{
    Column, Kind, Outcome, Row, Setting,
    column::plain,
    known::{Places, Units, folded},
};
use crate::{
    T, place,
    unit::{Level, Unit, UnitId, UnitKind, store},
};

crate::imported_event!(UnitsImported, "unit.imported");
crate::register_import!(UNITS);

pub static UNITS: Kind = Kind {
    code: "units",
    place: 1,
    columns: &COLUMNS,
    texts: |locale, key| T(locale).get(key),
    judge,
    record: UnitsImported::record,
};

static COLUMNS: [Column; 12] = [
    Column::new("number", "Nr", &["nummer", "enhedsnr", "enhedsnummer", "id", "number"], "5"),
    Column::new(
        "parent",
        "Overordnet nr",
        &["overordnet", "overordnetenhed", "hoererunder", "foraelder", "parent", "parentnumber"],
        "4",
    ),
    Column::new("name", "Navn", &["enhed", "enhedsnavn", "name"], "Plejehjem Fjordglimt").required(),
    Column::new("level", "Niveau", &["level"], "3"),
    Column::new("kind", "Type", &["enhedstype", "art", "kind"], "plejehjem"),
    Column::new("address", "Adresse", &["vej", "gade", "vejnavn", "address"], "Møllebakken 19"),
    Column::new("postcode", "Postnr.", &["postnummer", "postcode", "zip"], "6950"),
    Column::new("city", "By", &["bynavn", "postdistrikt", "city"], "Ringkøbing"),
    Column::new("phone", "Telefon", &["tlf", "telefonnr", "telefonnummer", "phone"], "12 34 56 78"),
    Column::new(
        "email",
        "E-mail",
        &["mail", "epost", "mailadresse", "emailadresse"],
        "post@fjordglimt.example",
    ),
    Column::new(
        "from",
        "Gyldig fra",
        &["fra", "fradato", "startdato", "oprettet", "from", "validfrom"],
        "01-10-2018",
    ),
    Column::new("to", "Gyldig til", &["til", "tildato", "slutdato", "nedlagt", "to", "validto"], ""),
];

/// What a row says, as far as it could be read.
struct Said {
    number: Option<String>,
    parent: Option<String>,
    name: Option<String>,
    level: Option<Level>,
    kind: Option<UnitKind>,
    address: Option<String>,
    postcode: Option<Postcode>,
    city: Option<String>,
    phone: Option<Phone>,
    email: Option<Email>,
    from: Option<Day>,
    to: Option<Day>,
}

fn level_called(text: &str) -> Option<Level> {
    Some(match text {
        "1" | "niveau1" | "central" | "centralt" => Level::Central,
        "2" | "niveau2" | "department" | "omraade" | "fagomraade" | "stabsomraade" | "afdeling"
        | "forvaltning" => Level::Department,
        "3" | "niveau3" | "institution" | "enhed" => Level::Institution,
        _ => return None,
    })
}

/// The codes are the words of the field; here are the other words people use.
fn kind_called(text: &str) -> Option<UnitKind> {
    let names = |kind: UnitKind| {
        [plain(kind.code()), plain(kind.label(T(Locale::Da))), plain(kind.label(T(Locale::En)))]
    };
    let known = UnitKind::ALL.iter().copied().find(|kind| names(*kind).iter().any(|name| name == text));
    known.or_else(|| {
        Some(match text {
            "centralt" | "kommune" | "direktion" => UnitKind::Central,
            "fag" | "fagomraade" | "forvaltning" | "omraade" | "afdeling" => UnitKind::Sector,
            "stab" | "stabsomraade" | "sekretariat" => UnitKind::Staff,
            "plejecenter" | "aeldrecenter" => UnitKind::CareHome,
            "folkeskole" => UnitKind::School,
            "boernehave" | "vuggestue" | "boernehus" | "daginstitution" => UnitKind::Daycare,
            "ungdomsskole" | "fritidsklub" | "ungdomsklub" => UnitKind::YouthClub,
            "sundhedscenter" => UnitKind::HealthCentre,
            "hal" | "idraetshal" | "svoemmehal" => UnitKind::SportsGround,
            "medborgerhus" | "kultursted" => UnitKind::CultureHouse,
            "vaeresteder" => UnitKind::DropInCentre,
            "bosted" => UnitKind::SupportedHousing,
            _ => return None,
        })
    })
}

fn read(row: &mut Row, t: T) -> Said {
    let kinds = UnitKind::ALL.iter().map(|kind| kind.label(t).to_lowercase()).collect::<Vec<_>>().join(", ");
    let said = Said {
        number: row.text("number", 40),
        parent: row.text("parent", 40),
        name: row.required("name", 200),
        level: row.one_of("level", level_called, "1, 2, 3"),
        kind: row.one_of("kind", kind_called, &kinds),
        address: row.text("address", 200),
        postcode: row.postcode("postcode"),
        city: row.text("city", 80),
        phone: row.phone("phone"),
        email: row.email("email"),
        from: row.day("from"),
        to: row.day("to"),
    };
    row.name = said.name.clone().or_else(|| said.number.clone()).unwrap_or_default();
    if let (Some(from), Some(to)) = (said.from, said.to)
        && to < from
    {
        row.problem("to", t.import_ends_before_it_begins());
    }
    said
}

/// What is here already.
struct Known {
    units: Units,
    central: Option<UnitId>,
    places: Places,
}

impl Known {
    async fn read(connection: &mut Connection, setting: &Setting) -> Result<Self> {
        let units = Units::read(connection, setting).await?;
        let is_central = |unit: &&Unit| unit.level == Level::Central && unit.validity.to.is_none();
        let central = units.latest.values().filter(is_central).map(|unit| unit.id).min();
        Ok(Self { units, central, places: Places::read(connection, setting).await? })
    }

    /// By its number; else by name and postcode among those without a number (or with the same).
    fn find(&self, said: &Said, level: Option<Level>) -> Option<UnitId> {
        if let Some(id) = said.number.as_ref().and_then(|number| self.units.by_number.get(number)) {
            return Some(*id);
        }
        let has_no_other_number =
            |id: &&UnitId| said.number.is_none() || self.units.latest[*id].number.is_none();
        if level == Some(Level::Central) {
            // There is one on the first level, whatever it is called.
            return self.central.as_ref().filter(has_no_other_number).copied();
        }
        let is_there = |id: &&UnitId| {
            let postcode = &self.units.latest[*id].postcode;
            said.postcode.as_ref().is_none_or(|said| postcode.is_empty() || said.as_str() == postcode)
        };
        let same_name = self.units.by_name.get(&folded(said.name.as_deref()?))?;
        same_name.iter().filter(has_no_other_number).find(is_there).copied()
    }
}

/// By what two rows of one file are the same unit.
fn key(said: &Said) -> Option<String> {
    match (&said.number, &said.name) {
        (Some(number), _) => Some(format!("# {number}")),
        (None, Some(name)) => {
            Some(format!("{} {}", folded(name), said.postcode.as_ref().map_or("", Postcode::as_str)))
        }
        (None, None) => None,
    }
}

fn judge<'a>(
    connection: &'a mut Connection,
    setting: &'a Setting,
    rows: &'a mut [Row],
) -> BoxFuture<'a, Result<Vec<Outcome>>> {
    Box::pin(async move {
        let known = Known::read(connection, setting).await?;
        Ok(judge_rows(&known, setting, rows))
    })
}

/// What a row has become, for the rows under it.
#[derive(Clone, Copy)]
struct Judged {
    line: u64,
    level: Level,
    /// `None` when the row is rejected.
    unit: Option<UnitId>,
}

fn judge_rows(known: &Known, setting: &Setting, rows: &mut [Row]) -> Vec<Outcome> {
    let t = T(setting.locale);
    let said: Vec<Said> = rows.iter_mut().map(|row| read(row, t)).collect();
    refuse_doubles(rows, &said, t);

    // From the top down, so that a unit under a rejected one is rejected with it.
    let levels: Vec<Option<Level>> =
        rows.iter_mut().zip(&said).map(|(row, said)| level(known, row, said, t)).collect();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|place| levels[*place].map_or(0, Level::number));
    let mut in_file: HashMap<String, Judged> = HashMap::new();
    for (place, said) in said.iter().enumerate() {
        if let (Some(number), Some(level)) = (&said.number, levels[place]) {
            in_file.entry(number.clone()).or_insert(Judged { line: rows[place].line, level, unit: None });
        }
    }
    let mut outcomes: Vec<Outcome> = rows.iter().map(|_| Outcome::Rejected).collect();
    let mut claimed: HashSet<UnitId> = HashSet::new();
    for place in order {
        let (row, said) = (&mut rows[place], &said[place]);
        let Some(level) = levels[place] else { continue };
        let parent = parent(known, &in_file, row, said, level, t);
        let found = known.find(said, Some(level)).filter(|id| claimed.insert(*id));
        if row.is_rejected() {
            continue;
        }
        let (id, outcome) = match found {
            Some(id) => (id, change(known, setting, row, said, &known.units.latest[&id], level, parent, t)),
            None => add(known, setting, row, said, level, parent, t),
        };
        if !row.is_rejected()
            && let Some(number) = &said.number
        {
            in_file.insert(number.clone(), Judged { line: row.line, level, unit: Some(id) });
        }
        outcomes[place] = outcome.in_order(level.number());
    }
    outcomes
}

fn refuse_doubles(rows: &mut [Row], said: &[Said], t: T) {
    let mut first: HashMap<String, u64> = HashMap::new();
    let mut central: Option<u64> = None;
    for (row, said) in rows.iter_mut().zip(said) {
        if let Some(key) = key(said) {
            match first.get(&key) {
                Some(line) => row.problem(
                    if said.number.is_some() { "number" } else { "name" },
                    t.import_double(line.to_string()),
                ),
                None => drop(first.insert(key, row.line)),
            }
        }
        if said.level == Some(Level::Central) && !row.is_rejected() {
            match central {
                Some(line) => row.problem("level", t.import_second_central(line.to_string())),
                None => central = Some(row.line),
            }
        }
    }
}

/// Of the row, else of its type, else as it is here already.
fn level(known: &Known, row: &mut Row, said: &Said, t: T) -> Option<Level> {
    let here = || known.find(said, None).map(|id| known.units.latest[&id].level);
    let level = said.level.or_else(|| said.kind.map(UnitKind::level)).or_else(here);
    if level.is_none() && !row.is_rejected() {
        row.problem("level", t.import_no_level());
    }
    let one_of_two = matches!(said.kind, Some(UnitKind::Central | UnitKind::Sector | UnitKind::Staff));
    if let (Some(level), Some(kind)) = (level, said.kind)
        && kind.level() != level
        && (one_of_two || level != Level::Department)
    {
        row.problem("kind", t.import_kind_on_wrong_level(kind.label(t), level.number()));
    }
    level
}

/// The unit above: in the file, or here. Noted at the row when there is none.
fn parent(
    known: &Known,
    in_file: &HashMap<String, Judged>,
    row: &mut Row,
    said: &Said,
    level: Level,
    t: T,
) -> Option<UnitId> {
    let Some(above) = level.above() else {
        if said.parent.is_some() {
            row.problem("parent", t.import_central_has_no_parent());
        }
        return None;
    };
    let Some(number) = &said.parent else {
        let here = known.find(said, Some(level)).and_then(|id| known.units.latest[&id].parent);
        if here.is_none() {
            row.problem("parent", t.import_no_parent(above.number(), level.number()));
        }
        return here;
    };
    let (parent_level, unit) = match in_file.get(number) {
        Some(judged) if judged.unit.is_none() && judged.level < level => {
            row.problem("parent", t.import_parent_rejected(judged.line.to_string(), number.as_str()));
            return None;
        }
        Some(judged) => (judged.level, judged.unit),
        None => match known.units.by_number.get(number) {
            Some(id) => (known.units.latest[id].level, Some(*id)),
            None => {
                row.problem("parent", t.import_unknown_unit(number.as_str()));
                return None;
            }
        },
    };
    if parent_level != above {
        row.problem(
            "parent",
            t.import_parent_on_wrong_level(
                above.number(),
                level.number(),
                number.as_str(),
                parent_level.number(),
            ),
        );
        return None;
    }
    unit
}

fn add(
    known: &Known,
    setting: &Setting,
    row: &mut Row,
    said: &Said,
    level: Level,
    parent: Option<UnitId>,
    t: T,
) -> (UnitId, Outcome) {
    let usual = match level {
        Level::Central => UnitKind::Central,
        Level::Department => UnitKind::Sector,
        Level::Institution => UnitKind::Other,
    };
    let id = setting.new_id();
    let name = said.name.clone().unwrap_or_default();
    if level == Level::Central && known.central.is_some() {
        row.problem("level", t.import_central_exists());
    }
    if let Some(like) = known.units.by_name.get(&folded(&name)).and_then(|ids| ids.first()) {
        row.remark("name", t.import_like_one_here(known.units.latest[like].name.as_str()));
    }
    let from = said.from.unwrap_or_else(|| setting.today());
    let mut unit = Unit {
        number: said.number.clone(),
        level,
        validity: Validity { from, to: said.to },
        ..Unit::named(id, name, said.kind.unwrap_or(usual), parent, from)
    };
    if unit.validity.to.is_some_and(|to| to < from) {
        row.problem("to", t.import_ends_before_it_begins());
    }
    describe(known, row, &mut unit, said);
    row.changes.clear();
    let outcome = Outcome::added(move |tx: &mut Tx| -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { store::add(tx, &unit).await })
    });
    (id, outcome)
}

/// Where and how it is reached.
fn describe(known: &Known, row: &mut Row, unit: &mut Unit, said: &Said) {
    let text = |text: &String| text.clone();
    row.put("address", &mut unit.address, said.address.clone(), text);
    let moved = said.postcode.as_ref().is_some_and(|postcode| postcode.as_str() != unit.postcode);
    row.put("postcode", &mut unit.postcode, said.postcode.as_ref().map(ToString::to_string), text);
    let place = known.places.at(&unit.postcode);
    let city = said.city.clone().or_else(|| place.filter(|_| moved).map(|place| place.city.clone()));
    row.put("city", &mut unit.city, city, text);
    if moved {
        unit.place = place.map(place::Place::point);
    }
    row.put_optional("phone", &mut unit.phone, said.phone.clone(), Phone::spaced);
    row.put_optional("email", &mut unit.email, said.email.clone(), Email::to_string);
}

#[expect(clippy::too_many_arguments, reason = "one step of judging a row: everything that is known about it")]
fn change(
    known: &Known,
    setting: &Setting,
    row: &mut Row,
    said: &Said,
    latest: &Unit,
    level: Level,
    parent: Option<UnitId>,
    t: T,
) -> Outcome {
    let today = setting.today();
    let mut unit = latest.clone();
    row.put("name", &mut unit.name, said.name.clone(), String::clone);
    row.put("level", &mut unit.level, Some(level), |level| level.number().to_string());
    row.put("kind", &mut unit.kind, said.kind, |kind| kind.label(t).to_owned());
    if parent != unit.parent && level != Level::Central {
        let name = |id: &Option<UnitId>| {
            id.and_then(|id| known.units.latest.get(&id)).map(|unit| unit.name.clone()).unwrap_or_default()
        };
        row.put("parent", &mut unit.parent, Some(parent), name);
        // A parent that comes with the same file has no name here yet: its number says it.
        if let (Some(change), Some(number)) = (row.changes.last_mut(), &said.parent)
            && change.to.is_empty()
        {
            change.to.clone_from(number);
        }
    }
    describe(known, row, &mut unit, said);
    let is_described_anew = !row.changes.is_empty();

    let numbered = said.number.clone().filter(|_| unit.number.is_none());
    row.put_optional("number", &mut unit.number, numbered.clone(), String::clone);
    let ends_anew = said.to.filter(|to| Some(*to) != latest.validity.to);
    if let Some(to) = ends_anew {
        let mut end = latest.validity.to;
        row.put_optional("to", &mut end, Some(to), |day| setting.locale.day(*day));
    }
    if row.changes.is_empty() {
        return Outcome::Unchanged;
    }
    // Ahead: when the row says so, or when what is planned is changed. The past is not changed.
    let planned = latest.validity.from.max(today);
    let from = said.from.filter(|from| *from > planned).unwrap_or(planned);
    let is_over = latest.validity.to.is_some_and(|to| to < today);
    let new_end = ends_anew.or(latest.validity.to);
    if is_over || new_end.is_some_and(|end| end < today && is_described_anew) {
        row.problem(
            "",
            t.import_unit_is_over(latest.validity.to.map(|to| setting.locale.day(to)).unwrap_or_default()),
        );
        return Outcome::Rejected;
    }
    if ends_anew.is_some_and(|to| to < latest.validity.from) {
        row.problem("to", t.import_ends_before_it_begins());
        return Outcome::Rejected;
    }
    // To end earlier is written at the version itself; to live longer is a new version.
    let only_ends =
        !is_described_anew && ends_anew.is_some_and(|to| latest.validity.to.is_none_or(|end| to < end));
    unit.validity = Validity { from, to: new_end };
    let needs_version = (is_described_anew || ends_anew.is_some()) && !only_ends;
    Outcome::changed(move |tx: &mut Tx| -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            if let Some(number) = numbered {
                let tenant = tx.tenant();
                tx.query(&SET_NUMBER).bind(tenant).bind(unit.id).bind(number).execute().await?;
            }
            match (needs_version, ends_anew) {
                (true, _) => store::new_version(tx, &unit).await,
                (false, Some(to)) => store::close(tx, unit.id, to, unit.successor).await,
                (false, None) => Ok(()),
            }
        })
    })
}

samskab_store::statements! {
    SET_NUMBER = "update unit set number = $3 where tenant_id = $1 and id = $2";
}
