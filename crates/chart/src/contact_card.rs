//! The card that says whom to call: always a human, with a telephone number (RS-38, RD-18).

use samskab_web::Cx;

use crate::T;
use samskab_organisation::{
    answering::{Answerer, Ladder},
    position,
};

/// One place or topic and those who answer for it today.
pub(super) struct ContactCard {
    pub heading: String,
    pub href: String,
    /// Why it is not the contact of the place itself who answers; empty when it is.
    pub reason: String,
    pub people: Vec<PersonToCall>,
}

/// Somebody on the card, or the municipality itself.
pub(super) struct PersonToCall {
    pub name: String,
    pub role: String,
    /// As Danes read it: `12 34 56 78`.
    pub phone: String,
    pub email: String,
    /// "Stedfortræder til og med 30. november"; empty where no last day is known.
    pub note: String,
}

impl ContactCard {
    /// Who answers, climbing from the place itself to the coordinator, and last to the municipality's own number.
    pub(super) fn new(cx: &Cx, heading: impl Into<String>, href: impl Into<String>, ladder: &Ladder) -> Self {
        let t = T(cx.locale);
        let (reason, people) = match ladder.callable() {
            Some((rung, answerers)) => {
                let people = answerers.into_iter().map(|answerer| PersonToCall::of(cx, answerer)).collect();
                (reason(cx, ladder, rung), people)
            }
            None => (t.unit_card_nobody().to_owned(), vec![PersonToCall::municipality(cx)]),
        };
        Self { heading: heading.into(), href: href.into(), reason, people }
    }
}

/// Why the question climbed to `rung`.
fn reason(cx: &Cx, ladder: &Ladder, rung: usize) -> String {
    let t = T(cx.locale);
    let back = ladder.first.iter().filter_map(|answerer| answerer.away_until).max();
    let who = match rung {
        2 => t.unit_card_key_person(),
        3 => t.unit_card_coordinator(),
        _ => return String::new(),
    };
    match back {
        Some(day) => t.unit_card_away(cx.locale.day(day), who),
        None => t.unit_card_vacant(who),
    }
}

impl PersonToCall {
    fn of(cx: &Cx, answerer: &Answerer) -> Self {
        let t = T(cx.locale);
        let until = answerer.stands_in_until.filter(|_| answerer.is_deputy);
        Self {
            name: match (answerer.is_deputy, until) {
                (true, None) => position::deputy(&answerer.name, cx.locale),
                _ => answerer.name.clone(),
            },
            role: answerer.title.text(cx.locale).to_owned(),
            phone: answerer.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
            email: answerer.email.as_ref().map(|email| email.to_string()).unwrap_or_default(),
            note: until.map(|day| t.unit_card_deputy_until(cx.locale.day(day))).unwrap_or_default(),
        }
    }

    fn municipality(cx: &Cx) -> Self {
        let profile = &cx.tenant.profile;
        Self {
            name: cx.tenant.name.clone(),
            role: T(cx.locale).unit_card_main_number().to_owned(),
            phone: profile.phone.clone(),
            email: profile.email.clone(),
            note: cx.locale.choose(&profile.opening_hours, &profile.opening_hours_en).to_owned(),
        }
    }
}
