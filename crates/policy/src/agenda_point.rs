//! The points of agendas that the steps of a plan are, as the reader may see them. The page of the plan and the case ask here.

use samskab_meetings::meeting::{self, Item, Meeting, MeetingId};
use samskab_organisation::identify::Who as _;
use samskab_store::Connection;
use samskab_web::{Cx, Result};

use crate::step::Step;

/// A step that is on an agenda.
pub(crate) struct AgendaPoint<'a> {
    pub step: &'a Step,
    pub item: Item,
    pub meeting: Meeting,
}

/// Those of these steps that the reader may see on an agenda. One query for each that is on one, and one for each meeting.
pub(crate) async fn agenda_points<'a>(
    cx: &Cx,
    connection: &mut Connection,
    steps: &[&'a Step],
) -> Result<Vec<AgendaPoint<'a>>> {
    let mut items: Vec<(&'a Step, Item)> = Vec::new();
    for &step in steps {
        let Some(id) = step.item else { continue };
        let item = meeting::store::find_item(connection, cx.tenant.id, id).await?;
        items.extend(item.map(|item| (step, item)));
    }
    let mut ids: Vec<MeetingId> = items.iter().map(|(_, item)| item.meeting).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut meetings: Vec<Meeting> = Vec::new();
    for id in ids {
        meetings.extend(meeting::store::find(connection, cx.tenant.id, id).await?);
    }
    let mut points = Vec::new();
    for (step, item) in items {
        let meeting = meetings.iter().find(|one| one.id == item.meeting);
        if let Some(meeting) = meeting.filter(|meeting| is_for(cx, &item, meeting)) {
            points.push(AgendaPoint { step, item, meeting: meeting.clone() });
        }
    }
    Ok(points)
}

/// A point that is closed, and an agenda that was not sent, is for those who lead volunteering, as on the page of the meeting.
fn is_for(cx: &Cx, item: &Item, meeting: &Meeting) -> bool {
    cx.actor.is_coordinator() || meeting.is_known() && !item.is_closed
}
