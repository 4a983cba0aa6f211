//! The list of what is wrong stands above a form and follows it: whoever works down the list works down the page.

/// The `h2` of the list, as `error_summary` in `components.html` writes it.
const HEADING: &str = r#"id="error-summary-heading""#;
const LINE_END: &str = "</li>";

/// The page with its list of errors in the order in which the fields stand below it. What no field of the page is about
/// stays last.
pub(crate) fn in_page_order(html: String) -> String {
    let Some(list) = list_of(&html) else { return html };
    let (lines, fields) = (&html[list.clone()], &html[list.end..]);
    let mut sorted: Vec<&str> = lines.split_inclusive(LINE_END).collect();
    sorted.sort_by_cached_key(|line| place(line, fields).unwrap_or(usize::MAX));
    format!("{}{}{fields}", &html[..list.start], sorted.concat())
}

/// Where the lines of the list are.
fn list_of(html: &str) -> Option<std::ops::Range<usize>> {
    let heading = html.find(HEADING)?;
    let start = heading + html[heading..].find("<li>")?;
    let end = start + html[start..].find("</ul>")?;
    let end = start + html[start..end].rfind(LINE_END)? + LINE_END.len();
    Some(start..end)
}

/// How far down the page the field is that a line leads to.
fn place(line: &str, fields: &str) -> Option<usize> {
    let name = line.split_once("href=\"#")?.1.split('"').next()?;
    fields.find(&format!("id=\"{name}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_works_down_the_list_works_down_the_page() {
        let line = |field: &str| format!("<li><a href=\"#{field}\">{field}</a></li>");
        let page = |fields: [&str; 4]| {
            let lines: Vec<String> = fields.into_iter().map(line).collect();
            format!(
                "<h2 id=\"error-summary-heading\">Fejl</h2><ul>\n{}\n</ul><ul><li>Andet</li></ul>
                 <input id=\"title\"><fieldset id=\"days\"></fieldset><input id=\"place\">",
                lines.join("\n")
            )
        };
        let sorted = in_page_order(page(["place", "gone", "title", "days"]));
        let at = |field: &str| sorted.find(&line(field)).unwrap();
        assert!(at("title") < at("days") && at("days") < at("place") && at("place") < at("gone"), "{sorted}");
        assert_eq!(sorted.len(), page(["title", "days", "place", "gone"]).len(), "nothing is lost");
        assert_eq!(in_page_order("<p>Tak</p>".to_owned()), "<p>Tak</p>");
    }
}
