//! What happens to hours, as it stands in the book of events: who and when, never how many.

use samskab_engagement::engagement::EngagementId;

use super::HoursId;

samskab_store::events! {
    pub about hours(HoursId) { engagement: EngagementId }

    HoursTold => "hours.told";
    HoursCorrected => "hours.corrected";
    HoursRemoved => "hours.removed";
    HoursPutBack => "hours.put_back";
}
