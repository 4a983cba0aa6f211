//! POST /aftaler/{key}/ord and /engagementer/{id}/ord: one side in its own words (FX-13). POST
//! /engagementer/{id}/tekst: the place changes the text. A change after somebody said yes is a new version.

use axum::{extract::Path, response::Response};
use samskab_store::Tx;
use samskab_web::{Check, Cx, Errors, Form, Result, error::OrNotFound as _, token};

use super::{
    Agreement, Changed, Engagement, EngagementId, Side, StepKind, Words,
    door::{Door, again},
    event::EngagementChanged,
    form::EngagementForm,
    letter::News,
    store,
    tell::{self, LetterContext},
};
use crate::T;

/// Longest answer to one of the three prompts, in characters.
pub(super) const MOST_WORDS: usize = 1000;
/// Longest text of an agreement.
pub(super) const MOST_TEXT: usize = 12_000;

pub async fn write(cx: Cx, door: Door, Form(form): Form<EngagementForm>) -> Result<Response> {
    let side = door.side();
    let mut check = Check::new(cx.locale);
    let words = typed(&form, side, &mut check, T(cx.locale));
    if let Err(errors) = check.done() {
        return again(&cx, &door, form.with_errors(errors)).await;
    }
    let mut tx = cx.write().await?;
    let opened = door.open_locked(&cx, &mut tx).await?;
    let edit = |agreement: Agreement| agreement.with_words(side, words);
    change(&cx, tx, &door, opened.engagement, changed_by(side), edit).await
}

/// One side's own words, as they were typed.
pub(super) fn typed(form: &EngagementForm, side: Side, check: &mut Check, t: T) -> Words {
    let [can, sees, needs] = super::page::prompts(t, side);
    Words {
        can: form.can().label(can).text(check).unwrap_or_default(),
        sees: form.sees().label(sees).text(check).unwrap_or_default(),
        needs: form.needs().label(needs).text(check).unwrap_or_default(),
    }
}

/// The part of the agreement that the own words of this side change.
pub(super) fn changed_by(side: Side) -> Changed {
    match side {
        Side::Volunteer => Changed::Volunteer,
        Side::Place => Changed::Place,
    }
}

impl Words {
    /// A mark that is the same for the same words, so that what was shown is recognised.
    pub(super) fn mark(&self) -> String {
        token::hash(&[self.can.as_str(), self.sees.as_str(), self.needs.as_str()].join("\n\u{1f}\n"))
    }
}

impl Agreement {
    pub(super) fn with_words(self, side: Side, words: Words) -> Self {
        match side {
            Side::Volunteer => Self { volunteer: words, ..self },
            Side::Place => Self { place: words, ..self },
        }
    }
}

pub async fn text(
    cx: Cx,
    Path(id): Path<EngagementId>,
    Form(form): Form<EngagementForm>,
) -> Result<Response> {
    let door = Door::Place(id);
    let mut check = Check::new(cx.locale);
    let text = form.text().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        return again(&cx, &door, form.with_errors(errors)).await;
    }
    let mut tx = cx.write().await?;
    let opened = door.open_locked(&cx, &mut tx).await?;
    if form.version.parse() != Ok(opened.engagement.version) {
        drop(tx);
        let mut errors = Errors::default();
        errors.add(&form.text(), T(cx.locale).engagement_error_changed_meanwhile());
        return again(&cx, &door, form.with_errors(errors)).await;
    }
    change(&cx, tx, &door, opened.engagement, Changed::Text, |agreement| Agreement { text, ..agreement })
        .await
}

async fn change(
    cx: &Cx,
    mut tx: Tx,
    door: &Door,
    engagement: Engagement,
    changed: Changed,
    edit: impl FnOnce(Agreement) -> Agreement,
) -> Result<Response> {
    let before = store::agreement(&mut tx, cx.tenant.id, engagement.id, engagement.version).await?;
    let before = before.or_not_found()?;
    let after = edit(before.clone());
    if after == before {
        return cx.redirect(door.href()); // pressed twice
    }
    let (was_version, was_said) = (engagement.version, engagement.yes_of(door.side().other()).is_some());
    let engagement = match engagement.reword(cx.now()) {
        Ok(engagement) => engagement,
        Err(_) => {
            return cx.redirect_saying(door.href(), "warning", "engagement-flash-meanwhile");
        }
    };
    let is_new = engagement.version != was_version;
    save_version(&mut tx, &engagement, after, is_new, changed).await?;
    store::save(&mut tx, &engagement).await?;
    let kind = if is_new { StepKind::NewVersion } else { StepKind::Words };
    store::add_step(&mut tx, engagement.id, door.by(cx)?, kind, changed.code()).await?;
    if is_new && was_said {
        match door.side() {
            Side::Place => {
                let news = News::Changed { begins_on: engagement.begins_on };
                tell::volunteer(&mut tx, &LetterContext::of(cx), &engagement, news).await?;
            }
            Side::Volunteer => {
                let said = |t: T, name: &str, title: &str| t.engagement_news_changed(name, title);
                tell::place(&mut tx, &engagement, "engagement.changed", said).await?;
            }
        }
    }
    tx.record(EngagementChanged::of(&engagement)).await?;
    tx.commit().await?;
    let said = if is_new { "engagement-flash-new-version" } else { "engagement-flash-saved" };
    cx.redirect_saying(door.href(), "success", said)
}

/// Saves the version as it is now, or, when `is_new`, adds it as a new version and keeps the old.
pub(super) async fn save_version(
    tx: &mut Tx,
    engagement: &Engagement,
    after: Agreement,
    is_new: bool,
    changed: Changed,
) -> samskab_store::Result<()> {
    let now = tx.now();
    if !is_new {
        store::save_agreement(tx, engagement.id, &Agreement { updated_at: now, ..after }).await?;
        return Ok(());
    }
    let new = Agreement {
        version: engagement.version,
        begins_on: engagement.begins_on,
        changed: vec![changed],
        agreed_at: None,
        created_at: now,
        updated_at: now,
        ..after
    };
    store::add_agreement(tx, engagement.id, &new).await?;
    Ok(())
}
