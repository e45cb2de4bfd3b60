//! Reads the case files of `tests/cases` and checks what they list. The same for the native run and the browser's.

use claimlight::{
    Options, article,
    notation::{self, Layer, Line},
    scan_article,
};

/// What checking a file gives.
#[derive(Default)]
pub struct Checked {
    /// What is not as listed, each with its place.
    pub failures: Vec<String>,
    /// How many fences were checked.
    pub n_fences: usize,
    /// The file with the marks as they are found.
    pub rewritten: String,
}

/// What heads a case that shows a known fault. It is listed as it is, so that whoever mends it is told.
const KNOWN_FAULT: &str = "Wrong today:";

const FENCE: &str = "```";

/// Checks every fence of a case file. `path` is "en/quotations.md": its folder is the language.
pub fn check(path: &str, file: &str) -> Checked {
    let language = path.split('/').next().unwrap_or_default();
    let mut checked = Checked::default();
    let mut heading = "";
    let mut lines = file.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        checked.write(line);
        if let Some(rule) = line.strip_prefix('#') {
            heading = rule.trim_start_matches('#').trim();
        }
        let Some(names) = line.strip_prefix(FENCE) else { continue };
        let listed: String =
            lines.by_ref().map(|(_, line)| line).take_while(|line| *line != FENCE).map(ended).collect();
        let place = format!("{path}:{}: {heading}", index + 1);
        checked.fence(&place, language, names, &listed);
        checked.write(FENCE);
    }
    if checked.n_fences == 0 {
        checked.failures.push(format!("{path}: has no case; one is a heading and a fenced block"));
    }
    checked
}

fn ended(line: &str) -> String {
    format!("{line}\n")
}

impl Checked {
    fn write(&mut self, line: &str) {
        self.rewritten.push_str(&ended(line));
    }

    fn fence(&mut self, place: &str, language: &str, names: &str, listed: &str) {
        self.n_fences += 1;
        let found = layers(names).map(|layers| found(language, listed, &layers));
        match &found {
            Err(problem) => self.failures.push(format!("{place}\n{problem}")),
            Ok(found) if found != listed => {
                self.failures.push(format!("{place}\n{}", difference(place, listed, found)))
            }
            Ok(_) => (),
        }
        self.rewritten.push_str(found.as_deref().unwrap_or(listed));
    }
}

/// The layers a fence names; all, if it names none.
fn layers(names: &str) -> Result<Vec<Layer>, String> {
    if names.trim().is_empty() {
        return Ok(Layer::ALL.to_vec());
    }
    let layer = |name: &str| {
        let layer = Layer::ALL.into_iter().find(|layer| layer.name() == name);
        layer.ok_or_else(|| {
            format!("no layer is called \"{name}\"; there are: {}", Layer::ALL.map(Layer::name).join(", "))
        })
    };
    names.split_whitespace().map(layer).collect()
}

/// What is found in the text that a fence lists, as it would be listed.
fn found(language: &str, listed: &str, layers: &[Layer]) -> String {
    let article = article::from_text(&notation::text(&notation::read(listed)));
    let options = Options { language: language.to_owned(), conditionals: true, ..Options::default() };
    notation::write(&article, &scan_article(&article, &options), layers, usize::MAX)
}

/// Every line with marks that differ: `-` listed and not found, `+` found and not listed.
fn difference(place: &str, listed: &str, found: &str) -> String {
    let [listed, found] = [listed, found].map(|written| notation::read(written).concat());
    let texts = |lines: &[Line]| lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    if texts(&listed) != texts(&found) {
        return format!("  the lines are not the sentences, which are:\n  {}", texts(&found).join("\n  "));
    }
    let advice = if place.contains(KNOWN_FAULT) { "  a known fault has changed; is it mended?\n" } else { "" };
    let pairs = listed.iter().zip(&found).filter(|(listed, found)| listed != found);
    let differing: Vec<String> = pairs.map(|(listed, found)| line_difference(listed, found)).collect();
    if differing.is_empty() {
        return "  the marks are right, their order or spacing is not; UPDATE=1 cargo test mends it".to_owned();
    }
    advice.to_owned() + &differing.join("\n")
}

fn line_difference(listed: &Line, found: &Line) -> String {
    let rows = |sign: char, of: &Line, not_of: &Line| -> String {
        let rows = of.rows.iter().filter(|row| !not_of.rows.contains(row));
        rows.map(|row| format!("\n{sign} {}{} {}", " ".repeat(row.start), "^".repeat(row.end - row.start), row.label))
            .collect()
    };
    format!("  {}{}{}", listed.text, rows('-', listed, found), rows('+', found, listed))
}
