//! `#[compiled_once]`: an `async fn` for other crates, compiled in its own.

use proc_macro::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::parsed;

/// The expansion of [`crate::compiled_once`].
pub(crate) fn expand(item: TokenStream) -> Result<TokenStream, &'static str> {
    let mut tokens: Vec<TokenTree> = item.into_iter().collect();
    let Some(at) = tokens.windows(2).position(|pair| is(&pair[0], "async") && is(&pair[1], "fn")) else {
        return Err("goes before an `async fn`");
    };
    let Some(TokenTree::Group(body)) = tokens.pop() else { return Err("needs the function's body") };
    // `async fn name (arguments) -> answer`
    let [_, keyword, name, TokenTree::Group(arguments), dash, tip, answer @ ..] = &tokens[at..] else {
        return Err("needs a function without type parameters, and what it answers");
    };
    if arguments.delimiter() != Delimiter::Parenthesis {
        return Err("needs a function without type parameters");
    }
    if answer.iter().any(|token| is(token, "where")) {
        return Err("needs a function without a `where`");
    }
    let mut made: Vec<TokenTree> = tokens[..at].to_vec();
    made.extend([keyword.clone(), name.clone()]);
    made.extend(parsed("<'compiled_once>"));
    made.push(group(Delimiter::Parenthesis, borrowed(arguments.stream())));
    made.extend([dash.clone(), tip.clone()]);
    made.extend(parsed("::samskab_store::BoxFuture<'compiled_once, "));
    made.extend(borrowed(answer.iter().cloned().collect()));
    made.extend(parsed(">"));
    let mut future: Vec<TokenTree> = parsed("async move").into_iter().collect();
    future.push(TokenTree::Group(body));
    let mut boxed: Vec<TokenTree> = parsed("::std::boxed::Box::pin").into_iter().collect();
    boxed.push(group(Delimiter::Parenthesis, future.into_iter().collect()));
    made.push(group(Delimiter::Brace, boxed.into_iter().collect()));
    Ok(made.into_iter().collect())
}

fn is(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident.to_string() == word)
}

fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// The types with the lifetime that an `async fn` leaves out: `&T` is `&'compiled_once T`, `'_` is `'compiled_once`.
fn borrowed(types: TokenStream) -> TokenStream {
    let mut made = Vec::new();
    let mut tokens = types.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(inner) => made.push(group(inner.delimiter(), borrowed(inner.stream()))),
            TokenTree::Punct(sign) if sign.as_char() == '&' => {
                made.push(TokenTree::Punct(sign));
                if !is_punct(tokens.peek(), '\'') {
                    made.extend(lifetime());
                }
            }
            TokenTree::Punct(sign) if sign.as_char() == '\'' => match tokens.next() {
                Some(name) if is(&name, "_") => made.extend(lifetime()),
                name => {
                    made.push(TokenTree::Punct(sign));
                    made.extend(name);
                }
            },
            token => made.push(token),
        }
    }
    made.into_iter().collect()
}

fn lifetime() -> [TokenTree; 2] {
    [
        TokenTree::Punct(Punct::new('\'', Spacing::Joint)),
        TokenTree::Ident(Ident::new("compiled_once", Span::call_site())),
    ]
}

fn group(delimiter: Delimiter, inside: TokenStream) -> TokenTree {
    TokenTree::Group(Group::new(delimiter, inside))
}
