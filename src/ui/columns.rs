//! The same things stand side by side, as many as the width holds: rails, points, cells. It is pure: it needs no window.

/// Columns of one width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Columns {
    pub count: usize,
    /// Of each, in points.
    pub width: f32,
    gutter: f32,
}

impl Columns {
    /// Two columns from `two_from` points on, one under it.
    pub fn of(available: f32, two_from: f32, gutter: f32) -> Columns {
        let count = if available >= two_from { 2 } else { 1 };
        let width = (available - (count as f32 - 1.0) * gutter) / count as f32;
        Columns { count, width, gutter }
    }

    /// How far the left edge of column `index` stands from that of the first.
    pub fn left(&self, index: usize) -> f32 {
        index as f32 * (self.width + self.gutter)
    }

    /// `items` row by row, each row as high as the highest of its items at the columns' width.
    pub fn rows<'a, T>(&self, items: &'a [T], height: impl Fn(&T) -> f32) -> Vec<(&'a [T], f32)> {
        let highest = |row: &[T]| row.iter().map(&height).fold(0.0, f32::max);
        items.chunks(self.count).map(|row| (row, highest(row))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_gutters_fill_the_width() {
        let columns = Columns::of(748.0, 700.0, 48.0);
        assert_eq!((columns.count, columns.width, columns.left(1)), (2, 350.0, 398.0));
        assert_eq!(Columns::of(600.0, 700.0, 48.0).width, 600.0);
    }

    #[test]
    fn a_row_is_as_high_as_its_highest_item() {
        let columns = Columns::of(748.0, 700.0, 48.0);
        let rows = columns.rows(&[10.0, 30.0, 20.0], |height| *height);
        assert_eq!(rows, vec![(&[10.0, 30.0][..], 30.0), (&[20.0][..], 20.0)]);
    }
}
