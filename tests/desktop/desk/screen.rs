//! The virtual screen, read from the file that Xvfb keeps it in: no process is started to look at it.

use std::path::{Path, PathBuf};
use std::process::Command;

pub enum Screen {
    /// Xvfb's frame buffer, an XWD picture.
    File(PathBuf),
    /// A display that is asked for its picture.
    Asked(String),
}

/// The screen at one moment.
#[derive(PartialEq, Eq)]
pub struct Shot {
    bytes: Vec<u8>,
}

impl Screen {
    /// `folder` is the one given to Xvfb's `-fbdir`.
    pub fn in_folder(folder: &Path) -> Self {
        Self::File(folder.join("Xvfb_screen0"))
    }

    pub fn shot(&self) -> Shot {
        let bytes = match self {
            Self::File(file) => std::fs::read(file).unwrap(),
            Self::Asked(display) => {
                let asked =
                    Command::new("xwd").args(["-root", "-silent", "-display", display]).output();
                asked.unwrap().stdout
            }
        };
        Shot { bytes }
    }
}

impl Shot {
    fn header(&self, field: usize) -> usize {
        let bytes = self.bytes[field * 4..field * 4 + 4].try_into().unwrap();
        u32::from_be_bytes(bytes) as usize
    }

    pub fn width(&self) -> usize {
        self.header(4)
    }

    pub fn height(&self) -> usize {
        self.header(5)
    }

    /// Red, green, blue.
    pub fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        let (header, line, colours) = (self.header(0), self.header(12), self.header(19));
        let at = header + colours * 12 + y * line + x * 4;
        // 32 bits a pixel, in the byte order of the machine that Xvfb runs on.
        let little = self.header(7) == 0;
        let [a, b, c, d] = self.bytes[at..at + 4].try_into().unwrap();
        if little { [c, b, a] } else { [b, c, d] }
    }

    /// The colours of a part of it, from left to right and from top to bottom.
    pub fn part(&self, x: usize, y: usize, width: usize, height: usize) -> Vec<[u8; 3]> {
        let rows = (y..y + height).flat_map(|y| (x..x + width).map(move |x| (x, y)));
        rows.map(|(x, y)| self.pixel(x, y)).collect()
    }

    /// Whether one colour fills the screen: nothing was drawn yet.
    pub fn is_blank(&self) -> bool {
        let first = self.pixel(0, 0);
        let mut places = (0..self.height())
            .step_by(7)
            .flat_map(|y| (0..self.width()).step_by(7).map(move |x| (x, y)));
        places.all(|(x, y)| self.pixel(x, y) == first)
    }

    pub fn save(&self, png: &Path) {
        let raw = png.with_extension("xwd");
        std::fs::write(&raw, &self.bytes).unwrap();
        let status =
            Command::new("convert").arg(format!("xwd:{}", raw.display())).arg(png).status();
        assert!(
            status.is_ok_and(|status| status.success()),
            "convert could not write {}",
            png.display()
        );
        let _ = std::fs::remove_file(raw);
    }
}
