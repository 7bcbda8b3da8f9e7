//! This says which names are taken in a folder, and how long one may be.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::model::signs::is_misleading;

/// The longest name, in bytes, that every system takes.
const LONGEST: usize = 255;
/// What may still come after a name: a number, that of a page, an extension.
const AFTER: usize = 24;
/// What is made a file a page. A PDF has all its pages in one: « labo_1.pdf » is no page of « labo.pdf ».
const PAGED: [&str; 2] = ["png", "svg"];

/// Names, as the least careful disk compares them.
#[derive(Debug, Default)]
pub(super) struct Taken {
    names: HashSet<String>,
    /// The names of the things whose pages they may be, and how many are.
    things: HashMap<String, usize>,
}

impl Taken {
    /// What is in a folder; nothing, of one that is not there yet.
    pub fn of(folder: &Path) -> Taken {
        let mut taken = Taken::default();
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        for entry in folder.read_dir().into_iter().flatten().flatten() {
            taken.add(&entry.file_name().to_string_lossy());
        }
        taken
    }

    pub fn add(&mut self, name: &str) {
        let name = folded(name);
        let thing = thing(&name);
        if self.names.insert(name)
            && let Some(thing) = thing
        {
            *self.things.entry(thing).or_default() += 1;
        }
    }

    /// Whether a file called so, or a page of it, is among them; or whether it would pass for a page of another.
    pub fn holds(&self, name: &str) -> bool {
        self.holds_beside(&HashSet::new(), name)
    }

    /// The same of all of them but `mine`, which are [`folded`].
    pub fn holds_beside(&self, mine: &HashSet<String>, name: &str) -> bool {
        let name = folded(name);
        let is_there = |name: &String| self.names.contains(name) && !mine.contains(name);
        let is_my_page =
            |file: &&String| self.names.contains(*file) && thing(file).as_ref() == Some(&name);
        let pages = self.things.get(&name).copied().unwrap_or_default();
        is_there(&name)
            || pages > 0 && pages > mine.iter().filter(is_my_page).count()
            || thing(&name).is_some_and(|thing| is_there(&thing))
    }
}

/// « labo_canevas_A4.png », for « labo_canevas_A4_12.png ».
fn thing(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.').filter(|(_, it)| PAGED.contains(it))?;
    let (stem, page) = stem.rsplit_once('_')?;
    let is_page = !page.is_empty() && page.bytes().all(|byte| byte.is_ascii_digit());
    is_page.then(|| format!("{stem}.{extension}"))
}

pub(super) fn folded(name: &str) -> String {
    let plain: String = name.nfkc().collect();
    plain.to_uppercase().to_lowercase().nfkc().collect()
}

/// `start` and `end` as one name that every system takes: signs that show nothing become « _ », and a start that is too long is cut.
/// What tells two names apart belongs in `end`.
pub fn joined(start: &str, end: &str) -> String {
    let name = start.chars().map(|letter| if is_misleading(letter) { '_' } else { letter });
    cut(name.collect(), end.len()) + end
}

/// `name`, cut where `more` bytes can still follow it.
pub(super) fn cut(mut name: String, more: usize) -> String {
    name.truncate(name.floor_char_boundary(LONGEST.saturating_sub(AFTER + more)));
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_and_a_sign_that_shows_nothing_is_replaced() {
        let name = joined(&"é".repeat(200), "_canevas_A4");
        assert!(name.len() <= LONGEST - AFTER && name.ends_with("é_canevas_A4"));
        assert_eq!(joined("a\n\u{202e}b.c", "_x"), "a__b.c_x");
    }

    #[test]
    fn a_picture_is_a_page_of_another_and_a_pdf_is_not() {
        let mut taken = Taken::default();
        ["x_1.pdf", "x_1.PNG", "x_2.png"].into_iter().for_each(|name| taken.add(name));
        assert!(!taken.holds("x.pdf") && !taken.holds("x_1_1.pdf") && taken.holds("x.png"));
        let pages: HashSet<String> = ["x_1.png", "x_2.png", "x_3.png"].map(folded).into();
        assert!(!taken.holds_beside(&pages, "x.png"));
        let fewer: HashSet<String> = ["x_1.png"].map(folded).into();
        assert!(taken.holds_beside(&fewer, "x.png"), "a page of another run is left");
    }
}
