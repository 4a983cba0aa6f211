//! Whoever answers for a task is the one people are shown and call. Where that is not so, those who look after the
//! task are told who is shown instead, why, and how to correct it.

use samskab_organisation::{
    answering::{Ladder, NotShown, Poster, WhomToCall, unshown},
    person::PersonId,
};
use samskab_web::Cx;

use crate::T;

/// Says that the task shows somebody other than its contact.
pub struct OthersStand {
    pub text: String,
    /// Where it is corrected: address and label.
    pub mend: Option<(String, &'static str)>,
}

/// `contact`: who is chosen to answer; `call`: whom the page shows.
pub fn others_stand(
    cx: &Cx,
    ladder: &Ladder,
    contact: Option<PersonId>,
    poster: Poster,
    call: Option<&WhomToCall>,
) -> Option<OthersStand> {
    let (answerer, why) = unshown(ladder, contact)?;
    let t = T(cx.locale);
    let (name, call) = (answerer.name.as_str(), call?);
    let is_me = cx.actor.person == Some(answerer.person.uuid());
    let (text, mend) = match (why, poster) {
        (NotShown::Hidden, Poster::Association(id)) => (
            t.task_contact_hidden(&call.name, name, &call.phone),
            Some((format!("/foreninger/{id}/kontakter"), t.task_contact_mend_hidden())),
        ),
        (NotShown::Hidden, Poster::Unit(_)) => (t.task_contact_hidden(&call.name, name, &call.phone), None),
        (NotShown::NoPhone, _) => (
            t.task_contact_no_phone(&call.name, name, &call.phone),
            is_me.then(|| ("/min-profil".to_owned(), t.task_contact_mend_phone())),
        ),
        (NotShown::Away(until), _) => {
            let until = cx.locale.weekday_and_day(until, cx.today());
            (t.task_contact_away(&call.name, name, &call.phone, &until), None)
        }
    };
    Some(OthersStand { text, mend })
}
