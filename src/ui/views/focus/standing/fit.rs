//! This says how many lines each thing gets in a room: fewer words rather than smaller ones.

/// Between two things, from airy to tight, in points.
const GAPS: [f32; 4] = [14.0, 9.0, 6.0, 4.0];

/// The lines of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// What it cannot do without.
    pub least: usize,
    /// For what matters of it.
    pub matters: usize,
    /// For all of it.
    pub whole: usize,
}

/// A list as it fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The lines of each thing.
    pub rows: Vec<usize>,
    pub gap: f32,
    pub height: f32,
    /// Lines that had no room: of what matters, of the whole.
    pub lost: (usize, usize),
    /// Lines in which a word is wider than the list.
    pub broken: usize,
}

/// Gives each thing all its lines if the room holds them; otherwise the least, then what is left to what matters, then to
/// the rest, the first things first. The list may still be higher than the room.
pub fn fit(needs: &[Need], leading: f32, room: f32) -> Fit {
    let height = |rows: &[usize], gap: f32| {
        rows.iter().sum::<usize>() as f32 * leading + gap * rows.len().saturating_sub(1) as f32
    };
    let whole: Vec<usize> = needs.iter().map(|need| need.whole).collect();
    let holds = |gap: &f32| height(&whole, *gap) <= room;
    if let Some(gap) = GAPS.into_iter().find(holds) {
        return Fit { height: height(&whole, gap), rows: whole, gap, lost: (0, 0), broken: 0 };
    }
    let gap = GAPS[GAPS.len() - 1];
    let mut rows: Vec<usize> = needs.iter().map(|need| need.least).collect();
    for wanted in [|need: &Need| need.matters, |need: &Need| need.whole] {
        let most = needs.iter().map(wanted).max().unwrap_or(0);
        // A line each in turn: nothing takes all.
        for round in 2..=most {
            for (at, need) in needs.iter().enumerate() {
                let wants = wanted(need) >= round && rows[at] < round;
                if wants && height(&rows, gap) + leading <= room {
                    rows[at] += 1;
                }
            }
        }
    }
    let lost = |wanted: fn(&Need) -> usize| {
        let missing = needs.iter().zip(&rows).map(|(need, row)| wanted(need).saturating_sub(*row));
        missing.sum()
    };
    let lost = (lost(|need| need.matters), lost(|need| need.whole));
    Fit { height: height(&rows, gap), rows, gap, lost, broken: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(least: usize, matters: usize, whole: usize) -> Need {
        Need { least, matters, whole }
    }

    #[test]
    fn what_fits_is_whole_and_airy() {
        let needs = [need(1, 1, 1), need(1, 1, 3), need(1, 2, 2)];
        let all = fit(&needs, 24.0, 200.0);
        assert_eq!((all.rows, all.gap, all.lost), (vec![1, 3, 2], 14.0, (0, 0)));
        assert_eq!(fit(&needs, 24.0, 155.0).gap, 4.0);
    }

    #[test]
    fn what_does_not_fit_keeps_what_matters_first() {
        let needs = [need(1, 1, 3), need(1, 2, 3), need(2, 2, 2)];
        let room = |rows: f32| 8.0 + rows * 24.0;
        let some = fit(&needs, 24.0, room(5.0));
        assert_eq!((some.rows, some.lost), (vec![1, 2, 2], (0, 3)));
        assert_eq!(fit(&needs, 24.0, room(6.0)).rows, [2, 2, 2]);
        assert_eq!(fit(&needs, 24.0, room(7.0)).rows, [3, 2, 2]);
        let none = fit(&needs, 24.0, 10.0);
        assert_eq!((none.rows, none.lost), (vec![1, 1, 2], (1, 4)));
        assert!(none.height > 10.0);
        assert_eq!(fit(&[], 24.0, 10.0).height, 0.0);
    }
}
