//! The command line of Claimlight; `claimlight --help` says what it does.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
