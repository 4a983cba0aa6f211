//! What a browser loads – stylesheet, script, icons, fonts – embedded in the binary and served for ever.
//!
//! `build.rs` has put a hash of its content into each file's name, so a file never changes under its address
//! and may be cached for a year; next to each compressible file are a `.br` and a `.gz`, chosen here by what
//! the browser accepts, so nothing is compressed while somebody waits.

use std::{collections::HashMap, fmt, sync::LazyLock};

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use include_dir::{Dir, include_dir};

/// Where the router mounts [`serve`]; `assets/build.mjs` writes the same into the stylesheet.
pub const ROUTE: &str = "/aktiver/{file}";

static EMBEDDED: Dir = include_dir!("$OUT_DIR/assets");

static FILES: LazyLock<HashMap<&'static str, &'static [u8]>> = LazyLock::new(|| {
    EMBEDDED.files().filter_map(|file| Some((file.path().to_str()?, file.contents()))).collect()
});

/// The address of a file by its logical name: `url("app.css")` is `/aktiver/app.1a2b3c4d5e.css`.
/// The names: `app.css`, `app.js`, `icons.svg`, `favicon.svg`, `shared.png`. An unknown name gives an address that answers 404.
pub fn url(logical: &str) -> &'static str {
    let known = include!(concat!(env!("OUT_DIR"), "/asset_urls.rs"));
    known.unwrap_or("/aktiver/findes-ikke")
}

/// `GET /aktiver/{file}`: open to everybody, no session, no database.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    // the compressed neighbours are representations of a file, not files of their own
    let (Some(kind), Some(plain)) = (content_type(&file), FILES.get(file.as_str())) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let compressed = [("br", ".br"), ("gzip", ".gz")].into_iter().find_map(|(coding, suffix)| {
        let bytes = FILES.get(format!("{file}{suffix}").as_str())?;
        accepts(accepted, coding).then_some((coding, *bytes))
    });

    let mut response = compressed.map_or(*plain, |(_, bytes)| bytes).into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some((coding, _)) = compressed {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

fn content_type(file: &str) -> Option<&'static str> {
    match file.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        "woff2" => Some("font/woff2"),
        _ => None,
    }
}

/// Whether an `Accept-Encoding` names this coding without refusing it (`;q=0`).
fn accepts(accept_encoding: &str, coding: &str) -> bool {
    accept_encoding.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding))
            && !parts.any(|quality| quality.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0_f32)))
    })
}

/// A municipality's three colours: all that its theme is. Served as `/tema.css` after `app.css`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    colour: Hex,
    dark: Hex,
    on_colour: Hex,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hex([u8; 3]);

/// Why three colours are not a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeError {
    /// A colour is written `#rrggbb`.
    NotAColour,
    /// Text would be hard to read: WCAG 2.1 AA (1.4.3) asks at least 4.5:1.
    TooLittleContrast,
}

impl Default for Theme {
    /// Deep green-blue, the same as in `assets/styles/_tokens.scss`.
    fn default() -> Self {
        Self { colour: Hex([0x14, 0x50, 0x5c]), dark: Hex([0x0c, 0x37, 0x40]), on_colour: Hex([0xff; 3]) }
    }
}

impl Theme {
    /// The municipality's colour, a darker one for what the pointer is over, and the colour of text on both.
    pub fn new(colour: &str, dark: &str, on_colour: &str) -> Result<Self, ThemeError> {
        let parse = |text| Hex::parse(text).ok_or(ThemeError::NotAColour);
        let (colour, dark, on_colour) = (parse(colour)?, parse(dark)?, parse(on_colour)?);
        let theme = Self { colour, dark, on_colour };
        if theme.weakest() < 4.5 { Err(ThemeError::TooLittleContrast) } else { Ok(theme) }
    }

    /// How well text can be read where it is worst, 1 to 21, as WCAG 2.1 counts it; `None` when one is no
    /// colour. A theme needs 4.5.
    pub fn weakest_contrast(colour: &str, dark: &str, on_colour: &str) -> Option<f64> {
        let (colour, dark, on_colour) = (Hex::parse(colour)?, Hex::parse(dark)?, Hex::parse(on_colour)?);
        Some(Self { colour, dark, on_colour }.weakest())
    }

    /// Text on the colour, text on the darker one, and the colour itself as text on white.
    fn weakest(&self) -> f64 {
        let pairs =
            [(self.on_colour, self.colour), (self.on_colour, self.dark), (self.colour, Hex([0xff; 3]))];
        pairs.iter().map(|(text, ground)| contrast(*text, *ground)).fold(21.0, f64::min)
    }

    /// The stylesheet; nothing in it comes from text a person wrote, so it cannot carry anything else.
    pub fn css(&self) -> String {
        let Self { colour, dark, on_colour } = self;
        format!(
            ":root{{--kommune-farve:{colour};--kommune-farve-moerk:{dark};--kommune-paa-farve:{on_colour}}}"
        )
    }
}

impl Hex {
    fn parse(text: &str) -> Option<Self> {
        let digits = text
            .strip_prefix('#')
            .filter(|digits| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        let channel = |from| u8::from_str_radix(&digits[from..from + 2], 16).ok();
        Some(Self([channel(0)?, channel(2)?, channel(4)?]))
    }

    /// Relative luminance, 0 to 1, as WCAG 2.1 defines it.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// 1 (the same) to 21 (black on white), as WCAG 2.1 defines it.
fn contrast(one: Hex, other: Hex) -> f64 {
    let (one, other) = (one.luminance() + 0.05, other.luminance() + 0.05);
    one.max(other) / one.min(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn get(file: &str, accept_encoding: &'static str) -> Response {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accept_encoding));
        serve(Path(file.to_owned()), headers).await
    }

    fn name(logical: &str) -> &'static str {
        url(logical).strip_prefix("/aktiver/").unwrap()
    }

    #[tokio::test]
    async fn every_file_the_layout_names_is_served_for_a_year() {
        for (logical, kind) in [
            ("app.css", "text/css; charset=utf-8"),
            ("app.js", "text/javascript; charset=utf-8"),
            ("icons.svg", "image/svg+xml"),
            ("favicon.svg", "image/svg+xml"),
            ("shared.png", "image/png"),
        ] {
            let response = get(name(logical), "").await;
            assert_eq!(response.status(), StatusCode::OK, "{logical}");
            assert_eq!(response.headers()[header::CONTENT_TYPE], kind);
            assert!(response.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
            assert!(!response.headers().contains_key(header::CONTENT_ENCODING));
        }
    }

    #[tokio::test]
    async fn the_smallest_form_the_browser_accepts_is_sent() {
        let coding = |response: Response| response.headers().get(header::CONTENT_ENCODING).cloned();
        assert_eq!(coding(get(name("app.css"), "gzip, deflate, br").await).unwrap(), "br");
        assert_eq!(coding(get(name("app.css"), "gzip, br;q=0").await).unwrap(), "gzip");
        assert_eq!(coding(get(name("app.css"), "zstd").await), None);
    }

    #[tokio::test]
    async fn what_does_not_exist_is_not_found() {
        for file in ["findes-ikke", "app.css", "manifest.json", "../Cargo.toml"] {
            assert_eq!(get(file, "br").await.status(), StatusCode::NOT_FOUND, "{file}");
        }
    }

    #[test]
    fn a_first_visit_stays_under_100_kilobytes() {
        let compressed = |logical| FILES[format!("{}.br", name(logical)).as_str()].len();
        let weight: usize =
            ["app.css", "app.js", "icons.svg", "favicon.svg"].into_iter().map(compressed).sum();
        assert!(weight < 85_000, "{weight} bytes leave too little for the page itself");
    }

    /// Networks show a card only for a picture of this shape, and some only fetch a small file.
    #[test]
    fn the_picture_of_a_shared_link_is_small_and_of_the_right_shape() {
        let bytes = FILES[name("shared.png")];
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), (1200, 630));
        assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
    }

    #[test]
    fn a_theme_must_be_readable_and_be_colours() {
        assert_eq!(Theme::new("#14505c", "#0c3740", "#ffffff"), Ok(Theme::default()));
        assert_eq!(Theme::new("#ffd200", "#e0b800", "#ffffff"), Err(ThemeError::TooLittleContrast));
        assert_eq!(Theme::new("#14505c;}body{", "#0c3740", "#fff"), Err(ThemeError::NotAColour));
        assert!((contrast(Hex([0; 3]), Hex([0xff; 3])) - 21.0).abs() < 0.001);
    }

    /// Every page template of every context, with its path.
    fn templates() -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if entry.is_dir() {
                    folders.push(entry);
                } else if entry.extension().is_some_and(|kind| kind == "html")
                    && !entry.components().any(|part| part.as_os_str() == "mail")
                {
                    found.push((entry.display().to_string(), std::fs::read_to_string(&entry).unwrap()));
                }
            }
        }
        assert!(found.len() >= 3, "the templates have moved");
        found
    }

    /// What stands between each `before` and the next double quote.
    fn quoted<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
        text.split(before).skip(1).filter_map(|rest| rest.split('"').next())
    }

    #[test]
    fn every_icon_a_template_names_is_in_the_sprite() {
        let sprite = std::str::from_utf8(FILES[name("icons.svg")]).unwrap();
        for (path, text) in templates() {
            for before in ["icon(\"", "icon_fact(\"", "symbol=\""] {
                for icon in quoted(&text, before).filter(|icon| !icon.is_empty()) {
                    assert!(
                        sprite.contains(&format!("id=\"{icon}\"")),
                        "{path}: add {icon} to assets/icons.json"
                    );
                }
            }
        }
    }

    #[test]
    fn every_class_of_ours_a_template_names_has_a_look() {
        let styles = std::str::from_utf8(FILES[name("app.css")]).unwrap();
        for (path, text) in templates() {
            for class in quoted(&text, "class=\"").flat_map(str::split_whitespace) {
                let plain = class.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
                if class.starts_with("s-") && plain && !class.ends_with('-') {
                    assert!(
                        styles.contains(&format!(".{class}")),
                        "{path}: no style says anything about .{class}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_template_carries_what_the_content_security_policy_forbids() {
        for (path, text) in templates() {
            for forbidden in
                ["style=\"", "<style", "<script>", "onclick=", "onchange=", "onsubmit=", "javascript:"]
            {
                assert!(!text.contains(forbidden), "{path}: {forbidden}");
            }
        }
    }
}
