//! The command line: what was asked for, and the commands that need no window.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Parser, Subcommand};

use crate::model::Catalogue;
use crate::storage;
use crate::text::errors;

/// The exit code of a command that was not understood, or of a window that cannot open.
const USAGE: u8 = 2;

/// What the arguments ask for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// The window, on a file or on an empty sheet.
    Window(Option<PathBuf>),
    /// Whether each file is sound.
    Verify(Vec<PathBuf>),
    /// The help or the version.
    Words(String),
}

/// The whole help: clap's own words are English, and its typography is not ours.
const HELP: &str = "\
{about}

Usage\u{a0}: dessiner-un-labo [FICHIER]
        dessiner-un-labo verifier FICHIER…

  FICHIER         le labo à ouvrir\u{a0}; sans lui, une feuille vierge
  verifier        dit si des fichiers sont sains, sans ouvrir de fenêtre
  -h, --aide      affiche cette aide
  -V, --version   affiche la version du programme

Un fichier qui s’appelle «\u{a0}verifier\u{a0}», ou dont le nom commence par un tiret, s’écrit après «\u{a0}--\u{a0}».
";

const HELP_VERIFY: &str = "\
Dit si des fichiers sont sains, sans ouvrir de fenêtre.

Usage\u{a0}: dessiner-un-labo verifier FICHIER…

Une ligne par fichier\u{a0}; le code de retour est 0 si tous sont sains (avertissements compris), 1 sinon.
";

#[derive(Parser)]
#[command(
    name = "dessiner-un-labo",
    version,
    about = "Dessiner à plusieurs un laboratoire d’innovation publique.",
    help_template = HELP,
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
    #[command(help_template = HELP_VERIFY, disable_help_flag = true)]
    Verifier {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(short = 'h', long = "aide", alias = "help", action = ArgAction::Help)]
        help: Option<bool>,
    },
}

/// Understands the arguments, the program's own name first.
///
/// # Errors
/// One French sentence that says what was not understood.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, String> {
    match Arguments::try_parse_from(arguments) {
        Ok(Arguments { command: Some(Command::Verifier { files, .. }), .. }) => {
            Ok(Asked::Verify(files))
        }
        Ok(Arguments { file, .. }) => Ok(Asked::Window(file)),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Ok(Asked::Words(error.to_string()))
            }
            _ => Err(misunderstood(&error)),
        },
    }
}

fn misunderstood(error: &clap::Error) -> String {
    let found = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(found)) => found.as_str(),
        _ => "",
    };
    let what = match error.kind() {
        ErrorKind::MissingRequiredArgument => "il manque le nom d’un fichier à vérifier".into(),
        ErrorKind::UnknownArgument if !found.starts_with('-') => {
            format!("un seul fichier s’ouvre à la fois, et «\u{a0}{found}\u{a0}» est de trop")
        }
        ErrorKind::UnknownArgument => format!("l’option «\u{a0}{found}\u{a0}» n’existe pas"),
        ErrorKind::TooManyValues => {
            format!("l’option «\u{a0}{found}\u{a0}» ne prend pas de valeur")
        }
        ErrorKind::ArgumentConflict => {
            "un seul fichier s’ouvre à la fois, et sans autre commande".into()
        }
        _ => "cette commande ne se comprend pas".to_owned(),
    };
    format!("Rien n’a été fait\u{a0}: {what} (voir «\u{a0}dessiner-un-labo --aide\u{a0}»).")
}

/// Says whether each file is sound, one line each, on `out`. No window, no display.
///
/// Exits with 0 when all are sound (warnings included), 1 otherwise.
pub fn verify(files: &[PathBuf], out: &mut dyn Write) -> ExitCode {
    let catalogue = match Catalogue::built_in() {
        Ok(catalogue) => catalogue,
        Err(error) => return fail(&format!("Le programme est abîmé, réinstallez-le ({error}).")),
    };
    let mut out = BufWriter::new(out);
    let mut all_sound = true;
    for file in files {
        let (sound, line) = verdict(file, &catalogue);
        all_sound &= sound;
        if writeln!(out, "{line}").is_err() {
            // Whoever read us has gone (`| head`): what remains to say is the exit code.
            break;
        }
    }
    drop(out.flush());
    if all_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether a file is sound, and the line that says so.
fn verdict(file: &Path, catalogue: &Catalogue) -> (bool, String) {
    // A file name may hold a line feed; a line stays one.
    let name: String =
        file.display().to_string().chars().map(|c| if c.is_control() { '?' } else { c }).collect();
    match storage::read(file, catalogue) {
        Err(error) => (false, format!("{name}\u{a0}: refusé, {}", errors::read_reason(&error))),
        Ok(opened) if opened.warnings.is_empty() => (true, format!("{name}\u{a0}: sain")),
        Ok(opened) => {
            const MOST: usize = 20;
            let count = opened.warnings.len();
            let shown = opened.warnings.iter().take(MOST).map(errors::warning);
            let mut words = shown.collect::<Vec<_>>().join("\u{a0}; ");
            if count > MOST {
                words += &format!("\u{a0}; et {} de plus", count - MOST);
            }
            let warnings =
                if count == 1 { "1 avertissement" } else { &format!("{count} avertissements") };
            (true, format!("{name}\u{a0}: sain, {warnings}\u{a0}: {words}"))
        }
    }
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
