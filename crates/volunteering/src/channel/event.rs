//! What happens to a channel, as it stands in the book of events. A volunteer's own link is nobody's event.

use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use super::{ChannelId, ChannelKind};

macro_rules! events {
    ($($name:ident => $kind:literal;)+) => {$(
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(skip)]
            pub channel: ChannelId,
            pub kind: ChannelKind,
            pub is_active: bool,
        }
        impl Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.channel.uuid()
            }
        }
    )+};
}

events! {
    ChannelAdded => "channel.added";
    ChannelChanged => "channel.changed";
}
