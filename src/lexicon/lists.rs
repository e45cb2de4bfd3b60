//! Reads word lists.
//!
//! ```text
//! # a comment
//! [verb communication strong] to say something (the classes; then what they have in common)
//! warn
//! say, said
//! point out
//! ```
//! In a section of `verb` or `noun` the regular forms come by themselves and irregular ones follow the
//! base form: of a verb past, participle and -ing; of a noun the plural. `reasons.txt` holds `name = sentence` lines.

use std::{collections::HashMap, fmt};

use super::{Class, Classes, Lexicon, Section};

/// The forms of an entry with the class of each, given its listed forms.
pub type Inflect = fn(&[&str], Class) -> Vec<(String, Class)>;

/// What is wrong with a list, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListError {
    /// The file's name.
    pub list: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and the remedy.
    pub problem: String,
}

impl fmt::Display for ListError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.list, self.line, self.problem)
    }
}

/// The lexicon of `lists`; a line that is wrong is left out.
pub fn read(lists: &'static [(&'static str, &'static str)], inflect: Inflect) -> Lexicon {
    let mut reader = Reader::new(lists, inflect);
    while !reader.step(usize::MAX) {}
    reader.end()
}

/// What is wrong with `lists`.
pub fn errors(lists: &'static [(&'static str, &'static str)], inflect: Inflect) -> Vec<ListError> {
    let mut reader = Reader { seen: Some(HashMap::new()), ..Reader::new(lists, inflect) };
    while !reader.step(usize::MAX) {}
    reader.errors
}

/// The classes whose words are given names.
const GIVEN_NAMES: Classes = Classes::of(&[Class::Female, Class::Male]);

/// The letters of the clitics that are tokens of their own: 's 're 've 'll 'd 'm.
pub const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// A word as the tokens that a text has for it: "editor's" and "editors'" are two.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let is_clitic = |apostrophe: &usize| word.len() == apostrophe + 1 || CLITICS.contains(&&word[apostrophe + 1..]);
    let (stem, clitic) = word.split_at(word.rfind('\'').filter(is_clitic).unwrap_or(word.len()));
    [stem, clitic].into_iter().filter(|part| !part.is_empty())
}

/// Reads lists step by step.
pub struct Reader {
    inflect: Inflect,
    lexicon: Lexicon,
    errors: Vec<ListError>,
    section: Option<Classes>,
    /// The lists yet to be read, and the lines of the one that is being read.
    lists: std::slice::Iter<'static, (&'static str, &'static str)>,
    list: &'static str,
    lines: std::iter::Enumerate<std::str::Lines<'static>>,
    /// The entries of that list, each with its section, and the line it stands on, where an entry may be there twice:
    /// a page waits for the lists, and those that are bundled were checked.
    seen: Option<HashMap<(&'static str, usize), usize>>,
}

impl Reader {
    /// Prepares to read `lists`.
    pub fn new(lists: &'static [(&'static str, &'static str)], inflect: Inflect) -> Self {
        Reader {
            inflect,
            lexicon: Lexicon::default(),
            errors: Vec::new(),
            section: None,
            lists: lists.iter(),
            list: "",
            lines: "".lines().enumerate(),
            seen: None,
        }
    }

    /// Reads so many lines; whether it is at the end.
    pub fn step(&mut self, n: usize) -> bool {
        for _ in 0..n {
            let Some((index, line)) = self.lines.next() else {
                let Some((list, text)) = self.lists.next() else { return true };
                (self.list, self.lines, self.section) = (list, text.lines().enumerate(), None);
                self.seen.iter_mut().for_each(HashMap::clear);
                continue;
            };
            // Byte by byte: lines are too short for a search to pay that is made ready for each.
            let line = line[..line.bytes().position(|byte| byte == b'#').unwrap_or(line.len())].trim();
            let result = if line.is_empty() { Ok(()) } else { self.line(self.list, index + 1, line) };
            if let Err(problem) = result {
                self.errors.push(ListError { list: self.list, line: index + 1, problem });
            }
        }
        false
    }

    /// The lexicon of what was read.
    pub fn end(self) -> Lexicon {
        self.lexicon
    }

    fn line(&mut self, list: &'static str, number: usize, line: &'static str) -> Result<(), String> {
        if let Some(heading) = line.strip_prefix('[') {
            return self.heading(list, heading);
        }
        if let Some(equals) = line.bytes().position(|byte| byte == b'=') {
            self.lexicon.texts.push((line[..equals].trim(), line[equals + 1..].trim()));
            return Ok(());
        }
        let classes = self.section.ok_or("an entry before the first [section]")?;
        let n_sections = self.lexicon.sections.len();
        if let Some(first) = self.seen.as_mut().and_then(|seen| seen.insert((line, n_sections), number)) {
            return Err(format!("\"{line}\" is already on line {first}"));
        }
        if let Some(section) = self.lexicon.sections.last_mut() {
            section.n_entries += 1;
        }
        self.entry(line, classes);
        Ok(())
    }

    fn heading(&mut self, list: &'static str, heading: &'static str) -> Result<(), String> {
        let (name, gloss) = heading.split_once(']').ok_or("a heading needs a closing ]")?;
        self.lexicon.sections.push(Section { list, name, gloss: gloss.trim(), n_entries: 0 });
        let mut classes = Classes::default();
        for word in name.split_whitespace() {
            let class = Class::named(word).ok_or_else(|| format!("no class is called \"{word}\"; see classes.rs"))?;
            classes |= Classes::of(&[class]);
        }
        self.section = Some(classes);
        Ok(())
    }

    fn entry(&mut self, line: &'static str, classes: Classes) {
        let given = line.split(',').map(str::trim);
        let Some(class) = [Class::Verb, Class::Noun].into_iter().find(|class| classes.has(*class)) else {
            return given.for_each(|form| self.form(form, classes | Classes::of(&[Class::Listed])));
        };
        for (form, class) in (self.inflect)(&given.collect::<Vec<_>>(), class) {
            self.form(&form, classes | Classes::of(&[class]));
        }
    }

    fn form(&mut self, form: &str, classes: Classes) {
        let is_whole = |byte: u8| !byte.is_ascii_whitespace() && byte != b'\'';
        let words: Vec<&str> = match form.bytes().all(is_whole) {
            true => vec![form],
            false => form.split_whitespace().flat_map(parts).collect(),
        };
        match words[..] {
            [word] if classes.meets(GIVEN_NAMES) => {
                self.lexicon.names.add(word, classes);
            }
            [word] => {
                self.lexicon.words.add(word, classes);
            }
            _ => self.lexicon.words.add_phrase(&words, classes),
        }
    }
}
