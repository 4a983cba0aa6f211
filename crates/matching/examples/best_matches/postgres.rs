//! The same question as one statement on PostgreSQL, as engines of that kind ask it: what a volunteer and a task have
//! in common is joined from a table of values, the distance is computed for each row, and all is sorted.
//!
//! In its favour: what depends on the task alone (answers, met, attention, waiting) stands ready in a column, so do what
//! is near a volunteer's values and how many values a task has; there is an index on the values; the statement is
//! prepared; the planner is kept from nested loops and from compiling, both of which it chooses wrongly here; everything lies in memory.

use std::{
    collections::HashSet,
    fmt::Write as _,
    io::Write as _,
    process::{Command, Stdio},
};

use samskab_matching::*;

use crate::{Pace, TODAY};

pub struct Measured {
    pub pace: Pace,
    /// How many of the 20 are the engine's too, on average.
    pub same: f64,
}

const TABLES: &str = "
set client_min_messages = warning;
drop schema if exists bench_matching cascade;
create schema bench_matching;
set search_path = bench_matching;
create table opening (
    number int primary key, id uuid not null, topics int not null, target_groups int not null, competences int not null,
    min_age int not null, needs_licence boolean not null, needs int not null, kind text not null, slots int not null,
    minutes int not null, lat float8, lon float8, remote boolean not null, languages int not null,
    company text not null, is_full boolean not null, answers float8 not null, adjustment float8 not null
);
create table opening_value (opening int not null, taxonomy text not null, value int not null);
create table volunteer (
    number int primary key, age int, has_licence boolean not null, fulfilled int not null, rhythm text not null,
    slots int not null, minutes int not null, lat float8, lon float8, reach float8, usual_reach float8 not null,
    from_home boolean, languages int not null, company text not null,
    has_topics boolean not null, has_target_groups boolean not null, has_competences boolean not null
);
create table volunteer_value (volunteer int not null, taxonomy text not null, value int not null, kind text not null);
";

const READY: &str = "
create index on opening_value (taxonomy, value, opening);
create index on volunteer_value (volunteer);
analyze;
set enable_nestloop = off;
set jit = off;
set plan_cache_mode = force_custom_plan;
prepare best(int) as
with v as (select * from volunteer where number = $1),
shared as materialized (
    select ov.opening,
           count(*) filter (where vv.taxonomy = 'topic' and vv.kind = 'has') as topics,
           count(*) filter (where vv.taxonomy = 'topic' and vv.kind = 'near') as near_topics,
           count(*) filter (where vv.taxonomy = 'target_group') as target_groups,
           count(*) filter (where vv.taxonomy = 'competence' and vv.kind = 'has') as competences,
           count(*) filter (where vv.taxonomy = 'competence' and vv.kind = 'near') as near_competences
      from volunteer_value vv
      join opening_value ov on ov.taxonomy = vv.taxonomy and ov.value = vv.value
     where vv.volunteer = $1 and vv.kind <> 'never'
     group by ov.opening
),
refused as (
    select ov.opening
      from volunteer_value vv
      join opening_value ov on ov.taxonomy = vv.taxonomy and ov.value = vv.value
     where vv.volunteer = $1 and vv.kind = 'never'
),
located as (
    select o.*, 6371.0 * 2.0 * asin(sqrt(
               power(sin(radians(o.lat - v.lat) / 2.0), 2)
               + cos(radians(v.lat)) * cos(radians(o.lat)) * power(sin(radians(o.lon - v.lon) / 2.0), 2))) as km
      from opening o cross join v
     where not o.is_full
       and (o.min_age = 0 or v.age >= o.min_age)
       and (not o.needs_licence or v.has_licence)
       and o.needs & ~v.fulfilled = 0
       and (not o.remote or v.from_home is distinct from false)
       and (o.languages = 0 or v.languages = 0 or o.languages & v.languages <> 0)
       and (o.slots = 0 or v.slots = 0 or o.slots & v.slots <> 0)
       and not exists (select 1 from refused r where r.opening = o.number)
)
select o.id
  from located o
 cross join v
  left join shared s on s.opening = o.number
 where o.remote or o.km is null or v.reach is null or o.km <= v.reach
 order by (
      30 * case when o.topics = 0 or not v.has_topics then 5000 when s.topics > 0 then 6000 + 4000 * s.topics / o.topics when s.near_topics > 0 then 3000 else 0 end
    + 12 * case when o.target_groups = 0 or not v.has_target_groups then 5000 when s.target_groups > 0 then 6000 + 4000 * s.target_groups / o.target_groups else 0 end
    + 14 * case when o.competences = 0 or not v.has_competences then 5000 when s.competences > 0 then 6000 + 4000 * s.competences / o.competences when s.near_competences > 0 then 3000 else 0 end
    + 8 * case when v.rhythm = 'either' then 5000 when o.kind = 'flexible' then 6500 when v.rhythm = o.kind then 10000 else 0 end
    + 14 * (case when o.slots = 0 then 6500 when v.slots = 0 then 5000
                 else 5000 + 5000 * bit_count((o.slots & v.slots)::bit(28)) / bit_count(o.slots::bit(28)) end)
         * (case when v.minutes = 0 or o.minutes <= v.minutes then 1.0 else v.minutes::float8 / o.minutes end)
    + 14 * case when o.remote then case when v.from_home then 6500 else 5000 end
                when o.km is null then 5000 else greatest(0, 10000 - 7000 * o.km / v.usual_reach) end
    + 3 * case when o.languages & v.languages & ~1 <> 0 then 10000 else 5000 end
    + 5 * case when v.company = 'either' then 5000 when o.company = 'either' then 6500 when v.company = o.company then 10000 else 0 end
    ) / 100.0 * o.answers + o.adjustment desc, o.id
 limit 20;
\\timing on
";

/// Fills a schema of its own, asks for each of the volunteers, and removes it again.
pub fn ask(
    (psql, url): &(String, String),
    market: &Market,
    volunteers: &[&Volunteer],
    openings: &[Opening],
) -> Measured {
    let mut script = String::from(TABLES);
    fill_openings(&mut script, market, openings);
    fill_volunteers(&mut script, market, volunteers);
    script.push_str(READY);
    for number in 0..volunteers.len() {
        let _ = writeln!(script, "execute best({number});");
    }
    script.push_str("\\timing off\ndrop schema bench_matching cascade;\n");
    let mut child = Command::new(psql)
        .args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1", url])
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(script.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success(), "psql ended with {}", output.status);
    let text = String::from_utf8(output.stdout).unwrap();
    let milliseconds: Vec<f64> = text
        .lines()
        .filter_map(|line| line.strip_prefix("Time: ")?.split(' ').next()?.parse().ok())
        .collect();
    let answers: Vec<&str> = text.split("Time: ").collect();
    assert_eq!(milliseconds.len(), volunteers.len(), "each volunteer was asked for once");
    let same: usize = volunteers
        .iter()
        .zip(answers)
        .map(|(volunteer, answer)| {
            let found: HashSet<&str> = answer.lines().collect();
            let ours = market.best_openings(volunteer, 20, TODAY);
            ours.iter().filter(|one| found.contains(one.opening.uuid().to_string().as_str())).count()
        })
        .sum();
    Measured { same: same as f64 / volunteers.len() as f64, pace: Pace::new(milliseconds) }
}

fn fill_openings(script: &mut String, market: &Market, openings: &[Opening]) {
    let anybody = Volunteer::new(samskab_kernel::Id::from_uuid(uuid::Uuid::nil()));
    // what comes into a list, with all of the attention
    let weights = Weights { attention_in_order: 100, ..Weights::V2 };
    let circumstances = Circumstances { weights: &weights, ..market.circumstances(TODAY) };
    let (mut rows, mut values) = (String::new(), String::new());
    for (number, o) in openings.iter().enumerate() {
        let Score { answers, met, attention, waiting, .. } = score(&anybody, o, &circumstances);
        let adjustment = i32::from(attention) + i32::from(waiting) - i32::from(met);
        let (lat, lon) = degrees(o.place);
        let kind = match o.time {
            Time::OneOff { .. } => "once",
            Time::Weekly { .. } => "regular",
            Time::Flexible { .. } => "flexible",
        };
        let _ = writeln!(
            rows,
            "{number}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{kind}\t{}\t{}\t{lat}\t{lon}\t{}\t{}\t{}\t{}\t{}\t{adjustment}",
            o.id.uuid(),
            o.topics.len(),
            o.target_groups.len(),
            o.competences.len(),
            o.min_age.unwrap_or(0),
            o.needs_licence,
            number_of(o.needs_already.iter()),
            slots(o.time.slots()),
            o.time.minutes_a_week().unwrap_or(0),
            o.remote == Remote::Remote,
            number_of(o.languages.iter()),
            company(o.company),
            o.places.is_some_and(|places| o.taken >= places),
            f64::from(answers) / 10_000.0,
        );
        o.topics.iter().for_each(|value| values += &format!("{number}\ttopic\t{value}\n"));
        o.target_groups.iter().for_each(|value| values += &format!("{number}\ttarget_group\t{value}\n"));
        o.competences.iter().for_each(|value| values += &format!("{number}\tcompetence\t{value}\n"));
    }
    let _ =
        write!(script, "copy opening from stdin;\n{rows}\\.\ncopy opening_value from stdin;\n{values}\\.\n");
}

fn fill_volunteers(script: &mut String, market: &Market, volunteers: &[&Volunteer]) {
    let catalogue = market.circumstances(TODAY).catalogue;
    let (mut rows, mut values) = (String::new(), String::new());
    for (number, v) in volunteers.iter().enumerate() {
        let (lat, lon) = degrees(v.place);
        let rhythm = match v.rhythm {
            Rhythm::Once => "once",
            Rhythm::Regular => "regular",
            Rhythm::Either => "either",
        };
        let age = if let Age::Years(years) = v.age { years.to_string() } else { "\\N".into() };
        let _ = writeln!(
            rows,
            "{number}\t{age}\t{}\t{}\t{rhythm}\t{}\t{}\t{lat}\t{lon}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            v.has_licence,
            number_of(v.fulfilled.iter()),
            slots(v.availability),
            v.minutes_a_week.unwrap_or(0),
            v.reach_km.map_or_else(|| "\\N".into(), |km| km.to_string()),
            v.reach_km.unwrap_or(v.transport.usual_reach_km()).max(1),
            v.from_home.map_or_else(|| "\\N".into(), |wanted| wanted.to_string()),
            number_of(v.languages.iter()),
            company(v.company),
            !v.interests.is_empty(),
            !v.target_groups.is_empty(),
            !v.competences.is_empty(),
        );
        let mut add = |taxonomy: &str, kind: &str, value: usize| {
            let _ = writeln!(values, "{number}\t{taxonomy}\t{value}\t{kind}");
        };
        v.interests.iter().for_each(|value| add("topic", "has", value));
        catalogue.topics_near(v.interests).iter().for_each(|value| add("topic", "near", value));
        v.target_groups.iter().for_each(|value| add("target_group", "has", value));
        v.competences.iter().for_each(|value| add("competence", "has", value));
        catalogue.competences_near(v.competences).iter().for_each(|value| add("competence", "near", value));
        v.never_topics.iter().for_each(|value| add("topic", "never", value));
        v.never_target_groups.iter().for_each(|value| add("target_group", "never", value));
    }
    let _ = write!(
        script,
        "copy volunteer from stdin;\n{rows}\\.\ncopy volunteer_value from stdin;\n{values}\\.\n"
    );
}

fn number_of(indexes: impl Iterator<Item = usize>) -> u64 {
    indexes.fold(0, |bits, index| bits | 1 << index)
}

fn slots(slots: Slots) -> u64 {
    let all: Vec<_> = Slots::ALWAYS.iter().collect();
    slots.iter().fold(0, |bits, slot| bits | 1 << all.iter().position(|one| *one == slot).unwrap())
}

const fn company(company: Company) -> &'static str {
    match company {
        Company::Alone => "alone",
        Company::Group => "group",
        Company::Either => "either",
    }
}

/// As text for `copy`.
fn degrees(place: Option<Place>) -> (String, String) {
    let text = |degrees: f64| format!("{degrees:.6}");
    place.map_or_else(
        || ("\\N".into(), "\\N".into()),
        |place| (text(place.latitude()), text(place.longitude())),
    )
}
