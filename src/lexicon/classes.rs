//! The classes of words that rules may ask for. Which words they hold is in the lists.

use std::ops::{BitOr, BitOrAssign};

macro_rules! classes {
    ($($(#[doc = $doc:literal])* $class:ident $name:literal,)*) => {
        /// A class of words; the headings of the lists use its [`Class::named`] name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class { $($(#[doc = $doc])* $class,)* }

        impl Class {
            /// The class with this name.
            pub fn named(name: &str) -> Option<Class> {
                match name { $($name => Some(Class::$class),)* _ => None }
            }
        }
    };
}

classes! {
    /// Listed in a form that does not inflect.
    Listed "listed",
    /// First word of a phrase of the lists.
    StartsPhrase "starts-phrase",
    /// A verb; in a list, its forms are made from the base form.
    Verb "verb",
    /// A noun; in a list, its plural is made.
    Noun "noun",
    /// A base form.
    Base "base",
    /// A third person singular.
    Present "present",
    /// A past tense.
    Past "past",
    /// A past participle.
    Participle "participle",
    /// An -ing form.
    Ing "ing",
    /// A singular.
    Singular "singular",
    /// A plural.
    Plural "plural",

    /// a, the, this, every
    Determiner "determiner",
    /// my, his, their
    Possessive "possessive",
    /// I, he, she, they
    SubjectPronoun "subject-pronoun",
    /// me, him, them
    ObjectPronoun "object-pronoun",
    /// who, which, that
    RelativePronoun "relative-pronoun",
    /// some, many, most
    Quantifier "quantifier",
    /// in, of, with
    Preposition "preposition",
    /// and, or, but
    Conjunction "conjunction",
    /// because, while, as
    Subordinator "subordinator",
    /// what, how, whether
    WhWord "wh-word",
    /// have, has, had
    Have "have",
    /// be, is, was
    Be "be",
    /// do, does, did
    Do "do",
    /// will, may, can
    Modal "modal",
    /// not, never
    Negation "negation",
    /// An adverb that may stand within a verb group.
    Adverb "adverb",
    /// 's
    Clitic "clitic",
    /// Mr., Sen.
    Title "title",
    /// A word whose full stop ends no sentence.
    Abbreviation "abbreviation",
    /// January
    Month "month",
    /// Monday
    Weekday "weekday",
    /// two, hundred, million
    NumberWord "number-word",
    /// percent, dollars, tonnes
    UnitWord "unit",
    /// An adjective frequent before a noun.
    Adjective "adjective",
    /// today, last week
    TimeWord "time",

    /// Cue type: communication.
    Communication "communication",
    /// Cue type: belief.
    Belief "belief",
    /// Cue type: knowledge.
    Knowledge "knowledge",
    /// Cue type: intention.
    Intention "intention",
    /// Leans: claimed, admitted.
    Loaded "loaded",
    /// A cue nearly wherever it stands outside quoted or attributed words (at least 70 % in news).
    Strong "strong",
    /// A cue about half of the time (40 to 70 %).
    Middle "middle",
    /// A cue now and then (15 to 40 %).
    Weak "weak",
    /// Stands with quoted speech or a that-clause: say, add, explain.
    Saying "saying",
    /// Takes the person told before the content: tell, remind.
    Telling "telling",
    /// A noun cue: suggestion, claim.
    CueNoun "cue-noun",
    /// An adjective cue: confident.
    CueAdjective "cue-adjective",
    /// A prepositional cue: according to.
    CuePreposition "cue-preposition",
    /// A verb that makes a cue with a noun: make the case, issue a statement.
    SupportVerb "support-verb",

    /// officials, critics
    Group "group",
    /// mayor, spokesman, secretary
    Role "role",
    /// report, poll, filing
    Document "document",
    /// Times, Reuters, BBC
    Outlet "outlet",
    /// people, men, women: a person's word without more
    Person "person",
    /// anonymity, unnamed: the name is withheld
    Anonymous "anonymous",
    /// party, ministry, company, university
    Organisation "organisation",
    /// A first name of a woman.
    Female "female",
    /// A first name of a man.
    Male "male",
    /// he, him, chairman: a man
    He "he",
    /// she, her, spokeswoman: a woman
    She "she",
    /// a, another, two, several: opens a description of somebody new
    Indefinite "indefinite",
    /// the, this: opens a description of somebody known
    Definite "definite",
    /// source, insider: nameless in any number
    Insider "insider",
    /// official, aide: one of them without a name is withheld
    Withheld "withheld",
    /// familiar, briefed: what a withheld person knows
    Privy "privy",
    /// declined, asked: before "to be named"
    Refusing "refusing",
    /// named, identified, quoted
    Naming "naming",
    /// authorised, allowed (to speak)
    Permitted "permitted",
    /// public, majority, Russians: people taken together
    Crowd "crowd",
    /// auditor, nurse: somebody by what he or she does
    Post "post",
    /// prime, deputy, former: which of several with one role
    Rank "rank",
    /// finance, health: what an office is for
    Portfolio "portfolio",
    /// former, retired: somebody known, by another time
    Formerly "formerly",
    /// file, footage: written, shown or measured, beyond the documents
    Paper "paper",
    /// Pentagon, Senate: a body of which there is one
    Institution "institution",
    /// agency, department: an arm of the state
    PublicBody "public-body",
    /// company, airline: a body that trades
    Business "business",
    /// union, charity, club: a body that people join
    Society "society",
    /// newspaper, broadcaster: a news organisation, not named
    Newsroom "newsroom",
    /// de, van, bin: a small word within a name
    NameParticle "name-particle",
    /// Jr., III: after a surname
    NameSuffix "name-suffix",
    /// named, called: before the name of somebody described
    Calling "calling",

    /// Hedge: possibility.
    Possibility "possibility",
    /// Hedge: appearance.
    Appearance "appearance",
    /// Hedge: hearsay.
    Hearsay "hearsay",
    /// Hedge: approximator.
    Approximator "approximator",
    /// Hedge: opinion.
    Opinion "opinion",
    /// Hedge: conditional.
    Conditional "conditional",
    /// Hedge level: low certainty.
    Low "low",
    /// Hedge level: medium certainty.
    Medium "medium",
    /// Hedge level: high certainty.
    High "high",

    /// Claim: more, fewer, larger than.
    Comparison "comparison",
    /// Claim: first, highest, never before.
    Record "record",
    /// Claim: rose, fell, growing.
    Trend "trend",
    /// Claim: caused, led to.
    Cause "cause",
    /// Claim: fraud, lied, illegal.
    Accusation "accusation",
    /// Claim: wants to, in order to.
    Motive "motive",
    /// Claim: poll, study.
    Research "research",
    /// Claim: an amount without a number: dozens, a third.
    Amount "amount",

    /// Provenance: original source.
    OriginalSource "original-source",
    /// Provenance: first reported by.
    FirstReported "first-reported",
    /// Provenance: a news agency.
    WireCredit "wire-credit",
    /// Provenance: correction, update.
    Update "update",
}

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Classes(u128);

impl Classes {
    /// The set of these.
    pub const fn of(classes: &[Class]) -> Classes {
        let mut bits = 0;
        let mut index = 0;
        while index < classes.len() {
            bits |= 1 << classes[index] as u8;
            index += 1;
        }
        Classes(bits)
    }

    /// Whether `class` is one of them.
    #[inline]
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether the sets share a class.
    #[inline]
    pub const fn meets(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes that both sets have.
    #[inline]
    pub const fn and(self, other: Classes) -> Classes {
        Classes(self.0 & other.0)
    }

    /// A number that differs with the set.
    #[inline]
    pub const fn bits(self) -> u64 {
        (self.0 as u64) ^ ((self.0 >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Classes {
    type Output = Classes;
    fn bitor(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Classes) {
        self.0 |= other.0;
    }
}
