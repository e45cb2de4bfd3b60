//! Tells whose each hedge is, and why it is marked.

use super::{Hedge, HedgeCategory, Level, Voice, mentions::Mention};
use crate::{
    find::{attributions::Attribution, passage::Passage, sources::SourceKind},
    lexicon::Class,
    order::sort_by_place,
    span::Span,
};

/// The attributed stretches of a passage, in text order.
pub struct Speakers<'a> {
    passage: &'a Passage<'a>,
    attributions: &'a [Attribution],
    contents: Vec<(Span, usize)>,
    cues: Vec<(Span, usize)>,
}

impl<'a> Speakers<'a> {
    /// Puts the attributions of a passage in reach.
    pub fn new(passage: &'a Passage<'a>, attributions: &'a [Attribution]) -> Self {
        let of = |spans: fn(&Attribution) -> &[Span]| {
            let all = attributions.iter().enumerate();
            let mut all: Vec<(Span, usize)> = all
                .flat_map(|(index, attribution)| spans(attribution).iter().map(move |span| (*span, index)))
                .collect();
            sort_by_place(&mut all, |(span, _)| (span.start, 0));
            all
        };
        let contents = of(|attribution| &attribution.content);
        let cues = of(|attribution| std::slice::from_ref(&attribution.cue.span));
        Speakers { passage, attributions, contents, cues }
    }

    /// The attribution in whose content `span` stands.
    fn content_of(&self, span: Span) -> Option<&'a Attribution> {
        holder(&self.contents, span).map(|index| &self.attributions[index])
    }

    /// The attribution in whose cue `span` stands.
    fn cue_of(&self, span: Span) -> Option<&'a Attribution> {
        holder(&self.cues, span).map(|index| &self.attributions[index])
    }

    /// The hedge that these words are, and whose.
    ///
    /// A verb of evidence that is the cue of a document ("the report suggests") says how firmly the document speaks: it is
    /// the source's. (A person's is no hedge at all: the attribution shows it.) Other words within a cue ("has reportedly
    /// said") weaken the saying itself: they are the article's own.
    pub fn hedge(&self, mention: Mention) -> Hedge {
        let span = self.passage.span(mention.tokens.clone());
        let content = self.content_of(span);
        let is_evidence = mention.category == HedgeCategory::Appearance && mention.classes.has(Class::OfEvidence);
        let cue = self.cue_of(span).and_then(|cue| cue.source).filter(|source| is_evidence && shows(source.kind));
        let is_attributed = content.is_some() || cue.is_some();
        let (voice, whose) = match self.passage.is_speech(mention.tokens.start) {
            _ if is_attributed => (Voice::Source, Voice::Source.name()),
            true => (Voice::Source, "quotation"),
            false => (Voice::Own, Voice::Own.name()),
        };
        let category = match mention.category {
            // Somebody is named for it after all.
            HedgeCategory::Hearsay if content.is_some_and(|content| content.source.is_some()) => {
                HedgeCategory::Possibility
            }
            category => category,
        };
        let reason = self.passage.lexicon.sentence(&reason_name(category, mention.level, whose)).to_owned();
        Hedge { span, category, level: mention.level, voice, reason }
    }
}

/// The index beside the stretch that holds `span`.
fn holder(stretches: &[(Span, usize)], span: Span) -> Option<usize> {
    let n_before = stretches.partition_point(|(stretch, _)| stretch.start <= span.start);
    let (stretch, index) = stretches[..n_before].last()?;
    (span.end <= stretch.end).then_some(*index)
}

/// Whether a source of this kind is something that shows, not somebody who speaks.
fn shows(kind: SourceKind) -> bool {
    kind == SourceKind::Document
}

/// The name of the sentence in `reasons.txt` that fits; of possibility and hearsay it goes by the level.
fn reason_name(category: HedgeCategory, level: Level, whose: &str) -> String {
    match category {
        HedgeCategory::Possibility | HedgeCategory::Hearsay => {
            format!("{}-{}-{whose}", category.name(), level.name())
        }
        _ => format!("{}-{whose}", category.name()),
    }
}
