//! Thousands of designs checked by « verifier », the release program: does time grow as their number, and is every core
//! at work?

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::sheet::{Figure, Measured, cores, median, number};
use crate::{EXAMPLE, PROGRAM};

const NUMBERS: [usize; 3] = [2_500, 5_000, 10_000];
/// Each number of files is checked so many times, in turn.
const RUNS: usize = 5;

pub fn verify() -> Measured<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let files = designs(folder.path(), NUMBERS[2])?;
    let mut seconds = [Vec::new(), Vec::new(), Vec::new()];
    let mut alone = Vec::new();
    // Once for nothing: the files are in memory from then on.
    check(&files, folder.path(), None)?;
    for _ in 0..RUNS {
        for (number, seconds) in NUMBERS.iter().zip(&mut seconds) {
            seconds.push(check(&files[..*number], folder.path(), None)?);
        }
        alone.push(check(&files, folder.path(), Some(1))?);
    }
    let [few, some, many] = seconds.map(|seconds| median(&seconds));
    Ok(vec![linear([few, some, many]), on_all_cores(many, median(&alone))])
}

fn linear(seconds: [f64; 3]) -> Figure {
    let rates: Vec<f64> = NUMBERS.iter().zip(seconds).map(|(n, s)| *n as f64 / s).collect();
    let told: Vec<String> = rates.iter().map(|rate| number(*rate, 0)).collect();
    let found =
        format!("{} fichiers par seconde, {} s en tout", told.join(" / "), number(seconds[2], 2));
    let figure = Figure::new("verifier 2 500 / 5 000 / 10 000 labos", found);
    figure.targeted("débit égal à 15 % près", rates[2] >= 0.85 * rates[0])
}

fn on_all_cores(all: f64, one: f64) -> Figure {
    let (cores, gain) = (cores(), one / all);
    let found = format!(
        "{} × plus vite qu’un seul ({} s au lieu de {} s)",
        number(gain, 2),
        number(all, 2),
        number(one, 2)
    );
    let figure = Figure::new(format!("verifier 10 000 labos, sur {cores} cœurs"), found);
    let least = 0.75 * cores as f64;
    let words = format!("≥ {} × (trois quarts)", number(least, 2));
    figure.targeted(&words, gain >= least)
}

/// The example under so many names.
pub fn designs(folder: &Path, count: usize) -> Measured<Vec<PathBuf>> {
    let example = fs::read_to_string(EXAMPLE)?;
    let name = "nom: \"";
    let at = example.find(name).ok_or("l’exemple n’a pas de nom")? + name.len();
    let (before, after) = example.split_at(at);
    let mut files = Vec::with_capacity(count);
    for number in 0..count {
        let file = folder.join(format!("labo-{number:05}.ron"));
        fs::write(&file, format!("{before}{number} {after}"))?;
        files.push(file);
    }
    Ok(files)
}

/// Seconds that the program takes, its start included; it must find every file sound.
fn check(files: &[PathBuf], folder: &Path, threads: Option<usize>) -> Measured<f64> {
    let said = folder.join("lignes.txt");
    let mut command = Command::new(PROGRAM);
    command.arg("verifier").args(files).stdin(Stdio::null()).stdout(File::create(&said)?);
    command.env_remove("RAYON_NUM_THREADS");
    if let Some(threads) = threads {
        command.env("RAYON_NUM_THREADS", threads.to_string());
    }
    let started = Instant::now();
    let status = command.status()?;
    let took = started.elapsed().as_secs_f64();
    let lines = fs::read_to_string(&said)?.lines().count();
    if !status.success() || lines != files.len() {
        let of = files.len();
        return Err(format!("verifier : {status}, {lines} lignes pour {of} fichiers").into());
    }
    Ok(took)
}
