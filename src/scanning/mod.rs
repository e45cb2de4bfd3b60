//! A scan in steps, for a page that must stay responsive, and that changes while it is read.
//!
//! The article is parted into chapters; each is scanned by itself, in steps of a few milliseconds, the one nearest
//! to what the reader sees first, and their reports are joined. What was made of words that stand unchanged is
//! remembered for the next scan: of a chapter its report, of a stretch of a chapter the labels of its tokens, which
//! are most of the work.
//!
//! What is lost at the seam between two chapters: whom a pronoun of the second stands for if it is named in the first,
//! a quotation that runs over it, and what a claim in the second takes up from the first. An article of fewer than
//! 4,000 words is one chapter and has no seam.
//!
//! ```
//! use claimlight::{Options, article::from_text, scanning::Scanning};
//!
//! let mut scanning = Scanning::new(Options::default());
//! scanning.read(&from_text("The bridge may close in June, the mayor said."));
//! while !scanning.is_done() {
//!     // A program that draws lets go here after a few milliseconds, and comes back with the next frame.
//!     scanning.step();
//! }
//! assert_eq!(scanning.report().attributions.len(), 1);
//! ```

mod chapters;
mod labels;
mod draft;
mod joined;

use std::rc::Rc;

use crate::{
    article::Article,
    find::attributions,
    lexicon::{Lexicon, Opening},
    options::Options,
    report::Report,
};
use chapters::{Chapter, chapters};
use draft::Draft;
use joined::join;
use labels::Labels;

/// How many lines of the word lists are read in a step: a millisecond's work.
const N_LINES: usize = 400;

/// A scan of an article that goes on step by step.
///
/// ```
/// use claimlight::{Options, article::from_text, scan_article, scanning::Scanning};
///
/// let article = from_text("“We will not pay,” said Ana Ruiz. She believes the ferry is safe.");
/// let mut scanning = Scanning::default();
/// scanning.read(&article);
/// while !scanning.is_done() {
///     scanning.step();
/// }
/// assert_eq!(scanning.report(), &scan_article(&article, &Options::default()), "as at once");
/// ```
#[derive(Default)]
pub struct Scanning {
    options: Options,
    chapters: Vec<Chapter>,
    /// Of each chapter its report, once it is scanned.
    reports: Vec<Option<Rc<Report>>>,
    /// The chapter that is being scanned.
    draft: Option<(usize, Draft)>,
    /// The chapter that was scanned last, until the next step.
    finished: Option<(usize, Report)>,
    /// What is sought first: a place in the article's text.
    focus: usize,
    /// The report of the first chapters, so far as they are joined, and how many they are.
    joined: (Report, usize),
    labels: Labels,
    /// The word lists, and while they are read what reads them.
    lexicon: Option<&'static Lexicon>,
    opening: Option<Opening>,
    /// Whether the tagger's model was asked for: to read it is a step of its own.
    has_model: bool,
}

impl Scanning {
    /// Prepares to scan.
    ///
    /// ```
    /// use claimlight::{Options, article::from_text, scanning::Scanning};
    ///
    /// let mut scanning = Scanning::new(Options { conditionals: true, ..Options::default() });
    /// scanning.read(&from_text("The council would close the bridge."));
    /// while !scanning.is_done() {
    ///     scanning.step();
    /// }
    /// assert_eq!(scanning.report().hedges.len(), 1);
    /// ```
    pub fn new(options: Options) -> Self {
        Scanning { options, ..Scanning::default() }
    }

    /// Begins with an article, or goes on with one that has changed.
    ///
    /// ```
    /// use claimlight::{Options, article::from_text, scanning::Scanning};
    ///
    /// let mut scanning = Scanning::new(Options::default());
    /// for (text, n_hedges) in [("The bridge may close.", 1), ("The bridge may close. It could fall.", 2)] {
    ///     scanning.read(&from_text(text));
    ///     while !scanning.is_done() {
    ///         scanning.step();
    ///     }
    ///     assert_eq!(scanning.report().hedges.len(), n_hedges);
    /// }
    /// // What stands unchanged is known: nothing is left to do.
    /// scanning.read(&from_text("The bridge may close. It could fall."));
    /// assert!(scanning.is_done());
    /// ```
    pub fn read(&mut self, article: &Article) {
        let chapters_before = std::mem::take(&mut self.chapters).into_iter().zip(std::mem::take(&mut self.reports));
        let before = chapters_before.filter_map(|(chapter, report)| Some((chapter.article, report?)));
        let before: Vec<(Article, Rc<Report>)> = before.collect();
        self.opening = Opening::new(article.language.as_deref().unwrap_or(&self.options.language));
        self.lexicon = self.opening.as_mut().and_then(|opening| opening.step(0));
        self.draft = None;
        self.finished = None;
        self.joined = Default::default();
        self.chapters = if self.opening.is_some() { chapters(article) } else { Vec::new() };
        let known = |own: &Article| before.iter().find(|before| before.0 == *own).map(|before| Rc::clone(&before.1));
        self.reports = self.chapters.iter().map(|chapter| known(&chapter.article)).collect();
        self.labels.tidy();
    }

    /// Seeks what stands around byte `place` of the article's text first.
    ///
    /// ```
    /// use claimlight::{Options, article::from_text, scanning::Scanning};
    ///
    /// let text = "The harbour may close, the mayor said on Monday.\n\n".repeat(1200);
    /// let mut scanning = Scanning::new(Options::default());
    /// scanning.read(&from_text(&format!("{text}The last paragraph may matter most.")));
    /// scanning.look_at(text.len());
    /// let seen = loop {
    ///     if let Some(finished) = scanning.step() {
    ///         break finished.article.text.ends_with("matter most.");
    ///     }
    /// };
    /// assert!(seen, "the end is scanned before the beginning");
    /// ```
    pub fn look_at(&mut self, place: usize) {
        self.focus = place;
    }

    /// Does a little, a few milliseconds' work; a chapter when that is finished. It is kept, and part of the report, at the
    /// next step: until then who has more to say of it adds to its report.
    ///
    /// ```
    /// use claimlight::{Options, article::from_text, scanning::Scanning};
    ///
    /// let mut scanning = Scanning::new(Options::default());
    /// scanning.read(&from_text("The bridge may close."));
    /// assert!(scanning.step().is_none(), "the word lists come first");
    /// while scanning.step().is_none() {}
    /// assert!(!scanning.is_done() && scanning.step().is_none() && scanning.is_done(), "it is kept");
    /// ```
    pub fn step(&mut self) -> Option<Finished<'_>> {
        if let Some((index, report)) = self.finished.take() {
            self.reports[index] = Some(Rc::new(report));
            self.joined = Default::default();
            return None;
        }
        let Some(lexicon) = self.lexicon else {
            self.lexicon = self.opening.as_mut()?.step(N_LINES);
            return None;
        };
        if !std::mem::replace(&mut self.has_model, true) {
            attributions::model();
            return None;
        }
        let Some((index, draft)) = &mut self.draft else {
            let next = self.nearest()?;
            self.draft = Some((next, Draft::new(&self.chapters[next].article, lexicon)));
            return None;
        };
        let index = *index;
        let chapter = &self.chapters[index].article;
        let report = draft.step(chapter, &mut self.labels, &self.options, lexicon)?;
        self.draft = None;
        self.finished = Some((index, report));
        self.finished()
    }

    /// The chapter that was scanned last, if it is not kept yet.
    pub(crate) fn finished(&mut self) -> Option<Finished<'_>> {
        let (index, report) = self.finished.as_mut()?;
        Some(Finished { article: &self.chapters[*index].article, report })
    }

    /// Whether all is scanned.
    ///
    /// ```
    /// use claimlight::{Article, article::from_text, scanning::Scanning};
    ///
    /// let mut scanning = Scanning::default();
    /// scanning.read(&from_text("The bridge may close."));
    /// assert!(!scanning.is_done());
    /// // There are no word lists of this language, and so nothing to do.
    /// scanning.read(&Article { language: Some("tlh".to_owned()), ..from_text("nuqneH") });
    /// assert!(scanning.is_done());
    /// ```
    pub fn is_done(&self) -> bool {
        self.reports.iter().all(Option::is_some)
    }

    /// The share of the article's bytes that is scanned, from 0 to 1.
    ///
    /// ```
    /// use claimlight::{article::from_text, scanning::Scanning};
    ///
    /// let mut scanning = Scanning::default();
    /// scanning.read(&from_text("The bridge may close."));
    /// assert_eq!(scanning.share(), 0.0);
    /// while !scanning.is_done() {
    ///     scanning.step();
    /// }
    /// assert_eq!(scanning.share(), 1.0);
    /// ```
    pub fn share(&self) -> f64 {
        let sum = |is_counted: fn(&Option<Rc<Report>>) -> bool| {
            let chapters = self.chapters.iter().zip(&self.reports);
            let counted = chapters.filter(|(_, report)| is_counted(report));
            counted.map(|(chapter, _)| chapter.article.text.len()).sum::<usize>()
        };
        if self.is_done() { 1.0 } else { sum(Option::is_some) as f64 / sum(|_| true) as f64 }
    }

    /// Joins the report of one more chapter to those before it; whether all that are scanned are joined.
    pub(crate) fn join(&mut self) -> bool {
        let (whole, n_joined) = &mut self.joined;
        let (Some(lexicon), Some(chapter)) = (self.lexicon, self.chapters.get(*n_joined)) else { return true };
        if let Some(report) = &self.reports[*n_joined] {
            join(whole, chapter.start, report, lexicon);
        }
        *n_joined += 1;
        *n_joined == self.chapters.len()
    }

    /// The report of what is scanned.
    ///
    /// ```
    /// use claimlight::{article::from_text, scanning::Scanning};
    ///
    /// let mut scanning = Scanning::default();
    /// scanning.read(&from_text("The bridge may close."));
    /// while !scanning.is_done() {
    ///     scanning.step();
    /// }
    /// assert_eq!(scanning.report().hedges.len(), 1);
    /// ```
    pub fn report(&mut self) -> &Report {
        while !self.join() {}
        &self.joined.0
    }

    /// How many stretches of text were labelled so far; those with words met before are not labelled again. The
    /// project's own tests count by it; no promise.
    #[doc(hidden)]
    pub fn n_labelled(&self) -> usize {
        self.labels.n_labelled
    }

    /// The chapter nearest to what is sought first of those that are not scanned.
    fn nearest(&self) -> Option<usize> {
        let distance = |index: &usize| {
            let Chapter { start, article } = &self.chapters[*index];
            start.saturating_sub(self.focus).max(self.focus.saturating_sub(start + article.text.len()))
        };
        (0..self.chapters.len()).filter(|index| self.reports[*index].is_none()).min_by_key(distance)
    }
}

/// A chapter that has just been scanned; who has more to say of it may add to its report. Spans count bytes of the
/// chapter's text.
///
/// ```
/// use claimlight::{article::from_text, scanning::Scanning};
///
/// let mut scanning = Scanning::default();
/// scanning.read(&from_text("The bridge may close."));
/// let n_hedges = loop {
///     let Some(finished) = scanning.step() else { continue };
///     // A desk that wants no such marks takes them out before anybody sees them.
///     finished.report.hedges.retain(|hedge| hedge.span.of(&finished.article.text) != "may");
///     break finished.report.hedges.len();
/// };
/// assert_eq!((n_hedges, scanning.report().hedges.len()), (0, 0));
/// ```
pub struct Finished<'a> {
    /// The chapter.
    pub article: &'a Article,
    /// Its report.
    pub report: &'a mut Report,
}
