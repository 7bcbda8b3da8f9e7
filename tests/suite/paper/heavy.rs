//! Few lines that are long, and letters that are heavy: nothing of them is lost on any sheet, wherever they are typed.

use dessiner_un_labo::model::design::{
    AxisAnswer, Design, Disagreement, FreeField, NextStep, Workshop,
};
use dessiner_un_labo::model::limits::{LONG_TEXT, SHORT_TEXT, hard};
use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};

use super::pdf::{Read, bare};
use super::words::{is_there, texts};
use super::{full, on, pdf};

/// The sheets that hold all that the group said.
const WHOLE: [(Sheet, Paper); 3] =
    [(Sheet::Canvas, Paper::A4), (Sheet::Canvas, Paper::A3), (Sheet::LargePrint, Paper::A4)];

/// Words that are nowhere else, as far as `length` letters go.
struct Words(usize);

impl Words {
    fn of(&mut self, length: usize) -> String {
        let mut text = String::new();
        while text.len() + 9 < length {
            self.0 += 1;
            text += &format!("mot{:05} ", self.0);
        }
        text.trim_end().to_owned()
    }
}

/// `design` with a text in every place that holds one: `name`, a title or a line of a list; `text`, a long one.
fn everywhere(
    design: &mut Design,
    line: &mut dyn FnMut() -> String,
    text: &mut dyn FnMut() -> String,
    (workshops, people, steps): (usize, usize, usize),
) {
    design.name = line().into();
    design.orientation.text = text().into();
    design.criteria.iter_mut().for_each(|it| it.text = text().into());
    for AxisAnswer { note, disagreement, .. } in &mut design.axes {
        *note = text().into();
        *disagreement = Some(Disagreement { text: text().into(), span: None });
    }
    for point in &mut design.points {
        point.note = text().into();
        point.owner = line().into();
        point.deadline = line().into();
    }
    design.fields.iter_mut().for_each(|it| it.text = text().into());
    design.free_fields =
        vec![FreeField { title: line().into(), text: text().into(), ..FreeField::new() }];
    design.workshops = (0..workshops)
        .map(|_| Workshop {
            date: None,
            place: line().into(),
            led_by: line().into(),
            people: (0..people).map(|_| line().into()).collect(),
            ..Workshop::default()
        })
        .collect();
    design.next_steps = (0..steps)
        .map(|_| NextStep {
            what: line().into(),
            who: line().into(),
            when: line().into(),
            ..NextStep::new()
        })
        .collect();
}

/// Every letter stands on its page.
#[track_caller]
fn stays_on_its_pages(read: &Read, told: &str) {
    for (at, page) in read.pages.iter().enumerate() {
        for letter in page.seen() {
            // Marks that are piled over a letter go where they go.
            let inside =
                letter.x > 4.0 && letter.x < page.width - 4.0 && letter.y < page.height - 4.0;
            assert!(
                inside,
                "{told}, page {}: {:?} at {}, {}",
                at + 1,
                letter.text,
                letter.x,
                letter.y
            );
        }
    }
}

#[test]
fn few_lines_that_are_long_are_whole_on_every_sheet() {
    for (length, people) in [(SHORT_TEXT, 8), (SHORT_TEXT, 12), (hard(SHORT_TEXT), 2)] {
        let mut words = Words(0);
        let mut design = full();
        let mut all: Vec<String> = (0..200).map(|_| words.of(length)).collect();
        let mut line = || all.pop().unwrap();
        everywhere(&mut design, &mut line, &mut || "un mot".into(), (2, people, 3));
        for (sheet, paper) in WHOLE {
            let read = pdf(&design, on(sheet, paper));
            stays_on_its_pages(&read, &format!("{sheet:?} {paper:?}, {people} × {length}"));
            for text in texts(&design) {
                is_there(&read, &text, 2 + read.pages.len());
            }
        }
    }
}

const ADDRESS: &str = "https://exemple.fr/";

/// The beginning and the end of every text.
#[track_caller]
fn are_there(read: &Read, texts: &[String], told: &str) {
    let shown = read.bare();
    for text in texts {
        let (start, end) = (&text[..9], &text[text.len() - 7..]);
        assert!(shown.contains(start) && shown.contains(end), "{told}: {start} {end}");
    }
}

/// What the sheet is to hold. On a page that nothing goes on from, who was there is where the page says, and nothing else is.
#[track_caller]
fn without_who_was_there(design: &Design, read: &Read, told: &str) -> Design {
    let mut here = design.clone();
    if read.pages.len() == 1 && read.bare().contains(&bare("Qui était là : sur le relevé")) {
        let people = here.workshops.iter_mut().flat_map(|it| std::mem::take(&mut it.people));
        let people: Vec<String> = people.map(|person| bare(&person)).collect();
        let minutes = pdf(design, on(Sheet::Minutes, Paper::A4));
        are_there(&minutes, &people, &format!("{told}, who was there"));
    }
    here
}

#[test]
fn letters_that_are_heavy_are_whole_on_every_sheet() {
    let family = "👨\u{200d}👩\u{200d}👧\u{200d}👦";
    let piled = ["a", &"\u{301}".repeat(20)].concat();
    for (what, heavy) in [
        ("families", family.repeat(60)),
        ("hands", "👍🏽".repeat(160)),
        ("marks", piled.repeat(40)),
        ("families apart", [family, " "].concat().repeat(60)),
        ("flags", "🇫🇷".repeat(120)),
        ("ideograms", "中文".repeat(120)),
        ("one word", "ab".repeat(250)),
        ("an address", [ADDRESS, &"ab".repeat(240)].concat()),
    ] {
        let mut design = full();
        let mut at = 0;
        let mut mark = || {
            at += 1;
            format!("Debut{at:04} {heavy} fin{at:04}")
        };
        let mut again = 5_000;
        let mut second = || {
            again += 1;
            format!("Debut{again:04} {heavy} fin{again:04}")
        };
        everywhere(&mut design, &mut mark, &mut second, (2, 8, 3));
        for (sheet, paper) in WHOLE {
            let read = pdf(&design, on(sheet, paper));
            stays_on_its_pages(&read, &format!("{sheet:?} {paper:?}, {what}"));
            let here = without_who_was_there(&design, &read, what);
            are_there(&read, &texts(&here), &format!("{sheet:?} {paper:?}, {what}"));
        }
        // The sheets that hold some of it only.
        for order in super::every_order().filter(|order| {
            let others = [Sheet::Minutes, Sheet::Cards].contains(&order.sheet);
            others && order.paper == Paper::A4
        }) {
            stays_on_its_pages(&pdf(&design, order), &format!("{order:?}, {what}"));
        }
    }
}

#[test]
fn an_address_without_end_is_cut_anywhere() {
    let endless = Words(0).of(LONG_TEXT - 100).replace(' ', "");
    for address in [[ADDRESS, &endless].concat(), ["prenom@", &endless, ".fr"].concat()] {
        let mut design = full();
        design.fields[0].text = address.as_str().into();
        for (sheet, paper) in WHOLE {
            let read = pdf(&design, on(sheet, paper));
            stays_on_its_pages(&read, &format!("{sheet:?} {paper:?}"));
            // Parted at the end of each column.
            is_there(&read, &bare(&address), 3 * read.pages.len());
        }
    }
    assert!(on(Sheet::LargePrint, Paper::A4) == Order::of(Sheet::LargePrint));
}
