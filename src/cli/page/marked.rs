//! The words of a block with the marks over them.

use claimlight::{Span, notation::Mark};
use maud::{Markup, PreEscaped, Render, html};

/// Goes through blocks and marks side by side, both in text order.
pub struct Marked<'a> {
    text: &'a str,
    waiting: std::iter::Peekable<std::slice::Iter<'a, Mark>>,
    /// Marks that have begun and not ended.
    open: Vec<&'a Mark>,
    /// What the names of places to link to begin with.
    anchor: &'a str,
}

/// How a mark is drawn; claims with a support are told in the list alone.
fn class(mark: &Mark) -> Option<&'static str> {
    let words: Vec<&str> = mark.label.split([' ', ':']).take(2).collect();
    Some(match words[..] {
        ["content", ..] => "content",
        ["source", "anonymous" | "collective"] => "source unnamed",
        ["source", ..] => "source",
        ["cue", ..] => "cue",
        ["hedge", "hearsay"] => "hearsay",
        ["hedge", ..] => "hedge",
        ["claim", "none"] => "unsourced",
        _ => return None,
    })
}

impl<'a> Marked<'a> {
    /// Marks over a text, in text order.
    pub fn new(text: &'a str, marks: &'a [Mark], anchor: &'a str) -> Self {
        Marked { text, waiting: marks.iter().peekable(), open: Vec::new(), anchor }
    }

    /// The words of the next block, cut wherever a mark begins or ends.
    pub fn block(&mut self, block: Span) -> Markup {
        let mut html = String::new();
        let mut at = block.start;
        while at < block.end {
            self.open.retain(|mark| mark.span.end > at);
            while let Some(mark) = self.waiting.next_if(|mark| mark.span.start <= at) {
                if mark.span.end > at {
                    self.open.push(mark);
                }
            }
            let next_start = self.waiting.peek().map_or(block.end, |mark| mark.span.start);
            let ends = self.open.iter().map(|mark| mark.span.end);
            let end = ends.chain([next_start, block.end]).min().unwrap_or(block.end).max(at + 1);
            self.stretch(Span::new(at, end)).render_to(&mut html);
            at = end;
        }
        PreEscaped(html)
    }

    /// Words over which the same marks stand, one mark within the other: each draws its own line.
    fn stretch(&self, span: Span) -> Markup {
        let mut markup = html! { (span.of(self.text)) };
        for mark in self.open.iter().rev() {
            let Some(class) = class(mark) else { continue };
            let title = if mark.reason.is_empty() { &mark.label } else { &mark.reason };
            markup = html! { mark class=(class) title=(title) { (markup) } };
        }
        let begins = self.open.iter().any(|mark| mark.span.start == span.start);
        let place = begins.then(|| format!("{}-{}", self.anchor, span.start));
        html! { @if let Some(place) = place { span id=(place) { (markup) } } @else { (markup) } }
    }
}
