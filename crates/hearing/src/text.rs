//! The text that is heard: cut into paragraphs when it is written, each with an id that stays. Pure.

use samskab_kernel::{Id, codes};

/// The mark of a paragraph.
pub enum BlockRow {}
pub type BlockId = Id<BlockRow>;

codes! {
    pub enum BlockKind {
        Heading => "heading",
        Paragraph => "paragraph",
        List => "list",
        // Only in a stored text.
        Subheading => "subheading",
        /// A row on each line, `|` between the cells.
        Table => "table",
        Decision => "decision",
    }
}

impl BlockKind {
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Heading | Self::Subheading)
    }
}

/// A paragraph as it was typed, before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub kind: BlockKind,
    /// Only in a list: one point a line.
    pub said: String,
}

/// At most this many blocks: more is not one hearing.
pub const MOST_BLOCKS: usize = 500;

/// Cuts a text as people type and paste it: an empty line ends a paragraph; a line that begins with `#` is a heading, and so is
/// a short line by itself that ends like one; lines that begin with a dash or a dot are a list.
pub fn cut(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in text.replace('\r', "").split("\n\n") {
        let mut lines: Vec<&str> = Vec::new();
        let mut was_point = false;
        for line in part.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(heading) = heading(line) {
                flush(&mut pieces, &mut lines);
                pieces.push(Piece { kind: BlockKind::Heading, said: heading.to_owned() });
                continue;
            }
            let is_point = point(line).is_some();
            if is_point != was_point {
                flush(&mut pieces, &mut lines);
            }
            was_point = is_point;
            lines.push(line);
        }
        flush(&mut pieces, &mut lines);
    }
    pieces
}

fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    (words.len() < line.len()).then(|| words.trim()).filter(|words| !words.is_empty())
}

fn point(line: &str) -> Option<&str> {
    ["- ", "* ", "• ", "– "].iter().find_map(|sign| line.strip_prefix(sign)).map(str::trim)
}

fn is_headline(line: &str) -> bool {
    point(line).is_none()
        && line.chars().count() <= 60
        && !line.ends_with(['.', ',', ';', ':', '!', '?', '…', ')'])
}

fn flush(pieces: &mut Vec<Piece>, lines: &mut Vec<&str>) {
    let Some(first) = lines.first() else { return };
    let piece = if lines.len() == 1 && is_headline(first) {
        Piece { kind: BlockKind::Heading, said: (*first).to_owned() }
    } else if point(first).is_some() {
        let points: Vec<&str> = lines.iter().filter_map(|line| point(line)).collect();
        Piece { kind: BlockKind::List, said: points.join("\n") }
    } else {
        Piece { kind: BlockKind::Paragraph, said: lines.join("\n") }
    };
    pieces.push(piece);
    lines.clear();
}

/// The text again, as it can be typed: [`cut`] gives the same pieces.
pub fn typed<'a>(pieces: impl IntoIterator<Item = (BlockKind, &'a str)>) -> String {
    let one = |(kind, said): (BlockKind, &str)| match kind {
        BlockKind::Heading | BlockKind::Subheading => format!("# {said}"),
        BlockKind::Paragraph | BlockKind::Table | BlockKind::Decision => said.to_owned(),
        BlockKind::List => said.lines().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n"),
    };
    pieces.into_iter().map(one).collect::<Vec<_>>().join("\n\n")
}

/// `2`, `2.1`, `2.1.1`: numbers of headings, and of what comes under them.
pub fn numbers(kinds: impl IntoIterator<Item = BlockKind>) -> Vec<String> {
    let (mut section, mut paragraph) = (0, 0);
    // The number under a smaller heading; `None`: no smaller heading is open.
    let mut below: Option<i64> = None;
    let next = |kind| {
        match kind {
            BlockKind::Heading => {
                (section, paragraph, below) = (section + 1, 0, None);
                return section.to_string();
            }
            BlockKind::Subheading => (paragraph, below) = (paragraph + 1, Some(0)),
            BlockKind::Paragraph | BlockKind::List | BlockKind::Table | BlockKind::Decision => {
                match &mut below {
                    Some(below) => *below += 1,
                    None => paragraph += 1,
                }
            }
        }
        let start = if section == 0 { paragraph.to_string() } else { format!("{section}.{paragraph}") };
        match below {
            Some(below) if below > 0 => format!("{start}.{below}"),
            _ => start,
        }
    };
    kinds.into_iter().map(next).collect()
}

/// The headings under which nothing is written; words under a smaller heading count for the larger one, too.
pub fn empty_headings<'a>(blocks: impl IntoIterator<Item = (BlockKind, &'a str)>) -> Vec<&'a str> {
    let mut headings: Vec<(&str, bool)> = Vec::new();
    // The heading and the smaller heading that the next words come under.
    let (mut over, mut under) = (None, None);
    for (kind, said) in blocks {
        match kind {
            BlockKind::Heading => (over, under) = (Some(headings.len()), None),
            BlockKind::Subheading => under = Some(headings.len()),
            BlockKind::Paragraph | BlockKind::List | BlockKind::Table | BlockKind::Decision => {
                if !said.trim().is_empty() {
                    [over, under].into_iter().flatten().for_each(|at: usize| headings[at].1 = true);
                }
                continue;
            }
        }
        headings.push((said, false));
    }
    headings.into_iter().filter(|(_, has_words)| !has_words).map(|(said, _)| said).collect()
}

/// Which id each piece of the new text takes over from the old one: an unchanged piece keeps its id wherever it is
/// now, and so does one that was changed between two that stayed. `None`: it is new.
pub fn kept<I: Copy>(old: &[(I, Piece)], new: &[Piece]) -> Vec<Option<I>> {
    let mut taken = vec![false; old.len()];
    let mut from: Vec<Option<usize>> = vec![None; new.len()];
    for (place, piece) in new.iter().enumerate() {
        // The nearest of those that say the same.
        let same = (0..old.len()).filter(|at| !taken[*at] && old[*at].1 == *piece);
        if let Some(at) = same.min_by_key(|at| at.abs_diff(place)) {
            taken[at] = true;
            from[place] = Some(at);
        }
    }
    for place in 0..new.len() {
        if from[place].is_some() {
            continue;
        }
        // Changed in its place: takes the old piece after that of the piece before it, if it is free and of the same
        // kind.
        let next = match place.checked_sub(1) {
            None => Some(0),
            Some(before) => from[before].map(|at| at + 1),
        };
        if let Some(at) =
            next.filter(|at| *at < old.len() && !taken[*at] && old[*at].1.kind == new[place].kind)
        {
            taken[at] = true;
            from[place] = Some(at);
        }
    }
    from.into_iter().map(|at| at.map(|at| old[at].0)).collect()
}

/// A text line by line, without empty ones.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(kind: BlockKind, said: &str) -> Piece {
        Piece { kind, said: said.to_owned() }
    }

    #[test]
    fn a_pasted_text_becomes_headings_paragraphs_and_lists() {
        let text = "Frivilligpolitik\n\nVi vil, at alle kan være med.\nDet er målet.\n\n# Værdier\nVi siger:\n- respekt\n- frihed\n\nSe også bilaget.";
        let expected = [
            of(BlockKind::Heading, "Frivilligpolitik"),
            of(BlockKind::Paragraph, "Vi vil, at alle kan være med.\nDet er målet."),
            of(BlockKind::Heading, "Værdier"),
            of(BlockKind::Paragraph, "Vi siger:"),
            of(BlockKind::List, "respekt\nfrihed"),
            of(BlockKind::Paragraph, "Se også bilaget."),
        ];
        assert_eq!(cut(text), expected);
        let kinds = expected.iter().map(|piece| piece.kind);
        assert_eq!(numbers(kinds), ["1", "1.1", "2", "2.1", "2.2", "2.3"]);
    }

    #[test]
    fn a_smaller_heading_counts_with_the_paragraphs_and_has_its_own_under_it() {
        use BlockKind::{Heading, Paragraph, Subheading, Table};
        let kinds =
            [Paragraph, Heading, Paragraph, Subheading, Paragraph, Table, Subheading, Heading, Paragraph];
        assert_eq!(numbers(kinds), ["1", "1", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2", "2.1"]);
    }

    #[test]
    fn a_heading_is_empty_when_nothing_stands_under_it_or_under_its_smaller_ones() {
        use BlockKind::{Heading, List, Paragraph, Subheading};
        let blocks = [
            (Paragraph, "Indledning."),
            (Heading, "Forord"),
            (Heading, "Værdier"),
            (Subheading, "Fællesskab"),
            (List, "Alle kan være med"),
            (Subheading, "Frihed"),
            (Paragraph, "  "),
            (Heading, "Bilag"),
        ];
        assert_eq!(empty_headings(blocks), ["Forord", "Frihed", "Bilag"]);
    }

    #[test]
    fn a_paragraph_keeps_its_id_when_others_come_go_and_change() {
        let old: Vec<(u8, Piece)> = ["Et.", "To.", "Tre."]
            .iter()
            .zip(1..)
            .map(|(said, id)| (id, of(BlockKind::Paragraph, said)))
            .collect();
        let new = |texts: &[&str]| -> Vec<Piece> {
            texts.iter().map(|said| of(BlockKind::Paragraph, said)).collect()
        };
        assert_eq!(kept(&old, &new(&["Et.", "To, rettet.", "Tre."])), [Some(1), Some(2), Some(3)]);
        assert_eq!(kept(&old, &new(&["Nul.", "Et.", "Tre."])), [None, Some(1), Some(3)]);
        assert_eq!(kept(&old, &new(&["Tre.", "Et."])), [Some(3), Some(1)]);
        assert_eq!(
            kept(&old, &new(&["Et, rettet.", "To.", "Tre.", "Fire."])),
            [Some(1), Some(2), Some(3), None]
        );
    }

    proptest! {
        #[test]
        fn what_was_cut_and_typed_again_is_cut_the_same(text in "([a-zæøå.#-]{0,9}[ \n]{1,2}){0,30}") {
            let pieces = cut(&text);
            let again = cut(&typed(pieces.iter().map(|piece| (piece.kind, piece.said.as_str()))));
            prop_assert_eq!(&again, &pieces);
            let words = |text: &str| -> Vec<String> {
                let letters = |word: &str| word.chars().filter(|sign| sign.is_alphabetic()).collect::<String>();
                text.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect()
            };
            let kept: Vec<String> = pieces.iter().flat_map(|piece| words(&piece.said)).collect();
            prop_assert_eq!(kept, words(&text), "nobody's words are lost");
        }

        #[test]
        fn no_id_is_given_twice_and_the_same_text_keeps_all(old in proptest::collection::vec("[a-c]{1,2}", 0..12), new in proptest::collection::vec("[a-c]{1,2}", 0..12)) {
            let piece = |said: &String| of(BlockKind::Paragraph, said);
            let olds: Vec<(usize, Piece)> = old.iter().map(piece).enumerate().collect();
            let news: Vec<Piece> = new.iter().map(piece).collect();
            let mut ids: Vec<usize> = kept(&olds, &news).into_iter().flatten().collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), count);
            let same: Vec<Piece> = old.iter().map(piece).collect();
            prop_assert_eq!(kept(&olds, &same), (0..old.len()).map(Some).collect::<Vec<_>>());
        }
    }
}
