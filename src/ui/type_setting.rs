//! Texts are laid out before they are painted: a view knows how high a text will be before it places anything.

use std::sync::Arc;

use egui::epaint::text::PlacedRow;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, Galley, Pos2, Rect, Ui};

use super::theme::{self, Face};
use crate::letters;

/// `text` in `face` and `colour`, wrapped at `width` points.
pub fn set(ui: &Ui, text: &str, face: Face, colour: Color32, width: f32) -> Arc<Galley> {
    ui.fonts_mut(|fonts| fonts.layout_job(job(text, face, colour, width)))
}

/// As [`set`], set flush right: painted from its right edge.
pub fn set_right(ui: &Ui, text: &str, face: Face, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = job(text, face, colour, width);
    job.halign = Align::RIGHT;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// As [`set`], with lines of about the same length: no word alone on the last one.
pub fn balanced(ui: &Ui, text: &str, face: Face, colour: Color32, width: f32) -> Arc<Galley> {
    balance(ui, &job(text, face, colour, width))
}

/// As [`balanced`], set flush right: painted from its right edge.
pub fn balanced_right(ui: &Ui, text: &str, face: Face, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = job(text, face, colour, width);
    job.halign = Align::RIGHT;
    balance(ui, &job)
}

/// As [`balanced`], centred: painted from its middle.
pub fn balanced_middle(
    ui: &Ui,
    text: &str,
    face: Face,
    colour: Color32,
    width: f32,
) -> Arc<Galley> {
    let mut job = job(text, face, colour, width);
    job.halign = Align::Center;
    balance(ui, &job)
}

/// As [`balanced`] (or flush right, when `right`), on `lines` lines at least when it can be broken.
pub fn broken(
    ui: &Ui,
    text: &str,
    face: Face,
    colour: Color32,
    width: f32,
    lines: usize,
    right: bool,
) -> Arc<Galley> {
    let mut job = job(text, face, colour, width);
    if right {
        job.halign = Align::RIGHT;
    }
    let one_line = self::width(ui, text, face);
    if lines > 1 && one_line <= width && text.contains(' ') {
        job.wrap.max_width = one_line - 1.0;
    }
    balance(ui, &job)
}

/// Two voices in one paragraph, its lines balanced: « à discuter · Quelle part de chaque, et qui arbitre ? »
pub fn two_voices(
    ui: &Ui,
    first: (&str, Face, Color32),
    second: (&str, Face, Color32),
    width: f32,
) -> Arc<Galley> {
    let mut job = job(first.0, first.1, first.2, width);
    append(&mut job, second.0, second.1, second.2);
    balance(ui, &job)
}

/// As [`two_voices`], its lines as long as they can be: in a narrow column.
pub fn two_voices_filled(
    ui: &Ui,
    first: (&str, Face, Color32),
    second: (&str, Face, Color32),
    width: f32,
) -> Arc<Galley> {
    two_voices_in(ui, first, second, width, usize::MAX)
}

/// As [`two_voices_filled`], at most `rows` lines of it, with « … » when there is more.
pub fn two_voices_in(
    ui: &Ui,
    first: (&str, Face, Color32),
    second: (&str, Face, Color32),
    width: f32,
    rows: usize,
) -> Arc<Galley> {
    let mut job = job(first.0, first.1, first.2, width);
    append(&mut job, second.0, second.1, second.2);
    job.wrap.max_rows = rows;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Lays `job` out in the narrowest width that needs no more lines, to the nearest few points.
fn balance(ui: &Ui, job: &LayoutJob) -> Arc<Galley> {
    let at = |width: f32| {
        let mut job = job.clone();
        job.wrap.max_width = width;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let whole = at(job.wrap.max_width);
    let lines = whole.rows.len();
    if lines < 2 || !job.wrap.max_width.is_finite() {
        return whole;
    }
    // Not narrower than lines that are all of one length, not wider than the longest line is already.
    let total: f32 = whole.rows.iter().map(|row| row.size.x).sum();
    let (mut narrow, mut wide) = (total / lines as f32, whole.size().x);
    let mut best = whole;
    while wide - narrow > 4.0 {
        let middle = f32::midpoint(narrow, wide);
        let tried = at(middle);
        if tried.rows.len() > lines || breaks_a_word(&tried) {
            narrow = middle;
        } else {
            // A word too long for its line sticks out of it.
            wide = middle.min(tried.size().x);
            best = tried;
        }
    }
    best
}

/// Whether a line ends within a word, for want of room.
pub fn breaks_a_word(galley: &Galley) -> bool {
    let letters: Vec<char> = galley.job.text.chars().collect();
    let mut at = 0;
    galley.rows.iter().any(|row| {
        at += row.char_count_including_newline().0;
        let (Some(before), Some(after)) = (at.checked_sub(1), letters.get(at)) else {
            return false;
        };
        after.is_alphanumeric() && letters.get(before).is_some_and(|it| it.is_alphanumeric())
    })
}

/// The job behind [`set`].
pub fn job(text: &str, face: Face, colour: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob {
        wrap: TextWrapping { max_width: width.max(1.0), ..TextWrapping::default() },
        ..LayoutJob::default()
    };
    append(&mut job, text, face, colour);
    job
}

/// More words in a job that has begun. Every text of the interface passes here, and is dressed: as many signs as before, but
/// what no face draws is replaced, and no line ends where French wants none.
pub fn append(job: &mut LayoutJob, text: &str, face: Face, colour: Color32) {
    job.append(&letters::on_screen(text), 0.0, format(face, colour));
}

/// Lays out a job made of several parts.
pub fn lay_out(ui: &Ui, job: LayoutJob) -> Arc<Galley> {
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// As [`job`], for a text that is edited: the space just typed shows. Measured and painted by the same job, it is laid out
/// once.
pub fn edited(text: &str, face: Face, colour: Color32, width: f32) -> LayoutJob {
    LayoutJob { keep_trailing_whitespace: true, ..job(text, face, colour, width) }
}

/// The width of `text` on one line, in points. Measured in ink, as most texts are painted: it is then laid out once.
pub fn width(ui: &Ui, text: &str, face: Face) -> f32 {
    set(ui, text, face, theme::ink_of(ui), f32::INFINITY).size().x
}

/// The height of `text` wrapped at `width`, in points.
pub fn height(ui: &Ui, text: &str, face: Face, width: f32) -> f32 {
    set(ui, text, face, theme::ink_of(ui), width).size().y
}

/// The first of `faces` in which no word of `text` is wider than `width`, or the last.
pub fn fitted(ui: &Ui, text: &str, faces: &[Face], width_available: f32) -> Face {
    let text = letters::on_screen(text);
    let fits =
        |face: &&Face| text.split(' ').all(|word| width(ui, word, **face) <= width_available);
    let last = faces.last().copied().unwrap_or(theme::face::BODY);
    faces.iter().find(fits).copied().unwrap_or(last)
}

/// Paints a laid-out text with its top left corner at `at`, and gives the rectangle it takes.
pub fn paint(ui: &Ui, at: Pos2, galley: &Arc<Galley>) -> Rect {
    ui.painter().galley(at, galley.clone(), theme::UNSEEN);
    galley.rect.translate(at.to_vec2())
}

fn format(face: Face, color: Color32) -> TextFormat {
    TextFormat {
        font_id: face.font(),
        color,
        line_height: Some(face.leading),
        valign: Align::Center,
        ..TextFormat::default()
    }
}

/// The first `count` lines of `text`, whole; the caller says how many more there are.
pub fn lines(
    ui: &Ui,
    text: &str,
    face: Face,
    colour: Color32,
    width: f32,
    count: usize,
) -> Arc<Galley> {
    let mut job = job(text, face, colour, width);
    job.wrap.max_rows = count.max(1);
    job.wrap.overflow_character = None;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Some rows of a text that is laid out, as a text of their own that begins at its top.
pub fn rows(galley: &Galley, from: usize, until: usize) -> Arc<Galley> {
    let mut part = galley.clone();
    let up = galley.rows.get(from).map_or(0.0, |row| row.pos.y);
    part.rows = galley.rows[from..until].to_vec();
    for row in &mut part.rows {
        row.pos.y -= up;
    }
    let height = part.rows.last().map_or(0.0, |row| row.pos.y + row.size.y);
    part.rect.max.y = part.rect.min.y + height;
    part.mesh_bounds = part.rect;
    part.num_vertices = part.rows.iter().map(|row| row.visuals.mesh.vertices.len()).sum();
    part.num_indices = part.rows.iter().map(|row| row.visuals.mesh.indices.len()).sum();
    let count = |rows: &[PlacedRow]| -> usize {
        rows.iter().map(|row| row.char_count_including_newline().0).sum()
    };
    let (before, own) = (count(&galley.rows[..from]), count(&part.rows));
    part.job = Arc::new(cut(&galley.job, before, before + own));
    Arc::new(part)
}

/// The letters `from..until` (counts of characters) of a job, in their own formats.
fn cut(job: &LayoutJob, from: usize, until: usize) -> LayoutJob {
    let byte = |at: usize| job.text.char_indices().nth(at).map_or(job.text.len(), |(byte, _)| byte);
    let (from, until) = (byte(from), byte(until));
    let mut part = LayoutJob { wrap: job.wrap.clone(), halign: job.halign, ..LayoutJob::default() };
    for section in &job.sections {
        let range = section.byte_range.start.0..section.byte_range.end.0;
        let range = range.start.max(from)..range.end.min(until);
        if let Some(words) = job.text.get(range).filter(|words| !words.is_empty()) {
            part.append(words, 0.0, section.format.clone());
        }
    }
    part
}

/// The first line of `text`, with « … » when there is more.
pub fn first_line(ui: &Ui, text: &str, face: Face, colour: Color32, width: f32) -> Arc<Galley> {
    first_lines(ui, text, face, colour, width, 1)
}

/// The first `count` lines of `text`, with « … » when there is more.
pub fn first_lines(
    ui: &Ui,
    text: &str,
    face: Face,
    colour: Color32,
    width: f32,
    count: usize,
) -> Arc<Galley> {
    let mut job = job(text, face, colour, width);
    job.wrap.max_rows = count;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
