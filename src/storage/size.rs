//! How large a file can be.

/// No file larger than this is opened, and none is written: 8 MB, in bytes.
pub const MAX_BYTES: u64 = 8_000_000;
