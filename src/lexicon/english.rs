//! How English words inflect: the regular forms, so that a list needs the base form alone.

use super::{Class, Tell};

/// Tells the forms of a listed word with what each is, the base form among them.
/// `given` holds the base form, then the irregular past, participle and -ing forms, as far as listed.
pub fn inflect(given: &[&str], class: Class, tell: Tell) {
    let [base, irregular @ ..] = given else { return };
    let mut forms = Forms { tell, joined: String::with_capacity(base.len() + MAX_ENDING) };
    match class {
        Class::Verb => verb_forms(base, irregular, &mut forms),
        _ => {
            forms.tell(base, Class::Singular);
            forms.tell_or_regular(irregular.first(), || with_s(base), "", Class::Plural);
        }
    }
}

fn verb_forms(base: &str, irregular: &[&str], forms: &mut Forms) {
    // Of "point out" the first word inflects.
    let (head, rest) = base.split_at(base.bytes().position(|byte| byte == b' ').unwrap_or(base.len()));
    let past = irregular.first();
    forms.tell(base, Class::Base);
    forms.tell_or_regular(None, || with_s(head), rest, Class::Present);
    forms.tell_or_regular(past, || with_ed(head), rest, Class::Past);
    forms.tell_or_regular(irregular.get(1).or(past), || with_ed(head), rest, Class::Participle);
    forms.tell_or_regular(irregular.get(2), || with_ing(head), rest, Class::Ing);
}

/// Who is told of the forms. A page waits for some thousand of them: each is put together where the one before was.
struct Forms<'a> {
    tell: Tell<'a>,
    joined: String,
}

impl Forms<'_> {
    fn tell(&mut self, form: &str, class: Class) {
        (self.tell)(form, class);
    }

    /// Tells of the form given, or of the regular one: a stem, its ending, and the words behind.
    fn tell_or_regular<'a>(
        &mut self,
        given: Option<&&str>,
        regular: impl Fn() -> Inflected<'a>,
        rest: &str,
        class: Class,
    ) {
        if let Some(form) = given {
            return self.tell(form, class);
        }
        let (stem, ending) = regular();
        self.joined.clear();
        [stem, ending, rest].into_iter().for_each(|part| self.joined.push_str(part));
        (self.tell)(&self.joined, class);
    }
}

/// The longest ending.
const MAX_ENDING: usize = 3;

/// A stem and its ending.
type Inflected<'a> = (&'a str, &'static str);

fn ends_in_consonant_y(word: &str) -> bool {
    match word.as_bytes() {
        [.., before, b'y'] => !b"aeiou".contains(before),
        word => word == b"y",
    }
}

/// All but the last letter, which is one of a byte.
fn but_last(word: &str) -> &str {
    &word[..word.len() - 1]
}

fn with_s(word: &str) -> Inflected<'_> {
    if ends_in_consonant_y(word) {
        return (but_last(word), "ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    (word, if hisses { "es" } else { "s" })
}

fn with_ed(word: &str) -> Inflected<'_> {
    if ends_in_consonant_y(word) {
        return (but_last(word), "ied");
    }
    (word, if word.ends_with('e') { "d" } else { "ed" })
}

fn with_ing(word: &str) -> Inflected<'_> {
    let drops_e = word.ends_with('e') && !["ee", "oe", "ye"].iter().any(|end| word.ends_with(end));
    (if drops_e { but_last(word) } else { word }, "ing")
}
