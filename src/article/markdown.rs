//! Markdown becomes an article: its marks are read, not shown. A front matter gives title, outlet,
//! date and address.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::draft::Draft;
use super::record::Record;
use super::{Article, ArticleId, BlockKind, Encoding, html};

/// The report of a Markdown file; `None` when it has no words.
pub fn article(id: ArticleId, source: &str, encoding: Encoding) -> Option<Article> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut writer = Writer::default();
    for event in Parser::new_ext(source.trim_start_matches('\u{feff}'), options) {
        writer.event(event);
    }
    writer.end();
    if writer.draft.is_empty() {
        return None;
    }
    let mut article = writer.draft.article(id, encoding);
    writer.record.apply(&mut article);
    Some(article)
}

#[derive(Default)]
struct Writer {
    draft: Draft,
    record: Record,
    open: String,
    kind: Option<BlockKind>,
    /// Numbers of the lists that are open; `None` for bullets.
    lists: Vec<Option<u64>>,
    metadata: bool,
}

impl Writer {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.finish(tag),
            Event::Text(words) if self.metadata => self.record = Record::front_matter(&words),
            Event::Text(words) | Event::Code(words) => self.open.push_str(&words),
            Event::Html(scrap) | Event::InlineHtml(scrap) => {
                self.open.push_str(&html::words(&scrap));
            }
            Event::SoftBreak => self.open.push(' '),
            Event::HardBreak => self.open.push('\n'),
            Event::Rule => self.end(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::MetadataBlock(_) => self.metadata = true,
            Tag::Heading { .. } => {
                self.end();
                let first = self.draft.is_empty();
                self.kind = Some(if first { BlockKind::Headline } else { BlockKind::Subhead });
            }
            Tag::List(first) => {
                self.end();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.end();
                self.kind = Some(BlockKind::ListItem);
                let sign = self.bullet();
                self.open.push_str(&sign);
            }
            Tag::TableRow | Tag::TableHead => {
                self.end();
                self.kind = Some(BlockKind::TableRow);
            }
            _ => {}
        }
    }

    fn bullet(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", number.saturating_sub(1))
            }
            _ => "• ".to_owned(),
        }
    }

    fn finish(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.metadata = false,
            TagEnd::TableCell => self.open.push_str(" | "),
            TagEnd::List(_) => {
                self.end();
                self.lists.pop();
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::TableRow
            | TagEnd::TableHead
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::BlockQuote(_) => self.end(),
            _ => {}
        }
    }

    fn end(&mut self) {
        let words = std::mem::take(&mut self.open);
        let words = words.trim().trim_end_matches(" |");
        self.draft.push(self.kind.take().unwrap_or(BlockKind::Paragraph), words);
    }
}

#[cfg(test)]
mod tests {
    use super::BlockKind::{Headline, ListItem, Paragraph, Subhead, TableRow};
    use super::*;
    use jiff::civil::date;

    #[test]
    fn marks_are_read_and_blocks_kept() {
        let source = "---\ntitle: \"الجسر المعلق\"\noutlet: مرآة النهر\ndate: 2031-05-04\n---\n\
            # افتتاح الجسر\n\nافتتح **الوزير** [الجسر](https://a.example)\nصباح اليوم.\n\n\
            ## الكلفة\n\n1. أربعون مليونا\n2. ثلاث سنوات\n\n- بند\n\n\
            | المرحلة | الكلفة |\n|---|---|\n| الأولى | عشرة |\n";
        let article = article(ArticleId(0), source, Encoding::UTF_8).unwrap();
        let part =
            |block: &super::super::Block| (block.kind, article.text.slice(block.span).unwrap());
        let parts: Vec<_> = article.blocks.iter().map(part).collect();
        assert_eq!(
            parts,
            [
                (Headline, "افتتاح الجسر"),
                (Paragraph, "افتتح الوزير الجسر صباح اليوم."),
                (Subhead, "الكلفة"),
                (ListItem, "1. أربعون مليونا"),
                (ListItem, "2. ثلاث سنوات"),
                (ListItem, "• بند"),
                (TableRow, "المرحلة | الكلفة"),
                (TableRow, "الأولى | عشرة"),
            ]
        );
        assert_eq!(article.title.as_ref().unwrap().value, "الجسر المعلق");
        assert_eq!(article.outlet.as_ref().unwrap().value, "مرآة النهر");
        assert_eq!(article.published.as_ref().unwrap().value, date(2031, 5, 4));
    }

    #[test]
    fn nothing_is_no_report_and_nesting_does_no_harm() {
        assert!(article(ArticleId(0), "---\ntitle: a\n---\n", Encoding::UTF_8).is_none());
        let deep = format!("{}نص", "> ".repeat(20_000));
        assert!(article(ArticleId(0), &deep, Encoding::UTF_8).is_some());
    }
}
