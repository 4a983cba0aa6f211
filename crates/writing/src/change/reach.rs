//! Words that say how somebody can be reached – e-mail addresses, telephone numbers –, which do not become public by themselves.

/// What stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReachWords {
    Address,
    Number,
}

/// The first that is found. (CPR numbers are refused when they are typed.)
pub fn found(text: &str) -> Option<ReachWords> {
    let words = || text.split(|sign: char| sign.is_whitespace() || "()<>,;\"".contains(sign));
    let is_address = |word: &str| {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    if words().any(is_address) {
        return Some(ReachWords::Address);
    }
    (samskab_kernel::cpr::looks_like_one(text) || has_phone(text)).then_some(ReachWords::Number)
}

/// Eight digits as Danish telephone numbers are written: in a row or in groups, in pairs with dots or dashes, and with the code
/// of the country or without it.
fn has_phone(text: &str) -> bool {
    let plain = text.replace(|sign: char| sign.is_whitespace() && sign != '\n', " ");
    let is_digit = |sign: char| sign.is_ascii_digit();
    let in_groups = plain.split(|sign| !is_digit(sign) && sign != ' ').any(|run| {
        let groups: Vec<&str> = run.split_whitespace().map(national).collect();
        (0..groups.len()).any(|from| is_eight(&groups[from..]))
    });
    let in_pairs = |between: char| {
        plain.split(|sign| !is_digit(sign) && sign != between).any(|run| {
            let groups: Vec<&str> = run.split(between).collect();
            groups.windows(4).any(|four| four.iter().all(|group| group.len() == 2))
        })
    };
    in_groups || ['-', '–', '.'].into_iter().any(in_pairs)
}

/// Without the code of the country; a longer number is no telephone number.
fn national(digits: &str) -> &str {
    match digits.strip_prefix("00").unwrap_or(digits).strip_prefix("45") {
        Some(rest) if rest.len() == 8 => rest,
        _ => digits,
    }
}

/// Whether the first of these groups make eight digits.
fn is_eight(groups: &[&str]) -> bool {
    let mut digits = 0;
    groups.iter().any(|group| {
        digits += group.len();
        digits == 8
    })
}
