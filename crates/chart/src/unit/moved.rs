//! A unit moves to another area: those who answer for it, and the key persons of both areas, are told once, when it is
//! decided.

use samskab_store::{Result, Tx};
use samskab_web::Cx;

use crate::T;
use samskab_mail::Message;
use samskab_organisation::{
    letter::Sender,
    person::{self, Person, PersonId},
    position::{self, Held, PositionKind, names},
    unit::{Unit, UnitId, timeline},
};

/// How somebody who is told is related to the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// Its contact, or the deputy.
    Contact,
    NewArea,
    OldArea,
}

/// A move as its letters tell it.
struct MoveLetter<'a> {
    unit: &'a Unit,
    old: String,
    new: String,
    /// The key persons of the new area on the first day; empty where it has none.
    key_persons: String,
}

/// Writes to those a move concerns, but not to whoever decides it. `moved`: the unit as it is from that day on; `every`:
/// every version of every unit. Whether anybody was told.
pub(super) async fn tell(cx: &Cx, tx: &mut Tx, moved: &Unit, old: UnitId, every: &[Unit]) -> Result<bool> {
    let Some(new) = moved.parent else { return Ok(false) };
    let from = moved.validity.from;
    let places = [moved.id, old, new];
    let held = position::store::of_units_and_coordinators(tx, cx.tenant.id, &places, from).await?;
    let ties = ties(&held, moved.id, (old, new));
    let name = |id: UnitId| timeline::name_on(every, id, from);
    let letter = MoveLetter {
        unit: moved,
        old: name(old),
        new: name(new),
        key_persons: names(key_persons(&held, new).flat_map(Held::holders)),
    };
    tell_each(cx, tx, &ties, |person, ties| letter.to(cx, person, ties)).await
}

/// Writes one letter to each person with all their ties, but not to whoever decides it. Whether anybody was told.
pub(super) async fn tell_each<Tie: Copy>(
    cx: &Cx,
    tx: &mut Tx,
    ties: &[(PersonId, Tie)],
    letter: impl Fn(&Person, &[Tie]) -> Option<Message>,
) -> Result<bool> {
    let mut told: Vec<PersonId> = ties.iter().map(|(person, _)| *person).collect();
    told.retain(|person| cx.actor.person != Some(person.uuid()));
    if told.is_empty() {
        return Ok(false);
    }
    let mut is_told = false;
    for person in person::store::find_many(tx, cx.tenant.id, &told).await? {
        let of_person: Vec<Tie> =
            ties.iter().filter(|(who, _)| *who == person.id).map(|(_, tie)| *tie).collect();
        if let Some(message) = letter(&person, &of_person) {
            samskab_mail::send(tx, message).await?;
            is_told = true;
        }
    }
    Ok(is_told)
}

pub(super) fn key_persons(held: &[Held], area: UnitId) -> impl Iterator<Item = &Held> {
    held.iter()
        .filter(move |held| held.position.unit == area && held.position.kind == PositionKind::KeyPerson)
}

/// Who is told, and why; somebody with several ties is listed with each.
fn ties(held: &[Held], unit: UnitId, (old, new): (UnitId, UnitId)) -> Vec<(PersonId, Tie)> {
    let contacts = held
        .iter()
        .filter(|held| held.position.unit == unit && held.position.kind == PositionKind::LocalContact)
        .flat_map(|held| &held.appointments)
        .map(|contact| (contact.person, Tie::Contact));
    let of_area =
        |area, tie| key_persons(held, area).flat_map(Held::holders).map(move |holder| (holder.person, tie));
    let mut ties: Vec<(PersonId, Tie)> = Vec::new();
    for tie in contacts.chain(of_area(new, Tie::NewArea)).chain(of_area(old, Tie::OldArea)) {
        if !ties.contains(&tie) {
            ties.push(tie);
        }
    }
    ties
}

impl MoveLetter<'_> {
    /// `None` where the person has no address.
    fn to(&self, cx: &Cx, person: &Person, ties: &[Tie]) -> Option<Message> {
        let (locale, to) = (person.locale, person.email.clone()?);
        let (t, sender) = (T(locale), Sender::of(&cx.tenant));
        let (unit, new) = (self.unit.name.as_str(), self.new.as_str());
        let day = locale.day(self.unit.validity.from);
        let mut letter = sender.greet(locale, person.first_name()).paragraph(&t.unit_mail_moved_text(
            day,
            new,
            self.old.as_str(),
            unit,
        ));
        for tie in ties {
            letter = letter.paragraph(&match tie {
                Tie::Contact if self.key_persons.is_empty() => t.unit_mail_moved_contact_nobody(new),
                Tie::Contact => t.unit_mail_moved_contact(new, self.key_persons.as_str()),
                Tie::NewArea => t.unit_mail_moved_new(unit),
                Tie::OldArea => t.unit_mail_moved_old(new, unit),
            });
        }
        let letter = letter.link(t.unit_mail_moved_link(), &cx.absolute(&self.unit.href()));
        let body = sender.finish(locale, letter, &t.unit_mail_moved_why(unit));
        Some(Message { to, subject: t.unit_mail_moved_subject(new, unit), body, reply_to: None })
    }
}
