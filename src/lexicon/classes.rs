//! The classes of words that rules may ask for. Which words they hold is in the lists.

use super::class_macro::classes;

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
    /// A phrase with a cue's word in which nothing is said: needless to say.
    TurnOfSpeech "turn-of-speech",
    /// A noun that shows, as a cue's object, that the cue has another sense: claimed three lives.
    Unsaid "unsaid",
    /// Says that something is not so, or is not said: deny, decline.
    Denial "denial",
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
    /// Words that look like a hedge and are none: likely voters, could not.
    NoHedge "no-hedge",
    /// A hedge before the noun it doubts: an alleged plot.
    BeforeNoun "before-noun",
    /// A hedge between whose it is and a noun: his reported wealth.
    AfterOwner "after-owner",
    /// A hedge before an amount in words or of people: approximately.
    InWords "in-words",
    /// A hedge before the clause it leaves open: the possibility that.
    BeforeClause "before-clause",
    /// A hedge as a passive before an infinitive or a clause: is said to, it is believed that.
    Passive "passive",
    /// A hedge as a predicate: is unknown.
    Predicate "predicate",
    /// A hedge where it says how something looks, not that it shows up: appears to.
    OfSeeming "of-seeming",
    /// A hedge when evidence does it; a person who does it is a source: suggests.
    OfEvidence "of-evidence",
    /// A hedge when I or we do it: I think.
    OfSpeaker "of-speaker",
    /// A hedge after a word of inquiry: to determine whether.
    AfterInquiry "after-inquiry",
    /// A word of inquiry or doubt, after which whether leaves something open.
    Inquiry "inquiry",
    /// A modal that also tells of ability or purpose: could.
    Ability "ability",
    /// Stands before a modal that tells of ability: until they could.
    Occasion "occasion",
    /// Makes "I believe" conviction: firmly.
    Emphatic "emphatic",
    /// What one can or cannot, whatever is likely: see, afford.
    Capacity "capacity",
    /// A verb that joins a predicate as "be" does: remain.
    Copula "copula",
    /// What suggests without speaking: data, polls.
    Evidence "evidence",
    /// What is measured or timed rather than counted: hours, miles.
    Measure "measure",
    /// An amount in words that can be approximate: half, all, dozens.
    Quantity "quantity",
    /// Quantity: hundred, million, crore.
    Magnitude "magnitude",
    /// Quantity: third, quarter, majority.
    Fraction "fraction",
    /// Quantity: first, second.
    Ordinal "ordinal",
    /// Quantity: percent, percentage points.
    Percent "percent",
    /// Quantity: $, euros.
    Currency "currency",
    /// Quantity: hours, years.
    Period "period",
    /// Quantity: away, north: where something is.
    Direction "direction",
    /// Quantity: p.m., GMT.
    Clock "clock",
    /// Quantity: year-old, aged.
    Age "age",
    /// Quantity: article, flight: the number after it is a name.
    Numbered "numbered",
    /// Claim: more, fewer, larger than.
    Comparison "comparison",
    /// Claim: larger, more: compares where "than" follows.
    Comparative "comparative",
    /// Claim: prices, support: what rises and falls.
    Measured "measured",
    /// Claim: leads, trails: who is ahead, in a poll.
    Standing "standing",
    /// Claim: largest, lowest: a record where it is said of one.
    Superlative "superlative",
    /// Claim: killed, injured: whoever counts these is asked, however few.
    Casualty "casualty",
    /// Claim: lined, cheering: what a reporter sees.
    Scene "scene",
    /// Claim: should, let's: says what ought to be, or asks.
    Normative "normative",
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
    /// Provenance: contributed to this, additional reporting by.
    Contribution "contribution",
    /// Provenance: by, written by.
    Byline "byline",
    /// Provenance: breaking, exclusive: no place.
    Kicker "kicker",
    /// Provenance: correction, update.
    Update "update",
}
