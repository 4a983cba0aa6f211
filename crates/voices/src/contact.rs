//! Addresses and telephone numbers in what was said. Unlike a CPR number they are no reason to refuse it, but to ask.

/// Whether the text contains an e-mail address or a Danish telephone number.
pub fn holds_contact(text: &str) -> bool {
    holds_address(text) || holds_phone(text)
}

fn holds_address(text: &str) -> bool {
    let words = text.split(|sign: char| sign.is_whitespace() || "()<>,;\"".contains(sign));
    words
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
        .any(|word| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')))
}

/// Eight digits in a row, or in groups with single characters between them; years and amounts are shorter.
fn holds_phone(text: &str) -> bool {
    let plain = text.replace("+45", " ").replace(['\u{a0}', '.', '-', '–'], " ");
    let is_part = |sign: char| sign.is_ascii_digit() || sign == ' ';
    plain.split(|sign| !is_part(sign)).any(|run| {
        let groups: Vec<&str> = run.split(' ').filter(|group| !group.is_empty()).collect();
        (0..groups.len()).any(|from| is_phone(&groups[from..]))
    })
}

/// 12345678, 12 34 56 78, 1234 5678 or 123 45 678, and no further digits.
fn is_phone(groups: &[&str]) -> bool {
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).take(5).collect();
    matches!(
        lengths.as_slice(),
        [8, ..] | [4, 4, ..] | [2, 2, 2, 2, ..] | [3, 2, 3, ..] | [2, 3, 3, ..] | [3, 3, 2, ..]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_seen_as_people_write_them() {
        for text in [
            "Skriv til birk@prøve.example.",
            "Ring 12345678",
            "Ring på 12 34 56 78, tak",
            "+45 1234 5678",
            "tlf. 12-34-56-78",
        ] {
            assert!(holds_contact(text), "{text}");
        }
        for text in
            ["I 2024 og 2025 var vi 120 af 300.", "Vi er @hjemme", "Det koster 1.200.000 kr.", "Kl. 10-12"]
        {
            assert!(!holds_contact(text), "{text}");
        }
    }
}
