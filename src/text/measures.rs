//! Lengths of a room, as one says them.

/// « 10,8 m », « 9 m »: as one says it.
pub fn metres_said(centimetres: u32) -> String {
    let tenths = (centimetres + 5) / 10;
    match tenths % 10 {
        0 => format!("{}\u{a0}m", tenths / 10),
        rest => format!("{},{rest}\u{a0}m", tenths / 10),
    }
}

/// « 6 hauteurs d’image », « 4,5 hauteurs d’image »
pub fn heights(heights: f32) -> String {
    let tenths = (heights * 10.0).round() as u32;
    let count = match tenths % 10 {
        0 => format!("{}", tenths / 10),
        rest => format!("{},{rest}", tenths / 10),
    };
    let word = if tenths < 20 { "hauteur" } else { "hauteurs" };
    format!("{count}\u{a0}{word} d’image")
}
