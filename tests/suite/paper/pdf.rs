//! A PDF read back: each letter with its size and its place, each line drawn.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Object};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use kurbo::{Affine, BezPath, Rect, Shape};

/// What stands on the pages.
pub struct Read {
    pub pages: Vec<Page>,
    /// The words that stand for the drawings, in no order.
    pub alternatives: Vec<String>,
    /// What the document and its bookmarks are called, in no order.
    pub titles: Vec<String>,
    /// What each part of the structure is: « Table », « TH »…
    roles: Vec<String>,
}

/// A page: points, from its top left corner.
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub letters: Vec<Letter>,
    /// The boxes of the paths drawn, strokes and fills.
    pub paths: Vec<Rect>,
}

pub struct Letter {
    pub text: String,
    /// The size of its type, in points.
    pub size: f64,
    pub x: f64,
    pub y: f64,
}

impl Read {
    pub fn of(bytes: Vec<u8>) -> Read {
        let pdf = Pdf::new(bytes).unwrap();
        let cache = InterpreterCache::new();
        let pages = pdf.pages().iter().map(|page| {
            let (width, height) = page.render_dimensions();
            let (width, height) = (f64::from(width), f64::from(height));
            let whole = Rect::new(0.0, 0.0, width, height);
            let settings = InterpreterSettings::default();
            let mut context = Context::new(
                page.initial_transform(true).to_kurbo(),
                whole,
                &cache,
                pdf.xref(),
                settings,
            );
            let mut reader = Reader::default();
            interpret_page(page, &mut context, &mut reader);
            Page { width, height, letters: reader.letters, paths: reader.paths }
        });
        let pages = pages.collect();
        let (mut alternatives, mut titles, mut roles) = (Vec::new(), Vec::new(), Vec::new());
        for object in pdf.objects() {
            if let Object::Dict(dict) = &object {
                alternatives.extend(words(dict, b"Alt"));
                titles.extend(words(dict, b"Title"));
                roles.extend(role(dict));
            }
        }
        Read { pages, alternatives, titles, roles }
    }

    /// How many parts of the structure are of this kind.
    pub fn tagged(&self, role: &str) -> usize {
        self.roles.iter().filter(|it| *it == role).count()
    }

    /// Everything written, in the order of the file, without spaces nor the marks of a broken word.
    pub fn bare(&self) -> String {
        bare(&self.pages.iter().map(Page::text).collect::<String>())
    }
}

fn role(dict: &Dict) -> Option<String> {
    use hayro_interpret::hayro_syntax::object::Name;
    // An element of the structure has a parent.
    dict.get_raw::<Object>(b"P".as_slice())?;
    let name = dict.get::<Name>(b"S".as_slice())?;
    Some(String::from_utf8_lossy(name.as_ref()).into_owned())
}

fn words(dict: &Dict, key: &[u8]) -> Option<String> {
    let text = dict.get::<hayro_interpret::hayro_syntax::object::String>(key)?;
    let bytes = text.as_bytes();
    // UTF-16 with its mark, or a byte a letter.
    if let [0xfe, 0xff, rest @ ..] = bytes {
        let units = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        return Some(char::decode_utf16(units).map(Result::unwrap).collect());
    }
    Some(bytes.iter().map(|byte| char::from(*byte)).collect())
}

impl Page {
    pub fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.text.as_str()).collect()
    }

    /// The letters that can be seen.
    pub fn seen(&self) -> impl Iterator<Item = &Letter> {
        self.letters.iter().filter(|letter| !bare(&letter.text).is_empty() || letter.text == "-")
    }

    /// The place of the first letter of `words` in the text of the page.
    #[track_caller]
    pub fn find(&self, words: &str) -> &Letter {
        let words = bare(words);
        let seen: Vec<&Letter> =
            self.letters.iter().filter(|l| !bare(&l.text).is_empty()).collect();
        let found = (0..seen.len()).find(|start| {
            let mut rest = words.as_str();
            for letter in &seen[*start..] {
                let text = bare(&letter.text);
                match rest.strip_prefix(text.as_str()) {
                    Some("") => return true,
                    Some(left) => rest = left,
                    None => return false,
                }
            }
            false
        });
        seen[found.unwrap_or_else(|| panic!("{words:?} is not on the page: {:?}", self.text()))]
    }

    pub fn has(&self, words: &str) -> bool {
        bare(&self.text()).contains(&bare(words))
    }
}

/// Without spaces, and without the hyphen of a word that goes on on the next line.
pub fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !"-\u{ad}\u{2010}\u{200b}\u{2060}\u{a0}".contains(*c))
        .collect()
}

#[derive(Default)]
struct Reader {
    letters: Vec<Letter>,
    paths: Vec<Rect>,
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(text)) => text,
            None => "\u{fffd}".to_owned(),
        };
        let whole = transform * glyph_transform;
        let [_, _, c, d, x, y] = whole.as_coeffs();
        // A thousand units to the em.
        self.letters.push(Letter { text, size: c.hypot(d) * 1000.0, x, y });
    }

    fn draw_path(&mut self, path: &BezPath, transform: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        self.paths.push((transform * path.clone()).bounding_box());
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Where the links of a PDF lead.
/// What a reader's program calls each page: where a run of labels begins (from 0), what stands before its number, the number.
pub fn page_labels(bytes: Vec<u8>) -> Vec<(usize, String, i32)> {
    use hayro_interpret::hayro_syntax::object::Array;
    let pdf = Pdf::new(bytes).unwrap();
    let mut labels = Vec::new();
    for object in pdf.objects() {
        let Object::Dict(dict) = &object else { continue };
        let Some(tree) = dict.get::<Dict>(b"PageLabels".as_slice()) else { continue };
        let runs = tree.get::<Array>(b"Nums".as_slice()).unwrap();
        let runs: Vec<Object> = runs.iter::<Object>().collect();
        for run in runs.chunks(2) {
            let [Object::Number(at), Object::Dict(label)] = run else { panic!("not a run") };
            let before = words(label, b"P");
            let number = label.get::<i32>(b"St".as_slice()).unwrap_or(1);
            labels.push((at.as_i64() as usize, before.unwrap_or_default(), number));
        }
    }
    labels
}

pub fn links(bytes: Vec<u8>) -> Vec<String> {
    let pdf = Pdf::new(bytes).unwrap();
    let mut links = Vec::new();
    for object in pdf.objects() {
        if let Object::Dict(dict) = &object
            && let Some(action) = dict.get::<Dict>(b"A".as_slice())
            && let Some(uri) =
                action.get::<hayro_interpret::hayro_syntax::object::String>(b"URI".as_slice())
        {
            links.push(uri.as_bytes().iter().map(|byte| char::from(*byte)).collect());
        }
    }
    links
}

/// The boxes of a page that say what is trimmed from it: points, left, bottom, right, top.
pub fn boxes(bytes: Vec<u8>, name: &str) -> Vec<[f64; 4]> {
    use hayro_interpret::hayro_syntax::object::Array;
    let pdf = Pdf::new(bytes).unwrap();
    let mut found = Vec::new();
    for object in pdf.objects() {
        if let Object::Dict(dict) = &object
            && let Some(sides) = dict.get::<Array>(name.as_bytes())
        {
            let sides: Vec<f64> = sides.iter::<f64>().collect();
            found.push(sides.try_into().unwrap());
        }
    }
    found
}
