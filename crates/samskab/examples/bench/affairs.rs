//! What groups and hearings do, in the sizes that issues ask for: filled, and what is asked of it. Everything that is asked
//! for by an address has an id of its own, the same every time.

use std::sync::atomic::{AtomicUsize, Ordering};

use samskab_file::FileKind;
use samskab_hearing::{
    hearing::{Hearing, HearingId, HearingState},
    remark::{Remark, Verdict},
    response::{HoldReason, Part, Response, ResponseState, SenderKind},
    store as hearings,
    text::cut,
    write_text,
};
use samskab_kernel::{Instant, Locale, Validity};
use samskab_meetings::meeting::{
    self, FollowUp, Item, ItemId, ItemState, Meeting, MeetingId, MeetingState, Verb, add_follow_up, annex,
};
use samskab_organisation::{
    body::{
        self, Body, BodyId, BodyKind,
        seat::{self, Holder, Seat, SeatRole},
    },
    person::PersonId,
};
use samskab_store::{Result, Tx};
use samskab_writing::{
    store as texts,
    text::{BlockKind, Text, TextId, TextKind},
};
use uuid::Uuid;

use crate::{Scale, forms, load};

const BODY: u128 = 0xbe7c_0001;
const MEETING: u128 = 0xbe7c_0002;
const TEXT: u128 = 0xbe7c_0003;
const OPEN: u128 = 0xbe7c_0004;
const POSTED_TO: u128 = 0xbe7c_0005;
const NOTED: u128 = 0xbe7c_0006;
/// Of the blocks that are written, one for each who writes.
const BLOCK: u128 = 0xbe7c_0100;

/// Those who write in one text at once.
pub const WRITERS: usize = 6;
const YEARS: i32 = 10;
const MEETINGS_A_YEAR: i32 = 30;
const ITEMS: usize = 60;
const ANNEXES: usize = 200;
const FOLLOW_UPS: usize = 500;
const BLOCKS: usize = 60;
const WORDS: &str = "Gruppen har talt om, hvordan frivillige og medarbejdere hjælper hinanden, og hvad der skal til, \
    for at flere har lyst til at være med. Det kræver tid, lokaler og nogen, der tager imod.";

pub fn body() -> String {
    format!("/organer/{}", Uuid::from_u128(BODY))
}

pub fn meeting() -> String {
    format!("/moeder/{}", Uuid::from_u128(MEETING))
}

pub fn hearing() -> String {
    format!("/hoeringer/{}", Uuid::from_u128(OPEN))
}

pub fn posted_to() -> String {
    format!("/hoeringer/{}", Uuid::from_u128(POSTED_TO))
}

pub fn note() -> String {
    format!("/hoeringer/{}", Uuid::from_u128(NOTED))
}

/// Writes of several who each have a block of their own and save it again and again, as the page does by itself.
#[derive(Default)]
pub struct Writers([AtomicUsize; WRITERS]);

impl Writers {
    pub fn save(&self, address: &str, cookie: &str, number: usize) -> Vec<u8> {
        let writer = number % WRITERS;
        let round = self.0[writer].fetch_add(1, Ordering::Relaxed);
        let said =
            |round: usize| if round == 0 { WORDS.to_owned() } else { format!("{WORDS} Runde {round}.") };
        let block = Uuid::from_u128(BLOCK + u128::try_from(writer).unwrap_or_default());
        let body = format!(
            "slags=paragraph&foer_slags=paragraph&foer={}&tekst={}&version={}",
            forms::encoded(&said(round)),
            forms::encoded(&said(round + 1)),
            round + 1,
        );
        load::post_as(address, &format!("/tekstblokke/{block}"), &body, cookie)
    }
}

/// A tenth of what costs much to fill, where a tenth of everything is asked for.
fn part(scale: Scale, whole: usize) -> usize {
    if scale.tasks < Scale::FULL.tasks { whole / 10 } else { whole }
}

pub async fn fill(tx: &mut Tx, scale: Scale, coordinator: PersonId, now: Instant) -> Result<()> {
    let body = Body::named(
        BodyId::from(Uuid::from_u128(BODY)),
        "Gruppen med mange møder",
        BodyKind::Coordination,
        Validity::since(now.day().plus_days(-366 * YEARS)),
    );
    body::add(tx, &body).await?;
    let id = tx.new_id();
    let holder = Holder::Person(coordinator);
    seat::add(tx, &Seat::new(id, body.id, holder, SeatRole::Secretary, body.validity)).await?;
    let long = add_meetings(tx, body.id, now).await?;
    for number in 0..FOLLOW_UPS {
        let one = FollowUp {
            id: tx.new_id(),
            body: body.id,
            item: long,
            matter: format!("Spørg forening {} om lokaler", number + 1),
            person: Some(coordinator),
            due_on: now.day().plus_days(i32::try_from(number % 90).unwrap_or(0)),
            done_at: None,
            outcome: String::new(),
            changed_at: None,
            removed_reason: String::new(),
            created_at: now,
            updated_at: now,
        };
        add_follow_up(tx, &one).await?;
    }
    add_text(tx, body.id, now).await?;
    add_hearing(tx, OPEN, HearingState::Announced, now, part(scale, 500)).await?;
    add_hearing(tx, POSTED_TO, HearingState::Announced, now, 0).await?;
    add_hearing(tx, NOTED, HearingState::Answered, now, part(scale, 2_000)).await
}

/// Ten years of meetings, and one with a long agenda and many annexes; a point of that.
async fn add_meetings(tx: &mut Tx, body: BodyId, now: Instant) -> Result<ItemId> {
    for number in 1..=YEARS * MEETINGS_A_YEAR {
        let day = now.day().plus_days(-number * 365 / MEETINGS_A_YEAR);
        let new = Meeting::new(tx.new_id(), body, (day.at(14, 0), day.at(16, 0)), day.at(8, 0));
        let old = Meeting { state: MeetingState::Approved, called_at: Some(day.at(8, 0)), ..new };
        meeting::store::add(tx, &old).await?;
        for place in 1..=3 {
            let title = format!("Punkt {place}");
            let new = Item::new(tx.new_id(), old.id, title, Verb::Decides, day.at(8, 0));
            let decided = Item {
                place,
                state: ItemState::Decided,
                decision: WORDS.into(),
                decision_number: format!(
                    "{}/{}",
                    number * 3 + i32::try_from(place).unwrap_or(0),
                    day.date().year()
                ),
                ..new
            };
            meeting::store::add_item(tx, &decided).await?;
        }
    }
    let day = now.day().plus_days(14);
    let id = MeetingId::from(Uuid::from_u128(MEETING));
    let new = Meeting::new(id, body, (day.at(9, 0), day.at(16, 0)), now);
    let long = Meeting { state: MeetingState::Called, called_at: Some(now), ..new };
    meeting::store::add(tx, &long).await?;
    let mut items = Vec::new();
    for place in (1..).take(ITEMS) {
        let new = Item::new(tx.new_id(), id, format!("Sag nummer {place}"), Verb::Decides, now);
        let item = Item { place, about: format!("{WORDS}\n{WORDS}"), proposal: WORDS.into(), ..new };
        meeting::store::add_item(tx, &item).await?;
        items.push(item.id);
    }
    for number in 0..ANNEXES {
        let bytes = format!("Bilag {number}. {WORDS}").into_bytes();
        let name = format!("bilag-{number}.txt");
        annex::add_checked(tx, items[number % ITEMS], &name, FileKind::Text, bytes, now).await?;
    }
    Ok(items[0])
}

async fn add_text(tx: &mut Tx, body: BodyId, now: Instant) -> Result<()> {
    let text = Text {
        kind: TextKind::Rules,
        title: "Tekst, som seks skriver i".into(),
        body: Some(body),
        ..Text::new(TextId::from(Uuid::from_u128(TEXT)), now)
    };
    texts::add(tx, &text).await?;
    for place in (1..).take(BLOCKS) {
        let block = texts::insert_block(tx, text.id, place, BlockKind::Paragraph, WORDS).await?;
        drop(block);
    }
    let written = (0..WRITERS).map(|writer| samskab_writing::content::ContentBlock {
        id: Uuid::from_u128(BLOCK + u128::try_from(writer).unwrap_or_default()).into(),
        kind: BlockKind::Paragraph,
        content: WORDS.into(),
    });
    let tenant = tx.tenant();
    let there = texts::content(tx, tenant, &text).await?.blocks;
    let all: Vec<_> = there.into_iter().chain(written).collect();
    texts::replace(tx, text.id, &all).await
}

async fn add_hearing(
    tx: &mut Tx,
    id: u128,
    state: HearingState,
    now: Instant,
    responses: usize,
) -> Result<()> {
    let (opens_at, closes_at) = match state {
        HearingState::Answered => (now.plus_days(-60), now.plus_days(-10)),
        _ => (now.plus_days(-5), now.plus_days(30)),
    };
    let hearing = Hearing {
        title: "En politik for frivillighed".into(),
        why: WORDS.into(),
        opens_at,
        closes_at,
        state,
        sent: i64::try_from(responses).unwrap_or(0),
        ..Hearing::new(HearingId::from(Uuid::from_u128(id)), opens_at)
    };
    hearings::add(tx, &hearing).await?;
    let chapters = (1..=12).map(|number| format!("# Kapitel {number}\n\n{WORDS}\n\n{WORDS}\n\n{WORDS}"));
    write_text(tx, &hearing, &[], &cut(&chapters.collect::<Vec<_>>().join("\n\n"))).await?;
    let tenant = tx.tenant();
    let blocks = hearings::blocks(tx, tenant, hearing.id).await?;
    for number in 0..responses {
        let response = Response {
            id: tx.new_id(),
            hearing: hearing.id,
            party: None,
            person: None,
            number: Some(i64::try_from(number + 1).unwrap_or(0)),
            kind: SenderKind::Citizen,
            name: format!("Prøve Svarsen {}", number + 1),
            on_behalf_of: String::new(),
            email: None,
            locale: Locale::Da,
            is_nameless: false,
            is_closed: false,
            state: ResponseState::Confirmed,
            sent_at: Some(opens_at),
            published_at: Some(opens_at),
            held: HoldReason::No,
            hidden_reason: String::new(),
            told_at: Some(opens_at),
            replied_at: Some(opens_at),
            version: 1,
            created_at: opens_at,
            updated_at: opens_at,
        };
        hearings::add_response(tx, &response).await?;
        let part = Part {
            id: tx.new_id(),
            hearing: hearing.id,
            response: response.id,
            block: Some(blocks[number % blocks.len()].id),
            place: 1,
            said: format!("{WORDS} Det mener jeg som nummer {}.", number + 1),
            shown: None,
            shown_reason: String::new(),
        };
        hearings::add_part(tx, &part).await?;
        let remark = Remark {
            theme: format!("Tema {}", number % 12),
            verdict: Some(Verdict::ALL[number % Verdict::ALL.len()]),
            assessment: WORDS.into(),
            assessed_at: Some(opens_at),
            ..Remark::of(tx.new_id(), &part)
        };
        hearings::add_remark(tx, &remark).await?;
    }
    Ok(())
}
