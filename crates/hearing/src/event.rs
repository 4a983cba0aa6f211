//! What happens to hearings, as it stands in the book of events. No persons in it, and no words of theirs.

use crate::{
    hearing::{Hearing, HearingId},
    response::{Response, ResponseId},
};

samskab_store::events! {
    pub about hearing(HearingId) {}
    impl { fn of(hearing: &Hearing) { hearing: hearing.id } }

    HearingPlanned => "hearing.planned";
    HearingChanged => "hearing.changed";
    HearingAnnounced => "hearing.announced";
    /// Extended, or opened once more.
    HearingMoved => "hearing.moved";
    HearingCalledOff => "hearing.called_off";
    /// The note was published.
    HearingAnswered => "hearing.answered";
    /// A party was added, left out, or had no remarks.
    HearingParties => "hearing.parties";
    RemarksAssessed => "hearing.remarks_assessed";
}

samskab_store::events! {
    pub about response(ResponseId) { hearing: HearingId }
    impl { fn of(response: &Response) { response: response.id, hearing: response.hearing } }

    ResponseSent => "hearing_response.sent";
    ResponseConfirmed => "hearing_response.confirmed";
    ResponseChanged => "hearing_response.changed";
    ResponseWithdrawn => "hearing_response.withdrawn";
    ResponsePublished => "hearing_response.published";
    ResponseHidden => "hearing_response.hidden";
    ResponseRedacted => "hearing_response.redacted";
}
