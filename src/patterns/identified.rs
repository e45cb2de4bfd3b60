//! Tells of a source that a pattern finds how its words identify it, as they do of every source.

use crate::{
    article::{Block, BlockKind},
    find::{kinds::kind, passage::Passage, sources::SourceKind},
    lexicon::lexicon,
    report::Report,
    span::Span,
    text::{quotations::quotations, sentences::sentences, tokens::tokens},
};

/// How many bytes of its sentence on either side are looked at.
const AROUND: usize = 500;

/// How the words identify a source; not at all in a language without word lists.
pub fn identified(text: &str, source: Span, report: &Report) -> Option<SourceKind> {
    let next = report.sentences.partition_point(|sentence| sentence.start <= source.start);
    let sentence = next.checked_sub(1).map(|index| report.sentences[index]).filter(|own| own.contains(source))?;
    let start = if source.start - sentence.start > AROUND { source.start } else { sentence.start };
    let reach = sentence.end.min(source.end + AROUND);
    let end = (source.end..=reach).rev().find(|end| text.is_char_boundary(*end))?;
    kind_in(&text[start..end], Span::new(source.start - start, source.end - start), &report.language)
}

/// How the source at `span` of a sentence is identified.
fn kind_in(sentence: &str, span: Span, language: &str) -> Option<SourceKind> {
    let lexicon = lexicon(language)?;
    let tokens = tokens(sentence, lexicon);
    let block = Block { span: Span::new(0, sentence.len()), kind: BlockKind::Paragraph };
    let sentences = sentences(sentence, &[block], &tokens);
    let quotations = quotations(sentence, &sentences, &tokens);
    let passage = Passage::new(sentence, &tokens, &sentences, &quotations, lexicon);
    kind(&passage, passage.tokens_in(span))
}
