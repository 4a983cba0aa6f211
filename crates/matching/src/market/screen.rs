//! A first look at all openings at once, column by column, several in one instruction.
//!
//! What it lets through may still fail a gate; what it stops fails one for certain. So nothing is decided here, it only
//! saves looking closer: the gates are [`VolunteerRow::failed`](crate::row::VolunteerRow::failed).

use crate::row::{OpeningRow, OpeningScreen, VolunteerScreen};

/// Openings that are examined in one go; their columns fit into the fastest memory.
pub(super) const AT_A_TIME: usize = 512;

/// One column for each thing that stops many.
#[derive(Debug, Clone, Default)]
pub(super) struct Screen {
    north: Vec<f32>,
    east: Vec<f32>,
    slots: Vec<u32>,
    languages: Vec<u32>,
    needs: Vec<u32>,
    min_age: Vec<u32>,
    flags: Vec<u32>,
    last_day: Vec<i32>,
}

impl Screen {
    /// Stores a row at the index of its opening: an existing one, or the next.
    pub fn put(&mut self, at: usize, row: &OpeningRow, last_day: i32) {
        let OpeningScreen { north, east, slots, languages, needs, min_age, flags } = row.screen();
        set(&mut self.north, at, north);
        set(&mut self.east, at, east);
        set(&mut self.slots, at, slots);
        set(&mut self.languages, at, languages);
        set(&mut self.needs, at, needs);
        set(&mut self.min_age, at, min_age);
        set(&mut self.flags, at, flags);
        set(&mut self.last_day, at, last_day);
    }

    /// The last opening moves into the gap.
    pub fn take(&mut self, at: usize) {
        self.north.swap_remove(at);
        self.east.swap_remove(at);
        self.slots.swap_remove(at);
        self.languages.swap_remove(at);
        self.needs.swap_remove(at);
        self.min_age.swap_remove(at);
        self.flags.swap_remove(at);
        self.last_day.swap_remove(at);
    }

    /// Which of the openings from `first` (at most [`AT_A_TIME`]) deserve a closer look, in `found`.
    pub fn pass(&self, first: usize, volunteer: &VolunteerScreen, today: i32, found: &mut Vec<usize>) {
        let end = (first + AT_A_TIME).min(self.north.len());
        let size = end - first;
        let mut passes = [0u32; AT_A_TIME];
        let passes = &mut passes[..size];
        let (north, east) = (&self.north[first..end], &self.east[first..end]);
        let (needs, flags) = (&self.needs[first..end], &self.flags[first..end]);
        for at in 0..size {
            let up = north[at] - volunteer.north;
            let right = (east[at] - volunteer.east) * volunteer.shrink;
            passes[at] = u32::from(up * up + right * right <= volunteer.reach)
                | u32::from(flags[at] & OpeningScreen::SOMEWHERE == 0);
        }
        let (slots, languages) = (&self.slots[first..end], &self.languages[first..end]);
        for at in 0..size {
            passes[at] &= u32::from(slots[at] & volunteer.slots != 0);
            passes[at] &= u32::from(languages[at] & volunteer.languages != 0);
        }
        for at in 0..size {
            passes[at] &= u32::from((needs[at] & volunteer.lacks) | (flags[at] & volunteer.stopped_by) == 0);
        }
        let (min_age, last_day) = (&self.min_age[first..end], &self.last_day[first..end]);
        for at in 0..size {
            passes[at] &= u32::from(min_age[at] <= volunteer.age) & u32::from(last_day[at] >= today);
        }
        // each is written, and the next one over it unless it passes: nothing to guess wrongly
        found.resize(size, 0);
        let mut count = 0;
        for (at, passes) in passes.iter().enumerate() {
            found[count] = first + at;
            count += *passes as usize;
        }
        found.truncate(count);
    }
}

fn set<T>(column: &mut Vec<T>, at: usize, value: T) {
    match column.get_mut(at) {
        Some(old) => *old = value,
        None => column.push(value),
    }
}
