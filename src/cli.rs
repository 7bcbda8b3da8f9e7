//! This reads the command line, and runs the commands that need no window.

mod export;
mod many;
mod say;
mod verify;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, CommandFactory, Parser, Subcommand};

pub use self::export::{Export, export};
pub use self::say::fail;
pub use self::verify::verify;
use crate::platform::addresses::{self, Elsewhere};
use crate::text::terminal::{self, Misunderstood};

/// What the arguments ask for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// The window, on a file or on an empty sheet.
    Window(Option<PathBuf>),
    /// Whether each file is sound.
    Verify(Vec<PathBuf>),
    /// Sheets as files.
    Export(Export),
    /// The help or the version.
    Words(String),
}

#[derive(Parser)]
#[command(
    name = "dessiner-un-labo",
    version,
    about = terminal::ABOUT,
    help_template = terminal::HELP,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    args_conflicts_with_subcommands = true
)]
struct Arguments {
    file: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
    #[arg(short = 'h', long = "aide", alias = "help", action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Subcommand)]
enum Command {
    #[command(help_template = terminal::HELP_VERIFY, disable_help_flag = true)]
    Verifier {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(short = 'h', long = "aide", alias = "help", action = ArgAction::Help)]
        help: Option<bool>,
    },
    #[command(help_template = terminal::HELP_EXPORT, disable_help_flag = true)]
    Exporter(export::Arguments),
}

/// Understands the arguments, the program's own name first.
///
/// # Errors
/// One French sentence that says what was not understood.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, String> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let first = arguments.get(1).and_then(|first| first.to_str());
    let command = first.filter(|first| Arguments::command().find_subcommand(first).is_some());
    let here = |files: Vec<PathBuf>| -> Result<Vec<PathBuf>, String> {
        let paths = files.into_iter().map(|file| addresses::path(file.as_os_str()));
        paths.collect::<Result<_, _>>().map_err(|Elsewhere(address)| {
            terminal::misunderstood(Misunderstood::Elsewhere(&address), command)
        })
    };
    match Arguments::try_parse_from(&arguments) {
        Ok(Arguments { command: Some(Command::Verifier { files, .. }), .. }) => {
            Ok(Asked::Verify(here(files)?))
        }
        Ok(Arguments { command: Some(Command::Exporter(asked)), .. }) => {
            let mut asked = Export::from(asked);
            asked.files = here(asked.files)?;
            asked.folder = here(asked.folder.into_iter().collect())?.pop();
            Ok(Asked::Export(asked))
        }
        Ok(Arguments { file, .. }) => Ok(Asked::Window(here(file.into_iter().collect())?.pop())),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Ok(Asked::Words(error.to_string()))
            }
            _ => Err(misunderstood(&error, command)),
        },
    }
}

fn misunderstood(error: &clap::Error, command: Option<&str>) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(found)) => found.as_str(),
        _ => "",
    };
    let found = context(ContextKind::InvalidArg);
    // The parser's own name for a file that has none.
    let is_option = found.starts_with('-');
    let why = match error.kind() {
        ErrorKind::MissingRequiredArgument => Misunderstood::NoFile,
        ErrorKind::UnknownArgument if is_option => Misunderstood::UnknownOption(found),
        ErrorKind::ArgumentConflict if is_option => Misunderstood::Twice(found),
        ErrorKind::UnknownArgument | ErrorKind::ArgumentConflict => Misunderstood::MoreThanOne,
        ErrorKind::TooManyValues if is_option => Misunderstood::Valued(found),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if is_option => {
            match context(ContextKind::InvalidValue) {
                "" => Misunderstood::Valueless(found),
                value => Misunderstood::NotAValue { option: found, value },
            }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Misunderstood::NamelessFile,
        _ => Misunderstood::Otherwise,
    };
    terminal::misunderstood(why, command)
}

/// What the library of the system says of a fault of ours is English, and for whoever looks for it: it is kept for whoever asks.
pub fn keep_faults_quiet() {
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
}

/// Says what was asked for.
pub fn say(words: &str) -> ExitCode {
    drop(write!(io::stdout(), "{words}"));
    ExitCode::SUCCESS
}
