//! Randomness as a parameter: ids and secrets are drawn from [`Dice`], never from the air.

use std::sync::{Arc, Mutex};

use rand::{RngCore, SeedableRng, rngs::StdRng};
use uuid::Uuid;

use crate::{Id, Instant};

/// The one source of randomness. Clones share it.
#[derive(Clone)]
pub struct Dice(Arc<Mutex<StdRng>>);

impl Dice {
    /// Seeded by the operating system.
    pub fn real() -> Self {
        Self(Arc::new(Mutex::new(StdRng::from_os_rng())))
    }

    /// The same throws every time: for tests, the demo town and benchmarks.
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// 32 random bytes.
    pub fn bytes(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        // A thread that panicked while drawing has not spoilt the random generator.
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).fill_bytes(&mut bytes);
        bytes
    }

    /// A number from 0 up to, but not including, `end` (at least 1).
    pub fn below(&self, end: u64) -> u64 {
        let bytes = self.bytes();
        let mut number = [0; 8];
        number.copy_from_slice(&bytes[..8]);
        u64::from_le_bytes(number) % end.max(1)
    }

    /// A fresh id, in the order of time (UUIDv7).
    pub fn id<K>(&self, now: Instant) -> Id<K> {
        let random = self.bytes();
        let mut ten = [0; 10];
        ten.copy_from_slice(&random[..10]);
        let millis = u64::try_from(now.micros() / 1_000).unwrap_or(0);
        Id::from_uuid(uuid::Builder::from_unix_timestamp_millis(millis, &ten).into_uuid())
    }

    /// A fresh id that tells nothing, not even when it was made (UUIDv4): of people whom others see under a pseudonym.
    pub fn timeless_id<K>(&self) -> Id<K> {
        let mut sixteen = [0; 16];
        sixteen.copy_from_slice(&self.bytes()[..16]);
        Id::from_uuid(uuid::Builder::from_random_bytes(sixteen).into_uuid())
    }

    /// A fresh UUIDv7 for rows without a typed id.
    pub fn uuid(&self, now: Instant) -> Uuid {
        self.id::<()>(now).uuid()
    }
}
