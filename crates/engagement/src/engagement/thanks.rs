//! The words of thanks to begin from.

use samskab_kernel::Day;
use samskab_organisation::person::Person;
use samskab_taskbank::{
    catalogue,
    task::{Time, store::ShownTask},
};

use super::Engagement;

/// In the volunteer's language; whoever writes changes it freely. `contact`: who signs; empty: the place alone.
pub(super) fn text(
    engagement: &Engagement,
    has_begun: bool,
    shown: &ShownTask,
    person: &Person,
    contact: &str,
    today: Day,
) -> String {
    let is_once = matches!(shown.task.time, Time::OneOff { .. });
    let kind = match engagement.begins_on.filter(|_| engagement.has_helped(has_begun, today)) {
        None => "proposed",
        Some(first) if !is_once && first.plus_days(60) <= today => "long",
        Some(_) => "moment",
    };
    let Some(text) = catalogue::thanks_text(kind) else { return String::new() };
    let signing = [contact, &shown.poster_name].into_iter().filter(|name| !name.is_empty());
    text.text(person.locale)
        .trim()
        .replace("{contact}, {place}", &signing.collect::<Vec<_>>().join(", "))
        .replace("{volunteer}", person.first_name())
        .replace("{task}", &shown.task.title)
        .replace("{place}", &shown.poster_name)
        .replace("{contact}", contact)
}
