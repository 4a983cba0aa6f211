//! The minutes, written in the meeting point by point: what came of it and why, who took no part, the votes where there were
//! any, who was there, and who does what until when. Finished, they wait for an approval (`approve`); approved, they are
//! corrected with a reason that stays, and never changed.

pub(super) mod approve;
mod disqualified;
pub(super) mod draft;
pub(super) mod item;
mod letter;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Instant, danish::sort_key};
use samskab_organisation::{
    body::{BodyId, members},
    person::{self, MailChoice, Person, PersonId},
};
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Form, Result, Shell, app::encode, form::query};

use super::{
    Answer, AnswerKind, Item, ItemState, Meeting, MeetingId, MeetingOfBody, MeetingState, agenda,
    as_beginning,
    event::MinutesWritten,
    follow_up::{self, FollowUp},
    rules::Refused,
    store,
};
use crate::T;

samskab_web::form! {
    /// One form, whichever of its buttons is pressed: nobody's ticks are lost by finishing or approving first.
    pub struct MinutesForm {
        var_der: several(minutes_was_there),
        andre: text(minutes_others_there).hint(minutes_others_there_hint).optional().max(300),
        /// Not empty: the page showed who was present, so what it sent about that counts.
        vist: hidden,
        dag: day(minutes_approved_on).hint(minutes_approved_on_hint).optional(),
    }
}

#[derive(Template)]
#[template(path = "meeting/minutes.html")]
struct MinutesPage {
    shell: Shell,
    t: T,
    lead: String,
    lines: Vec<MinutesLine>,
    open: usize,
    people: Vec<Present>,
    form: MinutesForm,
    /// Nobody has noted who was there.
    is_unnoted: bool,
    /// Fewer than half of those who sit there were noted as present, and the body has no rule of its own.
    too_few: bool,
    /// Fewer than its rule asks for: how many, in words; empty: enough, or there is no rule.
    no_quorum: String,
    /// How many decisions lack a reason why they were taken without a quorum.
    unexplained: usize,
    base: String,
    /// When they were approved, and who noted it; empty: they are not.
    approved: String,
    is_minuted: bool,
    /// While it waits: who may read the draft and gets mails, and who gets none; names.
    readers: String,
    without_mail: String,
    /// Somebody was called: they are told when the minutes are approved.
    was_called: bool,
}

struct MinutesLine {
    href: String,
    title: String,
    verb: &'static str,
    state: &'static str,
    is_open: bool,
    is_closed: bool,
    decision: String,
}

struct Present {
    id: String,
    name: String,
    answer: String,
    was_there: bool,
}

/// The day of the approval that was chosen before another button was pressed.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct AskedDay {
    dag: String,
}

/// The page again, with the day as it was chosen.
fn shown_again(meeting: &Meeting, form: &MinutesForm) -> String {
    let page = format!("{}/referat", meeting.href());
    if form.dag.is_empty() { page } else { format!("{page}?dag={}", encode(&form.dag)) }
}

pub async fn show(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = MeetingOfBody::run(&cx, &mut reader, id).await?;
    let meeting = &found.meeting;
    if meeting.state == MeetingState::Cancelled || meeting.starts_at > cx.now() {
        return cx.redirect_saying(meeting.href(), "warning", "meeting-flash-not-begun");
    }
    let day = query::<AskedDay>(&cx).dag.parse().unwrap_or_else(|_| cx.today());
    let form =
        MinutesForm { andre: meeting.others_there.clone(), dag: day.to_string(), ..MinutesForm::default() };
    let page = page(&cx, &mut reader, &found, form).await?;
    cx.page(page)
}

/// The page on which the minutes are written. Runs at most twelve queries.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &MeetingOfBody,
    form: MinutesForm,
) -> Result<MinutesPage> {
    let (t, meeting) = (T(cx.locale), &found.meeting);
    let items = store::items(connection, cx.tenant.id, meeting.id).await?;
    let answers = expected(cx, connection, found).await?;
    let is_noted = answers.iter().any(|answer| answer.was_there.is_some());
    let there = answers.iter().filter(|answer| answer.was_there == Some(true)).count();
    let readers = match meeting.state == MeetingState::Minuted {
        true => named(cx, connection, &draft::readers(&answers, &found.membership, None)).await?,
        false => Vec::new(),
    };
    let names = |has_mail: bool| {
        let those = readers.iter().filter(|person| gets_mail(person) == has_mail);
        those.map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    // What was ticked stays ticked when the page is shown again.
    let ticked = (!form.errors.is_empty()).then(|| form.var_der.clone());
    let lead = [meeting.title.clone(), as_beginning(&meeting.when(cx))];
    Ok(MinutesPage {
        shell: found.under(cx, t.minutes_title()),
        t,
        lead: lead.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "),
        is_unnoted: !is_noted && meeting.others_there.is_empty(),
        form,
        open: items.iter().filter(|item| item.state == ItemState::Open).count(),
        lines: items.iter().map(|item| line(t, item)).collect(),
        too_few: found.body.quorum.is_none() && is_noted && there * 2 < answers.len(),
        no_quorum: said_quorum(t, meeting),
        unexplained: meeting.unexplained(&items),
        people: answers.into_iter().map(|answer| present(t, answer, ticked.as_deref())).collect(),
        base: meeting.href(),
        approved: said_approved(cx, connection, meeting, true).await?,
        is_minuted: meeting.state == MeetingState::Minuted,
        readers: names(true),
        without_mail: names(false),
        was_called: meeting.called_at.is_some(),
    })
}

/// Whoever was called; where nobody was, whoever sat there on the day. At most eight queries.
async fn expected(cx: &Cx, connection: &mut Connection, found: &MeetingOfBody) -> Result<Vec<Answer>> {
    let answers = store::answers(connection, cx.tenant.id, found.meeting.id).await?;
    if !answers.is_empty() {
        return Ok(answers);
    }
    let day = found.meeting.starts_at.day();
    let people = members(connection, cx.tenant.id, &found.body, day).await?.people();
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let people = named(cx, connection, &people).await?;
    let uncalled = |person: Person| Answer {
        person_id: person.id,
        name: person.name,
        answer: AnswerKind::NotCalled,
        substitute: String::new(),
        was_there: None,
    };
    Ok(people.into_iter().map(uncalled).collect())
}

fn gets_mail(person: &Person) -> bool {
    person.email.is_some() && person.mail_choice != MailChoice::Never
}

/// Those who exist, by name. One query, where there are any.
pub(super) async fn named(cx: &Cx, connection: &mut Connection, ids: &[PersonId]) -> Result<Vec<Person>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut people = person::store::find_many(connection, cx.tenant.id, ids).await?;
    people.sort_by_cached_key(|person| sort_key(&person.name));
    Ok(people)
}

/// "Referatet er godkendt 12. marts 2026", and to those `inside` who noted it; empty: they are not approved. One query at most.
pub(super) async fn said_approved(
    cx: &Cx,
    connection: &mut Connection,
    meeting: &Meeting,
    inside: bool,
) -> Result<String> {
    let t = T(cx.locale);
    let Some(day) = meeting.approved_day().map(|day| cx.locale.day(day)) else { return Ok(String::new()) };
    let by = match meeting.approved_by.filter(|_| inside) {
        Some(by) => person::store::find(connection, cx.tenant.id, by).await?,
        None => None,
    };
    Ok(match by {
        Some(by) => t.minutes_approved_by(day, by.name),
        None => t.minutes_approved(day),
    })
}

fn line(t: T, item: &Item) -> MinutesLine {
    MinutesLine {
        href: format!("/punkter/{}/referat", item.id),
        title: item.title.clone(),
        verb: item.verb.label(t),
        state: item.said_state(t),
        is_open: item.state == ItemState::Open,
        is_closed: item.is_closed,
        decision: item.decision.clone(),
    }
}

fn present(t: T, answer: Answer, ticked: Option<&[String]>) -> Present {
    let id = answer.person_id.to_string();
    Present {
        was_there: match ticked {
            Some(ticked) => ticked.contains(&id),
            None => answer.was_there.unwrap_or(answer.answer == AnswerKind::Comes),
        },
        id,
        answer: answer.said(t),
        name: answer.name,
    }
}

pub async fn attendance(
    cx: Cx,
    Path(id): Path<MeetingId>,
    Form(form): Form<MinutesForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run_locked(&cx, &mut tx, id).await?;
    let to = shown_again(&found.meeting, &form);
    if !found.meeting.is_being_minuted(cx.now()) {
        return cx.redirect_saying(to, "warning", "meeting-flash-was-changed");
    }
    if let Err(wrong) = note(&cx, &mut tx, found, &form).await? {
        return cx.invalid(*wrong);
    }
    tx.commit().await?;
    cx.redirect_saying(to, "success", "meeting-flash-attendance")
}

/// Who was there, as it was ticked; or the page that says what is wrong.
async fn note(
    cx: &Cx,
    tx: &mut Tx,
    found: MeetingOfBody,
    form: &MinutesForm,
) -> Result<std::result::Result<MeetingOfBody, Box<MinutesPage>>> {
    let id = found.meeting.id;
    let mut check = Check::new(cx.locale);
    let others_there = form.andre().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = page(cx, tx, &found, form.clone().with_errors(errors)).await?;
        return Ok(Err(Box::new(page)));
    }
    let answers = expected(cx, tx, &found).await?;
    let mut there = 0;
    for answer in &answers {
        if answer.answer == AnswerKind::NotCalled {
            store::seat_there(tx, id, answer.person_id).await?;
        }
        let was_there = form.var_der.iter().any(|one| *one == answer.person_id.to_string());
        store::note_was_there(tx, id, answer.person_id, was_there).await?;
        there += i64::from(was_there);
    }
    // Where there is nobody to count, there is no quorum either.
    let (there, needed) = match answers.len() {
        0 => (None, None),
        called => (Some(there), found.body.needed(i64::try_from(called).unwrap_or(i64::MAX))),
    };
    let meeting = Meeting { there, needed, others_there, updated_at: cx.now(), ..found.meeting };
    store::save(tx, &meeting).await?;
    Ok(Ok(MeetingOfBody { meeting, ..found }))
}

/// Saves attendance as another button of the page sent it along, as long as the minutes can be changed.
async fn note_as_shown(
    cx: &Cx,
    tx: &mut Tx,
    found: MeetingOfBody,
    form: &MinutesForm,
) -> Result<std::result::Result<MeetingOfBody, Box<MinutesPage>>> {
    if form.vist.is_empty() || !found.meeting.is_being_minuted(cx.now()) {
        return Ok(Ok(found));
    }
    note(cx, tx, found, form).await
}

/// POST /moeder/{id}/referat/faerdig: nothing more is written; earlier minutes that a point says yes to are approved, and what
/// was put off comes back at the next meeting. Whoever was called is told, once, that the draft is there to be read. Who was
/// there is saved with it, as it stands on the page.
pub async fn finish(cx: Cx, Path(id): Path<MeetingId>, Form(form): Form<MinutesForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run_locked(&cx, &mut tx, id).await?;
    let to = shown_again(&found.meeting, &form);
    let found = match note_as_shown(&cx, &mut tx, found, &form).await? {
        Ok(found) => found,
        Err(wrong) => return cx.invalid(*wrong),
    };
    let items = store::items(&mut tx, cx.tenant.id, id).await?;
    let meeting = match found.meeting.clone().finish(&items, cx.now()) {
        Ok(meeting) => meeting,
        Err(refused) => {
            let why = match refused {
                Refused::NoQuorum(_) => "meeting-flash-no-quorum",
                Refused::Open(_) => "meeting-flash-open-items",
                _ => "meeting-flash-was-changed",
            };
            // What was noted about attendance is kept.
            tx.commit().await?;
            return cx.redirect_saying(to, "warning", why);
        }
    };
    store::save(&mut tx, &meeting).await?;
    approve::earlier(&cx, &mut tx, &found, &items).await?;
    let filled = match store::next(&mut tx, cx.tenant.id, found.body.id, cx.now()).await? {
        Some(next) if agenda::fill(&cx, &mut tx, &found.body, &next).await? > 0 => {
            Some(next.called_at.is_some())
        }
        _ => None,
    };
    draft::tell(&mut tx, &meeting, cx.actor.person.map(PersonId::from_uuid)).await?;
    tx.record(MinutesWritten::of(&meeting)).await?;
    tx.commit().await?;
    let said = match filled {
        None => "meeting-flash-finished",
        Some(false) => "meeting-flash-finished-and-filled",
        Some(true) => "meeting-flash-finished-and-filled-sent",
    };
    cx.redirect_saying(to, "success", said)
}

/// "Spørg Teknik om lokaler: Asta Prøvested, senest 1. maj 2026", and what became of it after the minutes were approved.
pub(super) fn said(t: T, one: &FollowUp, people: &[Person], approved_at: Option<Instant>) -> String {
    let name = |id: PersonId| people.iter().find(|person| person.id == id).map(|person| person.name.as_str());
    let who = one.person.and_then(name).unwrap_or_default();
    let day = t.0.day(one.due_on);
    let line = match (one.done_at, who) {
        (Some(at), _) if one.is_removed() => {
            t.follow_up_said_removed(t.0.day(at.day()), one.matter.as_str(), one.removed_reason.as_str())
        }
        (Some(at), _) => t.follow_up_said_done(t.0.day(at.day()), one.matter.as_str()),
        (None, "") => t.follow_up_said_nobody(day, one.matter.as_str()),
        (None, who) => t.follow_up_said(day, one.matter.as_str(), who),
    };
    let after = |at: &Instant| approved_at.is_some_and(|approved| *at > approved);
    match (after(&one.created_at), one.changed_at.filter(after)) {
        (true, _) => t.follow_up_said_later(t.0.day(one.created_at.day()), line),
        (false, Some(at)) => t.follow_up_said_changed(t.0.day(at.day()), line),
        (false, None) => line,
    }
}

/// Follow-ups of a body that are not done: what, the address, and whether it is late. Runs two queries.
pub(crate) async fn follow_ups_of_body(
    connection: &mut Connection,
    cx: &Cx,
    body: BodyId,
) -> Result<Vec<(String, String, bool)>> {
    let open = follow_up::open_of_body(connection, cx.tenant.id, body).await?;
    let ids: Vec<PersonId> = open.iter().filter_map(|one| one.person).collect();
    let people = named(cx, connection, &ids).await?;
    let said = |one: &FollowUp| said(T(cx.locale), one, &people, None);
    Ok(open.iter().map(|one| (said(one), one.href(), one.due_on < cx.today())).collect())
}

/// "Gruppen kunne ikke beslutte: 3 var der, og der skulle mindst 5 til." Empty: enough were there, or nothing asks for them.
pub(super) fn said_quorum(t: T, meeting: &Meeting) -> String {
    match (meeting.there, meeting.needed) {
        (Some(there), Some(needed)) if there < needed => t.minutes_no_quorum(needed, there),
        _ => String::new(),
    }
}
