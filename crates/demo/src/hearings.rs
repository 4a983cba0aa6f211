//! Hearings: one that can be answered now, one that is answered with its note, a draft, and one that was called off.

use std::collections::HashMap;

use samskab_hearing::{
    T,
    hearing::{Change, ChangeKind, Hearing, HearingState},
    parties::new_party,
    party::{Party, PartyAnswer, PartyId, Proposal, proposed},
    remark::{Remark, Verdict},
    response::{HoldReason, Part, Response, ResponseState},
    source::take,
    store,
    text::{BlockId, cut, numbers},
    write_text,
};
use samskab_kernel::{Day, Instant, Locale, contact::Email};
use samskab_organisation::{
    body::{self, Body, BodyId, HearingStrength},
    person,
};
use samskab_writing::{
    store as texts,
    text::{Text, Version},
};

use super::{
    DemoTown, days,
    files::{Entry, Files},
};

samskab_store::statements! {
    NEXT_MEETING = "select min(starts_at) as starts_at from meeting
        where tenant_id = $1 and body_id = $2 and starts_at > $3 and state <> 'cancelled'";
}

#[derive(samskab_store::Row)]
struct Next {
    starts_at: Option<Instant>,
}

impl DemoTown {
    pub(super) async fn add_hearings(&mut self, files: &Files) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let bodies = body::all(&mut self.tx, tenant, self.today).await?;
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
        let state = entry.parsed_if_any("state")?.unwrap_or(HearingState::Announced);
        let opens_on = days::office_day_before(self.today.plus_days(entry.number("opens")?));
        let opens_at = opens_on.at(9, 0);
        let closes_on = self.closes_on(entry, state, opens_at, bodies).await?;
        let closes_at = closes_on.at(12, 0);
        let responses = entry.entries("response")?;
        let written = |day: Day| days::office_day_before(day).at(10, 0).min(self.now);
        let made = written(opens_on.plus_days(-4));
        let state_since = match state {
            HearingState::Draft => made,
            HearingState::Announced => written(opens_on.plus_days(-2)),
            HearingState::Answered => written(closes_on.plus_days(45)),
            HearingState::CalledOff => written(opens_on.plus_days(14)),
        };
        let stored = self.stored_text(entry).await?;
        let hearing = Hearing {
            title: entry.text("title")?.to_owned(),
            why: entry.text("why")?.to_owned(),
            next: entry.texts_if_any("next")?.join("\n"),
            contact: self.called(entry, "contact").await?,
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
            result: stored.as_ref().filter(|_| state == HearingState::Answered).map(|(.., newest)| newest.id),
            ..Hearing::new(self.hearing(entry.text("title")?), made)
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
        let said = blocks.iter().map(|block| block.said.as_str());
        let subject: Vec<&str> =
            [hearing.title.as_str(), hearing.why.as_str()].into_iter().chain(said).collect();
        let to_ask = proposed(T(Locale::Da), bodies, &subject.join("\n"), &[]);
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
            let reason = if kind == ChangeKind::CalledOff { hearing.state_reason.as_str() } else { "" };
            self.add_change_of(&hearing, kind, created_at, ("", reason)).await?;
        }
        let mut party_that_answered = None;
        let mut asked = Vec::new();
        for party in entry.entries("party")? {
            let party = self.add_party(&party, &hearing, bodies, &to_ask).await?;
            let has_answered = party.answer == PartyAnswer::Response;
            party_that_answered = party_that_answered.or(has_answered.then_some(party.id));
            asked.extend(party.body);
        }
        self.leave_out(entry, &hearing, &to_ask, &asked).await?;
        for (response, number) in responses.iter().zip(1..) {
            self.add_response(response, &hearing, number, &blocks, party_that_answered).await?;
        }
        Ok(())
    }

    /// At the time that the file says, but never before those who are asked have had a meeting about it.
    async fn closes_on(
        &mut self,
        entry: &Entry<'_>,
        state: HearingState,
        opens_at: Instant,
        bodies: &[Body],
    ) -> anyhow::Result<Day> {
        let day = self.today.plus_days(entry.number("closes")?);
        if state != HearingState::Announced {
            return Ok(if day < self.today {
                days::office_day_before(day)
            } else {
                days::office_day_after(day)
            });
        }
        let mut closes_on = days::office_day_after(day);
        for party in entry.entries("party")? {
            let Some(name) = party.text_if_any("body")? else { continue };
            let body = body_named(&party, bodies, name)?;
            let tenant = self.tx.tenant();
            let next = self.tx.query(&NEXT_MEETING).bind(tenant).bind(body.id).bind(opens_at);
            let next: Option<Next> = next.optional().await?;
            if let Some(meets_at) = next.and_then(|next| next.starts_at) {
                closes_on = closes_on.max(days::office_day_after(meets_at.day().plus_days(3)));
            }
        }
        Ok(closes_on)
    }

    /// The name and the telephone number of somebody of the town.
    async fn called(&mut self, entry: &Entry<'_>, field: &'static str) -> anyhow::Result<String> {
        let Some(id) = entry.known_if_any(field, &self.people)? else { return Ok(String::new()) };
        let tenant = self.tx.tenant();
        let person = person::store::find(&mut self.tx, tenant, id).await?;
        let person = person.ok_or_else(|| entry.wrong(field, &"is nobody"))?;
        let phone = person.phone.as_ref().map(|phone| format!(", {}", phone.spaced()));
        Ok(format!("{}{}", person.name, phone.unwrap_or_default()))
    }

    async fn add_change_of(
        &mut self,
        hearing: &Hearing,
        kind: ChangeKind,
        created_at: Instant,
        (about, reason): (&str, &str),
    ) -> anyhow::Result<()> {
        let change = Change {
            id: self.tx.new_id(),
            hearing: hearing.id,
            kind,
            about: about.to_owned(),
            reason: reason.to_owned(),
            closes_at: (kind == ChangeKind::Opened).then_some(hearing.closes_at),
            person: None,
            created_at,
        };
        Ok(store::add_change(&mut self.tx, &change).await?)
    }

    /// The text that was heard, the version that was, and the one it led to; `None`: the hearing has its own.
    async fn stored_text(&mut self, entry: &Entry<'_>) -> anyhow::Result<Option<(Text, Version, Version)>> {
        let Some(title) = entry.text_if_any("of_text")? else { return Ok(None) };
        let number: i64 = entry.number("heard")?;
        let tenant = self.tx.tenant();
        let all = texts::all(&mut self.tx, tenant).await?;
        let text = all.into_iter().find(|text| text.title == title);
        let text = text.ok_or_else(|| entry.wrong("of_text", &title))?;
        let heard = texts::version_numbered(&mut self.tx, tenant, text.id, number).await?;
        let newest = texts::newest_version(&mut self.tx, tenant, text.id).await?;
        let (Some(heard), Some(newest)) = (heard, newest) else { return Err(entry.wrong("heard", &number)) };
        Ok(Some((text, heard, newest)))
    }

    /// A body is asked for the reason that the program itself gives, and written to where its secretary is.
    async fn add_party(
        &mut self,
        entry: &Entry<'_>,
        hearing: &Hearing,
        bodies: &[Body],
        to_ask: &[Proposal],
    ) -> anyhow::Result<Party> {
        let body = match entry.text_if_any("body")? {
            Some(name) => Some(body_named(entry, bodies, name)?),
            None => None,
        };
        let answer: PartyAnswer = entry.parsed("answer")?;
        let new = match body {
            Some(body) => {
                let proposal = to_ask.iter().find(|one| one.body == body.id);
                let proposal = proposal.ok_or_else(|| entry.wrong("body", &"nobody has to ask it"))?;
                let why = (proposal.basis, proposal.reason.as_str());
                let email = self.address_of(body).await?;
                new_party(&mut self.tx, hearing.id, &body.name, email, why)
            }
            None => {
                let name = entry.text("name")?;
                let why = (HearingStrength::Voluntary, entry.text("reason")?);
                let email = entry.parsed("email")?;
                new_party(&mut self.tx, hearing.id, name, Some(email), why)
            }
        };
        let answered_on = days::office_day_after(hearing.opens_at.day().plus_days(5));
        let party = Party {
            body: body.map(|body| body.id),
            answer,
            answered_at: (answer != PartyAnswer::None).then(|| answered_on.at(11, 0)),
            invited_at: Some(hearing.opens_at),
            told_at: Some(hearing.opens_at),
            created_at: hearing.created_at,
            ..new
        };
        store::add_party(&mut self.tx, &party).await?;
        Ok(party)
    }

    /// The address of whoever calls its meetings, or else of a member.
    async fn address_of(&mut self, body: &Body) -> anyhow::Result<Option<Email>> {
        let tenant = self.tx.tenant();
        let mut members = body::members(&mut self.tx, tenant, body, self.today).await?.members;
        members.sort_by_key(|one| !one.role.runs_meetings());
        for id in members.iter().filter_map(|one| one.person) {
            let person = person::store::find(&mut self.tx, tenant, id).await?;
            if let Some(email) = person.and_then(|person| person.email) {
                return Ok(Some(email));
            }
        }
        Ok(None)
    }

    /// Everybody who should be asked is asked, or it is written down why not: without bodies in the file that is said
    /// of all the others.
    async fn leave_out(
        &mut self,
        entry: &Entry<'_>,
        hearing: &Hearing,
        to_ask: &[Proposal],
        asked: &[BodyId],
    ) -> anyhow::Result<()> {
        let mut rest: Vec<&Proposal> = to_ask.iter().filter(|one| !asked.contains(&one.body)).collect();
        for left_out in entry.entries("left_out")? {
            let names = left_out.texts_if_any("bodies")?;
            let reason = left_out.text("reason")?;
            let (meant, others): (Vec<&Proposal>, Vec<&Proposal>) =
                rest.into_iter().partition(|one| names.is_empty() || names.contains(&one.name));
            for one in meant {
                let why = (one.name.as_str(), reason);
                self.add_change_of(hearing, ChangeKind::LeftOut, hearing.created_at, why).await?;
            }
            rest = others;
        }
        match rest.first() {
            Some(one) if hearing.state != HearingState::Draft => {
                Err(entry.wrong("party", &format!("nobody asked {}", one.name)))
            }
            _ => Ok(()),
        }
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
        let (hour, minute) = (8 + number * 5 % 12, number * 17 % 60);
        let day = hearing.opens_at.day().plus_days(i32::try_from(number)?);
        let at = day.at(i8::try_from(hour)?, i8::try_from(minute)?).min(self.now);
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

fn body_named<'a>(entry: &Entry<'_>, bodies: &'a [Body], name: &str) -> anyhow::Result<&'a Body> {
    bodies.iter().find(|body| body.name == name).ok_or_else(|| entry.wrong("body", &name))
}
