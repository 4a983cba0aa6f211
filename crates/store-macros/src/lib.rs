//! `#[db_test]`: one storage test, stamped onto both databases. `#[derive(Record)]` and `#[derive(Row)]`:
//! the columns of a table or of a query are the fields of a struct. `#[compiled_once]`: an `async fn` for other crates.

mod compiled_once;
mod record;

use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// The struct is a row of a table: it is read, added and saved, and each column is said once, here.
///
/// ```ignore
/// #[derive(Record)]
/// #[record(table = "channel", alias = "c")]
/// struct Channel {
///     id: ChannelId,
///     #[record(fixed)]
///     code: Code,
///     name: String,
/// }
/// ```
///
/// makes, for parts of `statements!`,
///
/// - `Channel::COLUMNS`: `c.id, c.code, c.name`
/// - `Channel::SELECT`: `select c.id, c.code, c.name from channel c`
/// - `Channel::INSERT`: `insert into channel (tenant_id, id, code, name) values (:tenant_id, :id, :code, :name)`
/// - `Channel::UPDATE`: `update channel set name = :name where tenant_id = :tenant_id and id = :id`
/// - `Channel::EXCLUDED`: `name = excluded.name`, for `on conflict … do update set`
///
/// and `samskab_store::record::Record`, which reads a row (`query.optional::<Channel>()`) and binds the
/// columns by their names (`tx.write(&ADD, &channel)`).
///
/// Before the struct:
///
/// - `table = "…"`: without it the struct is a group of columns in other records (`flatten`).
/// - `alias = "t"`: the table's name in selects.
/// - `key("engagement_id", "version")`: the columns that name a row; `id` when it is not said.
/// - `also("sort_key" = danish::sort_key(&self.name))`: a column that is written and never read.
/// - `beside("engagement_id")`: a column of the table that the struct has not; whoever adds a row binds it.
/// - `global`: the table has no `tenant_id`.
///
/// Before a field:
///
/// - `column = "task_id"`: the column's name when it is not the field's.
/// - `words`, `lines`, `blank`, `json`: a value that stands in a text column as the types of these names in
///   `samskab_store::record` say. `as = Hundredths`: in another way, by a `samskab_store::record::Stored`.
/// - `flatten`: the field's type has the columns. `flatten = TimeColumns`: that group has them, and is made
///   `From<&Field>` and into the field.
///   `names("volunteer_can", "volunteer_sees")`: what the group's columns are called here.
/// - `pair("latitude", "longitude")`: an `Option<(A, B)>` in two columns that are both null or neither.
/// - `fixed`: written when a row is added, and never changed.
/// - `read`: in the select list only. `sql = "coalesce(v.name, a.name, '')"`: the same, of that expression.
#[proc_macro_derive(Record, attributes(record))]
pub fn record(item: TokenStream) -> TokenStream {
    derived(item, true)
}

/// The struct is what a query reads: as `Record`, without the writing.
#[proc_macro_derive(Row, attributes(record))]
pub fn row(item: TokenStream) -> TokenStream {
    derived(item, false)
}

fn derived(item: TokenStream, writes: bool) -> TokenStream {
    syn::parse(item)
        .and_then(|input| record::expand(&input, writes))
        .unwrap_or_else(|error| error.into_compile_error())
        .into()
}

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

/// Makes of `async fn name(…) -> Answer` a `fn name(…) -> BoxFuture<Answer>`; its callers await it as before.
///
/// For what other crates await. The compiler translates the body of an `async fn` anew in each crate that awaits it, with
/// everything that it awaits in turn; a future in a box is translated where it is made (docs/build.md).
#[proc_macro_attribute]
pub fn compiled_once(_attributes: TokenStream, item: TokenStream) -> TokenStream {
    compiled_once::expand(item)
        .unwrap_or_else(|wrong| parsed(&format!("compile_error!(\"#[compiled_once] {wrong}\");")))
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
