//! What each hearing of a plan was of, and what it asks of the text afterwards: a remark that was taken up is found in a newer
//! version than the one that was heard.

use samskab_hearing::{hearing::HearingId, store as hearings};
use samskab_kernel::{Instant, TenantId};
use samskab_organisation::body::BodyId;
use samskab_store::{Connection, Result};
use samskab_writing::{store as texts, text::TextId};

/// A hearing against the policy's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub hearing: HearingId,
    /// It is of the policy's own text; else its text was typed, or is another one.
    pub is_own: bool,
    /// The number of the version that was heard. Of another text: of the newest there was when it closed; 0: none.
    pub number: i64,
    /// So many remarks were taken up, wholly or in part.
    pub taken_up: i64,
    /// Bodies that were asked and have said nothing.
    pub silent: Vec<BodyId>,
}

/// Of each hearing and when it closes. At most four queries; none where nothing was heard.
pub(crate) async fn heard(
    connection: &mut Connection,
    tenant: TenantId,
    text: Option<TextId>,
    hearings_of_plan: &[(HearingId, Instant)],
) -> Result<Vec<Heard>> {
    let ids: Vec<HearingId> = hearings_of_plan.iter().map(|(id, _)| *id).collect();
    let of_what = hearings::of_what(connection, tenant, &ids).await?;
    let taken_up = hearings::taken_up(connection, tenant, &ids).await?;
    let silent = hearings::silent_bodies(connection, tenant, &ids).await?;
    let versions = match text.filter(|_| !ids.is_empty()) {
        Some(text) => texts::versions(connection, tenant, text).await?,
        None => Vec::new(),
    };
    let newest_at = |at: Instant| {
        let until = versions.iter().filter(|version| version.created_at <= at);
        until.map(|version| version.number).max().unwrap_or(0)
    };
    let one = |&(hearing, closes_at): &(HearingId, Instant)| {
        let version = of_what
            .iter()
            .find(|(id, source, _)| *id == hearing && source.is_some() && *source == text)
            .and_then(|(.., version)| *version);
        let own = version.and_then(|id| versions.iter().find(|version| version.id == id));
        Heard {
            hearing,
            is_own: own.is_some(),
            number: own.map_or_else(|| newest_at(closes_at), |version| version.number),
            taken_up: taken_up.iter().find(|(id, _)| *id == hearing).map_or(0, |(_, count)| *count),
            silent: silent.iter().filter(|(id, _)| *id == hearing).map(|(_, body)| *body).collect(),
        }
    };
    Ok(hearings_of_plan.iter().map(one).collect())
}
