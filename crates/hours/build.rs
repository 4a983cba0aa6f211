//! The translations of this context as typed accessors.

fn main() {
    samskab_i18n::build::accessors();
}
