//! What the parser found wrong is put in the terms of the format.

use deunicode::deunicode;

use super::error::{Expected, Position, Problem, ReadError};
use super::schema::v1::expected;

/// What is wrong, and where.
#[derive(Debug)]
pub struct Fault {
    pub at: Position,
    pub problem: Problem,
}

impl Fault {
    /// A fault in a part of a file that begins at `start`, whose own place was counted from there.
    #[must_use]
    pub fn within(mut self, start: Position) -> Fault {
        if self.at.line == 1 {
            self.at.column += start.column - 1;
        }
        self.at.line += start.line - 1;
        self
    }

    pub fn is_about_a_word(&self) -> bool {
        matches!(self.problem, Problem::UnknownKey { .. } | Problem::UnknownWord { .. })
    }
}

impl From<Fault> for ReadError {
    fn from(Fault { at, problem }: Fault) -> Self {
        ReadError::Invalid { at, problem }
    }
}

impl From<ron::error::SpannedError> for Fault {
    fn from(error: ron::error::SpannedError) -> Self {
        use ron::Error as E;
        let ron::error::Span { start, end } = error.span;
        // A value that was read and found wrong lies behind the parser, what could not be read lies ahead of it.
        let (problem, at) = match error.code {
            E::InvalidValueForType { expected, found } => (meaning(&expected, found), start),
            E::NoSuchStructField { expected, found, .. } => {
                let meant = meant(&found, expected);
                (Problem::UnknownKey { found, known: expected, meant }, start)
            }
            E::NoSuchEnumVariant { expected, found, .. } => {
                let meant = meant(&found, expected);
                (Problem::UnknownWord { found, known: expected, meant }, start)
            }
            E::DuplicateStructField { field, .. } => (Problem::DuplicateKey(Some(field)), start),
            // The one message that our types can make: serde_with's.
            E::Message(_) => (Problem::DuplicateKey(None), start),
            E::IntegerOutOfBounds | E::InvalidIntegerDigit { .. } => (Problem::Number, start),
            code => (syntax(code), end),
        };
        Fault { at: Position { line: at.line, column: at.col }, problem }
    }
}

/// The word of the format that `found` is but for its accents or its capitals, as typed by hand.
fn meant(found: &str, known: &'static [&'static str]) -> Option<&'static str> {
    let plain = |word: &str| deunicode(word).to_lowercase();
    let found = plain(found);
    known.iter().copied().find(|word| plain(word) == found)
}

fn meaning(expected: &str, found: String) -> Problem {
    match expected {
        expected::STEP => Problem::NotAStep,
        expected::DATE => Problem::NotADate,
        expected::UUID => Problem::NotAUuid,
        expected::OTHER_ID => Problem::DuplicateId(found),
        _ => Problem::Other,
    }
}

fn syntax(code: ron::Error) -> Problem {
    use ron::Error as E;
    let expected = match code {
        E::Eof => return Problem::CutShort,
        E::ExpectedStringEnd => return Problem::UnclosedText,
        E::UnclosedBlockComment | E::UnclosedLineComment => return Problem::UnclosedComment,
        E::TrailingCharacters => return Problem::AfterTheEnd,
        E::ExceededRecursionLimit => return Problem::TooDeep,
        E::MissingStructField { field, .. } => return Problem::MissingKey(field),
        E::UnderscoreAtBeginning | E::FloatUnderscore | E::ExpectedFloat => return Problem::Number,
        E::InvalidEscape(_) => return Problem::Escape,
        E::ExpectedAttribute | E::ExpectedAttributeEnd | E::NoSuchExtension(_) => {
            return Problem::Attribute;
        }
        E::ExpectedString => Expected::Text,
        E::ExpectedInteger => Expected::WholeNumber,
        E::ExpectedBoolean => Expected::TrueOrFalse,
        E::ExpectedOption => Expected::SomeOrNone,
        E::ExpectedArray => Expected::List,
        E::ExpectedArrayEnd => Expected::ListEnd,
        E::ExpectedStructLike
        | E::ExpectedNamedStructLike(_)
        | E::ExpectedDifferentStructName { .. } => Expected::Group,
        E::ExpectedStructLikeEnd | E::ExpectedOptionEnd => Expected::GroupEnd,
        E::ExpectedMap => Expected::Map,
        E::ExpectedMapEnd => Expected::MapEnd,
        E::ExpectedMapColon => Expected::Colon,
        E::ExpectedComma => Expected::Comma,
        E::ExpectedIdentifier | E::SuggestRawIdentifier(_) => Expected::Key,
        E::ExpectedDifferentLength { .. } => Expected::Length,
        _ => return Problem::Other,
    };
    Problem::Expected(expected)
}
