//! Finds what a claim rests on: the source of the attribution it stands in, a link, a document the sentence names,
//! the source the text goes on with, or nothing.

use super::{Holding, Support, holdings::Held, voices::Voice};
use crate::{
    article::Article,
    find::{
        attributions::Attribution,
        cues::CueType,
        hedges::{self, Hedge, HedgeCategory},
        ledger::LedgerEntry,
        passage::Passage,
        sources::SourceKind,
    },
    lexicon::{Class, Classes},
    text::{sentences::Sentence, tokens::TokenKind},
};

/// What a claim rests on, and the attribution that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    /// What it rests on.
    pub support: Support,
    /// The attribution, as an index into the report's.
    pub attribution: Option<usize>,
    /// Whether it is somebody whom only a pronoun names, and nobody knows who.
    pub is_unresolved: bool,
}

impl Ground {
    /// Nothing an attribution says.
    const fn plain(support: Support) -> Self {
        Ground { support, attribution: None, is_unresolved: false }
    }
}

/// A ground that sentences to come may go on with.
#[derive(Clone, Copy, Debug)]
struct Known {
    ground: Ground,
    /// The block it stands in.
    block: usize,
    /// Whether it asks people, so that prices and wages cannot come from it.
    asks: bool,
    /// How many sentences ago it was named.
    n_ago: usize,
}

/// How many sentences on the shares of a poll still go with it, for those between seldom name it; and those of a study
/// or of statistics, which has fewer to tell.
const MAX_POLL: usize = 10;
const MAX_STUDY: usize = 3;

/// Finds the grounds of claims, sentence by sentence.
pub struct Grounds<'a> {
    passage: &'a Passage<'a>,
    article: &'a Article,
    attributions: &'a [Attribution],
    ledger: &'a [LedgerEntry],
    hedges: &'a [Hedge],
    /// Of each hedge whether it is words of a cue.
    is_of_cue: Vec<bool>,
    /// What the sentence entered goes on with from the one before.
    carried: Option<Ground>,
    /// What the next sentence may go on with.
    current: Option<Known>,
    /// The poll or study named last.
    research: Option<Known>,
}

impl<'a> Grounds<'a> {
    /// Grounds of claims in this article.
    pub fn new(
        passage: &'a Passage<'a>,
        article: &'a Article,
        attributions: &'a [Attribution],
        ledger: &'a [LedgerEntry],
        hedges: &'a [Hedge],
    ) -> Self {
        let mut is_of_cue = vec![false; hedges.len()];
        attributions.iter().filter_map(|own| of_cue(hedges, own)).for_each(|hedge| is_of_cue[hedge] = true);
        Grounds {
            passage,
            article,
            attributions,
            ledger,
            hedges,
            is_of_cue,
            carried: None,
            current: None,
            research: None,
        }
    }

    /// Goes on to the next sentence, of which these are the voices and holdings.
    pub fn enter(&mut self, sentence: &Sentence, voices: &[Voice], held: &[Held]) {
        let opens_group = self.passage.word(sentence.tokens.start).eq_ignore_ascii_case("among");
        let shares = held.iter().any(|held| held.is_share || opens_group || held.holding == Holding::Research);
        let counts = held.iter().any(|held| held.holding == Holding::Figure);
        let is_counted = is_of_accounts(self.passage, sentence);
        let before = self.current.filter(|known| {
            let is_written = known.ground.support == Support::Document;
            // "The company said so. Its shares fell": what the market tells is no statement of the company.
            let first = sentence.tokens.start;
            let is_market = self.passage.reads(first, "Its") && self.passage.reads(first + 1, "shares");
            let goes_on = is_written && counts || continues(self.passage, sentence, known.ground.support) && !is_market;
            known.block == sentence.block && goes_on
        });
        let is_near = |known: &Known| known.n_ago < if known.asks { MAX_POLL } else { MAX_STUDY };
        let research = self.research.filter(|known| shares && is_near(known));
        let carried = before.or(research).filter(|known| !(known.asks && is_counted));
        self.carried = carried.map(|known| known.ground);
        // Who plans something is no source of what is told next.
        let attributed = voices.iter().rev().find_map(|voice| match voice {
            Voice::Of(attribution) if self.attributions[*attribution].cue.cue_type != CueType::Intention => {
                Some(self.of_attribution(*attribution))
            }
            _ => None,
        });
        let document = self.document(sentence);
        let asks = match document {
            Some(_) => asks(self.passage, sentence),
            None => carried.is_some_and(|known| known.asks),
        };
        let known = |ground: Ground| Known { ground, block: sentence.block, asks, n_ago: 0 };
        self.current = attributed.or(document).or(self.carried).map(known);
        // "when it comes to data" is none that shares could come from; "exit polls" are.
        let named = document.filter(|ground| asks || ground.support == Support::Document);
        self.research = match named.or(self.carried.filter(|_| research.is_some())) {
            Some(ground) => Some(known(ground)),
            None => self.research.map(|known| Known { n_ago: known.n_ago + 1, ..known }),
        };
    }

    /// What the content of an attribution rests on.
    pub fn of_attribution(&self, attribution: usize) -> Ground {
        let kind = self.attributions[attribution].source.map(|source| match source.kind {
            SourceKind::Pronoun => self.ledger.get(source.ledger).map_or(source.kind, |entry| entry.kind),
            kind => kind,
        });
        let support = kind.map_or_else(|| self.of_nobody(attribution), support);
        Ground { support, attribution: Some(attribution), is_unresolved: kind == Some(SourceKind::Pronoun) }
    }

    /// What is attributed to nobody is hearsay, unless its cue is the author's own caution ("it appears that").
    fn of_nobody(&self, attribution: usize) -> Support {
        match self.caution_of_cue(attribution) {
            Some(HedgeCategory::Hearsay) | None => Support::Hearsay,
            Some(_) => Support::Hedged,
        }
    }

    /// Which caution the words of a cue are themselves.
    fn caution_of_cue(&self, attribution: usize) -> Option<HedgeCategory> {
        of_cue(self.hedges, &self.attributions[attribution]).map(|hedge| self.hedges[hedge].category)
    }

    /// Whether an attribution makes nobody a source of what its sentence says before it: who wants something, "and is said to be".
    pub fn names_nobody(&self, attribution: usize) -> bool {
        let Attribution { source, cue, .. } = &self.attributions[attribution];
        let joined = self.passage.tokens.partition_point(|token| token.span.start < cue.span.start).wrapping_sub(1);
        let is_passed_on = || {
            source.is_none()
                && self.passage.is(joined, Class::Conjunction)
                && self.caution_of_cue(attribution) == Some(HedgeCategory::Hearsay)
        };
        cue.cue_type == CueType::Intention || is_passed_on()
    }

    /// What a sentence in the article's own voice rests on.
    pub fn of_own(&self, sentence: &Sentence) -> Ground {
        let hedged = self.hedged(sentence);
        let link = self.is_linked(sentence).then_some(Ground::plain(Support::Link));
        link.or(hedged.filter(|ground| ground.support == Support::Hearsay))
            .or_else(|| self.document(sentence))
            .or(self.carried)
            .or(hedged)
            .unwrap_or(Ground::plain(Support::None))
    }

    fn is_linked(&self, sentence: &Sentence) -> bool {
        let links = &self.article.links;
        let next = links.partition_point(|link| link.span.end <= sentence.span.start);
        links.get(next).is_some_and(|link| link.span.overlaps(sentence.span)) || has_footnote(self.passage, sentence)
    }

    /// The author's own caution; that of a cue is about its content. A rounded figure and a condition are none: who counted
    /// is still not said.
    fn hedged(&self, sentence: &Sentence) -> Option<Ground> {
        let first = self.hedges.partition_point(|hedge| hedge.span.start < sentence.span.start);
        let from = self.hedges[first..].iter().zip(&self.is_of_cue[first..]);
        let in_sentence = from.take_while(|(hedge, _)| hedge.span.start < sentence.span.end);
        let own = in_sentence
            .filter(|(hedge, is_of_cue)| !**is_of_cue && hedge.voice == hedges::Voice::Own && !self.is_rate(hedge));
        let supports = own.filter_map(|(hedge, _)| match hedge.category {
            HedgeCategory::Hearsay => Some(Support::Hearsay),
            HedgeCategory::Approximator | HedgeCategory::Conditional => None,
            _ => Some(Support::Hedged),
        });
        supports.min_by_key(|support| *support != Support::Hearsay).map(Ground::plain)
    }

    /// "more likely to", "as likely as": the chances of two are compared, and that is asserted outright.
    fn is_rate(&self, hedge: &Hedge) -> bool {
        let first = self.passage.tokens.partition_point(|token| token.span.start < hedge.span.start);
        let compares = ["more", "less", "as"];
        first > 0 && compares.iter().any(|word| self.passage.word(first - 1).eq_ignore_ascii_case(word))
    }

    /// The poll, study or statistics that a sentence names; "polls" and "studies" without more are a vague group.
    fn document(&self, sentence: &Sentence) -> Option<Ground> {
        let passage = self.passage;
        let is_research = |index: &usize| passage.is(*index, Class::Research);
        let research: Vec<usize> = sentence.tokens.clone().filter(is_research).collect();
        let is_single = research.iter().any(|index| is_identified(passage, sentence, *index));
        let support = if is_single { Support::Document } else { Support::Collective };
        (!research.is_empty()).then_some(Ground::plain(support))
    }
}

/// The hedge that words of a cue are, if one is.
fn of_cue(hedges: &[Hedge], attribution: &Attribution) -> Option<usize> {
    let cue = attribution.cue.span;
    let next = hedges.partition_point(|hedge| hedge.span.end <= cue.start);
    hedges.get(next).is_some_and(|hedge| hedge.span.overlaps(cue)).then_some(next)
}

/// "[3]"
fn has_footnote(passage: &Passage, sentence: &Sentence) -> bool {
    sentence.tokens.clone().any(|index| {
        passage.reads(index, "[")
            && passage.reads(index + 2, "]")
            && passage.tokens.get(index + 1).is_some_and(|token| token.kind == TokenKind::Number)
    })
}

/// How far before "poll" the word may stand that says which.
const MAX_IDENTIFIER: usize = 5;

/// Whether a determiner, an owner or a name says which poll or study it is; "the polls" are any.
fn is_identified(passage: &Passage, sentence: &Sentence, index: usize) -> bool {
    let owners = Classes::of(&[Class::Possessive, Class::Clitic]);
    let is_many = passage.is(index, Class::Plural) && !passage.is(index, Class::Singular);
    let which = if is_many { owners } else { owners | Classes::of(&[Class::Determiner]) };
    let from = index.saturating_sub(MAX_IDENTIFIER).max(sentence.tokens.start);
    let is_name = passage.is_capitalised(index) && index > sentence.tokens.start;
    is_name
        || (from..index).any(|index| {
            passage.tokens[index].classes.meets(which) || index > sentence.tokens.start && passage.is_capitalised(index)
        })
}

/// Whether a sentence names a poll or survey, and nothing that accounts tell ("a survey of rents").
fn asks(passage: &Passage, sentence: &Sentence) -> bool {
    let is = |class: Class| sentence.tokens.clone().any(|index| passage.is(index, class));
    is(Class::Asking) && !is(Class::Account)
}

/// How many tokens a sentence's subject has at most that says what it measures ("House prices in the north").
const MAX_SUBJECT: usize = 4;

/// "Prices: up 12 percent", "Wages rose by 2 percent": no poll of people says so.
fn is_of_accounts(passage: &Passage, sentence: &Sentence) -> bool {
    let people = Classes::of(&[Class::Group, Class::Person]);
    let opening = sentence.tokens.start..sentence.tokens.end.min(sentence.tokens.start + MAX_SUBJECT);
    opening.into_iter().any(|index| passage.is(index, Class::Account))
        && !sentence.tokens.clone().any(|index| passage.tokens[index].classes.meets(people))
}

/// Whether a sentence goes on with the source of the one before: its subject is "she", "the report", "their poll". "It"
/// is no people.
fn continues(passage: &Passage, sentence: &Sentence, support: Support) -> bool {
    let first = sentence.tokens.start;
    let stands_for = Classes::of(&[Class::SubjectPronoun, Class::Possessive]);
    let says = Classes::of(&[Class::Document, Class::Research, Class::Group]);
    let is_again = |index: usize| {
        passage.is(index, Class::Determiner)
            && passage.tokens.get(index + 1).is_some_and(|next| next.classes.meets(says))
    };
    let is_people = matches!(support, Support::Collective | Support::Anonymous);
    let is_thing = is_people && ["It", "Its"].iter().any(|word| passage.reads(first, word));
    passage.tokens[first].classes.meets(stands_for) && !is_thing || is_again(first)
}

/// What a claim rests on that a source of this kind gives. Whoever only a pronoun names is as vague as "many".
pub fn support(kind: SourceKind) -> Support {
    match kind {
        SourceKind::Named => Support::Named,
        SourceKind::Role => Support::Role,
        SourceKind::Anonymous => Support::Anonymous,
        SourceKind::Collective | SourceKind::Pronoun => Support::Collective,
        SourceKind::Document => Support::Document,
        SourceKind::Outlet => Support::Outlet,
    }
}
