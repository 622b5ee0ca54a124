//! Tags of a page, one after the other, and the blocks that they make. Not a parser of HTML: it
//! reads what the finder has cleaned, and takes the words out of what the finder cannot read.
//! Linear, without recursion; what it does not know it passes over.

use super::super::BlockKind;

/// One tag with the text that comes before it.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'p> {
    /// Raw text between the tag before and this one, entities and all.
    pub before: &'p str,
    /// As written; `!` and `?` begin declarations and comments. Empty at the end of the page.
    pub name: &'p str,
    pub closes: bool,
    /// All that stands between the name and `>`.
    pub attributes: &'p str,
}

/// The tags of a page in order.
#[derive(Clone, Debug)]
pub struct Tags<'p> {
    page: &'p str,
    at: usize,
    done: bool,
}

impl<'p> Tags<'p> {
    pub fn of(page: &'p str) -> Self {
        Self { page, at: 0, done: false }
    }

    fn rest(&self) -> &'p str {
        self.page.get(self.at..).unwrap_or_default()
    }

    /// The raw text up to the closing tag of `name`, passed over.
    fn skip_to_end_of(&mut self, name: &str) {
        let rest = self.rest().as_bytes();
        let close = |at: &usize| {
            let tag = rest.get(at + 2..at + 2 + name.len());
            tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
        };
        let end = memchr::memmem::find_iter(rest, b"</").find(close);
        self.at += end.unwrap_or(rest.len());
    }
}

impl<'p> Iterator for Tags<'p> {
    type Item = Tag<'p>;

    fn next(&mut self) -> Option<Tag<'p>> {
        if self.done {
            return None;
        }
        let rest = self.rest();
        let Some(open) = opening(rest) else {
            self.done = true;
            return Some(Tag { before: rest, name: "", closes: false, attributes: "" });
        };
        let before = rest.get(..open).unwrap_or_default();
        let after = rest.get(open + 1..).unwrap_or_default();
        let (inner, length) = if after.starts_with("!--") {
            let end = after.find("-->").map_or(after.len(), |end| end + 2);
            ("!", end)
        } else {
            let end = closing(after);
            (after.get(..end).unwrap_or_default(), end)
        };
        self.at = (self.at + open + 1 + length + 1).min(self.page.len());
        let closes = inner.starts_with('/');
        let inner = inner.trim_start_matches('/');
        let end = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
        let (name, attributes) = inner.split_at_checked(end).unwrap_or((inner, ""));
        let tag = Tag { before, name, closes, attributes };
        if !closes
            && tag.is_any(&["script", "style", "noscript", "template", "svg", "textarea", "iframe"])
        {
            self.skip_to_end_of(name);
        }
        Some(tag)
    }
}

/// Where the next tag begins: `<` with a letter, `/`, `!` or `?` behind it.
fn opening(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'<', bytes).find(|at| {
        bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || b"/!?".contains(next))
    })
}

/// Where the tag ends: the first `>` outside quotation marks.
fn closing(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(mark), byte) if mark == byte => quote = None,
            _ => {}
        }
    }
    // A mark that never closes: the first `>` after all.
    text.find('>').unwrap_or(text.len())
}

impl Tag<'_> {
    /// Elements that have no end tag, or need none.
    pub fn is_void(&self) -> bool {
        self.name.is_empty()
            || self.name.starts_with(['!', '?'])
            || self.attributes.ends_with('/')
            || self.is_any(&[
                "br", "img", "hr", "meta", "link", "input", "source", "wbr", "col", "area", "base",
                "embed", "param", "track", "p", "li", "dd", "dt", "tr", "td", "th", "option",
                "tbody", "thead", "colgroup",
            ])
    }

    pub fn is_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }

    /// How many attributes a parser may see here, at the most; `None` where a quotation mark
    /// never closes, so that a parser would take the rest of the page for a value.
    pub fn most_attributes(&self) -> Option<usize> {
        let (mut quote, mut count) = (None, 0);
        for byte in self.attributes.bytes() {
            match (quote, byte) {
                (None, b'"' | b'\'') => quote = Some(byte),
                (Some(mark), byte) if mark == byte => (quote, count) = (None, count + 1),
                (None, byte) if byte.is_ascii_whitespace() || byte == b'/' => count += 1,
                _ => {}
            }
        }
        quote.is_none().then_some(count)
    }

    /// The value of an attribute, entities read.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.attributes.to_ascii_lowercase();
        let key = format!("{name}=");
        let at = lower.match_indices(&key).map(|(at, _)| at).find(|at| {
            *at == 0 || lower.as_bytes().get(at - 1).is_some_and(u8::is_ascii_whitespace)
        })?;
        let value = self.attributes.get(at + key.len()..)?;
        let value = match value.chars().next()? {
            mark @ ('"' | '\'') => value.get(1..)?.split(mark).next()?,
            _ => value.split(|c: char| c.is_whitespace() || c == '/').next()?,
        };
        Some(unescape(value).trim().to_owned()).filter(|value| !value.is_empty())
    }
}

/// The blocks of a page or of a part of one.
pub fn blocks(page: &str) -> Vec<(BlockKind, String)> {
    let mut flow = Flow::default();
    for tag in Tags::of(page) {
        flow.tag(&tag);
    }
    flow.end();
    flow.blocks
}

/// The words of a scrap of HTML, in one line.
pub fn words(scrap: &str) -> String {
    let all: Vec<String> = blocks(scrap).into_iter().map(|(_, words)| words).collect();
    all.join(" ")
}

#[derive(Debug, Default)]
struct Flow {
    blocks: Vec<(BlockKind, String)>,
    open: String,
    kind: Option<BlockKind>,
    /// Inside `<head>`: its title is no text.
    head: bool,
}

impl Flow {
    fn tag(&mut self, tag: &Tag) {
        if !self.head {
            self.open.push_str(&single_spaced(&unescape(tag.before)));
        }
        if tag.is_any(&["head"]) {
            self.head = !tag.closes;
        } else if tag.is_any(&["br"]) {
            self.open.push('\n');
        } else if tag.is_any(&["td", "th"]) {
            if tag.closes {
                self.open.push_str(" | ");
            }
        } else if let Some(kind) = block_of(tag) {
            self.end();
            // A block inside an item or a row goes on with it: `<li><p>…`.
            self.kind = if tag.closes { None } else { Some(kind) };
            if kind == BlockKind::ListItem && !tag.closes {
                self.open.push_str("• ");
            }
        }
    }

    fn end(&mut self) {
        let words = std::mem::take(&mut self.open);
        let words = words.trim().trim_end_matches(" |").trim();
        let kind = self.kind.unwrap_or(BlockKind::Paragraph);
        if words == "•" {
            // The item's own words come in the block inside it.
            self.open.push_str("• ");
        } else if words.contains(|c: char| !c.is_whitespace()) {
            let kind = if words.starts_with("• ") { BlockKind::ListItem } else { kind };
            self.blocks.push((kind, words.to_owned()));
        }
    }
}

/// The block that an element begins and ends; `None` for what stands in a line.
fn block_of(tag: &Tag) -> Option<BlockKind> {
    const PARTS: [&str; 26] = [
        "p",
        "div",
        "article",
        "section",
        "main",
        "body",
        "html",
        "header",
        "footer",
        "aside",
        "nav",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tbody",
        "thead",
        "figure",
        "form",
        "address",
        "hr",
        "title",
    ];
    if tag.is_any(&["h1", "h2", "h3", "h4", "h5", "h6"]) {
        Some(BlockKind::Subhead)
    } else if tag.is_any(&["li"]) {
        Some(BlockKind::ListItem)
    } else if tag.is_any(&["tr"]) {
        Some(BlockKind::TableRow)
    } else if tag.is_any(&["figcaption", "caption"]) {
        Some(BlockKind::Caption)
    } else if tag.is_any(&["button", "select", "nav"]) {
        Some(BlockKind::Chrome)
    } else {
        tag.is_any(&PARTS).then_some(BlockKind::Paragraph)
    }
}

/// White space of a page means one space.
fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{c}' if out.ends_with(' ') => {}
            '\t' | '\n' | '\r' | '\u{c}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Entities that pages in Arabic and English write, and character references. Each stands for one
/// character: nothing grows.
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((entity(rest.get(..end)?)?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = rest.get(end + 1..).unwrap_or_default();
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16)).ok()?;
        return Some(char::from_u32(code).filter(|c| *c != '\0').unwrap_or('\u{fffd}'));
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "laquo" => '«',
        "raquo" => '»',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "zwnj" => '\u{200c}',
        "zwj" => '\u{200d}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        "shy" => '\u{ad}',
        "copy" => '©',
        "deg" => '°',
        "euro" => '€',
        "pound" => '£',
        "times" => '×',
        _ => return None,
    })
}
