//! Paper: a design set on pages, then written as PDF, PNG or SVG.
//!
//! [`order`] says what can be asked for, `content` what is said on a sheet, the templates of `assets/paper/` how it looks,
//! and [`pages`] sets one with the other. The page engine (typst) is named here alone.

mod content;
mod fonts;
pub mod order;
pub mod pages;
mod setting;
mod world;

pub use order::{Ink, Order, Paper, Refusal, Sheet};
pub use pages::{Fault, Pages, Picture};

/// « 7F3K2 »: five signs for the bytes of a file, so that a paper can be matched with the design it shows.
///
/// Made of 25 bits of the CRC-32 of the bytes; the letters I, L, O and U, which are misread, are not used.
pub fn code(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let sum = crc32fast::hash(bytes);
    (0..5).map(|at| char::from(SIGNS[(sum >> (5 * at) & 31) as usize])).collect()
}
