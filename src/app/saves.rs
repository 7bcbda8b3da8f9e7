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
