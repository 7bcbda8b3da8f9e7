//! Each system has its own places for what is the user's: documents, and what a program remembers.

use std::path::PathBuf;

/// Where the user keeps documents, in this system's own words for it; nowhere when it has no such place.
pub fn documents() -> Option<PathBuf> {
    dirs::document_dir().filter(|folder| folder.is_dir()).or_else(dirs::home_dir)
}

/// The user's own folder, for a path written by hand: « ~ » and « ~/Documents/labo.ron » start there.
pub fn from_home(path: &str) -> Option<PathBuf> {
    let rest = path.strip_prefix('~')?;
    let inside = rest.is_empty() || rest.starts_with(std::path::is_separator);
    let home = dirs::home_dir().filter(|_| inside)?;
    Some(home.join(rest.trim_start_matches(std::path::is_separator)))
}

/// Where what the program keeps of each lab for this computer alone stands (the order of play, its private notes).
pub fn orders() -> Option<PathBuf> {
    Some(state()?.join("deroules"))
}

/// Where the log is kept on this computer; nowhere when it has no such place.
pub fn journal() -> Option<PathBuf> {
    Some(state()?.join("journal"))
}

/// The folder of what the program keeps of its own accord.
fn state() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let folders = etcetera::choose_base_strategy().ok()?;
    // Windows and macOS have no folder of that name: theirs for a program's data is what they use for it.
    let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    Some(state.join("dessiner-un-labo"))
}

/// Where what was last used is remembered on this computer; nowhere when it has no such place.
pub fn settings() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.config_dir().join("dessiner-un-labo").join("reglages.ron"))
}
