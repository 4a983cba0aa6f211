//! A sample of the three colours with their contrast, asked for while they are typed.

use askama::Template;
use axum::response::Response;
use samskab_web::{Cx, Result, Shell, assets::Theme, form};
use serde::Deserialize;

use crate::T;
use crate::{form::ratio, require};

/// How the colours look and whether text on them can be read.
pub(crate) struct Sample {
    /// `None` when one of the three is not a colour: then no sample is painted.
    pub colours: Option<[String; 3]>,
    pub verdict: String,
    pub is_good: bool,
}

impl Sample {
    pub(crate) fn of(t: T, colour: &str, dark: &str, on_colour: &str) -> Self {
        let [colour, dark, on_colour] = [colour, dark, on_colour].map(|text| text.trim().to_lowercase());
        match Theme::weakest_contrast(&colour, &dark, &on_colour) {
            None => Self { colours: None, verdict: t.settings_colour_error().to_owned(), is_good: false },
            Some(contrast) => {
                let is_good = Theme::new(&colour, &dark, &on_colour).is_ok();
                let ratio = ratio(t, contrast);
                let verdict =
                    if is_good { t.settings_contrast_good(ratio) } else { t.settings_contrast_error(ratio) };
                Self { colours: Some([colour, dark, on_colour]), verdict, is_good }
            }
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ColoursQuery {
    colour: String,
    colour_dark: String,
    on_colour: String,
}

#[derive(Template)]
#[template(path = "colours.html")]
struct ColoursPage {
    shell: Shell,
    t: T,
    sample: Sample,
}

pub(crate) async fn show(cx: Cx) -> Result<Response> {
    require(&cx)?;
    let t = T(cx.locale);
    let typed: ColoursQuery = form::query(&cx);
    let sample = Sample::of(t, &typed.colour, &typed.colour_dark, &typed.on_colour);
    cx.page(ColoursPage { shell: cx.shell(t.settings_colours_heading()), t, sample })
}
