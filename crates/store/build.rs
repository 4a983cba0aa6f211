fn main() {
    // A new migration file is a change of this crate.
    println!("cargo:rerun-if-changed=../../migrations");
}
