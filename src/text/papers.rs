//! The papers that a printer has.

use super::shown::line;

/// « , mais A4 et A5 »: what a printer has in the place of the paper asked for.
pub fn has_papers(has: &[String]) -> String {
    const MOST: usize = 6;
    let named: Vec<String> = has.iter().take(MOST).map(|one| line(one)).collect();
    match named.as_slice() {
        [] => String::new(),
        [one] => format!(", mais du {one}"),
        [all @ .., last] => format!(", mais du {} ou du {last}", all.join(", ")),
    }
}
