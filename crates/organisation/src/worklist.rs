//! Mit overblik: the one list of what waits for a person, from every context.

use askama::Template;
use axum::response::Response;
use samskab_desk::menu;
use samskab_kernel::{Day, Instant};
use samskab_store::Connection;
use samskab_web::{
    Access, Cx, Result, Routes, Shell, WorkItem, app,
    module::{self, BoxFuture, Destination, MenuItem, Shortcut, WorkAct, all_shortcuts, parts, ways},
};

use crate::{
    ON_OVERVIEW, T,
    answering::{Poster, while_away},
    association::{Association, State, decision_due, store as associations},
    identify::Who as _,
    person::PersonId,
    position::store as positions,
    unit::{UnitId, store as units},
};

pub(crate) fn routes() -> Routes {
    Routes::new().get("/overblik", Access::SignedIn, show)
}

/// The pages of this context that stand in the work menu.
pub(crate) fn menu(cx: &Cx) -> Vec<MenuItem> {
    let (t, is_coordinator) = (samskab_web::T(cx.locale), cx.actor.is_coordinator());
    module::menu([
        (cx.actor.is_staff(), menu::ASSOCIATIONS, "/foreningsliste", t.desk_associations()),
        (cx.actor.is_staff(), menu::ORGANISATION, "/organisation", t.desk_organisation()),
        (is_coordinator, menu::SETTINGS, "/opsaetning", t.desk_settings()),
    ])
}

/// How urgent it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    Late,
    /// Due today or tomorrow.
    Soon,
    Later,
}

impl Urgency {
    fn of(item: &WorkItem, now: Instant) -> Self {
        match item.due {
            Some(due) if due < now => Self::Late,
            Some(due) if due.last_day() <= now.day().plus_days(1) => Self::Soon,
            _ => Self::Later,
        }
    }
}

struct Line {
    title: String,
    detail: String,
    href: String,
    urgency: Urgency,
    /// "2 dage over fristen", "Senest i dag", "Senest mandag den 9. marts"
    when: String,
    /// "Har ventet i 7 dage", and how it came to this person.
    waited: String,
    reason: String,
    act: Option<WorkAct>,
}

struct Group {
    heading: &'static str,
    lines: Vec<Line>,
}

impl Group {
    /// Long groups that can wait are folded: nothing is lost, and nothing is in the way.
    fn is_folded(&self) -> bool {
        self.lines.len() > FOLDED && self.lines.iter().all(|line| line.urgency == Urgency::Later)
    }
}

/// Groups that can wait and have more lines than this are folded.
const FOLDED: usize = 3;

struct Link {
    href: String,
    label: String,
    symbol: &'static str,
}

/// A group of links.
struct Ways {
    heading: &'static str,
    links: Vec<Link>,
}

#[derive(Template)]
#[template(path = "worklist/show.html")]
struct WorklistPage {
    shell: Shell,
    t: T,
    lead: String,
    total: usize,
    late: usize,
    groups: Vec<Group>,
    /// The reader's associations that the municipality has yet to decide about: a sentence each.
    pending: Vec<String>,
    /// Until when the reader is away.
    away: Option<Away>,
    /// Finished HTML from contexts above.
    parts: Vec<String>,
    ways: Vec<Ways>,
}

struct Away {
    until: String,
    /// The reader's positions, and who answers in each; nobody: empty.
    answering: Vec<(String, String)>,
}

async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let items = app::work_items(&cx).await?;
    let own = own_associations(&cx).await?;
    let (total, late) = (items.len(), items.iter().filter(|item| item.is_overdue(cx.now())).count());
    let page = WorklistPage {
        shell: cx.shell(t.worklist_title()),
        t,
        lead: t.worklist_lead(late as i64, total as i64),
        total,
        late,
        groups: groups(&cx, items),
        pending: pending(&own, &cx),
        away: away(&cx).await?,
        parts: parts_of(&cx).await?,
        ways: ways(&cx, &own).await?,
    };
    cx.page(page)
}

/// Whoever is away reads that they are, and who answers meanwhile. One query, and more for those who are.
async fn away(cx: &Cx) -> Result<Option<Away>> {
    let Some(me) = cx.actor.person.filter(|_| cx.actor.is_staff()).map(PersonId::from) else {
        return Ok(None);
    };
    let (tenant, today) = (cx.tenant.id, cx.today());
    let mut reader = cx.read().await?;
    let absences = positions::absences(&mut reader, tenant, me, today).await?;
    let now = absences.iter().filter(|one| one.first_day <= today && one.last_day >= today);
    let Some(last_day) = now.map(|one| one.last_day).max() else { return Ok(None) };
    let answering = while_away(&mut reader, tenant, me, today).await?;
    Ok(Some(Away {
        until: T(cx.locale).worklist_away(cx.locale.weekday_and_day(last_day, today)),
        answering: answering.iter().map(|one| (one.position(), one.names(cx.locale))).collect(),
    }))
}

async fn parts_of(cx: &Cx) -> Result<Vec<String>> {
    let Some(person) = cx.actor.person else { return Ok(Vec::new()) };
    let mut reader = cx.read().await?;
    parts(cx, &mut reader, ON_OVERVIEW, person).await
}

/// The associations the reader speaks for. One query.
async fn own_associations(cx: &Cx) -> Result<Vec<Association>> {
    let Some(person) = cx.actor.person else { return Ok(Vec::new()) };
    let mut reader = cx.read().await?;
    Ok(associations::of_person(&mut reader, cx.tenant.id, person.into(), cx.now().day()).await?)
}

/// What the reader waits for, and what they can do meanwhile.
fn pending(own: &[Association], cx: &Cx) -> Vec<String> {
    let t = T(cx.locale);
    let waiting = own.iter().filter(|association| association.state == State::Pending);
    waiting
        .map(|association| match answer_day(association.state_since, cx.now()) {
            Some(day) => {
                t.worklist_pending(cx.locale.weekday_and_day(day, cx.today()), association.full_name())
            }
            None => t.worklist_pending_late(association.full_name()),
        })
        .collect()
}

/// The last day on which the municipality is to decide; `None`: it is over.
fn answer_day(since: Instant, now: Instant) -> Option<Day> {
    let due = decision_due(since);
    (due >= now).then(|| due.last_day())
}

/// The items arrive with the most urgent first; a group takes the position of its most urgent item.
fn groups(cx: &Cx, items: Vec<WorkItem>) -> Vec<Group> {
    let t = T(cx.locale);
    let mut groups: Vec<Group> = Vec::new();
    for item in items {
        let heading = item.heading;
        let line = line(t, item, cx.now());
        match groups.iter_mut().find(|group| group.heading == heading) {
            Some(group) => group.lines.push(line),
            None => groups.push(Group { heading, lines: vec![line] }),
        }
    }
    groups
}

fn line(t: T, item: WorkItem, now: Instant) -> Line {
    let urgency = Urgency::of(&item, now);
    let when = match item.due {
        None => String::new(),
        Some(due) => {
            let days = i64::from(due.last_day().number() - now.day().number());
            match (urgency, days) {
                (Urgency::Late, days) if days < 0 => t.worklist_days_late(-days),
                (Urgency::Late, _) => t.worklist_late().to_owned(),
                (_, 0) => t.worklist_today().to_owned(),
                (_, 1) => t.worklist_tomorrow().to_owned(),
                _ => t.worklist_by(t.0.weekday_and_day(due.last_day(), now.day())),
            }
        }
    };
    let waited = match i64::from(item.days_waited(now)) {
        ..=0 => t.worklist_since_today().to_owned(),
        days => t.worklist_waited(days),
    };
    let reason = item.reason.as_deref().map(sentence).unwrap_or_default();
    Line {
        title: item.title,
        detail: item.detail,
        href: item.href,
        urgency,
        when,
        waited,
        reason,
        act: item.act,
    }
}

/// The reason as a sentence of its own: contexts give half a sentence or a whole one.
fn sentence(reason: &str) -> String {
    let mut letters = reason.trim().chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if reason.trim_end().ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}

/// Links to the reader's own units and associations, and to the pages of their role, those together that belong
/// together. At most one query.
async fn ways(cx: &Cx, associations: &[Association]) -> Result<Vec<Ways>> {
    let t = T(cx.locale);
    let mut all = vec![Ways { heading: t.worklist_own(), links: own(cx, associations).await? }];
    for shortcut in all_shortcuts(cx) {
        let heading = ways::heading(samskab_web::T(cx.locale), shortcut.place);
        let link = Link {
            href: shortcut.href.to_owned(),
            label: shortcut.label.to_owned(),
            symbol: shortcut.symbol,
        };
        match all.last_mut().filter(|last| last.heading == heading) {
            Some(last) => last.links.push(link),
            None => all.push(Ways { heading, links: vec![link] }),
        }
    }
    Ok(all)
}

/// What the coordinator keeps.
pub(crate) fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let (t, coordinates) = (T(cx.locale), cx.actor.is_coordinator());
    module::shortcuts([
        (coordinates, ways::MUNICIPALITY + 10, "/organisation", t.worklist_organisation(), "view-in-list"),
        (coordinates, ways::MUNICIPALITY + 11, "/import", t.worklist_import(), "upload"),
        (coordinates, ways::MUNICIPALITY + 12, "/opsaetning", t.worklist_settings(), "settings"),
    ])
}

/// The reader's own pages, for *Gå til*.
pub(crate) fn destinations<'a>(
    cx: &'a Cx,
    _: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    let t = T(cx.locale);
    let has_tasks = !cx.actor.posters().is_empty();
    let own = has_tasks.then_some(("/mine-opgaver", t.worklist_my_tasks()));
    let pages = own.into_iter().chain([("/min-profil", t.profile_title())]);
    let found = module::pages(cx, asked, pages);
    Box::pin(async { Ok(found) })
}

/// The places somebody answers for, and what is their own.
async fn own(cx: &Cx, associations: &[Association]) -> Result<Vec<Link>> {
    let t = T(cx.locale);
    let posters = cx.actor.posters();
    let link = |href: String, label: &str, symbol| Link { href, label: label.to_owned(), symbol };
    let mut links = Vec::new();
    if !posters.is_empty() {
        links.push(link("/mine-opgaver".to_owned(), t.worklist_my_tasks(), "assignment"));
    }
    let own_units: Vec<UnitId> = posters.iter().filter_map(|poster| poster.unit()).collect();
    let mut reader = cx.read().await?;
    if !own_units.is_empty() {
        for unit in units::find_many(&mut reader, cx.tenant.id, &own_units, cx.now().day()).await? {
            links.push(link(Poster::Unit(unit.id).href(), &unit.name, "home"));
        }
    }
    drop(reader);
    for association in associations {
        links.push(link(association.href(), &association.full_name(), "groups"));
    }
    links.push(link("/min-profil".to_owned(), t.worklist_profile(), "account"));
    Ok(links)
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Locale;

    use super::*;

    fn item(due: Option<Instant>) -> WorkItem {
        let since = Day::of(2026, 3, 2).at(9, 0);
        WorkItem {
            heading: "Frivillige, der venter på svar",
            title: "Svar".into(),
            detail: String::new(),
            href: "/".into(),
            since,
            due,
            reason: None,
            act: None,
        }
    }

    fn when(due: Instant, now: Instant) -> (Urgency, String) {
        let line = line(T(Locale::Da), item(Some(due)), now);
        (line.urgency, line.when)
    }

    #[test]
    fn a_deadline_is_said_in_days_as_people_count_them() {
        let monday = Day::of(2026, 3, 9);
        let now = monday.at(10, 0);
        assert_eq!(when(Day::of(2026, 3, 6).end(), now), (Urgency::Late, "3 dage over fristen".into()));
        assert_eq!(when(Day::of(2026, 3, 8).end(), now), (Urgency::Late, "1 dag over fristen".into()));
        assert_eq!(when(monday.at(9, 0), now), (Urgency::Late, "Over fristen".into()));
        assert_eq!(when(monday.end(), now), (Urgency::Soon, "Senest i dag".into()));
        assert_eq!(when(monday.plus_days(1).end(), now), (Urgency::Soon, "Senest i morgen".into()));
        assert_eq!(when(monday.plus_days(4).end(), now).1, "Senest fredag den 13. marts");
    }

    #[test]
    fn no_answer_is_promised_by_a_day_that_is_over() {
        let since = Day::of(2026, 3, 2).at(9, 0);
        let day = decision_due(since).last_day();
        assert_eq!(answer_day(since, day.at(23, 0)), Some(day));
        assert_eq!(answer_day(since, day.plus_days(1).at(9, 0)), None);
    }

    #[test]
    fn what_has_no_deadline_is_never_late() {
        let line = line(T(Locale::Da), item(None), Day::of(2030, 1, 1).at(9, 0));
        assert_eq!((line.urgency, line.when.as_str()), (Urgency::Later, ""));
    }

    #[test]
    fn a_reason_is_read_as_a_sentence() {
        assert_eq!(sentence("fordi ingen har svaret"), "Fordi ingen har svaret.");
        assert_eq!(sentence("Årsagen er sagt."), "Årsagen er sagt.");
        assert_eq!(sentence(" "), "");
    }
}
