//! GET /beslutninger: what was decided in meetings that are open to all, newest first, to search in. Each stands with its
//! number, its day and its body, so that it can be cited.

use askama::Template;
use axum::response::Response;
use samskab_kernel::Instant;
use samskab_store::folded;
use samskab_web::{Cx, Result, Shell, form};

use super::{ItemId, MeetingId, Verb, Verdict, href};
use crate::T;

/// At most this many decisions are shown at once; older ones are found by searching.
const MOST: i64 = 100;

samskab_store::statements! {
    DECISIONS = "select i.id, i.meeting_id, i.title, i.verb, i.decision, i.reason, i.verdict, i.decision_number, i.case_number, i.kle, i.quorum_reason, b.name as body, m.starts_at
        from agenda_item i join meeting m on m.id = i.meeting_id join body b on b.id = m.body_id
        where i.tenant_id = $1 and m.state = 'approved' and i.state = 'decided' and not i.is_closed
          and i.decision_number <> ''
        order by m.starts_at desc, i.place limit $2";
    FOUND = "select i.id, i.meeting_id, i.title, i.verb, i.decision, i.reason, i.verdict, i.decision_number, i.case_number, i.kle, i.quorum_reason, b.name as body, m.starts_at
        from agenda_item i join meeting m on m.id = i.meeting_id join body b on b.id = m.body_id
        where i.tenant_id = $1 and m.state = 'approved' and i.state = 'decided' and not i.is_closed
          and i.decision_number <> ''
          and (", folded!("i.title"), " like $3 escape '!' or ", folded!("i.decision"), " like $3 escape '!' or ",
          folded!("b.name"), " like $3 escape '!' or i.decision_number like $3 escape '!'
          or i.kle like $3 escape '!' or ", folded!("i.case_number"), " like $3 escape '!')
        order by m.starts_at desc, i.place limit $2";
}

#[derive(samskab_store::Row)]
struct Decision {
    id: ItemId,
    meeting_id: MeetingId,
    title: String,
    verb: Verb,
    decision: String,
    reason: String,
    #[record(blank)]
    verdict: Option<Verdict>,
    decision_number: String,
    case_number: String,
    kle: String,
    quorum_reason: String,
    body: String,
    starts_at: Instant,
}

samskab_web::form! {
    pub struct DecisionsQuery {
        q: text(decisions_search).unmarked().max(100),
    }
}

#[derive(Template)]
#[template(path = "meeting/decisions.html")]
struct DecisionsPage {
    shell: Shell,
    t: T,
    form: DecisionsQuery,
    lines: Vec<DecisionLine>,
}

struct DecisionLine {
    title: String,
    href: String,
    about: String,
    decision: String,
    quorum_reason: String,
}

pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let form: DecisionsQuery = form::query(&cx);
    let mut reader = cx.read().await?;
    let asked = form.q.trim();
    let found: Vec<Decision> = match asked {
        "" => reader.query(&DECISIONS).bind(cx.tenant.id).bind(MOST).all().await?,
        asked => {
            let word = samskab_kernel::danish::fold(asked);
            let word = word.replace('!', "!!").replace('%', "!%").replace('_', "!_");
            reader.query(&FOUND).bind(cx.tenant.id).bind(MOST).bind(format!("%{word}%")).all().await?
        }
    };
    drop(reader);
    let line = |one: Decision| DecisionLine {
        about: {
            let mut about = vec![one.decision_number, one.body, cx.locale.day(one.starts_at.day())];
            about.push(one.verb.label(t).to_owned());
            about.extend(one.verdict.map(|verdict| verdict.label(t).to_owned()));
            let facts = [(t.item_case_number_short(), one.case_number), (t.item_kle_short(), one.kle)];
            let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
            about.extend(facts.map(|(name, value)| format!("{name} {value}")));
            about.join(" · ")
        },
        href: format!("{}#punkt-{}", href(one.meeting_id), one.id),
        title: one.title,
        // A yes or a no may be all that there is to say.
        decision: if one.decision.is_empty() { one.reason } else { one.decision },
        quorum_reason: one.quorum_reason,
    };
    cx.page(DecisionsPage {
        shell: cx.shell(t.decisions_title()).under("/organer", t.body_list_title()).here(),
        t,
        lines: found.into_iter().map(line).collect(),
        form,
    })
}
