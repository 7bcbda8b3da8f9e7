//! Any bytes as a file: no panic, no hang, and what is read is written and read again as the same design.
//!
//! The sources of the file alone are taken, not the library, so that a campaign does not build a window.

#![no_main]
#![allow(dead_code, unused_imports, reason = "the program uses the rest")]

#[path = "../../src/letters/mod.rs"]
mod letters;
#[path = "../../src/model/mod.rs"]
mod model;
#[path = "../../src/storage/mod.rs"]
mod storage;
#[path = "../../src/text/mod.rs"]
mod text;
#[path = "../../src/platform"]
mod platform {
    pub mod folders;
    pub mod owners;
}

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static CATALOGUE: LazyLock<model::Catalogue> =
    LazyLock::new(|| model::Catalogue::built_in().expect("a test keeps it sound"));

fuzz_target!(|bytes: &[u8]| {
    match storage::parse(bytes, &CATALOGUE) {
        Err(error) => {
            let message = text::errors::read(std::path::Path::new("labo.ron"), &error);
            assert!(!message.what.contains('\n'));
        }
        Ok(opened) => {
            for warning in &opened.warnings {
                assert!(!text::errors::warning(warning).contains('\n'));
            }
            // What opens can be saved.
            let written = storage::to_bytes(&opened.design, &CATALOGUE)
                .unwrap_or_else(|error| panic!("{error}"));
            let again = storage::parse(&written, &CATALOGUE).expect("it was checked");
            assert_eq!(again.design, opened.design);
            assert_eq!(storage::to_bytes(&again.design, &CATALOGUE).expect("as before"), written);
        }
    }
});
