//! What the fields of the task form are called, and what each of them says: for the summary of errors,
//! and for showing what somebody else wrote meanwhile.

use samskab_kernel::Locale;
use samskab_web::form::Choice;

use super::{
    Channel, Company, Language, Remote, Task,
    form::TaskForm,
    form_page::{
        Contacts, approaches, choices, insurances, requirements, several, themes, throughs, time_kinds,
        weekdays,
    },
};
use crate::{T, catalogue};

/// A field as the page shows it.
pub(super) struct Written {
    /// Name and id in the form.
    pub field: &'static str,
    pub label: &'static str,
    pub text: String,
}

/// Changes when anybody changes what the form can change; stands in the form, so that a page that has
/// become old is noticed. What else happens to the task – published, filled – does not disturb it.
pub(super) fn version(task: &Task) -> String {
    samskab_web::token::hash(&format!("{:?}", TaskForm::of(task)))
}

/// Name and label of every field, in the order of the form.
pub(super) fn labels(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let t = T(locale);
    vec![
        ("title", t.task_form_title()),
        ("summary", t.task_form_summary()),
        ("does", t.task_form_does()),
        ("time_kind", t.task_form_time_kind()),
        ("day", t.task_form_day()),
        ("weekdays", t.task_form_weekdays()),
        ("start", t.task_form_start()),
        ("end", t.task_form_end()),
        ("end_day", t.task_form_end_day()),
        ("hours_per_week", t.task_form_hours()),
        ("hours_note", t.task_form_hours_note()),
        ("from", t.task_form_from()),
        ("until", t.task_form_until()),
        ("remote", t.task_form_remote()),
        ("venue", t.task_form_venue()),
        ("address", t.task_form_address()),
        ("postcode", t.task_form_postcode()),
        ("contact", t.task_form_contact()),
        ("boundary_staff", t.task_boundary_staff()),
        ("boundary_volunteers", t.task_boundary_volunteers()),
        ("boundary_grey", t.task_boundary_grey()),
        ("insurance", t.task_form_insurance()),
        ("through", t.task_form_through()),
        ("theme", t.task_form_theme()),
        ("topics", t.task_form_topics()),
        ("target_groups", t.task_form_target_groups()),
        ("places", t.task_form_places()),
        ("company", t.task_form_company()),
        ("languages", t.task_form_languages()),
        ("offers", t.task_form_offers()),
        ("expects", t.task_form_expects()),
        ("accessibility", t.task_form_accessibility()),
        ("competences", t.task_form_competences()),
        ("requirements", t.task_form_requirements()),
        ("course", t.task_form_course()),
        ("information_meeting", t.task_form_information_meeting()),
        ("min_age", t.task_form_min_age()),
        ("approach", t.task_form_approach_choose()),
        ("approach_challenge", catalogue::aid::reason_of_challenge(locale)),
        ("approach_parties", catalogue::aid::reason_of_parties(locale)),
        ("approach_other", t.task_form_approach_other()),
        ("channels", t.task_form_channels_legend()),
    ]
}

fn chosen(choices: Vec<Choice>) -> String {
    let chosen = choices.into_iter().filter(|choice| choice.selected).map(|choice| choice.label);
    chosen.collect::<Vec<_>>().join(", ")
}

fn text(field: &str, form: &TaskForm, contacts: &Contacts, locale: Locale) -> String {
    let t = T(locale);
    let typed = match field {
        "title" => &form.title,
        "summary" => &form.summary,
        "does" => &form.does,
        "time_kind" => return chosen(time_kinds(form, t)),
        "day" => &form.day,
        "weekdays" => return chosen(weekdays(form, locale)),
        "start" => &form.start,
        "end" => &form.end,
        "end_day" => &form.end_day,
        "hours_per_week" => &form.hours_per_week,
        "hours_note" => &form.hours_note,
        "from" => &form.from,
        "until" => &form.until,
        "remote" => return chosen(choices(Remote::ALL, &form.remote, |one| one.label(t))),
        "venue" => &form.venue,
        "address" => &form.address,
        "postcode" => &form.postcode,
        "contact" => return chosen(contacts.choices(&form.contact)),
        "boundary_staff" => &form.boundary_staff,
        "boundary_volunteers" => &form.boundary_volunteers,
        "boundary_grey" => &form.boundary_grey,
        "insurance" => return chosen(insurances(form, locale)),
        "through" => return chosen(throughs(form, t)),
        "theme" => return chosen(themes(form, locale)),
        "topics" => {
            let all = catalogue::topics().iter().map(|topic| (topic.key.as_str(), topic.name(locale)));
            return chosen(several(all, &form.topics));
        }
        "target_groups" => {
            let all = catalogue::target_groups().iter().map(|one| (one.key.as_str(), one.name(locale)));
            return chosen(several(all, &form.target_groups));
        }
        "places" => &form.places,
        "company" => return chosen(choices(Company::ALL, &form.company, |one| one.label(t))),
        "languages" => {
            return chosen(several(
                Language::ALL.iter().map(|one| (one.code(), one.label(t))),
                &form.languages,
            ));
        }
        "offers" => &form.offers,
        "expects" => &form.expects,
        "accessibility" => &form.accessibility,
        "competences" => {
            let all = catalogue::competences().iter().map(|one| (one.key.as_str(), one.name(locale)));
            return chosen(several(all, &form.competences));
        }
        "requirements" => return chosen(requirements(form, locale)),
        "course" => &form.course,
        "information_meeting" => &form.information_meeting,
        "min_age" => &form.min_age,
        "approach" => return chosen(approaches(form, locale)),
        "approach_challenge" => &form.approach_challenge,
        "approach_parties" => &form.approach_parties,
        "approach_other" => &form.approach_other,
        "channels" => {
            return chosen(several(
                Channel::ALL.iter().map(|one| (one.code(), one.label(t))),
                &form.channels,
            ));
        }
        _ => return String::new(),
    };
    typed.trim().replace("\r\n", "\n")
}

/// What stands now in the fields where `typed` says something else.
pub(super) fn differing(
    now: &TaskForm,
    typed: &TaskForm,
    contacts: &Contacts,
    locale: Locale,
) -> Vec<Written> {
    let of = |form: &TaskForm, field| text(field, form, contacts, locale);
    let all = labels(locale).into_iter();
    all.map(|(field, label)| Written { field, label, text: of(now, field) })
        .filter(|written| written.text != of(typed, written.field))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every field that can be sent has a name in the summary; the buttons and the aid's questions have none.
    #[test]
    fn no_field_of_the_form_is_forgotten() {
        let template = include_str!("../../templates/task/form.html");
        let labels = labels(Locale::Da);
        let call = |line: &'static str| {
            let (_, call) = line.split_once("{{ c::")?;
            let (name, rest) = call.split_once('(')?;
            let is_field = name.ends_with("field") || name.ends_with("group");
            let field = rest.strip_prefix('"')?.split('"').next()?;
            is_field.then_some(field)
        };
        let fields: Vec<&str> = template.lines().filter_map(call).collect();
        assert!(fields.len() > 30, "{fields:?}");
        for field in fields {
            assert!(labels.iter().any(|(known, label)| *known == field && !label.is_empty()), "{field}");
        }
    }
}
