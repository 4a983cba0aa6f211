//! What is asked, as it was typed, and what an answer needs. Pure.

use super::{Point, PointAnswer, Request};

/// Everything that a request says, for finding out who must be heard.
pub fn said(request: &Request, points: &[Point]) -> String {
    let points = points.iter().map(|point| point.matter.as_str());
    let said: Vec<&str> =
        [request.title.as_str(), request.about.as_str()].into_iter().chain(points).collect();
    said.join("\n")
}

/// One point a line, as somebody typed them.
pub fn matters(typed: &str) -> Vec<String> {
    let lines = typed.lines().map(|line| without_letter(line.trim()).to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// "a) Ja" and "1. Ja" and "- Ja" are "Ja".
fn without_letter(line: &str) -> &str {
    let line = line.trim_start_matches(['-', '•', '*']).trim_start();
    let mark = line.find([')', '.']).filter(|end| *end <= 2);
    match mark {
        Some(end)
            if line[..end].chars().all(|sign| sign.is_ascii_alphanumeric()) && is_mark(&line[..end]) =>
        {
            line[end + 1..].trim_start()
        }
        _ => line,
    }
}

/// One letter, or a number.
fn is_mark(text: &str) -> bool {
    text.len() == 1 || !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether an answer needs words beside it.
pub fn needs_words(answer: PointAnswer) -> bool {
    answer != PointAnswer::Yes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_lines_and_lose_the_letter_they_were_pasted_with() {
        let typed =
            "a) Sprintgruppen fortsætter\n\n  2. Hjælp fra Kommunikation \n- Tid i 2027\nKl. 14 mødes vi";
        let expected =
            ["Sprintgruppen fortsætter", "Hjælp fra Kommunikation", "Tid i 2027", "Kl. 14 mødes vi"];
        assert_eq!(matters(typed), expected);
    }
}
