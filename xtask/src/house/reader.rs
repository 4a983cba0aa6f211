//! Which top-level module of a crate names which other, read from its sources.
//!
//! The files are read as Rust tokens, from `lib.rs` (or `main.rs`) along its `mod` lines. An import is a path
//! that begins with `crate::` or climbs with `super::` out of its own top-level module, in a `use` or anywhere
//! else, in macros too. A name that the root passes on (`pub use cx::Cx`) counts as its module's. Tests are
//! left out: what stands under `#[cfg(test)]`, `#[test]` or `#[db_test]`. Templates are read for `crate::`.
//!
//! Not seen is what no path says: a method on a value that came from another module, and what the root of the
//! crate itself defines or uses. The root is above its modules and joins them.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    str::FromStr,
};

use anyhow::{Context, Result, anyhow, bail};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::crates::files;

/// One place where a top-level module names another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    pub from: String,
    pub to: String,
    pub file: PathBuf,
    pub line: usize,
    /// As it leads from the root of the crate, for instance `unit::UnitId`.
    pub path: String,
}

/// The top-level modules of one crate that have a file of their own, and what they name of each other.
pub struct Modules {
    /// In the order in which the root names them.
    pub names: Vec<String>,
    pub imports: Vec<Import>,
}

/// Reads the crate in this folder.
///
/// # Errors
/// When a file is missing or is no Rust.
pub fn read(folder: &Path) -> Result<Modules> {
    let source = folder.join("src");
    let root = ["lib.rs", "main.rs"].map(|name| source.join(name)).into_iter().find(|path| path.is_file());
    let root = root.with_context(|| format!("{} has neither lib.rs nor main.rs", source.display()))?;
    let mut reader = Reader::default();
    reader.file(&root, &source, &[])?;
    let templates = folder.join("templates");
    if templates.is_dir() {
        for template in files(&templates, "html")?.into_iter().chain(files(&templates, "txt")?) {
            reader.template(&templates, &template)?;
        }
    }
    Ok(reader.finish())
}

#[derive(Default)]
struct Reader {
    /// Top-level modules; the inline ones too, so that paths into them are understood.
    modules: Vec<(String, Kind)>,
    /// Name that the root passes on, and the path it stands for.
    exports: BTreeMap<String, Vec<String>>,
    seen: Vec<Seen>,
}

#[derive(PartialEq)]
enum Kind {
    File,
    Inline,
}

/// A path out of a module, from the root of the crate.
struct Seen {
    from: String,
    path: Vec<String>,
    file: PathBuf,
    line: usize,
}

/// Where the reader is.
struct At<'a> {
    file: &'a Path,
    /// Where the files of modules named here lie.
    children: &'a Path,
    module: &'a [String],
}

impl Reader {
    fn file(&mut self, file: &Path, children: &Path, module: &[String]) -> Result<()> {
        let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        self.text(&text, file, children, module)
    }

    fn text(&mut self, text: &str, file: &Path, children: &Path, module: &[String]) -> Result<()> {
        let tokens = TokenStream::from_str(text).map_err(|error| {
            let start = error.span().start();
            anyhow!("{}:{} is no Rust: {error}", file.display(), start.line)
        })?;
        self.tokens(tokens, &At { file, children, module })
    }

    fn tokens(&mut self, tokens: TokenStream, at: &At) -> Result<()> {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut here = 0;
        while let Some(token) = tokens.get(here) {
            here += match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' && is_of_tests(&tokens[here..]) => {
                    item_length(&tokens[here..])
                }
                TokenTree::Ident(ident) if *ident == "mod" => self.module(&tokens[here..], at)?,
                TokenTree::Ident(ident) if *ident == "use" && !is_punct(tokens.get(here + 1), '<') => {
                    let end = tokens[here..].iter().position(|token| is_punct(Some(token), ';'));
                    let end = end.unwrap_or(tokens.len() - here);
                    self.tree(&tokens[here + 1..here + end], &[], at);
                    end
                }
                TokenTree::Ident(ident) if *ident == "crate" || *ident == "super" => {
                    let (path, length) = path(&tokens[here..]);
                    if path.len() > 1 {
                        self.see(&path, None, ident.span().start().line, at);
                    }
                    length
                }
                TokenTree::Group(group) => {
                    self.tokens(group.stream(), at)?;
                    1
                }
                _ => 1,
            };
        }
        Ok(())
    }

    /// `mod name;` or `mod name { … }`; how many tokens it takes.
    fn module(&mut self, tokens: &[TokenTree], at: &At) -> Result<usize> {
        let (Some(TokenTree::Ident(name)), Some(then)) = (tokens.get(1), tokens.get(2)) else { return Ok(1) };
        let name = name.to_string();
        let module = [at.module, std::slice::from_ref(&name)].concat();
        let children = at.children.join(&name);
        match then {
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => {
                self.name(&module, Kind::Inline);
                self.tokens(body.stream(), &At { file: at.file, children: &children, module: &module })?;
                Ok(3)
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => {
                self.name(&module, Kind::File);
                let places = [at.children.join(format!("{name}.rs")), children.join("mod.rs")];
                let Some(file) = places.iter().find(|path| path.is_file()) else {
                    bail!("{} names a module {name}, whose file is not there", at.file.display());
                };
                self.file(file, &children, &module)?;
                Ok(3)
            }
            _ => Ok(1),
        }
    }

    fn name(&mut self, module: &[String], kind: Kind) {
        if let [name] = module {
            self.modules.push((name.clone(), kind));
        }
    }

    /// A tree of a `use`, after `before`: `a::{b, c::d as e}`.
    fn tree(&mut self, tokens: &[TokenTree], before: &[String], at: &At) {
        for branch in tokens.split(|token| is_punct(Some(token), ',')) {
            let mut path = before.to_vec();
            let mut line = None;
            let mut alias = None;
            let mut names = branch.iter();
            while let Some(token) = names.next() {
                match token {
                    TokenTree::Ident(ident) if *ident == "as" => {
                        alias = names.next().map(ToString::to_string);
                    }
                    TokenTree::Ident(ident) => {
                        line.get_or_insert(ident.span().start().line);
                        path.push(ident.to_string());
                    }
                    TokenTree::Punct(punct) if punct.as_char() == '*' => {
                        line.get_or_insert(punct.span().start().line);
                        path.push("*".into());
                    }
                    TokenTree::Group(group) => {
                        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                        self.tree(&inner, &path, at);
                        line = None;
                    }
                    _ => {}
                }
            }
            if let Some(line) = line {
                self.see(&path, alias, line, at);
            }
        }
    }

    /// Notes a path, when it leads out of the top-level module it stands in.
    fn see(&mut self, path: &[String], alias: Option<String>, line: usize, at: &At) {
        let mut module = at.module.to_vec();
        let mut rest = path;
        let mut is_absolute = at.module.is_empty();
        while let [first, more @ ..] = rest {
            match first.as_str() {
                "crate" => module.clear(),
                "super" => drop(module.pop()),
                "self" if rest.len() == path.len() => {}
                _ => break,
            }
            is_absolute = true;
            rest = more;
        }
        if !is_absolute {
            return;
        }
        let mut full = module;
        full.extend(rest.iter().filter(|name| *name != "self").cloned());
        match at.module {
            [] => {
                if let Some(name) = alias.or_else(|| full.last().cloned()) {
                    self.exports.entry(name).or_insert(full);
                }
            }
            [from, ..] => {
                if full.first().is_some_and(|to| to != from) {
                    let from = from.clone();
                    self.seen.push(Seen { from, path: full, file: at.file.to_path_buf(), line });
                }
            }
        }
    }

    /// A template belongs to the module its folder is named after.
    fn template(&mut self, templates: &Path, file: &Path) -> Result<()> {
        let below = file.strip_prefix(templates).unwrap_or(file).with_extension("");
        let Some(from) = below.iter().next().and_then(|name| name.to_str()) else { return Ok(()) };
        for (number, line) in fs::read_to_string(file)?.lines().enumerate() {
            for path in line.split("crate::").skip(1) {
                let path: String =
                    path.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
                let path: Vec<String> = path.split("::").map(str::to_owned).collect();
                if path.first().is_some_and(|to| to != from) {
                    self.seen.push(Seen {
                        from: from.to_owned(),
                        path,
                        file: file.to_path_buf(),
                        line: number + 1,
                    });
                }
            }
        }
        Ok(())
    }

    fn finish(self) -> Modules {
        let has_file =
            |name: &str| self.modules.iter().any(|(known, kind)| known == name && *kind == Kind::File);
        let named = |path: &[String]| path.first().filter(|name| has_file(name)).cloned();
        let leads_to = |seen: &Seen| {
            let first = seen.path.first()?;
            named(&seen.path).or_else(|| named(self.exports.get(first)?)).filter(|to| *to != seen.from)
        };
        let mut imports: Vec<Import> = self
            .seen
            .iter()
            .filter(|seen| has_file(&seen.from))
            .filter_map(|seen| {
                let to = leads_to(seen)?;
                let (from, file) = (seen.from.clone(), seen.file.clone());
                Some(Import { from, to, file, line: seen.line, path: seen.path.join("::") })
            })
            .collect();
        imports.sort_by(|a, b| (&a.from, &a.to, &a.file, a.line).cmp(&(&b.from, &b.to, &b.file, b.line)));
        let files = self.modules.into_iter().filter(|(_, kind)| *kind == Kind::File);
        Modules { names: files.map(|(name, _)| name).collect(), imports }
    }
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

/// The names of a path that begins here, and how many tokens it takes: `crate::unit::UnitId` has three names.
fn path(tokens: &[TokenTree]) -> (Vec<String>, usize) {
    let mut names = Vec::new();
    let mut length = 0;
    while let Some(TokenTree::Ident(ident)) = tokens.get(length) {
        names.push(ident.to_string());
        length += 1;
        if !(is_punct(tokens.get(length), ':') && is_punct(tokens.get(length + 1), ':')) {
            break;
        }
        length += 2;
    }
    (names, length.max(1))
}

/// Whether the attribute that begins here says that what follows is there for tests only.
fn is_of_tests(tokens: &[TokenTree]) -> bool {
    let Some(TokenTree::Group(group)) = tokens.get(1) else { return false };
    let inner: Vec<String> = group.stream().into_iter().map(|token| token.to_string()).collect();
    match inner.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["cfg", condition] => {
            let condition: String = condition.chars().filter(|c| !c.is_whitespace()).collect();
            condition == "(test)" || condition.starts_with("(all(test,")
        }
        [.., "test" | "db_test"] => inner.iter().all(|name| !name.starts_with('(')),
        _ => false,
    }
}

/// How many tokens the item takes whose attributes begin here: to its `;`, or to its body in braces; a field,
/// a variant or an arm to its comma.
fn item_length(tokens: &[TokenTree]) -> usize {
    const ITEMS: [&str; 15] = [
        "fn",
        "mod",
        "use",
        "struct",
        "enum",
        "impl",
        "trait",
        "const",
        "static",
        "type",
        "macro_rules",
        "async",
        "unsafe",
        "extern",
        "let",
    ];
    let mut keyword = None;
    let mut here = 0;
    while let Some(token) = tokens.get(here) {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' && keyword.is_none() => here += 1,
            TokenTree::Punct(punct) if punct.as_char() == ';' => return here + 1,
            TokenTree::Punct(punct) if punct.as_char() == ',' && keyword.is_none() => return here + 1,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let goes_on =
                    keyword.as_deref().is_some_and(|word| ["use", "const", "static", "let"].contains(&word));
                if !goes_on {
                    return here + 1;
                }
            }
            TokenTree::Ident(ident) if keyword.is_none() => {
                let word = ident.to_string();
                if ITEMS.contains(&word.as_str()) {
                    keyword = Some(word);
                }
            }
            _ => {}
        }
        here += 1;
    }
    here
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the module `unit` (with its part `unit::page`) names, when `text` stands in the part.
    fn named(text: &str) -> Vec<(String, usize, String)> {
        let mut reader = Reader::default();
        let module = |name: &str| (name.to_owned(), Kind::File);
        reader.modules = ["unit", "person", "place", "cx"].map(module).into();
        reader.modules.push(("i18n".into(), Kind::Inline));
        reader
            .text(
                "pub use cx::Cx; pub use crate::place::Town as Here; pub use i18n::T;",
                Path::new("lib.rs"),
                Path::new(""),
                &[],
            )
            .unwrap();
        let module = ["unit".to_owned(), "page".to_owned()];
        reader.text(text, Path::new("unit/page.rs"), Path::new("unit/page"), &module).unwrap();
        reader.finish().imports.into_iter().map(|import| (import.to, import.line, import.path)).collect()
    }

    fn targets(text: &str) -> Vec<String> {
        named(text).into_iter().map(|(to, _, _)| to).collect()
    }

    #[test]
    fn a_use_is_read_with_its_branches_and_their_lines() {
        let text = "use crate::{\n    person::{self, PersonId as Id},\n    place,\n    unit::Unit,\n};\n";
        let person = |path: &str| ("person".to_owned(), 2, path.to_owned());
        assert_eq!(
            named(text),
            [person("person"), person("person::PersonId"), ("place".into(), 3, "place".into())]
        );
    }

    #[test]
    fn a_path_is_read_wherever_it_stands() {
        assert_eq!(targets("fn a() -> crate::person::Name { crate::unit::b() }"), ["person"]);
        assert_eq!(targets("html! { <p>{crate::place::town()}</p> }"), ["place"]);
        assert_eq!(targets("macro_rules! m { () => { $crate::person::Name } }"), ["person"]);
        assert_eq!(targets("pub(crate) fn a() {} pub(in crate::unit) fn b() {}"), Vec::<String>::new());
    }

    #[test]
    fn climbing_out_of_the_module_counts_and_climbing_within_does_not() {
        assert_eq!(targets("use super::super::person::Name;"), ["person"]);
        assert_eq!(
            targets("use super::person::Name; use self::person::Name; use person::Name;"),
            Vec::<String>::new()
        );
        assert_eq!(targets("mod inner { use super::super::super::place::Town; }"), ["place"]);
        assert_eq!(targets("fn a() { super::super::place::town() }"), ["place"]);
    }

    #[test]
    fn a_name_the_root_passes_on_is_its_modules() {
        assert_eq!(targets("use crate::{Cx, Here, T};"), ["cx", "place"]);
    }

    #[test]
    fn comments_strings_and_tests_are_not_read() {
        let text = r##"
            // use crate::person::A;
            /// see crate::person::A, and don't stop here
            fn a(x: &'static str) -> char { "crate::person::A"; r#"crate::person"#; '"' }
            #[cfg(test)]
            mod tests { use crate::person::A; }
            #[cfg(test)]
            pub(crate) use crate::{person::B, person::C};
            #[cfg(all(test, unix))]
            fn only(a: A<B, C>) where A: B { crate::person::b() }
            #[db_test]
            async fn asked(db: Db) { crate::person::b() }
            impl A { #[cfg(test)] #[must_use] fn b() { crate::person::b() } fn c() {} }
            struct S { #[cfg(test)] a: crate::person::A, b: u8 }
            #[cfg(not(test))]
            use crate::place;
            #[tokio::test]
            async fn waits() { crate::person::b() }
        "##;
        assert_eq!(targets(text), ["place"]);
    }

    #[test]
    fn this_crate_is_read_from_its_files() {
        let read = read(&crate::command::root().join("xtask")).unwrap();
        assert!(read.names.iter().any(|name| name == "house"));
        let named = |from: &str, to: &str| read.imports.iter().any(|i| i.from == from && i.to == to);
        assert!(named("house", "command") && named("house", "page") && !named("command", "house"));
    }
}
