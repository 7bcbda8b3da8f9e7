//! A page as a picture.

/// Pixels of a page: `width` × `height`, four bytes each, opaque.
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}
