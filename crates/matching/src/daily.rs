//! Who comes first among equals: decided anew each day, the same for everybody who asks.

use samskab_kernel::Id;

/// The number of an id, from which half of [`turn`] is computed.
pub(crate) fn number<K>(id: Id<K>) -> u64 {
    let (high, low) = id.uuid().as_u64_pair();
    mix(high ^ mix(low))
}

/// The order of pairs on a day (its number): the higher comes first.
#[inline(always)]
pub(crate) fn turn(volunteer: u64, opening: u64, day: i32) -> u32 {
    let day = u64::from(day.unsigned_abs());
    (mix(volunteer ^ opening.rotate_left(32) ^ day.wrapping_mul(0x9E37_79B9_7F4A_7C15)) >> 32) as u32
}

/// Every bit of the outcome depends on every bit that went in (the finish of SplitMix64).
#[inline(always)]
const fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}
