//! Every field of every form that the walks meet (links.rs): it has a label, it is said whether it must be
//! filled in, and no two have one id.

use std::collections::HashMap;

use crate::forms::{attribute, has, tags};

/// What stands after the label of a field that may stay empty, always or where its condition does not hold.
const OPTIONAL: [&str; 4] = ["(valgfrit)", "(optional)", "(hvis ", "(if "];

/// The texts of the labels by the id they are for, tags left out.
fn labels(html: &str) -> HashMap<String, String> {
    let label = |piece: &str| {
        let (tag, rest) = piece.split_once('>')?;
        let words =
            rest.split("</label>").next()?.split('<').map(|piece| piece.rsplit('>').next().unwrap_or(""));
        Some((attribute(&format!("label{tag}"), "for")?, words.collect::<String>().trim().to_owned()))
    };
    html.split("<label").skip(1).filter_map(label).collect()
}

/// What is wrong with the fields of a page.
pub fn faults_of(html: &str) -> Vec<String> {
    let labels = labels(html);
    let mut faults = Vec::new();
    for form in html.split("<form").skip(1).filter_map(|piece| piece.split("</form>").next()) {
        let is_posted =
            form.split('>').next().and_then(|head| attribute(head, "method")).as_deref() == Some("post");
        let mut unmarked = Vec::new();
        for (before, tag) in fields(form) {
            let name = attribute(tag, "name").unwrap_or_default();
            let kind = attribute(tag, "type").unwrap_or_default();
            let label = attribute(tag, "id").and_then(|id| labels.get(&id)).map_or("", String::as_str);
            let is_inside = before.rfind("<label").is_some_and(|at| !before[at..].contains("</label>"));
            let is_named = tag.contains("aria-label");
            if label.is_empty() && !is_inside && !is_named {
                faults.push(format!("the field {name} has no label: <{tag}>"));
            }
            // A box says by itself that it may stay empty; a list of them has its mark in the legend.
            if !is_posted || is_inside || is_named || ["checkbox", "radio"].contains(&kind.as_str()) {
                continue;
            }
            match (has(tag, "required"), OPTIONAL.iter().any(|optional| label.contains(optional))) {
                (true, true) => faults.push(format!("the field {name} is required and optional: <{tag}>")),
                // A hint says when it must be filled in.
                (false, false) if tag.contains("aria-describedby") => {}
                (false, false) => unmarked.push(name),
                _ => {}
            }
        }
        // Where one of two is enough, neither is required and neither optional.
        if let [only] = unmarked.as_slice() {
            faults.push(format!("nobody can see whether the field {only} must be filled in"));
        }
    }
    let mut ids: HashMap<String, usize> = HashMap::new();
    for id in tags(html).filter_map(|tag| attribute(tag, "id")) {
        *ids.entry(id).or_default() += 1;
    }
    faults.extend(
        ids.into_iter().filter(|(_, times)| *times > 1).map(|(id, _)| format!("the id {id} stands twice")),
    );
    faults
}

/// The fields that a person fills in, each with what stands before it.
fn fields(form: &str) -> impl Iterator<Item = (&str, &str)> {
    form.match_indices('<').filter_map(|(at, _)| {
        let tag = form[at + 1..].split('>').next()?;
        let is_field = ["input", "select", "textarea"]
            .iter()
            .any(|name| tag.strip_prefix(name).is_some_and(|rest| rest.starts_with(char::is_whitespace)));
        let kind = attribute(tag, "type").unwrap_or_default();
        let is_seen = !["hidden", "submit", "button"].contains(&kind.as_str())
            && attribute(tag, "tabindex").is_none()
            && !has(tag, "hidden");
        (is_field && is_seen).then_some((&form[..at], tag))
    })
}

#[test]
fn a_field_without_a_label_or_without_a_mark_is_found() {
    let page = |fields: &str| format!("<form method=\"post\" action=\"/x\">{fields}</form>");
    let right = "<label class=\"form-label\" for=\"name\">Navn</label><input id=\"name\" name=\"name\" required>\
        <label for=\"by\">By <span>(valgfrit)</span></label><input id=\"by\" name=\"by\" type=\"text\">\
        <label class=\"s-chip\"><input type=\"checkbox\" name=\"emne\" value=\"sang\"><span>Sang</span></label>\
        <input type=\"hidden\" name=\"version\" value=\"1\">";
    assert_eq!(faults_of(&page(right)), [""; 0]);
    for (wrong, said) in [
        ("<input id=\"name\" name=\"name\" required>", "has no label"),
        ("<label for=\"name\"></label><input id=\"name\" name=\"name\" required>", "has no label"),
        ("<label for=\"name\">Navn</label><textarea id=\"name\" name=\"name\"></textarea>", "nobody can see"),
        (
            "<label for=\"name\">Navn (valgfrit)</label><select id=\"name\" name=\"name\" required></select>",
            "required and optional",
        ),
    ] {
        let faults = faults_of(&page(wrong));
        assert!(faults.len() == 1 && faults[0].contains(said), "{wrong}: {faults:?}");
    }
}
