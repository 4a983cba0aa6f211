//! What the town's groups have written, in the versions it went through.

use anyhow::Context as _;
use samskab_document::ReadText;
use samskab_kernel::Locale;
use samskab_organisation::body;
use samskab_writing::{
    change::{ChangeProposal, ChangeState, store as changes},
    content::{BlockDraft, replaced},
    store,
    text::{Text, TextState, WrittenBlock},
};

use super::{
    DemoTown,
    files::{Entry, Files},
};

impl DemoTown {
    pub(super) async fn add_texts(&mut self, files: &Files) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let bodies = body::store::every(&mut self.tx, tenant).await?;
        for entry in files.entries("text_of_body")? {
            let body = match entry.text_if_any("body")? {
                Some(name) => {
                    let body = bodies.iter().find(|body| body.name == name);
                    Some(body.with_context(|| format!("there is no body “{name}”"))?.id)
                }
                None => None,
            };
            let text = Text {
                kind: entry.parsed("kind")?,
                title: entry.text("title")?.to_owned(),
                body,
                updated_at: self.days_ago(last_changed(&entry)?),
                ..Text::new(self.tx.new_id(), self.days_ago(entry.number_if_any("begun")?.unwrap_or(430)))
            };
            store::add(&mut self.tx, &text).await?;
            for version in entry.entries("version")? {
                self.write(&version, &text).await?;
                let days: i64 = version.number("days")?;
                let by = version.known("by", &self.people)?;
                let at = self.days_ago(-days);
                let kept = store::keep_version(&mut self.tx, &text, version.text("name")?, Some(by), at);
                let number = kept.await?.number;
                if version.flag("public")?.unwrap_or(false) {
                    let state = TextState::Published { number };
                    store::save(&mut self.tx, &Text { state, ..text.clone() }).await?;
                }
            }
            for now in entry.entries("now")? {
                self.write(&now, &text).await?;
            }
            for (change, number) in entry.entries("change")?.iter().zip(1..) {
                self.add_change(change, &text, number).await?;
            }
        }
        Ok(())
    }

    /// What somebody proposed to a paragraph; what was accepted is written into it.
    async fn add_change(&mut self, entry: &Entry<'_>, text: &Text, number: i64) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let begins = entry.text("begins")?;
        let blocks = store::blocks(&mut self.tx, tenant, text.id).await?;
        let block = blocks.into_iter().find(|block| block.content.starts_with(begins));
        let block = block.with_context(|| format!("no paragraph begins with “{begins}”"))?;
        let days: i64 = entry.number("days")?;
        let at = self.days_ago(-days);
        let state = entry.parsed_if_any("state")?.unwrap_or(ChangeState::Open);
        let volunteer = match entry.text_if_any("volunteer")? {
            Some(_) => Some(entry.known("volunteer", &self.volunteers)?.person.clone()),
            None => None,
        };
        let name = match &volunteer {
            Some(person) => person.name.clone(),
            None => entry.text("name")?.to_owned(),
        };
        let said = entry.text_or_empty("said")?;
        let is_taken = state == ChangeState::Accepted;
        let since = if state == ChangeState::Open { at } else { at.plus_days(3) };
        let change = ChangeProposal {
            id: self.tx.new_id(),
            text: Some(text.id),
            text_title: text.title.clone(),
            block: Some(block.id),
            number,
            shape: entry.parsed("shape")?,
            base_kind: block.kind,
            base: block.content.clone(),
            result: if is_taken { said.clone() } else { String::new() },
            reason: entry.text("reason")?.to_owned(),
            person: volunteer.map(|person| person.id),
            name,
            email: None,
            locale: Locale::Da,
            on_behalf_of: entry.text_or_empty("behalf")?,
            is_nameless: entry.flag("nameless")?.unwrap_or(false),
            is_hidden: false,
            state,
            state_since: since,
            answer: entry.text_or_empty("answer")?,
            created_at: at,
            updated_at: since,
            said,
        };
        changes::add(&mut self.tx, &change).await?;
        if is_taken {
            let (content, revision) = (change.said, block.revision + 1);
            let block = WrittenBlock { content, revision, updated_at: since, ..block };
            store::save_block(&mut self.tx, &block).await?;
        }
        Ok(())
    }

    pub(super) async fn write(&mut self, entry: &Entry<'_>, text: &Text) -> anyhow::Result<()> {
        let read = ReadText::from_markdown(entry.text("markdown")?)?;
        let drafts = read.blocks.iter().map(BlockDraft::of);
        let tenant = self.tx.tenant();
        let before = store::content(&mut self.tx, tenant, text).await?;
        let new = replaced(&before.blocks, drafts.collect(), || self.tx.new_id());
        Ok(store::replace(&mut self.tx, text.id, &new).await?)
    }
}

/// How many days ago: with the last version, where nothing was written since.
fn last_changed(entry: &Entry<'_>) -> anyhow::Result<i64> {
    if !entry.entries("now")?.is_empty() || !entry.entries("change")?.is_empty() {
        return Ok(2);
    }
    let versions = entry.entries("version")?;
    let days: Option<i64> = match versions.last() {
        Some(version) => Some(-version.number::<i64>("days")?),
        None => None,
    };
    Ok(days.unwrap_or(2))
}
