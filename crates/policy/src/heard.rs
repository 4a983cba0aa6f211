//! What each hearing of a plan was of, and what it asks of the text afterwards: a remark that was taken up is found in a newer
//! version than the one that was heard.

use samskab_hearing::{hearing::HearingId, store as hearings};
use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result};
use samskab_writing::{store as texts, text::TextId};

use crate::rules::{Heard, HearingFact};

/// Which text each hearing was about. Runs at most two queries; none where nothing was heard.
pub(crate) async fn heard(
    connection: &mut Connection,
    tenant: TenantId,
    text: Option<TextId>,
    facts: &[HearingFact],
) -> Result<Vec<Heard>> {
    let ids: Vec<HearingId> = facts.iter().map(|fact| fact.hearing).collect();
    let counts = hearings::remark_counts(connection, tenant, &ids).await?;
    let versions = match text.filter(|_| !ids.is_empty()) {
        Some(text) => texts::versions(connection, tenant, text).await?,
        None => Vec::new(),
    };
    let newest_at = |at: Instant| {
        let until = versions.iter().filter(|version| version.created_at <= at);
        until.map(|version| version.number).max().unwrap_or(0)
    };
    let one = |fact: &HearingFact| {
        let hearing = fact.hearing;
        let own = fact.version.and_then(|id| versions.iter().find(|version| version.id == id));
        let counts = counts.iter().find(|(id, _)| *id == hearing).map(|(_, counts)| *counts);
        Heard {
            hearing,
            is_own: own.is_some(),
            number: own.map_or_else(|| newest_at(fact.closes_at), |version| version.number),
            taken_up: counts.map_or(0, |counts| counts.used + counts.partly),
        }
    };
    Ok(facts.iter().map(one).collect())
}
