//! How English words inflect: the regular forms, so that a list needs the base form alone.

use super::Class;

/// The forms of a listed word with what each is, the base form among them.
/// `given` holds the base form, then the irregular past, participle and -ing forms, as far as listed.
pub fn inflect(given: &[&str], class: Class) -> Vec<(String, Class)> {
    let [base, irregular @ ..] = given else { return Vec::new() };
    match class {
        Class::Verb => verb_forms(base, irregular),
        _ => vec![
            (base.to_string(), Class::Singular),
            (irregular.first().map_or_else(|| with_s(base), |plural| plural.to_string()), Class::Plural),
        ],
    }
}

fn verb_forms(base: &str, irregular: &[&str]) -> Vec<(String, Class)> {
    // Of "point out" the first word inflects.
    let (head, rest) = base.split_at(base.find(' ').unwrap_or(base.len()));
    let whole = |form: String| form + rest;
    let past = irregular.first().map_or_else(|| whole(with_ed(head)), |form| form.to_string());
    let participle = irregular.get(1).map_or_else(|| past.clone(), |form| form.to_string());
    let ing = irregular.get(2).map_or_else(|| whole(with_ing(head)), |form| form.to_string());
    vec![
        (base.to_string(), Class::Base),
        (whole(with_s(head)), Class::Present),
        (past, Class::Past),
        (participle, Class::Participle),
        (ing, Class::Ing),
    ]
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut letters = word.chars().rev();
    letters.next() == Some('y') && !letters.next().is_some_and(|letter| "aeiou".contains(letter))
}

fn with_s(word: &str) -> String {
    if ends_in_consonant_y(word) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if hisses { "es" } else { "s" })
}

fn with_ed(word: &str) -> String {
    if ends_in_consonant_y(word) {
        return format!("{}ied", &word[..word.len() - 1]);
    }
    format!("{word}{}", if word.ends_with('e') { "d" } else { "ed" })
}

fn with_ing(word: &str) -> String {
    let drops_e = word.ends_with('e') && !["ee", "oe", "ye"].iter().any(|end| word.ends_with(end));
    format!("{}ing", if drops_e { &word[..word.len() - 1] } else { word })
}
