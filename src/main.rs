//! The program: its arguments, then the window or one command. An error is a French sentence and an exit code.

use std::process::ExitCode;

use dessiner_un_labo::cli::{self, Asked};

fn main() -> ExitCode {
    match cli::parse(std::env::args_os()) {
        Ok(Asked::Window(file)) => match run(file) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => cli::fail(&error),
        },
        Ok(Asked::Verify(files)) => cli::verify(&files, &mut std::io::stdout().lock()),
        Ok(Asked::Words(words)) => cli::say(&words),
        Err(sentence) => cli::fail(&sentence),
    }
}

// Stands for `app::run(file: Option<PathBuf>) -> Result<(), app::StartError>` until the window is merged.
fn run(_: Option<std::path::PathBuf>) -> Result<(), String> {
    Err("La fenêtre n’est pas encore là.".into())
}
