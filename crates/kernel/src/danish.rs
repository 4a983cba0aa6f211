//! Danish letters, Danish alphabetical order, and distances in Denmark.
//!
//! Databases disagree about all three: SQLite's `lower()` knows ASCII only, PostgreSQL sorts by the
//! server's locale. So text is folded and sort keys are made here, once, and stored beside the text.

/// The canonical form in which two spellings of the same text meet.
///
/// - lower case, for all of Unicode;
/// - æ and ä become `ae`, ø and ö become `oe`, å becomes `aa`: the spelling of a keyboard without the
///   Danish letters, so *Åkirke*, *aakirke* and *AAKIRKE* meet; also œ `oe`, ß `ss`, þ `th`, ð `d`;
/// - other Latin letters lose their accents (*café* `cafe`, *Müller* `muller`), precomposed or with
///   combining marks, as files from a Mac have them;
/// - everything else, spaces and punctuation included, stays.
///
/// Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len() + 4);
    let mut characters = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(character) = characters.next() {
        if is_combining_mark(character) {
            continue;
        }
        match compose(character, characters.peek().copied()) {
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' => folded.push_str("oe"),
            'å' => folded.push_str("aa"),
            composed => match without_accent(composed) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(composed),
            },
        }
    }
    folded
}

/// A key whose order is the Danish alphabetical order of the text.
///
/// - a–z, then æ, ø, å; *aa* counts as å, ä as æ, ö as ø, ü as y; accents are otherwise ignored;
/// - numbers sort by value and before letters: *Skole 2* before *Skole 10*;
/// - word by word: *Syd Fyn* before *Sydby*; hyphens and slashes separate words as a space does, other
///   punctuation is ignored;
/// - case and the spelling of å decide only between texts that are otherwise equal;
/// - letters of other scripts come last, in the order of their code points.
///
/// The key holds only `0-9a-z` and never `aa`, so that it sorts alike bytewise, in SQLite, and in
/// PostgreSQL under any collation (a Danish one would read `aa` as å). It is meant for a column, not
/// for people.
pub fn sort_key(text: &str) -> String {
    // Alphabet of the key, in order: end of text < '0' before the tie-break < '1' between words
    // < '2' before a number < letters. z and the letters after it take two characters.
    let mut key = String::with_capacity(text.len() + 8);
    let mut tie_break = String::new();
    let mut word_boundary = false;
    let mut characters = text.chars().peekable();
    while let Some(original) = characters.next() {
        if is_combining_mark(original) {
            continue;
        }
        let upper = original.is_uppercase();
        let letter = compose(lower(original), characters.peek().copied());
        if letter.is_whitespace() || matches!(letter, '-' | '/' | '–' | '—' | '_') {
            word_boundary = true;
            continue;
        }
        if !letter.is_alphanumeric() {
            continue;
        }
        if word_boundary && !key.is_empty() {
            key.push('1');
        }
        word_boundary = false;
        if letter.is_ascii_digit() {
            let mut digits = String::from(letter);
            while let Some(digit) = characters.next_if(char::is_ascii_digit) {
                digits.push(digit);
            }
            push_number(&mut key, &digits);
            continue;
        }
        let double_a = letter == 'a'
            && characters.peek().is_some_and(|next| lower(*next) == 'a')
            && characters.next().is_some();
        let plain = if double_a { push_letter(&mut key, 'å') } else { push_letter(&mut key, letter) };
        tie_break.push(match (upper, plain && !double_a) {
            (false, true) => 'b',
            (true, true) => 'c',
            (false, false) => 'd',
            (true, false) => 'e',
        });
    }
    // 'b' is the smallest mark, so leaving out the trailing ones keeps the order.
    let tie_break = tie_break.trim_end_matches('b');
    if !tie_break.is_empty() {
        key.push('0');
        key.push_str(tie_break);
    }
    key
}

/// Of a sphere with the earth's mean radius (IUGG).
pub const MEAN_EARTH_RADIUS_KM: f64 = 6371.0088;

/// Kilometres along the surface of the earth between two points, each (latitude, longitude) in degrees
/// (WGS 84). Haversine on a sphere: within half a percent of the true distance.
pub fn distance_km(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (from_latitude, to_latitude) = (from.0.to_radians(), to.0.to_radians());
    let half_latitude = ((to_latitude - from_latitude) / 2.0).sin();
    let half_longitude = ((to.1 - from.1).to_radians() / 2.0).sin();
    let haversine = half_latitude * half_latitude
        + from_latitude.cos() * to_latitude.cos() * half_longitude * half_longitude;
    2.0 * MEAN_EARTH_RADIUS_KM * haversine.sqrt().min(1.0).asin()
}

/// Lower case, one character to one; only the Turkish İ would give two, and its second is a mark.
fn lower(character: char) -> char {
    character.to_lowercase().next().unwrap_or(character)
}

fn is_combining_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// The Danish letter that a base letter and the combining mark after it make.
fn compose(letter: char, next: Option<char>) -> char {
    match (letter, next) {
        ('a', Some('\u{30a}')) => 'å',
        ('a', Some('\u{308}')) => 'ä',
        ('o', Some('\u{308}')) => 'ö',
        ('o', Some('\u{338}')) => 'ø',
        ('u', Some('\u{308}')) => 'ü',
        (letter, _) => letter,
    }
}

/// Appends the key of a letter; false if it is an accented or foreign variant of a plain letter.
fn push_letter(key: &mut String, letter: char) -> bool {
    match letter {
        'z' => key.push_str("zb"),
        'æ' => key.push_str("zc"),
        'ø' => key.push_str("zd"),
        'å' => key.push_str("ze"),
        'a' if key.ends_with('a') => key.push_str("ha"), // cannot follow a plain a: that pair is å
        'a'..='y' => key.push(letter),
        'ä' => return push_variant(key, 'æ'),
        'ö' | 'œ' => return push_variant(key, 'ø'),
        'ü' => return push_variant(key, 'y'),
        other => match without_accent(other) {
            Some(letters) => {
                for base in letters.chars() {
                    push_variant(key, base);
                }
                return false;
            }
            None => {
                key.push_str("zf");
                for shift in [20, 16, 12, 8, 4, 0] {
                    // b…q for the sixteen nibbles, so that no "aa" can arise
                    let nibble = ((u32::from(other) >> shift) & 0xf) as u8;
                    key.push(char::from(b'b' + nibble));
                }
            }
        },
    }
    true
}

fn push_variant(key: &mut String, base: char) -> bool {
    push_letter(key, base);
    false
}

/// '2', a letter for the number of digits, the digits: shorter numbers are smaller.
fn push_number(key: &mut String, digits: &str) {
    let significant = match digits.trim_start_matches('0') {
        "" => "0",
        significant => significant,
    };
    let length = u8::try_from(significant.len()).unwrap_or(u8::MAX).min(24);
    key.push('2');
    key.push(char::from(b'b' + length));
    key.push_str(significant);
}

/// The plain letters of an accented Latin letter that Danish does not count as a letter of its own.
fn without_accent(character: char) -> Option<&'static str> {
    Some(match character {
        'à' | 'á' | 'â' | 'ã' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ế' | 'ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ō' | 'ŏ' | 'ő' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'þ' => "th",
        'œ' => "oe",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same_name_meet() {
        for spelling in ["Åkirke", "åkirke", "aakirke", "AAKIRKE", "ÅKIRKE", "A\u{30a}kirke"] {
            assert_eq!(fold(spelling), "aakirke", "{spelling}");
        }
        assert_eq!(fold("BESØGSVEN"), fold("besoegsven"));
        assert_eq!(fold("Ældre på Ærø"), "aeldre paa aeroe");
        assert_eq!(fold("Café Müller, Łódź & Straße"), "cafe muller, lodz & strasse");
        assert_eq!(fold("cafe\u{301}"), "cafe");
        assert_eq!(fold("Malmö Växjö"), "malmoe vaexjoe");
        assert_eq!(fold("İzmir"), "izmir");
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Åse & Øjvind – Æblegården 7", "Čapek ẞ ŒUVRE", "日本 Привет مرحبا", ""]
        {
            assert_eq!(fold(&fold(text)), fold(text));
        }
    }

    /// Each list is in the order a Danish reader expects.
    #[test]
    fn danish_alphabetical_order() {
        let lists: &[&[&str]] = &[
            &["Abe", "Zebra", "Æble", "Østers", "Ål"],
            &["Fabrik", "Fyn", "Faaborg", "Fåborg Vest"],
            &["Skole", "Skole 2", "Skole 10", "Skole 100", "Skolehave", "Skoler"],
            &["Syd Fyn", "Syd-Øst", "Sydby", "Sønderborg"],
            &["Ebbe", "Éclair", "Edel"],
            &["Muller Bageri", "Mygind", "Müller Bageri", "Møller"],
            &["7. klasse", "10. klasse", "Klasse"],
            &["Azur", "Aabenraa"],
            &["Zoo", "Ægir", "Ängelholm"],
            &["", "A", "Å", "Привет"],
        ];
        for list in lists {
            for pair in list.windows(2) {
                assert!(
                    sort_key(pair[0]) < sort_key(pair[1]),
                    "{} {} before {} {}",
                    pair[0],
                    sort_key(pair[0]),
                    pair[1],
                    sort_key(pair[1])
                );
            }
        }
    }

    #[test]
    fn double_a_and_case_decide_only_between_equals() {
        assert_ne!(sort_key("Ålborg"), sort_key("Aalborg"));
        assert!(sort_key("Aalborg") < sort_key("Ålborg Øst"));
        assert!(sort_key("Ålborg") < sort_key("Aalborg Øst"));
        assert_eq!(sort_key("anna").split('0').next(), sort_key("ANNA").split('0').next());
        assert!(sort_key("Anna") < sort_key("anne"));
        assert!(sort_key("anna") < sort_key("Anne"));
    }

    #[test]
    fn keys_sort_alike_under_every_collation() {
        for text in ["Åá aà AAaaå", "áa", "aáa", "Привет 日本", "Skole nr. 0012/2026 – «Zürich»", "🙂 \0\t"]
        {
            let key = sort_key(text);
            assert!(key.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()), "{key}");
            assert!(!key.contains("aa"), "{text} {key}");
        }
        assert_eq!(sort_key("  Skole   2 "), sort_key("Skole 2"));
        assert_eq!(sort_key("Skole 02"), sort_key("Skole 2"));
        assert!(sort_key(&"9".repeat(400)).len() < 500);
    }

    #[test]
    fn distances_in_denmark() {
        let (viborg, ringkoebing) = ((56.4532, 9.4020), (56.0901, 8.2440));
        let kilometres = distance_km(viborg, ringkoebing);
        assert!((81.0..83.0).contains(&kilometres), "{kilometres}");
        assert_eq!(distance_km(viborg, viborg), 0.0);
        assert!((distance_km(viborg, ringkoebing) - distance_km(ringkoebing, viborg)).abs() < 1e-9);
        let antipode = distance_km((0.0, 0.0), (0.0, 180.0));
        assert!((20_015.0..20_016.0).contains(&antipode), "{antipode}");
    }
}
