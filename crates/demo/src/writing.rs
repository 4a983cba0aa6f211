//! What the town's groups have written, in the versions it went through.

use anyhow::Context as _;
use samskab_document::ReadText;
use samskab_organisation::body;
use samskab_writing::{
    content::{BlockDraft, replaced},
    store,
    text::{Text, TextState},
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
            let name = entry.text("body")?;
            let body = bodies.iter().find(|body| body.name == name);
            let body = body.with_context(|| format!("there is no body “{name}”"))?;
            let text = Text {
                id: self.tx.new_id(),
                kind: entry.parsed("kind")?,
                title: entry.text("title")?.to_owned(),
                body: Some(body.id),
                state: TextState::Draft,
                created_at: self.days_ago(430),
                updated_at: self.days_ago(2),
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
