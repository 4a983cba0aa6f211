//! Places, units, people, positions and associations of the town.

use samskab_kernel::{Day, Validity};
use samskab_organisation::{
    association::{self, Association, Contact, State},
    person::{self, MailChoice, Person},
    place::{self, Place},
    position::{self, Capacity, Position},
    unit::{self, Unit, UnitId, UnitKind},
};

use super::{
    DemoTown,
    files::{Entry, Files},
};

/// The files are half-open, the database counts the last day in.
fn validity(entry: &Entry<'_>) -> anyhow::Result<Validity> {
    let gone: Option<Day> = entry.parsed_if_any("valid_to")?;
    Ok(Validity { from: entry.parsed("valid_from")?, to: gone.map(|day| day.plus_days(-1)) })
}

impl DemoTown {
    pub(super) async fn add_who(&mut self, files: &Files) -> anyhow::Result<()> {
        for entry in files.entries("place")? {
            let place = Place {
                postcode: entry.parsed("postcode")?,
                city: entry.text("city")?.to_owned(),
                latitude: entry.decimal("lat")?,
                longitude: entry.decimal("lon")?,
            };
            place::save(&mut self.tx, &place).await?;
            self.places.insert(entry.text("postcode")?.to_owned(), place);
        }
        let units = files.entries("unit")?;
        for entry in &units {
            let id = self.tx.new_id();
            self.units.insert(entry.text("key")?.to_owned(), id);
            self.add_unit(id, entry).await?;
        }
        for entry in &units {
            let successor = entry.known_if_any("successor", &self.units)?;
            if let (Some(successor), Some(last_day)) = (successor, validity(entry)?.to) {
                let id = entry.known("key", &self.units)?;
                unit::store::close(&mut self.tx, id, last_day, Some(successor)).await?;
            }
        }
        for (number, entry) in files.entries("person")?.into_iter().enumerate() {
            let (key, id) = (entry.text("key")?, self.tx.new_id());
            let email = Some(entry.parsed("email")?);
            let mut person = Person::new(id, entry.text("name")?, email, self.now);
            person.phone = entry.parsed_if_any("phone")?;
            person.email_confirmed_at = Some(self.now);
            // Some come every day, some now and then, and some have never been here.
            person.last_seen_at = match number % 6 {
                5 => None,
                4 => Some(self.days_ago(130)),
                rest => Some(self.days_ago(i64::try_from(rest * rest * 3 + number % 4)?)),
            };
            // So that the demo's post box has something in it within the minute.
            person.mail_choice = MailChoice::AtOnce;
            person::store::add(&mut self.tx, &person).await?;
            self.people.insert(key.to_owned(), id);
            self.names.insert(key.to_owned(), person.name);
        }
        self.add_positions(files).await?;
        for entry in files.entries("association")? {
            self.add_association(&entry).await?;
        }
        Ok(())
    }

    async fn add_unit(&mut self, id: UnitId, entry: &Entry<'_>) -> anyhow::Result<()> {
        let kind: UnitKind = entry.parsed("kind")?;
        let parent = entry.known_if_any("parent", &self.units)?;
        let whole = validity(entry)?;
        let postcode = entry.text_or_empty("postcode")?;
        let now = Unit {
            address: entry.text_or_empty("address")?,
            city: self.city(&postcode),
            place: self.point(&postcode, entry.text("key")?),
            postcode,
            phone: entry.parsed_if_any("phone")?,
            email: entry.parsed_if_any("email")?,
            about: entry.text_or_empty("about")?,
            visiting: entry.text_or_empty("visiting")?,
            validity: whole,
            ..Unit::named(id, entry.text("name")?, kind, parent, whole.from)
        };
        let mut versions = Vec::new();
        let mut from = whole.from;
        for earlier in entry.entries("history")? {
            let period = validity(&earlier)?;
            let parent = earlier.known_if_any("parent", &self.units)?.or(parent);
            let name = earlier.text("name")?.to_owned();
            versions.push(Unit { name, parent, validity: period, ..now.clone() });
            from = period.to.map_or(from, |last| last.plus_days(1));
        }
        versions.push(Unit { validity: Validity { from, to: whole.to }, ..now });
        for (at, version) in versions.iter().enumerate() {
            if at == 0 {
                unit::store::add(&mut self.tx, version).await?;
            } else {
                unit::store::add_version(&mut self.tx, version).await?;
            }
        }
        Ok(())
    }

    async fn add_positions(&mut self, files: &Files) -> anyhow::Result<()> {
        let positions = files.entries("position")?;
        for entry in &positions {
            let id = self.tx.new_id();
            self.positions.insert(entry.text("key")?.to_owned(), id);
        }
        for entry in &positions {
            let period = validity(entry)?;
            let position = Position { validity: period, ..self.position(entry)? };
            position::store::add(&mut self.tx, &position).await?;
            let person = entry.known("person", &self.people)?;
            position::store::appoint(&mut self.tx, position.id, person, Capacity::Holder, period).await?;
            if entry.flag("liaison")?.unwrap_or_default() {
                position::store::make_liaison(&mut self.tx, position.unit, position.id, period.from).await?;
            }
        }
        for entry in &positions {
            if let Some(reports_to) = entry.known_if_any("reports_to", &self.positions)? {
                let position = Position { reports_to: Some(reports_to), ..self.position(entry)? };
                position::store::save(&mut self.tx, &position).await?;
            }
        }
        let since = Validity::since(self.today.plus_days(-200));
        for entry in files.entries("deputy")? {
            let position = entry.known("position", &self.positions)?;
            let person = entry.known("person", &self.people)?;
            position::store::appoint(&mut self.tx, position, person, Capacity::Deputy, since).await?;
        }
        for entry in files.entries("absence")? {
            let person = entry.known("person", &self.people)?;
            let first = self.today.plus_days(entry.number("from_day_offset")?);
            let last = self.today.plus_days(entry.number("to_day_offset")?);
            position::store::add_absence(&mut self.tx, person, first, last).await?;
        }
        for entry in files.entries("not_appropriate")? {
            let unit = entry.known("unit", &self.units)?;
            position::store::waive(&mut self.tx, unit, entry.text("reason")?, validity(&entry)?).await?;
        }
        Ok(())
    }

    /// Held without an end, under nobody.
    fn position(&self, entry: &Entry<'_>) -> anyhow::Result<Position> {
        let (id, unit) = (entry.known("key", &self.positions)?, entry.known("unit", &self.units)?);
        let from = entry.parsed("valid_from")?;
        Ok(Position {
            share: entry.text_or_empty("share")?,
            hours_per_week: entry.number_if_any("hours_per_week")?,
            topics: entry.texts_if_any("topics")?.join(" "),
            ..Position::new(id, unit, entry.parsed("role")?, entry.text("title")?, from)
        })
    }

    async fn add_association(&mut self, entry: &Entry<'_>) -> anyhow::Result<()> {
        let id = self.tx.new_id();
        let key = entry.text("key")?;
        let registered = self.days_ago(entry.number("registered_days_ago")?);
        let postcode = entry.text_or_empty("postcode")?;
        let association = Association {
            id,
            number: None,
            name: entry.text("name")?.to_owned(),
            kind: entry.parsed("kind")?,
            theme: entry.parsed("theme")?,
            topics: entry.texts_if_any("topics")?.join(" "),
            branch: String::new(),
            parent_organisation: entry.text_or_empty("parent_organisation")?,
            cvr: entry.parsed_if_any("cvr")?,
            p_number: None,
            target_groups: entry.texts_if_any("target_groups")?.join(" "),
            about: entry.text("about")?.to_owned(),
            address: entry.text_or_empty("address")?,
            postcode: entry.parsed_if_any("postcode")?,
            city: self.city(&postcode),
            place: self.point(&postcode, key),
            phone: entry.parsed_if_any("phone")?,
            email: entry.parsed_if_any("email")?,
            website: entry.text_if_any("website")?.map(ToOwned::to_owned),
            approved_folkeoplysning: entry.flag("folkeoplysende")?.unwrap_or_default(),
            members: entry.number_if_any("members")?,
            founded: entry.number_if_any("founded")?,
            state: State::of(entry.text("state")?, String::new())
                .ok_or_else(|| entry.wrong("state", &"not a state of an association"))?,
            state_since: registered,
            created_at: registered,
            updated_at: registered,
        };
        association::store::add(&mut self.tx, &association).await?;
        for (at, contact) in entry.entries("contacts")?.iter().enumerate() {
            let contact = Contact {
                id: self.tx.new_id(),
                association_id: id,
                person_id: contact.known("person", &self.people)?,
                name: String::new(),
                phone: None,
                email: None,
                role: contact.parsed("role")?,
                is_public: at == 0,
                valid_from: registered.day(),
                valid_to: None,
            };
            association::store::add_contact(&mut self.tx, &contact).await?;
        }
        self.associations.insert(key.to_owned(), id);
        Ok(())
    }
}
