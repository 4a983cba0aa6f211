//! GET /min-side/forslag: everything that suits, why, and how it was reckoned.

use askama::Template;
use axum::response::Response;
use samskab_finding::card::Card;
use samskab_kernel::Locale;
use samskab_matching::{Match, Score, Weights};
use samskab_organisation::person::PersonId;
use samskab_taskbank::seen::{self, Place};
use samskab_taskbank::task;
use samskab_web::{Cx, Error, Result, Shell, form::Choice};

use super::{decline::Reason, of_person, store};
use crate::{
    T,
    matching::{market::task_id, words},
};

#[derive(Template)]
#[template(path = "matching/suggestions.html")]
struct SuggestionsPage {
    shell: Shell,
    t: T,
    has_cv: bool,
    /// The CV says too little.
    is_unfinished: bool,
    suggestions: Vec<SuggestionView>,
    declined: Vec<DeclinedView>,
    reasons: Vec<Choice>,
    version: String,
}

struct SuggestionView {
    id: String,
    card: Card,
    why: String,
    parts: Vec<PartView>,
    total: String,
}

/// A line of "how it is reckoned".
pub(super) struct PartView {
    pub name: &'static str,
    pub points: String,
    pub weight: String,
}

struct DeclinedView {
    title: String,
    href: String,
    back: String,
}

pub async fn show(cx: Cx) -> Result<Response> {
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let (t, today) = (T(cx.locale), cx.now().day());
    let mut reader = cx.read().await?;
    let found = of_person(&cx, &mut reader, me).await?;
    let is_kept = !store::current(&mut reader, cx.tenant.id, me, today.start()).await?.is_empty();
    let has_cv = found.is_some();
    let (list, is_unfinished) = found.map_or((Vec::new(), false), |found| (found.list, found.is_unfinished));
    let ids: Vec<_> = list.iter().map(|found| task_id(found.opening)).collect();
    let cards = task::store::cards_to_show(&mut reader, &cx.tenant, &ids, today).await?;
    let declined = store::declined(&mut reader, cx.tenant.id, me).await?;
    let days_off = samskab_finding::days_off(&cx, &mut reader).await?;
    drop(reader);
    if !is_kept && !list.is_empty() {
        let mut tx = cx.write().await?;
        store::replace(&mut tx, me, &list).await?;
        tx.commit().await?;
    }
    seen::count(&cx, Place::Suggestion, &ids);
    let view = |card: &task::TaskCard| {
        let found = list.iter().find(|found| task_id(found.opening) == card.id)?;
        Some(SuggestionView {
            id: card.id.to_string(),
            card: Card::of(card, None, days_off.of(card), cx.now(), samskab_finding::T(t.0)),
            why: sentence(found, t),
            parts: parts(&found.score, t),
            total: of_a_hundred(i64::from(found.score.total), t.0),
        })
    };
    cx.page(SuggestionsPage {
        shell: cx.shell(t.matching_suggestions_title()).under("/min-side", t.matching_my_page()).here(),
        t,
        has_cv,
        is_unfinished,
        suggestions: cards.iter().filter_map(view).collect(),
        declined: declined
            .into_iter()
            .map(|one| DeclinedView {
                title: one.title,
                href: format!("/opgaver/{}", one.task_id),
                back: format!("/min-side/forslag/{}/fortryd", one.task_id),
            })
            .collect(),
        reasons: Reason::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect(),
        version: Weights::default().version.to_string(),
    })
}

/// The reasons, or that little is known yet.
pub(super) fn sentence(found: &Match, t: T) -> String {
    words::sentence(&found.explanation, t).unwrap_or_else(|| t.matching_why_little().to_owned())
}

/// The engine counts to ten thousand, people to a hundred: `86,7`.
pub(super) fn of_a_hundred(points: i64, locale: Locale) -> String {
    let tenths = (points.unsigned_abs() + 5) / 10;
    let sign = if points < 0 && tenths > 0 { "−" } else { "" };
    format!("{sign}{}{}{}", tenths / 10, locale.choose(",", "."), tenths % 10)
}

/// The parts that the engine made the score from.
pub(super) fn parts(score: &Score, t: T) -> Vec<PartView> {
    let weights = Weights::default();
    let part = |name: &'static str, points: u16, weight: u16| PartView {
        name,
        points: of_a_hundred(i64::from(points), t.0),
        weight: t.0.percent(i64::from(weight)),
    };
    let plain = |name: &'static str, points: i64| PartView {
        name,
        points: of_a_hundred(points, t.0),
        weight: String::new(),
    };
    let own = &score.parts;
    vec![
        part(t.matching_part_interests(), own.interests, weights.interests),
        part(t.matching_part_groups(), own.target_groups, weights.target_groups),
        part(t.matching_part_competences(), own.competences, weights.competences),
        part(t.matching_part_rhythm(), own.rhythm, weights.rhythm),
        part(t.matching_part_time(), own.time, weights.time),
        part(t.matching_part_distance(), own.distance, weights.distance),
        part(t.matching_part_language(), own.language, weights.language),
        part(t.matching_part_company(), own.company, weights.company),
        plain(t.matching_part_fit(), i64::from(score.fit)),
        plain(t.matching_part_answers(), i64::from(score.answers)),
        plain(t.matching_part_met(), -i64::from(score.met)),
        plain(t.matching_part_attention(), i64::from(score.attention)),
        plain(t.matching_part_waiting(), i64::from(score.waiting)),
    ]
}
