//! A room says how far its last row is, and so how small a text may be to be read from there.

/// A room in which the image is projected.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// What people call it; empty for a room that is not kept.
    pub name: String,
    /// The height of the image, in centimetres.
    pub image: u32,
    /// From the image to the last row, in centimetres.
    pub distance: u32,
    /// The smallest line of [`CHART`] that was read from the back, from 1; none when nobody went to look.
    pub line: Option<u8>,
}

/// What can be measured, in centimetres.
pub const IMAGE: std::ops::RangeInclusive<u32> = 40..=600;
pub const DISTANCE: std::ops::RangeInclusive<u32> = 100..=4000;

/// One press changes a measure by so many centimetres: that of the image, then that of the last row.
pub const PRESSES: [u32; 2] = [5, 20];
/// Farther than this, in heights of the image, the five rails do not hold on a page any more.
const FARTHEST: f32 = 8.0;

/// The most rooms that are kept.
pub const MOST_ROOMS: usize = 12;

/// The height of a capital of Atkinson Hyperlegible Next, in em: the `sCapHeight` of its files, which a test reads.
pub const CAPITAL: f32 = 0.668;

/// How many times smaller a line of the chart is than the one above: one step of an optometrist's chart (0.1 logMAR).
const STEP: f32 = 1.258_925_4;
/// The size of the chart's first line, over the height of the image.
const FIRST_LINE: f32 = 66.0 / 720.0;
/// Between the smallest line read and the text that is read at ease. A proposal of ours, without a source.
pub const MARGIN: u8 = 3;

/// The letters of the chart, a line each; those that are told apart from afar, in no order that makes a word.
pub const CHART: [&str; 8] =
    ["EHPT", "KZNDR", "VHOSCA", "ZTLEKDN", "RPHAUVSO", "NCEZDKTLH", "OVRSAPNHEZ", "DTKLCHURNVO"];

/// What is to be said of the sizes in a room: whoever speaks of it says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The last row reads everything.
    Read,
    /// As [`Verdict::Read`]; the line read from the back asks for more than the two measures, and is kept.
    LineKept,
    /// By the two measures, the last row is farther than any layout can serve.
    TooFar,
    /// The two measures are good; the smallest line read from the back, from 1, is too large.
    TooLittleRead(u8),
}

impl Default for Room {
    /// A usual meeting room: the last row at six heights of the image.
    fn default() -> Room {
        Room { name: String::new(), image: 180, distance: 1080, line: None }
    }
}

impl Room {
    /// The distance of the last row, in heights of the image.
    pub fn heights(&self) -> f32 {
        self.distance as f32 / self.image.max(1) as f32
    }

    /// The smallest size of type that the last row can read, over the height of the image.
    ///
    /// A capital of 1 % of the image's height for each two heights between the screen and the last row (the DISCAS rule,
    /// for « basic decision making »). When somebody read the chart from the back, the larger of the two is kept.
    pub fn least(&self) -> f32 {
        self.needed().min(of_heights(FARTHEST))
    }

    /// What the last row needs, whether or not any layout can give it.
    fn needed(&self) -> f32 {
        let measured = self.measured();
        let kept = |line: u8| of_line(line.saturating_sub(MARGIN).max(1));
        self.line.map_or(measured, |line| measured.max(kept(line)))
    }

    /// The same, from the two measures alone.
    pub fn measured(&self) -> f32 {
        of_heights(self.heights())
    }

    /// The last row is farther than any layout can serve: texts have the size of a nearer one.
    pub fn is_too_far(&self) -> bool {
        self.needed() > of_heights(FARTHEST) + 1e-4
    }

    pub fn verdict(&self) -> Verdict {
        match self.line {
            _ if self.measured() > of_heights(FARTHEST) + 1e-4 => Verdict::TooFar,
            Some(line) if self.is_too_far() => Verdict::TooLittleRead(line),
            Some(_) if self.least() > self.measured() * 1.05 => Verdict::LineKept,
            _ => Verdict::Read,
        }
    }

    /// From how far a text of `size` (over the height of the image) can be read, in metres.
    pub fn reach(&self, size: f32) -> f32 {
        let whole = self.needed();
        self.distance as f32 / 100.0 * size / whole
    }
}

/// The least size of type at so many heights of the image, over that height.
fn of_heights(heights: f32) -> f32 {
    heights / 2.0 / 100.0 / CAPITAL
}

/// The size of a line of the chart, from 1, over the height of the image.
pub fn of_line(line: u8) -> f32 {
    FIRST_LINE / STEP.powi(i32::from(line.max(1)) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(heights: u32) -> Room {
        Room { image: 100, distance: 100 * heights, ..Room::default() }
    }

    #[test]
    fn the_least_size_is_that_of_the_conventions() {
        // « At 720 lines: ≥ 22 px at 4 image heights, ≥ 33 at 6; at 1080 lines: ≥ 33 and ≥ 49. »
        for (heights, lines, least) in
            [(4, 720.0, 22.0), (6, 720.0, 33.0), (4, 1080.0, 33.0), (6, 1080.0, 49.0)]
        {
            let size = (at(heights).least() * lines).ceil();
            assert_eq!(size, least, "{heights} heights, {lines} lines");
        }
    }

    #[test]
    fn the_chart_wins_over_the_tape_measure_only_when_it_asks_for_more() {
        let room = at(6);
        let read = |line| Room { line: Some(line), ..room.clone() }.least();
        assert_eq!(read(8), room.least(), "good eyes at the back do not shrink the text");
        assert!(read(6) > room.least());
        assert!((read(6) - of_line(3)).abs() < 1e-6);
    }

    #[test]
    fn too_far_is_said_and_the_type_grows_no_more() {
        assert!(!at(8).is_too_far() && at(9).is_too_far());
        assert_eq!(at(9).least(), at(8).least());
        assert_eq!((at(8).verdict(), at(9).verdict()), (Verdict::Read, Verdict::TooFar));
        let verdict = |line| Room { line: Some(line), ..at(6) }.verdict();
        assert_eq!(verdict(5), Verdict::TooLittleRead(5), "though six heights are not too far");
        assert_eq!((verdict(6), verdict(8)), (Verdict::LineKept, Verdict::Read));
        let read = Room { line: Some(1), ..at(4) };
        assert!(read.is_too_far(), "the first line has nothing above");
        // What is shown there is read from as far as it can be.
        assert!((at(16).reach(at(16).least()) - 8.0).abs() < 1e-4);
    }

    #[test]
    fn a_smaller_text_is_read_from_nearer() {
        let room = at(6);
        assert!((room.reach(room.least()) - 6.0).abs() < 1e-4);
        assert!((room.reach(room.least() / 2.0) - 3.0).abs() < 1e-4);
    }
}
