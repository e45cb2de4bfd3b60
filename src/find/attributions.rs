//! Finds attributions: a source, a cue and the content attributed (Pareti's PARC 3; PolNeAR, Newell et al. 2018).

use std::{ops::Range, sync::OnceLock};

use super::{
    confidence::confidence,
    cues::{Anchor, Cue, CueForm},
    dialogues::dialogues,
    headlines::headlines,
    links::links,
    mends::mended,
    passage::Passage,
    rules::{Candidate, candidates},
    sources::{self, Source},
    tagger::{Tagged, boundaries, emissions, features::features, model::Model, stretches, tag},
};
use crate::{lexicon::Class, order::sort_by_place, span::Span};

/// Whether the content is given in the source's own words.
///
/// ```
/// use claimlight::{Options, report::Directness, scan};
///
/// let report = scan("“It will close,” she said. He said it “may close” in June. He said it was late.", &Options::default());
/// let found: Vec<Directness> = report.attributions.iter().map(|own| own.directness).collect();
/// assert_eq!(found, [Directness::Direct, Directness::Mixed, Directness::Indirect]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Directness {
    /// All of it stands in quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// Some of it does.
    Mixed,
}

impl Directness {
    /// Its name in a report.
    ///
    /// ```
    /// assert_eq!(claimlight::report::Directness::Mixed.name(), "mixed");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Directness::Direct => "direct",
            Directness::Indirect => "indirect",
            Directness::Mixed => "mixed",
        }
    }
}

/// An attribution.
///
/// ```
/// use claimlight::{Options, scan};
///
/// let text = "“The bridge,” she said, “will close.”";
/// let said = scan(text, &Options::default()).attributions.remove(0);
/// let parts: Vec<&str> = said.content.iter().map(|span| span.of(text)).collect();
/// assert_eq!((parts, said.cue.span.of(text)), (vec!["“The bridge,”", "“will close.”"], "said"));
/// assert!(said.confidence > 0.5 && said.reason.contains("“said”"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Who is said to say it; none for "it is believed that".
    pub source: Option<Source>,
    /// The words that anchor it.
    pub cue: Cue,
    /// What is attributed, in text order; several spans where the cue interrupts it or a quotation resumes.
    pub content: Vec<Span>,
    /// Whether the content is quoted.
    pub directness: Directness,
    /// How sure the finder is that this is an attribution, from 0 to 1.
    pub confidence: f32,
    /// Why it is marked, as a sentence for the reader.
    pub reason: String,
}

/// The attributions of a passage, as the tagger finds them.
pub fn attributions(passage: &Passage) -> Vec<Attribution> {
    attributions_with(passage, model())
}

/// The attributions of a passage, as a tagger with these weights finds them.
pub fn attributions_with(passage: &Passage, model: &Model) -> Vec<Attribution> {
    let ruled = candidates(passage);
    let tagged = tagged_with(passage, &ruled, model);
    joined(passage, found(passage, ruled, &tagged), &tagged)
}

/// What the tagger makes of each token: nearly all of the work.
pub fn tagged(passage: &Passage) -> Tagged {
    tagged_with(passage, &candidates(passage), model())
}

/// What was found of a passage whose tokens are tagged, and not joined yet.
pub struct Found {
    tagged: Vec<Candidate>,
    ruled: Vec<Candidate>,
}

/// What the tagger and the rules found, each for itself.
#[inline(never)]
pub fn found_of(passage: &Passage, tagged: &Tagged) -> Found {
    found(passage, candidates(passage), tagged)
}

/// The trained model; it is read when it is first asked for.
pub fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(include_bytes!("tagger/en.model")))
}

fn tagged_with(passage: &Passage, ruled: &[Candidate], model: &Model) -> Tagged {
    let emissions = emissions(model, &stretches(passage), features(passage, ruled));
    tag(model, &emissions, &boundaries(passage))
}

/// What is spoken in a dialogue or a headline is one speaker's, whole.
fn found(passage: &Passage, ruled: Vec<Candidate>, tagged: &Tagged) -> Found {
    let mut spoken = dialogues(passage);
    spoken.extend(headlines(passage));
    let tagged = outside(passage, links(passage, tagged), &spoken);
    let mut ruled = outside(passage, ruled, &spoken);
    ruled.extend(spoken);
    sort_by_place(&mut ruled, |candidate| (candidate.anchor.head, 0));
    Found { tagged, ruled }
}

/// The attributions of a passage, of what was found for itself.
fn joined(passage: &Passage, found: Found, tagged: &Tagged) -> Vec<Attribution> {
    attributions_of(passage, mended_of(passage, found, tagged))
}

/// What was found, the tagger's mended by the rules.
#[inline(never)]
pub fn mended_of(passage: &Passage, found: Found, tagged: &Tagged) -> Vec<Candidate> {
    mended(passage, found.tagged, found.ruled, &tagged.labels)
}

/// The attributions that were found.
#[inline(never)]
pub fn attributions_of(passage: &Passage, found: Vec<Candidate>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = found.into_iter().map(|candidate| attribution(passage, candidate)).collect();
    // "A man who asked not to be named said": what has the second cue begins first.
    sort_by_place(&mut found, |attribution| (start(attribution), attribution.cue.span.start));
    found
}

/// Where an attribution begins: with its content, its source or its cue.
fn start(attribution: &Attribution) -> usize {
    let source = attribution.source.iter().map(|source| source.span.start);
    let content = attribution.content.first().map(|span| span.start);
    source.chain(content).fold(attribution.cue.span.start, usize::min)
}

/// What is found outside the lines that are speech as a whole: in "Fire chief: nobody was warned" the chief speaks, and
/// nobody else.
fn outside(passage: &Passage, mut found: Vec<Candidate>, spoken: &[Candidate]) -> Vec<Candidate> {
    let mut is_spoken = vec![false; if spoken.is_empty() { 0 } else { passage.tokens.len() }];
    let contents = spoken.iter().flat_map(|candidate| &candidate.content).cloned();
    contents.for_each(|content| is_spoken[content].fill(true));
    let within = |index: usize| is_spoken.get(index).is_some_and(|is_spoken| *is_spoken);
    found.retain(|candidate| !within(candidate.anchor.tokens.start));
    found
}

fn attribution(passage: &Passage, candidate: Candidate) -> Attribution {
    let Candidate { source, anchor, content } = candidate;
    let source = source.and_then(|tokens| {
        let kind = sources::kind(passage, tokens.clone())?;
        Some(Source { span: passage.span(tokens), kind, ledger: 0 })
    });
    let cue = Cue {
        span: passage.span(anchor.tokens.clone()),
        cue_type: anchor.cue_type,
        loaded: anchor.classes.has(Class::Loaded),
    };
    let directness = directness(passage, &content);
    Attribution {
        reason: reason(passage, &anchor, source.is_some(), directness),
        content: content.into_iter().map(|tokens| passage.span(tokens)).collect(),
        confidence: confidence(anchor.log_odds),
        directness,
        source,
        cue,
    }
}

/// Direct if at least four words of five stand in quotation marks, as the corpora count it.
fn directness(passage: &Passage, content: &[Range<usize>]) -> Directness {
    let words = || content.iter().cloned().flatten().filter(|index| passage.tokens[*index].is_word());
    let n_quoted = words().filter(|index| passage.quotation(*index).is_some()).count();
    match n_quoted {
        0 => Directness::Indirect,
        _ if n_quoted * 5 >= words().count() * 4 => Directness::Direct,
        _ => Directness::Mixed,
    }
}

/// Which words make it an attribution, and of what sort.
fn reason(passage: &Passage, anchor: &Anchor, has_source: bool, directness: Directness) -> String {
    let is_denial =
        || anchor.tokens.clone().any(|index| passage.is(index, Class::Negation) || passage.is(index, Class::Denial));
    let sort = match anchor.form {
        CueForm::Preposition => "reference",
        CueForm::Noun => "noun",
        _ if !anchor.tokens.clone().any(|index| passage.is_word(index)) => "mark",
        _ if is_denial() => "denial",
        _ if directness == Directness::Direct => "quotation",
        _ => anchor.cue_type.name(),
    };
    let manner = match (sort, has_source) {
        ("reference" | "noun" | "mark", _) => "",
        (_, false) => "-unnamed",
        _ if anchor.classes.has(Class::Loaded) => "-loaded",
        _ => "",
    };
    let sentence = passage.lexicon.sentence(&format!("attribution-{sort}{manner}"));
    sentence.replace("{cue}", passage.span(anchor.tokens.clone()).of(passage.text))
}
