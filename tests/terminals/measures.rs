//! Error of reading, joinedness, borders.

use std::path::Path;
use std::process::Command;

use super::grid::{Border, Grid};
use super::picture::Picture;

/// What was measured of one terminal.
pub struct Measured {
    /// Mean character error of the all-Arabic lines, as tesseract reads them.
    pub error: f64,
    /// Groups of joined letters in the text against segments of ink.
    pub joined: f64,
    /// Borders that are inked over their whole height.
    pub borders: usize,
}

/// Where cells are in the picture.
#[derive(Clone, Copy, Debug)]
struct Raster {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Raster {
    /// Pixels of a stretch of cells: x, y, width, height.
    fn area(self, (x, y): (usize, usize), columns: usize) -> (usize, usize, usize, usize) {
        let left = self.x + x as f64 * self.width;
        let top = self.y + y as f64 * self.height;
        let width = columns as f64 * self.width;
        (left.round() as usize, top.round() as usize, width as usize, self.height.floor() as usize)
    }
}

/// A long vertical stroke: its column of pixels, first and last row.
#[derive(Clone, Copy, Debug)]
struct Stroke {
    x: f64,
    top: usize,
    bottom: usize,
}

/// Measures a photograph of the screen that `grid` describes.
pub fn measure(picture: &Picture, grid: &Grid, file: &Path) -> Measured {
    let strokes = strokes(picture);
    let borders = grid.borders();
    let wrong = Measured { error: 1.0, joined: 0.0, borders: strokes.len() };
    if strokes.len() != borders.len() || strokes.len() < 2 {
        return wrong;
    }
    let raster = raster(&strokes, &borders);
    let mut errors = Vec::new();
    let (mut groups, mut segments) = (0, 0);
    for pane in borders.windows(2) {
        let (from, to) = (pane[0].column + 1, pane[1].column);
        let lines = grid.arabic_lines(from, to);
        let read = read(picture, raster, pane, file);
        for (y, text) in &lines {
            let error = read.iter().map(|line| error(text, line)).fold(1.0, f64::min);
            errors.push(error);
            groups += joining_groups(text);
            segments += picture.segments(raster.area((from, *y), to - from));
        }
    }
    let mean = errors.iter().sum::<f64>() / errors.len().max(1) as f64;
    Measured {
        error: mean,
        joined: f64::from(groups) / segments.max(1) as f64,
        borders: strokes.len(),
    }
}

/// Columns of pixels that are inked without a gap over more than half of the picture's lit part.
pub fn count_strokes(picture: &Picture) -> usize {
    strokes(picture).len()
}

fn strokes(picture: &Picture) -> Vec<Stroke> {
    let mut found: Vec<Stroke> = Vec::new();
    for x in 0..picture.width {
        let Some((top, bottom)) = longest_line(picture, x) else { continue };
        match found.last_mut() {
            // Lines are up to four pixels thick; scrollbars and frames are thicker or at an edge.
            Some(last) if x as f64 - last.x < 4.0 && last.top.abs_diff(top) < 9 => {
                last.x = f64::midpoint(last.x, x as f64);
            }
            _ => found.push(Stroke { x: x as f64, top, bottom }),
        }
    }
    found
}

/// The longest run of rows at which this column differs from both its sides, 300 at least.
fn longest_line(picture: &Picture, x: usize) -> Option<(usize, usize)> {
    const SIDE: usize = 4;
    if x < SIDE || x + SIDE >= picture.width {
        return None;
    }
    let lit = |y: usize| {
        let (here, left, right) =
            (picture.grey(x, y), picture.grey(x - SIDE, y), picture.grey(x + SIDE, y));
        here.abs_diff(left) > 24 && here.abs_diff(right) > 24
    };
    let mut best = None;
    let mut start = None;
    let mut missed = 0;
    for y in 0..picture.height {
        if lit(y) {
            start = start.or(Some(y));
            missed = 0;
        } else {
            // Between two rows of a font without line spacing of its own a pixel may be dark.
            missed += 1;
            if missed > 3 {
                start = None;
            }
        }
        if let Some(from) = start
            && best.is_none_or(|(top, bottom)| y - from > bottom - top)
        {
            best = Some((from, y - missed));
        }
    }
    best.filter(|(top, bottom)| bottom - top > 300)
}

fn raster(strokes: &[Stroke], borders: &[Border]) -> Raster {
    let (first, last) = (strokes[0], strokes[strokes.len() - 1]);
    let (left, right) = (borders[0], borders[borders.len() - 1]);
    let width = (last.x - first.x) / (right.column - left.column) as f64;
    let rows = left.rows.1 - left.rows.0 + 1;
    let height = (first.bottom + 1 - first.top) as f64 / rows as f64;
    Raster {
        x: first.x - (left.column as f64 + 0.5) * width,
        y: first.top as f64 - left.rows.0 as f64 * height,
        width,
        height,
    }
}

/// The lines that tesseract reads in a pane.
fn read(picture: &Picture, raster: Raster, pane: &[Border], file: &Path) -> Vec<String> {
    let (from, to) = (pane[0].column + 1, pane[1].column);
    let rows = pane[0].rows.1 - pane[0].rows.0 + 1;
    let (x, y, width, height) = raster.area((from, pane[0].rows.0), to - from);
    let dark = picture.ground((x, y, width, height * rows)) < 128;
    let crop = format!("{width}x{}+{x}+{y}", height * rows);
    let piece = file.with_extension(format!("{from}.png"));
    let mut convert = Command::new("convert");
    convert.arg(file).args(["-crop", &crop, "+repage", "-colorspace", "gray"]);
    if dark {
        convert.arg("-negate");
    }
    convert.args(["-resize", "200%"]).arg(&piece);
    assert!(convert.status().expect("convert runs").success());
    let output = Command::new("tesseract")
        .arg(&piece)
        .args(["-", "-l", "ara", "--psm", "6"])
        .env("OMP_THREAD_LIMIT", "1")
        .output()
        .expect("install tesseract-ocr and tesseract-ocr-ara to run this test");
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

/// Letters only: no marks, tatweel, blanks or stops.
fn letters(text: &str) -> Vec<char> {
    let letter = |c: &char| c.is_alphanumeric() && *c != '\u{640}';
    text.chars().filter(letter).collect()
}

/// Edit distance by the length of what should be read, at most 1.
fn error(wanted: &str, read: &str) -> f64 {
    let (wanted, read) = (letters(wanted), letters(read));
    let mut row: Vec<usize> = (0..=read.len()).collect();
    for (i, a) in wanted.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in read.iter().enumerate() {
            let change = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    (row[read.len()] as f64 / wanted.len().max(1) as f64).min(1.0)
}

/// Groups of letters that are written in one stroke: a letter that does not join to the next ends
/// its group.
fn joining_groups(text: &str) -> u32 {
    const ENDS: &str = "اأإآدذرزوؤةىء";
    let mut groups = 0;
    let mut open = false;
    for c in text.chars() {
        if !c.is_alphabetic() {
            // Stops and commas are ink too.
            groups += u32::from(open) + u32::from(!c.is_whitespace());
            open = false;
        } else if ENDS.contains(c) {
            groups += 1;
            open = false;
        } else {
            open = true;
        }
    }
    groups + u32::from(open)
}

#[test]
fn groups_and_errors_are_counted() {
    assert_eq!(joining_groups("السلام"), 3);
    assert_eq!(joining_groups("دار، علم"), 5);
    assert!(error("قال المدير.", "قال المدير") < 0.01);
    assert!(error("قال المدير", "ريدملا لاق") > 0.7);
}
