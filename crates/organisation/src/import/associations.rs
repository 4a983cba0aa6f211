//! Associations from a file, as the foreningsportaler export them.
//!
//! A CVR number is checked but not unique: local branches share the national one (law B.12). So a row
//! is recognised by its number, else by name and CVR, else by name and postcode with an e-mail address, a telephone
//! number or a street that is the same. Name and postcode alone are no identity.

use std::collections::{HashMap, HashSet};

use samskab_import::{
    Column, Judge, Outcome, Row, Same, Setting, Thing, Touched,
    column::{folded, plain},
    text,
};
use samskab_kernel::{Cvr, Locale, contact::Postcode};
use samskab_store::{Connection, Result, Tx};

use super::{
    known::{self, Places, theme_called},
    traces::{ASSOCIATION, OF_ASSOCIATIONS},
};
use crate::{
    T,
    association::{Association, AssociationId, AssociationKind, State, Theme, store},
    topic,
};

static COLUMNS: [Column; 18] = [
    Column::new("number", "Nr", &["nummer", "foreningsnr", "foreningsnummer", "id", "number"], ""),
    Column::new(
        "name",
        "Foreningsnavn",
        &["navn", "forening", "foreningensnavn", "name"],
        "Lyngholm Spejdergruppe",
    )
    .required()
    .weighty(),
    Column::new("branch", "Lokalafdeling", &["afdeling", "branch"], ""),
    Column::new("kind", "Type", &["foreningstype", "aktoertype", "kind"], "forening"),
    Column::new("cvr", "CVR-nr.", &["cvr", "cvrnummer", "senr"], "13748136"),
    Column::new("p_number", "P-nr.", &["pnr", "pnummer", "produktionsenhed"], ""),
    Column::new("address", "Adresse", &["vej", "gade", "address"], "Skolevej 80A"),
    Column::new("postcode", "Postnr.", &["postnummer", "postcode", "zip"], "8751"),
    Column::new("city", "By", &["bynavn", "postdistrikt", "city"], "Gedved"),
    Column::new(
        "email",
        "E-mail",
        &["mail", "epost", "mailadresse", "emailadresse"],
        "kontakt@spejder.example",
    ),
    Column::new("phone", "Telefon", &["tlf", "mobil", "telefonnr", "telefonnummer", "phone"], "12 34 56 78"),
    Column::new("website", "Hjemmeside", &["www", "url", "websted", "website"], "www.spejder.example"),
    Column::new(
        "category",
        "Kategori",
        &["tema", "omraade", "aktivitetsomraade", "category", "theme"],
        "Børn og unge",
    ),
    Column::new(
        "approved",
        "Godkendt folkeoplysende",
        &["folkeoplysende", "godkendtfolkeoplysning", "folkeoplysning"],
        "ja",
    ),
    Column::new("members", "Antal medlemmer", &["medlemmer", "medlemstal", "members"], "801"),
    Column::new("founded", "Stiftet", &["stiftelsesaar", "grundlagt", "stiftetaar", "founded"], "1907"),
    Column::new("about", "Beskrivelse", &["om", "formaal", "about"], ""),
    Column::new("parent_organisation", "Landsorganisation", &["landsforening", "hovedorganisation"], ""),
];

fn kind_called(text: &str) -> Option<AssociationKind> {
    Some(match text {
        "forening" | "association" => AssociationKind::Association,
        "lokalafdeling" | "lokalforening" | "localbranch" => AssociationKind::LocalBranch,
        "gruppe" | "uformelgruppe" | "netvaerk" | "informalgroup" => AssociationKind::InformalGroup,
        "enkeltperson" | "person" | "individual" => AssociationKind::Individual,
        "virksomhed" | "firma" | "company" => AssociationKind::Company,
        "socialoekonomiskvirksomhed" | "socialenterprise" => AssociationKind::SocialEnterprise,
        "raad" | "samraad" | "council" => AssociationKind::Council,
        "fagforening" | "union" => AssociationKind::Union,
        "frivilligcenter" | "volunteercentre" => AssociationKind::VolunteerCentre,
        "menighed" | "trossamfund" | "menighedsraad" | "religiouscommunity" => {
            AssociationKind::ReligiousCommunity
        }
        _ => return None,
    })
}

/// Fills in what the row says of an association, whether it is new or already here.
fn fill(association: &mut Association, row: &mut Row, places: &Places, locale: Locale) {
    let t = T(locale);
    row.fill("number", text(40), &mut association.number);
    row.fill("name", |row, key| row.required(key, 200), &mut association.name);
    row.fill("branch", text(200), &mut association.branch);
    let kind = row.one_of("kind", kind_called, t.import_association_kinds());
    row.put_as("kind", &mut association.kind, kind, |kind| kind.label(t).to_owned());
    row.fill("cvr", Row::cvr, &mut association.cvr);
    // As typed: it follows no check digit, and may look like anything (law B.12).
    row.fill("p_number", Row::as_typed, &mut association.p_number);
    row.fill("address", text(200), &mut association.address);
    let before = association.postcode.clone();
    row.fill("postcode", Row::postcode, &mut association.postcode);
    let moved = association.postcode != before;
    let district = places.of(association.postcode.as_ref());
    known::settle(row, moved, district, &mut association.city, &mut association.place);
    row.fill("email", Row::email, &mut association.email);
    row.fill("phone", Row::phone, &mut association.phone);
    let address = |text: String| if text.contains("://") { text } else { format!("https://{text}") };
    row.fill("website", |row, key| row.text(key, 500).map(address), &mut association.website);
    if let Some((theme, topics)) = category(row) {
        row.put_as("category", &mut association.theme, Some(theme), |theme| {
            topic::theme(theme.code()).map(|theme| theme.name(locale)).unwrap_or_default().to_owned()
        });
        // Topics that somebody chose here are finer than a category, and stay.
        if association.topics.is_empty() {
            association.topics = topics.to_owned();
        }
    }
    row.fill("approved", Row::yes_or_no, &mut association.approved_folkeoplysning);
    row.fill("members", |row, key| row.number(key, 0..=1_000_000), &mut association.members);
    row.fill("founded", |row, key| row.year(key, 1500..=2100), &mut association.founded);
    row.fill("about", |row, key| row.paragraphs(key, 5_000), &mut association.about);
    row.fill("parent_organisation", text(200), &mut association.parent_organisation);
}

fn category(row: &Row) -> Option<(Theme, &'static str)> {
    theme_called(&plain(row.cell("category")))
}

/// What identifies an association: its name with the branch, folded; CVR; postcode.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    name: String,
    cvr: Option<Cvr>,
    postcode: Option<Postcode>,
}

impl Key {
    fn of(association: &Association) -> Self {
        Self {
            name: folded(&association.full_name()),
            cvr: association.cvr,
            postcode: association.postcode.clone(),
        }
    }
}

/// The associations here, and what the rows so far have added.
pub(super) struct Known {
    associations: Vec<Association>,
    places: Places,
    /// For each row the association that it is about.
    found: Vec<Option<Association>>,
    like: Likeness,
}

impl Judge for Known {
    const CODE: &'static str = "associations";
    const EVENT: &'static str = "association.imported";
    const UNDONE: &'static str = "association.import_undone";
    const COLUMNS: &'static [Column] = &COLUMNS;
    const THINGS: &'static [Thing] = &OF_ASSOCIATIONS;

    /// As it would be if it were new. What comes from the municipality's own register is approved.
    type Draft = Association;
    type Key = Key;
    type Change = (Association, bool);

    async fn look_up(connection: &mut Connection, setting: &Setting) -> Result<Self> {
        let associations = store::all(connection, setting.tenant.id).await?;
        let places = Places::read(connection, setting).await?;
        Ok(Self { like: Likeness::of(&associations), associations, places, found: Vec::new() })
    }

    fn read(&self, row: &mut Row, setting: &Setting) -> Association {
        let said = row.cell("category").to_owned();
        if category(row).is_none() && !said.is_empty() {
            row.remark("category", T(setting.locale).import_unknown_category(said));
        }
        let (kind, theme) = (AssociationKind::Association, Theme::Social);
        let blank = Association::new(setting.new_id(), "", kind, theme, setting.now);
        let mut said = Association { state: State::Approved, ..blank };
        fill(&mut said, row, &self.places, setting.locale);
        if row.is_empty("kind") && !said.branch.is_empty() {
            said.kind = AssociationKind::LocalBranch;
        }
        if category(row).is_none() && said.approved_folkeoplysning {
            said.theme = Theme::Folkeoplysning;
        }
        row.name.clone_from(&said.name);
        said
    }

    fn same(&self, said: &Association) -> Option<Same<Key>> {
        let by_name = || Some(Same::Key("name", Key::of(said))).filter(|_| !said.name.is_empty());
        said.number.clone().map(Same::Number).or_else(by_name)
    }

    fn double(setting: &Setting, same: &Same<Key>, line: u64) -> String {
        match same {
            Same::Number(_) => samskab_import::T(setting.locale).import_double(line.to_string()),
            Same::Key(..) => T(setting.locale).import_double_association(line.to_string()),
        }
    }

    fn order(&mut self, rows: &mut [Row], said: &[Association], setting: &Setting) -> Vec<usize> {
        let mut found = recognise(&self.associations, rows, said);
        self.doubt(&mut found, rows, said, setting);
        self.found = found.into_iter().map(Option::<&Association>::cloned).collect();
        (0..rows.len()).collect()
    }

    fn judge(
        &mut self,
        place: usize,
        row: &mut Row,
        said: &Association,
        setting: &Setting,
    ) -> Outcome<(Association, bool)> {
        if row.is_rejected() {
            return Outcome::Rejected;
        }
        let found = self.found[place].take();
        let is_new = found.is_none();
        if is_new {
            self.like.remark(row, said, T(setting.locale));
        }
        self.like.learn(said, row.line);
        let mut association = found.unwrap_or_else(|| said.clone());
        fill(&mut association, row, &self.places, setting.locale);
        association.updated_at = setting.now;
        Outcome::of(row, is_new, (association, is_new))
    }

    fn touches((association, _): &(Association, bool)) -> Vec<Touched> {
        vec![(ASSOCIATION, association.id.uuid())]
    }

    async fn write((association, is_new): (Association, bool), tx: &mut Tx) -> Result<()> {
        if is_new { store::add(tx, &association).await } else { store::save(tx, &association).await }
    }
}

impl Known {
    /// Name and postcode alone do not identify an association: a row that says nothing new about the one of that name
    /// is about that one; where it says something else, a person must say which it is.
    fn doubt<'k>(
        &'k self,
        found: &mut [Option<&'k Association>],
        rows: &mut [Row],
        said: &[Association],
        setting: &Setting,
    ) {
        let mut by_key: HashMap<(String, Option<Postcode>), Vec<&Association>> = HashMap::new();
        for association in &self.associations {
            let key = Key::of(association);
            by_key.entry((key.name, key.postcode)).or_default().push(association);
        }
        for ((found, row), said) in found.iter_mut().zip(rows).zip(said) {
            if found.is_some() || row.is_rejected() || said.number.is_some() || said.cvr.is_some() {
                continue;
            }
            let key = Key::of(said);
            let Some(alike) = by_key.get(&(key.name, key.postcode)) else { continue };
            let says_nothing_new = |association: &&&Association| {
                let mut row = row.clone();
                fill(&mut (**association).clone(), &mut row, &self.places, setting.locale);
                row.changes.is_empty()
            };
            match alike.iter().find(says_nothing_new) {
                Some(association) => *found = Some(association),
                None => row.problem("name", T(setting.locale).import_unsure_which(said.full_name())),
            }
        }
    }
}

/// Something besides the name says that they are the same.
fn corroborates(said: &Association, here: &Association) -> bool {
    let email = said.email.is_some() && said.email == here.email;
    let phone = said.phone.is_some() && said.phone == here.phone;
    let address = !said.address.is_empty() && folded(&said.address) == folded(&here.address);
    email || phone || address
}

/// For each row the association it is. What is certain goes first, so that a row that only resembles
/// an association never takes it from the row that is it.
fn recognise<'k>(
    known: &'k [Association],
    rows: &[Row],
    said: &[Association],
) -> Vec<Option<&'k Association>> {
    let by_number: HashMap<&str, &Association> =
        known.iter().filter_map(|one| Some((one.number.as_deref()?, one))).collect();
    let mut by_name: HashMap<String, Vec<(Key, &Association)>> = HashMap::new();
    for association in known {
        let key = Key::of(association);
        by_name.entry(key.name.clone()).or_default().push((key, association));
    }
    let mut found: Vec<Option<&Association>> = vec![None; rows.len()];
    let mut claimed: HashSet<AssociationId> = HashSet::new();
    let steps: [fn(&Key, &Key) -> bool; 3] = [
        |row, here| row.cvr.is_some() && row == here,
        // the association has moved
        |row, here| row.cvr.is_some() && row.cvr == here.cvr,
        // Without a CVR number on either side, name and postcode need something else that confirms them.
        |row, here| row.postcode == here.postcode && (row.cvr.is_none() || here.cvr.is_none()),
    ];
    for (place, said) in said.iter().enumerate().filter(|(place, _)| !rows[*place].is_rejected()) {
        if let Some(same) = said.number.as_deref().and_then(|number| by_number.get(number)) {
            claimed.insert(same.id);
            found[place] = Some(same);
        }
    }
    for step in steps {
        for (place, said) in said.iter().enumerate() {
            if found[place].is_some() || rows[place].is_rejected() {
                continue;
            }
            let key = Key::of(said);
            let candidates = by_name.get(&key.name).into_iter().flatten().filter(|(here, association)| {
                step(&key, here)
                    && (key.cvr.is_some() && key.cvr == here.cvr || corroborates(said, association))
                    && !claimed.contains(&association.id)
                    && (said.number.is_none() || association.number.is_none())
            });
            let mut candidates = candidates.map(|(_, association)| *association);
            // Two that fit equally well: neither is taken for granted.
            if let (Some(one), None) = (candidates.next(), candidates.next()) {
                claimed.insert(one.id);
                found[place] = Some(one);
            }
        }
    }
    found
}

/// A registered association that a new one may duplicate: said in the report, decided by a person.
struct Likeness {
    by_name_and_postcode: HashMap<(String, Option<Postcode>), Source>,
    by_cvr: HashMap<Cvr, Source>,
}

#[derive(Clone)]
enum Source {
    Here(String),
    Line(u64),
}

impl Likeness {
    fn of(known: &[Association]) -> Self {
        let mut like = Self { by_name_and_postcode: HashMap::new(), by_cvr: HashMap::new() };
        for association in known {
            let source = Source::Here(association.full_name());
            if let Some(cvr) = association.cvr {
                like.by_cvr.insert(cvr, source.clone());
            }
            let name = folded(&association.full_name());
            like.by_name_and_postcode.insert((name, association.postcode.clone()), source);
        }
        like
    }

    fn learn(&mut self, said: &Association, line: u64) {
        let key = Key::of(said);
        if let Some(cvr) = key.cvr {
            self.by_cvr.entry(cvr).or_insert(Source::Line(line));
        }
        self.by_name_and_postcode.entry((key.name, key.postcode)).or_insert(Source::Line(line));
    }

    fn remark(&self, row: &mut Row, said: &Association, t: T) {
        let key = Key::of(said);
        let by_cvr = key.cvr.and_then(|cvr| self.by_cvr.get(&cvr)).map(|source| ("cvr", source));
        let by_name = self.by_name_and_postcode.get(&(key.name, key.postcode)).map(|source| ("name", source));
        match by_name.or(by_cvr) {
            Some((column, Source::Here(name))) => row.remark(column, t.import_like_one_here(name.as_str())),
            Some((column, Source::Line(line))) => row.remark(column, t.import_like_line(line.to_string())),
            None => {}
        }
    }
}
