//! The figures of the program: each measured beside its target, one line each. `benches/run` builds what this needs.
//!
//! - [`window`]: the release program in a window on a virtual screen, beside an empty one: its start, its rest, its memory.
//! - [`rail`]: the interface's thread while a rail is dragged. - [`room`]: the same with two windows open. - [`disk`]: a design opened and saved.
//! - [`paper`]: sheets set, drawn and written. - [`batch`]: thousands of files checked. - [`desk`]: the virtual screen. - [`sheet`]: how it is all told.

mod batch;
mod desk;
mod disk;
mod paper;
mod rail;
mod room;
mod sheet;
mod window;

use std::process::ExitCode;

use sheet::{Figure, Measured, Unmeasured};

type Measure = fn() -> Measured<Vec<Figure>>;

/// The groups of figures, by the name that asks for one of them alone.
const GROUPS: [(&str, Measure); 9] = [
    ("demarrage", window::start),
    ("repos", window::rest),
    ("memoire", window::memory),
    ("rail", rail::drag),
    ("salle", room::two_windows),
    ("disque", disk::open_and_save),
    ("lot", batch::verify),
    ("papier", paper::sheets),
    ("comparaison", paper::beside_others),
];

/// A full design, that the measures open.
const EXAMPLE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/examples/labs/2026-11-24_le-labo-des-possibles.ron");

/// The release program, built along with the bench.
const PROGRAM: &str = env!("CARGO_BIN_EXE_dessiner-un-labo");

/// The first page of a process, in milliseconds.
fn cold(name: &std::ffi::OsStr) -> ExitCode {
    use dessiner_un_labo::model::sheet::{Order, Paper};
    let paper = Paper::ALL.into_iter().find(|paper| name == paper.name()).unwrap_or_default();
    match paper::first_page(Order { paper, ..Order::default() }) {
        Ok(milliseconds) => println!("{milliseconds}"),
        Err(_) => return ExitCode::FAILURE,
    }
    ExitCode::SUCCESS
}

/// Fails when something could not be measured, not when a target is missed: machines differ.
fn main() -> ExitCode {
    if let Some(paper) = std::env::var_os(paper::COLD_VARIABLE) {
        return cold(&paper);
    }
    // cargo passes `--bench`.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let Some(unknown) = asked.iter().find(|name| !GROUPS.iter().any(|(group, _)| group == *name))
    {
        let known = GROUPS.map(|(name, _)| name).join(", ");
        eprintln!("« {unknown} » n’est pas un groupe de mesures ; il y a : {known}.");
        return ExitCode::FAILURE;
    }
    println!("{}\n", sheet::heading());
    let mut failed = false;
    for (name, measure) in GROUPS {
        if !asked.is_empty() && !asked.iter().any(|one| one == name) {
            continue;
        }
        match measure() {
            Ok(figures) => figures.iter().for_each(|figure| println!("{figure}")),
            Err(Unmeasured::Missing(what)) => println!("{name} : non mesuré, il manque {what}"),
            Err(Unmeasured::Failed(error)) => {
                println!("{name} : la mesure a échoué : {error}");
                failed = true;
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
