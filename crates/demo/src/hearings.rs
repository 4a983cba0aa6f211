//! Hearings: one that can be answered now, one that is answered with its note, a draft, and one that was called off.

use std::collections::HashMap;

use samskab_hearing::{
    hearing::{Change, ChangeKind, Hearing, HearingState},
    parties::new_party,
    party::{Party, PartyAnswer, PartyId},
    remark::{Remark, Verdict},
    response::{HoldReason, Part, Response, ResponseState},
    source::take,
    store,
    text::{BlockId, cut, numbers},
    write_text,
};
use samskab_kernel::{Instant, Locale};
use samskab_organisation::body::{self, Body};
use samskab_writing::{
    store as texts,
    text::{Text, Version},
};

use super::{
    DemoTown,
    files::{Entry, Files},
};

impl DemoTown {
    pub(super) async fn add_hearings(&mut self, files: &Files) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let bodies = body::store::every(&mut self.tx, tenant).await?;
        for said in [
            "Tak for svaret. Det er givet videre til dem, der har opgaven.",
            "Det hører til en anden sag og bliver taget op der.",
        ] {
            store::add_phrase(&mut self.tx, said).await?;
        }
        for entry in files.entries("hearing")? {
            self.add_hearing(&entry, &bodies).await?;
        }
        Ok(())
    }

    async fn add_hearing(&mut self, entry: &Entry<'_>, bodies: &[Body]) -> anyhow::Result<()> {
        let opens_at = self.today.plus_days(entry.number("opens")?).at(9, 0);
        let closes_at = self.today.plus_days(entry.number("closes")?).at(12, 0);
        let state = entry.parsed_if_any("state")?.unwrap_or(HearingState::Announced);
        let responses = entry.entries("response")?;
        let made = opens_at.plus_days(-14).min(self.now);
        let state_since = match state {
            HearingState::Draft => made,
            HearingState::Announced => opens_at.plus_days(-7),
            HearingState::Answered | HearingState::CalledOff => closes_at.plus_days(45).min(self.now),
        };
        let stored = self.stored_text(entry).await?;
        let hearing = Hearing {
            title: entry.text("title")?.to_owned(),
            why: entry.text("why")?.to_owned(),
            next: entry.texts_if_any("next")?.join("\n"),
            contact: entry.text_or_empty("contact")?,
            case_number: entry.text_or_empty("case")?,
            kle: entry.text_or_empty("kle")?,
            publication: entry.parsed("publication")?,
            opens_at,
            closes_at,
            state,
            state_since,
            state_reason: entry.text_or_empty("reason")?,
            sent: i64::try_from(responses.len())?,
            created_at: made,
            updated_at: state_since,
            source: stored.as_ref().map(|(text, ..)| text.id),
            version: stored.as_ref().map(|(_, heard, _)| heard.id),
            result: stored.as_ref().map(|(.., newest)| newest.id),
            ..Hearing::new(self.tx.new_id(), made)
        };
        store::add(&mut self.tx, &hearing).await?;
        match &stored {
            None => write_text(&mut self.tx, &hearing, &[], &cut(entry.text("text")?)).await?,
            Some((_, heard, _)) => {
                let blocks = texts::content_of(heard)?.blocks;
                take(&mut self.tx, &hearing, &[], &blocks).await?;
            }
        }
        let tenant = self.tx.tenant();
        let blocks = store::blocks(&mut self.tx, tenant, hearing.id).await?;
        let named =
            numbers(blocks.iter().map(|block| block.kind)).into_iter().zip(blocks.iter().map(|one| one.id));
        let blocks: HashMap<String, BlockId> = named.collect();
        let kinds = match state {
            HearingState::Draft => vec![],
            HearingState::Announced => vec![(ChangeKind::Opened, state_since)],
            HearingState::Answered => {
                vec![(ChangeKind::Opened, opens_at), (ChangeKind::Answered, state_since)]
            }
            HearingState::CalledOff => {
                vec![(ChangeKind::Opened, opens_at), (ChangeKind::CalledOff, state_since)]
            }
        };
        for (kind, created_at) in kinds {
            let change = Change {
                id: self.tx.new_id(),
                hearing: hearing.id,
                kind,
                about: String::new(),
                reason: if kind == ChangeKind::CalledOff {
                    hearing.state_reason.clone()
                } else {
                    String::new()
                },
                closes_at: (kind == ChangeKind::Opened).then_some(closes_at),
                person: None,
                created_at,
            };
            store::add_change(&mut self.tx, &change).await?;
        }
        let mut party_that_answered = None;
        for party in entry.entries("party")? {
            let id = self.add_party(&party, &hearing, bodies).await?;
            party_that_answered = party_that_answered.or(id);
        }
        for (response, number) in responses.iter().zip(1..) {
            self.add_response(response, &hearing, number, &blocks, party_that_answered).await?;
        }
        Ok(())
    }

    /// The text that was heard, the version that was, and the one it led to; `None`: the hearing has its own.
    async fn stored_text(&mut self, entry: &Entry<'_>) -> anyhow::Result<Option<(Text, Version, Version)>> {
        let Some(title) = entry.text_if_any("of_text")? else { return Ok(None) };
        let tenant = self.tx.tenant();
        let all = texts::all(&mut self.tx, tenant).await?;
        let text = all.into_iter().find(|text| text.title == title);
        let text = text.ok_or_else(|| entry.wrong("of_text", &title))?;
        let heard = texts::version_numbered(&mut self.tx, tenant, text.id, 1).await?;
        let newest = texts::newest_version(&mut self.tx, tenant, text.id).await?;
        let (Some(heard), Some(newest)) = (heard, newest) else { return Err(entry.wrong("of_text", &title)) };
        Ok(Some((text, heard, newest)))
    }

    /// Its id, when it has answered with a text.
    async fn add_party(
        &mut self,
        entry: &Entry<'_>,
        hearing: &Hearing,
        bodies: &[Body],
    ) -> anyhow::Result<Option<PartyId>> {
        let body = match entry.text_if_any("body")? {
            Some(name) => {
                Some(bodies.iter().find(|body| body.name == name).ok_or_else(|| entry.wrong("body", &name))?)
            }
            None => None,
        };
        let name = match body {
            Some(body) => body.name.clone(),
            None => entry.text("name")?.to_owned(),
        };
        let why = (entry.parsed("basis")?, entry.text("reason")?);
        let answer: PartyAnswer = entry.parsed("answer")?;
        let party = new_party(&mut self.tx, hearing.id, &name, None, why);
        let party = Party {
            body: body.map(|body| body.id),
            answer,
            answered_at: (answer != PartyAnswer::None).then(|| hearing.opens_at.plus_days(5)),
            invited_at: Some(hearing.opens_at),
            told_at: Some(hearing.opens_at),
            created_at: hearing.created_at,
            ..party
        };
        store::add_party(&mut self.tx, &party).await?;
        Ok((answer == PartyAnswer::Response).then_some(party.id))
    }

    async fn add_response(
        &mut self,
        entry: &Entry<'_>,
        hearing: &Hearing,
        number: i64,
        blocks: &HashMap<String, BlockId>,
        party: Option<PartyId>,
    ) -> anyhow::Result<()> {
        let is_party = entry.flag("is_party")?.unwrap_or(false);
        let held: HoldReason = entry.parsed_if_any("held")?.unwrap_or(HoldReason::No);
        let at: Instant = hearing.opens_at.plus_days(number).min(self.now);
        let response = Response {
            id: self.tx.new_id(),
            hearing: hearing.id,
            party: party.filter(|_| is_party),
            person: entry.known_if_any("person", &self.people)?,
            number: Some(number),
            kind: entry.parsed("kind")?,
            name: entry.text("name")?.to_owned(),
            on_behalf_of: entry.text_or_empty("behalf")?,
            email: None,
            locale: Locale::Da,
            is_nameless: entry.flag("nameless")?.unwrap_or(false),
            is_closed: false,
            state: ResponseState::Confirmed,
            sent_at: Some(at),
            published_at: (held == HoldReason::No).then_some(at),
            held,
            hidden_reason: String::new(),
            told_at: None,
            replied_at: (hearing.state == HearingState::Answered).then_some(hearing.state_since),
            version: 1,
            created_at: at,
            updated_at: at,
        };
        store::add_response(&mut self.tx, &response).await?;
        let part = Part {
            id: self.tx.new_id(),
            hearing: hearing.id,
            response: response.id,
            block: entry.known_if_any("paragraph", blocks)?,
            place: 1,
            said: entry.text("said")?.to_owned(),
            shown: None,
            shown_reason: String::new(),
        };
        store::add_part(&mut self.tx, &part).await?;
        let verdict: Option<Verdict> = entry.parsed_if_any("verdict")?;
        let remark = Remark {
            theme: entry.text_or_empty("theme")?,
            verdict,
            assessment: entry.text_or_empty("because")?,
            assessed_at: verdict.map(|_| hearing.state_since),
            ..Remark::of(self.tx.new_id(), &part)
        };
        store::add_remark(&mut self.tx, &remark).await?;
        Ok(())
    }
}
