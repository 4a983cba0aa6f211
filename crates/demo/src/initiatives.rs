//! Ideas in every state, this year's focus areas with what is done about them, and last year's.

use std::collections::HashMap;

use samskab_hearing::hearing::HearingId;
use samskab_initiative::{
    focus::{self, FocusArea, FocusState},
    initiative::{self, Initiative, InitiativeState, Status},
    proposal::{self, Note, NoteKind, Proposal, ProposalId, ProposalState, Texts},
};
use samskab_kernel::{Instant, Locale};
use samskab_meetings::meeting::{self, ItemId, PROPOSAL};
use samskab_organisation::body::{self, Body, BodyId};

use super::{
    DemoTown, days,
    files::{Entry, Files},
};

/// Who takes the town's ideas, and who decides.
const QUALIFIES: &str = "Udviklings- og koordineringsgruppen";
const DECIDES: &str = "Direktionen";

/// The proposals that agendas speak of, before they are written.
#[derive(Default)]
pub(super) struct OnAgendas {
    pub ids: HashMap<String, ProposalId>,
    /// The last point that each proposal is on.
    pub items: HashMap<String, ItemId>,
    /// Hearings that a body answers, by their titles.
    pub hearings: HashMap<String, HearingId>,
}

impl DemoTown {
    /// The hearing of this title, which comes onto an agenda before it is written.
    pub(super) fn hearing(&mut self, title: &str) -> HearingId {
        *self.on_agendas.hearings.entry(title.to_owned()).or_insert_with(|| self.tx.new_id())
    }

    /// The source of a point that puts a proposal.
    pub(super) fn source_of(&mut self, key: &str, item: ItemId) -> String {
        let id = *self.on_agendas.ids.entry(key.to_owned()).or_insert_with(|| self.tx.new_id());
        self.on_agendas.items.insert(key.to_owned(), item);
        format!("{PROPOSAL}{id}")
    }

    pub(super) async fn add_initiatives(&mut self, files: &Files) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let bodies = body::store::every(&mut self.tx, tenant).await?;
        let named = |name: &str| bodies.iter().find(|body| body.name == name);
        let (qualifies, decides) = (named(QUALIFIES), named(DECIDES));
        if let Some(body) = qualifies {
            body::store::save(&mut self.tx, &Body { qualifies_ideas: true, ..body.clone() }).await?;
        }
        let bodies = (qualifies.map(|body| body.id), decides.map(|body| body.id));
        for (place, entry) in (1..).zip(files.entries("year_focus")?) {
            self.add_focus_area(&entry, place, bodies).await?;
        }
        for entry in files.entries("proposal")? {
            self.add_proposal(&entry, bodies).await?;
        }
        Ok(())
    }

    async fn add_focus_area(
        &mut self,
        entry: &Entry<'_>,
        place: i64,
        (recommended_by, decided_by): (Option<BodyId>, Option<BodyId>),
    ) -> anyhow::Result<()> {
        let year = i64::from(self.today.date().year()) + entry.number::<i64>("years")?;
        let made = self.days_ago(if year < i64::from(self.today.date().year()) { 420 } else { 170 });
        let area = FocusArea {
            id: self.tx.new_id(),
            year,
            place,
            title: entry.text("title")?.to_owned(),
            why: entry.text("why")?.to_owned(),
            goals: entry.texts("goals")?.join("\n"),
            state: FocusState::Decided,
            recommended_by,
            // The decisions of the year before are older than the minutes that the town has.
            recommended_number: String::new(),
            decided_by,
            decided_number: String::new(),
            copied_from: None,
            created_at: made,
            updated_at: made,
        };
        focus::add(&mut self.tx, &area).await?;
        for (minute, entry) in (0..).zip(entry.entries("initiative")?) {
            let created_at = made.plus(samskab_kernel::jiff::SignedDuration::from_mins(minute));
            let until: Option<i32> = entry.number_if_any("until")?;
            let one = Initiative {
                about: entry.text_or_empty("about")?,
                goal: entry.text_or_empty("goal")?,
                ends_on: until.map(|days| days::office_day_after(self.today.plus_days(days))),
                focus_area: Some(area.id),
                owner_position: Some(entry.known("owner", &self.positions)?),
                ..Initiative::new(self.tx.new_id(), entry.text("title")?, created_at)
            };
            self.add_initiative(&entry, one).await?;
        }
        Ok(())
    }

    /// An initiative without reports is as new as the town.
    async fn add_initiative(&mut self, entry: &Entry<'_>, one: Initiative) -> anyhow::Result<()> {
        let told = entry.entries("status")?;
        let mut one = Initiative { told_at: if told.is_empty() { self.now } else { one.told_at }, ..one };
        initiative::store::add(&mut self.tx, &one).await?;
        for entry in told {
            let state: InitiativeState = entry.parsed("state")?;
            let said = entry.text("said")?.to_owned();
            let at = self.days_ago(entry.number("days")?);
            let status = Status {
                id: self.tx.new_id(),
                initiative: one.id,
                state,
                said: said.clone(),
                person: Some(entry.known("person", &self.people)?),
                created_at: at,
            };
            initiative::store::add_status(&mut self.tx, &status).await?;
            one = one.clone().tell(state, &said, at).unwrap_or(one);
        }
        initiative::store::save(&mut self.tx, &one).await?;
        Ok(())
    }

    async fn add_proposal(
        &mut self,
        entry: &Entry<'_>,
        (body, decides): (Option<BodyId>, Option<BodyId>),
    ) -> anyhow::Result<()> {
        let key = entry.text("key")?;
        let sent = self.days_ago(entry.number("days")?);
        let texts = Texts {
            title: entry.text("title")?.to_owned(),
            what: entry.text("what")?.to_owned(),
            for_whom: entry.text("for_whom")?.to_owned(),
            why: entry.text("why")?.to_owned(),
            needs: entry.text_or_empty("needs")?,
        };
        let id = *self.on_agendas.ids.entry(key.to_owned()).or_insert_with(|| self.tx.new_id());
        let writer = match entry.text_if_any("volunteer")? {
            Some(_) => Some(entry.known("volunteer", &self.volunteers)?.person.id),
            None => entry.known_if_any("person", &self.people)?,
        };
        let name = entry.text_or_empty("name")?;
        let address = format!("{}@borger.example", samskab_kernel::danish::fold(&name).replace(' ', "."));
        let handed_on: Option<i64> = entry.number_if_any("handed_on")?;
        let settled: Option<i64> = entry.number_if_any("settled")?;
        let usual = if handed_on.is_some() { ProposalState::HandedOn } else { ProposalState::Idea };
        let state = entry.parsed_if_any("state")?.unwrap_or(usual);
        let since = settled.or(handed_on).map_or(sent, |days| self.days_ago(days));
        let resume: Option<i32> = entry.number_if_any("resume")?;
        let number = entry.text_or_empty("number")?;
        let proposal = Proposal {
            unit: entry.known_if_any("unit", &self.units)?,
            body,
            decided_by: decides.filter(|_| handed_on.is_some()),
            item: self.on_agendas.items.get(key).copied().filter(|_| state != ProposalState::Postponed),
            writer,
            writer_email: if name.is_empty() { None } else { address.parse().ok() },
            writer_name: name,
            shows_text: entry.flag("shows")?.unwrap_or(false),
            shows_name: entry.flag("named")?.unwrap_or(false),
            checks: entry.texts_if_any("checked")?,
            state,
            state_since: since,
            reason: entry.text_or_empty("reason")?,
            resume_on: resume.map(|days| days::office_day_after(self.today.plus_days(days))),
            decision_number: match number.as_str() {
                "" => number,
                number => format!("{number}/{}", since.day().date().year()),
            },
            ..Proposal::new(id, texts, Locale::Da, sent)
        };
        proposal::store::add(&mut self.tx, &proposal, writer).await?;
        self.note(id, NoteKind::Received, "", sent).await?;
        if let Some(what) = entry.text_if_any("changed")? {
            let at = self.days_ago(3);
            let texts = Texts { what: what.to_owned(), ..proposal.texts.clone() };
            let changed =
                Proposal { texts, number: 2, asked_at: Some(at), updated_at: at, ..proposal.clone() };
            proposal::store::save(&mut self.tx, &changed).await?;
            proposal::store::add_version(&mut self.tx, &changed, None).await?;
            self.note(id, NoteKind::Changed, "", at).await?;
        }
        for (number, comment) in (1..).zip(entry.entries("comment")?) {
            let person = comment.known_if_any("person", &self.people)?;
            let kind = if person.is_some() { NoteKind::Comment } else { NoteKind::Reply };
            let said = comment.text("said")?.to_owned();
            let created_at = sent.plus_days(number);
            let note = Note { id: self.tx.new_id(), proposal: id, kind, said, person, created_at };
            proposal::store::add_note(&mut self.tx, &note).await?;
        }
        if let Some(days) = handed_on {
            self.note(id, NoteKind::HandedOn, DECIDES, self.days_ago(days)).await?;
        }
        self.add_outcome(&proposal, since).await
    }

    /// What became of it, and the initiative where it became one.
    async fn add_outcome(&mut self, proposal: &Proposal, at: Instant) -> anyhow::Result<()> {
        let (kind, said) = match proposal.state {
            ProposalState::Approved => (NoteKind::Approved, proposal.decision_number.as_str()),
            ProposalState::Rejected => (NoteKind::Rejected, proposal.reason.as_str()),
            ProposalState::Postponed => (NoteKind::Postponed, proposal.reason.as_str()),
            ProposalState::Withdrawn => (NoteKind::Withdrawn, ""),
            ProposalState::HandedOn if proposal.item.is_some() => {
                let tenant = self.tx.tenant();
                let item = match proposal.item {
                    Some(item) => meeting::store::find_item(&mut self.tx, tenant, item).await?,
                    None => None,
                };
                let at = item.map_or(at, |item| item.created_at.max(at));
                return self.note(proposal.id, NoteKind::OnAgenda, DECIDES, at).await;
            }
            _ => return Ok(()),
        };
        self.note(proposal.id, kind, said, at).await?;
        if proposal.state == ProposalState::Approved {
            let new = Initiative {
                about: proposal.texts.what.clone(),
                proposal: Some(proposal.id),
                owner_position: self.positions.get("pos-key-culture").copied(),
                decision_number: proposal.decision_number.clone(),
                told_at: self.days_ago(30),
                ..Initiative::new(self.tx.new_id(), proposal.texts.title.clone(), at)
            };
            initiative::store::add(&mut self.tx, &new).await?;
        }
        Ok(())
    }

    async fn note(
        &mut self,
        proposal: ProposalId,
        kind: NoteKind,
        said: &str,
        created_at: Instant,
    ) -> anyhow::Result<()> {
        let note =
            Note { id: self.tx.new_id(), proposal, kind, said: said.to_owned(), person: None, created_at };
        Ok(proposal::store::add_note(&mut self.tx, &note).await?)
    }
}
