//! Workers that take due jobs from the table; several processes can do so at the same time.

use std::{
    collections::{BTreeMap, HashMap},
    time::Duration,
};

use samskab_kernel::{Clock, Dice, Instant, TenantId, jiff::SignedDuration};
use samskab_store::{Db, Result, Stamp};
use tokio::{
    task::{Id as TaskId, JoinSet},
    time::{Instant as Moment, MissedTickBehavior, interval, sleep_until, timeout},
};

use crate::{
    Failure, Handler, JobId,
    queue::{
        self, AHEAD, BRING_BACK, CLAIM, COUNT_DUE, COUNT_GIVEN_UP, DONE, FIRST, GIVE_BACK, GIVE_UP,
        NEXT_TURN, RECURRING, RETRY, RUN_AGAIN,
    },
};

/// Jobs that run at the same time in one process.
const CONCURRENCY: usize = 4;
/// How long a claimed job is reserved. When its worker has died, others can claim it after that.
const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// How long a job may take. Shorter than the lease, so that nobody else has begun it.
const LONGEST_RUN: Duration = Duration::from_secs(4 * 60);
/// After how many attempts a person has to look: a little more than a day, so that they outlast a mail server that is
/// down for a night.
const ATTEMPTS: i64 = 31;
/// The wait after the first failure; three times as long after each further one, and at most [`LONGEST_WAIT`].
const FIRST_WAIT_SECONDS: i64 = 10;
/// A server that is back after hours gets what waits for it within the hour.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);
/// Longer than any wait with its jitter.
const LONGER_THAN_ANY_WAIT: SignedDuration = SignedDuration::from_hours(2);
/// At most this long until a job of another process is noticed; a job of this process is noticed at once.
const LONGEST_SLEEP: Duration = Duration::from_secs(15);
const HOUSEKEEPING: Duration = Duration::from_secs(60);
/// Only a wrong clock makes a job, or reserves one, further ahead of now than this.
const AHEAD_OF_US: SignedDuration = SignedDuration::from_hours(1);
/// How long running jobs have to end when the program stops.
const GRACE: Duration = Duration::from_secs(10);

/// Runs the jobs of all municipalities on this installation. `C` is what every handler is given.
pub struct Worker<C> {
    db: Db,
    clock: Clock,
    context: C,
    handlers: BTreeMap<&'static str, Handler<C>>,
    grace: Duration,
}

/// A job that is this worker's until `locked_until`.
#[derive(Clone, samskab_store::Row)]
struct Claimed {
    id: JobId,
    tenant_id: TenantId,
    kind: String,
    payload: String,
    unique_key: Option<String>,
    /// Attempts so far, including this one.
    attempts: i64,
    locked_until: Instant,
}

impl<C: Clone + Send + Sync + 'static> Worker<C> {
    pub fn new(db: Db, clock: Clock, context: C) -> Self {
        Self { db, clock, context, handlers: BTreeMap::new(), grace: GRACE }
    }

    /// Sets how long running jobs have to end when the program stops, instead of ten seconds.
    #[must_use]
    pub fn with_grace(self, grace: Duration) -> Self {
        Self { grace, ..self }
    }

    /// A second handler of the same kind replaces the first.
    #[must_use]
    pub fn register(mut self, handler: Handler<C>) -> Self {
        self.handlers.insert(handler.kind, handler);
        self
    }

    #[must_use]
    pub fn register_all(self, handlers: impl IntoIterator<Item = Handler<C>>) -> Self {
        handlers.into_iter().fold(self, Self::register)
    }

    /// Runs jobs until `shutdown` is ready, then lets those that run come to their end (ten seconds at
    /// most, see [`Worker::with_grace`]; the rest are given back). A failing database is waited for.
    pub async fn run(&self, shutdown: impl Future<Output = ()> + Send) {
        let mut shutdown = std::pin::pin!(shutdown);
        let mut commits = self.db.commits();
        let mut housekeeping = interval(HOUSEKEEPING);
        housekeeping.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut running = JoinSet::new();
        let mut claims: HashMap<TaskId, Claimed> = HashMap::new();
        let mut looks = true;
        // Until when nothing more is due, as far as this worker knows.
        let mut idle_until = None;
        loop {
            if looks {
                // Before looking, so that nothing committed while we look is slept over.
                commits.mark_unchanged();
                idle_until = match self.fill(&mut running, &mut claims).await {
                    Ok(wait) => wait.map(|wait| Moment::now() + wait),
                    Err(error) => {
                        tracing::warn!(%error, "the jobs could not be read; trying again soon");
                        None
                    }
                };
            }
            looks = true;
            tokio::select! {
                biased;
                () = &mut shutdown => break,
                Some(ended) = running.join_next_with_id(), if !running.is_empty() => {
                    forget(&mut claims, &ended);
                    // A job that is done with leaves nothing to look for, where all that was due has begun.
                    let is_gone = matches!(ended, Ok((_, AttemptOutcome::RowGone)));
                    looks = !is_gone || idle_until.is_none();
                }
                _ = housekeeping.tick() => self.keep_house().await,
                Ok(()) = commits.changed(), if running.len() < CONCURRENCY => {}
                () = sleep_until(idle_until.unwrap_or_else(|| Moment::now() + LONGEST_SLEEP)) => {}
            }
        }
        let ending = async {
            while let Some(ended) = running.join_next_with_id().await {
                forget(&mut claims, &ended);
            }
        };
        if timeout(self.grace, ending).await.is_err() {
            running.shutdown().await;
            for claimed in claims.into_values() {
                if let Err(error) = give_back(&self.db, self.clock.now(), &claimed).await {
                    tracing::warn!(job = %claimed.id, %error, "the job could not be given back; its lease will run out");
                }
            }
        }
    }

    /// For tests: runs everything that is due at `now`, one job after the other, and what these jobs
    /// enqueue for `now` too. Returns how many ran.
    ///
    /// # Errors
    /// When the database fails; a job that fails is only noted in its row.
    pub async fn run_until_idle(&self, now: Instant) -> Result<usize> {
        self.begin_recurring(now).await?;
        self.bring_back(now).await?;
        let clock = Clock::standing_at(now);
        let mut ran = 0;
        loop {
            let Due { claimed, seen, .. } = self.claim(now, 1).await?;
            for job in claimed {
                let handler = self.handlers.get(job.kind.as_str()).cloned();
                attempt(&self.db, &clock, handler, self.context.clone(), &job).await;
                ran += 1;
            }
            if seen == 0 {
                return Ok(ran);
            }
        }
    }

    /// Starts due jobs as long as there is room; returns how long there is nothing more to do. `None`: more may be due
    /// than there is room for.
    async fn fill(
        &self,
        running: &mut JoinSet<AttemptOutcome>,
        claims: &mut HashMap<TaskId, Claimed>,
    ) -> Result<Option<Duration>> {
        while running.len() < CONCURRENCY {
            let (now, room) = (self.clock.now(), CONCURRENCY - running.len());
            let Due { claimed, seen, next } = self.claim(now, room).await?;
            for job in claimed {
                let (db, clock, context) = (self.db.clone(), self.clock.clone(), self.context.clone());
                let handler = self.handlers.get(job.kind.as_str()).cloned();
                let claim = job.clone();
                let task = running.spawn(async move { attempt(&db, &clock, handler, context, &job).await });
                claims.insert(task.id(), claim);
            }
            // Fewer than there was room for: these were all.
            if seen < room {
                let wait =
                    next.map_or(LONGEST_SLEEP, |at| Duration::try_from(at.since(now)).unwrap_or_default());
                return Ok(Some(wait.min(LONGEST_SLEEP)));
            }
        }
        Ok(None)
    }

    /// Each claim is a transaction of its own: two workers that claim several rows in different order
    /// would wait for each other.
    async fn claim(&self, now: Instant, limit: usize) -> Result<Due> {
        // One more than fits, which may be due later.
        let first = i64::try_from(limit + 1).unwrap_or(2);
        let first: Vec<(JobId, Instant)> =
            self.db.read().await?.query(&FIRST).bind(now).bind(first).all().await?;
        let next = first.iter().map(|(_, at)| *at).find(|at| *at > now);
        let due: Vec<JobId> =
            first.into_iter().filter(|(_, at)| *at <= now).map(|(id, _)| id).take(limit).collect();
        let seen = due.len();
        let mut claimed = Vec::with_capacity(seen);
        for id in due {
            match self.claim_one(id, now).await {
                Ok(job) => claimed.extend(job),
                // Jobs claimed before the database failed are not left waiting until their lease runs out.
                Err(_) if !claimed.is_empty() => break,
                Err(error) => return Err(error),
            }
        }
        Ok(Due { claimed, seen, next })
    }

    async fn claim_one(&self, id: JobId, now: Instant) -> Result<Option<Claimed>> {
        let mut tx = self.db.begin(of_the_program(now)).await?;
        let job = tx.query(&CLAIM).bind(now).bind(id).bind(now.plus(LEASE)).optional().await?;
        tx.commit().await?;
        Ok(job)
    }

    async fn keep_house(&self) {
        let now = self.clock.now();
        let counted = async {
            self.begin_recurring(now).await?;
            self.bring_back(now).await?;
            let mut reader = self.db.read().await?;
            let due: i64 = reader.query(&COUNT_DUE).bind(now).scalar().await?;
            let given_up: i64 = reader.query(&COUNT_GIVEN_UP).scalar().await?;
            Ok::<_, samskab_store::Error>((due, given_up))
        };
        match counted.await {
            Ok((due, given_up)) => {
                metrics::gauge!("samskab_jobs_due").set(due as f64);
                metrics::gauge!("samskab_jobs_given_up").set(given_up as f64);
            }
            Err(error) => tracing::warn!(%error, "the jobs could not be counted"),
        }
    }

    /// A clock that was wrong for a minute has put work into a future in which nobody would see it done: every job's next
    /// turn, and what was asked for in that minute. It comes back.
    async fn bring_back(&self, now: Instant) -> Result<()> {
        let mut reader = self.db.read().await?;
        let ahead: Vec<Ahead> = reader
            .query(&AHEAD)
            .bind(now)
            .bind(RECURRING.to_owned())
            .bind(now.plus(AHEAD_OF_US))
            .all()
            .await?;
        drop(reader);
        for job in ahead {
            let every = self.handlers.get(job.kind.as_str()).and_then(|handler| handler.every);
            if job.is_too_far(every, now) {
                tracing::warn!(job = %job.id, kind = job.kind, at = %job.run_at, "a job stood too far ahead: the clock was wrong");
                let mut tx = self.db.begin(of_the_program(now)).await?;
                tx.query(&BRING_BACK).bind(job.id).bind(now).execute().await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }

    /// Adds each recurring job once to every municipality, also to one that was made a minute ago.
    async fn begin_recurring(&self, now: Instant) -> Result<()> {
        for handler in self.handlers.values().filter(|handler| handler.every.is_some()) {
            let missing = queue::tenants_without(&mut *self.db.read().await?, handler.kind).await?;
            for tenant in missing {
                let mut tx = self.db.begin(Stamp { tenant, actor: None, now }).await?;
                queue::begin_recurring(&mut tx, handler.kind).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }
}

/// A job that waits for a later time than others.
#[derive(samskab_store::Row)]
struct Ahead {
    id: JobId,
    kind: String,
    unique_key: Option<String>,
    run_at: Instant,
    attempts: i64,
    created_at: Instant,
    locked_until: Option<Instant>,
}

impl Ahead {
    /// Whether only a clock that was wrong can have put it there. `every`: how often its kind comes round.
    fn is_too_far(&self, every: Option<SignedDuration>, now: Instant) -> bool {
        let soonest_wrong = now.plus(AHEAD_OF_US);
        if self.created_at > soonest_wrong || self.locked_until.is_some_and(|until| until > soonest_wrong) {
            return true;
        }
        let Some(every) = every.filter(|_| self.unique_key.as_deref() == Some(RECURRING)) else {
            return false;
        };
        // After failures it waits for longer than from one turn to the next.
        let latest = if self.attempts > 0 { every.max(LONGER_THAN_ANY_WAIT) } else { every };
        self.run_at > now.plus(latest)
    }
}

struct Due {
    claimed: Vec<Claimed>,
    /// How many were due when we looked; another worker may have been faster.
    seen: usize,
    /// When the first job is due that is not due yet, if it was seen: fewer were due than were asked for.
    next: Option<Instant>,
}

/// What happened to the row of a job that has run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AttemptOutcome {
    RowGone,
    /// It waits for its next turn or attempt, or was asked for again meanwhile.
    RowStays,
}

/// The program's own transaction, for no municipality in particular. It records no events.
fn of_the_program(now: Instant) -> Stamp {
    Stamp { tenant: TenantId::from_uuid(sqlx::types::Uuid::nil()), actor: None, now }
}

fn forget<T>(
    claims: &mut HashMap<TaskId, Claimed>,
    ended: &std::result::Result<(TaskId, T), tokio::task::JoinError>,
) {
    claims.remove(&match ended {
        Ok((task, _)) => *task,
        Err(error) => error.id(),
    });
}

/// Runs one job and notes how it went.
async fn attempt<C>(
    db: &Db,
    clock: &Clock,
    handler: Option<Handler<C>>,
    context: C,
    job: &Claimed,
) -> AttemptOutcome
where
    C: Clone + Send + Sync + 'static,
{
    let outcome = match &handler {
        // Another version of the program may know it; this one lets it wait.
        None => Err(Failure::temporary("no handler for jobs of this kind")),
        Some(handler) => {
            // A task of its own, so that a panic ends this job and not the worker; dropped with the set.
            let mut task = JoinSet::new();
            task.spawn(handler.run(context, job.tenant_id, &job.payload));
            match timeout(LONGEST_RUN, task.join_next()).await {
                Ok(Some(Ok(outcome))) => outcome,
                Ok(_) => Err(Failure::temporary("the handler panicked")),
                Err(_) => Err(Failure::temporary("the job took longer than four minutes")),
            }
        }
    };
    let kind = handler.as_ref().map_or("unknown", Handler::kind);
    let every = handler.as_ref().and_then(|handler| handler.every);
    let (word, left) = match note(db, clock.now(), every, job, &outcome).await {
        Ok(noted) => noted,
        Err(error) => {
            // It will run again when its lease has run out; handlers are written for that.
            tracing::warn!(kind, job = %job.id, %error, "how the job went could not be noted");
            ("lost", AttemptOutcome::RowStays)
        }
    };
    metrics::counter!("samskab_jobs_total", "kind" => kind, "outcome" => word).increment(1);
    if let Err(failure) = &outcome {
        let (reason, attempt) = (failure.reason(), job.attempts);
        if word == "given_up" {
            tracing::error!(kind, job = %job.id, tenant = %job.tenant_id, attempt, reason, "a job was given up");
        } else {
            tracing::warn!(kind, job = %job.id, tenant = %job.tenant_id, attempt, reason, "a job failed");
        }
    }
    left
}

/// Writes down the outcome, and says it in one word.
async fn note(
    db: &Db,
    now: Instant,
    every: Option<SignedDuration>,
    job: &Claimed,
    outcome: &Result<(), Failure>,
) -> Result<(&'static str, AttemptOutcome)> {
    let mut tx = db.begin(Stamp { tenant: job.tenant_id, actor: None, now }).await?;
    let is_last_attempt = job.attempts >= ATTEMPTS;
    let mut left = AttemptOutcome::RowStays;
    let word = match (outcome, every) {
        (Ok(()), Some(interval)) => {
            next_turn(&mut tx, job, None, now.plus(interval)).await?;
            "done"
        }
        (Ok(()), None) => {
            let deleted = tx.query(&DONE).bind(job.id).bind(job.locked_until).execute().await?;
            if deleted == 1 {
                left = AttemptOutcome::RowGone;
            }
            if let (0, Some(key)) = (deleted, &job.unique_key) {
                tx.query(&RUN_AGAIN)
                    .bind(job.tenant_id)
                    .bind(job.kind.clone())
                    .bind(key.clone())
                    .bind(job.locked_until)
                    .execute()
                    .await?;
            }
            "done"
        }
        (Err(failure), Some(interval)) if failure.is_final || is_last_attempt => {
            next_turn(&mut tx, job, Some(failure.reason().to_owned()), now.plus(interval)).await?;
            "given_up"
        }
        (Err(failure), None) if failure.is_final || is_last_attempt => {
            let reason = failure.reason().to_owned();
            let gave_up = tx
                .query(&GIVE_UP)
                .bind(job.id)
                .bind(job.locked_until)
                .bind(reason)
                .bind(now)
                .execute()
                .await?;
            if gave_up == 1 {
                "given_up"
            } else {
                // Asked for anew while it ran: that request has attempts of its own.
                retry(&mut tx, db.dice(), now, job, failure).await?;
                "retried"
            }
        }
        (Err(failure), _) => {
            retry(&mut tx, db.dice(), now, job, failure).await?;
            "retried"
        }
    };
    tx.commit().await?;
    Ok((word, left))
}

async fn next_turn(
    tx: &mut samskab_store::Tx,
    job: &Claimed,
    error: Option<String>,
    at: Instant,
) -> Result<u64> {
    tx.query(&NEXT_TURN).bind(job.id).bind(job.locked_until).bind(error).bind(at).execute().await
}

async fn retry(
    tx: &mut samskab_store::Tx,
    dice: &Dice,
    now: Instant,
    job: &Claimed,
    failure: &Failure,
) -> Result<u64> {
    tx.query(&RETRY)
        .bind(job.tenant_id)
        .bind(job.kind.clone())
        .bind(job.id)
        .bind(job.unique_key.clone())
        .bind(job.locked_until)
        .bind(failure.reason().to_owned())
        .bind(now.plus(wait_after(job.attempts, dice)))
        .execute()
        .await
}

async fn give_back(db: &Db, now: Instant, job: &Claimed) -> Result<()> {
    let mut tx = db.begin(of_the_program(now)).await?;
    tx.query(&GIVE_BACK).bind(job.id).bind(job.locked_until).execute().await?;
    tx.commit().await
}

/// Three times as long after every failure, an hour at most, and up to a quarter more by chance, so that a
/// thousand jobs that failed together do not come back together.
fn wait_after(attempts: i64, dice: &Dice) -> SignedDuration {
    let failures_before = u32::try_from(attempts.clamp(1, ATTEMPTS) - 1).unwrap_or(0);
    let seconds = FIRST_WAIT_SECONDS * 3_i64.saturating_pow(failures_before).min(1_000);
    let millis = seconds.min(LONGEST_WAIT.as_secs()) * 1_000;
    let jitter = dice.below(u64::try_from(millis / 4).unwrap_or(1));
    SignedDuration::from_millis(millis + i64::try_from(jitter).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attempts_outlast_a_night_and_no_wait_is_longer_than_an_hour() {
        let dice = Dice::seeded(7);
        let waits: Vec<SignedDuration> = (1..ATTEMPTS).map(|attempt| wait_after(attempt, &dice)).collect();
        assert!(waits[0] >= SignedDuration::from_secs(10) && waits[0] < SignedDuration::from_secs(13));
        assert!(waits[..7].windows(2).all(|pair| pair[0] < pair[1]));
        assert!(waits.iter().all(|wait| *wait < LONGER_THAN_ANY_WAIT));
        assert!(waits.iter().all(|wait| *wait <= SignedDuration::from_mins(75)), "{waits:?}");
        let in_all: SignedDuration = waits.into_iter().sum();
        assert!(
            in_all > SignedDuration::from_hours(24) && in_all < SignedDuration::from_hours(36),
            "{in_all}"
        );
    }

    #[test]
    fn jobs_that_failed_together_do_not_come_back_together() {
        let dice = Dice::seeded(7);
        assert_ne!(wait_after(3, &dice), wait_after(3, &dice));
    }
}
