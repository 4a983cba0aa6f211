//! What happens to an interest, as it stands in the book of events: never who it is about.

use samskab_taskbank::task::TaskId;

use super::InterestId;

samskab_store::events! {
    pub about interest(InterestId) { task: TaskId }

    InterestConfirmed => "interest.confirmed";
    InterestInvited => "interest.invited";
    InterestAccepted => "interest.accepted";
    InterestWaitlisted => "interest.waitlisted";
    InterestDeclined => "interest.declined";
    InterestWithdrawn => "interest.withdrawn";
    InterestClimbed => "interest.climbed";
    /// A place is kept for them: how many are free is read again.
    InterestOffered => "interest.offered";
    /// It is not any more.
    InterestPassed => "interest.passed";
}
