//! The styles of a DOCX: what a paragraph is, by the name of its style or of those that style is based on.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::docx::{Xml, value};

/// Which list a paragraph is in, and how deep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ListPlace {
    pub list: u32,
    /// `None`: as the list says for the style.
    pub level: Option<usize>,
}

#[derive(Debug, Default)]
pub(super) struct Style {
    /// The name in lower case: the usual styles have English names in every Word.
    name: String,
    based_on: String,
    outline: Option<usize>,
    numbered: Option<ListPlace>,
}

#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

/// Styles that a style is based on, at most: in a broken file they may go round in a ring.
const DEEPEST: usize = 20;

impl Styles {
    pub fn read(xml: &str) -> Result<Self, super::Unreadable> {
        let mut styles = HashMap::new();
        let mut reader = Xml::from_str(xml);
        let mut open: Option<(String, Style)> = None;
        loop {
            let event = reader.read_event().map_err(|_| super::Unreadable::Broken)?;
            match &event {
                Event::Start(element) | Event::Empty(element) => {
                    let said = || value(element, "val").unwrap_or_default();
                    match (element.local_name().as_ref(), &mut open) {
                        ("style", _) => {
                            open = Some((value(element, "styleId").unwrap_or_default(), Style::default()));
                        }
                        ("name", Some((_, style))) => style.name = said().to_lowercase(),
                        ("basedOn", Some((_, style))) => style.based_on = said(),
                        ("outlineLvl", Some((_, style))) => style.outline = said().parse().ok(),
                        ("numId", Some((_, style))) => {
                            let level = style.numbered.and_then(|numbered| numbered.level);
                            style.numbered = said().parse().ok().map(|list| ListPlace { list, level });
                        }
                        ("ilvl", Some((_, style))) => {
                            let list = style.numbered.map_or(0, |numbered| numbered.list);
                            style.numbered = Some(ListPlace { list, level: said().parse().ok() });
                        }
                        _ => {}
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "style" => {
                    styles.extend(open.take());
                }
                Event::Eof => return Ok(Self(styles)),
                _ => {}
            }
        }
    }

    /// The style, and those it is based on.
    fn line<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Style> {
        let below = |style: &&'a Style| self.0.get(&style.based_on);
        std::iter::successors(self.0.get(id), below).take(DEEPEST)
    }

    pub fn is_named(&self, id: &str, name: &str) -> bool {
        self.line(id).any(|style| style.name == name)
    }

    /// A line of the table of contents.
    pub fn is_of_contents(&self, id: &str) -> bool {
        self.line(id).any(|style| style.name.starts_with("toc "))
    }

    /// From 0, the highest.
    pub fn outline(&self, id: &str) -> Option<usize> {
        self.line(id).find_map(|style| {
            let named = style.name.strip_prefix("heading ").and_then(|number| number.parse::<usize>().ok());
            style.outline.or(named.map(|number| number.saturating_sub(1)))
        })
    }

    pub fn numbered(&self, id: &str) -> Option<ListPlace> {
        self.line(id).find_map(|style| style.numbered)
    }
}
