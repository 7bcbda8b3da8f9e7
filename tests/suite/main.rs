//! One test binary; each test is named as a sentence.

mod cli;
mod history;
mod samples;
mod storage;
mod storage_atomic;
mod storage_bad_input;
mod storage_random;
mod strategies;
