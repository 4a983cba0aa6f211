//! Hjælp: the user guide, in the product itself. Its pages are Markdown in `help/da` and `help/en`.

use std::sync::LazyLock;

use askama::Template;
use axum::{extract::Path, response::Response};
use include_dir::{Dir, include_dir};
use pulldown_cmark::{Event, Parser, html};
use samskab_kernel::Locale;
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, Shell,
    error::OrNotFound,
    module::{BoxFuture, Destination, MOST_DESTINATIONS, is_asked_for},
};
use serde::Deserialize;

use crate::T;

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/help");

/// A page of the guide, read once.
struct Guide {
    slug: String,
    audience: Audience,
    title: String,
    /// The first line: what the page is about.
    lead: String,
    html: String,
}

static GUIDES: LazyLock<[Vec<Guide>; 2]> = LazyLock::new(|| Locale::ALL.map(read));

/// `help/index.toml`: the order of the list.
#[derive(Deserialize)]
struct Contents {
    page: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    slug: String,
    audience: Audience,
}

/// Who a page is written for; the list is grouped by it, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Audience {
    Everyone,
    Volunteer,
    Association,
    Staff,
    Administrator,
}

impl Audience {
    const ALL: [Self; 5] =
        [Self::Everyone, Self::Volunteer, Self::Association, Self::Staff, Self::Administrator];

    fn heading(self, t: T) -> &'static str {
        match self {
            Self::Everyone => t.help_for_everyone(),
            Self::Volunteer => t.help_for_volunteers(),
            Self::Association => t.help_for_associations(),
            Self::Staff => t.help_for_staff(),
            Self::Administrator => t.help_for_administrators(),
        }
    }
}

fn read(locale: Locale) -> Vec<Guide> {
    let contents: Contents = FOLDER
        .get_file("index.toml")
        .and_then(|file| toml::from_str(file.contents_utf8()?).ok())
        .unwrap_or(Contents { page: Vec::new() });
    contents.page.into_iter().filter_map(|entry| guide(locale, entry)).collect()
}

fn guide(locale: Locale, Entry { slug, audience }: Entry) -> Option<Guide> {
    let text = FOLDER.get_file(format!("{}/{slug}.md", locale.code()))?.contents_utf8()?;
    let (heading, rest) = text.trim_start().split_once('\n')?;
    let first = rest.trim_start().split("\n\n").next().unwrap_or_default();
    // A page that begins with a heading says with that what it is about.
    let lead = plain(first.lines().next().unwrap_or_default());
    let mut page = String::new();
    html::push_html(&mut page, Parser::new(rest));
    Some(Guide { slug, audience, title: heading.trim_start_matches(['#', ' ']).to_owned(), lead, html: page })
}

/// The words of a line, without the marks that make them bold, a link or a heading.
fn plain(line: &str) -> String {
    let words = Parser::new(line).filter_map(|event| match event {
        Event::Text(words) | Event::Code(words) => Some(words.into_string()),
        _ => None,
    });
    words.collect()
}

fn guides(locale: Locale) -> &'static [Guide] {
    &GUIDES[locale as usize]
}

#[derive(Template)]
#[template(path = "help/index.html")]
struct IndexPage {
    shell: Shell,
    t: T,
    groups: Vec<Group>,
}

/// The pages for one kind of reader.
struct Group {
    key: usize,
    heading: &'static str,
    guides: Vec<&'static Guide>,
}

pub async fn index(cx: Cx) -> Result<Response> {
    cx.keep_today();
    let t = T(cx.locale);
    let group = |(key, audience): (usize, Audience)| Group {
        key,
        heading: audience.heading(t),
        guides: guides(cx.locale).iter().filter(|guide| guide.audience == audience).collect(),
    };
    let groups = Audience::ALL.into_iter().enumerate().map(group).collect();
    cx.page(IndexPage { shell: cx.shell(t.help_title()).here(), t, groups })
}

#[derive(Template)]
#[template(path = "help/show.html")]
struct ShowPage {
    shell: Shell,
    guide: &'static Guide,
}

pub async fn show(cx: Cx, Path(slug): Path<String>) -> Result<Response> {
    cx.keep_today();
    let t = T(cx.locale);
    let guide = guides(cx.locale).iter().find(|guide| guide.slug == slug).or_not_found()?;
    let shell = cx.shell(guide.title.clone()).under("/hjaelp", t.help_title()).here();
    cx.page(ShowPage { shell, guide })
}

/// The pages of the guide, for *Gå til*.
pub fn destinations<'a>(
    cx: &'a Cx,
    _: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    let heading = T(cx.locale).help_title();
    let fitting = guides(cx.locale).iter().filter(|guide| is_asked_for(asked, &guide.title));
    let found: Vec<Destination> = fitting
        .take(MOST_DESTINATIONS)
        .map(|guide| Destination {
            heading,
            title: guide.title.clone(),
            detail: guide.audience.heading(T(cx.locale)).to_owned(),
            href: format!("/hjaelp/{}", guide.slug),
        })
        .collect();
    Box::pin(async { Ok(found) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_guide_stands_in_both_languages() {
        let slugs = |locale| guides(locale).iter().map(|guide| guide.slug.as_str()).collect::<Vec<_>>();
        let pages = FOLDER.get_dir("da").map_or(0, |folder| folder.files().count());
        assert_eq!(slugs(Locale::Da).len(), pages, "a page is missing in help/index.toml");
        assert_eq!(slugs(Locale::Da), slugs(Locale::En));
        for audience in Audience::ALL {
            let is_for = |guide: &Guide| guide.audience == audience;
            assert!(guides(Locale::Da).iter().any(is_for), "nothing for {audience:?}");
        }
    }

    #[test]
    fn the_list_has_words_and_no_marks() {
        assert_eq!(plain("## Find [noget](/opgaver), **hvor** du bor"), "Find noget, hvor du bor");
        for guide in Locale::ALL.into_iter().flat_map(guides) {
            assert!(!guide.lead.contains(['*', '#', '[']), "{}: {}", guide.slug, guide.lead);
        }
    }
}
