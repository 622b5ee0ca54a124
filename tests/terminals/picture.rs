//! A photograph as grey values, by `ImageMagick`.

use std::path::Path;
use std::process::Command;

/// Grey values, row by row; `true` is ink.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    grey: Vec<u8>,
}

impl Picture {
    pub fn read(file: &Path) -> Option<Self> {
        let output = Command::new("convert")
            .arg(file)
            .args(["-colorspace", "gray", "-depth", "8", "pgm:-"])
            .output()
            .expect("install imagemagick to run this test");
        // "P5 width height 255", then the values.
        let mut fields = output.stdout.splitn(4, u8::is_ascii_whitespace);
        let mut text = || String::from_utf8(fields.next()?.to_vec()).ok();
        (text()? == "P5").then_some(())?;
        let width = text()?.parse().ok()?;
        let height = text()?.parse().ok()?;
        let grey = fields.next()?.strip_prefix(b"255\n")?.to_vec();
        Some(Self { width, height, grey })
    }

    pub fn grey(&self, x: usize, y: usize) -> u8 {
        self.grey.get(y * self.width + x).copied().unwrap_or(0)
    }

    /// The commonest value of a rectangle.
    pub fn ground(&self, (x, y, width, height): (usize, usize, usize, usize)) -> u8 {
        let mut counts = [0_usize; 256];
        for row in y..y + height {
            for column in x..x + width {
                counts[usize::from(self.grey(column, row))] += 1;
            }
        }
        counts.iter().enumerate().max_by_key(|count| count.1).map_or(0, |found| found.0 as u8)
    }

    /// Runs of columns with ink in a rectangle.
    pub fn segments(&self, area: (usize, usize, usize, usize)) -> usize {
        let ground = self.ground(area);
        let (x, y, width, height) = area;
        let inked =
            |column: usize| (y..y + height).any(|row| self.grey(column, row).abs_diff(ground) > 90);
        let columns: Vec<bool> = (x..x + width).map(inked).collect();
        columns.chunk_by(|a, b| a == b).filter(|run| run[0]).count()
    }
}
