//! The interest people of the town have shown, in every state.

use super::{Town, files::Files};

impl Town {
    pub(super) async fn add_interests(&mut self, files: &Files) -> anyhow::Result<()> {
        let _ = &files.interests;
        Ok(())
    }
}
