//! What the town's volunteers like, can and have time for, and whom they let see it.

use std::collections::{BTreeMap, HashMap};

use samskab_kernel::TenantId;
use samskab_organisation::person::PersonId;
use samskab_store::{Db, Stamp};
use samskab_volunteering::volunteer::{Age, Availability, Cv, Field, consent, store};

use super::{
    Town, all_parsed, files::Files, known, parsed, parsed_if_any, tasks::named, volunteer_files::CvEntry,
};

/// Which words were read: see the catalogue's text of the consent.
const CONSENT_TEXT: i64 = 1;
const CONSENT_MONTHS: i64 = 12;

/// A yes to being found, given some days ago.
pub(super) struct Given {
    person: PersonId,
    fields: Vec<Field>,
    is_withdrawn: bool,
}

impl Town {
    /// Gives back the consents by how many days ago they were given.
    pub(super) async fn add_cvs(&mut self, files: &Files) -> anyhow::Result<BTreeMap<i64, Vec<Given>>> {
        let postcodes: HashMap<&str, Option<&str>> =
            files.interests.volunteer.iter().map(|one| (one.key.as_str(), one.postcode.as_deref())).collect();
        let mut given: BTreeMap<i64, Vec<Given>> = BTreeMap::new();
        for entry in &files.volunteers.cv {
            let postcode = postcodes.get(entry.volunteer.as_str()).copied().flatten();
            let person = known(&self.people, &entry.volunteer)?;
            let cv = self.cv(entry, person, postcode).await?;
            store::save(&mut self.tx, &cv).await?;
            if let Some(days) = entry.consent_days_ago {
                let hides: Vec<Field> = all_parsed(&entry.hides)?;
                let fields = Field::ALL.iter().copied().filter(|field| !hides.contains(field)).collect();
                given.entry(days).or_default().push(Given { person, fields, is_withdrawn: entry.withdrawn });
            }
        }
        Ok(given)
    }

    async fn cv(&mut self, entry: &CvEntry, person: PersonId, postcode: Option<&str>) -> anyhow::Result<Cv> {
        let mut availability = Availability::default();
        for time in &entry.times {
            let (weekday, part) = time
                .split_once(' ')
                .ok_or_else(|| anyhow::anyhow!("“{time}” is not a weekday and a part"))?;
            availability = availability.and(named(weekday)?, parsed(part)?);
        }
        let made = self.days_ago(entry.consent_days_ago.unwrap_or(30));
        let id = store::fresh_id(&mut self.tx).await?;
        let age = match (entry.adult, entry.years) {
            (true, _) => Age::Adult,
            (false, Some(years)) => Age::Born(self.today.plus_days(-(years * 365 + 120))),
            (false, None) => Age::NotSaid,
        };
        Ok(Cv {
            topics: entry.topics.clone(),
            target_groups: entry.target_groups.clone(),
            competences: entry.competences.clone(),
            not_topics: entry.not_topics.clone(),
            languages: all_parsed(&entry.languages)?,
            driving_licence: entry.transport.as_deref() == Some("car"),
            rhythm: parsed(&entry.rhythm)?,
            minutes_per_week: entry.minutes_per_week,
            availability,
            postcode: parsed_if_any(postcode)?,
            place: postcode.and_then(|postcode| self.point(postcode, &entry.volunteer)),
            reach_km: entry.reach_km,
            transport: parsed_if_any(entry.transport.as_deref())?,
            from_home: entry.from_home,
            company: parsed(&entry.company)?,
            about: entry.about.clone(),
            age,
            volunteer_since: entry.since,
            // Kept up since: what nobody has looked after for a year goes.
            updated_at: self.days_ago(entry.consent_days_ago.unwrap_or(30).min(90)),
            ..Cv::new(id, person, made)
        })
    }
}

/// Each yes on the day it was given, the oldest first.
pub(super) async fn add_consents(
    db: &Db,
    tenant: TenantId,
    now: samskab_kernel::Instant,
    given: BTreeMap<i64, Vec<Given>>,
) -> anyhow::Result<()> {
    for (days, all) in given.into_iter().rev() {
        let at = now.plus_days(-days);
        let mut tx = db.begin(Stamp { tenant, actor: None, now: at }).await?;
        for one in all {
            let end = consent::end_of(at.day(), CONSENT_MONTHS);
            consent::give(&mut tx, one.person, &one.fields, CONSENT_TEXT, end).await?;
            if one.is_withdrawn {
                consent::withdraw(&mut tx, one.person).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}
