//! Reads a page as a browser without scripts does: its tags, its links, its forms.

/// The tags of a page, each with what stands between `<` and `>`.
pub fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|piece| piece.split_once('>').map(|(tag, _)| tag))
}

/// The value of an attribute, with its entities read.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let at = rest.find(name)?;
        let (before, after) = (&rest[..at], &rest[at + name.len()..]);
        if before.ends_with(char::is_whitespace)
            && let Some(value) = after.strip_prefix("=\"")
        {
            return value.split('"').next().map(decoded);
        }
        rest = after;
    }
}

pub fn has(tag: &str, name: &str) -> bool {
    tag.split_whitespace()
        .any(|word| word == name || word.strip_prefix(name).is_some_and(|rest| rest.starts_with('=')))
}

pub fn decoded(text: &str) -> String {
    let entities = [
        ("&#38;", "&"),
        ("&amp;", "&"),
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
    ];
    entities.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

/// Addresses within our own pages that a page links to, without what follows `#`.
pub fn links(html: &str) -> Vec<String> {
    tags(html)
        .filter(|tag| tag.starts_with("a "))
        .filter_map(|tag| attribute(tag, "href"))
        .filter(|href| href.starts_with('/') && !href.starts_with("//"))
        .map(|href| href.split('#').next().unwrap_or_default().to_owned())
        .collect()
}

/// A form as it would be sent if nothing more was typed.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    /// Name, kind (the `type` of an input, `textarea`, `select`) and value.
    pub fields: Vec<Field>,
}

#[derive(Debug, Clone)]
pub struct Field {
    pub name: String,
    pub kind: String,
    pub value: String,
    pub required: bool,
}

impl Form {
    /// With another address to be answered at.
    #[must_use]
    pub fn from(mut self, email: &str) -> Self {
        self.fields
            .iter_mut()
            .filter(|field| field.kind == "email")
            .for_each(|field| email.clone_into(&mut field.value));
        self
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|field| field.name == name) {
            Some(field) => value.clone_into(&mut field.value),
            None => self.fields.push(Field {
                name: name.into(),
                kind: "text".into(),
                value: value.into(),
                required: false,
            }),
        }
        self
    }

    /// As the body of a post.
    pub fn body(&self) -> String {
        let pair = |field: &Field| format!("{}={}", field.name, encoded(&field.value));
        self.fields.iter().map(pair).collect::<Vec<_>>().join("&")
    }
}

/// As `application/x-www-form-urlencoded` wants it.
pub fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// The forms of a page that post, those of the frame (signing out) left out.
pub fn forms(html: &str, path: &str) -> Vec<Form> {
    let main = html.split("<main").nth(1).unwrap_or(html);
    main.split("<form").skip(1).filter_map(|piece| form(piece.split("</form>").next()?, path)).collect()
}

fn form(text: &str, path: &str) -> Option<Form> {
    let (head, body) = text.split_once('>')?;
    if !attribute(head, "method").is_some_and(|method| method.eq_ignore_ascii_case("post")) {
        return None;
    }
    let action =
        attribute(head, "action").filter(|action| !action.is_empty()).unwrap_or_else(|| path.to_owned());
    let mut fields: Vec<Field> = Vec::new();
    for piece in body.split('<').skip(1) {
        let Some((tag, after)) = piece.split_once('>') else { continue };
        if tag.starts_with("option") {
            // A browser sends the chosen one, or else the first.
            let value = attribute(tag, "value").unwrap_or_default();
            if let Some(select) = fields.last_mut().filter(|field| field.kind == "select")
                && (select.value.is_empty() || has(tag, "selected"))
            {
                select.value = value;
            }
            continue;
        }
        let Some(name) = attribute(tag, "name") else { continue };
        let required = has(tag, "required");
        let mut add =
            |kind: String, value: String| fields.push(Field { name: name.clone(), kind, value, required });
        if tag.starts_with("textarea") {
            add("textarea".into(), decoded(after.trim_start_matches('\n')));
        } else if tag.starts_with("select") {
            add("select".into(), String::new());
        } else if tag.starts_with("input") {
            let kind = attribute(tag, "type").unwrap_or_else(|| "text".into());
            let value = attribute(tag, "value").unwrap_or_default();
            let is_choice = ["radio", "checkbox"].contains(&kind.as_str());
            if !is_choice || has(tag, "checked") {
                add(kind, value);
            }
        }
    }
    Some(Form { action, fields })
}

/// The form to show interest in a task, as somebody fills it in who can do what is asked for. A field that no person
/// sees stays empty.
pub fn filled_in(html: &str, path: &str, email: &str) -> Option<Form> {
    let mut form =
        forms(html, path).into_iter().find(|form| form.fields.iter().any(|field| field.kind == "email"))?;
    for field in &mut form.fields {
        match (field.kind.as_str(), field.required) {
            ("email", _) => email.clone_into(&mut field.value),
            ("textarea", _) => "Jeg vil gerne hjælpe.".clone_into(&mut field.value),
            ("text", true) => "Prøve Testesen".clone_into(&mut field.value),
            _ => {}
        }
    }
    Some(form.with("of_age", "ja").with("driving_licence", "ja").with("anyway", "ja"))
}
