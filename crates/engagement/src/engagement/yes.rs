//! POST /aftaler/{key}/ja and /engagementer/{id}/ja: yes to the agreement as it was read, with one's own words. POST
//! /engagementer/{id}/ja-paa-vegne: the volunteer said yes by telephone or in a talk, and somebody notes it.

use axum::response::Response;
use samskab_kernel::Instant;
use samskab_organisation::person::PersonId;
use samskab_requirement::Precondition;
use samskab_store::Tx;
use samskab_web::{Check, Cx, Form, Result, error::OrNotFound as _};

use super::{
    Engagement, Refused, Side, StepKind, Words,
    begin::{begin_if_ready, in_words, missing},
    door::{Door, Opened, again},
    event::{EngagementAgreed, EngagementBegun, EngagementChanged},
    form::EngagementForm,
    letter::News,
    store,
    tell::{self, LetterContext},
    whose,
    words::{changed_by, save_version, typed},
};
use samskab_interest::history::By;

pub async fn yes(cx: Cx, door: Door, Form(form): Form<EngagementForm>) -> Result<Response> {
    let side = door.side();
    say(cx, door, side, form).await
}

/// Notes the yes of somebody without e-mail, or who would rather talk.
pub async fn noted(cx: Cx, door: Door, Form(form): Form<EngagementForm>) -> Result<Response> {
    say(cx, door, Side::Volunteer, form).await
}

async fn say(cx: Cx, door: Door, side: Side, mut form: EngagementForm) -> Result<Response> {
    let (t, is_noted) = (crate::T(cx.locale), side != door.side());
    let mut check = Check::new(cx.locale);
    let day = form.begins_on().required(false).day(&mut check);
    let how = if is_noted { form.how().text(&mut check).unwrap_or_default() } else { String::new() };
    let words = (!is_noted && form.has_words()).then(|| typed(&form, side, &mut check, t));
    // Words that are as they were shown are none: what a colleague has saved meanwhile stays.
    let words = words.filter(|words| words.mark() != form.with_words);
    let is_written = words.is_some();
    let has_typed = words.as_ref().is_some_and(|words| !words.is_empty());
    let mut errors = check.done().err().unwrap_or_default();
    let version = form.version.parse().unwrap_or(0);
    if errors.is_empty() {
        let mut tx = cx.write().await?;
        let opened = door.open_locked(&cx, &mut tx).await?;
        let words = words.map(|words| (words, form.with_words.as_str()));
        match change(&cx, &mut tx, &door, side, opened, version, day, &how, words).await? {
            Ok(then) => {
                tx.commit().await?;
                let said = match then {
                    _ if is_noted => "engagement-flash-yes-noted",
                    Then::Begun => "engagement-flash-agreed",
                    Then::Waits => "engagement-flash-agreed-waits",
                    Then::OneYes => "engagement-flash-yes",
                    Then::OneYesInWords => "engagement-flash-yes-words",
                };
                return cx.redirect_saying(door.href(), "success", said);
            }
            Err(Refused::Already) => return cx.redirect(door.href()),
            // What they wrote stays in its fields, under the agreement as it reads now.
            Err(Refused::Changed) if has_typed => {
                errors.add(&form.can(), t.engagement_error_read_again());
            }
            Err(Refused::Changed) => {
                return cx.redirect_saying(door.href(), "warning", "engagement-flash-changed-meanwhile");
            }
            Err(Refused::NoDay) => {
                errors.add(&form.begins_on(), t.engagement_error_no_day());
            }
            Err(Refused::Day) => errors.add(&form.begins_on(), t.engagement_error_day()),
            Err(Refused::WrongState | Refused::NotAgreed) => {
                return cx.redirect_saying(door.href(), "warning", "engagement-flash-meanwhile");
            }
        }
    }
    if !is_written {
        form.with_words.clear(); // the page shows the words as they stand now
    }
    again(&cx, &door, form.with_errors(errors)).await
}

/// What follows from a yes.
enum Then {
    OneYes,
    /// One side said yes, and the other reads the words written with it.
    OneYesInWords,
    /// Both have said yes, and something the task requires is missing.
    Waits,
    Begun,
}

#[expect(clippy::too_many_arguments, reason = "what was read and what was typed")]
async fn change(
    cx: &Cx,
    tx: &mut Tx,
    door: &Door,
    side: Side,
    opened: Opened,
    version: i64,
    day: Option<samskab_kernel::Day>,
    how: &str,
    words: Option<(Words, &str)>,
) -> Result<std::result::Result<Then, Refused>> {
    let now = cx.now();
    let me = door.me(cx)?;
    let by = me.map_or(By::Volunteer, By::Person);
    let mut engagement = opened.engagement;
    let had_other_yes = engagement.yes_of(side.other()).is_some();
    let (mut version, mut has_written) = (version, false);
    if let Some((words, shown)) = words {
        let before = store::agreement(tx, cx.tenant.id, engagement.id, engagement.version).await?;
        let before = before.or_not_found()?;
        let stored = before.words_of(side);
        if *stored != words {
            if version != engagement.version || stored.mark() != shown {
                return Ok(Err(Refused::Changed));
            }
            let (was, changed) = (engagement.version, changed_by(side));
            engagement = match engagement.reword(now) {
                Ok(engagement) => engagement,
                Err(refused) => return Ok(Err(refused)),
            };
            let is_new = engagement.version != was;
            save_version(tx, &engagement, before.with_words(side, words), is_new, changed).await?;
            let kind = if is_new { StepKind::NewVersion } else { StepKind::Words };
            store::add_step(tx, engagement.id, by, kind, changed.code()).await?;
            (version, has_written) = (engagement.version, true);
        } else if engagement.yes_of(side).is_some() {
            return Ok(Err(Refused::Already)); // pressed twice
        }
    }
    // Whoever says yes first chooses the day where the task names none.
    if let (None, Some(day)) = (engagement.begins_on, day) {
        engagement = match engagement.propose_day(door.side(), day, now) {
            Ok(engagement) => engagement,
            Err(refused) => return Ok(Err(refused)),
        };
    }
    let mut engagement = match engagement.say_yes(side, version, me, now) {
        Ok(engagement) => engagement,
        Err(refused) => return Ok(Err(refused)),
    };
    if matches!(door, Door::Own(_)) {
        engagement.person = whose::shown_to_be(tx, &engagement).await?;
    }
    let id = engagement.id;
    let kind = if side == door.side() { StepKind::Yes } else { StepKind::YesNoted };
    // The yes comes after the words that were sent with it.
    let at = Instant::from_micros(now.micros() + i64::from(has_written));
    store::add_step_at(tx, id, at, by, kind, how).await?;
    save_agreed(tx, &engagement).await?;
    if engagement.is_agreed() {
        store::add_step_after(tx, id, 1, StepKind::Agreed).await?;
        let had_begun = engagement.state.has_begun();
        let letters = LetterContext::of(cx);
        let engagement = begin_if_ready(tx, &letters, engagement, &opened.shown.task).await?;
        tell_agreed(cx, tx, &engagement, &opened.shown.task, side, me).await?;
        tx.record(EngagementAgreed::of(&engagement)).await?;
        let begins = engagement.state.has_begun() && !had_begun;
        if begins {
            tx.record(EngagementBegun::of(&engagement)).await?;
        }
        return Ok(Ok(if engagement.state.has_begun() { Then::Begun } else { Then::Waits }));
    }
    if side == Side::Volunteer && me.is_none() {
        let said = |t: crate::T, name: &str, title: &str| match has_written {
            true => t.engagement_news_yes_words(name, title),
            false => t.engagement_news_yes(name, title),
        };
        tell::place(tx, &engagement, "engagement.yes", said).await?;
    }
    if has_written && had_other_yes && door.side() == Side::Place {
        let news = News::Changed { begins_on: engagement.begins_on };
        tell::volunteer(tx, &LetterContext::of(cx), &engagement, news).await?;
    }
    tx.record(EngagementChanged::of(&engagement)).await?;
    Ok(Ok(if has_written { Then::OneYesInWords } else { Then::OneYes }))
}

/// Saves, and notes on the version that both have said yes to it.
async fn save_agreed(tx: &mut Tx, engagement: &Engagement) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    if let Some(mut agreement) = store::agreement(tx, tenant, engagement.id, engagement.version).await? {
        agreement.begins_on = engagement.begins_on;
        agreement.agreed_at = engagement.is_agreed().then_some(now);
        agreement.updated_at = now;
        store::save_agreement(tx, engagement.id, &agreement).await?;
    }
    store::save(tx, engagement).await?;
    Ok(())
}

async fn tell_agreed(
    cx: &Cx,
    tx: &mut Tx,
    engagement: &Engagement,
    task: &samskab_taskbank::task::Task,
    side: Side,
    me: Option<PersonId>,
) -> Result<()> {
    let missing = if engagement.waits_for_requirements() {
        missing(tx, cx.tenant.id, engagement, task, cx.now().day()).await?
    } else {
        Vec::new()
    };
    let locale = tell::language(tx, cx.tenant.id, engagement).await?;
    let accepts_words = missing.iter().any(|one| one.what == Precondition::Confidentiality);
    let missing: Vec<String> = in_words(task, &missing, Side::Volunteer, locale)
        .into_iter()
        .map(|(name, next)| format!("{name}: {next}"))
        .collect();
    let begins_on = engagement.begins_on.unwrap_or_else(|| cx.now().day());
    let news = News::Agreed { begins_on, missing: &missing, accepts_words };
    tell::volunteer(tx, &LetterContext::of(cx), engagement, news).await?;
    if side == Side::Volunteer && me.is_none() {
        let said = |t: crate::T, name: &str, title: &str| t.engagement_news_agreed(name, title);
        tell::place(tx, engagement, "engagement.agreed", said).await?;
    }
    Ok(())
}
