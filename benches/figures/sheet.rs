//! A figure, its target, and how both are told.

use std::error::Error;
use std::fmt;
use std::time::Duration;

/// One line: what was measured, what was found, and what it should be.
pub struct Figure {
    pub what: String,
    pub found: String,
    /// None for a figure that only accompanies another one.
    pub target: Option<Target>,
}

/// What a figure should be, in words, and whether it is.
pub struct Target {
    pub words: String,
    pub holds: bool,
}

/// Why there is no figure.
pub enum Unmeasured {
    /// This machine lacks something: the measure is skipped.
    Missing(String),
    Failed(Box<dyn Error>),
}

pub type Measured<T> = Result<T, Unmeasured>;

impl<E: Into<Box<dyn Error>>> From<E> for Unmeasured {
    fn from(error: E) -> Unmeasured {
        Unmeasured::Failed(error.into())
    }
}

impl Figure {
    pub fn new(what: impl Into<String>, found: impl Into<String>) -> Figure {
        Figure { what: what.into(), found: found.into(), target: None }
    }

    /// `value` should be at most `most`, which `words` says with its unit.
    pub fn at_most(self, words: &str, value: f64, most: f64) -> Figure {
        self.targeted(words, value <= most)
    }

    pub fn targeted(self, words: &str, holds: bool) -> Figure {
        Figure { target: Some(Target { words: words.into(), holds }), ..self }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:<46}  {:<58}", self.what, self.found)?;
        match &self.target {
            None => write!(f, "  pour mémoire"),
            Some(Target { words, holds }) => {
                let verdict = if *holds { "tenue" } else { "MANQUÉE" };
                write!(f, "  cible : {words:<24}  {verdict}")
            }
        }
    }
}

/// What the figures are measured on, in general terms, and whether anything else is at work there.
pub fn heading() -> String {
    let cores = cores();
    let state = match busy() {
        Some(busy) if busy > 0.05 => {
            format!("machine OCCUPÉE à {} % : chiffres à refaire", number(busy * 100.0, 0))
        }
        _ => "machine au repos".into(),
    };
    format!("{cores} cœurs, {state} ; programme optimisé, fenêtres rendues par logiciel sous Xvfb.")
}

/// The share of the processor that others take, over two seconds; none where the kernel does not say.
fn busy() -> Option<f64> {
    let (before, all_before) = idle_and_all()?;
    std::thread::sleep(Duration::from_secs(2));
    let (after, all_after) = idle_and_all()?;
    Some(1.0 - (after - before) / (all_after - all_before))
}

/// Ticks of the processor since the machine was started: those with nothing to do, and all of them.
fn idle_and_all() -> Option<(f64, f64)> {
    let stat = std::fs::read_to_string("/proc/stat").ok()?;
    let ticks = stat.lines().next()?.split_whitespace().skip(1).map(str::parse);
    let ticks = ticks.collect::<Result<Vec<f64>, _>>().ok()?;
    // Idle, and waiting for the disk.
    Some((ticks.get(3)? + ticks.get(4)?, ticks.iter().sum()))
}

pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The middle one; the mean of the two middle ones of an even number. None of none.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => sorted[odd / 2],
        even => (sorted[even / 2 - 1] + sorted[even / 2]) / 2.0,
    }
}

pub fn worst(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NAN, f64::max)
}

pub fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// A number as it is written in French: « 1,15 », « 2 500 ».
pub fn number(value: f64, decimals: usize) -> String {
    let written = format!("{value:.decimals$}");
    let (whole, rest) = written.split_once('.').unwrap_or((&written, ""));
    let mut out = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    if rest.is_empty() { out } else { format!("{out},{rest}") }
}
