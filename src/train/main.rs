//! Trains the tagger on a corpus of annotated attributions.

mod corpus;
mod crf;

use std::{env, fs, io::Write, ops::Range, path::Path};

use claimlight::{
    article,
    find::{
        attributions::attributions_with,
        passage::Passage,
        rules::candidates,
        tagger::{
            boundaries,
            features::{N_FEATURES, features},
            labels::{self, Label},
            model::Model,
        },
    },
    lexicon::lexicon,
    text::{
        quotations::quotations,
        sentences::sentences,
        tokens::{Token, tokens},
    },
};
use corpus::{Annotated, Gold};
use crf::{Sequence, Settings, train};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let number = |name: &str, default: f32| {
        arguments
            .iter()
            .find_map(|argument| argument.strip_prefix(name)?.strip_prefix('=')?.parse().ok())
            .unwrap_or(default)
    };
    let settings = Settings {
        n_epochs: number("epochs", 8.0) as usize,
        min_count: number("count", 5.0) as usize,
        l1: number("l1", 0.3),
        l2: number("l2", 0.0),
        rate: number("rate", 0.1),
    };
    let articles = corpus::read(Path::new(&arguments[1])).expect("the corpus can be read");
    match arguments[0].as_str() {
        "train" => {
            let sequences: Vec<Sequence> = articles.iter().flat_map(sequences).collect();
            eprintln!(
                "{} sequences, {} tokens",
                sequences.len(),
                sequences.iter().map(|s| s.labels.len()).sum::<usize>()
            );
            fs::write(&arguments[2], train(&sequences, settings)).expect("the model can be written");
        }
        "cross" => {
            let mut publishers: Vec<&str> = articles.iter().map(|article| article.publisher.as_str()).collect();
            publishers.sort();
            publishers.dedup();
            let wanted = number("folds", 99.0) as usize;
            for publisher in publishers.into_iter().take(wanted) {
                let sequences: Vec<Sequence> =
                    articles.iter().filter(|article| article.publisher != publisher).flat_map(sequences).collect();
                let model = Model::read(&train(&sequences, settings));
                predict(&model, articles.iter().filter(|article| article.publisher == publisher));
            }
        }
        "predict" => predict(&Model::read(&fs::read(&arguments[2]).expect("the model can be read")), articles.iter()),
        _ => panic!("train FOLDER MODEL | predict FOLDER MODEL | cross FOLDER"),
    }
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
        let features = features(passage, &candidates(passage));
        let boundaries = boundaries(passage);
        let labels = gold_labels(passage.tokens, &article.attributions);
        let mut sequences = Vec::new();
        let mut start = 0;
        for end in 1..=labels.len() {
            let at_block = boundaries.get(end).is_none_or(|boundary| *boundary == 2);
            if end == labels.len() || at_block && end - start >= MIN_TOKENS {
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

fn gold_labels(tokens: &[Token], golds: &[Gold]) -> Vec<Label> {
    let mut labels = vec![labels::OUTSIDE; tokens.len()];
    let mut mark = |range: &Range<usize>, label: Label| {
        let first = tokens.partition_point(|token| token.span.end <= range.start);
        let end = tokens.partition_point(|token| token.span.start < range.end);
        if first < end {
            labels[first..end].fill(label + 1);
            labels[first] = label;
        }
    };
    for gold in golds {
        let cue = gold.cue.first().map_or(0, |cue| cue.start);
        for content in &gold.content {
            mark(content, if content.start < cue { labels::CONTENT_BEFORE } else { labels::CONTENT_AFTER });
        }
    }
    golds.iter().for_each(|gold| gold.source.iter().for_each(|source| mark(source, labels::SOURCE)));
    golds.iter().for_each(|gold| gold.cue.iter().for_each(|cue| mark(cue, labels::CUE)));
    labels
}

fn predict<'a>(model: &Model, articles: impl Iterator<Item = &'a Annotated>) {
    let mut out = std::io::stdout().lock();
    for article in articles {
        let text = article.text.as_str();
        let chars = |byte: usize| text[..byte].chars().count();
        let span = |span: claimlight::Span| serde_json::json!([chars(span.start), chars(span.end)]);
        let found = with_passage(text, |passage| attributions_with(passage, model));
        let list: Vec<_> = found.iter().map(|a| serde_json::json!({
            "source": a.source.iter().map(|s| span(s.span)).collect::<Vec<_>>(),
            "cue": [span(a.cue.span)], "content": a.content.iter().map(|c| span(*c)).collect::<Vec<_>>(), "confidence": a.confidence })).collect();
        writeln!(out, "{}", serde_json::json!({"id": article.id, "attributions": list})).expect("output");
    }
}
