//! Saves wait for each other: one write at a time, in the order asked.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use uuid::Uuid;

use crate::model::Design;
use crate::model::history::Revision;

/// A save under way, and those asked for meanwhile.
#[derive(Debug)]
pub struct Saving {
    pub now: Request,
    pub queue: VecDeque<Request>,
}

/// What is to be written, and where.
#[derive(Clone, Debug)]
pub struct Request {
    pub file: PathBuf,
    pub design: Arc<Design>,
    pub revision: Revision,
    /// The document that it is of.
    pub key: Uuid,
}

#[cfg(test)]
impl Saving {
    /// A save that a test never ends.
    pub fn of(design: Arc<Design>) -> Saving {
        let (file, revision, key) = (PathBuf::new(), Revision::default(), Uuid::nil());
        Saving { now: Request { file, design, revision, key }, queue: VecDeque::new() }
    }
}

pub fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".ron");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_extension_of_a_lab_and_one_that_has_it_keeps_its_letters() {
        let named = |path: &str| with_extension(PathBuf::from(path));
        assert_eq!(named("a/labo"), PathBuf::from("a/labo.ron"));
        assert_eq!(named("labo.v2"), PathBuf::from("labo.v2.ron"));
        assert_eq!(named("labo.RON"), PathBuf::from("labo.RON"));
        assert_eq!(named("labo "), PathBuf::from("labo .ron"));
    }
}
