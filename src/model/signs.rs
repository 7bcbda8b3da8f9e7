//! Some signs show nothing: a name that holds one can look like another, command a terminal, or be no name at all.

/// Whether `letter` moves, hides or turns around what stands beside it: commands, line and paragraph separators, directions, and what
/// has no drawing at all. The joiners that some writings and some pictures are spelt with are not among them.
pub fn is_misleading(letter: char) -> bool {
    let separates = letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    // Those that join what stands beside them, and those that say which look a picture takes.
    let spells = matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    separates || is_without_drawing(letter) && !spells
}

/// Joiners, direction marks, variation selectors, hyphens that show at the end of a line only.
pub fn is_without_drawing(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether there is something to read in a text: a sign that shows.
pub fn holds(text: &str) -> bool {
    let shows =
        |sign: char| !sign.is_whitespace() && !sign.is_control() && !is_without_drawing(sign);
    text.chars().any(shows)
}
