//! What happens to an interest, as it stands in the book of events: never who it is about.

use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use super::InterestId;
use crate::task::TaskId;

macro_rules! events {
    ($($name:ident => $kind:literal;)+) => {$(
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(skip)]
            pub interest: InterestId,
            pub task: TaskId,
        }
        impl Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.interest.uuid()
            }
        }
    )+};
}

events! {
    InterestConfirmed => "interest.confirmed";
    InterestInvited => "interest.invited";
    InterestAccepted => "interest.accepted";
    InterestWaitlisted => "interest.waitlisted";
    InterestDeclined => "interest.declined";
    InterestWithdrawn => "interest.withdrawn";
    InterestClimbed => "interest.climbed";
}
