//! The program reads its arguments, then opens the window or runs one command. An error is a French sentence and an
//! exit code.

use std::process::ExitCode;

use dessiner_un_labo::app;
use dessiner_un_labo::cli::{self, Asked};
use dessiner_un_labo::platform::environment;

fn main() -> ExitCode {
    match cli::parse(std::env::args_os()) {
        Ok(Asked::Window(file)) => {
            environment::mend();
            match app::run(file) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => cli::fail(app::sentence(&error)),
            }
        }
        Ok(Asked::Verify(files)) => {
            cli::keep_faults_quiet();
            cli::verify(&files, &mut std::io::stdout().lock())
        }
        Ok(Asked::Export(asked)) => {
            cli::keep_faults_quiet();
            cli::export(&asked, &mut std::io::stdout().lock())
        }
        Ok(Asked::Words(words)) => cli::say(&words),
        Err(sentence) => cli::fail(&sentence),
    }
}
