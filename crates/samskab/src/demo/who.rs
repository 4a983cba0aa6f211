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
    Town,
    files::{AssociationEntry, Files, PositionsFile, UnitEntry},
    known, parsed, parsed_if_any,
};

/// The files are half-open, the database counts the last day in.
fn validity(from: &str, to: Option<&str>) -> anyhow::Result<Validity> {
    let to: Option<Day> = parsed_if_any(to)?;
    Ok(Validity { from: parsed(from)?, to: to.map(|gone| gone.plus_days(-1)) })
}

impl Town {
    pub(super) async fn add_who(&mut self, files: &Files) -> anyhow::Result<()> {
        for entry in &files.town.place {
            let place = Place {
                postcode: parsed(&entry.postcode)?,
                city: entry.city.clone(),
                latitude: entry.lat,
                longitude: entry.lon,
            };
            place::save(&mut self.tx, &place).await?;
            self.places.insert(entry.postcode.clone(), place);
        }
        for entry in &files.units {
            let id = self.tx.new_id();
            self.units.insert(entry.key.clone(), id);
            self.add_unit(id, entry).await?;
        }
        for entry in files.units.iter().filter(|entry| entry.successor.is_some()) {
            let Some(valid_to) = validity(&entry.valid_from, entry.valid_to.as_deref())?.to else { continue };
            let successor = entry.successor.as_deref().map(|key| known(&self.units, key)).transpose()?;
            let id = known(&self.units, &entry.key)?;
            unit::store::close(&mut self.tx, id, valid_to, successor).await?;
        }
        for entry in &files.people {
            let id = self.tx.new_id();
            let mut person = Person::new(id, &entry.name, parsed_if_any(Some(&entry.email))?, self.now);
            person.phone = parsed_if_any(entry.phone.as_deref())?;
            person.email_confirmed_at = Some(self.now);
            // So that the demo's post box has something in it within the minute.
            person.mail_choice = MailChoice::AtOnce;
            person::store::add(&mut self.tx, &person).await?;
            self.people.insert(entry.key.clone(), id);
            self.names.insert(entry.key.clone(), entry.name.clone());
        }
        self.add_positions(&files.positions).await?;
        for entry in &files.associations {
            self.add_association(entry).await?;
        }
        Ok(())
    }

    async fn add_unit(&mut self, id: UnitId, entry: &UnitEntry) -> anyhow::Result<()> {
        let kind: UnitKind = parsed(&entry.kind)?;
        let parent = entry.parent.as_deref().map(|key| known(&self.units, key)).transpose()?;
        let whole = validity(&entry.valid_from, entry.valid_to.as_deref())?;
        let now = Unit {
            address: entry.address.clone(),
            postcode: entry.postcode.clone(),
            city: self.city(&entry.postcode),
            place: self.point(&entry.postcode, &entry.key),
            phone: parsed_if_any(entry.phone.as_deref())?,
            email: parsed_if_any(entry.email.as_deref())?,
            about: entry.about.clone(),
            visiting: entry.visiting.clone(),
            validity: whole,
            ..Unit::named(id, &entry.name, kind, parent, whole.from)
        };
        let mut versions = Vec::new();
        let mut from = whole.from;
        for earlier in &entry.history {
            let period = validity(&earlier.valid_from, Some(&earlier.valid_to))?;
            let parent = match &earlier.parent {
                Some(key) => Some(known(&self.units, key)?),
                None => parent,
            };
            versions.push(Unit { name: earlier.name.clone(), parent, validity: period, ..now.clone() });
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

    async fn add_positions(&mut self, file: &PositionsFile) -> anyhow::Result<()> {
        for entry in &file.position {
            let id = self.tx.new_id();
            self.positions.insert(entry.key.clone(), id);
        }
        for entry in &file.position {
            let id = known(&self.positions, &entry.key)?;
            let unit = known(&self.units, &entry.unit)?;
            let period = validity(&entry.valid_from, entry.valid_to.as_deref())?;
            let position = Position {
                share: entry.share.clone(),
                hours_per_week: entry.hours_per_week,
                topics: entry.topics.join(" "),
                validity: period,
                ..Position::new(id, unit, parsed(&entry.role)?, &entry.title, period.from)
            };
            position::store::add(&mut self.tx, &position).await?;
            let person = known(&self.people, &entry.person)?;
            position::store::appoint(&mut self.tx, id, person, Capacity::Holder, period).await?;
            if entry.liaison {
                position::store::make_liaison(&mut self.tx, unit, id, period.from).await?;
            }
        }
        for entry in file.position.iter().filter(|entry| entry.reports_to.is_some()) {
            let id = known(&self.positions, &entry.key)?;
            let period = validity(&entry.valid_from, entry.valid_to.as_deref())?;
            let unit = known(&self.units, &entry.unit)?;
            let position = Position {
                share: entry.share.clone(),
                hours_per_week: entry.hours_per_week,
                topics: entry.topics.join(" "),
                reports_to: entry.reports_to.as_deref().map(|key| known(&self.positions, key)).transpose()?,
                ..Position::new(id, unit, parsed(&entry.role)?, &entry.title, period.from)
            };
            position::store::save(&mut self.tx, &position).await?;
        }
        let since = Validity::since(self.today.plus_days(-200));
        for entry in &file.deputy {
            let (position, person) =
                (known(&self.positions, &entry.position)?, known(&self.people, &entry.person)?);
            position::store::appoint(&mut self.tx, position, person, Capacity::Deputy, since).await?;
        }
        for entry in &file.absence {
            let person = known(&self.people, &entry.person)?;
            let (first, last) =
                (self.today.plus_days(entry.from_day_offset), self.today.plus_days(entry.to_day_offset));
            position::store::add_absence(&mut self.tx, person, first, last).await?;
        }
        for entry in &file.not_appropriate {
            let unit = known(&self.units, &entry.unit)?;
            position::store::waive(&mut self.tx, unit, &entry.reason, validity(&entry.valid_from, None)?)
                .await?;
        }
        Ok(())
    }

    async fn add_association(&mut self, entry: &AssociationEntry) -> anyhow::Result<()> {
        let id = self.tx.new_id();
        let registered = self.days_ago(entry.registered_days_ago);
        let postcode = entry.postcode.as_deref().unwrap_or_default();
        let association = Association {
            id,
            number: None,
            name: entry.name.clone(),
            kind: parsed(&entry.kind)?,
            theme: parsed(&entry.theme)?,
            topics: entry.topics.join(" "),
            branch: String::new(),
            parent_organisation: entry.parent_organisation.clone(),
            cvr: parsed_if_any(entry.cvr.as_deref())?,
            p_number: None,
            target_groups: entry.target_groups.join(" "),
            about: entry.about.clone(),
            address: entry.address.clone(),
            postcode: parsed_if_any(entry.postcode.as_deref())?,
            city: self.city(postcode),
            place: self.point(postcode, &entry.key),
            phone: parsed_if_any(entry.phone.as_deref())?,
            email: parsed_if_any(entry.email.as_deref())?,
            website: entry.website.clone(),
            approved_folkeoplysning: entry.folkeoplysende,
            members: entry.members,
            founded: entry.founded,
            state: State::of(&entry.state, String::new())
                .ok_or_else(|| anyhow::anyhow!("“{}” is not a state of an association", entry.state))?,
            state_since: registered,
            created_at: registered,
            updated_at: registered,
        };
        association::store::add(&mut self.tx, &association).await?;
        for (at, contact) in entry.contacts.iter().enumerate() {
            let contact = Contact {
                id: self.tx.new_id(),
                association_id: id,
                person_id: known(&self.people, &contact.person)?,
                name: String::new(),
                phone: None,
                email: None,
                role: parsed(&contact.role)?,
                is_public: at == 0,
                valid_from: registered.day(),
                valid_to: None,
            };
            association::store::add_contact(&mut self.tx, &contact).await?;
        }
        self.associations.insert(entry.key.clone(), id);
        Ok(())
    }
}
