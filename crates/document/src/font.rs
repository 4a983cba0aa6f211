//! How wide a text is in a font, and where its lines break.

use krilla::text::Font;
use ttf_parser::Face;
use unicode_normalization::UnicodeNormalization as _;

use crate::Error;

/// The two weights that everything is written in.
pub struct Fonts {
    pub(crate) regular: Typeface,
    pub(crate) strong: Typeface,
}

pub(crate) struct Typeface {
    pub(crate) font: Font,
    face: Face<'static>,
}

/// A part of a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) drawn: String,
    /// What it is read as, where the font lacks its characters.
    pub(crate) read: Option<String>,
}

impl Fonts {
    /// # Errors
    /// When one of them is not a TrueType or OpenType font.
    pub fn new(regular: &'static [u8], strong: &'static [u8]) -> Result<Self, Error> {
        Ok(Self { regular: Typeface::new(regular)?, strong: Typeface::new(strong)? })
    }
}

impl Typeface {
    fn new(bytes: &'static [u8]) -> Result<Self, Error> {
        let font = Font::new(bytes.into(), 0).ok_or(Error::Font)?;
        let face = Face::parse(bytes, 0).map_err(|_| Error::Font)?;
        Ok(Self { font, face })
    }

    fn has(&self, sign: char) -> bool {
        self.face.glyph_index(sign).is_some_and(|glyph| glyph.0 != 0)
    }

    /// The text as the font can draw it, piece by piece: a letter with its accents is one character, and what the
    /// font does not have is a lozenge. Only the lozenges say what they are read as: a program that reads aloud puts
    /// such a piece in its place, but may put a whole line of it anywhere.
    pub(crate) fn drawable(&self, text: &str) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for sign in text.nfc() {
            let is_format = samskab_kernel::text::is_format(sign);
            let drawn = self.drawn(sign);
            let is_lacking = drawn == LACKING && sign != LACKING;
            match pieces.last_mut() {
                Some(last) if is_format => last.read.iter_mut().for_each(|read| read.push(sign)),
                None if is_format => {}
                Some(last) if last.read.is_some() == is_lacking => {
                    last.drawn.push(drawn);
                    last.read.iter_mut().for_each(|read| read.push(sign));
                }
                _ => pieces
                    .push(Piece { drawn: drawn.to_string(), read: is_lacking.then(|| sign.to_string()) }),
            }
        }
        pieces
    }

    fn drawn(&self, sign: char) -> char {
        if sign.is_control() {
            ' '
        } else if self.has(sign) {
            sign
        } else {
            LACKING
        }
    }

    /// In points, at this size.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        let signs = text.chars().filter(|sign| !samskab_kernel::text::is_format(*sign));
        let units: u32 = signs.map(|sign| u32::from(self.advance(self.drawn(sign)))).sum();
        units as f32 * size / f32::from(self.face.units_per_em())
    }

    fn advance(&self, sign: char) -> u16 {
        self.face.glyph_index(sign).and_then(|glyph| self.face.glyph_hor_advance(glyph)).unwrap_or(0)
    }

    /// How wide the widest piece is that is not broken without need.
    pub(crate) fn widest_piece(&self, text: &str, size: f32) -> f32 {
        let all = text.split_whitespace().flat_map(pieces);
        all.map(|piece| self.width(piece, size)).fold(0.0, f32::max)
    }

    /// The lines of a paragraph that is `width` points wide. A line break that was typed is kept; a word that is wider than
    /// the line is broken after a dash, or cut where it must.
    pub(crate) fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for typed in text.lines() {
            self.break_line(typed.trim(), size, width, &mut lines);
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
        lines
    }

    fn break_line(&self, typed: &str, size: f32, width: f32, lines: &mut Vec<String>) {
        let mut line = String::new();
        let mut taken = 0.0;
        for word in typed.split_whitespace() {
            let gap = if line.is_empty() { 0.0 } else { self.width(" ", size) };
            let wide = self.width(word, size);
            if taken + gap + wide > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                taken = 0.0;
            }
            if !line.is_empty() {
                line.push(' ');
                taken += gap;
            }
            if taken + wide <= width {
                line.push_str(word);
                taken += wide;
                continue;
            }
            for piece in pieces(word) {
                let wide = self.width(piece, size);
                if taken + wide > width && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    taken = 0.0;
                }
                for sign in piece.chars() {
                    let wide = self.width(sign.encode_utf8(&mut [0; 4]), size);
                    if taken + wide > width && !line.is_empty() {
                        lines.push(std::mem::take(&mut line));
                        taken = 0.0;
                    }
                    line.push(sign);
                    taken += wide;
                }
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
}

/// A word, to be broken after its dashes and strokes: "november–" and "december".
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    word.split_inclusive(['–', '—', '-', '/'])
}

/// Drawn for a character that the font lacks: a lozenge, which both fonts have.
const LACKING: char = '\u{25ca}';

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn a_word_is_broken_after_its_dashes_and_nothing_of_it_is_lost() {
        let broken: Vec<&str> = pieces("november–december/januar").collect();
        assert_eq!(broken, ["november–", "december/", "januar"]);
        assert_eq!(pieces("frivilligpolitik").collect::<Vec<_>>(), ["frivilligpolitik"]);
    }
}
