//! What happens to meetings, as it stands in the book of events. No persons in it.

use samskab_organisation::body::BodyId;

use super::{Item, ItemId, Meeting, MeetingId};

samskab_store::events! {
    pub about meeting(MeetingId) { body: BodyId }
    impl { fn of(meeting: &Meeting) { meeting: meeting.id, body: meeting.body } }

    /// What waits for the body was put on the agenda; whoever has something that waits adds it.
    AgendaFilled => "agenda.filled";
    MeetingPlanned => "meeting.planned";
    MeetingCalled => "meeting.called";
    /// Somebody said whether they come: who, the answer itself says.
    MeetingAnswered => "meeting.answered";
    MeetingMoved => "meeting.moved";
    MeetingCancelled => "meeting.cancelled";
    MinutesWritten => "meeting.minuted";
    MinutesApproved => "meeting.approved";
}

samskab_store::events! {
    pub about item(ItemId) { meeting: MeetingId }
    impl { fn of(item: &Item) { item: item.id, meeting: item.meeting } }

    ItemAdded => "agenda.added";
    ItemChanged => "agenda.changed";
    /// A point is removed before anybody was told of it: its matter is settled, or stands in another point.
    ItemRemoved => "agenda.removed";
    ItemMinuted => "agenda.minuted";
    /// After the minutes were approved.
    ItemCorrected => "agenda.corrected";
    AnnexAdded => "agenda.annex_added";
    AnnexReplaced => "agenda.annex_replaced";
    AnnexRemoved => "agenda.annex_removed";
}
