//! How the volunteers came, the proofs they have got, and who has looked at their CVs.

use samskab_kernel::{Day, Instant, TenantId, jiff::ToSpan as _};
use samskab_organisation::person::PersonId;
use samskab_organisation::unit::{self, Level};
use samskab_store::{Db, Stamp};
use samskab_volunteering::{
    channel::{self, CameBy, Channel, Code, HeardFrom},
    coverage::{self, standing::Figures},
    hours,
    proof::{self, Content, Helped, Kind, Proof},
    requirement::declaration::{self, Declaration},
    task::TaskId,
    volunteer::{groups, look, pupil},
};

use super::{
    Town,
    files::Files,
    known, parsed,
    reach_files::{ChannelEntry, ProofEntry, PupilEntry},
};

/// How far back visits are counted.
const VISIT_DAYS: i32 = 120;

/// Somebody looked, some days ago.
pub(super) struct Looked {
    days_ago: i64,
    by: PersonId,
    place: String,
    task: Option<TaskId>,
    kind: look::Kind,
    at: Vec<PersonId>,
}

impl Town {
    pub(super) async fn add_reach(&mut self, files: &Files) -> anyhow::Result<Vec<Looked>> {
        for entry in &files.reach.channel {
            self.add_channel(entry).await?;
        }
        for entry in files.interests.interest.iter().filter(|entry| entry.heard_from.is_some()) {
            self.add_heard_from(&entry.volunteer, &entry.task, entry.heard_from.as_deref()).await?;
        }
        self.add_declarations(files).await?;
        for entry in &files.reach.pupil {
            self.add_pupil(entry).await?;
        }
        for entry in &files.reach.proof {
            self.add_proof(entry).await?;
        }
        for entry in &files.reach.group {
            let group = groups::Group {
                id: self.tx.new_id(),
                name: entry.name.clone(),
                kind: parsed(&entry.kind)?,
                persons: entry.persons,
                youngest: entry.youngest,
            };
            let person = known(&self.people, &entry.volunteer)?;
            groups::add(&mut self.tx, person, &group).await?;
        }
        let mut looks = Vec::new();
        for entry in &files.reach.look {
            let at = entry.at.iter().map(|key| known(&self.people, key)).collect::<anyhow::Result<_>>()?;
            looks.push(Looked {
                days_ago: entry.days_ago,
                by: known(&self.people, &entry.by)?,
                place: entry.place.clone(),
                task: entry.task.as_deref().map(|key| known(&self.tasks, key)).transpose()?,
                kind: parsed(&entry.kind)?,
                at,
            });
        }
        Ok(looks)
    }

    async fn add_channel(&mut self, entry: &ChannelEntry) -> anyhow::Result<()> {
        let code = match &entry.code {
            Some(code) => parsed(code)?,
            None => Code::fresh(self.db.dice()),
        };
        let channel = Channel {
            id: self.tx.new_id(),
            code,
            name: entry.name.clone(),
            kind: parsed(&entry.kind)?,
            person_id: entry.person.as_deref().map(|key| known(&self.people, key)).transpose()?,
            is_active: entry.is_active,
            created_at: self.days_ago(i64::from(VISIT_DAYS) + 40),
        };
        channel::store::add(&mut self.tx, &channel).await?;
        let mut tasks = Vec::new();
        for key in &entry.interests {
            let key = key.split_once("--").map(|(one, other)| (one.to_owned(), other.to_owned()));
            let key = key.ok_or_else(|| anyhow::anyhow!("an interest is “volunteer--task”"))?;
            let interest = *self
                .interests
                .get(&key)
                .ok_or_else(|| anyhow::anyhow!("“{}” has shown no interest in “{}”", key.0, key.1))?;
            let came = CameBy { channel: Some(channel.id), heard_from: Some(HeardFrom::Channel) };
            channel::store::came_by(&mut self.tx, interest, came).await?;
            tasks.push(known(&self.tasks, &key.1)?);
        }
        // About so many a week, and a few more now and then.
        for ago in 0..VISIT_DAYS {
            let so_far = |days: i32| entry.per_week * i64::from(days) / 7;
            let times = so_far(ago + 1) - so_far(ago) + entry.per_week * i64::from(ago % 5 == 2) / 9;
            if times == 0 {
                continue;
            }
            let day = self.today.plus_days(-ago);
            let task = tasks.get(usize::try_from(ago)? % (tasks.len() + 2)).copied();
            channel::store::count_visits(&mut self.tx, channel.id, day, task, times).await?;
        }
        Ok(())
    }

    /// What people answered who came by no link.
    async fn add_heard_from(
        &mut self,
        volunteer: &str,
        task: &str,
        heard_from: Option<&str>,
    ) -> anyhow::Result<()> {
        let heard_from = match heard_from {
            Some("another_volunteer") => HeardFrom::Volunteer,
            Some("poster" | "library") => HeardFrom::Poster,
            Some("newspaper") => HeardFrom::Newspaper,
            Some("social_media") => HeardFrom::SocialMedia,
            Some("website") => HeardFrom::Website,
            _ => HeardFrom::Other,
        };
        let key = (volunteer.to_owned(), task.to_owned());
        let Some(interest) = self.interests.get(&key).copied() else { return Ok(()) };
        let tenant = self.tx.tenant();
        if channel::store::of_interest(&mut self.tx, tenant, interest).await?.is_none() {
            let came = CameBy { channel: None, heard_from: Some(heard_from) };
            channel::store::came_by(&mut self.tx, interest, came).await?;
        }
        Ok(())
    }

    async fn add_declarations(&mut self, files: &Files) -> anyhow::Result<()> {
        let year = self.today.date().year();
        for (at, entry) in files.associations.iter().enumerate().filter(|(_, one)| one.state == "approved") {
            let Some(contact) = entry.contacts.first() else { continue };
            let (association, person) =
                (known(&self.associations, &entry.key)?, known(&self.people, &contact.person)?);
            let has_children = entry
                .target_groups
                .iter()
                .any(|group| matches!(group.as_str(), "children" | "families" | "young_people"));
            for year in [year - 1, year] {
                let is_this_year = year == self.today.date().year();
                if is_this_year && files.reach.declarations.lacking.contains(&entry.key) {
                    continue;
                }
                let signed = Day::of(year, 1, 2).plus_days(i32::try_from(at)?).at(16, 30);
                let declaration = Declaration {
                    association,
                    year: i64::from(year),
                    has_children,
                    signed_by: Some(person),
                    signed_name: self.names.get(&contact.person).cloned().unwrap_or_default(),
                    signed_role: "Formand".into(),
                    signed_at: signed.min(self.now),
                };
                declaration::store::add(&mut self.tx, &declaration).await?;
            }
        }
        Ok(())
    }

    async fn add_pupil(&mut self, entry: &PupilEntry) -> anyhow::Result<()> {
        let person = known(&self.people, &entry.volunteer)?;
        let (begins_on, ends_on) =
            (self.today.plus_days(-entry.began_days_ago), self.today.plus_days(entry.ends_in_days));
        let project = pupil::Project {
            id: self.tx.new_id(),
            school: entry.school.clone(),
            hours_wanted: entry.hours,
            begins_on,
            ends_on,
        };
        pupil::save(&mut self.tx, person, &project).await?;
        let key = (entry.volunteer.clone(), entry.task.clone());
        let Some(helper) = self.helpers.remove(&key) else {
            anyhow::bail!("“{}” does not help with “{}”", entry.volunteer, entry.task)
        };
        // What is lacking was given while the tables were set and cleared.
        let tenant = self.tx.tenant();
        let given = hours::store::sum_of_person(&mut self.tx, tenant, person, begins_on, self.today).await?;
        let lacking = entry.done_hours * 60 - given;
        if lacking > 0 {
            self.add_hours(&helper, None, self.today.plus_days(-4), lacking).await?;
        }
        self.helpers.insert(key, helper);
        Ok(())
    }

    /// The key figure of VB-02 as it was in the twelve months before this one: fewer places asked, and fewer
    /// were helped.
    pub(super) async fn add_coverage(&mut self) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let units = unit::store::all(&mut self.tx, tenant, self.today).await?;
        let this_month = self.today.date().first_of_month();
        for (at, area) in units.iter().filter(|unit| unit.level == Level::Department).enumerate() {
            let below = units.iter().filter(|unit| unit.parent == Some(area.id)).count();
            let institutions = i64::try_from(below)?;
            if institutions == 0 {
                continue;
            }
            for back in 1..=12_i64 {
                let month = this_month.checked_sub(back.months())?;
                let grown = |most: i64, steps: i64| (most - (back + at as i64) * most / steps).clamp(0, most);
                let (with_contact, with_open_task) = (grown(institutions, 26), grown(institutions, 21));
                let with_volunteers = grown(institutions, 19) * 3 / 4;
                let figures = Figures {
                    institutions,
                    with_contact,
                    with_open_task,
                    asking: with_contact.min(with_open_task) * 5 / 6,
                    with_volunteers,
                    active_volunteers: with_volunteers * 2 + grown(institutions, 15) / 2,
                    answer_minutes: (with_open_task > 0).then_some(1_100 + back * 160 + 90 * at as i64),
                };
                let name = month.strftime("%Y-%m").to_string();
                coverage::store::save_month(&mut self.tx, &name, area.id, &figures).await?;
            }
        }
        Ok(())
    }

    async fn add_proof(&mut self, entry: &ProofEntry) -> anyhow::Result<()> {
        let person = known(&self.people, &entry.volunteer)?;
        let at = self.days_ago(entry.days_ago);
        let tenant = self.tx.tenant();
        let helped = hours::store::helped(&mut self.tx, tenant, person, self.today).await?;
        let from = self.today.plus_days(-1000);
        let given = proof::store::given(&mut self.tx, tenant, person, from, at.day()).await?;
        let mut places = Vec::new();
        for task in &entry.tasks {
            let task = known(&self.tasks, task)?;
            let here = helped
                .iter()
                .find(|one| one.task == task)
                .ok_or_else(|| anyhow::anyhow!("“{}” has helped with no such task", entry.volunteer))?;
            let given = given.iter().find(|one| one.engagement_id == here.engagement);
            places.push(Helped {
                title: here.title.clone(),
                by: here.poster_name.clone(),
                from: here.begins_on,
                to: here.ended_on,
                minutes: given.map_or(0, |given| given.minutes),
                noted_by_place: given.map_or(0, |given| given.noted),
            });
        }
        let name = self.names.get(&entry.volunteer).cloned().unwrap_or_default();
        let proof = Proof {
            id: self.tx.new_id(),
            person,
            code: parsed(&entry.code)?,
            kind: Kind::Volunteer,
            name,
            content: Content { places, learned: entry.learned.clone(), school: String::new() },
            issued_on: at.day(),
            withdrawn_at: None,
            created_at: at,
        };
        proof::store::add(&mut self.tx, &proof).await?;
        Ok(())
    }
}

/// Each look at the time it was taken, by the one who took it.
pub(super) async fn add_looks(
    db: &Db,
    tenant: TenantId,
    now: Instant,
    looks: Vec<Looked>,
) -> anyhow::Result<()> {
    for one in looks {
        let stamp = Stamp { tenant, actor: Some(one.by.uuid()), now: now.plus_days(-one.days_ago) };
        let mut tx = db.begin(stamp).await?;
        look::log(&mut tx, &one.at, one.kind, &one.place, one.task).await?;
        tx.commit().await?;
    }
    Ok(())
}
