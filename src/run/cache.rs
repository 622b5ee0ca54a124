//! What was read and compared before, kept from one start to the next, so that a dossier that is
//! opened again is on the screen at once.
//!
//! An entry is found by everything that it was made from: the program, every byte of the reports
//! and what is known of them ([`Cache::key`]). Whatever changes gives another key, so that nothing is
//! shown that the reports at hand do not say. A file that cannot be read, is not whole or is somebody
//! else's counts as none; one that cannot be written costs the time of the next start and nothing
//! else. Nothing that the reader wrote is in here: of reports that were put right nothing is kept.

mod feed;

use std::fmt::Write as _;
use std::fs::{self, File, Metadata};
use std::hash::{DefaultHasher, Hasher as _};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::compare::Comparison;
use crate::facts::{self, Reading};
use crate::notebook::{Bookmark, revision};
use crate::text::InOrder;
use feed::Feed;

/// Bytes of text up to which a dossier is kept: more is read anew each time, off the drawing
/// thread, rather than fill the disk.
const LARGEST: usize = 4 << 20;

/// Dossiers that are kept; the one that was written first is dropped first.
const ENTRIES: usize = 64;

/// Bytes of all entries together, and of one at most.
const SPACE: u64 = 64 << 20;

/// How long an unfinished file may lie about before it is swept away: its writer is dead then.
const UNFINISHED: Duration = Duration::from_secs(60 * 60);

/// The ending of an entry's file, and of one in the making.
const ENDING: &str = "read";
const IN_THE_MAKING: &str = "part";

/// The sources that this program was built from, as one number.
const BUILD: &str = env!("TABAYUN_BUILD");

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
    /// are too many, the reader put something right in them, or has words and topics of their own.
    pub fn key(&self, articles: &[Article], corrections: &[Bookmark]) -> Option<Key> {
        let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
        if self.folder.is_none()
            || bytes > LARGEST
            || facts::has_own_words()
            || revision::concerns(corrections, articles)
        {
            return None;
        }
        let mut feed = Feed::default();
        write!(feed, "{} {BUILD} ", env!("CARGO_PKG_VERSION")).ok()?;
        for article in articles {
            feed.article(article).ok()?;
        }
        Some(Key(feed.end()))
    }

    /// What was kept under a key.
    pub fn find(&self, key: &Key) -> Option<(Vec<Reading>, Comparison)> {
        let path = self.path(key)?;
        // A pipe or a device in its place would never end.
        let fits = |about: &Metadata| about.is_file() && about.len() <= SPACE && is_ours(about);
        fs::symlink_metadata(&path).ok().filter(fits)?;
        let mut file = File::open(&path).ok()?;
        file.metadata().ok().filter(fits)?;
        let (mut of, mut sum) = ([0; KEY], [0; SUM]);
        file.read_exact(&mut of).ok()?;
        file.read_exact(&mut sum).ok().filter(|()| of == key.0)?;
        let mut entry = Vec::new();
        file.take(SPACE).read_to_end(&mut entry).ok().filter(|_| sum == sum_of(&entry))?;
        let Entry { readings, comparison } = postcard::from_bytes(&entry).ok()?;
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
        make(folder)?;
        let ending = format!(".{IN_THE_MAKING}");
        let mut file = tempfile::Builder::new().suffix(&ending).tempfile_in(folder)?;
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

/// Makes the folder, for the reader alone where the system knows of others.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Whether a file is the reader's own: what somebody else put there is not shown.
fn is_ours(about: &Metadata) -> bool {
    #[cfg(unix)]
    return std::os::unix::fs::MetadataExt::uid(about) == rustix::process::geteuid().as_raw();
    #[cfg(not(unix))]
    return about.is_file();
}

/// Tells whether an entry is whole; the same program wrote it.
fn sum_of(entry: &[u8]) -> [u8; SUM] {
    let mut sum = DefaultHasher::new();
    sum.write(entry);
    sum.finish().to_le_bytes()
}

/// Drops the entries that are too many, the oldest first, and those that were never finished. Whatever
/// else lies there is not ours.
fn sweep(folder: &Path) -> io::Result<()> {
    let mut entries: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
    for file in fs::read_dir(folder)?.flatten() {
        let Ok(about) = file.metadata() else { continue };
        let written = about.modified().unwrap_or(UNIX_EPOCH);
        let ends = |ending| about.is_file() && file.path().extension().is_some_and(|e| e == ending);
        if ends(ENDING) {
            entries.push((written, about.len(), file.path()));
        } else if ends(IN_THE_MAKING) && written.elapsed().is_ok_and(|age| age > UNFINISHED) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Origin};
    use crate::compare;
    use crate::facts::extract;
    use crate::notebook::Field;
    use crate::notebook::take::{self, Moment, Open};

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
        for name in [".tmpX.part", "notebook.jsonl"] {
            fs::File::create(folder.join(name)).unwrap().set_modified(old).unwrap();
        }
        sweep(&folder).unwrap();
        let left = fs::read_dir(&folder).unwrap().count();
        assert_eq!(left, ENTRIES + 1);
        assert!(folder.join("notebook.jsonl").exists(), "a file that is not ours");
        assert!(cache.find(&key).is_some());
        assert!(!folder.join(format!("{:032x}.read", 0)).exists());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_of_ours_counts_as_none() {
        let (_folder, cache, key) = kept();
        let path = cache.path(&key).unwrap();
        let elsewhere = path.with_extension("moved");
        fs::rename(&path, &elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
        assert!(cache.find(&key).is_none(), "a link");
        fs::remove_file(&path).unwrap();
        let pipe = std::process::Command::new("mkfifo").arg(&path).status().unwrap();
        assert!(pipe.success() && cache.find(&key).is_none(), "a pipe");
        fs::remove_file(&path).unwrap();
        File::create(&path).unwrap().set_len(SPACE + 1).unwrap();
        assert!(cache.find(&key).is_none(), "too large");
        fs::rename(&elsewhere, &path).unwrap();
        assert!(cache.find(&key).is_some());
        let mode = std::os::unix::fs::PermissionsExt::mode;
        let mode = |of: &Path| mode(&fs::metadata(of).unwrap().permissions()) & 0o777;
        assert_eq!((mode(path.parent().unwrap()), mode(&path)), (0o700, 0o600));
    }

    #[test]
    fn nothing_is_kept_of_reports_that_were_put_right() {
        let cache = Cache::at(Some("/nowhere".into()));
        let articles = reports();
        let moment = Moment { now: jiff::Timestamp::UNIX_EPOCH, dossier: None };
        let put_right = |article: &Article| {
            let open =
                Open { articles: std::slice::from_ref(article), readings: &[extract(article)] };
            let claim = compare::Claim { article: article.id, fact: facts::FactId(0) };
            let said = (None, "14 شخصا".to_owned());
            let field = Field::Value;
            take::set_fact(open, claim, field, said, moment).unwrap()
        };
        let mut one = articles[0].clone();
        one.path = Some("/news/1.txt".into());
        let correction = [put_right(&one)];
        assert!(cache.key(&[one.clone()], &correction).is_none());
        let mut other = articles[1].clone();
        other.path = Some("/news/2.txt".into());
        assert_eq!(cache.key(&[other.clone()], &correction), cache.key(&[other], &[]));
        assert!(cache.key(&[one], &[]).is_some());
    }

    #[test]
    fn without_a_folder_nothing_is_kept() {
        let cache = Cache::default();
        assert_eq!(cache.key(&reports(), &[]), None);
    }
}
