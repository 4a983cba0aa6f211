//! The words of a frivilligaftale: a template filled from the task, and how it is laid out on a page. Pure.

use samskab_kernel::{Day, Locale};
use samskab_taskbank::{
    catalogue,
    task::{Requirement, Task, time::as_beginning, view::place_line},
};

use crate::T;
use samskab_interest::letter::when_and_where;

/// The agreement as plain text, without the marks of headings and points.
pub fn plain(text: &str) -> String {
    let line = |line: &str| match (line.strip_prefix("## "), line.strip_prefix("- ")) {
        (Some(heading), _) => format!("{heading}:"),
        (_, Some(point)) => format!("• {point}"),
        _ => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The values that replace the template's placeholders.
pub struct Filled<'a> {
    pub locale: Locale,
    pub volunteer: &'a str,
    pub place: &'a str,
    /// Who can be asked, with a number where there is one.
    pub contact: &'a str,
    pub task: &'a Task,
    pub today: Day,
}

/// The template with its placeholders replaced. A line whose placeholder is empty is left out, and so is a heading
/// with nothing below it.
pub fn fill(template: &str, filled: &Filled<'_>) -> String {
    let (task, locale) = (filled.task, filled.locale);
    let insurance =
        catalogue::insurance(task.insurance.code()).map_or("", |class| class.for_volunteer(locale));
    let requirements: Vec<String> = task
        .requirements
        .iter()
        .filter_map(|requirement| {
            let name = catalogue::requirement(requirement.code())?.name(locale);
            Some(match requirement {
                Requirement::InformationMeeting if !task.information_meeting.is_empty() => {
                    format!("{name}: {}", task.information_meeting)
                }
                _ => name.to_owned(),
            })
        })
        .collect();
    let when = as_beginning(&task.time.sentence(locale, filled.today));
    let place = place_line(task, samskab_taskbank::T(T(locale).0));
    let points = [
        ("{does}", &task.does),
        ("{staff}", &task.boundary.staff),
        ("{volunteers}", &task.boundary.volunteers),
        ("{grey}", &task.boundary.grey),
        ("{requirements}", &requirements),
    ];
    let words = [
        ("{volunteer}", filled.volunteer),
        ("{task}", &task.title),
        ("{place}", filled.place),
        ("{where}", &place),
        ("{when}", &when),
        ("{contact}", filled.contact),
        ("{insurance}", insurance),
    ];
    let mut lines: Vec<String> = Vec::new();
    for line in template.trim().lines() {
        if let Some((_, list)) = points.iter().find(|(name, _)| line.contains(name)) {
            lines.extend(list.iter().map(|point| format!("- {point}")));
            continue;
        }
        if words.iter().any(|(name, value)| line.contains(name) && value.trim().is_empty()) {
            continue;
        }
        lines.push(one_line(line, &words));
    }
    without_empty_sections(&lines)
}

/// Replaces everything in one pass, so that a name that looks like a placeholder stays a name.
fn one_line(line: &str, words: &[(&str, &str)]) -> String {
    let mut written = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('{') {
        written.push_str(&rest[..at]);
        rest = &rest[at..];
        match words.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, value)) => {
                written.push_str(value);
                rest = &rest[name.len()..];
            }
            None => {
                written.push('{');
                rest = &rest[1..];
            }
        }
    }
    written.push_str(rest);
    written
}

fn without_empty_sections(lines: &[String]) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let is_heading = line.starts_with("## ");
        let below = lines[number + 1..].iter().find(|next| !next.trim().is_empty());
        if is_heading && below.is_none_or(|next| next.starts_with("## ")) {
            continue;
        }
        if line.trim().is_empty() && kept.last().is_none_or(|last| last.is_empty()) {
            continue;
        }
        kept.push(line.trim_end());
    }
    kept.join("\n").trim().to_owned()
}

/// The text of an agreement whose task is at another time or place from now on: the new ones stand where the old ones stood,
/// said as they were on one of the days on which it may have been `written_on`, today the first. What was written by hand
/// and does not name them gets them at its end.
pub fn retold(text: &str, (before, after): (&Task, &Task), locale: Locale, written_on: &[Day]) -> String {
    let mut text = text.to_owned();
    for day in written_on {
        let when = |task: &Task| as_beginning(&task.time.sentence(locale, *day));
        text = text.replace(&when(before), &when(after));
    }
    text = elsewhere(&text, (before, after), locale);
    let Some(today) = written_on.first() else { return text };
    let old = when_and_where(before, locale, *today);
    for (line, old) in when_and_where(after, locale, *today).into_iter().zip(old) {
        let says = |line: &str| line.split_once(": ").is_some_and(|(_, said)| text.contains(said));
        if line != old && !says(&line) {
            text = format!("{}\n{line}", text.trim_end());
        }
    }
    text
}

/// The place where the old one stood. The name of a place may be that of whom they help: only where it ends its line it
/// says where.
pub fn elsewhere(text: &str, (before, after): (&Task, &Task), locale: Locale) -> String {
    let t = samskab_taskbank::T(locale);
    let (old, new) = (place_line(before, t), place_line(after, t));
    let line = |line: &str| match line.strip_suffix(&old).filter(|start| start.ends_with(' ')) {
        Some(start) => format!("{start}{new}"),
        None => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// A part of the text under one heading, as a page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// Empty for the text before the first heading.
    pub heading: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(String),
    List(Vec<String>),
}

pub fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some(heading) = line.strip_prefix("## ") {
            sections.push(Section { heading: heading.trim().to_owned(), blocks: Vec::new() });
            continue;
        }
        if line.is_empty() {
            continue;
        }
        if sections.is_empty() {
            sections.push(Section::default());
        }
        let Some(section) = sections.last_mut() else { continue };
        match (line.strip_prefix("- "), section.blocks.last_mut()) {
            (Some(point), Some(Block::List(points))) => points.push(point.to_owned()),
            (Some(point), _) => section.blocks.push(Block::List(vec![point.to_owned()])),
            (None, _) => section.blocks.push(Block::Paragraph(line.to_owned())),
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Instant;
    use samskab_organisation::{answering::Poster, association::Theme};
    use uuid::Uuid;

    use super::*;
    use samskab_taskbank::task::{Insurance, Requirement};

    fn task() -> Task {
        let poster = Poster::Unit(Uuid::from_u128(1).into());
        let mut task =
            Task::draft(Uuid::from_u128(2).into(), poster, Theme::Social, None, Instant::from_micros(0));
        task.title = "Kaffe {place}".into();
        task.does = vec!["Skænk kaffe".into(), "Læs avisen højt".into()];
        task.boundary.staff = vec!["Medicin".into()];
        task.requirements = vec![Requirement::Confidentiality];
        task.insurance = Insurance::Work;
        task
    }

    fn filled(template: &str, task: &Task) -> String {
        let filled = Filled {
            locale: Locale::Da,
            volunteer: "Vilma Godvilje",
            place: "Solgården",
            contact: "",
            task,
            today: Day::of(2026, 3, 2),
        };
        fill(template, &filled)
    }

    #[test]
    fn a_title_that_looks_like_a_placeholder_stays_a_title() {
        assert_eq!(filled("{volunteer}: {task} {x", &task()), "Vilma Godvilje: Kaffe {place} {x");
    }

    #[test]
    fn what_the_task_does_not_say_leaves_no_gap() {
        let template = "## A\n{grey}\n\n## B\n{does}\nRing til {contact}\n\n## C\nTavshed\n\n## D\n";
        assert_eq!(filled(template, &task()), "## B\n- Skænk kaffe\n- Læs avisen højt\n\n## C\nTavshed");
    }

    #[test]
    fn an_agreement_follows_its_task_to_another_time_and_place() {
        use samskab_taskbank::task::{Time, time::Turn};

        let day = Day::of(2026, 12, 5);
        let once =
            |day, hour: i64| Time::OneOff { day, turn: Turn { start_minute: hour * 60, duration: 120 } };
        let before = Task { time: once(day, 13), venue: "Solgården".into(), ..task() };
        let after = Task { time: once(day.plus_days(7), 14), venue: "Haven".into(), ..task() };
        let template =
            "{volunteer} hjælper {place} med »{task}«.\nHvornår: {when}\nHvor: {where}\n- Vær venlig";
        let retold = |text: &str| {
            super::retold(text, (&before, &after), Locale::Da, &[Day::of(2026, 3, 2), Day::of(2025, 12, 30)])
        };
        assert_eq!(
            retold(&filled(template, &before)),
            "Vilma Godvilje hjælper Solgården med »Kaffe {place}«.\n\
             Hvornår: Lørdag den 12. december kl. 14.00–16.00\nHvor: Haven\n- Vær venlig"
        );
        let last_year = before.time.sentence(Locale::Da, Day::of(2025, 12, 30));
        assert!(
            !retold(&as_beginning(&last_year)).contains("5. december 2026"),
            "with the year it was written in"
        );
        assert_eq!(
            retold("Du hjælper, når vi ringer."),
            "Du hjælper, når vi ringer.\nHvornår: Lørdag den 12. december kl. 14.00–16.00\nHvor: Haven",
            "what was written by hand and names neither"
        );
    }

    #[test]
    fn the_usual_text_says_everything_in_both_languages_and_leaves_no_placeholder() {
        for locale in Locale::ALL {
            let task = task();
            let filled = Filled {
                locale,
                volunteer: "Vilma Godvilje",
                place: "Plejehjemmet Solgården",
                contact: "Lone Papsen, 12 70 11 05",
                task: &Task { title: "Kaffe og højtlæsning".into(), ..task },
                today: Day::of(2026, 3, 2),
            };
            let text = fill(catalogue::agreement_text(locale), &filled);
            assert!(!text.contains('{'), "{text}");
            insta::assert_snapshot!(format!("usual_{}", locale.code()), text);
            assert_eq!(sections(&text).len(), text.matches("## ").count());
        }
    }
}
