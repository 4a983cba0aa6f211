//! A well-formed letter in plain text. The words are the caller's, the shape is ours.

use samskab_kernel::Locale;

/// Columns; leaves room for two levels of `> ` in an answer (RFC 3676 section 4.2).
const WIDTH: usize = 72;

/// A letter being written, from the greeting down.
///
/// ```
/// use samskab_mail::{Letter, Signature};
/// let body = Letter::new("Hej Åse")
///     .paragraph("Tak, fordi du vil være besøgsven. Bekræft din e-mail, så hører du fra os.")
///     .link("Bekræft din e-mail:", "https://frivillig.fjordlund.example/bekraeft/7f3a")
///     .finish(
///         &Signature { closing: "Venlig hilsen", municipality: "Fjordlund Kommune", phone: "12 34 56 78" },
///         "Du får denne mail, fordi du har tilmeldt dig som frivillig.",
///     );
/// assert!(body.starts_with("Hej Åse\n\nTak, fordi"));
/// ```
#[must_use]
pub struct Letter {
    text: String,
}

/// Who the letter is from.
pub struct Signature<'a> {
    /// "Venlig hilsen"
    pub closing: &'a str,
    pub municipality: &'a str,
    /// The telephone number as people read it, with a word before it if you like; left out when empty.
    pub phone: &'a str,
}

impl Letter {
    pub fn new(greeting: &str) -> Self {
        let mut letter = Self { text: String::new() };
        letter.push_wrapped(greeting, "", "");
        letter
    }

    /// Wrapped at 72 columns. Line breaks in it stay. An empty one is left out.
    pub fn paragraph(mut self, text: &str) -> Self {
        if !text.trim().is_empty() {
            self.text.push('\n');
            self.push_wrapped(text.trim(), "", "");
        }
        self
    }

    /// One line each, with a dash before it.
    pub fn list<T: AsRef<str>>(mut self, items: impl IntoIterator<Item = T>) -> Self {
        let before = self.text.len();
        for item in items {
            self.push_wrapped(item.as_ref().trim(), "- ", "  ");
        }
        if self.text.len() > before {
            self.text.insert(before, '\n');
        }
        self
    }

    /// A link on a line of its own, however long, below the words that say where it leads.
    pub fn link(mut self, label: &str, url: &str) -> Self {
        self.text.push('\n');
        self.push_wrapped(label, "", "");
        self.text.push_str(url);
        self.text.push('\n');
        self
    }

    /// The signature, and below the line that mail programs cut at (`-- `) why the reader gets this.
    pub fn finish(mut self, signature: &Signature<'_>, why: &str) -> String {
        self.text.push('\n');
        for line in [signature.closing, signature.municipality, signature.phone] {
            if !line.is_empty() {
                self.push_wrapped(line, "", "");
            }
        }
        self.text.push_str("\n-- \n");
        self.push_wrapped(why, "", "");
        self.text
    }

    fn push_wrapped(&mut self, text: &str, first_indent: &str, indent: &str) {
        let mut indents = std::iter::once(first_indent).chain(std::iter::repeat(indent));
        for line in text.lines() {
            let mut column = 0;
            for word in pieces(line) {
                let length = word.chars().count();
                if column > 0 && column + 1 + length > WIDTH {
                    self.text.push('\n');
                    column = 0;
                }
                let space = if column == 0 { indents.next().unwrap_or(indent) } else { " " };
                self.text.push_str(space);
                self.text.push_str(&word);
                column += space.chars().count() + length;
            }
            self.text.push('\n');
        }
    }
}

/// The words of a line; those that stand on one line together as one.
fn pieces(line: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = "";
    let may_break = |letter: char| letter.is_whitespace() && letter != '\u{a0}';
    for word in line.split(may_break).filter(|word| !word.is_empty()) {
        match pieces.last_mut().filter(|_| stand_together(before, word)) {
            Some(piece) => piece.extend([" ", word]),
            None => pieces.push(word.to_owned()),
        }
        before = word;
    }
    pieces
}

/// Without what stands around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| letter.is_ascii_punctuation())
}

/// Of a telephone number, a date and a time no line ends in the middle: whoever reads it on a telephone taps it.
fn stand_together(before: &str, after: &str) -> bool {
    let is_number = |word: &str, digits: std::ops::RangeInclusive<usize>| {
        digits.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_month = |word: &str| {
        let named = |locale: &Locale| (1..=12).any(|month| locale.month(month) == word);
        Locale::ALL.iter().any(named)
    };
    let (first, then) = (bare(before), bare(after));
    let is_pair = is_number(first, 2..=2) && before.ends_with(first) && is_number(then, 2..=2);
    let is_hour =
        matches!(before, "kl." | "Kl." | "at") && after.starts_with(|one: char| one.is_ascii_digit());
    let is_day = before == "den" && is_number(then, 1..=2);
    is_pair
        || is_hour
        || is_day
        || is_number(first, 1..=2) && is_month(then)
        || is_month(before) && is_number(then, 4..=4)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNATURE: Signature<'_> = Signature {
        closing: "Venlig hilsen",
        municipality: "Fjordlund Kommune",
        phone: "Telefon 12 34 56 78",
    };

    #[test]
    fn a_letter_as_it_is_read() {
        let link = format!("https://frivillig.fjordlund.example/bekraeft/{}", "7f3a".repeat(16));
        let body = Letter::new("Hej Åse")
            .paragraph("Tak, fordi du har lyst til at være besøgsven på plejehjemmet Åhaven. Her er, hvad der sker nu:")
            .list(["Du bekræfter din e-mail.", "Plejehjemmets koordinator ringer til dig inden for en uge og aftaler et møde."])
            .paragraph("  ")
            .link("Bekræft din e-mail her. Linket virker i syv dage:", &link)
            .finish(&SIGNATURE, "Du får denne mail, fordi du har meldt dig som frivillig hos os.");
        let expected = format!(
            "Hej Åse\n\n\
             Tak, fordi du har lyst til at være besøgsven på plejehjemmet Åhaven. Her\n\
             er, hvad der sker nu:\n\n\
             - Du bekræfter din e-mail.\n\
             - Plejehjemmets koordinator ringer til dig inden for en uge og aftaler\n\
             \x20 et møde.\n\n\
             Bekræft din e-mail her. Linket virker i syv dage:\n\
             {link}\n\n\
             Venlig hilsen\nFjordlund Kommune\nTelefon 12 34 56 78\n\n\
             -- \nDu får denne mail, fordi du har meldt dig som frivillig hos os.\n"
        );
        assert_eq!(body, expected);
    }

    #[test]
    fn no_line_but_a_link_is_wider_than_72() {
        let words = "rødgrød med fløde og æblegrød ".repeat(40);
        let body = Letter::new(&words).paragraph(&words).list([&words, &words]).finish(&SIGNATURE, &words);
        assert!(body.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(body.lines().any(|line| line.chars().count() > WIDTH - 12), "and the width is used");
    }

    #[test]
    fn no_line_ends_within_a_number_a_date_or_a_time() {
        let whole = [
            "12 70 93 27.",
            "den 1. december",
            "den 2. januar 2027,",
            "kl. 14.00–15.00",
            "1 December",
            "at 14:00",
            "mindst\u{a0}50\u{a0}%",
        ];
        for piece in whole {
            for lead in 40..WIDTH {
                let body = Letter::new("Hej").paragraph(&format!("{} {piece} og mere", "x".repeat(lead)));
                assert!(body.text.lines().any(|line| line.contains(piece)), "{}", body.text);
            }
        }
        let words = "Kom den 24 dage før 12 personer til 3. sal i december og tag 2 med";
        assert_eq!(pieces(words).len(), words.split(' ').count() - 1, "{:?}", pieces(words));
    }

    #[test]
    fn line_breaks_of_a_person_stay_and_a_missing_phone_leaves_no_gap() {
        let body = Letter::new("Hej")
            .paragraph("Første linje\nAnden linje")
            .list(Vec::<String>::new())
            .finish(&Signature { phone: "", ..SIGNATURE }, "Derfor.");
        assert_eq!(
            body,
            "Hej\n\nFørste linje\nAnden linje\n\nVenlig hilsen\nFjordlund Kommune\n\n-- \nDerfor.\n"
        );
    }
}
