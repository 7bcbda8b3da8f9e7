//! A page becomes a picture that says what it is: a PNG with its size on paper, an SVG with its title and its words.

use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit};
use typst::layout::{Frame, FrameItem};
use typst_layout::Page;
use typst_svg::SvgOptions;

use super::picture::Picture;

/// Points to the metre.
const POINTS: f64 = 72.0 / 0.0254;

/// A picture of a page that is `points` wide on paper.
pub(super) fn png(picture: &Picture, points: f64) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, picture.width, picture.height);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let per_metre = (f64::from(picture.width) / points * POINTS).round() as u32;
    let dimensions = PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter };
    encoder.set_pixel_dims(Some(dimensions));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&picture.rgba)?;
    writer.finish()?;
    Ok(bytes)
}

/// A page as the engine draws it, its letters as shapes; what it is called and what it says go in front, for whoever does not see it.
pub(super) fn svg(page: &Page, title: &str) -> String {
    let options = SvgOptions { render_bleed: true, ..SvgOptions::default() };
    let drawn = typst_svg::svg(page, &options);
    let Some((start, rest)) = drawn.split_once('>') else { return drawn };
    let mut words = String::new();
    read(&page.frame, &mut words);
    format!(
        "{start} role=\"img\" aria-labelledby=\"title\" aria-describedby=\"words\" xml:lang=\"fr\">\
         <title id=\"title\">{}</title><desc id=\"words\">{}</desc>{rest}",
        escaped(title),
        escaped(words.trim())
    )
}

/// The words of a page, in the order in which it is read.
fn read(frame: &Frame, words: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => read(&group.frame, words),
            FrameItem::Text(text) => {
                let said = text.text.chars().filter(|c| !is_mark(*c));
                words.extend(said);
                // A run ends where a line does, or where its look changes: between two words.
                if !text.text.ends_with(PARTED) {
                    words.push(' ');
                }
            }
            _ => {}
        }
    }
}

/// Where a word is parted at the end of a line.
const PARTED: [char; 2] = ['\u{ad}', '\u{2010}'];

/// What only says where a word may be parted.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}')
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
