//! A QR code as inline SVG, for posters and proofs: one path, no style, with a name for those who do not see it.

use qrcode::{Color, EcLevel, QrCode};

/// The light border a reader needs around the code, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code as an `<svg>`; `name` is its name for readers who listen. `text` may have up to about 2,000 characters;
/// `None` when it is longer. Medium error correction: a drop of coffee is no harm.
pub fn svg(text: &str, name: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let (modules, width) = (code.to_colors(), code.width());
    let mut path = String::new();
    for (row, line) in modules.chunks(width).enumerate() {
        let mut column = 0;
        while column < width {
            let dark = line[column..].iter().take_while(|module| **module == Color::Dark).count();
            if dark > 0 {
                path.push_str(&format!("M{} {}h{dark}v1h-{dark}z", column + QUIET, row + QUIET));
            }
            column += dark.max(1);
        }
    }
    let size = width + 2 * QUIET;
    let name = askama::filters::escape(name, askama::filters::Html).ok()?;
    Some(format!(
        "<svg class=\"s-qr\" viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"{name}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"></rect><path fill=\"#000\" d=\"{path}\"></path></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the path of the svg as a picture, `scale` dots a module, and lets somebody else read it.
    fn read_back(svg: &str) -> String {
        const SCALE: usize = 5;
        let after = |text: &str, mark: &str| text.split_once(mark).unwrap().1.to_owned();
        let size: usize = after(svg, "viewBox=\"0 0 ").split(' ').next().unwrap().parse().unwrap();
        let mut dark = vec![false; size * size];
        let path = after(svg, " d=\"");
        for run in path.split('"').next().unwrap().split('M').skip(1) {
            let (start, rest) = run.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let length: usize = rest.split('v').next().unwrap().parse().unwrap();
            dark[y * size + x..y * size + x + length].fill(true);
        }
        let shade = |x: usize, y: usize| if dark[y / SCALE * size + x / SCALE] { 0 } else { 255 };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, shade);
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }

    #[test]
    fn another_reader_reads_what_was_written() {
        for text in [
            "https://frivillig.fjordlund.example/v/aeldre-sagen?opgave=0193f5a2-0000-7000-8000-000000000001",
            "K7QF-3MXA",
            "Ældre Sagen på Åvej",
        ] {
            assert_eq!(read_back(&svg(text, "").unwrap()), text);
        }
    }

    #[test]
    fn it_keeps_to_the_content_security_policy_and_has_a_name() {
        let svg = svg("https://x.example", "QR-kode til \"Kaffe & kage\" <nu>").unwrap();
        assert!(!svg.contains("style"), "{svg}");
        assert!(svg.contains("role=\"img\"") && !svg.contains("<nu>"), "{svg}");
    }

    #[test]
    fn too_much_for_a_code_is_no_code() {
        assert_eq!(svg(&"x".repeat(5000), ""), None);
    }
}
