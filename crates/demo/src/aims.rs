//! What the town aims at: a policy with its values, focus areas and goals, the headings of the law it answers, the political
//! goals, and what serves each of them. Some are served by nothing, as it is in towns.

use std::collections::HashMap;

use anyhow::Context as _;
use samskab_initiative::{
    aim::{
        self, Aim, AimId, AimKind, Heading34,
        store::{Serving, link},
    },
    focus, initiative,
};
use samskab_kernel::Locale;
use samskab_organisation::body;
use samskab_writing::{
    content::ContentBlock,
    store,
    text::{Text, TextKind, TextState},
};

use super::{
    DemoTown,
    files::{Entry, Files},
};

/// Things in the town that can serve an aim.
struct Served {
    blocks: Vec<ContentBlock>,
    text: Option<Text>,
    by_title: HashMap<String, Vec<Serving>>,
}

impl DemoTown {
    pub(super) async fn add_aims(&mut self, files: &Files) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let mut by_title: HashMap<String, Vec<Serving>> = HashMap::new();
        let areas = focus::every(&mut self.tx, tenant).await?;
        for area in &areas {
            by_title.entry(area.title.clone()).or_default().push(Serving::FocusArea(area.id));
        }
        let ids: Vec<_> = areas.iter().map(|area| area.id).collect();
        for one in initiative::store::of_focus_areas(&mut self.tx, tenant, &ids).await? {
            by_title.entry(one.title).or_default().push(Serving::Initiative(one.id));
        }
        let mut served = Served { blocks: Vec::new(), text: None, by_title };
        for entry in files.entries("aimed_text")? {
            let text = self.add_aimed_text(&entry).await?;
            served.blocks = store::content(&mut self.tx, tenant, &text).await?.blocks;
            served.text = Some(text);
            for (place, entry) in (1..).zip(entry.entries("value")?) {
                self.add_aim(&entry, AimKind::Value, place, None, &served).await?;
            }
            for (place, entry) in (1..).zip(entry.entries("area")?) {
                let area = self.add_aim(&entry, AimKind::Area, place, None, &served).await?;
                for (place, entry) in (1..).zip(entry.entries("goal")?) {
                    self.add_aim(&entry, AimKind::Goal, place, Some(area), &served).await?;
                }
            }
            if entry.flag("statute")?.unwrap_or(false) {
                self.add_headings(&entry, &served).await?;
            }
        }
        served.text = None;
        for (place, entry) in (1..).zip(files.entries("political_goal")?) {
            self.add_aim(&entry, AimKind::Political, place, None, &served).await?;
        }
        Ok(())
    }

    /// As everybody reads it.
    async fn add_aimed_text(&mut self, entry: &Entry<'_>) -> anyhow::Result<Text> {
        let tenant = self.tx.tenant();
        let name = entry.text("body")?;
        let bodies = body::store::every(&mut self.tx, tenant).await?;
        let body = bodies.iter().find(|body| body.name == name);
        let body = body.with_context(|| format!("there is no body “{name}”"))?;
        let at = self.days_ago(-entry.number::<i64>("days")?);
        let text = Text {
            kind: TextKind::Policy,
            title: entry.text("title")?.to_owned(),
            body: Some(body.id),
            ..Text::new(self.tx.new_id(), at)
        };
        store::add(&mut self.tx, &text).await?;
        self.write(entry, &text).await?;
        let version = store::keep_version(&mut self.tx, &text, "", None, at).await?;
        let text = Text { state: TextState::Published { number: version.number }, ..text };
        store::save(&mut self.tx, &text).await?;
        Ok(text)
    }

    async fn add_aim(
        &mut self,
        entry: &Entry<'_>,
        kind: AimKind,
        place: i64,
        above: Option<AimId>,
        served: &Served,
    ) -> anyhow::Result<AimId> {
        let text = served.text.as_ref().map(|text| text.id);
        let aim = Aim {
            place,
            above,
            title: entry.text("title")?.to_owned(),
            title_en: entry.text("en")?.to_owned(),
            about: entry.text_or_empty("about")?,
            ..Aim::new(self.tx.new_id(), kind, text, self.now)
        };
        aim::store::add(&mut self.tx, &aim).await?;
        for title in entry.texts_if_any("serves")? {
            let found = served.by_title.get(&title);
            for one in found.with_context(|| format!("nothing is called “{title}”"))? {
                link(&mut self.tx, aim.id, *one).await?;
            }
        }
        self.say(entry, aim.id, served).await?;
        Ok(aim.id)
    }

    async fn add_headings(&mut self, policy: &Entry<'_>, served: &Served) -> anyhow::Result<()> {
        let text = served.text.as_ref().map(|text| text.id);
        let said = policy.entries("heading")?;
        for (place, heading) in (1..).zip(Heading34::ALL) {
            let aim = Aim {
                place,
                code: heading.code().to_owned(),
                title: heading.label(samskab_initiative::T(Locale::Da)).to_owned(),
                ..Aim::new(self.tx.new_id(), AimKind::Statute, text, self.now)
            };
            aim::store::add(&mut self.tx, &aim).await?;
            for entry in &said {
                if entry.parsed::<Heading34>("code")? == *heading {
                    self.say(entry, aim.id, served).await?;
                }
            }
        }
        Ok(())
    }

    async fn say(&mut self, entry: &Entry<'_>, aim: AimId, served: &Served) -> anyhow::Result<()> {
        for start in entry.texts_if_any("says")? {
            let block = served.blocks.iter().find(|block| block.content.starts_with(&start));
            let block = block.with_context(|| format!("no paragraph begins with “{start}”"))?;
            if let Some(text) = &served.text {
                link(&mut self.tx, aim, Serving::Block(text.id, block.id)).await?;
            }
        }
        Ok(())
    }
}
