//! What happens to the voices of a text.

use samskab_writing::text::TextId;

samskab_store::events! {
    pub about text(TextId) {}
    impl { fn of(text: TextId) { text: text } }

    /// A participant was added, ticked, changed or removed.
    ParticipantsChanged => "voices.participants_changed";
    /// Something that was said was written down, changed, set aside, answered or deleted.
    InputsChanged => "voices.inputs_changed";
    /// Somebody wrote in the open form.
    VoiceSent => "voices.sent";
    /// Points were made, shared out, joined, parted or answered.
    PointsChanged => "voices.points_changed";
    /// Changes of the text were marked as editorial.
    EditorialMarked => "voices.editorial_marked";
    /// It was decided what everybody reads, or until when everybody can write.
    VoicesOpened => "voices.opened";
}
