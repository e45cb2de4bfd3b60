//! Finds the paths that a pattern matches, each once, and none that is hidden.

use std::{
    borrow::Cow,
    path::{Component, Path, PathBuf, is_separator},
};

use glob::{MatchOptions, Pattern};
use walkdir::{DirEntry, IntoIter, WalkDir};

/// What stands in a pattern for folders of any depth.
const ANY_DEPTH: &str = "**";

/// The paths that a pattern matches, and the links to folders that it leads to: these are not gone into, since they may
/// lead round and round.
pub struct Matched {
    /// Where they are sought: what the pattern begins with.
    pub folder: PathBuf,
    entries: IntoIter,
    /// What the pattern asks of a path below the folder.
    whole: Pattern,
    /// What it asks of each part, down to folders of any depth.
    parts: Vec<Pattern>,
    is_deep: bool,
    /// The parts that ask for what is hidden.
    hidden: Vec<Pattern>,
    /// Whether it ends as folders do, and means none but these.
    is_of_folders: bool,
}

/// The paths a pattern matches, in the order of their names; none if the name is a file's or no pattern.
pub fn matched(pattern: &Path) -> Option<Matched> {
    let parts: Vec<Component> = pattern.components().filter(|part| *part != Component::CurDir).collect();
    let n_fixed = parts.iter().position(is_open)?;
    if pattern.exists() {
        return None;
    }
    let (fixed, open) = parts.split_at(n_fixed);
    let folder: PathBuf = if fixed.is_empty() { PathBuf::from(".") } else { fixed.iter().collect() };
    // A byte that is no UTF-8 is read alike in patterns and in names.
    let mut open: Vec<_> = open.iter().map(|part| part.as_os_str().to_string_lossy()).collect();
    // As in shells: files, too.
    if open.last().is_some_and(|part| part == ANY_DEPTH) {
        open.push("*".into());
    }
    let n_parts = open.iter().position(|part| part == ANY_DEPTH);
    let hidden: Vec<_> = open.iter().filter(|part| part.starts_with('.')).cloned().collect();
    Some(Matched {
        entries: WalkDir::new(&folder).min_depth(1).sort_by_file_name().into_iter(),
        folder,
        whole: Pattern::new(&open.join("/")).ok()?,
        parts: patterns(&open[..n_parts.unwrap_or(open.len())])?,
        is_deep: n_parts.is_some(),
        hidden: patterns(&hidden)?,
        is_of_folders: pattern.to_string_lossy().ends_with(is_separator),
    })
}

fn patterns(parts: &[Cow<str>]) -> Option<Vec<Pattern>> {
    parts.iter().map(|part| Pattern::new(part).ok()).collect()
}

/// Whether more than one name may stand for a part of a pattern.
fn is_open(part: &Component) -> bool {
    matches!(part, Component::Normal(name) if name.to_string_lossy().contains(['*', '?', '[']))
}

/// Whether a path leads to a folder by a link.
pub fn is_linked(path: &Path) -> bool {
    path.is_symlink() && path.is_dir()
}

impl Matched {
    /// Whether what is matched may be, or be in, what was found in a folder that may hold it; nothing hidden is, unless
    /// it is asked for.
    fn leads_to(&self, entry: &DirEntry) -> bool {
        let name = entry.file_name().to_string_lossy();
        let is_shown = !name.starts_with('.') || self.hidden.iter().any(|asked| asked.matches(&name));
        is_shown && self.parts.get(entry.depth() - 1).map_or(self.is_deep, |part| part.matches(&name))
    }

    fn matches(&self, entry: &DirEntry) -> bool {
        let below = entry.path().strip_prefix(&self.folder).unwrap_or(entry.path());
        let within_parts = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
        self.whole.matches_with(&below.to_string_lossy(), within_parts)
    }
}

impl Iterator for Matched {
    type Item = walkdir::Result<PathBuf>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let entry = match self.entries.next()? {
                Ok(entry) => entry,
                // A folder that is not there holds nothing.
                Err(error) if error.depth() == 0 && !self.folder.exists() => return None,
                Err(error) => return Some(Err(error)),
            };
            let (is_folder, leads) = (entry.file_type().is_dir(), self.leads_to(&entry));
            let is_matched = leads && self.matches(&entry);
            // A folder that is matched is read with all that is in it.
            if is_folder && (is_matched || !leads) {
                self.entries.skip_current_dir();
            }
            let is_wanted = is_matched && (is_folder || !self.is_of_folders);
            if is_wanted || leads && entry.path_is_symlink() && entry.path().is_dir() {
                return Some(Ok(entry.path().strip_prefix(".").unwrap_or(entry.path()).to_owned()));
            }
        }
    }
}
