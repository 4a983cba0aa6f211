//! What those who decide read: the text and the note of the hearing become annexes of the point, as they are when it comes onto an
//! agenda. By a job, so that nobody waits while they are laid out.

use samskab_document::Document;
use samskab_file::FileKind;
use samskab_hearing::{hearing::HearingState, note_document};
use samskab_jobs::{Failure, Job};
use samskab_kernel::TenantId;
use samskab_meetings::meeting::{self, ItemId, ItemState, annex, event::AnnexAdded};
use samskab_store::{Connection, Stamp};
use samskab_web::{Services, Tenant, TextFile, file_name, written};
use samskab_writing::{content::ContentBlock, store as texts, text::LANGUAGE};
use serde::{Deserialize, Serialize};

use crate::{T, policy::Policy, step::StepId, store};

#[derive(Serialize, Deserialize)]
pub(crate) struct AnnexCase {
    pub item: ItemId,
    pub step: StepId,
    /// The version of the text that was put then; `None`: of a job from before that was kept.
    pub number: Option<i64>,
}

impl Job for AnnexCase {
    const KIND: &'static str = "policy.annex";

    fn unique_key(&self) -> Option<String> {
        Some(self.item.to_string())
    }
}

/// Nothing where the point was taken off the agenda, or is dealt with.
pub(crate) async fn annex(
    services: Services,
    tenant: TenantId,
    job: AnnexCase,
) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let documents = {
        let mut reader = services.db.read().await?;
        let Some(step) = store::find_step(&mut reader, tenant, job.step).await? else { return Ok(()) };
        let Some(policy) = store::find(&mut reader, tenant, step.policy).await? else { return Ok(()) };
        let policy = Policy { put_number: job.number.or(policy.put_number), ..policy };
        let mut documents = Vec::new();
        documents.extend(text(&mut reader, &municipality, &policy, now).await?);
        for step in store::steps(&mut reader, tenant, policy.id).await? {
            let Some(hearing) = step.hearing else { continue };
            let hearing = samskab_hearing::store::find(&mut reader, tenant, hearing).await?;
            if let Some(hearing) = hearing.filter(|one| one.state == HearingState::Answered) {
                let name = format!("hoeringsnotat-{}", file_name("hoering", &hearing.title));
                documents.push((name, note_document(&mut reader, &municipality, now, hearing).await?));
            }
        }
        documents
    };
    let mut files = Vec::new();
    for (name, document) in documents {
        files.push((format!("{name}.pdf"), written(document, TextFile::Pdf).await?));
    }
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(item) = meeting::store::find_item(&mut tx, tenant, job.item).await? else { return Ok(()) };
    let there = annex::of_meeting(&mut tx, tenant, item.meeting).await?;
    if item.state != ItemState::Open {
        return Ok(());
    }
    for (name, bytes) in files {
        if !there.iter().any(|one| one.item_id == item.id && one.name == name) {
            annex::add_checked(&mut tx, item.id, &name, FileKind::Pdf, bytes, now).await?;
            tx.record(AnnexAdded::of(&item)).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// The version that is put to those who decide. At most two queries.
async fn text(
    connection: &mut Connection,
    municipality: &Tenant,
    policy: &Policy,
    now: samskab_kernel::Instant,
) -> samskab_store::Result<Option<(String, Document)>> {
    let (Some(id), Some(number)) = (policy.text, policy.put_number) else { return Ok(None) };
    let version = texts::version_numbered(connection, municipality.id, id, number).await?;
    let Some(version) = version else { return Ok(None) };
    let content = texts::content_of(&version)?;
    let name = format!("{}-version-{number}", file_name("tekst", &content.title));
    let subtitle = T(LANGUAGE).annex_text(LANGUAGE.day(version.created_at.day()), number);
    let document = Document {
        title: content.title.clone(),
        subtitle,
        footer: format!("{} · {}", municipality.name, policy.title),
        locale: LANGUAGE,
        made_at: now,
        blocks: content.blocks.iter().map(ContentBlock::shown).collect(),
    };
    Ok(Some((name, document)))
}
