//! What happens to dialogue meetings, as it stands in the book of events. No persons in it.

use crate::{Dialogue, DialogueId, Guest, GuestId};

samskab_store::events! {
    pub about dialogue(DialogueId) {}
    impl { fn of(dialogue: &Dialogue) { dialogue: dialogue.id } }

    DialoguePlanned => "dialogue.planned";
    DialogueChanged => "dialogue.changed";
    DialogueOpened => "dialogue.opened";
    DialogueCancelled => "dialogue.cancelled";
    NotesPublished => "dialogue.notes_published";
}

samskab_store::events! {
    pub about guest(GuestId) { dialogue: DialogueId }
    impl { fn of(guest: &Guest) { guest: guest.id, dialogue: guest.dialogue } }

    GuestSignedUp => "guest.signed_up";
    GuestWithdrew => "guest.withdrew";
    /// A guest got a place from the waiting list.
    GuestGotPlace => "guest.got_place";
}
