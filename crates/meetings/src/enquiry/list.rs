//! GET /henvendelser: what the reader has written, and what they see to; what waits first.

use askama::Template;
use axum::response::Response;
use samskab_organisation::unit::{self, UnitId};
use samskab_web::{Cx, Result, Shell, personal::Line};

use super::{Enquiry, EnquiryState, store};
use crate::{
    T,
    authority::{Action, Tie, may},
};

#[derive(Template)]
#[template(path = "enquiry/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    groups: Vec<(&'static str, Vec<Line>)>,
    counts: String,
}

/// The enquiries that the reader wrote or sees to. Runs two queries.
pub async fn show(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::SendEnquiries, Tie::None))?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let mut all = store::newest(&mut reader, cx.tenant.id).await?;
    all.retain(|one| one.is_by(&cx) || one.may_answer(&cx));
    let ids: Vec<UnitId> = all.iter().filter_map(|one| one.unit).collect();
    let units = unit::store::find_many(&mut reader, cx.tenant.id, &ids, cx.today()).await?;
    drop(reader);
    let line = |one: &&Enquiry| {
        let unit = one.unit.and_then(|id| units.iter().find(|unit| unit.id == id));
        let about = [one.kind.label(t).to_owned(), unit.map(|unit| unit.name.clone()).unwrap_or_default()];
        let mut about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
        about.push(cx.locale.day(one.created_at.day()));
        Line::in_state(&one.subject, one.href(), about.join(" · "), one.said_state(t))
    };
    let (open, closed): (Vec<&Enquiry>, Vec<&Enquiry>) =
        all.iter().partition(|one| one.state != EnquiryState::Closed);
    let this_year =
        closed.iter().filter(|one| one.updated_at.day().date().year() == cx.today().date().year());
    let counts = t.enquiry_counts(this_year.count(), open.len());
    let groups = [(t.enquiry_open(), &open), (t.enquiry_closed(), &closed)];
    let groups = groups.into_iter().filter(|(_, own)| !own.is_empty());
    cx.page(ListPage {
        shell: cx.shell(t.enquiry_title()).here(),
        t,
        groups: groups.map(|(heading, own)| (heading, own.iter().map(line).collect())).collect(),
        counts,
    })
}
