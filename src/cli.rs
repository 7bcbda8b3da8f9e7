//! The command line: what was asked for, and the commands that need no window.

mod export;
mod many;
mod verify;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, CommandFactory, Parser, Subcommand};

pub use self::export::{Export, export};
pub use self::verify::verify;
use crate::text::terminal::{self, Misunderstood};

/// The exit code of a command that was not understood, or of a window that cannot open.
const USAGE: u8 = 2;

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
    match Arguments::try_parse_from(&arguments) {
        Ok(Arguments { command: Some(Command::Verifier { files, .. }), .. }) => {
            Ok(Asked::Verify(files))
        }
        Ok(Arguments { command: Some(Command::Exporter(asked)), .. }) => {
            Ok(Asked::Export(asked.into()))
        }
        Ok(Arguments { file, .. }) => Ok(Asked::Window(file)),
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
    let why = match error.kind() {
        ErrorKind::MissingRequiredArgument => Misunderstood::NoFile,
        ErrorKind::UnknownArgument if found.starts_with('-') => Misunderstood::UnknownOption(found),
        ErrorKind::UnknownArgument | ErrorKind::ArgumentConflict => Misunderstood::MoreThanOne,
        ErrorKind::TooManyValues => Misunderstood::Valued(found),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            Misunderstood::NotAValue { option: found, value }
        }
        _ => Misunderstood::Otherwise,
    };
    terminal::misunderstood(why, command)
}

/// Says a sentence where errors go, and gives the code of what could not even start.
pub fn fail(sentence: &str) -> ExitCode {
    drop(writeln!(io::stderr(), "{sentence}"));
    ExitCode::from(USAGE)
}

/// Says what was asked for.
pub fn say(words: &str) -> ExitCode {
    drop(write!(io::stdout(), "{words}"));
    ExitCode::SUCCESS
}
