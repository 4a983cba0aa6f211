//! GET /organer/{id}: what the body is for, who sits in it, its meetings, and what somebody still does for it. Others than
//! those who work here see positions and associations, not single persons.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Day;
use samskab_organisation::{
    association,
    body::{
        self, Body, BodyId, Member,
        seat::{self, Holder, Seat},
    },
    identify::Who as _,
    person, position,
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, module};

use super::{BodyWithMembers, terms};
use crate::{
    T,
    authority::{Action, may},
    meeting::{self, Meeting, follow_ups_of_body, said_cadence},
};

/// A series is planned at most so far.
const YEARS_AHEAD: i64 = 5;

samskab_web::form! {
    pub struct YearQuery {
        aar: hidden,
    }
}

#[derive(Template)]
#[template(path = "body/show.html")]
struct BodyPage {
    shell: Shell,
    t: T,
    kind: &'static str,
    name: String,
    aliases: String,
    purpose: String,
    facts: Vec<(String, String)>,
    links: Vec<(String, String, String)>,
    gone: String,
    members: Vec<MemberLine>,
    vacant: Vec<VacantLine>,
    rule: String,
    former: Vec<String>,
    cadence: String,
    is_late: bool,
    coming: Vec<MeetingLine>,
    none_coming: &'static str,
    past: Vec<MeetingLine>,
    none_past: String,
    /// The years in which it has met: the year, its address, whether it is shown.
    years: Vec<(String, String, bool)>,
    follow_ups: Vec<(String, String, bool)>,
    base: String,
    may_keep: bool,
    may_run: bool,
    /// What contexts above add to the page.
    parts: Vec<String>,
}

struct MemberLine {
    name: String,
    by: String,
    role: &'static str,
    /// "til 31. december 2026"
    until: String,
    /// It is time to say who follows.
    ends_soon: bool,
    /// The address for naming a successor; empty: the reader may not.
    follow: String,
    /// The address for ending the seat; empty: it cannot be ended.
    end: String,
}

struct VacantLine {
    role: &'static str,
    note: String,
    since: String,
    follow: String,
}

struct MeetingLine {
    href: String,
    /// When it is.
    name: String,
    /// Title and place.
    when: String,
    state: (&'static str, &'static str, &'static str),
}

/// The place on the page for what contexts above know of a body.
const PARTS: &str = "body.reader";

/// The page of a body. Runs at most seventeen queries, however many members and meetings; and those of the contexts
/// above.
pub async fn show(cx: Cx, Path(id): Path<BodyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = BodyWithMembers::read(&cx, &mut reader, id).await?;
    let t = T(cx.locale);
    let (body, today, now) = (&found.body, cx.today(), cx.now());
    let may_keep = may(&cx.actor, Action::KeepBodies, found.tie);
    let may_run = may(&cx.actor, Action::RunMeetings, found.tie);
    let sees_all = may(&cx.actor, Action::SeeClosed, found.tie);
    let year = meeting::store::of_year(&mut reader, cx.tenant.id, today).await?;
    let asked: YearQuery = samskab_web::form::query(&cx);
    let this_year = today.date().year();
    let first = meeting::store::first(&mut reader, cx.tenant.id, id).await?;
    let first = first.map_or(this_year, |first| first.day().date().year());
    let shown = asked.aar.trim().parse().ok().filter(|year| (first..=this_year).contains(year));
    // Without a year: what comes, and a year back.
    let ahead = now.plus_days(365 * YEARS_AHEAD);
    let mut meetings =
        meeting::store::of_body_between(&mut reader, cx.tenant.id, id, (now.plus_days(-365), ahead)).await?;
    meetings.retain(|one| sees_all || one.is_known());
    let (mut coming, mut past): (Vec<Meeting>, Vec<Meeting>) =
        meetings.into_iter().partition(|one| one.ends_at > now);
    coming.reverse();
    if let Some(year) = shown {
        let times = meeting::store::year(Day::of(year, 1, 1));
        past = meeting::store::of_body_between(&mut reader, cx.tenant.id, id, times).await?;
        past.retain(|one| one.ends_at <= now && (sees_all || one.is_known()));
    }
    let follow_ups = match sees_all {
        true => follow_ups_of_body(&mut reader, &cx, id).await?,
        false => Vec::new(),
    };
    let others = body::store::every(&mut reader, cx.tenant.id).await?;
    let names = cx.actor.is_staff() || sees_all;
    let former = match names {
        true => former(&cx, &mut reader, body).await?,
        false => Vec::new(),
    };
    let ends = terms::open(&mut reader, cx.tenant.id, std::slice::from_ref(body), today).await?;
    let parts = module::parts(&cx, &mut reader, PARTS, id.uuid()).await?;
    drop(reader);
    let follow = |seat: &Seat| match may_keep || may_run && !found.is_own_seat(&cx, seat.id) {
        true => terms::follow_href(seat.id),
        false => String::new(),
    };
    let meeting_line = |one: &Meeting| MeetingLine {
        href: one.href(),
        name: meeting::as_beginning(&one.when(&cx)),
        when: [one.title.as_str(), one.place.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        state: one.said_state(t, now),
    };
    let members = found.membership.members.iter();
    cx.page(BodyPage {
        shell: cx.shell(&body.name).under("/organer", t.body_list_title()).here(),
        t,
        kind: body.kind.label(*t),
        name: body.name.clone(),
        aliases: body.aliases.replace(';', ", "),
        purpose: body.purpose.clone(),
        facts: facts(t, body),
        links: links(t, body, &others),
        gone: match body.validity.to.filter(|to| *to < today) {
            Some(last) => t.body_gone(cx.locale.day(last)),
            None => String::new(),
        },
        members: members
            .filter(|member| names || member.is_public)
            .map(|member| {
                let ending = ends.iter().find(|seat| Some(seat.id) == member.seat);
                MemberLine {
                    until: member.until.map(|to| t.seat_until(cx.locale.day(to))).unwrap_or_default(),
                    ends_soon: ending.is_some(),
                    follow: ending.map(follow).unwrap_or_default(),
                    ..member_line(t, member, may_keep, names)
                }
            })
            .collect(),
        vacant: ends
            .iter()
            .filter(|seat| terms::is_vacant(seat, today))
            .map(|seat| VacantLine {
                role: seat.role.label(*t),
                note: seat.note.clone(),
                since: seat
                    .validity
                    .to
                    .map(|to| t.seat_vacant_from(cx.locale.day(to.plus_days(1))))
                    .unwrap_or_default(),
                follow: follow(seat),
            })
            .collect(),
        rule: body.rule.map(|rule| rule.label(*t).to_owned()).unwrap_or_default(),
        former,
        cadence: said_cadence(t, body, &year, now),
        is_late: meeting::cadence_of(body, &year, now).is_late,
        coming: coming.iter().map(meeting_line).collect(),
        // Only the group knows of a meeting before it is called.
        none_coming: if sees_all { t.body_no_coming() } else { t.body_none_called() },
        past: past.iter().map(meeting_line).collect(),
        none_past: match (shown, sees_all) {
            (Some(year), true) => t.body_no_past_in(year.to_string()),
            (Some(year), false) => t.body_no_past_known_in(year.to_string()),
            (None, _) => t.body_no_past().to_owned(),
        },
        years: match first < this_year {
            true => (first..=this_year)
                .rev()
                .map(|year| (year.to_string(), format!("{}?aar={year}", body.href()), Some(year) == shown))
                .collect(),
            false => Vec::new(),
        },
        follow_ups,
        base: body.href(),
        may_keep,
        may_run,
        parts,
    })
}

fn member_line(t: T, member: &Member, may_keep: bool, names: bool) -> MemberLine {
    let is_named = names || member.by.is_empty();
    MemberLine {
        name: match (member.name.as_str(), is_named) {
            ("", _) => t.body_vacant().to_owned(),
            (name, true) => name.to_owned(),
            // A position is public; the organisation chart shows who holds it.
            (_, false) => member.by.clone(),
        },
        by: if is_named { member.by.clone() } else { String::new() },
        role: member.role.label(*t),
        until: String::new(),
        ends_soon: false,
        follow: String::new(),
        end: match member.seat.filter(|_| may_keep) {
            Some(seat) => format!("/pladser/{seat}/slut"),
            None => String::new(),
        },
    }
}

fn facts(t: T, body: &Body) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    if let Some(mandate) = body.mandate {
        facts.push((t.body_mandate().to_owned(), mandate.label(*t).to_owned()));
    }
    if !body.members.is_empty() {
        facts.push((t.body_members_in_words().to_owned(), body.members.clone()));
    }
    if let Some(rule) = body.quorum {
        let said = match body.quorum_number {
            Some(number) => t.body_quorum_said(number),
            None => rule.label(*t).to_owned(),
        };
        facts.push((t.body_quorum_short().to_owned(), said));
    }
    if let Some(strength) = body.hearing_strength {
        let said = match body.hearing_scope.as_str() {
            "" => strength.label(*t).to_owned(),
            scope => format!("{}: {scope}", strength.label(*t)),
        };
        facts.push((t.body_hearing().to_owned(), said));
    }
    if body.qualifies_ideas {
        facts.push((t.body_ideas().to_owned(), t.body_ideas_here().to_owned()));
    }
    facts
}

/// Links to the bodies above, before and after this one: the relation, the name, the address.
fn links(t: T, body: &Body, others: &[Body]) -> Vec<(String, String, String)> {
    let find = |id: Option<BodyId>| id.and_then(|id| others.iter().find(|other| other.id == id));
    let mut links = Vec::new();
    let mut link =
        |label: &str, other: &Body| links.push((label.to_owned(), other.name.clone(), other.href()));
    if let Some(above) = find(body.reports_to_id) {
        link(t.body_reports_to(), above);
    }
    if let Some(after) = find(body.successor_id) {
        link(t.body_successor(), after);
    }
    for before in others.iter().filter(|other| other.successor_id == Some(body.id)) {
        link(t.body_predecessor(), before);
    }
    for below in others.iter().filter(|other| other.reports_to_id == Some(body.id)) {
        link(t.body_below(), below);
    }
    links
}

/// Seats that are over, so that the history of the membership can be read (VB-13). At most four queries, however many.
async fn former(cx: &Cx, connection: &mut Connection, body: &Body) -> Result<Vec<String>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let mut seats = seat::of_body(connection, tenant, body.id).await?;
    seats.retain(|seat| seat.validity.to.is_some_and(|to| to < cx.today()));
    let (mut people, mut associations, mut positions) = (Vec::new(), Vec::new(), Vec::new());
    for seat in &seats {
        match seat.holder {
            Holder::Person(id) => people.push(id),
            Holder::Association(id) => associations.push(id),
            Holder::Position(id) => positions.push(id),
            Holder::Nobody => {}
        }
    }
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    let people = person::store::find_many(connection, tenant, &people).await?;
    let associations = association::store::find_many(connection, tenant, &associations).await?;
    let positions = position::store::of_ids(connection, tenant, &positions, cx.today()).await?;
    let name = |holder: Holder| match holder {
        Holder::Person(id) => people.iter().find(|one| one.id == id).map(|one| one.name.clone()),
        Holder::Association(id) => associations.iter().find(|one| one.id == id).map(|one| one.full_name()),
        Holder::Position(id) => {
            positions.iter().find(|one| one.position.id == id).map(|one| one.position.title.clone())
        }
        Holder::Nobody => None,
    };
    let line = |seat: &Seat| {
        let (from, to) = (cx.locale.day(seat.validity.from), cx.locale.day(seat.validity.to?));
        let line = t.body_former_line(from, name(seat.holder)?, seat.role.label(*t), to);
        Some(match seat.closed_reason.as_str() {
            "" => line,
            reason => t.body_former_closed(line, reason),
        })
    };
    Ok(seats.iter().filter_map(line).collect())
}
