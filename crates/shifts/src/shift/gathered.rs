//! What one action does to a volunteer's shifts is told in one letter, however many they are: an ended series, a series
//! at other times, a task that is cancelled.

use std::collections::{HashMap, HashSet};

use samskab_kernel::{Instant, contact::Email};
use samskab_mail::Message;
use samskab_organisation::person::{self, Person, PersonId};
use samskab_store::{Result, Tx};
use samskab_taskbank::task::time::as_beginning;

use super::{
    Shift,
    letter::{Word, Writer},
    place::Place,
};
use crate::T;

/// What somebody is to be told of a shift of theirs.
pub struct ShiftNews {
    pub person: PersonId,
    pub shift: Shift,
    /// The time it had before; `None`: it is cancelled.
    pub before: Option<(Instant, Instant)>,
}

/// Writes one letter to each person, with all their news in it.
pub async fn write(tx: &mut Tx, place: &Place, mut told: Vec<ShiftNews>, reason: &str) -> Result<()> {
    told.sort_by_key(|one| (one.person, one.shift.starts_at));
    let mut ids: Vec<PersonId> = told.iter().map(|one| one.person).collect();
    ids.dedup();
    if ids.is_empty() {
        return Ok(());
    }
    for person in person::store::find_many(tx, place.tenant(), &ids).await? {
        let theirs: Vec<&ShiftNews> = told.iter().filter(|one| one.person == person.id).collect();
        match theirs.as_slice() {
            [one] => {
                let word = one.before.map_or(Word::Cancelled { reason }, |before| Word::Moved { before });
                place.write(tx, &person, &one.shift, word).await?;
            }
            several => write_several(tx, place, &person, several, reason).await?,
        }
    }
    Ok(())
}

/// The same of several tasks of one place, all called off for one reason: whoever had shifts in more than one of them gets
/// one letter about them all.
pub async fn write_across(tx: &mut Tx, mut all: Vec<(Place, Vec<ShiftNews>)>, reason: &str) -> Result<()> {
    let mut tasks_of: HashMap<PersonId, usize> = HashMap::new();
    for (_, told) in &all {
        let people: HashSet<PersonId> = told.iter().map(|one| one.person).collect();
        for person in people {
            *tasks_of.entry(person).or_default() += 1;
        }
    }
    let is_across = |one: &ShiftNews| tasks_of.get(&one.person).is_some_and(|tasks| *tasks > 1);
    let mut across: HashMap<PersonId, Vec<(Shift, String)>> = HashMap::new();
    for (place, told) in &mut all {
        for one in told.extract_if(.., |one| is_across(one)) {
            let title = place.task.title.clone();
            across.entry(one.person).or_default().push((one.shift, title));
        }
    }
    if let Some((place, _)) = all.first() {
        let ids: Vec<PersonId> = across.keys().copied().collect();
        for person in person::store::find_many(tx, place.tenant(), &ids).await? {
            let mut to = None;
            for (place, _) in &all {
                to = place.address_of(tx, &person).await?;
                if to.is_some() {
                    break;
                }
            }
            let Some(to) = to else { continue };
            let mut shifts = across.remove(&person.id).unwrap_or_default();
            shifts.sort_by_key(|(shift, _)| shift.starts_at);
            let writer = place.writer(&person, place.absolute("/min-side"), tx.now().day());
            samskab_mail::send(tx, writer.across(to, &shifts, &place.name, reason)).await?;
        }
    }
    for (place, told) in all {
        write(tx, &place, told, reason).await?;
    }
    Ok(())
}

async fn write_several(
    tx: &mut Tx,
    place: &Place,
    person: &Person,
    theirs: &[&ShiftNews],
    reason: &str,
) -> Result<()> {
    let Some(to) = place.address_of(tx, person).await? else { return Ok(()) };
    let mut cancelled = Vec::new();
    let mut moved = Vec::new();
    for one in theirs {
        match one.before {
            None => cancelled.push(&one.shift),
            Some(before) => moved.push(Moved {
                shift: &one.shift,
                before,
                link: place.link(tx, person, &one.shift).await?,
            }),
        }
    }
    // Everything is behind signing in: this letter is about no single page.
    let writer = place.writer(person, place.absolute("/min-side"), tx.now().day());
    samskab_mail::send(tx, writer.several(to, &cancelled, &moved, reason)).await?;
    Ok(())
}

struct Moved<'a> {
    shift: &'a Shift,
    before: (Instant, Instant),
    /// The page on which the news is answered.
    link: String,
}

impl Writer<'_> {
    fn across(&self, to: Email, shifts: &[(Shift, String)], place: &str, reason: &str) -> Message {
        let t = T(self.locale);
        let line = |(shift, title): &(Shift, String)| {
            as_beginning(&t.shift_mail_across_one(title.as_str(), shift.when(t.0, self.today)))
        };
        let letter = self.greeting().paragraph(&t.shift_mail_across_cancelled(place));
        let letter = letter.list(shifts.iter().map(line));
        let letter = if reason.is_empty() { letter } else { letter.paragraph(&t.shift_mail_reason(reason)) };
        let letter = letter.link(t.shift_mail_several_link(), &self.link);
        let subject = t.shift_mail_across_subject(shifts.len(), place);
        Message { to, subject, body: self.finish_with_call(letter), reply_to: None }
    }

    fn several(&self, to: Email, cancelled: &[&Shift], moved: &[Moved<'_>], reason: &str) -> Message {
        let t = T(self.locale);
        let task = self.task.title.as_str();
        let mut letter = self.greeting();
        if !cancelled.is_empty() {
            let times = cancelled.iter().map(|shift| as_beginning(&shift.when(t.0, self.today)));
            letter = letter.paragraph(&t.shift_mail_several_cancelled(task)).list(times);
            if !reason.is_empty() {
                letter = letter.paragraph(&t.shift_mail_reason(reason));
            }
        }
        if !moved.is_empty() {
            letter = letter.paragraph(&t.shift_mail_several_moved(task));
            for one in moved {
                let text = t.shift_mail_several_moved_one(
                    t.0.from_to(one.before, self.today),
                    one.shift.when(t.0, self.today),
                );
                letter = letter.link(&as_beginning(&text), &one.link);
            }
        }
        let subject = if moved.is_empty() {
            t.shift_mail_several_cancelled_subject(cancelled.len(), task)
        } else {
            t.shift_mail_several_moved_subject(task)
        };
        let letter = letter.link(t.shift_mail_several_link(), &self.link);
        Message { to, subject, body: self.finish_with_call(letter), reply_to: None }
    }
}
