//! The pages of the help are the texts of `docs/aide/`, read once into blocks that a view can lay out.

use std::sync::OnceLock;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

/// A page of the help, in the order of a workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    Prepare,
    Room,
    Lead,
    Finish,
}

impl Page {
    pub const ALL: [Page; 4] = [Page::Prepare, Page::Room, Page::Lead, Page::Finish];

    fn source(self) -> &'static str {
        match self {
            Page::Prepare => include_str!("../../docs/aide/preparer.md"),
            Page::Room => include_str!("../../docs/aide/salle.md"),
            Page::Lead => include_str!("../../docs/aide/mener.md"),
            Page::Finish => include_str!("../../docs/aide/finir.md"),
        }
    }

    /// What stands on the page, its title first.
    pub fn blocks(self) -> &'static [Block] {
        static PAGES: OnceLock<[Vec<Block>; 4]> = OnceLock::new();
        let pages = PAGES.get_or_init(|| Page::ALL.map(|page| read(page.source())));
        &pages[self as usize]
    }

    /// Its title.
    pub fn title(self) -> &'static str {
        match self.blocks().first() {
            Some(Block::Title(title)) => title,
            _ => "",
        }
    }
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The page's own.
    Title(String),
    Heading(String),
    Paragraph(Vec<Run>),
    /// A line of a list.
    Item(Vec<Run>),
    /// The name of a file of `docs/aide/images/`, and what it shows.
    Picture {
        name: String,
        shows: String,
    },
}

/// Words of one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub words: String,
    pub strong: bool,
}

/// The words of several runs, as they are read aloud.
pub fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.words.as_str()).collect()
}

fn read(source: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new(source) {
        reader.take(event);
    }
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    strong: bool,
    picture: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(Tag::Strong) => self.strong = true,
            Event::End(TagEnd::Strong) => self.strong = false,
            Event::Start(Tag::Image { dest_url, .. }) => {
                let name = dest_url.rsplit('/').next().unwrap_or_default();
                self.picture = Some(name.to_owned());
            }
            Event::End(TagEnd::Image) => {
                let shows = plain(&std::mem::take(&mut self.runs));
                if let Some(name) = self.picture.take() {
                    self.blocks.push(Block::Picture { name, shows });
                }
            }
            Event::Text(words) => self.word(&words),
            Event::SoftBreak | Event::HardBreak => self.word(" "),
            Event::End(end) => self.end(end),
            _ => {}
        }
    }

    fn word(&mut self, words: &str) {
        let strong = self.strong;
        match self.runs.last_mut() {
            Some(last) if last.strong == strong => last.words.push_str(words),
            _ => self.runs.push(Run { words: words.to_owned(), strong }),
        }
    }

    fn end(&mut self, end: TagEnd) {
        if self.runs.is_empty() {
            return;
        }
        let make: fn(Vec<Run>) -> Block = match end {
            TagEnd::Heading(HeadingLevel::H1) => |runs| Block::Title(plain(&runs)),
            TagEnd::Heading(_) => |runs| Block::Heading(plain(&runs)),
            TagEnd::Paragraph => Block::Paragraph,
            TagEnd::Item => Block::Item,
            _ => return,
        };
        let runs = std::mem::take(&mut self.runs);
        self.blocks.push(make(runs));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_title_and_reads_as_it_is_written() {
        for page in Page::ALL {
            assert!(!page.title().is_empty());
            let read: String = page.blocks().iter().map(words).collect();
            // Nothing of the page is lost but its marks.
            let written: String = page.source().chars().filter(|c| c.is_alphanumeric()).collect();
            let links = page.blocks().iter().filter_map(|block| match block {
                Block::Picture { name, .. } => Some(["images", &name.replace('.', "")].concat()),
                _ => None,
            });
            let shown = read.chars().filter(|c| c.is_alphanumeric()).count();
            assert_eq!(
                shown + links.map(|link| link.len()).sum::<usize>(),
                written.chars().count()
            );
        }
    }

    fn words(block: &Block) -> String {
        match block {
            Block::Title(words) | Block::Heading(words) => words.clone(),
            Block::Paragraph(runs) | Block::Item(runs) => plain(runs),
            Block::Picture { shows, .. } => shows.clone(),
        }
    }
}
