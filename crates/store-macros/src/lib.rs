//! `#[db_test]`: one storage test, stamped onto both databases.

use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// Turns `async fn name(db: Db)` into `name::sqlite` and `name::postgres`.
///
/// Each gets a database of its own with every migration run; both must pass.
#[proc_macro_attribute]
pub fn db_test(_attributes: TokenStream, item: TokenStream) -> TokenStream {
    let is =
        |tree: &TokenTree, word: &str| matches!(tree, TokenTree::Ident(ident) if ident.to_string() == word);
    let tokens: Vec<TokenTree> = item.into_iter().collect();
    let Some(start) = tokens.windows(3).position(|window| is(&window[0], "async") && is(&window[1], "fn"))
    else {
        return parsed("compile_error!(\"#[db_test] goes before an `async fn`\");");
    };
    let name = tokens[start + 2].to_string();
    // The function's own tokens, so that a failing line is named and not the attribute's.
    let (attributes, function) = tokens.split_at(start);
    let given = [parsed("use super::super::*;"), copy(attributes), parsed("pub(super)"), copy(function)];
    let stamps = parsed(&format!(
        "#[::tokio::test]
        async fn sqlite() {{
            let database = ::samskab_store::testing::sqlite().await;
            given::{name}(database.db()).await;
            database.close().await;
        }}
        #[::tokio::test]
        async fn postgres() {{
            let database = ::samskab_store::testing::postgres().await;
            given::{name}(database.db()).await;
            database.close().await;
        }}"
    ));
    module(&name, [module("given", given), stamps])
}

fn module(name: &str, inside: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let braces = TokenTree::Group(Group::new(Delimiter::Brace, inside.into_iter().collect()));
    [parsed(&format!("mod {name}")), TokenStream::from(braces)].into_iter().collect()
}

fn copy(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

fn parsed(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|_| TokenStream::new())
}
