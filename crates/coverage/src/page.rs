//! GET /daekning: the key figure of VB-02 on top, by area and over time; the map; every institution and what
//! to do next for it. GET /daekning.csv: the institutions as a spreadsheet.

use askama::Template;
use axum::response::Response;
use samskab_import::file;
use samskab_kernel::{Day, Locale};
use samskab_organisation::{
    answering::Poster,
    authority::{Action as Appointing, Resource, may as may_in_organisation},
    identify::Who as _,
    position,
    unit::UnitId,
};
use samskab_web::map::{Drawing, Outline, Projection};
use samskab_web::{
    Cx, Result, Shell,
    form::{self, Choice},
};

use crate::{
    T, authority,
    history::{self, Chart, Month},
    persons::{Count, Knowledge, Persons},
    standing::{self, Institution, Lack, Standing},
    store,
};

samskab_kernel::codes! {
    /// What the table is sorted by: where there is least, or where most wait.
    enum Order {
        Place => "sted",
        Tasks => "opgaver",
        Volunteers => "frivillige",
        Answer => "svartid",
        Interest => "interesse",
        Waiting => "venter",
    }
}

samskab_web::form! {
    struct CoverageQuery {
        /// The id of a department.
        omraade: choice(coverage_map_area).unmarked().first(coverage_map_all_areas),
        mangler: choice(coverage_map_lacks).unmarked().first(coverage_map_all_places).among(lacks),
        /// An [`Order`].
        sorter: hidden,
    }
}

fn lacks(locale: Locale) -> Vec<Choice> {
    Lack::ALL.iter().map(|lack| Choice::of(lack.code(), lack.label(T(locale)))).collect()
}

#[derive(Template)]
#[template(path = "coverage.html")]
struct CoveragePage {
    shell: Shell,
    t: T,
    percent: String,
    said: String,
    excused: String,
    areas: Vec<AreaLine>,
    chart: Option<Chart>,
    months: Vec<MonthLine>,
    form: CoverageQuery,
    area_choices: Vec<Choice>,
    columns: Vec<Column>,
    lines: Vec<Line>,
    count: String,
    is_narrowed: bool,
    unreached: Vec<(String, String)>,
    drawing: Option<Drawing>,
    dots: Vec<Dot>,
    map_label: String,
    /// Why some numbers are not told; empty: all are.
    few: String,
    csv_href: String,
}

struct AreaLine {
    name: String,
    href: String,
    percent: String,
    asking: String,
    with_contact: i64,
    with_open_task: i64,
    volunteers: String,
    answer: String,
}

struct MonthLine {
    name: String,
    percent: String,
    asking: String,
}

struct Column {
    label: &'static str,
    /// Empty for what it makes no sense to sort by.
    href: String,
    is_chosen: bool,
    is_number: bool,
}

struct Line {
    anchor: String,
    name: String,
    href: String,
    area: String,
    contacts: String,
    ambassadors: String,
    waiver: String,
    open_tasks: i64,
    volunteers: String,
    answer: String,
    interested: String,
    waiting: String,
    /// How many of them wait past the deadline; empty: nobody.
    late: String,
    lacks: Vec<&'static str>,
    step: Option<(String, &'static str)>,
    is_excused: bool,
}

struct Dot {
    href: String,
    label: String,
    kind: &'static str,
    sign: &'static str,
    x: f64,
    y: f64,
}

impl Lack {
    fn label(self, t: T) -> &'static str {
        match self {
            Self::Contact => t.coverage_map_lack_contact(),
            Self::Late => t.coverage_map_lack_late(),
            Self::Task => t.coverage_map_lack_task(),
            Self::Interest => t.coverage_map_lack_interest(),
            Self::Answer => t.coverage_map_lack_answer(),
            Self::Volunteers => t.coverage_map_lack_volunteers(),
        }
    }
}

/// Which areas the reader sees; `None`: all of them.
fn seen(cx: &Cx) -> Option<Vec<UnitId>> {
    (!authority::sees_all(&cx.actor)).then(|| cx.actor.reached_units())
}

async fn read(cx: &Cx) -> Result<(Standing, Knowledge, Vec<Month>)> {
    cx.require(authority::may_see(&cx.actor))?;
    let seen = seen(cx);
    let mut reader = cx.read().await?;
    let standing = standing::read(&mut reader, cx.tenant.id, cx.now(), seen.as_deref()).await?;
    // Two years: longer lines say less.
    let from = history::month_of(cx.now().day().plus_days(-730));
    let rows = store::months(&mut reader, cx.tenant.id, &from).await?;
    let is_seen = |area: UnitId| seen.as_ref().is_none_or(|seen| seen.contains(&area));
    let known = Knowledge::of(&cx.actor, &standing);
    Ok((standing, known, history::together(rows, is_seen)))
}

pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let form: CoverageQuery = form::query(&cx);
    let (standing, known, months) = read(&cx).await?;
    let percent = |percent: Option<i64>| {
        percent.map_or_else(|| t.coverage_map_nothing().to_owned(), |number| t.0.percent(number))
    };
    let whole = standing.whole;
    let excused = standing.institutions.iter().filter(|institution| institution.is_excused()).count();
    let areas = standing.areas.iter().map(|area| AreaLine {
        name: area.name.clone(),
        href: format!("/daekning?omraade={}#steder", area.unit),
        percent: percent(area.figures.percent()),
        asking: t.coverage_map_of(area.figures.asking, area.figures.institutions),
        with_contact: area.figures.with_contact,
        with_open_task: area.figures.with_open_task,
        volunteers: known.sum(&standing, Some(area.unit), Count::Volunteers).said(t),
        answer: duration(area.figures.answer_minutes, t),
    });
    let named: Vec<(String, i64)> = months
        .iter()
        .filter_map(|month| Some((short_month(&month.month, t), month.figures.percent()?)))
        .collect();
    let month_line = |month: &Month| MonthLine {
        name: long_month(&month.month, t),
        percent: percent(month.figures.percent()),
        asking: t.coverage_map_of(month.figures.asking, month.figures.institutions),
    };
    let lack = form.mangler.parse::<Lack>().ok();
    let area = form.omraade.parse::<UnitId>().ok();
    let order = form.sorter.parse::<Order>().unwrap_or(Order::Place);
    let lines: Vec<&Institution> = chosen(&standing, &known, area, lack, order);
    let area_name = |area: UnitId| {
        standing.areas.iter().find(|known| known.unit == area).map_or("", |area| area.name.as_str())
    };
    let (drawing, dots) = drawn(&cx, &lines, t);
    let mut unreached: Vec<&Institution> = standing
        .institutions
        .iter()
        .filter(|institution| known.lacks(institution).contains(&Lack::Interest))
        .collect();
    unreached.sort_by_key(|institution| std::cmp::Reverse(institution.open_tasks));
    let unreached = unreached
        .into_iter()
        .filter_map(|institution| Some((why(&cx, institution)?, institution.name.clone())));
    cx.page(CoveragePage {
        shell: cx.shell(t.coverage_map_title()).under("/overblik", t.task_overview()).here(),
        t,
        percent: percent(whole.percent()),
        said: t.coverage_map_said(whole.asking, whole.institutions),
        excused: if excused > 0 { t.coverage_map_excused(excused) } else { String::new() },
        areas: areas.collect(),
        chart: Chart::of(&named, t.0),
        months: months.iter().rev().map(month_line).collect(),
        area_choices: standing
            .areas
            .iter()
            .map(|known| Choice::of(known.unit.to_string(), known.name.clone()))
            .collect(),
        columns: columns(&form, order, t),
        form: CoverageQuery { sorter: order.code().to_owned(), ..form },
        count: t.coverage_map_count(lines.len()),
        is_narrowed: lack.is_some() || area.is_some(),
        lines: lines
            .iter()
            .map(|institution| line(&cx, &known, institution, area_name(institution.area)))
            .collect(),
        unreached: unreached.collect(),
        drawing,
        dots,
        map_label: t.coverage_map_drawing(cx.tenant.name.clone()),
        few: known.note(t),
        csv_href: "/daekning.csv".to_owned(),
    })
}

fn chosen<'s>(
    standing: &'s Standing,
    known: &Knowledge,
    area: Option<UnitId>,
    lack: Option<Lack>,
    order: Order,
) -> Vec<&'s Institution> {
    let rank = |institution: &Institution, count: Count| known.at(institution, count).rank();
    let mut lines: Vec<&Institution> = standing
        .institutions
        .iter()
        .filter(|institution| area.is_none_or(|area| institution.area == area))
        .filter(|institution| lack.is_none_or(|lack| known.lacks(institution).contains(&lack)))
        .collect();
    match order {
        Order::Place => {
            let place = |area: UnitId| standing.areas.iter().position(|known| known.unit == area);
            lines.sort_by_key(|institution| place(institution.area));
        }
        Order::Tasks => lines.sort_by_key(|institution| institution.open_tasks),
        Order::Volunteers => lines.sort_by_key(|institution| rank(institution, Count::Volunteers)),
        Order::Answer => lines.sort_by_key(|institution| std::cmp::Reverse(institution.answer_minutes)),
        Order::Interest => lines.sort_by_key(|institution| rank(institution, Count::Interested)),
        Order::Waiting => {
            let of = |institution: &Institution| {
                (rank(institution, Count::Waiting), rank(institution, Count::Late))
            };
            lines.sort_by_key(|institution| std::cmp::Reverse(of(institution)));
        }
    }
    lines
}

fn columns(asked: &CoverageQuery, chosen: Order, t: T) -> Vec<Column> {
    let column = |label, order: Option<Order>, is_number| Column {
        label,
        href: order.map(|order| href(asked, order)).unwrap_or_default(),
        is_chosen: order == Some(chosen),
        is_number,
    };
    vec![
        column(t.coverage_map_place(), Some(Order::Place), false),
        column(t.coverage_map_contact(), None, false),
        column(t.coverage_map_tasks(), Some(Order::Tasks), true),
        column(t.coverage_map_volunteers(), Some(Order::Volunteers), true),
        column(t.coverage_map_answer(), Some(Order::Answer), true),
        column(t.coverage_map_interest(), Some(Order::Interest), true),
        column(t.coverage_map_waiting(), Some(Order::Waiting), true),
        column(t.coverage_map_next(), None, false),
    ]
}

fn href(asked: &CoverageQuery, order: Order) -> String {
    let pairs = [("omraade", asked.omraade.as_str()), ("mangler", &asked.mangler), ("sorter", order.code())];
    let pairs: Vec<String> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", samskab_web::app::encode(value)))
        .collect();
    format!("/daekning?{}#steder", pairs.join("&"))
}

fn line(cx: &Cx, known: &Knowledge, institution: &Institution, area: &str) -> Line {
    let t = T(cx.locale);
    let said = |count: Count| known.at(institution, count).said(t);
    let lacks = known.lacks(institution);
    Line {
        anchor: format!("sted-{}", institution.unit),
        name: institution.name.clone(),
        href: format!("/enheder/{}", institution.unit),
        area: area.to_owned(),
        contacts: position::called(&institution.contacts, cx.locale),
        ambassadors: position::called(&institution.ambassadors, cx.locale),
        waiver: institution.waiver.clone().unwrap_or_default(),
        open_tasks: institution.open_tasks,
        volunteers: said(Count::Volunteers),
        answer: duration(institution.answer_minutes, t),
        interested: said(Count::Interested),
        waiting: said(Count::Waiting),
        late: match known.at(institution, Count::Late) {
            _ if institution.late == 0 => String::new(),
            Persons::HeldBack => t.coverage_map_lack_late().to_owned(),
            late => t.coverage_map_late(late.said(t)),
        },
        step: lacks.iter().find_map(|lack| step(cx, institution, *lack)),
        lacks: lacks.into_iter().map(|lack| lack.label(t)).collect(),
        is_excused: institution.is_excused(),
    }
}

/// The address that explains why nobody comes, for whoever answers there.
fn why(cx: &Cx, institution: &Institution) -> Option<String> {
    let task = institution.unseen_task.filter(|_| cx.actor.answers_for(Poster::Unit(institution.unit)))?;
    Some(format!("/opgaver/{task}/hvorfor"))
}

/// What the reader may do about it; `None`: nothing from here.
fn step(cx: &Cx, institution: &Institution, lack: Lack) -> Option<(String, &'static str)> {
    let (t, unit) = (T(cx.locale), institution.unit);
    match lack {
        Lack::Contact => may_in_organisation(&cx.actor, Appointing::Appoint, Resource::Unit(unit))
            .then(|| (format!("/enheder/{unit}/stillinger/ny"), t.coverage_map_name_contact())),
        Lack::Late => cx
            .actor
            .answers_for(Poster::Unit(unit))
            .then(|| ("/interesserede?tilstand=for-sent".to_owned(), t.coverage_map_see_late())),
        Lack::Task => cx
            .actor
            .may_post_for(Poster::Unit(unit))
            .then(|| (format!("/opgaver/ny?for=enhed-{unit}"), t.coverage_map_write_task())),
        Lack::Interest => why(cx, institution).map(|href| (href, t.coverage_map_see_why())),
        Lack::Answer => institution
            .phone
            .as_ref()
            .map(|phone| (format!("tel:{}", phone.spaced().replace(' ', "")), t.coverage_map_call())),
        Lack::Volunteers => (institution.open_tasks > 0)
            .then(|| (format!("/opgaver?enhed={unit}"), t.coverage_map_see_tasks())),
    }
}

/// The municipality with a dot for every institution whose place is known.
fn drawn(cx: &Cx, lines: &[&Institution], t: T) -> (Option<Drawing>, Vec<Dot>) {
    let outline: Outline = cx.tenant.section("map");
    let placed = || lines.iter().filter_map(|institution| Some((institution, institution.place?)));
    let Some(projection) = Projection::around(outline.land(), placed().map(|(_, place)| place)) else {
        return (None, Vec::new());
    };
    let mut dots: Vec<Dot> = Vec::new();
    for (institution, place) in placed() {
        let (kind, sign, state) = match institution.lacks().first() {
            Some(Lack::Contact) => ("missing", "!", t.coverage_map_lack_contact()),
            _ if institution.asks() => ("asks", "✓", t.coverage_map_asks()),
            _ if institution.is_excused() => ("excused", "–", t.coverage_map_is_excused()),
            _ => ("quiet", "○", t.coverage_map_lack_task()),
        };
        let (x, y) = beside(&dots, projection.at(place));
        dots.push(Dot {
            href: format!("#sted-{}", institution.unit),
            label: format!("{}: {state}", institution.name),
            kind,
            sign,
            x,
            y,
        });
    }
    (Some(Drawing::of(&outline, &projection, None)), dots)
}

/// A position where the dot hides no other: on a spiral around its place.
fn beside(dots: &[Dot], (x, y): (f64, f64)) -> (f64, f64) {
    const APART: f64 = 19.0;
    let is_free = |at: (f64, f64)| dots.iter().all(|dot| (dot.x - at.0).hypot(dot.y - at.1) >= APART);
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    (0..200)
        .map(|turn| {
            let (angle, far) = (f64::from(turn) * 2.4, 7.0 * f64::from(turn).sqrt());
            (tenth(x + far * angle.cos()), tenth(y + far * angle.sin()))
        })
        .find(|at| is_free(*at))
        .unwrap_or((x, y))
}

/// In minutes below two hours, in hours below two days, in days above.
fn duration(minutes: Option<i64>, t: T) -> String {
    match minutes {
        None => t.coverage_map_nothing().to_owned(),
        Some(minutes) if minutes < 120 => t.coverage_map_minutes(minutes),
        Some(minutes) if minutes < 48 * 60 => t.coverage_map_hours(minutes / 60),
        Some(minutes) => t.coverage_map_days(minutes / (24 * 60)),
    }
}

fn first_day(month: &str) -> Option<Day> {
    format!("{month}-01").parse().ok()
}

/// `november 2026`
fn long_month(month: &str, t: T) -> String {
    first_day(month).map_or_else(|| month.to_owned(), |day| t.0.months(day, day))
}

/// `nov. 26`
fn short_month(month: &str, t: T) -> String {
    first_day(month).map_or_else(
        || month.to_owned(),
        |day| {
            let name: String = t.0.month(day.date().month()).chars().take(3).collect();
            format!("{name} {:02}", day.date().year() % 100)
        },
    )
}

pub async fn spreadsheet(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let (standing, known, _) = read(&cx).await?;
    let head = [
        t.coverage_map_area(),
        t.coverage_map_place(),
        t.coverage_map_contact(),
        t.coverage_map_ambassador(),
        t.coverage_map_waived(),
        t.coverage_map_tasks(),
        t.coverage_map_volunteers(),
        t.coverage_map_answer_minutes(),
        t.coverage_map_interest(),
        t.coverage_map_waiting(),
        t.coverage_map_lacks(),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for institution in chosen(&standing, &known, None, None, Order::Place) {
        let said = |count: Count| known.at(institution, count).said(t);
        let area = standing.areas.iter().find(|area| area.unit == institution.area);
        let lacks = known.lacks(institution);
        rows.push(vec![
            area.map(|area| area.name.clone()).unwrap_or_default(),
            institution.name.clone(),
            position::called(&institution.contacts, cx.locale),
            position::called(&institution.ambassadors, cx.locale),
            institution.waiver.clone().unwrap_or_default(),
            institution.open_tasks.to_string(),
            said(Count::Volunteers),
            institution.answer_minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            said(Count::Interested),
            said(Count::Waiting),
            lacks.into_iter().map(|lack| lack.label(t)).collect::<Vec<_>>().join(", "),
        ]);
    }
    file::spreadsheet("daekning.csv", rows)
}
