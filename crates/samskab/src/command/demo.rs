//! `samskab demo`: one small invented town that everybody knows.

use std::net::SocketAddr;

use samskab_demo as demo;
use samskab_kernel::{Clock, Day, jiff::civil::DateTime};

use crate::{command::serve, config::Config, program::install_log};

pub async fn run(config: Config, listen: Option<SocketAddr>, at: Option<DateTime>) -> anyhow::Result<()> {
    install_log(config.log_as_json);
    let db = serve::open(&config).await?;
    let clock = match at {
        None => Clock::real(),
        Some(at) => Clock::beginning_at(Day::from(at.date()).at_time(at.time())),
    };
    let loaded = demo::load_if_empty(&db, clock.now()).await?;
    let sign_ins = demo::sign_ins()?;
    serve::serve(db, clock, config, listen, move |url| {
        println!();
        println!("  {} er {}", demo::TOWN, if loaded { "bygget" } else { "der stadig, som du forlod den" });
        println!("  Åbn {url} i en browser");
        println!();
        println!("  In English: {url}/?sprog=en");
        println!();
        println!("  Log ind på {url}/log-ind med et klik som en af:");
        for sign_in in &sign_ins {
            println!("    {:<24} {}", sign_in.name, sign_in.shows);
        }
        println!();
        println!("  Mails, som demoen sender, ligger på {url}/demo/postkasse");
        println!("  Stop med Ctrl-C");
        println!();
    })
    .await
}
