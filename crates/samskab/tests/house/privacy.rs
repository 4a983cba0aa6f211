//! Where a person's name and address may be, and where not.

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use samskab_store::testing;
use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

use crate::{
    rows,
    town::{HOST, House, Visitor},
};

/// Everything that is logged, to be read afterwards.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Log {
    type Writer = Log;
    fn make_writer(&'w self) -> Log {
        self.clone()
    }
}

#[tokio::test]
async fn the_log_tells_what_happened_and_to_nobody_whom() {
    let log = Log::default();
    // As much as anybody would turn on to find a fault.
    let filter = EnvFilter::new(
        "debug,samskab=trace,samskab_web=trace,samskab_organisation=trace,samskab_chart=trace,samskab_settings=trace,samskab_people=trace,samskab_taskbank=trace,samskab_finding=trace,samskab_volunteers=trace,samskab_interest=trace,samskab_requirement=trace,samskab_engagement=trace,samskab_hours=trace,samskab_shifts=trace,samskab_suggestion=trace,samskab_coverage=trace,samskab_meetings=trace,samskab_dialogue=trace,samskab_writing=trace",
    );
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(log.clone()).finish();
    let _listening = tracing::subscriber::set_default(subscriber);

    let database = testing::sqlite().await;
    let db = database.db();
    let house = House::with_demo(&db).await;
    let email = "proeve.testesen@borger.example";
    let stranger = Visitor::anonymous(HOST);
    let task = rows::ids(&db, "select id from task where state = 'open' order by id limit 1").await[0];
    let form = house.interest_form(&stranger, task, email).await;
    let answer = house.post(&stranger, &form.action, &form.body()).await;
    assert!(answer.is_allowed(), "{}", answer.body);
    house.work().await;
    let link = house.link_in_mail_to(email).await;
    house.get(&stranger, &link).await;
    house.post(&stranger, &format!("{link}/bekraeft"), "").await;
    house.post(&stranger, "/log-ind", "email=proeve.testesen%40borger.example").await;
    house.work().await;
    // A fault of ours in the middle of it all.
    rows::execute(&db, "alter table interest_step rename to taken_away").await;
    house.get(&stranger, &link).await;
    house.post(&stranger, &form.action.clone(), &form.from("anden.testesen@borger.example").body()).await;

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        log.contains("answered") && log.contains("/opgaver/{id}/interesse"),
        "the requests are in the log:\n{log}"
    );
    assert!(log.contains("ERROR"), "the fault is in the log");
    let secret = link.rsplit('/').next().unwrap();
    for personal in
        ["proeve.testesen", "anden.testesen", "Prøve Testesen", "Testesen", "Jeg vil gerne hj", secret]
    {
        let line = log.lines().find(|line| line.contains(personal));
        assert!(line.is_none(), "the log knows “{personal}”: {}", line.unwrap_or_default());
    }
    database.close().await;
}

#[tokio::test]
async fn the_book_of_events_knows_nobody_by_name() {
    let database = testing::sqlite().await;
    let db = database.db();
    let house = House::with_demo(&db).await;
    let stranger = Visitor::anonymous(HOST);
    let task = rows::ids(&db, "select id from task where state = 'open' order by id limit 1").await[0];
    let form = house.interest_form(&stranger, task, "proeve.testesen@borger.example").await;
    house.post(&stranger, &form.action, &form.body()).await;
    house.work().await;
    let link = house.link_in_mail_to("proeve.testesen@borger.example").await;
    house.post(&stranger, &format!("{link}/bekraeft"), "").await;
    let book = rows::texts(&db, "select data from event").await.join("\n");
    assert!(!book.is_empty());
    let names = rows::texts(&db, "select name from person union select name from interest").await;
    let addresses = rows::texts(&db, "select email from person where email is not null union select email from interest where email is not null").await;
    for personal in names.iter().chain(&addresses) {
        assert!(!book.contains(personal.as_str()), "the book of events knows “{personal}”");
    }
    database.close().await;
}
