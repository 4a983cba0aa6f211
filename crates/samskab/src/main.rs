use std::process::ExitCode;

fn main() -> ExitCode {
    samskab::cli::main()
}
