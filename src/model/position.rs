//! A position says where something stands between two poles: it is one of seven steps.

use thiserror::Error;

/// A step on a rail, from −3 (the left pole) to +3 (the right pole); 0 is « between the two ».
///
/// « Not placed » is not a step: it is `None` in an `Option<Step>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step(i8);

/// A number that is not a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0} is not a step from -3 to 3")]
pub struct NotAStep(pub i64);

impl Step {
    pub const LEFT: Step = Step(-3);
    pub const MIDDLE: Step = Step(0);
    pub const RIGHT: Step = Step(3);
    /// How many notches a rail has.
    pub const COUNT: usize = 7;

    /// All seven steps, from the left pole to the right one.
    pub fn all() -> impl DoubleEndedIterator<Item = Step> {
        (-3..=3).map(Step)
    }

    /// −3…+3.
    pub fn get(self) -> i8 {
        self.0
    }

    /// 0…6, from the left pole.
    pub fn index(self) -> usize {
        usize::from((self.0 + 3).unsigned_abs())
    }

    /// The step whose [`Step::index`] is nearest to `index`.
    pub fn nearest(index: f32) -> Step {
        // A NaN becomes 0 by the cast: still a step.
        Step((index.round().clamp(0.0, 6.0) as i8) - 3)
    }

    /// `by` notches towards the right pole (the left one when negative), stopped at the pole.
    #[must_use]
    pub fn moved(self, by: i8) -> Step {
        Step(self.0.saturating_add(by).clamp(-3, 3))
    }
}

impl TryFrom<i64> for Step {
    type Error = NotAStep;

    fn try_from(value: i64) -> Result<Self, NotAStep> {
        match i8::try_from(value) {
            Ok(step @ -3..=3) => Ok(Step(step)),
            _ => Err(NotAStep(value)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_steps_and_no_other() {
        assert_eq!(Step::all().count(), Step::COUNT);
        for value in -3..=3 {
            assert_eq!(Step::try_from(value).map(|s| i64::from(s.get())), Ok(value));
        }
        for value in [-4, 4, i64::MIN, i64::MAX, 256, 253] {
            assert_eq!(Step::try_from(value), Err(NotAStep(value)));
        }
    }

    #[test]
    fn moving_stops_at_the_poles() {
        assert_eq!(Step::RIGHT.moved(1), Step::RIGHT);
        assert_eq!(Step::MIDDLE.moved(-128), Step::LEFT);
        assert_eq!(Step::nearest(f32::INFINITY), Step::RIGHT);
        assert_eq!(Step::nearest(2.4), Step::MIDDLE.moved(-1));
    }
}
