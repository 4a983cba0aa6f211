//! The queue on both databases.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use samskab_jobs::{Failure, Handler, Job, Worker, enqueue, given_up, try_again};
use samskab_kernel::{Clock, Day, Instant, TenantId, jiff::SignedDuration};
use samskab_store::{Db, Stamp, db_test, queries_run, testing};
use serde::{Deserialize, Serialize};
use tokio::{
    sync::{Notify, watch},
    time::timeout,
};

/// What the handlers write down.
type Diary = Arc<Mutex<Vec<String>>>;

fn entries(diary: &Diary) -> Vec<String> {
    diary.lock().unwrap().clone()
}

fn write(diary: &Diary, text: impl Into<String>) {
    diary.lock().unwrap().push(text.into());
}

#[derive(Serialize, Deserialize)]
struct Greet {
    name: String,
    once: bool,
}

impl Job for Greet {
    const KIND: &'static str = "test.greet";
    fn unique_key(&self) -> Option<String> {
        self.once.then(|| "greeting".to_owned())
    }
}

fn greet(name: &str) -> Greet {
    Greet { name: name.to_owned(), once: false }
}

fn greet_once(name: &str) -> Greet {
    Greet { name: name.to_owned(), once: true }
}

fn morning() -> Instant {
    Day::of(2026, 3, 2).at(9, 0)
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

async fn put(db: &Db, tenant: TenantId, job: &impl Job, run_at: Instant) {
    let mut tx = db.begin(Stamp { tenant, actor: None, now: morning() }).await.unwrap();
    enqueue(&mut tx, job, run_at).await.unwrap();
    tx.commit().await.unwrap();
}

samskab_store::statements! {
    JOBS = "select count(*) from job";
    LOCKED = "select count(*) from job where locked_until is not null";
    LAST_ERROR = "select last_error from job";
    HOLD = "update job set locked_until = $1, attempts = 1 where created_at = $2";
    FORGET_LOCKS = "update job set locked_until = null";
}

async fn count(db: &Db, statement: &'static samskab_store::Statement) -> i64 {
    db.read().await.unwrap().query(statement).scalar().await.unwrap()
}

fn worker(db: &Db, diary: &Diary) -> Worker<Diary> {
    Worker::new(db.clone(), Clock::standing_at(morning()), diary.clone())
}

/// Greets by writing the name down.
fn greeter() -> Handler<Diary> {
    Handler::new(async |diary: Diary, _, job: Greet| {
        write(&diary, job.name);
        Ok(())
    })
}

fn refuser() -> Handler<Diary> {
    Handler::new(async |diary: Diary, _, job: Greet| {
        write(&diary, job.name);
        Err(Failure::temporary("nobody at home at anna@fjordlund.example"))
    })
}

#[db_test]
async fn a_job_runs_once_with_its_fields_and_its_municipality(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let handler = Handler::new(async |diary: Diary, tenant: TenantId, job: Greet| {
        write(&diary, format!("{} in {tenant}", job.name));
        Ok(())
    });
    let worker = worker(&db, &diary).register(handler);
    put(&db, tenant, &greet("Åse"), morning()).await;
    assert_eq!(worker.run_until_idle(morning()).await.unwrap(), 1);
    assert_eq!(worker.run_until_idle(morning()).await.unwrap(), 0);
    assert_eq!(entries(&diary), [format!("Åse in {tenant}")]);
    assert_eq!(count(&db, &JOBS).await, 0);
}

#[db_test]
async fn a_job_of_a_rolled_back_transaction_never_runs(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let worker = worker(&db, &diary).register(greeter());
    let mut tx = db.begin(Stamp { tenant, actor: None, now: morning() }).await.unwrap();
    enqueue(&mut tx, &greet("nobody"), morning()).await.unwrap();
    drop(tx);
    assert_eq!(worker.run_until_idle(morning().plus(minutes(600))).await.unwrap(), 0);
    assert_eq!(count(&db, &JOBS).await, 0);
}

#[db_test]
async fn a_job_waits_for_its_time_and_the_earliest_goes_first(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let worker = worker(&db, &diary).register(greeter());
    put(&db, tenant, &greet("later"), morning().plus(minutes(60))).await;
    put(&db, tenant, &greet("sooner"), morning().plus(minutes(30))).await;
    assert_eq!(worker.run_until_idle(morning().plus(minutes(29))).await.unwrap(), 0);
    assert_eq!(worker.run_until_idle(morning().plus(minutes(60))).await.unwrap(), 2);
    assert_eq!(entries(&diary), ["sooner", "later"]);
}

#[db_test]
async fn jobs_with_the_same_key_are_one_per_municipality(db: Db) {
    let (here, there, diary) = (testing::tenant(&db).await, testing::tenant(&db).await, Diary::default());
    let worker = worker(&db, &diary).register(greeter());
    put(&db, here, &greet_once("first"), morning().plus(minutes(5))).await;
    put(&db, here, &greet_once("second"), morning().plus(minutes(60))).await;
    put(&db, there, &greet_once("elsewhere"), morning().plus(minutes(10))).await;
    assert_eq!(worker.run_until_idle(morning().plus(minutes(5))).await.unwrap(), 1);
    assert_eq!(entries(&diary), ["second"], "the last fields at the earlier time");
    assert_eq!(worker.run_until_idle(morning().plus(minutes(90))).await.unwrap(), 1);
    assert_eq!(entries(&diary), ["second", "elsewhere"]);
}

#[db_test]
async fn a_job_asked_for_again_while_it_runs_runs_once_more(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let asking = db.clone();
    let handler = Handler::new(move |diary: Diary, tenant, job: Greet| {
        let db = asking.clone();
        async move {
            write(&diary, &job.name);
            if job.name == "first" {
                put(&db, tenant, &greet_once("again"), morning()).await;
            }
            Ok(())
        }
    });
    let worker = worker(&db, &diary).register(handler);
    put(&db, tenant, &greet_once("first"), morning()).await;
    assert_eq!(worker.run_until_idle(morning()).await.unwrap(), 2);
    assert_eq!(entries(&diary), ["first", "again"]);
    assert_eq!(count(&db, &JOBS).await, 0);
}

#[db_test]
async fn a_job_asked_for_again_while_it_fails_for_the_last_time_has_new_attempts(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let asking = db.clone();
    let handler = Handler::new(move |diary: Diary, tenant, job: Greet| {
        let db = asking.clone();
        async move {
            write(&diary, &job.name);
            if job.name == "first" {
                put(&db, tenant, &greet_once("again"), morning()).await;
                return Err(Failure::permanent("no such person"));
            }
            Ok(())
        }
    });
    let worker = worker(&db, &diary).register(handler);
    put(&db, tenant, &greet_once("first"), morning()).await;
    assert_eq!(worker.run_until_idle(morning()).await.unwrap(), 1);
    assert_eq!(worker.run_until_idle(morning().plus(minutes(1))).await.unwrap(), 1);
    assert_eq!(entries(&diary), ["first", "again"]);
    assert_eq!(count(&db, &JOBS).await, 0);
}

#[db_test]
async fn a_job_that_fails_comes_back_later_and_waits_for_a_person_after_a_day(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let failing = worker(&db, &diary).register(refuser());
    put(&db, tenant, &greet("Åse"), morning()).await;
    assert_eq!(failing.run_until_idle(morning()).await.unwrap(), 1);
    let reason: Option<String> = db.read().await.unwrap().query(&LAST_ERROR).scalar().await.unwrap();
    assert_eq!(reason.as_deref(), Some("nobody at home at …"), "without personal data");
    assert_eq!(failing.run_until_idle(morning().plus(SignedDuration::from_secs(9))).await.unwrap(), 0);
    let mut now = morning();
    for attempt in 2..=31 {
        now = now.plus(SignedDuration::from_mins(75));
        assert_eq!(failing.run_until_idle(now).await.unwrap(), 1, "attempt {attempt}");
    }
    assert_eq!(failing.run_until_idle(now.plus(SignedDuration::from_hours(1_000))).await.unwrap(), 0);

    let waiting = given_up(&mut db.read().await.unwrap(), tenant, 10).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].kind.as_str(), waiting[0].attempts), ("test.greet", 31));

    let mut tx = db.begin(Stamp { tenant, actor: None, now }).await.unwrap();
    assert!(try_again(&mut tx, waiting[0].id).await.unwrap());
    assert!(!try_again(&mut tx, waiting[0].id).await.unwrap(), "it is no longer given up");
    tx.commit().await.unwrap();
    let well = worker(&db, &diary).register(greeter());
    assert_eq!(well.run_until_idle(now).await.unwrap(), 1);
    assert_eq!(count(&db, &JOBS).await, 0);
}

#[db_test]
async fn given_up_jobs_do_not_stand_in_the_way_of_new_ones(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let handler = Handler::new(async |_: Diary, _, _: Greet| Err(Failure::permanent("no such person")));
    put(&db, tenant, &greet_once("old"), morning()).await;
    assert_eq!(worker(&db, &diary).register(handler).run_until_idle(morning()).await.unwrap(), 1);
    put(&db, tenant, &greet_once("new"), morning()).await;
    let old = given_up(&mut db.read().await.unwrap(), tenant, 10).await.unwrap();
    let mut tx = db.begin(Stamp { tenant, actor: None, now: morning() }).await.unwrap();
    assert!(!try_again(&mut tx, old[0].id).await.unwrap(), "the same job has been asked for anew");
    tx.commit().await.unwrap();
    assert_eq!(worker(&db, &diary).register(greeter()).run_until_idle(morning()).await.unwrap(), 1);
    assert_eq!(entries(&diary), ["new"]);
}

#[db_test]
async fn a_panic_ends_the_job_and_not_the_worker(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let handler = Handler::new(async |diary: Diary, _, job: Greet| {
        write(&diary, &job.name);
        assert_ne!(job.name, "bad", "this panic is part of the test");
        Ok(())
    });
    put(&db, tenant, &greet("bad"), morning()).await;
    put(&db, tenant, &greet("good"), morning()).await;
    assert_eq!(worker(&db, &diary).register(handler).run_until_idle(morning()).await.unwrap(), 2);
    let reason: Option<String> = db.read().await.unwrap().query(&LAST_ERROR).scalar().await.unwrap();
    assert_eq!(reason.as_deref(), Some("the handler panicked"));
}

#[db_test]
async fn a_job_nobody_knows_waits_for_a_version_that_does(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    put(&db, tenant, &greet("Åse"), morning()).await;
    assert_eq!(worker(&db, &diary).run_until_idle(morning()).await.unwrap(), 1);
    let newer = worker(&db, &diary).register(greeter());
    assert_eq!(newer.run_until_idle(morning().plus(minutes(1))).await.unwrap(), 1);
    assert_eq!(entries(&diary), ["Åse"]);
}

#[db_test]
async fn a_worker_killed_in_the_middle_of_a_job_lets_go_of_it_after_five_minutes(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let begun = Arc::new(Notify::new());
    let signal = begun.clone();
    let stuck = worker(&db, &diary).register(Handler::new(move |_, _, _: Greet| {
        signal.notify_one();
        std::future::pending::<Result<(), Failure>>()
    }));
    put(&db, tenant, &greet("Åse"), morning()).await;
    let process = tokio::spawn(async move { stuck.run(std::future::pending()).await });
    begun.notified().await;
    process.abort();
    assert!(process.await.unwrap_err().is_cancelled());

    let other = worker(&db, &diary).register(greeter());
    assert_eq!(other.run_until_idle(morning().plus(SignedDuration::from_secs(299))).await.unwrap(), 0);
    assert_eq!(other.run_until_idle(morning().plus(minutes(5))).await.unwrap(), 1);
    assert_eq!(entries(&diary), ["Åse"]);
    assert_eq!(count(&db, &JOBS).await, 0);
}

#[db_test]
async fn a_worker_that_lost_its_lease_does_not_end_the_job_of_the_next(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let losing = db.clone();
    let slow = Handler::new(move |_: Diary, _, _: Greet| {
        let db = losing.clone();
        async move {
            // As if five minutes had passed and somebody else had taken it up.
            let mut tx = db.begin(Stamp { tenant, actor: None, now: morning() }).await?;
            tx.query(&FORGET_LOCKS).execute().await?;
            tx.commit().await?;
            Ok(())
        }
    });
    put(&db, tenant, &greet("Åse"), morning()).await;
    let worker = worker(&db, &diary).register(slow);
    // It is taken up again and again, and never deleted by one that no longer holds it.
    assert!(timeout(Duration::from_secs(1), worker.run_until_idle(morning())).await.is_err());
    assert_eq!(count(&db, &JOBS).await, 1);
}

#[db_test]
async fn a_handler_has_transactions_of_its_own_and_what_it_enqueues_runs_too(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let own = db.clone();
    let handler = Handler::new(move |diary: Diary, tenant, job: Greet| {
        let db = own.clone();
        async move {
            write(&diary, &job.name);
            if job.name.len() < 4 {
                let mut tx = db.begin(Stamp { tenant, actor: None, now: morning() }).await?;
                enqueue(&mut tx, &greet(&format!("{}o", job.name)), morning()).await?;
                tx.commit().await?;
            }
            Ok(())
        }
    });
    put(&db, tenant, &greet("h"), morning()).await;
    assert_eq!(worker(&db, &diary).register(handler).run_until_idle(morning()).await.unwrap(), 4);
    assert_eq!(entries(&diary), ["h", "ho", "hoo", "hooo"]);
}

/// Who runs which job right now, and how often each has been run.
#[derive(Default)]
struct Attendance {
    running: std::collections::HashSet<String>,
    runs: std::collections::HashMap<String, u32>,
    twice_at_once: Vec<String>,
}

#[db_test]
async fn two_workers_never_run_the_same_job_at_once(db: Db) {
    let (here, there) = (testing::tenant(&db).await, testing::tenant(&db).await);
    let attendance = Arc::new(Mutex::new(Attendance::default()));
    let watching = attendance.clone();
    let handler: Handler<Db> = Handler::new(move |db: Db, tenant: TenantId, job: Greet| {
        let attendance = watching.clone();
        async move {
            let name = if job.once { format!("once in {tenant}") } else { job.name };
            {
                let mut seen = attendance.lock().unwrap();
                *seen.runs.entry(name.clone()).or_default() += 1;
                if !seen.running.insert(name.clone()) {
                    seen.twice_at_once.push(name.clone());
                }
            }
            tokio::time::sleep(Duration::from_millis(db.dice().below(8))).await;
            attendance.lock().unwrap().running.remove(&name);
            Ok(())
        }
    });
    let stop = watch::Sender::new(false);
    let processes = [db.clone(), testing::another_process(&db).await];
    let workers: Vec<_> = (0..4)
        .map(|number| {
            let db = &processes[number % 2];
            let worker = Worker::new(db.clone(), Clock::real(), db.clone()).register(handler.clone());
            let mut stopped = stop.subscribe();
            tokio::spawn(async move {
                worker.run(async move { drop(stopped.wait_for(|stop| *stop).await) }).await
            })
        })
        .collect();
    for number in 0..60 {
        let tenant = if number % 2 == 0 { here } else { there };
        put(&db, tenant, &greet(&number.to_string()), morning()).await;
        put(&db, tenant, &greet_once("the same key"), morning()).await;
    }
    let done = async {
        while count(&db, &JOBS).await > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_secs(60), done).await.expect("all jobs run");
    stop.send_replace(true);
    for worker in workers {
        timeout(Duration::from_secs(15), worker).await.expect("the worker stops").unwrap();
    }
    let seen = attendance.lock().unwrap();
    assert_eq!(seen.twice_at_once, Vec::<String>::new());
    for number in 0..60 {
        assert_eq!(seen.runs.get(&number.to_string()), Some(&1), "job {number}");
    }
    assert!(seen.runs.contains_key(&format!("once in {here}")));
}

#[db_test]
async fn a_commit_wakes_the_worker_and_what_is_due_soon_is_not_slept_over(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let clock = Clock::real();
    let worker = Worker::new(db.clone(), clock.clone(), diary.clone()).register(greeter());
    let stop = watch::Sender::new(false);
    let mut stopped = stop.subscribe();
    let process =
        tokio::spawn(
            async move { worker.run(async move { drop(stopped.wait_for(|stop| *stop).await) }).await },
        );
    tokio::time::sleep(Duration::from_millis(200)).await; // asleep by now
    put(&db, tenant, &greet("soon"), clock.now().plus(SignedDuration::from_secs(1))).await;
    put(&db, tenant, &greet("now"), clock.now()).await;
    let done = async {
        while entries(&diary).len() < 2 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(Duration::from_secs(5), done).await.expect("well before the longest sleep of 15 seconds");
    assert_eq!(entries(&diary), ["now", "soon"]);
    stop.send_replace(true);
    timeout(Duration::from_secs(5), process).await.expect("it stops").unwrap();
}

#[db_test]
async fn a_job_is_looked_for_taken_and_crossed_off_with_a_query_each(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let worker = worker(&db, &diary).register(greeter());
    let (stop, mut stopped) = watch::channel(false);
    let process = tokio::spawn(async move {
        worker.run(async move { drop(stopped.wait_for(|stop| *stop).await) }).await;
    });
    let mut least = u64::MAX;
    for number in 0..5 {
        // What a worker does when it begins, and other tests of this process, ask too.
        tokio::time::sleep(Duration::from_millis(100)).await;
        let before = queries_run();
        put(&db, tenant, &greet(&number.to_string()), morning()).await;
        // How often this test asked itself whether the job is crossed off.
        let mut own: u64 = 0;
        let done = async {
            loop {
                own += 1;
                if count(&db, &JOBS).await == 0 {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        timeout(Duration::from_secs(10), done).await.expect("it is done");
        least = least.min(queries_run() - before - own);
        assert_eq!(entries(&diary).len(), number + 1);
    }
    assert_eq!(least, 4, "and one to ask for it");
    stop.send_replace(true);
    process.await.unwrap();
}

#[db_test]
async fn a_job_that_does_not_end_in_time_is_given_back_when_the_program_stops(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let begun = Arc::new(Notify::new());
    let signal = begun.clone();
    let stuck = worker(&db, &diary).with_grace(Duration::from_millis(50)).register(Handler::new(
        move |_, _, _: Greet| {
            signal.notify_one();
            std::future::pending::<Result<(), Failure>>()
        },
    ));
    put(&db, tenant, &greet("Åse"), morning()).await;
    timeout(Duration::from_secs(10), stuck.run(begun.notified())).await.expect("it stops");
    assert_eq!(count(&db, &LOCKED).await, 0);
    assert_eq!(worker(&db, &diary).register(greeter()).run_until_idle(morning()).await.unwrap(), 1);
}

#[db_test]
async fn a_recurring_job_stands_once_in_every_municipality(db: Db) {
    let (here, there, diary) = (testing::tenant(&db).await, testing::tenant(&db).await, Diary::default());
    let daily = || {
        Handler::every(
            "test.daily",
            SignedDuration::from_hours(24),
            async |diary: Diary, tenant: TenantId| {
                write(&diary, tenant.to_string());
                Ok(())
            },
        )
    };
    let (one, other) = (worker(&db, &diary).register(daily()), worker(&db, &diary).register(daily()));
    let (first, second) = tokio::join!(one.run_until_idle(morning()), other.run_until_idle(morning()));
    assert_eq!(first.unwrap() + second.unwrap(), 2);
    let mut visited = entries(&diary);
    visited.sort();
    let mut both = [here.to_string(), there.to_string()];
    both.sort();
    assert_eq!(visited, both);
    assert_eq!(count(&db, &JOBS).await, 2);

    assert_eq!(one.run_until_idle(morning().plus(SignedDuration::from_hours(23))).await.unwrap(), 0);
    let founded_later = testing::tenant(&db).await;
    assert_eq!(other.run_until_idle(morning().plus(SignedDuration::from_hours(23))).await.unwrap(), 1);
    assert_eq!(entries(&diary).last(), Some(&founded_later.to_string()));
    assert_eq!(one.run_until_idle(morning().plus(SignedDuration::from_hours(24))).await.unwrap(), 2);
}

#[db_test]
async fn a_recurring_job_that_fails_is_not_given_up(db: Db) {
    testing::tenant(&db).await;
    let diary = Diary::default();
    let daily = Handler::every("test.daily", SignedDuration::from_hours(24), async |diary: Diary, _| {
        write(&diary, "tried");
        Err(Failure::permanent("the disk is full"))
    });
    let worker = worker(&db, &diary).register(daily);
    for day in 0..12 {
        assert_eq!(worker.run_until_idle(morning().plus_days(day)).await.unwrap(), 1, "day {day}");
    }
    assert_eq!(count(&db, &JOBS).await, 1);
}

#[db_test]
async fn the_outcomes_are_counted(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let recorder = metrics_exporter_prometheus::PrometheusBuilder::new().build_recorder();
    let _recording = metrics::set_default_local_recorder(&recorder);
    put(&db, tenant, &greet("Åse"), morning()).await;
    assert_eq!(worker(&db, &diary).register(refuser()).run_until_idle(morning()).await.unwrap(), 1);
    let later = morning().plus(minutes(1));
    assert_eq!(worker(&db, &diary).register(greeter()).run_until_idle(later).await.unwrap(), 1);
    let page = recorder.handle().render();
    for line in [
        r#"samskab_jobs_total{kind="test.greet",outcome="retried"} 1"#,
        r#"samskab_jobs_total{kind="test.greet",outcome="done"} 1"#,
    ] {
        assert!(page.contains(line), "{page}");
    }
}

/// A machine starts with a clock that is twelve years ahead, and is put right.
#[db_test]
async fn a_clock_that_was_wrong_silences_nothing(db: Db) {
    let (tenant, diary) = (testing::tenant(&db).await, Diary::default());
    let worker = worker(&db, &diary).register(greeter()).register(Handler::every(
        "test.tick",
        minutes(15),
        async |diary: Diary, _| {
            write(&diary, "tick");
            Ok(())
        },
    ));
    let wrong = Day::of(2038, 1, 19).at(3, 14);
    assert_eq!(worker.run_until_idle(wrong).await.unwrap(), 1);
    let mut tx = db.begin(Stamp { tenant, actor: None, now: wrong }).await.unwrap();
    enqueue(&mut tx, &greet("asked for in 2038"), wrong).await.unwrap();
    tx.commit().await.unwrap();
    // Somebody died in that minute with a job in hand.
    put(&db, tenant, &greet("in hand"), morning()).await;
    let mut tx = db.begin(Stamp { tenant, actor: None, now: wrong }).await.unwrap();
    tx.query(&HOLD).bind(wrong.plus(minutes(5))).bind(morning()).execute().await.unwrap();
    tx.commit().await.unwrap();

    diary.lock().unwrap().clear();
    assert_eq!(worker.run_until_idle(morning()).await.unwrap(), 3);
    let mut done = entries(&diary);
    done.sort();
    assert_eq!(done, ["asked for in 2038", "in hand", "tick"]);
    assert_eq!(
        worker.run_until_idle(morning().plus(minutes(14))).await.unwrap(),
        0,
        "its turn is at a quarter past"
    );
    assert_eq!(worker.run_until_idle(morning().plus(minutes(15))).await.unwrap(), 1);
}

/// What fails waits longer than from one turn to the next, and is left to wait.
#[db_test]
async fn a_recurring_job_that_waits_after_failures_is_left_to_wait(db: Db) {
    testing::tenant(&db).await;
    let diary = Diary::default();
    let worker =
        worker(&db, &diary).register(Handler::every("test.tick", minutes(1), async |diary: Diary, _| {
            write(&diary, "tick");
            Err(Failure::temporary("not today"))
        }));
    let mut now = morning();
    for _ in 0..6 {
        worker.run_until_idle(now).await.unwrap();
        now = now.plus(minutes(60));
    }
    let before = entries(&diary).len();
    worker.run_until_idle(now).await.unwrap();
    worker.run_until_idle(now.plus(minutes(2))).await.unwrap();
    assert!(entries(&diary).len() <= before + 1, "an hour and more until the next try");
}
