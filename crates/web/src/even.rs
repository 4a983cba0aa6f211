//! The answer to a form with an address takes as long whether the address is known or not.

use std::{future::Future, time::Duration};

/// Longer than either way takes on a machine that is not overloaded, and too short to be felt.
const AT_LEAST: Duration = Duration::from_millis(40);

/// Holds the answer of `work` back until [`AT_LEAST`] has passed since it began: a stranger who sends somebody else's
/// address learns nothing from the clock.
pub async fn even_time<T>(work: impl Future<Output = T>) -> T {
    let until = tokio::time::Instant::now() + AT_LEAST;
    let answer = work.await;
    tokio::time::sleep_until(until).await;
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_done_at_once_is_answered_no_sooner_than_the_rest() {
        let begun = tokio::time::Instant::now();
        assert_eq!(even_time(async { 7 }).await, 7);
        assert!(begun.elapsed() >= AT_LEAST);
    }
}
