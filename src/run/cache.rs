//! What was read and compared before, kept from one start to the next, so that a dossier that is
//! opened again is on the screen at once.
//!
//! An entry is found by everything that it was made from: the program, every byte of the reports
//! and what is known of them, the reader's corrections ([`Cache::key`]). Whatever changes gives
//! another key, so that nothing is shown that the reports at hand do not say. A file that cannot
//! be read or is not whole counts as none; one that cannot be written costs the time of the next
//! start and nothing else. Nothing that the reader keeps is in here.

use std::fmt::{self, Write as _};
use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::article::Article;
use crate::compare::Comparison;
use crate::facts::{self, Reading};
use crate::notebook::Bookmark;
use crate::text::InOrder;

/// Bytes of text up to which a dossier is kept: more is read anew each time, off the drawing
/// thread, rather than fill the disk.
const LARGEST: usize = 4 << 20;

/// Dossiers that are kept; the one that was written first is dropped first.
const ENTRIES: usize = 64;

/// Bytes of all entries together.
const SPACE: u64 = 64 << 20;

/// How long an unfinished file may lie about before it is swept away: its writer is dead then.
const UNFINISHED: Duration = Duration::from_secs(60 * 60);

/// The ending of an entry's file.
const ENDING: &str = "read";

const KEY: usize = 32;
const SUM: usize = 8;

/// The folder of entries, or none.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    folder: Option<PathBuf>,
}

/// Everything that an entry was made from, as one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key([u8; KEY]);

/// What is kept of a dossier.
#[derive(Debug, Serialize, Deserialize)]
struct Entry<R, C> {
    readings: R,
    comparison: C,
}

impl Cache {
    pub fn at(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// The key of these reports; `None` where nothing is kept of them: there is no folder, they
    /// are too many, or the reader's own words and topics have a part in what is read.
    pub fn key(&self, articles: &[Article], corrections: &[Bookmark]) -> Option<Key> {
        let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
        if self.folder.is_none() || bytes > LARGEST || facts::has_own_words() {
            return None;
        }
        let mut feed = Feed(Sha256::new());
        write!(feed, "{} {:?} {corrections:?}", env!("CARGO_PKG_VERSION"), program()?).ok()?;
        for article in articles {
            feed.article(article).ok()?;
        }
        Some(Key(feed.0.finalize().into()))
    }

    /// What was kept under a key.
    pub fn find(&self, key: &Key) -> Option<(Vec<Reading>, Comparison)> {
        let bytes = fs::read(self.path(key)?).ok()?;
        let (of, rest) = bytes.split_at_checked(KEY)?;
        let (sum, entry) = rest.split_at_checked(SUM)?;
        if of != key.0 || sum != sum_of(entry) {
            return None;
        }
        let Entry { readings, comparison } = postcard::from_bytes(entry).ok()?;
        Some((readings, comparison))
    }

    /// Keeps what was read under a key, and drops what is too much.
    ///
    /// # Errors
    /// When the folder or the file cannot be written.
    pub fn keep(&self, key: &Key, readings: &[Reading], comparison: &Comparison) -> io::Result<()> {
        let (Some(folder), Some(path)) = (&self.folder, self.path(key)) else { return Ok(()) };
        let entry = postcard::to_allocvec(&Entry { readings, comparison })
            .map_err(|error| io::Error::other(error.to_string()))?;
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        for part in [&key.0[..], &sum_of(&entry), &entry] {
            file.write_all(part)?;
        }
        file.persist(path)?;
        sweep(folder)
    }

    /// The file of a key.
    fn path(&self, key: &Key) -> Option<PathBuf> {
        let mut name = String::with_capacity(KEY);
        for byte in key.0.iter().take(KEY / 2) {
            write!(name, "{byte:02x}").ok()?;
        }
        Some(self.folder.as_ref()?.join(name).with_extension(ENDING))
    }
}

/// What tells this program from any other that may have written an entry: one that was built anew
/// is another.
fn program() -> Option<(u64, Duration)> {
    let file = fs::metadata(std::env::current_exe().ok()?).ok()?;
    Some((file.len(), file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?))
}

/// Tells whether an entry is whole; the same program wrote it.
fn sum_of(entry: &[u8]) -> [u8; SUM] {
    let mut sum = DefaultHasher::new();
    sum.write(entry);
    sum.finish().to_le_bytes()
}

/// Drops the entries that are too many, the oldest first, and files that were never finished.
fn sweep(folder: &Path) -> io::Result<()> {
    let mut entries: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
    for file in fs::read_dir(folder)?.flatten() {
        let Ok(about) = file.metadata() else { continue };
        let written = about.modified().unwrap_or(UNIX_EPOCH);
        if file.path().extension().is_some_and(|ending| ending == ENDING) {
            entries.push((written, about.len(), file.path()));
        } else if about.is_file() && written.elapsed().is_ok_and(|age| age > UNFINISHED) {
            let _ = fs::remove_file(file.path());
        }
    }
    entries.put_in_order_of(|(written, ..)| std::cmp::Reverse(*written));
    let mut space = 0;
    for (at, (_, bytes, path)) in entries.iter().enumerate() {
        space += bytes;
        if at >= ENTRIES || (at > 0 && space > SPACE) {
            let _ = fs::remove_file(path);
        }
    }
    Ok(())
}

/// Takes in what a key is made from.
struct Feed(Sha256);

impl Feed {
    fn article(&mut self, article: &Article) -> fmt::Result {
        // Every field has a name here, so that a new one cannot be forgotten.
        let Article {
            id,
            path,
            text,
            blocks,
            title,
            outlet,
            published,
            published_at,
            url,
            language,
            offsets_in,
            encoding,
        } = article;
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text.as_str());
        write!(
            self,
            "{id:?} {path:?} {title:?} {outlet:?} {published:?} {published_at:?} {url:?}"
        )?;
        write!(self, " {language:?} {offsets_in:?} {encoding:?} {blocks:?}")
    }
}

impl fmt::Write for Feed {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.0.update(words);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Origin};
    use crate::compare;
    use crate::facts::extract;

    const TEXTS: [&str; 2] = [
        "قال المحافظ سليم الرفاعي إن حريق المستودع أودى بحياة 12 شخصا يوم الثلاثاء.",
        "أعلن الدفاع المدني أن حريق المستودع أودى بحياة 19 شخصا، واستمر نحو 3 ساعات.",
    ];

    fn reports() -> Vec<Article> {
        let report = |(at, text): (usize, &&str)| {
            let mut article = Article::from_text(ArticleId(at as u32), (*text).to_owned());
            let day = jiff::civil::date(2024, 3, 5 + at as i8);
            article.published = Some(crate::article::Known::new(day, Origin::Metadata));
            article
        };
        TEXTS.iter().enumerate().map(report).collect()
    }

    fn read(articles: &[Article]) -> (Vec<Reading>, Comparison) {
        let readings: Vec<Reading> = articles.iter().map(extract).collect();
        let comparison = compare::compare(articles, &readings);
        assert!(!comparison.disagreements.is_empty());
        (readings, comparison)
    }

    fn kept() -> (tempfile::TempDir, Cache, Key) {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(Some(folder.path().join("new")));
        let articles = reports();
        let (readings, comparison) = read(&articles);
        let key = cache.key(&articles, &[]).unwrap();
        assert!(cache.find(&key).is_none());
        cache.keep(&key, &readings, &comparison).unwrap();
        (folder, cache, key)
    }

    #[test]
    fn what_was_kept_comes_back_whole() {
        let (_folder, cache, key) = kept();
        let (readings, comparison) = read(&reports());
        let (again, compared) = cache.find(&key).unwrap();
        assert_eq!(compared, comparison);
        for (one, other) in again.iter().zip(&readings) {
            assert_eq!((&one.facts, &one.quotes), (&other.facts, &other.quotes));
        }
        assert_eq!(again.len(), readings.len());
    }

    #[test]
    fn every_sort_of_claim_comes_back() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sessions/dossier");
        let loaded = crate::article::load(&[crate::article::Input::Path(folder.into())]);
        let (readings, comparison) = read(&loaded.articles);
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(Some(folder.path().to_owned()));
        let key = cache.key(&loaded.articles, &[]).unwrap();
        cache.keep(&key, &readings, &comparison).unwrap();
        let (again, compared) = cache.find(&key).unwrap();
        assert_eq!(format!("{again:?} {compared:?}"), format!("{readings:?} {comparison:?}"));
    }

    #[test]
    fn whatever_changes_has_another_key() {
        let cache = Cache::at(Some("/nowhere".into()));
        let key = |change: &dyn Fn(&mut Vec<Article>)| {
            let mut articles = reports();
            change(&mut articles);
            cache.key(&articles, &[]).unwrap()
        };
        let same = key(&|_| {});
        assert_eq!(same, key(&|_| {}));
        let others = [
            key(&|articles| articles[0].published = None),
            key(&|articles| articles[1].text = crate::text::Text::new(TEXTS[0])),
            key(&|articles| articles[0].url = Some("https://example.org".to_owned())),
            key(&|articles| articles.reverse()),
            key(&|articles| drop(articles.pop())),
            key(&|articles| articles[0].blocks.clear()),
        ];
        for (at, other) in others.iter().enumerate() {
            assert_ne!(*other, same, "{at}");
            assert!(!others[..at].contains(other), "{at}");
        }
    }

    #[test]
    fn a_damaged_entry_counts_as_none() {
        let (_folder, cache, key) = kept();
        let path = cache.path(&key).unwrap();
        let whole = fs::read(&path).unwrap();
        for at in (0..whole.len()).step_by(whole.len() / 97) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x20;
            fs::write(&path, &damaged).unwrap();
            assert!(cache.find(&key).is_none(), "byte {at}");
            fs::write(&path, &whole[..at]).unwrap();
            assert!(cache.find(&key).is_none(), "cut at {at}");
        }
        fs::write(&path, &whole).unwrap();
        assert!(cache.find(&key).is_some());
    }

    #[test]
    fn old_entries_and_unfinished_files_make_room() {
        let (_folder, cache, key) = kept();
        let folder = cache.folder.clone().unwrap();
        let old = SystemTime::now() - 2 * UNFINISHED;
        for at in 0..ENTRIES + 5 {
            let file = fs::File::create(folder.join(format!("{at:032x}.read"))).unwrap();
            file.set_modified(old + Duration::from_secs(at as u64)).unwrap();
        }
        let unfinished = fs::File::create(folder.join(".tmpX")).unwrap();
        unfinished.set_modified(old).unwrap();
        sweep(&folder).unwrap();
        let left = fs::read_dir(&folder).unwrap().count();
        assert_eq!(left, ENTRIES);
        assert!(cache.find(&key).is_some());
        assert!(!folder.join(format!("{:032x}.read", 0)).exists());
    }

    #[test]
    fn without_a_folder_nothing_is_kept() {
        let cache = Cache::default();
        assert_eq!(cache.key(&reports(), &[]), None);
    }
}
