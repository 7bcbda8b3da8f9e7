//! The bounds of what a design can hold (`contenu`, section 5): typing stops there and says so.

use super::edit::Target;

/// Characters (Unicode scalar values) in a long text.
pub const LONG_TEXT: usize = 20_000;
/// Characters in a name, a title, an owner, a deadline or a line of a list.
pub const SHORT_TEXT: usize = 500;
/// Lines in a list (workshops, people, next steps).
pub const LIST: usize = 100;
/// Free fields in a design.
pub const FREE_FIELDS: usize = 40;

/// How many characters the text that `target` names can hold.
pub fn of(target: &Target) -> usize {
    match target {
        Target::CriterionText(_)
        | Target::AxisNote(_)
        | Target::Disagreement(_)
        | Target::PointNote(_)
        | Target::OrientationText
        | Target::FieldText(_)
        | Target::FreeText(_) => LONG_TEXT,
        _ => SHORT_TEXT,
    }
}
