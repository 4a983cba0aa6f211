//! What was measured, as Markdown.

use std::fmt::Write as _;

use crate::{CLIENTS, Scale, load::Pace, measure::Table};

pub fn write(scale: Scale, tables: &[Table]) -> String {
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{} associations, {} tasks, {} people; {CLIENTS} clients that ask again as soon as they are answered, \
         {} seconds each, on {}; the clients take their share of the same cores.",
        scale.associations,
        scale.tasks,
        scale.people,
        scale.seconds,
        machine(),
    );
    for table in tables {
        let _ = write!(
            text,
            "\n### {}\n\n\
             | | requests/s | of bare | p50 ms | p99 ms | alone: p50 ms | p99 ms | compressed: requests/s | of bare | p99 ms | queries | page kB | first visit kB |\n\
             |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
            table.database
        );
        let bare = table.lines.first().map_or(1.0, |line| line.plain.rate);
        let share =
            |pace: Pace| if pace.rate >= bare { "1".into() } else { format!("1/{:.1}", bare / pace.rate) };
        for line in &table.lines {
            let queries = line.queries.map_or_else(|| "–".into(), |queries| queries.to_string());
            let first_visit = line.first_visit.map_or_else(|| "–".into(), kilobytes);
            let _ = writeln!(
                text,
                "| {} | {:.0} | {} | {:.2} | {:.2} | {:.2} | {:.2} | {:.0} | {} | {:.2} | {queries} | {} | {first_visit} |",
                line.name,
                line.plain.rate,
                share(line.plain),
                line.plain.p50,
                line.plain.p99,
                line.alone.p50,
                line.alone.p99,
                line.compressed.rate,
                share(line.compressed),
                line.compressed.p99,
                kilobytes(line.weight),
            );
        }
        let _ = write!(
            text,
            "\nFilled in {:.1} s; ready with the index built in {:.1} s. Resident memory: {} MB after the start, {} MB after the run, \
             {} MB when nobody has asked for twenty seconds. Fonts: {} files. The first of the searches shows {} tasks on its first page.\n",
            table.filled_in,
            table.started_in,
            table.memory_at_start / 1024,
            table.memory_after / 1024,
            table.memory_at_rest / 1024,
            table.fonts,
            table.found_by_search,
        );
    }
    text
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}

/// "2 cores of a …", where Linux tells it.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        info.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split(": ").nth(1));
    match model {
        Some(model) => format!("{cores} cores ({model})"),
        None => format!("{cores} cores"),
    }
}
