//! A hearing of a stored text: what is taken over from it, and what became of each paragraph in a later version. A paragraph
//! has an id of its own, because one text can be heard twice, and says which block of the text it is.

use samskab_document::{Block as DocumentBlock, Change, ChangeKind};
use samskab_kernel::TenantId;
use samskab_store::{Connection, Result, Tx};
use samskab_writing::{
    content::{ComparedBlock, Content, ContentBlock, Fate, compared, marked},
    store as texts,
    text::{BlockId as SourceId, BlockKind as SourceKind, Text, Version},
};

use crate::{
    event::HearingPlanned,
    hearing::{Block, Hearing, HearingState, Publication},
    period::Period,
    remark::{Remark, Verdict},
    store,
    text::{self, BlockKind},
};

/// The fields of a hearing besides its text.
#[derive(Debug, Clone)]
pub struct HearingDraft {
    pub title: String,
    pub why: String,
    /// One step a line.
    pub next: String,
    pub contact: String,
    pub case_number: String,
    pub kle: String,
    pub publication: Publication,
    pub period: Period,
    pub four_eyes: bool,
}

/// A hearing of this version of a text, as a draft: who is asked is still to be said, and it is still to be announced.
pub async fn from_text(tx: &mut Tx, draft: HearingDraft, text: &Text, version: &Version) -> Result<Hearing> {
    let hearing = Hearing {
        title: draft.title,
        why: draft.why,
        next: draft.next,
        contact: draft.contact,
        case_number: draft.case_number,
        kle: draft.kle,
        publication: draft.publication,
        opens_at: draft.period.opens_at,
        closes_at: draft.period.closes_at,
        four_eyes: draft.four_eyes,
        source: Some(text.id),
        version: Some(version.id),
        ..Hearing::new(tx.new_id(), tx.now())
    };
    store::add(tx, &hearing).await?;
    take(tx, &hearing, &[], &texts::content_of(version)?.blocks).await?;
    tx.record(HearingPlanned::of(&hearing)).await?;
    Ok(hearing)
}

/// The text of a draft becomes these blocks; what is there already keeps its id. One statement for each that changed.
pub async fn take(tx: &mut Tx, hearing: &Hearing, before: &[Block], after: &[ContentBlock]) -> Result<()> {
    let stays = |block: &Block| after.iter().any(|one| Some(one.id) == block.source);
    for gone in before.iter().filter(|block| !stays(block)) {
        store::remove_block(tx, gone.id).await?;
    }
    for (one, place) in after.iter().zip(1..) {
        let was = before.iter().find(|block| block.source == Some(one.id));
        let block = Block {
            id: was.map_or_else(|| tx.new_id(), |was| was.id),
            hearing: hearing.id,
            place,
            kind: kind_of(one.kind),
            said: one.content.clone(),
            source: Some(one.id),
        };
        match was {
            None => store::add_block(tx, &block).await?,
            Some(was) if *was != block => store::save_block(tx, &block).await?,
            Some(_) => {}
        }
    }
    Ok(())
}

fn kind_of(kind: SourceKind) -> BlockKind {
    match kind {
        SourceKind::Heading2 => BlockKind::Heading,
        SourceKind::Heading3 => BlockKind::Subheading,
        SourceKind::Paragraph => BlockKind::Paragraph,
        SourceKind::List => BlockKind::List,
        SourceKind::Table => BlockKind::Table,
        SourceKind::Decision => BlockKind::Decision,
    }
}

/// The headings of a stored text under which nothing is written.
pub fn empty_headings(blocks: &[ContentBlock]) -> Vec<String> {
    let blocks = blocks.iter().map(|one| (kind_of(one.kind), one.content.as_str()));
    text::empty_headings(blocks).into_iter().map(str::to_owned).collect()
}

fn kind_in_source(kind: BlockKind) -> SourceKind {
    match kind {
        BlockKind::Heading => SourceKind::Heading2,
        BlockKind::Subheading => SourceKind::Heading3,
        BlockKind::Paragraph => SourceKind::Paragraph,
        BlockKind::List => SourceKind::List,
        BlockKind::Table => SourceKind::Table,
        BlockKind::Decision => SourceKind::Decision,
    }
}

/// A paragraph as it is read.
pub(crate) fn shown(block: &Block) -> DocumentBlock {
    let id = SourceId::from_uuid(block.id.uuid());
    ContentBlock { id, kind: kind_in_source(block.kind), content: block.said.clone() }.shown()
}

/// What a paragraph said when it was heard, and what it says now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedBlock {
    pub before: String,
    /// Empty: it was taken out.
    pub after: String,
    pub words: Vec<Change>,
    pub fate: Fate,
}

impl ChangedBlock {
    fn of(block: &ComparedBlock) -> Option<Self> {
        let is_other = block.words.iter().any(|change| change.kind != ChangeKind::Same);
        let said = |gone: ChangeKind| -> String {
            block.words.iter().filter(|one| one.kind != gone).map(|one| one.text.as_str()).collect()
        };
        is_other.then(|| Self {
            before: said(ChangeKind::Added).trim().to_owned(),
            after: said(ChangeKind::Removed).trim().to_owned(),
            words: block.words.clone(),
            fate: block.fate,
        })
    }

    pub fn is_removed(&self) -> bool {
        self.fate == Fate::Removed
    }
}

/// The text that was heard, against a later version of it.
#[derive(Debug, Clone)]
pub struct Redline {
    /// The number of the later version.
    pub number: i64,
    pub blocks: Vec<ComparedBlock>,
}

impl Redline {
    pub fn between(heard: &[Block], number: i64, after: &Content) -> Self {
        let before: Vec<ContentBlock> = heard
            .iter()
            .filter_map(|block| {
                let (id, kind) = (block.source?, kind_in_source(block.kind));
                Some(ContentBlock { id, kind, content: block.said.clone() })
            })
            .collect();
        Self { number, blocks: compared(&before, &after.blocks) }
    }

    /// What became of a block; `None`: it is unchanged.
    pub fn of_block(&self, id: SourceId) -> Option<ChangedBlock> {
        self.blocks.iter().find(|block| block.id == id).and_then(ChangedBlock::of)
    }

    /// What a remark changed: the block it is said to have changed, or else the paragraph it is about. Nothing where it was not
    /// taken up, or the block says what it said.
    pub fn of_remark(&self, remark: &Remark, heard: &[Block]) -> Option<ChangedBlock> {
        if !matches!(remark.verdict, Some(Verdict::Used | Verdict::Partly)) {
            return None;
        }
        let own = || heard.iter().find(|block| Some(block.id) == remark.block)?.source;
        self.of_block(remark.changed.or_else(own)?)
    }

    /// As blocks of a document: an unchanged paragraph as it is, a changed one with each run of words marked.
    pub fn document(&self, t: samskab_writing::T) -> Vec<DocumentBlock> {
        let block = |one: &ComparedBlock| {
            let told = one.said(t);
            if told.is_empty() || one.words.iter().all(|change| change.kind == ChangeKind::Same) {
                let content: String = one.words.iter().map(|change| change.text.as_str()).collect();
                return ContentBlock { id: one.id, kind: one.kind, content }.shown();
            }
            DocumentBlock::Labelled { label: told.to_owned(), text: marked(t, &one.words) }
        };
        self.blocks.iter().map(block).collect()
    }
}

/// The hearing's text against this version of the stored one. One query.
pub async fn redline(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: &Hearing,
    after: &Version,
) -> Result<Redline> {
    let heard = store::blocks(connection, tenant, hearing.id).await?;
    Ok(Redline::between(&heard, after.number, &texts::content_of(after)?))
}

/// What the hearing led to: of one that is answered the version its note was published with, or the public one where that
/// is newer; while it is assessed, the newest. `None`: there is none after the one that was heard. At most four queries.
pub async fn result(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: &Hearing,
) -> Result<Option<Version>> {
    let (Some(source), Some(heard)) = (hearing.source, hearing.version) else { return Ok(None) };
    let Some(text) = texts::find(connection, tenant, source).await? else { return Ok(None) };
    let Some(heard) = texts::find_version(connection, tenant, heard).await? else { return Ok(None) };
    let found = match hearing.state {
        HearingState::Answered => {
            let public = texts::public_version(connection, tenant, &text).await?;
            let answered = match hearing.result {
                Some(id) => texts::find_version(connection, tenant, id).await?,
                None => None,
            };
            public.into_iter().chain(answered).max_by_key(|version| version.number)
        }
        _ => texts::newest_version(connection, tenant, source).await?,
    };
    Ok(found.filter(|version| version.number > heard.number))
}

/// The stored text that is heard, as it was called then, and the number of the version; `None`: it was typed. Two queries.
pub(crate) async fn heard_version(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: &Hearing,
) -> Result<Option<(String, i64)>> {
    let (Some(_), Some(version)) = (hearing.source, hearing.version) else { return Ok(None) };
    let Some(version) = texts::find_version(connection, tenant, version).await? else { return Ok(None) };
    Ok(Some((texts::content_of(&version)?.title, version.number)))
}

/// What the text that was heard became; `None`: it is no stored text, or nothing was kept since. At most four queries.
pub(crate) async fn outcome(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: &Hearing,
    heard: &[Block],
) -> Result<Option<Redline>> {
    match result(connection, tenant, hearing).await? {
        Some(version) => Ok(Some(Redline::between(heard, version.number, &texts::content_of(&version)?))),
        None => Ok(None),
    }
}
