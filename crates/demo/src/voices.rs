//! Who takes part in the making of a text of the town, what they said, and what came of it.

use std::collections::HashMap;

use anyhow::{Context as _, anyhow};
use samskab_kernel::Day;
use samskab_organisation::{
    association,
    body::{self, Body},
    unit,
};
use samskab_voices::{
    excerpt::{Excerpt, Point, PointId, sameness},
    input::{Input, InputKind},
    participant::{Participant, ParticipantId, ParticipantKind, Tick},
    setting::Setting,
    store,
};
use samskab_writing::{
    store as texts,
    text::{Text, WrittenBlock},
};

use super::{
    DemoTown, days,
    files::{Entry, Files},
};

/// Those who take part, by their names, and the points, by their keys.
struct Known {
    participants: HashMap<String, (ParticipantId, ParticipantKind)>,
    points: HashMap<String, PointId>,
}

impl DemoTown {
    pub(super) async fn add_voices(&mut self, files: &Files) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let all = texts::all(&mut self.tx, tenant).await?;
        for entry in files.entries("voiced_text")? {
            let title = entry.text("title")?;
            let text =
                all.iter().find(|text| text.title == title).ok_or_else(|| entry.wrong("title", &title))?;
            let open: i32 = entry.number("open")?;
            let setting = Setting {
                is_shown: entry.flag("shown")?.unwrap_or(false),
                question: entry.text("question")?.to_owned(),
                open_until: Some(self.today.plus_days(open)),
                ..Setting::new(self.tx.new_id(), text.id, self.days_ago(10))
            };
            store::save_setting(&mut self.tx, &setting).await?;
            self.add_voices_of(&entry, text).await?;
        }
        Ok(())
    }

    async fn add_voices_of(&mut self, entry: &Entry<'_>, text: &Text) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let bodies = body::store::every(&mut self.tx, tenant).await?;
        let mut participants = HashMap::new();
        for one in entry.entries("participant")? {
            let participant = self.voice(&one, text, &bodies).await?;
            participants.insert(participant.name.clone(), (participant.id, participant.kind));
        }
        let blocks = texts::blocks(&mut self.tx, tenant, text.id).await?;
        let mut points = HashMap::new();
        for one in entry.entries("point")? {
            let point = self.point_of_voices(&one, text, &blocks)?;
            store::add_point(&mut self.tx, &point).await?;
            points.insert(one.text("key")?.to_owned(), point.id);
        }
        let there = Known { participants, points };
        for (one, number) in entry.entries("input")?.iter().zip(1..) {
            self.add_voice_input(one, number, text, &bodies, &there).await?;
        }
        Ok(())
    }

    async fn voice(
        &mut self,
        entry: &Entry<'_>,
        text: &Text,
        bodies: &[Body],
    ) -> anyhow::Result<Participant> {
        let tenant = self.tx.tenant();
        let at = self.days_ago(entry.number("planned")?);
        let units = unit::store::all(&mut self.tx, tenant, self.today).await?;
        let id = self.tx.new_id();
        let mut one = if let Some(association) = entry.known_if_any("association", &self.associations)? {
            let association = association::store::find(&mut self.tx, tenant, association).await?;
            Participant::association(id, text.id, &association.context("the association")?, at)
        } else if let Some(unit) = entry.known_if_any("unit", &self.units)? {
            let unit = units.iter().find(|one| one.id == unit).context("the unit")?;
            Participant::unit(id, text.id, unit, &units, at)
        } else if let Some(name) = entry.text_if_any("body")? {
            let body =
                bodies.iter().find(|body| body.name == name).ok_or_else(|| entry.wrong("body", &name))?;
            Participant::body(id, text.id, body, &units, at)
        } else {
            let kind: ParticipantKind = entry.parsed("kind")?;
            let area = entry.known_if_any("area", &self.units)?;
            Participant { area, ..Participant::group(id, text.id, kind, entry.text("name")?, at) }
        };
        let invited: Option<i64> = entry.number_if_any("invited")?;
        let came: Option<i64> = entry.number_if_any("came")?;
        if let Some(days) = invited {
            one = one.ticked(Tick::Invited, self.days_ago(days).day());
        }
        if let Some(days) = came {
            let day = self.said_on(one.kind, days)?;
            one = one.ticked(Tick::Came, day);
        }
        store::add_participant(&mut self.tx, &one).await?;
        Ok(one)
    }

    /// A body says something on the day of its meeting.
    fn said_on(&self, kind: ParticipantKind, days: i64) -> anyhow::Result<Day> {
        Ok(match kind {
            ParticipantKind::Med => self.meets(-i32::try_from(days)?, None, &[]),
            _ => self.days_ago(days).day(),
        })
    }

    fn point_of_voices(
        &self,
        entry: &Entry<'_>,
        text: &Text,
        blocks: &[WrittenBlock],
    ) -> anyhow::Result<Point> {
        let block = match entry.text_if_any("block")? {
            Some(begins) => {
                let block = blocks.iter().find(|block| block.content.starts_with(begins));
                Some(block.ok_or_else(|| entry.wrong("block", &begins))?)
            }
            None => None,
        };
        let verdict = entry.parsed_if_any("verdict")?;
        let due: Option<i32> = entry.number_if_any("due")?;
        Ok(Point {
            verdict,
            because: entry.text_or_empty("because")?,
            block: block.map(|block| block.id),
            block_words: block.map(|block| block.content.clone()).unwrap_or_default(),
            is_closed: entry.flag("closed")?.unwrap_or(false),
            assignee: entry.known_if_any("by", &self.people)?,
            due_on: due.map(|days| days::office_day_after(self.today.plus_days(days))),
            answered_at: verdict.is_some().then(|| self.days_ago(8)),
            ..Point::new(self.tx.new_id(), text.id, entry.text("theme")?, self.days_ago(14))
        })
    }

    async fn add_voice_input(
        &mut self,
        entry: &Entry<'_>,
        number: i64,
        text: &Text,
        bodies: &[Body],
        there: &Known,
    ) -> anyhow::Result<()> {
        let days: i64 = entry.number("days")?;
        let kind: InputKind = entry.parsed("kind")?;
        let said = entry.text("said")?;
        let participant = entry.text_if_any("participant")?;
        let known = participant
            .map(|name| there.participants.get(name).ok_or_else(|| entry.wrong("participant", &name)));
        let known = known.transpose()?;
        let at = match known {
            Some((_, ParticipantKind::Med)) => self.said_on(ParticipantKind::Med, days)?.at(15, 0),
            _ => self.days_ago(days),
        };
        let med = match entry.text_if_any("med")? {
            Some(name) => {
                let body = bodies.iter().find(|body| body.name == name);
                Some(body.ok_or_else(|| entry.wrong("med", &name))?.id)
            }
            None => None,
        };
        let med_days: Option<i64> = entry.number_if_any("med_days")?;
        let answer = entry.text_or_empty("answer")?;
        let input = Input {
            number,
            participant: known.map(|(id, _)| *id),
            source_kind: match known {
                Some((_, kind)) => Some(*kind),
                None => entry.parsed_if_any("source_kind")?,
            },
            source: match participant {
                Some(name) => name.to_owned(),
                None => entry.text("source")?.to_owned(),
            },
            said_on: Some(at.day()),
            place: entry.text_or_empty("place")?,
            is_quote: entry.flag("quote")?.unwrap_or(false),
            theme: entry.text_or_empty("theme")?,
            is_from_form: entry.flag("form")?.unwrap_or(false),
            gravity: entry.parsed_if_any("gravity")?,
            med,
            med_on: med_days.map(|days| self.said_on(ParticipantKind::Med, days)).transpose()?,
            answered_at: (!answer.is_empty()).then(|| self.days_ago(20)),
            answer,
            set_aside: entry.text_or_empty("aside")?,
            ..Input::new(self.tx.new_id(), text.id, kind, said, at)
        };
        store::add_input(&mut self.tx, &input).await?;
        for excerpt in entry.entries("excerpts")? {
            let key = excerpt.text("point")?;
            let words = excerpt.text("said")?;
            let place =
                said.find(words).ok_or_else(|| anyhow!("“{words}” does not stand in input {number}"))?;
            let excerpt = Excerpt {
                id: self.tx.new_id(),
                text: text.id,
                input: input.id,
                point: *there.points.get(key).ok_or_else(|| excerpt.wrong("point", &key))?,
                place: i64::try_from(place)?,
                said: words.to_owned(),
                sameness: sameness(words),
                created_at: self.days_ago(14),
            };
            store::add_excerpt(&mut self.tx, &excerpt).await?;
        }
        Ok(())
    }
}
