//! The verbs on a hearing: announced, extended, opened once more, called off, and ended with its note. Whoever was asked or
//! answered is told by the job `hearing.post`, each once.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::body::{self, Body};
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, module};

use crate::{
    T,
    edit::as_typed,
    event::{HearingAnnounced, HearingAnswered, HearingCalledOff, HearingMoved},
    finish::finish,
    hearing::{Block, Change, ChangeKind, Hearing, HearingId, HearingState, Phase, under},
    party::{self, Party},
    period,
    reader::kept,
    store,
};

/// Contexts above say here, in words and without markup, what a hearing is about besides its own text: whom they ask for a right to be
/// heard is then asked here, too.
pub const HEARING_SUBJECT: &str = "hearing.subject";

samskab_web::form! {
    pub(crate) struct MoveForm {
        lukker: day(hearing_closes_day).required(),
        lukker_kl: clock(hearing_closes_clock).required(),
        hvorfor: paragraph(hearing_move_reason).hint(hearing_move_reason_hint).required().rows(3).max(1000),
    }
}

samskab_web::form! {
    pub(crate) struct CallOffForm {
        hvorfor: paragraph(hearing_call_off_reason).hint(hearing_move_reason_hint).required().rows(3).max(1000),
    }
}

#[derive(Template)]
#[template(path = "hearing/move.html")]
struct MovePage {
    shell: Shell,
    t: T,
    form: MoveForm,
    told: String,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "hearing/call_off.html")]
struct CallOffPage {
    shell: Shell,
    t: T,
    form: CallOffForm,
    told: String,
    action: String,
    back: String,
}

/// The hearing, for those who keep it, while nobody else writes about it.
async fn locked(cx: &Cx, tx: &mut Tx, id: HearingId) -> Result<Hearing> {
    kept(cx, tx, id).await?;
    store::locked(tx, id).await?.or_not_found()
}

/// POST …/aabn: it opens by the clock from now on. Those who should be asked and are not are named once more.
pub(crate) async fn open(cx: Cx, Path(id): Path<HearingId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let hearing = locked(&cx, &mut tx, id).await?;
    if hearing.state != HearingState::Draft {
        return cx.redirect_saying(hearing.href(), "warning", "hearing-flash-was-changed");
    }
    if period::planned(hearing.opens_at, hearing.closes_at, cx.now()).is_err() {
        return cx.redirect_saying(format!("{}/rediger", hearing.href()), "warning", "hearing-flash-is-past");
    }
    let proposals = proposals(&cx, &mut tx, &hearing).await?;
    if !proposals.is_empty() {
        return cx.redirect_saying(
            format!("{}/parter", hearing.href()),
            "warning",
            "hearing-flash-parties-first",
        );
    }
    let (state, now) = (HearingState::Announced, cx.now());
    let opens_at = hearing.opens_at.max(now);
    let hearing = Hearing { state, opens_at, state_since: now, updated_at: now, ..hearing };
    store::save(&mut tx, &hearing).await?;
    store::add_change(&mut tx, &Change::of(&cx, &hearing, ChangeKind::Opened, "", "")).await?;
    tx.record(HearingAnnounced::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(hearing.href(), "success", "hearing-flash-announced")
}

/// What says who should be asked: the bodies of today, who is asked already, and the paragraphs of the text.
#[derive(Clone, Copy)]
pub(crate) struct ProposalRows<'a> {
    pub bodies: &'a [Body],
    pub parties: &'a [Party],
    pub blocks: &'a [Block],
}

/// Who should be asked and is neither asked nor left out with a reason; four queries, and those of the contexts above.
pub(crate) async fn proposals(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
) -> Result<Vec<party::Proposal>> {
    let bodies = body::all(connection, cx.tenant.id, cx.today()).await?;
    let parties = store::parties(connection, cx.tenant.id, hearing.id).await?;
    let blocks = store::blocks(connection, cx.tenant.id, hearing.id).await?;
    let changes = store::changes(connection, cx.tenant.id, hearing.id).await?;
    let rows = ProposalRows { bodies: &bodies, parties: &parties, blocks: &blocks };
    proposals_among(cx, connection, hearing, rows, &changes).await
}

/// The same, for a caller that has read the rows already. Runs the queries of the contexts above.
pub(crate) async fn proposals_among(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
    rows: ProposalRows<'_>,
    changes: &[Change],
) -> Result<Vec<party::Proposal>> {
    let is_left_out =
        |name: &str| changes.iter().any(|change| change.kind == ChangeKind::LeftOut && change.about == name);
    let mut proposals = not_asked(cx, connection, hearing, rows).await?;
    proposals.retain(|one| !is_left_out(&one.name));
    Ok(proposals)
}

/// The same, with those who were left out.
pub(crate) async fn not_asked(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
    ProposalRows { bodies, parties, blocks }: ProposalRows<'_>,
) -> Result<Vec<party::Proposal>> {
    let above = module::parts(cx, connection, HEARING_SUBJECT, hearing.id.uuid()).await?;
    let said = blocks.iter().map(|block| block.said.as_str()).chain(above.iter().map(String::as_str));
    let subject: Vec<&str> = [hearing.title.as_str(), hearing.why.as_str()].into_iter().chain(said).collect();
    Ok(party::proposed(T(cx.locale), bodies, &subject.join("\n"), parties))
}

/// Who will get a mail: parties that were written to, and those who have answered by themselves; and who has no address. Two
/// queries.
async fn told(cx: &Cx, connection: &mut Connection, hearing: &Hearing) -> Result<String> {
    let parties = store::parties(connection, cx.tenant.id, hearing.id).await?;
    let asked = parties.iter().filter(|party| party.invited_at.is_some() && party.email.is_some()).count();
    // The hearing's mails do not reach them; once it has opened they were told in another way.
    let has_opened = hearing.opens_at <= cx.now();
    let without = parties.iter().filter(|party| has_opened && party.email.is_none()).count();
    let answered = store::count_to_tell(connection, cx.tenant.id, hearing.id).await?;
    Ok(T(cx.locale).hearing_told(answered, asked, without))
}

async fn move_page(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
    form: MoveForm,
) -> Result<MovePage> {
    let t = T(cx.locale);
    let title = match hearing.phase(cx.now()) {
        Phase::Closed | Phase::CalledOff => t.hearing_reopen(),
        _ => t.hearing_extend(),
    };
    Ok(MovePage {
        shell: under(cx, hearing, title),
        t,
        form,
        told: told(cx, connection, hearing).await?,
        action: format!("{}/frist", hearing.href()),
        back: hearing.href(),
    })
}

pub(crate) async fn extend_page(cx: Cx, Path(id): Path<HearingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let hearing = kept(&cx, &mut reader, id).await?;
    if !hearing.can_move(cx.now()) {
        return cx.redirect_saying(hearing.href(), "warning", "hearing-flash-was-changed");
    }
    let (lukker, lukker_kl) = as_typed(&cx, hearing.closes_at);
    let form = MoveForm { lukker, lukker_kl, ..MoveForm::default() };
    let page = move_page(&cx, &mut reader, &hearing, form).await?;
    cx.page(page)
}

/// A later closing: an extension while it is open, a new opening when it was closed or called off.
pub(crate) async fn extend(
    cx: Cx,
    Path(id): Path<HearingId>,
    Form(form): Form<MoveForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let hearing = locked(&cx, &mut tx, id).await?;
    // By the clock as it is now: it may have closed while this waited.
    let now = cx.services.clock.now();
    if !hearing.can_move(now) {
        return cx.redirect_saying(hearing.href(), "warning", "hearing-flash-was-changed");
    }
    let mut check = Check::new(cx.locale);
    let day = form.lukker().day_ahead(&mut check, cx.today());
    let minute = form.lukker_kl().clock(&mut check);
    let reason = form.hvorfor().text(&mut check).unwrap_or_default();
    let is_off = hearing.phase(now) == Phase::CalledOff;
    let allowed = if is_off { period::reopened } else { period::moved };
    let moved = match (day, minute) {
        (Some(day), Some(minute)) => match allowed(hearing.period(), period::at(day, minute), now) {
            Ok(period) => Some(period),
            Err(_) if is_off => {
                check.refuse(&form.lukker(), T(cx.locale).hearing_closes_is_over());
                None
            }
            Err(_) => {
                check.refuse(&form.lukker(), T(cx.locale).hearing_closes_not_later());
                None
            }
        },
        _ => None,
    };
    let errors = check.done().err();
    let (Some(moved), None) = (moved, &errors) else {
        let page = move_page(&cx, &mut tx, &hearing, form.with_errors(errors.unwrap_or_default())).await?;
        return cx.invalid(page);
    };
    let kind = match hearing.phase(now) {
        Phase::Closed | Phase::CalledOff => ChangeKind::Reopened,
        _ => ChangeKind::Extended,
    };
    let hearing = Hearing { closes_at: moved.closes_at, news_at: Some(now), updated_at: now, ..hearing };
    // A hearing that was called off goes on with the answers that were given until then.
    let hearing = match is_off {
        false => hearing,
        true => Hearing {
            state: HearingState::Announced,
            state_since: now,
            state_reason: String::new(),
            ..hearing
        },
    };
    store::save(&mut tx, &hearing).await?;
    store::add_change(&mut tx, &Change::of(&cx, &hearing, kind, "", &reason)).await?;
    tx.record(HearingMoved::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(hearing.href(), "success", "hearing-flash-moved")
}

async fn call_off_of(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
    form: CallOffForm,
) -> Result<CallOffPage> {
    let t = T(cx.locale);
    let is_draft = hearing.state == HearingState::Draft;
    Ok(CallOffPage {
        shell: under(cx, hearing, if is_draft { t.hearing_delete() } else { t.hearing_call_off() }),
        t,
        form,
        told: if is_draft { String::new() } else { told(cx, connection, hearing).await? },
        action: format!("{}/aflys", hearing.href()),
        back: hearing.href(),
    })
}

pub(crate) async fn call_off_page(cx: Cx, Path(id): Path<HearingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let hearing = kept(&cx, &mut reader, id).await?;
    if hearing.state != HearingState::Draft && !hearing.can_call_off(cx.now()) {
        return cx.redirect_saying(hearing.href(), "warning", "hearing-flash-was-changed");
    }
    let page = call_off_of(&cx, &mut reader, &hearing, CallOffForm::default()).await?;
    cx.page(page)
}

/// Calls the hearing off, with a reason that everybody reads; a draft that nobody saw is deleted.
pub(crate) async fn call_off(
    cx: Cx,
    Path(id): Path<HearingId>,
    Form(form): Form<CallOffForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let hearing = locked(&cx, &mut tx, id).await?;
    if store::delete_draft(&mut tx, id).await? > 0 {
        tx.record(HearingCalledOff::of(&hearing)).await?;
        tx.commit().await?;
        return cx.redirect_saying("/hoeringer", "success", "hearing-flash-deleted");
    }
    let now = cx.now();
    if !hearing.can_call_off(now) {
        return cx.redirect_saying(hearing.href(), "warning", "hearing-flash-was-changed");
    }
    let mut check = Check::new(cx.locale);
    let reason = form.hvorfor().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = call_off_of(&cx, &mut tx, &hearing, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let hearing = Hearing {
        state: HearingState::CalledOff,
        state_since: now,
        state_reason: reason.clone(),
        news_at: Some(now),
        updated_at: now,
        ..hearing
    };
    store::save(&mut tx, &hearing).await?;
    store::add_change(&mut tx, &Change::of(&cx, &hearing, ChangeKind::CalledOff, "", &reason)).await?;
    tx.record(HearingCalledOff::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(hearing.href(), "success", "hearing-flash-called-off")
}

/// POST …/afslut: the note is published, and everybody who answered is told what came of it. Not while a remark has
/// no answer.
pub(crate) async fn publish_note(cx: Cx, Path(id): Path<HearingId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let hearing = locked(&cx, &mut tx, id).await?;
    let now = cx.now();
    if !hearing.can_assess(now) {
        return cx.redirect_saying(hearing.href(), "warning", "hearing-flash-was-changed");
    }
    // The page of the note names what is missing.
    if !finish(&cx, &mut tx, &hearing).await?.is_some_and(|finish| finish.is_ready()) {
        let to = format!("{}/bemaerkninger", hearing.href());
        return cx.redirect_saying(to, "warning", "hearing-flash-not-all-assessed");
    }
    // The note keeps what the text says now, whatever is written in it next year.
    let result = crate::source::result(&mut tx, cx.tenant.id, &hearing).await?.map(|version| version.id);
    let state = HearingState::Answered;
    let hearing = Hearing { state, result, state_since: now, updated_at: now, ..hearing };
    store::save(&mut tx, &hearing).await?;
    store::add_change(&mut tx, &Change::of(&cx, &hearing, ChangeKind::Answered, "", "")).await?;
    tx.record(HearingAnswered::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/notat", hearing.href()), "success", "hearing-flash-answered")
}
