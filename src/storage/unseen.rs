//! This finds the texts of a design in which a sign is not drawn: who prints it, or opens it, is told where.

use super::bounds;
use super::called::name;
use super::error::Warning;
use crate::letters;
use crate::model::{Catalogue, Design};

/// One warning a text, in the order of the file.
pub fn unseen(catalogue: &Catalogue, design: &Design) -> Vec<Warning> {
    let mut all = Vec::new();
    bounds::texts(design, &mut |measured| {
        let mut words = letters::unseen(measured.text);
        if let Some(first) = words.next().filter(|_| measured.typed) {
            all.push(Warning::Unseen {
                name: name(catalogue, design, &measured.part),
                part: measured.part,
                words: first.words.into(),
                script: first.script,
                others: words.count(),
            });
        }
    });
    all
}
