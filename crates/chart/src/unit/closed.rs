//! A unit closes: those whose position ends with it, the key persons of its area and those who answer where it is taken over
//! are told once, when it is decided.

use samskab_kernel::Day;
use samskab_mail::Message;
use samskab_organisation::{
    letter::Sender,
    person::{Person, PersonId},
    position::{self, Held, PositionKind},
    unit::{Unit, UnitId, timeline},
};
use samskab_store::{Result, Tx};
use samskab_web::Cx;

use super::moved::{key_persons, tell_each};
use crate::T;

/// How somebody who is told stands to the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// Has a position there, which ends.
    Position,
    /// Key person of the area it stands in.
    Area,
    /// Answers where it is taken over.
    Successor,
}

/// Writes to everybody it concerns but whoever decides it. `every`: every version of every unit. Whether anybody was told.
pub(super) async fn tell(
    cx: &Cx,
    tx: &mut Tx,
    (unit, last_day): (&Unit, Day),
    successor: Option<UnitId>,
    every: &[Unit],
) -> Result<bool> {
    let places: Vec<UnitId> = [Some(unit.id), unit.parent, successor].into_iter().flatten().collect();
    let held = position::store::of_units_and_coordinators(tx, cx.tenant.id, &places, cx.now().day()).await?;
    let ties = ties(&held, unit, successor);
    let taken_over = successor.map(|id| timeline::name_on(every, id, last_day)).unwrap_or_default();
    tell_each(cx, tx, &ties, |person, ties| letter(cx, person, (unit, last_day), &taken_over, ties)).await
}

/// Who is told, and why; somebody with several ties stands there with each.
fn ties(held: &[Held], unit: &Unit, successor: Option<UnitId>) -> Vec<(PersonId, Tie)> {
    let here = held.iter().filter(|held| held.position.unit == unit.id);
    let here = here.flat_map(|held| &held.appointments).map(|one| (one.person, Tie::Position));
    let of_area = unit.parent.into_iter().flat_map(|area| key_persons(held, area));
    let of_area = of_area.flat_map(Held::holders).map(|one| (one.person, Tie::Area));
    let takes_over = |held: &&Held| {
        Some(held.position.unit) == successor
            && matches!(held.position.kind, PositionKind::LocalContact | PositionKind::KeyPerson)
    };
    let there =
        held.iter().filter(takes_over).flat_map(Held::holders).map(|one| (one.person, Tie::Successor));
    let mut ties: Vec<(PersonId, Tie)> = Vec::new();
    for tie in here.chain(of_area).chain(there) {
        if !ties.contains(&tie) {
            ties.push(tie);
        }
    }
    ties
}

/// `None` where the person has no address.
fn letter(
    cx: &Cx,
    person: &Person,
    (unit, last_day): (&Unit, Day),
    taken_over: &str,
    ties: &[Tie],
) -> Option<Message> {
    let (locale, to) = (person.locale, person.email.clone()?);
    let (t, sender, name) = (T(locale), Sender::of(&cx.tenant), unit.name.as_str());
    let mut letter = sender
        .greet(locale, person.first_name())
        .paragraph(&t.unit_mail_closed_text(locale.day(last_day), name));
    if !taken_over.is_empty() && !ties.contains(&Tie::Successor) {
        letter = letter.paragraph(&t.unit_mail_closed_successor(taken_over));
    }
    for tie in ties {
        letter = letter.paragraph(&match tie {
            Tie::Position => t.unit_mail_closed_position(name),
            Tie::Area => t.unit_mail_closed_area(name),
            Tie::Successor => t.unit_mail_closed_takes_over(taken_over, name),
        });
    }
    let letter = letter.link(t.unit_mail_moved_link(), &cx.absolute(&unit.href()));
    let body = sender.finish(locale, letter, &t.unit_mail_closed_why(name));
    Some(Message { to, subject: t.unit_mail_closed_subject(name), body, reply_to: None })
}
