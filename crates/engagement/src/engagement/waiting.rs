//! What waits for a person: a yes, a talk about how it goes, a pause that is over, thanks.

use samskab_kernel::{Day, Deadline, Instant};
use samskab_organisation::answering::responsible;
use samskab_organisation::{
    answering::{self, Ladder, Poster},
    association::AssociationId,
    identify::Who as _,
    person::PersonId,
    unit::UnitId,
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, WorkItem, module::WorkAct};

use super::{EngagementId, StateKind, TALK_NEAR_DAYS, called::CallAbout, rules::has_helped};
use crate::T;
use samskab_interest::Rung;

/// Every column of [`Row`] but the last.
const WHO_WAITS: &str =
    "select e.id, e.state, e.state_since, e.updated_at, e.version, e.place_agreed_at, e.volunteer_agreed_at,
        e.begins_on, e.talk_on, e.talk_held_on, e.paused_until, n.name, t.title, t.unit_id,
        t.association_id, t.contact_person_id, coalesce(i.email, n.email, '') as address,";

const OF_ALL: &str = "from engagement e
    join task t on t.id = e.task_id
    join person n on n.id = e.person_id
    left join interest i on i.id = e.interest_id";

/// Of a step `s`: since `$4` somebody was to be called, and nobody has noted that they did.
const IS_TO_CALL: &str =
    "s.tenant_id = e.tenant_id and s.engagement_id = e.id and s.kind = 'to_call' and s.at > $4
    and not exists (select 1 from engagement_step d where d.tenant_id = e.tenant_id and d.engagement_id = e.id
                    and d.kind = 'called' and d.at > s.at)";

/// Of the engagements, the few that something may wait about; each part is found by an index.
const MAY_WAIT: &str = "e.id in (
    select g.id from engagement g where g.tenant_id = $1 and g.state <> 'ended'
      and (g.place_agreed_at is null or g.volunteer_agreed_at is null)
    union select s.engagement_id from engagement_step s where s.tenant_id = $1 and s.kind = 'to_call' and s.at > $4
    union select g.id from engagement g where g.tenant_id = $1 and g.talk_held_on is null and g.talk_on <= $2
    union select g.id from engagement g where g.tenant_id = $1 and g.state = 'paused' and g.paused_until < $3
    union select g.id from engagement g where g.tenant_id = $1 and g.state = 'ended' and g.state_since > $4)";

samskab_store::statements! {
    /// Of the volunteer: a yes that is missing, a talk that is near, a pause that is over.
    OF_PERSON = WHO_WAITS, "'' as to_call", OF_ALL, "where e.tenant_id = $1 and e.person_id = $2 and e.state <> 'ended'
        order by e.created_at, e.id limit 200";
    /// Of these units and associations: the same from the other side, and who ended what had begun and was not thanked.
    /// A new version waits for the yes of everybody, the first one of those whom nobody can write to; and whoever is to be
    /// called stays until that is noted.
    AT = WHO_WAITS, "coalesce((select s.text from engagement_step s where", IS_TO_CALL,
        "order by s.at desc, s.id desc limit 1), '') as to_call",
        OF_ALL, "where e.tenant_id = $1 and", MAY_WAIT, "
        and (e.state <> 'ended' and e.place_agreed_at is null
          or e.state <> 'ended' and e.volunteer_agreed_at is null
             and (e.version > 1 or i.email is null and n.email is null)
          or i.email is null and n.email is null
             and exists (select 1 from engagement_step s where", IS_TO_CALL, ")
          or e.state = 'active' and e.talk_held_on is null and e.talk_on <= $2
          or e.state = 'paused' and e.paused_until < $3
          or e.state = 'ended' and e.ended_by <> 'place' and e.thanks = '' and e.version_in_force is not null
             and e.state_since > $4
             and exists (select 1 from engagement_step s where s.tenant_id = e.tenant_id
                         and s.engagement_id = e.id and s.kind = 'begun'))
        and coalesce(t.unit_id, t.association_id) in ({list})";
}

/// Working days until somebody is reminded of a yes that is missing.
const DAYS_FOR_A_YES: u32 = 3;

/// Somebody who stopped is to be thanked, and whom no letter reaches to be called, so many days.
const THANK_DAYS: i64 = 30;

#[derive(samskab_store::Row)]
struct Row {
    id: EngagementId,
    state: StateKind,
    state_since: Instant,
    updated_at: Instant,
    version: i64,
    place_agreed_at: Option<Instant>,
    volunteer_agreed_at: Option<Instant>,
    begins_on: Option<Day>,
    talk_on: Option<Day>,
    talk_held_on: Option<Day>,
    paused_until: Option<Day>,
    name: String,
    title: String,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    contact_person_id: Option<PersonId>,
    /// Where a letter reaches them; may be empty.
    address: String,
    /// What they are to be told by telephone: a [`CallAbout`], or empty.
    to_call: String,
}

/// What waits for the reader about engagements. Runs one query for a volunteer; for somebody who answers for a place
/// one more, and those of the ladders.
#[samskab_store::compiled_once]
pub async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let Some(me) = cx.actor.person else { return Ok(Vec::new()) };
    let (tenant, today, t) = (cx.tenant.id, cx.now().day(), T(cx.locale));
    let own: Vec<Row> = connection.query(&OF_PERSON).bind(tenant).bind(me).all().await?;
    let mut items: Vec<WorkItem> = own.iter().filter_map(|row| row.of_volunteer(t, today)).collect();
    let places = cx.actor.reached_places();
    if places.is_empty() {
        return Ok(items);
    }
    let rows: Vec<Row> = connection
        .query(&AT)
        .bind(tenant)
        .bind(today.plus_days(TALK_NEAR_DAYS))
        .bind(today)
        .bind(cx.now().plus_days(-THANK_DAYS))
        .bind_list(&places)
        .all()
        .await?;
    let mut posters: Vec<Poster> = rows.iter().filter_map(Row::poster).collect();
    posters.sort_unstable();
    posters.dedup();
    if posters.is_empty() {
        return Ok(items);
    }
    let ladders = answering::ladders(connection, tenant, &posters, today).await?;
    let me = PersonId::from_uuid(me);
    let is_mine = |row: &&Row| {
        let ladder = row.poster().and_then(|poster| ladders.get(&poster));
        ladder.is_some_and(|ladder| waits_for(ladder, row.contact_person_id, me))
    };
    items.extend(rows.iter().filter(is_mine).filter_map(|row| row.of_place(t, today)));
    Ok(items)
}

fn waits_for(ladder: &Ladder, contact: Option<PersonId>, me: PersonId) -> bool {
    responsible(ladder, contact, Rung::Contact).iter().any(|answerer| answerer.person == me)
}

/// When something asked for at `since` must be in order for a first day; on that very day, before it is over.
pub(crate) fn due_before(first_day: Option<Day>, since: Instant) -> Option<Instant> {
    let first = first_day?;
    let begins = if first > since.day() { first.start() } else { since.day().end() };
    Some(Deadline::new(since, begins, Some(begins)).due)
}

impl Row {
    fn poster(&self) -> Option<Poster> {
        Poster::of(self.unit_id, self.association_id)
    }

    fn first_name(&self) -> &str {
        samskab_kernel::text::first_name(&self.name)
    }

    /// A yes is of use before the first day begins; on that very day, before it is over.
    fn yes_due(&self) -> Option<Instant> {
        due_before(self.begins_on, self.updated_at)
    }

    fn talk_near(&self, today: Day) -> Option<Day> {
        let near = |on: &Day| *on <= today.plus_days(TALK_NEAR_DAYS);
        self.talk_on.filter(near).filter(|_| self.state == StateKind::Active && self.talk_held_on.is_none())
    }

    fn pause_over(&self, today: Day) -> Option<Day> {
        self.paused_until.filter(|until| self.state == StateKind::Paused && *until < today)
    }

    fn item(&self, heading: &'static str, title: String, detail: String, href: String) -> WorkItem {
        WorkItem { heading, title, detail, href, since: self.updated_at, due: None, reason: None, act: None }
    }

    fn of_volunteer(&self, t: T, today: Day) -> Option<WorkItem> {
        let item = |heading, title: &str| {
            self.item(heading, title.to_owned(), self.title.clone(), format!("/aftaler/{}", self.id))
        };
        if self.volunteer_agreed_at.is_none() {
            let due = self.yes_due();
            return Some(WorkItem { due, ..item(t.worklist_kind_engagement_yes(), t.engagement_work_yes()) });
        }
        self.of_either(t, today, item)
    }

    /// What waits for both of them: to talk, and to say whether a pause is over.
    fn of_either(&self, t: T, today: Day, item: impl Fn(&'static str, &str) -> WorkItem) -> Option<WorkItem> {
        if let Some(on) = self.talk_near(today) {
            let talk = item(t.worklist_kind_engagement_talk(), t.engagement_work_talk());
            return Some(WorkItem { due: Some(on.end()), ..talk });
        }
        self.pause_over(today).map(|until| WorkItem {
            since: until.end(),
            ..item(t.worklist_kind_engagement_pause(), t.engagement_work_pause())
        })
    }

    /// The volunteer's yes to what was changed, or to what was never sent: soon, and before the first day.
    fn of_missing_yes(&self, t: T, item: impl Fn(&'static str, &str) -> WorkItem) -> WorkItem {
        let name = self.first_name();
        let title = match self.address.is_empty() {
            true => t.engagement_work_yes_call(name),
            false => t.engagement_work_yes_awaited(name),
        };
        let reason = (self.version > 1).then(|| t.engagement_reason_changed().to_owned());
        let asked = self.updated_at;
        let usual = asked.day().plus_working_days(DAYS_FOR_A_YES).at(23, 59);
        let begins = self.begins_on.filter(|first| *first > asked.day()).map(Day::start);
        let due = Some(Deadline::new(asked, usual, begins).due);
        WorkItem { due, reason, ..item(t.worklist_kind_engagement_yes(), &title) }
    }

    fn of_place(&self, t: T, today: Day) -> Option<WorkItem> {
        let detail = || format!("{}, {}", self.name, self.title);
        let item =
            |heading, title: &str| self.item(heading, title.to_owned(), detail(), super::href(self.id));
        if let (true, Ok(about)) = (self.address.is_empty(), self.to_call.parse::<CallAbout>()) {
            let act = WorkAct {
                label: t.interest_call_done(),
                action: format!("{}/ringet", super::href(self.id)),
                fields: Vec::new(),
            };
            let title = t.engagement_work_call(self.first_name());
            return Some(WorkItem {
                reason: Some(about.sentence(t).to_owned()),
                act: Some(act),
                ..item(t.worklist_kind_interest_call(), &title)
            });
        }
        if self.state == StateKind::Ended {
            if !has_helped(true, self.begins_on, self.state_since.day()) {
                return None;
            }
            let title = t.engagement_thank_title(self.first_name());
            return Some(WorkItem {
                since: self.state_since,
                ..item(t.worklist_kind_engagement_thanks(), &title)
            });
        }
        if self.place_agreed_at.is_none() {
            let due = self.yes_due();
            return Some(WorkItem {
                due,
                ..item(t.worklist_kind_engagement_yes(), t.engagement_work_yes_place())
            });
        }
        if self.volunteer_agreed_at.is_none() && (self.version > 1 || self.address.is_empty()) {
            return Some(self.of_missing_yes(t, item));
        }
        let talk_held = self.talk_near(today).filter(|on| *on <= today).map(|_| WorkAct {
            label: t.engagement_work_talk_held(),
            action: format!("{}/snak-holdt", super::href(self.id)),
            fields: Vec::new(),
        });
        self.of_either(t, today, item).map(|item| WorkItem { act: talk_held, ..item })
    }
}
