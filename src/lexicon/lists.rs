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

use std::{fmt, iter};

use super::{Class, Classes, Lexicon, Section, Tell};

/// Tells the forms of an entry with the class of each, given its listed forms.
pub type Inflect = fn(&[&str], Class, Tell);

/// How many forms of an entry are listed at most: of a verb the base form, past, participle and -ing.
const MAX_GIVEN: usize = 4;

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
    let mut reader = Reader { seen: Some(Vec::new()), ..Reader::new(lists, inflect) };
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
    let apostrophe = word.bytes().rposition(|byte| byte == b'\'');
    let (stem, clitic) = word.split_at(apostrophe.filter(is_clitic).unwrap_or(word.len()));
    [stem, clitic].into_iter().filter(|part| !part.is_empty())
}

/// A text before a mark of one byte, and after it if it is there. Byte by byte: lines are too short for a search to pay
/// that is made ready for each.
fn split(text: &str, mark: u8) -> (&str, Option<&str>) {
    match text.bytes().position(|byte| byte == mark) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    }
}

/// Reads lists step by step.
pub struct Reader {
    inflect: Inflect,
    lexicon: Lexicon,
    errors: Vec<ListError>,
    section: Option<Classes>,
    /// The lists yet to be read, and of the one that is being read how many lines were read and what is left.
    lists: std::slice::Iter<'static, (&'static str, &'static str)>,
    list: &'static str,
    n_lines: usize,
    rest: Option<&'static str>,
    /// The entries of that list, each with its section, and the line it stands on, where an entry may be there twice:
    /// a page waits for the lists, and those that are bundled were checked.
    seen: Option<Vec<(&'static str, usize, usize)>>,
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
            n_lines: 0,
            rest: None,
            seen: None,
        }
    }

    /// Reads so many lines; whether it is at the end.
    pub fn step(&mut self, n: usize) -> bool {
        for _ in 0..n {
            let Some(rest) = self.rest else {
                let Some((list, text)) = self.lists.next() else { return true };
                (self.list, self.rest, self.n_lines, self.section) = (list, Some(*text), 0, None);
                self.seen.iter_mut().for_each(Vec::clear);
                continue;
            };
            let (line, rest) = split(rest, b'\n');
            (self.rest, self.n_lines) = (rest, self.n_lines + 1);
            let line = split(line, b'#').0.trim_ascii();
            let result = if line.is_empty() { Ok(()) } else { self.line(self.list, self.n_lines, line) };
            if let Err(problem) = result {
                self.errors.push(ListError { list: self.list, line: self.n_lines, problem });
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
        if let (name, Some(text)) = split(line, b'=') {
            self.lexicon.texts.push((name.trim(), text.trim()));
            return Ok(());
        }
        let classes = self.section.ok_or("an entry before the first [section]")?;
        if self.seen.is_some() && line.contains(|letter: char| letter.is_whitespace() && !letter.is_ascii()) {
            return Err(format!("\"{line}\" has a blank that is none of ASCII's"));
        }
        let n_sections = self.lexicon.sections.len();
        if let Some(seen) = &mut self.seen {
            if let Some((.., first)) = seen.iter().find(|entry| (entry.0, entry.1) == (line, n_sections)) {
                return Err(format!("\"{line}\" is already on line {first}"));
            }
            seen.push((line, n_sections, number));
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
        let mut rest = Some(line);
        let given = iter::from_fn(|| {
            let (form, after) = split(rest?, b',');
            rest = after;
            Some(form.trim_ascii())
        });
        let Some(class) = [Class::Verb, Class::Noun].into_iter().find(|class| classes.has(*class)) else {
            return given.for_each(|form| self.form(form, classes | Classes::of(&[Class::Listed])));
        };
        let (mut forms, mut n_forms) = ([""; MAX_GIVEN], 0);
        forms.iter_mut().zip(given).for_each(|(form, given)| (*form, n_forms) = (given, n_forms + 1));
        (self.inflect)(&forms[..n_forms], class, &mut |form, class| self.form(form, classes | Classes::of(&[class])));
    }

    fn form(&mut self, form: &str, classes: Classes) {
        let is_whole = |byte: u8| !byte.is_ascii_whitespace() && byte != b'\'';
        if form.bytes().all(is_whole) {
            return self.word(form, classes);
        }
        let mut words = form.split_ascii_whitespace().flat_map(parts);
        let Some(first) = words.next() else { return };
        match words.next() {
            None => self.word(first, classes),
            Some(second) => self.lexicon.words.add_phrase(first, iter::once(second).chain(words), classes),
        }
    }

    fn word(&mut self, word: &str, classes: Classes) {
        let lexicon = &mut self.lexicon;
        let table = if classes.meets(GIVEN_NAMES) { &mut lexicon.names } else { &mut lexicon.words };
        table.add(word, classes);
    }
}
