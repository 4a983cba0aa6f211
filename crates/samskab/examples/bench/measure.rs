//! One database: fill it, serve it, ask.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use anyhow::{Context, bail, ensure};

use crate::{
    CLIENTS, Only, Scale, affairs,
    forms::{self, Form},
    load::{self, Browser, Pace},
};

/// What was needed for a moment is given back within this.
const REST: Duration = Duration::from_secs(20);

/// One line of the table.
pub struct Line {
    pub name: &'static str,
    pub plain: Pace,
    /// Asked as browsers do, with compressed answers.
    pub compressed: Pace,
    /// One browser alone.
    pub alone: Pace,
    pub queries: Option<u64>,
    /// Bytes over the line.
    pub weight: usize,
    /// The same with what the page loads on a first visit, fonts apart.
    pub first_visit: Option<usize>,
}

pub struct Table {
    pub database: &'static str,
    pub lines: Vec<Line>,
    /// Seconds to fill, and to start with the index built.
    pub filled_in: f64,
    pub started_in: f64,
    /// Kilobytes resident.
    pub memory_at_start: u64,
    pub memory_after: u64,
    /// When nobody has asked for [`REST`].
    pub memory_at_rest: u64,
    pub fonts: usize,
    /// Tasks on the first page of the first search.
    pub found_by_search: usize,
}

/// The process that serves.
struct Server {
    process: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    pages: String,
    bare: String,
    /// Of somebody who coordinates.
    cookie: String,
}

impl Server {
    fn start(url: &str) -> anyhow::Result<Self> {
        let mut process = Command::new(std::env::current_exe()?)
            .args(["--serve", url])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let questions = process.stdin.take();
        let mut answers = BufReader::new(process.stdout.take().context("its output")?);
        let mut line = String::new();
        answers.read_line(&mut line)?;
        let said: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let [pages, bare, cookie] = <[String; 3]>::try_from(said).ok().context("the addresses")?;
        let server = Self { process, questions, pages, bare, cookie, answers };
        for _ in 0..1200 {
            // Until the index is built nobody accepts, or /readyz says no.
            if let Ok(mut browser) = Browser::open(&server.pages)
                && let Ok(answer) = browser.ask(&load::get(&server.pages, "/readyz", false))
                && answer.status == 200
            {
                return Ok(server);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("the program did not become ready within a minute")
    }

    /// Queries of pages since the start, and resident kilobytes.
    fn told(&mut self) -> anyhow::Result<(u64, u64)> {
        let questions = self.questions.as_mut().context("its input")?;
        questions.write_all(b"\n")?;
        questions.flush()?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        let (queries, memory) = line.trim().split_once(' ').context("two numbers")?;
        Ok((queries.parse()?, memory.parse()?))
    }

    fn page(&self, path: &str) -> anyhow::Result<String> {
        let answer = Browser::open(&self.pages)?.ask(&load::get(&self.pages, path, false))?;
        ensure!(answer.status == 200, "{path} answered {}", answer.status);
        Ok(String::from_utf8_lossy(&answer.body).into_owned())
    }

    /// The fewest of several tries: the first one of a page may read what is known from then on.
    fn queries(&mut self, request: impl Fn(usize) -> Vec<u8>) -> anyhow::Result<u64> {
        let mut browser = Browser::open(&self.pages)?;
        let mut fewest = u64::MAX;
        for number in 0..40 {
            let (before, _) = self.told()?;
            browser.ask(&request(number))?;
            let (after, _) = self.told()?;
            fewest = fewest.min(after - before);
        }
        Ok(fewest)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.questions.take();
        drop(self.process.wait());
    }
}

const WORDS: [&str; 12] = [
    "besøg",
    "lektiehjælp",
    "strikkecafé",
    "ældre",
    "hund",
    "kaffe",
    "natur",
    "cykel",
    "musik",
    "børn",
    "it",
    "have",
];
const DAYS: [&str; 6] = ["weekend", "loerdag", "soendag", "onsdag", "denne-uge", "naeste-uge"];
const THEMES: [&str; 4] = ["social", "folkeoplysning", "culture", "individual"];

/// A search with words and three filters: day, theme, distance from a place.
fn search(number: usize) -> String {
    format!(
        "/opgaver?q={}&dag={}&tema={}&sted={}&km=20",
        forms::encoded(WORDS[number % WORDS.len()]),
        DAYS[number / 3 % DAYS.len()],
        THEMES[number / 5 % THEMES.len()],
        crate::municipality::postcode(number / 7),
    )
}

/// Different searches and tasks that are asked for again and again; more would fit into the memory for kept pages.
const SEARCHES_ASKED_AGAIN: usize = 40;

/// Makes addresses that nobody has asked for, so that the page is made for each of them.
#[derive(Default)]
struct Anew(AtomicUsize);

impl Anew {
    fn address(&self, address: String) -> String {
        let joint = if address.contains('?') { '&' } else { '?' };
        format!("{address}{joint}nr={}", self.0.fetch_add(1, Ordering::Relaxed))
    }
}

pub fn database(name: &'static str, url: &str, scale: Scale, only: &Only) -> anyhow::Result<Table> {
    let start = Instant::now();
    eprintln!("{name}: filling");
    let mut fill = Command::new(std::env::current_exe()?);
    fill.args(["--fill", url]);
    if scale.tasks < Scale::FULL.tasks {
        fill.arg("--quick");
    }
    ensure!(fill.status()?.success(), "the municipality could not be filled");
    let filled_in = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let mut server = Server::start(url)?;
    let started_in = start.elapsed().as_secs_f64();
    let memory_at_start = server.told()?.1;

    let tasks = tasks(&server)?;
    ensure!(tasks.len() >= 20, "only {} tasks are found by the searches", tasks.len());
    let task = |number: usize| format!("/opgaver/{}", tasks[number % tasks.len()]);
    let found_by_search = shown(&server.page(&search(0))?).len();

    let mut lines = Vec::new();
    let bare = server.bare.clone();
    eprintln!("{name}: bare route");
    let bare_pace = |clients| load::run(&bare, clients, scale.seconds, |_| load::get(&bare, "/", false));
    let (together, alone) = (bare_pace(CLIENTS)?, bare_pace(1)?);
    lines.push(Line {
        name: "bare axum route",
        plain: together,
        compressed: together,
        alone,
        queries: None,
        weight: 7,
        first_visit: None,
    });

    let front = |_| "/".to_owned();
    let asked_again = |number: usize| search(number % SEARCHES_ASKED_AGAIN);
    let read_again = |number: usize| task(number % SEARCHES_ASKED_AGAIN);
    let anew = Anew::default();
    let pages: [(&'static str, &(dyn Fn(usize) -> String + Sync)); 6] = [
        ("front page, kept", &front),
        ("front page, made anew", &|number| anew.address(front(number))),
        ("search with three filters, kept", &asked_again),
        ("search with three filters, made anew", &|number| anew.address(search(number))),
        ("task page, kept", &read_again),
        ("task page, made anew", &|number| anew.address(task(number))),
    ];
    for (page, path) in pages.into_iter().filter(|_| only.has("pages")) {
        eprintln!("{name}: {page}");
        let address = server.pages.clone();
        let ask = |clients, seconds, compressed| {
            load::run(&address, clients, seconds, |number| load::get(&address, &path(number), compressed))
        };
        let plain = ask(CLIENTS, scale.seconds, false)?;
        let compressed = ask(CLIENTS, scale.seconds, true)?;
        let alone = ask(1, scale.seconds / 2.0, true)?;
        let queries = Some(server.queries(|number| load::get(&address, &path(number), true))?);
        let weight = Browser::open(&address)?.ask(&load::get(&address, &path(0), true))?.weight;
        let first_visit = Some(weight + loaded(&server, &server.page(&path(0))?)?);
        lines.push(Line { name: page, plain, compressed, alone, queries, weight, first_visit });
    }

    let listed = |path: &'static str| {
        move |number: usize| format!("{path}{}", forms::encoded(WORDS[number % WORDS.len()]))
    };
    let (tasks_found, volunteers_found) = (listed("/opgaveliste?q="), listed("/frivillige?q="));
    let lists: [(&'static str, &(dyn Fn(usize) -> String + Sync)); 4] = [
        ("list of tasks, by title", &|_| "/opgaveliste?sorter=titel".to_owned()),
        ("list of tasks, searched", &tasks_found),
        ("list of volunteers", &|_| "/frivillige".to_owned()),
        ("list of volunteers, searched", &volunteers_found),
    ];
    for (page, path) in lists.into_iter().filter(|_| only.has("lists")) {
        eprintln!("{name}: {page}");
        let (address, cookie) = (server.pages.clone(), server.cookie.clone());
        let request =
            |number: usize, compressed: bool| load::get_as(&address, &path(number), &cookie, compressed);
        let ask = |clients, seconds, compressed| {
            load::run(&address, clients, seconds, |number| request(number, compressed))
        };
        let plain = ask(CLIENTS, scale.seconds, false)?;
        let compressed = ask(CLIENTS, scale.seconds, true)?;
        let alone = ask(1, scale.seconds / 2.0, true)?;
        let queries = Some(server.queries(|number| request(number, true))?);
        let weight = Browser::open(&address)?.ask(&request(0, true))?.weight;
        lines.push(Line { name: page, plain, compressed, alone, queries, weight, first_visit: None });
    }

    if only.has("interest") {
        lines.push(interest(name, &mut server, scale, &tasks)?);
    }
    if only.has("meetings") {
        lines.extend(meetings(name, &mut server, scale)?);
    }
    if only.has("hearing") {
        lines.extend(hearings(name, &mut server, scale)?);
    }
    let memory_after = server.told()?.1;
    std::thread::sleep(REST);
    let memory_at_rest = server.told()?.1;
    let fonts = fonts(&server)?;
    Ok(Table {
        database: name,
        lines,
        filled_in,
        started_in,
        memory_at_start,
        memory_after,
        memory_at_rest,
        fonts,
        found_by_search,
    })
}

/// Somebody shows interest, confirms nothing, and is gone: a form that is posted without signing in.
fn interest(name: &str, server: &mut Server, scale: Scale, tasks: &[String]) -> anyhow::Result<Line> {
    let forms = interest_forms(server, tasks)?;
    posted(name, server, scale, "showing interest (POST)", CLIENTS, |address, series, number| {
        let form = forms[number % forms.len()].clone().from(&format!("{series}{number}@post.example"));
        load::post(address, &form.action, &form.body())
    })
}

/// How often what takes long is asked for.
const FEW: usize = 5;

/// A page: with many browsers, and with one.
fn page(
    name: &str,
    server: &mut Server,
    scale: Scale,
    line: &'static str,
    request: impl Fn(usize) -> Vec<u8> + Sync,
) -> anyhow::Result<Line> {
    eprintln!("{name}: {line}");
    let address = server.pages.clone();
    let together = load::run(&address, CLIENTS, scale.seconds, &request)?;
    let alone = load::run(&address, 1, scale.seconds / 2.0, &request)?;
    let queries = Some(server.queries(&request)?);
    let weight = Browser::open(&address)?.ask(&request(0))?.weight;
    Ok(Line { name: line, plain: together, compressed: together, alone, queries, weight, first_visit: None })
}

/// A form that is sent: by many browsers, and by one. `post` is given the address and what tells the requests of this
/// measurement from all others: the name of a series and a number.
fn posted(
    name: &str,
    server: &mut Server,
    scale: Scale,
    line: &'static str,
    clients: usize,
    post: impl Fn(&str, &str, usize) -> Vec<u8> + Sync,
) -> anyhow::Result<Line> {
    eprintln!("{name}: {line}");
    let address = server.pages.clone();
    let series = |series: &'static str| {
        let (post, address) = (&post, &address);
        move |number: usize| post(address, series, number)
    };
    let together = load::run(&address, clients, scale.seconds, series(TOGETHER))?;
    let alone = load::run(&address, 1, scale.seconds / 2.0, series("alene"))?;
    let queries = Some(server.queries(series("talt"))?);
    Ok(Line {
        name: line,
        plain: together,
        compressed: together,
        alone,
        queries,
        weight: 0,
        first_visit: None,
    })
}

/// The series of those who send at the same time.
const TOGETHER: &str = "sammen";

/// What takes long: a few times, by one browser.
fn long(
    name: &str,
    server: &Server,
    line: &'static str,
    request: impl Fn(usize) -> Vec<u8>,
) -> anyhow::Result<Line> {
    eprintln!("{name}: {line}");
    let (alone, weight) = load::few(&server.pages, FEW, &request)?;
    Ok(Line { name: line, plain: alone, compressed: alone, alone, queries: None, weight, first_visit: None })
}

fn meetings(name: &str, server: &mut Server, scale: Scale) -> anyhow::Result<Vec<Line>> {
    let (address, cookie) = (server.pages.clone(), server.cookie.clone());
    let own = |path: String| {
        let (address, cookie) = (&address, &cookie);
        move |_: usize| load::get_as(address, &path, cookie, true)
    };
    let mut lines = vec![
        page(name, server, scale, "worklist with 500 follow-ups", own("/overblik".into()))?,
        page(name, server, scale, "body with ten years of meetings", own(affairs::body()))?,
        page(name, server, scale, "agenda of 60 points, 200 annexes", own(affairs::meeting()))?,
        long(name, server, "… as PDF", own(format!("{}/moede.pdf", affairs::meeting())))?,
        long(name, server, "… as DOCX", own(format!("{}/moede.docx", affairs::meeting())))?,
    ];
    let writers = affairs::Writers::default();
    let line = "saving a block while five others write (POST)";
    lines.push(posted(name, server, scale, line, affairs::WRITERS, |address, series, number| {
        // Somebody alone is always the same one.
        writers.save(address, &cookie, if series == TOGETHER { number } else { 0 })
    })?);
    Ok(lines)
}

fn hearings(name: &str, server: &mut Server, scale: Scale) -> anyhow::Result<Vec<Line>> {
    let (address, cookie) = (server.pages.clone(), server.cookie.clone());
    let public = |path: String| {
        let address = &address;
        move |_: usize| load::get(address, &path, true)
    };
    let note = |end: &str| {
        let (address, cookie, path) = (&address, &cookie, format!("{}/notat{end}", affairs::note()));
        move |_: usize| load::get_as(address, &path, cookie, true)
    };
    let path = format!("{}/svar", affairs::posted_to());
    let form = forms::filled_in(&server.page(&path)?, &path, "").context("the form to answer a hearing")?;
    let form = form.with("hvem", "citizen").with("knap", "send");
    let mut lines =
        vec![page(name, server, scale, "hearing page with 500 responses", public(affairs::hearing()))?];
    lines.push(posted(
        name,
        server,
        scale,
        "posting a response (POST)",
        CLIENTS,
        |address, series, number| {
            let form = form.clone().from(&format!("svar-{series}{number}@post.example"));
            load::post(address, &form.action, &form.body())
        },
    )?);
    lines.push(long(name, server, "note of 2,000 responses", note(""))?);
    lines.push(long(name, server, "… as DOCX", note(".docx"))?);
    lines.push(long(name, server, "… as PDF", note(".pdf"))?);
    Ok(lines)
}

/// The ids of tasks that searches find: not always the same ones, so that nothing is measured out of one small corner.
fn tasks(server: &Server) -> anyhow::Result<Vec<String>> {
    let mut tasks = Vec::new();
    for word in WORDS {
        for page in 1..=5 {
            let html = server.page(&format!("/opgaver?q={}&side={page}", forms::encoded(word)))?;
            tasks.extend(shown(&html));
        }
    }
    tasks.sort_unstable();
    tasks.dedup();
    Ok(tasks)
}

/// The ids of the tasks a list shows.
fn shown(html: &str) -> Vec<String> {
    let links = forms::links(html).into_iter();
    let ids =
        links.filter_map(|link| Some(link.strip_prefix("/opgaver/")?.to_owned())).filter(|id| id.len() == 36);
    let mut ids: Vec<String> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn interest_forms(server: &Server, tasks: &[String]) -> anyhow::Result<Vec<Form>> {
    let mut filled = Vec::new();
    for task in tasks.iter().take(200) {
        let path = format!("/opgaver/{task}/interesse");
        let html = server.page(&path)?;
        filled.push(forms::filled_in(&html, &path, "").context("the form to show interest")?);
    }
    Ok(filled)
}

/// Bytes of styles, scripts, icons and pictures a page loads, compressed, fonts apart.
fn loaded(server: &Server, html: &str) -> anyhow::Result<usize> {
    let mut addresses: Vec<String> = forms::tags(html)
        .filter_map(|tag| match tag.split_whitespace().next()? {
            "link" if tag.contains("stylesheet") || tag.contains("rel=\"icon\"") => {
                forms::attribute(tag, "href")
            }
            "script" | "img" => forms::attribute(tag, "src"),
            "use" => forms::attribute(tag, "href").and_then(|href| href.split('#').next().map(str::to_owned)),
            _ => None,
        })
        .filter(|address| address.starts_with('/'))
        .collect();
    addresses.sort_unstable();
    addresses.dedup();
    let mut browser = Browser::open(&server.pages)?;
    let mut weight = 0;
    for address in addresses {
        weight += browser.ask(&load::get(&server.pages, &address, true))?.weight;
    }
    Ok(weight)
}

/// How many font files the stylesheet of the front page names.
fn fonts(server: &Server) -> anyhow::Result<usize> {
    let html = server.page("/")?;
    let mut fonts: Vec<String> = Vec::new();
    for sheet in forms::tags(&html)
        .filter(|tag| tag.contains("stylesheet"))
        .filter_map(|tag| forms::attribute(tag, "href"))
    {
        let css = server.page(&sheet)?;
        let files = css
            .split("url(")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
            .filter(|file| file.contains(".woff2"));
        fonts.extend(files.map(str::to_owned));
    }
    fonts.sort_unstable();
    fonts.dedup();
    Ok(fonts.len())
}
