//! What happens to a channel, as it stands in the book of events. A volunteer's own link is nobody's event.

use super::{ChannelId, ChannelKind};

samskab_store::events! {
    pub about channel(ChannelId) { kind: ChannelKind, is_active: bool }

    ChannelAdded => "channel.added";
    ChannelChanged => "channel.changed";
}
