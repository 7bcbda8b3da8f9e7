//! What is on the screen, as a screen reader finds it.

use std::fmt;

/// In pixels of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Rect {
    pub fn center(&self) -> (i32, i32) {
        self.at(0.5, 0.5)
    }

    /// A point inside: (0, 0) is the top left, (1, 1) the bottom right.
    pub fn at(&self, x: f64, y: f64) -> (i32, i32) {
        let along =
            |start: i32, length: i32, part: f64| start + (f64::from(length) * part).round() as i32;
        (along(self.x, self.width, x), along(self.y, self.height, y))
    }
}

/// One accessible node. Words hold ordinary spaces where the screen has no-break ones, so that tests are easy to type.
#[derive(Clone, Debug)]
pub struct Node {
    pub depth: usize,
    /// As AT-SPI says it: `slider`, `push button`, `entry`, `check box`, `label`.
    pub role: String,
    pub rect: Rect,
    /// `focused`, `checked`, `enabled`…
    pub states: Vec<String>,
    pub value: Option<f64>,
    pub name: String,
    /// What a text holds.
    pub text: String,
}

impl Node {
    pub fn is(&self, state: &str) -> bool {
        self.states.iter().any(|it| it == state)
    }

    /// Reads one line of `tree.py`.
    fn read(line: &str) -> Option<Self> {
        let columns: Vec<&str> = line.split('\t').collect();
        let [depth, role, x, y, width, height, states, value, name, text] =
            columns[..].try_into().ok()?;
        Some(Self {
            depth: depth.parse().ok()?,
            role: role.into(),
            rect: Rect {
                x: x.parse().ok()?,
                y: y.parse().ok()?,
                width: width.parse().ok()?,
                height: height.parse().ok()?,
            },
            states: states.split(',').map(Into::into).collect(),
            value: value.parse().ok(),
            name: words(name),
            text: words(text),
        })
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Rect { x, y, width, height } = self.rect;
        let indent = self.depth * 2;
        write!(f, "{:indent$}{} « {} » at {x},{y} {width}×{height}", "", self.role, self.name)?;
        if !self.text.is_empty() {
            write!(f, " holds « {} »", self.text)?;
        }
        Ok(())
    }
}

pub fn read(lines: &str) -> Vec<Node> {
    lines.lines().filter_map(Node::read).collect()
}

/// Undoes `one_line` of the scripts, and makes no-break spaces ordinary.
pub fn words(column: &str) -> String {
    let mut out = String::new();
    let mut letters = column.chars();
    while let Some(letter) = letters.next() {
        out.push(match letter {
            '\\' => match letters.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                other => other.unwrap_or('\\'),
            },
            '\u{a0}' | '\u{202f}' => ' ',
            letter => letter,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_is_read_back() {
        let line = "2\tslider\t10\t20\t100\t24\tfocused,enabled\t-2.0\tPilote / Support\u{a0}: 2 crans\tun\\ndeux\\\\";
        let node = &read(line)[0];
        assert_eq!(node.name, "Pilote / Support : 2 crans");
        assert_eq!(node.text, "un\ndeux\\");
        assert_eq!((node.value, node.is("focused"), node.is("checked")), (Some(-2.0), true, false));
        assert_eq!((node.rect.center(), node.rect.at(0.0, 1.0)), ((60, 32), (10, 44)));
    }
}
