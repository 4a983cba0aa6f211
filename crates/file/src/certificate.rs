//! A børneattest or straffeattest is refused wherever a file can be sent (law B.4).

use samskab_kernel::danish::fold;

/// Its name says so.
pub fn is_named_so(name: &str) -> bool {
    let name = fold(name);
    ["boerneattest", "straffeattest", "bornattest", "borneattest", "criminal record"]
        .iter()
        .any(|word| name.contains(word))
}

/// What the police writes on every one of them, in its first 20,000 characters. A list of tasks may say “Børneattest”
/// in a column; only the certificate itself names the register.
pub fn says_so(text: &str) -> bool {
    let beginning: String = text.chars().take(20_000).collect();
    let beginning = fold(&beginning);
    beginning.contains("kriminalregist") && beginning.contains("attest")
}
