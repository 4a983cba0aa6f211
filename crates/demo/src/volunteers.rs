//! What the town's volunteers like, can and have time for, and whom they let see it.

use std::collections::BTreeMap;

use samskab_kernel::{Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Db, Stamp};
use samskab_volunteers::volunteer::{Age, Availability, Cv, Field, consent, store};

use super::{
    DemoTown, days,
    files::{Entry, Files},
    interests::Volunteer,
    words::PartOfWeek,
};

/// Which words were read: see the catalogue's text of the consent.
const CONSENT_TEXT: i64 = 1;
const CONSENT_MONTHS: i64 = 12;

/// A yes to being found, given some days ago.
pub(super) struct GivenConsent {
    person: PersonId,
    fields: Vec<Field>,
    is_withdrawn: bool,
}

impl DemoTown {
    /// Gives back the consents by how many days ago they were given.
    pub(super) async fn add_cvs(
        &mut self,
        files: &Files,
    ) -> anyhow::Result<BTreeMap<i64, Vec<GivenConsent>>> {
        let mut given: BTreeMap<i64, Vec<GivenConsent>> = BTreeMap::new();
        for entry in files.entries("cv")? {
            let volunteer = entry.known("volunteer", &self.volunteers)?;
            let cv = self.cv(&entry, &volunteer).await?;
            store::save(&mut self.tx, &cv).await?;
            if let Some(days) = entry.number_if_any("consent_days_ago")? {
                let hides: Vec<Field> = entry.all_parsed_if_any("hides")?;
                given.entry(days).or_default().push(GivenConsent {
                    person: volunteer.person.id,
                    fields: Field::ALL.iter().copied().filter(|field| !hides.contains(field)).collect(),
                    is_withdrawn: entry.flag("withdrawn")?.unwrap_or_default(),
                });
            }
        }
        Ok(given)
    }

    async fn cv(&mut self, entry: &Entry<'_>, volunteer: &Volunteer) -> anyhow::Result<Cv> {
        let mut availability = Availability::default();
        for PartOfWeek(weekday, part) in entry.all_parsed("times")? {
            availability = availability.and(weekday, part);
        }
        let given_days_ago = entry.number_if_any("consent_days_ago")?.unwrap_or(30);
        let made = self.days_ago(given_days_ago);
        let id = store::fresh_id(&mut self.tx).await?;
        let age = match (entry.flag("adult")?, entry.number_if_any::<i32>("years")?) {
            (Some(true), _) => Age::Adult,
            (_, Some(years)) => Age::Born(self.today.plus_days(-(years * 365 + 120))),
            (_, None) => Age::NotSaid,
        };
        let (key, postcode) = (entry.text("volunteer")?, volunteer.postcode.as_deref());
        Ok(Cv {
            topics: entry.texts("topics")?,
            target_groups: entry.texts("target_groups")?,
            competences: entry.texts("competences")?,
            not_topics: entry.texts_if_any("not_topics")?,
            languages: entry.all_parsed("languages")?,
            driving_licence: entry.text_if_any("transport")? == Some("car"),
            rhythm: entry.parsed("rhythm")?,
            minutes_per_week: entry.number_if_any("minutes_per_week")?,
            availability,
            postcode: postcode.map(str::parse).transpose()?,
            place: postcode.and_then(|postcode| self.point(postcode, key)),
            reach_km: entry.number_if_any("reach_km")?,
            transport: entry.parsed_if_any("transport")?,
            from_home: entry.flag("from_home")?.unwrap_or_default(),
            company: entry.parsed("company")?,
            about: entry.text("about")?.to_owned(),
            age,
            volunteer_since: entry.number_if_any("since")?,
            // Kept up since: what nobody has looked after for a year goes.
            updated_at: self.days_ago(given_days_ago.min(90)),
            ..Cv::new(id, volunteer.person.id, made)
        })
    }
}

/// Each yes on the day it was given, the oldest first.
pub(super) async fn add_consents(
    db: &Db,
    tenant: TenantId,
    now: Instant,
    given: BTreeMap<i64, Vec<GivenConsent>>,
) -> anyhow::Result<()> {
    for (back, all) in given.into_iter().rev() {
        let at = days::ago(now, back);
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
