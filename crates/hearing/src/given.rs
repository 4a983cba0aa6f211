//! The results of the hearings of a stored text, for contexts that gather everything that was said about a text: who
//! was asked and answered, how many answers there are, what came of them, and which paragraphs they changed. What is
//! not public of an answer – its words, and who a nameless one is from – is not in here.

use samskab_kernel::{Day, TenantId};
use samskab_store::{Connection, Result};
use samskab_writing::text::{BlockId as SourceId, TextId};

use crate::{
    hearing::{Hearing, HearingId, HearingState},
    party::{Party, PartyAnswer},
    remark::RemarkCounts,
    store,
};

/// The result of one hearing.
#[derive(Debug, Clone)]
pub struct GivenHearing {
    pub hearing: Hearing,
    /// Answers that count.
    pub responses: i64,
    /// Those of them that everybody may read.
    pub public_responses: i64,
    pub remarks: RemarkCounts,
}

/// Somebody who was asked.
#[derive(Debug, Clone)]
pub struct GivenParty {
    pub party: Party,
    /// When they were asked: by letter, or, where they have no address, when the hearing opened.
    pub asked_on: Option<Day>,
    /// How many of their remarks were accepted, wholly or in part; 0 until the note is published.
    pub heeded: i64,
}

impl GivenParty {
    /// To have no remarks is an answer, too.
    pub fn has_answered(&self) -> bool {
        self.party.answer != PartyAnswer::None
    }
}

impl GivenHearing {
    /// Everybody may read what came of the answers: the note is published.
    pub fn is_answered(&self) -> bool {
        self.hearing.state == HearingState::Answered
    }

    /// The address of the høringsnotat.
    pub fn note_href(&self) -> String {
        format!("{}/notat", self.hearing.href())
    }
}

/// The hearings of a text that were announced and not called off; those that opened first first. Three queries.
pub async fn of_text(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<GivenHearing>> {
    let mut hearings = store::of_text(connection, tenant, text).await?;
    hearings.retain(|one| matches!(one.state, HearingState::Announced | HearingState::Answered));
    hearings.sort_by_key(|one| (one.opens_at, one.id));
    let ids: Vec<HearingId> = hearings.iter().map(|one| one.id).collect();
    let responses = store::count_of(connection, tenant, &ids).await?;
    let remarks = store::remark_counts(connection, tenant, &ids).await?;
    let given = |hearing: Hearing| {
        let counted = responses.iter().find(|(id, ..)| *id == hearing.id);
        GivenHearing {
            responses: counted.map_or(0, |(_, all, _)| *all),
            public_responses: counted.map_or(0, |(_, _, public)| *public),
            remarks: remarks
                .iter()
                .find(|(id, _)| *id == hearing.id)
                .map_or_else(Default::default, |one| one.1),
            hearing,
        }
    };
    Ok(hearings.into_iter().map(given).collect())
}

/// Who was asked in these. Two queries.
pub async fn parties(
    connection: &mut Connection,
    tenant: TenantId,
    given: &[GivenHearing],
    today: Day,
) -> Result<Vec<GivenParty>> {
    let ids: Vec<HearingId> = given.iter().map(|one| one.hearing.id).collect();
    let parties = store::parties_of(connection, tenant, &ids).await?;
    let opening =
        |id: HearingId| given.iter().find(|one| one.hearing.id == id).map(|one| one.hearing.opens_at.day());
    let answered: Vec<HearingId> =
        given.iter().filter(|one| one.is_answered()).map(|one| one.hearing.id).collect();
    let heeded = store::heeded_parties(connection, tenant, &answered).await?;
    let party = |party: Party| GivenParty {
        heeded: heeded.iter().find(|(id, _)| *id == party.id).map_or(0, |(_, count)| *count),
        asked_on: match (party.invited_at, &party.email) {
            (Some(at), _) => Some(at.day()),
            (None, Some(_)) => None,
            (None, None) => opening(party.hearing).filter(|day| *day <= today),
        },
        party,
    };
    Ok(parties.into_iter().map(party).collect())
}

/// The paragraphs that something which was said in these has changed. One query.
pub async fn changed(
    connection: &mut Connection,
    tenant: TenantId,
    given: &[GivenHearing],
) -> Result<Vec<(HearingId, SourceId)>> {
    let ids: Vec<HearingId> = given.iter().map(|one| one.hearing.id).collect();
    store::changed_blocks(connection, tenant, &ids).await
}
