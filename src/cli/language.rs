//! Tells a text that is in another language than the word lists, where nobody says which it is in.

use std::iter;

use claimlight::{
    lexicon::{self, Class},
    text::tokens::{Token, tokens},
};

/// How much of a text is looked at, in bytes: some seven hundred words say more than enough.
const SAMPLE: usize = 4096;

/// A shorter text is taken for what it is said to be: a headline, a list of names has no language that could be told.
const MIN_WORDS: usize = 12;

/// The words that hold sentences together: half of all words of English news, one in eight of German or Dutch that looks
/// English.
const HOLDING: [Class; 9] = [
    Class::Determiner,
    Class::Possessive,
    Class::SubjectPronoun,
    Class::Preposition,
    Class::Conjunction,
    Class::Have,
    Class::Be,
    Class::Modal,
    Class::Negation,
];

/// The share of them, in percent, from which a text is in the language of the lists without a closer look.
const MIN_SHARE: usize = 25;

/// How many places of a text are looked at first, and how many bytes at each: most texts are told by them.
const PLACES: usize = 4;
const AT_A_PLACE: usize = 256;

/// The language a text is in, as ISO 639 abbreviates it, if that is surely another than `asked`. Most texts are passed by a count of words;
/// what is left is told by its trigrams (Cavnar and Trenkle 1994), which takes longer than the scan of a short article.
pub fn spoken(text: &str, asked: &str) -> Option<String> {
    let lexicon = lexicon::lexicon(asked)?;
    let places = (0..PLACES).map(|place| part(text, text.len() / PLACES * place, AT_A_PLACE));
    let is_long = text.len() > PLACES * AT_A_PLACE;
    if is_long && counted(places, lexicon) == (true, true) {
        return None;
    }
    let sample = part(text, 0, SAMPLE);
    let (is_enough, is_of_ours) = counted(iter::once(sample), lexicon);
    if is_of_ours || !is_enough && is_in_our_letters(sample) {
        return None;
    }
    let told = whatlang::detect(sample).filter(whatlang::Info::is_reliable)?;
    let language = isolang::Language::from_639_3(told.lang().code())?;
    let code = language.to_639_1().unwrap_or(language.to_639_3());
    (code != asked.split(['-', '_']).next().unwrap_or_default()).then(|| code.to_owned())
}

/// At most so many bytes of a text from a place on, in whole letters.
fn part(text: &str, start: usize, n_bytes: usize) -> &str {
    let whole = |byte: usize| (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0);
    &text[whole(start)..whole(start + n_bytes)]
}

/// Whether the samples have words enough to tell, and whether they seem to be in the language of the lists: by their letters, and by the
/// words that hold sentences together.
fn counted<'a>(samples: impl Iterator<Item = &'a str>, lexicon: &lexicon::Lexicon) -> (bool, bool) {
    let (mut n_words, mut n_holding, mut is_script_of_ours) = (0, 0, true);
    for sample in samples {
        let tokens = tokens(sample, lexicon);
        let holds = |token: &&Token| HOLDING.iter().any(|class| token.is(*class));
        let words = || tokens.iter().filter(|token| token.is_word());
        n_words += words().count();
        n_holding += words().filter(holds).count();
        is_script_of_ours &= is_in_our_letters(sample);
    }
    (n_words >= MIN_WORDS, is_script_of_ours && n_holding * 100 >= n_words * MIN_SHARE)
}

fn is_in_our_letters(sample: &str) -> bool {
    let letters = || sample.chars().filter(|character| character.is_alphabetic());
    letters().filter(char::is_ascii_alphabetic).count() * 2 >= letters().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(text: &str) -> String {
        spoken(text, "en").unwrap_or_default()
    }

    #[test]
    fn a_text_says_its_language_by_its_words() {
        let german = "Die Brücke könnte im Juni schließen, sagte der Bürgermeister am Montag vor dem Rat der Stadt. Niemand war in \
                      der Stadt darüber so verwundert wie die Leute am Hafen.";
        let dutch = "De burgemeester zei maandag dat de brug in juni dicht kan gaan. De kosten zijn in een jaar met twaalf \
                     procent gestegen, en dat had in de stad niemand verwacht. Hij was over de uitkomst niet tevreden.";
        assert_eq!((language(german).as_str(), language(dutch).as_str()), ("de", "nl"));
        assert_eq!(language(&german.repeat(50)), "de");
        assert_eq!(language("Мэр заявил в понедельник, что мост может закрыться в июне."), "ru");
        assert_ne!(language("市长周一表示，这座桥可能在六月关闭。费用一年内上涨了百分之十二。"), "");
    }

    #[test]
    fn what_may_be_english_is_taken_for_it() {
        let many =
            "The bridge may close in June, the mayor said on Monday, and nobody in the town was surprised by it. "
                .repeat(50);
        assert_eq!(language(&many), "");
        for text in [
            "The bridge may close in June, the mayor said on Monday, and nobody in the town was surprised by it.",
            "Aldwick 2 Northam 1. Scorers: Ruiz 12, Okafor 45. Referee Pavel Novak. Table: Aldwick 33, Northam 30.",
            "Bürgermeister warnt",
            "",
        ] {
            assert_eq!(language(text), "", "{text}");
        }
    }
}
