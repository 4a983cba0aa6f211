//! Every changed paragraph of a text has a cause: an excerpt or a remark of a hearing that changed it, or a mark that it is editorial.

use std::collections::{HashMap, HashSet};

use samskab_kernel::{Id, Instant};
use samskab_store::Record;
use samskab_writing::{
    content::{ComparedBlock, ContentBlock, Fate, compared},
    text::{BlockId, TextId},
};

/// The mark of a change that nobody asked for.
pub enum EditorialRow {}
pub type EditorialId = Id<EditorialRow>;

/// A paragraph was changed without anybody having asked for it: spelling, order, a plainer word.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "voice_editorial", alias = "d")]
pub struct Editorial {
    pub id: EditorialId,
    #[record(column = "text_id", fixed)]
    pub text: TextId,
    #[record(column = "block_id", fixed)]
    pub block: BlockId,
    /// The paragraph's content when it was marked; empty: it was taken out. The mark is valid as long as the content
    /// is the same.
    pub content: String,
    pub reason: String,
    pub created_at: Instant,
}

/// Why a paragraph is not as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause<'a> {
    /// A voice asked for it.
    Voice,
    /// A hearing of the text asked for it.
    Hearing,
    Editorial(&'a str),
    None,
}

/// The paragraphs that something which was said changed.
#[derive(Debug, Clone, Default)]
pub struct VoicedBlocks {
    pub by_voices: HashSet<BlockId>,
    pub by_hearings: HashSet<BlockId>,
}

/// What changed from one version to another, each change with its cause.
pub fn caused<'a>(
    before: &[ContentBlock],
    after: &[ContentBlock],
    voices: &VoicedBlocks,
    marks: &'a [Editorial],
) -> Vec<(ComparedBlock, Cause<'a>)> {
    let stands: HashMap<BlockId, &str> =
        after.iter().map(|block| (block.id, block.content.as_str())).collect();
    let marks: HashMap<BlockId, &Editorial> = marks.iter().map(|mark| (mark.block, mark)).collect();
    let cause = |block: &ComparedBlock| {
        if voices.by_voices.contains(&block.id) {
            return Cause::Voice;
        }
        if voices.by_hearings.contains(&block.id) {
            return Cause::Hearing;
        }
        let stands = stands.get(&block.id).copied().unwrap_or_default();
        match marks.get(&block.id).filter(|mark| mark.content == stands) {
            Some(mark) => Cause::Editorial(&mark.reason),
            None => Cause::None,
        }
    };
    let changed = compared(before, after).into_iter().filter(|block| block.fate != Fate::Same);
    changed.map(|block| (cause(&block), block)).map(|(cause, block)| (block, cause)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samskab_kernel::{Clock, Dice};
    use samskab_writing::text::BlockKind;

    use super::*;

    fn block(id: u128, content: &str) -> ContentBlock {
        let id = BlockId::from_uuid(uuid::Uuid::from_u128(id));
        ContentBlock { id, kind: BlockKind::Paragraph, content: content.to_owned() }
    }

    fn mark(block: &ContentBlock, content: &str) -> Editorial {
        let (dice, now) = (Dice::seeded(7), Clock::real().now());
        let (content, reason) = (content.to_owned(), "Stavefejl".to_owned());
        Editorial { id: dice.id(now), text: dice.id(now), block: block.id, content, reason, created_at: now }
    }

    #[test]
    fn a_mark_holds_until_the_paragraph_is_changed_again() {
        let before = [block(1, "Vi er go")];
        let (after, later) = ([block(1, "Vi er god")], [block(1, "Vi er gode")]);
        let marks = [mark(&after[0], "Vi er god")];
        let cause = |after: &[ContentBlock]| caused(&before, after, &VoicedBlocks::default(), &marks)[0].1;
        assert_eq!(cause(&after), Cause::Editorial("Stavefejl"));
        assert_eq!(cause(&later), Cause::None);
        // What was taken out is marked with nothing standing there.
        let gone = [mark(&before[0], "")];
        assert_eq!(caused(&before, &[], &VoicedBlocks::default(), &gone)[0].1, Cause::Editorial("Stavefejl"));
    }

    proptest! {
        /// Every paragraph that is not as it was is told, once, and has a cause exactly when there is one.
        #[test]
        fn every_changed_paragraph_has_a_cause_or_is_said_to_have_none(
            before in prop::collection::vec((0_u128..8, 0_u8..3), 0..8),
            after in prop::collection::vec((0_u128..8, 0_u8..3), 0..8),
            voices in prop::collection::hash_set(0_u128..8, 0..4),
            heard in prop::collection::hash_set(0_u128..8, 0..4),
            marked in prop::collection::hash_set(0_u128..8, 0..4),
        ) {
            let text = |rows: Vec<(u128, u8)>| {
                let mut seen = HashSet::new();
                let rows = rows.into_iter().filter(|(id, _)| seen.insert(*id));
                rows.map(|(id, words)| block(id, &format!("Ord {words}"))).collect::<Vec<_>>()
            };
            let (before, after) = (text(before), text(after));
            let ids = |all: HashSet<u128>| all.into_iter().map(|id| block(id, "").id).collect();
            let voices = VoicedBlocks { by_voices: ids(voices), by_hearings: ids(heard) };
            let marks: Vec<Editorial> = marked.iter().map(|id| {
                let content = after.iter().find(|one| one.id == block(*id, "").id);
                mark(&block(*id, ""), content.map_or("", |one| one.content.as_str()))
            }).collect();
            let told = caused(&before, &after, &voices, &marks);
            for one in &before {
                let stays = after.iter().find(|other| other.id == one.id);
                if stays.is_none_or(|other| other != one) {
                    prop_assert_eq!(told.iter().filter(|(block, _)| block.id == one.id).count(), 1);
                }
            }
            for one in &after {
                if !before.iter().any(|other| other.id == one.id) {
                    prop_assert_eq!(told.iter().filter(|(block, _)| block.id == one.id).count(), 1);
                }
            }
            for (block, cause) in &told {
                let is_marked = marks.iter().any(|mark| mark.block == block.id);
                let is_voiced =
                    voices.by_voices.contains(&block.id) || voices.by_hearings.contains(&block.id);
                prop_assert_eq!(*cause != Cause::None, is_voiced || is_marked);
            }
        }
    }
}
