//! What happens to an invitation, as it stands in the book of events: never whom it is for.

use samskab_taskbank::task::TaskId;

use super::{Invitation, InvitationId};

samskab_store::events! {
    pub about invitation(InvitationId) { task: TaskId }
    impl { fn of(invitation: &Invitation) { invitation: invitation.id, task: invitation.task } }

    InvitationSent => "invitation.sent";
    InvitationAccepted => "invitation.accepted";
    InvitationDeclined => "invitation.declined";
    InvitationExpired => "invitation.expired";
    InvitationWithdrawn => "invitation.withdrawn";
}
