//! The `.ron` file of a design is read and written safely here.
//!
//! `file.rs` is the disk (atomic writing, bounded reading), `outputs.rs` the names of what the program makes, `schema/` the frozen types, one module a version, `read.rs`
//! and `write.rs` what leads from one to the other. The format is told in `docs/format-du-fichier.md`.

pub mod aside;
mod bounds;
mod called;
mod error;
mod fault;
mod file;
mod literal;
mod name;
mod opened;
pub mod outputs;
mod parse;
pub mod plays;
mod read;
mod schema;
pub mod settings;
mod size;
mod temporary;
mod unseen;
mod whole;
mod write;

use std::path::Path;

pub use bounds::{length, texts};
pub use called::name;
pub use error::{Expected, List, Part, Position, Problem, ReadError, Warning, WriteError};
pub use file::{save, write};
pub use name::suggested_name;
pub use opened::Opened;
pub use parse::parse;
pub use size::MAX_BYTES;
pub use temporary::sweep;
pub use unseen::unseen;
pub use write::to_bytes;

use crate::model::Catalogue;

/// Reads the design in the file at `path`; the file is left as it is.
///
/// # Errors
/// [`ReadError`]: the file cannot be had, or is not a design.
pub fn read(path: &Path, catalogue: &Catalogue) -> Result<Opened, ReadError> {
    parse(&file::read(path)?, catalogue)
}
