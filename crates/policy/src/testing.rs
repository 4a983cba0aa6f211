//! What tests of several modules are made of.

use samskab_writing::{
    content::{Content, ContentBlock},
    text::BlockKind,
};
use uuid::Uuid;

/// A text of paragraphs, each with its id.
pub(crate) fn content(words: &[(u128, &str)]) -> Content {
    let block = |&(id, content): &(u128, &str)| ContentBlock {
        id: Uuid::from_u128(id).into(),
        kind: BlockKind::Paragraph,
        content: content.to_owned(),
    };
    Content { title: "Politik".into(), blocks: words.iter().map(block).collect() }
}
