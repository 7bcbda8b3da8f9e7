//! A file that is to be opened is read here.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::Catalogue;
use crate::storage::{self, Opened, ReadError};

/// A file that was to be opened.
pub struct Read {
    pub file: PathBuf,
    /// How many files were dropped with it.
    pub others: usize,
    pub result: Result<Box<Opened>, ReadError>,
}

/// The job that reads a file, dropped with so many `others`.
pub fn reading(
    file: PathBuf,
    others: usize,
    catalogue: &Arc<Catalogue>,
) -> impl FnOnce() -> Read + Send + 'static {
    let catalogue = Arc::clone(catalogue);
    move || {
        let result = storage::read(&file, &catalogue).map(Box::new);
        if result.is_ok() {
            sweep_beside(&file);
        }
        Read { file, others, result }
    }
}

/// What a program that was killed left beside the file goes, without keeping anybody waiting.
fn sweep_beside(file: &Path) {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).to_path_buf();
    drop(std::thread::Builder::new().name("sweep".into()).spawn(move || storage::sweep(&folder)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Design;

    #[test]
    fn a_file_is_read_with_what_was_dropped_beside_it_and_one_that_is_not_there_says_why() {
        let catalogue = Arc::new(Catalogue::built_in().unwrap());
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("labo.ron");
        let missing = reading(file.clone(), 0, &catalogue)();
        assert!(missing.result.is_err());
        let design = Design { name: "Labo".into(), ..Design::empty(&catalogue) };
        std::fs::write(&file, storage::to_bytes(&design, &catalogue).unwrap()).unwrap();
        let read = reading(file.clone(), 2, &catalogue)();
        assert_eq!((read.file, read.others), (file, 2));
        assert_eq!(&*read.result.unwrap().design.name, "Labo");
    }
}
