//! Pages become files here: they get their names, and their bytes.

use super::fault::Fault;
use super::pages::Pages;
use crate::model::ranges::Ranges;
use crate::model::sheet::{Ink, Order, Sheet};
use crate::storage::outputs::{self, Made};
use crate::text::printing as words;

/// What a page is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    #[default]
    Pdf,
    /// A picture of each page, so many pixels wide.
    Png(u32),
    Svg,
}

/// The least width of a picture when nobody chose one: legible on a screen, small enough for a message.
pub const PICTURE_WIDTH: u32 = 2400;
/// What a poster is drawn at, in points to the inch: read from as near as one stands.
const POSTER_POINTS: f64 = 150.0;
/// The widest picture, in pixels: it is made whole in memory, at four bytes a pixel.
pub const WIDEST_PICTURE: u32 = 10_000;
/// The narrowest.
pub const NARROWEST_PICTURE: u32 = 64;

impl Format {
    pub fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Png(_) => "png",
            Format::Svg => "svg",
        }
    }
}

/// The width of a picture of `order` when nobody chose one: a larger sheet has more of them.
pub fn picture_width(order: Order) -> u32 {
    let (long, _) = order.tiles.unwrap_or(order.paper).sides();
    let fine = if order.sheet == Sheet::Poster && order.tiles.is_none() {
        (long / 25.4 * POSTER_POINTS).round() as u32
    } else {
        PICTURE_WIDTH
    };
    fine.clamp(PICTURE_WIDTH, WIDEST_PICTURE)
}

/// Whether sheets of `order` are made as `format`: each sheet of a poster that is cut would hold the whole of it as a drawing.
pub fn is_made(order: Order, format: Format) -> bool {
    format != Format::Svg || order.tiles.is_none()
}

/// The files of `some` pages, or of all: one PDF, or a picture a page; what stands after the name of each, « _2.png » for the second of
/// several. `go_on` is asked before each.
///
/// # Errors
/// [`Fault`]
pub fn outputs(
    pages: &Pages,
    format: Format,
    some: Option<&Ranges>,
    go_on: &dyn Fn() -> bool,
) -> Result<Vec<Made>, Fault> {
    let extension = format.extension();
    if format == Format::Pdf {
        return Ok(vec![(format!(".{extension}"), pages.pdf(some)?)]);
    }
    let count = pages.count();
    let bytes = |page: usize| match format {
        Format::Png(width) => pages.png(page, width),
        _ => Ok(pages.svg(page).unwrap_or_default().into_bytes()),
    };
    let chosen = pages.chosen(some)?.into_iter();
    chosen
        .map(|page| {
            if !go_on() {
                return Err(Fault::GivenUp);
            }
            let suffix = if count == 1 {
                format!(".{extension}")
            } else {
                // Sorts as the pages do.
                format!("_{:0width$}.{extension}", page + 1, width = count.to_string().len())
            };
            Ok((suffix, bytes(page)?))
        })
        .collect()
}

/// « labo_canevas_A3 », « labo_affiche_A0_en_A4_noir », « labo_cartes_A4_pages_2-3+6 »: what the files of `order` have in common, for a
/// design whose file is called `of`. Two orders that do not give the same paper do not give the same name (how many ballots there are, or
/// how wide a picture is, does not make another paper). What the name ends with is never cut.
pub fn stem(of: &str, order: Order, some: Option<&Ranges>) -> String {
    nth_stem(of, 1, order, some)
}

/// The same for the design so many-th to be called `of`: « labo-2_canevas_A3 ».
pub fn nth_stem(of: &str, nth: usize, order: Order, some: Option<&Ranges>) -> String {
    let nth = if nth > 1 { format!("-{nth}") } else { String::new() };
    outputs::joined(of, &[nth, suffix(order), some.map(some_suffix).unwrap_or_default()].concat())
}

/// A longer list of pages is named by its first and its last: a name has an end.
const LONGEST_LIST: usize = 40;

/// What the name of a PDF of some of the pages alone ends with: it is not the whole sheet.
fn some_suffix(some: &Ranges) -> String {
    let mut list = some.to_string().replace(',', "+");
    if list.len() > LONGEST_LIST
        && let Some((first, last)) = list.split_once('+').zip(list.rsplit_once('+'))
    {
        list = format!("{}+…+{}", first.0, last.1);
    }
    words::PAGES_SUFFIX.to_owned() + &list
}

fn suffix(order: Order) -> String {
    let mut end = format!("_{}_{}", words::id(order.sheet), order.paper.name());
    if order.sheet == Sheet::Poster && order.blank {
        end.push_str(words::BLANK_SUFFIX);
    }
    if let Some(tiles) = order.tiles {
        end.push_str(words::TILES_SUFFIX);
        end.push_str(tiles.name());
    }
    if order.whole_sheets {
        end.push_str(words::WHOLE_SUFFIX);
    }
    if order.bleed {
        end.push_str(words::BLEED_SUFFIX);
    }
    if order.ink == Ink::Black {
        end.push_str(words::BLACK_SUFFIX);
    }
    end
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::model::sheet::Paper;

    fn tiles() -> impl Iterator<Item = (Option<Paper>, bool)> {
        let tiles = Paper::ALL.into_iter().map(Some).chain([None]);
        tiles.flat_map(|tiles| [false, true].map(|whole| (tiles, whole)))
    }

    #[test]
    fn two_orders_that_give_other_papers_give_other_names() {
        let mut named: HashMap<String, Order> = HashMap::new();
        let choices = [false, true];
        for sheet in Sheet::ALL {
            for paper in Paper::ALL {
                for (tiles, whole_sheets) in tiles() {
                    for (blank, bleed) in choices.map(|b| choices.map(|c| (b, c))).concat() {
                        for ink in [Ink::Colour, Ink::Black] {
                            let poster =
                                Order { tiles, whole_sheets, blank, bleed, ..Order::of(sheet) };
                            let order = Order { paper, ink, ..poster };
                            if order.check().is_ok() {
                                let other = named.insert(stem("labo", order, None), order);
                                assert_eq!(other, None, "{order:?}");
                            }
                        }
                    }
                }
            }
        }
        assert!(named.len() > 20);
    }

    #[test]
    fn what_tells_two_names_apart_is_never_cut_and_every_name_can_be_written() {
        let order = Order::of(Sheet::Canvas);
        let pages: Vec<String> = (1..300).step_by(2).map(|page| page.to_string()).collect();
        let many = Ranges::parse(&pages.join(",")).unwrap();
        let few = Ranges::parse("1-2,4").unwrap();
        for long in ["L".repeat(230), "é".repeat(115), "漢".repeat(84)] {
            let mut named = std::collections::HashSet::new();
            for some in [None, Some(&few), Some(&many)] {
                for nth in [1, 2, 3, 12, 1000] {
                    let name = nth_stem(&long, nth, order, some);
                    assert!(name.len() + "-1000_299.png".len() <= 255, "{name}");
                    assert!(named.insert(name));
                }
            }
        }
        assert!(stem("labo", order, Some(&many)).ends_with("_pages_1+…+299"));
        assert!(stem("labo", order, Some(&few)).ends_with("_pages_1-2+4"));
    }
}
