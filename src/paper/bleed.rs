//! What a print shop trims away, said in the PDF. The page engine says where the poster ends; around it, it makes no difference between
//! the bleed and the marks to cut along, which stand farther out.

/// Of bleed around the poster, in points: three millimetres.
const BLEED: f64 = 3.0 / 25.4 * 72.0;

/// The same PDF, in which each page that has an edge to be trimmed says how far its bleed goes; none when it is not written as the page
/// engine writes.
pub(super) fn said(pdf: &[u8]) -> Option<Vec<u8>> {
    let table = Table::read(pdf)?;
    let mut added: Vec<(usize, String)> = Vec::new();
    for object in &table.objects {
        let from = pdf.get(*object..)?;
        if !is_page(from) {
            continue;
        }
        let dict = &from[..find(from, b"endobj")?];
        let Some(start) = find(dict, TRIM).map(|at| at + TRIM.len()) else { continue };
        let long = find(&dict[start..], b"]")?;
        added.push((object + start + long + 1, around(&dict[start..start + long])?));
    }
    added.sort();
    Some(table.with(pdf, &added))
}

const TRIM: &[u8] = b"/TrimBox[";

/// Whether a page begins there: « 54 0 obj », then what it is.
fn is_page(object: &[u8]) -> bool {
    let head = &object[..object.len().min(60)];
    find(head, b"<<").is_some_and(|at| head[at..].starts_with(b"<</Type/Page/"))
}

/// « /BleedBox[…] », around a trim box of these four numbers.
fn around(trim: &[u8]) -> Option<String> {
    let sides = std::str::from_utf8(trim).ok()?.split_ascii_whitespace();
    let sides: Vec<f64> = sides.map(|side| side.parse().ok()).collect::<Option<_>>()?;
    let [left, bottom, right, top] = sides[..] else { return None };
    let (left, bottom) = (left - BLEED, bottom - BLEED);
    let (right, top) = (right + BLEED, top + BLEED);
    Some(format!("/BleedBox[{left:.3} {bottom:.3} {right:.3} {top:.3}]"))
}

/// Where the objects of a PDF are: the table at its end.
struct Table {
    /// Where the table begins.
    at: usize,
    /// Where its first line is.
    lines: usize,
    count: usize,
    /// Of each object in use.
    objects: Vec<usize>,
}

/// The bytes of a line of the table: « 0000058404 00000 n », and two that end it.
const LINE: usize = 20;
const START: &[u8] = b"startxref\n";

impl Table {
    fn read(pdf: &[u8]) -> Option<Table> {
        let last = pdf.windows(START.len()).rposition(|window| window == START)?;
        let at = number(pdf.get(last + START.len()..)?)?;
        let head = pdf.get(at..)?.strip_prefix(b"xref\n0 ")?;
        let count = number(head)?;
        let lines = at + b"xref\n0 ".len() + find(head, b"\n")? + 1;
        let line = |n: usize| pdf.get(lines + n * LINE..lines + (n + 1) * LINE);
        let mut objects = Vec::new();
        for n in 0..count {
            let line = line(n)?;
            if line.get(17) == Some(&b'n') {
                objects.push(number(line)?);
            }
        }
        Some(Table { at, lines, count, objects })
    }

    /// `pdf` with what is `added`, each at its place, in order.
    fn with(&self, pdf: &[u8], added: &[(usize, String)]) -> Vec<u8> {
        let moved = |old: usize| {
            let before = added.iter().filter(|(place, _)| *place <= old);
            old + before.map(|(_, words)| words.len()).sum::<usize>()
        };
        let mut out = Vec::with_capacity(pdf.len() + 80 * added.len());
        let mut from = 0;
        for (place, words) in added {
            out.extend_from_slice(&pdf[from..*place]);
            out.extend_from_slice(words.as_bytes());
            from = *place;
        }
        out.extend_from_slice(&pdf[from..self.lines]);
        for line in pdf[self.lines..self.lines + self.count * LINE].chunks(LINE) {
            let old = number(line).filter(|_| line[17] == b'n');
            match old {
                Some(old) => out.extend_from_slice(format!("{:010}", moved(old)).as_bytes()),
                None => out.extend_from_slice(&line[..10]),
            }
            out.extend_from_slice(&line[10..]);
        }
        let end = &pdf[self.lines + self.count * LINE..];
        let start = find(end, START).unwrap_or(end.len());
        out.extend_from_slice(&end[..start]);
        out.extend_from_slice(START);
        out.extend_from_slice(format!("{}\n%%EOF", moved(self.at)).as_bytes());
        out
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// The digits that `bytes` begin with.
fn number(bytes: &[u8]) -> Option<usize> {
    let end = bytes.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len());
    std::str::from_utf8(&bytes[..end]).ok()?.parse().ok()
}
