//! One test binary; each test is named as a sentence.

// A helper of a test fails as its test does.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod architecture;
mod cli;
mod clock;
mod export;
mod history;
mod identity;
mod letters;
mod paper;
mod samples;
mod storage;
mod storage_atomic;
mod storage_bad_input;
mod storage_examples;
mod storage_frozen;
mod storage_random;
mod strategies;
mod window;
