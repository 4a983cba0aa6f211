//! GET /hoeringer/{id}: the text, with a way to answer at each paragraph, the time that is left, what others said – a page of
//! them at a time –, and what comes next.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::Block;
use samskab_organisation::{body, identify::Who as _};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, form::query, module, paging::Page};
use samskab_writing::store as texts;
use serde::Deserialize;

use crate::{
    T,
    authority::may_keep,
    hearing::{Hearing, HearingId, Phase, block_name, numbered},
    keep::{ProposalRows, proposals_among},
    parties::advice,
    reader::known,
    response::{Part, Response as Answer},
    source::heard_version,
    store::{self, Attachment},
    text::{BlockId, BlockKind, lines},
};

/// Other contexts have parts on the page of a hearing, below its title.
pub const ON_HEARING_PAGE: &str = "hearing.reader";

/// Answers on one page.
const PAGE_SIZE: usize = 20;

#[derive(Default, Deserialize)]
#[serde(default)]
struct ShowQuery {
    side: Option<usize>,
    afsnit: Option<BlockId>,
}

#[derive(Template)]
#[template(path = "hearing/show.html")]
struct HearingPage {
    shell: Shell,
    t: T,
    hearing: Hearing,
    state: (&'static str, &'static str, &'static str),
    shows_text: bool,
    is_coming: bool,
    is_open: bool,
    is_closed: bool,
    is_answered: bool,
    opening: String,
    closing: String,
    left: String,
    days: i64,
    blocks: Vec<BlockLine>,
    heard: Vec<String>,
    /// It has opened: who is listed was asked.
    has_opened: bool,
    /// Advice about a draft, and who gets a mail when it opens.
    advice: Vec<String>,
    counts: String,
    /// "Om 2.1 Vi vil …"; empty: all answers.
    about: String,
    answers: Vec<AnswerLine>,
    previous: String,
    next: String,
    position: String,
    changes: Vec<(String, &'static str, String)>,
    keeper: Option<Keeper>,
    /// The stored text: title, address where the reader may read it, and which version.
    source: Option<(String, String, String)>,
    /// HTML that other contexts add.
    parts: Vec<String>,
    base: String,
}

/// What those who keep the hearing can do now.
struct Keeper {
    can_open: bool,
    can_move: bool,
    /// The hearing is closed or called off: a new closing opens it again.
    reopens: bool,
    can_call_off: bool,
    is_draft: bool,
    /// Its days are gone: they are chosen anew before it is announced.
    is_overdue: bool,
    is_of_text: bool,
    not_asked: usize,
}

struct BlockLine {
    id: BlockId,
    number: String,
    kind: BlockKind,
    lines: Vec<String>,
    /// A table or a decision, as it is read.
    shown: Block,
    /// "3 svar".
    answers: String,
}

/// An answer as anybody may read it.
pub(crate) struct AnswerLine {
    pub number: i64,
    pub name: String,
    pub kind: &'static str,
    pub at: String,
    /// About what, the words, and why something was taken out.
    pub parts: Vec<(String, Vec<String>, String)>,
    pub files: Vec<(String, String)>,
}

impl AnswerLine {
    /// `parts` and `files`: of all answers of the page.
    pub(crate) fn of(
        cx: &Cx,
        answer: &Answer,
        parts: &[Part],
        files: &[Attachment],
        name_of: &dyn Fn(Option<BlockId>) -> String,
    ) -> Self {
        let t = T(cx.locale);
        let own = parts.iter().filter(|part| part.response == answer.id);
        let files = files.iter().filter(|file| file.response_id == answer.id && file.is_public);
        Self {
            number: answer.number.unwrap_or_default(),
            name: answer.public_name(t, false),
            kind: answer.kind.label(t),
            at: answer.sent_at.map(|at| cx.locale.day_and_time(at, cx.today())).unwrap_or_default(),
            parts: own
                .map(|part| (name_of(part.block), lines(part.shown()), part.shown_reason.clone()))
                .collect(),
            files: files.map(|file| (file.href(), file.said(t))).collect(),
        }
    }
}

/// The public page of a hearing. Runs at most ten queries, whatever the number of answers.
pub(crate) async fn show(cx: Cx, Path(id): Path<HearingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let hearing = known(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, hearing).await?;
    cx.page(page)
}

/// Which text is heard, for everybody; its address for those who may read it. Two queries; none where the text was typed.
async fn source(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
) -> Result<Option<(String, String, String)>> {
    let heard = heard_version(connection, cx.tenant.id, hearing).await?;
    let (Some(id), Some((title, number))) = (hearing.source, heard) else { return Ok(None) };
    let text = texts::find(connection, cx.tenant.id, id).await?;
    let seen = text.filter(|text| text.is_published() || cx.actor.is_coordinator());
    let href = seen.map(|text| text.href()).unwrap_or_default();
    Ok(Some((title, href, T(cx.locale).version_said(number))))
}

async fn page(cx: &Cx, connection: &mut Connection, hearing: Hearing) -> Result<HearingPage> {
    let (t, now, tenant, asked) = (T(cx.locale), cx.now(), cx.tenant.id, query::<ShowQuery>(cx));
    let phase = hearing.phase(now);
    // Before the hearing opens, its time is public but not its text.
    let shows_text = hearing.is_public(now) || may_keep(cx);
    let blocks = match shows_text {
        true => store::blocks(connection, tenant, hearing.id).await?,
        false => Vec::new(),
    };
    let numbered = numbered(&blocks);
    let of_blocks = store::count_of_blocks(connection, tenant, hearing.id).await?;
    let of_block =
        |id: BlockId| of_blocks.iter().find(|(block, _)| *block == id).map_or(0, |(_, count)| *count);
    let about = asked.afsnit.filter(|id| blocks.iter().any(|block| block.id == *id));
    let public = store::count_public(connection, tenant, hearing.id).await?;
    let shown = usize::try_from(about.map_or(public, of_block)).unwrap_or(0);
    let paging = Page::new(asked.side, PAGE_SIZE);
    let slice = (PAGE_SIZE as i64, i64::try_from(paging.offset()).unwrap_or(0));
    let answers = store::public(connection, tenant, hearing.id, about, slice).await?;
    let ids: Vec<_> = answers.iter().map(|answer| answer.id).collect();
    let parts = store::parts_of(connection, tenant, &ids).await?;
    let files = store::files_of(connection, tenant, &ids).await?;
    let parties = store::parties(connection, tenant, hearing.id).await?;
    let changes = store::changes(connection, tenant, hearing.id).await?;
    let not_asked = match may_keep(cx) && phase == Phase::Draft {
        true => {
            let bodies = body::all(connection, tenant, cx.today()).await?;
            let rows = ProposalRows { bodies: &bodies, parties: &parties, blocks: &blocks };
            proposals_among(cx, connection, &hearing, rows, &changes).await?.len()
        }
        false => 0,
    };
    let source = source(cx, connection, &hearing).await?;
    let others = module::parts(cx, connection, ON_HEARING_PAGE, hearing.id.uuid()).await?;
    let name_of = |id| block_name(t, &numbered, id);
    let address = |side: Option<usize>| {
        let block = about.map(|id| format!("afsnit={id}&")).unwrap_or_default();
        side.map(|side| format!("{}?{block}side={side}#svar", hearing.href())).unwrap_or_default()
    };
    let asked_parties = parties.iter().filter(|_| shows_text);
    let mut heard: Vec<String> = asked_parties.map(|party| party.name.clone()).collect();
    heard.sort_by_cached_key(|name| samskab_kernel::danish::sort_key(name));
    let is_told =
        |change: &&crate::hearing::Change| change.kind != crate::hearing::ChangeKind::LeftOut || may_keep(cx);
    Ok(HearingPage {
        shell: cx.shell(hearing.title.clone()).under("/hoeringer", t.hearing_list_title()).here(),
        t,
        state: if hearing.is_overdue(now) { Hearing::said_overdue(t) } else { phase.said(t) },
        shows_text,
        is_coming: phase == Phase::Coming,
        is_open: phase == Phase::Open,
        is_closed: phase == Phase::Closed,
        is_answered: phase == Phase::Answered,
        opening: cx.locale.day_and_time(hearing.opens_at, cx.today()),
        closing: hearing.closing(cx.locale, cx.today()),
        left: if phase == Phase::Open { hearing.period().left(now).said(t) } else { String::new() },
        days: hearing.period().days(),
        blocks: numbered
            .iter()
            .map(|(number, block)| BlockLine {
                id: block.id,
                number: number.clone(),
                kind: block.kind,
                lines: lines(&block.said),
                shown: crate::source::shown(block),
                answers: match of_block(block.id) {
                    0 => String::new(),
                    count => t.hearing_answers_of_block(count),
                },
            })
            .collect(),
        heard,
        has_opened: hearing.opens_at <= now && phase != Phase::Draft,
        advice: match may_keep(cx) && phase == Phase::Draft {
            true => advice(t, &hearing, &blocks, &parties),
            false => Vec::new(),
        },
        counts: t.hearing_counts(public),
        about: about.map(|id| name_of(Some(id))).unwrap_or_default(),
        answers: answers.iter().map(|answer| AnswerLine::of(cx, answer, &parts, &files, &name_of)).collect(),
        previous: address(paging.previous()),
        next: address(paging.next(shown)),
        position: t.hearing_page_of(paging.count(shown), paging.number),
        changes: changes
            .iter()
            .filter(is_told)
            .map(|change| {
                let words = [change.about.as_str(), change.reason.as_str()];
                let words: Vec<&str> = words.into_iter().filter(|text| !text.is_empty()).collect();
                (
                    cx.locale.day_and_time(change.created_at, cx.today()),
                    change.kind.label(t),
                    words.join(": "),
                )
            })
            .collect(),
        keeper: may_keep(cx).then(|| Keeper {
            can_open: phase == Phase::Draft,
            can_move: hearing.can_move(now),
            reopens: matches!(phase, Phase::Closed | Phase::CalledOff),
            can_call_off: hearing.can_call_off(now),
            is_draft: phase == Phase::Draft,
            is_overdue: hearing.is_overdue(now),
            is_of_text: hearing.source.is_some(),
            not_asked,
        }),
        source,
        parts: others,
        base: hearing.href(),
        hearing,
    })
}
