//! Units from a file: `Nr;Overordnet nr;Navn;Niveau;Type;…`.
//!
//! History is kept (RS-10): a unit that is here already gets a new version from today (or from the
//! day the row names, when that lies ahead), and what it was until then stays.

use std::collections::{HashMap, HashSet};

use samskab_import::{
    Column, Judge, Outcome, Row, Same, Setting, Thing, Touched,
    column::{folded, plain},
    text,
};
use samskab_kernel::{Day, Locale, Validity};
use samskab_store::{Connection, Result, Tx};

use super::{
    known::{self, Places, Units},
    traces::{OF_UNITS, UNIT},
};
use crate::{
    T,
    unit::{Level, Unit, UnitId, UnitKind, store},
};

static COLUMNS: [Column; 12] = [
    Column::new("number", "Nr", &["nummer", "enhedsnr", "enhedsnummer", "id", "number"], "5"),
    Column::new(
        "parent",
        "Overordnet nr",
        &["overordnet", "overordnetenhed", "hoererunder", "foraelder", "parent", "parentnumber"],
        "4",
    ),
    Column::new("name", "Navn", &["enhed", "enhedsnavn", "name"], "Plejehjem Fjordglimt")
        .required()
        .weighty(),
    Column::new("level", "Niveau", &["level"], "3"),
    Column::new("kind", "Type", &["enhedstype", "art", "kind"], "plejehjem"),
    Column::new("address", "Adresse", &["vej", "gade", "vejnavn", "address"], "Møllebakken 19"),
    Column::new("postcode", "Postnr.", &["postnummer", "postcode", "zip"], "6950"),
    Column::new("city", "By", &["bynavn", "postdistrikt", "city"], "Ringkøbing"),
    Column::new("phone", "Telefon", &["tlf", "telefonnr", "telefonnummer", "phone"], "12 34 56 78").weighty(),
    Column::new(
        "email",
        "E-mail",
        &["mail", "epost", "mailadresse", "emailadresse"],
        "post@fjordglimt.example",
    )
    .weighty(),
    Column::new(
        "from",
        "Gyldig fra",
        &["fra", "fradato", "startdato", "oprettet", "from", "validfrom"],
        "01-10-2018",
    ),
    Column::new("to", "Gyldig til", &["til", "tildato", "slutdato", "nedlagt", "to", "validto"], ""),
];

/// What a row says, as far as it could be read.
pub(super) struct UnitDraft {
    /// The unit as it would be if it were new; its place in the organisation is in the other fields.
    unit: Unit,
    parent: Option<String>,
    level: Option<Level>,
    kind: Option<UnitKind>,
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

/// Fills in where and how a unit is reached, as the row says it, whether it is new or already here.
fn fill(unit: &mut Unit, row: &mut Row, places: &Places) {
    row.fill("address", text(200), &mut unit.address);
    let before = unit.postcode.clone();
    row.fill("postcode", |row, key| row.postcode(key).map(|said| said.to_string()), &mut unit.postcode);
    let moved = unit.postcode != before;
    known::settle(row, moved, places.at(&unit.postcode), &mut unit.city, &mut unit.place);
    row.fill("phone", Row::phone, &mut unit.phone);
    row.fill("email", Row::email, &mut unit.email);
}

/// The units here, and what the rows so far have made of them.
pub(super) struct Known {
    units: Units,
    central: Option<UnitId>,
    places: Places,
    /// The level of each row of the file, where it can be told.
    levels: Vec<Option<Level>>,
    /// What the rows with a number were decided to be.
    in_file: HashMap<String, Judged>,
    claimed: HashSet<UnitId>,
}

impl Judge for Known {
    const CODE: &'static str = "units";
    const EVENT: &'static str = "unit.imported";
    const UNDONE: &'static str = "unit.import_undone";
    const COLUMNS: &'static [Column] = &COLUMNS;
    const THINGS: &'static [Thing] = &OF_UNITS;

    type Draft = UnitDraft;
    /// Folded name and postcode.
    type Key = (String, String);
    type Change = Change;

    async fn look_up(connection: &mut Connection, setting: &Setting) -> Result<Self> {
        let units = Units::read(connection, setting).await?;
        let is_central = |unit: &&Unit| unit.level == Level::Central && unit.validity.to.is_none();
        Ok(Self {
            central: units.latest.values().filter(is_central).map(|unit| unit.id).min(),
            units,
            places: Places::read(connection, setting).await?,
            levels: Vec::new(),
            in_file: HashMap::new(),
            claimed: HashSet::new(),
        })
    }

    fn read(&self, row: &mut Row, setting: &Setting) -> UnitDraft {
        let t = T(setting.locale);
        let kinds = UnitKind::ALL.iter().map(|kind| kind.label(t).to_lowercase()).collect::<Vec<_>>();
        let number = row.text("number", 40);
        let parent = row.text("parent", 40);
        let name = row.required("name", 200).unwrap_or_default();
        let level = row.one_of("level", level_called, "1, 2, 3");
        let kind = row.one_of("kind", kind_called, &kinds.join(", "));
        let blank = Unit::named(setting.new_id(), name, UnitKind::Other, None, setting.today());
        let mut unit = Unit { number, ..blank };
        fill(&mut unit, row, &self.places);
        let (from, to) = (row.day("from"), row.day("to"));
        row.ends_after(from, to);
        row.name = Some(&unit.name)
            .filter(|name| !name.is_empty())
            .or(unit.number.as_ref())
            .cloned()
            .unwrap_or_default();
        UnitDraft { unit, parent, level, kind, from, to }
    }

    fn same(&self, said: &UnitDraft) -> Option<Same<Self::Key>> {
        let (name, postcode) = (folded(&said.unit.name), said.unit.postcode.clone());
        let by_name = || Some(Same::Key("name", (name, postcode))).filter(|_| !said.unit.name.is_empty());
        said.unit.number.clone().map(Same::Number).or_else(by_name)
    }

    /// From the top down, so that a unit under a rejected one is rejected with it.
    fn order(&mut self, rows: &mut [Row], said: &[UnitDraft], setting: &Setting) -> Vec<usize> {
        let t = T(setting.locale);
        refuse_second_central(rows, said, t);
        self.levels = rows.iter_mut().zip(said).map(|(row, said)| level(self, row, said, t)).collect();
        for ((row, said), level) in rows.iter().zip(said).zip(&self.levels) {
            if let (Some(number), Some(level)) = (&said.unit.number, *level) {
                self.in_file.entry(number.clone()).or_insert(Judged { line: row.line, level, unit: None });
            }
        }
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|place| self.levels[*place].map_or(0, Level::number));
        order
    }

    fn judge(&mut self, place: usize, row: &mut Row, said: &UnitDraft, setting: &Setting) -> Outcome<Change> {
        let t = T(setting.locale);
        let Some(level) = self.levels[place] else { return Outcome::Rejected };
        let parent = parent(self, row, said, level, t);
        let found = self.find(said, Some(level)).filter(|id| self.claimed.insert(*id));
        if row.is_rejected() {
            return Outcome::Rejected;
        }
        let (id, outcome) = match found {
            Some(id) => (id, change(self, setting, row, said, (level, parent), &self.units.latest[&id])),
            None => add(self, setting, row, said, (level, parent)),
        };
        if !row.is_rejected()
            && let Some(number) = &said.unit.number
        {
            self.in_file.insert(number.clone(), Judged { line: row.line, level, unit: Some(id) });
        }
        outcome
    }

    fn touches(change: &Change) -> Vec<Touched> {
        let (Change::New(unit) | Change::Known { unit, .. }) = change;
        vec![(UNIT, unit.id.uuid())]
    }

    async fn write(change: Change, tx: &mut Tx) -> Result<()> {
        match change {
            Change::New(unit) => store::add(tx, &unit).await,
            Change::Known { unit, number, version, end } => {
                if let Some(number) = number {
                    let tenant = tx.tenant();
                    tx.query(&SET_NUMBER).bind(tenant).bind(unit.id).bind(number).execute().await?;
                }
                match (version, end) {
                    (true, _) => store::new_version(tx, &unit).await,
                    (false, Some(to)) => store::close(tx, unit.id, to, unit.successor).await,
                    (false, None) => Ok(()),
                }
            }
        }
    }
}

/// What a row changes.
pub(super) enum Change {
    New(Unit),
    Known {
        unit: Unit,
        /// The number, for a unit that had none.
        number: Option<String>,
        /// Whether it is described anew, or only ends.
        version: bool,
        end: Option<Day>,
    },
}

impl Known {
    /// The unit with its number; else by name and postcode among units without a number (or with the same).
    fn find(&self, said: &UnitDraft, level: Option<Level>) -> Option<UnitId> {
        if let Some(id) = said.unit.number.as_ref().and_then(|number| self.units.by_number.get(number)) {
            return Some(*id);
        }
        let has_no_other_number =
            |id: &&UnitId| said.unit.number.is_none() || self.units.latest[*id].number.is_none();
        if level == Some(Level::Central) {
            // The first level has only one unit, whatever it is called.
            return self.central.as_ref().filter(has_no_other_number).copied();
        }
        let is_there = |id: &&UnitId| {
            let postcode = &self.units.latest[*id].postcode;
            said.unit.postcode.is_empty() || postcode.is_empty() || said.unit.postcode == *postcode
        };
        let same_name = self.units.by_name.get(&folded(&said.unit.name))?;
        same_name.iter().filter(has_no_other_number).find(is_there).copied()
    }
}

impl Known {
    /// The unit on the first level: the one that is here, else the one that comes with the file.
    fn top(&self) -> Option<UnitId> {
        let mut in_file = self.in_file.values().filter(|judged| judged.level == Level::Central);
        self.central.or_else(|| in_file.find_map(|judged| judged.unit))
    }
}

/// What a row was decided to be, for the rows under it.
#[derive(Clone, Copy)]
struct Judged {
    line: u64,
    level: Level,
    /// `None` when the row is rejected.
    unit: Option<UnitId>,
}

fn refuse_second_central(rows: &mut [Row], said: &[UnitDraft], t: T) {
    let mut central: Option<u64> = None;
    for (row, said) in rows.iter_mut().zip(said) {
        if said.level == Some(Level::Central) && !row.is_rejected() {
            match central {
                Some(line) => row.problem("level", t.import_second_central(line.to_string())),
                None => central = Some(row.line),
            }
        }
    }
}

/// The level of the row, else of its type, else of the unit that is here already.
fn level(known: &Known, row: &mut Row, said: &UnitDraft, t: T) -> Option<Level> {
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
fn parent(known: &Known, row: &mut Row, said: &UnitDraft, level: Level, t: T) -> Option<UnitId> {
    let Some(above) = level.above() else {
        if said.parent.is_some() {
            row.problem("parent", t.import_central_has_no_parent());
        }
        return None;
    };
    let Some(number) = &said.parent else {
        let here = known.find(said, Some(level)).and_then(|id| known.units.latest[&id].parent);
        // The first level has only one unit: what belongs to it need not say so.
        let here = here.or_else(|| known.top().filter(|_| above == Level::Central));
        if here.is_none() {
            row.problem("parent", t.import_no_parent(above.number(), level.number()));
        }
        return here;
    };
    let (parent_level, unit) = match known.in_file.get(number) {
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
    said: &UnitDraft,
    (level, parent): (Level, Option<UnitId>),
) -> (UnitId, Outcome<Change>) {
    let t = T(setting.locale);
    let usual = match level {
        Level::Central => UnitKind::Central,
        Level::Department => UnitKind::Sector,
        Level::Institution => UnitKind::Other,
    };
    if level == Level::Central && known.central.is_some() {
        row.problem("level", t.import_central_exists());
    }
    if let Some(like) = known.units.by_name.get(&folded(&said.unit.name)).and_then(|ids| ids.first()) {
        row.remark("name", t.import_like_one_here(known.units.latest[like].name.as_str()));
    }
    let from = said.from.unwrap_or_else(|| setting.today());
    row.ends_after(Some(from), said.to);
    let (kind, validity) = (said.kind.unwrap_or(usual), Validity { from, to: said.to });
    let unit = Unit { level, kind, parent, validity, ..said.unit.clone() };
    (unit.id, Outcome::Added(Change::New(unit)))
}

fn change(
    known: &Known,
    setting: &Setting,
    row: &mut Row,
    said: &UnitDraft,
    (level, parent): (Level, Option<UnitId>),
    latest: &Unit,
) -> Outcome<Change> {
    let t = T(setting.locale);
    let today = setting.today();
    let mut unit = latest.clone();
    row.put("name", &mut unit.name, &Some(said.unit.name.clone()));
    row.put_as("level", &mut unit.level, Some(level), |level| level.number().to_string());
    row.put_as("kind", &mut unit.kind, said.kind, |kind| kind.label(t).to_owned());
    if parent != unit.parent && level != Level::Central {
        let name = |id: &Option<UnitId>| {
            id.and_then(|id| known.units.latest.get(&id)).map(|unit| unit.name.clone()).unwrap_or_default()
        };
        row.put_as("parent", &mut unit.parent, Some(parent), name);
        // A parent that comes with the same file has no name here yet: its number says it.
        if let (Some(change), Some(number)) = (row.changes.last_mut(), &said.parent)
            && change.to.is_empty()
        {
            change.to.clone_from(number);
        }
    }
    fill(&mut unit, row, &known.places);
    let is_described_anew = !row.changes.is_empty();

    let number = said.unit.number.clone().filter(|_| unit.number.is_none());
    row.put("number", &mut unit.number, &number);
    let ends_anew = said.to.filter(|to| Some(*to) != latest.validity.to);
    let mut end = latest.validity.to;
    row.put("to", &mut end, &ends_anew);
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
    row.ends_after(Some(latest.validity.from), ends_anew);
    // To end earlier is written at the version itself; to live longer is a new version.
    let only_ends =
        !is_described_anew && ends_anew.is_some_and(|to| latest.validity.to.is_none_or(|end| to < end));
    unit.validity = Validity { from, to: new_end };
    let version = (is_described_anew || ends_anew.is_some()) && !only_ends;
    Outcome::Changed(Change::Known { unit, number, version, end: ends_anew })
}

samskab_store::statements! {
    SET_NUMBER = "update unit set number = $3 where tenant_id = $1 and id = $2";
}
