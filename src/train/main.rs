//! Trains the tagger on a corpus of annotated attributions.

mod corpus;
mod crf;
mod golds;
mod reliability;
mod sums;

use std::{collections::BTreeSet, env, fs, path::Path};

use claimlight::{
    Span, article,
    find::{
        attributions::{Attribution, attributions_with},
        passage::Passage,
        rules::candidates,
        tagger::{
            boundaries,
            features::{N_FEATURES, features},
            model::Model,
        },
    },
    lexicon::lexicon,
    text::{quotations::quotations, sentences::sentences, tokens::tokens},
};
use corpus::Annotated;
use crf::{Sequence, Settings, train};
use golds::gold_labels;
use reliability::Reliability;

const USAGE: &str = "train FOLDER MODEL        writes the weights learnt from the annotated articles of FOLDER
predict FOLDER MODEL      prints the attributions found in them, as lines of JSON in code points
cross FOLDER [PUBLISHER]  the same, each publisher's articles (or this one's) by weights learnt from all the others'
settings: epochs=N count=N l1=X l2=X rate=X";

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [command, folder, ..] = &arguments[..] else { return eprintln!("{USAGE}") };
    let settings = settings(&arguments);
    let articles = corpus::read(Path::new(folder)).expect("the corpus can be read");
    match (command.as_str(), arguments.get(2)) {
        ("train", Some(model)) => {
            let sequences: Vec<Sequence> = articles.iter().flat_map(sequences).collect();
            fs::write(model, train(&sequences, settings)).expect("the model can be written");
        }
        ("predict", Some(model)) => {
            let model = Model::read(&fs::read(model).expect("the model can be read"));
            eprint!("{}", predict(&model, articles.iter(), Reliability::default()));
        }
        ("cross", publisher) => cross_validate(&articles, publisher.map(String::as_str), settings),
        _ => eprintln!("{USAGE}"),
    }
}

/// The settings named `name=number` among the arguments; the rest as the shipped weights were trained.
fn settings(arguments: &[String]) -> Settings {
    let number = |name: &str, default: f32| {
        let value = arguments.iter().find_map(|argument| argument.strip_prefix(name)?.strip_prefix('='));
        value.and_then(|value| value.parse().ok()).unwrap_or(default)
    };
    Settings {
        n_epochs: number("epochs", 12.0) as usize,
        min_count: number("count", 20.0) as usize,
        l1: number("l1", 4.0),
        l2: number("l2", 0.0),
        rate: number("rate", 0.08),
    }
}

/// Leaves one publisher out at a time, so that no figure depends on a publisher's style.
fn cross_validate(articles: &[Annotated], only: Option<&str>, settings: Settings) {
    let publishers: BTreeSet<&str> = articles.iter().map(|article| article.publisher.as_str()).collect();
    let mut reliability = Reliability::default();
    for publisher in publishers.into_iter().filter(|publisher| only.is_none_or(|only| only == *publisher)) {
        let (held_out, learnt): (Vec<_>, Vec<_>) = articles.iter().partition(|article| article.publisher == publisher);
        let sequences: Vec<Sequence> = learnt.into_iter().flat_map(sequences).collect();
        reliability = predict(&Model::read(&train(&sequences, settings)), held_out.into_iter(), reliability);
    }
    eprint!("{reliability}");
}

fn with_passage<T>(text: &str, run: impl FnOnce(&Passage) -> T) -> T {
    let article = article::from_text(text);
    let lexicon = lexicon("en").expect("English has lists");
    let tokens = tokens(text, lexicon);
    let sentences = sentences(text, &article.blocks, &tokens);
    let quotations = quotations(text, &sentences, &tokens);
    run(&Passage::new(text, &tokens, &sentences, &quotations, lexicon))
}

/// How many tokens an example has at least, if its article does; it ends with a block.
const MIN_TOKENS: usize = 80;

fn sequences(article: &Annotated) -> Vec<Sequence> {
    with_passage(&article.text, |passage| {
        let features: Vec<u32> = features(passage, &candidates(passage)).flatten().collect();
        let boundaries = boundaries(passage);
        let labels = gold_labels(passage, &article.attributions);
        let mut sequences = Vec::new();
        let mut start = 0;
        for end in 1..=labels.len() {
            let is_block_end = boundaries.get(end).is_none_or(|boundary| *boundary == 2);
            if is_block_end && (end - start >= MIN_TOKENS || end == labels.len()) {
                sequences.push(Sequence {
                    features: features[start * N_FEATURES..end * N_FEATURES].to_vec(),
                    boundaries: boundaries[start..end].to_vec(),
                    labels: labels[start..end].to_vec(),
                });
                start = end;
            }
        }
        sequences
    })
}

/// Prints what is found in the articles, and adds to `reliability` how much of it people marked.
fn predict<'a>(
    model: &Model,
    articles: impl Iterator<Item = &'a Annotated>,
    mut reliability: Reliability,
) -> Reliability {
    for article in articles {
        let found = with_passage(&article.text, |passage| attributions_with(passage, model));
        let attributions: Vec<String> = found.iter().map(|attribution| json(&article.text, attribution)).collect();
        println!("{{\"id\": {:?}, \"attributions\": [{}]}}", article.id, attributions.join(", "));
        reliability.add(&found, &article.attributions);
    }
    reliability
}

/// An attribution in the form that the scorer reads.
fn json(text: &str, attribution: &Attribution) -> String {
    let n_chars = |byte: usize| text[..byte].chars().count();
    let span = |span: Span| format!("[{}, {}]", n_chars(span.start), n_chars(span.end));
    let source: Vec<String> = attribution.source.iter().map(|source| span(source.span)).collect();
    let content: Vec<String> = attribution.content.iter().map(|content| span(*content)).collect();
    format!(
        "{{\"source\": [{}], \"cue\": [{}], \"content\": [{}], \"confidence\": {}}}",
        source.join(", "),
        span(attribution.cue.span),
        content.join(", "),
        attribution.confidence
    )
}
