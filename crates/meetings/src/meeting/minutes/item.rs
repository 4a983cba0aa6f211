//! What came of one point: the decision and why, who took no part, the votes, what happens when two write it at once, and
//! what is corrected once the minutes are approved.

use std::collections::BTreeSet;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::{Change, ChangeKind, changes, merge};
use samskab_kernel::{Day, Locale, codes};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    form::{Choice, Field, TICKED},
};

use super::{
    approve::{self, minutes_of, said_earlier},
    disqualified::{parted_disqualified, said_disqualified},
    expected, named, said, said_quorum,
};
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
        /// Only for a proposal.
        Approved => "approved",
        Rejected => "rejected",
        Postponed => "postponed",
        Withdrawn => "withdrawn",
    }
}

samskab_web::form! {
    pub struct MinutesForm {
        ..follow_up: FollowUpForm,
        udfald: radio(minutes_came).required(),
        beslutning: paragraph(minutes_decision).unmarked().rows(5).at_most(10000),
        begrundelse: paragraph(minutes_reason).hint(minutes_reason_hint).unmarked().rows(3).at_most(3000),
        igen: day(minutes_resume).hint(minutes_resume_hint).optional(),
        inhabile: several(minutes_disqualified).hint(minutes_disqualified_hint),
        inhabile_andre: text(minutes_disqualified_others).hint(minutes_disqualified_others_hint).optional().max(300),
        uden_flertal: text(minutes_quorum_reason).hint(minutes_quorum_reason_hint).optional().max(300),
        stemmer: text(minutes_votes).hint(minutes_votes_hint).optional().max(200),
        rettelse: text(minutes_correction).hint(minutes_correction_hint).optional().max(300),
        /// When the text in the form was last written, in microseconds.
        version: hidden,
        /// The text at that time, so that the changes of two who write at once can be joined.
        foer_beslutning: hidden,
        foer_begrundelse: hidden,
        /// "ja": the button that adds a follow-up was pressed.
        tilfoej: hidden,
    }
}

impl ItemOutcome {
    /// A proposal is approved or rejected, every other point is dealt with.
    fn is_of(self, item: &Item) -> bool {
        match self {
            Self::Decided => !item.has_verdict(),
            Self::Approved | Self::Rejected => item.has_verdict(),
            Self::Postponed | Self::Withdrawn => true,
        }
    }

    fn label(self, t: T, item: &Item) -> &'static str {
        match self {
            Self::Decided => t.minutes_came_decided(),
            Self::Approved if item.minutes().is_some() => t.minutes_came_minutes_approved(),
            Self::Rejected if item.minutes().is_some() => t.minutes_came_minutes_rejected(),
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

    /// The outcome that the form shows; `None`: nothing is written yet.
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
    is_closed: bool,
    decision_label: &'static str,
    /// The hint at the decision, which depends on the kind of point.
    decision_hint: String,
    /// Earlier minutes that the body is asked to approve: where they are, and what follows.
    minutes: Option<(String, String)>,
    about: String,
    proposal: String,
    form: MinutesForm,
    outcomes: Vec<Choice>,
    theirs: Theirs,
    /// Too few were there: how many, in words.
    no_quorum: String,
    is_approved: bool,
    /// Points that are answered one by one: the question, the answer, and the address for answering.
    points: Vec<(String, String, String)>,
    follow_ups: Vec<String>,
    people: Vec<Choice>,
    /// Who can be said to have taken no part: those who were there.
    attending: Vec<Choice>,
    action: String,
    back: String,
}

pub async fn show(cx: Cx, Path(id): Path<ItemId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (item, found) = agenda::find(&cx, &mut reader, id).await?;
    if found.meeting.state == MeetingState::Cancelled || found.meeting.starts_at > cx.now() {
        return cx.redirect_saying(found.meeting.href(), "warning", "meeting-flash-not-begun");
    }
    let people = attending(&cx, &mut reader, &found).await?;
    let form = of_item(&item, &people);
    let page = page(&cx, &mut reader, (&found, &item), form, people, Theirs::default()).await?;
    cx.page(page)
}

/// Whoever may have taken no part in a point: everybody who was called or sits there, but for those who were not there.
async fn attending(cx: &Cx, connection: &mut Connection, found: &MeetingOfBody) -> Result<Vec<Answer>> {
    let mut people = expected(cx, connection, found).await?;
    people.retain(|one| one.was_there != Some(false));
    Ok(people)
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
    /// Whether it says of the point what `stored` does.
    fn is_as(&self, stored: &Self, lacks_quorum: bool) -> bool {
        let typed = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
        let fields = |form: &Self| {
            let texts = [
                &form.udfald,
                &form.beslutning,
                &form.begrundelse,
                &form.igen,
                &form.inhabile_andre,
                &form.stemmer,
                &form.rettelse,
            ];
            texts.map(|text| typed(text))
        };
        let ticked = |form: &Self| form.inhabile.iter().cloned().collect::<BTreeSet<String>>();
        fields(self) == fields(stored)
            && ticked(self) == ticked(stored)
            && (!lacks_quorum || typed(&self.uden_flertal) == typed(&stored.uden_flertal))
    }

    /// What a colleague wrote meanwhile and this form, joined: only possible where they changed different places.
    fn joined(&self, theirs: &Item, draft: &PointDraft) -> Option<(String, String)> {
        let is_same_outcome = theirs.state == ItemState::Open || *self.udfald == *outcome(theirs);
        let are_in_other_fields =
            [(draft.disqualified.as_str(), &theirs.disqualified), (self.stemmer.as_str(), &theirs.votes)]
                .into_iter()
                .all(|(mine, theirs)| theirs.is_empty() || mine.trim() == theirs.as_str());
        if !is_same_outcome || !are_in_other_fields {
            return None;
        }
        let before = |text: &str| text.replace("\r\n", "\n");
        let decision = merge(&before(&self.foer_beslutning), &draft.decision, &theirs.decision)?;
        let reason = merge(&before(&self.foer_begrundelse), &draft.reason, &theirs.reason)?;
        Some((decision, reason))
    }
}

fn outcome(item: &Item) -> &'static str {
    ItemOutcome::of(item).map_or("", ItemOutcome::code)
}

fn version(item: &Item) -> String {
    item.updated_at.micros().to_string()
}

/// What the form says came of a point.
struct PointDraft {
    came: Option<ItemOutcome>,
    decision: String,
    reason: String,
    resume_on: Option<Day>,
    disqualified: String,
    votes: String,
    quorum_reason: String,
    correction: String,
}

/// Notes that a field is empty, unless what stands there was refused: then it is not empty.
fn miss(check: &mut Check, field: &Field<'_>, message: &str) {
    if !check.refuses(std::slice::from_ref(field)) {
        check.refuse(field, message);
    }
}

/// Reads what came of the point, and notes what is wrong.
async fn read(
    cx: &Cx,
    connection: &mut Connection,
    form: &MinutesForm,
    (found, item): (&MeetingOfBody, &Item),
    people: &[Answer],
    check: &mut Check,
) -> Result<PointDraft> {
    let t = T(cx.locale);
    let is_approved = found.meeting.state == MeetingState::Approved;
    let came: Option<ItemOutcome> = form.udfald().code(check);
    if came.is_some_and(|came| !came.is_of(item)) {
        check.refuse(&form.udfald(), t.minutes_came_missing());
    }
    let decision = form.beslutning().text(check).unwrap_or_default();
    let reason = form.begrundelse().text(check).unwrap_or_default();
    let resume_on = form.igen().day(check);
    let others = form.inhabile_andre().text(check).unwrap_or_default();
    let disqualified = said_disqualified(&form.inhabile, &others, people);
    let votes = form.stemmer().text(check).unwrap_or_default();
    let correction = form.rettelse().text(check).unwrap_or_default();
    if came == Some(ItemOutcome::Decided) && decision.is_empty() {
        miss(check, &form.beslutning().label(decision_label(t, item)), t.minutes_decision_missing());
    }
    if came == Some(ItemOutcome::Decided) && !request::are_answered(cx, connection, item).await? {
        check.refuse(&form.udfald(), t.minutes_points_open());
    }
    let mut quorum_reason = form.uden_flertal().text(check).unwrap_or_default();
    let is_decision = came.is_some_and(|came| came.state().0 == ItemState::Decided) && item.has_number();
    if is_decision {
        if found.meeting.lacks_quorum() && quorum_reason.is_empty() {
            miss(check, &form.uden_flertal(), t.minutes_quorum_reason_missing());
        }
        let is_unnoted = found.body.quorum.is_some() && found.meeting.there.is_none() && !is_approved;
        if is_unnoted && !people.is_empty() {
            check.refuse(&form.udfald(), t.minutes_who_was_there_first());
        }
    }
    if !is_decision || !found.meeting.lacks_quorum() {
        quorum_reason.clear();
    }
    if came == Some(ItemOutcome::Postponed) && reason.is_empty() {
        miss(check, &form.begrundelse(), t.minutes_reason_missing());
    }
    if came == Some(ItemOutcome::Rejected) && reason.is_empty() {
        let is_minutes = item.minutes().is_some();
        let said = if is_minutes { t.minutes_not_approved_why() } else { t.minutes_rejection_missing() };
        miss(check, &form.begrundelse(), said);
    }
    if matches!(came, Some(ItemOutcome::Rejected | ItemOutcome::Postponed))
        && let Some(earlier) = minutes_of(cx, connection, item).await?
        && earlier.state == MeetingState::Approved
    {
        check.refuse(&form.udfald(), t.minutes_approved_already());
    }
    if let Some(ItemOutcome::Postponed) = came {
        if resume_on.is_some_and(|day| day <= found.meeting.starts_at.day()) {
            check.refuse(&form.igen(), t.minutes_resume_too_early());
        }
        if item.is_proposal() && resume_on.is_none() {
            miss(check, &form.igen(), t.minutes_resume_missing());
        }
    }
    // Something follows from a proposal already: another verdict would be another decision, on another agenda.
    if is_approved && item.is_proposal() && came.is_some() && came != ItemOutcome::of(item) {
        check.refuse(&form.udfald(), t.minutes_verdict_stands());
    }
    if is_approved && correction.is_empty() {
        miss(check, &form.rettelse(), t.minutes_correction_missing());
    }
    Ok(PointDraft { came, decision, reason, resume_on, disqualified, votes, quorum_reason, correction })
}

/// Saves the outcome of the point, and adds a follow-up where one is written: one form, so that nothing typed is
/// lost, whichever button is pressed.
pub async fn save(cx: Cx, Path(id): Path<ItemId>, Form(form): Form<MinutesForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, found) = agenda::find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.meeting.id).await?;
    // Read again, now that nobody else writes.
    let (item, found) = agenda::find(&cx, &mut tx, id).await?;
    let is_approved = found.meeting.state == MeetingState::Approved;
    let to = format!("{}/referat", found.meeting.href());
    if !is_approved && !found.meeting.is_being_minuted(cx.now()) {
        return cx.redirect_saying(to, "warning", "meeting-flash-was-changed");
    }
    let people = attending(&cx, &mut tx, &found).await?;
    let only_adds = form.tilfoej == TICKED;
    // Whoever adds a follow-up to a point and has written nothing else there changes nothing of the point.
    let writes = !only_adds || !form.is_as(&of_item(&item, &people), found.meeting.lacks_quorum());
    let adds = only_adds || !form.follow_up.is_empty();
    let mut check = Check::new(cx.locale);
    let draft = match writes {
        true => Some(read(&cx, &mut tx, &form, (&found, &item), &people, &mut check).await?),
        false => None,
    };
    let follow_up = match adds {
        true => {
            let earliest = found.meeting.starts_at.day();
            form.follow_up.read(&cx, &mut check, &found.membership.people(), earliest)
        }
        false => None,
    };
    // Two who write the same point are joined where they wrote in different places. Else they are told: both texts stay on
    // the screen, and whoever saves next has read both.
    let errors = check.done().err();
    let newer = draft.as_ref().filter(|_| form.version != version(&item));
    let joined = newer.and_then(|draft| form.joined(&item, draft));
    let theirs = match (newer, &joined) {
        (Some(draft), None) => theirs(T(cx.locale), &item, &draft.decision),
        _ => Theirs::default(),
    };
    if errors.is_some() || !theirs.is_empty() {
        let (beslutning, begrundelse) =
            joined.unwrap_or_else(|| (form.beslutning.clone(), form.begrundelse.clone()));
        let form = MinutesForm {
            beslutning,
            begrundelse,
            version: version(&item),
            foer_beslutning: item.decision.clone(),
            foer_begrundelse: item.reason.clone(),
            ..form.with_errors(errors.unwrap_or_default())
        };
        let page = page(&cx, &mut tx, (&found, &item), form, people, theirs).await?;
        return cx.invalid(page);
    }
    let is_joined = joined.is_some();
    if let Some(draft) = draft
        && let Some(came) = draft.came
    {
        let (decision, reason) = joined.unwrap_or_else(|| (draft.decision.clone(), draft.reason.clone()));
        let draft = PointDraft { decision, reason, ..draft };
        let item = write(&cx, &mut tx, (&found, item), draft, came).await?;
        if found.meeting.has_finished_minutes() {
            approve::earlier(&cx, &mut tx, &found, &[item]).await?;
        }
    }
    if let Some(follow_up) = follow_up {
        follow_up::add(&cx, &mut tx, (found.body.id, id), follow_up).await?;
    }
    tx.commit().await?;
    let to = if only_adds { format!("/punkter/{id}/referat") } else { to };
    let said = match (writes, adds, is_joined) {
        (true, _, true) => "meeting-flash-joined",
        (true, true, false) => "follow-up-flash-added-and-saved",
        (true, false, false) => "meeting-flash-minuted",
        (false, ..) => "follow-up-flash-added",
    };
    cx.redirect_saying(to, "success", said)
}

/// Writes the draft as the point's outcome; after the approval, as a correction.
async fn write(
    cx: &Cx,
    tx: &mut Tx,
    (found, item): (&MeetingOfBody, Item),
    draft: PointDraft,
    came: ItemOutcome,
) -> Result<Item> {
    let is_approved = found.meeting.state == MeetingState::Approved;
    let (state, verdict) = came.state();
    let corrections = match (is_approved, item.corrections.as_str()) {
        (false, before) => before.to_owned(),
        (true, "") => said_correction(cx, &draft.correction),
        (true, before) => format!("{before}\n{}", said_correction(cx, &draft.correction)),
    };
    let item = Item {
        state,
        verdict,
        decision: draft.decision,
        reason: draft.reason,
        resume_on: draft.resume_on.filter(|_| state == ItemState::Postponed),
        disqualified: draft.disqualified,
        votes: draft.votes,
        quorum_reason: draft.quorum_reason,
        corrections,
        updated_at: cx.now(),
        ..item
    };
    store::save_item(tx, &item).await?;
    if is_approved {
        tx.record(ItemCorrected::of(&item)).await?;
    } else {
        tx.record(ItemMinuted::of(&item)).await?;
    }
    if state == ItemState::Withdrawn && !is_approved {
        request::put_back(cx, tx, &item).await?;
    }
    Ok(item)
}

fn said_correction(cx: &Cx, correction: &str) -> String {
    format!("{}: {correction}", Locale::Da.day(cx.today()))
}

/// What a colleague wrote while this form was open.
#[derive(Default)]
struct Theirs {
    /// What came of the point, the reason, who took no part, the votes.
    facts: String,
    /// The changes from the colleague's text to the writer's own.
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

/// As it is called where it is read.
fn decision_label(t: T, item: &Item) -> &'static str {
    if item.has_number() { t.minutes_decision() } else { t.minutes_conclusion() }
}

/// Who reads it, and when it is written.
fn decision_hint(t: T, item: &Item) -> String {
    let readers =
        if item.is_closed { t.minutes_decision_hint_closed() } else { t.minutes_decision_hint_open() };
    let when = if item.has_verdict() {
        t.minutes_decision_hint_verdict()
    } else {
        t.minutes_decision_hint_decided()
    };
    format!("{readers} {when}")
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    (found, item): (&MeetingOfBody, &Item),
    form: MinutesForm,
    attending: Vec<Answer>,
    theirs: Theirs,
) -> Result<ItemMinutesPage> {
    let t = T(cx.locale);
    let people = named(cx, connection, &found.membership.people()).await?;
    let all = follow_up::of_meeting(connection, cx.tenant.id, found.meeting.id).await?;
    let approved_at = found.meeting.approved_at();
    let own = all.iter().filter(|one| one.item == item.id && one.stands_in_minutes(approved_at));
    let points = request::points_of(cx, connection, item).await?;
    let earlier = minutes_of(cx, connection, item).await?;
    Ok(ItemMinutesPage {
        points: points.iter().map(|point| request::said_point(t, point)).collect(),
        shell: found.under(cx, item.title.clone()),
        t,
        title: item.title.clone(),
        verb: item.verb.label(t),
        is_closed: item.is_closed,
        decision_label: decision_label(t, item),
        decision_hint: decision_hint(t, item),
        minutes: earlier.map(|earlier| (earlier.href(), said_earlier(t, &earlier))),
        about: item.about.clone(),
        proposal: item.proposal.clone(),
        form,
        outcomes: ItemOutcome::ALL
            .iter()
            .filter(|one| one.is_of(item))
            .map(|one| Choice::of(one.code(), one.label(t, item)))
            .collect(),
        theirs,
        no_quorum: said_quorum(t, &found.meeting),
        is_approved: found.meeting.state == MeetingState::Approved,
        follow_ups: own.map(|one| said(t, one, &people, approved_at)).collect(),
        attending: attending.into_iter().map(|one| Choice::of(one.person_id.to_string(), one.name)).collect(),
        people: people.iter().map(|person| Choice::of(person.id.to_string(), person.name.clone())).collect(),
        action: format!("/punkter/{}/referat", item.id),
        back: format!("{}/referat", found.meeting.href()),
    })
}
