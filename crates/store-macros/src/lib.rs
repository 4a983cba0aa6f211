//! `#[db_test]`: one storage test, stamped onto both databases.

use proc_macro::TokenStream;

/// Turns `async fn name(db: Db)` into `name::sqlite` and `name::postgres`.
///
/// Each gets a database of its own with every migration run; both must pass.
#[proc_macro_attribute]
pub fn db_test(_attributes: TokenStream, item: TokenStream) -> TokenStream {
    let text = item.to_string();
    let after_fn = text.split("fn ").nth(1).unwrap_or_default();
    let name = after_fn.split(['(', ' ', '<']).next().unwrap_or_default().to_owned();
    let body = text.replacen("async fn", "pub(super) async fn", 1);
    let stamped = format!(
        "mod {name} {{
            use super::*;
            mod given {{ use super::super::*; {body} }}
            #[::tokio::test]
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
            }}
        }}"
    );
    stamped.parse().unwrap_or_else(|error| format!("compile_error!(\"db_test: {error}\");").parse().unwrap_or_default())
}
