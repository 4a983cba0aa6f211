//! What can be typed on the page of an engagement: each of its small forms sends the fields of its own.

use samskab_kernel::Locale;
use samskab_web::form::{self, Choice, Field};

use super::{
    EndReason, Words,
    words::{MOST_TEXT, MOST_WORDS},
};
use crate::T;

samskab_web::form! {
    pub(super) struct EngagementForm {
        /// The version that was read or changed.
        version: hidden,
        /// The first day, where none is proposed yet.
        begins_on: day(engagement_first_day).says_itself(),
        /// Says that the three answers in the writer's own words are sent along, even where all of them are empty:
        /// the mark of the words that were shown.
        with_words: hidden,
        /// How the volunteer said yes, when somebody notes it for them.
        how: text(engagement_note_yes_how).hint(engagement_note_yes_hint).max(200).says_itself(),
        can: paragraph(form::by_the_page).rows(3).optional().max(MOST_WORDS),
        sees: paragraph(form::by_the_page).rows(3).optional().max(MOST_WORDS),
        needs: paragraph(form::by_the_page).hint(engagement_words_hint).rows(3).optional().max(MOST_WORDS),
        text: paragraph(engagement_text).hint(engagement_text_hint).rows(22).at_most(MOST_TEXT),
        day: day(engagement_other_day),
        talk: day(engagement_talk_on),
        until: day(engagement_pause_until),
        reason: choice(engagement_end_reason).first(engagement_end_no_reason).optional().among(reasons),
        note: text(engagement_end_note).optional().max(500),
        thanks: paragraph(engagement_thanks).hint(engagement_thanks_hint).rows(9).at_most(4000),
    }
}

fn reasons(locale: Locale) -> Vec<Choice> {
    EndReason::ALL.iter().map(|reason| Choice::of(reason.code(), reason.label(T(locale)))).collect()
}

impl EngagementForm {
    /// Whether it was sent with the writer's own words.
    pub fn has_words(&self) -> bool {
        !self.with_words.is_empty()
    }

    /// As the page shows it: what was sent stays as it was typed, the other texts are shown as they are stored now.
    pub fn on_the_page(self, version: i64, words: &Words, text: &str, thanks: String) -> Self {
        let keeps_words = self.has_words();
        // What is refused because a colleague wrote meanwhile stands at the first of them: then the newest is shown.
        let is_mark_kept = keeps_words && !self.can().is_wrong();
        let with_words = if is_mark_kept { self.with_words.clone() } else { words.mark() };
        let mut form = Self { version: version.to_string(), with_words, ..self };
        if !keeps_words && ![form.can(), form.sees(), form.needs()].iter().any(Field::is_wrong) {
            form.can.clone_from(&words.can);
            form.sees.clone_from(&words.sees);
            form.needs.clone_from(&words.needs);
        }
        if !form.text().is_wrong() {
            text.clone_into(&mut form.text);
        }
        if form.thanks.is_empty() && !form.thanks().is_wrong() {
            form.thanks = thanks;
        }
        form
    }
}
