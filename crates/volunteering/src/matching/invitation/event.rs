//! What happens to an invitation, as it stands in the book of events: never whom it is for.

use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use super::{Invitation, InvitationId};
use crate::task::TaskId;

macro_rules! events {
    ($($name:ident => $kind:literal;)+) => {$(
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(skip)]
            pub invitation: InvitationId,
            pub task: TaskId,
        }
        impl $name {
            pub fn of(invitation: &Invitation) -> Self {
                Self { invitation: invitation.id, task: invitation.task }
            }
        }
        impl Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.invitation.uuid()
            }
        }
    )+};
}

events! {
    InvitationSent => "invitation.sent";
    InvitationAccepted => "invitation.accepted";
    InvitationDeclined => "invitation.declined";
    InvitationExpired => "invitation.expired";
    InvitationWithdrawn => "invitation.withdrawn";
}
