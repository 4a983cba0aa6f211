//! GET /moeder/{id}: the agenda, and afterwards what came of it. Points for the members only are read by them and by the
//! coordinator; everybody else reads the rest, once the agenda has been sent.

use askama::Template;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse as _, Response},
};
use samskab_organisation::person;
use samskab_web::{Cx, Error, Result, Shell, icalendar, module};

use super::{
    Answer, Item, ItemState, MeetingId, MeetingOfBody, MeetingState, agenda, agenda_item::numbered, annex,
    answer::AnswerForm, as_beginning, follow_up, minutes, name, rules::is_newer, store,
};
use crate::{T, authority::Action};

/// Other contexts have parts at a point that their plan or their hearing brought.
pub const ON_ITEM: &str = "meeting.item";

#[derive(Template)]
#[template(path = "meeting/show.html")]
struct MeetingPage {
    shell: Shell,
    t: T,
    body: (String, String),
    /// Empty: an ordinary meeting.
    title: String,
    when: String,
    place: String,
    state: (&'static str, &'static str, &'static str),
    /// When the minutes were approved; empty: they are not.
    approved: String,
    /// The agenda is another than the one that was sent: since when that is; empty: it is the same.
    changed: String,
    reason: String,
    no_quorum: String,
    /// To whom a member says what is wrong in minutes that wait for an approval; empty: they do not, or the reader writes them.
    draft: String,
    items: Vec<ItemLine>,
    /// How many points the reader may not read; only their number is shown.
    closed: usize,
    /// The reader's own answer, where they were called; its code.
    own_answer: Option<String>,
    may_answer: bool,
    form: AnswerForm,
    answers: Vec<(String, String)>,
    runs: bool,
    can_change: bool,
    /// The meeting is still to come: what waits can be put on the agenda, and points moved.
    is_ahead: bool,
    can_call: bool,
    /// The label of the button that calls it off; empty: it cannot be called off.
    cancel: &'static str,
    was_called: bool,
    can_minute: bool,
    /// The page shows minutes, and the reader may read them.
    is_minuted: bool,
    /// Points can be added and changed: the minutes are not approved.
    can_edit: bool,
    is_over: bool,
    others_there: String,
    /// It is over, and nobody has noted who was there.
    is_unnoted: bool,
    can_approve: bool,
    base: String,
    calendar: String,
    files: [(String, &'static str); 2],
}

#[derive(Default)]
pub(super) struct ItemLine {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) verb: &'static str,
    pub(super) is_closed: bool,
    pub(super) about: String,
    pub(super) proposal: String,
    pub(super) facts: Vec<(String, String)>,
    pub(super) state: (String, &'static str, &'static str),
    pub(super) decision: String,
    /// Something that is cited by a number; else what the body arrived at.
    pub(super) is_decision: bool,
    pub(super) reason: String,
    /// Put off: from when on it is taken up again; empty: at the next meeting.
    pub(super) resume: String,
    pub(super) disqualified: String,
    pub(super) votes: String,
    /// Why it was decided although too few were there.
    pub(super) quorum_reason: String,
    pub(super) corrections: Vec<String>,
    pub(super) follow_ups: Vec<String>,
    /// Address and name.
    pub(super) annexes: Vec<(String, String)>,
    /// What was sent and is replaced or removed since: address and how it was.
    pub(super) old_annexes: Vec<(String, String)>,
    /// HTML that the context adds whose plan brought the point.
    pub(super) parts: Vec<String>,
    /// How it has changed since the agenda was sent; empty: it has not.
    pub(super) since: String,
    pub(super) is_first: bool,
}

/// What the reader may see of a meeting: on its page, and in its files.
pub(super) struct Seen {
    pub(super) found: MeetingOfBody,
    pub(super) lines: Vec<ItemLine>,
    /// How many points the reader may not read; only their number is shown.
    pub(super) closed: usize,
    pub(super) answers: Vec<Answer>,
    /// Too few were there to decide: how many, in words.
    pub(super) no_quorum: String,
    /// When the minutes were approved; empty: they are not.
    pub(super) approved: String,
    /// The agenda is another than the one that was sent, and the meeting is still to come.
    pub(super) is_changed: bool,
    /// Who was there besides, for those who may know; see [`super::Meeting`].
    pub(super) others_there: String,
    /// It is over, and nobody has noted who was there; said to those who may know.
    pub(super) is_unnoted: bool,
    /// What the reader reads are minutes, and no agenda any more.
    pub(super) is_minutes: bool,
    /// It was held; see [`super::Meeting::is_minuted_in_part`].
    pub(super) is_minuted_in_part: bool,
}

impl Seen {
    pub(super) async fn read(cx: &Cx, id: MeetingId) -> Result<Self> {
        let mut reader = cx.read().await?;
        let found = MeetingOfBody::read(cx, &mut reader, id).await?;
        let sees_all = found.may(cx, Action::SeeClosed);
        // What is only planned has no agenda yet to show to others.
        if !sees_all && !found.meeting.is_known() {
            return Err(Error::NotFound);
        }
        let t = T(cx.locale);
        let items = store::items(&mut reader, cx.tenant.id, id).await?;
        let shown = || items.iter().filter(|item| sees_all || !item.is_closed);
        // Minutes that are not approved are the members' own.
        let sees_minutes = sees_all || found.meeting.state == MeetingState::Approved;
        let answers = match sees_all {
            true => store::answers(&mut reader, cx.tenant.id, id).await?,
            false => Vec::new(),
        };
        let follow_ups = match sees_all {
            true => follow_up::of_meeting(&mut reader, cx.tenant.id, id).await?,
            false => Vec::new(),
        };
        let people = match follow_ups.is_empty() {
            true => Vec::new(),
            false => {
                let ids: Vec<_> = follow_ups.iter().filter_map(|one| one.person).collect();
                person::store::find_many(&mut reader, cx.tenant.id, &ids).await?
            }
        };
        let annexes = annex::of_meeting(&mut reader, cx.tenant.id, id).await?;
        let mut parts = Vec::new();
        // Plans and hearings bring a point or two to an agenda.
        for item in shown().filter(|item| item.step_of_plan().is_some() || item.hearing().is_some()) {
            parts.push((item.id, module::parts(cx, &mut reader, ON_ITEM, item.id.uuid()).await?));
        }
        let approved = minutes::said_approved(cx, &mut reader, &found.meeting, sees_all).await?;
        let called_at = found.meeting.called_at.filter(|_| found.meeting.is_ahead(cx.now()));
        let is_changed = items.iter().any(|item| is_newer(item, called_at))
            || annexes.iter().any(|annex| {
                called_at.is_some_and(|at| annex.created_at > at || annex.removed_at > Some(at))
            });
        // Everybody sees the same numbers: who may not read a point sees that it exists.
        let line = |(number, item): (usize, &Item)| ItemLine {
            id: item.id.to_string(),
            title: numbered(number, &item.title),
            verb: item.verb.label(t),
            is_closed: item.is_closed,
            about: item.about.clone(),
            proposal: item.proposal.clone(),
            facts: facts(t, item),
            state: state(t, item, sees_minutes),
            decision: if sees_minutes { item.decision.clone() } else { String::new() },
            is_decision: item.has_number(),
            reason: if sees_minutes { item.reason.clone() } else { String::new() },
            resume: match item.resume_on.filter(|_| sees_minutes && item.state == ItemState::Postponed) {
                Some(day) => cx.locale.day(day),
                None => String::new(),
            },
            disqualified: if sees_minutes { item.disqualified.clone() } else { String::new() },
            votes: if sees_minutes { item.votes.clone() } else { String::new() },
            quorum_reason: if sees_minutes { item.quorum_reason.clone() } else { String::new() },
            corrections: item.corrections.lines().map(str::to_owned).collect(),
            follow_ups: follow_ups
                .iter()
                .filter(|one| one.item == item.id && one.stands_in_minutes(found.meeting.approved_at()))
                .map(|one| minutes::said(t, one, &people, found.meeting.approved_at()))
                .collect(),
            annexes: annexes
                .iter()
                .filter(|annex| annex.item_id == item.id && !annex.is_gone())
                .map(|annex| (annex.href(), annex.said_since(t, found.meeting.called_at)))
                .collect(),
            old_annexes: annexes
                .iter()
                .filter(|annex| annex.item_id == item.id && annex.is_gone())
                .map(|annex| (annex.href(), annex.said_gone(t)))
                .collect(),
            parts: parts
                .iter()
                .filter(|(id, _)| *id == item.id)
                .flat_map(|(_, parts)| parts.clone())
                .collect(),
            since: match is_newer(item, called_at) {
                true if called_at.is_some_and(|at| item.created_at > at) => {
                    t.item_is_new(cx.locale.day(item.created_at.day()))
                }
                true => t.item_is_changed(cx.locale.day(item.updated_at.day())),
                false => String::new(),
            },
            is_first: number == 0,
        };
        let closed_line = |(number, item): (usize, &Item)| ItemLine {
            id: item.id.to_string(),
            title: numbered(number, t.item_closed()),
            ..ItemLine::default()
        };
        let lines = items.iter().enumerate().map(|one| match sees_all || !one.1.is_closed {
            true => line(one),
            false => closed_line(one),
        });
        let lines = lines.collect();
        let closed = items.len() - shown().count();
        let no_quorum = if sees_minutes { minutes::said_quorum(t, &found.meeting) } else { String::new() };
        let meeting = &found.meeting;
        let others_there = if sees_all { meeting.others_there.clone() } else { String::new() };
        let is_over = meeting.ends_at <= cx.now() && meeting.state != MeetingState::Cancelled;
        let is_unnoted = sees_all
            && is_over
            && others_there.is_empty()
            && answers.iter().all(|answer| answer.was_there.is_none());
        Ok(Self {
            lines,
            closed,
            answers,
            no_quorum,
            approved,
            is_changed,
            others_there,
            is_unnoted,
            is_minutes: sees_minutes && found.meeting.has_finished_minutes(),
            is_minuted_in_part: found.meeting.is_minuted_in_part(&items),
            found,
        })
    }
}

pub async fn show(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let Seen {
        found,
        lines,
        closed,
        answers,
        no_quorum,
        approved,
        is_changed,
        others_there,
        is_unnoted,
        is_minuted_in_part,
        is_minutes,
        ..
    } = Seen::read(&cx, id).await?;
    let sees_all = found.may(&cx, Action::SeeClosed);
    let runs = found.may(&cx, Action::RunMeetings);
    let (t, meeting) = (T(cx.locale), &found.meeting);
    let own = answers.iter().find(|answer| cx.actor.person == Some(answer.person_id.uuid()));
    let draft = match sees_all && !runs && meeting.state == MeetingState::Minuted {
        true => {
            let mut reader = cx.read().await?;
            let of = (cx.tenant.id, cx.today());
            minutes::draft::whom_to_tell(&mut reader, of, &found.membership, t).await?
        }
        false => String::new(),
    };
    let now = cx.now();
    let can_cancel = runs && meeting.can_change() && !is_minuted_in_part;
    cx.page(MeetingPage {
        shell: cx
            .shell(name(meeting, &cx))
            .under("/organer", t.body_list_title())
            .under(found.body.href(), &found.body.name)
            .here(),
        t,
        body: (found.body.name.clone(), found.body.href()),
        title: meeting.title.clone(),
        when: as_beginning(&meeting.when(&cx)),
        place: meeting.place.clone(),
        state: meeting.said_state(t, now),
        approved,
        changed: match meeting.called_at.filter(|_| is_changed && sees_all) {
            Some(at) => t.meeting_changed_since(cx.locale.day(at.day())),
            None => String::new(),
        },
        reason: meeting.state_reason.clone(),
        draft,
        no_quorum,
        items: lines,
        closed,
        own_answer: own.map(|own| own.answer.code().to_owned()),
        may_answer: own.is_some() && meeting.is_ahead(now),
        form: AnswerForm {
            stedfortraeder: own.map(|own| own.substitute.clone()).unwrap_or_default(),
            ..AnswerForm::default()
        },
        answers: answers.iter().map(|answer| (answer.name.clone(), said(t, answer))).collect(),
        runs,
        can_change: runs && meeting.can_change(),
        is_ahead: runs && meeting.is_ahead(now),
        can_call: runs && meeting.is_ahead(now),
        cancel: match can_cancel {
            true if meeting.was_entered_as_held() => t.meeting_not_held_after_all(),
            true if meeting.ends_at <= now => t.meeting_not_held(),
            true => t.meeting_cancel(),
            false => "",
        },
        was_called: meeting.called_at.is_some(),
        can_edit: runs && agenda::can_change(&found),
        is_minuted: is_minutes,
        is_over: meeting.ends_at <= now,
        others_there,
        is_unnoted,
        can_minute: runs && meeting.state != MeetingState::Cancelled && meeting.starts_at <= now,
        can_approve: runs && meeting.state == MeetingState::Minuted,
        base: meeting.href(),
        calendar: format!("{}/kalender.ics", meeting.href()),
        files: [
            (format!("{}/moede.pdf", meeting.href()), t.meeting_as_pdf()),
            (format!("{}/moede.docx", meeting.href()), t.meeting_as_docx()),
        ],
    })
}

pub(super) fn said(t: T, answer: &Answer) -> String {
    match answer.was_there {
        Some(true) => t.answer_was_there().to_owned(),
        Some(false) => t.answer_was_not_there().to_owned(),
        None => answer.said(t),
    }
}

fn facts(t: T, item: &Item) -> Vec<(String, String)> {
    let all = [
        (t.item_decision_number(), &item.decision_number),
        (t.item_case_number_short(), &item.case_number),
        (t.item_kle_short(), &item.kle),
    ];
    let all = all.into_iter().filter(|(_, value)| !value.is_empty());
    all.map(|(name, value)| (name.to_owned(), value.clone())).collect()
}

fn state(t: T, item: &Item, sees_minutes: bool) -> (String, &'static str, &'static str) {
    let (tone, symbol) = match item.state {
        _ if !sees_minutes => return (String::new(), "", ""),
        ItemState::Open => return (String::new(), "", ""),
        ItemState::Decided => ("good", "check"),
        ItemState::Postponed => ("wait", "hourglass"),
        ItemState::Withdrawn => ("", "close"),
    };
    (item.said_state(t).to_owned(), tone, symbol)
}

/// GET /moeder/{id}/kalender.ics: the meeting for one's own calendar. Fetched again, it says the new time, or that it is off.
pub async fn calendar(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = MeetingOfBody::read(&cx, &mut reader, id).await?;
    let meeting = &found.meeting;
    if !found.may(&cx, Action::SeeClosed) && !meeting.is_known() {
        return Err(Error::NotFound);
    }
    let file = icalendar::write(&found.body.name, &[meeting.event(&cx, &found.body)]);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"moede.ics\""),
    ];
    Ok((headers, file).into_response())
}
