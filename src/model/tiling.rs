//! A poster is cut into sheets of an office printer: this says how the paper lies, how many sheets there are, how large
//! the poster comes out.

use super::paper::Paper;

/// What an office printer does not reach of a sheet, on each side, in millimetres.
pub const REACH: f64 = 5.0;
/// Around what a sheet shows, in millimetres: its name and the marks to cut along stand there, where the printer reaches.
pub const BORDER: f64 = 10.0;
/// What two neighbours share, in millimetres: it is glued.
pub const OVERLAP: f64 = 10.0;
/// A poster made smaller to fit whole sheets keeps this much of its size at least.
const LEAST: f64 = 0.9;

/// How a poster is cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tiling {
    /// A sheet, as it lies, in millimetres.
    pub width: f64,
    pub height: f64,
    pub columns: u16,
    pub rows: u16,
    /// By how much the poster is made smaller: 1.0 for its true size.
    pub scale: f64,
}

impl Tiling {
    /// `poster` at its true size, on as few sheets of `tile` as it takes.
    pub fn true_size(poster: Paper, tile: Paper) -> Tiling {
        let [lying, standing] = ways(tile).map(|way| way.covering(poster));
        if lying.sheets() <= standing.sheets() { lying } else { standing }
    }

    /// A little smaller, so that its sheets are whole ones: none of them is there for a few lines. None when that saves nothing.
    pub fn whole_sheets(poster: Paper, tile: Paper) -> Option<Tiling> {
        let most = Tiling::true_size(poster, tile).sheets();
        let mut best: Option<Tiling> = None;
        for way in ways(tile) {
            let all = way.covering(poster);
            for columns in 1..=all.columns {
                for rows in 1..=all.rows {
                    let tried = Tiling { columns, rows, ..way }.filled(poster);
                    let fewer = |than: u16| tried.sheets() < than;
                    let better = best.is_none_or(|best| {
                        fewer(best.sheets())
                            || tried.sheets() == best.sheets() && tried.scale > best.scale
                    });
                    if tried.scale >= LEAST && fewer(most) && better {
                        best = Some(tried);
                    }
                }
            }
        }
        best
    }

    pub fn sheets(&self) -> u16 {
        self.columns * self.rows
    }

    /// The scale in percents, never more than it is.
    pub fn percents(&self) -> u16 {
        (self.scale * 100.0 + 1e-6).floor() as u16
    }

    /// The size of `poster` once its sheets are put together, in millimetres.
    pub fn assembled(&self, poster: Paper) -> (f64, f64) {
        let (long, short) = poster.sides();
        (long * self.scale, short * self.scale)
    }

    /// What so many sheets in a row cover of a length, each `side` long.
    fn covered(side: f64, count: u16) -> f64 {
        f64::from(count) * (side - 2.0 * BORDER - OVERLAP) + OVERLAP
    }

    fn covering(self, poster: Paper) -> Tiling {
        let (long, short) = poster.sides();
        let enough = |side: f64, length: f64| {
            let counts = 1..=u16::MAX;
            counts.into_iter().find(|count| Tiling::covered(side, *count) >= length).unwrap_or(1)
        };
        Tiling { columns: enough(self.width, long), rows: enough(self.height, short), ..self }
    }

    /// As large as its columns and rows let it be, its true size at most.
    fn filled(self, poster: Paper) -> Tiling {
        let (long, short) = poster.sides();
        let across = Tiling::covered(self.width, self.columns) / long;
        let down = Tiling::covered(self.height, self.rows) / short;
        Tiling { scale: across.min(down).min(1.0), ..self }
    }
}

/// The paper lies or stands.
fn ways(tile: Paper) -> [Tiling; 2] {
    let (long, short) = tile.sides();
    let way = |width, height| Tiling { width, height, columns: 1, rows: 1, scale: 1.0 };
    [way(long, short), way(short, long)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const POSTERS: [Paper; 3] = [Paper::A2, Paper::A1, Paper::A0];

    fn all() -> impl Iterator<Item = (Paper, Paper)> {
        POSTERS.into_iter().flat_map(|poster| [Paper::A4, Paper::A3].map(|tile| (poster, tile)))
    }

    #[test]
    fn the_sheets_cover_the_poster_and_none_of_them_is_beyond_it() {
        for (poster, tile) in all() {
            let whole = Tiling::whole_sheets(poster, tile);
            for cut in [Some(Tiling::true_size(poster, tile)), whole].into_iter().flatten() {
                let (across, down) = cut.assembled(poster);
                for (side, count, length) in
                    [(cut.width, cut.columns, across), (cut.height, cut.rows, down)]
                {
                    assert!(Tiling::covered(side, count) >= length - 1e-9, "{poster:?} {cut:?}");
                    assert!(Tiling::covered(side, count - 1) < length, "{poster:?} {cut:?}");
                }
            }
        }
    }

    #[test]
    fn whole_sheets_are_fewer_full_in_one_way_and_lose_a_tenth_at_most() {
        for (poster, tile) in all() {
            let Some(cut) = Tiling::whole_sheets(poster, tile) else { continue };
            assert!(cut.sheets() < Tiling::true_size(poster, tile).sheets());
            assert!((LEAST..=1.0).contains(&cut.scale));
            let (across, down) = cut.assembled(poster);
            let full =
                |side, count, length: f64| (Tiling::covered(side, count) - length).abs() < 1e-9;
            let ways = [(cut.width, cut.columns, across), (cut.height, cut.rows, down)];
            assert!(ways.into_iter().any(|(s, c, l)| full(s, c, l)), "{poster:?} {cut:?}");
        }
    }

    #[test]
    fn an_a1_in_a4_is_fifteen_sheets_or_nine_a_little_smaller() {
        assert_eq!(Tiling::true_size(Paper::A1, Paper::A4).sheets(), 15);
        let whole = Tiling::whole_sheets(Paper::A1, Paper::A4).unwrap();
        assert_eq!((whole.sheets(), whole.percents()), (9, 92));
    }
}
