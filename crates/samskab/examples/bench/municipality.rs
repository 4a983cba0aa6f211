//! A large municipality, the same every time: Storelund, with invented everything.

use samskab_engagement::engagement::{self, Engagement, Yes};
use samskab_kernel::{Clock, Day, Dice, Instant, Validity, jiff::civil::Weekday};
use samskab_organisation::{
    answering::Poster,
    association::{self, Association, AssociationId, AssociationKind, Contact, ContactRole, Theme},
    person::{self, Person, PersonId},
    place::{self, Place},
    position::{self, Capacity, Position, PositionKind},
    preset::{self, NewMunicipality, Takes},
    topic,
    unit::{self, Unit, UnitId, UnitKind},
};
use samskab_store::{Backend, Db, Result, Settings, Stamp, Tx, sqlx};
use samskab_taskbank::{
    catalogue,
    task::{self, Remote, Requirement, State, Task, Time, state::Open, time::Turn},
};
use serde_json::json;

use crate::Scale;

const PLACES: usize = 30;
const DEPARTMENTS: usize = 8;
const INSTITUTIONS: usize = 150;
const SINCE: Day = Day::of(2018, 10, 1);

/// One of the postcodes of the municipality: none of them is in use in Denmark.
pub fn postcode(number: usize) -> String {
    format!("{}", 9501 + number % PLACES)
}

const FIRST: [&str; 24] = [
    "besøgs", "lektie", "cykel", "hunde", "børne", "ældre", "sprog", "have", "strikke", "fodbold", "skole",
    "natur", "kultur", "demens", "sorg", "motions", "gå", "læse", "it-", "mad", "familie", "senior", "musik",
    "kreativ",
];
const LAST: [&str; 18] = [
    "ven", "venner", "hjælp", "hjælper", "café", "klub", "gruppe", "tur", "træner", "vært", "fest", "lufter",
    "pilot", "dag", "aften", "hold", "netværk", "projekt",
];
const WORDS: [&str; 48] = [
    "frivillig",
    "beboere",
    "hyggelig",
    "eftermiddag",
    "kaffe",
    "samtale",
    "børnene",
    "unge",
    "skoven",
    "bibliotek",
    "sammen",
    "glæde",
    "erfaring",
    "kørekort",
    "tålmodig",
    "musik",
    "sang",
    "spil",
    "frisk",
    "luft",
    "værksted",
    "reparere",
    "indkøb",
    "læge",
    "dansk",
    "flygtninge",
    "forening",
    "kasserer",
    "stævne",
    "opvask",
    "blomster",
    "grøntsager",
    "museum",
    "åben",
    "øvet",
    "vi",
    "søger",
    "dig",
    "der",
    "har",
    "lyst",
    "til",
    "at",
    "og",
    "på",
    "med",
    "for",
    "som",
];
const NAMES: [&str; 16] = [
    "Opdigt",
    "Prøvested",
    "Skabelon",
    "Eksempel",
    "Kladde",
    "Fiktiv",
    "Papsen",
    "Skitse",
    "Demosen",
    "Sagnby",
    "Modelgaard",
    "Legeland",
    "Ordspil",
    "Attrap",
    "Digtved",
    "Fabelborg",
];
const FIRST_NAMES: [&str; 16] = [
    "Asta", "Birk", "Clara", "Ditte", "Erik", "Frida", "Gert", "Hanne", "Ib", "Jonas", "Karen", "Leyla",
    "Mette", "Nour", "Ole", "Signe",
];
const KINDS: [UnitKind; 8] = [
    UnitKind::CareHome,
    UnitKind::School,
    UnitKind::Daycare,
    UnitKind::Library,
    UnitKind::ActivityCentre,
    UnitKind::YouthClub,
    UnitKind::Museum,
    UnitKind::DropInCentre,
];
const THEMES: [Theme; 4] = [Theme::Social, Theme::Folkeoplysning, Theme::Culture, Theme::Individual];

struct Builder {
    tx: Tx,
    dice: Dice,
    now: Instant,
    places: Vec<Place>,
}

/// Builds it in one transaction.
pub async fn fill(settings: &Settings, scale: Scale) -> anyhow::Result<()> {
    let dice = Dice::seeded(7);
    let db = Db::open(settings).await?.with_dice(Dice::seeded(11));
    let now = Clock::real().now();
    let preset = preset::find("ringkoebing-skjern").ok_or_else(|| anyhow::anyhow!("the preset is gone"))?;
    let new = NewMunicipality {
        slug: "storelund",
        name: "Storelund Kommune",
        code: "0998",
        hosts: &["*"],
        preset,
        takes: Takes::BodiesOnly,
        settings: json!({ "profile": { "phone": "12 00 95 01", "email": "frivillig@storelund.example" } }),
    };
    let tenant = preset::create(&db, now, new).await?;
    let tx = db.begin(Stamp { tenant, actor: None, now }).await?;
    let mut builder = Builder { tx, dice, now, places: Vec::new() };
    let coordinator = builder.add_everything(scale).await?;
    crate::affairs::fill(&mut builder.tx, scale, coordinator, now).await?;
    builder.tx.commit().await?;
    // What autovacuum does by itself within minutes.
    if let Backend::Postgres { pool } = db.backend() {
        sqlx::raw_sql("vacuum analyze").execute(pool).await?;
    }
    db.close().await;
    Ok(())
}

impl Builder {
    fn below(&self, end: usize) -> usize {
        usize::try_from(self.dice.below(end as u64)).unwrap_or(0)
    }

    fn one<'l, T>(&self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }

    fn words(&self, count: usize) -> String {
        let word = |_| if self.below(8) == 0 { self.compound() } else { (*self.one(&WORDS)).to_owned() };
        (0..count).map(word).collect::<Vec<_>>().join(" ")
    }

    fn compound(&self) -> String {
        format!("{}{}", self.one(&FIRST), self.one(&LAST))
    }

    fn keys(&self, all: &[String], most: usize) -> Vec<String> {
        let mut keys: Vec<String> = (0..1 + self.below(most)).map(|_| self.one(all).clone()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    fn near(&self, place: &Place) -> Option<(f64, f64)> {
        let spread = || self.below(1000) as f64 / 1000.0 * 0.04 - 0.02;
        Some((place.latitude + spread(), place.longitude + spread()))
    }

    /// Whoever coordinates.
    async fn add_everything(&mut self, scale: Scale) -> Result<PersonId> {
        for number in 0..PLACES {
            let city = format!("{}by", capitalised(FIRST[number % FIRST.len()]).trim_end_matches('-'));
            let Ok(postcode) = postcode(number).parse() else { continue };
            let place = Place {
                postcode,
                city,
                latitude: 56.0 + self.below(400) as f64 / 1000.0,
                longitude: 8.2 + self.below(700) as f64 / 1000.0,
            };
            place::save(&mut self.tx, &place).await?;
            self.places.push(place);
        }
        let mut people = Vec::with_capacity(scale.people);
        for number in 0..scale.people {
            people.push(self.add_person(number).await?);
        }
        let institutions = self.add_units(&people).await?;
        let mut associations = Vec::with_capacity(scale.associations);
        for number in 0..scale.associations {
            associations.push(self.add_association(number, &people).await?);
        }
        let topics: Vec<String> = topic::topics().iter().map(|topic| topic.key.to_string()).collect();
        let groups: Vec<String> =
            catalogue::target_groups().iter().map(|group| group.key.to_string()).collect();
        for number in 0..scale.tasks {
            let poster = match self.below(2) {
                0 => Poster::Unit(*self.one(&institutions)),
                _ => Poster::Association(*self.one(&associations)),
            };
            let task = self.task(poster, &topics, &groups, &people);
            task::store::add(&mut self.tx, &task).await?;
            // Somebody helps with every other one: as many volunteers as half the tasks.
            if number % 2 == 0 {
                self.engage(&task, people[number % people.len()]).await?;
            }
        }
        Ok(people[0])
    }

    async fn engage(&mut self, task: &Task, person: PersonId) -> Result<()> {
        let begun = self.now.plus_days(-10);
        let yes = Some(Yes { at: begun, by: None });
        let engagement = Engagement {
            state: engagement::State::Active,
            state_since: begun,
            in_force: Some(1),
            place_yes: yes,
            volunteer_yes: yes,
            ..Engagement::new(self.tx.new_id(), task.id, person, 1, Some(begun.day()), begun)
        };
        engagement::store::add(&mut self.tx, &engagement).await
    }

    async fn add_person(&mut self, number: usize) -> Result<PersonId> {
        let name = format!("{} {}", self.one(&FIRST_NAMES), self.one(&NAMES));
        let person = Person::new(
            self.tx.new_id(),
            name,
            format!("person{number}@post.example").parse().ok(),
            self.now,
        );
        person::store::add(&mut self.tx, &person).await?;
        Ok(person.id)
    }

    async fn add_units(&mut self, people: &[PersonId]) -> Result<Vec<UnitId>> {
        let central = self.add_unit("Storelund Kommune".into(), UnitKind::Central, None).await?;
        self.appoint(
            central,
            PositionKind::CentralCoordinator,
            "Central frivillighedskoordinator",
            people[0],
        )
        .await?;
        let mut departments = Vec::new();
        for number in 0..DEPARTMENTS {
            let name =
                format!("{} og {}", capitalised(FIRST[number]).trim_end_matches('-'), FIRST[number + 8]);
            let department = self.add_unit(name, UnitKind::Sector, Some(central)).await?;
            let position =
                self.appoint(department, PositionKind::KeyPerson, "Nøgleperson", people[1 + number]).await?;
            position::store::make_liaison(&mut self.tx, department, position, SINCE).await?;
            departments.push(department);
        }
        let mut institutions = Vec::new();
        for number in 0..INSTITUTIONS {
            let name = format!("{} {}", capitalised(&self.compound()), number + 1);
            let unit = self
                .add_unit(name, KINDS[number % KINDS.len()], Some(departments[number % DEPARTMENTS]))
                .await?;
            self.appoint(unit, PositionKind::LocalContact, "Lokal kontaktperson", people[20 + number])
                .await?;
            institutions.push(unit);
        }
        Ok(institutions)
    }

    async fn add_unit(&mut self, name: String, kind: UnitKind, parent: Option<UnitId>) -> Result<UnitId> {
        let id = self.tx.new_id();
        let place = self.one(&self.places).clone();
        let unit = Unit {
            address: "Prøvevej 1".into(),
            postcode: place.postcode.to_string(),
            city: place.city.clone(),
            place: self.near(&place),
            phone: "12 00 95 02".parse().ok(),
            about: self.words(30),
            ..Unit::named(id, &name, kind, parent, SINCE)
        };
        unit::store::add(&mut self.tx, &unit).await?;
        Ok(id)
    }

    async fn appoint(
        &mut self,
        unit: UnitId,
        kind: PositionKind,
        title: &str,
        person: PersonId,
    ) -> Result<position::PositionId> {
        let position = Position::new(self.tx.new_id(), unit, kind, title, SINCE);
        position::store::add(&mut self.tx, &position).await?;
        position::store::appoint(&mut self.tx, position.id, person, Capacity::Holder, Validity::since(SINCE))
            .await?;
        Ok(position.id)
    }

    async fn add_association(&mut self, number: usize, people: &[PersonId]) -> Result<AssociationId> {
        let id = self.tx.new_id();
        let name = format!("{} {}", capitalised(&self.compound()), number + 1);
        let place = self.one(&self.places).clone();
        let association = Association {
            about: self.words(40),
            postcode: Some(place.postcode.clone()),
            city: place.city.clone(),
            place: self.near(&place),
            phone: "12 00 95 03".parse().ok(),
            email: format!("forening{number}@post.example").parse().ok(),
            state: association::State::Approved,
            ..Association::new(id, name, AssociationKind::Association, *self.one(&THEMES), self.now)
        };
        association::store::add(&mut self.tx, &association).await?;
        for (at, role) in [ContactRole::Chair, ContactRole::Contact].into_iter().enumerate() {
            let contact = Contact {
                id: self.tx.new_id(),
                association_id: id,
                person_id: people[(200 + number * 2 + at) % people.len()],
                name: String::new(),
                phone: None,
                email: None,
                role,
                is_public: at == 0,
                valid_from: SINCE,
                valid_to: None,
            };
            association::store::add_contact(&mut self.tx, &contact).await?;
        }
        Ok(id)
    }

    /// An open one, with a time in the coming ten weeks.
    fn task(&self, poster: Poster, topics: &[String], groups: &[String], people: &[PersonId]) -> Task {
        let place = self.one(&self.places);
        let created = self.now.plus_days(-(self.below(60) as i64));
        let mut task =
            Task::draft(self.tx.new_id(), poster, *self.one(&THEMES), Some(*self.one(people)), created);
        task.title = format!("{} {}", capitalised(&self.compound()), self.words(3));
        task.summary = self.words(18);
        task.does = (0..4).map(|_| self.words(6)).collect();
        task.boundary.staff = vec![self.words(8)];
        task.boundary.volunteers = vec![self.words(8)];
        task.offers = vec![self.words(8)];
        task.expects = vec![self.words(8)];
        task.topics = self.keys(topics, 3);
        task.target_groups = self.keys(groups, 3);
        task.remote = if self.below(10) == 0 { Remote::Remote } else { Remote::OnSite };
        task.postcode = Some(place.postcode.clone());
        task.city.clone_from(&place.city);
        task.place = self.near(place);
        task.time = self.time();
        task.places = Some(1 + self.below(12) as i64);
        if self.below(4) == 0 {
            task.requirements = vec![Requirement::ChildrensCertificate];
        }
        task.insurance = task::Insurance::Work;
        task.contact = Some(*self.one(people));
        task.state = State::Open(Open::from(self.now.plus_days(-1), self.now.plus_days(90)));
        task.published_at = Some(created);
        task
    }

    fn time(&self) -> Time {
        let turn = Turn {
            start_minute: 30 * (16 + self.below(24) as i64),
            duration: 30 * (2 + self.below(6) as i64),
        };
        let ahead = |days: usize| self.now.day().plus_days(i32::try_from(1 + self.below(days)).unwrap_or(1));
        const WEEK: [Weekday; 7] = [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
            Weekday::Sunday,
        ];
        match self.below(10) {
            0..5 => Time::OneOff { day: ahead(70), turn },
            5..9 => Time::Weekly { weekdays: vec![*self.one(&WEEK)], from: Some(ahead(14)), to: None, turn },
            _ => {
                Time::Flexible { minutes_per_week: Some(60), note: "Når det passer dig".into(), until: None }
            }
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
