//! Where tabayun keeps its files, by the customs of each system. Without a home folder there are
//! none, and everything else still works.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The places of tabayun's files; `None` where the system names no place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// The reader's settings. `TABAYUN_CONFIG` names another file.
    pub config: Option<PathBuf>,
    /// The reader's additions to the lexicon: a folder of TOML files.
    pub lexicon: Option<PathBuf>,
    /// The reader's own topics: a folder of TOML files.
    pub topics: Option<PathBuf>,
    /// The notebook's folder. `TABAYUN_DATA` names another one.
    pub data: Option<PathBuf>,
    /// Where the reader was, and which encoder each terminal wants.
    pub state: Option<PathBuf>,
    /// What was read and compared before: a folder that may be emptied at any time.
    pub cache: Option<PathBuf>,
}

impl Paths {
    /// The places by the customs of the system, and the variables that override them.
    pub fn find(variable: &dyn Fn(&str) -> Option<String>) -> Self {
        let project = ProjectDirs::from("", "", "tabayun");
        let set = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let config = project.as_ref().map(|project| project.config_dir().to_owned());
        let data = project.as_ref().map(|project| project.data_dir().to_owned());
        let state = project.as_ref().and_then(|project| project.state_dir()).map(PathBuf::from);
        let data = set("TABAYUN_DATA").or(data);
        Self {
            config: set("TABAYUN_CONFIG")
                .or_else(|| config.as_ref().map(|folder| folder.join("config.toml"))),
            lexicon: config.as_ref().map(|folder| folder.join("lexicon")),
            topics: config.map(|folder| folder.join("topics")),
            // Systems without a place for state (macOS, Windows) keep it with the data.
            state: state.or_else(|| data.clone()).map(|folder| folder.join("state.json")),
            // A folder of its own, wherever the system's variables lead.
            cache: project.as_ref().map(|project| project.cache_dir().join("read")),
            data,
        }
    }

    /// Name and place of each, for `--paths`.
    pub fn list(&self) -> [(&'static str, Option<&PathBuf>); 6] {
        [
            ("config", self.config.as_ref()),
            ("lexicon", self.lexicon.as_ref()),
            ("topics", self.topics.as_ref()),
            ("data", self.data.as_ref()),
            ("state", self.state.as_ref()),
            ("cache", self.cache.as_ref()),
        ]
    }
}
