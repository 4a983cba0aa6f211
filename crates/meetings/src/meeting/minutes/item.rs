//! What came of one point: the decision and why, who took no part, the votes, what happens when two write it at once, and
//! what is corrected once the minutes are approved.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::{Change, ChangeKind, changes, merge};
use samskab_kernel::{Locale, codes, danish::sort_key};
use samskab_organisation::person;
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, form::Choice};

use super::{expected, said, said_quorum};
use crate::{
    T,
    meeting::{
        Answer, Item, ItemId, ItemState, MeetingOfBody, MeetingState, Verdict, agenda,
        event::{ItemCorrected, ItemMinuted},
        follow_up::{self, FollowUpForm},
        request, store,
    },
};

codes! {
    /// What came of a point, as the form asks it.
    enum ItemOutcome {
        Decided => "decided",
        /// Of a proposal.
        Approved => "approved",
        Rejected => "rejected",
        Postponed => "postponed",
        Withdrawn => "withdrawn",
    }
}

samskab_web::form! {
    pub struct MinutesForm {
        udfald: radio(minutes_came).required(),
        beslutning: paragraph(minutes_decision).hint(minutes_decision_hint).optional().rows(5).at_most(10000),
        begrundelse: paragraph(minutes_reason).hint(minutes_reason_hint).optional().rows(3).at_most(3000),
        igen: day(minutes_resume).hint(minutes_resume_hint).optional(),
        inhabile: several(minutes_disqualified).hint(minutes_disqualified_hint),
        inhabile_andre: text(minutes_disqualified_others).hint(minutes_disqualified_others_hint).optional().max(300),
        uden_flertal: text(minutes_quorum_reason).hint(minutes_quorum_reason_hint).optional().max(300),
        stemmer: text(minutes_votes).hint(minutes_votes_hint).optional().max(200),
        rettelse: text(minutes_correction).hint(minutes_correction_hint).optional().max(300),
        /// When what is changed was last written, in microseconds.
        version: hidden,
        /// What stood there then, so that two who write at once can be joined.
        foer_beslutning: hidden,
        foer_begrundelse: hidden,
    }
}

impl ItemOutcome {
    /// A proposal is approved or rejected, everything else is dealt with.
    fn is_of(self, item: &Item) -> bool {
        match self {
            Self::Decided => !item.is_proposal(),
            Self::Approved | Self::Rejected => item.is_proposal(),
            Self::Postponed | Self::Withdrawn => true,
        }
    }

    fn label(self, t: T) -> &'static str {
        match self {
            Self::Decided => t.minutes_came_decided(),
            Self::Approved => t.minutes_came_approved(),
            Self::Rejected => t.minutes_came_rejected(),
            Self::Postponed => t.minutes_came_postponed(),
            Self::Withdrawn => t.minutes_came_withdrawn(),
        }
    }

    fn state(self) -> (ItemState, Option<Verdict>) {
        match self {
            Self::Decided => (ItemState::Decided, None),
            Self::Approved => (ItemState::Decided, Some(Verdict::Approved)),
            Self::Rejected => (ItemState::Decided, Some(Verdict::Rejected)),
            Self::Postponed => (ItemState::Postponed, None),
            Self::Withdrawn => (ItemState::Withdrawn, None),
        }
    }

    /// What stands in the form of a point; `None`: nothing is written yet.
    fn of(item: &Item) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.state() == (item.state, item.verdict))
    }
}

#[derive(Template)]
#[template(path = "meeting/minutes_item.html")]
struct ItemMinutesPage {
    shell: Shell,
    t: T,
    title: String,
    verb: &'static str,
    about: String,
    proposal: String,
    form: MinutesForm,
    outcomes: Vec<Choice>,
    theirs: Theirs,
    /// Too few were there: how many, in words.
    no_quorum: String,
    is_approved: bool,
    /// What is answered point by point: what is asked, the answer, and where it is given.
    points: Vec<(String, String, String)>,
    follow_ups: Vec<String>,
    follow_up: FollowUpForm,
    people: Vec<Choice>,
    /// Who can be said to have taken no part: those who were there.
    attending: Vec<Choice>,
    action: String,
    add: String,
    back: String,
}

pub async fn show(cx: Cx, Path(id): Path<ItemId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (item, found) = agenda::find(&cx, &mut reader, id).await?;
    if found.meeting.state == MeetingState::Cancelled || found.meeting.starts_at > cx.now() {
        return cx.redirect_saying(found.meeting.href(), "warning", "meeting-flash-not-begun");
    }
    let people = attending(&cx, &mut reader, &found).await?;
    let forms = (of_item(&item, &people), FollowUpForm::default());
    let page = page(&cx, &mut reader, (&found, &item), forms, people, Theirs::default()).await?;
    cx.page(page)
}

/// Whoever may have taken no part in a point: everybody who was called or sits there, but for those who were not there.
async fn attending(cx: &Cx, connection: &mut Connection, found: &MeetingOfBody) -> Result<Vec<Answer>> {
    let mut people = expected(cx, connection, found).await?;
    people.retain(|one| one.was_there != Some(false));
    Ok(people)
}

/// Between the names of those who took no part.
const BETWEEN: &str = ", ";

/// Those who are ticked, and others, as the minutes say it.
fn said_disqualified(ticked: &[String], others: &str, people: &[Answer]) -> String {
    let names = people.iter().filter(|one| ticked.contains(&one.person_id.to_string()));
    let names = names.map(|one| one.name.as_str()).chain([others]).filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join(BETWEEN)
}

/// The reverse of [`said_disqualified`].
fn parted_disqualified(said: &str, people: &[Answer]) -> (Vec<String>, String) {
    let (mut ticked, mut others) = (Vec::new(), Vec::new());
    for name in said.split(BETWEEN) {
        match people.iter().find(|one| one.name == name) {
            Some(one) => ticked.push(one.person_id.to_string()),
            None => others.push(name),
        }
    }
    (ticked, others.join(BETWEEN))
}

fn of_item(item: &Item, people: &[Answer]) -> MinutesForm {
    let (inhabile, inhabile_andre) = parted_disqualified(&item.disqualified, people);
    MinutesForm {
        udfald: outcome(item).into(),
        beslutning: item.decision.clone(),
        begrundelse: item.reason.clone(),
        igen: item.resume_on.map(|day| day.to_string()).unwrap_or_default(),
        inhabile,
        inhabile_andre,
        stemmer: item.votes.clone(),
        uden_flertal: item.quorum_reason.clone(),
        version: version(item),
        foer_beslutning: item.decision.clone(),
        foer_begrundelse: item.reason.clone(),
        ..MinutesForm::default()
    }
}

impl MinutesForm {
    /// What a colleague wrote meanwhile and this form, as one: only where the two are in different places.
    fn joined(
        &self,
        theirs: &Item,
        disqualified: &str,
        decision: &str,
        reason: &str,
    ) -> Option<(String, String)> {
        let is_same_outcome = theirs.state == ItemState::Open || *self.udfald == *outcome(theirs);
        let are_in_other_fields =
            [(disqualified, &theirs.disqualified), (self.stemmer.as_str(), &theirs.votes)]
                .into_iter()
                .all(|(mine, theirs)| theirs.is_empty() || mine.trim() == theirs.as_str());
        if !is_same_outcome || !are_in_other_fields {
            return None;
        }
        let before = |text: &str| text.replace("\r\n", "\n");
        let decision = merge(&before(&self.foer_beslutning), decision, &theirs.decision)?;
        let reason = merge(&before(&self.foer_begrundelse), reason, &theirs.reason)?;
        Some((decision, reason))
    }
}

fn outcome(item: &Item) -> &'static str {
    ItemOutcome::of(item).map_or("", ItemOutcome::code)
}

fn version(item: &Item) -> String {
    item.updated_at.micros().to_string()
}

/// The page of a point, with what is wrong about a follow-up.
pub(in crate::meeting) async fn refused(
    cx: &Cx,
    connection: &mut Connection,
    found: &MeetingOfBody,
    item: &Item,
    form: FollowUpForm,
) -> Result<Response> {
    let people = attending(cx, connection, found).await?;
    let forms = (of_item(item, &people), form);
    let page = page(cx, connection, (found, item), forms, people, Theirs::default()).await?;
    cx.invalid(page)
}

pub async fn save(cx: Cx, Path(id): Path<ItemId>, Form(form): Form<MinutesForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, found) = agenda::find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.meeting.id).await?;
    // Read again, now that nobody else writes.
    let (item, found) = agenda::find(&cx, &mut tx, id).await?;
    let t = T(cx.locale);
    let is_approved = found.meeting.state == MeetingState::Approved;
    let to = format!("{}/referat", found.meeting.href());
    if !is_approved && !found.meeting.is_being_minuted(cx.now()) {
        return cx.redirect_saying(to, "warning", "meeting-flash-was-changed");
    }
    let mut check = Check::new(cx.locale);
    let came: Option<ItemOutcome> = form.udfald().code(&mut check);
    if came.is_some_and(|came| !came.is_of(&item)) {
        check.refuse(&form.udfald(), t.minutes_came_missing());
    }
    let decision = form.beslutning().text(&mut check).unwrap_or_default();
    let reason = form.begrundelse().text(&mut check).unwrap_or_default();
    let resume_on = form.igen().day(&mut check);
    let people = attending(&cx, &mut tx, &found).await?;
    let others = form.inhabile_andre().text(&mut check).unwrap_or_default();
    let disqualified = said_disqualified(&form.inhabile, &others, &people);
    let votes = form.stemmer().text(&mut check).unwrap_or_default();
    let correction = form.rettelse().text(&mut check).unwrap_or_default();
    if came == Some(ItemOutcome::Decided) && decision.is_empty() {
        check.refuse(&form.beslutning(), t.minutes_decision_missing());
    }
    if came == Some(ItemOutcome::Decided) && !request::are_answered(&cx, &mut tx, &item).await? {
        check.refuse(&form.udfald(), t.minutes_points_open());
    }
    let quorum_reason = form.uden_flertal().text(&mut check).unwrap_or_default();
    let is_decision = came.is_some_and(|came| came.state().0 == ItemState::Decided) && item.verb.has_number();
    if is_decision {
        if found.meeting.lacks_quorum() && quorum_reason.is_empty() {
            check.refuse(&form.uden_flertal(), t.minutes_quorum_reason_missing());
        }
        let is_unnoted = found.body.quorum.is_some() && found.meeting.there.is_none() && !is_approved;
        if is_unnoted && !people.is_empty() {
            check.refuse(&form.udfald(), t.minutes_who_was_there_first());
        }
    }
    if came == Some(ItemOutcome::Postponed) && reason.is_empty() {
        check.refuse(&form.begrundelse(), t.minutes_reason_missing());
    }
    if came == Some(ItemOutcome::Rejected) && reason.is_empty() {
        check.refuse(&form.begrundelse(), t.minutes_rejection_missing());
    }
    if let Some(ItemOutcome::Postponed) = came {
        if resume_on.is_some_and(|day| day <= found.meeting.starts_at.day()) {
            check.refuse(&form.igen(), t.minutes_resume_too_early());
        }
        if item.is_proposal() && resume_on.is_none() && !check.refuses(&[form.igen()]) {
            check.refuse(&form.igen(), t.minutes_resume_missing());
        }
    }
    // What follows from a proposal has begun: another verdict is another decision, on another agenda.
    if is_approved && item.is_proposal() && came.is_some() && came != ItemOutcome::of(&item) {
        check.refuse(&form.udfald(), t.minutes_verdict_stands());
    }
    if is_approved && correction.is_empty() {
        check.refuse(&form.rettelse(), t.minutes_correction_missing());
    }
    // Two who write the same point are joined where they wrote in different places. Else they are told: both texts stay on
    // the screen, and whoever saves next has read both.
    let errors = check.done().err();
    let is_newer = form.version != version(&item);
    let joined = if is_newer { form.joined(&item, &disqualified, &decision, &reason) } else { None };
    let theirs = if is_newer && joined.is_none() { theirs(t, &item, &decision) } else { Theirs::default() };
    let is_joined = joined.is_some();
    let (decision, reason) = joined.unwrap_or((decision, reason));
    let (Some(came), None, true) = (came, &errors, theirs.is_empty()) else {
        let form = MinutesForm {
            version: version(&item),
            foer_beslutning: item.decision.clone(),
            foer_begrundelse: item.reason.clone(),
            ..form.with_errors(errors.unwrap_or_default())
        };
        let forms = (form, FollowUpForm::default());
        let page = page(&cx, &mut tx, (&found, &item), forms, people, theirs).await?;
        return cx.invalid(page);
    };
    let (state, verdict) = came.state();
    let resume_on = resume_on.filter(|_| state == ItemState::Postponed);
    let corrections = match (is_approved, item.corrections.as_str()) {
        (false, before) => before.to_owned(),
        (true, "") => said_correction(&cx, &correction),
        (true, before) => format!("{before}\n{}", said_correction(&cx, &correction)),
    };
    let item = Item {
        state,
        verdict,
        decision,
        reason,
        resume_on,
        disqualified,
        votes,
        quorum_reason: if is_decision && found.meeting.lacks_quorum() {
            quorum_reason
        } else {
            String::new()
        },
        corrections,
        updated_at: cx.now(),
        ..item
    };
    store::save_item(&mut tx, &item).await?;
    if is_approved {
        tx.record(ItemCorrected::of(&item)).await?;
    } else {
        tx.record(ItemMinuted::of(&item)).await?;
    }
    if state == ItemState::Withdrawn && !is_approved {
        request::put_back(&cx, &mut tx, &item).await?;
    }
    tx.commit().await?;
    let said = if is_joined { "meeting-flash-joined" } else { "meeting-flash-minuted" };
    cx.redirect_saying(to, "success", said)
}

fn said_correction(cx: &Cx, correction: &str) -> String {
    format!("{}: {correction}", Locale::Da.day(cx.today()))
}

/// What a colleague wrote while this was written.
#[derive(Default)]
struct Theirs {
    /// What came of the point, the reason, who took no part, the votes.
    facts: String,
    /// From their text to the writer's own.
    changes: Vec<Change>,
}

impl Theirs {
    fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }
}

fn theirs(t: T, item: &Item, own: &str) -> Theirs {
    let texts = [item.said_state(t), &item.reason, &item.disqualified, &item.votes];
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    Theirs { facts: texts.join(" · "), changes: changes(&item.decision, own) }
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    (found, item): (&MeetingOfBody, &Item),
    (form, follow_up): (MinutesForm, FollowUpForm),
    attending: Vec<Answer>,
    theirs: Theirs,
) -> Result<ItemMinutesPage> {
    let t = T(cx.locale);
    let mut people = person::store::find_many(connection, cx.tenant.id, &found.membership.people()).await?;
    people.sort_by_cached_key(|person| sort_key(&person.name));
    let all = follow_up::of_meeting(connection, cx.tenant.id, found.meeting.id).await?;
    let own = all.iter().filter(|one| one.item == item.id);
    let points = request::points_of(cx, connection, item).await?;
    Ok(ItemMinutesPage {
        points: points.iter().map(|point| request::said_point(t, point)).collect(),
        shell: found.under(cx, item.title.clone()),
        t,
        title: item.title.clone(),
        verb: item.verb.label(t),
        about: item.about.clone(),
        proposal: item.proposal.clone(),
        form,
        outcomes: ItemOutcome::ALL
            .iter()
            .filter(|one| one.is_of(item))
            .map(|one| Choice::of(one.code(), one.label(t)))
            .collect(),
        theirs,
        no_quorum: said_quorum(t, &found.meeting),
        is_approved: found.meeting.state == MeetingState::Approved,
        follow_ups: own.map(|one| said(t, one, &people)).collect(),
        follow_up,
        attending: attending.into_iter().map(|one| Choice::of(one.person_id.to_string(), one.name)).collect(),
        people: people.iter().map(|person| Choice::of(person.id.to_string(), person.name.clone())).collect(),
        action: format!("/punkter/{}/referat", item.id),
        add: format!("/punkter/{}/opfoelgning", item.id),
        back: format!("{}/referat", found.meeting.href()),
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::meeting::AnswerKind;

    fn person(number: u128, name: &str) -> Answer {
        Answer {
            person_id: Uuid::from_u128(number).into(),
            name: name.into(),
            answer: AnswerKind::Comes,
            substitute: String::new(),
            was_there: Some(true),
        }
    }

    #[test]
    fn who_took_no_part_is_ticked_again_when_it_is_read_back() {
        let people = [person(1, "Asta Prøvested"), person(2, "Erik Prøvesen")];
        let ticked = vec![people[1].person_id.to_string()];
        let said = said_disqualified(&ticked, "Vikar Papsen, fordi hun er nabo", &people);
        assert_eq!(said, "Erik Prøvesen, Vikar Papsen, fordi hun er nabo");
        let parted = parted_disqualified(&said, &people);
        assert_eq!(parted, (ticked, "Vikar Papsen, fordi hun er nabo".to_owned()));
        assert_eq!(parted_disqualified("", &people), (Vec::new(), String::new()));
    }
}
