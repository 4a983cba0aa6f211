//! Associations from a file, as the foreningsportaler export them.
//!
//! A CVR number is checked but not unique: local branches share the national one (law B.12). So a row
//! is recognised by its number, else by name, CVR and postcode together.

use std::collections::{HashMap, HashSet};

use samskab_kernel::{
    Cvr, Locale,
    contact::{Email, Phone, Postcode},
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::module::BoxFuture;

use super::{
    Column, Kind, Outcome, Row, Setting,
    column::plain,
    known::{Places, folded, theme_called},
};
use crate::{
    T,
    association::{Association, AssociationId, AssociationKind, State, Theme, store},
    place, topic,
};

crate::imported_event!(AssociationsImported, "association.imported");
crate::register_import!(ASSOCIATIONS);

pub static ASSOCIATIONS: Kind = Kind {
    code: "associations",
    place: 3,
    columns: &COLUMNS,
    texts: |locale, key| T(locale).get(key),
    judge,
    record: AssociationsImported::record,
};

static COLUMNS: [Column; 18] = [
    Column::new("number", "Nr", &["nummer", "foreningsnr", "foreningsnummer", "id", "number"], ""),
    Column::new(
        "name",
        "Foreningsnavn",
        &["navn", "forening", "foreningensnavn", "name"],
        "Lyngholm Spejdergruppe",
    )
    .required(),
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

struct Said {
    number: Option<String>,
    name: Option<String>,
    branch: Option<String>,
    kind: Option<AssociationKind>,
    cvr: Option<Cvr>,
    p_number: Option<String>,
    address: Option<String>,
    postcode: Option<Postcode>,
    city: Option<String>,
    email: Option<Email>,
    phone: Option<Phone>,
    website: Option<String>,
    theme: Option<(Theme, &'static str)>,
    approved: Option<bool>,
    members: Option<i64>,
    founded: Option<i64>,
    about: Option<String>,
    parent_organisation: Option<String>,
}

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

fn read(row: &mut Row, t: T) -> Said {
    let category = row.cell("category").to_owned();
    let theme = theme_called(&plain(&category));
    if theme.is_none() && !category.is_empty() {
        row.remark("category", t.import_unknown_category(category));
    }
    let said = Said {
        number: row.text("number", 40),
        name: row.required("name", 200),
        branch: row.text("branch", 200),
        kind: row.one_of("kind", kind_called, t.import_association_kinds()),
        cvr: row.cvr("cvr"),
        // As typed: it follows no check digit, and may look like anything (law B.12).
        p_number: Some(row.cell("p_number").to_owned()).filter(|text| !text.is_empty()),
        address: row.text("address", 200),
        postcode: row.postcode("postcode"),
        city: row.text("city", 80),
        email: row.email("email"),
        phone: row.phone("phone"),
        website: row
            .text("website", 500)
            .map(|text| if text.contains("://") { text } else { format!("https://{text}") }),
        theme,
        approved: row.yes_or_no("approved"),
        members: row.number("members", 0..=1_000_000),
        founded: row.year("founded", 1500..=2100),
        about: row.text("about", 5_000),
        parent_organisation: row.text("parent_organisation", 200),
    };
    row.name = said.name.clone().unwrap_or_default();
    said
}

/// By what an association is the same: its name with the branch, folded; CVR; postcode.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
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

    fn said(said: &Said) -> Self {
        let name = said.name.clone().unwrap_or_default();
        let full = match &said.branch {
            Some(branch) if !name.contains(branch) => format!("{name}, {branch}"),
            _ => name,
        };
        Self { name: folded(&full), cvr: said.cvr, postcode: said.postcode.clone() }
    }
}

fn judge<'a>(
    connection: &'a mut Connection,
    setting: &'a Setting,
    rows: &'a mut [Row],
) -> BoxFuture<'a, Result<Vec<Outcome>>> {
    Box::pin(async move {
        let known = store::all(connection, setting.tenant.id).await?;
        let places = Places::read(connection, setting).await?;
        Ok(judge_rows(&known, &places, setting, rows))
    })
}

fn judge_rows(known: &[Association], places: &Places, setting: &Setting, rows: &mut [Row]) -> Vec<Outcome> {
    let t = T(setting.locale);
    let said: Vec<Said> = rows.iter_mut().map(|row| read(row, t)).collect();
    refuse_doubles(rows, &said, t);
    let found = recognise(known, rows, &said);
    let mut like = Likeness::of(known);
    let mut outcomes = Vec::with_capacity(rows.len());
    for ((row, said), found) in rows.iter_mut().zip(&said).zip(found) {
        if row.is_rejected() {
            outcomes.push(Outcome::Rejected);
            continue;
        }
        let (mut association, is_new) = match found {
            Some(known) => (known.clone(), false),
            None => {
                like.remark(row, said, t);
                (new(setting, said), true)
            }
        };
        like.learn(said, row.line);
        describe(&mut association, row, said, places, setting.locale);
        association.updated_at = setting.now;
        outcomes.push(if is_new {
            Outcome::added(move |tx: &mut Tx| -> BoxFuture<'_, Result<()>> {
                Box::pin(async move { store::add(tx, &association).await })
            })
        } else if row.changes.is_empty() {
            Outcome::Unchanged
        } else {
            Outcome::changed(move |tx: &mut Tx| -> BoxFuture<'_, Result<()>> {
                Box::pin(async move { store::save(tx, &association).await })
            })
        });
    }
    outcomes
}

fn refuse_doubles(rows: &mut [Row], said: &[Said], t: T) {
    let mut numbers: HashMap<&str, u64> = HashMap::new();
    let mut keys: HashMap<Key, u64> = HashMap::new();
    for (row, said) in rows.iter_mut().zip(said) {
        if let Some(number) = &said.number {
            match numbers.get(number.as_str()) {
                Some(line) => row.problem("number", t.import_double(line.to_string())),
                None => drop(numbers.insert(number, row.line)),
            }
        } else if said.name.is_some() {
            let key = Key::said(said);
            match keys.get(&key) {
                Some(line) => row.problem("name", t.import_double_association(line.to_string())),
                None => drop(keys.insert(key, row.line)),
            }
        }
    }
}

/// For each row the association it is. What is certain goes first, so that a row that only resembles
/// an association never takes it from the row that is it.
fn recognise<'k>(known: &'k [Association], rows: &[Row], said: &[Said]) -> Vec<Option<&'k Association>> {
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
        |row, here| row == here,
        // moved
        |row, here| row.cvr.is_some() && row.cvr == here.cvr,
        // got a CVR number, or the file does not know it
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
            let key = Key::said(said);
            let candidates = by_name.get(&key.name).into_iter().flatten().filter(|(here, association)| {
                step(&key, here)
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

/// What a new one may be a double of: said in the report, decided by a person.
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

    fn learn(&mut self, said: &Said, line: u64) {
        let key = Key::said(said);
        if let Some(cvr) = key.cvr {
            self.by_cvr.entry(cvr).or_insert(Source::Line(line));
        }
        self.by_name_and_postcode.entry((key.name, key.postcode)).or_insert(Source::Line(line));
    }

    fn remark(&self, row: &mut Row, said: &Said, t: T) {
        let key = Key::said(said);
        let by_cvr = key.cvr.and_then(|cvr| self.by_cvr.get(&cvr)).map(|source| ("cvr", source));
        let by_name = self.by_name_and_postcode.get(&(key.name, key.postcode)).map(|source| ("name", source));
        match by_name.or(by_cvr) {
            Some((column, Source::Here(name))) => row.remark(column, t.import_like_one_here(name.as_str())),
            Some((column, Source::Line(line))) => row.remark(column, t.import_like_line(line.to_string())),
            None => {}
        }
    }
}

/// What comes from the municipality's own register is approved.
fn new(setting: &Setting, said: &Said) -> Association {
    let usual = if said.approved == Some(true) { Theme::Folkeoplysning } else { Theme::Social };
    let (theme, _) = said.theme.unwrap_or((usual, ""));
    let kind = said.kind.unwrap_or(if said.branch.is_some() {
        AssociationKind::LocalBranch
    } else {
        AssociationKind::Association
    });
    let name = said.name.clone().unwrap_or_default();
    Association {
        state: State::Approved,
        ..Association::new(setting.new_id(), name, kind, theme, setting.now)
    }
}

fn describe(association: &mut Association, row: &mut Row, said: &Said, places: &Places, locale: Locale) {
    let t = T(locale);
    let text = |text: &String| text.clone();
    row.put_optional("number", &mut association.number, said.number.clone(), text);
    row.put("name", &mut association.name, said.name.clone(), text);
    row.put("branch", &mut association.branch, said.branch.clone(), text);
    row.put("kind", &mut association.kind, said.kind, |kind| kind.label(t).to_owned());
    row.put_optional("cvr", &mut association.cvr, said.cvr, Cvr::to_string);
    row.put_optional("p_number", &mut association.p_number, said.p_number.clone(), text);
    row.put("address", &mut association.address, said.address.clone(), text);
    let before = association.postcode.clone();
    row.put_optional("postcode", &mut association.postcode, said.postcode.clone(), Postcode::to_string);
    let place = places.of(association.postcode.as_ref());
    let moved = association.postcode != before;
    let city = said.city.clone().or_else(|| place.filter(|_| moved).map(|place| place.city.clone()));
    row.put("city", &mut association.city, city, text);
    if moved {
        association.place = place.map(place::Place::point);
    }
    row.put_optional("email", &mut association.email, said.email.clone(), Email::to_string);
    row.put_optional("phone", &mut association.phone, said.phone.clone(), Phone::spaced);
    row.put_optional("website", &mut association.website, said.website.clone(), text);
    if let Some((theme, topics)) = said.theme {
        row.put("category", &mut association.theme, Some(theme), |theme| {
            topic::theme(theme.code()).map(|theme| theme.name(locale)).unwrap_or_default().to_owned()
        });
        // Topics that somebody chose here are finer than a category, and stay.
        if association.topics.is_empty() {
            association.topics = topics.to_owned();
        }
    }
    row.put("approved", &mut association.approved_folkeoplysning, said.approved, |yes| {
        if *yes { t.import_yes() } else { t.import_no() }.to_owned()
    });
    row.put_optional("members", &mut association.members, said.members, i64::to_string);
    row.put_optional("founded", &mut association.founded, said.founded, i64::to_string);
    row.put("about", &mut association.about, said.about.clone(), text);
    row.put(
        "parent_organisation",
        &mut association.parent_organisation,
        said.parent_organisation.clone(),
        text,
    );
}
