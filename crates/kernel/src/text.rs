//! Characters that nobody sees and that still change what others see: line breaks where one line is meant, and the
//! controls of the direction of writing (UAX #9), with which a name turns the words after it around.

/// Whatever ends a line, in any system (UAX #14): LF, VT, FF, CR, NEL, and the two separators of Unicode.
pub fn is_line_break(sign: char) -> bool {
    matches!(sign, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Embeddings, overrides and isolates: they reach beyond the words they stand in.
fn turns_what_follows(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Every control of the direction of writing, the marks too.
pub fn is_bidi_control(sign: char) -> bool {
    turns_what_follows(sign) || matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

/// Characters that take no room and are no text by themselves (general category Cf, and the fillers).
pub fn is_format(sign: char) -> bool {
    is_bidi_control(sign)
        || matches!(
            sign,
            '\u{ad}'
                | '\u{600}'..='\u{605}'
                | '\u{6dd}'
                | '\u{70f}'
                | '\u{890}'..='\u{891}'
                | '\u{8e2}'
                | '\u{115f}'..='\u{1160}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200d}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{110bd}'
                | '\u{110cd}'
                | '\u{13430}'..='\u{1343f}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Octets in a line of a calendar file, without its end.
pub const CALENDAR_LINE: usize = 75;

/// A line of a calendar file with its end, folded so that no part is longer than 75 octets, and never within a character
/// (RFC 5545 section 3.1).
pub fn folded_line(line: &str) -> String {
    let (mut folded, mut width) = (String::with_capacity(line.len() + 2), 0);
    for sign in line.chars() {
        if width + sign.len_utf8() > CALENDAR_LINE {
            folded.push_str("\r\n ");
            width = 1;
        }
        folded.push(sign);
        width += sign.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

/// As a letter greets: the first word of a name.
pub fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// The text as one line: line breaks and other controls are a space, controls of direction are gone. The joiner of
/// an emoji stays.
///
/// People meet this when they paste: a telephone number copied from an address book has such characters around it,
/// which they cannot see and so could not take away if they were asked to.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for sign in text.trim().chars() {
        if is_bidi_control(sign) || sign == '\0' {
            continue;
        }
        let breaks = is_line_break(sign) || sign.is_control();
        match (breaks, line.ends_with(' ')) {
            (true, true) => {}
            (true, false) => line.push(' '),
            (false, _) => line.push(sign),
        }
    }
    line.trim().to_owned()
}

/// The text with every line break as `\n`, and nothing that turns around what stands after it. The marks of direction
/// stay: a paragraph in Arabic with a Danish name needs them.
pub fn paragraphs(text: &str) -> String {
    let text = text.trim().replace("\r\n", "\n");
    text.chars()
        .filter(|sign| !turns_what_follows(*sign))
        .filter_map(|sign| match sign {
            sign if is_line_break(sign) => Some('\n'),
            '\t' => Some('\t'),
            sign if sign.is_control() => None,
            sign => Some(sign),
        })
        .collect()
}

/// Begins a line or a sentence with `text`.
pub fn as_beginning(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_stays_a_line_and_emoji_stay_whole() {
        assert_eq!(one_line(" Aktiv\r\n\u{2028}\u{b}Bcc: \u{202e}nogen\u{202c}\u{85}"), "Aktiv Bcc: nogen");
        assert_eq!(one_line("\u{202a}12 34 56 78\u{202c}"), "12 34 56 78");
        let family = "Familien 👩\u{200d}👧 Å";
        assert_eq!(one_line(family), family);
    }

    #[test]
    fn a_paragraph_keeps_its_lines_and_turns_nothing_around() {
        assert_eq!(paragraphs("Et\r\nTo\u{2029}Tre\u{c}\tFire\0"), "Et\nTo\nTre\n\tFire");
        assert_eq!(paragraphs("Et \u{202e}To\u{2066} \u{200f}Tre"), "Et To \u{200f}Tre");
    }

    proptest! {
        #[test]
        fn nothing_that_breaks_or_turns_a_line_is_left(text in "(\\PC|[\r\n\u{b}\u{c}\u{85}\u{2028}\u{2029}\u{200e}\u{200f}\u{61c}\u{202a}-\u{202e}\u{2066}-\u{2069}\t\0]){0,40}") {
            let line = one_line(&text);
            prop_assert!(!line.chars().any(|sign| is_line_break(sign) || is_bidi_control(sign) || sign.is_control()));
            prop_assert_eq!(&one_line(&line), &line, "once is enough");
            let kept = paragraphs(&text);
            prop_assert!(!kept.chars().any(|sign| turns_what_follows(sign) || is_line_break(sign) && sign != '\n'));
        }
    }
}
