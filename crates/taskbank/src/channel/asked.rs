//! "Where did you hear of the task?" in the interest form: asked voluntarily, filled in by the link that was
//! followed. What counts is what stands in the form when it is sent: nothing is stored behind its back.

use samskab_kernel::TenantId;
use samskab_store::{Connection, Result};
use samskab_web::{Cx, form::Choice};

use super::{CameBy, ChannelCode, ChannelKind, HeardFrom, store};
use crate::T;

/// Precedes the code of a channel in the form's value.
const CHANNEL: &str = "kanal-";

/// What a followed link fills in.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// The answer that is chosen beforehand.
    pub answer: String,
    /// The code that the form carries along; empty when no channel has it.
    pub code: String,
}

pub async fn of_link(
    connection: &mut Connection,
    tenant: TenantId,
    code: Option<ChannelCode>,
) -> Result<Followed> {
    let Some(code) = code else { return Ok(Followed::default()) };
    let channel = store::find_by_code(connection, tenant, &code).await?;
    Ok(match channel {
        Some(channel) if channel.kind == ChannelKind::Personal => {
            Followed { answer: HeardFrom::Volunteer.code().to_owned(), code: code.to_string() }
        }
        Some(_) => Followed { answer: format!("{CHANNEL}{code}"), code: code.to_string() },
        None => Followed::default(),
    })
}

/// The channels in use – and the one chosen, if it no longer is – and what else there is.
pub async fn choices(
    connection: &mut Connection,
    tenant: TenantId,
    chosen: &str,
    t: T,
) -> Result<Vec<Choice>> {
    let channels = store::registered(connection, tenant).await?.into_iter().filter_map(|channel| {
        let value = format!("{CHANNEL}{}", channel.code);
        let is_chosen = value == chosen;
        (channel.is_active || is_chosen).then(|| Choice::new(value, channel.name, is_chosen))
    });
    let others = HeardFrom::ALL.iter().filter(|heard| **heard != HeardFrom::Channel);
    let others = others.map(|heard| Choice::new(heard.code(), heard.label(t), heard.code() == chosen));
    // Whom one knows comes first: that is how most come (VB-23).
    let (known, rest): (Vec<Choice>, Vec<Choice>) =
        others.partition(|choice| choice.value == HeardFrom::Volunteer.code());
    Ok(known.into_iter().chain(channels).chain(rest).collect())
}

/// What was answered. `v` counts only while the answer still is what it filled in; nobody comes by their
/// own link. What is not on the list was not posted by our page and is no answer.
pub async fn read(cx: &Cx, connection: &mut Connection, answer: &str, v: &str) -> Result<CameBy> {
    let tenant = cx.tenant.id;
    if let Some(code) = answer.strip_prefix(CHANNEL) {
        let Ok(code) = code.parse::<ChannelCode>() else { return Ok(CameBy::default()) };
        let channel = store::find_by_code(connection, tenant, &code).await?;
        let channel = channel.filter(|channel| channel.kind != ChannelKind::Personal);
        return Ok(channel.map_or_else(CameBy::default, |channel| CameBy {
            channel: Some(channel.id),
            heard_from: Some(HeardFrom::Channel),
        }));
    }
    let heard_from = answer.parse::<HeardFrom>().ok();
    let channel = match (heard_from, v.parse::<ChannelCode>()) {
        (Some(HeardFrom::Volunteer), Ok(code)) => store::find_by_code(connection, tenant, &code).await?,
        _ => None,
    };
    let me = cx.actor.person.map(samskab_organisation::person::PersonId::from_uuid);
    let channel = channel.filter(|channel| channel.kind == ChannelKind::Personal && channel.person_id != me);
    Ok(CameBy { channel: channel.map(|channel| channel.id), heard_from })
}
