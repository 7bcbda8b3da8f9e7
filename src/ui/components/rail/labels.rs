//! Names over the notches of a rail, piled so that none touches another and none leaves the page. Pure: no window.

use egui::Rangef;

/// A name where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    pub left: f32,
    pub width: f32,
    /// From the rail up.
    pub row: usize,
    /// Its mark stands at the end of its name, since that end is over the notch.
    pub turned: bool,
}

impl Label {
    fn right(&self) -> f32 {
        self.left + self.width
    }
}

/// Places each of `wanted` (the middle of its notch, its width), in their order: centred on its notch, or beside it when it
/// would leave `room` or touch another, on the lowest row where it is still over its notch and so far from any other.
pub fn pile(wanted: &[(f32, f32)], room: Rangef, apart: f32) -> Vec<Label> {
    let mut all: Vec<Label> = Vec::new();
    for (middle, width) in wanted.iter().copied() {
        let own = (0..=all.len()).find_map(|row| {
            let taken: Vec<&Label> = all.iter().filter(|other| other.row == row).collect();
            let left = place(middle, width, room, &taken, apart)?;
            let turned = middle > left + width / 2.0 + 1.0;
            Some(Label { left, width, row, turned })
        });
        all.extend(own);
    }
    all
}

/// Where a name stands in a row that has `taken`, if it can.
fn place(middle: f32, width: f32, room: Rangef, taken: &[&Label], apart: f32) -> Option<f32> {
    let most = (room.max - width).max(room.min);
    let centred = (middle - width / 2.0).clamp(room.min, most);
    let beside = taken.iter().flat_map(|it| [it.right() + apart, it.left - apart - width]);
    let holds = |left: &f32| {
        let over = (*left..=left + width).contains(&middle) || *left == centred;
        let free = |it: &&Label| *left >= it.right() + apart || left + width + apart <= it.left;
        over && (room.min..=most).contains(left) && taken.iter().all(free)
    };
    [centred].into_iter().chain(beside).find(holds)
}

/// Whether nothing stands between the label of rank `at` and its notch at `middle`: a line can lead there.
pub fn is_clear(labels: &[Label], at: usize, middle: f32) -> bool {
    let Some(own) = labels.get(at).filter(|own| own.row > 0) else { return false };
    let covers =
        |other: &Label| other.row < own.row && (other.left..=other.right()).contains(&middle);
    !labels.iter().any(covers)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Rangef = Rangef { min: 0.0, max: 600.0 };

    #[test]
    fn no_name_touches_another_nor_leaves_the_page() {
        let wanted: Vec<(f32, f32)> = (0..=6).map(|at| (at as f32 * 100.0, 130.0)).collect();
        let labels = pile(&wanted, ROOM, 10.0);
        for (at, label) in labels.iter().enumerate() {
            assert!(label.left >= 0.0 && label.right() <= 600.0, "{label:?}");
            for other in labels[..at].iter().filter(|other| other.row == label.row) {
                let apart = (label.left - other.right()).max(other.left - label.right());
                assert!(apart >= 10.0, "{other:?} {label:?}");
            }
        }
        assert!(labels.iter().all(|label| label.row < 3), "{labels:?}");
        assert!(!labels[0].turned && labels[6].turned, "each mark is near its notch");
        assert!(
            labels[2].left == 140.0 && labels[2].row == 0,
            "a little beside, rather than higher"
        );
    }

    #[test]
    fn those_of_one_notch_are_one_over_the_other_and_a_line_crosses_no_name() {
        let labels = pile(&[(100.0, 80.0), (100.0, 80.0), (145.0, 60.0)], ROOM, 10.0);
        assert_eq!(labels.iter().map(|label| label.row).collect::<Vec<_>>(), [0, 1, 2]);
        assert!(!is_clear(&labels, 0, 100.0), "it stands on its notch");
        assert!(!is_clear(&labels, 1, 100.0));
        assert!(is_clear(&labels, 2, 145.0));
    }
}
