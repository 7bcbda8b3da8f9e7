//! Paper sets a design on pages, then writes them as PDF, PNG or SVG.
//!
//! An order ([`crate::model::sheet`]) says what is asked for, `content` what is said on a sheet, the templates of `assets/paper/` how it looks,
//! and [`pages`] sets one with the other. The page engine (typst) is named here alone.

mod addresses;
mod bleed;
mod content;
mod culprit;
mod drawing;
mod engine;
pub mod export;
mod fault;
mod finished;
mod fonts;
mod marks;
pub mod pages;
mod picture;
mod setting;
mod weight;
mod world;

pub use export::Format;
pub use fault::Fault;
pub use pages::{Pages, prepare};
pub use picture::Picture;

use crate::model::{Catalogue, Design};
use crate::storage;

/// The stack of a thread that sets pages: as much as the first thread of a program has, for which the engine is made.
pub const STACK: usize = 8 << 20;

/// « 7F3K2 »: five signs for the bytes of a file, so that a paper can be matched with the design it shows.
///
/// Made of 25 bits of the CRC-32 of the bytes; the letters I, L, O and U, which are misread, are not used.
pub fn code(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let sum = crc32fast::hash(bytes);
    (0..5).map(|at| char::from(SIGNS[(sum >> (5 * at) & 31) as usize])).collect()
}

/// The [`code`] of a design: that of the bytes it is saved as.
pub fn code_of(design: &Design, catalogue: &Catalogue) -> String {
    // A design too large to be saved still has a paper: it says that nothing is saved.
    storage::to_bytes(design, catalogue).map_or_else(|_| "—".to_owned(), |bytes| code(&bytes))
}

/// Lets go of what the engine keeps of the pages set a while ago: memory stays bounded however many are.
pub fn forget() {
    typst::comemo::evict(KEPT);
}

/// A page that was not set again among so many is forgotten.
const KEPT: usize = 8;
