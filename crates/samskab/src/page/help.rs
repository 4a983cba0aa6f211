//! Hjælp: the user guide, in the product itself. Its pages are Markdown in `help/da` and `help/en`.

use std::sync::LazyLock;

use askama::Template;
use axum::{extract::Path, response::Response};
use include_dir::{Dir, include_dir};
use pulldown_cmark::{Options, Parser, html};
use samskab_kernel::Locale;
use samskab_web::{Cx, Result, Shell, error::OrNotFound};

use crate::T;

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/help");

/// A page of the guide, read once.
struct Guide {
    slug: &'static str,
    title: String,
    /// The first paragraph, as plain text: what the page is about.
    lead: String,
    html: String,
}

static GUIDES: LazyLock<[Vec<Guide>; 2]> = LazyLock::new(|| Locale::ALL.map(read));

fn read(locale: Locale) -> Vec<Guide> {
    let Some(folder) = FOLDER.get_dir(locale.code()) else { return Vec::new() };
    let mut files: Vec<_> = folder.files().collect();
    files.sort_by_key(|file| file.path());
    files
        .into_iter()
        .filter_map(|file| {
            let slug = file.path().file_stem()?.to_str()?;
            let text = file.contents_utf8()?;
            let (heading, rest) = text.trim_start().split_once('\n')?;
            let lead = rest.trim_start().split("\n\n").next().unwrap_or_default().replace('\n', " ");
            let mut page = String::new();
            html::push_html(&mut page, Parser::new_ext(rest, Options::ENABLE_TABLES));
            Some(Guide { slug: unnumbered(slug), title: heading.trim_start_matches(['#', ' ']).to_owned(), lead, html: page })
        })
        .collect()
}

/// `03-vis-interesse` stands third and is found at `/hjaelp/vis-interesse`.
fn unnumbered(slug: &'static str) -> &'static str {
    slug.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-')
}

fn guides(locale: Locale) -> &'static [Guide] {
    &GUIDES[locale as usize]
}

#[derive(Template)]
#[template(path = "help/index.html")]
struct IndexPage {
    shell: Shell,
    t: T,
    guides: &'static [Guide],
}

pub async fn index(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    cx.page(IndexPage { shell: cx.shell(t.help_title()).here(), t, guides: guides(cx.locale) })
}

#[derive(Template)]
#[template(path = "help/show.html")]
struct ShowPage {
    shell: Shell,
    guide: &'static Guide,
}

pub async fn show(cx: Cx, Path(slug): Path<String>) -> Result<Response> {
    let t = T(cx.locale);
    let guide = guides(cx.locale).iter().find(|guide| guide.slug == slug).or_not_found()?;
    let shell = cx.shell(guide.title.clone()).under("/hjaelp", t.help_title()).here();
    cx.page(ShowPage { shell, guide })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_guide_stands_in_both_languages() {
        let slugs = |locale| guides(locale).iter().map(|guide| guide.slug).collect::<Vec<_>>();
        assert!(!slugs(Locale::Da).is_empty());
        assert_eq!(slugs(Locale::Da), slugs(Locale::En));
    }
}
