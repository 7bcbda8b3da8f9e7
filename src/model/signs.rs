//! Signs that show nothing and change what is around them: a name that holds one can look like another, or command a terminal.

/// Whether `letter` moves, hides or turns around what stands beside it: commands, line and paragraph separators, directions, and what
/// has no drawing at all. The joiners that some writings and some pictures are spelt with are not among them.
pub fn is_misleading(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}
