//! The ways from Mit overblik and Mine opgaver to the pages for those who look after volunteers. Nobody is
//! shown a way to a page that refuses them.

use samskab_organisation::identify::{Who as _, role};
use samskab_web::{Cx, module::Shortcut};

use crate::{
    T,
    authority::{WideAction, may_widely},
};

pub(crate) fn of(cx: &Cx) -> Vec<Shortcut> {
    let (t, actor) = (T(cx.locale), &cx.actor);
    let answers = actor.is_coordinator() || !actor.posters().is_empty();
    let searches = may_widely(actor, WideAction::SearchEveryCv) || actor.has(role::ASSOCIATION);
    let all = [
        (answers, "/frivillige", t.channel_shortcut_volunteers(), "groups"),
        (searches, "/cv-banken", t.channel_shortcut_cv_bank(), "contact-card"),
        (may_widely(actor, WideAction::SeeCoverage), "/daekning", t.channel_shortcut_coverage(), "map"),
        (may_widely(actor, WideAction::SeeFairness), "/fordeling", t.channel_shortcut_fairness(), "persons"),
        (may_widely(actor, WideAction::KeepChannels), "/kanaler", t.channel_shortcut_channels(), "share"),
        (
            may_widely(actor, WideAction::SeeDeclarations),
            "/erklaeringer",
            t.channel_shortcut_declarations(),
            "how-to-reg",
        ),
        (
            may_widely(actor, WideAction::WriteRequirementText),
            "/krav/tavshedserklaering",
            t.channel_shortcut_confidentiality(),
            "lock",
        ),
    ];
    let allowed = all.into_iter().filter(|(may, ..)| *may);
    allowed.map(|(_, href, label, symbol)| Shortcut { href, label, symbol }).collect()
}
