//! Reads articles annotated with attributions (PolNeAR's folders: `text/*.txt`, `attributions/*.ann` in brat's
//! stand-off format, offsets in code points).

use std::{collections::HashMap, fs, io, ops::Range, path::Path};

/// An annotated attribution; all ranges in bytes of the text.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    /// The cue.
    pub cue: Vec<Range<usize>>,
    /// The source.
    pub source: Vec<Range<usize>>,
    /// The content.
    pub content: Vec<Range<usize>>,
}

/// An annotated article.
pub struct Annotated {
    /// The name of its file.
    pub id: String,
    /// The name of its publisher.
    pub publisher: String,
    /// Its text.
    pub text: String,
    /// Its attributions.
    pub attributions: Vec<Gold>,
}

/// The annotated articles of a folder, in the order of their names.
pub fn read(folder: &Path) -> io::Result<Vec<Annotated>> {
    let mut annotations: Vec<_> =
        fs::read_dir(folder.join("attributions"))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    annotations.sort();
    let mut texts: Vec<_> = fs::read_dir(folder.join("text"))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    texts.sort();
    let mut articles = Vec::new();
    for path in texts {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let text = fs::read_to_string(&path)?;
        // Of several annotators the first counts, as for the scorer.
        let of_text = |annotation: &&std::path::PathBuf| {
            let name = annotation.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
            name.strip_prefix(&stem).is_some_and(|rest| rest.len() == 5 && rest.starts_with('_'))
        };
        let Some(annotation) = annotations.iter().find(of_text) else { continue };
        let attributions = attributions(&text, &fs::read_to_string(annotation)?);
        let publisher = stem.split('_').next().unwrap_or_default().to_owned();
        articles.push(Annotated { id: stem, publisher, text, attributions });
    }
    Ok(articles)
}

fn attributions(text: &str, annotation: &str) -> Vec<Gold> {
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let mut entities: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    for line in annotation.lines().filter(|line| line.starts_with('T')) {
        let mut fields = line.split('\t');
        let (Some(id), Some(what)) = (fields.next(), fields.next()) else { continue };
        let offsets = what.split_once(' ').map_or("", |(_, offsets)| offsets);
        let ranges = offsets.split(';').filter_map(|range| {
            let (start, end) = range.split_once(' ')?;
            Some(*bytes.get(start.parse::<usize>().ok()?)?..*bytes.get(end.parse::<usize>().ok()?)?)
        });
        entities.insert(id, ranges.collect());
    }
    annotation.lines().filter(|line| line.starts_with('E')).map(|line| gold(line, &entities)).collect()
}

fn gold(line: &str, entities: &HashMap<&str, Vec<Range<usize>>>) -> Gold {
    let mut gold = Gold::default();
    for argument in line.split_whitespace().skip(1) {
        let Some((role, entity)) = argument.split_once(':') else { continue };
        let ranges = entities.get(entity).cloned().unwrap_or_default();
        match role.trim_end_matches(|digit: char| digit.is_ascii_digit()) {
            "Cue" => gold.cue.extend(ranges),
            "Source" => gold.source.extend(ranges),
            "Content" => gold.content.extend(ranges),
            _ => {}
        }
    }
    for ranges in [&mut gold.cue, &mut gold.source, &mut gold.content] {
        ranges.sort_by_key(|range| range.start);
    }
    gold
}
