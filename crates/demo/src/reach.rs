//! How the volunteers came, the proofs they have got, and who has looked at their CVs.

use samskab_coverage::Figures;
use samskab_hours::{
    hours,
    proof::{self, Content, Helped, Kind, Proof},
};
use samskab_kernel::{Day, Instant, TenantId, jiff::ToSpan as _};
use samskab_organisation::{
    answering::Poster,
    person::PersonId,
    unit::{self, Level},
};
use samskab_store::{Db, Stamp};
use samskab_taskbank::{
    channel::{self, CameBy, Channel, ChannelCode, HeardFrom},
    declaration::{self, Declaration},
    task::{TaskId, Time},
};
use samskab_volunteers::volunteer::{groups, look, pupil};

use super::{
    DemoTown, days,
    files::{Entry, Files},
    words::Pair,
};

/// How far back visits are counted.
const VISIT_DAYS: i32 = 120;
/// So many days ago the channels were made.
pub(super) const CHANNEL_DAYS: i64 = 160;

/// Somebody looked, some days ago.
pub(super) struct Looked {
    days_ago: i64,
    by: PersonId,
    place: String,
    task: Option<TaskId>,
    kind: look::Kind,
    at: Vec<PersonId>,
}

impl DemoTown {
    pub(super) async fn add_reach(&mut self, files: &Files) -> anyhow::Result<Vec<Looked>> {
        for entry in files.entries("channel")? {
            self.add_channel(&entry).await?;
        }
        for entry in files.entries("interest")? {
            self.add_heard_from(&entry).await?;
        }
        self.add_declarations(files).await?;
        self.add_saved_views().await?;
        for entry in files.entries("pupil")? {
            self.add_pupil(&entry).await?;
        }
        for entry in files.entries("proof")? {
            self.add_proof(&entry).await?;
        }
        for entry in files.entries("group")? {
            let group = groups::Group {
                id: self.tx.new_id(),
                name: entry.text("name")?.to_owned(),
                kind: entry.parsed("kind")?,
                persons: entry.number("persons")?,
                youngest: entry.number_if_any("youngest")?,
            };
            groups::add(&mut self.tx, entry.known("volunteer", &self.people)?, &group).await?;
        }
        let look = |entry: &Entry<'_>| {
            Ok(Looked {
                days_ago: entry.number("days_ago")?,
                by: entry.known("by", &self.people)?,
                place: entry.text("place")?.to_owned(),
                task: entry.known_if_any("task", &self.tasks)?.map(|task| task.id),
                kind: entry.parsed("kind")?,
                at: entry.all_known("at", &self.people)?,
            })
        };
        files.entries("look")?.iter().map(look).collect()
    }

    /// What the coordinator looks at every week.
    async fn add_saved_views(&mut self) -> anyhow::Result<()> {
        let Some(coordinator) = self.people.get("coordinator").copied() else { return Ok(()) };
        let views = [
            ("frivillige", "Udløber snart", "/frivillige?tilstand=udloeber"),
            ("opgaver", "Ingen har vist interesse", "/opgaveliste?tilstand=ingen"),
        ];
        for (list, name, address) in views {
            let (name, address) = (name.to_owned(), address.to_owned());
            samskab_desk::save_view(&mut self.tx, coordinator.uuid(), list, name, address).await?;
        }
        Ok(())
    }

    async fn add_channel(&mut self, entry: &Entry<'_>) -> anyhow::Result<()> {
        let code = entry.parsed_if_any("code")?.unwrap_or_else(|| ChannelCode::fresh(self.db.dice()));
        let channel = Channel {
            id: self.tx.new_id(),
            code,
            name: entry.text_or_empty("name")?,
            kind: entry.parsed("kind")?,
            person_id: entry.known_if_any("person", &self.people)?,
            is_active: entry.flag("is_active")?.unwrap_or(true),
            created_at: self.days_ago(CHANNEL_DAYS),
        };
        channel::store::add(&mut self.tx, &channel).await?;
        let mut tasks = Vec::new();
        for Pair(volunteer, task) in entry.all_parsed("interests")? {
            let nobody = || entry.wrong("interests", &format!("{volunteer} has shown none in {task}"));
            let pair = (volunteer.clone(), task.clone());
            let interest = self.interests.get(&pair).copied().ok_or_else(nobody)?;
            let came = CameBy { channel: Some(channel.id), heard_from: Some(HeardFrom::Channel) };
            channel::store::came_by(&mut self.tx, interest.uuid(), came).await?;
            tasks.push(self.tasks.get(&task).map(|task| task.id).ok_or_else(nobody)?);
        }
        let per_week: i64 = entry.number("per_week")?;
        // About `per_week` visits a week, and a few more now and then.
        for ago in 0..VISIT_DAYS {
            let so_far = |days: i32| per_week * i64::from(days) / 7;
            let times = so_far(ago + 1) - so_far(ago) + per_week * i64::from(ago % 5 == 2) / 9;
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
    async fn add_heard_from(&mut self, entry: &Entry<'_>) -> anyhow::Result<()> {
        let heard_from = match entry.text_if_any("heard_from")? {
            Some("another_volunteer") => HeardFrom::Volunteer,
            Some("poster" | "library") => HeardFrom::Poster,
            Some("newspaper") => HeardFrom::Newspaper,
            Some("social_media") => HeardFrom::SocialMedia,
            Some("website") => HeardFrom::Website,
            Some(_) => HeardFrom::Other,
            None => return Ok(()),
        };
        let pair = (entry.text("volunteer")?.to_owned(), entry.text("task")?.to_owned());
        let Some(interest) = self.interests.get(&pair).copied() else { return Ok(()) };
        let tenant = self.tx.tenant();
        if channel::store::of_interest(&mut self.tx, tenant, interest.uuid()).await?.is_none() {
            let came = CameBy { channel: None, heard_from: Some(heard_from) };
            channel::store::came_by(&mut self.tx, interest.uuid(), came).await?;
        }
        Ok(())
    }

    async fn add_declarations(&mut self, files: &Files) -> anyhow::Result<()> {
        let year = self.today.date().year();
        let lacking = files.entry("declarations")?.all_known("lacking", &self.associations)?;
        for (entry, at) in files.entries("association")?.iter().zip(0..) {
            let contacts = entry.entries("contacts")?;
            let Some(contact) = contacts.first().filter(|_| entry.text("state").ok() == Some("approved"))
            else {
                continue;
            };
            let association = entry.known("key", &self.associations)?;
            let is_young =
                |group: &String| matches!(group.as_str(), "children" | "families" | "young_people");
            let own = entry.texts_if_any("target_groups")?;
            let mut of_tasks =
                self.tasks.values().filter(|task| task.poster == Poster::Association(association));
            let has_children =
                own.iter().any(is_young) || of_tasks.any(|task| task.target_groups.iter().any(is_young));
            for year in [year - 1, year] {
                let is_this_year = year == self.today.date().year();
                if is_this_year && lacking.contains(&association) {
                    continue;
                }
                let signed = Day::of(year, 1, 2).plus_days(at).at(16, 30);
                let declaration = Declaration {
                    association,
                    year: i64::from(year),
                    has_children,
                    signed_by: Some(contact.known("person", &self.people)?),
                    signed_name: contact.known("person", &self.names)?,
                    signed_role: "Formand".into(),
                    signed_at: signed.min(self.now),
                    replaced_at: None,
                };
                declaration::store::add(&mut self.tx, &declaration).await?;
            }
        }
        Ok(())
    }

    async fn add_pupil(&mut self, entry: &Entry<'_>) -> anyhow::Result<()> {
        let person = entry.known("volunteer", &self.people)?;
        let begins_on = self.today.plus_days(-entry.number::<i32>("began_days_ago")?);
        let project = pupil::Project {
            id: self.tx.new_id(),
            school: entry.text("school")?.to_owned(),
            hours_wanted: entry.number("hours")?,
            begins_on,
            ends_on: self.today.plus_days(entry.number("ends_in_days")?),
        };
        pupil::save(&mut self.tx, person, &project).await?;
        let pair = (entry.text("volunteer")?.to_owned(), entry.text("task")?.to_owned());
        let Some(helper) = self.helpers.remove(&pair) else {
            return Err(entry.wrong("task", &"the pupil does not help there"));
        };
        // What is lacking was given on a day without cards, while the room was made ready.
        let tenant = self.tx.tenant();
        let given = hours::store::sum_of_person(&mut self.tx, tenant, person, begins_on, self.today).await?;
        let lacking = entry.number::<i64>("done_hours")? * 60 - given;
        if lacking > 0 {
            let task = entry.known("task", &self.tasks)?;
            let mut day = days::office_day_before(self.today.plus_days(-4));
            while matches!(&task.time, Time::Weekly { weekdays, .. } if weekdays.contains(&day.weekday())) {
                day = days::office_day_before(day.plus_days(-1));
            }
            self.add_hours(&helper, None, day, lacking).await?;
        }
        self.helpers.insert(pair, helper);
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
                samskab_coverage::store::save_month(&mut self.tx, &name, area.id, &figures).await?;
            }
        }
        Ok(())
    }

    async fn add_proof(&mut self, entry: &Entry<'_>) -> anyhow::Result<()> {
        let person = entry.known("volunteer", &self.people)?;
        let at = self.days_ago(entry.number("days_ago")?);
        let tenant = self.tx.tenant();
        let helped = hours::store::helped(&mut self.tx, tenant, person, self.today).await?;
        let from = self.today.plus_days(-1000);
        let given = proof::store::given(&mut self.tx, tenant, person, from, at.day()).await?;
        let mut places = Vec::new();
        for task in entry.all_known("tasks", &self.tasks)? {
            let here = helped
                .iter()
                .find(|one| one.task == task.id)
                .ok_or_else(|| entry.wrong("tasks", &"the volunteer has not helped with all of them"))?;
            let (minutes, noted_by_place) = proof::store::vouched_for(&given, here, self.today);
            places.push(Helped {
                title: here.title.clone(),
                by: here.poster_name.clone(),
                from: here.begins_on,
                to: here.ended_on,
                minutes,
                noted_by_place,
            });
        }
        let proof = Proof {
            id: self.tx.new_id(),
            person,
            code: entry.parsed("code")?,
            kind: Kind::Volunteer,
            name: entry.known("volunteer", &self.names)?,
            content: Content { places, learned: entry.text("learned")?.to_owned(), school: String::new() },
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
        let stamp = Stamp { tenant, actor: Some(one.by.uuid()), now: days::ago(now, one.days_ago) };
        let mut tx = db.begin(stamp).await?;
        look::log(&mut tx, &one.at, one.kind, &one.place, one.task).await?;
        tx.commit().await?;
    }
    Ok(())
}
