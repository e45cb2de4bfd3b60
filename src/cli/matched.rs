//! Finds the paths that a pattern matches, each once, and none that is hidden.

use std::path::{Component, Path, PathBuf, is_separator};

use glob::{GlobResult, Paths, Pattern};

/// What stands in a pattern for folders of any depth.
const ANY_DEPTH: &str = "**";

/// The paths that a pattern matches.
pub struct Matched {
    paths: Paths,
    /// The parts of the pattern that ask for what is hidden. The library can leave it out itself, and breaks down then over
    /// a name that is no UTF-8 (0.3.3).
    hidden: Vec<Pattern>,
    /// How many parts of the pattern go nowhere or up.
    n_dots: usize,
    /// Behind how many parts of a path it goes into folders of any depth, if it does.
    deep: Option<usize>,
    /// The folder that was given last: what is in it is read with it.
    folder: Option<PathBuf>,
}

/// The paths a pattern matches, in the order of their names; none if the name is a file's or no pattern.
pub fn matched(pattern: &Path) -> Option<Matched> {
    let name = pattern.to_str().filter(|name| name.contains(['*', '?', '[']))?;
    if pattern.exists() {
        return None;
    }
    // As in shells, the library's own `**` at the end being folders alone.
    let whole = if pattern.ends_with(ANY_DEPTH) { format!("{name}/*") } else { name.to_owned() };
    let parts: Vec<Component> = pattern.components().filter(|part| *part != Component::CurDir).collect();
    let hidden = parts.iter().filter(|part| is_hidden(part)).filter_map(|part| part.as_os_str().to_str());
    Some(Matched {
        paths: glob::glob(&whole).ok()?,
        hidden: hidden.filter_map(|part| Pattern::new(part).ok()).collect(),
        n_dots: n_dots(pattern),
        deep: parts.iter().position(|part| part.as_os_str() == ANY_DEPTH),
        folder: None,
    })
}

fn is_hidden(part: &Component) -> bool {
    matches!(part, Component::Normal(name) if name.as_encoded_bytes().starts_with(b"."))
}

/// How many parts of a path are `.` or `..`. The library has `.*` match them, which leads to a folder a second time.
fn n_dots(path: &Path) -> usize {
    path.to_string_lossy().split(is_separator).filter(|part| matches!(*part, "." | "..")).count()
}

impl Matched {
    /// Whether a path has a part that is hidden, and nobody asked for.
    fn holds_hidden(&self, path: &Path) -> bool {
        let is_asked = |part: &Component| {
            let name = part.as_os_str().to_string_lossy();
            self.hidden.iter().any(|asked| asked.matches(&name))
        };
        path.components().any(|part| is_hidden(&part) && !is_asked(&part))
    }

    /// Whether a path leads through a link to a folder, which folders of any depth are not gone into by: it may lead
    /// round and round.
    fn is_linked(&self, path: &Path) -> bool {
        let Some(deep) = self.deep else { return false };
        path.ancestors().filter(|path| path.components().count() > deep).any(|path| path.is_symlink() && path.is_dir())
    }
}

impl Iterator for Matched {
    type Item = GlobResult;

    fn next(&mut self) -> Option<GlobResult> {
        loop {
            let path = match self.paths.next()? {
                Ok(path) => path,
                error => return Some(error),
            };
            let is_read = self.folder.as_ref().is_some_and(|folder| path.starts_with(folder));
            let is_round = n_dots(&path) > self.n_dots || self.is_linked(&path);
            if is_read || is_round || self.holds_hidden(&path) {
                continue;
            }
            if path.is_dir() {
                self.folder = Some(path.clone());
            }
            return Some(Ok(path));
        }
    }
}
