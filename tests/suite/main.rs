//! All the tests that need no window.

// clippy's own exception for tests stops at the helpers that stand beside them.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod architecture;
