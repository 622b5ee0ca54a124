//! The command: its arguments and its environment go to [`tabayun::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    tabayun::cli::main(std::env::args_os(), &|name| std::env::var(name).ok())
}
