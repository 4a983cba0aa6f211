//! What happens to hours, as it stands in the book of events: who and when, never how many.

use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use super::HoursId;
use crate::engagement::EngagementId;

macro_rules! events {
    ($($name:ident => $kind:literal;)+) => {$(
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(skip)]
            pub hours: HoursId,
            pub engagement: EngagementId,
        }
        impl Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.hours.uuid()
            }
        }
    )+};
}

events! {
    HoursTold => "hours.told";
    HoursCorrected => "hours.corrected";
    HoursRemoved => "hours.removed";
    HoursPutBack => "hours.put_back";
}
